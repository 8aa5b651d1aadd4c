"""How words are folded for search: no diacritics, no case, numbers apart, no leading zero.

SQLite's own folding leaves đ as it is; and `QĐ124/TW`, `124-QĐ/TW` and `124 qd tw` must meet.
"""

import re
from functools import lru_cache

from ontology import iris

_LETTERS = {
    code: iris.ascii_fold(chr(code)).lower()
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))
}
_MARKS: dict[int, str | None] = dict.fromkeys(range(0x300, 0x370))
_TABLE = str.maketrans({**_LETTERS, **_MARKS})
_SEAM = re.compile(r"(?<=[a-z])(?=\d)|(?<=\d)(?=[a-z])")
_WORD = re.compile(r"[a-z]+|\d+")
# What is no word of a language does not return, and is not worth remembering.
_LONG = 40


def fold(text: str) -> str:
    """Text as it is indexed.

    >>> fold("Quy định số 08-QĐi/TW")
    'quy dinh so 8 qdi tw'
    """
    return " ".join(words(text))


def words(text: str) -> list[str]:
    """The folded words of a text.

    >>> words("QĐ124/TW")
    ['qd', '124', 'tw']
    """
    pieces = text.split()
    return [word for each in pieces for word in (in_one if len(each) < _LONG else _in_one)(each)]


def _in_one(piece: str) -> tuple[str, ...]:
    plain = piece.translate(_TABLE).lower()
    return tuple([word.lstrip("0") or "0" for word in _WORD.findall(plain)])


@lru_cache(maxsize=50_000)
def in_one(piece: str) -> tuple[str, ...]:
    """The folded words between two spaces; the language has few, and they return."""
    return _in_one(piece)
