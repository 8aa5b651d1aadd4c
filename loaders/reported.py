"""What a text reports of other instruments: 'Nghị định ... quy định chi tiết một số điều của Luật'.

Subject and object stand in one clause with a trigger between them: the title of the first names the
second ('A sửa đổi, bổ sung một số điều của B'), or the words say who changed it ('A được sửa đổi,
bổ sung bởi B, C và D').
"""

import itertools
import re
from collections.abc import Iterator
from dataclasses import replace

from loaders.changers import FAR, Changed, changed_by, goes_on
from loaders.model import Citation, Relation, Span
from loaders.page_breaks import joined
from loaders.treatments import ADJOINING, Trigger, triggers
from ontology.iris import instrument_key

IN_PART = "một phần"
_PREDICATES = {
    "quy định chi tiết": "details",
    "cụ thể hóa": "concretises",
    "thể chế hóa": "institutionalises",
    "thay thế": "replaces",
    "bãi bỏ": "repeals",
    "đình chỉ": "suspends",
    "đính chính": "corrects",
    "hướng dẫn": "guides",
    "thực hiện": "implements",
    "giám sát": "inspects_implementation_of",
    "kiểm tra": "inspects_implementation_of",
    "hợp nhất": "consolidates",
    "sơ tổng kết": "reviews",
    "quán triệt": "disseminates",
    "tuyên truyền": "disseminates",
    "phổ biến": "disseminates",
}
# Another sentence, clause or paragraph begins between them.
_APART = re.compile(r"[;.]\s|\n\s*\n|:\s")
_TITLE_OPENER = re.compile(
    r"\s*,?\s*(?:[“\"*]\s*)?(?:[Vv]ề(?:\s+việc)?|nhằm|để|quy\s+định|hướng\s+dẫn|sửa\s+đổi"
    r"|ban\s+hành|thay\s+thế|bãi\s+bỏ|cụ\s+thể)[\s,]|\s+(?:thực\s+hiện|triển\s+khai)\s"
    # no comma: 'Theo Kế hoạch số 1, giám sát việc thực hiện Luật ...' tells of the text itself
    r"|\s+(?:giám\s+sát|kiểm\s+tra|sơ\s+kết|tổng\s+kết)\s"
)
# 'Công văn số 1530 ... về việc báo cáo tình hình thực hiện Quy định số 144': it asks for a report.
_ON_REPORTING = re.compile(r"\s*,?\s*(?:về\s+)?(?:việc\s+)?báo\s+cáo\s")
# From a trigger to its object: 'quy định chi tiết thi hành một số điều của', 'và biện pháp thi
# hành', 'nghiêm túc'.
REACHES = re.compile(
    r"(?:\s|,|chi\s+tiết|phụ\s+lục|nghiêm\s+túc|có\s+hiệu\s+quả|hiệu\s+quả|tốt|nội\s+dung|các|một\s+số|(?:điểm"
    r"|khoản|điều|Điều|quy\s+định|nội\s+dung)(?!\w)|của|và|biện\s+pháp|thi\s+hành|hướng\s+dẫn"
    r"|bổ\s+sung|sửa\s+đổi|về|việc|tinh\s+thần|theo|tại|thực\s+hiện|triển\s+khai|toàn\s+bộ"
    r"|tổ\s+chức|để|[0-9a-zđ](?!\w)|\d+|[“\"*])*"
)
# 'sửa đổi, bổ sung một số điều của Quy chế phối hợp ban hành kèm theo Quyết định số A': the rules
# that an instrument promulgates are it.
ATTACHED = re.compile(
    r"\s+(?:(?:một\s+số|nội\s+dung|điều|khoản|của|các|,|\d+)\s+)*(?:Bản\s+)?(?:[Qq]uy\s+(?:chế|định|trình|chuẩn)"
    r"|Điều\s+lệ|Chương\s+trình|Hướng\s+dẫn|Kế\s+hoạch|Đề\s+án|Danh\s+mục|Phụ\s+lục)\s[^.;:“”]{2,240}?"
    r"\sban\s+hành\s+(?:kèm\s+theo|theo|tại)\s+"
)
# '... tại Điều 60 Luật A thực hiện theo Điều 6 Thông tư B' tells how a thing is done, not what the
# law is for; 'Thông tư này thực hiện theo quy định tại' as well.
_PROCEDURE = re.compile(
    r"(?:thực\s+hiện|thi\s+hành|triển\s+khai)\s+theo\s+(?!tinh\s+thần|chỉ\s+đạo)"
)
# 'hướng dẫn thực hiện một số điều về tiền lương của Nghị định', '... chính sách quy định tại'
_GUIDES_A_MATTER = re.compile(
    r"\s*,?\s*(?:về\s+việc\s+)?hướng\s+dẫn\s+(?:thi\s+hành|thực\s+hiện)\s+(?:một\s+số\s+(?:điều|nội\s+dung"
    r"|quy\s+định)\s[^.;:]{0,160}?(?:của|quy\s+định\s+tại)|(?:chính\s+sách|chế\s+độ)\s[^.;:]{0,120}?"
    r"quy\s+định\s+tại)(?:\s+các)?\s+"
)
_CHANGES = (("sửa", "amends"), ("bổ", "supplements"), ("đính", "corrects"))
_ENDS = (("thay", "replaces"), ("bãi", "repeals"))


def reported_relations(text: str, citations: tuple[Citation, ...]) -> Iterator[Relation]:
    """What the text reports of other instruments, in reading order."""
    changed: Changed | None = None
    stated: list[Relation] = []
    # What the title goes on from that the words are in, the nearest first.
    titled: list[Citation] = []
    for first, second in itertools.pairwise(citations):
        gap = _gap(text, first.span.end, second.span.start)
        if len(gap) > FAR:
            changed, titled = None, []
            continue
        changed = goes_on(changed, gap, text, second) if changed else None
        if changed:
            yield from changes_of(changed)
            titled = []
            continue
        if _confused(text, gap, first):
            start = _confusion_start(text, first)
            yield Relation(_iri(first), "confused_with", _iri(second), Span(start, second.span.end))
        if _APART.search(gap) or ADJOINING.fullmatch(gap):
            titled = []
            if _AND.fullmatch(gap) and second.kind == first.kind:
                yield from (_also_of(each, second) for each in stated)
            stated = []
            continue
        by_itself = second.self_reference and instrument_key(_iri(second)) is None
        changed = None if by_itself else changed_by(gap, (first, *titled), second)
        if changed:
            yield from changes_of(changed)
            titled = []
            continue
        titled.insert(0, first)
        stated = []
        if first.instrument != second.instrument:
            yield from (told := list(_named_in_title(gap, first, second)))
            stated = told if first.kind != second.kind else []


_AND = re.compile(r"\s+và\s+")


def _also_of(relation: Relation, following: Citation) -> Relation:
    """The same of the second of two objects: 'quy định chi tiết Luật A và Luật B'."""
    span = Span(relation.span.start, following.span.end)
    return replace(relation, object=_iri(following), span=span)


def _gap(text: str, start: int, end: int) -> str:
    """The words between two citations, without the header of a page that breaks in between."""
    words = text[start:end] if end - start < 2 * FAR else text[start : start + FAR + 1]
    whole = joined(words) if "CÔNG BÁO" in words else None
    return whole.text if whole else words


def changes_of(changed: Changed) -> Iterator[Relation]:
    """What the last of the changers did to the instrument."""
    target, how, by = changed.target, changed.how.lower(), changed.last
    span = Span(target.span.start, by.span.end)
    said = [name for word, name in _CHANGES if word in how]
    for name in said:
        yield Relation(_iri(by), name, _iri(target), span)
    for word, name in _ENDS:
        # What is amended and repealed in one breath is repealed in part.
        part = IN_PART if said or "một" in how else target.pinpoint
        if word in how and not (part and name == "replaces"):
            yield Relation(_iri(by), name, _iri(target), span, part=part)


def _named_in_title(gap: str, first: Citation, second: Citation) -> Iterator[Relation]:
    opener = None if _ON_REPORTING.match(gap) else _TITLE_OPENER.match(gap)
    if opener is None:
        return
    span = Span(first.span.start, second.span.end)
    if _GUIDES_A_MATTER.fullmatch(gap):
        yield Relation(_iri(first), "guides", _iri(second), span)
        return
    trigger = _reaching(gap)
    if trigger is None or _PROCEDURE.match(gap, trigger.start):
        return
    before = gap[opener.end() : trigger.start]
    if "," in before.replace("bổ sung", "") and "sửa đổi" not in gap:
        return
    yield from _stated(_iri(first), trigger.treatment, gap[trigger.start :], second, span)


def _reaching(gap: str) -> Trigger | None:
    """The trigger that the next instrument is the object of.

    'kéo dài thời gian thực hiện và sửa đổi một số điều của' changes it.
    """
    found = [each for each in triggers(gap) if REACHES.fullmatch(gap, each.end)]
    if len(found) > 1 and found[0].treatment == "thực hiện":
        return next((each for each in found if each.treatment == "sửa đổi"), found[0])
    return found[0] if found else None


def _stated(
    subject: str, treatment: str, words: str, object_: Citation, span: Span
) -> Iterator[Relation]:
    """What a title says by a trigger and the words that lead from it to its object."""
    if treatment == "sửa đổi":
        for word, name in _CHANGES:
            if word in words.lower():
                yield Relation(subject, name, _iri(object_), span)
    elif predicate := _PREDICATES.get(treatment):
        yield from ending(subject, predicate, _iri(object_), span, part_of(words, object_))


def ending(
    subject: str, predicate: str, object_: str, span: Span, part: str | None
) -> Iterator[Relation]:
    """A statement that may end an instrument; to replace a part of it is to amend it."""
    if part and predicate == "replaces":
        yield Relation(subject, "amends", object_, span)
    else:
        yield Relation(
            subject, predicate, object_, span, part=part if predicate == "repeals" else None
        )


def part_of(words: str, object_: Citation) -> str | None:
    """The part of an instrument that the words before it are about; None of the whole."""
    if object_.pinpoint:
        return object_.pinpoint
    return IN_PART if _SOME.search(words) and not _ALL.search(words) else None


_SOME = re.compile(
    r"một\s+(?:số|phần)|(?<!\w)(?:cụm\s+)?từ\s+[“\"]|nội\s+dung"
    r"|(?<!\w)(?:điểm|khoản|[Đđ]iều|[Mm]ục|[Cc]hương|[Pp]hụ\s+lục|[Mm]ẫu|quy\s+định)\s"
)
_ALL = re.compile(r"toàn\s+bộ")
_CONFUSION = re.compile(r"[Nn]hầm\s+(?:lẫn|giữa)")
_WITH = re.compile(r"\s*(?:với|và)\s*")


def _confused(text: str, gap: str, first: Citation) -> bool:
    start = max(0, first.span.start - 120)
    return bool(_WITH.fullmatch(gap) and _CONFUSION.search(text, start, first.span.start))


def _confusion_start(text: str, first: Citation) -> int:
    start = max(0, first.span.start - 120)
    found = re.compile(r"(?:còn\s+)?[Nn]hầm").search(text, start, first.span.start)
    return found.start() if found else first.span.start


def _iri(citation: Citation) -> str:
    return citation.instrument or ""
