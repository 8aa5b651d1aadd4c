"""Which units an inspection looks at: behind its verb, before it, or in the list of a decision."""

import re
from bisect import bisect_left
from itertools import islice

from loaders.bodies import body_at, resolve
from loaders.discipline import discipline
from loaders.model import Body, Span
from loaders.occasions import BESIDE, NEAR, Report
from loaders.organisations import begins
from loaders.passages import spaces_folded
from loaders.places import NAME, Home
from loaders.units import units

_CUE = re.compile(r"[\s(,;:](?:tại|đối\s+với|làm\s+việc\s+với|buổi\s+làm\s+việc\s+với|ở)\s+")
_OF = re.compile(r"\s(?:của|với)\s+")
_INSTITUTION = re.compile(
    r"(?:Công ty|Tổng [Cc]ông ty|Trường|Bệnh viện|Trung tâm|Ban [Qq]uản lý|Hợp tác xã|Chi cục"
    r"|Cục|Ngân hàng|Quỹ|Văn phòng|Nhà máy|Học viện|Viện|Đài|Báo|Xí nghiệp|Chi nhánh)\s"
)


def units_of(
    report: Report, start: int, end: int, whose: bool = False, direct: bool = False
) -> tuple[tuple[Body, ...], int]:
    """The units behind the first cue that a list follows.

    Else those that the verb governs directly.
    """
    for cue in _CUE.finditer(report.text, start, end):
        found, stop = units(report.text, cue.end(), end, report.home)
        if found:
            return found, stop
    if direct:
        first = re.compile(r"\s*(?:với\s+)?").match(report.text, start, end)
        found, stop = units(report.text, first.end() if first else start, end, report.home)
        if found and any(u.place or u.type or _INSTITUTION.match(u.name) for u in found):
            return found, stop
    if whose:
        for cue in _OF.finditer(report.text, start, min(end, start + 160)):
            if not report.cited.overlaps(cue.start(), cue.end() + 4):
                found, stop = units(report.text, cue.end(), end, report.home)
                if found:
                    return found, stop
    return (), start


_BARE_LEVEL = re.compile(r"(?<!\w)(tỉnh|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)\Z")


def completed(unit: Body, by: Body | None, home: Home) -> Body:
    """A unit named by its level alone is that of the body's territory.

    'Ủy ban Kiểm tra Đảng ủy phường Phú Xuân kiểm tra Chi bộ Trạm Y tế phường'.
    """
    level = _BARE_LEVEL.search(unit.name)
    if level is None or by is None:
        return unit
    named = re.search(rf"(?<!\w){level[1]}\s(?P<name>{NAME})\Z", by.name)
    return resolve(f"{unit.name} {named['name']}", home, None) if named else unit


# 'Đảng ủy xã A được Ủy ban Kiểm tra Huyện ủy giám sát': the units, then who inspects them.
_PASSIVE = re.compile(r"\s(?:đã\s+|vừa\s+|mới\s+|cũng\s+|sẽ\s+)?(?:được|bị|chịu\s+sự)\s+")


def passive(report: Report, clause: Span, at: int) -> tuple[tuple[Body, ...], Body] | None:
    """The units before 'được' and the body behind it that inspects them, in a passive clause."""
    text = report.text
    for turn in _PASSIVE.finditer(text, clause.start, at):
        agent = body_at(text, turn.end(), at, report.home, institutions=False)
        if agent is None or not BESIDE.fullmatch(text, agent[1], at):
            continue
        first = begins(text, clause.start, turn.start())
        listed = units(text, first.start(), turn.start(), report.home)[0] if first else ()
        if listed:
            return listed, agent[0]
    return None


_PLACED = re.compile(r"\W{0,3}(?:Tại|Đối\s+với|Làm\s+việc\s+với|Ở)\s+|(?<=,\s)(?:tại|đối\s+với)\s+")


def units_before(report: Report, sentence: Span, at: int) -> tuple[Body, ...]:
    """The units that open the sentence: 'Tại UBND xã A, ngày 12/5, Đoàn giám sát đã ...'."""
    for cue in _PLACED.finditer(report.text, sentence.start, min(at, sentence.start + 120)):
        listed, _ = units(report.text, cue.end(), at, report.home)
        if any(unit.place or unit.type for unit in listed):
            return listed
    return ()


def decided_on(report: Report, start: int, index: int) -> tuple[tuple[Body, ...], int]:
    """The organisations that a decision and the list behind it put a form of discipline on."""
    text = report.text
    end = min(report.paragraphs[index].end, start + NEAR)
    if text[max(start - 4, 0) : end].rstrip(" *").endswith(":"):
        for point in report.paragraphs[index + 1 : index + 40]:
            if not _POINT.match(text, point.start, point.end):
                break
            end = point.end
    found: list[Body] = []
    decisions = discipline(text)
    first = bisect_left(decisions, start, key=lambda d: d.span.start)
    for decision in islice(decisions, first, first + 80):
        if decision.span.start >= end or not decision.target:
            break
        at = text.find(decision.target.split()[0], decision.span.start, decision.span.end)
        body = body_at(text, at, min(end, at + 240), report.home) if at >= 0 else None
        if body is not None and (body[0].type or body[0].place):
            found.append(body[0])
    return tuple(dict.fromkeys(found)), end


_POINT = re.compile(r"[-+*•]\s|\d{1,2}[.)]\s|[a-zđ]\)\s")


def topic_of(text: str, start: int, end: int) -> str | None:
    """What is inspected: the words up to the units, without the cue."""
    cue = _CUE.search(text, start, end)
    words = spaces_folded(text[start : min(cue.start() if cue else end, start + 300)])
    return words if len(words) > 8 else None
