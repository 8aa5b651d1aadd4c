"""A snapshot as one request sees it: what it says of a thing, and the sentences behind that."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice

from pyoxigraph import NamedNode, QuerySolution

from graph.snapshots import Term
from ontology import iris
from web.naming import DEFAULT, plain
from web.paths import sort_of, source_of
from web.quoting import Proof, around, shortened, stretch
from web.sayings import Sayings, said

_VK = iris.ONTOLOGY
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
TYPE = _RDF + "type"
# What has no name of its own is called by what it is of.
_NAMED_BY = {
    "change": (_VK + "into", "http://www.w3.org/ns/org#resultingOrganization"),
    "expression": (_VK + "expressionOf",),
}
SUBJECT, PREDICATE, OBJECT = (NamedNode(_RDF + n) for n in ("subject", "predicate", "object"))
SELECTOR = NamedNode("http://www.w3.org/ns/oa#hasSelector")
_EXACT = NamedNode("http://www.w3.org/ns/oa#exact")
_RULE = NamedNode(_VK + "rule")
_IN_PART = NamedNode(_VK + "inPart")
# What stands in a source, with its place there: `/source/ID/citation/2157`, `/inspection/ID-1749`.
_PART = re.compile(
    re.escape(iris.BASE)
    + r"(?:source/(?=\w+/)|inspection/)(?P<source>[0-9a-f]{16})(?:/[a-z]+/|-)(?P<start>\d+)?"
)
# What names a thing is looked at so often to show a few of the first.
_MENTIONS_WEIGHED, _MENTIONS_SHOWN = 200, 3


@dataclass(slots=True)
class Reader(Sayings):
    """Looks things up in one snapshot for one request, each thing once."""

    _described: dict[str, str] = field(default_factory=dict)
    _read: dict[str, list[Proof]] = field(default_factory=dict)
    _evidence: dict[str, tuple[Proof, ...]] = field(default_factory=dict)
    _citations: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    _cited_in: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    _claims: dict[str, dict[tuple[str, str], list[str]]] = field(default_factory=dict)
    _claims_in: dict[tuple[str, str], dict[tuple[str, ...], list[str]]] = field(
        default_factory=dict
    )

    def label(self, iri: str) -> str:
        """What people call the thing; for one without a name what it is, else its IRI's end."""
        named = self.names.label(iri)
        if named:
            return named
        if iri not in self._described:
            self._described[iri] = self._description(iri)
        return self._described[iri]

    def _description(self, iri: str) -> str:
        """A part of a source by its class and first words; else the end of the IRI."""
        last = iri.rstrip("/").replace("#", "/").rsplit("/", 1)[-1]
        if named_by := _NAMED_BY.get(sort_of(iri)):
            whose = (of for name in named_by for of in self.objects(iri, name))
            return f"{self.label(next(whose, last))} · {last.partition('@')[2] or last}"
        if sort_of(iri) != "part":
            return last
        classes = self.snapshot.store.quads_for_pattern(NamedNode(iri), NamedNode(TYPE), None, None)
        named = sorted({self.label(plain(quad.object)) for quad in classes})
        quotes = [proof.quote for proof in self.evidence(iri)]
        return f"{named[0]}: {shortened(quotes[0])}" if named and quotes else last

    def told_apart(self, iri: str) -> str:
        """The label with what tells it from its namesakes: `Quy định 124-QĐ/TW (2018)`."""
        return self.label(iri) + self.names.mark(iri)

    def quoted(
        self, source: str, start: int, end: int, quote: str = "", rule: str = "", part: str = ""
    ) -> Proof:
        """The evidence at these offsets, with a few words before and after."""
        text = self.text(source)
        before, after = around(text, start, end)
        return Proof(
            tone="text",
            source=source,
            title=self.label(source),
            published=self.published(source),
            before=before,
            quote=text[start:end] if self.clear else quote or text[start:end],
            after=after,
            start=start,
            end=end,
            rule=rule,
            part=part,
        )

    def position(self, iri: str) -> tuple[str, str, int]:
        """Where a part of a source stands among all: by the source's date, then its place there."""
        part = _PART.match(iri)
        if not part:
            return "", iri, 0
        source = iris.source(part["source"])
        return self.published(source), source, int(part["start"] or 0)

    def read_from(self, part: str) -> list[Proof]:
        """The stretches of text that a part of a source, or a claim, was read from."""
        if part not in self._read:
            self._read[part] = self._stretches(part)
        return self._read[part]

    def _stretches(self, part: str) -> list[Proof]:
        store, node = self.snapshot.store, NamedNode(part)
        found = []
        for quad in store.quads_for_pattern(node, SELECTOR, None, None):
            place = stretch(plain(quad.object))
            if place and isinstance(quad.graph_name, NamedNode):
                rule, in_part = (
                    next(map(plain, self._said_by(node, name, quad.graph_name)), "")
                    for name in (_RULE, _IN_PART)
                )
                quote = "" if self.text(place[0]) else self.exact(plain(quad.object))
                read = self.quoted(*place, quote, rule=rule, part=part)
                found.append(replace(read, in_part=in_part))
        return sorted(found, key=lambda proof: (proof.source or "", proof.start))

    def _said_by(self, node: NamedNode, name: NamedNode, graph: NamedNode) -> Iterator[Term]:
        return (
            quad.object for quad in self.snapshot.store.quads_for_pattern(node, name, None, graph)
        )

    def exact(self, span: str) -> str:
        """The quote of a source whose text may not be kept."""
        quads = self.snapshot.store.quads_for_pattern(NamedNode(span), _EXACT, None, None)
        return next((plain(quad.object) for quad in quads), "")

    def claims_in(self, graph: str, subject: str, predicate: str, term: Term) -> list[str]:
        """The claims in one graph that state something."""
        if (graph, subject) not in self._claims_in:
            within, found = NamedNode(graph), dict[tuple[str, ...], list[str]]()
            about = (None, SUBJECT, NamedNode(subject), within)
            for quad in self.snapshot.store.quads_for_pattern(*about):
                claim = NamedNode(plain(quad.subject))
                stated = (next(self._said_by(claim, name, within)) for name in (PREDICATE, OBJECT))
                found.setdefault(tuple(map(plain, stated)), []).append(claim.value)
            self._claims_in[graph, subject] = found
        return sorted(self._claims_in[graph, subject].get((predicate, plain(term)), ()))

    def claims(self, subject: str) -> Mapping[tuple[str, str], list[str]]:
        """The claims about a thing, by what they state of it: (property, object)."""
        if subject not in self._claims:
            found: dict[tuple[str, str], list[str]] = {}
            for row in self.looked_up("claims", subject):
                key = (said(row, "predicate"), said(row, "object"))
                found.setdefault(key, []).append(said(row, "claim"))
            self._claims[subject] = found
        return self._claims[subject]

    def claimed(self, subject: str, end: str) -> tuple[Proof, ...]:
        """The sentences of the claims that relate two things."""
        claims = sorted(
            claim
            for (_, stated), found in self.claims(subject).items()
            if stated == end
            for claim in found
        )
        return tuple(proof for claim in claims[:_MENTIONS_SHOWN] for proof in self.read_from(claim))

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

    def citing(self, subject: str, cited: str) -> list[str]:
        """The citations of an instrument in a text; looked for among those in the text's source."""
        if cited not in self._cited_in:
            found: dict[str, list[str]] = {}
            for citation in self.subjects(_VK + "citedEntity", cited):
                found.setdefault(source_of(citation) or "", []).append(citation)
            self._cited_in[cited] = found
        sources = [subject, *self.subjects(_VK + "textOf", subject)]
        within = [each for source in sources for each in self._cited_in[cited].get(source, ())]
        return [each for each in within if subject in self.objects(each, _VK + "citingEntity")]

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
            NamedNode(iri), NamedNode(_VK + "certainty"), None, DEFAULT
        )
        how_sure = sorted(self.label(plain(quad.object)) for quad in certainty)
        said_so = "; ".join(sorted(each.value for each in named))
        return Proof(tone="authority", authority=" · ".join(filter(None, (said_so, *how_sure))))
