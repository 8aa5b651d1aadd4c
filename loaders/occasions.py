"""What surrounds the telling of an inspection.

Its delegation, its session, the body that speaks, who takes part.
"""

import re
from functools import cached_property

from loaders.agents import subject_in
from loaders.bodies import body_at, resolve
from loaders.delegations import DELEGATION, delegations, head_listed, leader, sender
from loaders.enacting import local_issuer
from loaders.looked_at import object_instruments
from loaders.mandates import FIRST_PART, opening_mandate
from loaders.model import Body, Person, Span
from loaders.papers import named_beside, setting_up
from loaders.passages import POINT
from loaders.periods import Period, periods
from loaders.reports import Report
from loaders.retold import ATTACHED
from loaders.wording import words_in


class Occasion(Report):
    """A report with what it says once for all its inspections."""

    @cached_property
    def speaker(self) -> Body | None:
        """The body that issues the plan or report that the text is."""
        parts = (p.start for p in self.paragraphs if FIRST_PART.match(self.text, p.start))
        head = min(len(self.text), 3000, next((at for at in parts if at > _LETTERHEAD), 3000))
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

    @cached_property
    def is_summary(self) -> bool:
        """Whether the text sums up the work of a time: 'BÁO CÁO công tác giám sát năm 2023'.

        What such a report carries out, its inspections do not.
        """
        return self.term is not None and _SUMS_UP.search(self.text, 0, _HEAD) is not None

    @cached_property
    def is_account(self) -> bool:
        """Whether the text is a report, a notice or minutes: it tells of the work of its issuer."""
        return self.kind in _ACCOUNTS or _ACCOUNT_LINE.search(self.text[:_HEAD]) is not None

    @cached_property
    def sets_up(self) -> bool:
        """Whether the text is a decision that sends a delegation out."""
        return self.kind == "Quyết định" and bool(
            re.search(r"(?:[Tt]hành\s+l|[Ll])ập\s+(?:[Đđ]oàn|[Tt]ổ)|[Tt]hanh\s+tra\s", self.text)
        )

    @cached_property
    def host(self) -> Body | None:
        """The body for which the text speaks: by its own words, else the one that issues it."""
        issuer, sent = self.issuer, self.usual_sender
        first = (sent, issuer) if self.sets_up else (issuer, sent)
        if issuer and _IS_TEAM.match(issuer.name):
            named = _TEAM_NAME.match(issuer.name)
            first = (sent, self._sending(issuer.name) if named else None)
        return self.speaker or first[0] or first[1] or self._of_letterhead or self._of_title

    @property
    def _of_letterhead(self) -> Body | None:
        """The body in the head of a report that has no number, and so no header."""
        line = _ACCOUNT_LINE.search(self.text, 0, min(len(self.text), _HEAD))
        name = local_issuer(self.text, Span(*line.span()), line.end()) if line else None
        return self._sending(name) if name else None

    def _sending(self, name: str) -> Body | None:
        """The body of a name; of 'Đoàn kiểm tra liên ngành UBND huyện A' the one that sends it."""
        sender = _TEAM_NAME.sub("", name, count=1)
        return resolve(sender, self.home, self.anchor) if sender else None

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
    def cell(self) -> Body | None:
        """The one party cell that the head of the text names: 'Chi bộ' alone means it."""
        named = {
            found[0]
            for match in _CELL.finditer(self.text, 0, min(len(self.text), 2 * _HEAD))
            if (found := body_at(self.text, match.start(), match.start() + 160, self.home))
        }
        return named.pop() if len(named) == 1 else None

    @cached_property
    def team(self) -> re.Match[str] | None:
        """The first delegation that the text names: 'Đoàn' alone means it afterwards."""
        return next(iter(self._delegations), None)

    @cached_property
    def _delegations(self) -> tuple[re.Match[str], ...]:
        return tuple(delegations(self.text))

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
        if self.sets_up and (plan := ATTACHED.search(self.text)):
            # The plan that a decision promulgates.
            found.append(Span(plan.end(), len(self.text)))
        return tuple(found)

    @cached_property
    def opening_mandate(self) -> tuple[str, ...]:
        """What the opening of the report says that it carries out."""
        return opening_mandate(self.text, self.citations, self.paragraphs)

    @cached_property
    def team_mandate(self) -> tuple[str, ...]:
        """The paper that set up the delegation where the head of the text names it."""
        for team in DELEGATION.finditer(self.text, 0, min(len(self.text), 2 * _HEAD)):
            near = Span(team.start(), min(len(self.text), team.end() + 260))
            if found := named_beside(self.text, self.citations, near):
                return found
        return ()

    @cached_property
    def set_up_by(self) -> tuple[str, ...]:
        """The paper by which the head of the text says that its delegation was set up."""
        return setting_up(self.text, self.citations, Span(0, min(len(self.text), 2 * _HEAD)))

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
    def content(self) -> tuple[str, ...]:
        """What a plan says that will be looked at, in its line 'Nội dung: việc thực hiện ...'."""
        lines = (p for p in self.paragraphs if _CONTENT.match(self.text, p.start, p.end))
        line = next(lines, None)
        return object_instruments(self.text, self.citations, line) if line else ()

    @cached_property
    def minuted(self) -> Period | None:
        """The day of a meeting that the text is the minutes of: 'Hôm nay, ngày 14/10/2025'."""
        for paragraph in self.paragraphs[:40]:
            if _TODAY.match(self.text, paragraph.start, paragraph.end):
                days = [p for p in periods(self.text, paragraph, self.anchor) if p.daily]
                if days:
                    return days[0]
        return None

    @cached_property
    def ordered_time(self) -> Period | None:
        """When the delegation that the decision sends out shall work, by any of its articles."""
        for told in _SHALL_WORK.finditer(self.text) if self.sets_up else ():
            near = Span(told.end(), min(len(self.text), told.end() + 80))
            stated = periods(self.text, near, self.anchor)
            if stated and stated[0].daily and stated[0].span.start - near.start < 12:
                return stated[0]
        return None

    def is_title(self, paragraph: Span) -> bool:
        """Whether a paragraph is a title or a letterhead, which announces what the text tells."""
        words = self.text[paragraph.start : paragraph.end]
        return (
            paragraph.start < _HEAD
            and len(words) < _TITLE
            and words[-1] not in ".;:,"
            and not POINT.match(words)
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

    @cached_property
    def usual_sender(self) -> Body | None:
        """The first body that the text names as sending a delegation."""
        for match in self._delegations:
            found = sender(self.text, match, min(len(self.text), match.end() + 220), self.home)
            led = self.text[max(0, match.start() - 12) : match.start()]
            # 'làm Trưởng đoàn kiểm tra Đảng ủy xã A' names whom it looks at
            if found and not led.lower().endswith("làm trưởng "):
                return found[0]
        return None


_HEADS = re.compile(
    r"(?:[Tt]hành\s+l|[Ll])ập\s+(?:[Đđ]oàn|[Tt]ổ)"
    r"|[Đđ]oàn\s[^.;\n]{0,40}\sdo\s[^.;\n]{0,160}[Tt]rưởng\s+[Đđ]oàn"
)
_CONTENT = re.compile(
    r"\W{0,3}(?:\w{1,3}[.)]\s*)?Nội\s+dung(?:\s+(?:giám\s+sát|kiểm\s+tra|thanh\s+tra|khảo\s+sát))?\s*:"
)
_CELL = re.compile(r"(?<!\w)Chi bộ\s(?=(?:thôn|bản|ấp|buôn|xóm|khóm|khu|tổ|cơ quan)\s|[A-ZĐ])")
_IS_TEAM = re.compile(r"(?:Đoàn|Tổ)\s+(?:giám|kiểm|thanh|khảo|công)")
_TEAM_NAME = re.compile(
    r"(?:Đoàn|Tổ)\s+(?:giám\s+sát|kiểm\s+tra|thanh\s+tra|khảo\s+sát|công\s+tác)"
    r"(?:\s+(?:liên\s+ngành|chuyên\s+ngành|chuyên\s+đề|số\s+\d+))*(?:\s+(?:của\s+)?|\Z)",
    re.I,
)
# 'Điều 2. Đoàn ... thời gian từ ngày 23/3 đến ngày 10/4', but not 'mốc thời gian giám sát'.
_SHALL_WORK = re.compile(
    r"(?<![Mm]ốc\s)[Tt]hời\s+gian(?:\s+(?:tiến\s+hành|thực\s+hiện|làm\s+việc|giám\s+sát|kiểm\s+tra|thanh\s+tra))*"
    r"(?:\s+là)?\s*:?\s+(?=từ|ngày|trong|\d)"
)
_SUMS_UP = re.compile(
    r"BÁO CÁO\W*(?:(?:[Tt]ổng|[Ss]ơ)\s+kết\s|(?:[Kk]ết\s+quả\s+)?(?:thực\s+hiện\s+)?[Cc]ông\s+tác\s"
    r"(?:giám\s+sát|kiểm\s+tra|thanh\s+tra))"
)
_TODAY = re.compile(r"\W{0,4}Hôm\s+nay", re.I)
_ACCOUNTS = frozenset(
    {"Báo cáo", "Thông báo", "Biên bản", "Kết luận", "Kết luận thanh tra", "Thông cáo"}
)
_ACCOUNT_LINE = re.compile(r"^\W*(?:BÁO CÁO|THÔNG BÁO|BIÊN BẢN|KẾT LUẬN|THÔNG CÁO)\W*$", re.M)
# The heading of a part, and one of tasks to come.
_PART = re.compile(
    r"[#*\s]*(?:PHẦN\s|[IVX]{1,5}\s?[-.)/:–]-?|[A-HĐ]\s?[-.)/:–]-?|(?P<number>\d{1,2}\s?[-.)/:–]-?))"
    r"\s*[^\n]{4,160}(?<![.;,])\Z"
)
_AHEAD = re.compile(
    r"nhiệm\s+vụ\s+(?:6|sáu|9|chín|3|ba|quý|trọng\s+tâm|thời\s+gian|năm|chủ\s+yếu"
    r"|công\s+tác\s+\S+\s+\S+\s+(?:năm|quý|6))"
    r"|phương\s+hướng|thời\s+gian\s+tới|kế\s+hoạch\s+(?:công\s+tác\s+)?(?:6|quý|năm|thời)",
    re.I,
)


# The first part of a report begins behind its letterhead.
_LETTERHEAD = 300
# A title stands in the head of a text, short and without a closing mark.
_HEAD, _TITLE = 1800, 320
_SESSION = re.compile(
    r"họp(?:\s+phiên)?\s+[Kk]ỳ|(?:tổ\s+chức|tiến\s+hành)\s+[Kk]ỳ\s+họp|[Kk]ỳ\s+họp"
)
OF_DELEGATION = re.compile(r"\s+(?:trực\s+tiếp\s+|chuyên\s+đề\s+)?của\s+")
# 'về thành lập Đoàn giám sát'  'theo yêu cầu của Đoàn giám sát'
SET_UP = re.compile(r"(?:lập\s+(?:các\s+)?|thành\s+viên\s+|yêu\s+cầu\s+của\s+)\Z")
# 'Ủy ban Kiểm tra Huyện ủy xây dựng kế hoạch kiểm tra, giám sát năm 2024 như sau'
_SPEAKS = re.compile(
    r"\s(?:xây\s+dựng|ban\s+hành|báo\s+cáo|thông\s+báo)\s+(?:[kK]ế\s+hoạch(?!\s+số)"
    r"|chương\s+trình|kết\s+quả"
    r"|công\s+tác|kết\s+luận|như\s+sau)"
    r"|\s(?:họp\s+(?:phiên\s+)?(?:[Kk]ỳ|thứ|xét|xem)|(?:tổ\s+chức|tiến\s+hành)\s+[Kk]ỳ\s+họp)"
)
# 'Kỳ họp thứ 31 của Ủy ban Kiểm tra Tỉnh ủy', 'Giám sát thường xuyên tháng 5 của Thường trực HĐND'
_TITLE_OF = re.compile(
    r"(?:[Kk]ỳ\s+họp|KỲ HỌP|[Gg]iám\s+sát|[Kk]iểm\s+tra"
    r"|[Tt]hanh\s+tra)(?:\s+[^\s.;,]+){0,6}?\s+(?:của|CỦA)\s+"
)
