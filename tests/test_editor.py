"""What the SPARQL editor is given: completion, faults as the endpoint words them, questions."""

import re
from urllib.parse import quote

import pytest

from graph.questions import bindings
from graph.workers import Workers
from graph.written_out import written_out
from queries import questions
from web import create_app

# What a form may be filled with, for each question.
FILLED = {
    "coverage": {"instrument": "124-QĐ/TW", "scope": "huyện Mù Cang Chải", "from": "2018"},
    "inspections": {"instrument": "124 qd/tw", "from": "2019", "to": "2021-12-31"},
    "findings": {"unit": "Huyện ủy Mù Cang Chải"},
    "bodies": {"place": "tỉnh Yên Bái", "level": "huyện"},
}
WRONG = [
    "SELECT * WHERE { ?s ?p",
    "SELECT * WHERE { ?s ?p ?o .\n  ?o foaf:name }",
    "ASK { ?s ?p ?o ",
    "SELECT ?x WHERE { ?x a vk:Inspection }",
    "SELECT (COUNT(?s) AS ?n ?s { ?s ?p ?o }",
    "SELECT * { SERVICE <http://x/y> { ?s ?p ?o } }",
    "INSERT DATA { <a:a> <a:b> 1 }",
    "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o FILTER }",
    "",
    "Những văn bản nào?",
]


@pytest.fixture(scope="module")
def client(seeded):
    workers = Workers(seeded, size=1, timeout=20)
    yield create_app(seeded, workers).test_client()
    workers.close()


@pytest.mark.parametrize("query", WRONG)
def test_faults_are_those_of_the_endpoint_word_for_word(client, query):
    fault = client.post("/api/lint", data={"query": query}).json["fault"]
    answer = client.get(f"/sparql?query={quote(query)}", headers={"Accept": "application/json"})
    assert answer.status_code == 400
    said = answer.json
    assert fault["message"] == said["thong_bao"]
    if fault["line"]:
        assert (fault["line"], fault["column"]) == (said["line"], said["column"])


@pytest.mark.parametrize("name", questions())
def test_every_question_of_ours_is_without_fault(client, name):
    assert client.post("/api/lint", data={"query": questions()[name].sparql}).json["fault"] is None


def test_reading_a_query_does_not_work_it_out(client):
    """Every pair of a thousand thousand would take minutes, also on nothing."""
    values = " ".join(map(str, range(1_000)))
    heavy = " ".join(f"VALUES ?{name} {{ {values} }}" for name in "abcd")
    sent = client.post("/api/lint", data={"query": f"SELECT * {{ {heavy} }} ORDER BY ?a"})
    assert sent.json["fault"] is None


@pytest.mark.parametrize("name", questions())
def test_a_question_written_out_answers_as_when_bound(seed, name):
    question = questions()[name]
    given = FILLED.get(name, dict(question.example))
    for values in bindings(seed, question, given):
        text = written_out(question, values)
        assert not any(f"?{variable}" in text for variable in values)
        bound, plain = seed.rows(question.sparql, values), seed.rows(text)
        shown = [
            [[str(row[c]) for c in question.columns] for row in rows] for rows in (bound, plain)
        ]
        assert shown[0] == shown[1]


@pytest.mark.parametrize("name", questions())
def test_every_question_is_a_sentence_with_its_parameters_as_blanks(name):
    question = questions()[name]
    known = {each.name for each in question.parameters}
    for sentence in (question.sentence, question.sentence_en):
        assert sentence.endswith("?")
        assert set(re.findall(r"\{(\w+)\}", sentence)) <= known
    blanks = set(re.findall(r"\{(\w+)\}", question.sentence))
    assert blanks == set(re.findall(r"\{(\w+)\}", question.sentence_en))
    if needed := {each.variable for each in question.parameters if each.needed}:
        assert needed == {e.variable for e in question.parameters if e.needed and e.name in blanks}


def test_a_value_is_written_as_a_term_and_nothing_else(seed):
    question = questions()["instruments"]
    (values,) = bindings(seed, question, {"kind": '" } DROP ALL # \\'})
    assert seed.rows(written_out(question, values)) == []


def test_completion_knows_properties_classes_and_numbers(client):
    sent = client.get("/api/completion").json
    predicates = {each["name"]: each for each in sent["properties"]}
    assert predicates["vk:issuedBy"]["label"] == "cơ quan ban hành"
    assert predicates["vk:issuedBy"]["count"] > 0
    assert "vk:Inspection" in {each["name"] for each in sent["classes"]}
    assert any("124-QĐ/TW" in each["label"] for each in sent["things"])
    assert sent["prefixes"]["vk"] == "https://w3id.org/vankien/ontology#"


def test_completion_is_sent_once_a_version(client):
    tag = client.get("/api/completion").headers["ETag"]
    assert client.get("/api/completion", headers={"If-None-Match": tag}).status_code == 304
    other = client.get("/api/completion?lang=en", headers={"If-None-Match": tag})
    assert other.status_code == 200
    assert {e["label"] for e in other.json["properties"] if e["name"] == "vk:cites"} == {"cites"}


def test_labels_of_what_was_found(client):
    iri = "https://w3id.org/vankien/instrument/tw/k12/qd/124"
    sent = client.post("/api/labels", data={"iris": f"{iri}\nhttp://example.org/x\njavascript:a"})
    assert sent.json[iri] == {
        "label": "Quy định 124-QĐ/TW",
        "address": "/instrument/tw/k12/qd/124",
    }
    assert set(sent.json) == {iri, "http://example.org/x"}


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/forms/none", 404),
        ("/api/forms/coverage?instrument=9999-Q%C4%90/TW", 404),
        ("/api/forms/coverage?instrument=124-Q%C4%90/TW&from=never", 400),
        ("/api/forms/coverage", 400),
    ],
)
def test_forms_that_cannot_be_filled(client, path, status):
    assert client.get(path, headers={"Accept": "application/json"}).status_code == status
