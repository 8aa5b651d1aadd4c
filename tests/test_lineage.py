"""Chains on texts as the Official Gazette prints them: to the Constitution, and of replacement."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from graph.hops import Teller
from graph.lineage import lineage
from graph.links import links
from graph.paths import Wanted
from graph.snapshots import snapshot
from graph.store import Store
from graph.trace import Asked
from graph.trace_formats import printed
from graph.tracing import Question, traced
from loaders.model import SourceText
from loaders.quads import quads
from loaders.reading import read
from ontology import iris
from web import create_app

GAZETTE = Path(__file__).parent / "data" / "gazette-chain"
LAW = iris.BASE + "instrument/qh/{}"
CONSTITUTION = LAW.format("2013/hien-phap/hien-phap")
INSURANCE, EXCISE = LAW.format("2014/luat/58"), LAW.format("2025/luat/66")


@pytest.fixture(scope="module")
def directory(tmp_path_factory):
    """A store of a circular, a decree and two laws, the last three as consolidated texts."""
    found = tmp_path_factory.mktemp("chain") / "store"
    # Without the authority lists, which take seconds to write: all is to come from the texts.
    with pytest.MonkeyPatch.context() as patch, Store.open(found) as store:
        patch.setattr("graph.store.package_graphs", dict)
        for path in sorted(GAZETTE.glob("*.txt")):
            reading = read(SourceText(path.read_text(encoding="utf-8"), path.name))
            store.add(quads(reading), reading.source.id, path.name)
        store.publish()
    return found


@pytest.fixture(scope="module")
def teller(directory):
    here = snapshot(directory)
    return Teller(here, links(here))


def numbers(hops):
    """The laws that changed something, in the order told."""
    return [hop.later.iri.partition("/qh/")[2] for hop in hops]


def test_a_circular_rests_on_the_constitution_with_a_quote_for_every_hop(directory):
    asked = Asked("cites", relations=("based_on",))
    question = Question("17/2021/TT-BLĐTBXH", asked, CONSTITUTION, Wanted(longest=9))
    longest = max(traced(snapshot(directory), question).parts[0].ways, key=len)
    assert [hop.later.label for hop in longest] == [
        "Thông tư 17/2021/TT-BLĐTBXH", "Nghị định 44/2016/NĐ-CP", "Luật 84/2015/QH13",
    ]  # fmt: skip
    assert longest[-1].earlier.iri == CONSTITUTION
    assert all(hop.told_by.quote.text.startswith("Căn cứ") for hop in longest)


def test_a_line_tells_what_ended_and_what_changed_in_order(teller):
    before, law, *after = lineage(teller, INSURANCE)
    assert (before.thing.iri, after) == (LAW.format("2006/luat/71"), [])
    assert [hop.earlier.iri for hop in law.ended] == [before.thing.iri]
    assert numbers(law.changes) == ["2015/luat/84", "2018/luat/35"]
    assert {step.relation for step in law.changes[0].steps} == {"amends", "supplements"}
    assert all(hop.told_by.quote for hop in (*law.ended, *law.changes))


def test_a_line_is_the_same_from_each_of_its_ends(teller):
    line = lineage(teller, EXCISE)
    assert [stage.thing.iri for stage in line] == [LAW.format("2008/luat/27"), EXCISE]
    assert line == lineage(teller, LAW.format("2008/luat/27"))
    assert numbers(line[0].changes) == [
        "2014/luat/70", "2014/luat/71", "2016/luat/106", "2022/luat/3",
    ]  # fmt: skip
    assert numbers(line[1].changes) == ["2026/luat/9"]


def test_a_line_is_of_its_day(teller):
    day = Asked(as_of="2016-01-01").day
    assert numbers(lineage(teller, INSURANCE, day)[-1].changes) == ["2015/luat/84"]


def test_what_nothing_came_before_or_after_has_no_line(teller):
    circular = iris.BASE + "instrument/bldtbxh/2021/tt/17"
    assert lineage(teller, circular) == lineage(teller, iris.BASE + "instrument/x") == ()


def test_replacements_in_a_circle_end(tmp_path, monkeypatch):
    monkeypatch.setattr("graph.store.package_graphs", dict)
    lines = [
        f"<{LAW.format(f'2020/luat/{one}')}> <{iris.ONTOLOGY}replaces> "
        f"<{LAW.format(f'2020/luat/{other}')}> <{iris.source_graph('0' * 16)}> ."
        for one, other in ((1, 2), (2, 3), (3, 1), (1, 1))
    ]
    with Store.open(tmp_path / "store") as store:
        store.add(sorted(lines), "0" * 16, "x.txt")
        store.publish()
    here = snapshot(tmp_path / "store")
    line = lineage(Teller(here, links(here)), LAW.format("2020/luat/1"))
    assert [stage.thing.iri[-1] for stage in line] == ["1", "2", "3"]


def test_terminal_page_and_data_tell_the_line(directory):
    result = traced(snapshot(directory), Question("66/2025/QH15", Asked(depth=1)))
    said = printed(result, snapshot(directory), "table", "vi")
    assert said.index("1. Luật 27/2008/QH12") < said.index("2. Luật 66/2025/QH15")
    client = create_app(directory).test_client()
    data = client.get("/trace?number=66/2025/QH15&format=json").json["traces"][0]["line"]
    assert [stage["instrument"]["iri"] for stage in data] == [LAW.format("2008/luat/27"), EXCISE]
    page = BeautifulSoup(client.get("/trace?number=66/2025/QH15").text, "html.parser")
    turns = page.select("ol.turns > li")
    assert len(turns) == 2
    assert turns[1]["class"] == ["here"]
    assert "09/2026/QH16" in turns[1].text
