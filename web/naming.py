"""What things are called in one version of the dataset and one language."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import product

import pyoxigraph as ox
from pyoxigraph import DefaultGraph, Literal, NamedNode

from graph.snapshots import Term
from ontology import iris
from web.language import LANGUAGES, say, shown_date, words
from web.paths import sort_of

_VK = iris.ONTOLOGY
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_DCTERMS = "http://purl.org/dc/terms/"
# In this order: what a thing is called.
_NAMES = tuple(
    NamedNode(name)
    for name in (
        _RDFS + "label",
        _SKOS + "prefLabel",
        "http://xmlns.com/foaf/0.1/name",
        _DCTERMS + "title",
        _VK + "heading",
    )
)
_NUMBER, _ISSUED = NamedNode(_DCTERMS + "identifier"), NamedNode(_DCTERMS + "issued")
_SINCE, _UNTIL = NamedNode(_VK + "validFrom"), NamedNode(_VK + "validTo")
_HOME, _WITHIN = NamedNode(_VK + "jurisdiction"), NamedNode(_VK + "within")
_REGISTER = NamedNode(_VK + "register")
_NOTATION = NamedNode(_SKOS + "notation")
_INVERSE = NamedNode("http://www.w3.org/2002/07/owl#inverseOf")
DEFAULT = DefaultGraph()
# What each number of a register has of its own: `06/` of `06/2024/TT-BTC`, `124-` of `124-QĐ/TW`.
_COUNT = re.compile(r"^\d+[A-Za-zĐđ]?[-/]")
# A pair, for a union of types is made anew at each look, and a page looks thousands of times.
_PLAIN = (NamedNode, Literal)
# So many names are kept; then the collecting starts anew.
_MOST_NAMES = 100_000


def plain(term: Term | None) -> str:
    """An IRI or the text of a literal; empty where there is none."""
    return term.value if isinstance(term, _PLAIN) else ""


@dataclass(slots=True)
class Names:
    """The names in a store, each looked up once, for all requests in one language."""

    store: ox.Store
    language: str
    _labels: dict[str, str] = field(default_factory=dict)
    _marks: dict[str, str] = field(default_factory=dict)
    _inverses: dict[str, str] = field(default_factory=dict)

    def label(self, iri: str) -> str:
        """What people call the thing; empty for one without a name."""
        return _looked_up(self._labels, iri, self._label)

    def mark(self, iri: str) -> str:
        """What tells a thing from its namesakes: ` (2018)` of `Quy định 124-QĐ/TW`, mostly none."""
        return _looked_up(self._marks, iri, self._mark)

    def inverse(self, predicate: str) -> str:
        """The property that says the same from the other end; empty where none is named."""
        return _looked_up(self._inverses, predicate, self._inverse)

    def called(self, code: str) -> str:
        """The label of the concept that a code of the JSON stands for, else the code."""
        notation = self.store.quads_for_pattern(None, _NOTATION, Literal(code), None)
        concepts = sorted({q.subject.value for q in notation if isinstance(q.subject, NamedNode)})
        return self.label(concepts[0]) if concepts else code

    def bearers(self, number: str) -> list[str]:
        """The instruments that bear a number."""
        found = self.store.quads_for_pattern(None, _NUMBER, Literal(number), DEFAULT)
        return sorted({plain(quad.subject) for quad in found})

    def bearer(self, name: str) -> str | None:
        """The one thing that bears this name or number; None where several or none do."""
        labelled = self.store.quads_for_pattern(
            None, _NAMES[0], Literal(name, language="vi"), DEFAULT
        )
        found = {plain(quad.subject) for quad in labelled} | {*self.bearers(name)}
        return found.pop() if len(found) == 1 else None

    def _label(self, iri: str) -> str:
        node = NamedNode(iri)
        # what the default graph calls it, once; else, as with the ontology's terms, any graph
        for name, graph in product(_NAMES, (DEFAULT, None)):
            quads = self.store.quads_for_pattern(node, name, None, graph)
            spoken = {
                q.object.language: q.object.value for q in quads if isinstance(q.object, Literal)
            }
            for language in (self.language, "vi", None):
                if language in spoken:
                    return spoken[language]
            if spoken:
                return min(spoken.values())
        ours = words()["terms"].get(iri)
        if ours:
            return ours[LANGUAGES.index(self.language)]
        return self._register(iri) if sort_of(iri) == "register" else ""

    def _register(self, iri: str) -> str:
        """A register that only a source tells of, by what its numbers share: `sổ 2024/TT-BTC`."""
        kept = self.store.quads_for_pattern(None, _REGISTER, NamedNode(iri), DEFAULT)
        numbers = (self._said(plain(quad.subject), _NUMBER) for quad in kept)
        shared = {_COUNT.sub("", each) for found in numbers for each in found}
        return f"{say('sổ', 'register')} {min(shared)}" if shared else ""

    def _mark(self, iri: str) -> str:
        if sort_of(iri) == "instrument":
            if not any(len(self.bearers(number)) > 1 for number in self._said(iri, _NUMBER)):
                return ""
            years = sorted({each[:4] for each in self._said(iri, _ISSUED)})
            return f" ({' | '.join(years)})" if years else ""
        if sort_of(iri) == "place":
            until = [shown_date(each) for each in self._said(iri, _UNTIL)]
            since = [shown_date(each) for each in self._said(iri, _SINCE)]
            if until:
                return f" ({say('đến', 'until')} {until[0]})"
            return f" ({say('từ', 'since')} {since[0]})" if since else ""
        return self._whose(iri) if sort_of(iri) == "body" else ""

    def _whose(self, iri: str) -> str:
        """Of a body whose name others bear too: the place that holds its own."""
        named = self.store.quads_for_pattern(NamedNode(iri), _NAMES[0], None, DEFAULT)
        bearers = (
            self.store.quads_for_pattern(None, _NAMES[0], quad.object, DEFAULT) for quad in named
        )
        if not any({plain(quad.subject) for quad in found} - {iri} for found in bearers):
            return ""
        homes = self._ends(iri, _HOME)
        around = [self.label(each) for home in homes for each in self._ends(home, _WITHIN)]
        return f" ({around[0]})" if around else ""

    def _ends(self, iri: str, predicate: NamedNode) -> list[str]:
        found = self.store.quads_for_pattern(NamedNode(iri), predicate, None, DEFAULT)
        return sorted(plain(quad.object) for quad in found)

    def _inverse(self, predicate: str) -> str:
        node = NamedNode(predicate)
        ahead = [q.object for q in self.store.quads_for_pattern(node, _INVERSE, None, None)]
        behind = [q.subject for q in self.store.quads_for_pattern(None, _INVERSE, node, None)]
        named = sorted(end.value for end in (*ahead, *behind) if isinstance(end, NamedNode))
        return named[0] if named else ""

    def _said(self, iri: str, predicate: NamedNode) -> list[str]:
        """The literals that the default graph gives for one property of a thing."""
        found = self.store.quads_for_pattern(NamedNode(iri), predicate, None, DEFAULT)
        return [quad.object.value for quad in found if isinstance(quad.object, Literal)]


def _looked_up(known: dict[str, str], key: str, find: Callable[[str], str]) -> str:
    found = known.get(key)
    if found is None:
        if len(known) >= _MOST_NAMES:
            known.clear()
        found = known[key] = find(key)
    return found
