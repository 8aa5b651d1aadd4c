"""What a folder tells of its files in SOURCES.tsv: whence each comes, and under which terms."""

import csv
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from loaders.model import SourceText

NAME = "SOURCES.tsv"
# How many folders above a file are looked into.
_LEVELS = 4


@dataclass(frozen=True, slots=True)
class Origin:
    """Whence a file comes and under which terms, as its folder or a list tells."""

    url: str | None = None
    rights: str | None = None
    title: str | None = None
    published: str | None = None
    author: str | None = None

    def told_of(self, text: SourceText) -> SourceText:
        """The text with what is known of it, after what the page says of itself."""
        return replace(
            text,
            url=text.url or self.url,
            rights=text.rights or self.rights,
            title=text.title or self.title,
            published=text.published or self.published,
            author=text.author or self.author,
        )


UNTOLD = Origin()


def origin(path: Path) -> Origin:
    """What the nearest SOURCES.tsv tells of a file.

    Its columns are file, title, origin and terms; `file` is a path below its own folder.
    """
    row = _row(path) or {}
    address = (row.get("origin") or "").strip()
    return Origin(
        url=address if address.startswith(("http://", "https://")) else None,
        rights=(row.get("terms") or "").strip() or None,
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
