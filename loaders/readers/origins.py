"""What is known of a file besides its bytes: whence it comes, and under which terms.

A SOURCES.tsv of its folder tells, or a JSON file beside it, or the list that names it.
"""

import csv
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from email.utils import parsedate_to_datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from loaders import dates
from loaders.model import Remark, SourceText

NAME = "SOURCES.tsv"
# How many folders above a file are looked into.
_LEVELS = 4
# A JSON file beside a text tells of it in a few lines; a larger one is something else.
_LARGEST_NOTE = 1_000_000
_ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`]+")
# 2021   2021-07   2021-09-08   2021-09-08T09:33   2021-09-08 09:33:23+07:00
_ISO = re.compile(r"(\d{4}(?:-\d\d){0,2})(?:[T ](\d\d:\d\d)(:\d\d)?.*)?")
_OFFICIAL = "official text, outside copyright (Law on Intellectual Property, art. 15)"


@dataclass(frozen=True, slots=True)
class Origin:
    """Whence a file comes and under which terms, as its folder or a list tells.

    `remarks` say what of it was not understood.
    """

    url: str | None = None
    rights: str | None = None
    title: str | None = None
    published: str | None = None
    author: str | None = None
    remarks: tuple[Remark, ...] = ()

    def told_of(self, text: SourceText) -> SourceText:
        """The text with what is known of it, after what the page says of itself."""
        return replace(
            text,
            url=text.url or self.url,
            rights=text.rights or self.rights,
            title=text.title or self.title,
            published=text.published or self.published,
            author=text.author or self.author,
            remarks=(*self.remarks, *text.remarks),
        )

    def over(self, other: "Origin") -> "Origin":
        """What this one tells, and where it is silent the other."""
        return Origin(
            url=self.url or other.url,
            rights=self.rights or other.rights,
            title=self.title or other.title,
            published=self.published or other.published,
            author=self.author or other.author,
            remarks=(*self.remarks, *other.remarks),
        )


UNTOLD = Origin()


def origin(path: Path) -> Origin:
    """What a JSON file beside a file tells of it, then the nearest SOURCES.tsv.

    The columns of the table are file, title, origin and terms, and where known published and
    author; `file` is a path below its own folder.
    """
    row = _row(path) or {}
    address = (row.get("origin") or "").strip()
    listed = told(
        {
            "url": address if address.startswith(("http://", "https://")) else None,
            "rights": row.get("terms"),
            "published": row.get("published"),
            "author": row.get("author"),
        }
    )
    return _note(path).over(listed)


def told(record: Mapping[str, Any]) -> Origin:
    """What a record tells by its url, title, published, author and rights.

    An address or a day that is none is left out, with a remark.
    """
    said = {key: _words(record.get(key)) for key in ("url", "title", "author", "rights")}
    remarks: list[Remark] = []
    url, day = said["url"], record.get("published")
    published = _words(str(day) if isinstance(day, int) else day)
    if url and not _ADDRESS.fullmatch(url):
        remarks.append(_left_out("url", url, "https://..."))
        url = None
    when = moment(published) if published else None
    if published and when is None:
        remarks.append(_left_out("published", published, "2021-09-08"))
    return Origin(url, said["rights"], said["title"], when, said["author"], tuple(remarks))


def moment(written: str) -> str | None:
    """A day, or a day and time, as ISO; read day first, or as mail and RSS write it.

    >>> moment("08/09/2021 09:33"), moment("Wed, 08 Sep 2021 09:33:23 +0700")
    ('2021-09-08T09:33:00', '2021-09-08T09:33:23')
    """
    if found := _ISO.fullmatch(written):
        return _iso(found[1], found[2], found[3])
    if (day := dates.DAY.match(written)) and (day_first := dates.day_of(day)):
        clock = re.fullmatch(r",?\s+(\d\d:\d\d)(:\d\d)?", written[day.end() :])
        return _iso(day_first, clock[1], clock[2]) if clock else day_first
    try:
        return f"{parsedate_to_datetime(written):%Y-%m-%dT%H:%M:%S}"
    except (ValueError, OverflowError):
        return None


def _iso(day: str, clock: str | None, seconds: str | None) -> str | None:
    """The day as written, with its time where it has one; None where the calendar has no such."""
    whole = day + "-01-01"[len(day) - 4 :]
    try:
        read = datetime.fromisoformat(f"{whole}T{clock or '00:00'}{seconds or ':00'}")
    except ValueError:
        return None
    return f"{read:%Y-%m-%dT%H:%M:%S}" if clock and whole == day else day


def _words(value: object) -> str | None:
    return (" ".join(value.split()) or None) if isinstance(value, str) else None


def _left_out(column: str, value: str, example: str) -> Remark:
    return Remark(
        f"{column} '{value[:60]}' không dùng được nên bỏ qua (viết như {example})",
        f"{column} '{value[:60]}' is left out: it is none (write it as {example})",
    )


def _note(path: Path) -> Origin:
    """What X.json tells of X.txt, in the names of a list or in those of the Official Gazette."""
    beside = path.with_suffix(".json")
    if path.suffix == ".json" or not beside.is_file() or beside.stat().st_size > _LARGEST_NOTE:
        return UNTOLD
    try:
        record = json.loads(beside.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError):
        return UNTOLD
    if not isinstance(record, dict):
        return UNTOLD
    if isinstance(record.get("nguon_url"), str) and record.get("loai"):
        # The portal's day is that of the crawl, its year at times the number; neither is told.
        paper = record.get("pdf_url") if path.suffix.lower() == ".pdf" else None
        return told({"url": paper or record["nguon_url"], "rights": _OFFICIAL})
    return told(record)


def _row(path: Path) -> dict[str, str] | None:
    whole = path.absolute()
    for folder in list(whole.parents)[:_LEVELS]:
        table = folder / NAME
        if table.is_file():
            return _rows(table, table.stat().st_mtime_ns).get(whole.relative_to(folder).as_posix())
    return None


@lru_cache(maxsize=64)
def _rows(table: Path, _changed: int) -> dict[str, dict[str, str]]:
    """The rows of a table by file; one that is no such table tells nothing."""
    try:
        with table.open(encoding="utf-8-sig", newline="") as file:
            return {row["file"]: row for row in csv.DictReader(file, delimiter="\t")}
    except (OSError, UnicodeDecodeError, csv.Error, KeyError):
        return {}
