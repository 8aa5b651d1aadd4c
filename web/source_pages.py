"""The page of a source text: its paragraphs with what was read from them, some at a time."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from flask import request

from ontology import iris
from web.cells import Cell, Value, link
from web.entities import Fact, facts, statements
from web.language import say
from web.marks import Block, Reading, blocks, paragraphs, reading_places, readings
from web.paths import local
from web.reading import Reader
from web.records import Record, record

_VK = iris.ONTOLOGY
# The heading and the text itself say these.
_SAID_OF_A_SOURCE = frozenset(
    {"http://purl.org/dc/terms/title", _VK + "sha256", "http://purl.org/dc/terms/language"}
)
_TEXT_OF = _VK + "textOf"
# What a reader asks first of the instrument whose text it is.
_DCTERMS = "http://purl.org/dc/terms/"
_OF_THE_INSTRUMENT = frozenset(
    {_DCTERMS + "identifier", _DCTERMS + "issued", _VK + "issuedBy", _VK + "signedBy", _VK + "kind"}
)
_REPLACED = "http://purl.org/dc/terms/isReplacedBy"
# A page ends after so much text, or after so much that was read from it.
_CHARACTERS_ON_A_PAGE, _READINGS_ON_A_PAGE = 15_000, 80


@dataclass(frozen=True, slots=True)
class SourcePage:
    """A page of a source text with everything that was read from it."""

    iri: str
    path: str
    label: str
    facts: tuple[Fact, ...]
    blocks: list[Block]
    readings: list[Reading]
    replaced_by: Cell | None
    record: Record
    page: int
    pages: int
    as_table: bool


def source_page(reader: Reader, iri: str) -> SourcePage:
    """The page of a source; `?at=START-END` opens it on a stretch, `?page=` on a part."""
    said = statements(reader, iri, proven=False)
    furniture, repeated = (_stretches(reader, iri, name) for name in ("boilerplate", "repeated"))
    text, target = reader.text(iri), _target()
    parts = _parts(text, furniture, reading_places(reader, iri))
    number = _number(parts, target)
    first, last = parts[number - 1]
    found = readings(reader, iri, first, last)
    newer = reader.objects(iri, _REPLACED)
    return SourcePage(
        iri=iri,
        path=local(iri),
        label=reader.label(iri),
        facts=(
            *_instrument(reader, iri),
            *facts(reader, [one for one in said if one.predicate not in _SAID_OF_A_SOURCE]),
        ),
        blocks=blocks(text, found, furniture, repeated, target, (first, last)),
        readings=found,
        replaced_by=link(reader, newer[0]) if newer else None,
        record=record(reader, iri, "source"),
        page=number,
        pages=len(parts),
        as_table=request.args.get("view") == "table",
    )


def _instrument(reader: Reader, iri: str) -> Iterator[Fact]:
    """The instrument whose text the source is, with its number, day, issuer and signer."""
    for work in reader.objects(iri, _TEXT_OF):
        label = say("Toàn văn của", "The text of")
        yield Fact(label, (Value(link(reader, work)),), single=True)
        of_it = statements(reader, work, proven=False)
        yield from facts(reader, [one for one in of_it if one.predicate in _OF_THE_INSTRUMENT])


def _stretches(reader: Reader, iri: str, name: str) -> list[tuple[int, int]]:
    """Where page furniture or repeated passages stand: `/source/ID/span/START-END`."""
    spans = (each.rpartition("/")[2].partition("-") for each in reader.objects(iri, _VK + name))
    return sorted((int(start), int(end)) for start, _, end in spans)


def _parts(
    text: str, furniture: list[tuple[int, int]], read: list[tuple[int, int, str]]
) -> list[tuple[int, int]]:
    """The stretches that stand on one page each, cut between paragraphs."""
    cuts = [0]
    for start, _, _ in paragraphs(text, sorted(furniture)):
        told = bisect_left(read, (start,)) - bisect_left(read, (cuts[-1],))
        if start - cuts[-1] >= _CHARACTERS_ON_A_PAGE or told >= _READINGS_ON_A_PAGE:
            cuts.append(start)
    return list(zip(cuts, [*cuts[1:], max(len(text), 1)], strict=True))


def _number(parts: list[tuple[int, int]], target: tuple[int, int] | None) -> int:
    if target:
        return next((n for n, (_, last) in enumerate(parts, 1) if target[0] < last), len(parts))
    asked = request.args.get("page", "1")
    number = int(asked[:6]) if asked.isascii() and asked.isdigit() else 1
    return max(1, min(number, len(parts)))


def _target() -> tuple[int, int] | None:
    start, _, end = request.args.get("at", "")[:40].partition("-")
    plain = start.isascii() and end.isascii() and start.isdigit() and end.isdigit()
    return (int(start), int(end)) if plain else None
