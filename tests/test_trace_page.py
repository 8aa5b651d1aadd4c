"""The tracing page works without scripts, in two languages, and says the same as its data."""

import re

import pytest
from bs4 import BeautifulSoup

from graph.snapshots import snapshot
from graph.store import Store
from graph.trace_formats import FORMATS
from loaders.model import SourceText
from loaders.quads import quads
from loaders.reading import read
from web import create_app


@pytest.fixture(scope="module")
def client(seeded):
    return create_app(seeded).test_client()


def page(client, address):
    """A page as it is parsed, its status checked."""
    answer = client.get(address)
    assert answer.status_code == 200
    return BeautifulSoup(answer.text, "html.parser")


def hops(page):
    return page.select("table.hops tbody tr")


def test_the_form_stands_alone(client):
    found = page(client, "/trace")
    assert found.select_one("form input[name=number]")
    assert not hops(found)


def test_the_page_shows_what_the_data_say(client):
    found = page(client, "/trace?number=124-QĐ/TW&depth=2")
    data = client.get("/trace?number=124-QĐ/TW&depth=2&format=json").json
    assert len(hops(found)) == data["found"] == 51
    quotes = [row.select_one(".quote") for row in hops(found)]
    assert all(quotes)
    link = found.find("a", href=re.compile("version=1"))
    assert link["href"] == data["permalink"]


def test_english_is_spoken(client):
    found = page(client, "/trace?number=124-QĐ/TW&depth=1&lang=en")
    client.delete_cookie("lang")
    assert "is confused with" in found.text
    assert "validity unknown" in found.text


def test_paths_are_shown_one_by_one(client):
    address = "/trace?number=124-QĐ/TW&to=findings&via=mandate,inspection,unit&paths=1"
    found = page(client, address)
    headings = [each.text for each in found.select("h3")]
    assert headings[:2] == ["Đường 1", "Đường 2"]


def test_a_long_answer_is_cut_and_goes_on(client, monkeypatch):
    monkeypatch.setattr("web.trace._ON_A_PAGE", 10)
    found = page(client, "/trace?number=124-QĐ/TW&depth=2")
    assert "Hiện 10 trên 51" in found.text
    following = page(client, found.find("a", string="Tiếp")["href"])
    assert len(hops(following)) == 10
    assert hops(following)[0].text != hops(found)[0].text
    monkeypatch.setattr("web.trace._IN_A_FILE", 10)
    file = client.get("/trace?number=124-QĐ/TW&depth=2&format=csv")
    assert file.headers["X-Truncated"] == "10 of 51"


@pytest.mark.parametrize("form", [form for form in FORMATS if form != "html"])
def test_every_format_is_served(client, form):
    answer = client.get(f"/trace?number=124-QĐ/TW&format={form}")
    assert answer.status_code == 200
    assert answer.data


@pytest.mark.parametrize(
    "query, status, words",
    [
        ("number=124-QĐ/TW&depth=many", 400, "depth"),
        ("number=124-QĐ/TW&depth=999", 400, "30"),
        ("number=124-QĐ/TW&direction=up", 400, "cited-by"),
        ("number=124-QĐ/TW&as_of=hôm qua", 400, "2021-08-18"),
        ("number=124-QĐ/TW&relations=kin", 400, "kin"),
        ("number=124-QĐ/TW&to=217-QĐ/TW&via=moon", 400, "moon"),
        ("number=124-QĐ/TW&format=docx", 400, "bibtex"),
        ("number=124-QĐ/TW&version=x", 400, "version"),
        ("number=/instrument/nowhere", 404, "instrument/nowhere"),
        ("number=http://a b/<c>", 404, "a b"),
        ("number=99999-QĐ/TW", 404, "99999-QĐ/TW"),
    ],
)
def test_what_cannot_be_asked_is_said(client, query, status, words):
    answer = client.get(f"/trace?{query}", headers={"Accept": "text/html"})
    assert answer.status_code == status
    assert words in answer.text


@pytest.mark.parametrize(
    "address",
    [
        "/trace?number=124-QĐ/TW",
        "/trace?number=124-QĐ/TW&to=findings",
        "/trace?number=124-QĐ/TW&format=csv",
    ],
)
def test_a_trace_is_stopped_at_its_time_limit_and_says_what_to_ask(client, monkeypatch, address):
    workers = client.application.extensions["vankien"].workers
    monkeypatch.setattr(workers, "timeout", 0.0)
    answer = client.get(address, headers={"Accept": "text/html"})
    assert answer.status_code == 503
    assert "giảm độ sâu" in answer.text
    monkeypatch.undo()
    assert client.get(address).status_code == 200


def test_nothing_masked_is_shown(client):
    answer = client.get("/trace?number=35-CT/TW&depth=9&relations=all&lang=vi")
    assert "Bí thư Đảng ủy xã Lao Chải" not in answer.text


# Versions: a store that grew by a text, and by more than are kept

LATER = """BÁO CÁO
Thực hiện Quy định số 124-QĐ/TW ngày 02/02/2018 của Ban Bí thư Trung ương Đảng, \
Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh đã ban hành Kế hoạch số {number}/KH-MTTQ-BTT ngày \
{number}/3/2022 về giám sát việc thực hiện Quy định số 124-QĐ/TW.
"""


@pytest.fixture(scope="module")
def grown(tmp_path_factory, seed_text):
    """A store of which the first versions are no longer kept, and the numbers of those that are."""
    directory = tmp_path_factory.mktemp("grown") / "store"
    texts = [seed_text, *(LATER.format(number=number) for number in range(1, 8))]
    with Store.open(directory) as store:
        for number, text in enumerate(texts):
            reading = read(SourceText(text, f"{number}.txt"))
            store.add(quads(reading), reading.source.id, f"{number}.txt")
            store.publish()
    return directory


def test_the_feed_has_the_same_time_limit(grown, monkeypatch):
    app = create_app(grown)
    monkeypatch.setattr(app.extensions["vankien"].workers, "timeout", 0.0)
    answer = app.test_client().get("/trace.atom?number=/instrument/tw/k12/qd/124")
    assert answer.status_code == 503


def test_a_permalink_is_answered_from_its_version(grown):
    client = create_app(grown).test_client()
    current = snapshot(grown).version.number
    old = client.get(f"/trace?number=124-QĐ/TW&version={current - 1}&format=json").json
    assert old["version"]["number"] == current - 1
    new = client.get("/trace?number=124-QĐ/TW&format=json").json
    assert new["found"] > old["found"]
    again = client.get(old["permalink"] + "&format=json").json
    assert again == old
    assert f"phiên bản {current - 1} đã lưu" in page(client, old["permalink"]).text


def test_a_permalink_of_a_version_that_is_gone_says_what_changed(grown):
    client = create_app(grown).test_client()
    gone = "/trace?number=124-QĐ/TW&version=1&result="
    found = page(client, gone + "64-000000000000")
    assert "Phiên bản 1 không còn được lưu" in found.text
    assert "đã thay đổi: khi đó 64" in found.text
    now = client.get("/trace?number=124-QĐ/TW&format=json").json
    same = now["permalink"].rpartition("result=")[2]
    assert "vẫn như cũ" in page(client, gone + same).text


def test_a_feed_tells_what_came(grown):
    client = create_app(grown).test_client()
    address = "/trace.atom?number=/instrument/tw/k12/qd/124"
    feed = BeautifulSoup(client.get(address).text, "xml")
    assert feed.feed.id.text == "https://w3id.org/vankien/instrument/tw/k12/qd/124"
    titles = [entry.title.text for entry in feed.select("entry")]
    assert titles
    assert all(title.startswith("thêm: ") for title in titles)
    assert all(entry.summary.text for entry in feed.select("entry"))
    assert client.get("/trace.atom?number=124-QĐ/TW").status_code == 400


@pytest.mark.parametrize(
    ("language", "stop"), [("vi", "cuộc giám sát"), ("en", "inspection"), ("vi", "inspection")]
)
def test_a_way_passes_by_what_the_form_calls_it(client, language, stop):
    asked = f"/trace?number=124-QĐ/TW&to=findings&via={stop}&lang={language}"
    soup = BeautifulSoup(client.get(asked, headers={"Accept": "text/html"}).data, "html.parser")
    assert soup.select(".hops tbody tr")
    assert not soup.select("[role=alert]")
