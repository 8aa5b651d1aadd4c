"""The matrix, the timeline and the tree of places: silence is called so, files say the same."""

import csv
import io
import zipfile

import pytest
from bs4 import BeautifulSoup

from graph.collation import collated
from graph.workers import Workers
from tests.conftest import page
from web import create_app

Q124 = "instrument/tw/k12/qd/124"
DISTRICT = "place/137-mu-cang-chai@truoc-2025"
MATRIX = "/coverage?instrument=124-Q%C4%90/TW&scope=huy%E1%BB%87n+M%C3%B9+Cang+Ch%E1%BA%A3i"


@pytest.fixture(scope="module")
def client(seeded):
    workers = Workers(seeded, size=1, timeout=20)
    yield create_app(seeded, workers).test_client()
    workers.close()


def table(client, address):
    sent = client.get(address).data
    assert sent.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(sent.decode("utf-8-sig"))))


def test_a_unit_without_a_word_is_called_unknown_and_stands_there(client):
    soup = page(client, MATRIX)
    rows = {row.th.a.get_text(): row for row in soup.select(".matrix tbody tr")}
    # of the official list, named by no source; told apart from the commune of today
    assert "xã Khao Mang (đến 30/06/2025)" in rows
    silent = rows["xã Khao Mang (đến 30/06/2025)"].select("td")[1:5]
    assert {each.get_text(strip=True) for each in silent} == {
        "chưa có thông tin trong nguồn đã nạp"
    }
    assert "Đã nạp 1 nguồn, mới nhất ngày 08/09/2021" in soup.get_text()
    assert "không xếp hạng" in soup.get_text()


def test_units_stand_by_name(client):
    for section in page(client, MATRIX).select("main section"):
        names = [each.a.get_text() for each in section.select("th[scope=row]")]
        assert names == sorted(names, key=collated)
        assert names.index("Đảng bộ xã Lao Chải") < names.index("Huyện ủy Mù Cang Chải")
        break
    listed = [row["Đơn vị"] for row in table(client, MATRIX + "&format=csv")][: len(names)]
    assert listed == [name.partition(" (")[0] for name in names]


def refused(client, address, status):
    response = client.get(address, headers={"Accept": "text/html"})
    assert response.status_code == status
    return BeautifulSoup(response.data, "html.parser")


@pytest.mark.parametrize(
    ("asked", "status", "said", "other"),
    [
        ("instrument=124-QĐ/TW&from=abc", 400, "Từ ngày: “abc” không phải là ngày", "From: 'abc'"),
        ("instrument=124-QĐ/TW&scope=Sapax", 400, "nguồn đã nạp không nói tới “Sapax”", "nothing"),
        ("instrument=124", 404, "Chưa thấy văn bản số 124", "bears the number"),
    ],
)
def test_a_wrong_value_keeps_the_form_and_is_told_in_one_language(
    client, asked, status, said, other
):
    soup = refused(client, f"/coverage?{asked}", status)
    told = soup.find(role="alert").get_text()
    assert said in told
    assert other not in told
    assert soup.find("input", {"name": "instrument"})["value"] == asked[11:].partition("&")[0]


def test_near_numbers_ask_the_same_again(client):
    near = refused(client, "/coverage?instrument=124&scope=Lao+Chai", 404).find(role="alert").a
    assert near.get_text() == "124-QĐ/TW"
    asked = page(client, near["href"])
    assert asked.find("input", {"name": "scope"})["value"] == "Lao Chai"
    traced = refused(client, "/trace?number=124", 404)
    assert "/trace?number=124-Q%C4%90%2FTW" in [a["href"] for a in traced.select("main a")]


def test_days_and_places_are_taken_as_people_write_them(client):
    iso = page(client, "/coverage?instrument=124-QĐ/TW&scope=huyện+Mù+Cang+Chải&from=2021-08-18")
    typed = page(client, "/coverage?instrument=124-QĐ/TW&scope=Mu+Cang+Chai&from=18/8/2021")
    assert [t.get_text() for t in iso.select("table")] == [
        t.get_text() for t in typed.select("table")
    ]
    timeline = page(client, f"/timeline?iri={Q124}&from=18/8/2021")
    assert str(timeline.table) == str(page(client, f"/timeline?iri={Q124}&from=2021-08-18").table)


def test_of_two_places_of_a_name_the_page_says_which_it_took(client):
    today = page(client, "/coverage?instrument=124-QĐ/TW&scope=tỉnh+Lào+Cai").select_one(".scope")
    assert today.a.get_text() == "tỉnh Lào Cai (từ 01/07/2025)"
    other = today.select("a")[1]
    assert other.get_text() == "tỉnh Lào Cai (đến 30/06/2025)"
    assert page(client, other["href"]).select_one(".scope a").get_text() == other.get_text()
    then = page(client, "/coverage?instrument=124-QĐ/TW&scope=tỉnh+Lào+Cai&to=31/12/2021")
    assert then.select_one(".scope a").get_text() == "tỉnh Lào Cai (đến 30/06/2025)"


def test_a_print_tells_what_was_asked(client):
    printed = page(client, MATRIX).select(".print-only")
    assert "huyện Mù Cang Chải" in printed[0].get_text()
    assert "/coverage?instrument=" in printed[-1].get_text()


def test_places_stand_in_the_order_of_vietnamese(client):
    names = [row["Tên"] for row in table(client, "/places?format=csv&as_of=2024-01-01")]
    assert names == sorted(names, key=collated)
    before, after = (
        next(place for place, name in enumerate(names) if name.startswith(sought))
        for sought in ("tỉnh Cà Mau", "tỉnh Cao Bằng")
    )
    assert before < after


def test_a_cell_has_the_sentences_behind_it(client):
    rows = {row.th.a.get_text(): row for row in page(client, MATRIX).select(".matrix tbody tr")}
    inspected, reported = rows["Đảng bộ xã Lao Chải"].select("td")[3:5]
    assert "Đoàn Giám sát của" in inspected.select_one("mark").get_text()
    # what the delegation found there is not a report of the unit
    assert reported.select_one(".unknown")


def test_what_was_spread_stands_beside_measures_of_other_kinds(client):
    rows = {row.th.a.get_text(): row for row in page(client, MATRIX).select(".matrix tbody tr")}
    spread = rows["Huyện ủy Mù Cang Chải"].select("td")[2]
    assert "quán triệt; tuyên truyền" in spread.get_text()
    assert spread.select_one("blockquote mark")


def test_what_a_unit_issued_stands_in_its_row(client):
    every = page(client, MATRIX.partition("&")[0]).select(".matrix tbody tr")
    rows = {row.th.a.get_text(): row for row in every}
    issued = rows["Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh Yên Bái"].select("td")[1].get_text()
    assert "171/KH-MTTQ-BTT" in issued
    assert "209/QĐ-MTTQ-BTT" in issued
    assert "Kế hoạch số 171/KH-MTTQ-BTT" in issued


def test_the_matrix_narrows_by_date(client):
    """A unit of which nothing is told in these years is not told of less than the others."""
    first = page(client, f"{MATRIX}&to=2018-12-31").select_one("main section")
    rows = {row.th.a.get_text(): row for row in first.select(".matrix tbody tr")}
    assert "Đảng bộ xã Lao Chải" not in rows
    assert rows["xã Lao Chải (đến 30/06/2025)"].select("td")[3].select_one(".unknown")
    whole = page(client, MATRIX).select_one("main section")
    told = {each.a.get_text() for each in whole.select("th[scope=row]")}
    assert "xã Lao Chải (đến 30/06/2025)" not in told


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
        ("/timeline?format=pdf", 400),
        ("/places?iri=place/none", 404),
        ("/places?as_of=never", 400),
        ("/places?format=pdf", 400),
    ],
)
def test_what_cannot_be_shown_is_said(client, address, status):
    assert client.get(address, headers={"Accept": "text/html"}).status_code == status


# Communes of Mù Cang Chải as they were inspected in 2021, and what became of them on 01/7/2025.
JOINED = [
    ("xã Mù Cang Chải", {"Đảng bộ xã Chế Cu Nha", "Đảng bộ xã Mồ Dề"}, "xã Mù Cang Chải"),
    ("xã Chế Cu Nha", {"Đảng bộ xã Chế Cu Nha"}, "xã Mù Cang Chải"),
    # a unit that the text names by its place alone, and a name that two units bore in turn
    ("xã La Pán Tẩn", {"xã La Pán Tẩn (huyện Mù Cang Chải)"}, "xã Púng Luông"),
    (
        "xã Púng Luông",
        {
            "Đảng bộ xã Nậm Khắt",
            "Đảng bộ xã Púng Luông",
            "xã La Pán Tẩn (huyện Mù Cang Chải)",
        },
        "xã Púng Luông",
    ),
]


@pytest.mark.parametrize(("scope", "units", "now"), JOINED)
def test_a_joined_commune_is_found_under_both_names(client, scope, units, now):
    heads = page(client, f"/coverage?instrument=124-QĐ/TW&scope={scope}").select("th[scope=row]")
    assert {each.a.get_text() for each in heads} == units
    for each in heads:
        assert each.select_one(".then").get_text(" ", strip=True).startswith("địa bàn nay thuộc")
        assert each.select_one(".then a").get_text() == f"{now} (từ 01/07/2025)"


def test_a_commune_that_stayed_is_not_told_to_have_changed(client):
    heads = page(client, f"{MATRIX}&scope=xã+Lao+Chải").select("th[scope=row]")
    assert [each.get_text(strip=True) for each in heads if "Lao Chải" in each.get_text()]
    assert not [each for each in heads if "Lao Chải" in each.a.get_text() and each.select(".then")]


def test_a_present_place_whose_parts_were_told_of_is_not_called_silent(client):
    rows = table(client, "/coverage?iri=/instrument/tw/k12/qd/124&scope=tỉnh+Lào+Cai&format=csv")
    units = {row["Đơn vị"] for row in rows}
    assert "Đảng bộ xã Chế Cu Nha" in units
    assert not [each for each in units if each.startswith("xã Mù Cang Chải")]


def test_the_scope_says_what_it_was_made_of_and_what_it_became(client):
    now = page(client, "/coverage?instrument=124-QĐ/TW&scope=xã+Mù+Cang+Chải").select(".scope a")
    assert {"xã Chế Cu Nha (đến 30/06/2025)", "xã Mồ Dề (đến 30/06/2025)"} <= {
        each.get_text() for each in now
    }
    then = page(client, "/coverage?instrument=124-QĐ/TW&scope=xã+Chế+Cu+Nha").select(".scope a")
    assert then[-1].get_text() == "xã Mù Cang Chải (từ 01/07/2025)"
    assert page(client, then[-1]["href"]).select("th[scope=row]")


def test_the_ladder_says_what_the_place_of_a_unit_became(client):
    rungs = page(client, "/instrument/tw/k12/qd/124.html").select(".ladder li li")
    (told,) = [each for each in rungs if "Chế Cu Nha" in each.a.get_text()]
    assert "xã Mù Cang Chải" in told.select_one(".then").get_text()
