"""What pages of the national database (vbpl) and of the codification state beside their texts."""

import pytest

from loaders.model import SourceText
from loaders.quads import quads
from loaders.reading import read

OWN = "instrument/cp/2021/nd/13"
LISTED = "instrument/cp/2011/nd/12"
LATER = "instrument/cp/2024/nd/7"
BLOCK = """Cơ quan ban hành
  • Quốc hội
Loại văn bản
  • Hiến pháp
  • Nghị định
  • Văn bản pháp luật »
  • Nghị định 13/2021/NĐ-CP
  • Toàn văn
  • VB liên quan
  • Nghị định 13/2021/NĐ-CP
  • Hiệu lực: {force}
  • Ngày có hiệu lực: 01/03/2021
"""
ITEM = """
  • {name}

    [ Lược đồ ] [ Thuộc tính ] [ Bản in ]

    • Ngày ban hành: {day}
    • Ngày có hiệu lực: 26/03/2024
"""
BEFORE = ITEM.format(
    name="Nghị định 12/2011/NĐ-CP Về tổ chức và chính sách đối với thanh niên", day="30/01/2011"
)
AFTER = ITEM.format(
    name="Nghị định 7/2024/NĐ-CP Sửa đổi Nghị định số 99/2020/NĐ-CP", day="09/02/2024"
)
MADE_OF = "Nội dung đang cập nhật.\n"


def page(*parts, force="Còn hiệu lực"):
    text = BLOCK.format(force=force) + "".join(parts) + MADE_OF
    return read(SourceText(text, "page.html"))


def short(iri):
    return iri.removeprefix("https://w3id.org/vankien/")


def stated(reading):
    return [(short(r.subject), r.predicate, short(r.object)) for r in reading.relations]


HEADINGS = [
    ("Văn bản căn cứ", BEFORE, [(OWN, "based_on", LISTED)]),
    ("Văn bản được hướng dẫn", BEFORE, [(OWN, "guides", LISTED)]),
    ("Văn bản hướng dẫn", AFTER, [(LATER, "guides", OWN)]),
    ("Văn bản được quy định chi tiết", BEFORE, [(OWN, "details", LISTED)]),
    ("Văn bản được HD, QĐ chi tiết", BEFORE, [(OWN, "implements", LISTED)]),
    ("Văn bản HD, QĐ chi tiết", AFTER, [(LATER, "implements", OWN)]),
    ("Văn bản quy định chi tiết, hướng dẫn thi hành (1)", AFTER, [(LATER, "implements", OWN)]),
    ("Văn bản được sửa đổi", BEFORE, [(OWN, "amends", LISTED)]),
    ("Văn bản sửa đổi", AFTER, [(LATER, "amends", OWN)]),
    ("Văn bản bổ sung", AFTER, [(LATER, "supplements", OWN)]),
    ("Văn bản bị sửa đổi, bổ sung", BEFORE, [
        (OWN, "amends", LISTED), (OWN, "supplements", LISTED)]),
    ("Văn bản bị thay thế", BEFORE, [(OWN, "replaces", LISTED)]),
    ("Văn bản thay thế", AFTER, [(LATER, "replaces", OWN)]),
    ("Văn bản bãi bỏ", AFTER, [(LATER, "repeals", OWN)]),
    ("Văn bản hết hiệu lực", BEFORE, [(OWN, "repeals", LISTED)]),
    ("Văn bản quy định hết hiệu lực", AFTER, [(LATER, "repeals", OWN)]),
    ("Văn bản bị hết hiệu lực 1 phần", BEFORE, [(OWN, "amends", LISTED)]),
    ("Văn bản quy định hết hiệu lực một phần", AFTER, [(LATER, "amends", OWN)]),
    ("Văn bản bị đình chỉ thi hành", BEFORE, [(OWN, "suspends", LISTED)]),
    ("Văn bản đình chỉ 1 phần", AFTER, [(LATER, "suspends", OWN)]),
    ("Văn bản tạm ngưng hiệu lực", AFTER, [(LATER, "suspends", OWN)]),
    ("Văn bản được đính chính", BEFORE, [(OWN, "corrects", LISTED)]),
    ("Văn bản đính chính", AFTER, [(LATER, "corrects", OWN)]),
    ("Văn bản được hợp nhất", BEFORE, [(OWN, "consolidates", LISTED)]),
    # The portal says it of both; the later of the two cites.
    ("Văn bản dẫn chiếu", BEFORE, [(OWN, "cites", LISTED)]),
    ("Văn bản dẫn chiếu", AFTER, [(LATER, "cites", OWN)]),
    ("Văn bản được dẫn chiếu", BEFORE, [(OWN, "cites", LISTED)]),
    # These state no relation that we have a word for.
    ("Văn bản liên quan khác", BEFORE, []),
    ("Văn bản tiếng Anh", BEFORE, []),
    # What is issued later cannot have been acted upon: better nothing than the wrong way round.
    ("Văn bản hết hiệu lực", AFTER, []),
    ("Văn bản căn cứ", AFTER, []),
]  # fmt: skip


@pytest.mark.parametrize("heading, item, expected", HEADINGS)
def test_a_heading_states_relations(heading, item, expected):
    reading = page("Văn bản liên quan khác\n", AFTER, f"{heading}\n", item)
    assert stated(reading) == expected
    for relation in reading.relations:
        text = reading.source.text
        quote = text[relation.span.start : relation.span.end]
        words = heading.removesuffix(" (1)")
        assert quote.startswith(f"{words}{heading.removeprefix(words)}\n\n  • Nghị định")
        assert "Ngày ban hành: " in quote
        assert relation.rule == f"đề mục “{words}”"


def test_far_below_its_heading_an_item_is_quoted_alone():
    reading = page("Văn bản sửa đổi\n", AFTER, AFTER.replace("7/2024", "8/2024") * 4)
    spans = [relation.span for relation in reading.relations]
    quotes = [reading.source.text[span.start : span.end] for span in spans]
    assert quotes[0].startswith("Văn bản sửa đổi")
    assert quotes[-1].startswith("Nghị định 8/2024")
    assert max(map(len, quotes)) <= 400
    rules = [
        line for line in quads(reading) if "ontology#rule" in line and "Văn bản sửa đổi" in line
    ]
    assert len(rules) == len(reading.relations)


def test_only_what_the_list_is_about_is_cited():
    """Neither 'Hiến pháp' of the menu nor the decree inside a title."""
    reading = page("Văn bản sửa đổi\n", AFTER, BEFORE)
    cited = [short(c.instrument) for c in reading.citations]
    assert cited == [OWN, LATER, LISTED]
    assert [c.date for c in reading.citations] == [None, "2024-02-09", "2011-01-30"]
    assert reading.source.title == "Nghị định 13/2021/NĐ-CP"
    assert all(reading.source.text[c.span.start : c.span.end] == c.text for c in reading.citations)


def test_an_unnumbered_instrument_is_known_by_its_year():
    item = ITEM.format(name="Hiến pháp Không số Hiến pháp năm 1980", day="18/12/1980")
    unnamed = ITEM.format(name="Hiến pháp Không số", day="18/12/1980")
    reading = page("Văn bản căn cứ\n", item, unnamed)
    [relation] = reading.relations
    [listed] = [c for c in reading.citations if c.kind == "Hiến pháp"]
    assert (relation.object, listed.date) == (listed.instrument, "1980-12-18")


@pytest.mark.parametrize("force, expected", [
    ("Còn hiệu lực", "còn hiệu lực"),
    ("Hết hiệu lực một phần", "hết hiệu lực một phần"),
    ("Hết hiệu lực toàn bộ", "hết hiệu lực"),
    ("Chưa có hiệu lực", "chưa có hiệu lực"),
    ("Ngưng hiệu lực", "ngưng hiệu lực"),
    ("Không còn phù hợp", None),
])  # fmt: skip
def test_the_block_tells_whether_and_since_when_it_is_in_force(force, expected):
    reading = page("Văn bản căn cứ\n", BEFORE, force=force)
    said = {each.name: each.value for each in reading.properties}
    assert said == {"effective_from": "2021-03-01"} | ({"validity": expected} if expected else {})
    assert {short(each.instrument) for each in reading.properties} == {OWN}
    words = {each.name: each.span for each in reading.properties}
    assert [reading.source.text[s.start : s.end] for s in words.values()][-1] == "01/03/2021"
    assert stated(reading) == [(OWN, "based_on", LISTED)]
    lines = "\n".join(quads(reading))
    assert ("#statedValidity>" in lines) == bool(expected)
    # What holds is the record's to say.
    assert "#validity>" not in lines


def test_the_block_above_a_full_text_is_of_that_text():
    text = """  • Hiệu lực: Còn hiệu lực
  • Ngày có hiệu lực: 11/07/1989
QUỐC HỘI
Số: 21-LCT/HDNN8
CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM
Hà Nội, ngày 30 tháng 6 năm 1989

LUẬT

BẢO VỆ SỨC KHOẺ NHÂN DÂN

Văn bản hướng dẫn
Nghị định 12/2011/NĐ-CP
"""
    reading = read(SourceText(text, "luat.html"))
    assert [(short(p.instrument), p.name, p.value) for p in reading.properties] == [
        ("instrument/hdnn/1989/lct/21", "validity", "còn hiệu lực"),
        ("instrument/hdnn/1989/lct/21", "effective_from", "1989-07-11"),
    ]
    assert stated(reading) == []
    assert LISTED in [short(c.instrument) for c in reading.citations]


@pytest.mark.parametrize("text", [
    "",
    "Hiệu lực: Còn hiệu lực",
    "Nghị định 13/2021/NĐ-CP\nHiệu lực: Còn hiệu lực\nVăn bản căn cứ",
    "Hiệu lực: Còn hiệu lực\nVăn bản căn cứ\nNghị định 12/2011/NĐ-CP",
    "x Nghị định 13/2021/NĐ-CP\nHiệu lực: Còn hiệu lực\nVăn bản căn cứ\nNghị định 12/2011/NĐ-CP",
])  # fmt: skip
def test_pieces_of_a_page_state_no_relation(text):
    assert read(SourceText(text, "x.txt")).relations == ()


CODE = """Điều 36.3.NĐ.1.1. Phạm vi

(Điều 1 Nghị định số 12/2011/NĐ-CP Về tổ chức ngày 30/01/2011 của Chính phủ, có hiệu lực thi hành kể từ ngày 26/03/2011)

Theo khoản 2 Điều 5 Nghị định này.

Điều 36.3.NĐ.2.1. Phạm vi

(Điều 1 Nghị định số 13/2021/NĐ-CP Quy định về đối thoại ngày 01/03/2021 của Chính phủ, có hiệu lực thi hành kể từ ngày {first})

Theo Điều 7 Nghị định này và khoản 1 Điều 3 Thông tư này.

Điều 36.3.NĐ.2.2. Đối tượng

(Điều 2 Nghị định số 13/2021/NĐ-CP, có hiệu lực thi hành kể từ ngày {second})
"""  # noqa: E501


def test_an_article_of_the_codification_means_the_instrument_that_it_comes_from():
    reading = read(SourceText(CODE.format(first="01/03/2021", second="01/03/2021"), "code.html"))
    meant = [short(c.instrument) for c in reading.citations if c.text.endswith("Nghị định này")]
    assert meant == [LISTED, OWN]
    [other] = [c.instrument for c in reading.citations if c.text.endswith("Thông tư này")]
    assert "/ref/" in other


@pytest.mark.parametrize("second, days", [
    ("01/03/2021", {LISTED: "2011-03-26", OWN: "2021-03-01"}),
    # Articles in force since other days say nothing of the instrument as a whole.
    ("01/07/2021", {LISTED: "2011-03-26"}),
    ("31/02/2021", {LISTED: "2011-03-26"}),
])  # fmt: skip
def test_the_codification_says_since_when_an_instrument_is_in_force(second, days):
    reading = read(SourceText(CODE.format(first="01/03/2021", second=second), "code.html"))
    assert {short(p.instrument): p.value for p in reading.properties} == days
    text = reading.source.text
    assert all("kể từ ngày" in text[p.span.start : p.span.end] for p in reading.properties)
