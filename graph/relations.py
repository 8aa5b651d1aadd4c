"""The relations that tracing follows: which end rests on which, and how each is told.

A trace goes from the later end to the earlier one (what it rests on) or back. Mostly the subject is
the later end (`A căn cứ B`); of a finding and its inspection it is the object.
"""

from dataclasses import dataclass
from functools import cache

from graph.refusals import NotTraced
from ontology import iris

INSTRUMENTS = "instruments"
ACTIVITY = "activity"
BODIES = "bodies"


@dataclass(frozen=True, slots=True)
class Relation:
    """One relation; `ends` says that a trace shows what it leads to and goes no further."""

    name: str
    group: str
    vi: str
    en: str
    later_is_object: bool = False
    ends: bool = False

    @property
    def iri(self) -> str:
        """The property in the graph."""
        namespace = _ELSEWHERE.get(self.name, iris.ONTOLOGY)
        return namespace + self.name


# The words of a figure stand within the words of a finding: read off the spans, not stated.
STATED_IN = "statedIn"
_ELSEWHERE = {"subOrganizationOf": "http://www.w3.org/ns/org#"}

# From the most telling to the barest: of several between two things the first names the hop.
RELATIONS = (
    Relation("replaces", INSTRUMENTS, "thay thế", "replaces"),
    Relation("repeals", INSTRUMENTS, "bãi bỏ", "repeals"),
    Relation("suspends", INSTRUMENTS, "đình chỉ", "suspends"),
    Relation("amends", INSTRUMENTS, "sửa đổi", "amends"),
    Relation("supplements", INSTRUMENTS, "bổ sung", "supplements"),
    Relation("corrects", INSTRUMENTS, "đính chính", "corrects"),
    Relation("consolidates", INSTRUMENTS, "hợp nhất", "consolidates"),
    Relation(
        "inspectsImplementationOf",
        INSTRUMENTS,
        "giám sát, kiểm tra việc thực hiện",
        "inspects the implementation of",
    ),
    Relation("details", INSTRUMENTS, "quy định chi tiết", "lays down the details of"),
    Relation("guides", INSTRUMENTS, "hướng dẫn", "gives guidance on"),
    Relation("concretises", INSTRUMENTS, "cụ thể hóa", "concretises"),
    Relation("institutionalises", INSTRUMENTS, "thể chế hóa", "institutionalises"),
    Relation("implements", INSTRUMENTS, "thực hiện", "implements"),
    Relation("disseminates", INSTRUMENTS, "quán triệt, phổ biến", "disseminates"),
    Relation("reviews", INSTRUMENTS, "sơ kết, tổng kết", "reviews"),
    Relation("promulgates", INSTRUMENTS, "ban hành", "promulgates", later_is_object=True),
    Relation("establishes", INSTRUMENTS, "thành lập", "establishes", later_is_object=True),
    Relation("assigns", INSTRUMENTS, "giao", "assigns", later_is_object=True),
    Relation("basedOn", INSTRUMENTS, "căn cứ", "is based on"),
    Relation("confusedWith", INSTRUMENTS, "bị nhầm với", "is confused with", ends=True),
    Relation("mandatedBy", ACTIVITY, "được tiến hành theo", "was mandated by"),
    Relation("hasFinding", ACTIVITY, "có nhận định", "has the finding", later_is_object=True),
    Relation("aboutInstrument", ACTIVITY, "nói về", "is about"),
    Relation(STATED_IN, ACTIVITY, "nêu trong", "is stated in"),
    Relation("inspectedUnit", ACTIVITY, "tại", "inspected", later_is_object=True),
    Relation("carriesOut", ACTIVITY, "thực hiện", "carries out"),
    Relation("aboutUnit", BODIES, "nói về đơn vị", "is about the unit"),
    Relation("issuedBy", BODIES, "do cơ quan ban hành là", "was issued by"),
    Relation("conductedBy", BODIES, "do cơ quan chủ trì là", "was conducted by"),
    Relation("participant", BODIES, "có tham gia của", "was joined by"),
    Relation("subOrganizationOf", BODIES, "trực thuộc", "is part of"),
    Relation("cites", INSTRUMENTS, "dẫn chiếu", "cites"),
)


class UnknownRelation(NotTraced):
    """Tracing follows no relation of this name."""

    def __init__(self, name: str) -> None:
        known = ", ".join([INSTRUMENTS, ACTIVITY, BODIES, *(each.name for each in RELATIONS)])
        super().__init__(
            f"truy vết không đi theo quan hệ “{name}”; có thể chọn: {known}",
            f"tracing follows no relation '{name}'; it knows {known}",
        )


@cache
def by_name() -> dict[str, int]:
    """The place of each relation in the table."""
    return {each.name: place for place, each in enumerate(RELATIONS)}


def chosen(names: tuple[str, ...], default: tuple[str, ...]) -> tuple[int, ...]:
    """The places of the relations that names mean: of one relation, of a group, or `all`.

    Without names the groups of `default`. `based_on`, as the JSON of a reading has it, will do, and
    so will what people call it: `căn cứ`.
    """
    found: set[int] = set()
    for name in names or default:
        camel = "".join(w[:1].upper() + w[1:] for w in name.strip().split("_"))
        camel = camel[:1].lower() + camel[1:]
        said = name.strip().lower()
        here = {
            place
            for place, each in enumerate(RELATIONS)
            if name in ("all", each.group) or each.name == camel or said in (each.vi, each.en)
        }
        if not here:
            raise UnknownRelation(name)
        found |= here
    return tuple(sorted(found))
