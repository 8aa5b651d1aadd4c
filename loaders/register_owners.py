"""Who keeps the register that a number counts in: by its suffix, its issuer and the text's home.

Suffixes such as TU, HU or MTTQ name a sort of body, so the body comes from the issuer as written or
from the home of the text.
"""

import re
from collections.abc import Callable
from functools import cache
from typing import Final, NamedTuple

from loaders.model import Body
from ontology import authority, iris
from ontology.numbers import Number

# Suffixes that every committee of a level shares -> prefix of the register owner and the level of
# the place it needs.
LOCAL: Final = {
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
_LEVEL_MARKS: Final = (
    (re.compile(r"TU\Z|\AS[A-ZĐ]"), "tỉnh"),
    (re.compile(r"HU\Z"), "huyện"),
    (re.compile(r"ĐU\Z"), "xã"),
)
_LEGISLATURE: Final = re.compile(r"(QH|UBTVQH|HĐNN|HDNN)(\d*)")
Resolve = Callable[[str], Body | None]


class Setting(NamedTuple):
    """Where and when the citing text stands.

    Its date, and the slug of its home territory at a level (`tỉnh`, `huyện`, `xã`).
    """

    date: str | None
    home: Callable[[str], str | None]


def owner_of(
    number: Number, issuer: str | None, setting: Setting, resolve: Resolve
) -> tuple[str | None, str | None]:
    """The owner's slug, and the level of the territory for a local body.

    None where the place is not known.
    """
    organ = number.organ or ""
    if legislature := _LEGISLATURE.fullmatch(organ):
        return {"QH": "qh", "UBTVQH": "ubtvqh"}.get(legislature[1], "hdnn"), None
    if owners := _owners_by_suffix().get(organ):
        own = _one_owner(owners, issuer, resolve)
        if organ not in _branch_suffixes() or (issuer and register_of(issuer, resolve) == own):
            return own, None
        return _local_owner(iris.slug(organ), None, issuer, setting, resolve)
    if organ in LOCAL:
        prefix, level = LOCAL[organ]
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
    prefix, level = LOCAL.get(number.symbol, (iris.slug(number.symbol), _level(number.symbol)))
    return _local_owner(prefix, level, issuer, setting, resolve)


def _level(organ: str) -> str | None:
    """The level that the letters of an office tell."""
    return next((level for mark, level in _LEVEL_MARKS if mark.search(organ)), None)


@cache
def _branch_suffixes() -> frozenset[str]:
    """Suffixes with which the branches of a body in the provinces sign as it does: CCB."""
    branches = {(kind.suffix, kind.label) for kind in authority.body_types()}
    return frozenset(
        suffix
        for body in authority.bodies()
        for suffix in body.suffixes
        if (suffix, body.label.removesuffix(" Việt Nam")) in branches
    )


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


@cache
def _owners_by_suffix() -> dict[str, frozenset[str]]:
    """`TW` -> `tw`, `MTTW-BTT` -> `mttq-tw`, `CP` -> `cp`.

    Suffixes of listed bodies with their registers.
    """
    found: dict[str, set[str]] = {}
    for body in authority.bodies():
        for suffix in body.suffixes:
            if suffix not in LOCAL:
                found.setdefault(suffix, set()).add(
                    body.register or iris.slug(suffix.replace("&", ""))
                )
    return {suffix: frozenset(owners) for suffix, owners in found.items()}
