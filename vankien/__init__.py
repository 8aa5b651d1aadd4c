"""The face of vankien: four verbs, from a text to a page.

>>> import vankien
>>> reading = vankien.extract("Thực hiện Quy định số 124-QĐ/TW ngày 02/02/2018 của Ban Bí thư.")
>>> reading.citations[0].number, reading.citations[0].date
('124-QĐ/TW', '2018-02-02')
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from loaders.model import Reading
    from vankien.loading import Tally

# Each verb imports what it needs when it is called: to read a text starts no web framework.
__all__ = ["STORE", "extract", "load", "query", "serve"]

STORE = "var/store"


def extract(path_or_text: Path | str) -> Reading:
    """All that is read from one text: a Path is a file, a string is the text itself.

    Raises ValueError for a file that is no text, with the reason.
    """
    from loaders.model import SourceText
    from loaders.readers import Refusal, sources
    from loaders.reading import read

    if isinstance(path_or_text, str):
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


def serve(
    store: Path | str = STORE, host: str = "127.0.0.1", port: int = 8000, workers: int = 1
) -> None:
    """Serve the pages and the endpoints of a store until the process is stopped."""
    from web import serving

    serving.serve(store, host, port, workers)
