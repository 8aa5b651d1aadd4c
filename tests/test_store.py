"""Sources come and go as wholes, versions are published in one step, and a crash leaves no half."""

import itertools
import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pyoxigraph as ox
import pytest

from graph.opening import StoreHeld
from graph.pins import GOING
from graph.refusals import NotTraced
from graph.snapshots import DAYS, KEPT, NoStore, snapshot
from graph.sources import Outcome
from graph.store import Store
from ontology import iris

BASE = iris.BASE
AUTHORITY = f"<{BASE}body/ban-bi-thu> <{BASE}p> <{BASE}body/tw> <{iris.GRAPH_AUTHORITY}> ."
ONTOLOGY = f"<{iris.ONTOLOGY}kind> <{BASE}p> <{BASE}o> <{iris.GRAPH_ONTOLOGY}> ."
SHARED = f"<{BASE}instrument/tw/k12/qd/124> <{BASE}p> <{BASE}body/ban-bi-thu>"


@pytest.fixture(autouse=True)
def small_package(monkeypatch):
    """An authority of one statement, so that a store is made in no time."""
    graphs = {iris.GRAPH_AUTHORITY: (AUTHORITY,), iris.GRAPH_ONTOLOGY: (ONTOLOGY,)}
    monkeypatch.setattr("graph.store.package_graphs", lambda: graphs)


def source(number: int, *extra: str, url: str | None = None) -> tuple[list[str], str]:
    """The lines of a small source, one of them shared by all, and its id."""
    name = f"{number:016x}"
    node, graph = f"<{iris.source(name)}>", f"<{iris.source_graph(name)}>"
    triples = [
        SHARED,
        f'{node} <{iris.ONTOLOGY}text> "Quy định số 124-QĐ/TW; nguồn {number}"',
        f'{node} <http://purl.org/dc/terms/title> "Tin {number}"@vi',
        f"<{iris.part(name, 'claim', number)}> <{BASE}p> <{BASE}o>",
        *([f"{node} <http://purl.org/dc/terms/source> <{url}>"] if url else []),
        *extra,
    ]
    return sorted(f"{triple} {graph} ." for triple in triples), name


def dump(directory: Path, graph: str | None = None) -> list[str]:
    """The lines of one graph of the current version, or of all but the meta graph."""
    quads = snapshot(directory).store
    chosen = (q for q in quads if q.graph_name != ox.NamedNode(iris.GRAPH_META))
    if graph is not None:
        chosen = quads.quads_for_pattern(None, None, None, ox.NamedNode(graph))
    return sorted(f"{quad} ." for quad in chosen)


def defaults(directory: Path) -> list[str]:
    found = snapshot(directory).store.quads_for_pattern(None, None, None, ox.DefaultGraph())
    return sorted(str(quad.triple) for quad in found)


def load(directory: Path, *sources: tuple[tuple[list[str], str], str]) -> list[Outcome]:
    with Store.open(directory) as store:
        outcomes = [store.add(lines, name, path) for (lines, name), path in sources]
        store.publish()
    return outcomes


def test_a_fresh_store_holds_no_quad(tmp_path):
    with Store.open(tmp_path) as store:
        assert not store.known("0" * 16)
        assert store.publish().number == 0
    assert len(snapshot(tmp_path).store) == 0


def test_there_is_no_version_where_nothing_was_made(tmp_path):
    with pytest.raises(NoStore, match="vankien load"):
        snapshot(tmp_path / "nothing")


def test_authority_and_ontology_come_with_the_first_source(tmp_path):
    assert load(tmp_path, (source(1), "a.txt")) == [Outcome.ADDED]
    assert dump(tmp_path, iris.GRAPH_AUTHORITY) == [AUTHORITY]
    assert dump(tmp_path, iris.GRAPH_ONTOLOGY) == [ONTOLOGY]


def test_a_loaded_source_is_dumped_as_it_was(tmp_path):
    lines, name = source(1)
    load(tmp_path, ((lines, name), "a.txt"))
    assert dump(tmp_path, iris.source_graph(name)) == lines


def test_the_default_graph_holds_plain_statements_once(tmp_path):
    load(tmp_path, (source(1), "a.txt"), (source(2), "b.txt"))
    plain = defaults(tmp_path)
    assert plain.count(SHARED) == 1
    assert AUTHORITY.rsplit(" ", 2)[0] in plain
    assert not any("/claim/" in each or "#text>" in each for each in plain)
    assert ONTOLOGY.rsplit(" ", 2)[0] not in plain


def test_loading_twice_equals_loading_once(tmp_path):
    first = load(tmp_path, (source(1), "a.txt"))
    before, version = dump(tmp_path), snapshot(tmp_path).version
    assert load(tmp_path, (source(1), "a.txt")) == [Outcome.UNCHANGED]
    assert first == [Outcome.ADDED]
    assert (dump(tmp_path), snapshot(tmp_path).version) == (before, version)


@pytest.mark.parametrize("order", list(itertools.permutations((1, 2, 3))))
def test_the_order_of_files_does_not_matter(tmp_path, order):
    load(tmp_path / "one", *((source(n), f"{n}.txt") for n in (1, 2, 3)))
    load(tmp_path / "two", *((source(n), f"{n}.txt") for n in order))
    assert dump(tmp_path / "one") == dump(tmp_path / "two")
    hashes = {snapshot(tmp_path / each).version.hash for each in ("one", "two")}
    assert len(hashes) == 1


def test_the_same_text_elsewhere_only_adds_a_path(tmp_path):
    load(tmp_path, (source(1), "a.txt"))
    assert load(tmp_path, (source(1), "b.txt")) == [Outcome.UNCHANGED]
    rows = snapshot(tmp_path).rows(f"SELECT ?p {{ GRAPH ?g {{ ?s <{iris.ONTOLOGY}path> ?p }} }}")
    assert sorted(row["p"].value for row in rows) == ["a.txt", "b.txt"]


REPLACEMENTS = [
    # a new text at the same path, at the same address, and at the same address under a new path
    (None, "a.txt", None, "a.txt", True),
    ("https://x/1", "a.txt", "https://x/1", "a.txt", True),
    ("https://x/1", "a.txt", "https://x/1", "b.txt", True),
    (None, "a.txt", None, "b.txt", False),
    # standard input is no place
    (None, "-", None, "-", False),
]


@pytest.mark.parametrize(("url", "path", "new_url", "new_path", "replaced"), REPLACEMENTS)
def test_a_new_text_takes_the_place_of_the_old(tmp_path, url, path, new_url, new_path, replaced):
    old, new = source(1, url=url), source(2, url=new_url)
    load(tmp_path, (old, path))
    assert load(tmp_path, (new, new_path)) == [Outcome.REPLACED if replaced else Outcome.ADDED]
    assert (dump(tmp_path, iris.source_graph(old[1])) == []) is replaced
    assert SHARED in defaults(tmp_path)
    assert any("Tin 1" in each for each in defaults(tmp_path)) is not replaced
    pointers = snapshot(tmp_path).rows(
        "SELECT * { GRAPH ?g { ?old <http://purl.org/dc/terms/isReplacedBy> ?new } }"
    )
    expected = [(iris.source(old[1]), iris.source(new[1]))] if replaced else []
    assert [(row["old"].value, row["new"].value) for row in pointers] == expected


def test_replacing_leaves_what_loading_the_new_alone_leaves(tmp_path):
    load(tmp_path / "one", (source(1), "a.txt"), (source(2), "a.txt"))
    load(tmp_path / "two", (source(2), "a.txt"))
    assert dump(tmp_path / "one") == dump(tmp_path / "two")
    assert snapshot(tmp_path / "one").version.hash == snapshot(tmp_path / "two").version.hash


def test_a_text_that_stands_at_another_path_too_is_not_withdrawn(tmp_path):
    load(tmp_path, (source(1), "a.txt"), (source(1), "b.txt"))
    assert load(tmp_path, (source(2), "a.txt")) == [Outcome.REPLACED]
    assert dump(tmp_path, iris.source_graph(source(1)[1]))


def test_a_withdrawn_text_can_come_back(tmp_path):
    load(tmp_path, (source(1), "a.txt"), (source(2), "a.txt"), (source(1), "a.txt"))
    assert dump(tmp_path, iris.source_graph(source(1)[1]))
    withdrawn = snapshot(tmp_path).rows(
        f"SELECT ?s {{ GRAPH ?g {{ ?s <{iris.ONTOLOGY}withdrawnAt> ?when }} }}"
    )
    assert [row["s"].value for row in withdrawn] == [iris.source(source(2)[1])]


def versions(root: Path) -> list[int]:
    """The versions that lie there, and nothing else."""
    return sorted(int(each.name) for each in (root / "snapshots").iterdir())


def test_readers_keep_their_version_and_five_are_kept(tmp_path):
    load(tmp_path, (source(1), "1.txt"))
    first = snapshot(tmp_path)
    held = len(first.store)
    for number in range(2, 9):
        load(tmp_path, (source(number), f"{number}.txt"))
    assert len(list(first.store)) == held
    assert snapshot(tmp_path).version.number == 8
    assert versions(tmp_path) == [1, 4, 5, 6, 7, 8]
    assert snapshot(tmp_path, 5).version.number == 5
    del first
    # as a kill while a version was removed leaves it
    (tmp_path / "snapshots" / f"3{GOING}").mkdir()
    load(tmp_path, (source(9), "9.txt"))
    assert versions(tmp_path) == [5, 6, 7, 8, 9]
    with pytest.raises(NoStore):
        snapshot(tmp_path, 1)


@pytest.mark.parametrize(
    ("kept", "days", "left"), [("2", "", [8, 9]), ("2", "3", [7, 8, 9]), ("", "0", [5, 6, 7, 8, 9])]
)
def test_versions_are_kept_by_count_and_by_age(tmp_path, monkeypatch, kept, days, left):
    monkeypatch.setenv(KEPT, kept)
    monkeypatch.setenv(DAYS, "1000")
    for number in range(1, 9):
        load(tmp_path, (source(number), f"{number}.txt"))
    assert versions(tmp_path) == list(range(9))
    # version 7 was current until two days ago
    for number in range(9):
        ago = time.time() - 86_400 * (10 - number)
        os.utime(tmp_path / "snapshots" / str(number) / "VERSION", (ago, ago))
    monkeypatch.setenv(DAYS, days)
    load(tmp_path, (source(9), "9.txt"))
    assert versions(tmp_path) == left


def test_a_setting_that_is_no_number_is_told(tmp_path, monkeypatch):
    monkeypatch.setenv(KEPT, "many")
    with pytest.raises(NotTraced, match="VANKIEN_KEPT_VERSIONS=many: not a whole number"):
        load(tmp_path, (source(1), "1.txt"))


def test_what_is_protected_lies_in_a_store_of_its_own(tmp_path):
    lines, name = source(1)
    secret = f'<{BASE}x> <{BASE}p> "Bí thư Đảng ủy xã" <{BASE}graph/protected/{name}> .'
    load(tmp_path, (([*lines, secret], name), "a.txt"))
    current = snapshot(tmp_path)
    assert not any("Bí thư" in str(quad) for quad in current.store)
    guarded = ox.Store.read_only(str(current.protected_path))
    assert [f"{quad} ." for quad in guarded] == [secret]
    load(tmp_path, (source(2), "a.txt"))
    assert len(ox.Store.read_only(str(snapshot(tmp_path).protected_path))) == 0


def test_one_writer_at_a_time(tmp_path):
    with Store.open(tmp_path), pytest.raises(StoreHeld, match="another process holds"):
        Store.open(tmp_path)


def test_a_new_package_replaces_authority_and_ontology(tmp_path, monkeypatch):
    load(tmp_path, (source(1), "a.txt"))
    fresh = AUTHORITY.replace("body/tw", "body/trung-uong")
    graphs = {iris.GRAPH_AUTHORITY: (fresh,), iris.GRAPH_ONTOLOGY: (ONTOLOGY,)}
    monkeypatch.setattr("graph.store.package_graphs", lambda: graphs)
    monkeypatch.setattr(
        "graph.store.package_mark", lambda: f"<{BASE}a> <{BASE}m> <{BASE}n> <{iris.GRAPH_META}> ."
    )
    load(tmp_path)
    assert dump(tmp_path, iris.GRAPH_AUTHORITY) == [fresh]
    assert AUTHORITY.rsplit(" ", 2)[0] not in defaults(tmp_path)


@pytest.mark.parametrize("bulk", [20_000, 1])
def test_a_wrong_line_changes_nothing(tmp_path, monkeypatch, bulk):
    monkeypatch.setattr("graph.live.BULK", bulk)
    load(tmp_path, (source(1), "a.txt"))
    before = dump(tmp_path)
    lines, name = source(2)
    with Store.open(tmp_path) as store:
        wrong = f"<{BASE}a> <{BASE}p> broken <{iris.source_graph(name)}> ."
        store.add([*lines, wrong], name, "b.txt")
        with pytest.raises(SyntaxError):
            store.publish()
        assert not store.known(name)
        assert store.add(*source(3), "c.txt") is Outcome.ADDED
        store.publish()
    assert set(before) < set(dump(tmp_path))
    assert not dump(tmp_path, iris.source_graph(name))
    assert not any("Tin 2" in each for each in defaults(tmp_path))


def test_what_a_killed_writer_poured_in_part_is_dropped(tmp_path):
    load(tmp_path, (source(1), "a.txt"))
    before = dump(tmp_path)
    lines, _ = source(2)
    live = ox.Store(str(tmp_path / "live"))
    plain = [f"{line.rsplit(' ', 2)[0]} ." for line in lines]
    live.bulk_load("\n".join([*lines, *plain[1:]]), format=ox.RdfFormat.N_QUADS)
    del live
    load(tmp_path)
    assert dump(tmp_path) == before


def test_many_lines_and_few_give_one_store(tmp_path, monkeypatch):
    load(tmp_path / "few", *((source(n), f"{n}.txt") for n in (1, 2, 3)))
    monkeypatch.setattr("graph.live.BULK", 1)
    monkeypatch.setattr("graph.store._BATCH", 4)
    load(tmp_path / "many", *((source(n), f"{n}.txt") for n in (1, 2, 3)))
    assert dump(tmp_path / "few") == dump(tmp_path / "many")
    assert snapshot(tmp_path / "few").version.hash == snapshot(tmp_path / "many").version.hash


def read_by(directory: Path, reader: str, lines: list[str], name: str) -> Outcome:
    """What becomes of a source at a.txt as this loader reads it; the version is published."""
    with Store.open(directory) as store:
        assert not store.known(name, reader)
        outcome = store.add(lines, name, "a.txt", reader)
        assert store.known(name, reader)
        store.publish()
    return outcome


def test_another_loader_exchanges_what_was_read(tmp_path):
    lines, name = source(1)
    assert read_by(tmp_path, "old", lines, name) is Outcome.ADDED
    better, _ = source(1, f"<{BASE}instrument/x> <{BASE}p> <{BASE}better>")
    del better[0]
    assert read_by(tmp_path, "new", better, name) is Outcome.REPLACED
    assert dump(tmp_path, iris.source_graph(name)) == better
    load(tmp_path / "afresh", ((better, name), "a.txt"))
    assert dump(tmp_path) == dump(tmp_path / "afresh")
    assert snapshot(tmp_path).version.hash == snapshot(tmp_path / "afresh").version.hash
    marks = snapshot(tmp_path).rows(
        f"SELECT ?by {{ GRAPH ?g {{ ?s <{iris.ONTOLOGY}readBy> ?by }} }}"
    )
    assert [row["by"].value for row in marks] == [iris.run("new")]


def test_another_loader_that_reads_the_same_changes_no_version(tmp_path):
    lines, name = source(1)
    read_by(tmp_path, "old", lines, name)
    before = snapshot(tmp_path).version
    assert read_by(tmp_path, "new", lines, name) is Outcome.UNCHANGED
    assert snapshot(tmp_path).version == before


def test_what_another_loader_protects_is_exchanged(tmp_path):
    lines, name = source(1)
    for reader in ("old", "new"):
        secret = f'<{BASE}x> <{BASE}p> "{reader}" <{BASE}graph/protected/{name}> .'
        read_by(tmp_path, reader, [*lines, secret], name)
    guarded = ox.Store.read_only(str(snapshot(tmp_path).protected_path))
    assert [quad.object.value for quad in guarded] == ["new"]


def test_a_rejection_outlives_another_loader(tmp_path):
    rdf, oa = "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "http://www.w3.org/ns/oa#"
    name = source(1)[1]
    parts = ("subject", "predicate", "object")
    claim, span, act = (
        f"<{iris.part(name, *each)}>" for each in (("claim", 7), ("span", 7), ("a", 7))
    )
    said = f"<{BASE}instrument/x> <{BASE}p> <{BASE}wrong>"
    lines, _ = source(
        1,
        said,
        *(f"{claim} <{rdf}{n}> {t}" for n, t in zip(parts, said.split(" "), strict=True)),
        f"{claim} <{oa}hasSelector> {span}",
        f'{span} <{oa}exact> "nguyên văn"',
    )
    read_by(tmp_path, "old", lines, name)
    assert said in defaults(tmp_path)
    review = [
        f"{act} <{iris.ONTOLOGY}decision> <{iris.CONCEPT}bac-bo>",
        f"{act} <{iris.ONTOLOGY}inSource> <{iris.source(name)}>",
        f"{act} <{rdf}predicate> <{BASE}p>",
        f"{act} <{rdf}object> <{BASE}wrong>",
        f'{act} <{oa}exact> "nguyên văn"',
    ]
    live = ox.Store(str(tmp_path / "live"))
    decided = "\n".join(f"{line} <{iris.GRAPH_REVIEW}> ." for line in review)
    live.load(decided, format=ox.RdfFormat.N_QUADS)
    del live
    better, _ = source(1, f"<{BASE}y> <{BASE}p> <{BASE}z>")
    read_by(tmp_path, "new", sorted({*lines, *better}), name)
    assert said not in defaults(tmp_path)
    assert any(said in line for line in dump(tmp_path, iris.source_graph(name)))


def test_the_dataset_is_read_only(tmp_path):
    load(tmp_path, (source(1), "a.txt"))
    dataset = snapshot(tmp_path).dataset()
    assert len(list(dataset.quads((None, None, None, None)))) == len(snapshot(tmp_path).store)


LOADER = """
import json, pathlib, sys
import graph.store
from graph.store import Store
directory = sys.argv[1]
graphs, sources = json.loads(pathlib.Path(sys.argv[2]).read_text(encoding="utf-8"))
graph.store.package_graphs = lambda: graphs
store = Store.open(directory)
for lines, name, path in sources:
    print("adding", name, flush=True)
    store.add(lines, name, path)
    print("added", name, flush=True)
    print("publishing", name, flush=True)
    store.publish()
    print("published", name, flush=True)
"""
MOMENTS = [(word, n) for word in ("adding", "added", "publishing", "published") for n in (1, 2, 3)]


@pytest.mark.parametrize(("word", "number"), MOMENTS)
def test_a_killed_loader_leaves_whole_sources(tmp_path, word, number):
    # The third source replaces the first, and each is large enough to be killed in its middle.
    extra = [f'<{BASE}x/{n}> <{BASE}p> "{n}"' for n in range(3000)]
    sources = [(*source(n, *extra), path) for n, path in ((1, "a"), (2, "b"), (3, "a"))]
    graphs = {iris.GRAPH_AUTHORITY: (AUTHORITY,), iris.GRAPH_ONTOLOGY: (ONTOLOGY,)}
    work = tmp_path / "work.json"
    work.write_text(json.dumps([graphs, sources]), encoding="utf-8")
    script = [sys.executable, "-c", LOADER, str(tmp_path), str(work)]
    with subprocess.Popen(script, stdout=subprocess.PIPE, text=True, encoding="utf-8") as loader:
        assert loader.stdout is not None
        for line in loader.stdout:
            if line.split() == [word, sources[number - 1][1]]:
                loader.kill()
                break
    load(tmp_path)
    held = []
    for lines, name, _ in sources:
        found = dump(tmp_path, iris.source_graph(name))
        assert found in ([], lines)
        held += [name] * bool(found)
    # What was added waits to be written with more of its kind, at the latest when it is published.
    least = number if word == "published" else number - 1
    names = [name for _, name, _ in sources]
    possible = [names[:1], names[:2], names[1:]]
    assert held in ([[], *possible][least : number + 1])
    again = tmp_path / "again"
    load(again, *(((lines, name), path) for lines, name, path in sources if name in held))
    assert dump(tmp_path) == (dump(again) if held else [])


def test_the_marker_is_replaced_in_one_step(tmp_path):
    load(tmp_path, (source(1), "a.txt"))
    current = json.loads((tmp_path / "CURRENT").read_text(encoding="utf-8"))
    assert current["number"] == snapshot(tmp_path).version.number == 1
    assert not list(tmp_path.glob("*.new"))


def test_a_store_can_be_copied_as_a_folder(tmp_path):
    load(tmp_path / "one", (source(1), "a.txt"))
    shutil.copytree(tmp_path / "one", tmp_path / "two")
    assert dump(tmp_path / "one") == dump(tmp_path / "two")
