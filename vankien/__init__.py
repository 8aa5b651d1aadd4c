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

# Each verb imports what it needs when it is called, so that reading a text does not start a web framework.
__all__ = ["extract", "load", "query", "serve"]


def extract(path_or_text: Path | str) -> Reading:
    """All that is read from one text: a Path is a file, a string is the text itself.

    Raises ValueError for a file that is no text, with the reason.
    """
    from loaders.model import SourceText
    from loaders.readers import Refusal, sources
    from loaders.reading import read

    if isinstance(path_or_text, str):
        return read(SourceText(text=path_or_text, path="-"))
    found = next(iter(sources([str(path_or_text)])))
    if isinstance(found, Refusal):
        raise ValueError(f"{found.path}: {found.reason}")
    return read(found)


def load(
    paths: Iterable[Path | str], store: Path | str = "var/store", jobs: int = 1
) -> Tally:
    """Put the texts of files and folders into a store, which is made when it is not there."""
    from vankien import loading

    return loading.load(map(str, paths), store, jobs, told=lambda _: None)
