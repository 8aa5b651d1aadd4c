"""What takes a look at everything is worked out before anybody asks, and kept for every process."""

import shutil

import pytest
from bs4 import BeautifulSoup

from graph.workers import Workers
from web import create_app
from web.attendant import look_at_all


@pytest.fixture
def workers(seeded, tmp_path):
    """On a store of its own: what is kept lies beside the version."""
    store = shutil.copytree(seeded, tmp_path / "store")
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
    assert look_at_all(create_app(workers.directory, workers))
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


def test_a_store_without_a_version_is_looked_at_again(tmp_path):
    workers = Workers(tmp_path, size=1)
    try:
        assert not look_at_all(create_app(tmp_path, workers))
    finally:
        workers.close()
