"""A source text cut into paragraphs and pieces: every mention is marked where it stands."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pyoxigraph import NamedNode

from ontology import iris
from web.cells import Cell, link
from web.naming import plain
from web.paths import local
from web.quoting import stretch
from web.reading import SELECTOR, TYPE, Reader

_VK = iris.ONTOLOGY
# Short readings are underlined in the text; the others stand beside their paragraph.
_INLINE = {
    _VK + "Citation": "citation",
    _VK + "Mention": "body",
    _VK + "Figure": "figure",
}

# What else such a thing is says no more of it here.
_UNSHOWN = frozenset(_VK + name for name in ("DisciplineTally", "PetitionTally"))
_TARGETS = (
    _VK + "citedEntity",
    _VK + "mentions",
    _VK + "ofInstrument",
    "http://www.w3.org/ns/org#member",
)
_RULE = _VK + "rule"
# Of these, which are nearly all, the address tells the class and what more is said of them: a page
# looks up hundreds, and each look costs.
_KNOWN = {
    "citation": (_VK + "Citation", (_RULE, *_TARGETS[:1])),
    "mention": (_VK + "Mention", _TARGETS[1:2]),
    "figure": (_VK + "Figure", ()),
    "finding": (_VK + "Finding", ()),
}


@dataclass(frozen=True, slots=True)
class Reading:
    """One thing that was read from the text, with what it points to."""

    id: int
    label: str
    class_iri: str
    start: int
    end: int
    quote: str
    rule: str
    address: str
    target: Cell | None


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text under the same marks; `target` when the page was opened on it."""

    text: str
    reading: Reading | None = None
    mark: str = ""
    target: bool = False
    first: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or a stretch of page furniture, with its pieces and what stands beside it."""

    start: int
    end: int
    pieces: tuple[Piece, ...]
    notes: tuple[Reading, ...] = ()
    furniture: bool = False
    repeated: bool = False

    @property
    def length(self) -> int:
        """How many characters it has."""
        return self.end - self.start

    @property
    def has_target(self) -> bool:
        """Whether the page was opened on a stretch inside."""
        return any(piece.target for piece in self.pieces)


def readings(reader: Reader, source: str, first: int, last: int) -> list[Reading]:
    """Everything that was read from a stretch of the source, in the order of the text."""
    places = reading_places(reader, source)
    within = places[bisect_left(places, (first,)) : bisect_left(places, (last,))]
    return [
        _reading(reader, number, thing, (start, -back), source)
        for number, (start, back, thing) in enumerate(within)
    ]


def reading_places(reader: Reader, source: str) -> list[tuple[int, int, str]]:
    """Where each thing was read in a source: start, end turned round, thing; the longer first."""
    return reader.memory.of_one("readings", source, lambda: _places(reader, source))


def _places(reader: Reader, source: str) -> list[tuple[int, int, str]]:
    quads = reader.snapshot.store.quads_for_pattern(None, SELECTOR, None, _graph(source))
    things = ((plain(quad.subject), quad) for quad in quads)
    places = (
        (thing, stretch(plain(quad.object))) for thing, quad in things if "/claim/" not in thing
    )
    return sorted((place[1], -place[2], thing) for thing, place in places if place)


def _graph(source: str) -> NamedNode:
    return NamedNode(iris.source_graph(source.rsplit("/", 1)[-1]))


def _reading(
    reader: Reader, number: int, thing: str, place: tuple[int, int], source: str
) -> Reading:
    known = _KNOWN.get(thing.removeprefix(source + "/").partition("/")[0])
    class_iri, looked_up = known or (_class(reader, source, thing), (_RULE, *_TARGETS))
    said = {name: reader.said_in(source, thing, name) for name in looked_up}
    rule = "".join(said.pop(_RULE, [])[:1])
    end = next((end for ends in said.values() for end in ends), None)
    target = link(reader, end) if end else None
    return Reading(
        id=number,
        label=reader.label(class_iri) if class_iri else "",
        class_iri=class_iri,
        start=place[0],
        end=place[1],
        quote=reader.text(source)[slice(*place)]
        or reader.exact(f"{source}/span/{place[0]}-{place[1]}"),
        rule=rule,
        address=target.address if target and target.address else local(thing),
        target=target,
    )


def _class(reader: Reader, source: str, thing: str) -> str:
    """The first of the classes that say what a thing is; empty where none does."""
    classes = (each for each in reader.said_in(source, thing, TYPE) if each not in _UNSHOWN)
    return next(classes, "")


class _Ordered:
    """Readings in the order of the text, so that a paragraph finds its own without the others."""

    def __init__(self, found: Sequence[Reading]) -> None:
        self._found = sorted(found, key=lambda one: one.start)
        self._starts = [one.start for one in self._found]
        self._longest = max((one.end - one.start for one in found), default=0)

    def begun(self, start: int, end: int) -> list[Reading]:
        """Those that begin in a stretch."""
        return self._found[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def over(self, start: int, end: int) -> list[Reading]:
        """Those that a stretch shares a letter with."""
        return [one for one in self.begun(start - self._longest, end) if start < one.end]


def blocks(
    text: str,
    found: Sequence[Reading],
    furniture: Iterable[tuple[int, int]],
    repeated: Sequence[tuple[int, int]],
    target: tuple[int, int] | None,
    page: tuple[int, int] | None = None,
) -> list[Block]:
    """The text as printed: paragraphs in order, furniture apart, nothing lost but the line ends.

    With a `page`, the paragraphs that begin on that stretch.
    """
    inline = _Ordered([one for one in found if one.class_iri in _INLINE])
    beside = _Ordered([one for one in found if one.class_iri not in _INLINE])
    made = []
    for start, end, is_furniture in paragraphs(text, sorted(furniture)):
        if page and not page[0] <= start < page[1]:
            continue
        made.append(
            Block(
                start=start,
                end=end,
                pieces=tuple(_pieces(text, start, end, inline.over(start, end), target)),
                notes=() if is_furniture else tuple(beside.begun(start, end)),
                furniture=is_furniture,
                repeated=any(first <= start and end <= last for first, last in repeated),
            )
        )
    return made


def paragraphs(text: str, furniture: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, bool]]:
    """Each as (start, end, is furniture): furniture whole, the rest by line, without blank ones."""
    position = 0
    for start, end in (*furniture, (len(text), len(text))):
        yield from _lines(text, position, max(position, start))
        if end > start:
            yield start, end, True
        position = max(position, end)


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        if text[start:stop].strip():
            yield start, stop, False
        start = stop + 1


def _pieces(
    text: str, start: int, end: int, here: Sequence[Reading], target: tuple[int, int] | None
) -> Iterator[Piece]:
    """The paragraph cut where marks begin or end; of marks that overlap the shorter one wins."""
    edges = {start, end, *(edge for one in here for edge in (one.start, one.end))}
    edges |= set(target or ())
    cuts = sorted(edge for edge in edges if start <= edge <= end)
    for left, right in pairwise(cuts):
        over = [one for one in here if one.start <= left and right <= one.end]
        reading = min(over, key=lambda one: (one.end - one.start, one.id), default=None)
        hit = target is not None and target[0] <= left and right <= target[1]
        mark = _INLINE[reading.class_iri] if reading else ""
        first = hit and target is not None and left == max(target[0], start)
        yield Piece(text[left:right], reading, mark, hit, first)
