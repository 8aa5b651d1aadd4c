"""What words of ending or changing are said of: a row of names, or the points of a list below."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from loaders.acts import KINDS, Act
from loaders.model import Citation, Span
from loaders.points import points
from loaders.reported import IN_PART, part_of
from loaders.side_by_side import PARTS, side_by_side

# 'các văn bản sau đây', 'toàn bộ 14 văn bản do Bộ trưởng ... ban hành' over a list, or inline.
PLURAL = re.compile(
    rf"(?:các|những|\d{{1,3}}|một\s+số|toàn\s+bộ)\s[^:;.]{{0,80}}?(?:{KINDS}|(?:điều|khoản)\s)",
    re.I,
)
_PARTLY = re.compile(
    r"một\s+(?:phần|số\s+(?:điều|khoản|điểm|nội\s+dung|quy\s+định))|các\s+nội\s+dung"
    r"|quy\s+định\s+(?:về|liên\s+quan)\s"
)
_ENDS_SENTENCE = re.compile(
    r"\.\s|[“”]|\n\s*(?:\d{1,2}\.|[a-zđ]\)|[-+])\s|\n\s*(?:Điều\s+\d|CHƯƠNG|Chương)"
)


class Done(NamedTuple):
    """What is done to the citation at a place, said from `start` on; of which part, if not all."""

    predicate: str
    place: int
    start: int
    part: str | None


def named(
    text: str, citations: Sequence[Citation], place: int, act: Act, lead: str, stop: int = 0
) -> Iterator[Done]:
    """An instrument with those beside it, as objects of an act."""
    end = _sentence_end(text, citations[place].span.end)
    for at, words in side_by_side(text, citations, place, min(end, stop or end)):
        part = part_of(lead if at == place else words, citations[at])
        for predicate in act.predicates:
            mixed = len(act.predicates) > 1 and predicate in ("repeals", "replaces")
            yield Done(predicate, at, act.start, part or (IN_PART if mixed else None))


def in_points(
    text: str,
    citations: Sequence[Citation],
    starts: Sequence[int],
    act: Act,
    introduced: Span,
) -> Iterator[Done]:
    """What the points of a list begin with, each perhaps behind the part that is meant."""
    partly = _PARTLY.search(text, introduced.start, introduced.end)
    for point in points(text, introduced.end):
        at = bisect_left(starts, point.start)
        if at == len(starts) or starts[at] >= point.end or citations[at].self_reference:
            continue
        if PARTS.fullmatch(text, point.start, starts[at]):
            lead = text[point.start : starts[at]]
            lead = f"{IN_PART} {lead}" if partly else lead
            yield from named(text, citations, at, act, lead, point.end)


def _sentence_end(text: str, start: int) -> int:
    found = _ENDS_SENTENCE.search(text, start)
    return found.start() if found else len(text)
