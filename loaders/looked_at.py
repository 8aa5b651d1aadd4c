"""The instruments whose carrying-out is inspected: never those by which it is."""

import re
from collections.abc import Sequence

from loaders.model import Citation, Span
from loaders.papers import PAPERS, SETS_UP

_NOT_OBJECT = re.compile(
    r"(?:gắn\s+(?:với|liền)|căn\s+cứ|theo\s+(?:đúng\s+)?tinh\s+thần|(?P<by>(?<!kèm\s)theo)|kèm\s+theo"
    r"|(?:sửa\s+đổi|bổ\s+sung|thay\s+thế|bãi\s+bỏ)(?:\s+một\s+số\s[^;.]{4,30})?"
    r"|thực\s+hiện\s+(?=Kế))(?:\s+(?:việc\s+)?thực\s+hiện)?\s*\Z",
    re.I,
)


# 'giám sát trách nhiệm nêu gương theo Quy định số 101': a norm by which others act is looked at.
_NORMS = frozenset(
    {"Quy định", "Chỉ thị", "Luật", "Bộ luật", "Pháp lệnh", "Nghị định", "Thông tư", "Quy chế"}
)


def object_instruments(text: str, citations: Sequence[Citation], span: Span) -> tuple[str, ...]:
    """The instruments whose carrying-out is inspected: those cited behind the verb."""
    found: list[str] = []
    by: Citation | None = None
    for citation in citations:
        if span.start <= citation.span.start < span.end and citation.instrument:
            joined = by and _AND_BY.fullmatch(text, by.span.end, citation.span.start)
            if joined and citation.kind in PAPERS:
                # 'theo Quyết định số 14 của A và Kế hoạch số 15'
                continue
            before = text[max(span.start, citation.span.start - 40) : citation.span.start]
            barred = _NOT_OBJECT.search(before)
            if citation.kind in PAPERS and SETS_UP.match(text, citation.span.end):
                # 'Quyết định số 28 thành lập Đoàn kiểm tra' is the mandate of another
                continue
            by = citation if barred and barred["by"] and citation.kind in PAPERS else None
            if not barred or (barred["by"] and citation.kind in _NORMS):
                found.append(citation.instrument)
    return tuple(dict.fromkeys(found))


_AND_BY = re.compile(r"(?:\s+của\s[^.;,]{4,90}?)?(?:,|;|,?\s+(?:và|cùng))\s+")
_ON_DOING = re.compile(
    r"việc\s+(?:\S+\s+){0,3}(?:thực\s+hiện|thi\s+hành|chấp\s+hành|triển\s+khai)\s+(?:các\s+)?\Z",
    re.I,
)


def objects_before(text: str, citations: Sequence[Citation], span: Span) -> tuple[str, ...]:
    """The instruments of a passive clause: 'việc thực hiện Luật ... được HĐND tỉnh giám sát'."""
    return tuple(
        citation.instrument
        for citation in citations
        if span.start <= citation.span.start < span.end
        and citation.instrument
        and _ON_DOING.search(text, max(span.start, citation.span.start - 60), citation.span.start)
        and re.search(r"\sđược\s", text[citation.span.end : span.end])
    )


_TITLE_END = re.compile(r"[.;](?=\s)|\n")


_INSPECTED = re.compile(r"(?:giám\s+sát|kiểm\s+tra|thanh\s+tra|khảo\s+sát)\s")


def objects_of_mandate(
    text: str, citations: Sequence[Citation], mandate: Sequence[str]
) -> tuple[str, ...]:
    """What the title of its mandate says is inspected.

    'Quyết định số 5-QĐ/TU về kiểm tra việc thực hiện Nghị quyết số 57-NQ/TW'.
    """
    for citation in citations:
        if citation.instrument not in mandate or citation.kind not in PAPERS:
            continue
        mark = _TITLE_END.search(text, citation.span.end)
        stop = mark.start() if mark else len(text)
        title = _INSPECTED.search(text, citation.span.end, min(stop, citation.span.end + 160))
        if title:
            found = object_instruments(text, citations, Span(title.end(), stop))
            return tuple(each for each in found if each not in mandate)
    return ()
