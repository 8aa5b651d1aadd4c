"""What is wrong with the authority lists, each with the file and line where a maintainer mends it.

`vankien ontology check` and the tests ask here; the lists in the package have no fault.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from ontology import iris
from ontology.graphs import AUTHORITY_FILES
from ontology.turtle import DCTERMS, FOLDER, LABEL, ORG, SKOS, VK, Resource

_NAMES = (LABEL, SKOS + "prefLabel", SKOS + "altLabel")
# What a record may name: rooms whose resources are all described in these files.
_ROOMS = tuple(iris.BASE + room for room in ("body/", "concept/", "kind/", "instrument/"))
_PREFIXES = {"vkt:": iris.CONCEPT, "kind:": iris.KIND}


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """`instruments.ttl:12 instrument/tw/k12/qd/99: ...`."""

    file: str
    line: int
    record: str
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line} {self.record}: {self.message}"


class Lists:
    """The authority files of a folder, with the line on which each record begins."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self.folder = folder
        self.records = [
            (name, record)
            for name in AUTHORITY_FILES
            if (folder / name).exists()
            for record in _records(folder / name)
        ]

    def of(self, class_name: str) -> list[Resource]:
        """The records of one of our classes."""
        return [record for _, record in self.records if record.is_a(VK + class_name)]

    def fault(self, iri: str, message: str) -> Fault:
        """A fault at the line that describes this record."""
        file, line = self._places.get(iri, ("?", 0))
        return Fault(file, line, iri.removeprefix(iris.BASE), message)

    @cached_property
    def _places(self) -> dict[str, tuple[str, int]]:
        found: dict[str, tuple[str, int]] = {}
        for name in dict.fromkeys(name for name, _ in self.records):
            lines = (self.folder / name).read_text(encoding="utf-8").splitlines()
            for number, line in enumerate(lines, 1):
                if iri := _subject(line):
                    found.setdefault(iri, (name, number))
        return found


def faults(lists: Lists | None = None) -> list[Fault]:
    """Every fault, by file and line."""
    lists = lists or Lists()
    families = (
        *(_unsourced, _doubled, _undescribed, _homonyms, _circles),
        *(_outside, _backwards, _too_early),
    )
    return sorted({fault for family in families for fault in family(lists)})


def _records(path: Path) -> Iterable[Resource]:
    found: dict[str, Resource] = {}
    for quad in parse(path=path, format=RdfFormat.TURTLE):
        subject, term = quad.subject, quad.object
        if isinstance(subject, NamedNode) and isinstance(term, NamedNode | Literal):
            record = found.setdefault(subject.value, Resource(subject.value, {}))
            record.values.setdefault(quad.predicate.value, []).append(term)
    return found.values()


def _subject(line: str) -> str | None:
    """The IRI that a line of Turtle begins to describe, as our files write it."""
    if match := re.match(r"<(?P<local>[^>]+)>\s", line):
        return iris.BASE + match["local"]
    if match := re.match(r"(?P<prefix>vkt:|kind:)(?P<local>[^\s]+)\s", line):
        return _PREFIXES[match["prefix"]] + match["local"]
    return None


def _unsourced(lists: Lists) -> Iterator[Fault]:
    scheme = iris.CONCEPT + "do-chac-chan"
    certainties = {r.iri for _, r in lists.records if scheme in r.all(SKOS + "inScheme")}
    for _, record in lists.records:
        if not record.one(VK + "authoritySource"):
            yield lists.fault(record.iri, "has no source (vk:authoritySource)")
        certainty = record.one(VK + "certainty")
        if certainty is None or (certainties and certainty not in certainties):
            yield lists.fault(record.iri, "has no certainty (vk:certainty) of the scheme")


# Of these a record has one: a second is a conflict, which the record is there to settle.
_SINGLE = {DCTERMS + "issued": "dates of issue", VK + "number": "numbers", VK + "kind": "kinds"}


def _doubled(lists: Lists) -> Iterator[Fault]:
    """A record with two values of what has one."""
    for record in lists.of("Instrument"):
        for predicate, words in _SINGLE.items():
            values = record.all(predicate)
            if len(values) > 1:
                several = ", ".join(each.removeprefix(iris.BASE) for each in values)
                yield lists.fault(record.iri, f"has several {words}: {several}")


def _undescribed(lists: Lists) -> Iterator[Fault]:
    described = {record.iri for _, record in lists.records}
    for _, record in lists.records:
        for terms in record.values.values():
            for term in terms:
                named = isinstance(term, NamedNode) and term.value.startswith(_ROOMS)
                if named and term.value not in described:
                    local = term.value.removeprefix(iris.BASE)
                    yield lists.fault(record.iri, f"names {local}, which no record describes")


def _homonyms(lists: Lists) -> Iterator[Fault]:
    """Two bodies that share a name; abbreviations and suffixes may be shared."""
    bearers: dict[str, list[str]] = defaultdict(list)
    for body in _bodies(lists):
        own = {name.casefold() for predicate in _NAMES for name in body.all(predicate, "vi")}
        for name in own:
            bearers[name].append(body.iri)
    for name, (first, *others) in bearers.items():
        for other in others:
            bearer = first.removeprefix(iris.BASE)
            yield lists.fault(other, f"bears the name of {bearer}: '{name}'")


def _bodies(lists: Lists) -> list[Resource]:
    return [record for _, record in lists.records if record.iri.startswith(iris.BASE + "body/")]


def _circles(lists: Lists) -> Iterator[Fault]:
    for predicate, words in (
        (VK + "replaces", "replaces itself in a circle"),
        (VK + "amends", "amends itself in a circle"),
        (ORG + "subOrganizationOf", "is its own superior in a circle"),
    ):
        edges = {r.iri: r.all(predicate) for _, r in lists.records if r.all(predicate)}
        for start in edges:
            if circle := _circle(edges, start):
                way = " -> ".join(iri.removeprefix(iris.BASE) for iri in circle)
                yield lists.fault(start, f"{words}: {way}")


def _circle(edges: Mapping[str, tuple[str, ...]], start: str) -> list[str] | None:
    """The way from a record back to itself."""
    ways, seen = [[start]], set()
    while ways:
        way = ways.pop()
        for following in edges.get(way[-1], ()):
            if following == start:
                return [*way, start]
            if following not in seen:
                seen.add(following)
                ways.append([*way, following])
    return None


def _outside(lists: Lists) -> Iterator[Fault]:
    """A date that is outside the term, or another year than that, of the register."""
    terms = {
        (record.one(VK + "registerOwner") or "", record.one(VK + "slug") or ""): record
        for record in lists.of("Term")
    }
    for record in lists.of("Instrument"):
        key, issued = iris.instrument_key(record.iri), record.one(DCTERMS + "issued")
        if key is None or issued is None:
            continue
        term = terms.get((key.owner, key.period)) or terms.get(("tw", key.period))
        if term is None:
            if key.period.isdecimal() and not issued.startswith(key.period):
                yield lists.fault(record.iri, f"is dated {issued}, in a register of {key.period}")
            continue
        first, last = term.need(VK + "termStart"), term.one(VK + "termEnd") or "9999"
        if not first[: len(issued)] <= issued <= last:
            yield lists.fault(
                record.iri, f"is dated {issued}, outside its term {key.period} ({first} to {last})"
            )


def _backwards(lists: Lists) -> Iterator[Fault]:
    """A number that stands before another in its register and is dated after it."""
    registers: dict[tuple[str, str], list[tuple[int, str, Resource]]] = defaultdict(list)
    for record in lists.of("Instrument"):
        key, issued = iris.instrument_key(record.iri), record.one(DCTERMS + "issued") or ""
        number = record.one(DCTERMS + "identifier") or ""
        if key and key.number.isdecimal() and len(issued) == len("2018-02-02"):
            # The numbers of laws go on through a legislature: 66/2011/QH12, then 04/2011/QH13.
            legislature = re.search(r"QH\d+$", number)
            group = (key.register, legislature[0] if legislature else "")
            registers[group].append((int(key.number), issued, record))
    for records in registers.values():
        for (_, one, record), (_, other, following) in pairwise(
            sorted(records, key=lambda r: r[0])
        ):
            if one > other:
                beside = following.iri.removeprefix(iris.BASE)
                yield lists.fault(record.iri, f"is dated {one}, after {beside} ({other})")


def _too_early(lists: Lists) -> Iterator[Fault]:
    """In force before it was issued, or of no effect before it had any."""
    for record in lists.of("Instrument"):
        issued, begins, ends = (
            record.one(each) or ""
            for each in (DCTERMS + "issued", VK + "effectiveFrom", VK + "expiredOn")
        )
        for what, early, late in (
            ("in force", begins, issued),
            ("expired", ends, begins or issued),
        ):
            if early and early < late[: len(early)]:
                yield lists.fault(record.iri, f"is {what} from {early}, before {late}")
