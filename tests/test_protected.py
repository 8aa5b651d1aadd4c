"""What is protected reaches nobody without its own token, and those with it clear and uncached."""

import pytest

from graph.permitted import Clear, cleared
from graph.questions import answer
from graph.workers import Workers
from ontology import iris
from web import create_app

COMPLAINT = "Bí thư Đảng ủy xã Lao Chải"
HTML = {"Accept": "text/html, */*;q=0.5"}
READER = {"Authorization": "Bearer Hg55"}


@pytest.fixture(scope="module")
def client(seeded):
    workers = Workers(seeded, size=1)
    yield create_app(seeded, workers, token="mai:Zx81", protected_token="lan:Hg55").test_client()
    workers.close()


@pytest.fixture
def source(seed):
    (found,) = seed.rows(f"SELECT ?s {{ ?s a <{iris.ONTOLOGY}SourceText> }}")
    return "/source/" + found["s"].value.rsplit("/", 1)[1]


def masked(text):
    return COMPLAINT not in text and "█" in text


def test_answers_are_made_clear_from_the_protected_store(seed):
    found = answer(seed, "figures", {})
    assert not any(COMPLAINT in str(row["what"]) for row in found.values())
    clear = list(cleared(found, Clear(seed)).values())
    assert [row["value"] for row in clear if COMPLAINT in str(row["what"])] == [1]
    assert [row["quote"] for row in clear if "█" in str(row["quote"])] == []


# Without a token, with that of a writer, with a wrong one: nobody learns whom a complaint means.
@pytest.mark.parametrize("token", [None, "mai:Zx81", "Zx81", "Hg5", "", "lan"])
@pytest.mark.parametrize("path", ["/api/figures", "{source}.html?page=2", "{source}.ttl"])
def test_others_see_masks(client, source, token, path):
    headers = {} if token is None else {"Authorization": f"Bearer {token}"}
    response = client.get(path.format(source=source), headers=HTML | headers, follow_redirects=True)
    assert response.status_code == 200
    assert masked(response.get_data(as_text=True))


@pytest.mark.parametrize("path", ["/api/figures", "{source}.html?page=2"])
def test_the_bearer_reads_and_no_cache_keeps_it(client, source, path):
    response = client.get(path.format(source=source), headers=HTML | READER, follow_redirects=True)
    assert COMPLAINT in response.get_data(as_text=True)
    assert response.headers["Cache-Control"] == "no-store"
    assert "Access-Control-Allow-Origin" not in response.headers
    assert masked(client.get(path.format(source=source), headers=HTML, follow_redirects=True).text)


def test_a_browser_shows_the_token_once(client, source):
    sent = {"Origin": "http://localhost", "Accept": "text/html"}
    refused = client.post("/review/sign-in", data={"token": "Hg5"}, headers=sent)
    assert refused.status_code == 403
    entered = client.post("/review/sign-in", data={"token": "Hg55"}, headers=sent)
    assert entered.status_code == 303
    kept = [each for each in entered.headers.getlist("Set-Cookie") if each.startswith("protected=")]
    assert all("HttpOnly" in each and "SameSite=Strict" in each for each in kept)
    assert len(kept) == 1
    read = client.get(f"{source}.html?page=2", headers=HTML, follow_redirects=True)
    assert COMPLAINT in read.text
    assert read.headers["Cache-Control"] == "no-store"
    # it opens no review, and ends with a click
    assert "Đừng chuyển tiếp" in client.get("/review?lang=vi", headers=HTML).text
    decided = client.post("/review", data={"part": "/x"}, headers=sent)
    assert decided.status_code == 403
    client.post("/review/sign-out", headers=sent)
    assert masked(client.get(f"{source}.html?page=2", headers=HTML).text)


@pytest.mark.parametrize("path", ["/search?q=Bí thư Đảng ủy xã Lao Chải", "/graph-store?default"])
def test_what_serves_all_never_asks_the_protected_store(client, path):
    text = client.get(path, headers=READER).get_data(as_text=True)
    assert text.replace("q=" + COMPLAINT, "").count("tố cáo đồng chí " + COMPLAINT) == 0


def test_the_endpoint_does_not_know_the_protected_graphs(client):
    anywhere = f"{{ ?s <{iris.ONTOLOGY}countedThing> ?o }} UNION {{ GRAPH ?g {{ ?s a ?o }} }}"
    query = f'SELECT ?s {{ {anywhere} FILTER(CONTAINS(STR(?o), "đồng chí {COMPLAINT}")) }}'
    for headers in ({}, READER):
        found = client.get("/sparql", query_string={"query": query}, headers=headers).json
        assert found["results"]["bindings"] == []
