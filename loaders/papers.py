"""Plans, programmes and decisions that a stretch cites, and which of them set a delegation up."""

import re
from collections.abc import Sequence

from loaders.model import Citation, Span

PAPERS = frozenset({"Kế hoạch", "Quyết định", "Chương trình", "Thông báo"})


# 'Đây là cuộc giám sát theo Kế hoạch số ...'  'Đoàn giám sát được thành lập theo Quyết định số ...'
_BESIDE = re.compile(
    r"(?:(?:cuộc|đợt|buổi|chuyến|[Đđ]oàn|[Tt]ổ|[Vv]iệc)\s+(?:giám\s+sát|kiểm\s+tra|thanh\s+tra"
    r"|khảo\s+sát|công\s+tác|làm\s+việc|này)|chuyến\s+đi|[Đđ]oàn(?=\s+được\s+(?:thành\s+)?lập))"
    r"(?:[^.\n]{0,110}?(?:theo|(?<!việc\s)(?<!đạo\s)(?<!khai\s)(?<!chức\s)(?<!quả\s)(?<!trình\s)(?<!hình\s)(?<!trong\s)thực\s+hiện|căn\s+cứ|nằm\s+trong|trong\s+khuôn\s+khổ)\s+(?:nội\s+dung\s+)?|\s*\(\s*)\Z",
    re.I,
)


def named_beside(text: str, citations: Sequence[Citation], span: Span) -> tuple[str, ...]:
    """The plan or decision by which another sentence says that the inspection is held."""
    found: list[Citation] = []
    for paper in papers_in(citations, span, PAPERS | {"Nghị quyết"}):
        beside = _BESIDE.search(text, max(span.start, paper.span.start - 140), paper.span.start)
        # '... theo Kế hoạch số 45 ... về giám sát và Quyết định số 61 ... về thành lập Đoàn'
        joined = found and _JOINED.fullmatch(text, found[-1].span.end, paper.span.start)
        if beside or joined or SETS_UP.match(text, paper.span.end):
            found.append(paper)
    return tuple(paper.instrument or "" for paper in found)


def setting_up(text: str, citations: Sequence[Citation], span: Span) -> tuple[str, ...]:
    """The papers of a stretch that set a delegation up by its words."""
    return tuple(
        paper.instrument or ""
        for paper in papers_in(citations, span)
        if SETS_UP.match(text, paper.span.end)
        or _SET_UP_BY.search(text, max(span.start, paper.span.start - 90), paper.span.start)
    )


# 'thành lập Đoàn giám sát theo Quyết định số 18'
_SET_UP_BY = re.compile(r"lập\s+(?:[Đđ]oàn|[Tt]ổ)\s[^.;\n]{0,50}\stheo\s+\Z")


_JOINED = re.compile(r"[^.;\n]{0,200}(?:,|\svà)\s+")


# 'ban hành Quyết định số 1102-QĐ/HU thành lập Đoàn giám sát'
SETS_UP = re.compile(
    r",?\s+(?:ngày\s[\d/]+\s+)?(?:về\s+)?(?:việc\s+)?thành\s+lập\s+(?:[Đđ]oàn|[Tt]ổ)"
    r"\s+(?:giám|kiểm|thanh|khảo|công)"
)


def papers_in(
    citations: Sequence[Citation], span: Span, kinds: frozenset[str] = PAPERS
) -> list[Citation]:
    """The plans, programmes and decisions cited in a stretch."""
    return [
        c
        for c in citations
        if span.start <= c.span.start < span.end and c.instrument and c.kind in kinds
    ]
