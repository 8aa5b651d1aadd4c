"""Kinds of instruments, the fixed table of their symbols, and the concepts of our schemes."""

from dataclasses import dataclass
from functools import cache

from ontology.iris import CONCEPT
from ontology.turtle import SKOS, VK, Resource, instances

KINDS, CONCEPTS = "kinds.ttl", "concepts.ttl"

_SYSTEM_SYMBOLS = {
    "party": VK + "partySymbol",
    "state": VK + "stateSymbol",
    "normative": VK + "normativeSymbol",
    "front": VK + "frontSymbol",
}


@dataclass(frozen=True, slots=True)
class Concept:
    """A concept of our schemes; `notation` is the value that the contract's JSON prints."""

    iri: str
    slug: str
    label: str
    english: str
    notation: str
    schemes: tuple[str, ...]
    relation: str | None


@dataclass(frozen=True, slots=True)
class Symbol:
    """A symbol as printed in numbers, with the slugs it has in IRIs: `QĐ`, `qd`, `qd-qppl`."""

    text: str
    slug: str
    normative_slug: str
    variants: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of instrument: its name as printed, its symbols and the systems that number it.

    `register` and `normative_register` are the symbol slugs of numbers that print no symbol
    (42/2013/QH13 is `luat`); `symbols_in` pairs each symbol with its system (party, state,
    normative, front).
    """

    slug: str
    iri: str
    label: str
    english: str
    alternatives: tuple[str, ...]
    symbols: tuple[str, ...]
    symbols_in: tuple[tuple[str, str], ...]
    system: tuple[str, ...]
    example: tuple[str, ...]
    register: str
    normative_register: str


def last_segment(iri: str) -> str:
    """The part of an IRI behind its last slash."""
    return iri.rsplit("/", 1)[-1]


@cache
def concepts() -> tuple[Concept, ...]:
    """Every concept of the schemes in concepts.ttl, in the order of the file."""
    return tuple(_concept(each) for each in instances(CONCEPTS, SKOS + "Concept"))


def _concept(record: Resource) -> Concept:
    return Concept(
        record.iri,
        last_segment(record.iri),
        record.need(SKOS + "prefLabel", "vi"),
        record.need(SKOS + "prefLabel", "en"),
        record.need(SKOS + "notation"),
        tuple(map(last_segment, record.all(SKOS + "inScheme"))),
        record.one(VK + "impliesRelation"),
    )


@cache
def notations() -> dict[str, str]:
    """The printed values of all concepts by IRI."""
    return {each.iri: each.notation for each in concepts()}


def notation(record: Resource, property_name: str) -> str:
    """The printed value of the concept that the record names."""
    return notations()[record.need(VK + property_name)]


@cache
def symbols() -> dict[str, Symbol]:
    """The fixed table of symbols by every spelling that texts use: `QĐi` and `QĐI` are one."""
    table: dict[str, Symbol] = {}
    for record in instances(KINDS, VK + "Symbol"):
        slug, variants = record.need(VK + "slug"), record.all(SKOS + "hiddenLabel")
        text, normative = record.need(SKOS + "notation"), record.one(VK + "normativeSlug")
        symbol = Symbol(text, slug, normative or slug, variants)
        table.update(dict.fromkeys((text, *variants), symbol))
    return table


def symbol_slug(symbol: str, *, normative: bool = False) -> str | None:
    """The symbol's part of an IRI, or None; `normative` where the number carries its year.

    >>> symbol_slug("QĐi"), symbol_slug("ĐA"), symbol_slug("DA"), symbol_slug("QĐ", normative=True)
    ('qdi', 'de-an', 'du-an', 'qd-qppl')
    """
    found = symbols().get(symbol)
    if found is None:
        return None
    return found.normative_slug if normative else found.slug


@cache
def kinds() -> tuple[Kind, ...]:
    """Every kind of instrument, party, state and normative, in the order of kinds.ttl."""
    return tuple(_kind(each) for each in instances(KINDS, VK + "InstrumentKind"))


def _kind(record: Resource) -> Kind:
    text = {CONCEPT + "ky-hieu-" + s.slug: s.text for s in symbols().values()}
    pairs = tuple(
        (system, text[iri])
        for system, predicate in _SYSTEM_SYMBOLS.items()
        for iri in record.all(predicate)
    )
    register = record.need(VK + "slug")
    return Kind(
        slug=last_segment(record.iri),
        iri=record.iri,
        label=record.need(SKOS + "prefLabel", "vi"),
        english=record.need(SKOS + "prefLabel", "en"),
        alternatives=record.all(SKOS + "altLabel", "vi"),
        symbols=tuple(dict.fromkeys(symbol for _, symbol in pairs)),
        symbols_in=pairs,
        system=tuple(notations()[iri] for iri in record.all(VK + "system")),
        example=record.all(VK + "exampleCitation"),
        register=register,
        normative_register=record.one(VK + "normativeSlug") or register,
    )
