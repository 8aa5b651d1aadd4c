"""Every page through Flask's client and a parser: what it says, links and must not show."""

import ast
import gzip
import hashlib
import io
import re
from pathlib import Path
from urllib.parse import quote

import pytest
from bs4 import BeautifulSoup
from html5rdf import HTMLParser
from pyoxigraph import NamedNode, RdfFormat, parse

from graph.export import export
from graph.store import Store
from graph.workers import Workers
from loaders.model import SourceText
from loaders.quads import quads
from loaders.reading import read
from queries import questions
from web import create_app
from web.language import dated, shown_date, unbroken, words
from web.layout import rings, rows
from web.marks import blocks
from web.paths import local, passage, sort_of
from web.quoting import head, tail

ROOT = Path(__file__).parent.parent
BASE = "https://w3id.org/vankien/"
Q124 = "instrument/tw/k12/qd/124"
SEED = "source/af544005bf90c07d"
# tests/data/report.nq, written by hand after docs/model.md: it has a conflict and a masked name.
REPORT = "source/329b62cdc6a5b0ed"
THINGS = {"instrument", "body", "place", "person", "inspection", "source", "part", "register"}
MISSING = "Chưa có thông tin trong nguồn đã nạp."


@pytest.fixture(scope="module")
def client(seeded):
    workers = Workers(seeded, size=1, timeout=20)
    yield create_app(seeded, workers).test_client()
    workers.close()


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    directory = tmp_path_factory.mktemp("report") / "store"
    lines = (ROOT / "tests/data/report.nq").read_text(encoding="utf-8").splitlines()
    with Store.open(directory) as store:
        store.add(lines, REPORT.partition("/")[2], "report.txt")
        store.publish()
    workers = Workers(directory, size=1, timeout=20)
    yield create_app(directory, workers).test_client()
    workers.close()


def page(client, path, language="vi"):
    """The parsed page at a path, redirects followed."""
    client.delete_cookie("lang")
    separator = "&" if "?" in path else "?"
    address = f"{path}{separator}lang={language}" if language == "en" else path
    response = client.get(address, headers={"Accept": "text/html"}, follow_redirects=True)
    assert response.status_code == 200, response.data.decode()
    return BeautifulSoup(response.data, "html.parser")


def text_of(client, path, language="vi"):
    return " ".join(page(client, path, language).get_text(" ").split())


PAGES = [
    "/",
    "/search",
    "/search?q=quy+dinh+124",
    "/search?q=xyzzy",
    f"/{Q124}",
    "/instrument/tw/k12/qd/99",
    "/body/huyen-uy-mu-cang-chai",
    "/body/ban-bi-thu",
    "/inspection/af544005bf90c07d-1749",
    f"/{SEED}",
    f"/{SEED}.html?at=2157-2178",
    "/kind/quy-dinh",
    "/term/tw/k12",
    "/register/tw/k12/qd",
    "/concept/giam-sat",
    "/ontology",
    "/conflicts",
    "/queries",
    *(f"/queries/{name}" for name in questions()),
    "/queries/inspections?instrument=124-Q%C4%90/TW",
    "/dataset",
    f"/explore?iri={Q124}",
    "/explore",
    "/explore?reach=60",
    f"/explore/thing?of={Q124}",
    f"/explore/link?start=body/huyen-uy-mu-cang-chai&predicate=carriesOut&end={Q124}",
    "/explore?iri=body/huyen-uy-mu-cang-chai",
    "/sparql",
    "/sparql-editor?query=ASK%20%7B%7D",
]


@pytest.mark.parametrize("path", PAGES)
def test_nothing_comes_from_another_host(client, path):
    soup = page(client, path)
    for tag, attribute in (("script", "src"), ("link", "href"), ("img", "src"), ("iframe", "src")):
        for element in soup.find_all(tag):
            assert not re.match(r"(?:[a-z]+:)?//", element.get(attribute) or "")
    for link in soup.find_all("a"):
        assert not link["href"].startswith(BASE)
    for form in soup.find_all("form"):
        assert not re.match(r"(?:[a-z]+:)?//", form.get("action") or "")


@pytest.mark.parametrize("path", PAGES)
def test_no_inline_script_or_style(client, path):
    soup = page(client, path)
    assert not soup.find_all("style")
    assert not soup.find_all(style=True)
    for script in soup.find_all("script"):
        assert script.get("src") or script["type"] in ("application/json", "application/ld+json")
    on_something = [a for element in soup.find_all(True) for a in element.attrs if a[:2] == "on"]
    assert on_something == []


@pytest.mark.parametrize("path", PAGES)
def test_page_is_whole_in_both_languages(client, path):
    for language in ("vi", "en"):
        soup = page(client, path, language)
        assert soup.html["lang"] == language
        assert len(soup.find_all("h1")) == 1
        assert soup.title.get_text(strip=True)
        ids = [element["id"] for element in soup.find_all(id=True)]
        assert len(ids) == len(set(ids))
        assert soup.find(class_="print-only").get_text(strip=True)


@pytest.mark.parametrize("path", ["/", f"/{Q124}", "/sparql", "/api/instruments", "/nope"])
def test_security_headers(client, path):
    headers = client.get(path).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_stylesheets_load_nothing_from_elsewhere():
    for sheet in (ROOT / "web/static").glob("*.css"):
        for address in re.findall(r"url\(([^)]*)\)", sheet.read_text(encoding="utf-8")):
            assert (sheet.parent / address).is_file()


def test_vendored_files_are_those_of_the_table():
    table = (ROOT / "web/static/VENDORED.md").read_text(encoding="utf-8")
    sums = dict(re.findall(r"\| `([^`]+)` .*`([0-9a-f]{64})` \|", table))
    files = {file.name: file for file in (ROOT / "web/static/vendor").iterdir()}
    assert sums.keys() == files.keys()
    for name, file in files.items():
        assert hashlib.sha256(file.read_bytes()).hexdigest() == sums[name]


def test_only_drawing_imports_pyvis():
    for file in (ROOT / "web").glob("*.py"):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        imported = {n.module for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)}
        assert ("pyvis.network" in imported) == (file.name == "drawing.py")


# --- linked data


@pytest.mark.parametrize(
    ("accept", "suffix"),
    [
        ("text/html,*/*;q=0.8", "html"),
        ("*/*", "html"),
        ("text/turtle", "ttl"),
        ("application/ld+json", "jsonld"),
        ("application/n-triples", "nt"),
        ("application/rdf+xml", "rdf"),
        ("text/html;q=0.2, text/turtle", "ttl"),
    ],
)
def test_see_other_by_accept(client, accept, suffix):
    response = client.get(f"/{Q124}", headers={"Accept": accept})
    assert response.status_code == 303
    assert response.headers["Location"] == f"/{Q124}.{suffix}"
    assert "Accept" in response.headers["Vary"]


def test_see_other_keeps_the_language(client):
    response = client.get(f"/{Q124}?lang=en", headers={"Accept": "text/html"})
    assert response.headers["Location"].endswith("?lang=en")


def test_not_acceptable(client):
    assert client.get(f"/{Q124}", headers={"Accept": "image/png"}).status_code == 406


@pytest.mark.parametrize(
    ("suffix", "form"),
    [
        ("ttl", RdfFormat.TURTLE),
        ("nt", RdfFormat.N_TRIPLES),
        ("jsonld", RdfFormat.JSON_LD),
        ("rdf", RdfFormat.RDF_XML),
    ],
)
def test_data_forms_say_the_same(client, suffix, form):
    triples = {quad.triple for quad in parse(client.get(f"/{Q124}.{suffix}").data, format=form)}
    expected = parse(client.get(f"/{Q124}.nt").data, format=RdfFormat.N_TRIPLES)
    assert triples == {quad.triple for quad in expected}
    assert any(triple.subject == NamedNode(BASE + Q124) for triple in triples)


def test_every_iri_of_the_source_leads_somewhere(client, seed):
    iris = {quad.subject.value for quad in seed.store.quads_for_pattern(None, None, None, None)}
    sorts = {}
    for iri in sorted(iri for iri in iris if iri.startswith(BASE)):
        sorts.setdefault(re.sub(r"[0-9a-f]{16}|\d+", "N", iri.split("/", 4)[4])[:30], iri)
    sample = [iri for iri in sorts.values() if "#" not in iri][:60]
    assert len(sample) >= 40
    for iri in sample:
        response = client.get(local(iri), headers={"Accept": "text/html"}, follow_redirects=True)
        assert response.status_code == 200, iri


def test_span_leads_into_its_source(client):
    response = client.get(f"/{SEED}/span/2157-2178.html")
    assert (response.status_code, response.headers["Location"]) == (
        303,
        f"/{SEED}.html?at=2157-2178#at",
    )


def test_graph_as_a_whole(client):
    data = client.get("/graph/src/" + SEED.partition("/")[2] + ".nt").data
    assert len(data.splitlines()) > 1000


def test_unknown_thing_names_what_comes_close(client):
    response = client.get("/instrument/tw/k12/qd/9999", headers={"Accept": "application/json"})
    assert response.status_code in (404, 406)
    response = client.get("/instrument/tw/k99/qd/124.html", headers={"Accept": "text/html"})
    assert response.status_code == 404
    soup = BeautifulSoup(response.data, "html.parser")
    assert f"/{Q124}" in {link["href"] for link in soup.main.find_all("a")}


# --- what the pages say


def test_home_says_what_is_loaded(client):
    said = text_of(client, "/")
    assert "1 văn bản nguồn" in said
    assert "Quy định 124-QĐ/TW" in said


def test_search_without_diacritics(client):
    links = [link["href"] for link in page(client, "/search?q=quy+dinh+124").select(".plainlist a")]
    assert links[0] == f"/{Q124}"


def test_search_as_json(client):
    found = client.get("/search?q=QĐ124/TW&format=json").json
    assert found["hits"][0]["iri"] == BASE + Q124
    assert found["truncated"] is False


def test_search_finds_nothing(client):
    assert MISSING in text_of(client, "/search?q=xyzzy")


def test_instrument_shows_its_facts_with_evidence(client):
    soup = page(client, f"/{Q124}")
    assert soup.h1.get_text() == "Quy định 124-QĐ/TW"
    facts = {dt.get_text(" ", strip=True): dt.parent for dt in soup.select("dl.facts dt")}
    assert "02/02/2018" in facts["ngày ban hành"].get_text()
    issuer = facts["cơ quan ban hành"]
    assert issuer.a["href"] == "/body/ban-bi-thu"
    for fact in facts.values():
        assert fact.select("details.evidence .proof")
    quote = issuer.select_one(".proof mark").get_text()
    assert "124-QĐ/TW" in quote


def test_evidence_leads_to_the_very_words(client, seed):
    soup = page(client, f"/{Q124}")
    link = soup.select_one('.proof a[href*="?at="]')
    quote = link.find_parent(class_="proof").mark.get_text()
    marked = page(client, link["href"].partition("#")[0]).select(".sourcetext mark")
    assert "".join(mark.get_text() for mark in marked) == quote


def test_instrument_warns_of_its_namesake(client):
    notice = page(client, f"/{Q124}").select_one(".notice")
    assert notice.a["href"] == "/instrument/tw/k13/qd/124"
    assert "04/10/2023" in notice.get_text()


def test_ladder_names_who_implements_at_each_level(client):
    soup = page(client, f"/{Q124}")
    ladder = soup.find(id="implementation").get_text(" ", strip=True)
    assert "Huyện ủy Mù Cang Chải" in ladder
    assert "171/KH-MTTQ-BTT" in ladder


def test_inspection_names_its_units_once(client):
    table = page(client, f"/{Q124}").find(id="inspections").table
    first = table.tbody.tr.get_text(" ", strip=True)
    for unit in ("Lao Chải", "Chế Cu Nha", "Mồ Dề", "Nậm Khắt", "Púng Luông"):
        assert first.count(f"Đảng bộ xã {unit}") == 1
    assert "18/08/2021" in first


def test_section_without_content_says_so(client):
    said = page(client, "/instrument/mttq-yen-bai/2021/kh/171").find(id="findings").get_text()
    assert MISSING in said


def test_conflicts_stand_side_by_side(report):
    soup = page(report, "/conflicts")
    columns = soup.select(".versus > div")
    assert [column.h3.get_text(strip=True) for column in columns] == ["03/10/2017", "03/10/2018"]
    assert [column.mark.get_text() for column in columns] == [
        "Quy định 99-QĐ/TW ngày 03/10/2017",
        "Quy định 99-QĐ/TW ngày 03/10/2018",
    ]
    assert not re.search(r"\bsai\b|vi phạm|lỗi", soup.main.get_text())


def test_masked_stays_masked(report):
    said = text_of(report, f"/{REPORT}")
    assert "có 1 đơn tố cáo đồng chí ███████" in said


def test_source_is_shown_as_printed(client, seed):
    soup = page(client, f"/{SEED}")
    text = client.get(f"/{SEED}.nt").data.decode("utf-8")
    assert "vankien/ontology#text" in text
    paragraphs = [p.get_text() for p in soup.select(".sourcetext p")]
    assert any(p.startswith("Từ ngày 18 - 22/8/2021, Đoàn Giám sát của") for p in paragraphs)
    assert soup.select("details.furniture")
    cited = {a["href"] for a in soup.select(".sourcetext a.citation")}
    assert f"/{Q124}" in cited


def test_every_mark_says_what_the_drawer_shows(client):
    """The script fills the page's one template with what stands in a mark's attributes."""
    soup = page(client, f"/{SEED}")
    marks = soup.select("a.mention")
    assert marks
    assert all(mark["data-reading"] and mark["data-place"] for mark in marks)
    quotes = [mark.get("data-quote", mark.get_text()) for mark in marks]
    assert all(quotes)
    assert soup.select_one("template#reading blockquote mark")


def test_question_page_and_its_data_agree(client):
    rows_shown = page(client, "/queries/instruments").select("tbody tr")
    data = client.get("/api/instruments").json
    assert len(rows_shown) == len(data["rows"])
    csv = client.get("/api/instruments?format=csv").data.decode("utf-8-sig")
    assert csv.splitlines()[0].split(",") == data["columns"]


def test_question_waits_for_what_it_needs(client):
    assert "Điền các ô có dấu *" in text_of(client, "/queries/coverage") or page(
        client, "/queries/coverage"
    ).find("table")


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/nope", 404),
        ("/api/no-such-question", 404),
        ("/queries/no-such-question", 404),
        ("/api/cited-by?number=9999-Q%C4%90/TW", 404),
        ("/api/instruments?colour=red", 400),
        ("/explore?iri=instrument/none", 404),
    ],
)
@pytest.mark.parametrize("accept", ["text/html", "application/json"])
def test_problem_in_the_form_asked_for(client, path, status, accept):
    response = client.get(path, headers={"Accept": accept})
    assert (response.status_code, response.mimetype) == (status, accept)


def test_empty_store_says_what_to_do(tmp_path):
    app = create_app(tmp_path / "nothing", Workers(tmp_path / "nothing", size=1))
    response = app.test_client().get("/", headers={"Accept": "text/html"})
    assert response.status_code == 503
    assert "vankien load" in response.data.decode()


def test_new_version_is_seen_without_a_restart(tmp_path):
    lines = (ROOT / "tests/data/report.nq").read_text(encoding="utf-8").splitlines()
    client = create_app(tmp_path, Workers(tmp_path, size=1)).test_client()
    assert client.get("/healthz").status_code == 503
    with Store.open(tmp_path) as store:
        store.add(lines, REPORT.partition("/")[2], "report.txt")
        store.publish()
    assert client.get("/healthz").json["version"] == 1


def test_language_is_kept(client):
    client.get("/?lang=en")
    assert BeautifulSoup(client.get("/dataset").data, "html.parser").html["lang"] == "en"
    client.get("/?lang=vi")
    assert BeautifulSoup(client.get("/dataset").data, "html.parser").html["lang"] == "vi"


def test_every_column_has_its_words():
    columns = {column for question in questions().values() for column in question.columns}
    parameters = {p.name for question in questions().values() for p in question.parameters}
    evidence = {"source", "quote", "start", "end", "authority"}
    assert columns - evidence <= words()["columns"].keys()
    assert parameters <= words()["parameters"].keys()


# --- the parts


@pytest.mark.parametrize(
    ("iri", "path", "sort"),
    [
        (BASE + Q124, f"/{Q124}", "instrument"),
        (BASE + "place/04492-pung-luong@2025", "/place/04492-pung-luong@2025", "place"),
        (BASE + SEED + "/finding/12", f"/{SEED}/finding/12", "part"),
        (BASE + "ontology#cites", "/ontology#cites", "ontology"),
    ],
)
def test_local(iri, path, sort):
    assert (local(iri), sort_of(iri)) == (path, sort)


def test_local_leaves_other_hosts_alone():
    assert local("https://example.org/a") == "https://example.org/a"
    assert passage(BASE + SEED, 1, 2) == f"/{SEED}.html?at=1-2#at"


@pytest.mark.parametrize(
    ("iso", "shown"),
    [("2018-02-02", "02/02/2018"), ("2021-07", "7/2021"), ("2025", "2025"), ("Quý IV", "Quý IV")],
)
def test_shown_date(iso, shown):
    assert shown_date(iso) == shown


def test_numbers_stay_unbroken_and_text_is_escaped():
    shown = unbroken("theo Quy định số 124-QĐ/TW, <b>64/2014/NĐ-CP</b>")
    assert shown.count('<span class="number">') == 2
    assert '<span class="number">124-QĐ/TW</span>,' in shown
    assert "&lt;b&gt;" in shown


def test_blocks_lose_nothing_but_line_ends():
    text = "Trang chủ\nMột câu.\n\nHai câu; in lại.\nCuối trang"
    end, again = text.index("Cuối"), text.index("Hai")
    made = blocks(text, [], [(0, 9), (end, len(text))], [(again, end)], (10, 13))
    assert [block.furniture for block in made] == [True, False, False, True]
    assert "".join(p.text for b in made for p in b.pieces) == text.replace("\n", "")
    assert [p.text for b in made for p in b.pieces if p.target] == ["Một"]


def test_layout_gives_each_node_its_own_place():
    names = [f"n{number}" for number in range(120)]
    for places in (rings("n0", names[1:]), rows("n0", {name: len(name) for name in names})):
        assert places.keys() == set(names)
        assert len(set(places.values())) == len(names)


def test_relations_to_the_chosen_node_pass_between_the_others():
    names = {f"n{number}": level for number, level in enumerate([1, 1, 1, 2, 2, 2, 2])}
    places = rows("c", {"c": 0, **names})
    centre, others = places.pop("c"), list(places.values())
    for x, y in others:
        for other_x, other_y in others:
            if centre[1] < other_y < y:
                crossing = centre[0] + (x - centre[0]) * (other_y - centre[1]) / (y - centre[1])
                assert abs(crossing - other_x) > 40


# --- what a stranger stumbled over


def test_namesakes_are_told_apart_where_they_are_linked(client):
    links = page(client, "/search?of=instrument&kind=kind/quy-dinh").find_all(
        "a", href=re.compile("/qd/124$")
    )
    assert {link.get_text() for link in links} == {
        "Quy định 124-QĐ/TW (2018)",
        "Quy định 124-QĐ/TW (2023)",
    }
    then_and_now = text_of(client, "/place/04474-lao-chai@truoc-2025")
    assert "xã Lao Chải (từ 01/07/2025)" in then_and_now


@pytest.mark.parametrize(
    ("iso", "said"),
    [("2018-02-02", "ngày 02/02/2018"), ("2021-07", "tháng 7/2021"), ("2023", "năm 2023")],
)
def test_a_date_is_introduced_by_what_it_is(client, iso, said):
    with client.application.test_request_context("/"):
        assert dated(iso) == said


def test_a_conflict_shows_the_record_beside_the_only_value(client):
    sections = {
        s.h2.get_text(" ", strip=True): s for s in page(client, "/conflicts").select("section")
    }
    issuer = sections["Quyết định 99-QĐ/TW (2017 | 2018) · cơ quan ban hành"]
    assert issuer.select_one(".recorded h3").get_text(" ", strip=True) == "Ban Bí thư gợi ý"
    assert issuer.select_one(".recorded .tone.authority")
    assert "khác với danh mục chuẩn" in issuer.get_text()


def test_inspected_units_stand_on_the_ladder(client):
    commune = page(client, f"/{Q124}").select(".ladder > li")[3].get_text(" ", strip=True)
    assert "Được giám sát, kiểm tra" in commune
    assert "Đảng bộ xã Lao Chải" in commune


def test_findings_of_several_units_are_not_laid_on_one(client):
    said = page(client, "/body/dang-bo-xa-lao-chai-04474").find(id="findings").get_text()
    assert "chưa nói gì riêng về đơn vị này" in said


def test_a_person_has_a_position_with_its_sentence(client):
    leader = page(client, "/search?q=phung+quang+huy").select_one('main a[href^="/person/"]')
    positions = page(client, leader["href"]).find(id="positions")
    assert "Phó Chủ tịch Thường trực" in positions.get_text()
    assert positions.select(".proof mark")


def test_findings_of_an_inspection_stand_in_the_order_of_the_text(client):
    first = page(client, "/inspection/af544005bf90c07d-1749").find(id="findings")
    after = first.find("a", rel="next")["href"].partition("#")[0]
    second = page(client, after).find(id="findings")
    rows = [row for part in (first, second) for row in part.table.tbody.find_all("tr")]
    sorts = [row.td.get_text(strip=True) for row in rows]
    assert list(dict.fromkeys(sorts)) == ["kết quả", "hạn chế", "nguyên nhân", "đánh giá"]


@pytest.mark.parametrize("path", PAGES)
def test_no_name_is_the_end_of_an_iri(client, path):
    """What leads to one of our things is called by a name, not by a slug or a number."""
    links = page(client, path).main.select("a[href^='/']")
    things = [a for a in links if sort_of(BASE + a["href"][1:]) in THINGS and "." not in a["href"]]
    for link in things:
        assert link.get_text(strip=True) != link["href"].rsplit("/", 1)[1]


def test_every_relation_has_a_name_from_its_other_end(client):
    for path in (f"/{Q124}", "/body/huyen-uy-mu-cang-chai", "/body/ban-bi-thu", "/kind/quy-dinh"):
        for heading in page(client, path).select("#relations h3"):
            assert not heading.get_text().startswith("←")


def test_a_wrapped_line_goes_on_in_the_words_around_a_quote():
    assert head(", sửa đổi, bổ\nsung một số điều\nĐiều 2") == ", sửa đổi, bổ\nsung một số điều"
    assert tail("Điều 1\nCăn cứ\ntheo ") == "Căn cứ\ntheo "
    assert tail("đoạn trước.\n") == ""


def test_a_syntax_error_names_its_place_once(client):
    response = client.get("/sparql-editor?query=SELECT+*+WHERE+%7B+%3Fs+%3Fp%0A%3Fo+.+%3Fx+%7D")
    said = BeautifulSoup(response.data, "html.parser").select_one(".notice").get_text()
    assert said.count("dòng 2, cột") == 1


def test_pages_are_packed_for_those_who_take_it(client):
    whole = client.get(f"/{Q124}.html").data
    response = client.get(f"/{Q124}.html", headers={"Accept-Encoding": "gzip"})
    assert gzip.decompress(response.data) == whole
    assert "Accept-Encoding" in response.headers["Vary"]
    assert client.get(f"/{Q124}.html", headers={"Accept-Encoding": "gzip;q=0"}).data == whole


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_light(client, path):
    response = client.get(path, headers={"Accept-Encoding": "gzip", "Accept": "text/html"})
    assert len(response.data) < 200_000


# --- what a hostile visitor tries

ODD = [
    "<script>alert(1)</script>",
    "\"'><img src=x onerror=alert(1)>",
    "\x00\x01\r\n",
    "\u202e124",
    "a" * 10_000,
    "%",
    '"',
    "²-٣",
    "https://w3id.org/vankien/<>",
    "javascript:alert(1)",
    "2021-13-45",
]
ROUTES = [
    "/search?q={}",
    "/explore?iri={}",
    "/explore?iri=instrument/tw/k12/qd/124&open={}&as_of={}",
    "/explore?path={}&hide={}&without={}&reach={}",
    "/explore/thing?of={}",
    "/explore/link?start={}&predicate={}&end={}",
    "/api/explore?spread={}&shut={}",
    "/queries/cites?source={}",
    "/queries/inspections?unit={}&from={}",
    "/api/cited-by?number={}",
    "/api/cited-by?iri={}",
    "/sparql-editor?query={}",
    f"/{SEED}.html?at={{}}",
    f"/{SEED}/span/{{}}",
    "/instrument/{}",
    "/instrument/{}.html",
    "/graph/{}.ttl",
    "/queries/{}",
    "/?lang={}",
]


@pytest.mark.parametrize("route", ROUTES)
def test_odd_input_is_answered_and_shown_as_text(client, route):
    for odd in ODD:
        given = quote(odd, safe="")
        response = client.get(route.format(*[given] * 4), headers={"Accept": "text/html"})
        assert response.status_code < 500, (route, odd[:40])
        assert b"<script>alert" not in response.data
        assert b"<img src=x" not in response.data


def test_hostile_text_is_shown_as_text(tmp_path):
    hostile = (
        "<img src=x onerror=alert(1)>\n\nThực hiện Quy định số 124-QĐ/TW \u202e<script>alert(1)"
    )
    reading = read(SourceText(hostile, "<script>alert(2)</script>.txt"))
    with Store.open(tmp_path / "store") as store:
        store.add(quads(reading), reading.source.id, "<script>alert(2)</script>.txt")
        store.publish()
    workers = Workers(tmp_path / "store", size=1, timeout=20)
    hostile_client = create_app(tmp_path / "store", workers).test_client()
    source = f"/source/{reading.source.id}"
    for path in ("/", "/dataset", source, f"/{Q124}", f"/explore?iri={source}", "/search?q=script"):
        soup = page(hostile_client, path)
        assert not soup.find_all("img")
        for script in soup.find_all("script"):
            assert "alert" not in script.get_text() or script["type"].startswith("application/")
    workers.close()


@pytest.mark.parametrize("path", PAGES)
def test_html_has_no_parse_error(client, path):
    response = client.get(path, headers={"Accept": "text/html"}, follow_redirects=True)
    HTMLParser(strict=True).parse(response.data.decode("utf-8"))


def _tones(block):
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6})", block))


def _luminance(colour):
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_contrast_is_enough_in_light_and_dark():
    """AA: 4.5 to 1 for every ink on every ground that it stands on."""
    css = (ROOT / "web/static/vankien.css").read_text(encoding="utf-8")
    light, dark, *_ = [_tones(block) for block in re.findall(r":root \{(.*?)\}", css, re.DOTALL)]
    for tones in (light, dark):
        inks = ("ink", "quiet", "accent", "authority", "rule", "review", "warning", "conflict")
        pairs = [(ink, ground) for ink in inks for ground in ("paper", "sheet", "wash")]
        pairs += [("ink", "evidence"), ("paper", "accent")]
        pairs += [("level-0-ink", "level-0"), ("level-1-ink", "level-1")]
        pairs += [("ink", f"level-{level}") for level in (2, 3, 4)]
        for ink, ground in pairs:
            low, high = sorted((_luminance(tones[ink]), _luminance(tones[ground])))
            assert (high + 0.05) / (low + 0.05) >= 4.5, (ink, ground)


def test_a_print_names_its_sources_once_at_its_end(client):
    soup = page(client, f"/{Q124}")
    sources, rights = soup.main.select(".print-only")
    assert [SEED in each.get_text() for each in sources.find_all("li")] == [True]
    assert "không thay thế văn bản gốc" in rights.get_text()


def test_the_whole_dataset_is_taken_away_with_its_checksum(client, seed):
    """Sorted, public, the same bytes for the same version; the page names it once it is made."""
    told = client.get("/dataset.nq.gz.sha256").get_data(as_text=True)
    with client.get("/dataset.nq.gz") as sent:
        data = sent.data
    assert told.split() == [
        hashlib.sha256(data).hexdigest(),
        f"vankien-{seed.version.number}.nq.gz",
    ]
    assert told.split()[0] in text_of(client, "/dataset")
    written = io.BytesIO()
    export(seed, "nq", None, written)
    said, _, lines = gzip.decompress(data).partition(b"\n")
    assert said.decode().startswith("# Không phải bản chính")
    assert lines == written.getvalue()
    assert lines.splitlines() == sorted(lines.splitlines())
    assert list(parse(gzip.decompress(data), format=RdfFormat.N_QUADS))
