"""What takes a look at everything is worked out before anybody asks, and kept for every process."""

import shutil

import pytest
from bs4 import BeautifulSoup

from graph.pins import Hold
from graph.processes import MEMORY
from graph.snapshots import NoStore
from graph.workers import Workers
from web import attendant, create_app


@pytest.fixture
def workers(seeded, tmp_path):
    """On a store of its own, at which nobody looked: what is kept lies beside the version."""
    store = shutil.copytree(seeded, tmp_path / "store", ignore=shutil.ignore_patterns("answers"))
    workers = Workers(store, size=1, timeout=20)
    yield workers
    workers.close()


def kept(workers):
    return sorted(path.name for path in workers.directory.glob("snapshots/*/answers/*"))


def tally(client, path):
    """The counts of a page by what they count."""
    page = BeautifulSoup(client.get(path, headers={"Accept": "text/html"}).data, "html.parser")
    told = page.select("ul.counts li")
    return {li.get_text().removeprefix(li.b.get_text()): li.b.get_text() for li in told}


def test_the_server_looks_first(workers, monkeypatch):
    assert attendant._look_aside(workers.directory, MEMORY)
    before = kept(workers)
    assert len(before) >= 6

    # who asks afterwards, be it another process, asks no query process any more
    client = create_app(workers.directory, workers).test_client()
    monkeypatch.setattr(workers, "run", None)

    for path in ("/", "/dataset", "/conflicts", "/dataset.ttl"):
        assert client.get(path, headers={"Accept": "text/html"}).status_code == 200
    assert kept(workers) == before


def test_home_counts_the_conflicts_that_their_page_shows(workers):
    client = create_app(workers.directory, workers).test_client()
    page = BeautifulSoup(client.get("/conflicts").data, "html.parser")
    shown = len(page.select("section:has(.versus)"))
    assert shown > 0
    assert tally(client, "/")["mâu thuẫn"] == tally(client, "/dataset")["mâu thuẫn"] == str(shown)


def test_a_process_aside_answers_as_the_query_processes_do(workers):
    assert attendant._look_aside(workers.directory, MEMORY)
    (kept,) = workers.directory.glob("snapshots/*/answers")
    aside = {each.name: each.read_bytes() for each in kept.iterdir()}
    shutil.rmtree(kept)

    client = create_app(workers.directory, workers).test_client()
    for path in ("/", "/dataset", "/conflicts"):
        client.get(path, headers={"Accept": "text/html"})
    asked = {each.name: each.read_bytes() for each in kept.iterdir()}
    assert asked
    assert {name: aside[name] for name in asked} == asked


def test_a_look_that_needs_too_much_memory_is_not_tried_for_ever(workers):
    assert attendant._look_aside(workers.directory, 0)
    assert not kept(workers)


def test_names_are_gathered_when_they_are_known(workers):
    assert not attendant._gather(workers.directory)
    assert attendant._look_aside(workers.directory, MEMORY)
    assert attendant._gather(workers.directory)


def test_one_of_all_servers_looks(workers):
    folder = workers.directory / "snapshots"
    ours = Hold.of(folder)
    assert ours
    assert not Hold.of(folder)
    del ours
    assert Hold.of(folder)


def test_a_server_waits_for_a_version(tmp_path, monkeypatch):
    """And looks at it once."""
    looks = []
    monkeypatch.setattr(attendant, "_look_aside", lambda *_: looks.append(1) or True)
    states = iter([None, (1, 1, 1), (1, 1, 1), (2, 2, 2)])

    def state(directory):
        found = next(states)
        if found is None:
            raise NoStore(directory)
        return found

    monkeypatch.setattr(attendant, "state", state)
    monkeypatch.setattr(attendant, "_gather", lambda _: True)
    monkeypatch.setattr(attendant, "_EVERY", 0)
    (tmp_path / "snapshots").mkdir()
    with pytest.raises(StopIteration):
        attendant._attend(tmp_path, MEMORY)
    assert len(looks) == 2
