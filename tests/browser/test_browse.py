"""One walk through the running application: search, page, graph, the sentence behind an edge."""

import json
import shutil
import socket
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from selenium import webdriver
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.expected_conditions import element_to_be_clickable
from selenium.webdriver.support.wait import WebDriverWait

CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
DRIVER = shutil.which("chromedriver") or "/usr/bin/chromedriver"
pytestmark = pytest.mark.skipif(
    not (Path(CHROMIUM).exists() and Path(DRIVER).exists()),
    reason="chromium and chromium-driver are not installed",
)
FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--window-size=1280,1400",
)
SERVE = "import sys; from web.serving import serve; serve(sys.argv[1], port=int(sys.argv[2]))"
# Where the middle of an edge lies on the page: halfway between the ends that vis-network draws.
MIDDLE_OF_AN_EDGE = """
const place = document.getElementById("network"), network = place.network;
const edge = JSON.parse(document.getElementById("drawing").textContent).edges
  .find((each) => each.title === arguments[0]);
const ends = network.getPositions([edge.from, edge.to]);
const middle = network.canvasToDOM({
  x: (ends[edge.from].x + ends[edge.to].x) / 2, y: (ends[edge.from].y + ends[edge.to].y) / 2,
});
return [middle.x - place.clientWidth / 2, middle.y - place.clientHeight / 2].map(Math.round);
"""


@pytest.fixture(scope="module")
def address(seeded):
    """The address of the real server on the seed."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = subprocess.Popen([sys.executable, "-c", SERVE, str(seeded), str(port)])
    base = f"http://127.0.0.1:{port}"
    try:
        WebDriverWait(None, 30, 0.1, [OSError]).until(
            lambda _: urlopen(f"{base}/healthz").close() or 1
        )
        yield base
    finally:
        server.terminate()
        server.wait(20)


@pytest.fixture
def browser(tmp_path):
    """A Chromium with a fresh profile that records every request and every message."""
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for flag in (*FLAGS, f"--user-data-dir={tmp_path / 'profile'}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
    driver = webdriver.Chrome(options, webdriver.ChromeService(DRIVER))
    yield driver
    driver.quit()


def requested(browser):
    """The hosts of all requests so far."""
    messages = [json.loads(each["message"])["message"] for each in browser.get_log("performance")]
    sent = [m["params"] for m in messages if m["method"] == "Network.requestWillBeSent"]
    urls = [urlsplit(params["request"]["url"]) for params in sent]
    return {url.hostname for url in urls if url.scheme not in ("data", "blob", "chrome", "about")}


def test_the_keyboard_reaches_everything_and_gets_back(browser, address):
    browser.get(f"{address}/instrument/tw/k12/qd/124.html")
    ActionChains(browser).send_keys(Keys.TAB).perform()
    skip = browser.switch_to.active_element
    assert skip.get_attribute("href").endswith("#main")
    assert skip.value_of_css_property("outline-style") == "solid"

    fact = browser.find_element(By.CSS_SELECTOR, "dl.facts details.evidence summary")
    fact.send_keys(Keys.ENTER)
    drawer = browser.find_element(By.ID, "drawer")
    WebDriverWait(browser, 20).until(lambda _: drawer.is_displayed())
    browser.switch_to.active_element.send_keys(Keys.ESCAPE)
    assert not drawer.is_displayed()
    assert browser.switch_to.active_element == fact


PATHS = (
    "/",
    "/conflicts",
    "/explore",
    "/queries/inspections",
    "/sparql-editor",
    "/dataset",
    "/ontology",
)


def test_no_page_asks_another_host_or_breaks_the_policy(browser, address):
    for path in PATHS:
        browser.get(f"{address}{path}")
    assert requested(browser) == {"127.0.0.1"}
    assert [entry for entry in browser.get_log("browser") if entry["level"] == "SEVERE"] == []


def test_search_page_graph_and_the_sentence_behind_an_edge(browser, address):
    wait = WebDriverWait(browser, 20)
    browser.get(address)
    field = browser.find_element(By.CSS_SELECTOR, "main input[type=search]")
    field.send_keys("quy dinh 124")
    field.submit()
    wait.until(element_to_be_clickable((By.LINK_TEXT, "Quy định 124-QĐ/TW"))).click()
    wait.until(lambda b: b.find_element(By.TAG_NAME, "h1").text == "Quy định 124-QĐ/TW")

    # A fact's evidence opens in the drawer, which pushes the page and covers nothing.
    browser.find_element(By.CSS_SELECTOR, "dl.facts details.evidence summary").click()
    drawer = browser.find_element(By.ID, "drawer")
    wait.until(lambda _: drawer.is_displayed())
    main = browser.find_element(By.TAG_NAME, "main").rect
    assert main["x"] + main["width"] <= drawer.rect["x"]

    browser.find_element(By.LINK_TEXT, "Đồ thị").click()
    wait.until(lambda b: b.execute_script("return !!document.getElementById('network')?.network"))
    network = browser.find_element(By.ID, "network")
    relation = "bị nhầm với"
    x, y = browser.execute_script(MIDDLE_OF_AN_EDGE, relation)
    ActionChains(browser).move_to_element_with_offset(network, x, y).click().perform()
    drawer = browser.find_element(By.ID, "drawer")
    wait.until(lambda _: drawer.is_displayed())
    assert relation in drawer.text
    quote = drawer.find_element(By.CSS_SELECTOR, "blockquote mark").text
    assert "nhầm lẫn giữa giám sát theo Quy định số 124-QĐ/TW" in quote
    assert "Quyết định số 217-QĐ/TW" in quote

    assert requested(browser) == {"127.0.0.1"}
    assert [entry for entry in browser.get_log("browser") if entry["level"] == "SEVERE"] == []
