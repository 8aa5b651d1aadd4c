"""A source text cut into paragraphs and pieces: every mention is marked where it stands."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ontology import iris
from web.cells import Cell, link
from web.paths import local, passage
from web.reading import TYPE, Reader

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
    passage: str
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
    found: list[tuple[int, int, str, Reading]] = []
    for thing in reader.parts(source, first, last):
        for proof in reader.read_from(thing):
            said = reader.said_in(source, thing)
            classes = [each for each in said.get(TYPE, ()) if each not in _UNSHOWN]
            ends = [end for name in _TARGETS for end in said.get(name, ())]
            target = link(reader, ends[0]) if ends else None
            shown = Reading(
                id=0,
                label=reader.label(classes[0]) if classes else "",
                class_iri=classes[0] if classes else "",
                start=proof.start,
                end=proof.end,
                quote=proof.quote,
                rule=proof.rule,
                address=target.address if target and target.address else local(thing),
                passage=passage(source, proof.start, proof.end),
                target=target,
            )
            found.append((proof.start, -proof.end, thing, shown))
    ordered = [each[3] for each in sorted(found, key=lambda each: each[:3])]
    return [replace(each, id=number) for number, each in enumerate(ordered)]


def blocks(
    text: str,
    found: Sequence[Reading],
    furniture: Iterable[tuple[int, int]],
    repeated: Sequence[tuple[int, int]],
    target: tuple[int, int] | None,
) -> list[Block]:
    """The text as printed: paragraphs in order, furniture apart, nothing lost but the line ends."""
    inline = [one for one in found if one.class_iri in _INLINE]
    beside = [one for one in found if one.class_iri not in _INLINE]
    made = []
    for start, end, is_furniture in paragraphs(text, sorted(furniture)):
        notes = tuple(one for one in beside if start <= one.start < end and not is_furniture)
        made.append(
            Block(
                start=start,
                end=end,
                pieces=tuple(_pieces(text, start, end, inline, target)),
                notes=notes,
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
    text: str, start: int, end: int, inline: Sequence[Reading], target: tuple[int, int] | None
) -> Iterator[Piece]:
    """The paragraph cut where marks begin or end; of marks that overlap the shorter one wins."""
    here = [one for one in inline if one.start < end and start < one.end]
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
