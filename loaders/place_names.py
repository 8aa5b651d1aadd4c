"""Units by their names: which the record holds, and which lived at a time.

Names of units are not unique and were reused on 01/7/2025: a name is taken with its type and a
date, and every unit that fits is a candidate.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from loaders.passages import UPPER
from loaders.surnames import SURNAMES
from ontology import authority
from ontology.authority import Place

LEVEL_OF = {
    "tỉnh": ("tỉnh",),
    "thành phố": ("tỉnh", "huyện"),
    "tp": ("tỉnh", "huyện"),
    "huyện": ("huyện",),
    "quận": ("huyện",),
    "thị xã": ("huyện",),
    "xã": ("xã",),
    "phường": ("xã",),
    "thị trấn": ("xã",),
    "đặc khu": ("xã",),
    "tỉnh ủy": ("tỉnh",),
    "thành ủy": ("tỉnh", "huyện"),
    "huyện ủy": ("huyện",),
    "quận ủy": ("huyện",),
    "thị ủy": ("huyện",),
}


TYPES_OF = {
    "tỉnh": ("tỉnh",),
    "thành phố": ("thành phố",),
    "tp": ("thành phố",),
    "huyện": ("huyện",),
    "quận": ("quận",),
    "thị xã": ("thị xã",),
    "xã": ("xã",),
    "phường": ("phường",),
    "thị trấn": ("thị trấn",),
    "đặc khu": ("đặc khu",),
    "tỉnh ủy": ("tỉnh",),
    "thành ủy": ("thành phố",),
    "huyện ủy": ("huyện",),
    "quận ủy": ("quận",),
    "thị ủy": ("thị xã",),
}


# The heading of an article below is no name: 'Đảng ủy phường' / 'Điều 1. ...'.
NAME = rf"(?!Điều\s\d)[{UPPER}][\w'’]*(?:(?:\s|[^\S\n]?-\s?)[{UPPER}][\w'’]*){{0,4}}"


# 'huyện Mù Cang Chải'  'Tỉnh ủy Yên Bái'  'TP. Hồ Chí Minh'  'HUYỆN ỦY MÙ CANG CHẢI'  'phường 5'
TYPED = re.compile(
    # One class of letters opens the pattern, so that the engine skips to them.
    r"(?P<type>[TtHhQqXxPpĐđ](?<!\w\w)(?:(?<=[Tt])(?:ỉnh(?: ủy)?|hành (?:phố|ủy)"
    r"|hị (?:xã|trấn|ủy))|(?<=T)(?:ỈNH(?: ỦY)?|HÀNH (?:PHỐ|ỦY)|HỊ (?:XÃ|TRẤN|ỦY)|P\.?)"
    r"|(?<=[Hh])uyện(?: ủy)?|(?<=H)UYỆN(?: ỦY)?|(?<=[Qq])uận(?: ủy)?|(?<=Q)UẬN(?: ỦY)?"
    r"|(?<=[Xx])ã|(?<=X)Ã(?!\s{1,3}HỘI\s)"
    r"|(?<=[Pp])hường|(?<=P)HƯỜNG|(?<=[Đđ])ặc khu|(?<=Đ)ẶC KHU))\s{1,3}"
    rf"(?P<name>{NAME}|(?<=phường )\d{{1,2}}|(?<=quận )\d{{1,2}}|(?<=Quận )\d{{1,2}}"
    r"|(?<=Phường )\d{1,2})"
)


def ancestor(unit: Place, level: str) -> Place | None:
    """The unit of a level that contains this one."""
    current: Place | None = unit
    while current is not None and current.level != level:
        current = authority.place(current.parent) if current.parent else None
    return current


def lies_in(unit: Place, within: Place) -> bool:
    """Whether a unit is, or lies in, another."""
    current: Place | None = unit
    while current is not None:
        if current.iri == within.iri and current.iri:
            return True
        current = authority.place(current.parent) if current.parent else None
    return False


def candidates(kind: str, words: str, date: str | None) -> tuple[Place, ...]:
    """The units of a type that the words begin with and that existed then.

    The longest name wins.
    """
    return _candidates(kind_of(kind), words, (date or "")[:10] or None)


def kind_of(words: str) -> str:
    """The type of a unit as the tables spell it: 'TP.' is 'tp'."""
    return " ".join(words.lower().rstrip(".").split())


@lru_cache(maxsize=8192)
def _candidates(kind: str, words: str, date: str | None) -> tuple[Place, ...]:
    levels, types = LEVEL_OF.get(kind, ()), TYPES_OF.get(kind, ())
    parts = words.split()
    for count in range(len(parts), 0, -1):
        letterhead = words.isupper() and len(parts) - count > 1
        if not (letterhead or _may_follow(parts[count:])):
            continue
        named = authority.places_named(" ".join(parts[:count]))
        found = [p for p in named if p.level in levels and p.type.lower() in types]
        living = [p for p in found if _lives(p, date)]
        if living or found:
            return tuple(living or found)
    return ()


_NEXT_NAMES = frozenset(
    "- Ban Bí Bộ Chi Chủ Công Hội Huyện Mặt Phó Phòng Sở Thanh Tỉnh Trưởng Ủy UBND HĐND "
    "MTTQ".split()
)


def _may_follow(rest: Sequence[str]) -> bool:
    """Whether capitalised words behind a unit's name begin another name: a person's, or a body's.

    'Mù Cang Chải Giàng A Tủa' holds 'Mù Cang Chải', but 'Phú Hòa Lâm' does not hold 'Phú Hòa'.
    """
    return not rest or rest[0] in _NEXT_NAMES or (len(rest) > 1 and rest[0] in SURNAMES)


def _lives(unit: Place, date: str | None) -> bool:
    if not date:
        return True
    start = (unit.valid_from or "")[: len(date)]
    end = unit.valid_to or "9999"
    return start <= date and date[: len(end)] <= end


# What stands between a surname and a given name, and seldom in the name of a hamlet.
_MIDDLE_NAMES = frozenset(
    "Văn,Thị,Hữu,Đức,Quang,Xuân,Ngọc,Minh,Thanh,Công,Đình,Trọng,Quốc,Kim,Thu,Mạnh,Bá,Duy,Anh,Tuấn"
    ",Hoàng,Phúc,Như,Viết,Huy,Thế,Tiến,Trung,Hải,Hồng,Thành,Việt,Khắc,Danh,Sỹ,Tấn".split(",")
)
_HAMLETS = frozenset("thôn,bản,ấp,buôn,xóm,khóm,tổ dân phố,khu phố,khu dân cư".split(","))


def named_length(kind: str, words: str, date: str | None) -> int:
    """How many characters of `words` are the unit's name: of 'Mù Cang Chải Giàng' twelve.

    An unlisted name is taken whole, but none is one that begins as a person's does: 'Bí thư Tỉnh
    ủy Lê Văn Hòa'.
    """
    found = candidates(kind, words, date)
    if not found:
        parts = words.split()
        if kind in _HAMLETS:
            # 'Chi bộ xóm Đồng Danh', 'thôn Thạch Trụ Đông': most hamlets begin so too.
            person = len(parts) > 2 and parts[0] in SURNAMES and parts[1] in _MIDDLE_NAMES
        else:
            person = len(parts) > 1 and parts[0] in SURNAMES
        return 0 if person else len(words)
    count = len(found[0].name.split())
    ends = [m.end() for m in re.finditer(r"\S+", words)]
    return ends[min(count, len(ends)) - 1]
