"""What surrounds the telling of an inspection.

Its delegation, its session, the body that speaks, who takes part.
"""

import re
from dataclasses import dataclass
from functools import cached_property

from loaders.agents import subject_in
from loaders.bodies import body_at, resolve
from loaders.delegations import DELEGATION, head_listed, leader, members, sender
from loaders.mandates import mandate, named_beside, object_instruments, opening_mandate
from loaders.model import Body, Inspection, Person, Span
from loaders.periods import Period, periods
from loaders.reports import Report
from loaders.units import bodies_in
from loaders.wording import words_in


class Occasion(Report):
    """A report with what it says once for all its inspections."""

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
        return self.kind == "Kế hoạch" or bool(
            re.search(r"^\W*KẾ HOẠCH\W*$", self.text[:1500], re.M)
        )

    @property
    def is_account(self) -> bool:
        """Whether the text is a report, a notice or minutes: it tells of the work of its issuer."""
        return self.kind in _ACCOUNTS or _ACCOUNT_LINE.search(self.text[:_HEAD]) is not None

    @cached_property
    def sets_up(self) -> bool:
        """Whether the text is a decision that sends a delegation out."""
        return self.kind == "Quyết định" and bool(
            re.search(r"[Tt]hành\s+lập\s+(?:[Đđ]oàn|[Tt]ổ)|[Tt]hanh\s+tra\s", self.text)
        )

    @cached_property
    def host(self) -> Body | None:
        """The body for which the text speaks: by its own words, else the one that issues it."""
        issuer = self.issuer if self.issuer and not _IS_TEAM.match(self.issuer.name) else None
        return self.speaker or issuer or self.usual_sender or self._of_title

    @property
    def _of_title(self) -> Body | None:
        """The body whose session or inspection the first lines announce."""
        for title in _TITLE_OF.finditer(self.text, 0, min(len(self.text), _HEAD)):
            found = body_at(
                self.text, title.end(), min(len(self.text), title.end() + 160), self.home, False
            )
            if found and (found[0].place or found[0].type):
                return found[0]
        return None

    @cached_property
    def team(self) -> re.Match[str] | None:
        """The first delegation that the text names: 'Đoàn' alone means it afterwards."""
        return DELEGATION.search(self.text)

    def is_ahead(self, place: int) -> bool:
        """Whether a place stands under a heading on what is still to be done."""
        return any(span.start <= place < span.end for span in self._tasks_ahead)

    @cached_property
    def _tasks_ahead(self) -> tuple[Span, ...]:
        """The parts under headings such as 'III. NHIỆM VỤ 6 THÁNG CUỐI NĂM'."""
        text, found = self.text, []
        heads = [(p, m) for p in self.paragraphs if (m := _PART.match(text, p.start, p.end))]
        for index, (part, mark) in enumerate(heads):
            if _AHEAD.search(text, part.start, min(part.end, part.start + 160)):
                # A part with a letter ends at the next such; a numbered one at any next heading.
                after = (
                    p.start for p, m in heads[index + 1 :] if mark["number"] or not m["number"]
                )
                found.append(Span(part.start, next(after, len(text))))
        return tuple(found)

    @cached_property
    def opening_mandate(self) -> tuple[str, ...]:
        """What the opening of the report says that it carries out."""
        return opening_mandate(self.text, self.citations, self.paragraphs)

    @cached_property
    def team_mandate(self) -> tuple[str, ...]:
        """The paper that set up the delegation where the text first names it."""
        if self.team is None:
            return ()
        near = Span(self.team.start(), min(len(self.text), self.team.end() + 260))
        return named_beside(self.text, self.citations, near)

    @cached_property
    def subject(self) -> tuple[str, ...]:
        """The instruments whose carrying-out the title says that the report is about."""
        for paragraph in self.paragraphs[:30]:
            if not self.is_title(paragraph):
                continue
            for word in words_in(self.text, paragraph):
                rest = Span(word.end(), paragraph.end)
                if word["mode"] and (found := object_instruments(self.text, self.citations, rest)):
                    return found
        return ()

    @cached_property
    def minuted(self) -> Period | None:
        """The day of a meeting that the text is the minutes of: 'Hôm nay, ngày 14/10/2025'."""
        for paragraph in self.paragraphs[:40]:
            if _TODAY.match(self.text, paragraph.start, paragraph.end):
                days = [p for p in periods(self.text, paragraph, self.anchor) if p.daily]
                if days:
                    return days[0]
        return None

    def is_title(self, paragraph: Span) -> bool:
        """Whether a paragraph is a title or a letterhead, which announces what the text tells."""
        words = self.text[paragraph.start : paragraph.end]
        return (
            paragraph.start < _HEAD
            and len(words) < _TITLE
            and words[-1] not in ".;:,"
            and not _POINT.match(words)
            and not self.text[: paragraph.start].rstrip().endswith(":")
        )

    @cached_property
    def listed_head(self) -> Person | None:
        """Who heads the delegation by its list, or by the paragraph that sets it up."""
        if head := head_listed(self.text, self.people):
            return head
        for paragraph in self.paragraphs:
            if _HEADS.search(self.text, paragraph.start, paragraph.end) and (
                told := leader(self.text, paragraph, self.people)
            ):
                return told
        return None

    def listed_members(self, told: Inspection) -> tuple[Body, ...]:
        """Who takes part by the list of a decision or of minutes, wherever it stands."""
        found: list[Body] = []
        for paragraph in self.paragraphs:
            if _ON_MEMBERS.match(self.text, paragraph.start, paragraph.end):
                found += members(self.text, paragraph, self.home, told.inspector)
            elif _MEMBER_POINT.match(self.text, paragraph.start, paragraph.end):
                found += bodies_in(self.text, paragraph, self.home)
        return tuple(dict.fromkeys(b for b in found if b not in told.units))

    @cached_property
    def usual_sender(self) -> Body | None:
        """The first body that the text names as sending a delegation."""
        for match in DELEGATION.finditer(self.text):
            found = sender(self.text, match, min(len(self.text), match.end() + 220), self.home)
            if found:
                return found[0]
        return None


_HEADS = re.compile(
    r"[Tt]hành\s+lập\s+(?:[Đđ]oàn|[Tt]ổ)"
    r"|[Đđ]oàn\s[^.;\n]{0,40}\sdo\s[^.;\n]{0,160}[Tt]rưởng\s+[Đđ]oàn"
)
_IS_TEAM = re.compile(r"(?:Đoàn|Tổ)\s+(?:giám|kiểm|thanh|khảo|công)")
_TODAY = re.compile(r"\W{0,4}Hôm\s+nay", re.I)
_ACCOUNTS = frozenset(
    {"Báo cáo", "Thông báo", "Biên bản", "Kết luận", "Kết luận thanh tra", "Thông cáo"}
)
_ACCOUNT_LINE = re.compile(r"^\W*(?:BÁO CÁO|THÔNG BÁO|BIÊN BẢN|KẾT LUẬN|THÔNG CÁO)\W*$", re.M)
# The heading of a part, and one of tasks to come.
_PART = re.compile(
    r"[#*\s]*(?:PHẦN\s|[IVX]{1,5}\s?[-.)/:–]|[A-DĐ]\s?[-.)/:–]|(?P<number>\d{1,2}\s?[-.)/:–]))"
    r"\s*[^\n]{4,160}(?<![.;,])\Z"
)
_AHEAD = re.compile(
    r"nhiệm\s+vụ\s+(?:6|sáu|9|chín|3|ba|quý|trọng\s+tâm|thời\s+gian|năm|chủ\s+yếu"
    r"|công\s+tác\s+\S+\s+\S+\s+(?:năm|quý|6))"
    r"|phương\s+hướng|thời\s+gian\s+tới|kế\s+hoạch\s+(?:công\s+tác\s+)?(?:6|quý|năm|thời)",
    re.I,
)
# A title stands in the head of a text, short and without a closing mark.
_HEAD, _TITLE = 1800, 320
_POINT = re.compile(r"(?:[-+*•●]|\w{1,3}[.)–-]|\d+(?:\.\d+)*[.)–-]?)\s")
_ON_MEMBERS = re.compile(
    r"[^\n]{0,40}?(?:[Cc]ác\s+thành\s+viên|[Tt]hành\s+phần|[Đđ]iều\s+1|[Tt]hành\s+lập\s+[Đđ]oàn"
    r"|[Tt]ham\s+gia)"
)
# '- Đại diện lãnh đạo Ban Nội chính Tỉnh ủy, Thanh tra tỉnh - thành viên;'
_MEMBER_POINT = re.compile(
    r"\W{0,3}(?:\d{1,2}[.)]\s*)?Đại\s+diện\s[^\n]{4,300}[–,:-]\s*(?:là\s+"
    r"|làm\s+)?[Tt]hành\s+viên(?!\w)"
)
_SESSION = re.compile(
    r"họp(?:\s+phiên)?\s+[Kk]ỳ|(?:tổ\s+chức|tiến\s+hành)\s+[Kk]ỳ\s+họp|[Kk]ỳ\s+họp"
)


_OF_DELEGATION = re.compile(r"\s+(?:trực\s+tiếp\s+|chuyên\s+đề\s+)?của\s+")
# 'về thành lập Đoàn giám sát'  'theo yêu cầu của Đoàn giám sát'
_SET_UP = re.compile(r"(?:thành\s+lập\s+(?:các\s+)?|thành\s+viên\s+|yêu\s+cầu\s+của\s+)\Z")


# 'Ủy ban Kiểm tra Huyện ủy xây dựng kế hoạch kiểm tra, giám sát năm 2024 như sau'
_SPEAKS = re.compile(
    r"\s(?:xây\s+dựng|ban\s+hành|báo\s+cáo|thông\s+báo)\s+(?:kế\s+hoạch|chương\s+trình|kết\s+quả"
    r"|công\s+tác|kết\s+luận|như\s+sau)"
    r"|\s(?:họp\s+(?:phiên\s+)?(?:[Kk]ỳ|thứ|xét|xem)|(?:tổ\s+chức|tiến\s+hành)\s+[Kk]ỳ\s+họp)"
)
# 'Kỳ họp thứ 31 của Ủy ban Kiểm tra Tỉnh ủy', 'Giám sát thường xuyên tháng 5 của Thường trực HĐND'
_TITLE_OF = re.compile(
    r"(?:[Kk]ỳ\s+họp|KỲ HỌP|[Gg]iám\s+sát|[Kk]iểm\s+tra"
    r"|[Tt]hanh\s+tra)(?:\s+[^\s.;,]+){0,6}?\s+(?:của|CỦA)\s+"
)


@dataclass(frozen=True, slots=True)
class Team:
    """A delegation that acts in a sentence; `bare` where it is only called 'Đoàn'.

    `unnamed` where only its head is told: the sentence may name who acts.
    """

    match: re.Match[str]
    bare: bool = False
    unnamed: bool = False


# 'Đoàn đã làm việc trực tiếp với ...': known from before.
_BARE = re.compile(
    r"(?<!\w)(?:Đoàn|(?<=[,.;:]\s)đoàn(?=\s+(?:đã|sẽ|còn|cũng|tiếp|đi|làm|vừa|giám|kiểm|khảo)\s)"
    r"|Tổ\s+công\s+tác"
    r"|(?:các\s+|Các\s+)thành\s+viên(?:\s+[Đđ]oàn)?)"
    r"(?!\s+(?:[Tt]hanh\s+niên|TNCS|đại\s+biểu|ĐBQH|viên|thể|Chủ\s+tịch|kết|Luật|gồm|do\s)"
    r"|\w)(?=\s)"
)


def delegation_in(report: Occasion, sentence: Span, word: re.Match[str]) -> Team | None:
    """The delegation that acts in the sentence: not one that a plan only sets up.

    It may stand behind its verb: 'đón Đoàn giám sát', 'việc giám sát của Đoàn giám sát HĐND tỉnh'.
    """
    text = report.text
    behind = _OF_DELEGATION.match(text, word.end(), sentence.end)
    if word["host"] or behind:
        start = behind.end() if behind else word.end()
        if named := DELEGATION.match(text, start, sentence.end):
            return Team(named)
        return Team(report.team, bare=True) if word["host"] and report.team else None
    for match in DELEGATION.finditer(text, sentence.start, word.start()):
        before = text[max(sentence.start, match.start() - 24) : match.start()]
        set_up = _SET_UP.search(before) and not report.sets_up
        if not (set_up or report.cited.overlaps(match.start(), match.end())):
            return Team(match)
    bare = _BARE.search(text, sentence.start, word.start()) if report.team else None
    if report.team and bare and not _SET_UP.search(text[max(0, bare.start() - 24) : bare.start()]):
        return Team(report.team, bare=True)
    if report.team and _HEADED.search(text, sentence.start, sentence.end):
        return Team(report.team, bare=True, unnamed=True)
    if report.team and word["visit"] and _UNNAMED.fullmatch(text, sentence.start, word.start()):
        return Team(report.team, bare=True)
    return None


_HEADED = re.compile(r"(?:làm|là)\s+[Tt]rưởng\s+[Đđ]oàn(?!\w)")
# 'Từ ngày 10/3 đến ngày 12/3/2026: làm việc trực tiếp tại UBND xã A': a line of a schedule.
_UNNAMED = re.compile(
    r"\W{0,3}(?:\(?\w{1,4}[.)]\s*)?(?:(?:Từ|Ngày|Các\s+ngày|Sáng|Chiều|Tuần|Tháng|ngày|đến|từ"
    r"|sáng|chiều|và|[\d/.,:–-]+)\s*)+"
)


def around(report: Occasion, index: int, sentence: Span) -> Span:
    """The sentence, the rest of its paragraph and a short next one.

    'Đồng chí A làm Trưởng đoàn.' often follows.
    """
    end = report.paragraphs[index].end
    following = report.paragraphs[index + 1 : index + 2]
    points = [_POINT.match(report.text, p.start) for p in (report.paragraphs[index], *following)]
    if following and following[0].end - following[0].start < 500 and not all(points):
        end = following[0].end
    return Span(sentence.start, min(end, sentence.end + 900))


# A later paragraph that is about the delegation itself: 'Đoàn giám sát gồm 9 thành viên ...'.
_ON_DELEGATION = re.compile(
    r"(?:Đoàn|Tổ)\s+(?:giám|kiểm|thanh|khảo|công)\s+\w+\s+(?:gồm|có|được\s+thành\s+lập|do)\s"
    r"|(?:Cùng\s+)?[Tt]ham\s+gia\s|Cùng\s+(?:dự|đi)|Thành\s+(?:viên|phần)\s"
)


def participants(
    report: Occasion, index: int, sentence: Span, inspector: Body | None
) -> list[Body]:
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


_PAPERS = frozenset(
    {"Kế hoạch", "Quyết định", "Chương trình", "Thông báo", "Nghị quyết", "Kết luận"}
)


def issuer_of_mandate(report: Occasion, index: int, sentence: Span) -> Body | None:
    """The body whose plan or decision the delegation carries out."""
    near = report.near(sentence)
    wanted = mandate(report.text, near, report.paragraphs, index, sentence)
    named = [c.issuer for c in near if c.instrument in wanted and c.issuer and c.kind in _PAPERS]
    body = resolve(named[-1], report.home, report.anchor) if named else None
    # 'Thực hiện Quyết định số 217-QĐ/TW của Bộ Chính trị': who orders such work in general.
    return None if body and body.level == "trung ương" and report.host else body
