"""What the tracing page shows of an answer: signal, line and hops, each with its evidence."""

from dataclasses import dataclass, replace

from graph.evidence import Quote
from graph.hops import Hop
from graph.lineage import Stage
from graph.signals import WORDS
from graph.telling import elided, shortened, verb
from graph.tracing import Part
from web.cells import Cell, link
from web.language import say, word
from web.quoting import Proof
from web.reading import Reader

_NAME = 110
_QUOTE = 220


@dataclass(frozen=True, slots=True)
class Line:
    """One hop of the page: who does what to whom, how long after, and what it rests on."""

    depth: int
    path: int
    ahead: bool
    subject: Cell
    verb: str
    object: Cell
    days: int | None
    mentions: int
    quote: str
    proofs: tuple[Proof, ...]


@dataclass(frozen=True, slots=True)
class Turn:
    """One instrument of the line that the start stands in, with what it ended and what changed it.

    `here` says that it is the start itself.
    """

    thing: Cell
    dates: tuple[str, ...]
    here: bool
    ended: tuple[Line, ...]
    changes: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """The signal of an instrument in the reader's words, with its reasons."""

    status: str
    label: str
    contradicted: bool
    reasons: tuple[tuple[str, tuple[Proof, ...]], ...]


@dataclass(frozen=True, slots=True)
class Section:
    """The answer for one start."""

    start: Cell
    dates: tuple[str, ...]
    mark: Mark | None
    turns: tuple[Turn, ...]
    notes: tuple[str, ...]
    counts: str
    lines: tuple[Line, ...]
    found: int


def section(of: Reader, part: Part) -> Section:
    """The answer for one start as the page shows it."""
    return Section(
        link(of, part.start.iri),
        part.start.dates,
        _mark(of, part),
        tuple(_turn(of, stage, part.start.iri) for stage in part.line),
        tuple(say(note.vi, note.en) for note in part.notes),
        _counts(part),
        tuple(_line(of, path, hop) for path, hop in part.every()),
        part.found,
    )


def _turn(of: Reader, stage: Stage, start: str) -> Turn:
    return Turn(
        link(of, stage.thing.iri),
        stage.thing.dates,
        stage.thing.iri == start,
        tuple(_line(of, 0, hop) for hop in stage.ended),
        tuple(_line(of, 0, hop) for hop in stage.changes),
    )


def _counts(part: Part) -> str:
    """What a trace reaches, in words: `22 nhận định, 3 văn bản`."""
    reached = part.trace.reached() if part.trace else {}
    return ", ".join(f"{count} {word('sorts', sort).lower()}" for sort, count in reached.items())


def _mark(of: Reader, part: Part) -> Mark | None:
    if part.signal is None:
        return None
    reasons = tuple(
        (say(reason.vi, reason.en), _proofs(of, reason.quote, reason.authority))
        for reason in part.signal.reasons
    )
    label = say(*WORDS[part.signal.status])
    return Mark(part.signal.status, label, part.signal.contradicted, reasons)


def _proofs(of: Reader, quote: Quote | None, authority: str) -> tuple[Proof, ...]:
    if quote:
        return (of.quoted(quote.source, quote.start, quote.end, quote.text),)
    return (Proof(tone="authority", authority=authority),) if authority else ()


def _brief(cell: Cell) -> Cell:
    """A link of which the beginning is enough: the words of a finding stand below it."""
    return replace(cell, text=shortened(cell.text, _NAME))


def _line(of: Reader, path: int, hop: Hop) -> Line:
    step = hop.told_by
    return Line(
        hop.depth,
        path,
        hop.direction == "cites",
        _brief(link(of, step.subject.iri)),
        verb(step, of.language),
        _brief(link(of, step.object.iri)),
        hop.lag_days,
        step.mentions,
        elided(step.quote.text, _QUOTE) if step.quote else "",
        _proofs(of, step.quote, step.authority),
    )
