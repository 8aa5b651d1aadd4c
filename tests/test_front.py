"""The front answers as Flask does, and keeps answering whatever its clients do."""

import contextlib
import gzip
import json
import re
import socket
import time
from urllib.parse import quote

import pyoxigraph as ox
import pytest

import web.journal
from graph.snapshots import snapshot
from graph.store import Store
from graph.workers import Workers
from ontology import iris
from web import create_app
from web.exchange import Reply

HEAVY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
SOME = "SELECT * { ?s ?p ?o } LIMIT 100"


@pytest.fixture(scope="module")
def server(serve, seeded):
    return serve(seeded, "--time-limit", "5")


@pytest.fixture(scope="module")
def client(seeded):
    workers = Workers(seeded, size=1, timeout=20)
    yield create_app(seeded, workers).test_client()
    workers.close()


def get(query, **more):
    fields = {"query": query, **more}
    return "/sparql?" + "&".join(f"{name}={quote(value)}" for name, value in fields.items())


FORM = {"Content-Type": "application/x-www-form-urlencoded"}
PLAIN = {"Content-Type": "application/sparql-query"}
ASKED = [
    ("GET", get("ASK {}"), None, {}),
    ("GET", get("ASK {}", format="xml"), None, {}),
    ("GET", get("ASK {}").replace("sparql?", "sparql/?"), None, {"Accept": "*/*"}),
    ("HEAD", get("ASK {}"), None, {}),
    ("GET", get(SOME, format="csv"), None, {}),
    ("GET", get(SOME), None, {"Accept": "text/tab-separated-values, */*;q=0.1"}),
    ("GET", get(SOME), None, {"Accept-Encoding": "gzip"}),
    ("GET", get(SOME), None, {"Accept": "text/html"}),
    ("GET", get(SOME), None, {"Accept": "image/png"}),
    ("GET", get(SOME, format="png"), None, {}),
    ("GET", get("DESCRIBE <a:b>"), None, {"Accept": "application/n-triples"}),
    ("GET", get("SELECT (RAND() * 0 AS ?x) {}"), None, {}),
    ("GET", get("SELECT * {{{"), None, {}),
    ("GET", get("SELECT * { SERVICE <http://x/> {} }"), None, {"Accept": "text/plain"}),
    ("GET", get("ASK {}") + "&query=ASK%7B%7D", None, {}),
    ("GET", "/sparql?update=CLEAR%20ALL", None, {}),
    ("GET", "/sparql?query=%FF", None, {}),
    ("GET", "/sparql", None, {"Accept": "text/turtle"}),
    ("POST", "/sparql", b"ASK {}", PLAIN),
    ("POST", "/sparql", b"ASK {}", {"Content-Type": "application/sparql-query; charset=latin-1"}),
    ("POST", "/sparql?default-graph-uri=urn:nothing", b"ASK { ?s ?p ?o }", PLAIN),
    ("POST", "/sparql", b"query=ASK%20%7B%7D&format=csv", FORM),
    ("POST", "/sparql", b"query=ASK%20%7B%7D", FORM | {"Accept": "text/csv"}),
    ("POST", "/sparql", b"\xff", PLAIN),
    ("POST", "/sparql", b"ASK {}", {"Content-Type": "text/plain"}),
    ("POST", "/sparql", b"CLEAR ALL", {"Content-Type": "application/sparql-update"}),
    ("PUT", "/sparql", b"ASK {}", PLAIN),
    ("OPTIONS", "/sparql", None, {}),
    ("GET", "/nowhere", None, {"Accept": "text/html"}),
    ("GET", "/api/conflicts", None, {}),
    ("GET", "/search?q=quy%20%C4%91%E1%BB%8Bnh%20124&format=json", None, {}),
]
COMPARED = ("Content-Type", "ETag", "X-Dataset-Version", "Content-Encoding", "Location", "Vary")
COMPARED += ("Access-Control-Allow-Origin", "Content-Security-Policy", "X-Content-Type-Options")


@pytest.mark.parametrize(
    "method, path, body, headers", ASKED, ids=lambda each: str(each)[:40] if each else ""
)
def test_the_front_answers_as_the_framework_does(server, client, method, path, body, headers):
    sent = {"Host": "127.0.0.1", **headers}
    expected = client.open(path, method=method, data=body, headers=sent, follow_redirects=False)
    # the second time it may come from what is kept
    for _ in range(2):
        response, said = server.ask(method, path, body, sent)
        assert response.status == expected.status_code, said
        for name in COMPARED:
            found, wanted = response.headers.get(name), expected.headers.get(name)
            assert _parts(found) == _parts(wanted), name
        assert said == expected.data or sorted(said.splitlines()) == sorted(
            expected.data.splitlines()
        )


def _parts(value):
    """The parts of a header; their order does not matter."""
    return sorted(re.split(r",\s*", value or ""))


# What curl and scripts send when a Vietnamese address is typed as it is read, in UTF-8 or worse.
RAW = [
    ("/search?q=Bí+thư&format=json".encode(), 200),
    ("/coverage?instrument=124-QĐ/TW".encode(), 200),
    ("/place/xã".encode(), 404),
    (b"/search?q=B\xff\xfe", 400),
]


@pytest.mark.parametrize(("path", "status"), RAW)
def test_letters_that_are_not_percent_encoded_are_read(server, path, status):
    with socket.create_connection(("127.0.0.1", server.port), timeout=60) as connection:
        connection.sendall(b"GET " + path + b" HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        said = b"".join(iter(lambda: connection.recv(65536), b""))
    assert int(said.split()[1]) == status
    if status == 200:
        quoted = server.ask("GET", quote(path.decode(), safe="/?=&+"), headers={"Host": "x"})[1]
        assert said.partition(b"\r\n\r\n")[2] == quoted


def test_a_header_on_several_lines_is_read_whole(server):
    accepted = ["text/turtle", "application/sparql-results+xml"]
    lines = "".join(f"Accept: {each}\r\n" for each in accepted)
    head = f"GET {get(SOME)} HTTP/1.1\r\nHost: x\r\n{lines}Connection: close\r\n\r\n"
    with socket.create_connection(("127.0.0.1", server.port), timeout=60) as connection:
        connection.sendall(head.encode())
        said = b"".join(iter(lambda: connection.recv(65536), b""))
    assert said.startswith(b"HTTP/1.1 200")
    assert b"\r\ncontent-type: application/sparql-results+xml" in said


def test_who_has_it_already_gets_304(server):
    response, _ = server.ask("GET", get(SOME))
    tag = response.headers["ETag"]
    for sent in (tag, f'"other", W/{tag}'):
        response, body = server.ask("GET", get(SOME), headers={"If-None-Match": sent})
        assert (response.status, body, response.headers["ETag"]) == (304, b"", tag)
    assert server.ask("GET", get(SOME), headers={"If-None-Match": '"other"'})[0].status == 200


def test_packed_answers_are_the_same(server):
    packed, body = server.ask("GET", get(SOME), headers={"Accept-Encoding": "gzip"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert packed.headers["ETag"].startswith("W/")
    assert gzip.decompress(body) == server.ask("GET", get(SOME))[1]


def test_a_large_answer_comes_whole(server, seed):
    everything = "SELECT ?s ?p ?o ?t { ?s ?p ?o . ?t a ?c } LIMIT 20000"
    response, body = server.ask("GET", get(everything, format="tsv"))
    assert response.status == 200
    assert int(response.headers["Content-Length"]) == len(body) > 1_100_000
    assert body.count(b"\n") == 20_001
    rows = ox.parse_query_results(body, format=ox.QueryResultsFormat.TSV)
    assert sum(1 for _ in rows) == 20_000


def test_a_new_version_is_seen_at_once(serve, tmp_path, monkeypatch):
    monkeypatch.setattr("graph.store.package_graphs", dict)
    count = get("SELECT (COUNT(*) AS ?n) { ?s <https://w3id.org/vankien/p> ?o }", format="csv")
    Store.open(tmp_path).close()
    server = None
    for number in (1, 2, 3):
        name = f"{number:016x}"
        line = f'<{iris.source(name)}> <{iris.BASE}p> "{number}" <{iris.source_graph(name)}> .'
        with Store.open(tmp_path) as store:
            store.add([line], name, f"{number}.txt")
            store.publish()
        server = server or serve(tmp_path)
        for _ in range(2):
            assert server.ask("GET", count)[1] == f"n\r\n{number}\r\n".encode()


def test_the_time_limit_is_said_before_the_first_byte(server):
    began = time.monotonic()
    response, body = server.query(HEAVY)
    assert response.status == 503
    assert response.headers["Retry-After"]
    assert "dừng sau 5 giây" in json.loads(body)["thong_bao"]
    assert time.monotonic() - began < 60


def test_a_client_that_goes_away_ends_its_query(server):
    ended = server.measure("vankien_query_processes_ended_total")
    with socket.create_connection(("127.0.0.1", server.port)) as leaving:
        leaving.sendall(f"GET {get(HEAVY + ' #1')} HTTP/1.1\r\nHost: a\r\n\r\n".encode())
        while server.measure("vankien_queries_running") < 1:
            time.sleep(0.02)
    while server.measure("vankien_queries_running") > 0:
        time.sleep(0.02)
    # The limit of five seconds would end it too, but not so soon.
    assert server.measure("vankien_query_processes_ended_total") == ended + 1
    assert 'status="499"' in server.ask("GET", "/metrics")[1].decode()


SLOW = {
    "head": b"GET /sparql?query=ASK",
    "body": b"POST /sparql HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nASK",
    "chunks": b"POST /sparql HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nAS",
    "form": b"POST /check HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\ntext=",
    "nothing": b"",
}


@pytest.mark.parametrize("sort", SLOW)
def test_slow_clients_keep_nobody_waiting(server, sort):
    with contextlib.ExitStack() as stack:
        for _ in range(60):
            slow = socket.create_connection(("127.0.0.1", server.port))
            stack.enter_context(slow)
            slow.sendall(SLOW[sort])
        assert server.query("ASK {}")[0].status == 200
        assert server.ask("GET", "/queries")[0].status == 200


def test_who_reads_slowly_keeps_nobody_waiting(server):
    large = get("SELECT ?s ?p ?o ?t { ?s ?p ?o . ?t a ?c } LIMIT 30000", format="csv")
    with contextlib.ExitStack() as stack:
        for _ in range(5):
            slow = socket.create_connection(("127.0.0.1", server.port))
            stack.enter_context(slow)
            slow.sendall(f"GET {large} HTTP/1.1\r\nHost: a\r\n\r\n".encode())
        assert server.query("ASK {}")[0].status == 200


def test_half_closed_connections_keep_nobody_waiting(server):
    for _ in range(20):
        half = socket.create_connection(("127.0.0.1", server.port))
        half.sendall(f"GET {get(HEAVY + ' #2')} HTTP/1.1\r\nHost: a\r\n\r\n".encode())
        half.shutdown(socket.SHUT_WR)
        assert server.query("ASK {}")[0].status == 200
        half.close()


@pytest.mark.parametrize(
    "path, size, status",
    [("/sparql", 2_000_000, 413), ("/sparql", 50_000_000, 413), ("/graph-store", 50_000_000, 413)],
)
def test_bodies_too_large_are_refused(server, path, size, status):
    head = f"POST {path} HTTP/1.1\r\nHost: a\r\nContent-Type: application/sparql-query\r\n"
    with socket.create_connection(("127.0.0.1", server.port), timeout=30) as sending:
        sending.sendall(f"{head}Content-Length: {size}\r\n\r\n".encode())
        with contextlib.suppress(ConnectionError):
            sending.sendall(b"ASK {} #" + b"x" * (size - 8))
        assert sending.recv(100).startswith(f"HTTP/1.1 {status}".encode())


DRAWN = [
    "/", "/search?q=124", "/search?q=124&format=json", "/conflicts", "/api/conflicts", "/explore",
    "/timeline", "/coverage", "/trace", "/dataset", "/dataset.ttl", "/dataset.nq.gz",
    "/instrument/tw/k12/qd/124.html", "/instrument/tw/k12/qd/124.ttl", "/graph-store?default",
    get("ASK {}"),
]  # fmt: skip


@pytest.mark.parametrize("path", DRAWN)
def test_what_is_drawn_from_the_dataset_says_from_which_version(client, seeded, path):
    with client.get(path) as answer:
        assert answer.headers["X-Dataset-Version"] == snapshot(seeded).version.stamp


def test_a_full_log_is_set_aside_and_the_oldest_go(tmp_path, monkeypatch):
    monkeypatch.setattr(web.journal, "FULL", 200)
    log = tmp_path / "access[1].jsonl"
    (tmp_path / "access1.jsonl.2026-1").write_text("somebody else's", encoding="utf-8")
    journals = [web.journal.Journal(str(log)) for _ in range(2)]
    lines = 2 * (web.journal.KEPT + 5)
    for number in range(lines):
        journal = journals[number % 2]
        journal.note("GET", f"/{number:03}{'x' * 150}", Reply(200, []), 0.1)
        journal.write()
    aside = sorted(each for each in tmp_path.iterdir() if each.name.startswith(log.name + "."))
    assert len(aside) == web.journal.KEPT
    kept = "".join(each.read_text(encoding="utf-8") for each in [*aside, log]).splitlines()
    noted = [int(json.loads(line)["path"][1:4]) for line in kept]
    assert noted == list(range(lines))[-len(noted) :]
    assert (tmp_path / "access1.jsonl.2026-1").exists()


def test_requests_are_noted_by_hash(serve, seeded, tmp_path):
    log = tmp_path / "access.jsonl"
    server = serve(seeded, "--access-log", str(log))
    server.ask("GET", get(SOME))
    while not log.exists() or "100" not in log.read_text():
        time.sleep(0.1)
    noted = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()][-1]
    assert noted["rows"] == 100
    assert noted["version"] == 1
    assert re.fullmatch("[0-9a-f]{16}", noted["query"])
    assert noted["milliseconds"] > 0
    assert "127.0.0.1" not in log.read_text()
