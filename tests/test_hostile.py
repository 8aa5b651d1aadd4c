"""What strangers send: probes that would fetch, queries that would crash, bodies without end."""

import asyncio
import contextlib
import json
import socket
import sys
import threading
import time
from pathlib import Path

import pytest

from graph.limits import QueryTimeout
from graph.store import Store
from graph.turns import QueueFull, Turns
from graph.workers import Workers
from web import create_app

DEEP = 100_000
TOKEN = "ke-la"
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
    "http://[::1]:{port}/x.ttl",
    "http://[::ffff:127.0.0.1]:{port}/x.ttl",
    "https://user@127.0.0.1:{port}/redirect?to=file:///etc/passwd",
    "ftp://127.0.0.1:{port}/x.ttl",
    "file:///etc/passwd",
    "file://localhost/etc/passwd",
    "data:text/turtle,<a:a><a:b><a:c>.",
    "jar:file:///x.zip!/x.ttl",
]
# (a query or update, its status, what its refusal says)
PROBES = [
    ("SELECT * FROM <{address}> {{ ?s ?p ?o }}", 200, ""),
    ("SELECT * FROM NAMED <{address}> {{ GRAPH ?g {{ ?s ?p ?o }} }}", 200, ""),
    ("SELECT * {{ SERVICE <{address}> {{ ?s ?p ?o }} }}", 400, "SERVICE is not allowed here"),
    ("SELECT * {{ SERVICE SILENT <{address}> {{ ?s ?p ?o }} }}", 400, "SERVICE is not allowed"),
    ("SELECT * {{ {{ SELECT * {{ SERVICE<{address}>{{}} }} }} }}", 400, "SERVICE is not allowed"),
    ("SELECT * {{ BIND(<{address}> AS ?x) \\u0053ERVICE ?x {{}} }}", 400, "SERVICE is not allowed"),
    ("DESCRIBE <{address}>", 200, ""),
    ("LOAD <{address}>", 400, "LOAD is not allowed here"),
    ("CONSTRUCT {{ ?s ?p ?o }} FROM <{address}> WHERE {{ ?s ?p ?o }}", 200, ""),
]


def escaped(address, listener):
    """The address with the port that listens, as an IRI may hold it."""
    address = address.format(port=listener.getsockname()[1])
    return address.replace("<", "%3C").replace(">", "%3E")


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("probe, status, reason", PROBES)
def test_probes_fetch_nothing(client, listener, address, probe, status, reason):
    response = asked(client, probe.format(address=escaped(address, listener)))
    assert response.status_code == status
    if status != 200:
        assert reason in response.json["message"]
    elif "sparql-results" in response.mimetype:
        assert response.json["results"]["bindings"] == []
    else:
        assert response.data.strip() in (b"", b"[]", b"[ ]")


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("name", ["default-graph-uri", "named-graph-uri"])
def test_parameters_fetch_nothing(client, listener, address, name):
    query = "SELECT * { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }"
    sent = {"query": query, name: escaped(address, listener)}
    assert client.get("/sparql", query_string=sent).json["results"]["bindings"] == []


@pytest.fixture(scope="module")
def writing(tmp_path_factory):
    """A client with a token on a store of its own that holds nothing."""
    directory = tmp_path_factory.mktemp("hostile") / "store"
    Store.open(directory).close()
    app = create_app(directory, Workers(directory, size=1, timeout=20), token=TOKEN)
    yield app.test_client()
    app.extensions["vankien"].workers.close()
    app.extensions["vankien"].updates.close()


# What a writer with a token might send: (media type, body, status, what its refusal says).
BODIES = [
    (
        "application/ld+json",
        '{{"@context": "{address}", "@id": "urn:a", "name": "x"}}',
        400,
        "remote contexts",
    ),
    (
        "application/ld+json",
        '{{"@context": {{"@import": "{address}"}}, "@id": "urn:a", "name": "x"}}',
        400,
        "",
    ),
    (
        "application/rdf+xml",
        '<!DOCTYPE r [<!ENTITY x SYSTEM "{address}">]><rdf:RDF '
        'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="a:b">'
        '<a xmlns="a:">&x;</a></rdf:Description></rdf:RDF>',
        400,
        "ENTITY",
    ),
]


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("media_type, body, status, reason", BODIES)
def test_bodies_fetch_nothing(writing, listener, address, media_type, body, status, reason):
    headers = {"Authorization": f"Bearer {TOKEN}"}
    text = body.format(address=escaped(address, listener))
    response = writing.put(
        "/graph-store?graph=urn:g", data=text, content_type=media_type, headers=headers
    )
    assert response.status_code == status, response.data
    assert reason in response.json["message"]


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize(
    "update, status",
    [
        ("LOAD <{address}>", 403),
        ("LOAD <{address}> INTO GRAPH <urn:g>", 403),
        ("LOAD SILENT <{address}> INTO GRAPH <urn:g>", 204),
        ("INSERT {{ ?s ?p ?o }} WHERE {{ SERVICE <{address}> {{ ?s ?p ?o }} }}", 400),
        ("INSERT {{ ?s ?p ?o }} USING <{address}> WHERE {{ ?s ?p ?o }}", 204),
    ],
)
def test_updates_fetch_nothing(writing, listener, address, update, status):
    response = writing.post(
        "/sparql",
        data=update.format(address=escaped(address, listener)),
        content_type="application/sparql-update",
        headers={"Authorization": f"Bearer {TOKEN}"},
    )
    assert response.status_code == status, response.data
    assert not asked(writing, "ASK { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }").json[
        "boolean"
    ]


CRASHES = {
    "braces": "SELECT * " + "{" * DEEP + "}" * DEEP,
    "parentheses": "SELECT * { FILTER" + "(" * DEEP + "1" + ")" * DEEP + "}",
    "unions": "SELECT * { {}" + " UNION {}" * (DEEP // 2) + "}",
    "paths": "SELECT * { ?s <a:b>" + "/<a:b>" * (DEEP // 2) + " ?o }",
    "nots": "SELECT * { FILTER(" + "!" * DEEP + "1) }",
    "sums": "SELECT (1" + "+1" * DEEP + " AS ?x) {}",
    "optionals": "SELECT * { " + "OPTIONAL{} " * (DEEP // 3) + "}",
    "long": "ASK {} #" + "x" * 600_000,
    "values": "ASK { VALUES ?x { " + "1 " * 300_000 + "} }",
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


MEMORY = 300
LIMIT = 2
DOUBLED = "".join(f"BIND(CONCAT(?x{n}, ?x{n}) AS ?x{n + 1}) " for n in range(40))
ROWS = " ".join(f"({n} {n})" for n in range(12_000))
HEAVY = {
    "product": ENDLESS,
    "path": "SELECT (COUNT(*) AS ?n) { ?a (!<a:b>)* ?b . ?b (!<a:c>|^!<a:c>)* ?c . ?c !<a:d> ?d }",
    "sort": "SELECT ?b { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY MD5(STR(?i)) LIMIT 5",
    "doubling": f'SELECT (STRLEN(?x40) AS ?n) {{ BIND("văn kiện" AS ?x0) {DOUBLED} }}',
    "values": f"SELECT (COUNT(*) AS ?n) {{ VALUES (?a ?b) {{ {ROWS} }} VALUES (?c ?d) {{ {ROWS} }} "
    "FILTER(?a + ?c = ?b * ?d) }",
    "distinct": "SELECT DISTINCT ?a ?d ?g { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    "all": "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    "group": "SELECT ?a ?d ?g (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } "
    "GROUP BY ?a ?d ?g",
}


@pytest.fixture(scope="module")
def server(serve, seeded):
    return serve(seeded, "--time-limit", str(LIMIT), "--memory-limit", str(MEMORY))


@pytest.mark.skipif(sys.platform != "linux", reason="/proc tells of processes and their memory")
def test_nothing_brings_it_down(server):
    """Heavy queries all at once: light ones are answered, and what is too much says so."""
    said, memory = {}, []

    def ask(name):
        response, body = server.query(HEAVY[name])
        said[name] = response.status, json.loads(body)

    asking = [threading.Thread(target=ask, args=[name]) for name in HEAVY]
    for each in asking:
        each.start()
    while any(each.is_alive() for each in asking):
        response, body = server.query("ASK {}")
        assert (response.status, json.loads(body).get("boolean")) == (200, True), body
        memory.append(server.memory())
        time.sleep(0.05)
    # Nothing well-formed and wrong: a limit, or too many that wait.
    assert {name: status for name, (status, _) in said.items() if status not in (503, 429)} == {}
    assert all(body["thong_bao"] for _, body in said.values())
    # Two places, two lanes, and what serves them.
    assert max(memory) < 4 * MEMORY * 1024 * 1024 + 500 * 1024 * 1024
    before = cpu(server)
    time.sleep(0.3)
    assert cpu(server) == before
    assert server.measure("vankien_queries_running") == 0


def cpu(server):
    """The clock ticks that each query process has worked."""
    found = {}
    for pid in server.query_processes():
        with contextlib.suppress(OSError):
            state = (Path("/proc") / str(pid) / "stat").read_text().rpartition(")")[2].split()
            # One that is starting works too.
            found[pid] = int(state[11]) if int(state[11]) > 100 else 0
    return {pid: ticks for pid, ticks in found.items() if ticks}


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
        while workers.lanes.long.has_room:
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


@pytest.mark.parametrize("path", ["/api/instruments", "/api/conflicts", "/queries/instruments"])
def test_named_questions_have_the_limit_of_queries(client, monkeypatch, path):
    """They are put to the query processes, and what these say of a limit is told."""

    def stopped(*_, **__):
        raise QueryTimeout(7)

    monkeypatch.setattr(Workers, "run", stopped)
    response = client.get(path)
    assert (response.status_code, response.headers.get("Retry-After")) == (503, "10")
    assert "7 seconds" in response.text
