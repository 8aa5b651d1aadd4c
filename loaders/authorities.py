"""The records of bodies, the types of bodies, and their place in the hierarchy."""

import re
from functools import cache, lru_cache

from loaders.model import Body
from loaders.place_names import ancestor
from ontology import authority, iris
from ontology.authority import Place

_COMMITTEE_AT = {
    "tỉnh": "Tỉnh ủy",
    "thành phố": "Thành ủy",
    "huyện": "Huyện ủy",
    "quận": "Quận ủy",
    "thị xã": "Thị ủy",
    "xã": "Đảng ủy xã",
    "phường": "Đảng ủy phường",
    "thị trấn": "Đảng ủy thị trấn",
    "đặc khu": "Đảng ủy đặc khu",
}
COMMITTEE_WORD = re.compile(r"(Tỉnh|Thành|Huyện|Quận|Thị)\s(?:ủy|[Đđ]oàn)\Z")
# Organs of a committee that prose names by the territory alone: 'Ban Nội chính tỉnh'.
_ORGANS = (
    "Ủy ban Kiểm tra",
    "Ban Tổ chức",
    "Ban Tuyên giáo và Dân vận",
    "Ban Tuyên giáo",
    "Ban Dân vận",
    "Ban Nội chính",
    "Ban Xây dựng Đảng",
)
# Reports print these two so often that a name keeps them as printed beside its full form.
_STATE = {"UBND": "Ủy ban nhân dân", "HĐND": "Hội đồng nhân dân"}
_COMMITTEES = re.compile(r"\b(?:UBND|HĐND)\b")
_ABBREVIATED = (
    (
        re.compile(r"\bMTTQ\b(?: Việt Nam)?|\bMặt trận Tổ quốc\b(?: Việt Nam)?"),
        "Mặt trận Tổ quốc Việt Nam",
    ),
    (re.compile(r"\bTNCS\b"), "Thanh niên Cộng sản"),
    (re.compile(r",? - | và (?=Ngân sách|Xã hội)"), " - "),
)


@lru_cache(maxsize=4096)
def made(
    head: str, level: str | None, name: str | None, unit: Place | None, committee: bool
) -> Body:
    """The body that a head, its level and its territory name."""
    if committee or level is None:
        full = f"{head} {name}" if name else head
    elif head in _ORGANS and level in _COMMITTEE_AT:
        full = f"{head} {_COMMITTEE_AT[level]} {name}" if name else f"{head} {_COMMITTEE_AT[level]}"
    else:
        full = f"{head} {level} {name}" if name else f"{head} {level}"
    name_in_full = _COMMITTEES.sub(lambda m: _STATE[m[0]], full)
    canonical = name_in_full
    for pattern, written in _ABBREVIATED:
        canonical = pattern.sub(written, canonical)
    slug = iris.slug(canonical)
    if unit and unit.code and unit.level == "xã":
        slug = f"{slug}-{unit.code}"
    return Body(
        iri=iris.body(slug),
        name=name_in_full,
        type=_type(canonical),
        level=unit.level if unit else _LEVEL_OF.get(level or ""),
        place=(unit.iri or None) if unit else None,
        parent=_parent(head, level, name, unit),
        as_printed=full,
    )


_LEVEL_OF = {
    "tỉnh": "tỉnh",
    "huyện": "huyện",
    "quận": "huyện",
    "thị xã": "huyện",
    "xã": "xã",
    "phường": "xã",
    "thị trấn": "xã",
    "đặc khu": "xã",
    **dict.fromkeys(
        ("thôn", "bản", "tổ dân phố", "ấp", "buôn", "khu phố", "khu dân cư", "xóm", "khóm"), "thôn"
    ),
}


def _parent(head: str, level: str | None, name: str | None, unit: Place | None) -> str | None:
    """The committee that an organ belongs to; for a committee, that of the territory above."""
    organ = re.match(
        r"(?:Ban Thường vụ|Thường trực|Ban Chấp hành|Cơ quan Ủy ban Kiểm tra|Ủy ban Kiểm tra"
        r"|Văn phòng|Ban [\w ]+?)\s((?:Tỉnh|Thành|Huyện|Quận|Thị) ủy|Đảng ủy)\Z",
        head,
    )
    if organ and name:
        whole = f"{organ[1]} {name}" if organ[1] != "Đảng ủy" else f"Đảng ủy {level} {name}"
        code = f"-{unit.code}" if unit and unit.code and unit.level == "xã" else ""
        return iris.body(iris.slug(whole) + code)
    if head in _ORGANS and level in _COMMITTEE_AT and name:
        return iris.body(iris.slug(f"{_COMMITTEE_AT[level]} {name}"))
    if unit and COMMITTEE_WORD.fullmatch(head) and unit.level == "huyện":
        above = ancestor(unit, "tỉnh")
        title = "Thành ủy" if above and above.type == "thành phố" else "Tỉnh ủy"
        return iris.body(iris.slug(f"{title} {above.name}")) if above else None
    return None


@cache
def _types() -> tuple[tuple[str, str], ...]:
    """Beginnings of names -> type, longest first."""
    return tuple(
        sorted(
            ((t.label.casefold(), t.notation) for t in authority.body_types()),
            key=lambda p: -len(p[0]),
        )
    )


@lru_cache(maxsize=4096)
def _type(canonical: str) -> str:
    words = canonical.casefold()
    return next((kind for label, kind in _types() if words.startswith(label)), "")


@cache
def _records() -> dict[str, Body]:
    return {
        b.iri: Body(b.iri, b.label, b.type, b.level, None, b.parent) for b in authority.bodies()
    }


def record_of(iri: str) -> Body:
    """The body that a head, its level and its territory name."""
    """The body that the authority list holds under an IRI."""
    return _records()[iri]
