"""Inspections of the Front, the party, the councils and the state.

As their news and reports tell of them.
"""

import json

import pytest

from loaders import people as persons
from loaders.citations import find_citations
from loaders.inspections import inspections
from loaders.model import Citation, Span
from loaders.page import boilerplate, page, repeated
from loaders.places import home


def told(text, published=None, citations=None):
    where = home(text, published, None)
    cited = find_citations(text) if citations is None else citations
    named = persons.people(text, where, published, ())
    return inspections(text, "0" * 16, cited, where, published, named, ())


def names(bodies):
    return [body.name for body in bodies]


# text, published, (mode, status, start, end, count, inspector, leader, units) of the first
# inspection
ONE = [
    (
        "Sáng ngày 07/7/2023, Đoàn giám sát của Ủy ban MTTQ Việt Nam huyện do ông Nguyễn Thanh Hải "
        "- UVBTV Huyện ủy, Chủ tịch "
        "Ủy ban MTTQ Việt Nam huyện làm Trưởng đoàn tiến hành giám sát việc giải quyết kiến nghị "
        "của cử tri tại UBND xã Duy Vinh, "
        "huyện Duy Xuyên, tỉnh Quảng Nam.",
        "2023-07-07T10:00:00",
        (
            "giám sát",
            "held",
            "2023-07-07",
            "2023-07-07",
            1,
            "Ủy ban MTTQ Việt Nam huyện Duy Xuyên",
            "Nguyễn Thanh Hải",
            ["Ủy ban nhân dân xã Duy Vinh"],
        ),
    ),
    (  # the period inspected is not the period of the inspection; a bracket stands in the topic
        "Chiều 16/10, Đoàn giám sát của Thường trực HĐND tỉnh Bắc Ninh do đồng chí Nguyễn Hạnh "
        "Chung, Phó Chủ tịch HĐND tỉnh làm "
        "Trưởng Đoàn tiến hành giám sát việc thực hiện pháp luật về bảo vệ môi trường (BVMT) giai "
        "đoạn 2016 - 2019 tại Sở Tài nguyên "
        "và Môi trường.",
        "2019-10-16",
        (
            "giám sát",
            "held",
            "2019-10-16",
            "2019-10-16",
            1,
            "Thường trực Hội đồng nhân dân tỉnh Bắc Ninh",
            "Nguyễn Hạnh Chung",
            ["Sở Tài nguyên và Môi trường tỉnh Bắc Ninh"],
        ),
    ),
    (
        "Trong các ngày 9,10/6/2020 Đoàn Giám sát của HĐND huyện Tam Đường, tỉnh Lai Châu do đồng "
        "chí Kiều Thị Hồng Hoa, Phó Chủ "
        "tịch HĐND huyện làm trưởng đoàn đã giám sát những công việc cử tri có ý kiến tại xã Hồ "
        "Thầu và xã Bình Lư.",
        "2020-06-12",
        (
            "giám sát",
            "held",
            "2020-06-09",
            "2020-06-10",
            1,
            "Hội đồng nhân dân huyện Tam Đường",
            "Kiều Thị Hồng Hoa",
            ["xã Hồ Thầu", "xã Bình Lư"],
        ),
    ),
    (  # an announcement is not an inspection held
        "Chiều 2/3, tại Tuyên Quang, Đoàn kiểm tra, giám sát của Bộ Chính trị đã công bố Quyết "
        "định kiểm tra, giám sát năm 2026 "
        "đối với Ban Thường vụ Tỉnh ủy Tuyên Quang. Đoàn do ông Trịnh Văn Quyết - Ủy viên Bộ Chính "
        "trị làm trưởng đoàn.",
        "2026-03-02",
        (
            "kiểm tra, giám sát",
            "ordered",
            "2026-03-02",
            "2026-03-02",
            1,
            "Bộ Chính trị",
            "Trịnh Văn Quyết",
            ["Ban Thường vụ Tỉnh ủy Tuyên Quang"],
        ),
    ),
    (
        "Từ ngày 05/9 đến ngày 12/9/2023, Thanh tra tỉnh Yên Bái tiến hành thanh tra trách nhiệm "
        "thực hiện pháp luật về tiếp công "
        "dân tại UBND huyện Văn Chấn và 03 xã: Cát Thịnh, Sơn Thịnh, Tân Thịnh. Thời kỳ thanh tra "
        "từ năm 2020 đến năm 2022.",
        "2023-09-15",
        (
            "thanh tra",
            "held",
            "2023-09-05",
            "2023-09-12",
            1,
            "Thanh tra tỉnh Yên Bái",
            None,
            ["Ủy ban nhân dân huyện Văn Chấn", "xã Cát Thịnh", "xã Sơn Thịnh", "xã Tân Thịnh"],
        ),
    ),
    (
        "Ban Pháp chế HĐND tỉnh Yên Bái vừa có buổi giám sát việc thi hành Luật Xử lý vi phạm hành "
        "chính tại Công an huyện Yên Bình.",
        "2022-08-01",
        (
            "giám sát",
            "held",
            None,
            None,
            1,
            "Ban Pháp chế Hội đồng nhân dân tỉnh Yên Bái",
            None,
            ["Công an huyện Yên Bình"],
        ),
    ),
    (
        "Thực hiện Quyết định số 721 ngày 29/3/2018 của Ban Bí thư về thành lập Đoàn kiểm tra, "
        "ngày 7/6, Đoàn kiểm tra của Ban Bí thư "
        "do ông Phan Đình Trạc - Bí thư Trung ương Đảng làm trưởng đoàn, đã làm việc với Ban "
        "Thường vụ Tỉnh ủy Lạng Sơn.",
        "2018-06-07",
        (
            "kiểm tra",
            "held",
            "2018-06-07",
            "2018-06-07",
            1,
            "Ban Bí thư",
            "Phan Đình Trạc",
            ["Ban Thường vụ Tỉnh ủy Lạng Sơn"],
        ),
    ),
    (
        "UBND huyện Đức Thọ, tỉnh Hà Tĩnh đã ban hành kết luận về thanh tra việc quản lý tài chính "
        "- ngân sách tại xã Thanh Bình.",
        "2023-05-30",
        (
            "thanh tra",
            "held",
            None,
            None,
            1,
            "Ủy ban nhân dân huyện Đức Thọ",
            None,
            ["xã Thanh Bình"],
        ),
    ),
    (
        "Ủy ban Kiểm tra Trung ương đã xem xét kết quả kiểm tra khi có dấu hiệu vi phạm đối với "
        "Ban cán sự đảng UBND tỉnh Lào Cai.",
        "2023-04-13",
        (
            "kiểm tra",
            "held",
            None,
            None,
            1,
            "Ủy ban Kiểm tra Trung ương",
            None,
            ["Ban cán sự đảng Ủy ban nhân dân tỉnh Lào Cai"],
        ),
    ),
    (
        "Theo Kế hoạch thanh tra năm 2024 của UBND tỉnh Tây Ninh, Thanh tra Sở Nội vụ sẽ tiến hành "
        "thanh tra việc quản lý biên chế tại "
        "Sở Y tế, Văn phòng UBND tỉnh.",
        "2023-12-20",
        (
            "thanh tra",
            "planned",
            "2024",
            "2024",
            1,
            "Thanh tra Sở Nội vụ tỉnh Tây Ninh",
            None,
            ["Sở Y tế tỉnh Tây Ninh", "Văn phòng Ủy ban nhân dân tỉnh Tây Ninh"],
        ),
    ),
    (
        "Cấp tỉnh đã tiến hành kiểm tra, giám sát 239 lượt tổ chức Đảng, 61 lượt đảng viên.",
        "2019-12-01",
        ("kiểm tra, giám sát", "held", None, None, 239, "Cấp tỉnh", None, []),
    ),
    (
        "Năm 2024, Đảng ủy xã Lao Chải, huyện Mù Cang Chải tổ chức 03 cuộc giám sát chuyên đề đối "
        "với Chi bộ thôn Hú Trù Lình.",
        "2024-12-31",
        (
            "giám sát",
            "held",
            "2024",
            "2024",
            3,
            "Đảng ủy xã Lao Chải",
            None,
            ["Chi bộ thôn Hú Trù Lình"],
        ),
    ),
    (
        "Quý II/2022, Thanh tra Sở Y tế tỉnh Hà Giang tiến hành 12 cuộc thanh tra chuyên ngành.",
        "2022-07-05",
        (
            "thanh tra",
            "held",
            "2022-04",
            "2022-06",
            12,
            "Thanh tra Sở Y tế tỉnh Hà Giang",
            None,
            [],
        ),
    ),
]


@pytest.mark.parametrize(("text", "published", "expected"), ONE)
def test_an_inspection_is_read(text, published, expected):
    found = told(text, published)
    first = found[0]
    leader = first.leader.name if first.leader else None
    inspector = first.inspector.name if first.inspector else None
    assert (
        first.mode,
        first.status,
        first.start,
        first.end,
        first.count,
        inspector,
        leader,
        names(first.units),
    ) == expected
    assert all(0 <= i.span.start < i.span.end <= len(text) for i in found)


# Words that tell of no inspection.
NONE = [
    "Công tác kiểm tra, giám sát được các cấp ủy quan tâm chỉ đạo.",
    "Ban Thường vụ Huyện ủy chỉ đạo các cơ quan, đơn vị kiểm tra, giám sát cán bộ, đảng viên.",
    "Ủy ban Kiểm tra Huyện ủy Mù Cang Chải có 9 đồng chí.",
    "MTTQ xây dựng kế hoạch giám sát việc thực hiện Quy định 124-QĐ/TW.",
    "Việc công khai kết luận thanh tra, kiểm tra có nơi chưa thực hiện đầy đủ.",
    "Chưa phát huy tốt vai trò giám sát của Ban Thanh tra nhân dân.",
    "Nhân dân bàn, dân làm, dân kiểm tra, dân giám sát, dân thụ hưởng.",
]


@pytest.mark.parametrize("text", NONE)
def test_a_duty_or_a_paper_is_no_inspection(text):
    assert told(text, "2021-09-08") == ()


def test_members_take_part_and_are_not_inspected():
    text = (
        "Ngày 07/7/2023, Đoàn giám sát của Ủy ban MTTQ Việt Nam huyện Duy Xuyên, tỉnh Quảng Nam "
        "giám sát tại UBND xã Duy Vinh. "
        "Thành phần Đoàn giám sát có: Ban Thường trực Ủy ban MTTQ Việt Nam huyện, đại diện lãnh "
        "đạo các tổ chức chính trị - xã hội "
        "huyện, Văn phòng HĐND-UBND huyện, Ban Pháp chế HĐND huyện."
    )
    (found,) = told(text, "2023-07-07")
    assert names(found.units) == ["Ủy ban nhân dân xã Duy Vinh"]
    assert names(found.members) == [
        "Ban Thường trực Ủy ban MTTQ Việt Nam huyện Duy Xuyên",
        "các tổ chức chính trị - xã hội huyện Duy Xuyên",
        "Văn phòng Hội đồng nhân dân-Ủy ban nhân dân huyện Duy Xuyên",
        "Ban Pháp chế Hội đồng nhân dân huyện Duy Xuyên",
    ]


def test_a_title_and_its_lead_tell_of_one_inspection():
    text = (
        "Ủy ban MTTQ huyện Duy Xuyên giám sát việc giải quyết kiến nghị của cử tri tại UBND xã Duy "
        "Vinh\n\n"
        "Ngày 07/7/2023, Đoàn giám sát của Ủy ban MTTQ huyện Duy Xuyên do ông Nguyễn Thanh Hải làm "
        "Trưởng đoàn đã giám sát tại "
        "UBND xã Duy Vinh."
    )
    (found,) = told(text, "2023-07-07")
    assert found.leader.name == "Nguyễn Thanh Hải"
    assert found.start == "2023-07-07"


def seed(request):
    folder = request.config.rootpath / "tests" / "texts"
    text = (folder / "seed.txt").read_text(encoding="utf-8")
    gold = json.loads((folder / "seed.gold.json").read_text(encoding="utf-8"))
    return text, gold


def of_gold(gold):
    return tuple(
        Citation(
            Span(c["start"], c["end"]),
            Span(c["core_start"], c["core_end"]),
            c["text"],
            c["kind"],
            c["number"],
            c["date"],
            c["issuer"],
            c["pinpoint"],
            bool(c.get("self_reference")),
            instrument=c["instrument"],
        )
        for c in gold["citations"]
    )


def test_the_seed_yields_its_six_inspections_whole(request):
    text, gold = seed(request)
    about = page(text)
    where = home(text, about.published, about.title)
    named = persons.people(text, where, about.published, ())
    furniture = boilerplate(text)
    skip = (*furniture, *repeated(text, furniture))
    found = inspections(text, "0" * 16, of_gold(gold), where, about.published, named, skip)

    def fields(i):
        return (
            i.mode,
            i.start,
            i.end,
            i.count,
            i.inspector.name,
            i.leader.name if i.leader else None,
            sorted(names(i.members)),
            sorted(names(i.units)),
            list(i.about),
            sorted(i.mandate),
        )

    expected = [
        (
            g["kind"],
            g["start"],
            g["end"],
            g["count"],
            g["inspector"],
            g["leader"],
            sorted(g["members"]),
            sorted(g["units"]),
            g["about"],
            sorted(g["mandate"]),
        )
        for g in sorted(gold["inspections"], key=lambda g: g["evidence"])
    ]
    assert [fields(i) for i in found] == expected


def test_a_long_line_is_read_in_bounded_time():
    assert told("Đoàn giám sát " * 2000, "2021-01-01") == ()
