"""The face of vankien: a few verbs, from a text to a page and to a study.

>>> import vankien
>>> reading = vankien.extract("Thực hiện Quy định số 124-QĐ/TW ngày 02/02/2018 của Ban Bí thư.")
>>> reading.citations[0].number, reading.citations[0].date
('124-QĐ/TW', '2018-02-02')
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from loaders.model import Reading
    from vankien.loading import Tally
    from vankien.research import Found

# Each verb imports what it needs when it is called: to read a text starts no web framework.
__all__ = ["STORE", "extract", "load", "measures", "query", "serve", "trace"]

STORE = "var/store"
# 'samples/hd-37.txt', 'Báo cáo 2021.docx': one line that ends as files of texts do
_FILE_NAME = re.compile(r"[^\n]{1,400}\.(?:txt|md|html?|docx?|pdf|zip|json|jsonl|csv|xlsx)", re.I)


def extract(path_or_text: Path | str) -> Reading:
    """All that is read from one text: a Path is a file, a string is the text itself.

    A string that looks like the name of a file is refused, lest the name be read as the text.
    Raises ValueError for it, and for a file that is no text, with the reason.
    """
    from loaders.model import SourceText
    from loaders.readers import Refusal, sources
    from loaders.reading import read

    if isinstance(path_or_text, str):
        if _FILE_NAME.fullmatch(path_or_text):
            raise ValueError(
                f"'{path_or_text}' is the name of a file, and a string is read as a text: "
                f"give it as vankien.extract(Path({path_or_text!r}))"
            )
        return read(SourceText(path_or_text, "-"))
    found = next(sources([str(path_or_text)]))
    if isinstance(found, Refusal):
        raise ValueError(f"{found.path}: {found.reason_en}")
    return read(found)


def load(paths: Iterable[Path | str], store: Path | str = STORE, jobs: int = 1) -> Tally:
    """Put the texts of files and folders into a store, which is made when it is not there."""
    from vankien import loading

    return loading.load(map(str, paths), store, jobs, told=lambda _: None)


def query(
    name_or_sparql: str, store: Path | str = STORE, **parameters: str
) -> list[dict[str, str | int | float | None]]:
    """The rows of a named question or of any SPARQL, as plain values by column."""
    from vankien.asking import rows

    return list(rows(name_or_sparql, store, parameters).values())


def trace(start: str, store: Path | str = STORE, **options: Any) -> Found:
    """What rests on an instrument, what it rests on, or the paths `to` another, with every quote.

    `start` and `to` are numbers or IRIs; the options are those of `vankien trace` (direction,
    depth, as_of, relations, paths, longest, via, version ...), see vankien/research.py.
    """
    from vankien import research

    return research.trace(start, store, **options)


def measures(number: str = "", store: Path | str = STORE) -> list[dict[str, Any]]:
    """The measures of the citation network, or of one instrument, as rows of plain values."""
    from vankien import research

    return research.measures(store, number)


def serve(
    store: Path | str = STORE, host: str = "127.0.0.1", port: int = 8000, workers: int = 1
) -> None:
    """Serve the pages and the endpoints of a store until the process is stopped."""
    from vankien.nearby import followed
    from web import serving

    with followed(store) as directory:
        serving.serve(directory, host, port, workers)
