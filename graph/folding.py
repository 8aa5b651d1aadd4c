"""How words are folded for search: no diacritics, no case, numbers apart, no leading zero.

SQLite's own folding leaves đ as it is; and `QĐ124/TW`, `124-QĐ/TW` and `124 qd tw` must meet.
"""

import re

from ontology import iris

_LETTERS = {
    code: iris.ascii_fold(chr(code)).lower()
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))
}
_MARKS: dict[int, str | None] = dict.fromkeys(range(0x300, 0x370))
_TABLE = str.maketrans({**_LETTERS, **_MARKS})
_WORD = re.compile(r"[a-z]+|\d+")
# What is no word of a language does not return, and is not worth remembering.
_LONG, _MOST = 40, 50_000


class _Folded(dict[str, str]):
    """What each piece between two spaces folds to; the language has few, and they return."""

    def __missing__(self, piece: str) -> str:
        plain = piece.translate(_TABLE).lower()
        folded = " ".join([word.lstrip("0") or "0" for word in _WORD.findall(plain)])
        if len(piece) < _LONG:
            if len(self) >= _MOST:
                self.clear()
            self[piece] = folded
        return folded


_FOLDED = _Folded()


def fold(text: str) -> str:
    """Text as it is indexed.

    >>> fold("Quy định số 08-QĐi/TW")
    'quy dinh so 8 qdi tw'
    """
    return " ".join(filter(None, map(_FOLDED.__getitem__, text.split())))


def words(text: str) -> list[str]:
    """The folded words of a text.

    >>> words("QĐ124/TW")
    ['qd', '124', 'tw']
    """
    return fold(text).split()


def in_one(piece: str) -> list[str]:
    """The folded words between two spaces."""
    return _FOLDED[piece].split()
