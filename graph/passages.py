"""What can be found by its words: the paragraphs of sources, made ready by who read the text."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from graph.folding import fold
from graph.lines import payload
from ontology import iris

_TEXT = ox.NamedNode(iris.ONTOLOGY + "text")
_TITLE = ox.NamedNode("http://purl.org/dc/terms/title")


@dataclass(frozen=True, slots=True)
class Passages:
    """The paragraphs of a source: where each starts, its words as they stand, and folded."""

    source: str
    label: str
    paragraphs: tuple[tuple[int, str, str], ...]


def passages_of(source: str, lines: Iterable[str]) -> Passages | None:
    """The paragraphs of a source, from its N-Quads lines; None where no text is among them."""
    starts = tuple(f"<{source}> {each} " for each in (_TEXT, _TITLE))
    said = payload(line for line in lines if line.startswith(starts))
    return next(_passages(ox.parse(said, format=ox.RdfFormat.N_QUADS)), None)


def passages_in(store: ox.Store, graph: str) -> Iterator[Passages]:
    """The paragraphs of the sources of a graph."""
    node = ox.NamedNode(graph)
    for text in store.quads_for_pattern(None, _TEXT, None, node):
        titles = store.quads_for_pattern(text.subject, _TITLE, None, node)
        yield from _passages([text, *titles])


def _passages(said: Iterable[ox.Quad]) -> Iterator[Passages]:
    """The paragraphs of the texts among some statements of one source."""
    quads = list(said)
    titles = sorted(_value(quad.object) for quad in quads if quad.predicate == _TITLE)
    for quad in quads:
        if quad.predicate == _TEXT:
            source = _value(quad.subject)
            yield Passages(source, (titles or [source])[0], tuple(_cut(_value(quad.object))))


def _cut(text: str) -> Iterator[tuple[int, str, str]]:
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield start, line, fold(line)
        start += len(line) + 1


def _value(term: object) -> str:
    return str(getattr(term, "value", ""))
