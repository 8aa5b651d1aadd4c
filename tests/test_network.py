"""A neighbourhood has every edge with its quotes, in one order, and says when it is cut."""

import pytest

from graph.network import neighbourhood
from ontology import iris

REGULATION = iris.InstrumentKey("tw", "k12", "qd", "124").iri
DECISION = iris.InstrumentKey("tw", "k11", "qd", "217").iri


@pytest.fixture(scope="module")
def around(seed):
    return neighbourhood(seed, REGULATION)


def test_nodes_are_marked(around):
    marks = around.graph.nodes[REGULATION]
    assert marks["label"] == "Quy định 124-QĐ/TW"
    assert marks["sort"] == "Instrument"
    assert marks["level"] == "trung ương"
    assert marks["date"] == "2018-02-02"


def test_an_edge_has_its_quotes(around):
    edge = around.graph.edges[REGULATION, DECISION, iris.ONTOLOGY + "confusedWith"]
    assert edge["mentions"] == 1
    assert "nhầm lẫn" in edge["quotes"][0].text


def test_a_citing_source_counts_its_mentions(around):
    citing = [e for e in around.graph.in_edges(REGULATION, keys=True) if e[2].endswith("#cites")]
    assert [around.graph.edges[each]["mentions"] for each in citing] == [18]


def test_every_edge_has_a_quote(around):
    assert around.graph.number_of_edges() >= 10
    assert all(quotes for *_, quotes in around.graph.edges(data="quotes"))
    assert not around.cut


def test_a_cut_leaves_some_of_every_predicate_and_says_so(seed, around):
    few = neighbourhood(seed, REGULATION, limit=6)
    assert few.cut
    assert few.found == around.found > few.graph.number_of_edges() == 6
    assert len({key for *_, key in few.graph.edges(keys=True)}) >= 5


def test_the_same_snapshot_gives_the_same_network(seed, around):
    again = neighbourhood(seed, REGULATION)
    assert list(again.graph.edges(keys=True)) == list(around.graph.edges(keys=True))


def test_a_wider_ring_contains_the_nearer(seed, around):
    wider = neighbourhood(seed, REGULATION, limit=500, depth=2)
    assert set(around.graph) < set(wider.graph)


def test_an_unknown_thing_stands_alone(seed):
    alone = neighbourhood(seed, iris.BASE + "instrument/nowhere")
    assert (len(alone.graph), alone.found, alone.cut) == (1, 0, False)
