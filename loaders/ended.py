"""What the articles of an instrument change, replace, repeal or suspend, as a whole or in part.

'Quy định này thay thế ...', 'Bãi bỏ khoản 4 Điều 8 Thông tư số B', 'Điều 1. Sửa đổi, bổ sung một số
điều của Thông tư số C', 'Thông tư số A; Thông tư số B hết hiệu lực kể từ ngày ...', or such words
over a list of points. What is named as having changed A before does not end with it by these words.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from loaders.acts import KINDS, Act, acts, ends_here
from loaders.lapses import lapsing
from loaders.listed import PLURAL, Done, in_points, named
from loaders.model import Citation, Relation, Span
from loaders.points import opener
from loaders.reported import ATTACHED, IN_PART, ending
from loaders.side_by_side import PARTS

_INLINE = re.compile(rf"[^:;.“”]{{0,160}}{KINDS}[^:;.“”]{{0,60}}(?:sau(?:\s+đây)?|gồm)\s*:\s*")
_AS_FOLLOWS = re.compile(r"như\s+sau")
# 'Bãi bỏ phần khái niệm của chỉ tiêu số 20 quy định tại Thông tư số A': something that it holds,
# not all the rules that it was issued for.
_THING = re.compile(
    rf"(?!\s+(?:toàn\s+bộ\s+)?(?:Quy|Điều\s+lệ|Chương\s+trình|Kế\s+hoạch|Đề\s+án))"
    rf"[^.;:“”]{{5,300}}?\s(?:quy\s+định\s+tại|ban\s+hành\s+kèm\s+theo){PARTS.pattern}",
    re.I,
)
_REACH = 420


def ended(
    text: str, own: str, citations: tuple[Citation, ...], start: int, title: str | None = None
) -> Iterator[Relation]:
    """What the text, from `start` on, changes or ends, in reading order."""
    starts = [citation.span.start for citation in citations]
    done: dict[tuple[str, int], Done] = {}
    for act in acts(text, start, title):
        for each in _acted_on(text, citations, starts, act):
            done[each.predicate, each.place] = each
    for each in lapsing(text, citations, starts, start):
        done.setdefault((each.predicate, each.place), each)
    for each in sorted(done.values(), key=lambda each: (each.place, each.predicate)):
        citation = citations[each.place]
        span = Span(each.start, citation.span.end)
        yield from ending(own, each.predicate, citation.instrument or "", span, each.part)


def _acted_on(
    text: str, citations: Sequence[Citation], starts: Sequence[int], act: Act
) -> Iterator[Done]:
    """The instruments behind the words of an act, or in the points of the list that it opens."""
    place = bisect_left(starts, act.end)
    near = place < len(starts) and starts[place] - act.end <= _REACH
    words = opener(text, act.end)
    if words and not (near and starts[place] < words.end) and _opens_list(text, words):
        yield from in_points(text, citations, starts, act, words)
    elif near and (lead := _lead(text, act, citations[place])) is not None:
        yield from named(text, citations, place, act, lead)


def _opens_list(text: str, words: Span) -> bool:
    """Whether words over a list say that its points are the objects: not 'như sau', of one."""
    introduced = text[words.start : words.end]
    told = not introduced.strip() or PLURAL.search(introduced) is not None
    return told and not _AS_FOLLOWS.search(introduced)


def _lead(text: str, act: Act, citation: Citation) -> str | None:
    """The words from an act to an instrument, where they only tell what part of it is meant."""
    if citation.self_reference:
        return None
    stop = citation.span.start
    inline = _INLINE.match(text, act.end, stop)
    begin = inline.end() if inline else act.end
    if PARTS.fullmatch(text, begin, stop):
        return text[begin:stop]
    if act.is_headed and ATTACHED.fullmatch(text, begin, stop):
        return text[begin:stop]
    ends = {"repeals", "replaces"} & set(act.predicates)
    if ends and act.is_headed and _THING.fullmatch(text, act.end, stop):
        return IN_PART if ends_here(text, act.start) else None
    return None
