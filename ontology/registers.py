"""Who keeps which register, and the terms in which its numbers count."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from ontology.bodies import bodies, body_types
from ontology.kinds import kinds, notation, symbols
from ontology.turtle import LABEL, SKOS, VK, Resource, instances

REGISTERS = "registers.ttl"


@dataclass(frozen=True, slots=True)
class RegisterOwner:
    """Who keeps a register; `restarts` is `term` or `year`."""

    slug: str
    iri: str
    label: str
    system: str
    restarts: str
    bodies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """A committee's term of numbering; `start_latest` where only a range of days is known."""

    iri: str
    owner: str
    slug: str
    label: str
    roman: str
    start: date
    end: date | None
    start_latest: date | None
    certainty: str


@dataclass(frozen=True, slots=True)
class TermWindow:
    """A season of local congresses: the days within which the terms of a level changed."""

    slug: str
    level: str
    year: int
    start: date
    end: date
    certainty: str


@dataclass(frozen=True, slots=True)
class Legislature:
    """A term of the National Assembly, by the months of its elections: `QH13`."""

    slug: str
    notation: str
    label: str
    roman: str
    start: str
    end: str | None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


@cache
def register_owners() -> tuple[RegisterOwner, ...]:
    """The registers of the highest bodies: who shares them, and when their count restarts."""
    return tuple(
        RegisterOwner(
            each.need(VK + "slug"),
            each.iri,
            each.need(LABEL, "vi"),
            notation(each, "system"),
            each.need(VK + "restarts"),
            each.all(VK + "keptBy"),
        )
        for each in instances(REGISTERS, VK + "RegisterOwner")
    )


@cache
def terms() -> tuple[Term, ...]:
    """The terms of the party centre (k6 to k14) and the local ones known by their dates."""
    return tuple(_term(each) for each in instances(REGISTERS, VK + "Term"))


def _term(record: Resource) -> Term:
    return Term(
        record.iri,
        record.need(VK + "registerOwner"),
        record.need(VK + "slug"),
        record.need(LABEL, "vi"),
        record.need(VK + "roman"),
        date.fromisoformat(record.need(VK + "termStart")),
        _day(record.one(VK + "termEnd")),
        _day(record.one(VK + "termStartLatest")),
        notation(record, "certainty"),
    )


@cache
def term_windows() -> tuple[TermWindow, ...]:
    """The seasons of local congresses by level and year."""
    return tuple(
        TermWindow(
            slug := each.need(VK + "slug"),
            notation(each, "level"),
            int(slug.removeprefix("nk")),
            date.fromisoformat(each.need(VK + "termStart")),
            date.fromisoformat(each.need(VK + "termStartLatest")),
            notation(each, "certainty"),
        )
        for each in instances(REGISTERS, VK + "TermWindow")
    )


@cache
def legislatures() -> tuple[Legislature, ...]:
    """The terms of the National Assembly that numbers name: QH8 to QH16."""
    return tuple(
        Legislature(
            each.need(VK + "slug"),
            each.need(SKOS + "notation"),
            each.need(LABEL, "vi"),
            each.need(VK + "roman"),
            each.need(VK + "termStart"),
            each.one(VK + "termEnd"),
        )
        for each in instances(REGISTERS, VK + "Legislature")
    )


def register_label(owner: str, period: str, symbol: str) -> str:
    """What readers call a register, from the parts of its IRI.

    >>> register_label("tw", "k12", "qd"), register_label("qh", "2013", "luat")
    ('sổ QĐ/TW, khóa XII', 'sổ Luật/QH, năm 2013')
    """
    return f"sổ {_symbol_names().get(symbol, symbol)}/{_owner_suffix(owner)}, {_period(period)}"


@cache
def _symbol_names() -> dict[str, str]:
    names = {each.register: each.label for each in kinds()}
    for each in symbols().values():
        names |= {each.slug: each.text, each.normative_slug: each.text}
    return names


@cache
def _owner_suffix(owner: str) -> str:
    """The suffix of the first body that keeps the register, of a local type, or the slug itself."""
    central = (each.suffixes[0] for each in bodies() if each.register == owner and each.suffixes)
    local = (
        f"{each.suffix} ({owner.removeprefix(each.owner + '-')})"
        for each in body_types()
        if each.owner and each.suffix and owner.startswith(each.owner + "-")
    )
    return next(central, None) or next(local, owner)


def _period(slug: str) -> str:
    if slug.startswith("nk"):
        return f"nhiệm kỳ bắt đầu năm {slug[2:]}"
    return next((each.label for each in terms() if each.slug == slug), f"năm {slug}")
