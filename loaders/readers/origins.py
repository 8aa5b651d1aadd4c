"""What a folder tells of its files in SOURCES.tsv: whence each comes, and under which terms."""

import csv
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from loaders.model import SourceText

NAME = "SOURCES.tsv"
# How many folders above a file are looked into.
_LEVELS = 4


def with_origin(text: SourceText, path: Path) -> SourceText:
    """The text with the address and the rights that the nearest SOURCES.tsv gives for its file.

    Its columns are file, title, origin and terms; `file` is a path below its own folder. What the
    page itself says of its address goes before.
    """
    row = _row(path)
    if row is None:
        return text
    origin = (row.get("origin") or "").strip()
    address = origin if origin.startswith(("http://", "https://")) else None
    return replace(
        text,
        url=text.url or address,
        rights=text.rights or (row.get("terms") or "").strip() or None,
    )


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
