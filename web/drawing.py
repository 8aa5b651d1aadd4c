"""A neighbourhood as vis-network paints it, made by pyvis; the only importer of pyvis.

Only the data of pyvis are used: its own page pulls Bootstrap from another host in every mode, so
nodes, edges and options go into our page, and vis-network is our vendored file.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pyvis.network import Network

from web.layout import Place

# Shape by class: instruments and sources hold their label, the others bear it below.
_SHAPES = {
    "instrument": "box",
    "source": "box",
    "body": "ellipse",
    "inspection": "diamond",
    "finding": "triangleDown",
    "person": "triangle",
    "place": "hexagon",
}
# Style by family of relation: dashes, width.
_LINES: dict[str, tuple[bool | list[int], float]] = {
    "implements": (False, 2.5),
    "amends": (False, 4.5),
    "cites": (False, 1),
    "inspects": ([8, 6], 2),
    "belongs": ([2, 4], 1.5),
}
_OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {
        "hover": True,
        "dragNodes": True,
        "tooltipDelay": 150,
        "hideEdgesOnDrag": False,
        "keyboard": {"enabled": True, "bindToWindow": False},
    },
    "nodes": {
        "borderWidth": 1,
        "font": {"size": 20},
        "margin": {"top": 8, "right": 10, "bottom": 8, "left": 10},
        "widthConstraint": {"maximum": 165},
        "size": 16,
    },
    "edges": {
        "arrows": {"to": {"enabled": True, "scaleFactor": 0.6}},
        "smooth": {"enabled": False},
    },
}


@dataclass(frozen=True, slots=True)
class Node:
    """Something drawn: `sort` gives its shape, `level` its fill, `tone` its outline."""

    iri: str
    label: str
    title: str
    sort: str
    tone: str = "text"
    level: int | None = None
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Edge:
    """A relation drawn: `family` gives its style, `weight` (the number of sentences) its width."""

    subject: str
    object: str
    label: str
    family: str
    weight: int = 1


def draw(
    nodes: Sequence[Node], edges: Sequence[Edge], places: Mapping[str, Place]
) -> dict[str, object]:
    """The drawing as vis-network takes it: nodes at fixed places, edges numbered as given."""
    network = Network(directed=True)
    for number, node in enumerate(nodes):
        x, y = places[node.iri]
        network.add_node(
            node.iri, label=node.label, title=node.title, x=x, y=y, physics=False,
            shape=_SHAPES.get(node.sort, "dot"), sort=node.sort, tone=node.tone, level=node.level,
            chosen=node.chosen, evidence=number, borderWidth=3 if node.chosen else 1,
            shapeProperties={"borderDashes": [4, 3] if node.sort == "source" else False},
        )  # fmt: skip
    parallel: Counter[frozenset[str]] = Counter()
    for number, edge in enumerate(edges):
        pair = frozenset((edge.subject, edge.object))
        dashes, width = _LINES[edge.family]
        network.add_edge(
            edge.subject, edge.object, id=number, title=edge.label, family=edge.family,
            dashes=dashes, width=_width(width, edge.weight), evidence=number,
            smooth=_bend(parallel[pair]),
        )  # fmt: skip
        parallel[pair] += 1
    drawn, lines, *_ = network.get_network_data()
    return {"nodes": drawn, "edges": lines, "options": _OPTIONS}


def _width(width: float, weight: int) -> float:
    """Wider for more sentences, but never so wide that it looks like another family."""
    return width * (1 + min(weight, 16) / 32)


def _bend(already: int) -> dict[str, object] | bool:
    """Straight for the first relation of two nodes, more and more bent for the others."""
    if not already:
        return False
    return {"enabled": True, "type": "curvedCW", "roundness": 0.15 * already}
