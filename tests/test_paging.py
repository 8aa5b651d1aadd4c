"""Answers by pages: together they are the whole, and each says where it stands."""

import re

import pytest

from graph.workers import Workers
from web import create_app


@pytest.fixture(scope="module")
def client(seeded):
    workers = Workers(seeded, size=1, timeout=20)
    yield create_app(seeded, workers).test_client()
    workers.close()


def test_the_pages_are_the_whole(client):
    whole = client.get("/api/instruments").json["rows"]
    address, rows, pages = "/api/instruments?per-page=7", [], 0
    while address:
        response = client.get(address)
        rows += response.json["rows"]
        pages += 1
        assert response.json["total"] == len(whole)
        assert response.headers["X-Truncated"] == f"page {pages} of {response.json['pages']}"
        said = re.findall('<([^>]*)>; rel="([a-z]+)"', response.headers["Link"])
        links = {name: link for link, name in said}
        assert ("prev" in links) is (pages > 1)
        address = links.get("next")
    assert rows == whole
    assert pages == -(-len(whole) // 7)


def test_one_page_is_not_cut(client):
    response = client.get("/api/conflicts?page=1")
    assert response.json["truncated"] is False
    assert "X-Truncated" not in response.headers
    assert "Link" not in client.get("/api/conflicts").headers


@pytest.mark.parametrize("wrong", ["page=0", "page=x", "per-page=-1", "per-page=999999", "page=²"])
def test_what_is_no_page(client, wrong):
    assert client.get(f"/api/instruments?{wrong}").status_code == 400


def test_csv_by_pages(client):
    lines = client.get("/api/instruments?format=csv&per-page=3").get_data(as_text=True).splitlines()
    assert len(lines) == 4
