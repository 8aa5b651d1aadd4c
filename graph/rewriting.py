"""What follows from an update by users: content sums, and the default graph after a review.

An update and what follows from it are two transactions with a mark beside the store: the next
writer completes what a killed one left, and nothing is published before.

DIR/OWN        users wrote into a store that holds no source: all of it is theirs
DIR/ADOPTING   the first source is coming into such a store
DIR/UNSETTLED  an update was carried out; what follows from it may be missing
"""

import json
from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox

from graph.catalogue import Catalogue
from graph.facts import default_triples, graph_lines, orphaned, rejections
from graph.lines import content_sum, data_block
from graph.live import Live
from graph.meta import meta_lines, sum_line
from graph.update_text import writable
from ontology import iris

_OWN, _ADOPTING, _UNSETTLED = "OWN", "ADOPTING", "UNSETTLED"


class StoreOwned(Exception):
    """Users wrote where sources would go, in a store that had none."""

    def __init__(self, root: Path) -> None:
        super().__init__(
            f"{root}: updates wrote to its default graph or under /graph/; empty those first"
        )
        self.directory = root


def rewrite(
    root: Path, live: Live, catalogue: Catalogue, update: str, writes: Iterable[str]
) -> None:
    """Carry out an update, with what follows from it."""
    if not catalogue.sums:
        (root / _OWN).touch()
        live.store.update(update, base_iri=iris.BASE)
        catalogue.unlisted = _content(live.store)
        return
    mark = root / _UNSETTLED
    asserted = sorted(default_triples(graph_lines(live.store, iris.GRAPH_REVIEW), {}))
    before = {"graphs": sorted(writes), "sources": sorted(live.rejected), "asserted": asserted}
    mark.write_text(json.dumps(before), encoding="utf-8")
    try:
        live.store.update(update, base_iri=iris.BASE)
    except (SyntaxError, OSError):
        mark.unlink()
        raise
    _settle(mark, live, catalogue)


def finish(root: Path, live: Live, catalogue: Catalogue) -> None:
    """Complete what a killed writer began; whose the content is that no sum accounts for."""
    if (root / _ADOPTING).exists():
        if not catalogue.sums:
            _withdraw_ours(live.store)
            (root / _OWN).touch()
        (root / _ADOPTING).unlink()
    if (root / _UNSETTLED).exists():
        _settle(root / _UNSETTLED, live, catalogue)
    if (root / _OWN).exists() and not catalogue.sums:
        catalogue.unlisted = _content(live.store)


def is_own(root: Path) -> bool:
    """Whether what a store without sums holds was written by users."""
    return (root / _OWN).exists()


def make_own(root: Path) -> None:
    """Say that all in a store is the users', as when such a store is restored."""
    (root / _OWN).touch()


def adopt(root: Path, live: Live, catalogue: Catalogue) -> list[str]:
    """The sum lines of users' graphs, ahead of the first source; StoreOwned if it cannot come."""
    if not is_own(root):
        return []
    names = [name.value for name in live.store.named_graphs() if isinstance(name, ox.NamedNode)]
    plain = live.store.quads_for_pattern(None, None, None, ox.DefaultGraph())
    if next(plain, None) or not all(map(writable, names)):
        raise StoreOwned(root)
    (root / _OWN).replace(root / _ADOPTING)
    sums = {name: content_sum(graph_lines(live.store, name)) for name in names}
    catalogue.sums.update(sums)
    catalogue.unlisted = 0
    return [sum_line(*each) for each in sums.items()]


def _settle(mark: Path, live: Live, catalogue: Catalogue) -> None:
    """Bring sums and default graph to what the store says now."""
    said = json.loads(mark.read_text(encoding="utf-8"))
    _count(live, catalogue, said["graphs"])
    if iris.GRAPH_REVIEW in said["graphs"]:
        live.rejected = rejections(live.store)
        for source in {*said["sources"], *live.rejected}:
            _review(live, source)
        _assert(live, set(said["asserted"]))
    mark.unlink()


def _count(live: Live, catalogue: Catalogue, graphs: Iterable[str]) -> None:
    """Note the content sum of graphs that were written."""
    gone: list[str] = []
    come: list[str] = []
    for graph in graphs:
        gone += meta_lines(live.store, graph)
        total = content_sum(graph_lines(live.store, graph))
        catalogue.sums.put(graph, total, catalogue.sums[graph])
        if total:
            come.append(sum_line(graph, total))
    live.change(gone, come)
    catalogue.written()


def _review(live: Live, source: str) -> None:
    """Bring the default graph to what reviewers let stand of a source."""
    lines = graph_lines(live.store, iris.source_graph(source.rsplit("/", 1)[1]))
    standing = default_triples(lines, live.rejected)
    fallen = default_triples(lines, {}) - standing
    live.touch(standing | fallen)
    gone = orphaned(live.store, frozenset(), fallen, live.rejected)
    live.store.update(f"{data_block('DELETE', (), gone)} ;\n{data_block('INSERT', (), standing)}")


def _assert(live: Live, before: set[str]) -> None:
    """Bring the default graph to what reviewers assert."""
    now = default_triples(graph_lines(live.store, iris.GRAPH_REVIEW), live.rejected)
    gone = orphaned(live.store, frozenset(), sorted(before - now), live.rejected)
    live.store.update(f"{data_block('DELETE', (), gone)} ;\n{data_block('INSERT', (), now)}")


def _withdraw_ours(store: ox.Store) -> None:
    store.clear_graph(ox.DefaultGraph())
    for name in list(store.named_graphs()):
        if not writable(name.value):
            store.remove_graph(name)


def _content(store: ox.Store) -> int:
    return content_sum(f"{quad} ." for quad in store)
