"""What one snapshot says of a thing and of a statement: name, date, level, and the proof.

Look-ups by index; a query planner would scan for some of them. Only the public store is read, so a
quote is masked where the text is.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import pyoxigraph as ox

from ontology import iris

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_OA = "http://www.w3.org/ns/oa#"
_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
ISSUED = "http://purl.org/dc/terms/issued"
_NOTATION = "http://www.w3.org/2004/02/skos/core#notation"
_VK = iris.ONTOLOGY
_NAMES = (
    _LABEL,
    "http://purl.org/dc/terms/title",
    _VK + "heading",
    "http://www.w3.org/2004/02/skos/core#prefLabel",
)
# Between these an edge says something to a reader; kinds, levels and spans are marks of a node.
_SORTS = {
    _VK + "Inspection": "Inspection",
    _VK + "Finding": "Finding",
    _VK + "Instrument": "Instrument",
    "http://xmlns.com/foaf/0.1/Person": "Person",
    _VK + "AdminUnit": "AdminUnit",
    _VK + "SourceText": "SourceText",
    "http://www.w3.org/ns/org#Organization": "Organization",
}
# What a link rests on where no claim states it: the words of its later end.
_PROVED_BY_ITS_END = frozenset({_VK + "hasFinding"})


class Edge(NamedTuple):
    """A plain statement between two things."""

    predicate: str
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class Quote:
    """The words of a source that prove an edge; a citation's tell how it treats the instrument.

    `proof` is the claim or the citation that the words belong to, else the thing read from them.
    """

    source: str
    start: int
    end: int
    text: str
    treatment: str = ""
    pinpoint: str = ""
    proof: str = ""


class Evidence:
    """Looks things up in one store, each thing's sort once."""

    def __init__(self, store: ox.Store) -> None:
        self.store = store
        self._sorts: dict[str, str] = {}

    def sort(self, node: str) -> str:
        """What a thing is for the drawing, empty where it is not drawn."""
        if node not in self._sorts:
            classes = {_SORTS.get(value, "") for value in self.values(node, RDF + "type")}
            self._sorts[node] = next((each for each in _SORTS.values() if each in classes), "")
        return self._sorts[node]

    def label(self, node: str, language: str = "vi") -> str:
        """What a thing is called; for one without a name the end of its IRI."""
        for name in _NAMES:
            spoken = self._spoken(node, name)
            found = spoken.get(language) or spoken.get("vi") or spoken.get("")
            if found:
                return found
        return node.removeprefix(iris.BASE)

    def marks(self, node: str) -> dict[str, str]:
        """Label, sort, level and date of a thing, empty where nothing is known."""
        return {
            "label": self.label(node),
            "sort": self.sort(node),
            "level": self.level(node),
            "date": next(iter(self.dates(node)), ""),
        }

    def dates(self, node: str) -> list[str]:
        """The days that are stated for a thing: of issue, of an inspection, of publication."""
        stated = (ISSUED, _VK + "startDate", _VK + "published")
        return next((found for name in stated if (found := self.values(node, name))), [])

    def level(self, node: str) -> str:
        """The level of a thing, else of the body that issued it or acts in it."""
        nodes = [
            node,
            *self.values(node, _VK + "issuedBy"),
            *self.values(node, _VK + "conductedBy"),
        ]
        levels = (level for each in nodes for level in self.values(each, _VK + "level"))
        levels_and_topics = [*levels, *self.values(node, _VK + "aboutLevel")]
        return next((each for c in levels_and_topics for each in self.values(c, _NOTATION)), "")

    def quotes(self, edge: Edge) -> Iterator[Quote]:
        """The words that prove an edge: of its claims, of its citations, else of its own end."""
        if edge.predicate == _VK + "cites":
            start, end = ox.NamedNode(edge.start), ox.NamedNode(edge.end)
            proofs = self._both(("citingEntity", start), ("citedEntity", end), _VK)
        else:
            proofs = self._claims(edge)
        own = edge.end if edge.predicate in _PROVED_BY_ITS_END else edge.start
        for proof in sorted(proofs) or [own]:
            yield from self.spans(proof)

    def spans(self, proof: str) -> Iterator[Quote]:
        """The words that a claim, a citation or anything else was read from."""
        for span in self.values(proof, _OA + "hasSelector"):
            yield self._quote(span, proof)

    def parts(self, edge: Edge) -> tuple[str, ...]:
        """The parts of its end that an edge is about; none where a claim speaks of the whole."""
        proofs = self._claims(edge)
        told = [self.values(proof, _VK + "inPart") for proof in sorted(proofs)]
        return tuple(dict.fromkeys(part for each in told for part in each)) if all(told) else ()

    def _claims(self, edge: Edge) -> set[str]:
        start, end = ox.NamedNode(edge.start), ox.NamedNode(edge.end)
        proofs = self._both(("subject", start), ("object", end), RDF)
        return {p for p in proofs if edge.predicate in self.values(p, RDF + "predicate")}

    def subjects(self, predicate: str, value: str) -> list[str]:
        """The things of which a property has a value, in order."""
        return sorted(set(self._subjects(ox.NamedNode(predicate), ox.NamedNode(value))))

    def authority(self, edge: Edge) -> str:
        """The entry of the record that states an edge, empty where the record is silent."""
        graph = ox.NamedNode(iris.GRAPH_AUTHORITY)
        quad = ox.Quad(
            ox.NamedNode(edge.start), ox.NamedNode(edge.predicate), ox.NamedNode(edge.end), graph
        )
        if quad not in self.store:
            return ""
        return "; ".join(self.values(edge.start, _VK + "authoritySource")) or iris.GRAPH_AUTHORITY

    def recorded(self, predicate: str) -> Iterator[tuple[str, str]]:
        """Subject and object of every statement of the record with a property."""
        graph = ox.NamedNode(iris.GRAPH_AUTHORITY)
        for quad in self.store.quads_for_pattern(None, ox.NamedNode(predicate), None, graph):
            if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode):
                yield quad.subject.value, quad.object.value

    def _both(
        self, left: tuple[str, ox.NamedNode], right: tuple[str, ox.NamedNode], namespace: str
    ) -> set[str]:
        """The things of which two properties have these values.

        Both are looked up in step and the shorter list is gone through: one of the two may be an
        instrument that fifty thousand texts cite.
        """
        named = [(ox.NamedNode(namespace + name), value) for name, value in (left, right)]
        found: tuple[list[str], list[str]] = ([], [])
        running = [self._subjects(*each) for each in named]
        while True:
            for side, (runner, list_) in enumerate(zip(running, found, strict=True)):
                subject = next(runner, None)
                if subject is None:
                    other = named[1 - side]
                    return {s for s in list_ if self._says(ox.NamedNode(s), *other)}
                list_.append(subject)

    def _subjects(self, predicate: ox.NamedNode, value: ox.NamedNode) -> Iterator[str]:
        for quad in self.store.quads_for_pattern(None, predicate, value, None):
            if isinstance(quad.subject, ox.NamedNode):
                yield quad.subject.value

    def _says(self, subject: ox.NamedNode, predicate: ox.NamedNode, value: ox.NamedNode) -> bool:
        found = self.store.quads_for_pattern(subject, predicate, value, None)
        return next(found, None) is not None

    def _quote(self, span: str, proof: str) -> Quote:
        start, end, text = (next(iter(self.values(span, _OA + n)), "") for n in _SPAN)
        source = next(iter(self.values(span, _VK + "inSource")), "")
        treatment = next(iter(self.values(proof, _VK + "treatment")), "")
        pinpoint = next(iter(self.values(proof, _VK + "pinpoint")), "")
        told = treatment.removeprefix(iris.CONCEPT)
        return Quote(source, int(start), int(end), text, told, pinpoint, proof)

    def values(self, node: str, predicate: str) -> list[str]:
        """The distinct objects of a property, in order."""
        found = self.store.quads_for_pattern(
            ox.NamedNode(node), ox.NamedNode(predicate), None, None
        )
        return sorted({str(getattr(quad.object, "value", "")) for quad in found})

    def _spoken(self, node: str, predicate: str) -> dict[str, str]:
        """The literals of a property by their language, the first of each."""
        found = self.store.quads_for_pattern(
            ox.NamedNode(node), ox.NamedNode(predicate), None, None
        )
        spoken = [quad.object for quad in found if isinstance(quad.object, ox.Literal)]
        pairs = sorted(((each.language or "", each.value) for each in spoken), reverse=True)
        return dict(pairs)


_SPAN = ("start", "end", "exact")
