"""The SPARQL 1.1 Protocol at /sparql; the names follow Oxigraph's own list of protocol cases."""

import csv
import gzip
import io
import json
import shutil
from urllib.parse import quote

import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, RdfFormat, parse

from graph.workers import Workers
from queries import questions
from web import create_app

TOKEN = "mot-ma-chi-dung-trong-kiem-thu"
SELECT = "SELECT ?s ?p ?o WHERE { ?s ?p ?o } LIMIT 3"
CONSTRUCT = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } LIMIT 3"
JSON = "application/sparql-results+json"
XML = "application/sparql-results+xml"
FORM = "application/x-www-form-urlencoded"
BASE = "https://w3id.org/vankien/"


@pytest.fixture(scope="module")
def client(seeded):
    workers = Workers(seeded, size=1, timeout=20)
    yield create_app(seeded, workers, token=TOKEN).test_client()
    workers.close()


def get(client, query, accept=None, **arguments):
    headers = {"Accept": accept} if accept else {}
    return client.get("/sparql", query_string={"query": query, **arguments}, headers=headers)


def problem(response, status, *words):
    """A problem is one JSON object that says what, where and what to do."""
    assert response.status_code == status
    assert response.mimetype == "application/json"
    assert set(response.json) == {"status", "message", "thong_bao", "line", "column", "near"}
    for word in words:
        assert word in response.json["message"]
    return response.json


ACCEPTED = [
    # (query, Accept, media type of the answer)
    (SELECT, None, JSON),
    (SELECT, "*/*", JSON),
    (SELECT, JSON, JSON),
    (SELECT, "application/json", JSON),
    (SELECT, XML, XML),
    (SELECT, "application/xml", XML),
    (SELECT, "text/csv", "text/csv"),
    (SELECT, "text/tab-separated-values", "text/tab-separated-values"),
    (SELECT, f"text/csv;q=0.5, {XML};q=0.9, */*;q=0.1", XML),
    (SELECT, f"text/turtle, {JSON};q=0.2", JSON),
    ("ASK {}", "*/*", JSON),
    ("ASK {}", XML, XML),
    (CONSTRUCT, None, "text/turtle"),
    (CONSTRUCT, "*/*", "text/turtle"),
    (CONSTRUCT, "text/turtle", "text/turtle"),
    (CONSTRUCT, "application/n-triples", "application/n-triples"),
    (CONSTRUCT, "text/plain", "application/n-triples"),
    (CONSTRUCT, "text/rdf+n3, application/rdf+xml;q=0.5", "text/turtle"),
    (CONSTRUCT, "application/rdf+xml", "application/rdf+xml"),
    (CONSTRUCT, "application/ld+json", "application/ld+json"),
    (CONSTRUCT, "application/trig", "application/trig"),
    (CONSTRUCT, "application/n-quads", "application/n-quads"),
    (CONSTRUCT, "text/turtle;q=0.3, application/n-triples", "application/n-triples"),
    (f"DESCRIBE <{BASE}instrument/tw/k12/qd/124>", "text/turtle", "text/turtle"),
]


@pytest.mark.parametrize(("query", "accept", "expected"), ACCEPTED)
def test_get_query_accept(client, query, accept, expected):
    response = get(client, query, accept)
    assert (response.status_code, response.mimetype) == (200, expected)
    assert "Accept" in response.headers["Vary"].split(", ")


def test_get_query_accept_star(client):
    assert len(get(client, SELECT, "*/*").json["results"]["bindings"]) == 3


def test_get_query_accept_bad(client):
    problem(get(client, SELECT, "application/pdf"), 406, JSON, "text/csv")


def test_get_query_rows_are_not_triples(client):
    problem(get(client, SELECT, "text/turtle"), 406)


@pytest.mark.parametrize(
    ("query", "name", "expected"),
    [
        (SELECT, "json", JSON),
        (SELECT, "xml", XML),
        (SELECT, "csv", "text/csv"),
        (SELECT, "tsv", "text/tab-separated-values"),
        (CONSTRUCT, "ttl", "text/turtle"),
        (CONSTRUCT, "nt", "application/n-triples"),
        (CONSTRUCT, "nq", "application/n-quads"),
        (CONSTRUCT, "trig", "application/trig"),
        (CONSTRUCT, "rdf", "application/rdf+xml"),
        (CONSTRUCT, "jsonld", "application/ld+json"),
        # as SPARQLWrapper says it
        (CONSTRUCT, "json-ld", "application/ld+json"),
        (CONSTRUCT, "n3", "text/turtle"),
        (CONSTRUCT, "rdf+xml", "application/rdf+xml"),
        # a plus as it is, which is a space
        (CONSTRUCT, "application/rdf xml", "application/rdf+xml"),
        (SELECT, "JSON", JSON),
    ],
)
def test_get_query_format(client, query, name, expected):
    assert get(client, query, "text/html", format=name).mimetype == expected


def test_get_query_output_is_the_format_where_no_other_is_named(client):
    assert get(client, SELECT, "text/html", output="csv").mimetype == "text/csv"
    assert get(client, SELECT, format="xml", output="csv").mimetype == XML


def test_get_query_format_unknown(client):
    assert get(client, SELECT, format="docx").status_code == 406


@pytest.mark.parametrize("path", ["/sparql", "/sparql/"])
def test_get_query_with_and_without_slash(client, path):
    assert client.get(path, query_string={"query": "ASK {}"}).json == {"head": {}, "boolean": True}


def test_head_query(client):
    response = client.head("/sparql", query_string={"query": SELECT})
    assert (response.status_code, response.mimetype, response.data) == (200, JSON, b"")


def test_post_query(client):
    response = client.post("/sparql", data="ASK {}", content_type="application/sparql-query")
    assert response.json["boolean"] is True


def test_post_query_with_charset(client):
    query = 'ASK { ?s ?p "Quy định số 124-QĐ/TW" }'
    content_type = "application/sparql-query; charset=utf-8"
    response = client.post("/sparql", data=query.encode(), content_type=content_type)
    assert response.status_code == 200


def test_post_sparql_form(client):
    assert client.post("/sparql", data={"query": "ASK {}"}).json["boolean"] is True


def test_post_sparql_wrong_form(client):
    problem(client.post("/sparql", data={"requete": "ASK {}"}), 400, "query")


def test_post_sparql_not_utf8(client):
    content_type = "application/sparql-query"
    problem(client.post("/sparql", data=b"ASK {} # \xff", content_type=content_type), 400, "UTF-8")


def test_post_sparql_packed(client):
    body = gzip.compress(b"ASK {}")
    problem(client.post("/sparql", data=body, content_type="application/sparql-query"), 415, "pack")


def test_post_sparql_with_the_mark_of_its_encoding(client):
    body = "\ufeffASK {}".encode()
    response = client.post("/sparql", data=body, content_type="application/sparql-query")
    assert response.json["boolean"] is True


def test_post_bad_content_type(client):
    response = client.post("/sparql", data="ASK {}", content_type="text/plain")
    problem(response, 415, "application/sparql-query")


def test_post_too_large(client):
    query = "ASK {} #" + "x" * 2_000_000
    response = client.post("/sparql", data=query, content_type="application/sparql-query")
    problem(response, 413)


def test_missing_query(client):
    problem(client.get("/sparql", query_string={"default-graph-uri": "urn:x"}), 400, "query")


def test_two_queries(client):
    problem(client.get("/sparql?query=ASK%7B%7D&query=ASK%7B%7D"), 400, "2")


def test_get_syntax_error_has_line_and_column(client):
    said = problem(get(client, "SELECT *\nWHERE { ?s ?p }"), 400, "syntax")
    assert said["line"] == 2
    assert said["column"] > 1
    assert "cú pháp" in said["thong_bao"]


@pytest.mark.parametrize(
    ("accept", "expected"), [("text/html", "text/html"), ("text/plain", "text/plain")]
)
def test_syntax_error_in_the_form_asked_for(client, accept, expected):
    response = client.post(
        "/sparql",
        data="CONSTRUCT WHERE {",
        content_type="application/sparql-query",
        headers={"Accept": accept},
    )
    if expected == "text/html":  # a person who posts from a page is led to the editor
        response = client.get(response.headers["Location"], headers={"Accept": accept})
    assert (response.status_code, response.mimetype) == (400, expected)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://127.0.0.1:9/sparql> { ?s ?p ?o } }",
        "SELECT * { SERVICE SILENT <http://127.0.0.1:9/sparql> { ?s ?p ?o } }",
        "LOAD <http://127.0.0.1:9/data.ttl>",
        "INSERT DATA { <urn:a> <urn:b> <urn:c> }",
        "DROP ALL",
    ],
)
def test_get_query_refused(client, query):
    problem(get(client, query), 400, "line 1")


def test_from_names_graphs_of_the_dataset(client):
    graph = f"{BASE}graph/authority"
    query = f"ASK FROM <{graph}> {{ <{BASE}instrument/tw/k12/qd/124> ?p ?o }}"
    assert get(client, query).json["boolean"] is True


@pytest.mark.parametrize("address", ["http://127.0.0.1:9/data.ttl", "file:///etc/passwd"])
def test_from_fetches_nothing(client, address):
    response = get(client, f"SELECT * FROM <{address}> {{ ?s ?p ?o }}")
    assert response.json["results"]["bindings"] == []


def test_get_default_graph_uri(client):
    ask = f"ASK {{ <{BASE}instrument/tw/k12/qd/124> ?p ?o }}"
    inside = get(client, ask, **{"default-graph-uri": f"{BASE}graph/authority"})
    outside = get(client, ask, **{"default-graph-uri": f"{BASE}graph/ontology"})
    assert (inside.json["boolean"], outside.json["boolean"]) == (True, False)


def test_post_form_named_graph_uri(client):
    query = "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }"
    form = {"query": query, "named-graph-uri": f"{BASE}graph/authority"}
    rows = client.post("/sparql", data=form).json["results"]["bindings"]
    assert [row["g"]["value"] for row in rows] == [f"{BASE}graph/authority"]


def test_post_query_takes_graphs_from_the_address(client):
    response = client.post(
        "/sparql?default-graph-uri=" + quote(f"{BASE}graph/ontology", safe=""),
        data=f"ASK {{ <{BASE}instrument/tw/k12/qd/124> ?p ?o }}",
        content_type="application/sparql-query",
    )
    assert response.json["boolean"] is False


@pytest.mark.parametrize("name", ["default-graph-uri", "named-graph-uri"])
@pytest.mark.parametrize("graph", ["", "foo", "a b", "<x>", "urn:x\n", "http://[::1", "đ", "#"])
def test_a_graph_is_named_by_an_absolute_iri(client, name, graph):
    problem(get(client, "ASK {}", **{name: graph}), 400, "no absolute IRI", name)


@pytest.mark.parametrize("name", ["using-graph-uri", "using-named-graph-uri"])
def test_an_update_names_graphs_alike(writing, name):
    problem(update(writing, "DELETE WHERE { ?s ?p ?o }", **{name: "foo"}), 400, "absolute IRI")


def test_percent_encoded_vietnamese(client):
    query = 'SELECT ?i { ?i <http://purl.org/dc/terms/identifier> "124-QĐ/TW" }'
    rows = client.get("/sparql?query=" + quote(query)).json["results"]["bindings"]
    assert f"{BASE}instrument/tw/k12/qd/124" in {row["i"]["value"] for row in rows}


def test_csv_with_vietnamese(client):
    query = (
        f"SELECT ?n {{ <{BASE}instrument/tw/k12/qd/124> <http://purl.org/dc/terms/identifier> ?n }}"
    )
    response = get(client, query, "text/csv")
    assert list(csv.reader(io.StringIO(response.data.decode("utf-8")))) == [["n"], ["124-QĐ/TW"]]


def test_get_update_is_an_error(client):
    problem(client.get("/sparql", query_string={"update": "DROP ALL"}), 400, "POST")


UPDATES = [
    {"data": {"update": "DROP ALL"}},
    {"data": "DROP ALL", "content_type": "application/sparql-update"},
]


@pytest.mark.parametrize("update", UPDATES)
def test_post_sparql_update_needs_the_token(client, update):
    problem(client.post("/sparql", **update), 401, "VANKIEN_TOKEN")


@pytest.mark.parametrize("update", UPDATES)
def test_post_sparql_update_read_only(seeded, update):
    workers = Workers(seeded, size=1)
    problem(create_app(seeded, workers).test_client().post("/sparql", **update), 403, "Read only")
    workers.close()


@pytest.mark.parametrize("sent", ["Bearer sai", f"Bearer {TOKEN}x", "Bearer ", f"Basic {TOKEN}"])
def test_post_sparql_update_wrong_token(client, sent):
    response = client.post("/sparql", data={"update": "DROP ALL"}, headers={"Authorization": sent})
    problem(response, 401)
    assert response.headers["WWW-Authenticate"].startswith("Bearer")


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_wrong_method(client, method):
    assert getattr(client, method)("/sparql").status_code == 405


def test_cors(client):
    assert get(client, "ASK {}").headers["Access-Control-Allow-Origin"] == "*"
    preflight = client.options("/sparql")
    assert preflight.status_code == 204
    assert "POST" in preflight.headers["Access-Control-Allow-Methods"]


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        (None, "text/turtle"),
        ("*/*", "text/turtle"),
        ("text/turtle", "text/turtle"),
        ("application/rdf+xml", "application/rdf+xml"),
    ],
)
def test_service_description(client, accept, expected):
    response = client.get("/sparql", headers={"Accept": accept} if accept else {})
    assert response.mimetype == expected
    forms = {"text/turtle": RdfFormat.TURTLE, "application/rdf+xml": RdfFormat.RDF_XML}
    predicates = {quad.predicate for quad in parse(response.data, format=forms[expected])}
    sd = "http://www.w3.org/ns/sparql-service-description#"
    assert {NamedNode(sd + "endpoint"), NamedNode(sd + "supportedLanguage")} <= predicates


def test_form_for_browsers(client):
    response = client.get("/sparql", headers={"Accept": "text/html,*/*;q=0.8"})
    assert response.mimetype == "text/html"
    assert b"<textarea" in response.data


def test_browser_sees_rows(client):
    response = get(client, SELECT, "text/html,application/xhtml+xml,*/*;q=0.8")
    assert response.status_code == 303
    assert client.get(response.headers["Location"]).data.count(b"<tr>") == 4


def test_over_the_time_limit(seeded):
    workers = Workers(seeded, size=1, timeout=1)
    app = create_app(seeded, workers)
    endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    problem(get(app.test_client(), endless), 503, "stopped")
    workers.close()


def test_an_answer_is_not_sent_twice(client):
    tag = get(client, SELECT).headers["ETag"]
    again = client.get("/sparql", query_string={"query": SELECT}, headers={"If-None-Match": tag})
    assert (again.status_code, again.data) == (304, b"")
    headers = {"If-None-Match": tag, "Accept": "text/csv"}
    other = client.get("/sparql", query_string={"query": SELECT}, headers=headers)
    assert (other.status_code, other.mimetype) == (200, "text/csv")


def test_what_varies_has_no_tag(client):
    assert "ETag" not in get(client, "SELECT (NOW() AS ?now) {}").headers


def test_gzip(client):
    query = "SELECT * { ?s ?p ?o } LIMIT 100"
    headers = {"Accept-Encoding": "gzip"}
    packed = client.get("/sparql", query_string={"query": query}, headers=headers)
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.data) == get(client, query).data


def test_the_dataset_is_a_page_or_data(client):
    assert client.get("/dataset", headers={"Accept": "text/html"}).mimetype == "text/html"
    assert client.get("/dataset", headers={"Accept": "text/turtle"}).mimetype == "text/turtle"


@pytest.mark.parametrize("suffix", ["ttl", "nt", "rdf", "jsonld"])
def test_the_dataset_is_described(client, seed, suffix):
    response = client.get(f"/dataset.{suffix}")
    form = RdfFormat.from_media_type(response.mimetype)
    triples = [quad.triple for quad in parse(response.data, format=form)]
    void = "http://rdfs.org/ns/void#"
    counted = {
        each.object.value for each in triples if each.predicate.value == void + "classPartition"
    }
    assert f"{BASE}dataset#class-" in min(counted)
    (whole,) = (
        each.object.value
        for each in triples
        if (each.subject.value, each.predicate.value) == (f"{BASE}dataset", void + "triples")
    )
    assert int(whole) == len(list(seed.store.quads_for_pattern(None, None, None, DefaultGraph())))


def test_bad_utf8(client):
    problem(client.get("/sparql?query=ASK%20%7B%7D%20%23%FF"), 400, "UTF-8")
    content_type = "application/x-www-form-urlencoded"
    problem(client.post("/sparql", data=b"query=ASK{}%ff", content_type=content_type), 400, "UTF-8")


def test_version_of_the_dataset(client, seed):
    version = seed.version
    answered = get(client, "ASK {}").headers["X-Dataset-Version"]
    assert answered == f"{version.number}-{version.hash}"
    assert json.loads(client.get("/healthz").data)["hash"] == version.hash


GRAPH = "http://example.org/ghi-chu"
BEARER = {"Authorization": f"Bearer {TOKEN}"}


@pytest.fixture
def writing(seeded, tmp_path):
    """A client of a store of its own that may be written."""
    directory = tmp_path / "store"
    shutil.copytree(seeded, directory)
    app = create_app(directory, Workers(directory, size=1, timeout=20), token=f"mai:{TOKEN}")
    yield app.test_client()
    app.extensions["vankien"].workers.close()
    app.extensions["vankien"].updates.close()


def update(client, text, **parameters):
    content_type = "application/sparql-update"
    return client.post(
        "/sparql", query_string=parameters, data=text, content_type=content_type, headers=BEARER
    )


@pytest.mark.parametrize("graph", [GRAPH, "urn:nameless-to-us", "https://example.org/"])
def test_users_write_graphs_of_their_own(writing, graph):
    before = writing.get("/healthz").json
    insert = f'INSERT DATA {{ GRAPH <{graph}> {{ <urn:a> <urn:b> "Quy định" }} }}'
    assert update(writing, insert).status_code == 204
    after = writing.get("/healthz").json
    assert after["version"] == before["version"] + 1
    assert after["hash"] != before["hash"]
    ask = f'ASK {{ GRAPH <{graph}> {{ <urn:a> <urn:b> "Quy định" }} }}'
    assert get(writing, ask).json["boolean"] is True
    assert update(writing, f"DROP GRAPH <{graph}>").status_code == 204
    assert writing.get("/healthz").json["hash"] == before["hash"]


def test_updates_are_logged_with_who_and_what(writing, tmp_path):
    update(writing, f"CREATE GRAPH <{GRAPH}>")
    (line,) = (tmp_path / "store" / "updates.jsonl").read_text(encoding="utf-8").splitlines()
    said = json.loads(line)
    assert (said["who"], said["writes"]) == ("mai", [GRAPH])


@pytest.mark.parametrize(
    "text",
    [
        "INSERT DATA { <urn:a> <urn:b> <urn:c> }",
        f"CLEAR GRAPH <{BASE}graph/authority>",
        f"MOVE <{BASE}graph/meta> TO <{GRAPH}>",
        f"PREFIX g: <{BASE}graph/> INSERT DATA {{ GRAPH g:meta {{ <urn:a> <urn:b> <urn:c> }} }}",
        "DELETE { GRAPH ?g { ?s ?p ?o } } WHERE { GRAPH ?g { ?s ?p ?o } }",
        "DELETE WHERE { ?s ?p ?o }",
        "CLEAR ALL",
        "DROP NAMED",
    ],
)
def test_users_write_nothing_else(writing, text):
    problem(update(writing, text), 403, "users do not write")


@pytest.mark.parametrize(
    "text",
    [
        "LOAD file.ttl",
        "LOAD <urn:a> INTO <urn:g>",
        "CREATE GRAPH <urn:g> ;; LOAD <urn:a>",
        f"INSERT {{ GRAPH <{GRAPH}> {{ ?s ?p 1 }} }} WHERE {{ SERVICE <http://127.0.0.1:9> {{}} }}",
        "WITH <urn:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o ",
    ],
)
def test_updates_refused(writing, text):
    problem(update(writing, text), 400)


@pytest.mark.parametrize("text", ["LOAD <file:///etc/passwd>", "LOAD <urn:a> INTO GRAPH <urn:g>"])
def test_nothing_is_loaded(writing, text):
    problem(update(writing, text), 403, "LOAD is not allowed here")


def test_load_silent_does_nothing(writing):
    assert update(writing, "LOAD SILENT <http://127.0.0.1:9/a.ttl>").status_code == 204


def test_a_rejected_statement_leaves_the_default_graph_and_comes_back(writing):
    rows = get(
        writing,
        """PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
        PREFIX oa: <http://www.w3.org/ns/oa#> PREFIX vk: <https://w3id.org/vankien/ontology#>
        SELECT ?source ?s ?p ?o ?quote { GRAPH ?g { ?claim a vk:Claim ; vk:inSource ?source ;
          rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; oa:hasSelector/oa:exact ?quote }
          FILTER(ISIRI(?o)) FILTER NOT EXISTS { GRAPH ?h { ?other rdf:subject ?s ;
            rdf:predicate ?p ; rdf:object ?o } FILTER(?other != ?claim) }
          FILTER NOT EXISTS { GRAPH <https://w3id.org/vankien/graph/authority> { ?s ?p ?o } } }
        ORDER BY ?claim LIMIT 1""",
    ).json["results"]["bindings"]
    (found,) = [{name: term["value"] for name, term in row.items()} for row in rows]
    statement = f"ASK {{ <{found['s']}> <{found['p']}> <{found['o']}> }}"
    assert get(writing, statement).json["boolean"] is True
    review = f"""PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
        PREFIX vk: <https://w3id.org/vankien/ontology#>
        INSERT DATA {{ GRAPH <{BASE}graph/review> {{ <{BASE}review/1> a vk:ReviewAct ;
          vk:decision <{BASE}concept/bac-bo> ; vk:inSource <{found["source"]}> ;
          rdf:predicate <{found["p"]}> ; rdf:object <{found["o"]}> ;
          <http://www.w3.org/ns/oa#exact> {Literal(found["quote"])} }} }}"""
    assert update(writing, review).status_code == 204
    assert get(writing, statement).json["boolean"] is False
    assert update(writing, f"CLEAR GRAPH <{BASE}graph/review>").status_code == 204
    assert get(writing, statement).json["boolean"] is True


def test_graph_store_patches_one_graph(writing):
    address = f"/graph-store?graph={quote(GRAPH, safe='')}"
    data = {"data": "<urn:a> <urn:b> 1 .", "content_type": "text/turtle"}
    assert writing.put(address, **data).status_code == 401
    assert writing.put(address, headers=BEARER, **data).status_code == 201
    kind = "application/sparql-update"
    patch = "DELETE { ?s ?p 1 } INSERT { ?s ?p 2 } WHERE { ?s ?p 1 } ;"
    patch += " INSERT DATA { <urn:c> a <urn:d> }"
    assert writing.patch(address, data=patch, content_type=kind, headers=BEARER).status_code == 204
    found = writing.get(address, headers={"Accept": "application/n-triples"}).data.decode()
    assert len(found.splitlines()) == 2
    assert '"2"' in found
    other = "INSERT DATA { GRAPH <urn:other> { <urn:c> a <urn:d> } }"
    response = writing.patch(address, data=other, content_type=kind, headers=BEARER)
    problem(response, 400, "only")


def test_metrics(client):
    get(client, "ASK {}")
    body = client.get("/metrics").data.decode()
    assert 'vankien_requests_total{route="/sparql",method="GET",status="200"}' in body
    assert 'vankien_request_seconds_bucket{le="+Inf"}' in body
    assert "vankien_results_kept_bytes" in body


@pytest.mark.parametrize(
    ("path", "methods"),
    [
        ("/api/lint", "OPTIONS, POST"),
        ("/api/check", "OPTIONS, POST"),
        ("/api/bodies", "GET, HEAD, OPTIONS"),
        ("/check", "GET, HEAD, OPTIONS, POST"),
    ],
)
def test_options_tells_the_methods_of_the_very_address(client, path, methods):
    assert client.options(path).headers["Allow"] == methods
    assert (client.get(path).status_code == 405) == ("GET" not in methods)


def test_openapi_tells_every_question(client):
    said = client.get("/openapi.json").json
    assert {f"/api/{name}" for name in questions()} <= said["paths"].keys()
    rules = {rule.rule for rule in client.application.url_map.iter_rules()}
    assert {path for path in said["paths"] if not path.startswith(("/api/", "/dataset."))} <= rules
