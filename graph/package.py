"""What comes with the package: the ontology and the authority lists, as whole graphs."""

from collections.abc import Callable, Iterable

from graph.lines import meta
from ontology import authority, iris

_GRAPHS: dict[str, Callable[[], Iterable[str]]] = {
    iris.GRAPH_ONTOLOGY: authority.ontology_quads,
    iris.GRAPH_AUTHORITY: authority.authority_quads,
}


def package_graphs() -> dict[str, tuple[str, ...]]:
    """The lines of each graph that the package brings."""
    return {graph: tuple(sorted(set(lines()))) for graph, lines in _GRAPHS.items()}


def package_mark() -> str:
    """The line of the meta graph that says which package's graphs a store holds."""
    return meta(iris.GRAPH_AUTHORITY, "packageHash", f'"{authority.authority_hash()}"')
