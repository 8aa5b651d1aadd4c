"""Numbers that do not rise with their dates, within one register."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from loaders.model import Citation
from loaders.notices import (
    LIKELY,
    POSSIBLE,
    WARNING,
    Draft,
    Notice,
    Side,
    Words,
    agree,
    day,
    is_day,
    of_record,
    trust,
)
from loaders.number_checks import kinds_of
from loaders.records import records
from ontology import authority, iris
from ontology.numbers import parse

# Numbers are at times given out some days ahead or signed some days late.
_SLACK = 31


@dataclass(frozen=True, slots=True)
class _Entry:
    """A number of a register with its day, and who says so."""

    value: int
    day: str
    label: str
    side: Side
    certainty: str


def register_checks(draft: Draft) -> Iterator[Notice]:
    """Numbers that do not rise with dates, in the registers of the record and of the draft."""
    told: set[tuple[str | None, str]] = set()
    sure = _sole_dates(draft)
    for citation in draft.dated_citations():
        key = iris.instrument_key(citation.instrument or "")
        on = citation.date or ""
        if key is None or not key.number.isdigit() or (citation.instrument, on) in told:
            continue
        record = records().get(citation.instrument or "")
        number = parse(citation.number or "")
        kept = record and record.issued and agree(record.issued, on)
        if kept or number is None or (number.year and on[:4] != str(number.year)):
            continue
        told.add((citation.instrument, on))
        register = (key.owner, key.period, key.symbol)
        entries = [*_entries().get(register, ()), *sure.get(register, ())]
        others = [e for e in entries if e.value != int(key.number)]
        notice = _out_of_order(draft, citation, int(key.number), on, others)
        if notice:
            yield notice


@cache
def _entries() -> dict[tuple[str, str, str], list[_Entry]]:
    """The dated records of each register; disputed ones prove nothing."""
    found: dict[tuple[str, str, str], list[_Entry]] = {}
    for record in authority.instruments():
        key = iris.instrument_key(record.iri)
        whole = record.issued and is_day(record.issued) and record.certainty != "tranh cãi"
        if key and key.number.isdigit() and whole and record.number:
            entry = _Entry(
                int(key.number),
                record.issued or "",
                record.number,
                of_record(record),
                trust(record),
            )
            found.setdefault((key.owner, key.period, key.symbol), []).append(entry)
    return found


def _sole_dates(draft: Draft) -> dict[tuple[str, str, str], list[_Entry]]:
    """The draft's own citations by register, where the draft gives each one date alone."""
    dates: dict[str, dict[str, Citation]] = {}
    for citation in draft.dated_citations():
        dates.setdefault(citation.instrument or "", {}).setdefault(citation.date or "", citation)
    found: dict[tuple[str, str, str], list[_Entry]] = {}
    for iri, by_date in dates.items():
        key = iris.instrument_key(iri)
        if key is None or not key.number.isdigit() or len(by_date) > 1 or iri in records():
            continue
        on, citation = next(iter(by_date.items()))
        number = parse(citation.number or "")
        if number is None or (number.year and str(number.year) != on[:4]):
            continue
        if citation.kind not in (None, *kinds_of(number.symbol)):
            continue
        entry = _Entry(
            int(key.number), on, citation.number or "", draft.side(citation.span), POSSIBLE
        )
        found.setdefault((key.owner, key.period, key.symbol), []).append(entry)
    return found


def _out_of_order(
    draft: Draft, citation: Citation, value: int, on: str, others: list[_Entry]
) -> Notice | None:
    below = max(
        (e for e in others if e.value < value), key=lambda e: (e.value, e.day), default=None
    )
    above = min(
        (e for e in others if e.value > value), key=lambda e: (e.value, e.day), default=None
    )
    early = below is not None and _days(on, below.day) > _SLACK
    late = above is not None and _days(above.day, on) > _SLACK
    broken = [e for e, wrong in ((below, early), (above, late)) if e and wrong]
    # Of two citations of the draft that contradict each other the later one tells it once.
    if not broken or all(e.side.span and e.side.span.start > citation.span.start for e in broken):
        return None
    beside = [e for e in (below, above) if e]
    return Notice(
        "register-order",
        WARNING,
        min((e.certainty for e in broken), key=(LIKELY, POSSIBLE).index),
        citation.span,
        _order(citation, beside, broken),
        _fitting_date(draft, citation, below, above),
        tuple(e.side for e in beside),
        citation.instrument,
        tuple(
            c.span
            for c in draft.cited[citation.instrument or ""]
            if c.date == on and c.span != citation.span
        ),
    )


def _order(citation: Citation, beside: list[_Entry], broken: list[_Entry]) -> Words:
    own = f"{citation.number} ({day(citation.date or '')})"
    # Where only the draft's own words contradict each other, either may be wrong.
    inside = all(e.side.span for e in broken)
    shown = broken if inside else beside
    listed = " và ".join(f"{e.label} ({day(e.day)})" for e in shown)
    listed_en = " and ".join(f"{e.label} ({day(e.day)})" for e in shown)
    if inside:
        return Words(
            f"{own} và {listed} không thể cùng đúng: trong một sổ, số tăng theo ngày.",
            f"{own} and {listed_en} cannot both be right: in one register numbers rise with dates.",
        )
    where, where_en = ("giữa", "between") if len(shown) == 2 else ("cạnh", "beside")
    return Words(
        f"{own} không thể đứng {where} {listed}: trong một sổ, số tăng theo ngày.",
        f"{own} cannot stand {where_en} {listed_en}: in one register numbers rise with dates.",
    )


def _days(earlier: str, later: str) -> int:
    """How many days from one date to the other."""
    return (date.fromisoformat(later) - date.fromisoformat(earlier)).days


def _fitting_date(
    draft: Draft, citation: Citation, below: _Entry | None, above: _Entry | None
) -> Words:
    """Another date that the draft or the record gives and that fits the register."""
    record = records().get(citation.instrument or "")
    given = {c.date for c in draft.cited[citation.instrument or ""] if c.date and is_day(c.date)}
    given |= {record.issued} if record and record.issued else set()
    fitting = sorted(
        on
        for on in given
        if on != citation.date
        and (below is None or below.day <= on)
        and (above is None or on <= above.day)
    )
    if not fitting:
        return Words("Đối chiếu số và ngày với bản chính.", "Check number and date.")
    shown = ", ".join(map(day, fitting))
    return Words(f"Ngày {shown} thì đúng thứ tự.", f"The date {shown} would be in order.")
