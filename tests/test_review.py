"""Decisions of curators: who, when, on which words; they outlive a new reading; undoing them."""

import re

import pytest
from bs4 import BeautifulSoup

from graph.questions import answer
from graph.review import acts
from graph.snapshots import snapshot
from graph.store import Store
from loaders.model import SourceText
from loaders.quads import quads
from loaders.reading import read
from ontology import iris
from web import create_app

Q99 = "instrument/tw/k12/qd/99"
Q124 = "instrument/tw/k12/qd/124"
ISSUED = "http://purl.org/dc/terms/issued"


@pytest.fixture
def desk(tmp_path, seed_text):
    """A store of its own with the seed, and a client with a curator's token."""
    directory = tmp_path / "store"
    load(directory, seed_text)
    app = create_app(directory, token="mai:Zx81 nam:Qq42")
    client = app.test_client()
    yield client, directory
    app.extensions["vankien"].updates.close()
    app.extensions["vankien"].workers.close()


def load(directory, text, reader=""):
    reading = read(SourceText(text, "seed.txt"))
    with Store.open(directory) as store:
        store.add(quads(reading), reading.source.id, "seed.txt", reader)
        store.publish()


def signed_in(client, token="Zx81"):
    assert client.post("/review/sign-in", data={"token": token}).status_code == 303
    return client


def soup(client, address):
    response = client.get(address, headers={"Accept": "text/html"})
    assert response.status_code == 200, address
    return BeautifulSoup(response.data, "html.parser")


def dates(directory, instrument=Q99):
    rows = snapshot(directory).rows(f"SELECT ?d {{ <{iris.BASE}{instrument}> <{ISSUED}> ?d }}")
    return sorted(row["d"].value for row in rows)


def part_of(client, address, words):
    """The part behind the first evidence whose words are these."""
    for proof in soup(client, address).select(".proof"):
        if words in proof.get_text():
            link = proof.find("a", href=lambda href: href.startswith("/review?part="))
            if link:
                return link["href"].partition("=")[2]
    raise AssertionError(words)


def test_without_a_token_nothing_is_decided(desk):
    client, directory = desk
    part = part_of(client, f"/{Q99}.html", "03/10/2018")
    response = client.post("/review", data={"part": part, "verdict": "bac-bo"})
    assert response.status_code == 403
    assert client.post("/review/sign-in", data={"token": "no"}).status_code == 403
    assert acts(snapshot(directory).store) == []


def test_a_form_of_another_site_is_refused(desk):
    client, _ = desk
    signed_in(client)
    response = client.post(
        "/review/undo", data={"act": "x"}, headers={"Origin": "https://elsewhere.example"}
    )
    assert response.status_code == 403


def test_the_cookie_is_no_scripts_and_no_other_sites(desk):
    client, _ = desk
    said = client.post("/review/sign-in", data={"token": "Zx81"}).headers["Set-Cookie"]
    assert "HttpOnly" in said
    assert "SameSite=Strict" in said


def test_a_chosen_date_stands_alone_survives_a_reload_and_can_be_undone(desk, seed_text):
    client, directory = desk
    signed_in(client)
    assert dates(directory) == ["2017-10-03", "2018-10-03"]
    chosen = {"instrument": f"/{Q99}", "value": "2017-10-03", "reason": "theo thứ tự số"}
    assert client.post("/review/choose", data=chosen).status_code == 303
    assert dates(directory) == ["2017-10-03"]

    page = soup(client, f"/{Q99}.html").main.get_text(" ", strip=True)
    assert "bác bỏ · mai" in page
    assert "theo thứ tự số" in page

    # read anew by another loader: the graph of the source is exchanged, the decision stays
    load(directory, seed_text, "another")
    assert dates(directory) == ["2017-10-03"]
    source = next(act.stated.source for act in acts(snapshot(directory).store))
    graph = iris.source_graph(source.rsplit("/", 1)[1])
    kept = snapshot(directory).rows(
        f"SELECT ?d {{ GRAPH <{graph}> {{ <{iris.BASE}{Q99}> <{ISSUED}> ?d }} }}"
    )
    assert len(kept) == 2

    for act in acts(snapshot(directory).store):
        assert client.post("/review/undo", data={"act": act.iri}).status_code == 303
    assert dates(directory) == ["2017-10-03", "2018-10-03"]
    assert acts(snapshot(directory).store) == []


def test_a_decided_conflict_says_who_decided_and_can_be_reopened(desk):
    client, directory = desk
    signed_in(client)
    chosen = {"instrument": f"/{Q99}", "value": "2017-10-03"}
    assert client.post("/review/choose", data=chosen).status_code == 303

    found = answer(snapshot(directory), "conflicts", {}).values()
    rows = [row for row in found if row["number"] == "99-QĐ/TW" and row["property"] == "date"]
    decided = {(row["value"], row["decision"], row["decidedBy"]) for row in rows if row["source"]}
    assert decided == {("2017-10-03", "accepted", "mai"), ("2018-10-03", "rejected", "mai")}
    (best,) = (
        row["quote"]
        for row in answer(snapshot(directory), "instruments", {}).values()
        if row["number"] == "99-QĐ/TW"
    )
    assert "2018" not in best

    (section,) = (
        each
        for each in soup(client, "/conflicts").select("section")
        if "99-QĐ/TW" in each.h2.get_text() and "ngày" in each.h2.get_text()
    )
    said = section.select_one(".decided").get_text(" ", strip=True)
    assert "03/10/2017: chấp nhận (mai," in said
    assert "03/10/2018: bác bỏ (mai," in said
    assert "chọn một ngày" not in section.get_text()

    # another choice is still to be had, and the way back is one step
    form = soup(client, section.find("a", href=re.compile("^/review"))["href"])
    offered = [each["value"] for each in form.select("input[type=radio]")]
    assert offered == ["2017-10-03", "2018-10-03"]
    assert client.post("/review/undo", data={"instrument": f"/{Q99}"}).status_code == 303
    assert dates(directory) == ["2017-10-03", "2018-10-03"]
    assert not soup(client, "/conflicts").select(".decided")


def test_a_rejected_link_is_cited_no_more(desk):
    client, directory = desk
    signed_in(client)
    cited = f"SELECT ?c {{ ?c <{iris.ONTOLOGY}citedEntity> <{iris.BASE}{Q124}> }}"
    before = len(snapshot(directory).rows(cited))
    quote = soup(client, f"/{Q124}.html").find(id="cited-by").find("mark").get_text()
    part = part_of(client, f"/{Q124}.html", quote)
    citation = (
        soup(client, f"/{Q124}.html")
        .find(id="cited-by")
        .find("a", href=lambda href: href.startswith("/review?part="))["href"]
        .partition("=")[2]
    )
    assert "/citation/" in citation
    assert part
    assert client.post("/review", data={"part": citation, "verdict": "bac-bo"}).status_code == 303
    after = len(snapshot(directory).rows(cited))
    assert after < before
    said = soup(client, f"/review?part={citation}").get_text(" ", strip=True)
    assert "mai" in said
    assert (
        client.post("/review", data={"part": citation, "verdict": "chap-nhan"}).status_code == 303
    )
    assert len(snapshot(directory).rows(cited)) == before
    (act,) = acts(snapshot(directory).store)
    assert (act.verdict, act.who) == ("chap-nhan", "mai")


def test_a_corrected_link_leads_elsewhere_and_says_who_says_so(desk):
    client, directory = desk
    signed_in(client, "Qq42")
    citation = (
        soup(client, f"/{Q99}.html")
        .find(id="cited-by")
        .find("a", href=lambda href: href.startswith("/review?part="))["href"]
        .partition("=")[2]
    )
    sent = {"part": citation, "verdict": "correct", "value": "/instrument/tw/k13/qd/124.html"}
    assert client.post("/review", data=sent).status_code == 303
    said_by = snapshot(directory).rows(
        f"SELECT ?g {{ GRAPH ?g {{ <{iris.BASE}{citation[1:]}> <{iris.ONTOLOGY}citedEntity>"
        f" <{iris.BASE}instrument/tw/k13/qd/124> }} }}"
    )
    assert [row["g"].value for row in said_by] == [iris.GRAPH_REVIEW]
    cited = snapshot(directory).rows(
        f"SELECT ?i {{ <{iris.BASE}{citation[1:]}> <{iris.ONTOLOGY}citedEntity> ?i }}"
    )
    assert [row["i"].value for row in cited] == [iris.BASE + "instrument/tw/k13/qd/124"]
    wrong = {"part": citation, "verdict": "correct", "value": "/instrument/none"}
    assert client.post("/review", data=wrong).status_code == 400


def test_two_bodies_are_one(desk):
    client, _ = desk
    signed_in(client)
    one, other = "/body/huyen-uy-mu-cang-chai", "/body/ban-thuong-vu-huyen-uy-mu-cang-chai"
    before = [findings_of(soup(client, f"{each}.html")) for each in (one, other)]
    assert client.post("/review/merge", data={"body": one, "same": other}).status_code == 303
    relations = soup(client, f"{one}.html").find(id="relations")
    assert relations.find("a", href=other)
    assert "cũng là" in relations.get_text()
    assert "người duyệt" in relations.get_text()
    assert client.post("/review/merge", data={"body": one, "same": one}).status_code == 400
    # the lists of either page hold what is told of both
    for each in (one, other):
        merged = soup(client, f"{each}.html")
        assert "các danh sách dưới đây gồm cả hai" in merged.get_text()
        assert min(before) < max(before) <= findings_of(merged) <= sum(before)


def findings_of(shown):
    """How many findings a page counts."""
    return int(re.sub(r"\D", "", shown.select_one("#findings h2 span").get_text()))


def test_what_is_no_part_of_a_source_is_refused(desk):
    client, _ = desk
    signed_in(client)
    for part in ("", "/source/none/claim/1", "/instrument/x", "/source/a b", "/source/<>"):
        response = client.post("/review", data={"part": part, "verdict": "bac-bo"})
        assert response.status_code == 404, part
