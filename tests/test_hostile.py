"""What strangers send: probes that would fetch, queries that would crash, bodies without end."""

import asyncio
import socket
import threading
import time

import pytest

from graph.turns import QueueFull, Turns
from graph.workers import QueryTimeout, QueryTooLarge, Workers
from web import create_app

DEEP = 100_000
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


@pytest.fixture(scope="module")
def client(seeded):
    workers = Workers(seeded, size=1, timeout=20)
    yield create_app(seeded, workers).test_client()
    workers.close()


def asked(client, query):
    content_type = "application/sparql-query"
    return client.post("/sparql", data=query, content_type=content_type)


@pytest.fixture
def listener():
    """A port of this machine that nobody may call."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0)
        yield server
        with pytest.raises(BlockingIOError):
            server.accept()


ADDRESSES = [
    "http://127.0.0.1:{port}/x.ttl",
    "http://localhost:{port}/x.ttl",
    "http://2130706433:{port}/x.ttl",
    "http://0x7f000001:{port}/x.ttl",
    "http://[::ffff:127.0.0.1]:{port}/x.ttl",
    "file:///etc/passwd",
    "data:text/turtle,<a:a><a:b><a:c>.",
]
PROBES = [
    ("SELECT * FROM <{address}> {{ ?s ?p ?o }}", 200),
    ("SELECT * FROM NAMED <{address}> {{ GRAPH ?g {{ ?s ?p ?o }} }}", 200),
    ("SELECT * {{ SERVICE <{address}> {{ ?s ?p ?o }} }}", 400),
    ("SELECT * {{ SERVICE SILENT <{address}> {{ ?s ?p ?o }} }}", 400),
    ("LOAD <{address}>", 400),
]


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize(("probe", "status"), PROBES)
def test_probes_fetch_nothing(client, listener, address, probe, status):
    address = address.format(port=listener.getsockname()[1]).replace("<", "%3C").replace(">", "%3E")
    response = asked(client, probe.format(address=address))
    assert response.status_code == status
    if status == 200:
        assert response.json["results"]["bindings"] == []


CRASHES = {
    "braces": "SELECT * " + "{" * DEEP + "}" * DEEP,
    "parentheses": "SELECT * { FILTER" + "(" * DEEP + "1" + ")" * DEEP + "}",
    "unions": "SELECT * { {}" + " UNION {}" * (DEEP // 2) + "}",
    "paths": "SELECT * { ?s <a:b>" + "/<a:b>" * (DEEP // 2) + " ?o }",
    "nots": "SELECT * { FILTER(" + "!" * DEEP + "1) }",
    "sums": "SELECT (1" + "+1" * DEEP + " AS ?x) {}",
    "optionals": "SELECT * { " + "OPTIONAL{} " * (DEEP // 3) + "}",
    "long": "ASK {} #" + "x" * 600_000,
    "collections": "SELECT * { ?s ?p " + "(" * DEEP + ")" * DEEP + "}",
}


@pytest.mark.parametrize("name", CRASHES)
def test_what_would_crash_the_engine_never_reaches_it(client, name):
    response = asked(client, CRASHES[name])
    assert response.status_code == 400
    assert response.json["thong_bao"]
    assert asked(client, "ASK {}").json["boolean"] is True


def test_a_body_of_50_megabytes(client):
    assert asked(client, b"ASK {} #" + b"x" * 50_000_000).status_code == 413


def test_doubling_strings_meet_the_memory_limit(seeded):
    workers = Workers(seeded, size=1, timeout=60, memory=200_000_000)
    doubled = "".join(f"BIND(CONCAT(?x{n}, ?x{n}) AS ?x{n + 1}) " for n in range(40))
    try:
        with pytest.raises(QueryTooLarge, match="190 MB"):
            workers.run(f'SELECT (STRLEN(?x40) AS ?n) {{ BIND("văn kiện" AS ?x0) {doubled} }}')
        assert b"true" in workers.run("ASK {}").body
    finally:
        workers.close()


def test_a_light_query_is_answered_while_a_heavy_one_runs(seeded):
    workers = Workers(seeded, size=1, timeout=10)
    client = create_app(seeded, workers).test_client
    heavy = threading.Thread(target=asked, args=(client(), ENDLESS))

    def light():
        try:
            return b"true" in workers.run("ASK { ?s ?p ?o }", timeout=1).body
        except (QueryTimeout, QueueFull):
            # The lane's own process may still be starting on a busy machine.
            return False

    try:
        heavy.start()
        while workers.turns.has_room:
            time.sleep(0.01)
        assert any(light() for _ in range(5))
        assert heavy.is_alive()
    finally:
        heavy.join()
        workers.close()


def test_who_waits_too_much_hears_429():
    async def crowd():
        turns = Turns(places=1, most_waiting=0, most_of_one=0)
        await turns.take("mai", 7)
        with pytest.raises(QueueFull, match="try again in 7 seconds"):
            await turns.take("nam", 7)

    asyncio.run(crowd())
