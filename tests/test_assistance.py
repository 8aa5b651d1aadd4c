"""What helps to write queries: counts of names, and of the patterns of a query."""

import pytest

from graph.explaining import Unexplained, patterns
from graph.workers import Workers
from ontology import iris
from web import create_app


@pytest.fixture(scope="module")
def client(seeded):
    workers = Workers(seeded, size=1, timeout=20)
    yield create_app(seeded, workers).test_client()
    workers.close()


def test_names_to_complete_with(client, seed):
    found = client.get("/api/completion")
    assert found.json["version"]["number"] == seed.version.number
    assert found.json["prefixes"]["vk"] == iris.ONTOLOGY
    classes = {each["name"]: each for each in found.json["classes"]}
    count = "SELECT (COUNT(*) AS ?n) { ?i a <https://w3id.org/vankien/ontology#Instrument> }"
    assert classes["vk:Instrument"]["count"] == int(seed.rows(count)[0]["n"].value)
    assert classes["vk:Instrument"]["label"] == "văn bản"
    english = client.get("/api/completion?lang=en").json["classes"]
    assert "instrument" in {e["label"] for e in english if e["name"] == "vk:Instrument"}
    properties = [each["count"] for each in found.json["properties"]]
    assert properties == sorted(properties, reverse=True)
    assert "dcterms:identifier" in {each["name"] for each in found.json["properties"]}


def test_names_are_sent_once_a_version(client):
    tag = client.get("/api/completion").headers["ETag"]
    again = client.get("/api/completion", headers={"If-None-Match": tag})
    assert again.status_code == 304


V = "PREFIX v: <urn:> "
PATTERNS = [
    ("SELECT * { ?s ?p ?o }", [("?s ?p ?o", "")]),
    (V + "ASK { ?s a v:A ; v:b ?o }", [("?s v:b ?o", ""), ("?s rdf:type v:A", "")]),
    (V + "ASK { GRAPH ?g { ?s v:b 1 } }", [('?s v:b "1"^^xsd:integer', "?g")]),
    (V + "ASK { ?s v:b/v:c* ?o }", [("?s v:b/v:c* ?o", "")]),
    (
        V + "ASK { ?a v:b ?c OPTIONAL { ?c v:d 'ủy'@vi } }",
        [("?a v:b ?c", ""), ('?c v:d "ủy"@vi', "")],
    ),
    (
        V + "ASK { ?a v:b ?c FILTER NOT EXISTS { ?c v:d ?e ; v:f ?g } }",
        [("?c v:d ?e", ""), ("?c v:f ?g", ""), ("?a v:b ?c", "")],
    ),
    (
        "SELECT * { { SELECT ?s { ?s ?p ?o } } ?s ?q 2 }",
        [('?s ?q "2"^^xsd:integer', ""), ("?s ?p ?o", "")],
    ),
    ("CONSTRUCT { ?o ?p ?s } WHERE { ?s ?p ?o }", [("?s ?p ?o", "")]),
    ("DESCRIBE <urn:a>", []),
]
SHORT = {"<urn:": "v:", "<http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf:"}
SHORT |= {"<http://www.w3.org/2001/XMLSchema#": "xsd:"}


@pytest.mark.parametrize("query, expected", PATTERNS)
def test_patterns_of_a_query(query, expected):
    found = []
    for each in patterns(query):
        text = each.text
        for long, short in SHORT.items():
            text = text.replace(long, short)
        found.append((text.replace(">", ""), each.graph))
    assert sorted(found) == sorted(expected)


@pytest.mark.parametrize("query", ["SELECT * {{{", "#" * 30_000])
def test_what_cannot_be_explained(query):
    with pytest.raises(Unexplained):
        patterns(query)


def test_a_query_is_explained_by_counts(client, seed):
    query = "SELECT * { ?s a ?c . GRAPH ?g { ?s ?p ?o } }"
    found = client.get("/api/explain", query_string={"query": query}).json["patterns"]
    assert [each["graph"] for each in found] == [None, "?g"]
    named = len(list(seed.rows("SELECT * { GRAPH ?g { ?s ?p ?o } }")))
    assert [each["count"] for each in found][1] == named


@pytest.mark.parametrize(
    "query, status",
    [("", 400), ("SELECT * {{{", 400), ("CLEAR ALL", 400), ("ASK { SERVICE <urn:a> {} }", 400)],
)
def test_what_may_not_run_is_not_explained(client, query, status):
    response = client.get("/api/explain", query_string={"query": query})
    assert response.status_code == status
    assert response.json["thong_bao"]
