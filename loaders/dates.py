"""Dates as Vietnamese texts write them: always day first, often in words, sometimes impossible.

The only function that reads a day-month-year is `iso`; an impossible date is kept as written by
its caller and flagged.
"""

import datetime
import re

# 02/02/2018   22-12-2020   01.10.1997   07 / 6 / 2012
NUMERIC = r"(?P<d>\d{1,2})\s?[/.-]\s?(?P<m>\d{1,2})\s?[/.-]\s?(?P<y>(?:1[89]|20)\d\d)(?!\d)"
# 17 tháng 4 năm 2020   01 tháng 12 năm 2025
IN_WORDS = (
    r"(?P<wd>\d{1,2})\s+tháng\s+(?P<wm>\d{1,2}|\w+(?:\s\w+)?)\s+năm\s+"
    r"(?P<wy>(?:1[89]|20)\d\d)(?!\d)"
)

# ngày 02/02/2018   ngày15/6/2017   ngày 17 tháng 4 năm 2020
DAY = re.compile(rf"(?:{IN_WORDS}|{NUMERIC})")

MONTHS = {
    "một": 1,
    "giêng": 1,
    "hai": 2,
    "ba": 3,
    "tư": 4,
    "bốn": 4,
    "năm": 5,
    "sáu": 6,
    "bảy": 7,
    "bẩy": 7,
    "tám": 8,
    "chín": 9,
    "mười": 10,
    "mười một": 11,
    "mười hai": 12,
    "chạp": 12,
}


def iso(day: int, month: int, year: int) -> str | None:
    """`2018-02-02`, or None where the calendar has no such day."""
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return None


def day_of(match: re.Match[str]) -> str | None:
    """The ISO date of a match of `DAY`, None for an impossible one.

    >>> day_of(DAY.match("07/6/2012"))
    '2012-06-07'
    >>> day_of(DAY.match("29/18/2018"))
    """
    if match["wd"]:
        month = int(match["wm"]) if match["wm"].isdigit() else MONTHS.get(match["wm"].lower(), 0)
        return iso(int(match["wd"]), month, int(match["wy"]))
    return iso(int(match["d"]), int(match["m"]), int(match["y"]))
