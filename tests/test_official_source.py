"""A source that is an official text tells which; files say what they are not; programs check."""

import io

import pytest
from bs4 import BeautifulSoup
from openpyxl import load_workbook

from graph.store import Store
from graph.workers import Workers
from loaders.model import SourceText
from loaders.quads import quads
from loaders.reading import read
from web import create_app

RIGHTS = "official text, outside copyright (Law on Intellectual Property, art. 15)"
OFFICIAL = """BỘ TÀI CHÍNH
Số: 45/2026/TT-BTC
Hà Nội, ngày 29 tháng 4 năm 2026

THÔNG TƯ
Quy định về đăng ký thuế

Căn cứ Luật Quản lý thuế số 38/2019/QH14 ngày 13 tháng 6 năm 2019;
Điều 1. Thực hiện Quy định số 124-QĐ/TW ngày 02/02/2018 của Ban Bí thư.
"""
NOTICE = "Không phải bản chính"


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    directory = tmp_path_factory.mktemp("official")
    text = SourceText(OFFICIAL, "thong-tu.txt", title="Thông tư 45", rights=RIGHTS)
    with Store.open(directory) as store:
        store.add(quads(read(text)), text.id, text.path)
        store.publish()
    workers = Workers(directory, size=1, timeout=20)
    yield create_app(directory, workers).test_client(), f"/source/{text.id}.html"
    workers.close()


def test_the_page_of_an_official_text_tells_number_day_and_issuer_and_leads_to_it(client):
    asked, address = client
    facts = BeautifulSoup(asked.get(address).data, "html.parser").select_one("dl.facts")
    said = {each.dt.get_text(): each.dd.get_text(" ", strip=True) for each in facts.select("div")}
    assert said["Toàn văn của"] == "Thông tư 45/2026/TT-BTC"
    assert facts.a["href"] == "/instrument/btc/2026/tt/45"
    assert said["số hiệu"] == "45/2026/TT-BTC"
    assert said["ngày ban hành"] == "29/04/2026"
    assert said["cơ quan ban hành"] == "Bộ Tài chính"
    assert said["quyền"].startswith("văn bản chính thức")
    english = BeautifulSoup(asked.get(f"{address}?lang=en").data, "html.parser")
    assert "official text" in english.select_one("dl.facts").get_text()


@pytest.mark.parametrize("form", ["json", "bibtex", "ris", "csl", "graphml", "gexf", "ttl"])
def test_what_is_taken_away_says_that_it_is_no_original(client, form):
    asked, _ = client
    sent = asked.get("/trace", query_string={"number": "45/2026/TT-BTC", "format": form})
    assert sent.status_code == 200
    assert NOTICE in sent.get_data(as_text=True)


@pytest.mark.parametrize("address", ["/api/cites?iri=/instrument/btc/2026/tt/45", "/places?"])
def test_json_of_every_list_names_its_version_and_whether_it_is_whole(client, address):
    asked, _ = client
    said = asked.get(f"{address}&format=json").json
    assert said["version"]["number"] == 1
    assert said["truncated"] is False
    assert NOTICE in said["notice"]


@pytest.mark.parametrize(
    ("language", "sheet", "heading"),
    [("vi", "Kết quả", "Số hiệu"), ("en", "Results", "Number")],
)
def test_a_workbook_speaks_the_readers_language_and_shows_its_words(
    client, language, sheet, heading
):
    asked, _ = client
    sent = asked.get(f"/api/instruments?format=xlsx&lang={language}").data
    first = load_workbook(io.BytesIO(sent)).worksheets[0]
    assert first.title == sheet
    headings = [each.value for each in first[1]]
    assert heading in headings
    letter = first[1][headings.index(heading)].column_letter
    assert first.column_dimensions[letter].width > len("45/2026/TT-BTC")


def test_a_program_checks_a_draft_with_json(client):
    asked, _ = client
    draft = {"text": "Nghị định số 64/2O14/NĐ-CP của Chính phủ", "on": "8/9/2021"}
    found = asked.post("/api/check", json=draft)
    assert [each["rule"] for each in found.json] == ["letter-for-digit"]
    assert asked.post("/api/check", json=["x"]).status_code == 400
    assert asked.post("/api/check", json={"text": "Quy định", "on": "31/2/2021"}).status_code == 400
    described = asked.get("/openapi.json").json["paths"]
    body = described["/api/check"]["post"]["requestBody"]["content"]
    assert {"application/json", "multipart/form-data"} <= set(body)
    assert {"/check", "/conflicts", "/explore", "/queries", "/dataset"} <= set(described)


@pytest.mark.parametrize(
    ("address", "leads"),
    [("/conflicts?format=json", "/api/conflicts"), ("/explore?format=csv", "/api/explore")],
)
def test_a_view_asked_for_as_a_file_leads_to_its_data(client, address, leads):
    asked, _ = client
    assert asked.get(address).headers["Location"].startswith(leads)
    assert asked.get(address, follow_redirects=True).mimetype != "text/html"


@pytest.mark.parametrize("address", ["/search?of=foo", "/search?order=foo"])
def test_a_sort_or_an_order_that_is_not_known_is_refused(client, address):
    asked, _ = client
    refused = asked.get(address)
    assert refused.status_code == 400
    assert "foo" in refused.json["message"]
    assert asked.get("/search?of=instrument&order=name").status_code == 200


def test_the_words_that_the_fields_of_tracing_take_stand_there_and_are_understood(client):
    asked, _ = client
    listed = BeautifulSoup(asked.get("/trace").data, "html.parser").select("details code")
    assert {"findings", "basedOn"} <= {each.get_text() for each in listed}
    given = {"number": "45/2026/TT-BTC", "format": "json"}
    said, coded = (
        asked.get("/trace", query_string={**given, "relations": each}).json["traces"]
        for each in ("căn cứ", "based_on")
    )
    assert said == coded


def test_an_address_that_is_like_nothing_offers_nothing(client):
    asked, _ = client
    page = {"Accept": "text/html"}
    unlike = asked.get("/instrument/tw/k12/qd/9999.html?lang=vi", headers=page)
    assert unlike.status_code == 404
    assert "Gần giống" not in unlike.text
    near = BeautifulSoup(
        asked.get("/instrument/tw/k9/qd/124.html", headers=page).data, "html.parser"
    )
    assert near.find("a", href="/instrument/tw/k12/qd/124")
