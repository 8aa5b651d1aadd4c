"""What a search shows, and what comes close to an address that leads nowhere."""

import re
from dataclasses import dataclass

from graph.folding import fold
from graph.search import Hit, Sought, results
from ontology import iris
from web.language import shown_date, word
from web.paths import local, passage
from web.reading import Reader

_NEAR = 6


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


def shown(reader: Reader, hit: Hit) -> Found:
    """A hit as a line of the results; a passage leads to its place in the text."""
    if hit.span is not None:
        address = passage(hit.iri, *hit.span)
        return Found(
            hit.iri, hit.label, word("sorts", "part"), address, hit.snippet, is_passage=True
        )
    named = hit.kind in ("body", "person", "place")
    excerpt = hit.title or ("" if named else hit.snippet)
    return Found(
        hit.iri,
        reader.told_apart(hit.iri) if hit.kind == "place" else hit.label,
        word("sorts", hit.kind),
        local(hit.iri),
        excerpt if excerpt != hit.label else "",
        " | ".join(shown_date(each) for each in hit.dates.split(" | ") if each)
        or _whose_text(reader, hit),
    )


def _whose_text(reader: Reader, hit: Hit) -> str:
    """Of an official text, which has no day of its own: the instrument whose text it is."""
    works = reader.objects(hit.iri, iris.ONTOLOGY + "textOf") if hit.kind == "source" else []
    return ", ".join(map(reader.told_apart, works))


def near_misses(reader: Reader, iri: str) -> tuple[tuple[str, str], ...]:
    """Things whose words the address holds: (address, label)."""
    key = iris.instrument_key(iri)
    # people mistake the period of a register first
    path = f"{key.owner} {key.symbol} {key.number}" if key else iri.removeprefix(iris.BASE)
    words = re.sub(r"[^a-z0-9]+", " ", path if key else path.partition("/")[2])
    found = results(reader.snapshot, Sought(words, limit=_NEAR, counted=False))
    # what only sounds like it is no help to who has an address, nor is another number
    hits = [
        hit
        for hit in found.hits
        if not found.is_near and (not key or key.number in fold(hit.label).split())
    ]
    return tuple({local(hit.iri): reader.told_apart(hit.iri) for hit in hits}.items())
