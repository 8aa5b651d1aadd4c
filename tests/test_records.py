"""What pages say to programs: schema.org, Zotero, feeds, maps; valid HTML and small pages."""

import gzip
import json
from collections import Counter
from xml.etree import ElementTree as ET

import html5rdf
import pytest
from bs4 import BeautifulSoup

from web import create_app

Q124 = "/instrument/tw/k12/qd/124"
Q99 = "/instrument/tw/k12/qd/99"
ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
PAGES = (
    "/",
    "/search?q=124+qd+tw",
    "/search?q=142-QD/TW",
    "/search?of=instrument",
    "/search?q=xyzzy",
    f"{Q124}.html",
    f"{Q124}.html?findings=2",
    f"{Q99}.html",
    "/body/huyen-uy-mu-cang-chai.html",
    "/place/137-mu-cang-chai@truoc-2025.html",
    "/inspection/af544005bf90c07d-1749.html",
    "/source/af544005bf90c07d.html",
    "/source/af544005bf90c07d.html?view=table&page=2",
    "/kind/quy-dinh.html",
    "/term/tw/k12.html",
    "/register/tw/k12/qd.html",
    "/concept/giam-sat.html",
    "/conflicts",
    "/dataset",
    "/ontology.html",
    "/queries/inspections",
    "/review",
)


@pytest.fixture(scope="module")
def client(seeded):
    return create_app(seeded).test_client()


def soup(client, address):
    return BeautifulSoup(client.get(address).data, "html.parser")


def jsonld(client, address):
    return json.loads(soup(client, address).find("script", type="application/ld+json").string)


def test_an_instrument_is_legislation_for_search_engines(client):
    said = jsonld(client, f"{Q124}.html")
    assert said["@type"] == "Legislation"
    assert said["@id"] == "https://w3id.org/vankien/instrument/tw/k12/qd/124"
    assert said["legislationIdentifier"] == "124-QĐ/TW"
    assert said["legislationDate"] == "2018-02-02"
    assert said["legislationType"] == "Quy định"
    assert said["legislationPassedBy"]["name"] == "Ban Bí thư"


def test_what_is_in_conflict_is_not_chosen_for_programs(client):
    assert "legislationDate" not in jsonld(client, f"{Q99}.html")
    names = {
        tag["name"] for tag in soup(client, f"{Q99}.html").find_all("meta", attrs={"name": True})
    }
    assert "citation_publication_date" not in names


# How Zotero's translator for embedded metadata reads these names (its table of Highwire names).
FIELDS = {
    "citation_title": "title",
    "citation_publication_date": "date",
    "citation_technical_report_institution": "institution",
    "citation_technical_report_number": "number",
    "citation_public_url": "url",
    "citation_language": "language",
}


def test_zotero_takes_an_instrument_for_a_report_of_its_issuer(client):
    tags = soup(client, f"{Q124}.html").head.find_all("meta", attrs={"name": True})
    said = {tag["name"]: tag["content"] for tag in tags}
    # the institution's name alone makes the translator choose a report, not a journal's article
    assert "citation_journal_title" not in said
    item = {field: said[name] for name, field in FIELDS.items() if name in said}
    assert item["title"].startswith("Quy định 124-QĐ/TW về giám sát của Mặt trận")
    assert item["institution"] == "Ban Bí thư"
    assert item["number"] == "124-QĐ/TW"
    assert item["date"] == "2018/02/02"
    assert item["language"] == "vi"
    assert item["url"].endswith(Q124)
    # a comma or a space in a body's name would be cut into a person's names
    assert "citation_author" not in said


def test_a_page_says_how_to_cite_it_with_its_version(client):
    said = soup(client, f"{Q124}.html").select_one(".citation").get_text()
    assert said.startswith("Ban Bí thư, Quy định 124-QĐ/TW ngày 02/02/2018 về giám sát")
    permalink = said.rpartition(", ")[2]
    assert permalink.endswith(f"{Q124}.html?version=1")
    assert client.get(permalink).status_code == 200


def test_the_feed_tells_what_was_loaded(client):
    feed = ET.fromstring(client.get("/changes.atom").data)
    entries = feed.findall(f"{ATOM}entry")
    assert entries[0].find(f"{ATOM}title").text.startswith("Đoàn công tác")
    ids = [entry.find(f"{ATOM}id").text for entry in entries]
    assert len(ids) == len(set(ids)) > 0
    assert feed.find(f"{ATOM}updated").text.endswith("Z")
    for entry in entries:
        address = entry.find(f"{ATOM}link").get("href")
        assert client.get(address).status_code == 200


def test_every_mapped_page_is_there(client):
    index = ET.fromstring(client.get("/sitemap.xml").data)
    maps = [each.text for each in index.iter(f"{MAP}loc")]
    assert any("instrument" in each for each in maps)
    for each in maps:
        listed = [loc.text for loc in ET.fromstring(client.get(each).data).iter(f"{MAP}loc")]
        assert listed
        assert client.get(listed[0]).status_code == 200
    assert "Sitemap: " in client.get("/robots.txt").text


def test_names_are_suggested_by_their_beginning(client):
    response = client.get("/suggestions/1/124.json")
    labels = [label for label, *_ in response.json]
    assert labels[0] == "Quy định 124-QĐ/TW (2018)"
    assert "immutable" in response.headers["Cache-Control"]
    # another version may come to hold other names: its answer is not kept
    assert "Cache-Control" not in client.get("/suggestions/2/124.json").headers
    assert client.get("/suggestions/1/x.json").json == []


@pytest.mark.parametrize("path", PAGES)
def test_pages_are_valid_html_and_small(client, path):
    for language in ("vi", "en"):
        mark = "&" if "?" in path else "?"
        headers = {"Accept": "text/html", "Accept-Encoding": "gzip"}
        response = client.get(f"{path}{mark}lang={language}", headers=headers)
        assert response.status_code == 200
        assert len(response.data) <= 200_000
        packed = response.headers.get("Content-Encoding") == "gzip"
        page = (gzip.decompress(response.data) if packed else response.data).decode()
        parser = html5rdf.HTMLParser(strict=True)
        parser.parse(page)
        ids = Counter(tag["id"] for tag in BeautifulSoup(page, "html.parser").find_all(id=True))
        assert [name for name, times in ids.items() if times > 1] == []
