"""The picture of a timeline: marks in lanes by level; of too many for that, how many in a month."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from web.cells import Cell
from web.language import shown_date, word
from web.scenes import level_name

_LANE, _LEFT, _SPAN = 74.0, 110.0, 850.0
# Names of marks further right than this end at them (timeline.html).
_TURNED = 800
# More letters than these would lie over one another.
_NAMED = 30
# Where the events of no level stand: below all others.
_NO_LEVEL = 9
# Bars are no narrower than this, and none is lower.
_NARROWEST, _LOWEST, _HIGHEST = 7.0, 2.0, 54.0
# The name of a lane stands so far under the highest bar's top.
_ABOVE = 10.0
# Of so many months a bar tells: a month, a quarter, half a year, years.
_STEPS = (1, 3, 6, 12, 24, 60, 120)


@dataclass(frozen=True, slots=True)
class Event:
    """Something with a day, or a year or month alone; `note` says how it is tied to the thing."""

    iri: str
    day: str
    until: str
    sort: str
    level: int | None
    cell: Cell
    note: str = ""

    @property
    def shown(self) -> str:
        """The day, or the days from and until."""
        days = [shown_date(each[:10]) for each in (self.day, self.until) if each]
        return " – ".join(dict.fromkeys(days))


@dataclass(frozen=True, slots=True)
class Mark:
    """An event in the picture: where it stands, and its name where there is room for one."""

    event: Event
    x: float
    y: float
    name: str


@dataclass(frozen=True, slots=True)
class Strip:
    """The picture: lanes by level, marks by day, and lines for the years."""

    marks: tuple[Mark, ...]
    lanes: tuple[tuple[str, float], ...]
    years: tuple[tuple[int, float], ...]
    height: float


@dataclass(frozen=True, slots=True)
class Bar:
    """How many events of a level there were from one day until another, and how high that is."""

    since: date
    until: date
    count: int
    level: int | None
    x: float
    y: float
    width: float
    height: float

    @property
    def asked(self) -> dict[str, str]:
        """The days as the page is asked for them, those known by month or year alone included."""
        start = self.since.isoformat()
        return {"from": start[:4] if start.endswith("01-01") else start[:7], "to": str(self.until)}

    @property
    def shown(self) -> str:
        """The first and the last day."""
        return f"{shown_date(self.since.isoformat())} – {shown_date(self.until.isoformat())}"


@dataclass(frozen=True, slots=True)
class Bars:
    """The picture of too many events for marks; `most` is the count of the highest bar."""

    bars: tuple[Bar, ...]
    most: int
    lanes: tuple[tuple[str, float], ...]
    years: tuple[tuple[int, float], ...]
    height: float


@dataclass(frozen=True, slots=True)
class Scale:
    """Days from left to right, and the levels that there are from top to bottom."""

    first: int
    last: int
    lanes: dict[int, float]

    def x(self, day: int) -> float:
        """Where a day stands."""
        return _LEFT + (day - self.first) / max(self.last - self.first, 1) * _SPAN

    @property
    def called(self) -> tuple[tuple[str, float], ...]:
        """The levels with their places."""
        return tuple(
            (word("levels", "none") if level == _NO_LEVEL else level_name(level), y)
            for level, y in self.lanes.items()
        )

    @property
    def height(self) -> float:
        """Of the whole picture."""
        return 40 + _LANE * len(self.lanes)

    @property
    def years(self) -> tuple[tuple[int, float], ...]:
        """The years that have room for their number."""
        start, end = date.fromordinal(self.first).year, date.fromordinal(self.last).year
        step = max(1, round((end - start + 1) * 45 / _SPAN))
        days = ((year, date(year, 1, 1).toordinal()) for year in range(start, end + 1, step))
        # a first year of which little is left would stand on the second one's number
        return tuple(
            (year, self.x(max(day, self.first)))
            for year, day in days
            if day >= self.first or year == end
        )


def strip(events: Sequence[Event]) -> Strip:
    """Lanes for the levels that there are; what falls on one place is stacked."""
    scale = _scale(events)
    stacked: Counter[tuple[int, int]] = Counter()
    right: dict[int, float] = {}
    marks: list[Mark] = []
    for each in events:
        lane, x = _lane(each), scale.x(_number(each.day))
        place = (lane, round(x / 9))
        height = stacked[place]
        stacked[place] += 1
        name = each.cell.text[:_NAMED]
        wide = len(name) * 7.4
        # near the right edge a name ends at its mark instead of beginning there
        begins = x - wide if x > _TURNED else x
        if begins < right.get(lane, 0.0) or height:
            name = ""
        else:
            right[lane] = begins + wide + 10
        marks.append(Mark(each, x, scale.lanes[lane] + min(height, 4) * 10, name))
    return Strip(tuple(marks), scale.called, scale.years, scale.height)


def bars(events: Sequence[Event]) -> Bars:
    """A bar for so many months that it is wide enough to be touched; the highest fills its lane."""
    scale = _scale(events)
    step = _months_of_a_bar(scale)
    told = Counter((_lane(each), _month(_number(each.day)) // step * step) for each in events)
    most = max(told.values())
    found = []
    for (lane, month), count in sorted(told.items()):
        since, until = _first_day(month), _first_day(month + step) - timedelta(1)
        left, right = scale.x(max(since.toordinal(), scale.first)), scale.x(until.toordinal() + 1)
        height = max(_LOWEST, count / most * _HIGHEST)
        level = None if lane == _NO_LEVEL else lane
        base = scale.lanes[lane] + _HIGHEST - _ABOVE
        width = max(min(right, _LEFT + _SPAN + _NARROWEST) - left - 1, _LOWEST)
        found.append(Bar(since, until, count, level, left, base - height, width, height))
    return Bars(tuple(found), most, scale.called, scale.years, scale.height)


def _scale(events: Sequence[Event]) -> Scale:
    days = [_number(each.day) for each in events]
    levels = sorted({_lane(each) for each in events})
    lanes = {level: 40 + _LANE * number for number, level in enumerate(levels)}
    return Scale(min(days), max(days), lanes)


def _lane(event: Event) -> int:
    return _NO_LEVEL if event.level is None else event.level


def _months_of_a_bar(scale: Scale) -> int:
    months = _month(scale.last) - _month(scale.first) + 1
    fits = (step for step in _STEPS if _SPAN * step / months >= _NARROWEST)
    return next(fits, _STEPS[-1])


def _month(day: int) -> int:
    """A month as a number, January of the year 0 being 0."""
    on = date.fromordinal(day)
    return on.year * 12 + on.month - 1


def _first_day(month: int) -> date:
    return date(month // 12, month % 12 + 1, 1)


def _number(day: str) -> int:
    """A day as a number; a month or a year alone stands at its beginning."""
    parts = [*map(int, day[:10].split("-")), 1, 1][:3]
    return date(*parts).toordinal()
