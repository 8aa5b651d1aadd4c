"""Letters at places on a page to lines in reading order: turned tables and two columns too."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from loaders.readers.text import APART

# As shares of the height of a letter.
_RAISED = 0.45  # a footnote's mark still stands on its line
_ABOVE = 0.2  # so much higher stands such a mark at least
_BACK = 0.7  # how far letters may overlap
_SPACE = 0.15  # a gap that is a space though none is printed
_APART = 2.5  # a gap between columns or cells
# Two columns: at least so many lines each, most of them as wide as the column.
_COLUMN_LINES = 8
_FULL = 0.6


class Glyph(NamedTuple):
    """A letter: from where to where along its line, on which base line, how high."""

    letter: str
    turned: int
    start: float
    end: float
    base: float
    height: float


@dataclass(slots=True)
class Line:
    """A line of print with its place; `turned` is the quarter turns of its direction."""

    turned: int
    start: float
    end: float
    base: float
    height: float
    letters: list[str] = field(default_factory=list)
    raised: bool = False

    @property
    def text(self) -> str:
        """Its words, with single spaces; two tabs between what stands apart."""
        parts = ("".join(self.letters)).split("\t")
        return APART.join(filter(None, (" ".join(part.split()) for part in parts)))

    def continues(self, glyph: Glyph) -> bool:
        """Whether a letter follows on this line."""
        return (
            glyph.turned == self.turned
            and abs(glyph.base - self.base) <= _RAISED * max(self.height, glyph.height)
            and glyph.start >= self.end - _BACK * self.height
        )

    def add(self, glyph: Glyph) -> None:
        """Put a letter at the end."""
        gap = (glyph.start - self.end) / self.height
        if gap > _APART:
            self.letters.append("\t")
        elif gap > _SPACE or self._is_footnote(glyph):
            self.letters.append(" ")
        self.raised = self._is_raised(glyph)
        self.letters.append(glyph.letter)
        self.end = max(self.end, glyph.end)

    def _is_footnote(self, glyph: Glyph) -> bool:
        """Whether a raised number begins here: 'Điều 3' with note 2 is not 'Điều 32', but m2 is."""
        if self.raised or not self._is_raised(glyph) or not glyph.letter.isdigit():
            return False
        return bool(self.letters) and self.letters[-1] not in " m"

    def _is_raised(self, glyph: Glyph) -> bool:
        return glyph.base - self.base > _ABOVE * self.height


def lines(glyphs: Iterable[Glyph]) -> list[Line]:
    """The lines of a page in reading order: the order in which it was set, columns put right."""
    found: list[Line] = []
    for glyph in glyphs:
        if glyph.letter.isspace():
            if found and found[-1].continues(glyph):
                found[-1].letters.append(" ")
                found[-1].end = max(found[-1].end, glyph.end)
            continue
        if not (found and found[-1].continues(glyph)):
            _, turned, start, _, base, height = glyph
            found.append(Line(turned, start, start, base, max(height, 1.0)))
        found[-1].add(glyph)
    printed = [line for line in found if line.text]
    gutter = _gutter(printed)
    return printed if gutter is None else _by_columns(printed, gutter)


def _gutter(found: Sequence[Line]) -> float | None:
    """Where two columns of prose part that were set line by line across the page.

    A table looks alike but for its cells, which seldom fill their column.
    """
    if len(found) < 2 * _COLUMN_LINES or any(line.turned for line in found):
        return None
    middle = (min(line.start for line in found) + max(line.end for line in found)) / 2
    left = [line for line in found if line.end <= middle]
    right = [line for line in found if line.start >= middle]
    if min(len(left), len(right)) < max(_COLUMN_LINES, len(found) // 3):
        return None
    sides = [line.start >= middle for line in found]
    changes = sum(a != b for a, b in pairwise(sides))
    if changes < min(len(left), len(right)) or not (_is_prose(left) and _is_prose(right)):
        return None
    return middle


def _is_prose(column: Sequence[Line]) -> bool:
    width = max(line.end for line in column) - min(line.start for line in column)
    return median(line.end - line.start for line in column) > _FULL * width


def _by_columns(found: Sequence[Line], gutter: float) -> list[Line]:
    """Between lines that go across both columns, the left column before the right one."""
    ordered: list[Line] = []
    left: list[Line] = []
    right: list[Line] = []
    for line in found:
        if line.start < gutter < line.end:
            ordered += [*left, *right, line]
            left, right = [], []
        else:
            (right if line.start >= gutter else left).append(line)
    return [*ordered, *left, *right]
