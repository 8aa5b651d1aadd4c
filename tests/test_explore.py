"""The graph page: what an address opens, the picture, the table and the file all say the same."""

import json
import re
from urllib.parse import quote

import pytest
from bs4 import BeautifulSoup

from graph.evidence import Edge, Evidence
from graph.scene import FEW, Opened, Wanted, scene, shortest_path
from graph.surroundings import Link, Relation, Surroundings
from graph.workers import Workers
from ontology import iris
from web import create_app
from web.wanted import Sight, full, sight, step, wanted

Q124 = "instrument/tw/k12/qd/124"
UNIT = "body/huyen-uy-mu-cang-chai"
VK = iris.ONTOLOGY


@pytest.fixture(scope="module")
def client(seeded):
    workers = Workers(seeded, size=1, timeout=20)
    yield create_app(seeded, workers).test_client()
    workers.close()


@pytest.fixture(scope="module")
def around(seed):
    return Surroundings(seed.store)


def lines(client, address):
    """The rows of the page's own table: (from, relation, to) as paths and words."""
    response = client.get(address, headers={"Accept": "text/html"})
    assert response.status_code == 200
    rows = BeautifulSoup(response.data, "html.parser").select("#table tbody tr")
    cells = [row.find_all("td") for row in rows]
    return {(c[0].a["href"][1:], c[1].get_text(), c[2].a["href"][1:]) for c in cells}


def pictured(client, address):
    """The same from the picture's data."""
    sent = client.get(address.replace("/explore", "/api/explore", 1)).json
    ids, words = [node["id"] for node in sent["nodes"]], sent["relations"]
    return {(ids[start], words[relation][1], ids[end]) for start, end, relation, _ in sent["edges"]}


ADDRESSES = [
    f"/explore?iri={Q124}",
    f"/explore?iri={Q124}&spread={UNIT}",
    f"/explore?iri={Q124}&open={UNIT}|out|carriesOut|12",
    f"/explore?iri={Q124}&shut={Q124}|in|cites",
    f"/explore?path={Q124}|body/quoc-hoi",
    f"/explore?iri={UNIT}&reach=60",
    "/explore?reach=80",
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_table_and_picture_say_the_same(client, address):
    assert lines(client, address) == pictured(client, address)
    assert lines(client, address)


def test_a_relation_of_many_stands_closed_and_opens_twelve_at_a_time(seed, around):
    unit = iris.BASE + UNIT
    relation = Relation(unit, "out", VK + "carriesOut")
    total = len(around.relations(unit)[relation])
    assert total > FEW
    closed = scene(seed, Wanted(roots=(unit,)))
    assert [(g.shown, g.total) for g in closed.groups if g.relation == relation] == [(0, total)]
    for shown in (12, 24):
        now = scene(seed, Wanted(roots=(unit,), opened=(Opened(relation, shown),)))
        drawn = [link for link in now.links if link.predicate == relation.predicate]
        assert len(drawn) == min(shown, total)
        assert [(g.shown, g.total) for g in now.groups if g.relation == relation] == [
            (min(shown, total), total)
        ]


def test_more_of_a_relation_keeps_what_stood_there(seed):
    unit = iris.BASE + UNIT
    relation = Relation(unit, "out", VK + "carriesOut")
    some, more = (
        set(scene(seed, Wanted(opened=(Opened(relation, shown),))).links) for shown in (12, 24)
    )
    assert some < more


def test_reach_takes_the_nearest_and_says_that_it_stopped(seed):
    near = scene(seed, Wanted(roots=(iris.BASE + Q124,), reach=10))
    assert len(near.things) == 10
    assert near.cut
    direct = set(scene(seed, Wanted(roots=(iris.BASE + Q124,))).things)
    assert set(near.things) <= direct


def test_a_shortest_path_is_connected_and_as_short_both_ways(around):
    start, end = iris.BASE + Q124, iris.BASE + "body/quoc-hoi"
    there, back = shortest_path(around, start, end), shortest_path(around, end, start)
    assert there
    assert len(there) == len(back)
    at = start
    for link in there:
        assert at in (link.start, link.end)
        at = link.other(at)
    assert at == end


def test_no_path_is_said(around):
    assert shortest_path(around, iris.BASE + Q124, iris.BASE + "body/nowhere") is None
    assert shortest_path(around, iris.BASE + Q124, iris.BASE + Q124) == ()


def test_a_link_counts_its_sentences_and_shows_them(seed, client):
    drawn = scene(seed, Wanted(roots=(iris.BASE + Q124,)))
    cites = next(link for link in drawn.links if link.predicate == VK + "cites")
    quotes = Evidence(seed.store).quotes(Edge(cites.predicate, cites.start, cites.end))
    told = sorted(quotes, key=lambda each: each.start)
    assert drawn.links[cites] == len(told) > 1
    said = client.get(
        f"/explore/link?start={quote(cites.start)}&predicate=cites&end={quote(cites.end)}"
    ).data.decode()
    marks = [m.get_text() for m in BeautifulSoup(said, "html.parser").select("blockquote mark")]
    assert marks == [each.text for each in told]


def test_what_a_thing_offers_has_its_count_before_it_is_opened(client, around):
    soup = BeautifulSoup(client.get(f"/explore/thing?of={UNIT}&fragment=1").data, "html.parser")
    assert not soup.find("header", class_="top")
    offered = {line["data-step"]: int(line["data-total"]) for line in soup.select("[data-step]")}
    relations = around.relations(iris.BASE + UNIT)
    assert offered == {step(relation): len(links) for relation, links in relations.items()}


def test_next_steps_work_without_a_script(client):
    """Every link below the table is an address that shows more."""
    address = f"/explore?iri={UNIT}"
    soup = BeautifulSoup(client.get(address).data, "html.parser")
    steps = [a["href"] for a in soup.select("#table .more a") if "open=" in a["href"]]
    assert steps
    for step_address in steps:
        assert lines(client, step_address) > lines(client, address)


@pytest.mark.parametrize(
    ("left", "since", "until", "is_seen"),
    [
        (Sight(), "2018-02-02", "", True),
        (Sight(as_of="2018-02-01"), "2018-02-02", "", False),
        (Sight(as_of="2018-02-02"), "2018-02-02", "", True),
        (Sight(as_of="2025-07-01"), "", "2025-06-30", False),  # a commune that is no more
        (Sight(as_of="2018-01-01"), "", "", True),  # without a date nothing is known of it
        (Sight(since="2018-02-03"), "2018-02-02", "", False),
        (Sight(until="2018-02-02"), "2018-02-02T09:33", "", True),
        (Sight(without=frozenset({"body"})), "", "", False),
        (Sight(without=frozenset({"level-2"})), "", "", False),
        (Sight(hidden=frozenset({UNIT})), "", "", False),
    ],
)
def test_what_is_left_out(left, since, until, is_seen):
    assert left.shows(UNIT, ("body", "level-2"), since, until) == is_seen


def test_filters_leave_the_same_out_of_the_table(client):
    for without in ("finding", "level-2", "inspects"):
        address = f"/explore?iri={Q124}"
        assert lines(client, f"{address}&without={without}") < lines(client, address)
    assert lines(client, f"/explore?iri={Q124}&as_of=2018-03-01") < lines(client, address)


def test_an_address_is_read_as_it_is_written(client):
    relation = Relation(iris.BASE + Q124, "in", "http://www.w3.org/ns/org#subOrganizationOf")
    with client.application.test_request_context(f"/explore?open={quote(step(relation))}|24"):
        from flask import request

        assert wanted(request.args).opened == (Opened(relation, 24),)
        assert sight(request.args) == Sight()
    assert full("/" + Q124) == full(Q124) == iris.BASE + Q124


@pytest.mark.parametrize(
    "odd", ["open=x", "open=a|up|b|3", "open=a|in|b|-1", "path=x", "as_of=nay"]
)
def test_odd_steps_are_told(client, odd):
    response = client.get(f"/explore?iri={Q124}&{odd}", headers={"Accept": "application/json"})
    assert response.status_code == 400
    assert "‘" in response.data.decode()


def test_csv_opens_in_a_spreadsheet(client):
    sent = client.get(f"/api/explore?iri={Q124}&format=csv").data
    assert sent.startswith(b"\xef\xbb\xbf")
    assert len(sent.decode("utf-8-sig").splitlines()) == 1 + len(lines(client, ADDRESSES[0]))


REFERENCE = re.compile(r"""(?:src|href|action)\s*=\s*["']|url\(|@import""", re.IGNORECASE)


def test_the_file_to_carry_away_holds_all_and_names_nothing_outside(client):
    response = client.get(f"/explore/export.html?iri={Q124}")
    assert "attachment" in response.headers["Content-Disposition"]
    text = response.data.decode()
    soup = BeautifulSoup(text, "html.parser")
    library, ours = (script.string for script in soup.find_all("script"))
    assert not REFERENCE.search(text.replace(library, ""))
    assert not soup.find_all(["link", "img", "iframe", "object", "embed"])
    assert not re.search(r"\bfetch\(|XMLHttpRequest|import\(|WebSocket|sendBeacon", library + ours)
    data = json.loads(re.search(r"const drawn = (\{.*\});", ours)[1])
    assert data["options"]["physics"] == {"enabled": False}
    assert len(data["edges"]) == len(lines(client, ADDRESSES[0])) == len(soup.select("tbody tr"))
    places = [(node["x"], node["y"]) for node in data["nodes"]]
    assert len(places) == len(set(places))
    assert "không thay thế văn bản gốc" in text


def test_a_file_of_too_many_is_refused_in_words(client):
    response = client.get("/explore/export.html?reach=20000", headers={"Accept": "text/html"})
    assert response.status_code == 400
    assert "tối đa 300" in response.data.decode()


def test_links_run_between_things_that_are_drawn(seed):
    drawn = scene(seed, Wanted(reach=500))
    assert len(drawn.things) == 500
    assert all(isinstance(link, Link) for link in drawn.links)
    assert {end for link in drawn.links for end in (link.start, link.end)} <= set(drawn.things)
