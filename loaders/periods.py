"""Periods as reports write them: '18 - 22/8/2021', 'năm 2019 và 2020'.

'từ năm 2019 đến 6 tháng đầu năm 2021'.

A start and an end in ISO, as precise as the text; a day without its year takes the latest year not
after the anchor.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from loaders.dates import iso
from loaders.model import Span

# A plan announces days of the coming months; news of January tell of December.
_AHEAD = 4
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "1": 1, "2": 2, "3": 3, "4": 4}


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time with the words that state it; `daily` where days are given."""

    span: Span
    start: str | None
    end: str | None
    daily: bool

    @property
    def interval(self) -> str | None:
        """`2019/2021-06`, or the one value where start and end are the same."""
        if self.start == self.end or not self.end:
            return self.start
        return f"{self.start}/{self.end}" if self.start else self.end


_Y = r"((?:19|20)\d\d)"
# 'từ ngày 03 đến 06/12'  '18 - 22/8/2021'  'từ ngày 05/9/2023 đến ngày 20/10/2023'  'từ ngày 16-7
# đến 20-7'
_DAYS = re.compile(
    rf"(?<![\d/.-])(\d{{1,2}})(?:\s?[/.-]\s?(\d{{1,2}})(?:\s?[/.-]\s?{_Y})?)?\s?(?:-|–"
    rf"|(?:cho )?đến hết|(?:cho )?đến"
    r"|tới)\s?(?:hết )?(?:ngày )?"
    rf"(\d{{1,2}})\s?[/.-]\s?(\d{{1,2}})(?:\s?[/.-]\s?{_Y})?(?![\d/])"
)
# 'bắt đầu ngày 09/10, kết thúc ngày 20/10/2017'
_BOUNDS = re.compile(
    rf"bắt đầu (?:từ )?(?:ngày )?(\d{{1,2}})\s?[/.-]\s?(\d{{1,2}})(?:\s?[/.-]\s?{_Y})?,?\s"
    r"(?:và )?kết thúc (?:vào )?(?:ngày )?"
    rf"(\d{{1,2}})\s?[/.-]\s?(\d{{1,2}})(?:\s?[/.-]\s?{_Y})?(?![\d/])"
)
# 'từ ngày 01/7/2025, Ủy ban đã giám sát ...': its end is not told.
_SINCE = re.compile(
    rf"[Tt]ừ (?:ngày )?(\d{{1,2}})\s?[/.-]\s?(\d{{1,2}})\s?[/.-]\s?{_Y}(?P<now>\s(?:cho )?đến nay)?"
    r"(?![\d/%]|\s?(?:-|–|(?:cho )?đến|tới))"
)
# 'từ ngày 01/7/2023 đến hết quý I năm 2024': from a day to the end of a longer time.
_SINCE_TO = re.compile(
    rf"từ (?:ngày )?(\d{{1,2}})\s?[/.-]\s?(\d{{1,2}})\s?[/.-]\s?{_Y} (?:cho )?đến (?:hết )?"
    r"(?:(?P<quarter>quý (?:IV|I{1,3}))\s?(?:/|năm)?\s?"
    r"|(?P<month>tháng \d{1,2})\s?(?:/|-|năm)\s?|năm )"
    r"(?P<year>(?:19|20)\d\d)",
    re.I,
)
# 'ngày 5 và 6/10'  '9,10/6/2020'  'các ngày 5, 6 và 7/10/2023'
_LISTED = re.compile(
    rf"[Nn]gày\s(\d{{1,2}})(?:\s?[/.-]\s?(\d{{1,2}})(?:\s?[/.-]\s?{_Y})?)?(?:\s?,\s?\d{{1,2}}"
    r"(?:\s?[/.-]\s?\d{1,2})?){0,6}\s?(?:,|và|&)\s?(?:ngày )?"
    rf"(\d{{1,2}})\s?[/.-]\s?(\d{{1,2}})(?:\s?[/.-]\s?{_Y})?(?![\d/])"
)
# A class of letters opens the pattern, so that the engine skips to them.
_DAY = re.compile(rf"(\d(?<![\d/.-]\d)\d?)\s?[/.-]\s?(\d{{1,2}})(?:\s?[/.-]\s?{_Y})?(?![\d/%])")
# 'các ngày 10 và 11 tháng 9 năm 2019', 'ngày 6, 7 và 9 tháng 10'
_LISTED_IN_WORDS = re.compile(
    rf"ngày\s(\d{{1,2}})(?:\s?,\s?\d{{1,2}}){{0,6}}\s?(?:,|và"
    rf"|&)\s?(?:ngày )?(\d{{1,2}}) tháng (\d{{1,2}})(?: năm {_Y})?",
    re.I,
)
_WORDS = re.compile(
    rf"(?:(?:từ )?ngày\s(\d{{1,2}})(?: tháng (\d{{1,2}})(?: năm {_Y})?)?\s?(?:-|đến"
    rf"|tới)(?: hết)?\s?)?ngày\s(\d{{1,2}}) tháng (\d{{1,2}})(?: năm {_Y})?",
    re.I,
)
_HALF = re.compile(
    rf"(?:từ năm {_Y} đến (?:hết )?)?([3-9]) tháng (đầu |cuối |)năm(?:\s{_Y})?", re.I
)
_QUARTER = re.compile(
    r"quý\s(IV|I{1,3}|[1-4])(?!\w)(?:\s?(?:,|-|và|đến)\s?(?:quý\s)?(IV|I{1,3}|[1-4])(?!\w))?"
    rf"(?:\s?(?:/|năm)\s?{_Y})?",
    re.I,
)
_MONTH = re.compile(
    rf"(?:từ )?(?:(?:đầu|giữa|cuối) )?tháng\s(\d{{1,2}})(?:\s?(?:/|-|năm)\s?{_Y})?(?:\s?(?:-"
    r"|đến|và(?=\stháng)|,(?=\stháng))(?: (?:hết|đầu|giữa|cuối))?\s?(?:tháng )?"
    rf"(\d{{1,2}})(?:\s?(?:/|năm)\s?{_Y})?)?"
    r"(?!\d)",
    re.I,
)
_YEARS = re.compile(
    rf"(?:từ )?(?:đầu )?(?:các )?năm\s{_Y}(?:(?:\s?,\s?(?:19|20)\d\d){{0,8}}\s?(-|đến|và"
    rf"|,)(?: hết)?\s?(?:năm )?(nay|hiện nay|{_Y}))?",
    re.I,
)
# 'từ năm 2018 đến hết tháng 3/2021', 'từ tháng 5/2019 đến quý I năm 2020': ends of two sorts.
_MIXED = re.compile(
    rf"từ (?:đầu |cuối )?(?:năm {_Y}|tháng (\d{{1,2}})\s?(?:/|-|năm)\s?{_Y})\s?(?:cho )?(?:đến"
    rf"|tới)(?: hết)? "
    rf"(?:tháng (\d{{1,2}})\s?(?:/|-|năm)\s?{_Y}|quý (IV|I{{1,3}})\s?(?:/|năm)?\s?{_Y}|năm {_Y})",
    re.I,
)
# 'giai đoạn 2021 - 2023': the words before say what the years are.
_STAGE = re.compile(rf"(?<=giai đoạn )(?:từ (?:năm )?)?{_Y}\s?(?:-|–|đến)\s?(?:năm )?{_Y}", re.I)
_OPEN = re.compile(r"từ đầu năm(?: đến nay)?|trong năm nay|năm nay", re.I)


def periods(text: str, span: Span, anchor: str | None) -> tuple[Period, ...]:
    """The periods stated in a sentence, in order; the anchor is the day of publication."""
    return _periods(text, span, anchor)


# Several layers ask for the same sentence.
@lru_cache(maxsize=512)
def _periods(text: str, span: Span, anchor: str | None) -> tuple[Period, ...]:
    taken: list[Period] = []
    words = text[span.start : span.end].lower()
    for pattern, read, needed in _READERS:
        if needed not in words:
            continue
        for match in pattern.finditer(text, span.start, span.end):
            where = Span(*match.span())
            if any(p.span.start < where.end and where.start < p.span.end for p in taken):
                continue
            found = read(match, anchor)
            if found is not None:
                taken.append(Period(where, found[0], found[1], read in _DAILY))
    return tuple(sorted(taken, key=lambda period: period.span.start))


Reader = Callable[[re.Match[str], str | None], tuple[str | None, str | None] | None]


def _day_iso(day: str, month: str, year: str | None, anchor: str | None) -> str | None:
    """The day in ISO; without a year that of the anchor.

    Or the year before where the day lies far ahead of it.
    """
    if year:
        return iso(int(day), int(month), int(year))
    if not anchor or len(anchor) < 4:
        return None
    chosen = iso(int(day), int(month), int(anchor[:4]))
    if chosen and len(anchor) >= 10 and int(month) - int(anchor[5:7]) > _AHEAD:
        return iso(int(day), int(month), int(anchor[:4]) - 1)
    return chosen


def _days(match: re.Match[str], anchor: str | None) -> tuple[str | None, str | None] | None:
    d1, m1, y1, d2, m2, y2 = match.groups()
    end = _day_iso(d2, m2, y2 or y1, anchor)
    start = _day_iso(d1, m1 or m2, y1 or y2, anchor)
    if end is None or start is None or start > end:
        return None
    return start, end


def _words(match: re.Match[str], anchor: str | None) -> tuple[str | None, str | None] | None:
    d1, m1, y1, d2, m2, y2 = match.groups()
    end = _day_iso(d2, m2, y2, anchor)
    start = _day_iso(d1, m1 or m2, y1 or y2, anchor) if d1 else end
    return (start, end) if end else None


def _since(match: re.Match[str], anchor: str | None) -> tuple[str | None, str | None] | None:
    start = iso(int(match[1]), int(match[2]), int(match[3]))
    now = anchor[:10] if anchor and match["now"] else None
    return (start, now) if start else None


def _since_to(match: re.Match[str], anchor: str | None) -> tuple[str | None, str | None] | None:
    del anchor
    start = iso(int(match[1]), int(match[2]), int(match[3]))
    last = (
        _ROMAN[match["quarter"].split()[1].upper()] * 3
        if match["quarter"]
        else int(match["month"].split()[1])
        if match["month"]
        else 0
    )
    if start is None or last > 12:
        return None
    return start, f"{match['year']}-{last:02d}" if last else match["year"]


def _listed_in_words(
    match: re.Match[str], anchor: str | None
) -> tuple[str | None, str | None] | None:
    first, last, month, year = match.groups()
    start, end = (_day_iso(day, month, year, anchor) for day in (first, last))
    return (start, end) if start and end and start <= end else None


# 'ngày 16-6', 'Sáng 12/3', '(7/6)', 'Chiều nay (12/9)': these words stand before a day without
# its year.
_BEFORE_DAY = re.compile(
    r"(?:ngày|sáng|chiều|tối|trưa|nay|\(|thứ \w+|và|,|đến|từ|hôm)\s?,?\s?\(?\Z", re.I
)


def _day(match: re.Match[str], anchor: str | None) -> tuple[str | None, str | None] | None:
    if not match[3] and not _BEFORE_DAY.search(
        match.string, max(0, match.start() - 14), match.start()
    ):
        return None
    day = _day_iso(match[1], match[2], match[3], anchor)
    return (day, day) if day else None


def _half(match: re.Match[str], anchor: str | None) -> tuple[str | None, str | None] | None:
    year = match[4] or (anchor or "")[:4]
    if not year:
        return None
    months = int(match[2])
    if match[3].lower() != "cuối ":
        return match[1] or f"{year}-01", f"{year}-{months:02d}"
    return f"{year}-{13 - months:02d}", f"{year}-12"


def _quarter(match: re.Match[str], anchor: str | None) -> tuple[str | None, str | None] | None:
    year = match[3] or (anchor or "")[:4]
    first = _ROMAN.get(match[1].upper(), 0)
    last = _ROMAN.get((match[2] or match[1]).upper(), 0)
    if not year or not first or not last:
        return None
    return f"{year}-{first * 3 - 2:02d}", f"{year}-{last * 3:02d}"


def _month(match: re.Match[str], anchor: str | None) -> tuple[str | None, str | None] | None:
    m1, y1, m2, y2 = match.groups()
    year = y2 or y1 or (anchor or "")[:4]
    if not year or not 1 <= int(m1) <= 12 or (m2 and not 1 <= int(m2) <= 12):
        return None
    start = f"{y1 or year}-{int(m1):02d}"
    return start, f"{year}-{int(m2):02d}" if m2 else start


def _years(match: re.Match[str], anchor: str | None) -> tuple[str | None, str | None] | None:
    last = match[3]
    if last and last.endswith("nay"):
        return match[1], anchor[:10] if anchor else None
    return match[1], match[4] or match[1]


def _open(match: re.Match[str], anchor: str | None) -> tuple[str | None, str | None] | None:
    if not anchor:
        return None
    since = anchor[:4] + ("-01" if "đầu" in match[0] else "")
    return since, anchor[:10] if "đến nay" in match[0] else anchor[:4]


def _mixed(match: re.Match[str], anchor: str | None) -> tuple[str | None, str | None] | None:
    del anchor
    year, month, month_year, last, last_year, quarter, quarter_year, end_year = match.groups()
    if (year and end_year) or not all(1 <= int(m) <= 12 for m in (month, last) if m):
        return None
    start = year or f"{month_year}-{int(month):02d}"
    if last:
        return start, f"{last_year}-{int(last):02d}"
    if quarter:
        return start, f"{quarter_year}-{_ROMAN[quarter.upper()] * 3:02d}"
    return start, end_year


def _stage(match: re.Match[str], anchor: str | None) -> tuple[str | None, str | None] | None:
    del anchor
    return match[1], match[2]


# Each pattern with a word without which it matches nothing.
_READERS: tuple[tuple[re.Pattern[str], Reader, str], ...] = (
    (_MIXED, _mixed, "từ"),
    (_STAGE, _stage, "giai đoạn"),
    (_SINCE_TO, _since_to, "từ"),
    (_DAYS, _days, ""),
    (_BOUNDS, _days, "kết thúc"),
    (_SINCE, _since, "từ"),
    (_LISTED, _days, "ngày"),
    (_LISTED_IN_WORDS, _listed_in_words, "tháng"),
    (_WORDS, _words, "tháng"),
    (_DAY, _day, ""),
    (_HALF, _half, "tháng"),
    (_QUARTER, _quarter, "quý"),
    (_MONTH, _month, "tháng"),
    (_YEARS, _years, "năm"),
    (_OPEN, _open, "năm"),
)


_DAILY = frozenset((_days, _day, _since, _words, _listed_in_words))
