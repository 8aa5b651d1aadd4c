"""Counted groups of inspections: '02 cuộc giám sát', 'kiểm tra 71 tổ chức đảng'.

Also where a list leaves out the word: 'kiểm tra 64 cuộc, gồm: Ban Thường vụ Huyện ủy 03 cuộc;
đảng ủy cơ sở 27 cuộc'. Each has its own body; a part without one ('trong đó 37 cuộc đột xuất')
is no group of its own.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.agents import subject_in
from loaders.bodies import resolve, territory_body
from loaders.counters import labelled, sort_of, who_counts
from loaders.held import period_of_count
from loaders.inspected import is_named, topic_of, units_of
from loaders.inspected_lists import named_next
from loaders.mandates import object_instruments
from loaders.model import Body, Inspection, Span
from loaders.occasions import Occasion
from loaders.organisations import written_out
from loaders.schedules import Terms, terms_of
from loaders.statuses import status_of
from loaders.units import units
from loaders.wording import LEFT, NOUN, form_of, mode_of, verb_start

NUMBER = r"(?P<count>\d{1,3}(?:\.\d{3})+|\d{1,6})"
_OCCASIONS = r"cuộc|đợt|lượt|chuyến|buổi|đoàn"
ORGANISATIONS = (
    r"(?:lượt\s+)?(?:tổ\s+chức\s+(?:cơ\s+sở\s+)?đảng|chi\s+bộ|đảng\s+bộ|đảng\s+ủy"
    r"|chi,\s+đảng\s+bộ|đơn\s+vị|đảng\s+viên"
    r"|cấp\s+ủy\s+viên|cơ\s+sở|doanh\s+nghiệp|dự\s+án|vụ\s+việc|công\s+trình|cơ\s+quan"
    r"|công\s+đoàn\s+cơ\s+sở"
    r"|địa\s+phương|tổ\s+chức|trường\s+học|hộ\s+kinh\s+doanh"
    r"|(?:xã|phường|thị\s+trấn|huyện|thôn)(?:,\s(?:xã|phường|thị\s+trấn))*)"
)
# 'kiểm tra, giám sát 16 cuộc'  'giám sát chuyên đề đối với 19 tổ chức đảng'
_AFTER = re.compile(
    r"(?:\s+(?:chuyên\s+đề|thường\s+xuyên|chấp\s+hành|khi\s+có\s+dấu\s+hiệu\s+vi\s+phạm"
    r"|đột\s+xuất|trực\s+tiếp"
    r"|dấu\s+hiệu\s+vi\s+phạm|theo\s+chuyên\s+đề|đối\s+với|được|hành\s+chính|chuyên\s+ngành"
    r"|tài\s+chính(?:\s+(?:đảng|công\s+đoàn|hội|đoàn))?|thu,?\s+(?:chi|nộp)[^.;:\d\n]{0,40}"
    rf"|cấp\s+dưới|tại|ở|tổng\s+số))*\s*:?\s+{NUMBER}(?:/\d{{1,4}})?\s+(?P<counter>{_OCCASIONS}|{ORGANISATIONS})(?!\w)",
    re.I,
)
# 'kiểm tra thu, nộp đảng phí ở 08 đảng bộ xã', 'giám sát việc cai nghiện tại 05 xã'
_AT = re.compile(
    rf"\s[^;:.()\n]{{3,160}}?\s(?:tại|ở|đối\s+với)\s+{NUMBER}\s+(?P<counter>{ORGANISATIONS})"
    r"(?!\w)(?=[^:;(]{0,60}(?:[,.;]|\Z))",
    re.I,
)
# 'giám sát trực tiếp tại 06 đơn vị, địa phương gồm: A; B; C' is one inspection of all of them.
_LISTED = re.compile(
    r"(?:\s+(?:chuyên\s+đề|trực\s+tiếp|thực\s+tế))*\s+(?:tại|ở|đối\s+với)\s+\d{1,2}\s+(?:đơn\s+vị"
    r"|cơ\s+quan"
    r"|địa\s+phương|doanh\s+nghiệp|cơ\s+sở)(?:(?:,|\s+và)\s+(?:đơn\s+vị|cơ\s+quan|địa\s+phương))*"
    r"(?:,?\s+(?:gồm|bao\s+gồm|là)(?:\s+có)?\s*:?|\s*:)"
)
# '02 cuộc giám sát'
_BEFORE = re.compile(
    rf"(?<![\w/.,]){NUMBER}(?:/\d{{1,4}})?\s+(?P<counter>{_OCCASIONS})\s+(?:đi\s+"
    rf"|hoạt\s+động\s+)?\Z",
    re.I,
)
# '284 đảng viên được kiểm tra', 'số đảng viên được kiểm tra ... là 284 đảng viên'
_TURNED = re.compile(
    rf"(?<![\w/.,])(?:{NUMBER}\s+|số\s+)(?P<counter>{ORGANISATIONS})\s+(?:đã\s+)?được\s+\Z", re.I
)
_NESTED = re.compile(
    r"(?P<mode>[Kk]iểm\s+tra|[Gg]iám\s+sát)\s+(?:việc\s+)?(?:thực\s+hiện\s+)?nhiệm\s+vụ\s*\Z"
)
# 'Tổng số cuộc thanh tra đã triển khai: 24', '| Số cuộc kiểm tra | 15 |'
_NUMBER_OF = re.compile(r"số\s+(?:cuộc|đợt|lượt)\s+\Z", re.I)
_STATED = re.compile(rf"[^.;:|\n]{{0,60}}?\s*(?::|\||là)\s*{NUMBER}(?![\d/])")
_OF_ALL = re.compile(r"(?:trong|của|/|trên)\s+(?:tổng\s+)?(?:số\s+)?\Z")
# 'Ban Thường vụ Huyện ủy 03 cuộc đối với 05 tổ chức đảng': the mode stands further up.
_BARE = re.compile(
    rf"(?<=\s){NUMBER}\s+cuộc(?=\s*(?:[,;.()/\n]|\Z|đối\s+với\s|tại\s|ở\s|với\s))", re.I
)
_LEVEL_ALONE = re.compile(r"(?:cấp\s+(?!ủy)\S+|cơ\s+sở)\Z", re.I)
_PART_OF = re.compile(r",?\s+trong\s+đó")
_TOTAL = re.compile(r"(?:[Cc]ộng(?!\s+(?:đồng|tác|đoàn|sản))|[Tt]ổng\s+cộng)[^;.]{0,20}\Z")


@dataclass(frozen=True, slots=True)
class Group:
    """A count of inspections: where it stands, and the words of who and how beside it."""

    span: Span
    number: int | None
    mode: str
    agent_to: int
    behind: int
    turned: bool = False


def group_of(report: Occasion, clause: Span, word: re.Match[str]) -> Group | None:
    """The group that a word of inspecting counts, before it, behind it, or as who was inspected."""
    text, low = report.text, max(clause.start, word.start() - LEFT)
    left = text[max(clause.start, word.start() - 130) : word.start()]
    if not word["mode"] or re.search(r"không\s+\Z", left[-12:]) or _TOTAL.search(left):
        return None
    mode = mode_of(word["mode"])
    start = word.start()
    if nested := _NESTED.search(left):
        # 'kiểm tra việc thực hiện nhiệm vụ kiểm tra, giám sát 102 tổ chức đảng' is one of checking.
        mode, start = mode_of(nested["mode"]), word.start() - len(left) + nested.start()
    if before := _BEFORE.search(text, low, word.start()):
        return Group(
            Span(before.start("count"), word.end()),
            value(before),
            mode,
            before.start(),
            word.end(),
        )
    if _LISTED.match(text, word.end(), clause.end):
        return None
    after = _AFTER.match(text, word.end(), clause.end)
    if after is None and not NOUN.search(left[-LEFT:]):
        after = _AT.match(text, word.end(), clause.end)
    if after:
        occasions = after["counter"].lower() in _OCCASIONS.split("|")
        number = value(after) if occasions else None
        return Group(Span(start, after.end()), number, mode, start, after.end())
    stated = _STATED.match(text, word.end(), clause.end)
    if stated and _NUMBER_OF.search(text, low, word.start()):
        return Group(Span(word.start(), stated.end()), value(stated), mode, start, stated.end())
    if turned := _TURNED.search(text, low, word.start()):
        if _OF_ALL.search(text, max(clause.start, turned.start() - 16), turned.start()):
            return None
        return Group(
            Span(turned.start(), word.end()), None, mode, turned.start(), word.end(), turned=True
        )
    return None


def elliptic(
    report: Occasion, sentence: Span, words: Sequence[re.Match[str]], taken: Sequence[Span]
) -> Iterator[Group]:
    """The groups whose mode is left out, since an earlier part of the sentence names it."""
    text = report.text
    named = [word for word in words if word["mode"]]
    for match in _BARE.finditer(text, sentence.start, sentence.end):
        if any(s.start <= match.start() < s.end for s in taken):
            continue
        mode = next((mode_of(w["mode"]) for w in reversed(named) if w.end() <= match.start()), "")
        if mode and who_counts(report, sentence.start, match.start()):
            yield Group(
                Span(match.start(), match.end()), value(match), mode, match.start(), match.end()
            )


def value(match: re.Match[str]) -> int:
    """The number that a count prints: '1.204' is 1204."""
    return int(match["count"].replace(".", ""))


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
    stated = period_of_count(report, sentence, group.span) or terms.period
    start = verb_start(text, clause.start, group.span.start)
    return Inspection(
        iri="",
        span=Span(start, max(end, group.span.end)),
        mode=group.mode,
        form=form_of(text[clause.start : clause.end], delegation=False),
        status=_status(report, sentence, group),
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


def _status(report: Occasion, sentence: Span, group: Group) -> str:
    if report.is_plan or report.is_ahead(group.span.start):
        return "planned"
    return status_of(report.text, sentence, group.span.start, held=True)


def _own_agent(report: Occasion, index: int, sentence: Span, group: Group) -> Body | None:
    """The body that the group itself names; 'cấp huyện' of what its paragraph's label names."""
    found = None if group.turned else who_counts(report, sentence.start, group.agent_to)
    label = labelled(report, report.paragraphs[index])
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
    r"(?:[^,;:]{0,160}[,;:])?\s*(?:(?:và|đã|cũng|còn|có|được|chủ\s+trì|tiến\s+hành|tổ\s+chức"
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
