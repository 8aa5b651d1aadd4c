"""Every mention of an official instrument in a text, in reading order.

Numbered, listed, short, named, self-referring.

The order of work: numbers are found first (they are unmistakable), each is completed to the left
(kind word, elided list) and to the right (date, issuer); then names and bare numbers fill what is
left; then pin-cites are attached.
"""

from collections.abc import Iterable, Iterator
from operator import itemgetter

from loaders import names
from loaders.codified import codified
from loaders.kind_words import KindWords
from loaders.model import Citation, Span, citation_of, span_of
from loaders.numbered import numbered
from loaders.page_breaks import Joined, joined
from loaders.pinpoints import pinpoint_after, pinpoint_before
from loaders.short_forms import bare_numbers, numbers_of_year, self_references


def find_citations(text: str) -> tuple[Citation, ...]:
    """All citations of a text as `loaders.view.view` gives it, without instruments.

    Spans are offsets into it.
    """
    whole = joined(text)
    if whole is None:
        return _found(text)
    return tuple(_in_whole(text, whole, _found(whole.text)))


def _in_whole(text: str, whole: Joined, citations: tuple[Citation, ...]) -> Iterator[Citation]:
    """The citations of the joined text as they stand in the whole one."""
    stretches = iter(whole.shifts.stretches())
    until, shift = next(stretches)
    for citation in citations:
        (start, end), (core_start, core_end) = citation[:2]
        while start >= until:
            until, shift = next(stretches)
        if end <= until:
            span = span_of((start + shift, end + shift))
            core = span_of((core_start + shift, core_end + shift))
            yield citation_of((span, core) + citation[2:])
        else:
            undone = whole.shifts.undone
            span = Span(start + shift, undone(end - 1) + 1)
            core = Span(undone(core_start), undone(core_end - 1) + 1)
            yield citation_of((span, core, text[span.start : span.end]) + citation[3:])


def _found(text: str) -> tuple[Citation, ...]:
    words = KindWords(text)
    found = list(_with_kinds(numbered(text, words)))
    taken = _Taken(text, [c.span for c in found])
    cores = {c.core.start for c in found}
    short = [word for at, word in words.before_numbers.items() if at not in cores]
    for others in (
        names.named(text, words, tuple(found)),
        numbers_of_year(text, short),
        bare_numbers(text, short, tuple(found)),
        self_references(words),
    ):
        found += [c for c in others if taken.add(c.span)]
    found.sort(key=itemgetter(0))
    placed: list[Citation] = []
    floor = 0
    for citation in found:
        start, end = citation.span
        pinned = pinpoint_before(text, start, floor)
        if pinned is None and citation.self_reference:
            # 'Quy định này' without a pin-cite is no citation.
            continue
        if pinpoint := pinned or pinpoint_after(text, end):
            citation = citation_of(citation[:7] + (pinpoint,) + citation[8:])
        placed.append(citation)
        floor = end
    return codified(text, tuple(placed))


def _with_kinds(citations: Iterable[Citation]) -> Iterator[Citation]:
    """The citations, each without a kind word with the one kind that its number has elsewhere."""
    found = list(citations)
    if all(each.kind for each in found):
        yield from found
        return
    kinds: dict[str | None, set[str]] = {}
    for each in found:
        if each.kind:
            kinds.setdefault(each.number, set()).add(each.kind)
    for each in found:
        told = kinds.get(each.number, ()) if each.kind is None else ()
        yield each._replace(kind=min(told)) if len(told) == 1 else each


class _Taken:
    """Stretches that already belong to a citation, as a mark for each letter of the text."""

    def __init__(self, text: str, spans: list[Span]) -> None:
        self._marks = bytearray(len(text))
        for start, end in spans:
            self._marks[start:end] = b"\1" * (end - start)

    def add(self, span: Span) -> bool:
        """Takes the stretch unless a part of it is taken; says whether it did."""
        start, end = span
        if self._marks.find(1, start, end) >= 0:
            return False
        self._marks[start:end] = b"\1" * (end - start)
        return True
