"""Administrative units before and after 01/7/2025, from places.csv."""

import csv
import unicodedata
from dataclasses import dataclass
from functools import cache

from ontology.iris import BASE
from ontology.turtle import FOLDER

PLACES = "places.csv"

# hòa and hoà, ủy and uỷ: the tone stands on either vowel of the pairs oa, oe, uy.
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_PAIRS = {"o": "ae", "u": "y"}
_D_LETTERS = str.maketrans("ðɖ", "đđ")


@dataclass(frozen=True, slots=True)
class Place:
    """A unit with its code as an identity of its time: codes and names are reused.

    `code` has two digits for a province, three for a district, five for a commune; `valid_from` is
    None where the record does not say since when. `successors` are several when a unit was split,
    `variants` other spellings of the name.
    """

    iri: str
    code: str
    name: str
    type: str
    level: str
    parent: str | None
    valid_from: str | None
    valid_to: str | None
    successors: tuple[str, ...]
    variants: tuple[str, ...]

    @property
    def label(self) -> str:
        """`xã Púng Luông`."""
        return f"{self.type} {self.name}"


@cache
def places() -> tuple[Place, ...]:
    """Every unit of record: provinces, districts and communes, before and after the reform."""
    with (FOLDER / PLACES).open(encoding="utf-8", newline="") as lines:
        rows = csv.reader(lines)
        next(rows)
        return tuple(_place(row) for row in rows)


def _place(row: list[str]) -> Place:
    key, code, name, kind, level, parent, start, end, successors, variants = row
    return Place(
        BASE + "place/" + key,
        code,
        name,
        kind,
        level,
        BASE + "place/" + parent if parent else None,
        start or None,
        end or None,
        tuple(BASE + "place/" + each for each in successors.split()),
        tuple(filter(None, variants.split("|"))),
    )


@cache
def _by_iri() -> dict[str, Place]:
    return {each.iri: each for each in places()}


def place(iri: str) -> Place | None:
    """The unit of the IRI, or None."""
    return _by_iri().get(iri)


def place_key(name: str) -> str:
    """A name folded for look-up: NFC, lower case, one placement of tones, one space, Ð as Đ.

    >>> place_key("Hoà  Bình") == place_key("Hòa Bình")
    True
    """
    letters = unicodedata.normalize("NFD", name.casefold().translate(_D_LETTERS))
    return unicodedata.normalize("NFC", _tones_first(" ".join(letters.split())))


def _tones_first(letters: str) -> str:
    """The decomposed text with the tone of oa, oe and uy moved to the first vowel of the pair."""
    out: list[str] = []
    for letter in letters:
        if (
            letter in _TONES
            and len(out) > 1
            and out[-1] in _PAIRS.get(out[-2], "")
            and out[-3:-2] != ["q"]
        ):
            out.insert(-1, letter)
        else:
            out.append(letter)
    return "".join(out)


@cache
def _by_name() -> dict[str, tuple[Place, ...]]:
    found: dict[str, list[Place]] = {}
    for each in places():
        for spelling in (each.name, *each.variants):
            found.setdefault(place_key(spelling), []).append(each)
    return {name: tuple(group) for name, group in found.items()}


def places_named(name: str) -> tuple[Place, ...]:
    """The units of that name without its type, whatever the case and the placement of tones."""
    return _by_name().get(place_key(name), ())
