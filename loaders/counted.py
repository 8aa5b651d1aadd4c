"""What a counted group of inspections stands for: whose they are, of whom, on what and when.

Each group has its own body; a part without one ('trong đó 37 cuộc đột xuất') is no group of its
own.
"""

import re

from loaders.agents import subject_in
from loaders.bodies import resolve, territory_body
from loaders.counters import labelled, sort_of, who_counts
from loaders.groups import ORGANISATIONS, Group
from loaders.held import period_of_count
from loaders.inspected import is_named, topic_of, units_of
from loaders.inspected_lists import named_next
from loaders.localised import localised
from loaders.looked_at import object_instruments
from loaders.mandates import mandate_of_count
from loaders.model import Body, Inspection, Span
from loaders.moods import begins_after
from loaders.occasions import Occasion
from loaders.organisations import written_out
from loaders.periods import Period
from loaders.schedules import Terms, terms_of
from loaders.statuses import status_of
from loaders.units import units
from loaders.wording import form_of, verb_start

_LEVEL_ALONE = re.compile(r"(?:cấp\s+(?!ủy)\S+|cơ\s+sở)\Z", re.I)
_PART_OF = re.compile(r",?\s+trong\s+đó")


def told_of(
    report: Occasion,
    index: int,
    sentence: Span,
    clause: Span,
    group: Group,
    subject: Body | None,
    before: Body | None,
) -> Inspection:
    """The inspection that a group stands for; `before` made the group before it in the sentence."""
    text = report.text
    listed, end = _units(report, clause, group)
    if not listed and clause.end >= sentence.end:
        listed, end = named_next(report, index, sentence.end)
    terms = terms_of(report, index, sentence) if report.is_plan else Terms()
    stated = period_of_count(report, report.paragraphs[index], sentence, group.span) or terms.period
    start = verb_start(text, clause.start, group.span.start)
    return Inspection(
        iri="",
        span=Span(start, max(end, group.span.end)),
        mode=group.mode,
        form=form_of(text[clause.start : clause.end], delegation=False),
        status=_status(report, sentence, group, stated),
        start=stated.start if stated else None,
        end=stated.end if stated else None,
        count=group.number,
        inspector=_own_agent(report, index, sentence, group)
        or (before if _goes_on(text, sentence, group) else None)
        or _agent_above(report, index, clause, group)
        or _agent_implied(report, sentence, clause, group, subject),
        leader=None,
        units=listed,
        about=_about(report, sentence, clause, group),
        mandate=mandate_of_count(text, report.near(sentence), sentence, group.span),
        topic=topic_of(text, group.behind, clause.end),
    )


# 'kiểm tra 12 tổ chức đảng (Đảng ủy các xã ...)', '03 cuộc, với 01 tổ chức (Chi bộ ...)'
_OPENED = re.compile(
    r"(?:\s+(?:khi\s+có\s+dấu\s+hiệu\s+vi\s+phạm|chuyên\s+đề|thường\s+xuyên|chấp\s+hành|đột\s+xuất))?"
    rf"(?P<counted>,?\s+(?:với|đối\s+với|tại|ở)\s+\d{{1,3}}\s+{ORGANISATIONS})?"
    r"\s*(?:\(|:|,?\s*(?:gồm|là|bao\s+gồm)\s*:?)\s*",
    re.I,
)
_CELLS = re.compile(r"(?P<head>chi\s+bộ|đảng\s+bộ|đảng\s+ủy)(?:\s+\w+)?\s*\Z", re.I)


def _headed(unit: Body, counted: str, report: Occasion) -> Body:
    """'04 chi bộ (các ấp A, B và Trạm Y tế)': the cells of what the bracket names."""
    cells = _CELLS.search(counted)
    if cells is None or re.match(r"(?:Chi|Đảng)\s", unit.name):
        return unit
    head = written_out(cells["head"].capitalize())
    if hamlet := _HAMLET.fullmatch(unit.printed):
        return territory_body(hamlet[1], hamlet[2], report.home, head)
    return resolve(f"{head} {unit.printed}", report.home, report.anchor)


_HAMLET = re.compile(r"(thôn|bản|ấp|buôn|tổ dân phố|khu (?:phố|dân cư))\s(.+)", re.I)


# 'lồng ghép nội dung Quy định số 144 vào 04 cuộc kiểm tra'
_WOVEN_IN = re.compile(r"(?:lồng\s+ghép|đưa)\s+(?:việc\s+|nội\s+dung\s+)?[^.;:\n]{4,140}\svào\s+\Z")


def _about(report: Occasion, sentence: Span, clause: Span, group: Group) -> tuple[str, ...]:
    """The instruments whose carrying-out the group looks at: behind it, or woven into it."""
    near = report.near(sentence)
    behind = object_instruments(report.text, near, Span(group.span.start, clause.end))
    if behind or not (woven := _WOVEN_IN.search(report.text, clause.start, group.span.start)):
        return behind
    return object_instruments(report.text, near, Span(*woven.span()))


def _units(report: Occasion, clause: Span, group: Group) -> tuple[tuple[Body, ...], int]:
    """The units of a group: behind a cue, or in the bracket behind their count."""
    text = report.text
    part = _PART_OF.search(text, group.behind, clause.end)
    clause = Span(clause.start, part.start()) if part else clause
    if bracket := _OPENED.match(text, group.behind, clause.end):
        counted = bracket["counted"] or text[group.span.start : group.behind]
        listed, end = units(text, bracket.end(), clause.end, report.home)
        listed = tuple(_headed(unit, counted, report) for unit in listed)
        if listed and any(map(is_named, listed)):
            return listed, end
    number = re.search(r"\d+\s\D*\Z", text[group.span.start : group.behind])
    if number:
        listed, end = units(text, group.span.start + number.start(), clause.end, report.home)
        if len(listed) > 1 and all(u.place or u.type for u in listed):
            return listed, end
    whose = group.agent_to < group.span.end and group.span.start == group.agent_to
    return units_of(report, group.behind, clause.end, whose=whose)


# 'kiểm tra 07 cuộc, giám sát 04 cuộc': between the two stand no words that may name another body.
_SAME_AGENT = re.compile(
    r"\s*(?:(?:và|đã|cũng|còn|chủ\s+trì|tiến\s+hành|tổ\s+chức|thực\s+hiện|mở|triển\s+khai"
    r"|tham\s+gia|phối\s+hợp)\s+){0,4}"
)


def _goes_on(text: str, sentence: Span, group: Group) -> bool:
    """Whether a group follows the one before it without any other body."""
    mark = max(text.rfind(m, sentence.start, group.agent_to) for m in ",;")
    return mark >= 0 and _SAME_AGENT.fullmatch(text, mark + 1, group.agent_to) is not None


def _status(report: Occasion, sentence: Span, group: Group, stated: Period | None) -> str:
    if report.is_plan or report.is_ahead(group.span.start):
        return "planned"
    if stated and stated.start and begins_after(report.text, stated.start):
        return "planned"
    return status_of(report.text, sentence, group.span.start, held=True)


def _own_agent(report: Occasion, index: int, sentence: Span, group: Group) -> Body | None:
    """The body that the group itself names; 'cấp huyện' of what its paragraph's label names."""
    found = None if group.turned else who_counts(report, sentence.start, group.agent_to)
    paragraph = report.paragraphs[index]
    label = labelled(report, paragraph)
    if found:
        found = (localised(found[0], report.text, paragraph.start, found[1], report.home), found[1])
    if found and label and _LEVEL_ALONE.match(found[0].name) and not _LEVEL_ALONE.match(label):
        return sort_of(f"{label} {found[0].name}")
    return found[0] if found else None


def _agent_above(report: Occasion, index: int, clause: Span, group: Group) -> Body | None:
    """The body of the paragraph's label, or the one that acts in the clause."""
    label = labelled(report, report.paragraphs[index])
    if label:
        return sort_of(label)
    return None if group.turned else subject_in(report, clause.start, group.agent_to)


# Words that may stand before a count without naming who counts: verbs, times, 'tổng số'.
_OPEN = re.compile(
    r"(?:[^,;:]{0,160}[,;:])?\s*(?:(?:và|đã|cũng|còn|có|mới|chỉ|hai|ba|bốn|được|chủ\s+trì|tiến\s+hành|tổ\s+chức"
    r"|thực\s+hiện|mở|triển\s+khai|tham\s+gia"
    r"|phối\s+hợp\s+(?:với|cùng)\s+[^,;.]{2,90}?(?=\s(?:tham|tổ|tiến|triển|thực)|\s*\Z)|phối\s+hợp"
    r"|trong|năm|quý|tháng|từ|đến|nay|hết|đầu|cuối|kỳ|qua|đó|cả|tổng\s+số|tổng|số|nhiệm\s+kỳ"
    r"|giai\s+đoạn|theo|kế\s+hoạch|kết\s+quả"
    r"|hoàn\s+thành|[-–/\d.]+|[IVX]+)(?!\w)\s*)*",
    re.I,
)


def _agent_implied(
    report: Occasion, sentence: Span, clause: Span, group: Group, subject: Body | None
) -> Body | None:
    """Who acted before, where the clause names nobody; unknown words may be a name not known."""
    if not (group.turned or _OPEN.fullmatch(report.text, clause.start, group.agent_to)):
        return None
    return subject or subject_in(report, sentence.start, group.agent_to) or report.host
