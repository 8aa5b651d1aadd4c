"""An office's instruments from a spreadsheet: each with the words of its row, errors by row."""

import io
import re
from datetime import date

import openpyxl
import pyoxigraph as ox
import pytest

from graph.snapshots import snapshot
from loaders.model import SourceText
from loaders.readers import Refusal, received
from ontology import iris

HEADER = ["STT", "Số, ký hiệu", "Loại văn bản", "Ngày ban hành", "Cơ quan ban hành", "Trích yếu"]
FULL = [*HEADER, "Ngày có hiệu lực", "Ngày hết hiệu lực", "Thay thế", "Sửa đổi, bổ sung"]
COMMITTEE = "Ủy ban nhân dân tỉnh Yên Bái"
OLD = f"Quyết định số 05/2015/QĐ-UBND ngày 02/3/2015 của {COMMITTEE}"
GOOD = [
    1,
    "12/2021/QĐ-UBND",
    None,
    date(2021, 8, 20),
    COMMITTEE,
    "về quản lý kinh phí; quyết toán",
    date(2021, 9, 1),
    "01/01/2024",
    OLD,
    None,
]


def book(*rows, header=FULL, above=()):
    """The bytes of a workbook with one sheet."""
    made = openpyxl.Workbook()
    for row in (*above, header, *rows):
        made.active.append(row)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def read(raw):
    (found,) = received(raw, "danh-muc.xlsx")
    return found


def test_a_row_becomes_a_line():
    found = read(book(GOOD, above=[["DANH MỤC VĂN BẢN"], []]))
    assert isinstance(found, SourceText)
    assert found.text.split("\n\n")[1].strip() == (
        f"Dòng 4: Quyết định số 12/2021/QĐ-UBND ngày 20/08/2021 của {COMMITTEE}; trích yếu: “về "
        "quản lý kinh phí; quyết toán”; có hiệu lực từ ngày 01/09/2021; hết hiệu lực từ ngày "
        f"01/01/2024; thay thế {OLD}."
    )


def row(**cells):
    names = dict(zip(("stt", "number", "kind", "issued", "issuer", "title"), GOOD, strict=False))
    names |= {"effective": None, "expired": None, "replaces": None, "amends": None} | cells
    return list(names.values())


# What is wrong with the row, and what is said of it in both languages.
WRONG = [
    ({"number": None}, "dòng 3: thiếu số, ký hiệu", "row 3: no number"),
    ({"number": "12"}, "“12” không phải số, ký hiệu", "'12' is no number"),
    ({"issued": None}, "thiếu ngày ban hành", "no date"),
    ({"issued": "31/6/2021"}, "“31/6/2021” không phải ngày", "is no day"),
    ({"issued": "mùa thu"}, "“mùa thu” không phải ngày", "is no day"),
    ({"issuer": ""}, "thiếu cơ quan ban hành", "no issuer"),
    ({"kind": "Quy tắc lạ"}, "không có loại văn bản “Quy tắc lạ”", "there is no kind"),
    ({"number": "12-QĐ/TU"}, "thiếu loại văn bản (có thể là: ", "no kind (it may be: "),
    ({"effective": "2021-08-01"}, "ngày có hiệu lực trước ngày ban hành", "effective before date"),
    (
        {"effective": "2021-09-01", "expired": "2021-08-25"},
        "ngày hết hiệu lực trước ngày có hiệu lực",
        "expired before effective",
    ),
    ({"replaces": "quyết định cũ"}, "thay thế: “quyết định cũ” không có số", "has no number"),
    ({}, "trùng dòng 2", "the same as row 2"),
]


@pytest.mark.parametrize(("cells", "words", "english"), WRONG, ids=[w[1][:30] for w in WRONG])
def test_a_wrong_row_refuses_the_sheet_and_is_named(cells, words, english):
    found = read(book(GOOD, row(**cells)))
    assert isinstance(found, Refusal)
    assert "dòng 3: " in found.reason
    assert words in found.reason
    assert english in found.reason_en


def test_every_error_is_told_and_many_are_counted():
    found = read(book(*(row(number=None, issuer=None) for _ in range(30))))
    assert found.reason_en.count("\n  row") == 20
    assert "40 more" in found.reason_en  # two a row: what has no number is asked for no kind


def test_a_sheet_without_the_columns_is_told_what_it_needs():
    found = read(book(["a", "b"], header=["x", "y"]))
    assert "docs/register.md" in found.reason
    assert "docs/register.md" in found.reason_en


def test_a_file_that_only_looks_like_a_workbook_is_refused():
    raw = book(GOOD)
    assert isinstance(read(raw[: len(raw) // 2]), Refusal)


@pytest.fixture
def loaded(run, tmp_path):
    path, store = tmp_path / "danh-muc.xlsx", tmp_path / "store"
    path.write_bytes(book(GOOD))
    shown = run("load", path, "--store", store)
    assert shown.code == 0, shown.err
    return snapshot(store)


def test_what_a_row_says_is_in_the_graph_with_its_words(loaded):
    new = f"{iris.BASE}instrument/ubnd-yen-bai/2021/qd-qppl/12"
    old = f"{iris.BASE}instrument/ubnd-yen-bai/2015/qd-qppl/5"
    said = {
        (str(row["p"].value).rsplit("/", 1)[-1].rsplit("#", 1)[-1], row["o"].value)
        for row in loaded.rows("SELECT ?i ?p ?o { ?i ?p ?o }", {"i": ox.NamedNode(new)})
    }
    assert {
        ("identifier", "12/2021/QĐ-UBND"),
        ("issued", "2021-08-20"),
        ("title", "về quản lý kinh phí; quyết toán"),
        ("effectiveFrom", "2021-09-01"),
        ("expiredOn", "2024-01-01"),
        ("replaces", old),
        ("issuedBy", f"{iris.BASE}body/uy-ban-nhan-dan-tinh-yen-bai"),
    } <= said
    quotes = loaded.rows(
        "PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> "
        "PREFIX oa: <http://www.w3.org/ns/oa#> "
        "SELECT ?o ?q { GRAPH ?g { ?c rdf:object ?o ; oa:hasSelector/oa:exact ?q } }",
        {"o": ox.NamedNode(old)},
    )
    assert [row["q"].value for row in quotes if row["q"].value.startswith("thay thế ")]


def test_a_preview_prints_the_instruments_and_writes_nothing(run, tmp_path):
    path, store = tmp_path / "danh-muc.xlsx", tmp_path / "store"
    path.write_bytes(book(GOOD))
    shown = run("load", path, "--store", store, "--preview")
    assert shown.code == 0
    assert "instrument/ubnd-yen-bai/2021/qd-qppl/12 (resolved)" in shown.out
    # the row as the sheet counts it, not the line of the text made from it
    assert re.search(r"^ +2  Quyết định, 12/2021/QĐ-UBND", shown.out, re.M)
    assert not store.exists()
    path.write_bytes(book(row(number=None)))
    shown = run("load", path, "--store", store, "--preview")
    assert shown.code == 1
    assert "row 2: no number" in shown.err
