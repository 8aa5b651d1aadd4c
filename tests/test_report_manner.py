"""What paragraphs in the manner of real reports tell, by the table in data/report_manner.txt."""

import re
from pathlib import Path

import pytest

from loaders.model import SourceText
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
    assert len(ROWS) >= 55
