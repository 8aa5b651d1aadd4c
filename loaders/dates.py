"""Dates as Vietnamese texts write them: always day first, often in words, sometimes impossible.

The only function that reads a day-month-year is `iso`; an impossible date is kept as written by
its caller and flagged.
"""

import datetime
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

# 02/02/2018   22-12-2020   01.10.1997   07 / 6 / 2012
NUMERIC: Final = r"(?P<d>\d{1,2})\s?[/.-]\s?(?P<m>\d{1,2})\s?[/.-]\s?(?P<y>(?:1[89]|20)\d\d)(?!\d)"
_ONES: Final = "một hai ba bốn năm sáu bảy tám chín".split()
# 'mười lăm', 'hai mươi tư', 'ba mươi mốt', 'mùng hai'
_NUMERALS: Final = (
    {word: value for value, word in enumerate(_ONES, 1)}
    | {"bẩy": 7, "tư": 4, "giêng": 1, "chạp": 12, "mười": 10, "hai mươi": 20, "ba mươi": 30}
    | {f"mười {word}": 10 + value for value, word in enumerate(_ONES, 1)}
    | {f"hai mươi {word}": 20 + value for value, word in enumerate(_ONES, 1)}
    | {"mười lăm": 15, "hai mươi mốt": 21, "hai mươi tư": 24, "hai mươi lăm": 25}
    | {"ba mươi mốt": 31}
)
_NUMERAL: Final = "|".join(sorted(_NUMERALS, key=len, reverse=True)).replace(" ", r"\s+")
# 17 tháng 4 năm 2020   18 tháng11 năm 2013   01 tháng 12 năm 2025   mười lăm tháng năm năm 2016
IN_WORDS: Final = (
    rf"(?P<wd>\d{{1,2}}|(?:m[ùồ]ng\s+)?(?:{_NUMERAL}))\s+(?:tháng|THÁNG)\s*"
    rf"(?P<wm>\d{{1,2}}|(?<=\s)(?:{_NUMERAL}))\s+(?:năm|NĂM)\s+(?P<wy>(?:1[89]|20)\d\d"
    rf"|hai\s+(?:nghìn|ngàn)(?:\s+không\s+trăm)?(?:\s+(?:linh|lẻ))?\s+(?P<yy>{_NUMERAL}))"
    # 'năm 20237': the mark of a footnote
    r"(?!\d{2})"
)

# ngày 02/02/2018   ngày15/6/2017   ngày 17 tháng 4 năm 2020
DAY: Final = re.compile(rf"(?:{IN_WORDS}|{NUMERIC})")


@lru_cache(maxsize=8192)
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
        year = 2000 + _value(match["yy"]) if match["yy"] else int(match["wy"])
        return iso(_value(match["wd"]), _value(match["wm"]), year)
    return iso(int(match["d"]), int(match["m"]), int(match["y"]))


def _value(numeral: str) -> int:
    """The number that digits or words name, 0 where they name none."""
    if numeral.isdigit():
        return int(numeral)
    words = " ".join(numeral.split())
    return _NUMERALS.get(words.removeprefix("mùng ").removeprefix("mồng "), 0)


_Y: Final = r"((?:19|20)\d\d)"


def first_year(text: str) -> str | None:
    """The first whole day that the head of a text shows: that of its letterhead or its page.

    To complete days without a year where no page date is known.
    """
    return min(_full_days(text), default=(0, None))[1]


_HEAD_READ: Final = 6000
# Each opens with one class of letters, which the engine skips to.
_WHOLE_DAY: Final = re.compile(
    rf"(\d(?<![\d/.-]\d)\d?)\s?[/.-]\s?(\d{{1,2}})\s?[/.-]\s?{_Y}(?![\d/%])"
)
_WHOLE_DAY_IN_WORDS: Final = re.compile(
    rf"[Nn](?:gày|GÀY)\s(\d{{1,2}})\s(?:[Tt]háng|THÁNG)\s(\d{{1,2}})\s(?:[Nn]ăm|NĂM)\s{_Y}"
)


def _full_days(text: str) -> Iterator[tuple[int, str]]:
    """The first whole day of either form, with its place."""
    end = min(len(text), _HEAD_READ)
    for pattern in (_WHOLE_DAY, _WHOLE_DAY_IN_WORDS):
        for match in pattern.finditer(text, 0, end):
            if found := iso(int(match[1]), int(match[2]), int(match[3])):
                yield match.start(), found
                break
