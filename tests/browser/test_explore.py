"""The graph page in a browser on the real server: by mouse, by keys alone, by touch."""

import json
import xml.etree.ElementTree as ET
from urllib.parse import parse_qs, urlsplit
from urllib.request import Request, urlopen

import pytest
from bs4 import BeautifulSoup
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.wait import WebDriverWait

Q124 = "instrument/tw/k12/qd/124"
UNIT = "body/huyen-uy-mu-cang-chai"
MORE = f"more:{UNIT}|out|carriesOut"
VIEW = """
const view = document.getElementById("network").view;
const onScreen = (id) => view.sigma.graphToViewport(view.graph.getNodeAttributes(id));
function halfway(title) {
  const edge = view.graph.findEdge((_, link) => link.title === title);
  const [one, other] = view.graph.extremities(edge).map(onScreen);
  return { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 };
}
"""


class Page:
    """The graph page as a reader handles it."""

    def __init__(self, browser, address):
        self.browser, self.address = browser, address
        self.wait = WebDriverWait(browser, 20, 0.05)

    def open(self, query):
        # an address that differs only behind its question mark would still be a new page
        self.browser.get("about:blank")
        self.browser.get(f"{self.address}/explore?{query}")
        self.wait.until(lambda b: b.execute_script("return document.body.dataset.painted"))
        return self

    def run(self, script, *arguments):
        return self.browser.execute_script(VIEW + script, *arguments)

    @property
    def nodes(self):
        return set(self.run("return view.graph.nodes()"))

    @property
    def edges(self):
        """What is drawn: (from, predicate, to) of every link."""
        script = """return view.graph.mapEdges((_, link) => link.links).flat()
            .filter((link) => link.predicate)
            .map((link) => [link.start, link.predicate, link.end])"""
        return {tuple(each) for each in self.run(script)}

    @property
    def table(self):
        """What the table says, from the addresses of its evidence."""
        links = self.browser.find_elements(By.CSS_SELECTOR, "#table a.evidence-of")
        return {told(each.get_attribute("href")) for each in links}

    @property
    def state(self):
        return parse_qs(urlsplit(self.browser.current_url).query)

    def without_script(self):
        """The table of this same address as a reader without a script has it."""
        request = Request(self.browser.current_url, headers={"Accept": "text/html"})
        with urlopen(request) as sent:
            soup = BeautifulSoup(sent.read(), "html.parser")
        return {told(each["href"]) for each in soup.select("#table a.evidence-of")}

    def at(self, script, *arguments):
        """A place in the window that a script gives within the picture, once that stands still.

        A drawer that opens or closes beside it, a layout or a camera under way move it: a click
        on where something stood would miss.
        """
        return self.browser.execute_async_script(
            VIEW
            + f"""const done = arguments[arguments.length - 1], given = arguments;
            const network = document.getElementById("network");
            network.scrollIntoView({{ block: "center", behavior: "instant" }});
            function found() {{ return {script}; }}
            let last = "", still = 0;
            requestAnimationFrame(function look() {{
              const box = network.getBoundingClientRect();
              const at = found.apply(null, given);
              const now = [Math.round(box.x + at.x), Math.round(box.y + at.y)];
              const moves = network.ariaBusy === "true" || view.sigma.getCamera().isAnimated();
              still = !moves && now.join() === last ? still + 1 : 0;
              last = now.join();
              if (still < 5) requestAnimationFrame(look);
              else done(now);
            }});""",
            *arguments,
        )

    def place(self, node):
        return self.at("onScreen(arguments[0])", node)

    def click(self, x, y):
        actions = ActionChains(self.browser, 0)
        actions.w3c_actions.pointer_action.move_to_location(x, y)
        actions.click().perform()

    def pick(self, node):
        self.click(*self.place(node))

    def drawer(self, text):
        drawer = self.browser.find_element(By.ID, "drawer")
        self.wait.until(lambda _: drawer.is_displayed() and text in drawer.text)
        return drawer

    def press(self, act):
        self.browser.find_element(By.CSS_SELECTOR, f"#explorer [data-do={act}]").click()

    def until(self, condition):
        self.wait.until(lambda _: condition())


def told(address):
    parts = parse_qs(urlsplit(address).query)
    return parts["start"][0], parts["predicate"][0], parts["end"][0]


@pytest.fixture(scope="module")
def page(started, address):
    with started("--window-size=1400,1200") as browser:
        yield Page(browser, address)


@pytest.fixture
def unit(page, requested):
    """The page around a district committee, nothing asked for since."""
    page.open(f"iri={UNIT}")
    requested(page.browser)
    return page


def asked_for_pictures(requests):
    return [each for each in requests if each.path == "/api/explore"]


def test_a_relation_opens_by_twelve_with_one_request_each(unit, requested):
    label = unit.run("return view.graph.getNodeAttribute(arguments[0], 'label')", MORE)
    assert label.endswith("(16)")
    unit.pick(MORE)
    unit.until(
        lambda: (
            unit.run("return view.graph.hasNode(arguments[0])", MORE)
            and "12 trên 16, tiếp 4"
            in unit.run("return view.graph.getNodeAttribute(arguments[0], 'label')", MORE)
        )
    )
    assert len(asked_for_pictures(requested(unit.browser))) == 1
    assert sum(predicate == "carriesOut" for _, predicate, _ in unit.edges) == 12
    unit.pick(MORE)
    unit.until(lambda: MORE not in unit.nodes)
    assert len(asked_for_pictures(requested(unit.browser))) == 1
    assert sum(predicate == "carriesOut" for _, predicate, _ in unit.edges) == 16
    assert unit.edges == unit.table == unit.without_script()


def test_counts_stand_before_opening_and_it_opens_closes_and_comes_back(page, requested):
    page.open(f"iri={Q124}")
    before = page.edges
    page.pick(UNIT)
    drawer = page.drawer("Huyện ủy Mù Cang Chải")
    line = drawer.find_element(By.CSS_SELECTOR, f"[data-step='{UNIT}|out|carriesOut']")
    assert line.get_attribute("data-total") == "16"
    requested(page.browser)
    line.find_element(By.CSS_SELECTOR, "[data-do=open]").click()
    page.until(lambda: len(page.edges) > len(before))
    assert len(asked_for_pictures(requested(page.browser))) == 1
    opened = page.edges
    page.drawer("12 trên 16").find_element(By.CSS_SELECTOR, "[data-do=collapse]").click()
    page.until(lambda: page.edges == before)
    page.press("undo")
    page.until(lambda: page.edges == opened)
    page.press("undo")
    page.until(lambda: page.edges == before)
    page.press("redo")
    page.until(lambda: page.edges == opened)
    # all that was drawn before is not asked for again
    assert asked_for_pictures(requested(page.browser)) == []


def test_legend_and_dates_filter_picture_and_table_alike(page):
    page.open(f"iri={Q124}")
    whole = page.edges
    box = page.browser.find_element(By.CSS_SELECTOR, ".legend input[value=finding]")
    box.click()
    page.until(lambda: page.edges < whole)
    assert page.edges == page.table == page.without_script()
    box.click()
    page.until(lambda: page.edges == whole)
    slider = page.browser.find_element(By.CSS_SELECTOR, "[name=as_of]")
    slider.send_keys(Keys.HOME)
    page.until(lambda: page.edges < whole and page.state.get("as_of"))
    assert page.edges == page.table == page.without_script()
    slider.send_keys(Keys.END)
    page.until(lambda: page.edges == whole and "as_of" not in page.state)


def test_days_are_typed_day_first(page):
    page.open(f"iri={Q124}")
    whole = page.edges
    since = page.browser.find_element(By.CSS_SELECTOR, "#explorer [name=from]")
    since.send_keys("31/2/2019", Keys.TAB)
    assert not page.browser.execute_script("return arguments[0].checkValidity()", since)
    assert "from" not in page.state
    since.clear()
    since.send_keys("1/2/2019", Keys.TAB)
    page.until(lambda: page.edges < whole)
    assert page.state["from"] == ["2019-02-01"]
    assert page.edges == page.table == page.without_script()
    assert since.get_attribute("value") == "01/02/2019"
    # an address that somebody typed holds the same
    typed = page.edges
    page.open(f"iri={Q124}&from=01/02/2019")
    assert page.edges == page.table == typed


def test_hidden_things_leave_and_return(page):
    page.open(f"iri={Q124}")
    page.pick(UNIT)
    page.drawer("Huyện ủy").find_element(By.CSS_SELECTOR, "[data-do=hide]").click()
    page.until(lambda: UNIT not in page.nodes)
    assert page.edges == page.table == page.without_script()
    page.press("undo")
    page.until(lambda: UNIT in page.nodes)


def test_a_path_between_two_and_its_address_in_a_clean_profile(page, started):
    page.open(f"iri={Q124}&iri=body/quoc-hoi")
    page.pick(Q124)
    page.drawer("124-QĐ/TW").find_element(By.CSS_SELECTOR, "[data-do=path]").click()
    page.pick("body/quoc-hoi")
    page.until(lambda: "path" in page.state)
    page.until(lambda: page.run("return view.graph.hasNode('instrument/qh/2013/luat/42')"))
    assert page.edges == page.table == page.without_script()
    with started() as clean:
        other = Page(clean, page.address).open(urlsplit(page.browser.current_url).query)
        assert other.nodes == page.nodes
        assert other.edges == page.edges


def test_a_click_soon_after_one_elsewhere_is_no_double_click(page):
    page.open(f"iri={Q124}")
    before, places = page.edges, [page.at("({x: 9, y: 9})"), page.place(UNIT)]
    actions = ActionChains(page.browser, 0)
    for x, y in places:
        actions.w3c_actions.pointer_action.move_to_location(x, y)
        actions.click()
    actions.perform()
    page.drawer("Huyện ủy Mù Cang Chải")
    assert page.edges == before


def test_the_sentence_behind_a_line(page):
    page.open(f"iri={Q124}")
    x, y = page.at("halfway(arguments[0])", "bị nhầm với")
    page.click(x, y)
    drawer = page.drawer("bị nhầm với")
    assert "Quyết định số 217-QĐ/TW" in drawer.find_element(By.CSS_SELECTOR, "blockquote mark").text


def test_start_from_a_search(page):
    page.open(f"iri={Q124}")
    field = page.browser.find_element(By.CSS_SELECTOR, ".adding input")
    field.send_keys("quoc hoi", Keys.ENTER)
    page.until(lambda: page.browser.find_elements(By.CSS_SELECTOR, ".found button"))
    page.browser.switch_to.active_element.send_keys(Keys.ENTER)
    page.until(lambda: len(page.state["iri"]) == 2)
    added = page.state["iri"][1]
    page.until(lambda: added in page.nodes)


def test_a_thing_that_was_moved_stays_and_the_address_says_so(page):
    page.open(f"iri={Q124}")
    x, y = page.place(UNIT)
    actions = ActionChains(page.browser, 20)
    actions.w3c_actions.pointer_action.move_to_location(x, y)
    actions.click_and_hold().move_by_offset(60, 30).release().perform()
    page.until(lambda: "pin" in page.state)
    pinned = page.run("return view.places()[arguments[0]]", UNIT)
    again = urlsplit(page.browser.current_url).query
    page.open(again)
    assert page.run("return view.places()[arguments[0]]", UNIT) == pinned


@pytest.fixture
def downloads(page, tmp_path):
    page.browser.execute_cdp_cmd(
        "Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(tmp_path)}
    )
    return tmp_path


def saved(page, act, path):
    page.browser.find_element(By.CSS_SELECTOR, ".saving summary").click()
    page.press(act)
    page.until(lambda: path.exists() and path.stat().st_size > 0)
    page.browser.find_element(By.CSS_SELECTOR, ".saving summary").click()
    return path


def test_svg_and_png_open_again(page, downloads):
    page.open(f"iri={Q124}")
    titles = page.run("return view.graph.mapNodes((_, node) => node.title)")
    svg = saved(page, "svg", downloads / "vankien.svg")
    tree = ET.parse(svg)
    told_titles = {each.text for each in tree.iter("{http://www.w3.org/2000/svg}title")}
    assert set(titles) <= told_titles
    words = " ".join(each.text or "" for each in tree.iter("{http://www.w3.org/2000/svg}text"))
    assert "không thay thế văn bản gốc" in words.lower()
    assert "cuộc giám sát, kiểm tra" in words  # the legend
    png = saved(page, "png", downloads / "vankien.png")
    for path in (svg, png):
        page.browser.get(path.as_uri())
        width = page.browser.execute_script(
            "const it = document.querySelector('img, svg');return it.naturalWidth || it.clientWidth"
        )
        assert width > 200


def test_saved_state_is_loaded_again(page, downloads):
    page.open(f"iri={Q124}&hide={UNIT}&spread=body/ban-bi-thu")
    nodes, edges, places = page.nodes, page.edges, page.run("return view.places()")
    path = saved(page, "json", downloads / "vankien.json")
    assert json.loads(path.read_text("utf-8"))["vankien"] == "graph"
    page.open("iri=body/quoc-hoi")
    page.browser.find_element(By.CSS_SELECTOR, "[name=saved]").send_keys(str(path))
    page.until(lambda: page.nodes == nodes)
    assert page.edges == edges
    assert page.run("return view.places()") == places
    other = downloads / "other.json"
    other.write_text("[]", encoding="utf-8")
    page.browser.find_element(By.CSS_SELECTOR, "[name=saved]").send_keys(str(other))
    page.until(
        lambda: "không phải đồ thị" in page.browser.find_element(By.CSS_SELECTOR, ".status").text
    )
    assert page.nodes == nodes


def test_the_carried_file_opens_with_the_network_cut(page, started, downloads, requested):
    page.open(f"iri={Q124}")
    count = len(page.edges)
    page.browser.find_element(By.CSS_SELECTOR, ".saving summary").click()
    page.browser.find_element(By.CSS_SELECTOR, "[data-do=html]").click()
    path = downloads / "vankien.html"
    page.until(path.exists)
    with started() as browser:
        requested(browser)
        cut = {"offline": True, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0}
        browser.execute_cdp_cmd("Network.enable", {})
        browser.execute_cdp_cmd("Network.emulateNetworkConditions", cut)
        browser.get(path.as_uri())
        at_first = browser.execute_script("return network.getPositions()")
        assert len(browser.find_elements(By.CSS_SELECTOR, "tbody tr")) == count
        WebDriverWait(browser, 5).until(
            lambda b: b.execute_script("return document.querySelector('canvas').width > 300")
        )
        assert browser.execute_script("return network.getPositions()") == at_first
        assert [each.scheme for each in requested(browser)] == ["file"]
        assert [e for e in browser.get_log("browser") if e["level"] == "SEVERE"] == []


def test_with_keys_alone(page):
    page.open(f"iri={Q124}")
    before = page.edges
    place = page.browser.find_element(By.ID, "network")
    page.browser.execute_script("arguments[0].focus()", place)
    place.send_keys(Keys.ARROW_DOWN)
    assert page.run("return view.selected") == Q124
    place.send_keys(Keys.ARROW_DOWN)
    selected = page.run("return view.selected")
    assert selected != Q124
    place.send_keys(Keys.ENTER)
    page.until(lambda: page.edges > before)
    place.send_keys(Keys.BACKSPACE)
    page.until(lambda: page.edges == before)
    place.send_keys(Keys.SPACE)
    page.drawer("Quan hệ, và số lượng trước khi mở")
    page.browser.switch_to.active_element.send_keys(Keys.ESCAPE)
    assert page.browser.switch_to.active_element == place
    place.send_keys(Keys.DELETE)
    page.until(lambda: selected not in page.nodes)
    place.send_keys(Keys.CONTROL, "z")
    page.until(lambda: selected in page.nodes)
    ratio = page.run("return view.sigma.getCamera().ratio")
    place.send_keys("+")
    assert page.run("return view.sigma.getCamera().ratio") < ratio
    place.send_keys("0")
    assert page.run("return view.sigma.getCamera().ratio") == 1
    place.send_keys("f")
    page.until(lambda: page.run("return document.fullscreenElement !== null"))
    page.run("return document.exitFullscreen()")


def test_with_a_finger(page):
    page.open(f"iri={Q124}")
    x, y = page.place(UNIT)
    for sort, points in (("touchStart", [{"x": x, "y": y}]), ("touchEnd", [])):
        page.browser.execute_cdp_cmd(
            "Input.dispatchTouchEvent", {"type": sort, "touchPoints": points}
        )
    drawer = page.drawer("Huyện ủy Mù Cang Chải")
    assert drawer.find_elements(By.CSS_SELECTOR, "[data-do=spread]")
    before = page.edges
    drawer.find_element(By.CSS_SELECTOR, "[data-do=spread]").click()
    page.until(lambda: page.edges > before)


def test_the_overview_is_painted_and_nothing_came_from_elsewhere(page, requested):
    page.open("reach=2000")
    assert len(page.nodes) > 100
    assert {each.hostname for each in requested(page.browser) if each.scheme != "file"} == {
        "127.0.0.1"
    }
    refused = [e["message"] for e in page.browser.get_log("browser") if e["level"] == "SEVERE"]
    assert refused == []
