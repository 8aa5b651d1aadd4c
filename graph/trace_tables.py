"""Results of tracing as rows and as JSON, one row a hop with the words that prove it."""

import json
from collections.abc import Iterator

import pyoxigraph as ox

from graph.evidence import Quote
from graph.hops import Hop, Thing
from graph.lineage import Stage
from graph.notice import BOTH
from graph.questions import Answer
from graph.signals import WORDS, Reason, Signal
from graph.snapshots import Term
from graph.telling import named, statement, told, treated
from graph.tracing import Part, Result

COLUMNS = (
    "start", "path", "depth", "direction", "subject", "relation", "treatment", "object",
    "subjectDate", "objectDate", "lagDays", "told", "toldEn", "quote", "sentence", "mentions",
    "source", "startsAt", "endsAt", "authority", "subjectIri", "objectIri",
)  # fmt: skip
_PATH = ("đường", "path")
_DAYS = ("ngày", "days")
_REACHES = ("tới được", "reaches")
_LINE = ("thay thế và sửa đổi, theo thứ tự", "replaced and amended, in order")
_SORTS = {
    "instrument": ("văn bản", "instruments"),
    "unresolved": ("viện dẫn chưa xác định", "open citations"),
    "source": ("văn bản nguồn", "source texts"),
    "inspection": ("cuộc giám sát, kiểm tra", "inspections"),
    "finding": ("nhận định", "findings"),
    "figure": ("số liệu", "figures"),
    "body": ("cơ quan", "bodies"),
    "other": ("nơi khác", "others"),
}
_INTEGER = ox.NamedNode("http://www.w3.org/2001/XMLSchema#integer")

Row = dict[str, str | int | None]


def rows(result: Result) -> Iterator[Row]:
    """A row for every hop that is shown."""
    for part, path, hop in result.hops():
        step, quote = hop.told_by, hop.told_by.quote
        yield {
            "start": part.start.label,
            "path": path or None,
            "depth": hop.depth,
            "direction": hop.direction,
            "subject": step.subject.label,
            "relation": " ".join(each.relation for each in hop.steps),
            "treatment": step.treatment or None,
            "object": step.object.label,
            "subjectDate": " | ".join(step.subject.dates) or None,
            "objectDate": " | ".join(step.object.dates) or None,
            "lagDays": hop.lag_days,
            "told": told(hop),
            "toldEn": told(hop, "en"),
            "quote": quote.text if quote else None,
            "sentence": step.sentence or None,
            "mentions": step.mentions,
            "source": quote.source if quote else None,
            "startsAt": quote.start if quote else None,
            "endsAt": quote.end if quote else None,
            "authority": step.authority or None,
            "subjectIri": step.subject.iri,
            "objectIri": step.object.iri,
        }


def answer(result: Result) -> Answer:
    """The rows as the answer to a question, for everything that prints answers."""
    terms = [{column: _term(row[column]) for column in COLUMNS} for row in rows(result)]
    return Answer(COLUMNS, tuple(terms), result.version)


def _term(value: str | int | None) -> Term | None:
    if value is None:
        return None
    return (
        ox.Literal(str(value), datatype=_INTEGER) if isinstance(value, int) else ox.Literal(value)
    )


def as_json(result: Result) -> str:
    """The whole result as one JSON object."""
    return json.dumps(record(result), ensure_ascii=False, indent=2) + "\n"


def record(result: Result) -> dict[str, object]:
    """The whole result as plain values."""
    question = result.question
    return {
        "version": {
            "number": result.version.number,
            "hash": result.version.hash,
            "published": result.version.published,
        },
        "query": {"number": question.start, "to": question.to or None},
        "options": question.asked.options() | (_wanted(result) if question.to else {}),
        "permalink": result.permalink,
        "notice": BOTH,
        "found": result.found,
        "shown": result.shown,
        "truncated": result.shown < result.found,
        "traces": [_part(part) for part in result.parts],
    }


def _wanted(result: Result) -> dict[str, object]:
    wanted = result.question.wanted
    return {
        "paths": wanted.most,
        "longest": wanted.longest,
        "via": list(wanted.via),
        "hubs": wanted.hubs,
    }


def _part(part: Part) -> dict[str, object]:
    said: dict[str, object] = {
        "start": _thing(part.start),
        "signal": _signal(part.signal) if part.signal else None,
        "found": part.found,
        "notes": [{"vi": note.vi, "en": note.en} for note in part.notes],
        "line": [_stage(stage) for stage in part.line],
    }
    if part.trace:
        said["hopsByDepth"] = part.trace.by_depth()
        said["reached"] = part.trace.reached()
        said["hops"] = [_hop(hop) for hop in part.hops]
    else:
        said["paths"] = [{"hops": [_hop(hop) for hop in way]} for way in part.ways]
    return said


def _stage(stage: Stage) -> dict[str, object]:
    return {
        "instrument": _thing(stage.thing),
        "ended": [_hop(hop) for hop in stage.ended],
        "changes": [_hop(hop) for hop in stage.changes],
    }


def _thing(thing: Thing) -> dict[str, object]:
    return {
        "iri": thing.iri,
        "label": {"vi": thing.label, "en": thing.label_en},
        "sort": thing.sort,
        "dates": list(thing.dates),
    }


def _hop(hop: Hop) -> dict[str, object]:
    return {
        "depth": hop.depth,
        "direction": hop.direction,
        "later": _thing(hop.later),
        "earlier": _thing(hop.earlier),
        "lagDays": hop.lag_days,
        "told": {"vi": told(hop), "en": told(hop, "en")},
        "links": [
            {
                "relation": step.relation,
                "treatment": step.treatment or None,
                "subject": step.subject.iri,
                "object": step.object.iri,
                "statement": {"vi": statement(step), "en": statement(step, "en")},
                "evidence": _quote(step.quote) if step.quote else None,
                "sentence": step.sentence or None,
                "mentions": step.mentions,
                "authority": step.authority or None,
            }
            for step in hop.steps
        ],
    }


def _quote(quote: Quote) -> dict[str, object]:
    return {
        "source": quote.source,
        "start": quote.start,
        "end": quote.end,
        "quote": quote.text,
        "treatment": treated(quote.treatment) if quote.treatment else None,
        "pinpoint": quote.pinpoint or None,
        "proof": quote.proof,
    }


def _signal(signal: Signal) -> dict[str, object]:
    vi, en = WORDS[signal.status]
    return {
        "status": signal.status,
        "label": {"vi": vi, "en": en},
        "contradicted": signal.contradicted,
        "reasons": [_reason(reason) for reason in signal.reasons],
    }


def _reason(reason: Reason) -> dict[str, object]:
    return {
        "effect": reason.effect,
        "vi": reason.vi,
        "en": reason.en,
        "by": reason.by,
        "evidence": _quote(reason.quote) if reason.quote else None,
        "authority": reason.authority or None,
    }


def table(result: Result, language: str = "vi") -> str:
    """A result for a terminal: a block a start, a line a hop."""
    return "\n".join(line for part in result.parts for line in _block(part, language))


def _block(part: Part, language: str) -> Iterator[str]:
    tongue = ("vi", "en").index(language)
    yield named(part.start, language)
    if part.signal:
        yield f"  [{WORDS[part.signal.status][tongue]}]"
        yield from (f"  - {(each.vi, each.en)[tongue]}" for each in part.signal.reasons)
    yield from _line(part.line, language)
    reached = part.trace.reached() if part.trace else {}
    if reached:
        counts = ", ".join(f"{count} {_SORTS[sort][tongue]}" for sort, count in reached.items())
        yield f"  {_REACHES[tongue]}: {counts}"
    yield from (f"  ! {(note.vi, note.en)[tongue]}" for note in part.notes)
    before = -1
    for path, hop in part.every():
        if path and path != before:
            yield f"  {_PATH[tongue]} {path}"
        before = path
        lag = "" if hop.lag_days is None else f" [{hop.lag_days:+} {_DAYS[tongue]}]"
        arrow = "→" if hop.direction == "cites" else "←"
        yield f"  {'  ' * hop.depth}{arrow} {told(hop, language)}{lag}"
    yield ""


def _line(stages: tuple[Stage, ...], language: str) -> Iterator[str]:
    """The line of an instrument, a number an instrument, a line a change."""
    if stages:
        yield f"  {_LINE[('vi', 'en').index(language)]}:"
    for place, stage in enumerate(stages, 1):
        yield f"  {place}. {named(stage.thing, language)}"
        yield from (f"     = {told(hop, language)}" for hop in stage.ended)
        yield from (f"     ~ {told(hop, language)}" for hop in stage.changes)
