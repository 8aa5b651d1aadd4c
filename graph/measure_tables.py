"""Measures as rows: of all texts; of one text with who cites it, what is cited with it, lags."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
import pyoxigraph as ox

from graph.evidence import Evidence
from graph.hops import Teller
from graph.lags import steps, summaries
from graph.links import Ends, Links, links
from graph.measures import Measures, cocited, coupled, measures
from graph.questions import Answer
from graph.snapshots import Snapshot, Term
from ontology import iris

Value = str | int | float | None
_XSD = "http://www.w3.org/2001/XMLSchema#"
COLUMNS = (
    "instrument", "label", "date", "cited", "citing", "pagerank", "betweenness", "community",
    "mainPath",
)  # fmt: skip


def overview(snapshot: Snapshot, most: int | None = None) -> Answer:
    """The measures of every text that is cited or cites, by PageRank."""
    found = measures(snapshot)
    ranked = np.lexsort((np.arange(found.citations.nodes), -found.pagerank))
    return _answer(snapshot, COLUMNS, _overview(snapshot, found, ranked[:most].tolist()))


def _overview(
    snapshot: Snapshot, found: Measures, nodes: Sequence[int]
) -> Iterator[Sequence[Value]]:
    here = links(snapshot)
    teller, texts = Teller(snapshot, here), found.citations.texts
    on_path = {int(e) for c in found.route for e in _ends(found, int(c))}
    for node in nodes:
        thing = teller.thing(here.nodes[texts[node]])
        yield (
            thing.iri, thing.label, " | ".join(thing.dates), int(found.cited[node]),
            int(found.citing[node]), round(float(found.pagerank[node]), 8),
            round(float(found.betweenness[node]), 8), int(found.community[node]),
            "x" if node in on_path else None,
        )  # fmt: skip


def main_path(snapshot: Snapshot) -> Answer:
    """The citations of the key-route main paths, the older first, with their counts."""
    found, here = measures(snapshot), links(snapshot)
    teller = Teller(snapshot, here)
    path = set(found.path.tolist())
    rows = []
    for citation in found.route.tolist():
        ends = (found.citations.texts[end] for end in _ends(found, citation))
        earlier, later = (teller.thing(here.nodes[end]) for end in ends)
        spc = found.spc[citation]
        rows.append(
            (
                earlier.label,
                " | ".join(earlier.dates),
                later.label,
                " | ".join(later.dates),
                int(spc) if np.isfinite(spc) else None,
                "x" if citation in path else None,
                earlier.iri,
                later.iri,
            )
        )
    columns = (
        "cited", "citedDate", "citing", "citingDate", "spc", "globalPath", "citedIri", "citingIri"
    )  # fmt: skip
    return _answer(snapshot, columns, rows)


def _ends(found: Measures, citation: int) -> tuple[int, int]:
    return int(found.citations.earlier[citation]), int(found.citations.later[citation])


def of_one(snapshot: Snapshot, iri: str) -> Answer:
    """All measures of one text, a row each: what is measured, of what, the value, its source."""
    columns = ("measure", "of", "value", "date", "iri")
    return _answer(snapshot, columns, _of_one(snapshot, iri))


def _of_one(snapshot: Snapshot, iri: str) -> Iterator[Sequence[Value]]:
    found, here = measures(snapshot), links(snapshot)
    node = found.citations.place(here.number.get(iri))
    if node is None:
        yield from _lags(snapshot, iri)
        return
    teller, texts = Teller(snapshot, here), found.citations.texts
    yield ("cited", None, int(found.cited[node]), None, iri)
    yield ("citing", None, int(found.citing[node]), None, iri)
    yield ("pagerank", None, round(float(found.pagerank[node]), 8), None, iri)
    yield ("betweenness", _exactness(found), round(float(found.betweenness[node]), 8), None, iri)
    yield ("community", found.method, int(found.community[node]), None, iri)
    yield from _by_whom(teller.evidence, found, here, node)
    for name, pairs in (
        ("co-citation", cocited(found.citations, node)),
        ("bibliographic coupling", coupled(found.citations, node)),
    ):
        for other, count in pairs:
            thing = teller.thing(here.nodes[texts[other]])
            yield (name, thing.label, count, " | ".join(thing.dates), thing.iri)
    yield from _lags(snapshot, iri)


def _exactness(found: Measures) -> str:
    return f"estimated from {found.pivots} pivots" if found.pivots else "exact"


def _by_whom(
    evidence: Evidence, found: Measures, here: Links, node: int
) -> Iterator[Sequence[Value]]:
    """How many citing texts there are of each level and of each issuer."""
    ends = Ends.of(found.citations.earlier, found.citations.nodes)
    later = found.citations.later[ends.at(np.array([node], np.int32))]
    citing = [here.nodes[n] for n in found.citations.texts[later]]
    levels = Counter(evidence.level(each) or "–" for each in citing)
    issuers = Counter(
        issuer for each in citing for issuer in evidence.values(each, iris.ONTOLOGY + "issuedBy")
    )
    for level, count in sorted(levels.items(), key=lambda each: (-each[1], each[0])):
        yield ("cited by level", level, count, None, None)
    for issuer, count in sorted(issuers.items(), key=lambda each: (-each[1], each[0])):
        yield ("cited by issuer", evidence.label(issuer), count, None, issuer)


def _lags(snapshot: Snapshot, iri: str) -> Iterator[Sequence[Value]]:
    told = steps(snapshot, iri)
    for each in summaries(told):
        said = f"{each.level or '–'} ({each.dated}/{each.steps})"
        yield ("median lag in days", said, each.median, None, None)
    for step in told:
        names = (step.level, step.body, step.measure, step.number)
        yield ("lag in days", " · ".join(filter(None, names)), step.days, step.date, step.source)


def _answer(
    snapshot: Snapshot, columns: tuple[str, ...], rows: Iterable[Sequence[Value]]
) -> Answer:
    terms = tuple(
        {name: _term(value) for name, value in zip(columns, row, strict=True)} for row in rows
    )
    return Answer(columns, terms, snapshot.version)


def _term(value: Value) -> Term | None:
    if value is None:
        return None
    if isinstance(value, str):
        return ox.Literal(value)
    whole = isinstance(value, int)
    printed = str(value) if whole else f"{value:.8f}".rstrip("0").rstrip(".")
    return ox.Literal(printed, datatype=ox.NamedNode(_XSD + ("integer" if whole else "decimal")))
