"""A source as it is handed to the writer: made ready by whichever process read the text.

What takes time is done there: the sum of its content, and what it gives to the default graph.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from graph.facts import default_triples
from graph.lines import payload, sum_of
from graph.passages import Passages, passages_of
from graph.touched import touching
from ontology import iris

_PROTECTED = f" <{iris.BASE}graph/protected/"
_ADDRESS = "<http://purl.org/dc/terms/source>"


@dataclass(frozen=True, slots=True)
class Parcel:
    """The N-Quads of one source.

    `public` and `protected` are lines of its two graphs; `plain` is what the public ones give to
    the default graph as long as no review rejects any; `address` is where its page stands on the
    web; `touching` are the plain triples that rules read; `passages` are what a search
    for words finds; `file_hash` is the sha256 of the file it was read from, where there was one.
    """

    source_id: str
    public: bytes
    plain: bytes
    protected: bytes
    total: int
    address: str | None
    touching: tuple[str, ...]
    passages: Passages | None
    file_hash: str | None = None

    @classmethod
    def of(cls, lines: Iterable[str], source_id: str, file_hash: str | None = None) -> "Parcel":
        """Sort the lines of a source by who may read them."""
        public: list[str] = []
        protected: list[str] = []
        for line in lines:
            hidden = line.startswith(_PROTECTED, line.rindex(" <"))
            (protected if hidden else public).append(line)
        plain = sorted(default_triples(public, {}))
        written = [line.encode() for line in public]
        source = iris.source(source_id)
        opening = f"<{source}> "
        own = [line for line in public if line.startswith(opening)]
        return cls(
            source_id,
            b"\n".join([*written, b""]),
            payload(f"{triple} ." for triple in plain),
            payload(protected),
            sum_of(written),
            _address(source, own),
            tuple(touching(plain)),
            passages_of(source, own),
            file_hash,
        )

    def quads(self, default_graph: str) -> bytes:
        """The public N-Quads, and what they give to the default graph as a graph of this name.

        Stores differ in what a default graph is, so another store keeps ours under a name.
        """
        named = f" <{default_graph}> .\n".encode()
        return self.public + self.plain.replace(b" .\n", named)

    @property
    def lines(self) -> list[str]:
        """The public lines, one by one."""
        return self.public.decode().splitlines()


def _address(source: str, lines: Iterable[str]) -> str | None:
    prefix = f"<{source}> {_ADDRESS} <"
    line = next((line for line in lines if line.startswith(prefix)), None)
    return line[len(prefix) :].split(">", 1)[0] if line else None
