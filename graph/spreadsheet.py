"""Answers as a workbook for a spreadsheet: typed cells, and never a formula or a link.

A number that is a name ('08', '124-QĐ/TW') is a string in the graph and stays text in its cell.
"""

import io
from collections.abc import Mapping, Sequence
from datetime import date, datetime

import pyoxigraph as ox
import xlsxwriter

from graph.notice import NOTICE, NOTICE_EN
from graph.questions import Answer
from graph.snapshots import Term
from ontology import iris

_XSD = "http://www.w3.org/2001/XMLSchema#"
_NUMBERS = {_XSD + name for name in ("integer", "int", "decimal", "double")}
# What a cell can hold, by the format; a longer text is cut, and says so.
_LONGEST = 32_767
_CUT = " […]"
# A spreadsheet keeps 15 digits of a number, and knows no day before 1900.
_DIGITS = 15
_FIRST_YEAR = 1900
# In letters: the mark of the filter needs room, and a quote shall not fill the screen.
_ROOM, _WIDEST = 3, 60
# What must not be mistaken is said on a sheet of its own.
_NOTE = (f"Bản xuất từ vankien. {NOTICE}", f"An export of vankien. {NOTICE_EN}")
_OPTIONS = {
    "in_memory": True,
    "strings_to_numbers": False,
    "strings_to_formulas": False,
    "strings_to_urls": False,
}

Cell = str | float | bool | date | None


def workbook(
    answer: Answer,
    day_first: bool = False,
    headings: Mapping[str, str] | None = None,
    name: str = "Kết quả",
) -> bytes:
    """The file of a workbook with the rows on its first sheet; dates as 2018-02-02 or 02/02/2018.

    Either way a date is a date: what differs is how its cell shows it. `headings` are what the
    columns are called in the reader's language.
    """
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, _OPTIONS) as book:
        # The same rows give the same bytes, whenever they are asked for.
        book.set_properties({"created": datetime(1980, 1, 1)})  # noqa: DTZ001
        sheet = book.add_worksheet(name)
        called = headings or {}
        titles = [called.get(each, each) for each in answer.columns]
        _rows(book, sheet, answer, titles, "dd/mm/yyyy" if day_first else "yyyy-mm-dd")
        about = book.add_worksheet("vankien")
        said = (f"phiên bản dữ liệu {answer.version.number}", answer.version.hash)
        about.write_column(0, 0, [*_NOTE, *said])
    return out.getvalue()


def cell(term: Term | None) -> Cell:
    """The value of a cell."""
    if term is None:
        return None
    if not isinstance(term, ox.Literal):
        return str(getattr(term, "value", term)).removeprefix(iris.BASE)
    kind, value = term.datatype.value, term.value
    if kind in _NUMBERS and sum(map(str.isdigit, value)) <= _DIGITS:
        return float(value)
    if kind == _XSD + "boolean":
        return value in ("true", "1")
    if kind == _XSD + "date" and len(value) == len("2018-02-02"):
        day = date.fromisoformat(value)
        return day if day.year >= _FIRST_YEAR else value
    return value if len(value) <= _LONGEST else value[: _LONGEST - len(_CUT)] + _CUT


def _rows(
    book: xlsxwriter.Workbook,
    sheet: xlsxwriter.worksheet.Worksheet,
    answer: Answer,
    titles: Sequence[str],
    dates: str,
) -> None:
    sheet.write_row(0, 0, titles, book.add_format({"bold": True}))
    sheet.freeze_panes(1, 0)
    day = book.add_format({"num_format": dates})
    widths = [len(title) for title in titles]
    for number, row in enumerate(answer.rows, start=1):
        for place, column in enumerate(answer.columns):
            value = cell(row[column])
            widths[place] = max(widths[place], len(str(value)))
            if isinstance(value, str):
                sheet.write_string(number, place, value)
            elif isinstance(value, date):
                sheet.write_datetime(number, place, value, day)
            elif value is not None:
                sheet.write(number, place, value)
    for place, width in enumerate(widths):
        sheet.set_column(place, place, min(width + _ROOM, _WIDEST))
    if answer.rows:
        sheet.autofilter(0, 0, len(answer.rows), len(answer.columns) - 1)
