"""Which territory a text is about, and which unit a name means there and then.

A name is resolved by its type, the date of the text and the territory that the text is about, and
stays open where more than one unit fits.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.anchors import positions
from loaders.dates import first_year
from loaders.passages import folded
from loaders.place_names import (
    LEVEL_OF,
    TYPED,
    TYPES_OF,
    ancestor,
    candidates,
    kind_of,
    lies_in,
)
from ontology import authority
from ontology.authority import Place

# Each such word with the place of its rarest letter: 't', 'h' and 'p' are everywhere.
_RAREST = dict(
    zip(
        "tỉnh,thành ,thị ,huyện,quận,xã,phường,đặc".split(","),
        (1, 2, 2, 3, 2, 1, 3, 1),
        strict=True,
    )
)


def _by_rarest(word: str, at: int) -> re.Pattern[str]:
    """A pattern of the word that opens with that letter: the engine skips to one quickly."""
    opening = f"[{word[0]}{word[0].upper()}]{word[1 : at + 1]}"
    return re.compile(f"{word[at]}(?<={opening}){word[at + 1 :]}")


_RARE_LETTERS = tuple((_by_rarest(word, at), at) for word, at in _RAREST.items())
# In capitals it is so rare that looking for the letter alone is quicker still.
_RARE_CAPITALS = {word.upper(): at for word, at in _RAREST.items()} | {"TP": 1}
# The title and the letterhead tell more than the body of a report, which names others too.
_TITLE_WEIGHT, _LEAD_WEIGHT, _LEAD = 6, 3, 2500
_READ = 30_000


# The first committee of the Front that is named with its territory is the one that the text
# speaks of.
_FRONT = re.compile(
    r"M(?=T)TTQ(?: Việt Nam)?\s{1,3}(tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn)(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Home:
    """The units that the text is about, as far as they are known.

    And the day by which names are read.

    `front` is the type of territory whose Front committee the text means by 'Ủy ban MTTQ'
    alone.
    """

    province: Place | None = None
    district: Place | None = None
    commune: Place | None = None
    date: str | None = None
    front: str | None = None

    def at(self, level: str) -> Place | None:
        """The home's unit at a level (`tỉnh`, `huyện`, `xã`)."""
        return {"tỉnh": self.province, "huyện": self.district, "xã": self.commune}.get(level)

    @property
    def iris(self) -> frozenset[str]:
        """The IRIs of all units of the home."""
        return frozenset(p.iri for p in (self.province, self.district, self.commune) if p and p.iri)


def home(text: str, published: str | None, page_title: str | None) -> Home:
    """The territory of a text: the units that its title, its head and its words name most."""
    seen = folded(text)
    date = (published or first_year(seen) or "")[:10] or None
    votes: dict[str, Counter[str]] = {"tỉnh": Counter(), "huyện": Counter(), "xã": Counter()}
    unlisted: dict[str, Counter[tuple[str, str]]] = {
        "tỉnh": Counter(),
        "huyện": Counter(),
        "xã": Counter(),
    }
    for kind, words, weight in _mentions(seen, page_title):
        found = candidates(kind, words, date)
        for unit in found:
            votes[unit.level][unit.iri] += weight
        if not found and (level := LEVEL_OF[kind_of(kind)][-1]):
            unlisted[level][TYPES_OF[kind_of(kind)][0], " ".join(words.split())] += weight
    province = _winner(votes["tỉnh"], None) or _unlisted(unlisted["tỉnh"], "tỉnh")
    district = _winner(votes["huyện"], province) or _unlisted(unlisted["huyện"], "huyện")
    if district and not province:
        province = ancestor(district, "tỉnh")
    commune = _winner(votes["xã"], district or province, share=0.6) or _unlisted(
        unlisted["xã"], "xã"
    )
    if district is None and commune is not None:
        district = ancestor(commune, "huyện")
    if province is None and commune is not None:
        province = ancestor(commune, "tỉnh")
    front = _FRONT.search(seen)
    return Home(province, district, commune, date, front[1].lower() if front else None)


def _mentions(text: str, title: str | None) -> Iterator[tuple[str, str, int]]:
    """Typed names with the weight of the place where they stand."""
    for match in TYPED.finditer(folded(title or "")):
        yield match["type"], _one_line(match["name"]), _TITLE_WEIGHT
    at, end = 0, min(len(text), _READ)
    for start in sorted((*_openings(text, end), *_capital_openings(text, end))):
        if start < at or not (found := TYPED.match(text, start, end)):
            continue
        name = _one_line(found["name"])
        if found["type"].lower() == "xã" and name.lower() in _NO_COMMUNE:
            continue
        yield found["type"], name, _LEAD_WEIGHT if start < _LEAD else 1
        # 'TỈNH BẠC LIÊU' over 'HUYỆN ỦY PHƯỚC LONG': the next line names a unit of its own.
        at = found.start("name") + len(name)


# 'PHẢN BIỆN XÃ HỘI', 'XÃ VIÊN': words of a heading in capitals, and no commune.
_NO_COMMUNE = frozenset({"hội", "viên", "luận"})


def _openings(text: str, end: int) -> Iterator[int]:
    for pattern, behind in _RARE_LETTERS:
        for match in pattern.finditer(text, 0, end):
            yield match.start() - behind


def _capital_openings(text: str, end: int) -> Iterator[int]:
    for word, behind in _RARE_CAPITALS.items():
        for position in positions(text, word[behind], end=end):
            if text.startswith(word, position - behind):
                yield position - behind


def _one_line(name: str) -> str:
    """'VŨ THƯ' of a letterhead whose next line names an organ."""
    return name.split("\n", 1)[0]


def _winner(votes: Counter[str], within: Place | None, share: float = 0.5) -> Place | None:
    """The unit with most votes, if it lies in the territory found and holds a good share."""
    ranked = [
        (count, unit)
        for iri, count in votes.most_common(40)
        if (unit := authority.place(iri)) and (within is None or lies_in(unit, within))
    ]
    if not ranked:
        return None
    best, unit = ranked[0]
    rivals = sum(count for count, other in ranked[1:] if other.name != unit.name)
    tied = len(ranked) > 1 and ranked[1][0] == best
    if tied or best < 2 or best < share * (best + rivals):
        return None
    return unit


def _unlisted(votes: Counter[tuple[str, str]], level: str) -> Place | None:
    """A unit that the record does not hold.

    Where the head of the text names it and no other as often.
    """
    ranked = votes.most_common(2)
    if (
        not ranked
        or ranked[0][1] < _LEAD_WEIGHT
        or (len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1])
    ):
        return None
    kind, name = ranked[0][0]
    shown = name.title() if name.isupper() else name
    return Place("", "", shown, kind, level, None, None, None, (), ())


def resolved(kind: str, words: str, where: Home | None) -> Place | None:
    """The one unit that a typed name means in a text about `where`, or None."""
    date = where.date if where else None
    found = candidates(kind, words, date)
    if len(found) > 1 and where is not None:
        for level in ("huyện", "tỉnh"):
            unit = where.at(level)
            inside = [p for p in found if unit and lies_in(p, unit)]
            if inside:
                found = tuple(inside)
                break
    if len(found) > 1 and where is not None:
        known = [p for p in found if p.iri in where.iris]
        found = tuple(known) or found
    return found[0] if len(found) == 1 else None
