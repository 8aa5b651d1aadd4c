"""Lists that a decision publishes of what has lost its force: in columns what, by what, and when.

'6 ↵ Thông tư số A hướng dẫn Nghị định số B ↵ Được bãi bỏ bởi Nghị định số C ↵ 15/01/2023': C has
repealed A, which opens the row, and not B of its title. The decision itself ends nothing.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from loaders.changers import BY, Changed, goes_on
from loaders.model import Citation, Relation, Span
from loaders.reported import IN_PART, changes_of, ending

PUBLISHES = re.compile(r"[Cc]ông\s+bố\s+(?:kết\s+quả|[Dd]anh\s+mục)")
_ROW = re.compile(r"\n[\s|]*(?P<number>\d{1,3})[.]?[\s|]{1,12}\Z")
# The reason opens its own cell, so with a capital.
_REASON = re.compile(rf"\n[\s|]*(?=(?-i:Đã|Được|Bị)\s){BY.pattern}\s+", re.I)
_PARTLY = re.compile(r"hết\s+hiệu\s+lực\s+(?P<how>toàn\s+bộ|một\s+phần)", re.I)
# '- Văn bản sửa đổi, bổ sung, thay thế, bãi bỏ một phần: ↵ + Nghị định số B ↵ + Thông tư số C'.
_CHANGERS = re.compile(r"Văn\s+bản\s+sửa\s+đổi,\s+bổ\s+sung[^:;.]{0,40}:")
_CHANGER = re.compile(r"(?::|\n\s*\+)\s*\Z")
# Rows whose number a citation does not follow are passed over.
_PASSED = 6


def published(text: str, citations: Sequence[Citation]) -> Iterator[Relation]:
    """What the rows of the lists say that others did to the instrument that opens each."""
    rows = list(_rows(text, citations))
    for place, end in zip(rows, [*rows[1:], None], strict=True):
        stop = citations[end].span.start if end is not None else len(text)
        within = citations[place + 1 : end]
        is_part = _is_part(text, citations[place].span.start)
        for relation in _of_row(text, citations[place], within, stop):
            yield from _in_part(relation) if is_part else (relation,)


def _rows(text: str, citations: Sequence[Citation]) -> Iterator[int]:
    """Where in `citations` those are that open a row: behind a number that follows the last one."""
    last = 0
    for place, citation in enumerate(citations):
        start = citation.span.start
        mark = _ROW.search(text, max(0, start - 24), start)
        if mark and (int(mark["number"]) == 1 or 0 < int(mark["number"]) - last < _PASSED):
            last = int(mark["number"])
            yield place


def _is_part(text: str, at: int) -> bool:
    """Whether the list that a row stands in is that of what lost its force in part."""
    headings = list(_PARTLY.finditer(text, 0, at))
    return bool(headings) and headings[-1]["how"].casefold().endswith("phần")


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
            if _CHANGER.search(text, label.end() - 1, each.span.start):
                span = Span(target.span.start, each.span.end)
                yield Relation(each.instrument or "", "amends", target.instrument or "", span)


def _in_part(relation: Relation) -> Iterator[Relation]:
    part = relation.part or (IN_PART if relation.predicate in ("repeals", "replaces") else None)
    yield from ending(relation.subject, relation.predicate, relation.object, relation.span, part)
