"""The points of a list below a sentence.

'..., bãi bỏ các văn bản sau đây: ↵ 1. Thông tư số A ... ↵ 2. Thông tư số B ...'.
"""

import re
from collections.abc import Iterator

from loaders.model import Span

# What a page break or an electronic signature puts between a sentence and its first point.
_FURNITURE = (
    r"(?:[ \t]*(?:(?:CÔNG BÁO|Người ký|Ký bởi|Email|Cơ quan|Thời gian ký|Ngày ký)[^\n]*"
    r"|\d{1,4}\s*)?\n)*"
)
_MARKED = (
    r"[ \t|*]*(?:(?P<number>\d{1,3})[.)]|(?P<letter>[a-zđ])\)|(?P<dash>[-+–•]))[ \t]+(?=[^\s\d])"
)
_FIRST = re.compile(rf"[ \t]*:?[ \t]*\n{_FURNITURE}{_MARKED}")
# Words up to a colon or the end of a line with a list below; a sentence may be wrapped before it.
_OPENER = re.compile(rf"[^:;.“”]{{0,400}}?(?={_FIRST.pattern})")
_NEXT = re.compile(
    rf"\n(?:{_MARKED}|[ \t*#|]*(?P<above>Điều\s+\d|Chương\s|CHƯƠNG\s|Mục\s|Nơi\s+nhận))"
)
_ORDER = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_LONGEST = 20_000


def opener(text: str, start: int) -> Span | None:
    """The words from `start` on that a list follows, without their colon; None where none does."""
    words = _OPENER.match(text, start)
    return Span(*words.span()) if words else None


def points(text: str, start: int) -> Iterator[Span]:
    """The points of the list that begins behind `start`, without their marks.

    As many as go on in the marks of the first; what stands below one of them is part of it.
    """
    mark = _FIRST.match(text, start)
    if mark is None or mark["number"] not in (None, "1") or mark["letter"] not in (None, "a"):
        return
    begin, last = mark.end(), mark
    limit = min(len(text), begin + _LONGEST)
    for following in _NEXT.finditer(text, begin, limit):
        if _is_below(last, following):
            continue
        yield Span(begin, following.start())
        if not _goes_on(last, following):
            return
        begin, last = following.end(), following
    yield Span(begin, limit)


_LEVELS = {"above": 0, "number": 1, "letter": 2, "dash": 3}


def _is_below(mark: re.Match[str], following: re.Match[str]) -> bool:
    return _LEVELS[following.lastgroup or ""] > _LEVELS[mark.lastgroup or ""]


def _goes_on(mark: re.Match[str], following: re.Match[str]) -> bool:
    """Whether a mark is the next one of the same list."""
    if mark.lastgroup != following.lastgroup:
        return False
    if number := following["number"]:
        return int(number) == int(mark["number"]) + 1
    letter = following["letter"]
    return letter is None or _ORDER.index(letter) > _ORDER.index(mark["letter"])
