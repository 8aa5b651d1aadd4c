"""What the final provisions of an instrument replace or repeal, as a whole or in part.

'Quy định này thay thế ...', 'Thông tư số A hết hiệu lực kể từ ngày ...', 'Bãi bỏ khoản 4 Điều 8
Thông tư số B'. What is named as having changed A before does not end with it by these words.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from loaders.changers import changers_end
from loaders.model import Citation, Relation, Span
from loaders.reported import IN_PART, ending, part_of
from loaders.treatments import ADJOINING

# 'được bãi bỏ bởi Nghị định số B': somebody else does it.
_ENDS = re.compile(
    r"(?P<whole>hết\s+hiệu\s+lực(?!\s+(?:thi\s+hành\s+)?một\s+phần)"
    r"|(?:bị|được)\s+bãi\s+bỏ(?!\s+(?:một\s+phần\s+)?(?:bởi|theo|tại|bằng)))"
    r"|hết\s+hiệu\s+lực\s+(?:thi\s+hành\s+)?một\s+phần"
)
_SELF_ACTS = re.compile(
    r"(?:này|đây)(?:\s+có\s+hiệu\s+lực[^.;]{0,80}?(?:và|,|;)|,)?\s+(?P<verb>thay(?:\s+(?:thế|cho))+"
    r"|bãi\s+bỏ|hủy\s+bỏ)(?:\s+cho)?\s+(?:toàn\s+bộ\s+|các\s+)?\Z"
)
_ACTS = re.compile(
    r"(?:\n|;|:)[\s\d.a-zđ)-]{0,8}(?P<verb>Bãi\s+bỏ|Thay\s+thế)\s+(?:toàn\s+bộ\s+)?(?:(?:các"
    r"|nội\s+dung)\s+)?(?:(?:điểm|khoản|[Đđ]iều)[^;:.\n]{0,60}\s)?\Z"
)
# Both are read backwards from a citation, over the text turned round: what ends a clause ('; ',
# '2. ', 'a) ', 'Các ', 'thi hành, '), and the part that is meant ('các điểm a, b khoản 1 Điều 5 ').
_OPENS = re.compile(r"\s*\n|\s+[.;:]|\s*(?:\.\d|\)[a-zđ]|-)|\s+(?:cáC|,|àv)|\s+,?hnàh\s+iht")
_PART_WORDS = "|".join(w[::-1] for w in "các điểm khoản điều mục chương và của".split())
_ITS_PART = re.compile(rf"(?:\s*+(?:{_PART_WORDS}|,|[a-zđ]?\d{{1,3}}|[a-zđ])){{2,20}}", re.I)


class _Ending(NamedTuple):
    predicate: str
    begin: int
    part: str | None


def ended(text: str, own: str, citations: tuple[Citation, ...], start: int) -> Iterator[Relation]:
    """What the text, from `start` on, replaces or repeals, in reading order."""
    previous: _Ending | None = None
    passed = start
    for place, citation in enumerate(citations):
        if citation.span.start < passed or citation.self_reference:
            continue
        found = _acted_on(text, citation)
        if found is None and previous and ADJOINING.fullmatch(text, passed, citation.span.start):
            found = previous._replace(part=citation.pinpoint or previous.part)
        if found or opens_clause(text, citation):
            passed = changers_end(text, citations, place)
            found = found or _lapses(text, citation, passed)
        previous = found
        if found:
            span = Span(found.begin, citation.span.end)
            yield from ending(own, found.predicate, citation.instrument or "", span, found.part)


def _acted_on(text: str, citation: Citation) -> _Ending | None:
    """'Thông tư này thay thế A', 'Bãi bỏ khoản 1 Điều 2 của A'."""
    low = max(0, citation.span.start - 140)
    lead = text[low : citation.span.start]
    acts = _SELF_ACTS.search(lead) or _ACTS.search(lead)
    if acts is None:
        return None
    predicate = "replaces" if acts["verb"].lower().startswith("thay") else "repeals"
    return _Ending(predicate, low + acts.start("verb"), part_of(lead[acts.end("verb") :], citation))


def _lapses(text: str, citation: Citation, end: int) -> _Ending | None:
    """'A hết hiệu lực kể từ ngày ...', 'Khoản 2 Điều 3 của A hết hiệu lực'."""
    clause = re.split(r"[;.]\s", text[end : end + 220], maxsplit=1)[0]
    found = _ENDS.search(clause)
    if found is None:
        return None
    part = citation.pinpoint or (None if found["whole"] else IN_PART)
    return _Ending("repeals", citation.span.start, part)


def opens_clause(text: str, citation: Citation) -> bool:
    """Whether a citation is the subject of its clause.

    It opens a line, a numbered item or a list of such, perhaps behind the part that is meant.
    """
    turned = text[max(0, citation.span.start - 90) : citation.span.start][::-1]
    if citation.pinpoint and (part := _ITS_PART.match(turned)):
        turned = turned[part.end() :]
    return _OPENS.match(turned) is not None
