"""Things and the plain statements between them, looked up by index: what the graph pages draw.

A query planner may scan for such questions; an index look-up costs microseconds whatever the size
of the store. One pass over what is said of a thing gives its marks and its links alike.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

import pyoxigraph as ox

from graph.facts import follows
from ontology import iris
from ontology.mirrors import mirrors

Direction = Literal["out", "in"]

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_VK = iris.ONTOLOGY
_DCTERMS = "http://purl.org/dc/terms/"
_TYPE, _SUBJECT = ox.NamedNode(_RDF + "type"), ox.NamedNode(_RDF + "subject")
_CITING = ox.NamedNode(_VK + "citingEntity")
_CITED = ox.NamedNode(_VK + "citedEntity")
_INSPECTED = ox.NamedNode(_VK + "inspectedUnit")
_CITES = _VK + "cites"
_DEFAULT = ox.DefaultGraph()
_AUTHORITY = ox.NamedNode(iris.GRAPH_AUTHORITY)
_DERIVED = ox.NamedNode(iris.GRAPH_DERIVED)
# Between these a statement says something to a reader; the first class that fits is the sort.
SORTS = {
    _VK + "Inspection": "inspection",
    _VK + "Finding": "finding",
    _VK + "Instrument": "instrument",
    "http://xmlns.com/foaf/0.1/Person": "person",
    _VK + "AdminUnit": "place",
    _VK + "SourceText": "source",
    "http://www.w3.org/ns/org#Organization": "body",
}
# Not said of the world: where a thing is told of, and what it might be. Nor is a line drawn for the
# same statement from its other end, which only rules make.
_SILENT = frozenset(_VK + name for name in ("inSource", "candidate", "textOf")) | mirrors().keys()
_NAMES = (
    "http://www.w3.org/2000/01/rdf-schema#label",
    "http://xmlns.com/foaf/0.1/name",
    _DCTERMS + "title",
    _VK + "heading",
)
_SINCE = (_DCTERMS + "issued", _VK + "startDate", _VK + "validFrom", _VK + "published")
_NUMBER, _SYMBOL = (_VK + "number",), (_VK + "symbol",)
_CONCEPT = (_VK + "mode", _VK + "sort")
_UNTIL = (_VK + "validTo", _VK + "expiredOn")
# Whose level a thing has that has none of its own.
_LEVEL_OF = (_VK + "issuedBy", _VK + "conductedBy")


# What the default graph says of a thing, by property.
Said = dict[str, list[ox.NamedNode | ox.Literal]]


class Link(NamedTuple):
    """A plain statement between two things that are drawn."""

    start: str
    predicate: str
    end: str

    def other(self, node: str) -> str:
        """The end that is not this node."""
        return self.end if node == self.start else self.start


class Relation(NamedTuple):
    """All links of one predicate that leave a node or come to it."""

    node: str
    direction: Direction
    predicate: str


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing as the data know it; `since` and `until` say when it was, as far as known.

    `number` and `symbol` are those of an instrument, `concept` is the mode of an inspection or the
    sort of a finding: of these its short name is made.
    """

    iri: str
    sort: str
    name: str
    level: str
    since: str
    until: str
    number: str
    symbol: str
    concept: str
    recorded: bool


class Surroundings:
    """Look-ups in one snapshot, each thing once."""

    def __init__(self, store: ox.Store) -> None:
        self._store = store
        self._said: dict[str, Said] = {}
        self._things: dict[str, Thing] = {}
        self._sorts: dict[str, str] = {}
        self._links: dict[str, list[Link]] = {}
        self._is_sorted = False

    def of_sort(self, sort: str) -> Iterator[str]:
        """The things of one sort, in no order; all classes are gone through once."""
        if not self._is_sorted:
            for name, own in SORTS.items():
                pattern = (None, _TYPE, ox.NamedNode(name), _DEFAULT)
                for quad in self._store.quads_for_pattern(*pattern):
                    if isinstance(quad.subject, ox.NamedNode):
                        self._sorts.setdefault(quad.subject.value, own)
            self._is_sorted = True
        return (node for node, own in self._sorts.items() if own == sort)

    def sort(self, node: str) -> str:
        """What a thing is, empty where it is not drawn."""
        if node not in self._sorts:
            quads = self._store.quads_for_pattern(ox.NamedNode(node), _TYPE, None, _DEFAULT)
            classes = {str(getattr(quad.object, "value", "")) for quad in quads}
            self._sorts[node] = next((SORTS[each] for each in SORTS if each in classes), "")
        return self._sorts[node]

    def thing(self, node: str) -> Thing:
        """The marks of a thing."""
        if node not in self._things:
            entry = self._store.quads_for_pattern(ox.NamedNode(node), None, None, _AUTHORITY)
            said = self._all(node)
            self._things[node] = Thing(
                iri=node,
                sort=self._drawn_as(node),
                name=_name(said),
                level=self._level(said),
                since=_first(said, _SINCE),
                until=_first(said, _UNTIL),
                number=_first(said, _NUMBER),
                symbol=_first(said, _SYMBOL),
                concept=_first(said, _CONCEPT),
                recorded=next(entry, None) is not None,
            )
        return self._things[node]

    def ended(self, node: str) -> str:
        """The last day of what lasted, as an inspection does; empty where none is told."""
        return _first(self._all(node), (_VK + "endDate", *_UNTIL))

    def _drawn_as(self, node: str) -> str:
        """The sort of a thing; a body that an inspection went to is a `unit`."""
        if self.sort(node) != "body":
            return self.sort(node)
        told = self._store.quads_for_pattern(None, _INSPECTED, ox.NamedNode(node), _DEFAULT)
        return "body" if next(told, None) is None else "unit"

    def _all(self, node: str) -> Said:
        """What the default graph says of a thing, by property."""
        if node not in self._said:
            found: Said = {}
            for quad in self._store.quads_for_pattern(ox.NamedNode(node), None, None, _DEFAULT):
                if isinstance(quad.object, ox.NamedNode | ox.Literal):
                    found.setdefault(quad.predicate.value, []).append(quad.object)
            self._said[node] = found
        return self._said[node]

    def _level(self, said: Said) -> str:
        """The code of a thing's level, else of the level of the body that issued it or acts."""
        own = _first(said, (_VK + "level", _VK + "aboutLevel"))
        if own:
            return self._notation(own)
        for name in _LEVEL_OF:
            for each in sorted(each.value for each in said.get(name, ())):
                level = _first(self._all(each), (_VK + "level",))
                if level:
                    return self._notation(level)
        return ""

    def _notation(self, concept: str) -> str:
        return _first(self._all(concept), ("http://www.w3.org/2004/02/skos/core#notation",))

    def outgoing(self, node: str) -> Iterator[Link]:
        """The links that leave a thing."""
        derived = self._derived(ox.NamedNode(node), None)
        for predicate, ends in self._all(node).items():
            if predicate not in _SILENT:
                for end in ends:
                    if isinstance(end, ox.NamedNode) and self.sort(end.value):
                        link = Link(node, predicate, end.value)
                        if link not in derived or not self._follows(link):
                            yield link

    def links(self, node: str) -> list[Link]:
        """The links that leave a thing and come to it, in order."""
        if node not in self._links:
            derived = self._derived(None, ox.NamedNode(node))
            coming = (
                Link(quad.subject.value, quad.predicate.value, node)
                for quad in self._store.quads_for_pattern(None, None, ox.NamedNode(node), _DEFAULT)
                if isinstance(quad.subject, ox.NamedNode)
                and quad.predicate.value not in _SILENT
                and self.sort(quad.subject.value)
            )
            said = (link for link in coming if link not in derived or not self._follows(link))
            self._links[node] = sorted({*self.outgoing(node), *said})
        return self._links[node]

    def _derived(self, start: ox.NamedNode | None, end: ox.NamedNode | None) -> set[Link]:
        """The links of a thing that rules state: few, so that only they need a second look."""
        quads = self._store.quads_for_pattern(start, None, end, _DERIVED)
        return {
            Link(str(quad.subject.value), quad.predicate.value, quad.object.value)
            for quad in quads
            if isinstance(quad.object, ox.NamedNode) and isinstance(quad.subject, ox.NamedNode)
        }

    def _follows(self, link: Link) -> bool:
        """Whether only the rules say so: no sentence stands behind such a line."""
        return follows(self._store, ox.Quad(*map(ox.NamedNode, link)))

    def relations(self, node: str) -> dict[Relation, list[Link]]:
        """The links of a thing by what they say and which way they run, the most telling first."""
        found: dict[Relation, list[Link]] = {}
        for link in self.links(node):
            way: Direction = "out" if link.start == node else "in"
            found.setdefault(Relation(node, way, link.predicate), []).append(link)
        return dict(sorted(found.items(), key=lambda each: (len(each[1]), each[0])))

    def mentions(self, starts: Iterable[str]) -> dict[Link, list[str]]:
        """What says each link that leaves one of these things: its claims and citations."""
        said: dict[Link, list[str]] = {}
        for start in starts:
            node = ox.NamedNode(start)
            for claim in self._pointing(_SUBJECT, node):
                predicate = self._value(claim, _RDF + "predicate")
                link = Link(start, predicate, self._value(claim, _RDF + "object"))
                said.setdefault(link, []).append(claim.value)
            for citation in self._pointing(_CITING, node):
                link = Link(start, _CITES, self._value(citation, _CITED.value))
                said.setdefault(link, []).append(citation.value)
        return said

    def _pointing(self, predicate: ox.NamedNode, node: ox.NamedNode) -> set[ox.NamedNode]:
        quads = self._store.quads_for_pattern(None, predicate, node, None)
        return {quad.subject for quad in quads if isinstance(quad.subject, ox.NamedNode)}

    def _value(self, node: ox.NamedNode, predicate: str) -> str:
        quads = self._store.quads_for_pattern(node, ox.NamedNode(predicate), None, None)
        return next((str(getattr(quad.object, "value", "")) for quad in quads), "")


def _first(said: Said, predicates: Iterable[str]) -> str:
    """The least value of the first of some properties that a thing has."""
    for name in predicates:
        if name in said:
            values = said[name]
            return values[0].value if len(values) == 1 else min(each.value for each in values)
    return ""


def _name(said: Said) -> str:
    """What a thing is called in Vietnamese, else in no language, else in any."""
    for name in _NAMES:
        texts = [each for each in said.get(name, ()) if isinstance(each, ox.Literal)]
        for language in ("vi", None):
            spoken = [each.value for each in texts if each.language == language]
            if spoken:
                return min(spoken)
        if texts:
            return min(each.value for each in texts)
    return ""
