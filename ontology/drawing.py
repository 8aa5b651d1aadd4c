"""The classes of the ontology as a drawing: cards in rooms, an arrow for each relation between two.

Drawn from `vankien.ttl` alone, as SVG; the page of the vocabulary and `docs/ontology.md` show it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from html import escape

from ontology.turtle import LABEL, VK, Resource, resources

VOCABULARY = "vankien.ttl"
_OWL = "http://www.w3.org/2002/07/owl#"
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
# Where each class stands: a column a room, from the text to what is read from it.
_ROOMS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("Nguồn, dẫn chứng", "Sources, evidence", ("SourceText", "Span", "Mention", "Claim")),
    ("Văn bản", "Instruments", ("Citation", "Instrument", "NormativeInstrument", "InstrumentKind")),
    ("Sổ, nhiệm kỳ", "Registers, terms", ("Register", "RegisterOwner", "Term", "ReviewAct")),
    ("Cơ quan, địa bàn", "Bodies, places", ("Body", "PartyCommittee", "StateBody", "AdminUnit")),
    (
        "Hoạt động",
        "Activities",
        ("Inspection", "Delegation", "Implementation", "DisciplineDecision"),
    ),
    ("Điều được nêu", "What is told", ("Finding", "Figure", "PetitionTally", "Conflict")),
)
_WIDE, _HIGH, _GAP_X, _GAP_Y, _TOP, _LEFT = 216, 44, 92, 72, 60, 16


@dataclass(frozen=True, slots=True)
class Arrow:
    """A relation between two classes that are drawn, or `is a`."""

    start: str
    end: str
    vi: str
    en: str
    is_a: bool = False


@cache
def drawing(language: str = "vi") -> str:
    """The drawing as SVG with labels in one language; colours follow the page that holds it."""
    places = dict(_places())
    width = _LEFT * 2 + len(_ROOMS) * _WIDE + (len(_ROOMS) - 1) * _GAP_X
    height = _TOP + 4 * (_HIGH + _GAP_Y)
    title = "Các lớp và quan hệ chính" if language == "vi" else "The main classes and relations"
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" '
        f'aria-label="{title}" font-family="inherit" font-size="13" fill="currentColor">',
        f"<title>{title}</title>",
        '<defs><marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" '
        'markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z"/></marker></defs>',
    ]
    for column, (vi, en, _) in enumerate(_ROOMS):
        x = _LEFT + column * (_WIDE + _GAP_X) + _WIDE / 2
        room = escape(vi if language == "vi" else en)
        parts.append(f'<text x="{x}" y="28" text-anchor="middle" font-weight="600">{room}</text>')
    parts += [_line(arrow, places, language) for arrow in arrows()]
    parts += [_card(name, place, language) for name, place in places.items()]
    return "\n".join([*parts, "</svg>", ""])


def arrows() -> Iterator[Arrow]:
    """One relation between each two drawn classes, the first of them, then what is what."""
    drawn = {name for _, _, names in _ROOMS for name in names}
    terms, seen = resources(VOCABULARY), set[tuple[str, str]]()
    for term in terms.values():
        if term.is_a(_OWL + "ObjectProperty"):
            start, end = (_local(term.one(_RDFS + side)) for side in ("domain", "range"))
            if start in drawn and end in drawn and start != end and (start, end) not in seen:
                seen.add((start, end))
                yield Arrow(start, end, _label(term, "vi"), _label(term, "en"))
    for name in sorted(drawn):
        for above in map(_local, terms[VK + name].all(_RDFS + "subClassOf")):
            if above in drawn:
                yield Arrow(name, above, "là", "is a", is_a=True)


def _places() -> Iterator[tuple[str, tuple[float, float]]]:
    for column, (_, _, names) in enumerate(_ROOMS):
        for row, name in enumerate(names):
            yield name, (_LEFT + column * (_WIDE + _GAP_X), _TOP + row * (_HIGH + _GAP_Y))


def _card(name: str, place: tuple[float, float], language: str) -> str:
    x, y = place
    label = escape(_label(resources(VOCABULARY)[VK + name], language))
    middle = x + _WIDE / 2
    return (
        f'<a href="#{name}"><rect x="{x}" y="{y}" width="{_WIDE}" height="{_HIGH}" rx="4" '
        f'fill="#fffdf8" stroke="currentColor"/><text x="{middle}" y="{y + 19}" '
        f'text-anchor="middle" font-size="12" fill="#222">{label}</text><text x="{middle}" '
        f'y="{y + 36}" text-anchor="middle" font-size="11" fill="#555">vk:{name}</text></a>'
    )


def _line(arrow: Arrow, places: dict[str, tuple[float, float]], language: str) -> str:
    """A line from the edge of a card to the edge of another, its word at a third of the way."""
    (x1, y1), (x2, y2) = places[arrow.start], places[arrow.end]
    if x1 == x2:
        down = 1 if y2 > y1 else 0
        x1 = x2 = x1 + _WIDE * (0.3 if down else 0.7)
        y1, y2 = y1 + _HIGH * down, y2 + _HIGH * (1 - down)
    else:
        right = 1 if x2 > x1 else 0
        x1, x2 = x1 + _WIDE * right, x2 + _WIDE * (1 - right)
        y1, y2 = y1 + _HIGH / 2, y2 + _HIGH / 2
    word = escape(arrow.vi if language == "vi" else arrow.en)
    # In the gap behind the card that it starts from, or half way down between two.
    part = 0.5 if abs(x2 - x1) <= _GAP_X else _GAP_X / 2 / abs(x2 - x1)
    x, y = x1 + (x2 - x1) * part, y1 + (y2 - y1) * part
    dashes = ' stroke-dasharray="4 3"' if arrow.is_a else ""
    return (
        f'<path d="M{x1:g} {y1:g}L{x2:g} {y2:g}" fill="none" stroke="currentColor" opacity=".55" '
        f'marker-end="url(#tip)"{dashes}/><text x="{x:g}" y="{y - 3:g}" font-size="10" '
        f'text-anchor="middle">{word}</text>'
    )


def _label(term: Resource, language: str) -> str:
    return term.one(LABEL, language) or _local(term.iri)


def _local(iri: str | None) -> str:
    return (iri or "").rsplit("#", 1)[-1].rsplit("/", 1)[-1]
