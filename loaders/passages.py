"""The shape of a text: paragraphs (with wrapped lines joined), sentences.

And the view that patterns run on.

All offsets are those of the raw text: where the canonical view would be shorter, the raw text
itself is used.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache

from loaders.model import Span, span_of
from loaders.view import Canonical, view

UPPER = "A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
LOWER = UPPER.lower()

# A point of a list, by its mark.
POINT = re.compile(r"(?:[-+*•●]|\w{1,3}[.)–-]|\d+(?:\.\d+)*[.)–-]?)\s")
# A line opens a new paragraph by a bullet, a number, a heading mark, or a table bar.
_OPENS = re.compile(
    r"(?:[-+*•●▪◦|#>\"“]|\d{1,2}(?:\.\d{1,2}){0,3}\s?[.)/:-](?!\d|(?<=/)\w)|[IVX]{1,5}\s?[.):/-]"
    r"|[a-zđ]\s?[.)]\s|[a-zđ][-–/]\s|Điều\s\d)"
)
# Lines of a PDF or gazette are cut at a width: a line about this long and not closed by a mark goes
# on in the next one.
_WRAPPED, _WIDEST = 45, 160


def _is_abbreviation(text: str, start: int, point: int) -> bool:
    """Whether the point closes no sentence: 'TP.', or the number of a list ('1.')."""
    if point > start and text[point - 1].isdecimal():
        return point - start < 4
    return _ABBREVIATED.search(text, max(start, point - 5), point) is not None


# The longest real sentences, opening formulas over many instruments, have some 2,000 characters.
_LONGEST = 3000
# 'TP. Hồ Chí Minh', 'T.Ư', 'ThS. Nguyễn', 'đ/c.': a point that closes no sentence.
_ABBREVIATED = re.compile(r"\b(?:TP|Tp|T|P|Q|H|X|TX|TT|ThS|TS|PGS|GS|BS|KS|Tr|đ/c|Đ/c|UB|No|St)\Z")
# A class of letters opens it, so that the engine skips to them; a row of dots is tried once.
_SENTENCE_END = re.compile(
    rf"[.!?…](?<![.!?…]{{2}})[.!?…]*+[\"”’)\]]*+(?:\s+|\Z)(?=[\"“(\[-]*\s?[{UPPER}\d]|\Z)"
)


def folded(text: str) -> str:
    """The canonical view of the text where it has the same length, else the text.

    Offsets are always raw.
    """
    return text if isinstance(text, Canonical) else _viewed(text)


# Every layer reads the same text: its view and its paragraphs are made once.
@lru_cache(maxsize=2)
def _viewed(text: str) -> str:
    seen = view(text).text
    return seen if len(seen) == len(text) else text


def spaces_folded(text: str) -> str:
    """The text with each run of white space as one space, trimmed of spaces and closing marks."""
    return " ".join(text.split()).strip(" .,;:")


@lru_cache(maxsize=2)
def lowered(text: str) -> str:
    """The text in small letters, every one in its place.

    What is written either way is found in it at twice the speed of a pattern that heeds no case.
    """
    return text.replace("İ", "I").lower()


@lru_cache(maxsize=2)
def paragraphs(text: str) -> tuple[Span, ...]:
    """Paragraphs without their surrounding white space, wrapped lines joined, in order."""
    return tuple(map(span_of, _bounds(text)))


def long_paragraphs(text: str, least: int) -> list[Span]:
    """Those paragraphs that have so many letters; of tables and lists few have."""
    return [span_of(each) for each in _bounds(text) if each[1] - each[0] >= least]


def _cut_at(lines: Sequence[str]) -> int:
    """From which length on a line of the text is taken for one that was cut.

    Where lines run on beyond any page's width none is cut: headings stand on lines of their own.
    """
    lengths = Counter(map(len, lines))
    if sum(count for length, count in lengths.items() if length > 2 * _WIDEST) > 2:
        return _WIDEST
    usual = [each for each in range(_WRAPPED, _WIDEST) for _ in range(lengths[each])]
    if len(usual) < 6:
        return _WRAPPED
    return max(_WRAPPED, usual[len(usual) * 9 // 10] * 7 // 10)


@lru_cache(maxsize=2)
def _bounds(text: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    # Of the line above: where it begins, and its last character.
    line_start, last = 0, ""
    start = end = -1
    at = 0
    lines = text.split("\n")
    cut_at = _cut_at(lines)
    for line in lines:
        if content := line.strip():
            first = at if content is line else at + line.index(content[0])
            if start < 0:
                start = line_start = first
            elif (
                last not in _MARKS
                # Most lines are too short to have been cut.
                and (cut_at <= end - line_start < _WIDEST or content[0].islower())
                and _goes_on(content)
            ):
                line_start = at
            else:
                found.append((start, end))
                start = line_start = first
            end = first + len(content)
            last = content[-1]
        elif start >= 0:
            found.append((start, end))
            start = -1
        at += len(line) + 1
    if start >= 0:
        found.append((start, end))
    return found


_MARKS = frozenset(".:;!?|…")
# Where a line begins otherwise it opens nothing, and the pattern need not be tried.
_MAY_OPEN = frozenset('-+*•●▪◦|#>"“0123456789IVXĐ')


def _goes_on(line: str) -> bool:
    """Whether a line goes on from the one above, if that was cut, or at least no mark closes it."""
    head = line[0]
    if (head in _MAY_OPEN or line[1:2] in _AFTER_LETTER) and _OPENS.match(line):
        return False
    return head.islower() or not line.isupper()


_AFTER_LETTER = frozenset(".) \n\t\u00a0-–/")


def holding(pattern: re.Pattern[str], text: str, spans: Iterable[Span]) -> Iterator[Span]:
    """Those of sorted stretches in which a pattern is found, in one pass over the text."""
    found = pattern.search(text)
    for span in spans:
        if found and found.start() < span.start:
            found = pattern.search(text, span.start)
        if found is None:
            return
        if found.end() <= span.end or (
            found.start() < span.end and pattern.search(text, span.start, span.end)
        ):
            yield span


def sentences(text: str, span: Span) -> tuple[Span, ...]:
    """The sentences of a paragraph; a closing mark belongs to its sentence."""
    return _sentences(text, span)


@lru_cache(maxsize=512)
def _sentences(text: str, span: Span) -> tuple[Span, ...]:
    found, start = [], span.start
    for match in _SENTENCE_END.finditer(text, span.start, span.end):
        if match[0][0] == "." and _is_abbreviation(text, start, match.start()):
            continue
        found.append(span_of((start, match.start() + len(match[0].rstrip()))))
        start = match.end()
    if start < span.end:
        found.append(span_of((start, span.end)))
    if span.end - span.start > _LONGEST:
        found = [part for sentence in found for part in _bounded(text, sentence)]
    return tuple(found)


def _bounded(text: str, sentence: Span) -> Iterator[Span]:
    """The sentence, cut at spaces if it is longer than any real one.

    So that no search runs over a whole file.
    """
    start = sentence.start
    while sentence.end - start > _LONGEST:
        cut = text.rfind(" ", start + _LONGEST // 2, start + _LONGEST)
        end = cut if cut > 0 else start + _LONGEST
        yield Span(start, end)
        start = end + 1
    if start < sentence.end:
        yield Span(start, sentence.end)


_CAPITALISED = re.compile(
    rf"[{UPPER}][{LOWER}'’{UPPER}]*(?:\s{{1,2}}[{UPPER}][{LOWER}'’{UPPER}]*)+"
)
_WORD = re.compile(r"\S+")


def names_at(text: str, names: Collection[str]) -> Iterator[tuple[Span, str]]:
    """Every place where one of the names of persons stands, in one pass over the text."""
    if not names:
        return
    longest = max(name.count(" ") + 1 for name in names)
    for run in _CAPITALISED.finditer(text):
        words = [(m.start(), m.end(), m[0]) for m in _WORD.finditer(text, *run.span())]
        for first in range(len(words)):
            for last in range(first + 1, min(first + longest, len(words))):
                name = " ".join(word for _, _, word in words[first : last + 1])
                if name in names:
                    yield Span(words[first][0], words[last][1]), name


class Spans:
    """Sorted stretches that answer in logarithmic time whether a place lies in one of them."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = sorted(spans)
        self._starts = [span.start for span in self._spans]

    def overlaps(self, start: int, end: int) -> bool:
        """Whether some stretch shares a character with `start:end`; the stretches do not nest."""
        last = bisect_right(self._starts, end - 1)
        return last > 0 and any(span.end > start for span in self._spans[max(0, last - 3) : last])

    def hold(self, span: Span) -> bool:
        """Whether the whole of it lies in one of the stretches, which do not overlap."""
        last = bisect_right(self._starts, span.start) - 1
        return last >= 0 and span.end <= self._spans[last].end

    def within(self, start: int, end: int) -> list[Span]:
        """The stretches that begin in `start:end`."""
        return self._spans[
            bisect_right(self._starts, start - 1) : bisect_right(self._starts, end - 1)
        ]
