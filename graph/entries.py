"""What can be found by name: things, with what they are filtered by."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from itertools import islice

import pyoxigraph as ox

from graph.relations import INSTRUMENTS, RELATIONS
from ontology import iris

_VK = iris.ONTOLOGY
_RDFS_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
_ALT_LABEL = "http://www.w3.org/2004/02/skos/core#altLabel"
_NUMBER = "http://purl.org/dc/terms/identifier"
_TITLE = "http://purl.org/dc/terms/title"
_TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_DEFAULT = ox.DefaultGraph()
_INSTRUMENT = iris.BASE + "instrument/"
# Who looks for a number looks for the instrument first; a passage is what is left.
SORTS = ("instrument", "body", "person", "place", "inspection", "source", "passage")
# What kind of entry a thing is, by its class.
KINDS = {
    _VK + "Instrument": "instrument",
    "http://www.w3.org/ns/org#Organization": "body",
    "http://xmlns.com/foaf/0.1/Person": "person",
    _VK + "AdminUnit": "place",
    _VK + "Inspection": "inspection",
    _VK + "SourceText": "source",
}
_NAMES = (
    _RDFS_LABEL,
    _NUMBER,
    _ALT_LABEL,
    "http://www.w3.org/2004/02/skos/core#hiddenLabel",
    _VK + "abbreviation",
)
_WORDS = (_TITLE, "http://purl.org/dc/terms/alternative", _VK + "topic")
_DATES = ("http://purl.org/dc/terms/issued", _VK + "startDate", _VK + "published")
_KIND = (_VK + "kind", _VK + "bodyType", _VK + "mode", _VK + "placeType")
_ISSUER = (_VK + "issuedBy", _VK + "conductedBy")
# Whose level and place are a thing's own: the issuer of an instrument, the units of an inspection.
_STANDS_FOR = (_VK + "issuedBy", _VK + "inspectedUnit")
_MENTIONS = (ox.NamedNode(_VK + "citedEntity"), ox.NamedNode(_VK + "mentions"))
_HIGHER = 4
_STANDING = (ox.NamedNode(_VK + "level"), ox.NamedNode(_VK + "jurisdiction"))
_WITHIN = ox.NamedNode(_VK + "within")
_ENTERED = (
    _TYPE,
    *map(ox.NamedNode, (*_NAMES, *_WORDS, *_DATES, *_KIND, *_ISSUER, _VK + "inspectedUnit")),
    *_STANDING,
)
_FOLLOWED = ("currentVersion", "implementsThrough", "partOf")
# Of most things so little is said that one look at all of it is quicker than one a property.
_FEW = 64
_RELATIONS = (
    *(ox.NamedNode(each.iri) for each in RELATIONS if each.group == INSTRUMENTS),
    *(ox.NamedNode(_VK + name) for name in _FOLLOWED),
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that can be found."""

    iri: str
    sort: str
    label: str
    name: str
    words: str
    weight: int = 0
    number: str = ""
    dates: str = ""
    title: str = ""
    facets: tuple[tuple[str, str], ...] = ()


class Entries:
    """The entries of the things of a version.

    Of bodies and places, which many things share, is asked once.
    """

    def __init__(self, store: ox.Store) -> None:
        self._store = store
        self._labels = cache(partial(_labels, store))
        self._standing = cache(partial(_said, store, properties=(*_STANDING, _WITHIN)))

    def entry(self, subject: str, weight: int) -> Entry | None:
        """The entry of a thing, from what the default graph says of it; None for the nameless."""
        said = _said(self._store, subject, _ENTERED)
        sorts = [KINDS[each] for each in said.get(_TYPE.value, ()) if each in KINDS]
        labels = _labels(self._store, subject) or sorted(said.get(_TITLE, ()))
        if not (sorts and labels):
            return None
        issuers = [label for each in _all(said, _ISSUER) for label in self._labels(each)]
        facets = self._facets(subject, sorts[0], said)
        return Entry(
            iri=subject,
            sort=sorts[0],
            label=labels[0],
            name=" ; ".join(_all(said, _NAMES)),
            words=" ; ".join([*_all(said, _WORDS), *issuers]),
            weight=weight,
            number=" | ".join(sorted(said.get(_NUMBER, ()))),
            dates=" | ".join(_dates(said)),
            title=" | ".join(sorted(said.get(_TITLE, ()))),
            facets=tuple(sorted({each for each in facets if each[1]})),
        )

    def _facets(
        self, subject: str, sort: str, said: dict[str, list[str]]
    ) -> Iterator[tuple[str, str]]:
        """What a reader may filter by: (facet, value)."""
        yield from (("kind", each) for each in _all(said, _KIND))
        yield from (("issuer", each) for each in _all(said, _ISSUER))
        yield from (("year", each[:4]) for each in _dates(said))
        for thing in (said, *map(self._standing, _all(said, _STANDS_FOR))):
            yield from (("level", each) for each in thing.get(_VK + "level", ()))
            for place in thing.get(_VK + "jurisdiction", ()):
                yield from (("place", each) for each in self._places(place))
        if sort == "place":
            yield from (("place", each) for each in self._places(subject))
        if sort == "instrument":
            yield from (("relation", each) for each in _relations(self._store, subject))

    def _places(self, place: str) -> Iterator[str]:
        """A place and those in which it lies."""
        for _ in range(_HIGHER):
            yield place
            within = self._standing(place)[_WITHIN.value]
            if not within:
                return
            place = min(within)


def used(store: ox.Store, graph: str) -> dict[str, int]:
    """What can be found in a graph, and how often the graph mentions it.

    Places of the record only where a source uses them.
    """
    return dict.fromkeys(_used(store, graph), 0) | _mentioned(store, graph)


def _used(store: ox.Store, graph: str) -> Iterator[str]:
    node = ox.NamedNode(graph)
    of_record = graph == iris.GRAPH_AUTHORITY
    for kind, sort in KINDS.items():
        if not (of_record and sort == "place"):
            for quad in store.quads_for_pattern(None, _TYPE, ox.NamedNode(kind), node):
                yield _value(quad.subject)
    if not of_record:
        jurisdiction = ox.NamedNode(_VK + "jurisdiction")
        for quad in store.quads_for_pattern(None, jurisdiction, None, node):
            yield _value(quad.object)
    if graph == iris.GRAPH_REVIEW:
        # a decision changes what is said of the things at both ends
        for quad in store.quads_for_pattern(None, None, None, node):
            if _value(quad.object).startswith(iris.BASE):
                yield _value(quad.object)


def _mentioned(store: ox.Store, graph: str) -> Counter[str]:
    node = ox.NamedNode(graph)
    found = (store.quads_for_pattern(None, each, None, node) for each in _MENTIONS)
    return Counter(_value(quad.object) for quads in found for quad in quads)


def _said(
    store: ox.Store, subject: str, properties: Iterable[ox.NamedNode]
) -> dict[str, list[str]]:
    """What is said with some properties: all that cite a law may be on its other side."""
    node = ox.NamedNode(subject)
    some = list(islice(store.quads_for_pattern(node, None, None, _DEFAULT), _FEW))
    if len(some) < _FEW:
        found: dict[str, list[str]] = {each.value: [] for each in properties}
        for quad in some:
            if quad.predicate.value in found:
                found[quad.predicate.value].append(_value(quad.object))
        return found
    return {
        each.value: [_value(q.object) for q in store.quads_for_pattern(node, each, None, _DEFAULT)]
        for each in properties
    }


def _all(said: dict[str, list[str]], properties: Iterable[str]) -> list[str]:
    return [value for each in properties for value in sorted(said.get(each, ()))]


def _labels(store: ox.Store, subject: str) -> list[str]:
    node = ox.NamedNode(subject)
    found = store.quads_for_pattern(node, ox.NamedNode(_RDFS_LABEL), None, _DEFAULT)
    return sorted(
        _value(quad.object) for quad in found if getattr(quad.object, "language", "") == "vi"
    )


def _dates(said: dict[str, list[str]]) -> list[str]:
    """The dates of a thing; a year alone says nothing beside a full date of that year."""
    found = sorted({each[:10] for each in _all(said, _DATES)})
    return [each for each in found if not any(o != each and o.startswith(each) for o in found)]


def _relations(store: ox.Store, subject: str) -> Iterator[str]:
    """`amends` where it amends another instrument, `^amends` where it is amended."""
    node = ox.NamedNode(subject)
    for name, ends in _said(store, subject, _RELATIONS).items():
        if any(each.startswith(_INSTRUMENT) for each in ends):
            yield name.removeprefix(_VK)
    some = list(islice(store.quads_for_pattern(None, None, node, _DEFAULT), _FEW))
    by = {quad.predicate for quad in some}
    for each in _RELATIONS:
        if each in by or (
            len(some) == _FEW and next(store.quads_for_pattern(None, each, node, _DEFAULT), None)
        ):
            yield f"^{each.value.removeprefix(_VK)}"


def _value(term: object) -> str:
    return str(getattr(term, "value", ""))
