"""What a search shows, and what comes close to an address that leads nowhere."""

import re
from dataclasses import dataclass

from graph.search import Hit, search
from ontology import iris
from web.language import shown_date, word
from web.paths import local, passage
from web.reading import Reader

_NEAR = 6
_TITLE = "http://purl.org/dc/terms/title"
_ISSUED = "http://purl.org/dc/terms/issued"


@dataclass(frozen=True, slots=True)
class Found:
    """One line of the results."""

    iri: str
    label: str
    sort: str
    address: str
    excerpt: str = ""
    note: str = ""
    is_passage: bool = False


def found(reader: Reader, text: str, most: int) -> list[Found]:
    """What the words find, best first."""
    return [_shown(reader, hit) for hit in search(reader.snapshot, text, most)]


def _shown(reader: Reader, hit: Hit) -> Found:
    if hit.kind == "passage" and hit.start is not None:
        whole = reader.text(hit.iri)
        stop = whole.find("\n", hit.start)
        end = len(whole) if stop < 0 else stop
        address = passage(hit.iri, hit.start, end)
        return Found(
            hit.iri, hit.label, word("sorts", "part"), address, hit.snippet, is_passage=True
        )
    dates = sorted(shown_date(each.value) for each in reader.literals(hit.iri, _ISSUED))
    titles = [each.value for each in reader.literals(hit.iri, _TITLE)]
    excerpt = titles[0] if titles else hit.snippet
    return Found(
        hit.iri,
        reader.told_apart(hit.iri) if hit.kind == "place" else hit.label,
        word("sorts", hit.kind),
        local(hit.iri),
        excerpt if excerpt != hit.label else "",
        " | ".join(dates),
    )


def near_misses(reader: Reader, iri: str) -> tuple[tuple[str, str], ...]:
    """Things whose words the address holds: (address, label)."""
    words = re.sub(r"[^a-z0-9]+", " ", iri.removeprefix(iris.BASE).partition("/")[2])
    hits = search(reader.snapshot, words, _NEAR)
    return tuple({local(hit.iri): reader.told_apart(hit.iri) for hit in hits}.items())
