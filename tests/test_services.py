"""SERVICE asks the servers that the configuration names, within limits, and no others."""

import http.server
import json
import threading
import time
from contextlib import contextmanager
from urllib.parse import parse_qs

import pytest

from graph.guard import QueryRefused
from graph.services import ServiceFailed, Services
from graph.workers import Workers
from ontology import iris
from web import create_app

BODY = f"{iris.BASE}body/ban-bi-thu"
NAMES = "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "


def results(names, *rows):
    """SPARQL results whose rows hold addresses and, for None, nothing."""
    bindings = [
        {n: {"type": "uri", "value": v} for n, v in zip(names, row, strict=True) if v}
        for row in rows
    ]
    return json.dumps({"head": {"vars": names}, "results": {"bindings": bindings}}).encode()


class Elsewhere:
    """A server that answers what it is told to, and notes what it heard."""

    def __init__(self):
        self.heard = []
        self.says = lambda handler: None
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                length = int(self.headers["Content-Length"])
                sent = parse_qs(self.rfile.read(length).decode())
                outer.heard.append((sent["query"][0], self.headers["Authorization"]))
                outer.says(self)

            def do_GET(self):
                outer.heard.append(("GET", None))

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.host = f"127.0.0.1:{self.server.server_port}"
        self.address = f"http://{self.host}/sparql"

    def answers(self, body, status=200, **headers):
        def says(handler):
            handler.send_response(status)
            headers.setdefault("Content-Type", "application/sparql-results+json")
            for name, value in headers.items():
                handler.send_header(name, value)
            handler.end_headers()
            handler.wfile.write(body)

        self.says = says
        return self


@pytest.fixture
def elsewhere():
    server = Elsewhere()
    yield server
    server.server.shutdown()
    server.server.server_close()


def asking(elsewhere, seconds=5.0):
    return Services(frozenset({elsewhere.host}), seconds)


def test_the_block_becomes_what_was_answered(elsewhere, seed):
    elsewhere.answers(results(["b", "x"], (BODY, "urn:x"), ("urn:none", None)))
    query = (
        f"{NAMES} SELECT ?l ?x {{ ?b rdfs:label ?l FILTER(LANG(?l) = 'vi') "
        f"SERVICE <{elsewhere.address}> {{ ?b rdfs:seeAlso ?x OPTIONAL {{ ?b ?c ?d }} }} }}"
    )
    written = asking(elsewhere).written_in(query)
    rows = seed.rows(written)
    assert [(row["l"].value, row["x"].value) for row in rows] == [("Ban Bí thư", "urn:x")]
    ((asked, token),) = elsewhere.heard
    assert asked.split() == (
        f"{NAMES} SELECT * WHERE {{ ?b rdfs:seeAlso ?x OPTIONAL {{ ?b ?c ?d }} }}".split()
    )
    assert token is None


def test_the_token_of_the_store_stays_here(elsewhere, monkeypatch):
    monkeypatch.setenv("VANKIEN_STORE_TOKEN", "bi-mat")
    elsewhere.answers(results(["s"]))
    asking(elsewhere).written_in(f"ASK {{ SERVICE <{elsewhere.address}> {{ ?s ?p ?o }} }}")
    assert elsewhere.heard[0][1] is None


@pytest.mark.parametrize(
    "query, reason",
    [
        ("ASK { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", "SERVICE may ask"),
        ("ASK { SERVICE <file:///etc/passwd> { ?s ?p ?o } }", "SERVICE may ask"),
        ("ASK { SERVICE <http://x@HOST/> { ?s ?p ?o } }", "SERVICE may ask"),
        ("ASK { SERVICE <http://HOST.example/> { ?s ?p ?o } }", "SERVICE may ask"),
        ("ASK { SERVICE ?x { ?s ?p ?o } }", "names its server"),
        ("ASK { SERVICE SILENT ?x { ?s ?p ?o } }", "names its server"),
        ("ASK { SERVICE <http://HOST/> { SERVICE <http://HOST/> { ?s ?p ?o } } }", "not allowed"),
        ("ASK { SERVICE <http://HOST/> " + "{" * 300 + "}" * 300 + " }", "nested too deeply"),
        ("ASK { " + "SERVICE <http://HOST/> { ?s ?p ?o } " * 6 + "}", "more than 5"),
    ],
)
def test_what_may_not_be_asked(elsewhere, query, reason):
    with pytest.raises(QueryRefused, match=reason):
        asking(elsewhere).written_in(query.replace("HOST", elsewhere.host))
    assert elsewhere.heard == []


BLANK = {"head": {"vars": ["s"]}, "results": {"bindings": [{"s": {"type": "bnode", "value": "b"}}]}}
FAILURES = {
    "redirect": (lambda e: e.answers(b"", 302, Location=f"{e.address}/inside"), "302"),
    "error": (lambda e: e.answers(b"down", 500), "500"),
    "no result": (lambda e: e.answers(b"<html>"), "no SPARQL results"),
    "blank nodes": (lambda e: e.answers(json.dumps(BLANK).encode()), "blank nodes"),
    "large": (lambda e: e.answers(b" " * 2_000_000), "too large"),
    "broken": (lambda e: e.answers(results(["s"]), **{"Content-Length": "999"}), "broke off"),
    "chunks": (lambda e: e.answers(b"5\r\n{", **{"Transfer-Encoding": "chunked"}), "."),
}


@pytest.mark.parametrize("name", FAILURES)
def test_what_does_not_answer_is_told_or_silent(elsewhere, name):
    fails, reason = FAILURES[name]
    fails(elsewhere)
    block = f"<{elsewhere.address}> {{ ?s ?p ?o }}"
    with pytest.raises(ServiceFailed, match=reason):
        asking(elsewhere).written_in(f"ASK {{ SERVICE {block} }}")
    assert asking(elsewhere).written_in(f"ASK {{ SERVICE SILENT {block} }}") == "ASK { {} }"
    assert all(method != "GET" for method, _ in elsewhere.heard)


def test_what_comes_drop_by_drop_has_an_end(elsewhere):
    done = threading.Event()

    def drips(handler):
        handler.send_response(200)
        handler.end_headers()
        while not done.wait(0.02):
            try:
                handler.wfile.write(b" ")
            except OSError:
                return

    elsewhere.says = drips
    began = time.monotonic()
    try:
        with pytest.raises(ServiceFailed, match=r"no whole answer within 0\.3 seconds"):
            asking(elsewhere, 0.3).written_in(f"ASK {{ SERVICE <{elsewhere.address}> {{ }} }}")
    finally:
        done.set()
    assert time.monotonic() - began < 30


@contextmanager
def serving(serve, directory, elsewhere):
    server = serve(directory, VANKIEN_SERVICES=elsewhere.host)
    try:
        yield server
    finally:
        server.stop()


def test_over_http(elsewhere, serve, seeded):
    """Each time anew: what another server says is kept by nobody here."""
    query = f"SELECT ?b {{ SERVICE <{elsewhere.address}> {{ ?b ?p ?o }} ?b a ?class }}"
    with serving(serve, seeded, elsewhere) as server:
        for held in ([BODY], [], [BODY]):
            elsewhere.answers(results(["b"], *[(each,) for each in held]))
            response, body = server.query(query)
            assert response.status == 200, body
            assert not response.headers["ETag"]
            found = json.loads(body)["results"]["bindings"]
            assert {row["b"]["value"] for row in found} == set(held)
        elsewhere.answers(b"down", 500)
        response, body = server.query(query)
        assert (response.status, "500" in json.loads(body)["message"]) == (502, True)
        response, body = server.query("ASK { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }")
        assert (response.status, "SERVICE may ask" in json.loads(body)["message"]) == (400, True)


def test_updates_ask_nobody(elsewhere, serve, tmp_path, seeded):
    with serving(serve, seeded, elsewhere) as server:
        headers = {"Content-Type": "application/sparql-update"}
        text = f"INSERT {{ ?s ?p ?o }} WHERE {{ SERVICE <{elsewhere.address}> {{ ?s ?p ?o }} }}"
        response, _ = server.ask("POST", "/sparql", text.encode(), headers)
        assert response.status in (400, 401, 403)
    assert elsewhere.heard == []


def test_who_only_reads_a_query_asks_nobody(elsewhere):
    query = (
        f"SELECT ?b ?x {{\n ?b ?p ?o SERVICE SILENT\n  <{elsewhere.address}> {{ ?b ?c ?x }}\n"
        f" SERVICE <{elsewhere.address}> {{ ?x ?d ?e }} }} LIMIT"
    )
    read = asking(elsewhere).read_here(query)
    assert "SERVICE" not in read
    assert [len(line) for line in read.split("\n")] == [len(line) for line in query.split("\n")]
    assert all(read[at] == query[at] for at in range(len(query)) if not read[at].isspace())
    assert elsewhere.heard == []


def test_the_editor_agrees_with_the_endpoint_on_whom_service_may_ask(
    elsewhere, seeded, monkeypatch
):
    monkeypatch.setenv("VANKIEN_SERVICES", elsewhere.host)
    workers = Workers(seeded, size=1, timeout=20)
    client = create_app(seeded, workers).test_client()

    def fault(address, rest="}"):
        query = f"SELECT ?x {{ SERVICE <{address}> {{ ?b ?c ?x }} {rest}"
        return client.post("/api/lint", data={"query": query}).json["fault"]

    assert fault(elsewhere.address) is None
    assert "SERVICE" in fault("http://192.0.2.1/sparql")["message"]
    after = fault(elsewhere.address, "} LIMIT x")
    before = f"SELECT ?x {{ SERVICE <{elsewhere.address}> {{ ?b ?c ?x }} }} LIMIT "
    assert (after["line"], after["column"]) == (1, len(before) + 1)
    assert elsewhere.heard == []
    workers.close()
