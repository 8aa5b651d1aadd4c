"""Short lists on a page, from the search index: the beginning, and the way to the whole list."""

from dataclasses import dataclass
from urllib.parse import urlencode

from graph.search import Sought, results
from ontology import iris
from web.cells import Cell, link
from web.language import say, shown_date
from web.reading import Reader

_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Listing:
    """Some things of one sort that share a property with the page, most mentioned first."""

    name: str
    heading: str
    of: str
    items: tuple[tuple[Cell, str], ...]
    total: int
    address: str


# (sort of the page: (sort of things, what they share, Vietnamese, English)...)
_LISTED = {
    "body": (("instrument", "issuer", "Văn bản đã ban hành", "Instruments issued"),),
    "kind": (("instrument", "kind", "Văn bản thuộc loại này", "Instruments of this kind"),),
    "concept": (
        ("inspection", "kind", "Cuộc giám sát, kiểm tra", "Inspections"),
        ("body", "level", "Cơ quan ở cấp này", "Bodies of this level"),
    ),
    "place": (
        ("body", "place", "Cơ quan trên địa bàn", "Bodies of this place"),
        ("inspection", "place", "Giám sát, kiểm tra trên địa bàn", "Inspections in this place"),
        ("instrument", "place", "Văn bản của địa bàn", "Instruments of this place"),
        ("place", "place", "Địa bàn được nhắc bên trong", "Places within, as far as mentioned"),
    ),
}


def listings(reader: Reader, iri: str, sort: str) -> tuple[Listing, ...]:
    """The lists of a page, without the empty ones."""
    found = (_listing(reader, iri, sort, *each) for each in _LISTED.get(sort, ()))
    return tuple(each for each in found if each.items)


def _listing(
    reader: Reader, iri: str, sort: str, of: str, facet: str, vietnamese: str, english: str
) -> Listing:
    """The first things of one sort; a place is not listed within itself."""
    sought = Sought(sort=of, filters={facet: iri}, order="cited", limit=_SHOWN + 1, counted=False)
    found = results(reader.snapshot, sought)
    hits = [hit for hit in found.hits if hit.iri != iri][:_SHOWN]
    query = urlencode({"of": of, facet: iri.removeprefix(iris.BASE)})
    return Listing(
        name=f"list-{of}",
        heading=say(vietnamese, english),
        of=reader.label(iri),
        items=tuple((link(reader, hit.iri), _days(hit.dates)) for hit in hits),
        total=found.total - (of == sort),
        address=f"/search?{query}",
    )


def _days(dates: str) -> str:
    return " | ".join(map(shown_date, filter(None, dates.split(" | "))))
