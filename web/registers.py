"""A register: its numbers in their order, with the gaps, and where one instrument stands in it."""

from dataclasses import dataclass

from ontology import iris
from web.cells import Cell, link
from web.language import say, shown_count, shown_date
from web.reading import Reader

_VK = iris.ONTOLOGY
_ISSUED = "http://purl.org/dc/terms/issued"


@dataclass(frozen=True, slots=True)
class Entry:
    """One number of a register; `gap` says which numbers before it no source tells of."""

    instrument: Cell
    number: int
    dates: str
    gap: str = ""
    against: bool = False


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The instruments before and after one in its register."""

    before: Cell | None
    after: Cell | None


def entries(reader: Reader, register: str) -> list[Entry]:
    """The numbers of a register in order; dates that run against the numbers are marked."""
    numbered = _numbered(reader, register)
    days = [_days(reader, iri) for _, iri in numbered]
    found = []
    previous, latest = 0, ""
    for (number, iri), dates in zip(numbered, days, strict=True):
        first = dates[0] if len(dates) == 1 and len(dates[0]) == len("2018-02-02") else ""
        against = bool(first and latest and first < latest)
        shown = " | ".join(map(shown_date, dates))
        found.append(Entry(link(reader, iri), number, shown, _gap(previous, number), against))
        previous = number
        latest = max(latest, first)
    return found


def neighbours(reader: Reader, iri: str) -> tuple[Neighbours, ...]:
    """Where an instrument stands in each of its registers."""
    made = []
    for register in reader.objects(iri, _VK + "register"):
        order = [other for _, other in _numbered(reader, register)]
        if iri in order:
            place = order.index(iri)
            before, after = order[:place][-1:], order[place + 1 :][:1]
            made.append(
                Neighbours(
                    link(reader, before[0]) if before else None,
                    link(reader, after[0]) if after else None,
                )
            )
    return tuple(made)


def _numbered(reader: Reader, register: str) -> list[tuple[int, str]]:
    """Every instrument of a register asks: it is gone through once a version."""
    return reader.memory.of_one("register", register, lambda: _gone_through(reader, register))


def _gone_through(reader: Reader, register: str) -> list[tuple[int, str]]:
    found = []
    for iri in set(reader.subjects(_VK + "register", register)):
        numbers = reader.objects(iri, _VK + "number")
        if numbers and numbers[0].isdecimal():
            found.append((int(numbers[0]), iri))
    return sorted(found)


def _days(reader: Reader, iri: str) -> list[str]:
    found = reader.objects(iri, _ISSUED)
    return [each for each in found if not any(o != each and o.startswith(each) for o in found)]


def _gap(previous: int, number: int) -> str:
    if number - previous < 2:
        return ""
    first, last = shown_count(previous + 1), shown_count(number - 1)
    told = first if first == last else f"{first}–{last}"
    return say(f"{told}: chưa có trong nguồn đã nạp", f"{told}: not found in the sources loaded")
