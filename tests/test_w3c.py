"""The W3C's SPARQL suites over HTTP against a server with an empty store.

What fails stands in FAILS with its reason; a case that fails unlisted or passes listed is an error.
The archive holds the suites as published at https://github.com/w3c/rdf-tests, with their licence.
"""

import contextlib
import csv
import http.client
import io
import os
import re
import socket
import subprocess
import sys
import zipfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

import pyoxigraph as ox
import pytest

from graph.store import Store

ARCHIVE = Path(__file__).parent / "data" / "w3c-sparql.zip"
BASE = "http://www.w3.org/2009/sparql/docs/tests/"
TOKEN = "bo-kiem-thu-w3c"
MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"
HT = "http://www.w3.org/2011/http#"
CNT = "http://www.w3.org/2011/content#"
RS = "http://www.w3.org/2001/sw/DataAccess/tests/result-set#"
PREFIXES = f"""
PREFIX mf: <{MF}> PREFIX qt: <http://www.w3.org/2001/sw/DataAccess/tests/test-query#>
PREFIX ut: <http://www.w3.org/2009/sparql/tests/test-update#> PREFIX rs: <{RS}>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> PREFIX ht: <{HT}> PREFIX cnt: <{CNT}>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
"""
JSON = "application/sparql-results+json"
RESULTS = {
    "srx": ("application/sparql-results+xml", ox.QueryResultsFormat.XML),
    "srj": (JSON, ox.QueryResultsFormat.JSON),
    "tsv": ("text/tab-separated-values", ox.QueryResultsFormat.TSV),
    "csv": ("text/csv", None),
}
# What each suite must come to: the number of its cases. A forgotten filter would shrink it.
CASES = {
    "csv-tsv-res": 6,
    "graph-store-protocol": 13,
    "json-res": 4,
    "protocol": 34,
    "service-description": 3,
    "sparql10-query": 283,
    "sparql10-syntax": 199,
    "sparql11-query": 234,
    "sparql11-syntax": 149,
    "sparql11-update": 102,
}
VALUES = "Oxigraph keeps numbers by value: 01 and 1, 1.0 and 1.00 are one term"
ZONES = "Oxigraph compares dates with and without a zone"
PATHS = "Oxigraph gives no path of no length to a term that the data lacks"
BNODES = "Oxigraph's BNODE(?s) answers otherwise"
SCOPE = "Oxigraph answers otherwise about what stands in GRAPH ?g"
FAILS = {
    "sparql10/distinct#distinct-1": VALUES,
    "sparql10/distinct#distinct-9": VALUES,
    "sparql10/distinct#no-distinct-1": VALUES,
    "sparql10/distinct#no-distinct-9": VALUES,
    "sparql10/expr-builtin#dawg-str-1": VALUES,
    "sparql10/expr-builtin#dawg-str-2": VALUES,
    "sparql10/expr-builtin#sameTerm-eq": VALUES,
    "sparql10/expr-builtin#sameTerm-not-eq": VALUES,
    "sparql10/expr-builtin#sameTerm-simple": VALUES,
    "sparql10/expr-equals#eq-graph-1": VALUES,
    "sparql10/expr-equals#eq-graph-2": VALUES,
    "sparql10/open-world#open-eq-01": VALUES,
    "sparql10/graph#graph-optional": SCOPE,
    "sparql10/graph#graph-variable-scope": SCOPE,
    "sparql11/aggregates#agg-empty-group-count-graph": SCOPE,
    "sparql11/bindings#graph": SCOPE,
    "sparql11/negation#graph-minus": SCOPE,
    "sparql10/open-world#date-2": ZONES,
    "sparql11/functions#bnode01": BNODES,
    "sparql11/property-path#zero_or_more_set_end": PATHS,
    "sparql11/property-path#zero_or_more_set_start": PATHS,
    "sparql11/property-path#zero_or_one_set_end": PATHS,
    "sparql11/property-path#zero_or_one_set_start": PATHS,
}


@dataclass(frozen=True)
class Case:
    """One entry of a manifest."""

    suite: str
    name: str
    sort: str
    place: str
    node: object = field(compare=False)
    manifest: object = field(compare=False)

    def rows(self, query):
        """The solutions of a SELECT about this entry in its manifest."""
        return list(self.manifest.query(PREFIXES + query.replace("?case", str(self.node))))


def files():
    with zipfile.ZipFile(ARCHIVE) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


FILES = files()


def rdf(name, to=None):
    """The triples of a file of the archive; names that no file has are empty graphs."""
    form = ox.RdfFormat.from_extension(name.rpartition(".")[2])
    return [
        q.triple
        for q in ox.parse(FILES[name], format=form, base_iri=BASE + name, rename_blank_nodes=True)
    ]


def cases(place, suite):
    """The entries of a manifest in their order."""
    manifest = ox.Store()
    manifest.load(FILES[place], format=ox.RdfFormat.TURTLE, base_iri=BASE + place)
    query = PREFIXES + "SELECT ?case ?type ?name { [] mf:entries/rdf:rest*/rdf:first ?case . "
    query += (
        "?case a ?type OPTIONAL { ?case mf:name ?name } FILTER(STRSTARTS(STR(?type), STR(mf:)))}"
    )
    for row in manifest.query(query):
        name = row["case"].value.rpartition("#")[2]
        sort = row["type"].value.removeprefix(MF)
        yield Case(suite, name, sort, place.rpartition("/")[0], row["case"], manifest)


def suite_of(place):
    version, folder, _ = place.split("/")
    if folder in ("protocol", "graph-store-protocol", "service-description", "csv-tsv-res"):
        return folder
    if folder == "json-res":
        return folder
    if folder.startswith("syntax"):
        return f"{version}-syntax"
    updates = "add basic-update clear copy delete delete-data delete-insert delete-where drop move"
    update = folder in updates.split() or folder == "update-silent"
    return f"{version}-update" if update else f"{version}-query"


def collected():
    places = sorted(
        name for name in FILES if re.fullmatch(r"sparql1\d/[\w-]+/manifest[\w-]*\.ttl", name)
    )
    found = [each for place in places for each in cases(place, suite_of(place))]
    return sorted(found, key=lambda each: (each.suite, each.place, each.name))


COLLECTED = collected()


class Server:
    """The running server, and what data it holds."""

    def __init__(self, port):
        self.port = port
        self.holds = None

    def ask(self, method, path, body=None, headers=()):
        # One each: a server may close a connection when it refuses a body unread.
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        with contextlib.closing(connection):
            connection.request(method, path, body, {"User-Agent": "w3c", **dict(headers)})
            response = connection.getresponse()
            return response, response.read()

    def update(self, text):
        headers = {"Content-Type": "application/sparql-update", "Authorization": f"Bearer {TOKEN}"}
        return self.ask("POST", "/sparql", text.encode(), headers)

    def query(self, text, accept=JSON):
        headers = {"Content-Type": "application/sparql-query", "Accept": accept}
        return self.ask("POST", "/sparql", text.encode(), headers)

    def hold(self, graphs):
        """Bring the store to hold these graphs and nothing else; None names the default graph."""
        if graphs == self.holds:
            return
        parts = []
        for name, sources in graphs.items():
            triples = "\n".join(f"{t} ." for each in sources for t in rdf(each))
            parts.append(triples if name is None else f"GRAPH <{name}> {{ {triples} }}")
            if name and not triples:
                parts[-1] = ""
        create = "".join(f" ; CREATE SILENT GRAPH <{name}>" for name in graphs if name)
        response, said = self.update(f"DROP ALL{create} ; INSERT DATA {{ {' '.join(parts)} }}")
        assert response.status == 204, said
        self.holds = graphs


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    directory = tmp_path_factory.mktemp("w3c") / "store"
    Store.open(directory).close()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [Path(sys.executable).parent / "vankien", "serve", "--store", directory]
    process = subprocess.Popen(
        [*command, "--port", str(port)], env={**os.environ, "VANKIEN_TOKEN": TOKEN}
    )
    ready(process, port)
    yield Server(port)
    process.terminate()
    process.wait(timeout=20)


def ready(process, port):
    """Returns when the server answers."""
    while process.poll() is None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=8)
        with contextlib.closing(connection), contextlib.suppress(ConnectionError):
            connection.request("GET", "/healthz")
            connection.getresponse().read()
            return
    raise AssertionError("the server ended")


class Said:
    """What the engine says in process, as HTTP would."""

    def __init__(self, status, form=""):
        self.status = status
        self.headers = {"Content-Type": form}


class Engine:
    """pyoxigraph in this process, asked by the same harness; it has no protocol."""

    def __init__(self):
        self.store = ox.Store()
        self.holds = None

    def hold(self, graphs):
        self.store.clear()
        for name, sources in graphs.items():
            graph = ox.NamedNode(name) if name else ox.DefaultGraph()
            if name:
                self.store.add_graph(graph)
            for each in sources:
                triples = rdf(each)
                self.store.extend(ox.Quad(t.subject, t.predicate, t.object, graph) for t in triples)

    def query(self, text, accept=JSON):
        try:
            found = self.store.query(text)
            if isinstance(found, ox.QueryTriples):
                return Said(200, accept), found.serialize(format=ox.RdfFormat.N_TRIPLES)
            accept = JSON if accept == "*/*" else accept
            form = ox.QueryResultsFormat.from_media_type(accept)
            return Said(200, accept), found.serialize(format=form)
        except (SyntaxError, RuntimeError, ValueError) as error:
            return Said(400), str(error).encode()

    def update(self, text):
        try:
            self.store.update(text)
        except (SyntaxError, RuntimeError, OSError) as error:
            # LOAD is taken, and then fetches nothing.
            fetched = b"LOAD is not allowed here" if "LOAD" in text else b""
            is_fetch = fetched and not isinstance(error, SyntaxError)
            return Said(403 if is_fetch else 400), fetched + str(error).encode()
        return Said(204), b""


# ------ data


def graphs_of(case, about):
    """The dataset that a node of the manifest describes: {None: [...], graph: [...]}."""
    graphs = {}
    query = (
        f"SELECT ?data ?graph ?label {{ {about} ?node . {{ ?node qt:data|ut:data ?data }} UNION "
    )
    query += "{ ?node qt:graphData|ut:graphData ?g "
    query += "OPTIONAL { ?g ut:graph ?graph ; rdfs:label ?label } BIND(?g AS ?plain) } }"
    query = query.replace("?data ?graph ?label", "?data ?graph ?label ?plain")
    for row in case.rows(query):
        if row["data"]:
            graphs.setdefault(None, []).append(row["data"].value.removeprefix(BASE))
        elif row["graph"]:
            graphs.setdefault(row["label"].value, []).append(row["graph"].value.removeprefix(BASE))
        else:
            name = row["plain"].value
            graphs.setdefault(name, []).append(name.removeprefix(BASE))
    return graphs


def file_of(case, path):
    (row,) = case.rows(f"SELECT ?file {{ ?case {path} ?file }}")
    return row["file"].value.removeprefix(BASE)


def text_of(name):
    """A query of the archive, its relative IRIs resolved where it stands."""
    return f"BASE <{BASE}{name}>\n" + FILES[name].decode("utf-8")


# ------ comparison


def same(found, expected):
    """Whether two sets of triples are equal but for the names of blank nodes."""
    return canonical(found) == canonical(expected)


def canonical(triples):
    """The triples with blank nodes named by their place, numbers and dates by their value."""
    store = ox.Store()
    store.extend(ox.Quad(t.subject, t.predicate, t.object) for t in triples)
    dataset = ox.Dataset(store)
    dataset.canonicalize(ox.CanonicalizationAlgorithm.UNSTABLE)
    return set(dataset)


def as_triples(rows, ordered=False):
    """Solutions as triples, so that they compare like graphs; equal rows are told by a count."""
    tally = Counter(tuple(sorted(row.items())) for row in rows)
    places = [tuple(sorted(row.items())) for row in rows]
    for number, (row, count) in enumerate(tally.items()):
        node = ox.BlankNode(f"row{number}")
        yield ox.Triple(node, ox.NamedNode("urn:count"), ox.Literal(count))
        if ordered:
            yield ox.Triple(node, ox.NamedNode("urn:place"), ox.Literal(places.index(row)))
        for name, value in row:
            yield ox.Triple(node, ox.NamedNode("urn:var:" + name), value)


def solutions(body, form):
    """(rows, names) of a result, or its truth value."""
    parsed = ox.parse_query_results(body, format=form)
    if isinstance(parsed, ox.QueryBoolean):
        return bool(parsed)
    names = [v.value for v in parsed.variables]
    return [{n: row[n] for n in names if row[n] is not None} for row in parsed]


def result_set(name):
    """(rows, whether in order) of a result written in RDF, or its truth value; None for a graph."""
    store = ox.Store()
    store.extend(ox.Quad(t.subject, t.predicate, t.object) for t in rdf(name))
    truth = next(iter(store.query(PREFIXES + "SELECT ?b { ?r rs:boolean ?b }")), None)
    if truth:
        return truth["b"].value == "true", False
    if not bool(store.query(PREFIXES + "ASK { ?r a rs:ResultSet }")):
        return None
    rows, order = {}, {}
    query = PREFIXES + "SELECT ?s ?n ?v ?i { ?r rs:solution ?s . OPTIONAL { ?s rs:index ?i } "
    query += "OPTIONAL { ?s rs:binding [ rs:variable ?n ; rs:value ?v ] } }"
    for row in store.query(query):
        rows.setdefault(row["s"], {})
        order[row["s"]] = int(row["i"].value) if row["i"] else 0
        if row["n"]:
            rows[row["s"]][row["n"].value] = row["v"]
    return [rows[each] for each in sorted(rows, key=order.get)], any(order.values())


# ------ the sorts of cases


def evaluated(case, server):
    query = file_of(case, "mf:action/qt:query")
    text = text_of(query)
    graphs = graphs_of(case, "?case mf:action")
    for iri in re.findall(r"\bFROM(?:\s+NAMED)?\s+<([^>]*)>", text):
        name = f"{case.place}/{iri}"
        if name in FILES:
            graphs.setdefault(BASE + name, [name])
    server.hold(graphs)
    expected = file_of(case, "mf:result")
    extension = expected.rpartition(".")[2]
    if extension in RESULTS:
        accept, form = RESULTS[extension]
        response, body = server.query(text, accept)
        assert response.status == 200, body
        assert response.headers["Content-Type"].startswith(accept)
        if form is None:
            return cells(body) == cells(FILES[expected])
        return agree(
            solutions(body, form), solutions(FILES[expected], form), False, "REDUCED" in text
        )
    wanted = result_set(expected)
    if wanted is None:
        response, body = server.query(text, "application/n-triples")
        assert response.status == 200, body
        return same(
            [q.triple for q in ox.parse(body, format=ox.RdfFormat.N_TRIPLES)], rdf(expected)
        )
    response, body = server.query(text)
    assert response.status == 200, body
    found = solutions(body, ox.QueryResultsFormat.JSON)
    return agree(found, *wanted, "REDUCED" in text)


def cells(body):
    """The rows of a CSV result; which name a blank node has does not matter."""
    text = re.sub(r"_:\w+", "_:", body.decode())
    return sorted(sorted(row.items()) for row in csv.DictReader(io.StringIO(text)))


def agree(found, expected, ordered, reduced=False):
    if isinstance(found, bool) or isinstance(expected, bool):
        return found is expected
    if reduced:
        # How many of equal rows remain is the engine's to say.
        found, expected = (
            [dict(e) for e in {tuple(r.items()) for r in w}] for w in (found, expected)
        )
    return same(as_triples(found, ordered), as_triples(expected, ordered))


def accepted(case, server):
    response, body = server.query(text_of(file_of(case, "mf:action")), "*/*")
    # That a function is nobody's is no matter of syntax.
    assert response.status == 200 or b"custom function" in body, body
    return True


def rejected(case, server):
    return server.query(text_of(file_of(case, "mf:action")), "*/*")[0].status == 400


def update_accepted(case, server):
    server.holds = None
    response, body = server.update(text_of(file_of(case, "mf:action")))
    # That a graph is not there, or that nothing is fetched, is no matter of syntax.
    refused = response.status == 403 and b"LOAD is not allowed here" in body
    assert response.status == 204 or refused or b"does not exist" in body, body
    return True


def update_rejected(case, server):
    return server.update(text_of(file_of(case, "mf:action")))[0].status == 400


def updated(case, server):
    server.hold(graphs_of(case, "?case mf:action"))
    server.holds = None
    response, body = server.update(text_of(file_of(case, "mf:action/ut:request")))
    assert response.status == 204, body
    query = "SELECT * { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }"
    rows = solutions(server.query(query)[1], ox.QueryResultsFormat.JSON)
    found = [ox.Quad(r["s"], r["p"], r["o"], r.get("g") or ox.DefaultGraph()) for r in rows]
    expected = [
        ox.Quad(t.subject, t.predicate, t.object, ox.NamedNode(g) if g else ox.DefaultGraph())
        for g, sources in graphs_of(case, "?case mf:result").items()
        for each in sources
        for t in rdf(each)
    ]
    return all_canonical(found) == all_canonical(expected)


def all_canonical(quads):
    dataset = ox.Dataset(quads)
    dataset.canonicalize(ox.CanonicalizationAlgorithm.UNSTABLE)
    return set(dataset)


REQUESTS = """SELECT ?r ?method ?path ?body ?encoding ?status ?boolean ?format ?location ?rank {
  { SELECT ?r (COUNT(?before) AS ?rank) {
    ?case mf:action/ht:requests ?list .
    ?list rdf:rest* ?before . ?before rdf:rest* ?cell . ?cell rdf:first ?r
  } GROUP BY ?r }
  ?r ht:methodName ?method ; ht:absolutePath ?path .
  OPTIONAL { ?r ht:body ?b . ?b cnt:chars ?body OPTIONAL { ?b cnt:characterEncoding ?encoding } }
  ?r ht:resp ?a . ?a mf:expectedStatus ?status
  OPTIONAL { ?a mf:expectedBoolean ?boolean } OPTIONAL { ?a mf:expectedFormat ?format }
  OPTIONAL { ?a mf:expectedLocation ?location } } ORDER BY ?rank"""
HEADERS = """SELECT ?r ?n ?v {
  ?r ht:headers/rdf:rest*/rdf:first [ ht:fieldName ?n ; ht:fieldValue ?v ] }"""
EXPECTED = "SELECT ?r ?chars { ?r ht:resp/ht:body/cnt:chars ?chars }"
STATUS = {"OK": 200, "Created": 201, "NoContent": 204, "NotFound": 404}
FORMATS = {
    "boolean": "application/sparql-results+",
    "tabular": "application/sparql-results+",
    "RDF": "",
}


def talked(case, server):
    """A conversation: every request in turn, each with what it must hear."""
    server.hold(graphs_of_protocol(case))
    server.holds = None
    location = ""
    for request, wanted in conversation(case):
        method, path, body = request["method"], request["path"], request["body"]
        path = re.sub(r"^/gsp", "/graph-store", path).replace(
            "$LOCATION$", quote(location, safe="")
        )
        headers = {"Authorization": f"Bearer {TOKEN}", "Host": "www.example", **request["headers"]}
        response, said = server.ask(method, path, body, headers)
        assert any(fits(response.status, each) for each in wanted["status"]), (request, said)
        if wanted["boolean"] is not None:
            form = ox.QueryResultsFormat.from_media_type(response.headers["Content-Type"])
            assert solutions(said, form) is wanted["boolean"], request
        if wanted["format"]:
            assert response.headers["Content-Type"].startswith(FORMATS[wanted["format"]])
        if wanted["location"]:
            location = response.headers["Location"]
        if wanted["graph"] is not None:
            found, expected = turtle(said), turtle(wanted["graph"].encode())
            assert same(found, expected), (request, said)
    return True


def turtle(body):
    base = "http://www.example/"
    return [q.triple for q in ox.parse(body, format=ox.RdfFormat.TURTLE, base_iri=base)]


def graphs_of_protocol(case):
    query = "SELECT ?graph ?label { ?case ut:graphData [ ut:graph ?graph ; rdfs:label ?label ] }"
    return {row["label"].value: [row["graph"].value.removeprefix(BASE)] for row in case.rows(query)}


def conversation(case):
    found = {}
    for row in case.rows(REQUESTS):
        wanted = found.setdefault(row["r"], ({}, {"status": []}))
        request, answer = wanted
        encoding = row["encoding"].value if row["encoding"] else "UTF-8"
        body = row["body"].value.encode(encoding) if row["body"] else None
        bound = {ox.Variable("r"): row["r"]}
        fields = case.manifest.query(PREFIXES + HEADERS, substitutions=bound)
        headers = {each["n"].value: each["v"].value for each in fields}
        request.update(method=row["method"].value, path=row["path"].value, body=body)
        request["headers"] = headers
        graph = next(iter(case.manifest.query(PREFIXES + EXPECTED, substitutions=bound)), None)
        answer["status"].append(row["status"].value.rpartition("#")[2])
        answer["boolean"] = row["boolean"].value == "true" if row["boolean"] else None
        answer["format"] = row["format"].value if row["format"] else None
        answer["location"] = bool(row["location"])
        answer["graph"] = graph["chars"].value if graph else None
    return list(found.values())


def fits(status, expected):
    if expected in STATUS:
        return status == STATUS[expected]
    return status // 100 == int(re.search(r"\d", expected)[0])


def described(case, server):
    response, body = server.ask("GET", "/sparql", headers={"Accept": "text/turtle"})
    assert response.status == 200
    triples = {(t.subject, t.predicate, t.object) for t in turtle(body)}
    sd = "http://www.w3.org/ns/sparql-service-description#"
    node = ox.NamedNode
    (service,) = (s for s, p, o in triples if o == node(sd + "Service"))
    if case.name == "has-endpoint-triple":
        address = node(f"http://127.0.0.1:{server.port}/sparql")
        assert (service, node(sd + "endpoint"), address) in triples
    if case.name == "conforms-to-schema":
        datasets = [o for s, p, o in triples if p == node(sd + "defaultDataset")]
        assert all(
            (each, node(sd + "defaultGraph")) in {t[:2] for t in triples} for each in datasets
        )
        known = {"SPARQL10Query", "SPARQL11Query", "SPARQL11Update"}
        said = {o.value for s, p, o in triples if p == node(sd + "supportedLanguage")}
        assert said
        assert said <= {sd + each for each in known}
    return True


SORTS = {
    "QueryEvaluationTest": evaluated,
    "CSVResultFormatTest": evaluated,
    "PositiveSyntaxTest": accepted,
    "PositiveSyntaxTest11": accepted,
    "NegativeSyntaxTest": rejected,
    "NegativeSyntaxTest11": rejected,
    "PositiveUpdateSyntaxTest11": update_accepted,
    "NegativeUpdateSyntaxTest11": update_rejected,
    "UpdateEvaluationTest": updated,
    "ProtocolTest": talked,
    "GraphStoreProtocolTest": talked,
    "ServiceDescriptionTest": described,
}


def test_no_suite_shrank():
    assert Counter(each.suite for each in COLLECTED) == CASES


@pytest.mark.parametrize("case", COLLECTED, ids=lambda case: f"{case.place}-{case.name}")
def test_w3c(case, server):
    try:
        passed = SORTS[case.sort](case, server)
    except AssertionError as reason:
        if f"{case.place}#{case.name}" not in FAILS:
            raise
        passed, _ = False, reason
    assert passed is (f"{case.place}#{case.name}" not in FAILS)


# What the engine alone passes of each suite that it can be asked, with the same harness.
IN_PROCESS = {
    "csv-tsv-res": 5,
    "json-res": 4,
    "sparql10-query": 267,
    "sparql10-syntax": 198,
    "sparql11-query": 224,
    "sparql11-syntax": 149,
    "sparql11-update": 102,
}


def test_the_engine_alone_passes_less():
    passed = Counter()
    for case in COLLECTED:
        if case.suite in IN_PROCESS:
            try:
                passed[case.suite] += SORTS[case.sort](case, Engine())
            except (AssertionError, ValueError):
                continue
    assert passed == IN_PROCESS
    ours = Counter(case.suite for case in COLLECTED if f"{case.place}#{case.name}" not in FAILS)
    # More than the engine alone, or all that there are.
    for suite, count in passed.items():
        assert ours[suite] > count or ours[suite] == CASES[suite], suite
