"""What comes with the package: the ontology and the authority lists, as whole graphs."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from graph.facts import default_triples
from graph.lines import content_sum, meta, payload
from ontology import authority, iris

_GRAPHS: dict[str, Callable[[], Iterable[str]]] = {
    iris.GRAPH_ONTOLOGY: authority.ontology_quads,
    iris.GRAPH_AUTHORITY: authority.authority_quads,
}


def package_graphs() -> dict[str, tuple[str, ...]]:
    """The lines of each graph that the package brings."""
    return {graph: tuple(sorted(set(lines()))) for graph, lines in _GRAPHS.items()}


def foundation(
    graphs: Mapping[str, Sequence[str]],
) -> tuple[bytes, bytes, dict[str, int]]:
    """The N-Quads of graphs, what they give to the default graph, and the sum of each."""
    lines = [line for each in graphs.values() for line in each]
    plain = payload(f"{triple} ." for triple in default_triples(lines, {}))
    return payload(lines), plain, {graph: content_sum(each) for graph, each in graphs.items()}


def package_mark() -> str:
    """The line of the meta graph that says which package's graphs a store holds."""
    return meta(iris.GRAPH_AUTHORITY, "packageHash", f'"{authority.authority_hash()}"')
