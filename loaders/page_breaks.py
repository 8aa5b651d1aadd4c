"""Running headers and page numbers that a page break puts into the middle of a sentence.

'... tại Thông ↵ 84 ↵ CÔNG BÁO/Số 233 + 234/Ngày 02-02-2025 ↵ tư số 04/2024/TT-BLĐTBXH'. Citations
are looked for in the text without them, and told with offsets into the whole text.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from loaders.anchors import sought
from loaders.view import Shifts

# A gazette's header and the page numbers around it.
_HEADER: Final = "CÔNG BÁO/Số"
# Read backwards from a header: its line begins, and page numbers may stand above it.
_ABOVE: Final = re.compile(r"\s*\n\s*(?:\d{1,4}[^\S\n]*\n\s*){0,3}")
_AFTER: Final = re.compile(r"[^\n]*(?:\n\s*\d{1,4}\s*(?=\n))?\s*\n\s*")
# A page number alone between blank lines, under a line that is long.
_PAGE_NUMBER: Final = re.compile(r"\n[ ]*+\n\s*+\d{1,4}[ ]*+\n[ ]*+\n\s*+")
_LONG: Final = 45


class Joined(NamedTuple):
    """A text without the page breaks inside its sentences."""

    text: str
    shifts: Shifts


def joined(text: str) -> Joined | None:
    """The text with each page break inside a sentence as one line break; None where none is."""
    breaks = sorted((*_headers(text), *_page_numbers(text)))
    if not breaks:
        return None
    pieces: list[str] = []
    starts, shifts = [0], [0]
    done = length = 0
    for start, end in breaks:
        if start < done:
            continue
        pieces += (text[done:start], "\n")
        length += start - done + 1
        starts.append(length)
        shifts.append(end - length)
        done = end
    pieces.append(text[done:])
    return Joined("".join(pieces), Shifts(starts, shifts))


def _headers(text: str) -> Iterator[tuple[int, int]]:
    for position in sought(text, _HEADER, "Ô"):
        start = _above(text, position)
        if start is not None and _goes_on(text, start) and (after := _AFTER.match(text, position)):
            yield start, after.end()


def _above(text: str, position: int) -> int | None:
    """Where the line above a header ends, with up to three page numbers between them."""
    above = _ABOVE.match(text[max(0, position - 60) : position][::-1])
    return position - above.end() if above else None


def _page_numbers(text: str) -> Iterator[tuple[int, int]]:
    for match in _PAGE_NUMBER.finditer(text):
        start, end = match.start(), match.end()
        line = text.rfind("\n", 0, start) + 1
        if start - line >= _LONG and _goes_on(text, start) and text[end : end + 1].islower():
            yield start, end


def _goes_on(text: str, end: int) -> bool:
    """Whether no mark ends the sentence before a page break."""
    last = text[max(0, end - 4) : end].rstrip()[-1:]
    return bool(last) and last not in ".:;!?|…"
