"""Inspections that a report tells of.

Delegations at work, counted groups, sessions that review, plans and orders.

'công tác giám sát', 'kế hoạch kiểm tra' and 'Ủy ban Kiểm tra' name a duty, a paper or a body and
tell of no inspection. The period inspected and those who take part are neither the period nor the
units of the inspection.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice

from loaders.bodies import body_at, is_sort, resolve
from loaders.delegations import DELEGATION, MODE, leader, members, sender
from loaders.mandates import mandate, object_instruments
from loaders.model import Body, Citation, Inspection, Person, Span
from loaders.organisations import begins
from loaders.passages import UPPER, Spans, folded, paragraphs, sentences, spaces_folded
from loaders.periods import Period, first_year, periods
from loaders.places import Home
from loaders.units import units
from ontology import iris

_NUMBER = r"(?P<count>\d{1,3}(?:\.\d{3})+|\d{1,6})"
_COUNTERS = (
    r"cuộc|đợt|lượt\s+tổ\s+chức\s+(?:cơ\s+sở\s+)?đảng|lượt|tổ\s+chức\s+(?:cơ\s+sở\s+)?đảng|chi\s+bộ"
    r"|đảng\s+bộ|đảng\s+ủy|chi,\s+đảng\s+bộ|đơn\s+vị"
)
_MODE = MODE.replace(" ", r"\s{1,3}")
# 'kiểm tra, giám sát 16 cuộc'  'giám sát chuyên đề đối với 19 tổ chức đảng'
_COUNT_AFTER = re.compile(
    r"(?:\s+(?:chuyên\s+đề|thường\s+xuyên|chấp\s+hành|khi\s+có\s+dấu\s+hiệu\s+vi\s+phạm"
    r"|dấu\s+hiệu\s+vi\s+phạm|theo\s+chuyên\s+đề|đối\s+với|được|hành\s+chính|chuyên\s+ngành"
    rf"|tại)){{0,4}}\s+{_NUMBER}\s+(?:{_COUNTERS})(?!\w)",
    re.I,
)
# '02 cuộc giám sát'
_COUNT_BEFORE = re.compile(
    rf"(?<![\w/.,]){_NUMBER}(?:/\d{{1,4}})?\s+(?:cuộc|đợt|lượt)\s+(?:đi\s+)?\Z", re.I
)
# What stands before the word shows that it is a noun: 'công tác kiểm tra', 'kế hoạch giám sát',
# 'Ủy ban kiểm tra'.
_NOUN = re.compile(
    r"(?:công\s+tác|cuộc|[đĐ]oàn|[kK]ế\s+hoạch|về|việc|kết\s+quả|hoạt\s+động|[cC]hương\s+trình"
    r"|nội\s+dung|buổi|qua|sau|tăng\s+cường|nhiệm\s+vụ|[bB]an|ngành|vai\s+trò|[qQ]uyết\s+định"
    r"|chức\s+năng"
    r"|hình\s+thức|được|kết\s+luận|hậu|tự|sự|quyền|báo\s+cáo|trong|của|cho|để|bị|[tT]ổ|cơ\s+quan"
    r"|thời\s+gian|đối\s+tượng|đơn\s+vị|phạm\s+vi|quá\s+trình|phục\s+vụ|đẩy\s+mạnh|hội\s+nghị|theo"
    r"|biên\s+bản"
    r"|chất\s+lượng|hiệu\s+quả|lĩnh\s+vực|thẩm\s+tra|cán\s+bộ|giữa|thời\s+kỳ|niên\s+độ|kỷ\s+luật"
    r"|giám\s+sát|thanh\s+tra|kiểm\s+tra|bàn|làm|dân|gắn|chế\s+độ|quy\s+trình|đề\s+cương|vào"
    r"|[tT]rưởng|[pP]hó|thông\s+báo|kiến\s+nghị),?\s*(?:và\s*)?\Z",
)
_LEFT = 40
# No real sentence tells of more inspections; a table run together may name the word a thousand
# times.
_WORDS_READ = 24
_ANNOUNCED = re.compile(
    r"(?:công\s+bố|triển\s+khai|ban\s+hành|trao|thông\s+qua)\s+(?:các\s+|Quyết"
    r"|quyết)?[^.;]{0,60}(?:[qQ]uyết\s+định|[kK]ế\s+hoạch)(?:\s+(?:và\s+[kK]ế\s+hoạch|số\s+\S+|về"
    r"|việc|của\s+[^.;,]{0,50}|về\s+việc|tiến\s+hành)){0,4}\s*\Z"
)
# Nouns that tell of an inspection all the same: its conclusion, the review of its result, 'có
# buổi giám sát'.
_HELD_NOUN = re.compile(
    r"(?:(?:ban\s+hành|công\s+bố|có|ký|thông\s+báo)\s+(?:\S+\s+){0,3}?[kK]ết\s+luận(?:\s+số\s+\S+)?"
    r"(?:\s+(?:về|việc|cuộc)){0,2}"
    r"|(?:xem\s+xét|thảo\s+luận|cho\s+ý\s+kiến|kết\s+luận)[^.;]{0,60}(?:báo\s+cáo\s+)?kết\s+quả"
    r"|(?:có|tổ\s+chức|tiến\s+hành|thực\s+hiện)\s+(?:\d{1,2}\s+|các\s+)?(?:buổi|cuộc|đợt"
    r"|chuyến))\s*\Z"
)
_ON_DISCIPLINE = re.compile(
    r"xem\s+xét,?\s+(?:quyết\s+định\s+|kết\s+luận,?\s+)?(?:thi\s+hành\s+"
    r"|xử\s+lý\s+)?kỷ\s+luật(?:\s+(?:đối\s+với|các\s+tổ\s+chức\s+đảng))?\s*:?\s*"
)
_PLANNED = re.compile(
    r"\bsẽ\b|dự\s+kiến|theo\s+kế\s+hoạch,|thời\s+gian\s+tới|sắp\s+tới"
    r"|[Kk]ế\s+hoạch\s+(?:công\s+tác\s+)?(?:kiểm\s+tra|giám\s+sát|thanh\s+tra)[^.;]{0,30}\s+năm"
)
_ORDERED = re.compile(
    r"(?:\bgiao|yêu\s+cầu|chỉ\s+đạo|phân\s+công|đề\s+nghị|ủy\s+quyền|kiến\s+nghị|lãnh\s+đạo"
    r"|hướng\s+dẫn|cần|phải|tiếp\s+tục)\s[^.;]{0,160}\Z"
)
_HELD = re.compile(
    r"đã\s+(?:tiến\s+hành|tổ\s+chức|triển\s+khai|thực\s+hiện|giám\s+sát|kiểm\s+tra|thanh\s+tra"
    r"|khảo\s+sát|hoàn\s+thành)|tiến\s+hành|tổ\s+chức"
)
_CUE = re.compile(r"(?<!\w)(?:tại|đối\s+với|làm\s+việc\s+với|buổi\s+làm\s+việc\s+với|ở)\s+")
_OF = re.compile(r"(?<!\w)(?:của|với)\s+")
_VISIT = re.compile(r"(?:làm\s+việc|buổi\s+làm\s+việc)\s+(?:trực\s+tiếp\s+)?(?=với|tại)")
_PREPOSED = re.compile(
    r"(?:với|tại|của|cho|thuộc|chỉ\s+đạo|đề\s+nghị|giao|yêu\s+cầu|và|đối\s+với|đến|theo|về"
    r"|đại\s+diện|bởi|gồm|là|[Tt]hực\s+hiện|,\s*[A-ZĐ]\w+\s\w+)\s*\Z"
)
_RELEVANT = re.compile(
    r"giám\s+sát|kiểm\s+tra|thanh\s+tra|khảo\s+sát|kỷ\s+luật|[Đđ]oàn\s+công\s+tác"
)
_FORMS = (
    (
        "kiểm tra khi có dấu hiệu vi phạm",
        re.compile(r"(?:khi\s+có\s+|các\s+)?dấu\s+hiệu\s+vi\s+phạm"),
    ),
    ("kiểm tra chấp hành", re.compile(r"kiểm\s+tra\s+(?:việc\s+)?chấp\s+hành")),
    ("giám sát chuyên đề", re.compile(r"giám\s+sát\s+(?:theo\s+)?chuyên\s+đề")),
    ("giám sát thường xuyên", re.compile(r"giám\s+sát\s+thường\s+xuyên")),
    (
        "tham gia giám sát với cơ quan khác",
        re.compile(r"[pP]hối\s+hợp|tham\s+gia\s+(?:\d+\s+|các\s+)?(?:cuộc|đợt|đoàn)"),
    ),
    (
        "qua Ban Thanh tra nhân dân và Ban Giám sát đầu tư của cộng đồng",
        re.compile(r"Ban\s+Thanh\s+tra\s+nhân\s+dân|Ban\s+[Gg]iám\s+sát\s+đầu\s+tư"),
    ),
)


@dataclass(frozen=True)
class _Report:
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
    def usual_sender(self) -> Body | None:
        """The first body that the text names as sending a delegation."""
        for match in DELEGATION.finditer(self.text):
            found = sender(self.text, match, min(len(self.text), match.end() + 220), self.home)
            if found:
                return found[0]
        return None


def inspections(
    text: str,
    source_id: str,
    citations: Sequence[Citation],
    home: Home,
    published: str | None,
    people: Sequence[Person],
    skip: Sequence[Span],
) -> tuple[Inspection, ...]:
    """Every inspection that the text reports, plans or orders, each once, in reading order."""
    seen = folded(text)
    if not _RELEVANT.search(seen):
        return ()
    report = _Report(
        seen,
        source_id,
        tuple(citations),
        home,
        published or home.date or first_year(seen),
        tuple(people),
        paragraphs(seen),
    )
    barred = Spans(skip)
    found: list[Inspection] = []
    for index, paragraph in enumerate(report.paragraphs):
        if not barred.overlaps(paragraph.start, paragraph.end) and _RELEVANT.search(
            seen, paragraph.start, paragraph.end
        ):
            found.extend(_of_paragraph(report, index))
    return _distinct(found)


def _of_paragraph(report: _Report, index: int) -> Iterator[Inspection]:
    subject: Body | None = None
    for sentence in sentences(report.text, report.paragraphs[index]):
        for found in _of_sentence(report, index, sentence, subject):
            yield replace(found, iri=iris.inspection(report.source_id, found.span.start))
        subject = (
            _subject(report, sentence.start, min(sentence.end, sentence.start + 400)) or subject
        )


def _of_sentence(
    report: _Report, index: int, sentence: Span, subject: Body | None
) -> Iterator[Inspection]:
    clauses_told: set[int] = set()
    words = _WORDS.finditer(report.text, sentence.start, sentence.end)
    for word in islice(words, _WORDS_READ):
        clause = _clause(report.text, sentence, word.start())
        counted = _counted(report, sentence, clause, word, subject)
        if counted:
            yield counted
        elif clause.start not in clauses_told and (
            told := _told(report, index, sentence, clause, word, subject)
        ):
            clauses_told.add(clause.start)
            yield told


_WORDS = re.compile(
    rf"(?<!\w)(?P<mode>{_MODE})(?!\w)|(?P<visit>{_VISIT.pattern})"
    rf"|(?P<discipline>{_ON_DISCIPLINE.pattern})"
)


def _clause(text: str, sentence: Span, at: int) -> Span:
    """The part of the sentence between semicolons or brackets.

    A semicolon in the list of members closes none.
    """
    start = max(text.rfind(";", sentence.start, at), text.rfind("(", sentence.start, at)) + 1
    if DELEGATION.search(text, sentence.start, at) and not re.search(
        r"\d{1,2}/\d{1,2}", text[start:at]
    ):
        start = sentence.start
    depth, end = 0, sentence.end
    for mark in re.compile(r"[;()]").finditer(text, at, sentence.end):
        depth += {"(": 1, ")": -1}.get(mark[0], 0)
        if depth < 0 or (mark[0] == ";" and depth == 0):
            end = mark.start()
            break
    return Span(max(start, sentence.start), end)


def _counted(
    report: _Report, sentence: Span, clause: Span, word: re.Match[str], subject: Body | None
) -> Inspection | None:
    """A counted group: '02 cuộc giám sát ... tại ...', 'Huyện ủy kiểm tra, giám sát 16 cuộc'."""
    if not word["mode"]:
        return None
    text = report.text
    before = _COUNT_BEFORE.search(text, max(clause.start, word.start() - _LEFT), word.start())
    after = None if before else _COUNT_AFTER.match(text, word.end(), clause.end)
    number = before or after
    if number is None or re.search(
        r"không\s+\Z", text[max(clause.start, word.start() - 12) : word.start()]
    ):
        return None
    own = _subject(report, clause.start, number.start())
    start = min(number.start("count"), word.start())
    listed, end = _units(
        report, max(word.end(), number.end()), clause.end, whose=before is not None
    )
    stated = _period(report, sentence, start)
    inspector = own or subject or _subject(report, sentence.start, start)
    return Inspection(
        iri="",
        span=Span(_verb_start(text, clause.start, start), max(end, number.end(), word.end())),
        mode=_mode(word["mode"]),
        form=_form(text[clause.start : clause.end], delegation=False),
        status=_status(text, sentence, word.start(), held=True),
        start=stated.start if stated else None,
        end=stated.end if stated else None,
        count=int(number["count"].replace(".", "")),
        inspector=inspector,
        leader=None,
        units=tuple(u for u in listed if inspector is None or u.iri != inspector.iri),
        about=object_instruments(text, report.citations, Span(word.end(), clause.end)),
        topic=_topic(text, max(word.end(), number.end()), clause.end),
    )


_DOING = re.compile(
    r"(?:tham\s+gia|tổ\s+chức|tiến\s+hành|thực\s+hiện|triển\s+khai|đã)\s+(?:được\s+)?\Z"
)


def _verb_start(text: str, low: int, start: int) -> int:
    verb = _DOING.search(text, max(low, start - 24), start)
    return verb.start() if verb else start


def _told(
    report: _Report,
    index: int,
    sentence: Span,
    clause: Span,
    word: re.Match[str],
    subject: Body | None,
) -> Inspection | None:
    """A single inspection: someone inspects a named unit, or a delegation works with it."""
    text, left = report.text, report.text[max(clause.start, word.start() - 130) : word.start()]
    status, mode = "held", _mode(word["mode"] or "")
    delegation = _delegation(report, sentence, word.start())
    if word["discipline"]:
        mode = "xem xét kỷ luật"
    elif word["visit"]:
        mode = (
            _mode_of_delegation(delegation, text[sentence.start : sentence.end])
            if delegation
            else ""
        )
    elif _ANNOUNCED.search(left):
        status = "ordered"
    elif not _HELD_NOUN.search(left) and _NOUN.search(left[-_LEFT:]):
        return None
    if not mode:
        return None
    listed, end = _units(report, word.end(), clause.end, direct=True)
    own = delegation_sender = None
    if delegation:
        sent = sender(text, delegation, min(sentence.end, delegation.end() + 220), report.home)
        delegation_sender = sent[0] if sent else None
    else:
        own = _subject(report, clause.start, word.start()) or _subject(
            report, sentence.start, word.start()
        )
    stated = _period(report, sentence, word.start())
    if not _is_told(listed, delegation is not None, stated, own or subject):
        return None
    if status == "held":
        status = _status(text, sentence, word.start(), held=delegation is not None)
    around = _around(report, index, sentence) if delegation else sentence
    led = leader(text, around, report.people) if delegation or word["mode"] else None
    inspector = own or delegation_sender or subject
    if delegation and delegation_sender is None:
        inspector = (
            report.usual_sender or _issuer(report, index, sentence) or _body_of(led) or inspector
        )
    about = object_instruments(text, report.citations, Span(word.end(), clause.end))
    taking_part = members(text, around, report.home, inspector) if delegation else ()
    return Inspection(
        iri="",
        span=sentence
        if delegation
        else Span(clause.start + _indent(text, clause), max(end, clause.end)),
        mode=mode,
        form=_form(text[clause.start : clause.end], delegation is not None and "giám sát" in mode),
        status=status,
        start=stated.start if stated else None,
        end=stated.end if stated else None,
        count=1,
        inspector=inspector,
        leader=led,
        members=taking_part,
        units=tuple(
            u
            for u in listed
            if (inspector is None or u.iri != inspector.iri) and u not in taking_part
        ),
        about=about,
        mandate=tuple(
            i
            for i in mandate(text, report.citations, report.paragraphs, index, sentence)
            if i not in about
        )
        if delegation
        else (),
        topic=_topic(text, word.end(), clause.end),
    )


def _indent(text: str, clause: Span) -> int:
    words = text[clause.start : clause.end]
    return len(words) - len(words.lstrip())


def _is_told(
    listed: Sequence[Body], delegation: bool, stated: Period | None, subject: Body | None
) -> bool:
    """A named unit makes it an inspection; so does a delegation with its day."""
    named = [u for u in listed if u.place or u.type or re.search(rf"[{UPPER}]", u.name)]
    if delegation:
        return bool(named) or (stated is not None and stated.daily)
    return bool(named) and (subject is not None or stated is not None)


def _delegation(report: _Report, sentence: Span, at: int) -> re.Match[str] | None:
    """The delegation that acts in the sentence: not one that a plan only sets up."""
    for match in DELEGATION.finditer(report.text, sentence.start, at):
        before = report.text[max(sentence.start, match.start() - 24) : match.start()]
        if not (_SET_UP.search(before) or report.cited.overlaps(match.start(), match.end())):
            return match
    return None


# 'về thành lập Đoàn giám sát'  'theo yêu cầu của Đoàn giám sát'
_SET_UP = re.compile(r"(?:thành\s+lập\s+(?:các\s+)?|thành\s+viên\s+|yêu\s+cầu\s+của\s+)\Z")


def _mode(words: str) -> str:
    plain = re.sub(r",?\s+(?:và\s+)?", " ", words.lower())
    if "kiểm tra" in plain and "giám sát" in plain:
        return "kiểm tra, giám sát"
    return next((m for m in ("thanh tra", "giám sát", "kiểm tra", "khảo sát") if m in plain), "")


def _mode_of_delegation(delegation: re.Match[str], sentence: str) -> str:
    return _mode(delegation["word"]) or _mode(
        " ".join(re.findall(r"giám sát|kiểm tra|thanh tra|khảo sát", sentence)[:1])
    )


def _form(clause: str, delegation: bool) -> str | None:
    for form, pattern in _FORMS:
        if pattern.search(clause):
            return form
    return "tổ chức đoàn giám sát" if delegation else None


def _status(text: str, sentence: Span, at: int, held: bool) -> str:
    """held, planned or ordered, by the words that govern the verb."""
    before = text[sentence.start : at]
    if _PLANNED.search(before):
        return "planned"
    done = _HELD.search(before[-90:]) is not None
    if _ORDERED.search(before[-180:]) and not done and not held:
        return "ordered"
    return "held"


def _units(
    report: _Report, start: int, end: int, whose: bool = False, direct: bool = False
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


def _period(report: _Report, sentence: Span, at: int) -> Period | None:
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
    r"[\s(,]*(?:(?:[Tt]rong đó|[Nn]goài ra|[Rr]iêng|[Kk]ết quả|[Qq]ua đó|[Tt]oàn\s+tỉnh|đã"
    r"|[^,;.:()]{0,40}\d{4}),?:?\s+)?(?P<words>(?:[Cc]ấp\s+(?:tỉnh|huyện|xã|cơ\s+sở|ủy)"
    r"|[Cc]ác\s+(?:cấp\s+ủy|chi\s+bộ|đảng\s+bộ|huyện\s+ủy|địa\s+phương)"
    r"|(?:UBKT|Ủy\s+ban\s+[Kk]iểm\s+tra|[Tt]hanh\s+tra|HĐND|UBND|MTTQ|Mặt\s+trận\s+Tổ\s+quốc"
    r"|[Cc]ấp\s+ủy)\s+(?:các|cấp|cơ\s+sở))(?:(?!\s(?:đã|tiến|tổ|thực|kiểm|giám|thanh|tiếp|triển"
    r"|hoàn|được|khảo|thi|xử|xem|có)\s)[^;.()\n:]){0,80})(?=\s(?:đã|tiến|tổ|thực|kiểm|giám|thanh"
    r"|tiếp|triển|hoàn|được|khảo|thi|xử|xem|có)\s)"
)


def _subject(report: _Report, start: int, end: int) -> Body | None:
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


def _around(report: _Report, index: int, sentence: Span) -> Span:
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


def _body_of(led: Person | None) -> Body | None:
    return led.body if led and led.body and _SENDERS.match(led.body.name) else None


def _issuer(report: _Report, index: int, sentence: Span) -> Body | None:
    """The body whose plan or decision the delegation carries out."""
    wanted = mandate(report.text, report.citations, report.paragraphs, index, sentence)
    named = [c.issuer for c in report.citations if c.instrument in wanted and c.issuer]
    return resolve(named[-1], report.home, report.anchor) if named else None


def _topic(text: str, start: int, end: int) -> str | None:
    """What is inspected: the words up to the units, without the cue."""
    cue = _CUE.search(text, start, end)
    words = spaces_folded(text[start : min(cue.start() if cue else end, start + 300)])
    return words if len(words) > 8 else None


# A title, a lead and a caption tell of an inspection close to each other.
_RECENT = 30


def _distinct(found: Sequence[Inspection]) -> tuple[Inspection, ...]:
    """The inspections without those that tell of one already told more fully.

    As a title or a caption does.
    """
    kept: list[Inspection] = []
    for inspection in found:
        twin = next((other for other in kept[-_RECENT:] if _same(inspection, other)), None)
        if twin is None:
            kept.append(inspection)
        elif _fullness(inspection) > _fullness(twin):
            kept[kept.index(twin)] = inspection
    by_start = {i.span.start: i for i in sorted(kept, key=lambda i: i.span, reverse=True)}
    return tuple(by_start[start] for start in sorted(by_start))


def _same(one: Inspection, other: Inspection) -> bool:
    if one.count != 1 or other.count != 1 or one.mode != other.mode:
        return False
    if one.start and other.start and one.start != other.start:
        return False
    if one.inspector and other.inspector and not _same_body(one.inspector, other.inspector):
        return False
    shared = {u.place or u.iri for u in one.units} & {u.place or u.iri for u in other.units}
    return bool(shared) or not one.units or not other.units


def _same_body(one: Body, other: Body) -> bool:
    return one.iri == other.iri or (
        one.place is not None and one.place == other.place and one.type == other.type
    )


def _fullness(inspection: Inspection) -> int:
    days = inspection.start is not None and len(inspection.start) == 10
    return (
        3 * days
        + 2 * bool(inspection.leader)
        + len(inspection.units)
        + len(inspection.members)
        + bool(inspection.about)
    )
