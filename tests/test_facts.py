"""The default graph leaves out what proves, and what a reviewer rejected everywhere."""

import pyoxigraph as ox
import pytest

from graph.facts import default_triples, orphaned, rejections
from graph.lines import payload
from ontology import iris

BASE = iris.BASE
ONE, TWO = "1" * 16, "2" * 16
SAID = f"<{BASE}instrument/tw/k12/qd/99> <http://purl.org/dc/terms/issued> <{BASE}day>"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
OA = "http://www.w3.org/ns/oa#"


def in_graph(name: str, *triples: str) -> list[str]:
    return [f"{triple} <{iris.source_graph(name)}> ." for triple in triples]


def claimed(name: str, number: int, quote: str) -> list[str]:
    """SAID, claimed by a source in the words of a quote."""
    subject, predicate, value = SAID.split(" ")
    claim, span = f"<{iris.part(name, 'claim', number)}>", f"<{iris.part(name, 'span', number)}>"
    return in_graph(
        name,
        SAID,
        f"{claim} <{RDF}subject> {subject}",
        f"{claim} <{RDF}predicate> {predicate}",
        f"{claim} <{RDF}object> {value}",
        f"{claim} <{OA}hasSelector> {span}",
        f'{span} <{OA}exact> "{quote}"',
    )


def review(*quotes: str) -> list[str]:
    """The review graph that rejects SAID of the first source in these words."""
    _, predicate, value = SAID.split(" ")
    lines = []
    for number, quote in enumerate(quotes):
        act = f"<{BASE}review/{number}>"
        lines += [
            f"{act} <{iris.ONTOLOGY}decision> <{iris.CONCEPT}bac-bo>",
            f"{act} <{iris.ONTOLOGY}inSource> <{iris.source(ONE)}>",
            f"{act} <{RDF}predicate> {predicate}",
            f"{act} <{RDF}object> {value}",
            f'{act} <{OA}exact> "{quote}"',
        ]
    return [f"{line} <{iris.GRAPH_REVIEW}> ." for line in lines]


def stored(*lines: str) -> ox.Store:
    store = ox.Store()
    store.load(payload(lines), format=ox.RdfFormat.N_QUADS)
    return store


PLAIN = [
    (SAID, True),
    (f"<{iris.source(ONE)}> <{iris.ONTOLOGY}cites> <{BASE}instrument/x>", True),
    (f'<{iris.source(ONE)}> <{iris.ONTOLOGY}text> "toàn văn"', False),
    (f"<{iris.part(ONE, 'claim', 'ab')}> <{RDF}subject> <{BASE}x>", False),
]


@pytest.mark.parametrize(("triple", "plain"), PLAIN)
def test_what_proves_stays_in_its_graph(triple: str, plain: bool) -> None:
    assert default_triples(in_graph(ONE, triple), {}) == ({triple} if plain else set())


@pytest.mark.parametrize(
    ("graph", "counts"),
    [
        (iris.GRAPH_AUTHORITY, True),
        (iris.GRAPH_DERIVED, True),
        (iris.GRAPH_ONTOLOGY, False),
        (iris.GRAPH_META, False),
        (iris.GRAPH_REVIEW, True),  # what reviewers assert; the acts themselves do not count
        (BASE + "graph/mine", False),
    ],
)
def test_which_graphs_feed_it(graph: str, counts: bool) -> None:
    assert bool(default_triples([f"{SAID} <{graph}> ."], {})) is counts


def test_an_act_of_review_is_no_plain_statement() -> None:
    act = f"<{BASE}review/1> <{BASE}p> <{BASE}o> <{iris.GRAPH_REVIEW}> ."
    assert default_triples([act], {}) == set()


def test_a_statement_rejected_in_all_its_words_is_left_out() -> None:
    rejected = rejections(stored(*review("ngày 03/10/2018")))
    assert SAID not in default_triples(claimed(ONE, 1, "ngày 03/10/2018"), rejected)
    assert SAID in default_triples(claimed(TWO, 1, "ngày 03/10/2018"), rejected)


def test_other_words_keep_a_statement() -> None:
    rejected = rejections(stored(*review("ngày 03/10/2018")))
    lines = claimed(ONE, 1, "ngày 03/10/2018") + claimed(ONE, 2, "ngày 3-10-2018")
    assert SAID in default_triples(lines, rejected)


STAYING = [
    (in_graph(TWO, SAID), False),
    ([f"{SAID} <{iris.GRAPH_AUTHORITY}> ."], False),
    ([f"{SAID} <{iris.GRAPH_DERIVED}> ."], False),
    ([f"{SAID} <{BASE}graph/mine> ."], True),
    ([], True),
]


@pytest.mark.parametrize(("others", "lost"), STAYING)
def test_a_statement_goes_when_nobody_says_it_any_more(others: list[str], lost: bool) -> None:
    store = stored(*in_graph(ONE, SAID), *others, f"{SAID} .")
    leaving = frozenset({iris.source_graph(ONE)})
    assert orphaned(store, leaving, [SAID], {}) == ([SAID] if lost else [])


def test_a_rejected_statement_keeps_nothing_alive() -> None:
    store = stored(*in_graph(TWO, SAID), *claimed(ONE, 1, "sai"), *review("sai"))
    leaving = frozenset({iris.source_graph(TWO)})
    assert orphaned(store, leaving, [SAID], rejections(store)) == [SAID]
