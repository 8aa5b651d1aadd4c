"""A store is an rdflib Dataset for who works in Python."""

import pytest
from rdflib import RDF, RDFS, Literal, URIRef

import graph
from graph.snapshots import NoStore
from ontology import iris

# rdflib 7.6 and oxrdflib use these themselves.
pytestmark = [
    pytest.mark.filterwarnings(f"ignore:Dataset.{name} is deprecated:DeprecationWarning")
    for name in ("default_context", "identifier", "contexts")
]
SECRETARIAT = URIRef(iris.BASE + "body/ban-bi-thu")


def test_the_default_graph_holds_each_statement_once(seeded, seed):
    dataset = graph.open_dataset(seeded)
    assert Literal("Ban Bí thư", "vi") in set(dataset.objects(SECRETARIAT, RDFS.label))
    labels = "SELECT ?body ?l { ?body rdfs:label ?l FILTER(LANG(?l) = 'vi') }"
    rows = dataset.query(labels, initBindings={"body": SECRETARIAT}, initNs={"rdfs": str(RDFS)})
    assert [str(row.l) for row in rows] == ["Ban Bí thư"]
    count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    (row,) = dataset.query(count)
    assert int(row.n) == next(int(each["n"].value) for each in seed.rows(count))


def test_a_named_graph_is_what_one_source_says(seeded, seed):
    name = next(g.value for g in seed.store.named_graphs() if "/src/" in g.value)
    said = graph.open_dataset(seeded).get_context(URIRef(name))
    assert (None, RDF.type, URIRef(iris.ONTOLOGY + "Citation")) in said
    assert len(said) == len(list(seed.rows(f"SELECT * {{ GRAPH <{name}> {{ ?s ?p ?o }} }}")))


@pytest.mark.parametrize(
    "write",
    [
        lambda dataset: dataset.add((SECRETARIAT, RDF.type, RDFS.Class)),
        lambda dataset: dataset.remove((None, None, None)),
        lambda dataset: dataset.update("CLEAR ALL"),
    ],
)
def test_it_is_read_only(seeded, write):
    dataset = graph.open_dataset(seeded)
    with pytest.raises(RuntimeError, match="read-write"):
        write(dataset)


def test_a_version_that_is_not_there_is_told(seeded, tmp_path):
    with pytest.raises(NoStore):
        graph.open_dataset(tmp_path)
    with pytest.raises(NoStore):
        graph.open_dataset(seeded, 999)
