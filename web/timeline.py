"""The timeline: what was issued, inspected or ended when, in lanes by level, and as a table."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from flask import Blueprint, Response, render_template, request
from pyoxigraph import Literal, NamedNode

from graph.questions import Answer
from graph.surroundings import Surroundings
from web.cells import Cell, link
from web.desk import reader
from web.language import shown_date, word
from web.reading import Reader
from web.scenes import LEVELS, level_name, relation_label
from web.tables import FORMS, tabled, taken_away
from web.things import required
from web.wanted import full, sight

timeline = Blueprint("timeline", __name__)

_LINES = 500
# Sorts that happen, rather than are there.
_HAPPEN = ("instrument", "inspection")
_LANE, _LEFT, _SPAN = 74.0, 110.0, 850.0
# More names than these would lie over one another.
# Names of marks further right than this end at them (timeline.html).
_TURNED = 800
_NAMED = 30


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


@timeline.get("/timeline")
def page() -> Response | str:
    """The events around a thing, or all that the store knows; by day, as page or as file."""
    of = reader()
    named = request.args.get("iri", "").strip()
    if named:
        required(full(named))
    events = _within(_around(of, full(named)) if named else _everything(of))
    form = request.args.get("format", "html")
    if form in FORMS:
        return taken_away(_as_answer(of, events), form, "timeline", {})
    shown = events[-_LINES:] if len(events) > _LINES else events
    body = render_template(
        "timeline.html",
        title=of.label(full(named)) if named else "",
        iri=named,
        years=_by_year(shown),
        strip=_strip(shown) if len(shown) > 1 else None,
        total=len(events),
        shown=len(shown),
        state=request.query_string.decode(),
        given=sight(request.args),
    )
    response = Response(body)
    if len(events) > len(shown):
        response.headers["X-Truncated"] = f"{len(shown)} of {len(events)} events"
    return response


def _around(of: Reader, iri: str) -> list[Event]:
    """What is tied to a thing and has a day, and the thing itself."""
    around = Surroundings(of.snapshot.store)
    notes = {iri: ""}
    for relation, links in around.relations(iri).items():
        label = relation_label(of, relation)
        for each in links:
            notes.setdefault(each.other(iri), label)
    return _events(of, around, notes)


def _everything(of: Reader) -> list[Event]:
    around = Surroundings(of.snapshot.store)
    return _events(of, around, {iri: "" for sort in _HAPPEN for iri in around.of_sort(sort)})


def _events(of: Reader, around: Surroundings, notes: dict[str, str]) -> list[Event]:
    found = []
    for iri, note in notes.items():
        thing = around.thing(iri)
        if thing.since:
            level = LEVELS.index(thing.level) if thing.level in LEVELS else None
            until = around.ended(iri)
            found.append(Event(iri, thing.since, until, thing.sort, level, link(of, iri), note))
    return sorted(found, key=lambda each: (each.day, each.iri))


def _within(events: Iterable[Event]) -> list[Event]:
    asked = sight(request.args)
    until = asked.until or asked.as_of
    return [
        each
        for each in events
        if each.day >= asked.since and (not until or each.day[:10] <= until)
        if each.sort not in asked.without
    ]


def _by_year(events: Iterable[Event]) -> dict[str, list[Event]]:
    years: dict[str, list[Event]] = {}
    for each in events:
        years.setdefault(each.day[:4], []).append(each)
    return years


def _as_answer(of: Reader, events: Iterable[Event]) -> Answer:
    columns = ("startDate", "endDate", "sort", "level", "name", "predicate", "iri")
    headings = [word("columns", each) for each in columns]
    return tabled(
        headings,
        ([*map(Literal, _told(each)), NamedNode(each.iri)] for each in events),
        of.snapshot.version,
    )


def _told(event: Event) -> tuple[str, ...]:
    level = "" if event.level is None else level_name(event.level)
    sort = word("sorts", event.sort)
    return event.day, event.until, sort, level, event.cell.text, event.note


def _strip(events: list[Event]) -> Strip:
    """Lanes for the levels that there are; what falls on one place is stacked."""
    days = [_number(each.day) for each in events]
    first, last = min(days), max(days)
    levels = sorted({9 if each.level is None else each.level for each in events})
    lanes = {level: 40 + _LANE * number for number, level in enumerate(levels)}
    stacked: dict[tuple[int, int], int] = {}
    right: dict[int, float] = {}
    marks: list[Mark] = []
    for each, day in zip(events, days, strict=True):
        lane = 9 if each.level is None else each.level
        x = _LEFT + (day - first) / max(last - first, 1) * _SPAN
        place = (lane, round(x / 9))
        height = stacked[place] = stacked.get(place, -1) + 1
        name = each.cell.text[:_NAMED]
        wide = len(name) * 7.4
        # near the right edge a name ends at its mark instead of beginning there
        begins = x - wide if x > _TURNED else x
        if begins < right.get(lane, 0.0) or height:
            name = ""
        else:
            right[lane] = begins + wide + 10
        marks.append(Mark(each, x, lanes[lane] + min(height, 4) * 10, name))
    years = tuple(_years(first, last))
    called = tuple(
        (level_name(e) if e in range(5) else word("levels", "none"), y) for e, y in lanes.items()
    )
    return Strip(tuple(marks), called, years, 40 + _LANE * len(lanes))


def _years(first: int, last: int) -> Iterable[tuple[int, float]]:
    """The years that have room for their number."""
    start, end = date.fromordinal(first).year, date.fromordinal(last).year
    step = max(1, round((end - start + 1) * 45 / _SPAN))
    for year in range(start, end + 1, step):
        day = date(year, 1, 1).toordinal()
        # a first year of which little is left would stand on the second one's number
        if day >= first or year == end:
            yield year, _LEFT + (max(day, first) - first) / max(last - first, 1) * _SPAN


def _number(day: str) -> int:
    """A day as a number; a month or a year alone stands at its beginning."""
    parts = [*map(int, day[:10].split("-")), 1, 1][:3]
    return date(*parts).toordinal()
