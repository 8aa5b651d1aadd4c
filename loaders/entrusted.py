"""Bodies that a paper sets up, or gives a task to.

'Quyết định số 41-QĐ/ĐU thành lập Ban Chỉ đạo chuyển đổi số xã', 'Điều 3. Giao Sở Tài chính chủ
trì': of the papers that a text names, and of the text itself.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.anchors import positions
from loaders.bodies import body_at
from loaders.model import Body, BodyMention, Citation, Reading, Relation, Span
from loaders.passages import UPPER
from loaders.places import Home
from ontology import iris

# From a paper to what it does: 'Quyết định số 41 ngày 20/02/2026 về việc thành lập ...'.
_DOES = re.compile(
    r",?\s+(?:(?:về\s+)?(?:việc\s+)?(?:thành\s+lập|kiện\s+toàn)|(?:đã\s+)?(?P<gives>giao|phân\s+công))\s+"
    r"(?:cho\s+)?"
)
# Boards and groups that live only by the paper that set them up.
_GROUP = re.compile(
    r"(?:Ban\s+(?:Chỉ\s+đạo|Tổ\s+chức(?=\s+[a-zđ])|Vận\s+động|Quản\s+lý)|Hội\s+đồng(?!\s+nhân\s+dân)|Tổ\s+(?:công\s+tác|giúp\s+việc|biên\s+tập|công\s+nghệ)"
    r"|Tiểu\s+ban)"
    rf"(?:\s+(?!gồm|do|để|nhằm|theo|và\s|với\s|trong\s|từ\s|ngày\s|có\s|đồng\s)[\w{UPPER}/-]+){{0,12}}"
    r"|Đoàn\s+(?:giám\s+sát|kiểm\s+tra|thanh\s+tra|công\s+tác|khảo\s+sát)(?:\s+(?:liên\s+ngành|chuyên\s+đề))?"
)
_TASK = re.compile(
    r"\s+(?:chủ\s+trì|phối\s+hợp|làm\s+đầu\s+mối|tham\s+mưu|hướng\s+dẫn|theo\s+dõi|đôn\s+đốc|tổ\s+chức"
    r"|thực\s+hiện|xây\s+dựng|chịu\s+trách\s+nhiệm|căn\s+cứ|triển\s+khai|báo\s+cáo|giám\s+sát|kiểm\s+tra|ban\s+hành)(?!\w)"
)
# In a text of its own the order opens a line: 'Điều 1. Thành lập ...', '2. Giao Sở Tài chính ...'.
_OPENS = re.compile(r"\W{0,3}(?:Điều\s+\d{1,3}\s*[.:]\s*|\d{1,2}[.)]\s*|[a-zđ]\)\s*|[-+•]\s*)?\Z")
_ORDERS = ("Thành lập ", "Giao ")
_NAME_READ = 160


def with_orders(
    reading: Reading, text: str, home: Home, mentions: tuple[BodyMention, ...]
) -> tuple[Reading, tuple[BodyMention, ...]]:
    """The reading and its mentions with the bodies that a paper sets up or gives a task to."""
    own = reading.self.instrument if reading.self else None
    found = tuple(_entrusted(text, reading.citations, own, home))
    if not found:
        return reading, mentions
    # A board is known by the paper that set it up, no longer by its sort alone.
    at = {mention.span.start: mention for mention in (*mentions, *(named for _, named in found))}
    relations = (*reading.relations, *(relation for relation, _ in found))
    whole = tuple(at[start] for start in sorted(at))
    return replace(reading, relations=tuple(dict.fromkeys(relations))), whole


def _entrusted(
    text: str, citations: Sequence[Citation], own: str | None, home: Home
) -> Iterator[tuple[Relation, BodyMention]]:
    """Each such relation with the place that names the body, in reading order."""
    for citation in citations:
        does = _DOES.match(text, citation.span.end)
        if does and citation.instrument:
            start = citation.span.start
            yield from _to(text, citation.instrument, start, does.end(), bool(does["gives"]), home)
    for order in _ORDERS if own else ():
        for at in positions(text, order):
            line = text.rfind("\n", 0, at) + 1
            if own and at - line < 16 and _OPENS.match(text[line:at]):
                yield from _to(text, own, at, at + len(order), order == "Giao ", home)


def _to(
    text: str, subject: str, start: int, at: int, gives: bool, home: Home
) -> Iterator[tuple[Relation, BodyMention]]:
    end = min(len(text), at + _NAME_READ)
    named = _given_to(text, at, end, home) if gives else _set_up(text, subject, at, end)
    if named:
        body, stop = named
        predicate = "assigns" if gives else "establishes"
        relation = Relation(subject, predicate, body.iri, Span(start, stop))
        yield relation, BodyMention(Span(at, stop), body)


def _given_to(text: str, at: int, end: int, home: Home) -> tuple[Body, int] | None:
    named = body_at(text, at, end, home, institutions=False)
    return named if named and _TASK.match(text, named[1], end) else None


def _set_up(text: str, subject: str, at: int, end: int) -> tuple[Body, int] | None:
    """The board that a paper sets up, known by that paper: every commune has one of that name."""
    group = _GROUP.match(text, at, end)
    if group is None:
        return None
    words = " ".join(group[0].split())
    key = iris.slug(f"{words} {subject.removeprefix(iris.BASE)}")
    return Body(iris.body(key), words, "", None), group.end()
