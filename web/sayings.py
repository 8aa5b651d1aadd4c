"""What one snapshot says of a thing, looked up for one request."""

from dataclasses import dataclass, field
from functools import cache
from importlib import resources

from pyoxigraph import Literal, NamedNode, QuerySolution

from graph.permitted import Clear
from graph.review import SAME_AS
from graph.snapshots import Snapshot, Term
from ontology import iris
from web.memory import Memory
from web.naming import DEFAULT, Names, plain

_VK = iris.ONTOLOGY
# The graphs that are no source's, and what a statement in them rests on.
_TONES = {
    iris.GRAPH_AUTHORITY: "authority",
    iris.GRAPH_ONTOLOGY: "authority",
    iris.GRAPH_DERIVED: "rule",
    iris.GRAPH_REVIEW: "review",
}


@cache
def page_query(name: str) -> str:
    """The text of `queries/pages/NAME.rq`."""
    folder = resources.files("queries") / "pages"
    return (folder / f"{name}.rq").read_text(encoding="utf-8")


def said(row: QuerySolution, name: str) -> str:
    """What one variable of a solution holds, empty where it is unbound."""
    return plain(row[name])


def tone_of(graph: str) -> str:
    """Where a statement comes from, by the graph that says it."""
    return _TONES.get(graph, "text")


@dataclass(slots=True)
class Sayings:
    """Looks statements up in one snapshot for one request; a text only once."""

    snapshot: Snapshot
    names: Names
    memory: Memory
    # The protected side, for a reader whose token permits it.
    clear: Clear | None = None
    _texts: dict[str, str] = field(default_factory=dict)
    _published: dict[str, str] = field(default_factory=dict)

    @property
    def language(self) -> str:
        """The language of the names."""
        return self.names.language

    def rows(self, name: str, this: str | None = None) -> list[QuerySolution]:
        """The solutions of a page's query on one thing."""
        return self.snapshot.rows(page_query(name), {"this": NamedNode(this)} if this else {})

    def looked_up(self, name: str, this: str) -> list[QuerySolution]:
        """The same of a query that costs but what is said of the thing."""
        return self.snapshot.looked_up(page_query(name), {"this": NamedNode(this)})

    def literals(self, iri: str, predicate: str) -> list[Literal]:
        """The literals that the default graph gives for one property of a thing."""
        found = self.snapshot.store.quads_for_pattern(
            NamedNode(iri), NamedNode(predicate), None, DEFAULT
        )
        return [quad.object for quad in found if isinstance(quad.object, Literal)]

    def text(self, source: str) -> str:
        """The SourceText as stored, protected stretches masked; empty where it may not be kept."""
        if source not in self._texts:
            known = self.clear.text(source) if self.clear else None
            self._texts[source] = known or "".join(self.said_in(source, source, _VK + "text")[:1])
        return self._texts[source]

    def published(self, source: str) -> str:
        """When a source was published; empty where it does not say."""
        if source not in self._published:
            self._published[source] = "".join(self.objects(source, _VK + "published")[:1])
        return self._published[source]

    def is_recorded(self, iri: str) -> bool:
        """Whether the authority list has an entry for the thing."""
        graph = NamedNode(iris.GRAPH_AUTHORITY)
        entry = self.snapshot.store.quads_for_pattern(NamedNode(iri), None, None, graph)
        return next(entry, None) is not None

    def graphs(self, subject: str, predicate: str, term: Term) -> list[str]:
        """The graphs that state something, those of sources as these were published."""
        quads = self.snapshot.store.quads_for_pattern(
            NamedNode(subject), NamedNode(predicate), term, None
        )
        names = {quad.graph_name.value for quad in quads if isinstance(quad.graph_name, NamedNode)}
        return sorted(names, key=lambda name: (self.published(iris.source_of(name) or name), name))

    def said_in(self, source: str, thing: str, predicate: str) -> list[str]:
        """What one source gives for one property of a thing."""
        graph = NamedNode(iris.source_graph(source.rsplit("/", 1)[-1]))
        pattern = (NamedNode(thing), NamedNode(predicate), None, graph)
        found = self.snapshot.store.quads_for_pattern(*pattern)
        return sorted(plain(quad.object) for quad in found)

    def terms(self, iri: str, predicate: str) -> list[Term]:
        """What the default graph gives for one property of a thing."""
        found = self.snapshot.store.quads_for_pattern(
            NamedNode(iri), NamedNode(predicate), None, DEFAULT
        )
        return sorted((quad.object for quad in found), key=str)

    def objects(self, iri: str, predicate: str) -> list[str]:
        """The same as plain texts: IRIs and what literals say."""
        return [plain(term) for term in self.terms(iri, predicate)]

    def subjects(self, predicate: str, iri: str) -> list[str]:
        """The things of which the default graph says that they have a thing for a property."""
        found = self.snapshot.store.quads_for_pattern(
            None, NamedNode(predicate), NamedNode(iri), DEFAULT
        )
        return [plain(quad.subject) for quad in found]

    def said_of(self, iri: str) -> list[tuple[Term, str]]:
        """Every (object, property) that the default graph gives a thing."""
        found = self.snapshot.store.quads_for_pattern(NamedNode(iri), None, None, DEFAULT)
        return [(quad.object, quad.predicate.value) for quad in found]

    def merged(self, iri: str) -> list[str]:
        """The thing and those that a reviewer has said to be the same, itself first."""
        found = dict.fromkeys([iri])
        for each in (waiting := [iri]):
            near = {*self.objects(each, SAME_AS), *self.subjects(SAME_AS, each)} - found.keys()
            found |= dict.fromkeys(sorted(near))
            waiting += sorted(near)
        return list(found)

    def pointing(self, iri: str) -> list[tuple[str, str]]:
        """The (subject, property) that point to a thing; what its page lists elsewhere left out."""
        rows = self.looked_up("pointing", iri)
        return [(said(row, "subject"), said(row, "predicate")) for row in rows]
