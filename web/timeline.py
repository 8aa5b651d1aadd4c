"""The timeline: what was issued, inspected or ended when, in lanes by level, and as a table."""

from collections.abc import Iterable

from flask import Blueprint, Response, render_template, request
from pyoxigraph import Literal, NamedNode

from graph.questions import Answer
from graph.surroundings import Surroundings
from web.cells import link
from web.desk import reader
from web.language import word
from web.reading import Reader
from web.scenes import LEVELS, level_name, relation_label
from web.strip import Event, bars, strip
from web.tables import tabled, taken_away
from web.things import required
from web.wanted import full, sight

timeline = Blueprint("timeline", __name__)

_LINES = 500
# Sorts that happen, rather than are there.
_HAPPEN = ("instrument", "inspection")


@timeline.get("/timeline")
def page() -> Response | str:
    """The events around a thing, or all that the store knows; by day, as page or as file."""
    of = reader()
    named = request.args.get("iri", "").strip()
    if named:
        required(full(named))
    events = _within(_around(of, full(named)) if named else _everything(of))
    form = request.args.get("format") or "html"
    if form != "html":
        return taken_away(_as_answer(of, events), form, "timeline", {})
    crowded = len(events) > _LINES
    shown = events[-_LINES:]
    body = render_template(
        "timeline.html",
        title=of.label(full(named)) if named else "",
        iri=named,
        years=_by_year(shown),
        strip=strip(events) if len(events) > 1 and not crowded else None,
        bars=bars(events) if crowded else None,
        total=len(events),
        shown=len(shown),
        state=request.query_string.decode(),
        given=sight(request.args),
    )
    response = Response(body)
    if crowded:
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
