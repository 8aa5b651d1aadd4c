"""A snapshot as one request sees it: labels in its language, quotes with words around them."""

import re
from dataclasses import dataclass, field, replace
from functools import cache
from importlib import resources
from itertools import islice, pairwise, product

from pyoxigraph import DefaultGraph, Literal, NamedNode, QuerySolution

from graph.permitted import Clear
from graph.review import Act, act_of
from graph.snapshots import Snapshot, Term
from ontology import iris
from web.language import LANGUAGES, say, shown_date, words
from web.paths import passage, sort_of

_VK = iris.ONTOLOGY
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_DCTERMS = "http://purl.org/dc/terms/"
_FOAF = "http://xmlns.com/foaf/0.1/"
# In this order: what a thing is called.
_NAMES = tuple(
    NamedNode(name)
    for name in (
        _RDFS + "label",
        _SKOS + "prefLabel",
        _FOAF + "name",
        _DCTERMS + "title",
        _VK + "heading",
    )
)
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_NUMBER = NamedNode(_DCTERMS + "identifier")
# What has no name of its own is called by what it is of.
_NAMED_BY = {
    "change": (iris.ONTOLOGY + "into", "http://www.w3.org/ns/org#resultingOrganization"),
    "expression": (iris.ONTOLOGY + "expressionOf",),
}
_DEFAULT = DefaultGraph()
_NOTATION = NamedNode(_SKOS + "notation")
_INVERSE = NamedNode("http://www.w3.org/2002/07/owl#inverseOf")
# What each number of a register has of its own: `06/` of `06/2024/TT-BTC`, `124-` of `124-QĐ/TW`.
_COUNT = re.compile(r"^\d+[A-Za-zĐđ]?[-/]")
_OA = "http://www.w3.org/ns/oa#"
_SELECTOR = NamedNode(_OA + "hasSelector")
_RULE = NamedNode(_VK + "rule")
_SOURCES = iris.BASE + "graph/src/"
_IN_SOURCE = NamedNode(_VK + "inSource")
_CLAIM = re.compile("/(?:claim|span)/")
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_SUBJECT, _OBJECT = NamedNode(_RDF + "subject"), NamedNode(_RDF + "object")
_REVIEW = NamedNode(iris.GRAPH_REVIEW)
# What stands in a source, with its place there: `/source/ID/citation/2157`, `/inspection/ID-1749`.
_PART = re.compile(
    re.escape(iris.BASE)
    + r"(?:source/(?=\w+/)|inspection/)(?P<source>[0-9a-f]{16})(?:/[a-z]+/|-)(?P<start>\d+)?"
)
_AROUND = 90
# What names a thing is looked at so often to show a few of the first.
_MENTIONS_WEIGHED, _MENTIONS_SHOWN = 200, 3
# Of the quote that names a nameless part so many characters are shown.
_NAME = 60


@dataclass(frozen=True, slots=True)
class Proof:
    """What one fact rests on: a sentence, an entry of the authority list, a rule or a decision."""

    tone: str
    source: str | None = None
    title: str = ""
    published: str = ""
    before: str = ""
    quote: str = ""
    after: str = ""
    start: int = 0
    end: int = 0
    rule: str = ""
    authority: str = ""
    part: str = ""

    @property
    def address(self) -> str:
        """Where the quote stands in its source."""
        return passage(self.source, self.start, self.end) if self.source else ""


@cache
def page_query(name: str) -> str:
    """The text of `queries/pages/NAME.rq`."""
    folder = resources.files("queries") / "pages"
    return (folder / f"{name}.rq").read_text(encoding="utf-8")


def plain(term: Term | None) -> str:
    """An IRI or the text of a literal; empty where there is none."""
    return term.value if isinstance(term, NamedNode | Literal) else ""


def said(row: QuerySolution, name: str) -> str:
    """What one variable of a solution holds, empty where it is unbound."""
    return plain(row[name])


def tone_of(graph: str) -> str:
    """Where a statement comes from, by the graph that says it."""
    return {
        iris.GRAPH_AUTHORITY: "authority",
        iris.GRAPH_ONTOLOGY: "authority",
        iris.GRAPH_DERIVED: "rule",
        iris.GRAPH_REVIEW: "review",
    }.get(graph, "text")


@dataclass(slots=True)
class Reader:
    """Looks things up in one snapshot for one request, each thing once."""

    snapshot: Snapshot
    language: str
    # The protected side, for a reader whose token permits it.
    clear: Clear | None = None
    _labels: dict[str, str] = field(default_factory=dict)
    _told_apart: dict[str, str] = field(default_factory=dict)
    _texts: dict[str, str] = field(default_factory=dict)
    _evidence: dict[str, tuple[Proof, ...]] = field(default_factory=dict)
    _citations: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    _published: dict[str, str] = field(default_factory=dict)

    def rows(self, name: str, this: str | None = None) -> list[QuerySolution]:
        """The solutions of a page's query on one thing."""
        return self.snapshot.rows(page_query(name), {"this": NamedNode(this)} if this else {})

    def literals(self, iri: str, predicate: str) -> list[Literal]:
        """The literals that the default graph gives for one property of a thing."""
        found = self.snapshot.store.quads_for_pattern(
            NamedNode(iri), NamedNode(predicate), None, _DEFAULT
        )
        return [quad.object for quad in found if isinstance(quad.object, Literal)]

    def label(self, iri: str) -> str:
        """What people call the thing; for one without a name the end of its IRI."""
        if iri not in self._labels:
            self._labels[iri] = self._found_label(iri)
        return self._labels[iri]

    def _found_label(self, iri: str) -> str:
        node, store = NamedNode(iri), self.snapshot.store
        # what the default graph calls it, once; else, as with the ontology's terms, any graph
        for name, graph in product(_NAMES, (_DEFAULT, None)):
            quads = store.quads_for_pattern(node, name, None, graph)
            spoken = {
                q.object.language: q.object.value for q in quads if isinstance(q.object, Literal)
            }
            for language in (self.language, "vi", None):
                if language in spoken:
                    return spoken[language]
            if spoken:
                return min(spoken.values())
        ours = words()["terms"].get(iri)
        return ours[LANGUAGES.index(self.language)] if ours else self._described(iri)

    def _described(self, iri: str) -> str:
        """A part of a source by its class and first words; else the end of the IRI."""
        last = iri.rstrip("/").replace("#", "/").rsplit("/", 1)[-1]
        if sort_of(iri) == "register":
            return self._register(iri) or last
        if named_by := _NAMED_BY.get(sort_of(iri)):
            whose = (of for name in named_by for of in self.objects(iri, name))
            return f"{self.label(next(whose, last))} · {last.partition('@')[2] or last}"
        if sort_of(iri) != "part":
            return last
        classes = self.snapshot.store.quads_for_pattern(NamedNode(iri), NamedNode(TYPE), None, None)
        named = sorted({self.label(plain(quad.object)) for quad in classes})
        quotes = [proof.quote for proof in self.evidence(iri)]
        return f"{named[0]}: {_shortened(quotes[0])}" if named and quotes else last

    def _register(self, iri: str) -> str:
        """A register that only a source tells of, by what its numbers share: `sổ 2024/TT-BTC`."""
        kept = self.snapshot.store.quads_for_pattern(
            None, NamedNode(_VK + "register"), NamedNode(iri), _DEFAULT
        )
        numbers = (self.literals(plain(quad.subject), _NUMBER.value) for quad in kept)
        shared = {_COUNT.sub("", each.value) for found in numbers for each in found}
        return f"{say('sổ', 'register')} {min(shared)}" if shared else ""

    def told_apart(self, iri: str) -> str:
        """The label with what tells it from its namesakes: `Quy định 124-QĐ/TW (2018)`."""
        if iri not in self._told_apart:
            self._told_apart[iri] = self.label(iri) + self._mark(iri)
        return self._told_apart[iri]

    def _mark(self, iri: str) -> str:
        if sort_of(iri) == "instrument":
            numbers = [each.value for each in self.literals(iri, _NUMBER.value)]
            years = sorted({each.value[:4] for each in self.literals(iri, _DCTERMS + "issued")})
            shared = any(len(self.bearers(number)) > 1 for number in numbers)
            return f" ({' | '.join(years)})" if shared and years else ""
        if sort_of(iri) == "place":
            until = [shown_date(each.value) for each in self.literals(iri, _VK + "validTo")]
            since = [shown_date(each.value) for each in self.literals(iri, _VK + "validFrom")]
            if until:
                return f" ({say('đến', 'until')} {until[0]})"
            return f" ({say('từ', 'since')} {since[0]})" if since else ""
        return ""

    def called(self, code: str) -> str:
        """The label of the concept that a code of the JSON stands for, else the code."""
        notation = self.snapshot.store.quads_for_pattern(None, _NOTATION, Literal(code), None)
        concepts = sorted({q.subject.value for q in notation if isinstance(q.subject, NamedNode)})
        return self.label(concepts[0]) if concepts else code

    def bearers(self, number: str) -> list[str]:
        """The instruments that bear a number."""
        found = self.snapshot.store.quads_for_pattern(None, _NUMBER, Literal(number), _DEFAULT)
        return sorted({plain(quad.subject) for quad in found})

    def bearer(self, name: str) -> str | None:
        """The one thing that bears this name or number; None where several or none do."""
        store = self.snapshot.store
        labelled = store.quads_for_pattern(None, _NAMES[0], Literal(name, language="vi"), _DEFAULT)
        numbered = store.quads_for_pattern(None, _NUMBER, Literal(name), _DEFAULT)
        found = {plain(quad.subject) for quad in (*labelled, *numbered)}
        return found.pop() if len(found) == 1 else None

    def inverse(self, predicate: str) -> str | None:
        """The property that says the same from the other end, where the ontology names one."""
        node = NamedNode(predicate)
        store = self.snapshot.store
        ahead = [quad.object for quad in store.quads_for_pattern(node, _INVERSE, None, None)]
        behind = [quad.subject for quad in store.quads_for_pattern(None, _INVERSE, node, None)]
        named = sorted(end.value for end in (*ahead, *behind) if isinstance(end, NamedNode))
        return named[0] if named else None

    def text(self, source: str) -> str:
        """The SourceText as stored, protected stretches masked; empty where it may not be kept."""
        if source not in self._texts:
            graph = NamedNode(iris.source_graph(source.rsplit("/", 1)[-1]))
            pattern = (NamedNode(source), NamedNode(_VK + "text"), None, graph)
            found = [plain(q.object) for q in self.snapshot.store.quads_for_pattern(*pattern)]
            known = self.clear.text(source) if self.clear else None
            self._texts[source] = known or (found[0] if found else "")
        return self._texts[source]

    def quoted(self, source: str, start: int, end: int, quote: str = "", rule: str = "") -> Proof:
        """The evidence at these offsets, with a few words before and after."""
        text = self.text(source)
        published = self.literals(source, _VK + "published")
        return Proof(
            tone="text",
            source=source,
            title=self.label(source),
            published=published[0].value if published else "",
            before=_tail(text[max(0, start - _AROUND) : start]),
            quote=text[start:end] if self.clear else quote or text[start:end],
            after=_head(text[end : end + _AROUND]),
            start=start,
            end=end,
            rule=rule,
        )

    def is_recorded(self, iri: str) -> bool:
        """Whether the authority list has an entry for the thing."""
        graph = NamedNode(iris.GRAPH_AUTHORITY)
        entry = self.snapshot.store.quads_for_pattern(NamedNode(iri), None, None, graph)
        return next(entry, None) is not None

    def terms(self, iri: str, predicate: str) -> list[Term]:
        """What the default graph gives for one property of a thing."""
        found = self.snapshot.store.quads_for_pattern(
            NamedNode(iri), NamedNode(predicate), None, _DEFAULT
        )
        return sorted((quad.object for quad in found), key=str)

    def objects(self, iri: str, predicate: str) -> list[str]:
        """The same as plain texts: IRIs and what literals say."""
        return [plain(term) for term in self.terms(iri, predicate)]

    def subjects(self, predicate: str, iri: str) -> list[str]:
        """The things of which the default graph says that they have a thing for a property."""
        found = self.snapshot.store.quads_for_pattern(
            None, NamedNode(predicate), NamedNode(iri), _DEFAULT
        )
        return [plain(quad.subject) for quad in found]

    def said_of(self, iri: str) -> list[tuple[Term, str]]:
        """Every (object, property) that the default graph gives a thing."""
        found = self.snapshot.store.quads_for_pattern(NamedNode(iri), None, None, _DEFAULT)
        return [(quad.object, quad.predicate.value) for quad in found]

    def said_on(self, iri: str) -> list[tuple[str, str]]:
        """Every (subject, property) that points to a thing, parts of sources left out."""
        found = self.snapshot.store.quads_for_pattern(None, None, NamedNode(iri), _DEFAULT)
        pairs = ((plain(quad.subject), quad.predicate.value) for quad in found)
        return [pair for pair in pairs if sort_of(pair[0]) != "part"]

    def tones(self, subject: str, predicate: str, term: Term) -> set[str]:
        """Where a statement comes from: text, authority, rule or review."""
        store, triple = self.snapshot.store, (NamedNode(subject), NamedNode(predicate), term)
        named = (iris.GRAPH_AUTHORITY, iris.GRAPH_ONTOLOGY, iris.GRAPH_DERIVED, iris.GRAPH_REVIEW)
        found = {
            tone_of(graph)
            for graph in named
            if next(store.quads_for_pattern(*triple, NamedNode(graph)), None)
        }
        quads = store.quads_for_pattern(*triple, None)
        names = (getattr(quad.graph_name, "value", iris.GRAPH_META) for quad in quads)
        # one source is enough, of however many say so
        in_text = any(name.startswith(_SOURCES) for name in names)
        return found | {"text"} if in_text else found

    def position(self, iri: str) -> tuple[str, str, int]:
        """Where a part of a source stands among all: by the source's date, then its place there."""
        part = _PART.match(iri)
        if not part:
            return "", iri, 0
        source = iris.source(part["source"])
        if source not in self._published:
            self._published[source] = "".join(self.objects(source, _VK + "published")[:1])
        return self._published[source], source, int(part["start"] or 0)

    def parts(self, source: str, first: int, last: int) -> list[str]:
        """The things that were read from a stretch of a source, claims left out, in no order."""
        graph = NamedNode(iris.source_graph(source.rsplit("/", 1)[-1]))
        found = self.snapshot.store.quads_for_pattern(None, _IN_SOURCE, NamedNode(source), graph)
        things = (plain(quad.subject) for quad in found)
        return [
            thing
            for thing in things
            if not _CLAIM.search(thing) and first <= self.position(thing)[2] < last
        ]

    def said_in(self, source: str, thing: str) -> dict[str, list[str]]:
        """What one source says of a thing, by property."""
        graph = NamedNode(iris.source_graph(source.rsplit("/", 1)[-1]))
        found: dict[str, list[str]] = {}
        for quad in self.snapshot.store.quads_for_pattern(NamedNode(thing), None, None, graph):
            found.setdefault(quad.predicate.value, []).append(plain(quad.object))
        return {name: sorted(values) for name, values in found.items()}

    def read_from(self, part: str) -> list[Proof]:
        """The stretches of text that a part of a source, or a claim, was read from."""
        store, node = self.snapshot.store, NamedNode(part)
        found = []
        for quad in store.quads_for_pattern(node, _SELECTOR, None, None):
            if isinstance(quad.graph_name, NamedNode) and isinstance(quad.object, NamedNode):
                span = {
                    each.predicate.value: plain(each.object)
                    for each in store.quads_for_pattern(quad.object, None, None, quad.graph_name)
                }
                rules = store.quads_for_pattern(node, _RULE, None, quad.graph_name)
                rule = next((plain(each.object) for each in rules), "")
                start, end = int(span[_OA + "start"]), int(span[_OA + "end"])
                source, exact = span[_VK + "inSource"], span[_OA + "exact"]
                found.append(replace(self.quoted(source, start, end, exact, rule), part=part))
        return sorted(found, key=lambda proof: (proof.source or "", proof.start))

    def evidence(self, iri: str) -> tuple[Proof, ...]:
        """The stretches of text that the thing was read from, else some that name it."""
        if iri not in self._evidence:
            found = self.read_from(iri)
            for name in () if found else (_VK + "mentions", _VK + "citedEntity"):
                first = islice(self.subjects(name, iri), _MENTIONS_WEIGHED)
                for part in sorted(first, key=self.position)[: _MENTIONS_SHOWN - len(found)]:
                    found += self.read_from(part)
            self._evidence[iri] = tuple(found)
        return self._evidence[iri]

    def citations(self, citing: str) -> dict[str, list[str]]:
        """The citations of a text, by what is cited."""
        if citing not in self._citations:
            found: dict[str, list[str]] = {}
            for citation in self.subjects(_VK + "citingEntity", citing):
                for cited in self.objects(citation, _VK + "citedEntity"):
                    found.setdefault(cited, []).append(citation)
            self._citations[citing] = found
        return self._citations[citing]

    def decisions(self, subject: str, predicate: str, term: Term) -> list[Proof]:
        """What reviewers decided on a statement, with who and when."""
        store = self.snapshot.store
        acts = store.quads_for_pattern(None, _OBJECT, term, _REVIEW) if term else ()
        found = [act_of(store, plain(quad.subject)) for quad in acts]
        return [
            Proof("review", authority=self.decided(act))
            for act in sorted(found, key=lambda each: each.iri)
            if (act.stated.subject, act.stated.predicate) == (subject, predicate)
        ][:_MENTIONS_SHOWN]

    def acts_about(self, subject: str) -> list[Act]:
        """The decisions on what is said of a thing."""
        store = self.snapshot.store
        found = store.quads_for_pattern(None, _SUBJECT, NamedNode(subject), _REVIEW)
        return sorted((act_of(store, plain(quad.subject)) for quad in found), key=lambda a: a.iri)

    def decided(self, act: Act) -> str:
        """A decision in words: what, who, when, why."""
        verdict = self.label(iris.CONCEPT + act.verdict)
        return " · ".join(filter(None, (verdict, act.who, shown_date(act.when[:10]), act.reason)))

    def claimed(self, subject: str, end: str) -> tuple[Proof, ...]:
        """The sentences of the claims that relate two things."""
        rows = self.rows("claims", subject)
        claims = sorted(row["claim"].value for row in rows if plain(row["object"]) == end)
        return tuple(proof for claim in claims[:_MENTIONS_SHOWN] for proof in self.read_from(claim))

    def proof(self, row: QuerySolution) -> Proof:
        """The evidence in a row with `source start end quote rule`."""
        return self.quoted(
            source=row["source"].value,
            start=int(row["start"].value),
            end=int(row["end"].value),
            quote=row["quote"].value,
            rule=said(row, "rule"),
        )

    def record(self, iri: str) -> Proof:
        """The entry of the authority list as evidence, with the source that the entry names."""
        named = self.literals(iri, _VK + "authoritySource")
        certainty = self.snapshot.store.quads_for_pattern(
            NamedNode(iri), NamedNode(_VK + "certainty"), None, _DEFAULT
        )
        how_sure = sorted(self.label(plain(quad.object)) for quad in certainty)
        said_so = "; ".join(sorted(each.value for each in named))
        return Proof(tone="authority", authority=" · ".join(filter(None, (said_so, *how_sure))))


def _shortened(quote: str) -> str:
    """The beginning of a quote as a name of what was read from it."""
    words_of = " ".join(quote.split())
    whole = len(words_of) <= _NAME
    return f"“{words_of}”" if whole else f"“{words_of[:_NAME].rpartition(' ')[0]} …”"


_LINE_END = re.compile(r"\n(?=(\s*)(\S?))")


def _paragraphs(text: str) -> list[str]:
    """The text cut where a paragraph ends: a line that goes on in lower case was only wrapped."""
    ends = [m.start() for m in _LINE_END.finditer(text) if "\n" in m[1] or not m[2].islower()]
    return [text[start:end] for start, end in pairwise((0, *ends, len(text)))]


def _tail(text: str) -> str:
    """The end of a passage from the start of a word, within its paragraph."""
    line = _paragraphs(text)[-1].lstrip("\n")
    cut = len(line) == len(text) == _AROUND
    return ("… " + line.partition(" ")[2]) if cut else line


def _head(text: str) -> str:
    """The beginning of a passage to the end of a word, within its paragraph."""
    line = _paragraphs(text)[0]
    cut = len(line) == len(text) == _AROUND
    return (line.rpartition(" ")[0] + " …") if cut else line
