"""What the address of a graph page asks for, and the addresses of its next steps.

?iri=instrument/tw/k12/qd/124          roots; each with its relations
&spread=body/huyen-uy-mu-cang-chai     a thing whose small relations are all open
&open=instrument/…|in|cites|24         24 links of one relation
&shut=instrument/…|in|cites            a relation that is closed again
&path=instrument/…|body/…              a shortest path
&hide=body/…  &without=finding         things, and sorts, levels or families left out
&as_of=2021-08-18 &from=2018 &to=2025  by date
&reach=300                             the nearest 300 things; without iri an overview
"""

from dataclasses import dataclass
from urllib.parse import urlencode

from werkzeug.datastructures import MultiDict

from graph.meanings import day
from graph.scene import MOST, Opened, Wanted
from graph.surroundings import Relation
from ontology import iris
from web.problems import BadRequest

# So many steps of one kind make an address that browsers still carry.
_MOST_STEPS = 500


def full(name: str) -> str:
    """The IRI of a path as addresses hold it, with or without the stroke at its front."""
    return name if "://" in name else iris.BASE + name.lstrip("/")


def short(iri: str) -> str:
    """One of our IRIs as addresses hold it: `instrument/tw/k12/qd/124`."""
    return iri.removeprefix(iris.BASE)


def predicate_in(name: str) -> str:
    """The IRI of a predicate as addresses hold it; ours by their last name alone."""
    return name if "://" in name else iris.ONTOLOGY + name


def step(relation: Relation, shown: int | None = None) -> str:
    """A relation as addresses hold it: `instrument/…|in|cites|24`."""
    name = relation.predicate.removeprefix(iris.ONTOLOGY)
    parts = [short(relation.node), relation.direction, name]
    return "|".join(parts if shown is None else [*parts, str(shown)])


@dataclass(frozen=True, slots=True)
class Sight:
    """What is left out of a scene when it is shown: by hand, by sort, level, family or date."""

    hidden: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()
    as_of: str = ""
    since: str = ""
    until: str = ""

    def shows(self, iri: str, marks: tuple[str, str], since: str, until: str) -> bool:
        """Whether a thing is shown, by its sort and level and when it was."""
        if short(iri) in self.hidden or self.without.intersection(marks):
            return False
        if self.as_of and (since > self.as_of or (until and until < self.as_of)):
            return False
        return not since or not (since < self.since or (self.until and since[:10] > self.until))


def wanted(args: MultiDict[str, str]) -> Wanted:
    """What the address asks to be opened."""
    return Wanted(
        roots=tuple(dict.fromkeys(map(full, _given(args, "iri")))),
        spread=tuple(dict.fromkeys(map(full, _given(args, "spread")))),
        opened=tuple(_opened(each) for each in _given(args, "open")),
        closed=tuple(_relation(each.split("|"), each) for each in _given(args, "shut")),
        paths=tuple(_ends(each) for each in _given(args, "path")),
        reach=min(_count(args.get("reach", "") or "0"), MOST),
    )


def sight(args: MultiDict[str, str]) -> Sight:
    """What the address asks to be left out."""
    return Sight(
        hidden=frozenset(short(full(each)) for each in _given(args, "hide")),
        without=frozenset(_given(args, "without")),
        as_of=_day(args, "as_of"),
        since=_day(args, "from"),
        until=_day(args, "to"),
    )


def address(args: MultiDict[str, str], **more: str) -> str:
    """The same page with one more step; a step on the same relation takes the older's place."""
    pairs = [(name, value) for name, value in args.items(multi=True) if name != "fragment"]
    for name, value in more.items():
        stem = value.rpartition("|")[0] if name == "open" else None
        pairs = [
            (n, v)
            for n, v in pairs
            if (n, v) != (name, value) and not (stem and n == name and v.rpartition("|")[0] == stem)
        ]
        pairs.append((name, value))
    return "/explore?" + urlencode(pairs)


def _given(args: MultiDict[str, str], name: str) -> list[str]:
    found = [each.strip() for each in args.getlist(name) if each.strip()]
    if len(found) > _MOST_STEPS:
        raise BadRequest(
            f"Quá nhiều bước {name} ({len(found)}); tối đa {_MOST_STEPS}.",
            f"Too many steps of {name} ({len(found)}); {_MOST_STEPS} at most.",
        )
    return found


def _opened(given: str) -> Opened:
    *parts, shown = given.split("|")
    return Opened(_relation(parts, given), _count(shown))


def _relation(parts: list[str], given: str) -> Relation:
    if len(parts) != 3 or parts[1] not in ("out", "in"):
        raise BadRequest(
            f"Bước ‘{given}’ phải có dạng ĐỊA-CHỈ|in hoặc out|QUAN-HỆ.",
            f"The step ‘{given}’ must read ADDRESS|in or out|RELATION.",
        )
    return Relation(full(parts[0]), "in" if parts[1] == "in" else "out", predicate_in(parts[2]))


def _ends(given: str) -> tuple[str, str]:
    start, bar, end = given.partition("|")
    if not (start and bar and end):
        raise BadRequest(
            f"Đường đi ‘{given}’ phải có dạng ĐỊA-CHỈ|ĐỊA-CHỈ.",
            f"The path ‘{given}’ must read ADDRESS|ADDRESS.",
        )
    return full(start), full(end)


def _count(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) <= 9):
        raise BadRequest(f"‘{text}’ không phải là số đếm.", f"‘{text}’ is no count.")
    return int(text)


def _day(args: MultiDict[str, str], name: str) -> str:
    given = args.get(name, "").strip()
    found = day(given) if given else ""
    if found is None:
        raise BadRequest(
            f"{name}: ‘{given}’ không phải là ngày như 18/08/2021 hay 2021-08-18.",
            f"{name}: ‘{given}’ is no date like 2021-08-18 or 18/08/2021.",
        )
    return found
