"""What a store holds beside a draft: texts on the same bodies, and changes of what it cites."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from graph.snapshots import Snapshot, Term
from ontology import iris

# So many texts are held against one draft; those that share most bodies with it.
_MOST = 20
_PREFIXES = f"""
PREFIX dcterms: <http://purl.org/dc/terms/> PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> PREFIX vk: <{iris.ONTOLOGY}>
"""
_ON_BODY = f"""{_PREFIXES}
SELECT DISTINCT ?source ?body WHERE {{
  {{ ?place vk:mentions ?body }} UNION {{ ?place vk:inspectedUnit ?body }}
  ?place vk:inSource ?source
}}"""
_TEXT = f"""{_PREFIXES}
SELECT ?source ?title ?published ?text WHERE {{
  GRAPH ?graph {{
    ?source vk:text ?text .
    OPTIONAL {{ ?source dcterms:title ?title }} OPTIONAL {{ ?source vk:published ?published }}
  }}
}}"""
_CHANGES = f"""{_PREFIXES}
SELECT ?instrument ?property ?later ?label ?quote ?title WHERE {{
  VALUES ?property {{ vk:replaces vk:repeals vk:amends vk:supplements vk:suspends }}
  GRAPH ?graph {{
    ?claim rdf:object ?instrument ; rdf:predicate ?property ; rdf:subject ?later ;
      oa:hasSelector/oa:exact ?quote ; vk:inSource ?source
  }}
  FILTER EXISTS {{ ?later ?property ?instrument }}
  ?later rdfs:label ?label FILTER(LANG(?label) = "vi")
  OPTIONAL {{ ?source dcterms:title ?title }}
}} ORDER BY ?later ?property ?quote"""


_DATES = f"""{_PREFIXES}
SELECT ?number ?instrument ?date ?quote ?title WHERE {{
  ?instrument dcterms:identifier ?number ; dcterms:issued ?date .
  GRAPH ?graph {{
    ?claim rdf:subject ?instrument ; rdf:predicate dcterms:issued ; rdf:object ?date ;
      oa:hasSelector/oa:exact ?quote ; vk:inSource ?source
  }}
  OPTIONAL {{ ?source dcterms:title ?title }}
}} ORDER BY ?instrument ?date ?quote"""


@dataclass(frozen=True, slots=True)
class StoredText:
    """The text of a source as everybody may read it."""

    source: str
    title: str | None
    published: str | None
    text: str


@dataclass(frozen=True, slots=True)
class StoredChange:
    """That a loaded source says of an instrument that another changes it, by these words."""

    instrument: str
    relation: str
    later: str
    quote: str
    source: str


@dataclass(frozen=True, slots=True)
class StoredDate:
    """That a loaded source gives an instrument of a number this date, by these words."""

    number: str
    instrument: str
    date: str
    quote: str
    source: str


def texts_on(snapshot: Snapshot, bodies: Iterable[str]) -> list[StoredText]:
    """The texts that speak of some of these bodies, those that speak of most of them first."""
    shared: dict[str, int] = {}
    for body in bodies:
        for row in snapshot.rows(_ON_BODY, {"body": ox.NamedNode(body)}):
            source = _text(row["source"]) or ""
            shared[source] = shared.get(source, 0) + 1
    nearest = sorted(shared, key=lambda source: (-shared[source], source))[:_MOST]
    return [text for source in nearest for text in _stored(snapshot, source)]


def _stored(snapshot: Snapshot, source: str) -> Iterator[StoredText]:
    for row in snapshot.rows(_TEXT, {"source": ox.NamedNode(source)}):
        title, published = _text(row["title"]), _text(row["published"])
        yield StoredText(source, title, published, _text(row["text"]) or "")


def changes_of(snapshot: Snapshot, instruments: Iterable[str]) -> list[StoredChange]:
    """What loaded sources say was done to these instruments, each change once."""
    found: dict[tuple[str, str, str], StoredChange] = {}
    for instrument in instruments:
        for row in snapshot.rows(_CHANGES, {"instrument": ox.NamedNode(instrument)}):
            relation = (_text(row["property"]) or "").removeprefix(iris.ONTOLOGY)
            later = _text(row["label"]) or ""
            change = StoredChange(
                instrument,
                relation,
                later,
                _text(row["quote"]) or "",
                _text(row["title"]) or "",
            )
            found.setdefault((instrument, relation, later), change)
    return list(found.values())


def dates_of(snapshot: Snapshot, numbers: Iterable[str]) -> list[StoredDate]:
    """The dates that loaded sources give the instruments of these numbers, each once."""
    found: dict[tuple[str, str], StoredDate] = {}
    for number in numbers:
        for row in snapshot.rows(_DATES, {"number": ox.Literal(number)}):
            told = (_text(row[name]) or "" for name in ("instrument", "date", "quote", "title"))
            stored = StoredDate(number, *told)
            found.setdefault((stored.instrument, stored.date), stored)
    return list(found.values())


def _text(term: Term | None) -> str | None:
    return None if term is None else str(getattr(term, "value", term))
