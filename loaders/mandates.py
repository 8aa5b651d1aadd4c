"""The instruments behind an inspection.

Those it carries out ('Thực hiện Kế hoạch ...') and those it looks at.
"""

import re
from collections.abc import Sequence

from loaders.model import Citation, Span

_FORMULA = re.compile(
    r"\W{0,6}(?:Thực\s+hiện|Căn\s+cứ|Theo|Triển\s+khai(?:\s+thực\s+hiện)?|Thi\s+hành"
    r"|Tại)\s+(?:theo\s+"
    r"|các\s+|tinh\s+thần\s+)?"
)
# A further instrument of the formula stands behind a semicolon, a comma or 'và', never inside the
# title of the one before.
_FURTHER = re.compile(r"(?:[;,]|\svà|,?\s+căn\s+cứ)\s*(?:căn\s+cứ\s+|theo\s+)?(?:các\s+)?\Z", re.I)
_BACK = 6
_NOT_OBJECT = re.compile(
    r"(?:gắn\s+(?:với|liền)|căn\s+cứ|theo|kèm\s+theo"
    r"|thực\s+hiện\s+(?=Kế))(?:\s+(?:việc\s+)?thực\s+hiện)?\s*\Z",
    re.I,
)


def mandate(
    text: str, citations: Sequence[Citation], paragraphs: Sequence[Span], index: int, sentence: Span
) -> tuple[str, ...]:
    """The instruments of the formula that opens the sentence.

    Or the nearest paragraph before it that is one.
    """
    own = _opening(text, citations, sentence) or _behind(text, citations, sentence)
    if own:
        return own
    paragraph = paragraphs[index]
    if paragraph.start < sentence.start and (
        found := _opening(text, citations, Span(paragraph.start, sentence.start))
    ):
        return found
    for before in reversed(paragraphs[max(0, index - _BACK) : index]):
        if found := _opening(text, citations, before):
            return found
    return ()


# 'giám sát ... theo Kế hoạch số 04/KH-MTTQ'
_BY = re.compile(r"(?<!\w)theo\s+\Z")
_PAPERS = frozenset({"Kế hoạch", "Quyết định", "Chương trình", "Thông báo"})


def _behind(text: str, citations: Sequence[Citation], span: Span) -> tuple[str, ...]:
    """The plan or decision that the sentence names behind its verb."""
    return tuple(
        c.instrument
        for c in citations
        if span.start <= c.span.start < span.end
        and c.instrument
        and c.kind in _PAPERS
        and _BY.search(text, max(span.start, c.span.start - 8), c.span.start)
    )


def _opening(text: str, citations: Sequence[Citation], span: Span) -> tuple[str, ...]:
    formula = _FORMULA.match(text, span.start, span.end)
    if formula is None:
        return ()
    found: list[str] = []
    for citation in citations:
        if not span.start <= citation.span.start < span.end or citation.instrument is None:
            continue
        first = not found and citation.span.start <= formula.end() + 2
        before = text[max(span.start, citation.span.start - 24) : citation.span.start]
        if first or (found and _FURTHER.search(before)):
            found.append(citation.instrument)
    return tuple(dict.fromkeys(found))


def object_instruments(text: str, citations: Sequence[Citation], span: Span) -> tuple[str, ...]:
    """The instruments whose carrying-out is inspected: those cited behind the verb."""
    found = []
    for citation in citations:
        if span.start <= citation.span.start < span.end and citation.instrument:
            before = text[max(span.start, citation.span.start - 40) : citation.span.start]
            if not _NOT_OBJECT.search(before):
                found.append(citation.instrument)
    return tuple(dict.fromkeys(found))
