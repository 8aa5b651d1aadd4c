"""Which register a number belongs to.

Its owner, its period, its symbol. A number alone is not an identity.

Party numbers restart with each committee term, state ones each year; suffixes such as TU, HU or
MTTQ name a sort of body, so the body comes from the issuer as written or from the home of the
text. What is not sure gives no key.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from loaders.model import Body, Citation
from ontology import authority, iris
from ontology.iris import InstrumentKey
from ontology.numbers import Number, parse

# Suffixes that every committee of a level shares -> prefix of the register owner and the level of
# the place it needs.
_LOCAL = {
    "TU": ("tu", "tỉnh"),
    "HU": ("hu", "huyện"),
    "QU": ("qu", "huyện"),
    "ThU": ("thu", "huyện"),
    "TXU": ("thu", "huyện"),
    "ĐU": ("du", "xã"),
    "CB": ("cb", "xã"),
    "UBND": ("ubnd", None),
    "UB": ("ubnd", None),
    "HĐND": ("hdnd", None),
    "TTHĐND": ("hdnd", None),
    "MTTQ": ("mttq", None),
    "MTTQ-BTT": ("mttq", None),
    "UBMTTQ": ("mttq", None),
    "MTTQ-UB": ("mttq", None),
    "VPTU": ("vptu", "tỉnh"),
    "BTCTU": ("btctu", "tỉnh"),
    "UBKTTU": ("ubkttu", "tỉnh"),
    "BTGTU": ("btgtu", "tỉnh"),
    "BDVTU": ("bdvtu", "tỉnh"),
    "BNCTU": ("bnctu", "tỉnh"),
    "BTGDVTU": ("btgdvtu", "tỉnh"),
    "VPĐU": ("vpdu", "xã"),
    "UBKTHU": ("ubkthu", "huyện"),
    "BTCHU": ("btchu", "huyện"),
    "BTGHU": ("btghu", "huyện"),
    "UBKTĐU": ("ubktdu", "xã"),
}
# What the letters of an office that is not listed tell of its level: STP, VPTU, BCĐHU.
_LEVEL_MARKS = (
    (re.compile(r"TU\Z|\AS[A-ZĐ]"), "tỉnh"),
    (re.compile(r"HU\Z"), "huyện"),
    (re.compile(r"ĐU\Z"), "xã"),
)
_PARTY_LOCAL = frozenset(k for k in _LOCAL if k[-1] == "U" or k == "CB")
_LEGISLATURE = re.compile(r"(QH|UBTVQH|HĐNN|HDNN)(\d*)")

# '21-LCT/HDNN8', '51-L/CTN': written with a hyphen as party numbers are, counted by year.
_STATE_ORGANS = re.compile(r"QH|UBTVQH|HĐNN|HDNN|CTN|HĐBT|HĐCP|CP\Z|TTg")

Resolve = Callable[[str], Body | None]


@dataclass(frozen=True, slots=True)
class Setting:
    """Where and when the citing text stands.

    Its date, and the slug of its home territory at a level (`tỉnh`, `huyện`, `xã`).
    """

    date: str | None
    home: Callable[[str], str | None]


class RegisterKey(NamedTuple):
    """What is known of a citation's register: any part may be open.

    `instrument` is the whole key, where nothing is open.
    """

    owner: str | None
    period: str | None
    symbol: str | None
    number: str
    instrument: InstrumentKey | None


def register_key(
    citation: Citation, setting: Setting, resolve: Resolve, term: str | None = None
) -> RegisterKey | None:
    """The register of a numbered citation, as far as its words and the text's home fix it.

    `term` is the Roman numeral of the committee's term where one stands with the citation.
    """
    number = parse(citation.number) if citation.number else None
    if number is None:
        return None
    owner, local_level = _owner(number, citation.issuer, setting, resolve)
    period = _period(number, owner, local_level, citation.date)
    if period is None and term and _of_the_party(number) and number.organ not in _PARTY_LOCAL:
        period = next((t.slug for t in authority.terms() if t.roman == term), None)
    symbol = _symbol(number, citation.kind)
    value = f"{number.value}{iris.slug(number.letter) if number.letter else ''}"
    whole = InstrumentKey(owner, period, symbol, value) if owner and period and symbol else None
    return RegisterKey(owner, period, symbol, value, whole)


def _owner(
    number: Number, issuer: str | None, setting: Setting, resolve: Resolve
) -> tuple[str | None, str | None]:
    """The owner's slug, and the level of the territory for a local body.

    None where the place is not known.
    """
    organ = number.organ or ""
    if legislature := _LEGISLATURE.fullmatch(organ):
        return {"QH": "qh", "UBTVQH": "ubtvqh"}.get(legislature[1], "hdnn"), None
    if owners := _owners_by_suffix().get(organ):
        return _one_owner(owners, issuer, resolve), None
    if organ in _LOCAL:
        prefix, level = _LOCAL[organ]
        return _local_owner(prefix, level, issuer, setting, resolve)
    if number.symbol is None or authority.symbol_slug(number.symbol):
        owner = iris.slug(organ.replace("&", ""))
        if number.year or not owner:
            return owner or None, None
        # Without a year any office may number so: 1620/TTr-STP is of some province's office.
        return _local_owner(owner, _level(organ), issuer, setting, resolve)
    # 123/VPCP-NC, 1221/MTTW-BTT: a letter of an office, without a symbol
    for office in (f"{number.symbol}-{organ}", number.symbol):
        if owners := _owners_by_suffix().get(office):
            return _one_owner(owners, issuer, resolve), None
    # '22/UBND-VX', '215/NV-TĐ' are letters of some place's office
    prefix, level = _LOCAL.get(number.symbol, (iris.slug(number.symbol), _level(number.symbol)))
    return _local_owner(prefix, level, issuer, setting, resolve)


def _level(organ: str) -> str | None:
    """The level that the letters of an office tell."""
    return next((level for mark, level in _LEVEL_MARKS if mark.search(organ)), None)


def _one_owner(owners: frozenset[str], issuer: str | None, resolve: Resolve) -> str | None:
    """The one owner of a suffix; where several bodies use it (BCĐTW), the issuer's."""
    if len(owners) == 1:
        return min(owners)
    return register_of(issuer, resolve) if issuer else None


def register_of(issuer: str, resolve: Resolve) -> str | None:
    """The slug of the register that an issuer as written keeps, if it is listed."""
    body = resolve(issuer)
    return _registers_by_body().get(body.iri) if body else None


@cache
def _registers_by_body() -> dict[str, str]:
    return {body.iri: body.register for body in authority.bodies() if body.register}


def _local_owner(
    prefix: str, level: str | None, issuer: str | None, setting: Setting, resolve: Resolve
) -> tuple[str | None, str | None]:
    body = resolve(issuer) if issuer else None
    if body and body.place:
        place = authority.place(body.place)
        if place is not None:
            return f"{prefix}-{_place_slug(place)}", place.level
    if body and body.level and not level:
        level = body.level
    home = setting.home(level) if level else None
    return (f"{prefix}-{home}" if home else None), level


def _place_slug(place: authority.Place) -> str:
    """A commune's name is not unique, so its code goes with it."""
    slug = iris.slug(place.name)
    return f"{slug}-{place.code}" if place.level == "xã" else slug


def place_slug(place: authority.Place) -> str:
    """`yen-bai`, `mu-cang-chai`, `lao-chai-04474`: the territory's part of a register owner."""
    return _place_slug(place)


def _period(number: Number, owner: str | None, level: str | None, date: str | None) -> str | None:
    """`2014`, `k12`, `nk2020`; None where date and number leave it open."""
    if number.year:
        return str(number.year)
    if date is None or owner is None:
        return None
    if number.organ in _PARTY_LOCAL:
        return _local_term(owner, level or "", date)
    return _central_term(date) if _of_the_party(number) else date[:4]


def _of_the_party(number: Number) -> bool:
    return number.system == "party" and not _STATE_ORGANS.match(number.organ or "")


def _central_term(date: str) -> str | None:
    """The central committee's term at a date; None for a year or month in which two terms meet."""
    first, last = _bounds(date)
    found = {
        t.slug
        for t in authority.terms()
        if t.owner == "tw"
        and t.start.isoformat() <= last
        and (t.end is None or t.end.isoformat() >= first)
    }
    return found.pop() if len(found) == 1 else None


def _local_term(owner: str, level: str, date: str) -> str | None:
    """`nk2020`: the local committee's term at a date.

    Open while the season of congresses of its level lasts.
    """
    first, last = _bounds(date)
    exact = {t.slug: t.start for t in authority.terms() if t.owner == owner}
    term = None
    for window in (w for w in authority.term_windows() if w.level == level):
        opens, closes = exact.get(window.slug, window.start), exact.get(window.slug, window.end)
        if last < opens.isoformat():
            break
        if first < closes.isoformat():
            return None
        term = window.slug
    return term


def _bounds(date: str) -> tuple[str, str]:
    """First and last day that a date of any precision can mean."""
    return {4: (f"{date}-01-01", f"{date}-12-31"), 7: (f"{date}-01", f"{date}-31")}.get(
        len(date), (date, date)
    )


def _symbol(number: Number, kind: str | None) -> str | None:
    """The symbol's slug from the fixed table.

    Acts that carry their year count apart from those that do not.
    """
    normative = number.year is not None
    if number.symbol:
        if slug := authority.symbol_slug(number.symbol, normative=normative):
            return slug
        # 'QD' and 'nđ' are what keyboards and portals make of QĐ and NĐ.
        spellings = (number.symbol.upper(), number.symbol.upper().replace("D", "Đ"))
        slugs = (authority.symbol_slug(each, normative=normative) for each in spellings)
        # 'Thông tư số 09/2017/BLĐTBXH' left its symbol out: a number with its year is no letter's
        own = own_symbol(kind or "", normative=True) if normative and not number.organ else None
        return next((slug for slug in slugs if slug), own or "cv")
    return own_symbol(kind or "", normative=normative)


@lru_cache(maxsize=1024)
def own_symbol(kind: str, *, normative: bool) -> str | None:
    """The symbol's slug under which a kind counts where its number shows none."""
    own = {k.label: k.normative_register if normative else k.register for k in authority.kinds()}
    return own.get(kind)


@cache
def _owners_by_suffix() -> dict[str, frozenset[str]]:
    """`TW` -> `tw`, `MTTW-BTT` -> `mttq-tw`, `CP` -> `cp`.

    Suffixes of listed bodies with their registers.
    """
    found: dict[str, set[str]] = {}
    for body in authority.bodies():
        for suffix in body.suffixes:
            if suffix not in _LOCAL:
                found.setdefault(suffix, set()).add(
                    body.register or iris.slug(suffix.replace("&", ""))
                )
    return {suffix: frozenset(owners) for suffix, owners in found.items()}
