"""Hops as people read them: which things they join, by which links, and what words prove each."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

import numpy as np
import pyoxigraph as ox

from graph.deadline import on_time
from graph.evidence import RDF, Edge, Evidence, Quote
from graph.links import Links, ordinal, sort_of
from graph.paths import Path
from graph.relations import RELATIONS
from graph.snapshots import Snapshot
from graph.trace import Trace, direction
from ontology import iris

_VK = iris.ONTOLOGY
# A citation that a stronger word does not qualify; every other treatment tells more.
BARE = "dan-chieu"
# Between these no time passes that would mean anything.
_TIMELESS = ("confusedWith", "issuedBy", "subOrganizationOf")
_SHORTCOMING = iris.CONCEPT + "han-che"
# A finding that names a shortcoming criticises how the instrument is carried out.
CRITICISED = "phe-phan"
# Where a sentence ends: a stop before a capital, or a line that does not go on in lower case.
_STOP = re.compile(r"[.!?;…]\s+(?=[A-ZÀ-ỴĐ“\"(\-–])|\n+(?!\s*[a-zà-ỹđ])")
_AROUND = 400
_WHOLE = "2018-02-02"


@dataclass(frozen=True, slots=True)
class Thing:
    """One end of a hop: its address, what it is called, its sort and its stated days."""

    iri: str
    label: str
    label_en: str
    sort: str
    dates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One link of a hop with the best words for it; `mentions` counts all that prove it.

    `sentence` is the sentence around the quote, masked where the text is.
    """

    relation: str
    treatment: str
    subject: Thing
    object: Thing
    quote: Quote | None
    sentence: str
    mentions: int
    authority: str


@dataclass(frozen=True, slots=True)
class Hop:
    """Two things with all links between them, the most telling first."""

    depth: int
    direction: str
    later: Thing
    earlier: Thing
    lag_days: int | None
    steps: tuple[Step, ...]

    @property
    def told_by(self) -> Step:
        """The link that the hop is told by: the most telling that has a quote, else the first."""
        return next((step for step in self.steps if step.quote), self.steps[0])


class Teller:
    """Turns links of one snapshot into hops; looks each thing up once."""

    def __init__(self, snapshot: Snapshot, links: Links) -> None:
        self.evidence = Evidence(snapshot.store)
        self.links = links
        self._things: dict[str, Thing] = {}
        self._texts: dict[str, str] = {}

    def hops(self, trace: Trace, first: int = 0, most: int | None = None) -> list[Hop]:
        """The hops of a trace in their order, from the `first` on, at most so many."""
        stop = None if most is None else first + most
        return [self._hop(*each) for each in islice(_pairs(trace), first, stop)]

    def way(self, path: Path, relations: Collection[int] = range(len(RELATIONS))) -> list[Hop]:
        """The hops of a path, from its start to its end, with those of the relations they hold."""
        told = []
        for depth, (link, (near, far)) in enumerate(
            zip(path.links, pairwise(path.nodes), strict=True), 1
        ):
            ahead = self.links.later[link] == near and self.links.earlier[link] == far
            told.append(
                self._hop(depth, "cites" if ahead else "cited-by", self._siblings(link, relations))
            )
        return told

    def pair(self, link: int, relations: Collection[int]) -> Hop:
        """A link as a hop, with all of the relations between the same two things."""
        return self._hop(1, "cites", self._siblings(link, relations))

    def hop(self, link: int) -> Hop:
        """One link as a hop of its own."""
        return self._hop(1, "cites", [link])

    def thing(self, node: str) -> Thing:
        """One end, with what is stated of it."""
        if node not in self._things:
            here = self.evidence
            sort = sort_of(node)
            label, english = here.label(node), here.label(node, "en")
            if sort == "figure":
                label = english = self._figure(node)
            self._things[node] = Thing(node, label, english, sort, tuple(here.dates(node)))
        return self._things[node]

    def knows(self, iri: str) -> bool:
        """Whether the store says anything of an address."""
        return bool(self.evidence.values(iri, RDF + "type"))

    def candidates(self, iri: str) -> list[str]:
        """What an open citation may mean, by name and day."""
        found = map(self.thing, self.evidence.values(iri, _VK + "candidate"))
        return [f"{each.label} ({' | '.join(each.dates) or '–'})" for each in found]

    def sentence(self, quote: Quote) -> str:
        """The sentence of the source around a quote, as the public text has it."""
        text = self._text(quote.source)
        if not text:
            return quote.text
        start, end = max(0, quote.start - _AROUND), min(len(text), quote.end + _AROUND)
        before = [match.end() for match in _STOP.finditer(text, start, quote.start)]
        after = _STOP.search(text, quote.end, end)
        first = before[-1] if before else start
        return " ".join(text[first : after.start() + 1 if after else end].split())

    def _siblings(self, link: int, relations: Collection[int]) -> list[int]:
        """All links of the relations between the same two things in the same direction."""
        links = self.links
        here = links.by_later.at(links.later[link : link + 1])
        same = here[links.earlier[here] == links.earlier[link]].tolist()
        return [each for each in same if links.relation[each] in relations]

    def _hop(self, depth: int, way: str, of: Sequence[int]) -> Hop:
        links = self.links
        later, earlier = int(links.later[of[0]]), int(links.earlier[of[0]])
        ends = self.thing(links.nodes[later]), self.thing(links.nodes[earlier])
        steps = [self.step(link) for link in of]
        # Of a citation beside a stronger relation nothing new is told.
        telling = [step for step in steps if step.relation != "cites"] or steps
        after = lag(*ends) if steps[0].relation not in _TIMELESS else None
        return Hop(depth, way, *ends, after, tuple(telling))

    def step(self, link: int) -> Step:
        """One link with its best words; raises TookTooLong."""
        on_time()
        subject, place, object_ = self.links.statement(link)
        relation = RELATIONS[place]
        edge = Edge(relation.iri, subject, object_)
        quotes = sorted(set(self.evidence.quotes(edge)), key=_telling)
        best = quotes[0] if quotes else None
        return Step(
            relation.name,
            self._treatment(edge, relation.name, quotes),
            self.thing(subject),
            self.thing(object_),
            best,
            self.sentence(best) if best else "",
            len(quotes),
            "" if best else self.evidence.authority(edge),
        )

    def _treatment(self, edge: Edge, relation: str, quotes: Sequence[Quote]) -> str:
        if relation == "cites":
            return quotes[0].treatment if quotes else BARE
        if relation == "aboutInstrument":
            sorts = self.evidence.values(edge.start, _VK + "sort")
            return CRITICISED if _SHORTCOMING in sorts else BARE
        return ""

    def _text(self, source: str) -> str:
        if source not in self._texts:
            graph = ox.NamedNode(iris.source_graph(source.rsplit("/", 1)[-1]))
            pattern = (ox.NamedNode(source), ox.NamedNode(_VK + "text"), None, graph)
            found = [q.object for q in self.evidence.store.quads_for_pattern(*pattern)]
            self._texts[source] = next((o.value for o in found if isinstance(o, ox.Literal)), "")
        return self._texts[source]

    def _figure(self, node: str) -> str:
        """`151 đơn thư`."""
        said = (next(iter(self.evidence.values(node, _VK + n)), "") for n in ("value", "unitLabel"))
        return " ".join(filter(None, said))


def _telling(quote: Quote) -> tuple[bool, str, int, int]:
    """In this order quotes are preferred: one that says how it treats the other comes first."""
    return quote.treatment in ("", BARE), quote.source, quote.start, quote.end


def _pairs(trace: Trace) -> Iterator[tuple[int, str, list[int]]]:
    """Depth, direction and links of each hop of a trace: by depth, then by the day of the far end.

    What has no day comes last.
    """
    day = trace.links.day
    for walk in trace.walks:
        opens = np.flatnonzero(walk.opens)
        stops = np.append(opens[1:], len(walk.links))
        far = (trace.links.earlier if walk.ahead else trace.links.later)[walk.links[opens]]
        order = np.lexsort((far, day[far], day[far] == 0, walk.depth[opens]))
        for first, stop in zip(opens[order].tolist(), stops[order].tolist(), strict=True):
            yield int(walk.depth[first]), direction(walk), walk.links[first:stop].tolist()


def lag(later: Thing, earlier: Thing) -> int | None:
    """The days from the earlier thing to the later; None unless each has one whole day."""
    days = [
        {day[:10] for day in each.dates if len(day) >= len(_WHOLE)} for each in (later, earlier)
    ]
    if any(len(each) != 1 for each in days):
        return None
    return ordinal(days[0].pop()) - ordinal(days[1].pop())
