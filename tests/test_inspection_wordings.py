"""The many ways in which reports say one thing of an inspection; no real unit stands in them."""

import sys

import pytest

from loaders import people as persons
from loaders.citations import find_citations
from loaders.discipline import discipline
from loaders.inspections import inspections
from loaders.model import SourceText
from loaders.places import home
from loaders.reading import read

AT = "Ngày 12/5/2022, Đoàn giám sát của HĐND huyện Tân Kỳ, tỉnh Nghệ An đã giám sát tại UBND xã A."


def told(text):
    return read(SourceText(text=text.replace("xã A.", "xã Nghĩa Hoàn."), path="")).inspections


def names(bodies):
    return [body.name for body in bodies]


MEMBERS = [
    (
        "Cùng tham gia đoàn có Thanh tra huyện và Hội Nông dân huyện.",
        ["Thanh tra huyện Tân Kỳ", "Hội Nông dân huyện Tân Kỳ"],
    ),
    (
        "Thanh tra huyện, Hội Nông dân huyện cử cán bộ tham gia đoàn.",
        ["Thanh tra huyện Tân Kỳ", "Hội Nông dân huyện Tân Kỳ"],
    ),
    ("Đại diện Thanh tra huyện cùng tham gia đoàn.", ["Thanh tra huyện Tân Kỳ"]),
    ("Thành phần Đoàn còn có Thanh tra huyện.", ["Thanh tra huyện Tân Kỳ"]),
    ("Cuộc giám sát có sự tham gia của Thanh tra huyện.", ["Thanh tra huyện Tân Kỳ"]),
    ("Mời đại diện Thanh tra huyện tham gia Đoàn giám sát.", ["Thanh tra huyện Tân Kỳ"]),
    # Asked for the future, not there.
    ("Đoàn đề nghị Thanh tra huyện cử cán bộ tham gia các đoàn giám sát.", []),
]


@pytest.mark.parametrize(("words", "members"), MEMBERS)
def test_who_takes_part(words, members):
    (inspection,) = told(f"{AT} {words}")
    assert names(inspection.members) == members
    assert names(inspection.units) == ["Ủy ban nhân dân xã Nghĩa Hoàn"]


# The same in more words, in the paragraph of the telling and in the next one.
CUES = [
    "Tham gia cùng Đoàn giám sát có đại diện {}, {}.",
    "Tham gia giám sát còn có {}, {}.",
    "Thành viên Đoàn: đại diện {}; {}.",
    "Thành phần Đoàn giám sát: {}, {}.",
    "Thành viên Đoàn là đại diện các cơ quan {}, {}.",
    "Dự buổi giám sát có {}, {}.",
    "Đi cùng đoàn có lãnh đạo {}, {}.",
    "Cùng làm việc với Đoàn có {}, {}.",
    "Đoàn giám sát có đại diện: {}; {}.",
    "Đoàn giám sát gồm có {}, {}.",
    "Đoàn do HĐND huyện chủ trì, có đại diện {}, {} tham gia.",
]


@pytest.mark.parametrize("gap", [" ", "\n\n"])
@pytest.mark.parametrize("words", CUES)
def test_who_takes_part_in_other_words(words, gap):
    (inspection,) = told(f"{AT}{gap}{words.format('Thanh tra huyện', 'Hội Nông dân huyện')}")
    assert names(inspection.members) == ["Thanh tra huyện Tân Kỳ", "Hội Nông dân huyện Tân Kỳ"]


PLAN = "Kế hoạch số 45/KH-HĐND ngày 05/4/2022 của HĐND huyện Tân Kỳ, tỉnh Nghệ An"
HELD = "HĐND huyện đã giám sát tại UBND xã Nghĩa Hoàn"
MANDATES = [
    f"Ngày 12/5/2022, thực hiện {PLAN}, {HELD}.",
    f"HĐND huyện vừa ban hành {PLAN}.\n\nTheo đó, ngày 12/5/2022, {HELD}.",
    f"Cuộc giám sát được tiến hành theo {PLAN}. Ngày 12/5/2022, {HELD}.",
    f"Ngày 12/5/2022, {HELD}.\n\nĐây là cuộc giám sát theo {PLAN}.",
    f"Thực hiện {PLAN}, HĐND huyện báo cáo như sau:\n\nNgày 12/5/2022, {HELD}.",
    f"Căn cứ {PLAN} về chương trình giám sát năm 2022;\n\nNgày 12/5/2022, {HELD}.",
]


@pytest.mark.parametrize("text", MANDATES)
def test_the_mandate_is_found_where_it_is_told(text):
    (inspection,) = told(text)
    (mandate,) = inspection.mandate
    numbers = {i.iri: i.number for i in read(SourceText(text=text, path="")).instruments}
    assert numbers[mandate] == "45/KH-HĐND"


def test_a_law_is_the_basis_of_a_report_and_not_its_mandate():
    (inspection,) = told(
        f"Căn cứ Luật Đất đai năm 2013, HĐND huyện báo cáo:\n\n{AT.replace('A.', 'A.')}"
    )
    assert inspection.mandate == ()


TURNS = [
    (  # passive, a bracket between
        "Từ ngày 10/3 đến ngày 20/3/2022, Đảng ủy xã Nghĩa Hoàn (huyện Tân Kỳ, tỉnh Nghệ An) được "
        "Ủy ban Kiểm tra Huyện ủy giám sát chuyên đề.",
        ("held", "Ủy ban Kiểm tra Huyện ủy Tân Kỳ", ["Đảng ủy xã Nghĩa Hoàn"]),
    ),
    (
        "Tại UBND xã Nghĩa Hoàn, ngày 12/5/2022, Đoàn giám sát của HĐND huyện Tân Kỳ, tỉnh Nghệ An "
        "đã giám sát việc thu, chi ngân sách.",
        ("held", "Hội đồng nhân dân huyện Tân Kỳ", ["Ủy ban nhân dân xã Nghĩa Hoàn"]),
    ),
    (
        "Ngày 12/5/2022, Đoàn giám sát của HĐND huyện Tân Kỳ, tỉnh Nghệ An do ông Trần Văn Ba làm "
        "Trưởng đoàn giám sát việc thu phí tại UBND xã Nghĩa Hoàn.",
        ("held", "Hội đồng nhân dân huyện Tân Kỳ", ["Ủy ban nhân dân xã Nghĩa Hoàn"]),
    ),
    (
        "Do mưa lũ, HĐND huyện Tân Kỳ, tỉnh Nghệ An chưa tổ chức giám sát tại UBND xã Nghĩa Hoàn.",
        ("planned", "Hội đồng nhân dân huyện Tân Kỳ", ["Ủy ban nhân dân xã Nghĩa Hoàn"]),
    ),
    (
        "Qua kiểm tra Đảng ủy xã Nghĩa Hoàn, UBKT Huyện ủy Tân Kỳ, tỉnh Nghệ An nhận thấy còn "
        "khuyết điểm.",
        ("held", "Ủy ban Kiểm tra Huyện ủy Tân Kỳ", ["Đảng ủy xã Nghĩa Hoàn"]),
    ),
]


@pytest.mark.parametrize(("text", "expected"), TURNS)
def test_units_stand_before_behind_or_in_a_passive_clause(text, expected):
    (inspection,) = told(text)
    assert (inspection.status, inspection.inspector.name, names(inspection.units)) == expected


def test_decisions_in_a_list_are_a_session_on_discipline():
    (inspection,) = told(
        "Ngày 20/4/2023, UBKT Tỉnh ủy Nghệ An họp kỳ thứ 20.\n\nCăn cứ quy định, UBKT Tỉnh ủy "
        "quyết định thi hành kỷ luật:\n- Cảnh cáo Đảng ủy xã Nghĩa Hoàn;\n- Khiển trách đồng chí "
        "Lê Văn Tám.\n"
    )
    assert (inspection.mode, inspection.start) == ("xem xét kỷ luật", "2023-04-20")
    assert names(inspection.units) == ["Đảng ủy xã Nghĩa Hoàn"]


DECISIONS = [
    ("Đồng chí Lê Văn Tám, nguyên Chủ tịch xã bị kỷ luật khai trừ.", ["khai trừ"], ["Lê Văn Tám"]),
    (
        "UBKT thống nhất thi hành kỷ luật Chi bộ Trường Nghĩa Hoàn bằng hình thức khiển trách; "
        "đồng chí Trần Thị Ba, Bí thư Chi bộ bằng hình thức cảnh cáo.",
        ["khiển trách", "cảnh cáo"],
        ["Chi bộ Trường Nghĩa Hoàn", "Trần Thị Ba"],
    ),
    ("Ông Lê Văn Tám bị cách hết chức vụ trong Đảng.", ["cách chức"], ["Lê Văn Tám"]),
    ("UBKT không thi hành kỷ luật khiển trách đồng chí Lê Văn Tám.", [], []),
]


@pytest.mark.parametrize(("text", "forms", "targets"), DECISIONS)
def test_decisions_told_behind_their_bearer(text, forms, targets):
    found = discipline(text)
    assert ([d.form for d in found], [d.target for d in found]) == (forms, targets)
    assert all(d.count == 1 for d in found)


REPEATS = ["Qua giám sát tại UBND xã A, ", "quyết định kỷ luật: ", "được UBKT Huyện ủy giám sát "]


@pytest.mark.parametrize("words", REPEATS)
def test_work_grows_with_the_length_alone(words):
    """Twice the length of a line of triggers is at most a little more than twice the work."""

    def calls(text):
        count = 0

        def counted(_frame, event, _argument):
            nonlocal count
            count += event == "call"

        where = home(text, None, None)
        sys.setprofile(counted)
        try:
            inspections(text, "0" * 16, find_citations(text), where, None, (), ())
            persons.people(text, where, None, ())
        finally:
            sys.setprofile(None)
        return count

    assert calls(words * 800) < 2.6 * calls(words * 400) + 1000


# Each tells of one inspection: who, whom, who takes part, from when to when.
WHOLE = [
    (
        # the youth unions of a commune and of a school
        "Ngày 12/5/2022, Ban Thường vụ Huyện đoàn Tân Kỳ, tỉnh Nghệ An đã kiểm tra tại Đoàn xã "
        "Nghĩa Hoàn và Đoàn Trường THPT Lê Lợi.",
        "Ban Thường vụ Huyện đoàn Tân Kỳ",
        ["Đoàn xã Nghĩa Hoàn", "Đoàn Trường THPT Lê Lợi"],
        [],
        ("2022-05-12", "2022-05-12"),
    ),
    (
        # an organisation and its verb are no delegation
        "Tháng 3/2022, Ban Dân vận Huyện ủy Tân Kỳ, tỉnh Nghệ An phối hợp với Huyện đoàn giám sát "
        "tại Đảng ủy xã Nghĩa Hoàn.",
        "Ban Dân vận Huyện ủy Tân Kỳ",
        ["Đảng ủy xã Nghĩa Hoàn"],
        ["Huyện đoàn Tân Kỳ"],
        ("2022-03", "2022-03"),
    ),
    (
        # whom the delegation of a head looks at; deputies told as members
        "Ngày 12/5/2022, Đoàn kiểm tra của Ủy ban Kiểm tra Huyện ủy Tân Kỳ, tỉnh Nghệ An do đồng "
        "chí Lê Văn Sơn, Phó Chủ nhiệm làm Trưởng đoàn, các đồng chí Hồ Thị Mai và Trần Văn Lộc, "
        "Ủy viên làm thành viên đã kiểm tra Đảng ủy xã Nghĩa Hoàn.",
        "Ủy ban Kiểm tra Huyện ủy Tân Kỳ",
        ["Đảng ủy xã Nghĩa Hoàn"],
        ["Hồ Thị Mai", "Trần Văn Lộc"],
        ("2022-05-12", "2022-05-12"),
    ),
    (
        # a field visit is a part of what the delegation was sent for
        "Từ ngày 10 đến ngày 12/5/2022, Đoàn giám sát của HĐND huyện Tân Kỳ, tỉnh Nghệ An làm việc "
        "với UBND xã Nghĩa Hoàn và khảo sát thực tế tại thôn Đồng Tâm.",
        "Hội đồng nhân dân huyện Tân Kỳ",
        ["Ủy ban nhân dân xã Nghĩa Hoàn", "thôn Đồng Tâm"],
        [],
        ("2022-05-10", "2022-05-12"),
    ),
    (
        # the day of signing is not that of the inspection, and who signs sends
        "Ngày 12/5/2022, Chủ tịch UBND huyện Tân Kỳ, tỉnh Nghệ An ký quyết định thành lập Đoàn "
        "thanh tra liên ngành do ông Lê Văn Sơn, Chánh Thanh tra huyện làm Trưởng đoàn, thanh tra "
        "việc sử dụng đất tại UBND xã Nghĩa Hoàn.",
        "Ủy ban nhân dân huyện Tân Kỳ",
        ["Ủy ban nhân dân xã Nghĩa Hoàn"],
        [],
        (None, None),
    ),
    (
        "Năm 2022, Ủy ban Kiểm tra Liên đoàn Lao động tỉnh Nghệ An đã kiểm tra tại 04 đơn vị, gồm: "
        "Liên đoàn Lao động các huyện Tân Kỳ, Đô Lương; Công đoàn cơ sở Công ty May Hòa Lộc và "
        "Trường THPT Lê Lợi.",
        "Ủy ban Kiểm tra Liên đoàn Lao động tỉnh Nghệ An",
        [
            "Liên đoàn Lao động huyện Tân Kỳ",
            "Liên đoàn Lao động huyện Đô Lương",
            "Công đoàn cơ sở Công ty May Hòa Lộc",
            "Công đoàn cơ sở Trường THPT Lê Lợi",
        ],
        [],
        ("2022", "2022"),
    ),
]


@pytest.mark.parametrize(("text", "by", "units", "members", "time"), WHOLE)
def test_what_one_sentence_tells(text, by, units, members, time):
    (inspection,) = told(text)
    assert inspection.inspector.name == by
    assert names(inspection.units) == units
    assert names(inspection.members) == members
    assert (inspection.start, inspection.end) == time


COUNTS = [
    ("HĐND huyện Tân Kỳ thực hiện 07 cuộc giám sát trong năm 2021.", "2021"),
    (
        "Trong năm 2021, HĐND huyện Tân Kỳ giám sát 07 cuộc. Cùng thời gian này, UBND huyện Tân "
        "Kỳ kiểm tra 12 cuộc.",
        "2021",
    ),
]


@pytest.mark.parametrize(("text", "year"), COUNTS)
def test_the_time_of_a_count(text, year):
    assert {each.start for each in told(text)} == {year}


def test_what_ought_to_be_considered_was_not():
    text = "Vi phạm của Đảng ủy xã Nghĩa Hoàn đến mức phải xem xét, thi hành kỷ luật."
    assert told(text) == ()


def test_a_heading_on_society_names_no_commune():
    assert (
        home("TỈNH NGHỆ AN\n\nII. GIÁM SÁT, PHẢN BIỆN XÃ HỘI\n\nHội nghị", None, None).commune
        is None
    )


def test_a_paragraph_that_goes_on_names_the_mandate():
    text = (
        f"Ngày 12/5/2022, {HELD} về công tác cán bộ.\n\nẢnh: Quang cảnh buổi giám sát\n\n"
        f"Theo {PLAN}, thời kỳ giám sát từ năm 2020 đến năm 2021."
    )
    (inspection,) = told(text)
    assert len(inspection.mandate) == 1
