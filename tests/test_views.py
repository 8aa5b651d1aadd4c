"""The matrix, the timeline and the tree of places: silence is called so, files say the same."""

import csv
import io
import zipfile

import pytest
from bs4 import BeautifulSoup

from graph.workers import Workers
from web import create_app

Q124 = "instrument/tw/k12/qd/124"
DISTRICT = "place/137-mu-cang-chai@truoc-2025"
MATRIX = "/coverage?instrument=124-Q%C4%90/TW&scope=huy%E1%BB%87n+M%C3%B9+Cang+Ch%E1%BA%A3i"


@pytest.fixture(scope="module")
def client(seeded):
    workers = Workers(seeded, size=1, timeout=20)
    yield create_app(seeded, workers).test_client()
    workers.close()


def page(client, address):
    response = client.get(address, headers={"Accept": "text/html"})
    assert response.status_code == 200
    return BeautifulSoup(response.data, "html.parser")


def table(client, address):
    sent = client.get(address).data
    assert sent.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(sent.decode("utf-8-sig"))))


def test_a_unit_without_a_word_is_called_unknown_and_stands_there(client):
    soup = page(client, MATRIX)
    rows = {row.th.get_text(): row for row in soup.select(".matrix tbody tr")}
    assert "xã Khao Mang" in rows  # of the official list, named by no source
    silent = rows["xã Khao Mang"].select("td")[1:5]
    assert {each.get_text(strip=True) for each in silent} == {
        "chưa có thông tin trong nguồn đã nạp"
    }
    assert "Đã nạp 1 nguồn, mới nhất ngày 08/09/2021" in soup.get_text()
    assert "không xếp hạng" in soup.get_text()


def test_units_stand_by_name(client):
    for section in page(client, MATRIX).select("main section"):
        names = [each.get_text() for each in section.select("th[scope=row]")]
        assert names == sorted(names)


def test_a_cell_has_the_sentences_behind_it(client):
    rows = {row.th.get_text(): row for row in page(client, MATRIX).select(".matrix tbody tr")}
    inspected, reported = rows["Đảng bộ xã Lao Chải"].select("td")[3:5]
    assert "Đoàn Giám sát của" in inspected.select_one("mark").get_text()
    # what the delegation found there is not a report of the unit
    assert reported.select_one(".unknown")


def test_what_a_unit_issued_stands_in_its_row(client):
    every = page(client, MATRIX.partition("&")[0]).select(".matrix tbody tr")
    rows = {row.th.get_text(): row for row in every}
    issued = rows["Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh Yên Bái"].select("td")[1].get_text()
    assert "171/KH-MTTQ-BTT" in issued
    assert "209/QĐ-MTTQ-BTT" in issued
    assert "Kế hoạch số 171/KH-MTTQ-BTT" in issued


def test_the_matrix_narrows_by_date(client):
    """A unit of which nothing is told in these years is not told of less than the others."""
    first = page(client, f"{MATRIX}&to=2018-12-31").select_one("main section")
    rows = {row.th.get_text(): row for row in first.select(".matrix tbody tr")}
    assert "Đảng bộ xã Lao Chải" not in rows
    assert rows["xã Lao Chải"].select("td")[3].select_one(".unknown")
    whole = page(client, MATRIX).select_one("main section")
    assert "xã Lao Chải" not in {each.get_text() for each in whole.select("th[scope=row]")}


def test_the_matrix_as_files(client):
    rows = table(client, f"{MATRIX}&format=csv")
    whole = page(client, MATRIX).select(".matrix tbody tr")
    assert len(rows) == len(whole)
    assert {row["Đã ban hành"] for row in rows} == {"chưa có thông tin trong nguồn đã nạp"}
    assert {r["Lần gần nhất"] for r in table(client, f"{MATRIX}&format=csv&dates=dmy")} >= {
        "22/08/2021"
    }
    book = client.get(f"{MATRIX}&format=xlsx").data
    with zipfile.ZipFile(io.BytesIO(book)) as parts:
        words = parts.read("xl/sharedStrings.xml").decode()
    assert "chưa có thông tin trong nguồn đã nạp" in words
    assert "không thay thế văn bản gốc" in words
    assert client.get(f"{MATRIX}&format=json").json["question"] == "coverage"


def test_the_timeline_of_a_thing_says_how_each_event_is_tied_to_it(client):
    soup = page(client, f"/timeline?iri={Q124}")
    days = [each["datetime"] for each in soup.select(".events time")]
    assert days == sorted(days)
    rows = {row.a["href"]: row.get_text(" ") for row in soup.select(".events tr") if row.a}
    assert "02/02/2018" in rows[f"/{Q124}"]
    inspection = next(text for text in rows.values() if "18/08/2021 – 22/08/2021" in text)
    assert "giám sát" in inspection
    marks = {each["href"] for each in soup.select(".strip a")}
    assert marks == set(rows)
    assert len(table(client, f"/timeline?iri={Q124}&format=csv")) == len(rows)


def test_the_timeline_narrows_by_date(client):
    soup = page(client, "/timeline?from=2018&to=2018-12-31")
    days = [each["datetime"] for each in soup.select(".events time")]
    assert days
    assert all(each.startswith("2018") for each in days)


def test_the_tree_is_that_of_the_day(client):
    then = page(client, f"/places?iri={DISTRICT}&as_of=2024-01-01")
    names = [each.get_text(" ") for each in then.select(".tree > li")]
    assert any("xã Lao Chải" in each and "Đảng bộ xã Lao Chải" in each for each in names)
    now = page(client, f"/places?iri={DISTRICT}&as_of=2026-01-01")
    assert "chưa có thông tin" in now.select_one(".tree").get_text().lower()
    provinces = (
        table(client, "/places?format=csv&as_of=2024-01-01"),
        table(client, "/places?format=csv&as_of=2026-01-01"),
    )
    assert [len(each) for each in provinces] == [63, 34]


def test_a_place_leads_up_as_well_as_down(client):
    soup = page(client, f"/places?iri={DISTRICT}&as_of=2024-01-01")
    assert "tỉnh Yên Bái" in soup.select("main p")[1].get_text()


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/coverage?format=xlsx", 400),
        ("/coverage?instrument=124-Q%C4%90/TW&format=pdf", 400),
        ("/coverage?instrument=9999-Q%C4%90/TW", 404),
        ("/coverage?instrument=124-Q%C4%90/TW&scope=nowhere", 400),
        ("/coverage?instrument=124-Q%C4%90/TW&from=never", 400),
        ("/timeline?iri=instrument/none", 404),
        ("/timeline?from=never", 400),
        ("/places?iri=place/none", 404),
        ("/places?as_of=never", 400),
    ],
)
def test_what_cannot_be_shown_is_said(client, address, status):
    assert client.get(address, headers={"Accept": "text/html"}).status_code == status
