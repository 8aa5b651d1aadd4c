"""Whether an inspection was held, is planned or was given up, by the words around its verb."""

import re

from loaders.model import Span

_PLANNED = re.compile(
    r"\bsẽ\b|[Nn]gày\s+mai|(?:[Tt]uần|[Tt]háng|[Qq]uý|[Nn]ăm)\s+tới|dự\s+kiến|[Tt]heo\s+kế\s+hoạch,"
    r"|thời\s+gian\s+tới|sắp\s+tới"
    r"|[Kk]ế\s+hoạch\s+(?:công\s+tác\s+)?(?:kiểm\s+tra|giám\s+sát|thanh\s+tra)[^.;]{0,30}\s+năm"
)
_ORDERED = re.compile(
    r"(?:\bgiao|yêu\s+cầu|chỉ\s+đạo|phân\s+công|đề\s+nghị|ủy\s+quyền|kiến\s+nghị|lãnh\s+đạo"
    r"|hướng\s+dẫn|cần|phải|tiếp\s+tục)\s[^.;]{0,160}\Z",
    re.I,
)
# Put off, or not done yet: 'phải hoãn sang tháng 6', 'chưa tổ chức giám sát'.
_PUT_OFF = re.compile(
    r"(?<!\w)(?:(?:tạm\s+)?(?:hoãn|dừng)|lùi(?:\s+thời\s+gian)?|dời|chuyển)\s+(?:lại|đến|sang|sau"
    r"|cuộc|thời"
    r"|lịch)|(?:tạm\s+hoãn|bị\s+hoãn|phải\s+hoãn|được\s+lùi)(?!\w)"
)
_EXPECTED = re.compile(r"(?<!\w)dự\s+kiến\s+(?:vào\s+|trong\s+|từ\s+)?(?:ngày|tháng|quý|tuần)")
_NOT_YET = re.compile(r"(?<!\w)chưa\s+(?:\S+\s+){0,3}\Z")
REFUSED = re.compile(r"(?<!\w)không\s+(?:(?:tổ\s+chức|tiến\s+hành|thực\s+hiện|được)\s+)?\Z")
# A decision or the news of one sets up a delegation: its inspection is still to come.
_SET_UP = re.compile(
    r"(?:\A\W*(?:Điều\s+\d+\W+)?(?:Nay\s+|Quyết\s+định\s+)?|(?:ban\s+hành|ký|có|ra)\s[^.;]{0,90}?)"
    r"(?:[tT]hành\s+l|[lL])ập\s+(?:các\s+|\d+\s+)?(?:[Đđ]oàn|[Tt]ổ)(?!\w)"
)
_HELD = re.compile(
    r"đã\s+(?:tiến\s+hành|tổ\s+chức|triển\s+khai|thực\s+hiện|giám\s+sát|kiểm\s+tra|thanh\s+tra"
    r"|khảo\s+sát|hoàn\s+thành)|tiến\s+hành|tổ\s+chức"
)


def status_of(text: str, sentence: Span, at: int, held: bool) -> str:
    """held, planned or ordered, by the words that govern the verb."""
    before = text[sentence.start : at]
    if _PLANNED.search(before) or _NOT_YET.search(before[-60:]):
        return "planned"
    done = _HELD.search(before[-90:]) is not None or before.rstrip().endswith(" đã")
    if _SET_UP.search(before) and not done:
        return "ordered"
    if _PUT_OFF.search(text, at, sentence.end) or (
        not (done or held) and _EXPECTED.search(text, at, sentence.end)
    ):
        return "planned"
    if _ORDERED.search(before[-180:]) and not done and not held:
        return "ordered"
    return "held"


# The day of such a telling is that of the paper: 'công bố kết luận thanh tra'.
_CONCLUSION = re.compile(
    r"(?:ban\s+hành|công\s+bố|ký|thông\s+báo|tại)\s+(?:\S+\s+){0,3}?[kK]ết\s+luận(?:\s+số\s+\S+)?"
    r"(?:\s+(?:về|việc|cuộc)){0,2}\s*\Z"
)


def is_concluded(text: str, clause: Span, word: re.Match[str]) -> bool:
    """Whether the clause tells of the conclusion of an inspection, not of its days."""
    start = max(clause.start, word.start() - 130)
    return _CONCLUSION.search(text, start, word.start()) is not None


# Planned, then given up: no inspection at all.
_CANCELLED = re.compile(
    r"(?<!\w)(?:đã\s+hủy|bị\s+hủy|hủy\s+(?:bỏ|vì|do|lịch)|không\s+(?:tiến\s+hành|thực\s+hiện"
    r"|tổ\s+chức)\s+được"
    r"|không\s+(?:diễn\s+ra|thành)|đành\s+(?:thôi|hủy|bỏ)|(?:đưa|rút"
    r"|loại)\s+(?:ra\s+)?khỏi\s+(?:kế\s+hoạch|chương\s+trình))"
)


def is_cancelled(text: str, clause: Span) -> bool:
    """Whether the clause says that the inspection was given up: 'đã hủy vì lũ về sớm'."""
    return _CANCELLED.search(text, clause.start, clause.end) is not None
