"""A neighbourhood as one file that needs nothing else, made by pyvis; the only importer of pyvis.

Only the data of pyvis are used: its own page pulls Bootstrap from another host in every mode, so
nodes and edges go into our page, and vis-network is written into it from our vendored file.
"""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from pyvis.network import Network

from web.layout import Place, rings, rows
from web.picture import Edge, Node, Picture

MOST = 300
_VIS = Path(__file__).parent / "static" / "vendor" / "vis-network.min.js"
# Below all levels: what has none.
_UNKNOWN = 9.0
_SHAPES = {
    "instrument": "box",
    "source": "box",
    "body": "dot",
    "unit": "square",
    "inspection": "diamond",
    "finding": "triangleDown",
    "person": "triangle",
    "place": "hexagon",
}
# Fill and ink by level, the darkest for the centre; white for what has no level.
_FILLS = ("#0a5a63", "#247a84", "#93c7cc", "#c3e2e5", "#e4f3f4")
_INKS = ("#ffffff", "#ffffff")
_OUTLINES = {"authority": "#1f4f9e", "text": "#5c5952"}
_ACCENT = "#0a5a63"
# Style by family of relation: dashes, width.
_LINES: dict[str, tuple[bool | list[int], float]] = {
    "implements": (False, 2.5),
    "amends": (False, 4.5),
    "cites": (False, 1),
    "inspects": ([8, 6], 2),
    "belongs": ([2, 4], 1.5),
}
OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {"hover": True, "keyboard": {"enabled": True, "bindToWindow": False}},
    "nodes": {"font": {"size": 18}, "widthConstraint": {"maximum": 165}, "size": 14},
    "edges": {
        "arrows": {"to": {"enabled": True, "scaleFactor": 0.6}},
        "color": {"color": "#5c5952", "highlight": _ACCENT},
        "smooth": {"enabled": False},
    },
}


def drawn(picture: Picture, nodes: tuple[Node, ...], edges: tuple[Edge, ...]) -> dict[str, object]:
    """The data that vis-network takes: nodes at fixed places, edges numbered as given."""
    network = Network(directed=True)
    places = _places(picture, nodes)
    for node in nodes:
        _add_node(network, node, places[node.id], node.id in picture.roots)
    parallel: Counter[frozenset[str]] = Counter()
    for number, edge in enumerate(edges):
        pair = frozenset((edge.start, edge.end))
        dashes, width = _LINES[edge.family]
        network.add_edge(
            edge.start, edge.end, id=number, title=edge.label, dashes=dashes,
            width=width * (1 + min(edge.mentions, 16) / 32), smooth=_bend(parallel[pair]),
        )  # fmt: skip
        parallel[pair] += 1
    nodes_drawn, lines, *_ = network.get_network_data()
    return {"nodes": nodes_drawn, "edges": lines, "options": OPTIONS}


def _add_node(network: Network, node: Node, place: Place, chosen: bool) -> None:
    fill = "#ffffff" if node.level is None else _FILLS[node.level]
    within = node.sort in ("instrument", "source")
    dark = within and node.level is not None and node.level < len(_INKS)
    network.add_node(
        node.id, label=node.label, title=node.title, x=place[0], y=place[1], physics=False,
        shape=_SHAPES.get(node.sort, "dot"), borderWidth=3 if chosen else 1,
        color={"background": fill, "border": _ACCENT if chosen else _OUTLINES[node.tone]},
        font={"color": "#ffffff" if dark else "#1d1c1a"},
        shapeProperties={"borderDashes": [4, 3] if node.sort == "source" else False},
    )  # fmt: skip


def _places(picture: Picture, nodes: tuple[Node, ...]) -> Mapping[str, Place]:
    """Top-down by level where implementation is told, else rings around the chosen thing."""
    ids = [each.id for each in nodes]
    centre = next((root for root in picture.roots if root in ids), ids[0] if ids else "")
    if picture.layout == "rows":
        ranks = {each.id: _UNKNOWN if each.level is None else float(each.level) for each in nodes}
        return rows(centre, ranks)
    return rings(centre, [each for each in ids if each != centre])


def library() -> str:
    """The text of vis-network, which goes into the file whole."""
    return _VIS.read_text(encoding="utf-8").replace("</script", "<\\/script")


def _bend(already: int) -> dict[str, object] | bool:
    """Straight for the first relation of two nodes, more and more bent for the others."""
    if not already:
        return False
    return {"enabled": True, "type": "curvedCW", "roundness": 0.15 * already}
