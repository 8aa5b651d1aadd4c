"""What surrounds the telling of an inspection.

Its delegation, its units, its period, the body that acts.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property

from loaders.anchors import positions
from loaders.bodies import body_at, is_sort, resolve
from loaders.delegations import DELEGATION, leader, members, sender
from loaders.mandates import mandate
from loaders.model import Body, Citation, Person, Span
from loaders.organisations import begins
from loaders.passages import Spans, spaces_folded
from loaders.periods import Period, periods
from loaders.places import Home
from ontology import iris

_PREPOSED = re.compile(
    r"(?:với|tại|của|cho|thuộc|chỉ\s+đạo|đề\s+nghị|giao|yêu\s+cầu|và|đối\s+với|đến|theo|về"
    r"|đại\s+diện|bởi|gồm|là|[Tt]hực\s+hiện|,\s*[A-ZĐ]\w+\s\w+)\s*\Z"
)


# The opening of a report may stand some paragraphs above.
NEAR = 6000


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

    def near(self, sentence: Span) -> tuple[Citation, ...]:
        """The citations around a sentence: what is told of an inspection stands close by."""
        first = bisect_left(self._starts, sentence.start - NEAR)
        return self.citations[first : bisect_left(self._starts, sentence.end + NEAR)]

    @cached_property
    def _starts(self) -> list[int]:
        return [citation.span.start for citation in self.citations]

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
    def session(self) -> Period | None:
        """When the session that the text tells of was held: 'Ngày 20/4, UBKT họp kỳ thứ 20'."""
        for met in _SESSION.finditer(self.text, 0, min(len(self.text), 4000)):
            start = max(self.text.rfind("\n", 0, met.start()) + 1, met.start() - 200)
            days = [p for p in periods(self.text, Span(start, met.end()), self.anchor) if p.daily]
            if days:
                return days[-1]
        return None

    @cached_property
    def session_leader(self) -> Person | None:
        """Who led the session, by the words of its own paragraph."""
        at = self.session.span.start if self.session else -1
        told = next((p for p in self.paragraphs if p.start <= at < p.end), None)
        return leader(self.text, told, self.people) if told else None

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


_SESSION = re.compile(
    r"họp(?:\s+phiên)?\s+[Kk]ỳ|(?:tổ\s+chức|tiến\s+hành)\s+[Kk]ỳ\s+họp|[Kk]ỳ\s+họp"
)


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


# 'Cấp huyện đã tiến hành ...'  'UBKT các cấp'  'Thanh tra các huyện, thị xã, thành phố tiếp tục
# ...'
_LEVELS = re.compile(
    r"[\s(,]*(?:(?:\d[\d.]*\s+)?[Cc]ấp\s+(?:tỉnh|huyện|cơ\s+sở|xã):\s+)?(?:(?:[Tt]rong đó"
    r"|[Nn]goài ra|[Rr]iêng|[Kk]ết quả|[Qq]ua đó|[Tt]oàn\s+tỉnh|đã"
    r"|[^,;.:()]{0,40}\d{4}),?:?\s+)?(?P<words>(?:[Cc]ấp\s+(?:tỉnh|huyện|xã|cơ\s+sở|ủy)"
    r"|(?:UBKT\s+|[ủỦ]y\s+ban\s+[Kk]iểm\s+tra\s+)?[đĐ]ảng\s+ủy\s+cơ\s+sở"
    r"|[Cc]ác\s+(?:cấp\s+ủy|chi\s+bộ|đảng\s+bộ|huyện\s+ủy|địa\s+phương)"
    r"|(?:UBKT|Ủy\s+ban\s+[Kk]iểm\s+tra|[Tt]hanh\s+tra|HĐND|UBND"
    r"|(?:Ủy\s+ban\s+)?(?:MTTQ|Mặt\s+trận\s+Tổ\s+quốc)(?:\s+Việt\s+Nam)?"
    r"|[Cc]ấp\s+ủy)\s+(?:các|cấp|cơ\s+sở))(?:(?!\s(?:đã|tiến|tổ|thực|kiểm|giám|thanh|tiếp|triển"
    r"|hoàn|được|khảo|thi|xử|xem|có|chủ)\s)[^;.()\n:]){0,80})(?=\s(?:đã|tiến|tổ|thực|kiểm|giám|thanh"
    r"|tiếp|triển|hoàn|được|khảo|thi|xử|xem|có|chủ)\s)"
)


# 'giao Ban Pháp chế giám sát ...': the body that a verb of ordering governs acts if the next verb
# is its own.
BESIDE = re.compile(
    r",?\s*(?:(?:trong\s+|sang\s+|vào\s+)?(?:năm|quý|tháng)\s+[\dIV]{1,4}(?:/\d{4})?,?\s*)?"
    r"(?:(?:sẽ|đã|tiếp\s+tục|chủ\s+trì|tiến\s+hành|tổ\s+chức|thực\s+hiện)\s*){0,3}\Z"
)
_GIVEN = re.compile(
    r"(?:giao|yêu\s+cầu|chỉ\s+đạo|phân\s+công|đề\s+nghị|ủy\s+quyền|dự\s+kiến)\s+(?:cho\s+)?\Z"
)


def subject_beside(report: Report, start: int, end: int) -> Body | None:
    """The body that is ordered to act and stands right before the verb."""
    text, at = report.text, start
    while match := begins(text, at, end):
        found = body_at(text, match.start(), end, report.home, institutions=False)
        at = found[1] if found else match.end()
        if found is None or not BESIDE.fullmatch(text, found[1], end):
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
            min(len(text), match.start() + 240),
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
    return _short(report, start, end)


# 'Thanh tra Bộ', 'Thanh tra Sở' stand for the one that the text names in full.
_SHORT = re.compile(
    r"(?<!\w)(?:Thanh tra (?:Bộ|Sở)|Kiểm toán)(?=\s+(?:sẽ|đã|tiến|tổ|có|vừa|thanh|kiểm|chủ))"
)


def _short(report: Report, start: int, end: int) -> Body | None:
    name = _SHORT.search(report.text, start, min(len(report.text), end + 24))
    if name is None or name.start() >= end:
        return None
    for full in positions(report.text, name[0] + " "):
        found = body_at(report.text, full, min(len(report.text), full + 200), report.home)
        if found and found[1] > full + len(name[0]) + 2:
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


# A later paragraph that is about the delegation itself: 'Đoàn giám sát gồm 9 thành viên ...'.
_ON_DELEGATION = re.compile(
    r"(?:Đoàn|Tổ)\s+(?:giám|kiểm|thanh|khảo|công)\s+\w+\s+(?:gồm|có|được\s+thành\s+lập|do)\s"
    r"|(?:Cùng\s+)?[Tt]ham\s+gia\s|Cùng\s+(?:dự|đi)|Thành\s+(?:viên|phần)\s"
)


def participants(report: Report, index: int, sentence: Span, inspector: Body | None) -> list[Body]:
    """Who takes part, told around the sentence or in a paragraph soon after."""
    found = list(members(report.text, around(report, index, sentence), report.home, inspector))
    if not found:
        for later in report.paragraphs[index + 2 : index + 5]:
            if _ON_DELEGATION.match(report.text, later.start, later.end):
                found += members(report.text, later, report.home, inspector)
    return found


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
    near = report.near(sentence)
    wanted = mandate(report.text, near, report.paragraphs, index, sentence)
    named = [c.issuer for c in near if c.instrument in wanted and c.issuer]
    return resolve(named[-1], report.home, report.anchor) if named else None
