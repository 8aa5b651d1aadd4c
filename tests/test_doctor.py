"""Whatever happens to a store, what is whole is kept, and what is not is named."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pyoxigraph as ox
import pytest

from graph.doctor import examine, mend
from graph.opening import StoreDamaged, StoreHeld
from graph.search import search
from graph.snapshots import NoStore, snapshot
from graph.store import Store
from ontology import iris

BASE = iris.BASE
SHARED = f"<{BASE}instrument/tw/k12/qd/124> <{BASE}p> <{BASE}body/ban-bi-thu>"


def source(number: int) -> tuple[list[str], str]:
    """The lines of a small source, one of them shared by all, and its id."""
    name = f"{number:016x}"
    node, graph = f"<{iris.source(name)}>", f"<{iris.source_graph(name)}>"
    triples = [
        SHARED,
        f'{node} <{iris.ONTOLOGY}text> "Quy định số 124-QĐ/TW; nguồn {number}"',
        f'{node} <http://purl.org/dc/terms/title> "Tin {number}"@vi',
    ]
    return sorted(f"{triple} {graph} ." for triple in triples), name


ONE, TWO = source(1), source(2)


def load(root: Path, *sources: tuple[tuple[list[str], str], str]) -> None:
    with Store.open(root) as store:
        for (lines, name), path in sources:
            store.add(lines, name, path)
        store.publish()


def dump(root: Path, graph: str | None = None) -> list[str]:
    """The lines of one graph of the current version, or of all but the meta graph."""
    store = snapshot(root).store
    name = ox.NamedNode(graph) if graph else None
    quads = store.quads_for_pattern(None, None, None, name)
    return sorted(f"{q} ." for q in quads if q.graph_name != ox.NamedNode(iris.GRAPH_META))


def defaults(root: Path) -> list[str]:
    found = snapshot(root).store.quads_for_pattern(None, None, None, ox.DefaultGraph())
    return sorted(str(quad.triple) for quad in found)


@pytest.fixture
def root(tmp_path, monkeypatch) -> Path:
    monkeypatch.setattr("graph.store.package_graphs", dict)
    load(tmp_path / "store", (ONE, "a.txt"), (TWO, "b.txt"))
    return tmp_path / "store"


def parts(root: Path) -> list[str]:
    return [each.part for each in examine(root)]


def spoil(root: Path, update: str) -> None:
    live = ox.Store(str(root / "live"))
    live.update(update)
    live.flush()


def test_a_sound_store_has_no_ailment(root):
    assert examine(root) == []


def test_there_is_nothing_to_look_over_where_no_store_is(tmp_path):
    with pytest.raises(NoStore):
        examine(tmp_path)


def test_a_store_in_use_is_left_alone(root):
    with Store.open(root), pytest.raises(StoreHeld):
        examine(root)


def test_a_damaged_source_is_named_and_taken_out_whole(root):
    graph, before = iris.source_graph(ONE[1]), defaults(root)
    spoil(root, f"DELETE WHERE {{ GRAPH <{graph}> {{ ?s <http://purl.org/dc/terms/title> ?o }} }}")
    (ailment,) = [each for each in examine(root) if each.lost]
    assert ailment.part == graph
    assert "a.txt" in ailment.what
    mend(root)
    assert examine(root) == []
    assert dump(root, graph) == []
    assert dump(root, iris.source_graph(TWO[1])) == TWO[0]
    load(root, (ONE, "a.txt"))
    assert (dump(root, graph), defaults(root)) == (ONE[0], before)


def test_a_default_graph_that_lost_and_gained_is_made_anew(root):
    before = defaults(root)
    spoil(root, "DELETE { ?s ?p ?o } INSERT { <a:b> <a:b> <a:b> } WHERE { ?s ?p ?o }")
    (ailment,) = examine(root)
    assert ailment.part == "default graph"
    mend(root)
    assert examine(root) == []
    assert defaults(root) == before


def test_a_search_index_that_is_damaged_lost_or_behind_is_made_anew(root):
    index = root / "search.db"
    for damage in ("not SQLite", None, "behind"):
        if damage == "behind":
            with closing(sqlite3.connect(index)) as opened, opened:
                opened.execute("UPDATE state SET hash = 'older'")
        elif damage:
            index.write_text(damage)
        else:
            index.unlink()
        assert parts(root) == ["search.db"]
        mend(root)
        assert examine(root) == []
        assert search(snapshot(root), "nguồn 1")


def test_a_live_store_that_is_torn_is_taken_from_the_current_version(root):
    before, version = dump(root), snapshot(root).version
    for path in (root / "live").glob("MANIFEST-*"):
        path.write_bytes(b"torn")
    with pytest.raises(StoreDamaged, match="vankien doctor"):
        Store.open(root)
    assert parts(root) == ["live"]
    assert mend(root).number > version.number
    assert examine(root) == []
    assert dump(root) == before


def test_a_current_version_that_is_gone_is_published_again(root):
    before = dump(root)
    shutil.rmtree(snapshot(root).directory)
    assert parts(root) == ["snapshots"]
    mend(root)
    assert examine(root) == []
    assert dump(root) == before


@pytest.mark.parametrize("look, code, current", [(True, 1, 1), (False, 0, 2)])
def test_the_command_tells_and_mends(root, run, look, code, current):
    (root / "search.db").unlink()
    shown = run("doctor", "--store", str(root), *(["--look"] if look else []))
    assert (shown.code, snapshot(root).version.number) == (code, current)
    assert "search index" in shown.out
    assert run("doctor", "--store", str(root)).code == 0
    assert "sound" in run("doctor", "--store", str(root)).out
