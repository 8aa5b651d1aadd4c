"""What was asked of a version and what came of it: traces and paths that can be asked again.

A result carries its dataset version, its query and options, what was cut and why, and a permalink
that names the version and a digest of the whole answer, so that a later reader sees whether the
same question still has the same answer.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlencode

import numpy as np

from graph.hops import Hop, Teller, Thing
from graph.lineage import Stage, lineage
from graph.links import SORTS, Ints, Links, links, ordinal
from graph.paths import EVERYTHING, Wanted, Ways, paths
from graph.questions import bearers
from graph.refusals import UnknownThing
from graph.relations import chosen
from graph.signals import Signal, signal
from graph.snapshots import Snapshot, Version
from graph.telling import printed_day
from graph.trace import Asked, Trace, trace
from ontology import iris

# Plural or singular, what may stand for all things of a sort as the end of paths.
_ALL_OF = {f"{sort}s": sort for sort in SORTS} | {"bodies": "body"}


@dataclass(frozen=True, slots=True)
class Note:
    """Something that a reader of a result must know, in both languages."""

    vi: str
    en: str


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked: from where, to where, with which options; `most` hops or paths are shown."""

    start: str
    asked: Asked = field(default_factory=Asked)
    to: str = ""
    wanted: Wanted = field(default_factory=Wanted)
    first: int = 0
    most: int | None = None

    def parameters(self) -> dict[str, str]:
        """The question as parameters of an address, without what is as usual."""
        asked, usual, wanted = self.asked, Asked(), self.wanted
        said = {
            "number": self.start,
            "to": self.to,
            "direction": asked.direction if asked.direction != usual.direction else "",
            "depth": str(asked.depth) if asked.depth != usual.depth else "",
            "as_of": asked.as_of,
            "relations": ",".join(asked.relations),
            "bodies": "1" if asked.through_bodies else "",
        }
        if self.to:
            said |= {
                "paths": str(wanted.most or "all") if wanted.most != Wanted().most else "",
                "longest": str(wanted.longest) if wanted.longest != Wanted().longest else "",
                "via": ",".join(wanted.via),
                "hubs": "" if wanted.hubs else "0",
            }
        return {name: value for name, value in said.items() if value}


@dataclass(frozen=True, slots=True)
class Part:
    """The answer for one start: an instrument that bears the number, its signal and its line."""

    start: Thing
    signal: Signal | None
    trace: Trace | None
    hops: tuple[Hop, ...]
    ways: tuple[tuple[Hop, ...], ...]
    found: int
    notes: tuple[Note, ...]
    line: tuple[Stage, ...]

    def every(self) -> Iterator[tuple[int, Hop]]:
        """The hops that are shown, with the number of their path (0 in a trace)."""
        yield from ((0, hop) for hop in self.hops)
        for number, way in enumerate(self.ways, 1):
            yield from ((number, hop) for hop in way)


@dataclass(frozen=True, slots=True)
class Result:
    """The answer to a question on one version."""

    question: Question
    version: Version
    parts: tuple[Part, ...]
    digest: str

    @property
    def found(self) -> int:
        """How many hops, or paths, there are in all."""
        return sum(part.found for part in self.parts)

    @property
    def shown(self) -> int:
        """How many of them are shown."""
        return sum(len(part.ways) if self.question.to else len(part.hops) for part in self.parts)

    @property
    def permalink(self) -> str:
        """The address that asks the same of the same version: `/trace?number=…&version=7`."""
        said = {"version": str(self.version.number), "result": f"{self.found}-{self.digest}"}
        return "/trace?" + urlencode(self.question.parameters() | said)

    def hops(self) -> Iterator[tuple[Part, int, Hop]]:
        """Every hop that is shown, with its part and path."""
        for part in self.parts:
            yield from ((part, number, hop) for number, hop in part.every())


def traced(snapshot: Snapshot, question: Question) -> Result:
    """The answer to a question.

    Raises UnknownNumber, UnknownThing, UnknownRelation, UnknownStep and UnreadableDate.
    """
    teller = Teller(snapshot, links(snapshot))
    starts = meant(snapshot, question.start)
    answer = _ways if question.to else _trace
    pairs = [answer(snapshot, teller, start, question) for start in starts]
    digest = hashlib.sha256("\n".join(digest for _, digest in pairs).encode()).hexdigest()[:12]
    return Result(question, snapshot.version, tuple(part for part, _ in pairs), digest)


def meant(snapshot: Snapshot, said: str) -> list[str]:
    """The things that a number, an IRI or the path of one can mean."""
    if "://" not in said and not said.startswith("/"):
        return bearers(snapshot, said)
    iri = said if "://" in said else iris.BASE + said.lstrip("/")
    try:
        known = Teller(snapshot, links(snapshot)).knows(iri)
    except ValueError:
        # Oxigraph refuses what is no IRI.
        raise UnknownThing(iri) from None
    if not known:
        raise UnknownThing(iri)
    return [iri]


def _trace(_: Snapshot, teller: Teller, start: str, question: Question) -> tuple[Part, str]:
    found = trace(teller.links, start, question.asked)
    hops = teller.hops(found, question.first, question.most)
    notes = [*_start_notes(teller, start, question.asked), *_trace_notes(found)]
    part = Part(
        teller.thing(start), _signal(teller, start, question.asked), found, tuple(hops), (),
        found.found, tuple(notes), _line(teller, start, question.asked),
    )  # fmt: skip
    return part, _digest(teller.links, [walk.links for walk in found.walks])


def _ways(snapshot: Snapshot, teller: Teller, start: str, question: Question) -> tuple[Part, str]:
    here = teller.links
    ends = _ends(snapshot, here, question.to)
    number = here.number.get(start)
    if number is None or not ends:
        found = Ways((), whole=True, stopped=False)
    else:
        found = paths(here, number, ends, question.asked, question.wanted)
    stop = None if question.most is None else question.first + question.most
    followed = chosen(question.asked.relations, EVERYTHING)
    shown = found.paths[question.first : stop]
    notes = [*_start_notes(teller, start, question.asked), *_way_notes(found, question)]
    part = Part(
        teller.thing(start), _signal(teller, start, question.asked), None, (),
        tuple(tuple(teller.way(path, followed)) for path in shown), len(found.paths), tuple(notes),
        _line(teller, start, question.asked),
    )  # fmt: skip
    return part, _digest(here, [np.array(path.links, np.int32) for path in found.paths])


def _ends(snapshot: Snapshot, here: Links, to: str) -> list[int]:
    """The ends that paths are to lead to: of one number or IRI, or all things of a sort."""
    sort = _ALL_OF.get(to, to)
    if sort in SORTS:
        return np.flatnonzero(here.sort == SORTS.index(sort)).tolist()
    known = (here.number.get(each) for each in meant(snapshot, to))
    return [each for each in known if each is not None]


def _signal(teller: Teller, start: str, asked: Asked) -> Signal | None:
    if teller.thing(start).sort != "instrument":
        return None
    return signal(teller, start, asked.day)


def _line(teller: Teller, start: str, asked: Asked) -> tuple[Stage, ...]:
    if teller.thing(start).sort != "instrument":
        return ()
    return lineage(teller, start, asked.day)


def _digest(here: Links, found: Sequence[Ints]) -> str:
    """A digest of the links of an answer, the same for the same statements in any version."""
    digest = hashlib.sha256()
    for each in found:
        for link in each.tolist():
            subject, relation, object_ = here.statement(link)
            digest.update(f"{subject} {relation} {object_}\n".encode())
    return digest.hexdigest()


def _start_notes(teller: Teller, start: str, asked: Asked) -> Iterator[Note]:
    """What is to be known of the start."""
    candidates = teller.candidates(start)
    if teller.thing(start).sort == "unresolved":
        names = "; ".join(candidates) or "–"
        yield Note(
            f"Viện dẫn này chưa xác định là văn bản nào; có thể là: {names}.",
            f"This citation is not known to mean a certain instrument; it may be: {names}.",
        )
    days = teller.links.day[teller.links.day > 0]
    if asked.day and len(days) and asked.day < int(days.min()):
        yield Note(
            f"Ngày {printed_day(asked.as_of)} đứng trước mọi ngày trong nguồn đã nạp.",
            f"{asked.as_of} lies before every date in the sources loaded.",
        )
    issued = min((d for each in teller.thing(start).dates if (d := ordinal(each))), default=0)
    if asked.day and issued > asked.day:
        yield Note(
            f"Đến ngày {printed_day(asked.as_of)} {teller.thing(start).label} chưa được ban hành.",
            f"On {asked.as_of} {teller.thing(start).label_en} had not been issued yet.",
        )


def _trace_notes(found: Trace) -> Iterator[Note]:
    """What a trace did not follow."""
    if not found.found:
        yield Note(
            "Chưa có quan hệ nào trong nguồn đã nạp.", "No link is told in the sources loaded."
        )
    if found.rim:
        yield Note(
            f"Ở độ sâu {found.asked.depth} còn {found.rim} nơi có quan hệ chưa đi tiếp; "
            "hãy tăng độ sâu.",
            f"Things at depth {found.asked.depth} whose own links were not followed: {found.rim}; "
            "ask for a greater depth.",
        )
    undated = found.undated() if found.asked.day else 0
    if undated:
        yield Note(
            f"{undated} quan hệ bắt đầu từ nơi không rõ ngày, nên ngày hỏi không loại chúng.",
            f"{undated} links begin at things without a date, so the day asked excludes none.",
        )


def _way_notes(found: Ways, question: Question) -> Iterator[Note]:
    longest = question.wanted.longest
    if not found.paths:
        yield Note(
            f"Không có đường nào dài đến {longest} bước trong nguồn đã nạp.",
            f"There is no path of at most {longest} hops in the sources loaded.",
        )
    if found.stopped:
        yield Note(
            "Việc tìm đã dừng trước khi xét hết; có thể còn đường khác. Hãy giảm độ dài.",
            "The search was stopped before all was looked at; there may be other paths. "
            "Ask for shorter ones.",
        )
    elif not found.whole:
        yield Note(
            "Có thể còn đường khác; đây là những đường ngắn nhất.",
            "There may be other paths; these are the shortest.",
        )
