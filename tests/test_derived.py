"""The derived graph: what each rule concludes, and that a change gives what a rebuild would."""

import random

import pyoxigraph as ox
import pytest

from graph.derived import derive
from graph.facts import graph_lines
from graph.live import Live
from graph.store import Store
from loaders.model import SourceText
from loaders.quads import quads
from loaders.reading import read
from ontology import authority, iris
from queries import rules

VK, BASE = iris.ONTOLOGY, iris.BASE
TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"


def vk(name):
    return f"<{VK}{name}>"


def node(name):
    return f"<{BASE}instrument/x/{name}>"


def said(number, *triples):
    """Lines of a source's graph."""
    graph = f"<{BASE}graph/src/{number:016x}>"
    return [f"{triple} {graph} ." for triple in triples]


def relation(one, name, other):
    return f"{node(one)} {vk(name)} {node(other)}"


@pytest.fixture
def live():
    made = Live(ox.Store())
    made.change([], list(authority.ontology_quads()))
    made.touched = set()
    return made


def derived(live):
    return {line.rsplit(" ", 2)[0] for line in graph_lines(live.store, iris.GRAPH_DERIVED)}


def test_each_rule_concludes(live):
    place, today, body = f"<{BASE}place/1>", f"<{BASE}place/2>", f"<{BASE}body/x>"
    visit, source = f"<{BASE}inspection/1-5>", f"<{BASE}source/1>"
    span = f"<{BASE}source/1/span/5-9>"
    live.change(
        [],
        said(
            1,
            relation("decree", "details", "law"),
            relation("plan", "implements", "decree"),
            relation("new", "replaces", "mid"),
            relation("mid", "replaces", "old"),
            relation("a", "confusedWith", "b"),
            f"{body} {TYPE} {vk('PartyCommittee')}",
            f"{visit} {TYPE} {vk('Inspection')}",
            f"{visit} {vk('inspectedUnit')} {body}",
            f"{visit} {vk('mandatedBy')} {node('plan')}",
            f"{visit} {vk('inSource')} {source}",
            f"{visit} <http://www.w3.org/ns/oa#hasSelector> {span}",
            f"{node('decree')} {TYPE} {vk('NormativeInstrument')}",
            f"{body} {vk('jurisdiction')} {place}",
            f'{body} {vk("bodyType")} "huyện ủy"',
            *(
                f"<{BASE}body/{each}> {vk('jurisdiction')} {place}"
                for each in ("members", "station", "standing")
            ),
            f"<{BASE}body/members> {TYPE} {vk('PartyOrganization')}",
            f'<{BASE}body/members> {vk("bodyType")} "đảng bộ huyện"',
            # the membership of one office there is led by that office's committee
            f"<{BASE}body/station> {TYPE} {vk('PartyOrganization')}",
            f'<{BASE}body/station> {vk("bodyType")} "đảng bộ"',
            f"<{BASE}body/standing> {TYPE} {vk('StandingBody')}",
            f"<{BASE}body/standing> <http://www.w3.org/ns/org#subOrganizationOf> {body}",
            f"{place} {vk('successor')} {today}",
        ),
    )
    derive(live, live.touched)
    found = derived(live)
    for expected in (
        relation("decree", "implements", "law"),
        relation("decree", "concretises", "law"),
        relation("decree", "cites", "law"),
        relation("law", "citedBy", "decree"),
        relation("law", "implementedBy", "decree"),
        relation("plan", "implementsThrough", "law"),
        relation("mid", "replacedBy", "new"),
        relation("old", "currentVersion", "new"),
        relation("mid", "currentVersion", "new"),
        relation("b", "confusedWith", "a"),
        f"{body} {TYPE} {vk('Body')}",
        f"{visit} {vk('touchesPlace')} {place}",
        f"{visit} {vk('touchesPlace')} {today}",
        f"{body} {vk('leads')} <{BASE}body/members>",
        f"<{BASE}body/standing> {vk('standingBodyOf')} {body}",
    ):
        assert expected in found
        assert not expected.endswith(f"currentVersion {node('mid')}")
    assert relation("old", "currentVersion", "mid") not in found
    assert f"{body} {vk('leads')} <{BASE}body/station>" not in found
    # A candidate is a claim, never a statement.
    proposed = f"{visit} {vk('inspectsImplementationOf')} {node('decree')}"
    assert proposed not in found
    claims = [t.split(" ")[0] for t in found if t.endswith(f"#object> {node('decree')}")]
    assert len(claims) == 1
    assert "/source/1/claim/" in claims[0]
    plain = {
        f"{q.subject} {q.predicate} {q.object}"
        for q in live.store.quads_for_pattern(None, None, None, ox.DefaultGraph())
    }
    assert found & plain == {t for t in found if not t.startswith(claims[0])}


# Bodies of a place as sources may tell of them: a committee, its members, its standing body.
BODIES = (
    f"{node('b1')} {TYPE} {vk('PartyCommittee')}",
    f'{node("b1")} {vk("bodyType")} "huyện ủy"',
    f"{node('b1')} {vk('jurisdiction')} {node('place')}",
    f"{node('b2')} {TYPE} {vk('PartyOrganization')}",
    f'{node("b2")} {vk("bodyType")} "đảng bộ huyện"',
    f"{node('b2')} {vk('jurisdiction')} {node('place')}",
    f"{node('b3')} {TYPE} {vk('StandingBody')}",
    f"{node('b3')} <http://www.w3.org/ns/org#subOrganizationOf> {node('b1')}",
)
NAMES = ("replaces", "details", "implements", "guides", "amends", "confusedWith", "mandatedBy")


@pytest.mark.parametrize("seed", range(4))
def test_a_change_gives_what_a_rebuild_gives(live, seed):
    """Sources come and go at random; after each step the graph is that of a rebuild."""
    chance = random.Random(seed)
    held = {}
    for _ in range(12):
        number = chance.randrange(8)
        fresh = said(
            number,
            *(
                relation(chance.randrange(9), chance.choice(NAMES), chance.randrange(9))
                for _ in range(chance.randrange(1, 6))
            ),
            *chance.sample(BODIES, chance.randrange(len(BODIES) + 1)),
        )
        gone, held[number] = held.get(number, []), [] if chance.random() < 0.3 else fresh
        live.change(gone, held[number])
        derive(live, live.touched)
        live.touched = set()
        anew = Live(ox.Store())
        anew.change(
            [], [*authority.ontology_quads(), *(line for each in held.values() for line in each)]
        )
        derive(anew)
        assert derived(live) == derived(anew)
        assert set(live.store.quads_for_pattern(None, None, None, ox.DefaultGraph())) == set(
            anew.store.quads_for_pattern(None, None, None, ox.DefaultGraph())
        )


def test_a_store_derives_with_each_version_and_rebuilds_what_was_dropped(tmp_path):
    text = SourceText("Nghị định số 64/2014/NĐ-CP quy định chi tiết Luật số 42/2013/QH13.", "a.txt")
    law = ox.NamedNode(BASE + "instrument/qh/2013/luat/42")
    cited = ox.NamedNode(VK + "implementedBy")
    with Store.open(tmp_path) as store:
        store.add(quads(read(text)), text.id, "a.txt")
        first = store.publish()
    live = ox.Store(str(tmp_path / "live"))
    assert list(live.quads_for_pattern(law, cited, None, ox.DefaultGraph()))
    # A writer was killed, and the graph and its sum are gone.
    kept = sorted(graph_lines(live, iris.GRAPH_DERIVED))
    for quad in list(live.quads_for_pattern(None, None, None, ox.NamedNode(iris.GRAPH_DERIVED))):
        live.remove(quad)
    live.update(f"DELETE WHERE {{ GRAPH <{iris.GRAPH_META}> {{ <{iris.GRAPH_DERIVED}> ?p ?o }} }}")
    del live
    (tmp_path / "WRITING").touch()
    with Store.open(tmp_path) as store:
        again = store.publish()
    assert again.hash == first.hash
    live = ox.Store.read_only(str(tmp_path / "live"))
    assert sorted(graph_lines(live, iris.GRAPH_DERIVED)) == kept


def test_every_rule_says_what_it_does_in_two_languages():
    assert len(rules()) >= 7
    for rule in rules().values():
        assert rule.summary
        assert rule.summary_en
        assert "?node" in rule.sparql
