"""Traces and paths on networks laid by hand, and on the seed: whole, in order, each hop proved."""

import itertools
import random

import networkx as nx
import numpy as np
import pytest

from graph.evidence import Edge, Evidence
from graph.hops import Teller
from graph.links import SORTS, Links, links, ordinal, sort_of
from graph.paths import UnknownStep, Wanted, paths
from graph.refusals import UnknownThing
from graph.relations import RELATIONS, UnknownRelation, by_name, chosen
from graph.snapshots import snapshot
from graph.store import Store
from graph.telling import LANGUAGES, told
from graph.trace import Asked, UnreadableDate, trace
from graph.tracing import Question, traced
from loaders.model import SourceText
from loaders.quads import quads
from loaders.reading import read
from ontology import iris

REGULATION = iris.InstrumentKey("tw", "k12", "qd", "124").iri
NAMESAKE = iris.InstrumentKey("tw", "k13", "qd", "124").iri
CONFUSED = iris.InstrumentKey("tw", "k11", "qd", "217").iri
PLAN = iris.InstrumentKey("mttq-yen-bai", "2021", "kh", "171").iri
SECRETARIAT = iris.body("ban-bi-thu")
DECISION = iris.InstrumentKey("mttq-yen-bai", "2021", "qd", "209").iri


def laid(*pairs, relation="cites", days=None, sorts=None):
    """Links by hand: `laid("ba", "cb")` has b cite a and c cite b; ends are one letter each."""
    nodes = tuple(sorted({end for pair in pairs for end in pair}))
    number = {node: place for place, node in enumerate(nodes)}
    ends = sorted((number[later], number[earlier]) for later, earlier in pairs)
    days, sorts = days or {}, sorts or {}
    return Links(
        nodes,
        np.array([later for later, _ in ends], np.int32),
        np.array([earlier for _, earlier in ends], np.int32),
        np.full(len(ends), by_name()[relation], np.int8),
        np.array([ordinal(days.get(node, "")) for node in nodes], np.int32),
        np.array([SORTS.index(sorts.get(node, "instrument")) for node in nodes], np.int8),
    )


def reached(found):
    """Which links a trace met, as pairs of letters, by depth."""
    here = found.links
    return [
        (int(depth), here.nodes[here.later[link]] + here.nodes[here.earlier[link]])
        for walk in found.walks
        for depth, link in zip(walk.depth, walk.links, strict=True)
    ]


ALL = Wanted(None)


def ways(here, start, end, wanted=ALL, **asked):
    """The paths between two letters, as words."""
    found = paths(here, here.number[start], {here.number[end]}, Asked(**asked), wanted)
    return ["".join(here.nodes[node] for node in path.nodes) for path in found.paths]


CHAIN = laid("ba", "cb", "dc", "db")


@pytest.mark.parametrize(
    "asked, expected",
    [
        (Asked("cites", 1), [(1, "db"), (1, "dc")]),
        (Asked("cites", 9), [(1, "db"), (1, "dc"), (2, "ba"), (2, "cb")]),
        (Asked("cited-by", 9), []),
        (Asked("both", 1), [(1, "db"), (1, "dc")]),
    ],
)
def test_a_trace_goes_one_way_to_a_depth(asked, expected):
    assert reached(trace(CHAIN, "d", asked)) == expected


def test_the_rim_counts_what_was_not_followed():
    assert [trace(CHAIN, "d", Asked("cites", depth)).rim for depth in (1, 2)] == [2, 0]


def test_a_cycle_ends_and_shows_the_link_that_closes_it():
    cycle = laid("ba", "cb", "ac")
    assert reached(trace(cycle, "a", Asked("cites", 9))) == [(1, "ac"), (2, "cb"), (3, "ba")]


def test_a_self_citation_is_one_hop():
    own = laid("aa", "ba")
    assert reached(trace(own, "a", Asked("cites", 9))) == [(1, "aa")]
    assert trace(own, "a", Asked("cited-by", 9)).found == 2


def test_a_day_leaves_out_what_came_later_and_keeps_what_has_no_day():
    dated = laid("ba", "ca", "da", days={"a": "2018-02-02", "b": "2019", "c": "2021-07"})
    found = trace(dated, "a", Asked("cited-by", 1, as_of="2020-01-01"))
    assert reached(found) == [(1, "ba"), (1, "da")]
    assert found.undated() == 1
    assert trace(dated, "a", Asked(as_of="1900-01-01")).found == 0


@pytest.mark.parametrize("day", ["2018-13-01", "yesterday", "02/02/2018", "2018-02-02 at noon"])
def test_a_day_that_is_none_is_refused(day):
    with pytest.raises(UnreadableDate, match="2021-08-18"):
        trace(CHAIN, "a", Asked(as_of=day))


def test_a_trace_stops_at_a_body_unless_it_is_asked_to_go_through():
    office = laid("bo", "co", sorts={"o": "body"})
    both = laid("bo", "oa", sorts={"o": "body"})
    assert trace(office, "b", Asked("cites", 3)).found == 1
    assert trace(both, "b", Asked("cites", 3)).found == 1
    assert trace(both, "b", Asked("cites", 3, through_bodies=True)).found == 2


def test_what_is_confused_with_another_leads_no_further():
    confused = laid("ba", relation="confusedWith")
    assert trace(confused, "b", Asked("cites", 5)).rim == 0


def test_fifty_thousand_citations_are_all_found():
    count = 50_000
    hub = Links(
        tuple(f"n{i:05}" for i in range(count + 1)),
        np.arange(1, count + 1, dtype=np.int32),
        np.zeros(count, np.int32),
        np.full(count, by_name()["cites"], np.int8),
        np.zeros(count + 1, np.int32),
        np.zeros(count + 1, np.int8),
    )
    assert trace(hub, "n00000", Asked("cited-by", 2)).by_depth() == {"cited-by": {1: count}}


def test_reach_is_that_of_networkx():
    """Breadth-first distances on random networks, cycles included, by an independent library."""
    for seed in range(20):
        graph = nx.gnp_random_graph(40, 0.06, seed=seed, directed=True)
        if not graph.edges:
            continue
        names = {node: chr(200 + node) for node in graph}
        here = laid(*(names[a] + names[b] for a, b in graph.edges))
        for depth in (1, 2, 3):
            start = next(iter(graph.edges))[0]
            near = nx.single_source_shortest_path_length(graph, start, cutoff=depth - 1)
            expected = {names[a] + names[b] for a, b in graph.edges if a in near}
            found = reached(trace(here, names[start], Asked("cites", depth)))
            assert {pair for _, pair in found} == expected


def test_all_simple_paths_are_those_of_networkx():
    for seed in range(20):
        graph = nx.gnp_random_graph(12, 0.25, seed=seed, directed=True)
        names = {node: chr(200 + node) for node in graph}
        pairs = [names[a] + names[b] for a, b in graph.edges]
        here = laid(*pairs)
        start, end = random.Random(seed).sample(
            sorted({e for pair in graph.edges for e in pair}), 2
        )
        for direction, other in (("cites", graph), ("both", graph.to_undirected())):
            expected = nx.all_simple_paths(other, start, end, cutoff=5)
            found = ways(here, names[start], names[end], Wanted(None, 5), direction=direction)
            assert sorted(found) == sorted("".join(names[n] for n in path) for path in expected)


def test_the_k_shortest_are_those_of_networkx():
    for seed in range(20):
        graph = nx.gnp_random_graph(30, 0.1, seed=seed, directed=True)
        names = {node: chr(200 + node) for node in graph}
        here = laid(*(names[a] + names[b] for a, b in graph.edges))
        start, end = random.Random(seed).sample(
            sorted({e for pair in graph.edges for e in pair}), 2
        )
        found = ways(here, names[start], names[end], Wanted(8, 30, hubs=False), direction="cites")
        try:
            best = list(itertools.islice(nx.shortest_simple_paths(graph, start, end), 8))
        except nx.NetworkXNoPath:
            best = []
        assert [len(each) for each in found] == [len(each) for each in best]


def test_a_hub_is_a_longer_way_than_a_quiet_one():
    """b and z share the office h, which a hundred others share, and the plan p with q behind it."""
    crowd = [chr(300 + i) + "h" for i in range(100)]
    here = laid("bh", "zh", "bp", "qp", "zq", *crowd)
    assert ways(here, "b", "z", Wanted(1), direction="both") == ["bpqz"]
    assert ways(here, "b", "z", Wanted(1, hubs=False), direction="both") == ["bhz"]


def test_a_search_that_was_stopped_says_so(monkeypatch):
    monkeypatch.setattr("graph.paths.PATIENCE", 3)
    found = paths(CHAIN, 3, {0}, Asked("both"), Wanted(None))
    assert found.stopped
    assert not found.whole


def test_paths_that_are_all_there_are_told_to_be_whole():
    assert paths(CHAIN, 3, {0}, Asked("cites"), Wanted(9)).whole
    assert not paths(CHAIN, 3, {0}, Asked("cites"), Wanted(1)).whole


def test_names_of_relations_and_groups():
    assert chosen(("based_on",), ()) == (by_name()["basedOn"],)
    assert chosen(("all",), ()) == tuple(range(len(RELATIONS)))
    with pytest.raises(UnknownRelation, match="basedOn"):
        chosen(("base",), ())
    with pytest.raises(UnknownStep, match="mandate"):
        paths(CHAIN, 0, {1}, Asked(), Wanted(via=("village",)))


# The seed


@pytest.fixture(scope="module")
def network(seed):
    return links(seed)


def one(seed, iri, **asked):
    """The only part of the answer for an address."""
    return traced(seed, Question(iri, Asked(**asked))).parts[0]


def test_the_links_are_kept_and_read_again(seed, network):
    kept = seed.directory / "links.npz"
    assert kept.exists()
    from graph.links import _read

    again = _read(kept, seed.version)
    assert again.nodes == network.nodes
    assert (again.later == network.later).all()
    assert (again.relation == network.relation).all()


def test_every_hop_on_the_seed_is_proved(seed):
    """By words that stand in the text at these offsets, or by an entry of the record."""
    text = Teller(seed, links(seed))
    hops = [hop for _, _, hop in traced(seed, Question("124-QĐ/TW", Asked(depth=6))).hops()]
    assert len(hops) > 50
    for hop in hops:
        for step in hop.steps:
            quote = step.quote
            assert quote or step.authority
            if quote:
                assert text._text(quote.source)[quote.start : quote.end] == quote.text
                assert " ".join(quote.text.split())[:40] in step.sentence
        assert all(told(hop, language) for language in LANGUAGES)


def test_a_number_of_two_instruments_is_traced_for_each(seed):
    result = traced(seed, Question("124-QĐ/TW"))
    assert [part.start.iri for part in result.parts] == [REGULATION, NAMESAKE]
    assert not result.parts[1].hops


def test_the_regulation_leads_to_the_inspection_and_its_findings(seed):
    """124-QĐ/TW <- 171/KH and 209/QĐ <- the inspection -> findings -> figures, lags in days."""
    part = one(seed, REGULATION, direction="cited-by", depth=4)
    first = {hop.later.iri: hop for hop in part.hops if hop.depth == 1}
    assert [first[each].lag_days for each in (PLAN, DECISION)] == [1236, 1266]
    assert "giám sát việc triển khai thực hiện Quy định số 124-QĐ/TW" in told(first[PLAN])
    reach = part.trace.reached()
    assert reach["finding"] == 22
    assert reach["figure"] >= 16
    assert reach["body"] >= 6


@pytest.mark.parametrize("via", [("mandate", "inspection"), ("mandate", "inspection", "unit")])
@pytest.mark.parametrize("mandate", [PLAN, DECISION])
def test_typed_paths_lead_through_the_mandate_to_findings(seed, via, mandate):
    question = Question(REGULATION, Asked("both"), "findings", Wanted(4, via=(*via, "finding")))
    found = traced(seed, question).parts[0].ways
    through = [way for way in found if way[0].later.iri == mandate]
    assert through
    for way in through:
        sorts = [way[0].earlier.sort, *(end_of(hop).sort for hop in way)]
        middle = ["body"] if "unit" in via else []
        assert sorts == ["instrument", "instrument", "inspection", *middle, "finding"]
        assert all(hop.told_by.quote for hop in way)


def end_of(hop):
    """The end to which a hop of a path leads."""
    return hop.earlier if hop.direction == "cites" else hop.later


def test_the_way_back_from_a_finding(seed, network):
    findings = [node for node in network.nodes if sort_of(node) == "finding"]
    for finding in findings:
        part = one(seed, finding, direction="cites", depth=3)
        instruments = {hop.earlier.iri for hop in part.hops}
        assert {PLAN, DECISION, REGULATION} <= instruments


def test_figures_are_reached_through_units_of_their_own_inspection(seed):
    wanted = Wanted(1, via=("mandate", "inspection", "unit", "finding", "figure"))
    found = traced(seed, Question(REGULATION, Asked("both"), "figures", wanted)).parts[0].ways
    assert found
    for way in found:
        assert [end_of(hop).sort for hop in way][1:] == ["inspection", "body", "finding", "figure"]


def test_the_confusion_is_told(seed):
    part = one(seed, CONFUSED, direction="cited-by", depth=1)
    hop = next(hop for hop in part.hops if hop.told_by.relation == "confusedWith")
    assert hop.later.iri == REGULATION
    assert "nhầm lẫn" in hop.told_by.quote.text
    assert hop.lag_days is None


def test_a_shortcoming_criticises_how_the_regulation_is_carried_out(seed):
    part = one(seed, REGULATION, direction="cited-by", depth=1, relations=("aboutInstrument",))
    treatments = {hop.told_by.treatment for hop in part.hops}
    assert "phe-phan" in treatments
    assert any("phê phán việc thực hiện" in told(hop) for hop in part.hops)


def test_a_citation_tells_its_treatment(seed):
    part = one(seed, REGULATION, direction="cited-by", depth=1, relations=("cites",))
    (hop,) = part.hops
    assert hop.told_by.treatment == "giam-sat"
    assert hop.told_by.mentions == 18


@pytest.mark.parametrize(
    "asked, words",
    [
        ({"as_of": "1900-01-01"}, "đứng trước mọi ngày"),
        ({"as_of": "2017-01-01"}, "chưa được ban hành"),
        ({"depth": 1}, "tăng độ sâu"),
    ],
)
def test_what_a_reader_must_know_is_said(seed, asked, words):
    assert any(words in note.vi for note in one(seed, REGULATION, **asked).notes)


def test_an_open_citation_names_its_candidates(tmp_path):
    """The Labour Code of 2012 or of 2019: the text does not say, so the trace does not choose."""
    text = "BÁO CÁO\nỦy ban nhân dân huyện đã triển khai thực hiện Bộ luật Lao động.\n"
    reading = read(SourceText(text, "open.txt"))
    with Store.open(tmp_path / "store") as store:
        store.add(quads(reading), reading.source.id, "open.txt")
        store.publish()
    current = snapshot(tmp_path / "store")
    here = links(current)
    (open_one,) = [node for node in here.nodes if sort_of(node) == "unresolved"]
    part = traced(current, Question(open_one)).parts[0]
    assert part.start.sort == "unresolved"
    assert part.hops
    note = part.notes[0].vi
    assert "10/2012/QH13" in note
    assert "45/2019/QH14" in note


def test_the_record_of_a_hub_is_not_gone_through(seed):
    """Evidence is looked up from the end that fewer statements share."""
    evidence = Evidence(seed.store)
    looked = []
    plain = evidence._subjects

    def counted(predicate, value):
        for subject in plain(predicate, value):
            looked.append(subject)
            yield subject

    evidence._subjects = counted
    assert list(evidence.quotes(Edge(iris.ONTOLOGY + "issuedBy", REGULATION, SECRETARIAT)))
    assert len(looked) < 150


def test_two_things_without_a_path_are_told_so(seed):
    result = traced(seed, Question(NAMESAKE, Asked("cites"), PLAN))
    assert not result.parts[0].ways
    assert "Không có đường" in result.parts[0].notes[0].vi


def test_an_address_that_is_nowhere_is_refused(seed):
    with pytest.raises(UnknownThing, match="instrument/nowhere"):
        traced(seed, Question(iris.BASE + "instrument/nowhere"))


def test_the_same_question_has_the_same_permalink(seed):
    first, second = (traced(seed, Question("124-QĐ/TW", Asked(depth=2))) for _ in range(2))
    assert first.permalink == second.permalink
    assert f"version={seed.version.number}" in first.permalink
    cut = traced(seed, Question("124-QĐ/TW", Asked(depth=2), most=5))
    assert (cut.shown, cut.found) == (5, first.found)
    assert cut.digest == first.digest


def test_no_masked_word_comes_through(seed, seed_text):
    """The complaint names a role with a place; neither traces nor their exports may."""
    from graph.trace_formats import FORMATS, printed

    assert "Bí thư Đảng ủy xã Lao Chải" in seed_text
    result = traced(seed, Question("35-CT/TW", Asked(depth=9, relations=("all",))))
    assert result.found
    for form in FORMATS:
        written = printed(result, seed, form)
        if isinstance(written, str):
            assert "Bí thư Đảng ủy xã Lao Chải" not in written
