"""The views of more units than a page holds: invented reports of a few hundred real communes."""

import csv
import io
import random
from datetime import date

import pytest

from graph.store import Store
from graph.workers import Workers
from loaders.model import SourceText
from loaders.quads import quads
from loaders.reading import read
from tests.conftest import ROOT, page
from web import create_app
from web.cells import Cell
from web.strip import Event, bars

Q124, REPORTS = "/instrument/tw/k12/qd/124", 260
MATRIX = f"/coverage?instrument={Q124}"


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(ROOT / "tools")
        from crowd import communes, report
    directory, chance = tmp_path_factory.mktemp("crowd") / "store", random.Random(1)
    with Store.open(directory) as store:
        for number, place in zip(range(REPORTS), communes(), strict=False):
            reading = read(SourceText(report(chance, *place), f"{number}.txt"))
            store.add(quads(reading), reading.source.id, f"{number}.txt")
        store.publish()
    workers = Workers(directory, size=1, timeout=60)
    yield create_app(directory, workers).test_client()
    workers.close()


def named(soup):
    return [each.a.get_text() for each in soup.select(".matrix th[scope=row]")]


def test_the_matrix_has_pages_that_hold_every_unit_once(client):
    rows = list(csv.DictReader(io.StringIO(client.get(MATRIX + "&format=csv").text.lstrip("﻿"))))
    soup, met = page(client, MATRIX), []
    while True:
        met += named(soup)
        onward = soup.select_one("nav.pages a[rel=next]")
        if not onward:
            break
        assert len(named(soup)) == 100
        soup = page(client, onward["href"])
    assert [name.partition(" (")[0] for name in met] == [row["Đơn vị"] for row in rows]
    assert len(met) == len(set(met)) > 200


def test_units_of_one_name_are_told_apart_and_keep_their_own_sentences(client):
    marked = 0
    for number in (1, 2, 3):
        for row in page(client, f"{MATRIX}&page={number}").select(".matrix tbody tr"):
            name, _, where = row.th.a.get_text().rstrip(")").partition(" (")
            marked += bool(where)
            for proof in row.select(".proof a[href^='/source/']:not(.actions a)"):
                assert name.removeprefix("Đảng ủy ") in proof.get_text()
                assert where in proof.get_text()
    assert marked >= 2


def test_a_rung_begins_with_some_and_leads_to_all(client):
    rung = page(client, Q124 + ".html").select(".ladder > li")[3]
    (units, inspected), ways = rung.select("ul"), rung.select("p a[href^='/coverage']")
    assert [len(each.select("ul > li")) for each in (units, inspected)] == [12, 12]
    assert len(ways) == 2
    rows = client.get(MATRIX + "&format=json").json["rows"]
    said = sum(row["inspected"] is not None for row in rows)
    assert ways[1].get_text() == f"Tất cả ({said})"


def test_too_many_events_stand_as_bars_that_lead_to_each(client):
    soup = page(client, "/timeline")
    assert "Hiện 500 sự kiện sau cùng" in soup.select_one(".notice").get_text()
    for bar in soup.select(".strip a")[:40:8]:
        said = int(bar.title.get_text().rpartition(": ")[2].replace(".", ""))
        there = page(client, bar["href"]).select(".strip .mark, .events tbody tr time")
        assert said <= len(there)


@pytest.mark.parametrize(
    ("days", "months"),
    [
        (["2019-01-07", "2019-01-31", "2019-02", "2019", "2020-12-31"], 1),
        (["1945-09-02", "1992", "2013-11-28", "2026-07-01"], 12),
    ],
)
def test_bars_count_every_event_in_its_time(client, days, months):
    events = [Event(str(n), day, "", "instrument", n % 2, Cell("")) for n, day in enumerate(days)]
    with client.application.test_request_context("/timeline"):
        drawn = bars(events).bars
    assert sum(bar.count for bar in drawn) == len(events)
    for bar in drawn:
        inside = [
            each
            for each in events
            if each.level == bar.level and bar.asked["from"] <= each.day <= bar.asked["to"]
        ]
        assert len(inside) == bar.count
        assert (bar.until.month - bar.since.month + 1) % months in (0, 1)
        assert bar.since <= date.fromisoformat((bar.asked["from"] + "-01-01")[:10]) <= bar.until
