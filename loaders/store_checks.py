"""A draft beside what is loaded: its figures, whom it says was inspected, what was changed since.

The loaded reports are read again with the same eyes as the draft, so that like is held against
like. A report may be wrong too: every notice shows both sides and asks for a look.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.model import Body, Figure, Inspection, Reading, Span
from loaders.notices import (
    INFORMATION,
    LIKELY,
    POSSIBLE,
    WARNING,
    Draft,
    Notice,
    Side,
    Words,
    day,
)
from loaders.passages import paragraphs, sentences
from loaders.store_dates import Dating, store_dates

_WORD = re.compile(r"\w+")
_LEVELS = ("trung ương", "tỉnh", "huyện", "xã", "thôn")
# So many words before a figure say what it counts.
_BEFORE = 6
# Two figures count the same thing where their words are alike to this part; more without a period.
_ALIKE, _VERY_ALIKE = 0.5, 0.75
_CHANGES = {
    "replaces": ("thay thế", "replaces"),
    "repeals": ("bãi bỏ", "repeals"),
    "amends": ("sửa đổi", "amends"),
    "supplements": ("bổ sung", "supplements"),
    "suspends": ("đình chỉ", "suspends"),
}


@dataclass(frozen=True, slots=True)
class Change:
    """A loaded source says that `later` replaces, repeals, amends ... `instrument`."""

    instrument: str
    relation: str
    later: str
    quote: str
    source: str


@dataclass(frozen=True, slots=True)
class Loaded:
    """What the store holds beside a draft: reports on the same bodies, changes, and dates."""

    reports: tuple[Reading, ...] = ()
    changes: tuple[Change, ...] = ()
    dates: tuple[Dating, ...] = ()


def store_checks(draft: Draft, loaded: Loaded) -> Iterator[Notice]:
    """Where the draft and the loaded sources tell of one thing differently."""
    yield from _changed(draft, loaded.changes)
    yield from store_dates(draft, loaded.dates)
    for report in loaded.reports:
        if report.source.id != draft.reading.source.id:
            yield from _figures(draft, report)
            yield from _inspections(draft, report)


def bodies_of(reading: Reading) -> tuple[str, ...]:
    """The bodies that a draft tells something of, by which reports on them are found."""
    found = [body.iri for each in reading.inspections for body in each.units if body.place]
    found += [count.body for count in _counts(reading) if count.body]
    return tuple(dict.fromkeys(found))


@dataclass(frozen=True, slots=True)
class _Count:
    """A figure with the body of which it is told and the words before it."""

    figure: Figure
    body: str | None
    words: frozenset[str]


def _counts(reading: Reading) -> Iterator[_Count]:
    text, subject = reading.source.text, _subject(reading)
    spans = [s for paragraph in paragraphs(text) for s in sentences(text, paragraph)]
    for figure in reading.figures:
        sentence = next((s for s in spans if s.start <= figure.span.start < s.end), figure.span)
        named = [
            m.body
            for m in reading.bodies
            if sentence.start <= m.span.start < figure.span.start and m.body.place
        ]
        words = _WORD.findall(text[sentence.start : figure.span.start].casefold())[-_BEFORE:]
        body = named[-1].iri if named else subject
        yield _Count(figure, body, frozenset(words))


def _subject(reading: Reading) -> str | None:
    """The unit that a report is about: where a sentence names no body, its figures are of that.

    The only unit that its delegation inspected, or the only one of the highest level among them.
    """
    own = [i for i in reading.inspections if i.status == "held" and (i.leader or i.members)]
    units = {unit.iri: unit for each in own for unit in each.units}
    for level in _LEVELS:
        highest = [unit.iri for unit in units.values() if unit.level == level]
        if highest:
            return highest[0] if len(highest) == 1 else None
    return None


def _figures(draft: Draft, report: Reading) -> Iterator[Notice]:
    theirs = [count for count in _counts(report) if count.body]
    for mine in _counts(draft.reading):
        same = [other for other in theirs if _count_alike(mine, other)]
        if not same or any(other.figure.value == mine.figure.value for other in same):
            continue
        quote = _quote(report, same[0].figure.span)
        yield Notice(
            "store-figure",
            WARNING,
            POSSIBLE,
            mine.figure.span,
            Words(
                f"Nguồn đã nạp ghi “{quote}” cho cùng đơn vị, cùng thời gian.",
                f"A loaded source has “{quote}” for the same unit and time.",
            ),
            Words("Đối chiếu hai số liệu.", "Compare the two figures."),
            (_side(report, same[0].figure.span),),
        )


def _count_alike(mine: _Count, other: _Count) -> bool:
    if mine.body is None or mine.body != other.body or mine.figure.unit != other.figure.unit:
        return False
    if mine.figure.period != other.figure.period or mine.figure.form != other.figure.form:
        return False
    least = _ALIKE if mine.figure.period else _VERY_ALIKE
    together = mine.words | other.words
    return bool(together) and len(mine.words & other.words) / len(together) >= least


def _inspections(draft: Draft, report: Reading) -> Iterator[Notice]:
    for mine in draft.reading.inspections:
        for other in report.inspections:
            if _is_one_event(draft, mine, report, other):
                yield from _units(draft, mine, report, other)
                yield from _days(mine, report, other)


def _decisions(reading: Reading, inspection: Inspection) -> set[str]:
    """The decisions behind an inspection by number and date: a short text leaves their IRI open."""
    return {
        f"{each.number} {each.date}"
        for each in reading.instruments
        if each.iri in inspection.mandate and each.kind == "Quyết định" and each.number
    }


def _is_one_event(draft: Draft, mine: Inspection, report: Reading, other: Inspection) -> bool:
    """Held by one body over common units, and by one decision or in one time."""
    if mine.status != "held" or other.status != "held" or mine.inspector is None:
        return False
    if other.inspector is None or mine.inspector.iri != other.inspector.iri:
        return False
    units = {unit.iri for unit in mine.units} & {unit.iri for unit in other.units}
    decided = _decisions(draft.reading, mine) & _decisions(report, other)
    timed = mine.start is not None and (mine.start, mine.end) == (other.start, other.end)
    return bool(units) and (bool(decided) or timed)


def _units(draft: Draft, mine: Inspection, report: Reading, other: Inspection) -> Iterator[Notice]:
    known = {unit.iri for unit in other.units}
    extra = [unit for unit in mine.units if unit.iri not in known]
    if extra:
        names = ", ".join(unit.name for unit in extra)
        theirs = ", ".join(unit.name for unit in other.units)
        yield Notice(
            "store-unit",
            WARNING,
            POSSIBLE,
            _span_of(draft, mine, extra[0]),
            Words(
                f"Nguồn đã nạp kể về cuộc này mà không nêu {names}; nêu: {theirs}.",
                f"A loaded source tells of this inspection without {names}; it names: {theirs}.",
            ),
            Words(
                "Đối chiếu danh sách đơn vị với nguồn ấy.", "Compare the units with that source."
            ),
            (_side(report, other.span),),
        )


def _span_of(draft: Draft, inspection: Inspection, unit: Body) -> Span:
    """Where the draft names a unit of an inspection, else the inspection."""
    spans = [m.span for m in draft.reading.bodies if m.body.iri == unit.iri]
    return next((s for s in spans if s.start >= inspection.span.start), inspection.span)


def _days(mine: Inspection, report: Reading, other: Inspection) -> Iterator[Notice]:
    if not (mine.start and other.start) or (mine.start, mine.end) == (other.start, other.end):
        return
    said = _period(mine), _period(other)
    yield Notice(
        "store-days",
        WARNING,
        POSSIBLE,
        mine.span,
        Words(
            f"Dự thảo ghi thời gian {said[0]}, nguồn đã nạp ghi {said[1]} cho cùng cuộc này.",
            f"The draft has {said[0]}, a loaded source {said[1]} for the same inspection.",
        ),
        Words("Đối chiếu hai thời gian.", "Compare the two times."),
        (_side(report, other.span),),
    )


def _period(inspection: Inspection) -> str:
    ends = dict.fromkeys(filter(None, (inspection.start, inspection.end)))
    return " – ".join(map(day, ends))


def _changed(draft: Draft, changes: Sequence[Change]) -> Iterator[Notice]:
    """What loaded sources say was done to the instruments that the draft cites."""
    for change in changes:
        mentions = draft.cited.get(change.instrument, [])
        if mentions and change.relation in _CHANGES:
            vi, en = _CHANGES[change.relation]
            label = draft.label(change.instrument)
            yield Notice(
                "store-changed",
                INFORMATION,
                LIKELY,
                mentions[0].span,
                Words(
                    f"Nguồn đã nạp ghi: {change.later} {vi} {label}.",
                    f"A loaded source says: {change.later} {en} {label}.",
                ),
                Words(
                    f"Xem {change.later} trước khi dẫn.", f"See {change.later} before citing it."
                ),
                (Side(change.quote, source=change.source),),
                change.instrument,
                tuple(mention.span for mention in mentions[1:]),
            )


def _side(report: Reading, span: Span) -> Side:
    """The words of a loaded report, and which report it is."""
    source = report.source
    name = source.title or source.path
    when = f", {day(source.published[:10])}" if source.published else ""
    return Side(_quote(report, span), source=f"{name}{when}")


def _quote(report: Reading, span: Span) -> str:
    return " ".join(report.source.text[span.start : span.end].split())
