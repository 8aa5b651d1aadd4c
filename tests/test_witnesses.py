"""What a page says that many sources state: each relation once, one sentence of each witness."""

import pytest
from bs4 import BeautifulSoup

from graph.store import Store
from graph.workers import Workers
from loaders.model import SourceText
from loaders.quads import quads
from loaders.reading import read
from web import create_app

_WITNESSES = 7
_TEXT = """Báo cáo số {number}/BC-UBND của Ủy ban nhân dân xã Lao Chải

Thực hiện Quy định số 124-QĐ/TW ngày 02/02/2018 của Ban Bí thư, xã đã quán triệt đến chi bộ.
Đã giám sát việc thực hiện Quy định số 124-QĐ/TW ngày 02/02/2018 của Ban Bí thư lần thứ {number}.
Thực hiện Kế hoạch số 12-KH/ĐU của đảng ủy xã, các chi bộ đã báo cáo.
"""


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    directory = tmp_path_factory.mktemp("witnesses") / "store"
    with Store.open(directory) as store:
        for number in range(_WITNESSES):
            reading = read(SourceText(_TEXT.format(number=number + 1), f"{number}.txt"))
            store.add(quads(reading), reading.source.id, f"{number}.txt")
        store.publish()
    workers = Workers(directory, size=1, timeout=20)
    yield create_app(directory, workers).test_client()
    workers.close()


@pytest.fixture(scope="module")
def page(client):
    return BeautifulSoup(client.get("/instrument/tw/k12/qd/124.html").data, "html.parser")


def test_what_a_rule_only_says_from_the_other_end_is_told_once(page):
    headings = [each.text.split("(")[0].strip() for each in page.select("#relations h3")]
    assert "được viện dẫn trong" in headings
    assert len(headings) == len(set(headings))


def test_of_a_relation_each_source_is_listed_with_its_sentence(page):
    (cited,) = (each for each in page.select("#relations h3") if "được viện dẫn trong" in each.text)
    listed = cited.find_next("ul").find_all("li", recursive=False)
    assert len(listed) == _WITNESSES
    assert all("124-QĐ/TW" in each.find("blockquote").text for each in listed)


def test_of_many_sources_the_first_speak_once_each_and_all_are_counted(page):
    number = next(each for each in page.select("dl.facts dd") if "124-QĐ/TW" in each.text)
    assert f"({_WITNESSES})" in number.summary.text
    quoted = [each.a["href"] for each in number.select(".proof") if each.blockquote]
    assert len(quoted) == len(set(quoted)) == 5
    assert "và 2 nơi khác" in number.text


def test_a_relation_is_one_filter(client):
    listed = BeautifulSoup(client.get("/search?of=instrument").data, "html.parser")
    relations = next(
        each for each in listed.select("nav.facets section") if each.h2.text == "Quan hệ"
    )
    labels = [each.text for each in relations.select("li a")]
    assert labels
    assert len(labels) == len(set(labels))


def test_what_is_still_open_does_not_open_the_house(client):
    home = BeautifulSoup(client.get("/").data, "html.parser")
    cited = [each["href"] for each in home.select("table a") if "/instrument/" in each["href"]]
    assert cited[0] == "/instrument/tw/k12/qd/124"
    assert not [each for each in home.select("table a") if "/ref/" in each["href"]]


@pytest.mark.parametrize(
    "address", ["/search?q=124", "/api/instruments?kind=", "/conflicts?lang=vi", "/places?lang=vi"]
)
def test_a_form_that_is_left_empty_is_the_usual_one(client, address):
    usual, empty = client.get(address), client.get(f"{address}&format=")
    assert (empty.status_code, empty.mimetype) == (usual.status_code, usual.mimetype)
    assert empty.status_code == 200
