"""Tables that people take away: CSV and XLSX that a spreadsheet opens without a doubt, and JSON."""

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence

from flask import Response, jsonify, request

from graph.notice import BOTH
from graph.questions import Answer
from graph.snapshots import Term, Version
from graph.spreadsheet import workbook
from web.language import headings, say, shown_date
from web.problems import BadRequest

# The forms that `?format=` names, with their media types.
FORMS = {
    "json": "application/json",
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
# Of these parameters every list takes, whatever it asks.
OURS = frozenset({"format", "lang", "dates", "page", "per-page"})
# What a spreadsheet would take for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_DATE = re.compile(r"\d{4}(-\d{2}){0,2}")
_SEVERAL = " | "


def tabled(
    columns: Sequence[str], rows: Iterable[Sequence[Term | None]], version: Version
) -> Answer:
    """A table of a page as an answer, to be taken away like one."""
    return Answer(
        tuple(columns), tuple(dict(zip(columns, row, strict=True)) for row in rows), version
    )


def taken_away(answer: Answer, form: str, name: str, said: Mapping[str, object]) -> Response:
    """An answer as a file; `said` is what the JSON says beside its rows.

    `?dates=dmy` prints dates day first. Raises BadRequest for a form that tables do not have.
    """
    if form not in FORMS:
        have = ", ".join(FORMS)
        raise BadRequest(f"Bảng này có ở dạng: {have}.", f"This table is to be had as {have}.")
    day_first = request.args.get("dates") == "dmy"
    if form == "csv":
        # With a byte order mark, without which spreadsheets take the text for Latin-1.
        body: str | bytes = "\ufeff" + _csv(answer, day_first)
    elif form == "xlsx":
        named = headings(answer.columns, say("vi", "en"))
        body = workbook(answer, day_first, named, say("Kết quả", "Results"))
    else:
        version = {"number": answer.version.number, "hash": answer.version.hash}
        whole = {"version": version, "truncated": False, "notice": BOTH, **said}
        return jsonify(**whole, columns=list(answer.columns), rows=list(answer.values()))
    response = Response(body, mimetype=FORMS[form])
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.{form}"'
    response.headers["X-Dataset-Version"] = answer.version.stamp
    return response


def _csv(answer: Answer, day_first: bool) -> str:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(answer.columns)
    for row in answer.values():
        writer.writerow([_plain(value, day_first) for value in row.values()])
    return out.getvalue()


def _plain(value: str | float | None, day_first: bool) -> str | float | None:
    """A value that no spreadsheet calculates; numbers stay numbers."""
    if not isinstance(value, str):
        return value
    if day_first and all(_DATE.fullmatch(each) for each in value.split(_SEVERAL)):
        return _SEVERAL.join(map(shown_date, value.split(_SEVERAL)))
    return f"'{value}" if value.startswith(_FORMULA) else value
