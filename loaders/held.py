"""When an inspection was held: never the time that it looked at, nor the day of an instrument."""

import re

from loaders.model import Span
from loaders.occasions import Report
from loaders.passages import sentences
from loaders.periods import Period, periods


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
    if after:
        return after[0]
    ahead = [p for p in stated if p.span.start >= at and _is_set_for(report.text, p, sentence)]
    return ahead[0] if ahead else None


# 'Cuộc thanh tra diễn ra từ ngày 03/4 đến ngày 28/4/2023.'
_TOOK_PLACE = re.compile(
    r"\s*(?:Cuộc|Đợt|Thời\s+gian|Việc)\s+(?:tiến\s+hành\s+)?(?:giám\s+sát|kiểm\s+tra|thanh\s+tra|khảo\s+sát)"
    r"(?:\s+trực\s+tiếp)?\s*(?::|(?:được\s+)?(?:diễn\s+ra|tiến\s+hành|thực\s+hiện|bắt\s+đầu)|từ)\s"
)


def period_beside(report: Report, rest: Span) -> Period | None:
    """When it was held, where a later sentence of the paragraph says so."""
    for sentence in sentences(report.text, rest):
        if _TOOK_PLACE.match(report.text, sentence.start, sentence.end):
            days = [p for p in periods(report.text, sentence, report.anchor) if p.daily]
            if days:
                return days[0]
    return None


def _is_set_for(text: str, period: Period, sentence: Span) -> bool:
    """'kiểm tra ... trong quý II/2026' at the end of an order or a plan, 'vào tháng 6/2022'."""
    before = text[max(sentence.start, period.span.start - 24) : period.span.start]
    ordered = _GOVERNED.search(text, sentence.start, period.span.start) is not None
    within = re.search(r"(?:xong|ngay|chậm nhất)?\s*trong\s+(?:thời gian\s+)?\Z", before)
    return bool(re.search(r"\svào\s+\Z", before) or (ordered and within))


# A plan or an order stands before: what follows is still to be done.
_GOVERNED = re.compile(
    r"\sgiao\s|\ssẽ\s|yêu\s+cầu|chỉ\s+đạo|phân\s+công|dự\s+kiến|kế\s+hoạch|đề\s+nghị|ủy\s+quyền"
)


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
