"""Dumps obey rights, backups come back whole, and what is purged is nowhere any more."""

import io
import json
import threading
import time

import pyoxigraph as ox
import pytest

from graph.backups import BackupBroken, WouldOverwrite, back_up, backups, verified
from graph.export import NoGraph, export
from graph.purging import purge, restored
from graph.search import search
from graph.snapshots import VersionGone, snapshot
from graph.store import SourcePurged, Store
from ontology import iris

BASE = iris.BASE
AUTHORITY = f"<{BASE}body/ban-bi-thu> <{BASE}p> <{BASE}body/tw> <{iris.GRAPH_AUTHORITY}> ."
ONE, TWO = "1" * 16, "2" * 16
WORDS = {ONE: "Ông Nguyễn Văn Ẩn", TWO: "Bà Trần Thị Hiện"}


@pytest.fixture(autouse=True)
def small_package(monkeypatch):
    """An authority of one statement, so that a store is made in no time."""
    monkeypatch.setattr("graph.store.package_graphs", lambda: {iris.GRAPH_AUTHORITY: (AUTHORITY,)})


def lines(name, rights=None):
    """The lines of a small source with its words, public and protected."""
    node, graph = f"<{iris.source(name)}>", f"<{iris.source_graph(name)}>"
    title = f'<http://purl.org/dc/terms/title> "{WORDS[name]}"@vi'
    found = [
        f"{node} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <{iris.ONTOLOGY}SourceText>",
        f"{node} {title}",
        f'{node} <{iris.ONTOLOGY}text> "Toàn văn: {WORDS[name]}"',
    ]
    if rights:
        found.append(f'{node} <http://purl.org/dc/terms/rights> "{rights}"')
    guarded = f'{node} <{BASE}p> "{WORDS[name]}" <{BASE}graph/protected/{name}> .'
    return [*(f"{each} {graph} ." for each in found), guarded]


@pytest.fixture
def root(tmp_path):
    """A store of two sources, one of them private, in two versions."""
    directory = tmp_path / "store"
    for name, rights in ((ONE, None), (TWO, "private")):
        with Store.open(directory) as store:
            store.add(lines(name, rights), name, f"{name}.txt")
            store.publish()
    return directory


def dumped(root, form="nq", graph=None):
    out = io.BytesIO()
    export(snapshot(root), form, graph, out)
    return out.getvalue().decode("utf-8")


def test_a_dump_is_sorted_and_loads_again(root):
    found = dumped(root).splitlines()
    assert found == sorted(found, key=str.encode)
    again = ox.Store()
    again.load(dumped(root), format=ox.RdfFormat.N_QUADS)
    assert len(again) == len(found) > 10


def test_a_dump_holds_nothing_protected_no_path_and_no_text_that_rights_withhold(root):
    found = dumped(root)
    assert "graph/protected" not in found
    assert f"{iris.ONTOLOGY}path" not in found
    assert f"Toàn văn: {WORDS[ONE]}" in found
    assert f"Toàn văn: {WORDS[TWO]}" not in found
    assert WORDS[TWO] in found


@pytest.mark.parametrize("form", ["trig", "ttl", "jsonld"])
def test_each_spelling_holds_the_same(root, form):
    syntax = {"trig": ox.RdfFormat.TRIG, "ttl": ox.RdfFormat.TURTLE, "jsonld": ox.RdfFormat.JSON_LD}
    graph = iris.source_graph(ONE)
    found = {str(quad.triple) for quad in ox.parse(dumped(root, form, graph), format=syntax[form])}
    assert found == {line.rsplit(" ", 2)[0] for line in lines(ONE) if "/src/" in line}


def test_a_table_has_a_line_for_each_quad_of_the_default_graph(root):
    table = dumped(root, "csv").splitlines()
    assert table[0] == "subject,predicate,object,language,datatype,graph"
    assert len(table) - 1 == len(dumped(root, "nq", "default").splitlines())


def test_a_graph_is_named_by_its_path_too(root):
    assert dumped(root, "nq", "graph/authority").strip() == AUTHORITY
    with pytest.raises(NoGraph, match="graph/nothing"):
        dumped(root, "nq", "graph/nothing")


def test_a_backup_comes_back_whole_and_can_be_written_to(root, tmp_path):
    version = back_up(root, tmp_path / "backup")
    assert restored(tmp_path / "backup", tmp_path / "again") == version
    assert dumped(tmp_path / "again") == dumped(root)
    assert search(snapshot(tmp_path / "again"), "Nguyễn Văn Ẩn")
    with Store.open(tmp_path / "again") as store:
        assert store.holds(ONE)
        assert store.publish() == version
    assert backups(root) == [tmp_path / "backup"]


WRITTEN = "SELECT ?n { GRAPH <urn:mine> { <urn:a> <urn:n> ?n } } ORDER BY ?n"


def test_a_backup_while_others_ask_and_write(root, tmp_path, serve):
    """What is copied is one version, whatever happens meanwhile; nobody who asks notices."""
    server = serve(root, VANKIEN_TOKEN="ke-ghi")
    done, statuses = threading.Event(), []

    def write():
        number = 0
        while not done.is_set():
            number += 1
            text = f"INSERT DATA {{ GRAPH <urn:mine> {{ <urn:a> <urn:n> {number} }} }}"
            headers = {
                "Content-Type": "application/sparql-update",
                "Authorization": "Bearer ke-ghi",
            }
            statuses.append(server.ask("POST", "/sparql", text.encode(), headers)[0].status)
            statuses.append(server.query(f"ASK {{ ?s ?p {number} }}")[0].status)

    writing = threading.Thread(target=write)
    writing.start()
    try:
        for number in range(3):
            while len(statuses) < 4 * (number + 1):
                assert writing.is_alive()
                time.sleep(0.01)
            version = back_up(root, tmp_path / f"backup-{number}")
            again = tmp_path / f"again-{number}"
            assert restored(tmp_path / f"backup-{number}", again) == version
            held = [int(row["n"].value) for row in snapshot(again).rows(WRITTEN)]
            assert held == list(range(1, len(held) + 1))
            assert held
    finally:
        done.set()
        writing.join()
        server.stop()
    assert set(statuses) <= {200, 204}


def test_nothing_is_overwritten(root, tmp_path):
    back_up(root, tmp_path / "backup")
    with pytest.raises(WouldOverwrite):
        back_up(root, tmp_path / "backup")
    with pytest.raises(WouldOverwrite):
        restored(tmp_path / "backup", root)


def change(folder):
    (folder / "search.db").write_bytes(b"x")


DAMAGES = [
    (change, "search.db has changed"),
    (lambda folder: (folder / "VERSION").unlink(), "VERSION is missing"),
    (lambda folder: (folder / "more").write_bytes(b"x"), "more is not of it"),
    (lambda folder: (folder / "MANIFEST").write_text("{}"), "MANIFEST cannot be read"),
]


@pytest.mark.parametrize("damage, told", DAMAGES, ids=[case[1] for case in DAMAGES])
def test_a_damaged_backup_is_not_restored(root, tmp_path, damage, told):
    back_up(root, tmp_path / "backup")
    damage(tmp_path / "backup")
    with pytest.raises(BackupBroken, match=told):
        restored(tmp_path / "backup", tmp_path / "again")
    assert not (tmp_path / "again").exists()


def test_what_is_purged_is_nowhere_any_more(root, tmp_path):
    back_up(root, tmp_path / "backup")
    done = purge(root, TWO)
    assert (done.held, done.rewritten, done.unreached) == (True, (tmp_path / "backup",), ())
    for place in (root, tmp_path / "backup"):
        for file in place.rglob("*"):
            assert not file.is_file() or WORDS[TWO].encode() not in file.read_bytes(), file
    assert WORDS[ONE] in dumped(root)
    assert not search(snapshot(root), "Trần Thị Hiện")
    verified(tmp_path / "backup")
    restored(tmp_path / "backup", tmp_path / "again")
    assert WORDS[TWO] not in dumped(tmp_path / "again")


def test_a_purged_text_is_refused_for_good(root):
    assert purge(root, TWO).held
    assert not purge(root, TWO).held
    with Store.open(root) as store, pytest.raises(SourcePurged):
        store.add(lines(TWO), TWO, "again.txt")


def test_older_versions_go_with_what_was_purged(root):
    version = purge(root, TWO).version
    with pytest.raises(VersionGone):
        snapshot(root, 1)
    assert snapshot(root, version.number).version == version


def test_a_backup_out_of_reach_is_named_and_restored_without_what_was_purged(root, tmp_path):
    back_up(root, tmp_path / "backup")
    (tmp_path / "backup").rename(tmp_path / "elsewhere")
    assert purge(root, TWO).unreached == (tmp_path / "backup",)
    for path in ("CURRENT", "search.db"):
        (root / path).unlink()
    for path in ("live", "protected", "snapshots"):
        (root / path).rename(tmp_path / path)
    restored(tmp_path / "elsewhere", root)
    assert WORDS[TWO] not in dumped(root)
    assert WORDS[ONE] in dumped(root)


def test_what_people_wrote_on_a_purged_source_goes_with_it(root):
    about = iris.ONTOLOGY + "inSource"
    acts = "".join(
        f"<{BASE}review/{name}> <{about}> <{iris.source(name)}> ; <{BASE}note> '{name}' ."
        for name in (ONE, TWO)
    )
    with Store.open(root) as store:
        update = f"INSERT DATA {{ GRAPH <{iris.GRAPH_REVIEW}> {{ {acts} }} }}"
        store.rewrite(update, [iris.GRAPH_REVIEW])
        store.publish()
    purge(root, TWO)
    left = dumped(root, "nq", iris.GRAPH_REVIEW)
    assert f"review/{ONE}" in left
    assert f"review/{TWO}" not in left


def test_a_purge_interrupted_between_two_names_loses_nothing(root):
    before = dumped(root)
    (root / "live").rename(root / "old")
    with Store.open(root) as store:
        store.publish()
    assert dumped(root) == before
    assert json.loads((root / "CURRENT").read_text(encoding="utf-8"))["number"] == 2
