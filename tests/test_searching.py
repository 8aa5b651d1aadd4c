"""The one box over HTTP: filters with counts, order, pages, typos, and lists taken away."""

import csv
import io
import zipfile
from urllib.parse import parse_qs, urlsplit

import pytest
from bs4 import BeautifulSoup

from graph.collation import collated
from graph.folding import fold
from graph.search import Sought, results
from graph.spelling import near_words
from web import create_app

NAME = "Quy định 124-QĐ/TW"


@pytest.fixture(scope="module")
def client(seeded):
    return create_app(seeded).test_client()


def soup(client, address):
    response = client.get(address, headers={"Accept": "text/html"})
    assert response.status_code == 200, address
    return BeautifulSoup(response.data, "html.parser")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("142-QĐ/TW", "Quy định 124-QĐ/TW"),  # two digits exchanged
        ("1244 qd tw", "Quy định 124-QĐ/TW"),  # one too many
        ("124-QĐ/TV", "Quy định 124-QĐ/TW"),  # a letter beside the right one
        ("huyen uy mu cang chia", "Huyện ủy Mù Cang Chải"),
    ],
)
def test_a_slip_of_the_finger_is_told_and_mended(seed, typed, meant):
    found = results(seed, Sought(typed))
    assert found.is_near
    assert meant in [hit.label for hit in found.hits]


def test_what_is_typed_right_is_not_called_near(seed):
    assert not results(seed, Sought("124 qd tw")).is_near
    assert results(seed, Sought("xyzzyxyzzyxyzzy")).hits == ()


def test_near_words_are_one_slip_away():
    import sqlite3

    index = sqlite3.connect(":memory:")
    index.execute("CREATE TABLE name_words (term)")
    index.executemany(
        "INSERT INTO name_words VALUES (?)", [["142"], ["124"], ["12"], ["1244"], ["999"]]
    )
    assert near_words(index, "124") == ["12", "1244", "142"]
    assert near_words(index, "x" * 40) == []


ALPHABET = ["An", "Ăn", "Ân", "Bé", "Dân", "Đảng", "Em", "Êm", "Ong", "Ông", "Ơn", "Ung", "Ưng"]


def test_names_stand_in_the_order_of_the_vietnamese_alphabet():
    assert sorted(set(ALPHABET), key=collated) == ALPHABET
    tones = ["ma", "mà", "mả", "mã", "má", "mạ"]
    assert sorted(set(tones), key=collated) == tones
    assert collated("9-QĐ/TW") < collated("10-QĐ/TW") < collated("10-QĐ/TX")


def test_every_count_is_what_its_filter_leaves(client):
    for filter_ in soup(client, "/search?of=instrument").select(".facets li")[:12]:
        count = int(filter_.select_one(".count").get_text().replace(".", ""))
        if filter_.a.get("aria-current"):
            continue
        address = filter_.a["href"]
        assert client.get(f"{address}&format=json").json["total"] == count, address


def test_filters_stand_in_the_address_and_can_be_lifted(client):
    page = soup(client, "/search?of=instrument&kind=kind/quy-dinh&year=2018")
    chosen = page.select(".facets [aria-current]")
    assert len(chosen) == 3
    lifted = [parse_qs(urlsplit(link["href"]).query) for link in chosen]
    assert {"of": ["instrument"], "kind": ["kind/quy-dinh"]} in lifted
    labels = [row.get_text(" ", strip=True) for row in page.select("tbody tr")]
    assert labels
    assert all(label.startswith("Quy định") and "2018" in label for label in labels)


def test_lists_are_sorted_by_the_head_of_a_column(client):
    heads = soup(client, "/search?of=instrument").select("th a")
    by_name = next(link["href"] for link in heads if "order=name" in link["href"])
    page = soup(client, by_name)
    assert page.select_one("th[aria-sort=ascending]")
    names = [cell.get_text(" ", strip=True) for cell in page.select("tbody td:first-child")]
    plain = [name.split(" (")[0] for name in names]
    assert plain == sorted(plain, key=collated)


def test_long_lists_are_paged(client):
    whole = client.get("/search?format=json").json
    assert whole["total"] > 50 == len(whole["hits"])
    second = client.get("/search?format=json&page=2").json
    seen = {hit["iri"] for hit in whole["hits"]}
    assert second["hits"]
    assert not seen & {hit["iri"] for hit in second["hits"]}
    assert soup(client, "/search").select_one(".pages a[rel=next]")


def test_a_list_as_csv_keeps_numbers_and_holds_no_formula(client):
    response = client.get("/search?of=instrument&q=08&format=csv&dates=dmy")
    assert response.data.startswith("\ufeff".encode())
    rows = list(csv.DictReader(io.StringIO(response.data.decode("utf-8-sig"))))
    row = next(row for row in rows if row["label"] == "Quy định 08-QĐi/TW")
    assert row["number"] == "08-QĐ/TW | 08-QĐi/TW"
    assert row["date"] == "25/10/2018"
    whole = client.get("/search?q=cong+tac+lanh+dao&format=csv").data.decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(whole)) for cell in row]
    assert any(cell.startswith("'- ") for cell in cells)
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)


def test_a_list_as_a_workbook_shows_dates_day_first_on_request(client):
    response = client.get("/search?of=instrument&format=xlsx&dates=dmy")
    with zipfile.ZipFile(io.BytesIO(response.data)) as book:
        assert "dd/mm/yyyy" in book.read("xl/styles.xml").decode()
        assert "<f>" not in book.read("xl/worksheets/sheet1.xml").decode()


def test_a_list_as_turtle_says_what_the_data_says(client, seed):
    import pyoxigraph as ox

    body = client.get("/search?of=person&format=ttl").data
    triples = list(ox.parse(body, format=ox.RdfFormat.TURTLE))
    assert triples
    assert all(
        next(seed.store.quads_for_pattern(*triple.triple, ox.DefaultGraph()), None)
        for triple in triples
    )


@pytest.mark.parametrize(
    "query",
    ["page=0", "page=-1", "page=x", "page=" + "9" * 40, "kind='--", "year=%00"],
)
def test_odd_parameters_give_a_page(client, query):
    assert client.get(f"/search?{query}").status_code == 200


@pytest.mark.parametrize("query", ["order=x", "of=x"])
def test_what_there_is_not_to_choose_is_refused(client, query):
    assert client.get(f"/search?{query}").status_code == 400


def test_an_unknown_form_is_named(client):
    response = client.get("/search?q=124&format=doc")
    assert response.status_code == 400
    assert "csv" in response.json["message"]


def test_answers_are_sorted_and_narrowed_in_the_address(client):
    page = soup(client, "/queries/bodies?order=name&has=mu+cang+chai")
    heads = [head.get_text() for head in page.select("th")]
    names = [
        row.select("td")[heads.index("Tên")].get_text(" ", strip=True)
        for row in page.select("tbody tr")
    ]
    assert len(names) > 2
    rows = [row.get_text(" ", strip=True) for row in page.select("tbody tr")]
    assert all("mu cang chai" in fold(row) for row in rows)
    assert names == sorted(names, key=collated)
    turned = soup(client, "/queries/bodies?order=-name&has=mu+cang+chai")
    back = [
        row.select("td")[heads.index("Tên")].get_text(" ", strip=True)
        for row in turned.select("tbody tr")
    ]
    assert back == names[::-1]
    assert page.find("a", href=lambda href: href and href.endswith("format=xlsx"))


@pytest.mark.parametrize("typed", ["xã Mù Cang Chải", "xa mu cang chai", "Xã Mù Cang Chải"])
def test_a_place_of_today_is_found_though_only_its_parts_are_told_of(client, typed):
    soup = BeautifulSoup(client.get("/search", query_string={"q": typed}).data, "html.parser")
    (place,) = soup.select(".notice a")
    assert place.get_text() == "xã Mù Cang Chải (từ 01/07/2025)"
    page = client.get(place["href"] + ".html").get_data(as_text=True)
    assert "xã Chế Cu Nha" in page


def test_a_place_that_is_listed_is_not_told_twice(client):
    soup = BeautifulSoup(client.get("/search?q=xã+Mồ+Dề").data, "html.parser")
    assert not soup.select(".notice a")
