"""What surrounds the telling of an inspection.

Its delegation, its units, its period, the body that acts.
"""

import re
from dataclasses import dataclass
from functools import cached_property

from loaders.bodies import body_at, is_sort, resolve
from loaders.delegations import DELEGATION, sender
from loaders.mandates import mandate
from loaders.model import Body, Citation, Person, Span
from loaders.organisations import begins
from loaders.passages import Spans, spaces_folded
from loaders.periods import Period, periods
from loaders.places import Home
from loaders.units import units
from ontology import iris

_CUE = re.compile(r"(?<!\w)(?:tại|đối\s+với|làm\s+việc\s+với|buổi\s+làm\s+việc\s+với|ở)\s+")
_OF = re.compile(r"(?<!\w)(?:của|với)\s+")
_PREPOSED = re.compile(
    r"(?:với|tại|của|cho|thuộc|chỉ\s+đạo|đề\s+nghị|giao|yêu\s+cầu|và|đối\s+với|đến|theo|về"
    r"|đại\s+diện|bởi|gồm|là|[Tt]hực\s+hiện|,\s*[A-ZĐ]\w+\s\w+)\s*\Z"
)


@dataclass(frozen=True)
class Report:
    """What the reading of inspections needs of a text; shared by all its sentences."""

    text: str
    source_id: str
    citations: tuple[Citation, ...]
    home: Home
    anchor: str | None
    people: tuple[Person, ...]
    paragraphs: tuple[Span, ...]

    @cached_property
    def cited(self) -> Spans:
        """The stretches of all citations."""
        return Spans([citation.span for citation in self.citations])

    @cached_property
    def speaker(self) -> Body | None:
        """The body that issues the plan or report that the text is."""
        head = min(len(self.text), 3000)
        for verb in _SPEAKS.finditer(self.text, 0, head):
            found = subject_in(
                self,
                max(0, verb.start() - 100, self.text.rfind("\n", 0, verb.start())),
                verb.start(),
            )
            if found:
                return found
        return None

    @cached_property
    def is_plan(self) -> bool:
        """Whether the text is a plan: what it tells is still to come."""
        return bool(re.search(r"^\W*KẾ HOẠCH\W*$", self.text[:1500], re.M))

    @cached_property
    def usual_sender(self) -> Body | None:
        """The first body that the text names as sending a delegation."""
        for match in DELEGATION.finditer(self.text):
            found = sender(self.text, match, min(len(self.text), match.end() + 220), self.home)
            if found:
                return found[0]
        return None


# 'về thành lập Đoàn giám sát'  'theo yêu cầu của Đoàn giám sát'
_SET_UP = re.compile(r"(?:thành\s+lập\s+(?:các\s+)?|thành\s+viên\s+|yêu\s+cầu\s+của\s+)\Z")


# 'Ủy ban Kiểm tra Huyện ủy xây dựng kế hoạch kiểm tra, giám sát năm 2024 như sau'
_SPEAKS = re.compile(
    r"\s(?:xây\s+dựng|ban\s+hành|báo\s+cáo)\s+(?:kế\s+hoạch|chương\s+trình|kết\s+quả|công\s+tác)"
)


def delegation_in(report: Report, sentence: Span, at: int) -> re.Match[str] | None:
    """The delegation that acts in the sentence: not one that a plan only sets up."""
    for match in DELEGATION.finditer(report.text, sentence.start, at):
        before = report.text[max(sentence.start, match.start() - 24) : match.start()]
        if not (_SET_UP.search(before) or report.cited.overlaps(match.start(), match.end())):
            return match
    return None


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
        if found and any(u.place or u.type for u in found):
            return found, stop
    if whose:
        for cue in _OF.finditer(report.text, start, min(end, start + 160)):
            if not report.cited.overlaps(cue.start(), cue.end() + 4):
                found, stop = units(report.text, cue.end(), end, report.home)
                if found:
                    return found, stop
    return (), start


def period_of(report: Report, sentence: Span, at: int) -> Period | None:
    """The period stated before the verb, else a day after it.

    Never the date of an instrument cited.
    """
    stated = [
        p
        for p in periods(report.text, sentence, report.anchor)
        if not report.cited.overlaps(p.span.start, p.span.end)
    ]
    before = [p for p in stated if p.span.end <= at and not _is_inspected(report.text, p)]
    days = [p for p in before if p.daily]
    after = [
        p for p in stated if p.daily and p.span.start >= at and not _is_inspected(report.text, p)
    ]
    if days or before:
        return (days or before)[-1]
    return after[0] if after else None


def _is_inspected(text: str, period: Period) -> bool:
    """'giai đoạn', 'nhiệm kỳ', 'tính đến': the time that was looked at, not that of looking."""
    before = text[max(0, period.span.start - 30) : period.span.start]
    return bool(
        re.search(
            r"(?:giai\s+đoạn|nhiệm\s+kỳ|thời\s+kỳ|niên\s+độ|tính\s+đến|trước|sau\s+khi|ban\s+hành"
            r"|kế\s+hoạch\s+năm|nhiệm\s+vụ|khóa)\s*(?:từ\s+|ngày\s+|năm\s+)?\Z",
            before,
        )
    )


# 'Cấp huyện đã tiến hành ...'  'UBKT các cấp'  'Thanh tra các huyện, thị xã, thành phố tiếp tục
# ...'
_LEVELS = re.compile(
    r"[\s(,]*(?:(?:\d[\d.]*\s+)?[Cc]ấp\s+(?:tỉnh|huyện|cơ\s+sở|xã):\s+)?(?:(?:[Tt]rong đó"
    r"|[Nn]goài ra|[Rr]iêng|[Kk]ết quả|[Qq]ua đó|[Tt]oàn\s+tỉnh|đã"
    r"|[^,;.:()]{0,40}\d{4}),?:?\s+)?(?P<words>(?:[Cc]ấp\s+(?:tỉnh|huyện|xã|cơ\s+sở|ủy)"
    r"|(?:UBKT\s+|[ủỦ]y\s+ban\s+[Kk]iểm\s+tra\s+)?[đĐ]ảng\s+ủy\s+cơ\s+sở"
    r"|[Cc]ác\s+(?:cấp\s+ủy|chi\s+bộ|đảng\s+bộ|huyện\s+ủy|địa\s+phương)"
    r"|(?:UBKT|Ủy\s+ban\s+[Kk]iểm\s+tra|[Tt]hanh\s+tra|HĐND|UBND|MTTQ|Mặt\s+trận\s+Tổ\s+quốc"
    r"|[Cc]ấp\s+ủy)\s+(?:các|cấp|cơ\s+sở))(?:(?!\s(?:đã|tiến|tổ|thực|kiểm|giám|thanh|tiếp|triển"
    r"|hoàn|được|khảo|thi|xử|xem|có)\s)[^;.()\n:]){0,80})(?=\s(?:đã|tiến|tổ|thực|kiểm|giám|thanh"
    r"|tiếp|triển|hoàn|được|khảo|thi|xử|xem|có)\s)"
)


# 'giao Ban Pháp chế giám sát ...': the body that a verb of ordering governs acts if the next verb
# is its own.
_BESIDE = re.compile(r"\s*(?:sẽ|đã|chủ\s+trì|tiến\s+hành|tổ\s+chức)?\s*\Z")
_GIVEN = re.compile(
    r"(?:giao|yêu\s+cầu|chỉ\s+đạo|phân\s+công|đề\s+nghị|ủy\s+quyền|dự\s+kiến)\s+(?:cho\s+)?\Z"
)


def subject_beside(report: Report, start: int, end: int) -> Body | None:
    """The body that is ordered to act and stands right before the verb."""
    text, at = report.text, start
    while match := begins(text, at, end):
        found = body_at(text, match.start(), end, report.home, institutions=False)
        at = found[1] if found else match.end()
        if found is None or not _BESIDE.fullmatch(text, found[1], end):
            continue
        if _GIVEN.search(text, max(start, match.start() - 24), match.start()):
            return found[0]
    return None


def subject_in(report: Report, start: int, end: int) -> Body | None:
    """The first body in the stretch that no preposition governs: the one that acts.

    Else a level, as printed.
    """
    text, at = report.text, start
    if general := _LEVELS.match(text, start, end):
        words = spaces_folded(general["words"])
        return Body(iris.body(iris.slug(words)), words, "", None)
    while match := begins(text, at, end):
        found = body_at(
            text,
            match.start(),
            min(len(text), match.start() + 200),
            report.home,
            institutions=False,
        )
        at = found[1] if found else match.end()
        if found is None or is_sort(found[0]) or found[1] > end + 1:
            continue
        if report.cited.overlaps(match.start(), match.end()):
            continue
        if not _PREPOSED.search(text, max(start, match.start() - 30), match.start()):
            return found[0]
    return None


def around(report: Report, index: int, sentence: Span) -> Span:
    """The sentence, the rest of its paragraph and a short next one.

    'Đồng chí A làm Trưởng đoàn.' often follows.
    """
    end = report.paragraphs[index].end
    following = report.paragraphs[index + 1 : index + 2]
    if following and following[0].end - following[0].start < 500:
        end = following[0].end
    return Span(sentence.start, min(end, sentence.end + 900))


# Bodies that send delegations of their own; a leader's seat in a bureau or a central committee
# says nothing.
_SENDERS = re.compile(
    r"(?:Thường trực |Ban [\w -]+ )?(?:HĐND|Hội đồng nhân dân)|Ủy ban (?:MTTQ|Mặt trận|Kiểm tra)"
    r"|Thanh tra|Hội |Liên đoàn|Đoàn đại biểu"
)


def body_of_leader(led: Person | None) -> Body | None:
    """The body of a leader's position, if such bodies send delegations."""
    return led.body if led and led.body and _SENDERS.match(led.body.name) else None


def issuer_of_mandate(report: Report, index: int, sentence: Span) -> Body | None:
    """The body whose plan or decision the delegation carries out."""
    wanted = mandate(report.text, report.citations, report.paragraphs, index, sentence)
    named = [c.issuer for c in report.citations if c.instrument in wanted and c.issuer]
    return resolve(named[-1], report.home, report.anchor) if named else None


def topic_of(text: str, start: int, end: int) -> str | None:
    """What is inspected: the words up to the units, without the cue."""
    cue = _CUE.search(text, start, end)
    words = spaces_folded(text[start : min(cue.start() if cue else end, start + 300)])
    return words if len(words) > 8 else None
