"""Queries run in processes that can be killed, and an answer is whole or it is none."""

import csv
import io
import json
from pathlib import Path

import pyoxigraph as ox
import pytest

from graph import evaluation
from graph.evaluation import DEFAULT_GRAPH
from graph.guard import QueryRefused
from graph.limits import QueryTimeout
from graph.store import Store
from graph.workers import Workers, media_types
from ontology import iris

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
LABEL = "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "
SECRETARIAT = f"<{iris.BASE}body/ban-bi-thu>"


@pytest.fixture(scope="module")
def workers(seeded):
    pool = Workers(seeded, size=1, timeout=60)
    yield pool
    pool.close()


def names(workers, **how) -> list[str]:
    query = LABEL + f"SELECT ?l {{ {SECRETARIAT} rdfs:label ?l FILTER(LANG(?l) = 'vi') }}"
    found = json.loads(workers.run(query, **how).body)
    return [row["l"]["value"] for row in found["results"]["bindings"]]


def test_an_answer_is_json_unless_told_otherwise(workers, seed):
    assert names(workers) == ["Ban Bí thư"]
    assert workers.run("ASK {}").version == seed.version


@pytest.mark.parametrize("media_type", media_types("SELECT * {}"))
def test_solutions_come_in_every_format(workers, media_type):
    result = workers.run(f"SELECT * {{ {SECRETARIAT} ?p ?o }}", media_type)
    assert result.media_type == media_type
    assert "Ban Bí thư" in result.body.decode()


@pytest.mark.parametrize("media_type", media_types("DESCRIBE <a:b>"))
def test_graphs_come_in_every_format(workers, media_type):
    result = workers.run(f"CONSTRUCT WHERE {{ {SECRETARIAT} ?p ?o }}", media_type)
    assert iris.BASE + "body/ban-bi-thu" in result.body.decode().replace(": ", ":") or (
        media_type in ("application/ld+json", "application/rdf+xml", "text/turtle")
    )
    assert result.body


def test_csv_keeps_vietnamese(workers):
    query = LABEL + f"SELECT ?l {{ {SECRETARIAT} rdfs:label ?l FILTER(LANG(?l) = 'vi') }}"
    body = workers.run(query, "text/csv").body.decode()
    assert list(csv.reader(io.StringIO(body))) == [["l"], ["Ban Bí thư"]]


def test_a_format_that_does_not_fit_is_an_error(workers):
    with pytest.raises(ValueError, match="text/turtle is no format"):
        workers.run("ASK {}", "text/turtle")


def test_variables_are_bound_not_pasted(workers):
    bound = {"x": ox.NamedNode(iris.BASE + "body/bo-chinh-tri")}
    query = LABEL + "SELECT ?x ?l { ?x rdfs:label ?l FILTER(LANG(?l) = 'vi') }"
    found = json.loads(workers.run(query, substitutions=bound).body)["results"]["bindings"]
    assert [row["l"]["value"] for row in found] == ["Bộ Chính trị"]


def test_datasets(workers):
    assert names(workers, default_graphs=[iris.GRAPH_AUTHORITY]) == ["Ban Bí thư"]
    assert names(workers, default_graphs=[DEFAULT_GRAPH]) == ["Ban Bí thư"]
    assert names(workers, default_graphs=[iris.GRAPH_META]) == []
    assert names(workers, named_graphs=[iris.GRAPH_AUTHORITY]) == []


def test_from_names_graphs_of_the_dataset_and_fetches_nothing(workers, tmp_path):
    file = tmp_path / "secret.ttl"
    file.write_text("<a:a> <a:b> <a:c> .", encoding="utf-8")
    for name in (file.as_uri(), "https://w3id.org/vankien/graph/nowhere"):
        found = json.loads(workers.run(f"SELECT * FROM <{name}> {{ ?s ?p ?o }}").body)
        assert found["results"]["bindings"] == []


@pytest.mark.parametrize(
    "query",
    ["SELECT * { SERVICE <http://x/> {} }", "CLEAR ALL", "SELECT * {{{", "SELECT ?x { ?x a: }"],
)
def test_what_may_not_run_is_refused(workers, query):
    with pytest.raises(QueryRefused) as refusal:
        workers.run(query)
    assert refusal.value.line == 1


def test_a_query_without_end_is_killed_and_the_pool_goes_on(seeded):
    pool = Workers(seeded, size=1, timeout=1.5)
    try:
        with pytest.raises(QueryTimeout) as late:
            pool.run(ENDLESS)
        assert "1.5" in late.value.message_vi
        pool.timeout = 60
        assert names(pool) == ["Ban Bí thư"]
    finally:
        pool.close()


EVERY = "SELECT * { ?s ?p ?o }"
ROWS = {"application/sparql-results+json": 1, "text/csv": 1, "text/tab-separated-values": 1}
ROWS |= {"application/sparql-results+xml": 1, "application/n-triples": 1, "text/turtle": None}


@pytest.mark.parametrize("media_type", ROWS)
def test_rows_are_counted_where_the_format_tells(workers, seed, media_type):
    everything = EVERY if media_type in evaluation.SOLUTIONS else "CONSTRUCT WHERE { ?s ?p ?o }"
    found = workers.run(everything, media_type).rows
    expected = len(list(seed.rows(EVERY)))
    assert found == (expected if ROWS[media_type] else None)


def test_no_rows_are_none(workers):
    for media_type in evaluation.SOLUTIONS:
        assert workers.run("SELECT * { <a:b> <a:c> ?o }", media_type).rows == 0


@pytest.mark.parametrize("limit", ["LARGEST", "MOST_ROWS"])
def test_an_answer_beyond_the_limits_is_none(seed, monkeypatch, tmp_path, limit):
    monkeypatch.setattr(evaluation, limit, 100)
    question = evaluation.Question(EVERY, "text/csv")
    verdict, rows, body = evaluation._evaluated(seed.store, question, tmp_path)
    assert (verdict, rows, body) == (evaluation.LARGE, -1, b"")


def test_a_large_answer_lies_in_a_file(seed, monkeypatch, tmp_path):
    monkeypatch.setattr(evaluation, "INLINE", 100)
    question = evaluation.Question(EVERY, "text/csv")
    verdict, rows, body = evaluation._evaluated(seed.store, question, tmp_path)
    assert verdict == evaluation.FILED
    with Path(body.decode()).open(newline="") as file:
        assert len(list(csv.reader(file))) == 1 + rows
    # what grows too large leaves nothing behind
    monkeypatch.setattr(evaluation, "LARGEST", 2000)
    assert evaluation._evaluated(seed.store, question, tmp_path)[0] == evaluation.LARGE
    assert [path.name for path in tmp_path.iterdir()] == [body.decode().rpartition("/")[2]]


def test_new_snapshots_are_followed(tmp_path, monkeypatch):
    monkeypatch.setattr("graph.store.package_graphs", dict)
    pool = Workers(tmp_path, size=1, timeout=60)
    try:
        for number in (1, 2):
            name = f"{number:016x}"
            line = f'<{iris.source(name)}> <{iris.BASE}p> "{number}" <{iris.source_graph(name)}> .'
            with Store.open(tmp_path) as store:
                store.add([line], name, f"{number}.txt")
                store.publish()
            query = f"SELECT ?o {{ ?s <{iris.BASE}p> ?o }}"
            assert len(json.loads(pool.run(query).body)["results"]["bindings"]) == number
    finally:
        pool.close()
