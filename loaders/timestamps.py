"""The line of a page that says when it was published."""

import re
from collections.abc import Sequence

from loaders.dates import iso
from loaders.model import Span

# A stamp stands near the head.
HEAD = 4000

# '08/09/2021 09:33:23'   'Cập nhật lúc: 09:24 |23/07/2014'   'Thứ hai - 21/10/2019 14:58'
# '10/07/2018 | 12:04 PM'
_CLOCK = re.compile(
    r"\b([01]?\d|2[0-3])\s?[:hg]\s?([0-5]\d)(?:\s?:\s?([0-5]\d))?(?!\d)\s?([AaPp][Mm]\b)?"
)
_DAY = re.compile(
    r"(?<![\d/])(\d{1,2})\s?(?:[/.-]|tháng)\s?(\d{1,2})\s?(?:[/.-]|năm)\s?((?:19|20)\d\d)(?!\d)"
)
_LABELS = re.compile(
    r"(?:[\W\d_]|thứ\s\w+|chủ nhật|cập nhật|ngày|đăng|xuất bản|lúc|vào|hồi|thời gian|date|gmt|ict"
    r"|am|pm|xem|với|cỡ|chữ|google"
    r"|phút|giờ|lần cuối|hôm nay|posted|post|on|by|admin|lượt|đọc|tháng|năm|sáng|chiều|tối|nguồn"
    r"|a\b)*",
    re.I,
)


def published(text: str, lines: Sequence[Span]) -> tuple[Span, str] | None:
    """The line near the head that is a time stamp and nothing else, with its ISO time."""
    for line in lines[:40]:
        if line.end - line.start > 160 or line.start > HEAD:
            continue
        told = moment(text[line.start : line.end])
        if told:
            return line, told
    return None


def moment(line: str) -> str | None:
    """`2021-09-08T09:33:23` from a line that holds a date, perhaps a time.

    And only words of a stamp.

    >>> moment("Cập nhật lúc: 09:24 |23/07/2014")
    '2014-07-23T09:24:00'

    """
    # Every line is asked, and few name a year.
    day = _DAY.search(line) if "20" in line or "19" in line else None
    date = iso(int(day[1]), int(day[2]), int(day[3])) if day else None
    if day is None or date is None:
        return None
    rest = line[: day.start()] + " " + line[day.end() :]
    # 'Mai Lan | 08/09/2021': an author may stand before the bar.
    rest = rest.split("|")[-1] if "|" in rest and len(rest.split("|")[0]) < 40 else rest
    clock = _CLOCK.search(line[: day.start()] + " " * len(day[0]) + line[day.end() :])
    if not _LABELS.fullmatch(rest):
        return None
    if clock is None:
        return date if re.search(r"đăng|cập nhật|thứ|date|chủ nhật|\A\W*\d", line, re.I) else None
    hour = int(clock[1]) + (12 if (clock[4] or "").lower() == "pm" and int(clock[1]) < 12 else 0)
    return f"{date}T{hour:02d}:{clock[2]}:{clock[3] or '00'}"
