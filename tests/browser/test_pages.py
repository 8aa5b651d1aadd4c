"""What readers do, in a real browser on the real server: find, read, filter, print, decide."""

import base64
import hashlib
import io
import os
import re
import socket
import subprocess
import sys
from pathlib import Path
from urllib.parse import parse_qs, urlsplit
from urllib.request import urlopen

import pypdfium2
import pytest
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.common.print_page_options import PrintOptions
from selenium.webdriver.support.wait import WebDriverWait

from graph.store import Store
from loaders.model import SourceText
from loaders.quads import quads
from loaders.reading import read

HERE = Path(__file__).parent
AXE = HERE / "vendor" / "axe.min.js"
REGULATION = "Quy định 124-QĐ/TW"
SERVE = "import sys; from web.serving import serve; serve(sys.argv[1], port=int(sys.argv[2]))"
PAGES = (
    "/",
    "/search?q=124+qd+tw",
    "/search?q=142-QD/TW",
    "/search?of=instrument",
    "/instrument/tw/k12/qd/124.html",
    "/instrument/tw/k12/qd/99.html",
    "/body/huyen-uy-mu-cang-chai.html",
    "/place/137-mu-cang-chai@truoc-2025.html",
    "/inspection/af544005bf90c07d-1749.html",
    "/source/af544005bf90c07d.html",
    "/kind/quy-dinh.html",
    "/term/tw/k12.html",
    "/register/tw/k12/qd.html",
    "/concept/giam-sat.html",
    "/conflicts",
    "/dataset",
    "/trace?number=99-QD/TW&depth=2",
    "/trace?number=124-QD/TW&to=findings&via=mandate,inspection,unit&paths=1",
    "/queries",
    "/queries/inspections",
    "/review?instrument=/instrument/tw/k12/qd/99",
    "/nothing-here",
)


def waiting(browser):
    return WebDriverWait(browser, 20)


def element(browser, selector):
    return browser.find_element(By.CSS_SELECTOR, selector)


def elements(browser, selector):
    return browser.find_elements(By.CSS_SELECTOR, selector)


def test_one_box_finds_a_number_in_five_spellings(browser, address):
    for typed in ("124 qd tw", "quy dinh 124", "QĐ124/TW", "124-QĐ/TW", "Quy định số 124"):
        browser.get(address)
        field = element(browser, "main input[type=search]")
        field.send_keys(typed)
        field.submit()
        waiting(browser).until(lambda b: "/search" in b.current_url)
        assert element(browser, ".results .plainlist a").text == REGULATION, typed


def test_a_suggestion_is_chosen_by_the_keyboard(browser, address):
    browser.get(address)
    field = element(browser, "#q")
    field.send_keys("124 q")
    waiting(browser).until(lambda b: elements(b, ".suggestions li"))
    assert field.get_attribute("aria-expanded") == "true"
    assert elements(browser, ".suggestions li")[0].text.startswith(f"{REGULATION} (2018)")
    field.send_keys(Keys.ARROW_DOWN)
    chosen = field.get_attribute("aria-activedescendant")
    assert browser.find_element(By.ID, chosen).get_attribute("aria-selected") == "true"
    field.send_keys(Keys.ENTER)
    waiting(browser).until(lambda b: b.find_element(By.TAG_NAME, "h1").text == REGULATION)


def test_a_filter_stands_in_the_address_and_leaves_what_it_says(browser, address):
    browser.get(f"{address}/search?of=instrument")
    filters = elements(browser, ".facets li")
    regulation = next(each for each in filters if each.text.startswith("Quy định"))
    count = regulation.find_element(By.CSS_SELECTOR, ".count").text
    regulation.find_element(By.TAG_NAME, "a").click()
    waiting(browser).until(lambda b: "kind=" in b.current_url)
    assert parse_qs(urlsplit(browser.current_url).query)["kind"] == ["kind/quy-dinh"]
    assert elements(browser, "tbody tr")
    assert element(browser, ".results .lead p").text.startswith(f"{count} kết quả")


def test_from_an_instrument_to_the_sentence_in_one_click(browser, address):
    browser.get(f"{address}/instrument/tw/k12/qd/124.html")
    issuer = next(
        each
        for each in elements(browser, "dl.facts > div")
        if "cơ quan ban hành" in each.text.lower()
    )
    issuer.find_element(By.CSS_SELECTOR, "details.evidence summary").click()
    drawer = element(browser, "#drawer")
    waiting(browser).until(lambda _: drawer.is_displayed())
    assert "124-QĐ/TW" in drawer.find_element(By.CSS_SELECTOR, "blockquote mark").text
    drawer.find_element(By.LINK_TEXT, "Mở trong văn bản").click()
    waiting(browser).until(lambda b: "/source/" in b.current_url)
    target = element(browser, "mark#at")
    top = browser.execute_script("return arguments[0].getBoundingClientRect().top", target)
    assert 0 <= top < browser.execute_script("return innerHeight")


def test_a_commune_then_and_now(browser, address):
    browser.get(f"{address}/place/04474-lao-chai@truoc-2025.html")
    said = element(browser, "main").text
    assert "xã Lao Chải" in said
    now = browser.find_element(By.PARTIAL_LINK_TEXT, "(từ 01/07/2025)")
    now.click()
    waiting(browser).until(lambda b: "@2025" in b.current_url)
    assert "đến 30/06/2025" in element(browser, "main").text


def test_a_long_list_turns_its_pages(browser, address):
    browser.get(f"{address}/instrument/tw/k12/qd/124.html")
    findings = element(browser, "#findings")
    first = findings.find_element(By.CSS_SELECTOR, "tbody tr").text
    findings.find_element(By.CSS_SELECTOR, "a[rel=next]").click()
    waiting(browser).until(lambda b: "findings=2" in b.current_url)
    assert element(browser, "#findings tbody tr").text != first
    assert elements(browser, "#findings a[rel=prev]")


def test_a_conflict_shows_both_quotes(browser, address):
    browser.get(f"{address}/conflicts")
    section = next(
        each
        for each in elements(browser, "main section")
        if re.match(
            "Quyết định 99-QĐ/TW .* ngày ban hành", each.find_element(By.TAG_NAME, "h2").text
        )
    )
    quotes = [
        each.text for each in section.find_elements(By.CSS_SELECTOR, ".versus blockquote mark")
    ]
    assert any("03/10/2017" in each for each in quotes)
    assert any("03/10/2018" in each for each in quotes)


def test_english_by_a_switch_that_is_kept(browser, address):
    browser.get(f"{address}/instrument/tw/k12/qd/124.html")
    element(browser, ".languages a[hreflang=en]").click()
    waiting(browser).until(lambda b: element(b, "html").get_attribute("lang") == "en")
    assert "Implementation ladder" in element(browser, "main").text
    browser.get(f"{address}/search?q=124")
    assert "results" in element(browser, ".results").text


def test_without_a_mouse(browser, address):
    browser.get(f"{address}/search?q=124+qd+tw")
    for _ in range(60):
        ActionChains(browser).send_keys(Keys.TAB).perform()
        if browser.switch_to.active_element.text == REGULATION:
            break
    outline = browser.switch_to.active_element.value_of_css_property("outline-style")
    assert outline == "solid"
    browser.switch_to.active_element.send_keys(Keys.ENTER)
    waiting(browser).until(lambda b: b.find_element(By.TAG_NAME, "h1").text == REGULATION)


def test_nothing_is_wider_than_a_phone(started, address):
    with started() as browser:
        size = {"width": 360, "height": 780, "deviceScaleFactor": 1, "mobile": True}
        browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        for path in PAGES:
            browser.get(f"{address}{path}")
            wide = browser.execute_script("return document.documentElement.scrollWidth")
            assert wide <= 360, path


def test_without_javascript_the_evidence_opens_in_its_place(started, address):
    with started("--blink-settings=scriptEnabled=false") as browser:
        browser.get(f"{address}/instrument/tw/k12/qd/124.html")
        evidence = element(browser, "dl.facts details.evidence")
        evidence.find_element(By.TAG_NAME, "summary").click()
        assert evidence.get_attribute("open")
        assert evidence.find_element(By.CSS_SELECTOR, ".proof").is_displayed()
        element(browser, "#q").send_keys("quy dinh 124")
        element(browser, "header form button").click()
        waiting(browser).until(lambda b: elements(b, ".results .plainlist a"))


def test_a_print_is_a4_with_its_sources_and_the_caution(browser, address):
    browser.get(f"{address}/instrument/tw/k12/qd/124.html")
    options = PrintOptions()
    options.page_width, options.page_height = 21.0, 29.7
    pdf = pypdfium2.PdfDocument(io.BytesIO(base64.b64decode(browser.print_page(options))))
    width, height = pdf[0].get_size()
    assert abs(width - 595) < 2
    assert abs(height - 842) < 2
    said = " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in pdf)
    assert "Không phải bản chính, không thay thế văn bản gốc" in said
    assert "Bộ dữ liệu, phiên bản" in said
    assert REGULATION in said
    assert len(pdf) < 25


def test_every_request_of_every_page_goes_to_the_server_itself(browser, address, requested):
    for path in PAGES:
        browser.get(f"{address}{path}")
    assert {url.hostname for url in requested(browser)} == {"127.0.0.1"}
    severe = [each for each in browser.get_log("browser") if each["level"] == "SEVERE"]
    # the one page that is not there says so with its status
    assert [each["message"] for each in severe if "/nothing-here" not in each["message"]] == []


def test_axe_is_what_it_was():
    said = (AXE.parent / "VENDORED.md").read_text(encoding="utf-8")
    assert hashlib.sha256(AXE.read_bytes()).hexdigest() in said


RULES = "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']"
RUN = f"""
const done = arguments[arguments.length - 1];
axe.run(document, {{runOnly: {{type: 'tag', values: {RULES}}}, resultTypes: ['violations']}})
  .then((found) => done(found.violations.map(
    (each) => `${{each.id}} (${{each.nodes.length}}): ${{each.nodes[0].html.slice(0, 120)}}`)),
    (error) => done([String(error)]));
"""


@pytest.mark.parametrize(("language", "scheme"), [("vi", "light"), ("en", "light"), ("vi", "dark")])
def test_no_page_breaks_a_rule_of_wcag(started, address, language, scheme):
    code = AXE.read_text(encoding="utf-8")
    found = {}
    with started() as browser:
        media = {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", media)
        for path in PAGES:
            mark = "&" if "?" in path else "?"
            browser.get(f"{address}{path}{mark}lang={language}")
            browser.execute_script(code)
            found[path] = browser.execute_async_script(RUN)
    assert [f"{path} {told}" for path, each in found.items() for told in each] == []


@pytest.fixture
def reviewing(tmp_path, seed_text):
    """A server on a store of its own with a curator's token: (address, reload the source)."""
    directory = tmp_path / "store"

    def load(reader):
        reading = read(SourceText(seed_text, "seed.txt"))
        with Store.open(directory) as store:
            store.add(quads(reading), reading.source.id, "seed.txt", reader)
            store.publish()

    load("one")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-c", SERVE, str(directory), str(port)]
    server = subprocess.Popen(command, env={**os.environ, "VANKIEN_TOKEN": "mai:Zx81"})
    base = f"http://127.0.0.1:{port}"
    try:
        WebDriverWait(None, 30, 0.1, [OSError]).until(
            lambda _: urlopen(f"{base}/healthz").close() or 1
        )
        yield base, load
    finally:
        server.terminate()
        server.wait(20)


def test_a_decision_survives_a_reload_of_its_source(browser, reviewing):
    address, load = reviewing
    instrument = "/instrument/tw/k12/qd/99"
    browser.get(f"{address}/review?instrument={instrument}")
    element(browser, "input[name=token]").send_keys("Zx81")
    element(browser, "input[name=token]").submit()
    waiting(browser).until(lambda b: "mai" in element(b, "main").text)
    browser.get(f"{address}/review?instrument={instrument}")
    element(browser, "input[name=value][value='2017-10-03']").click()
    element(browser, "form.deciding button").click()
    waiting(browser).until(lambda b: b.current_url.endswith(f"{instrument}.html"))
    for reader in (None, "anotherloader"):
        if reader:
            load(reader)
        browser.get(f"{address}{instrument}.html")
        issued = next(
            each
            for each in elements(browser, "dl.facts > div")
            if each.text.lower().startswith("ngày ban hành")
        )
        assert "03/10/2017" in issued.text
        assert "03/10/2018" not in issued.text
        assert "bác bỏ · mai" in element(browser, "main").text
