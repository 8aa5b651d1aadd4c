"""Workbooks hold typed cells; what looks like a number or a formula and is none stays text."""

import io
import zipfile
from datetime import date
from xml.etree import ElementTree

import pyoxigraph as ox
import pytest

from graph.questions import Answer
from graph.snapshots import Version
from graph.spreadsheet import cell, workbook
from ontology import iris

XSD = "http://www.w3.org/2001/XMLSchema#"
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
VERSION = Version(7, "ab", "2026-11-23T04:00:00Z")


def typed(value, datatype):
    return ox.Literal(value, datatype=ox.NamedNode(XSD + datatype))


CELLS = [
    (ox.Literal("08"), "08"),
    (ox.Literal("124-QĐ/TW"), "124-QĐ/TW"),
    (ox.Literal("=SUM(A1)"), "=SUM(A1)"),
    (ox.Literal("https://example.org/"), "https://example.org/"),
    (ox.Literal("Huyện ủy Mù Cang Chải", language="vi"), "Huyện ủy Mù Cang Chải"),
    (ox.NamedNode(iris.BASE + "instrument/tw/k12/qd/124"), "instrument/tw/k12/qd/124"),
    (typed("151", "integer"), 151.0),
    (typed("30.5", "decimal"), 30.5),
    # more digits than a spreadsheet keeps
    (typed("1234567890123456", "integer"), "1234567890123456"),
    (typed("2018-02-02", "date"), date(2018, 2, 2)),
    # spreadsheets know no day of that year, and a year alone is no day
    (typed("1890-05-19", "date"), "1890-05-19"),
    (typed("2018", "gYear"), "2018"),
    (typed("true", "boolean"), True),
    (None, None),
]


@pytest.mark.parametrize("term, expected", CELLS, ids=str)
def test_a_cell_has_the_type_of_its_term(term, expected):
    assert cell(term) == expected
    assert type(cell(term)) is type(expected)


def test_a_text_too_long_for_a_cell_says_that_it_was_cut():
    cut = cell(ox.Literal("ă" * 40_000))
    assert len(cut) == 32_767
    assert cut.endswith("[…]")


def answer():
    """One row of every sort of cell."""
    terms = {f"c{number}": term for number, (term, _) in enumerate(CELLS)}
    return Answer(tuple(terms), (terms,), VERSION)


def test_a_workbook_holds_no_formula_and_no_link():
    with zipfile.ZipFile(io.BytesIO(workbook(answer()))) as book:
        sheet = ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml"))
        strings = ElementTree.fromstring(book.read("xl/sharedStrings.xml"))
        assert not [
            name for name in book.namelist() if "externalLink" in name or "_rels/sheet" in name
        ]
    assert not list(sheet.iter(f"{SHEET}f"))
    assert not list(sheet.iter(f"{SHEET}hyperlink"))
    texts = [node.text for node in strings.iter(f"{SHEET}t")]
    cells = list(sheet.iter(f"{SHEET}row"))[1].findall(f"{SHEET}c")
    shown = [
        texts[int(each.findtext(f"{SHEET}v"))]
        if each.get("t") == "s"
        else each.findtext(f"{SHEET}v")
        for each in cells
    ]
    # 43133 is 2 February 2018 as spreadsheets count days.
    expected = ["08", "124-QĐ/TW", "=SUM(A1)", "https://example.org/", "Huyện ủy Mù Cang Chải"]
    expected += ["instrument/tw/k12/qd/124", "151", "30.5", "1234567890123456", "43133"]
    assert shown == [*expected, "1890-05-19", "2018", "1"]


def test_the_same_answer_gives_the_same_file():
    assert workbook(answer()) == workbook(answer())


def test_no_rows_are_a_sheet_with_its_columns():
    assert workbook(Answer(("number",), (), VERSION))
