"""What a text reports of other instruments: 'Nghị định ... quy định chi tiết Luật ...'.

Subject and object stand in one clause with a trigger between them.
"""

import itertools
import re
from collections.abc import Iterator

from loaders.model import Citation, Relation, Span
from loaders.treatments import ADJOINING, triggers

_PREDICATES = {
    "quy định chi tiết": ("details",),
    "cụ thể hóa": ("concretises",),
    "thể chế hóa": ("institutionalises",),
    "thay thế": ("replaces",),
    "bãi bỏ": ("repeals",),
    "đình chỉ": ("suspends",),
    "đính chính": ("corrects",),
    "hướng dẫn": ("guides",),
    "thực hiện": ("implements",),
    "giám sát": ("inspects_implementation_of",),
    "kiểm tra": ("inspects_implementation_of",),
    "hợp nhất": ("consolidates",),
    "sơ tổng kết": ("reviews",),
    "quán triệt": ("disseminates",),
    "tuyên truyền": ("disseminates",),
    "phổ biến": ("disseminates",),
}


# Another sentence, clause or paragraph begins between them.
_APART = re.compile(r"[;.]\s|\n\s*\n|:\s")


def reported_relations(text: str, citations: tuple[Citation, ...]) -> Iterator[Relation]:
    """What the text reports of other instruments.

    Subject and object stand in one clause with a trigger between them.
    """
    changed: tuple[Citation, tuple[str, ...]] | None = None
    for first, second in itertools.pairwise(citations):
        gap = text[first.span.end : second.span.start]
        if changed and ADJOINING.fullmatch(gap) and ";" not in gap:
            # '... được sửa đổi, bổ sung bởi Luật số A, Luật số B và Luật số C'
            target, predicates = changed
            for predicate in predicates:
                span = Span(target.span.start, second.span.end)
                yield Relation(_iri(second), predicate, _iri(target), span)
            continue
        changed = None
        if len(gap) > 260 or _APART.search(gap) or first.instrument == second.instrument:
            continue
        before = text[max(0, first.span.start - 120) : first.span.start]
        for subject, predicate, object_ in _reported(gap, before, first, second):
            confused = predicate == "confused_with"
            start = _confusion_start(text, first) if confused else first.span.start
            yield Relation(subject, predicate, object_, Span(start, second.span.end))
            if subject == _iri(second):
                changed = (first, (*(changed[1] if changed else ()), predicate))


_PASSIVE = re.compile(
    r"(?:đã\s+)?được\s+(?:sửa\s+đổi|bổ\s+sung|thay\s+thế"
    r"|bãi\s+bỏ)(?:\s*,\s*bổ\s+sung)?(?:\s+một\s+số\s+điều)?(?:\s+(?:bởi|theo|tại|bằng))?"
)
_TITLE_OPENER = re.compile(
    r"\s*,?\s*(?:[“\"*]\s*)?(?:[Vv]ề(?:\s+việc)?|nhằm|để|quy\s+định|hướng\s+dẫn|sửa\s+đổi"
    r"|ban\s+hành|thay\s+thế|bãi\s+bỏ|cụ\s+thể)[\s,]|\s+(?:thực\s+hiện|triển\s+khai)\s"
    # no comma: 'Theo Kế hoạch số 1, giám sát việc thực hiện Luật ...' tells of the text itself
    r"|\s+(?:giám\s+sát|kiểm\s+tra|sơ\s+kết|tổng\s+kết)\s"
)


# 'Công văn số 1530 ... về việc báo cáo tình hình thực hiện Quy định số 144': it asks for a report.
_ON_REPORTING = re.compile(r"\s*,?\s*(?:về\s+)?(?:việc\s+)?báo\s+cáo\s")


def _reported(
    gap: str, before: str, first: Citation, second: Citation
) -> Iterator[tuple[str, str, str]]:
    one, two = _iri(first), _iri(second)
    if re.search(r"[Nn]hầm\s+(?:lẫn|giữa)", before) and re.fullmatch(r"\s*(?:với|và)\s*", gap):
        yield one, "confused_with", two
        return
    if passive := _PASSIVE.search(gap):
        if len(gap) - passive.end() < 6:
            for predicate in _changes(passive[0]):
                yield two, predicate, one
        return
    opener = None if _ON_REPORTING.match(gap) else _TITLE_OPENER.match(gap)
    if opener is None or (
        "," in gap[opener.end() :].replace("bổ sung", "") and "sửa đổi" not in gap
    ):
        return
    trigger = next((t for t in triggers(gap) if REACHES.fullmatch(gap, t.end)), None)
    if trigger is None:
        return
    if trigger.treatment == "sửa đổi":
        for predicate in _changes(gap[trigger.start :]):
            yield one, predicate, two
    for predicate in _PREDICATES.get(trigger.treatment, ()):
        yield one, predicate, two


def _changes(words: str) -> Iterator[str]:
    """'sửa đổi, bổ sung' amends and supplements; 'thay thế' replaces; 'bãi bỏ' repeals."""
    for word, predicate in (
        ("sửa", "amends"), ("bổ", "supplements"), ("thay", "replaces"), ("bãi", "repeals"),
    ):  # fmt: skip
        if word in words.lower():
            yield predicate


def _confusion_start(text: str, first: Citation) -> int:
    start = max(0, first.span.start - 120)
    found = re.compile(r"(?:còn\s+)?[Nn]hầm").search(text, start, first.span.start)
    return found.start() if found else first.span.start


# From a trigger to its object: 'quy định chi tiết thi hành một số điều của', 'và biện pháp thi
# hành', 'nghiêm túc'.
REACHES = re.compile(
    r"(?:\s|,|nghiêm\s+túc|có\s+hiệu\s+quả|hiệu\s+quả|tốt|nội\s+dung|các|một\s+số|(?:điểm"
    r"|khoản|điều|Điều|quy\s+định|nội\s+dung)(?!\w)|của|và|biện\s+pháp|thi\s+hành"
    r"|bổ\s+sung|sửa\s+đổi|về|việc|tinh\s+thần|theo|tại|thực\s+hiện|triển\s+khai|toàn\s+bộ"
    r"|[0-9a-zđ](?!\w)|\d+|[“\"*])*"
)


def _iri(citation: Citation) -> str:
    return citation.instrument or ""
