"""What paragraphs in the manner of real reports tell, by the table in data/report_manner.txt."""

import re
from pathlib import Path
from unicodedata import normalize

import pytest

from loaders.model import SourceText
from loaders.quads import quads
from loaders.reading import read

HEADS = {
    "none": "",
    "Mặt trận huyện": "ỦY BAN MTTQ VIỆT NAM HUYỆN TÂN KỲ\nBAN THƯỜNG TRỰC\n\nSố: 41/BC-MTTQ-BTT\n"
    "Tân Kỳ, ngày 20 tháng 11 năm 2023\n\nBÁO CÁO\nKết quả giám sát\n\n",
    "HĐND tỉnh": "HỘI ĐỒNG NHÂN DÂN TỈNH TUYÊN QUANG\n\nSố: 88/BC-HĐND\nTuyên Quang, ngày 15 "
    "tháng 8 năm 2022\n\nBÁO CÁO\nKết quả giám sát\n\n",
    "UBKT tỉnh": "TỈNH ỦY CÀ MAU\nỦY BAN KIỂM TRA\n*\nSố 112-BC/UBKTTU\nCà Mau, ngày 10 tháng 7 "
    "năm 2022\n\nBÁO CÁO\ncông tác kiểm tra, giám sát 6 tháng đầu năm 2022\n\n",
    "Thanh tra tỉnh": "UBND TỈNH LÂM ĐỒNG\nTHANH TRA TỈNH\n\nSố: 21/KL-TTr\nLâm Đồng, ngày 20 "
    "tháng 9 năm 2019\n\nKẾT LUẬN THANH TRA\n\n",
    "Đảng ủy xã": "ĐẢNG BỘ TỈNH NGHỆ AN\nĐẢNG ỦY XÃ TÂN KỲ\n*\nSố 37-BC/ĐU\nTân Kỳ, ngày 12 "
    "tháng 3 năm 2026\n\nBÁO CÁO\nkết quả công tác quý I năm 2026\n\n",
    "tin": "Thứ ba, 12/09/2023 08:15\n\nGiám sát tại huyện Hàm Yên, tỉnh Tuyên Quang\n\n",
}
MARKS = ("--", "->", "=>")


def rows():
    """The head, the paragraph and the expected lines, by their marks, of each row."""
    table = (Path(__file__).parent / "data" / "report_manner.txt").read_text(encoding="utf-8")
    for block in re.split(r"^== ", table, flags=re.M)[1:]:
        head, *lines = [line for line in block.splitlines() if not line.startswith("#")]
        told = "\n".join(line for line in lines if line[:2] not in MARKS).strip()
        yield head, told, [(line[:2], line[3:]) for line in lines if line[:2] in MARKS]


ROWS = list(rows())


def of(mark):
    """The rows that expect something of a sort."""
    return [
        (head, told, [words for sort, words in expected if sort == mark])
        for head, told, expected in ROWS
        if any(sort == mark for sort, _ in expected)
    ]


def reading(head, told):
    found = read(SourceText(HEADS[head] + told, ""))
    return found, {each.iri: each.number or "" for each in found.instruments}


def fields(inspection, numbers):
    """What the rows may ask of an inspection, as words."""
    when = (inspection.start or "", inspection.end or "")
    return {
        "mode": inspection.mode,
        "status": inspection.status,
        "count": str(inspection.count or ""),
        "time": when[0] if when[0] == when[1] else "/".join(when),
        "inspector": inspection.inspector.printed if inspection.inspector else "",
        "leader": inspection.leader.name if inspection.leader else "",
        "units": "; ".join(unit.printed for unit in inspection.units),
        "members": "; ".join(getattr(each, "printed", each.name) for each in inspection.members),
        "about": "; ".join(numbers[each] for each in inspection.about),
        "mandate": "; ".join(numbers[each] for each in inspection.mandate),
    }


def asked(words):
    """The fields of an expected line: 'time: 2023-05 | units: A; B'; none for 'none'."""
    parts = [part.split(":", 1) for part in words.split(" | ")] if words != "none" else []
    return {name.strip(): value.strip() for name, value in parts}


@pytest.mark.parametrize(("head", "told", "expected"), of("--"))
def test_an_inspection_is_told(head, told, expected):
    found, numbers = reading(head, told)
    wanted = [row for row in map(asked, expected) if row]
    said = [fields(each, numbers) for each in found.inspections]
    shown = [
        {name: each[name] for name in row} for each, row in zip(said, wanted, strict=False)
    ] + said[len(wanted) :]
    assert shown == wanted


@pytest.mark.parametrize(("head", "told", "expected"), of("->"))
def test_an_instrument_is_carried_out(head, told, expected):
    found, numbers = reading(head, told)
    said = [
        f"{each.body.printed} | {numbers[each.instrument]} | {each.measure} | {each.date or ''}"
        for each in found.implementations
    ]
    assert [line.strip() for line in said] == [
        line.strip() for line in expected if line.strip() != "none"
    ]


@pytest.mark.parametrize(("head", "told", "expected"), of("=>"))
def test_a_relation_is_stated(head, told, expected):
    found, numbers = reading(head, told)
    names = numbers | {mention.body.iri: mention.body.printed for mention in found.bodies}
    said = [
        f"{names.get(r.subject)} | {r.predicate} | {names.get(r.object)}" for r in found.relations
    ]
    assert [line for line in expected if line not in said] == [], said


def test_the_table_is_read():
    assert len(ROWS) >= 69


@pytest.mark.parametrize(
    ("words", "issuer"),
    [
        ("UBND tỉnh đã ban hành Kế hoạch số 62/KH-UBND.", "UBND tỉnh Tuyên Quang"),
        ("Sở Tư pháp tham mưu UBND tỉnh ban hành Kế hoạch số 62/KH-UBND.", "UBND tỉnh Tuyên Quang"),
        ("Ban Thường vụ Tỉnh ủy đã ban hành Kế hoạch số 62-KH/TU.", "Ban Thường vụ Tỉnh ủy"),
        # said of a sort of body, or of nobody beside the verb
        ("Các huyện đã ban hành Kế hoạch số 62/KH-UBND.", None),
        ("UBND tỉnh họp; đã ban hành Kế hoạch số 62/KH-UBND.", None),
        ("Sau khi UBND tỉnh có ý kiến, đã ban hành Kế hoạch số 62/KH-UBND.", None),
    ],
)
def test_who_issued_a_paper_is_told_by_its_sentence(words, issuer):
    found, _ = reading("HĐND tỉnh", words)
    told = [each.issuer for each in found.instruments if (each.number or "").startswith("62")]
    assert len(told) == 1
    assert (told[0] or "").startswith(issuer) if issuer else told == [None]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_the_words_that_say_who_issued_a_paper_are_its_evidence(form):
    text = normalize(form, "Ở đây, UBND huyện Na Hang đã ban hành Kế hoạch số 62/KH-UBND.")
    (citation,) = read(SourceText(text, "")).citations
    said = text[citation.issued_at.start : citation.issued_at.end]
    assert normalize("NFC", said) == "UBND huyện Na Hang đã ban hành Kế hoạch số 62/KH-UBND"


def test_people_are_members_of_the_delegation_and_no_participating_bodies():
    told = (
        "Ngày 07/6/2022, Đoàn giám sát của HĐND tỉnh giám sát tại UBND huyện Na Hang. Tham gia "
        "đoàn có bà Nông Thị Lanh, Trưởng Ban Dân tộc HĐND tỉnh; đại diện Thanh tra tỉnh."
    )
    lines = quads(read(SourceText(HEADS["HĐND tỉnh"] + told, "")))
    joined = [line for line in lines if "org#hasMember>" in line]
    taking_part = [line for line in lines if "ontology#participant>" in line]
    assert ["/person/nong-thi-lanh" in line for line in sorted(joined)] == [False, True]
    assert len(taking_part) == 1
    assert "/body/thanh-tra-tinh-tuyen-quang" in taking_part[0]
