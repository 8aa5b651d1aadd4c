"""Lists that a decision publishes of what has lost its force: in columns what, by what, and when.

'6 ↵ Thông tư số A hướng dẫn Nghị định số B ↵ Được bãi bỏ bởi Nghị định số C ↵ 15/01/2023': C has
repealed A, which opens the row, and not B of its title. The decision itself ends nothing.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence

from loaders.changers import BY, Changed, goes_on
from loaders.model import Citation, Relation, Span
from loaders.reported import IN_PART, changes_of, ending
from ontology.iris import instrument_key

PUBLISHES = re.compile(r"[Cc]ông\s+bố\s+(?:kết\s+quả|[Dd]anh\s+mục)")
# The number of a row on a line of its own, or before the kind of what it names.
_NUMBER = re.compile(
    r"\n[ \t|]*(?P<number>\d{1,3})(?:\.?[ \t|]*(?=\n)|\.?[ \t|]+(?=[NQTLCBP][a-zưịộ]))"
)
_BLANK = re.compile(r"[\s|]*")
# The reason opens its own cell, so with a capital.
_REASON = re.compile(rf"\n[\s|]*(?=(?-i:Đã|Được|Bị)\s){BY.pattern}\s+", re.I)
_PARTLY = re.compile(r"hết\s+hiệu\s+lực\s+(?P<how>toàn\s+bộ|một\s+phần)", re.I)
# '- Văn bản sửa đổi, bổ sung, thay thế, bãi bỏ một phần: ↵ + Nghị định số B ↵ + Thông tư số C'.
_CHANGERS = re.compile(r"Văn\s+bản\s+sửa\s+đổi,\s+bổ\s+sung[^:;.]{0,40}:")
_CHANGER = re.compile(r"(?::|\n\s*\+)\s*\Z")
_CORRECTS = re.compile(r"[^+;]{0,160}?\sđính\s+chính\s")


def published(text: str, citations: Sequence[Citation]) -> Iterator[Relation]:
    """What the rows of the lists say that others did to the instrument that opens each."""
    starts = [citation.span.start for citation in citations]
    headings = list(_PARTLY.finditer(text))
    for row in _rows(text, set(starts)):
        place, past = bisect_left(starts, row.start), bisect_left(starts, row.end)
        if place < past and starts[place] == row.start:
            is_part = _is_part(headings, row.start)
            for relation in _of_row(text, citations[place], citations[place + 1 : past], row.end):
                yield from _in_part(relation) if is_part else (relation,)


def _rows(text: str, starts: Collection[int]) -> Iterator[Span]:
    """The rows of the lists, from behind one number to the next.

    A number on its line opens one where an instrument follows, or where it is the next number.
    """
    last, begin = 0, None
    for mark in _NUMBER.finditer(text):
        number, head = int(mark["number"]), _BLANK.match(text, mark.end())
        start = head.end() if head else mark.end()
        if start in starts or number == last + 1:
            if begin is not None:
                yield Span(begin, mark.start())
            last, begin = number, start
    if begin is not None:
        yield Span(begin, len(text))


def _is_part(headings: Sequence[re.Match[str]], at: int) -> bool:
    """Whether the list that a row stands in is that of what lost its force in part."""
    above = bisect_right(headings, at, key=re.Match.end)
    return above > 0 and headings[above - 1]["how"].casefold().endswith("phần")


def _of_row(
    text: str, target: Citation, within: Sequence[Citation], stop: int
) -> Iterator[Relation]:
    starts = [each.span.start for each in within]
    for reason in _REASON.finditer(text, target.span.end, stop):
        at = bisect_left(starts, reason.end())
        if at == len(starts) or text[reason.end() : starts[at]].strip(" \n:-+"):
            continue
        changed: Changed | None = Changed(target, reason["how"], False, within[at])
        for following in [*within[at + 1 :], None]:
            if changed is None:
                break
            yield from changes_of(changed)
            gap = text[changed.last.span.end : following.span.start] if following else ""
            changed = goes_on(changed, gap, text, following) if following else None
    if label := _CHANGERS.search(text, target.span.end, stop):
        for each in within:
            known = instrument_key(each.instrument or "")
            if known and _CHANGER.search(text, label.end() - 1, each.span.start):
                how = "corrects" if _CORRECTS.match(text, each.span.end, stop) else "amends"
                span = Span(target.span.start, each.span.end)
                yield Relation(each.instrument or "", how, target.instrument or "", span)


def _in_part(relation: Relation) -> Iterator[Relation]:
    part = relation.part or (IN_PART if relation.predicate in ("repeals", "replaces") else None)
    yield from ending(relation.subject, relation.predicate, relation.object, relation.span, part)
