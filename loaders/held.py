"""When an inspection was held: never the time that it looked at, nor the day of an instrument."""

import re
from collections.abc import Sequence
from datetime import date

from loaders.model import Span
from loaders.passages import sentences
from loaders.periods import Period, periods
from loaders.reports import Report


def period_of(report: Report, sentence: Span, clause: Span, at: int) -> Period | None:
    """The period that the clause states, before its verb or behind it, else the sentence.

    Never the date of an instrument cited.
    """
    stated = [
        p
        for p in periods(report.text, sentence, report.anchor)
        if not report.cited.overlaps(p.span.start, p.span.end)
        and not _is_inspected(report.text, p)
        and not _is_deadline(report.text, p)
        and not _is_of_signing(report.text, p, at)
    ]
    within = [p for p in stated if clause.start <= p.span.start < clause.end]
    # 'A kiểm tra B (tháng 3/2010); C khảo sát D': the bracket is that of B alone.
    stated = [p for p in stated if p in within or report.text[p.span.start - 1] != "("]
    # 'theo Kế hoạch thanh tra năm 2024': only where nothing else is said.
    dated = [p for p in within if not _is_of_programme(report.text, p)]
    for choice in (dated, within, stated):
        if found := _nearest(report.text, choice, sentence, at):
            return found
    return None


# '06 cuộc giám sát trong năm 2023'
_RIGHT_BEHIND = re.compile(
    r"(?:\s+(?:giám\s+sát|kiểm\s+tra|thanh\s+tra|khảo\s+sát|chuyên\s+đề))*\s+trong\s+(?:cả\s+)?"
)
_WHOLE_TERM = re.compile(
    r"(?<!\w)(?:[Cc]ả|[Tt]rong|[Tt]oàn)\s+(?:năm|kỳ|quý)(?!\s+(?:\d|học|họp|I|V))"
)


def period_of_count(report: Report, paragraph: Span, sentence: Span, count: Span) -> Period | None:
    """The period in which a number of inspections was held: here 'giai đoạn 2021 - 2023' says so.

    'Cả năm' is the period that the title names.
    """
    stated = [
        p
        for p in periods(report.text, sentence, report.anchor)
        if not report.cited.overlaps(p.span.start, p.span.end)
        and not _is_deadline(report.text, p)
        and not _is_compared(report.text, p)
    ]
    before = [p for p in stated if p.span.end <= count.start]
    if before:
        return before[-1]
    if report.is_statistics or _WHOLE_TERM.search(report.text, sentence.start, count.start):
        return report.term
    if _THAT_TIME.search(report.text, sentence.start, count.start):
        return _told_before(report, sentence)
    behind = [
        p
        for p in stated
        if p.span.start >= count.end
        and (
            _is_set_for(report.text, p, sentence)
            or _RIGHT_BEHIND.fullmatch(report.text, count.end, p.span.start)
        )
    ]
    return behind[0] if behind else _opening_period(report, paragraph, sentence)


# What may stand before the period with which a paragraph opens: the mark of its point.
_OPENS_WITH = re.compile(
    r"\W{0,3}(?:\w{1,3}[.)]\s*)?(?:Trong\s+|Từ\s+|Riêng\s+|Tính\s+từ\s+)?", re.I
)


def _opening_period(report: Report, paragraph: Span, sentence: Span) -> Period | None:
    """'Từ năm 2019 đến năm 2023, A kiểm tra 18 cuộc. B giám sát 27 tổ chức đảng.': of both."""
    if sentence.start == paragraph.start:
        return None
    opened = _OPENS_WITH.match(report.text, paragraph.start)
    first = periods(report.text, Span(paragraph.start, sentence.start), report.anchor)[:1]
    begins = opened is not None and first and first[0].span.start <= opened.end()
    return first[0] if begins and not first[0].daily else None


# 'Trong thời kỳ này, Thanh tra huyện đã thanh tra 09 đơn vị'
_THAT_TIME = re.compile(
    r"(?:[Tt]rong|[Cc]ùng|[Cc]ũng\s+trong)\s+(?:thời\s+(?:gian|kỳ|điểm)|giai\s+đoạn|nhiệm\s+kỳ|năm|kỳ|quý)\s+(?:này|đó|trên)"
)
_TOLD_WITHIN = 600


def _told_before(report: Report, sentence: Span) -> Period | None:
    """The last period of months or years told before, to which 'thời gian này' points back."""
    before = Span(max(0, sentence.start - _TOLD_WITHIN), sentence.start)
    stated = [p for p in periods(report.text, before, report.anchor) if not p.daily]
    return stated[-1] if stated else None


def _is_compared(text: str, period: Period) -> bool:
    """'so với năm 2012', 'nhiệm kỳ 2020 - 2025': not the time of the count."""
    before = text[max(0, period.span.start - 30) : period.span.start]
    return bool(
        re.search(r"(?:so\s+với|cùng\s+kỳ|nhiệm\s+kỳ|khóa|kế\s+hoạch|chương\s+trình)\s+\Z", before)
    )


def _nearest(text: str, stated: Sequence[Period], sentence: Span, at: int) -> Period | None:
    before = [p for p in stated if p.span.end <= at]
    days = [p for p in before if p.daily]
    if days:
        return days[-1]
    after = [p for p in stated if p.span.start >= at]
    ahead = [p for p in after if p.daily or _is_set_for(text, p, sentence)]
    if ahead and (not before or ahead[0].daily):
        return ahead[0]
    return before[-1] if before else None


# 'Cuộc thanh tra diễn ra từ ngày 03/4 đến ngày 28/4/2023.'  'Thời gian: từ ngày 5/5 đến ngày 7/5.'
_TOOK_PLACE = re.compile(
    r"\W{0,4}(?:\w{1,2}[.)]\s*)?(?:Cuộc|Đợt|Việc|Thời\s+gian)(?:\s+(?:tiến\s+hành|làm\s+việc"
    r"|trực\s+tiếp))?"
    r"(?:\s+(?:giám\s+sát|kiểm\s+tra|thanh\s+tra|khảo\s+sát))?"
    r"(?:\s+(?:trực\s+tiếp|này))?\s*"
    r"(?::|(?:được\s+)?(?:diễn\s+ra|tiến\s+hành|thực\s+hiện|bắt\s+đầu|kéo\s+dài)|từ|trong|vào|là)\s",
)
_BEGAN = 220


def period_beside(report: Report, index: int, sentence: Span) -> Period | None:
    """When it was held, where a later sentence or a short paragraph below says so."""
    rest = Span(sentence.end, report.paragraphs[index].end)
    told_before = Span(report.paragraphs[index].start, sentence.start)
    around = (
        *report.paragraphs[index + 1 : index + 5],
        *report.paragraphs[max(0, index - 3) : index],
    )
    short = [p for p in around if p.end - p.start <= _BEGAN]
    for stretch in (rest, told_before, *short):
        for told in sentences(report.text, stretch):
            if _TOOK_PLACE.match(report.text, told.start, told.end):
                days = [p for p in periods(report.text, told, report.anchor) if p.daily]
                if days:
                    return days[0]
    return None


def _is_set_for(text: str, period: Period, sentence: Span) -> bool:
    """'kiểm tra ... trong quý II/2026' at the end of an order or a plan, 'hồi tháng 6/2022'."""
    before = text[max(sentence.start, period.span.start - 24) : period.span.start]
    if re.search(r"\s(?:vào|hồi|thời\s+gian:?)\s+(?:ngày\s+)?\Z", before):
        return True
    months = len(period.start or "") == 7
    if months and re.search(
        r"(?:\(|\sdịp\s|\strong\s|\ssuốt\s|tiến\s+hành\s|thực\s+hiện\s|tổ\s+chức\s"
        r"|diễn\s+ra\s)\s*(?:thời gian\s+)?\Z",
        before,
    ):
        return True
    ordered = _GOVERNED.search(text, sentence.start, period.span.start) is not None
    within = re.search(r"(?:xong|ngay|chậm nhất)?\s*trong\s+(?:thời gian\s+)?\Z", before)
    return bool(ordered and within)


# A plan or an order stands before: what follows is still to be done.
_GOVERNED = re.compile(
    r"\sgiao\s|\ssẽ\s|yêu\s+cầu|chỉ\s+đạo|phân\s+công|dự\s+kiến|kế\s+hoạch|đề\s+nghị|ủy\s+quyền"
)
_LOOKED_AT = re.compile(
    r"(?:giai\s+đoạn|nhiệm\s+kỳ|thời\s+kỳ|niên\s+độ|tính\s+đến|trước|sau\s+khi|ban\s+hành"
    r"|kế\s+hoạch\s+năm|nhiệm\s+vụ|khóa|thời\s+điểm|[Mm]ốc(?:\s+thời\s+gian)?(?:\s+(?:giám\s+sát"
    r"|kiểm\s+tra))?"
    r"|(?:[Tt]hời\s+(?:gian|kỳ|điểm)|[Nn]iên\s+độ)\s+(?:được\s+)?(?:thanh\s+tra|kiểm\s+tra"
    r"|giám\s+sát)"
    r"(?:\s+(?:là|:|tính))?"
    r"|hiệu\s+lực|hồ\s+sơ|sổ\s+sách|chứng\s+từ|tài\s+liệu|số\s+liệu(?:\s+tính)?|cùng\s+kỳ|so\s+với)\s*:?\s*(?:các\s+)?(?:từ\s+|ngày\s+"
    r"|năm\s+){0,2}\Z"
)
_DEADLINE = re.compile(
    r"(?:,\s+(?:báo\s+cáo|trình|gửi|xong)(?:\s[^.;,]{0,40}?)?\s+trong|trước|chậm\s+nhất|hạn\s+cuối|muộn\s+nhất|chậm\s+nhất\s+là"
    r"|trước\s+hết)\s+(?:là\s+)?(?:ngày\s+|tháng\s+)?\Z"
)


def _is_inspected(text: str, period: Period) -> bool:
    """'giai đoạn', 'nhiệm kỳ', 'tính đến': the time that was looked at, not that of looking.

    Nor do days go on for longer than a year.
    """
    before = (text, max(0, period.span.start - 60), period.span.start)
    return _LOOKED_AT.search(*before) is not None or _is_over_a_year(period)


def _is_of_programme(text: str, period: Period) -> bool:
    return _OF_PROGRAMME.search(text, max(0, period.span.start - 60), period.span.start) is not None


# 'Chương trình kiểm tra, giám sát năm 2022': its name.
_OF_PROGRAMME = re.compile(
    r"(?:[Cc]hương\s+trình|[Kk]ế\s+hoạch)(?:\s+(?:công\s+tác|kiểm\s+tra|giám\s+sát|thanh\s+tra|và|toàn\s+khóa|phản\s+biện"
    r"|xã\s+hội),?)+\s+\Z"
)


def _is_over_a_year(period: Period) -> bool:
    if not (period.daily and period.start and period.end):
        return False
    return (date.fromisoformat(period.end) - date.fromisoformat(period.start)).days > _LONGEST


# No single inspection goes on for longer.
_LONGEST = 366


# 'Ngày 08/11, Chủ tịch UBND huyện ký Quyết định số 43 thành lập Đoàn kiểm tra'
_SIGNS = re.compile(
    r"[^.;\n]{0,120}?\s(?:ký|ban\s+hành)\s[^.;\n]{0,30}?[Qq]uyết\s+định\s[^.;\n]{0,160}?lập\s+(?:[Đđ]oàn|[Tt]ổ)\s"
)


def _is_of_signing(text: str, period: Period, at: int) -> bool:
    """Whether on that day the delegation was only set up."""
    return period.daily and _SIGNS.match(text, period.span.end, at) is not None


def _is_deadline(text: str, period: Period) -> bool:
    """'báo cáo trước ngày 30/9': when something is due."""
    return _DEADLINE.search(text, max(0, period.span.start - 60), period.span.start) is not None
