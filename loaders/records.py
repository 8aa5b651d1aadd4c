"""The authority's instruments, looked up by address, by number and by name."""

from functools import cache

from loaders.view import view
from ontology import authority, iris
from ontology.authority import RecordedInstrument


@cache
def records() -> dict[str, RecordedInstrument]:
    """The authority's instruments by IRI."""
    return {record.iri: record for record in authority.instruments()}


@cache
def records_by_number() -> dict[tuple[str | None, str | None, str], list[RecordedInstrument]]:
    """The records of each register's owner, symbol and number, whatever the period."""
    found: dict[tuple[str | None, str | None, str], list[RecordedInstrument]] = {}
    for record in authority.instruments():
        key = iris.instrument_key(record.iri)
        if key:
            found.setdefault((key.owner, key.symbol, key.number), []).append(record)
    return found


@cache
def records_by_name() -> dict[str, list[RecordedInstrument]]:
    """The records that bear a name, by the name without case, in the spelling of the view."""
    found: dict[str, list[RecordedInstrument]] = {}
    for record in authority.instruments():
        for name in {
            *record.names,
            *(
                [record.title]
                if record.title and record.kind in ("Luật", "Bộ luật", "Pháp lệnh")
                else []
            ),
        }:
            found.setdefault(folded(view(name).text).casefold(), []).append(record)
    return found


def dated_records(name: str, stated: str | None, limit: str | None) -> list[RecordedInstrument]:
    """The records of a name that the stated date fits: those of the very day, else of the year.

    What has lost its bare name to a later one keeps it with its year: 'Hiến pháp năm 1992'.
    """
    named = records_by_name()
    found = [r for r in named.get(name, []) if _fits_date(r, stated, limit)]
    if stated and not found:
        found = named.get(f"{name} năm {stated}", [])
    return [r for r in found if stated and r.issued == stated] or found


def _fits_date(record: RecordedInstrument, stated: str | None, limit: str | None) -> bool:
    issued = record.issued or year_of(record.iri) or ""
    if stated and issued and issued[:4] != stated[:4]:
        return False
    return not (limit and issued > limit)


def year_of(iri: str) -> str | None:
    """The year that an instrument's address tells, None for what counts by terms."""
    key = iris.instrument_key(iri)
    return key.period if key and key.period.isdigit() else None


def folded(name: str) -> str:
    """A name with one space between its words."""
    return " ".join(name.split())
