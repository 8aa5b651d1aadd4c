"""What is protected, for those who may read it: masked words made clear again from their own store.

The public store and all that is asked of it know only the masks. Here every masked string finds
the one string of the same source's protected graph that it hides; where several fit it stays.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

import pyoxigraph as ox

from graph.questions import Answer
from graph.snapshots import Snapshot, Term
from ontology import iris

_BLOCK = "█"
_TEXT = ox.NamedNode(iris.ONTOLOGY + "text")
_OF_SOURCE = re.compile(r"/(?:source|inspection)/(?P<id>[0-9a-f]{16})")


class Clear:
    """The protected side of one version."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._store = ox.Store.read_only(str(snapshot.protected_path))
        self._said: dict[str, list[str]] = {}

    def text(self, source: str) -> str | None:
        """The whole text of a source of which some is protected."""
        graph = _graph(source.rsplit("/", 1)[-1])
        found = self._store.quads_for_pattern(ox.NamedNode(source), _TEXT, None, graph)
        return next((str(getattr(quad.object, "value", "")) for quad in found), None)

    def words(self, masked: str, source_id: str) -> str:
        """What a masked string of a source hides; itself where that is not one string."""
        if _BLOCK not in masked:
            return masked
        fitting = {said for said in self._literals(source_id) if _hides(masked, said)}
        return fitting.pop() if len(fitting) == 1 else masked

    def _literals(self, source_id: str) -> list[str]:
        if source_id not in self._said:
            quads = self._store.quads_for_pattern(None, None, None, _graph(source_id))
            literals = (quad.object for quad in quads if isinstance(quad.object, ox.Literal))
            self._said[source_id] = sorted({each.value for each in literals})
        return self._said[source_id]


def cleared(answer: Answer, clear: Clear) -> Answer:
    """An answer with its masked words made clear."""
    rows = []
    for row in answer.rows:
        source_id = next(_sources(row.values()), None)
        rows.append({c: _made_clear(term, source_id, clear) for c, term in row.items()})
    return replace(answer, rows=tuple(rows))


def _sources(terms: Iterable[Term | None]) -> Iterator[str]:
    """The source that a row is of, by any IRI in it."""
    for term in terms:
        if isinstance(term, ox.NamedNode) and (match := _OF_SOURCE.search(term.value)):
            yield match["id"]


def _made_clear(term: Term | None, source_id: str | None, clear: Clear) -> Term | None:
    if source_id is None or not isinstance(term, ox.Literal) or _BLOCK not in term.value:
        return term
    words = clear.words(term.value, source_id)
    return ox.Literal(words, language=term.language) if term.language else ox.Literal(words)


def _hides(masked: str, said: str) -> bool:
    """Whether a string is what the mask leaves of another, letter by letter.

    >>> _hides("tố cáo ██ ███", "tố cáo Bí thư"), _hides("tố cáo ██ ███", "tố cáo Bí thưr")
    (True, False)
    """
    return len(masked) == len(said) and all(
        mark == letter or (mark == _BLOCK and not letter.isspace())
        for mark, letter in zip(masked, said, strict=True)
    )


def _graph(source_id: str) -> ox.NamedNode:
    return ox.NamedNode(f"{iris.BASE}graph/protected/{source_id}")
