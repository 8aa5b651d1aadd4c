"""The SPARQL editor in a browser on the real server: completion, faults, forms, stopping, views."""

import re
import time
from urllib.parse import quote
from urllib.request import urlopen

import pytest
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.wait import WebDriverWait

EDITOR = "const { editor } = document.getElementById('editor'); const { view } = editor;"
PREFIXES = "PREFIX vk: <https://w3id.org/vankien/ontology#>\n"

# Every pair of the store's statements three times over: nobody waits for this to end.
HEAVY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?a != ?d && ?d != ?g) }"


class Editor:
    """The page as somebody uses it who writes queries."""

    def __init__(self, browser, address):
        self.browser, self.address = browser, address
        self.wait = WebDriverWait(browser, 20, 0.05)

    def open(self, query=None):
        self.browser.get(
            f"{self.address}/sparql-editor" + (f"?query={quote(query)}" if query else "")
        )
        self.until(lambda: self.browser.execute_script("return document.body.dataset.completes"))
        return self

    def run(self, script, *arguments):
        return self.browser.execute_script(EDITOR + script, *arguments)

    @property
    def text(self):
        return self.run("return editor.text")

    def write(self, text):
        self.run("editor.text = arguments[0]; view.focus()", text)
        self.run("view.dispatch({ selection: { anchor: view.state.doc.length } })")

    def type(self, *keys):
        ActionChains(self.browser).send_keys(*keys).perform()

    def start(self):
        keys = ActionChains(self.browser).key_down(Keys.CONTROL).send_keys(Keys.ENTER)
        keys.key_up(Keys.CONTROL).perform()

    def offered(self):
        """The completions that stand in the list, the first of them chosen."""
        return self.run(
            "const list = view.dom.querySelectorAll('.cm-tooltip-autocomplete li');"
            "return [...list].map((each) => each.textContent)"
        )

    def accept(self, text):
        """Takes the completion once it is offered; the list ignores keys of its first moment."""
        self.until(lambda: any(text in each for each in self.offered()))
        time.sleep(0.15)
        self.type(Keys.TAB)

    def until(self, condition):
        return self.wait.until(lambda _: condition())

    def find(self, selector):
        return self.browser.find_element(By.CSS_SELECTOR, selector)

    @property
    def status(self):
        return self.find(".status").text


@pytest.fixture(scope="module")
def page(started, address):
    with started() as browser:
        yield Editor(browser, address)


def paths(requests):
    return [each.path for each in requests if each.scheme == "http"]


def test_a_property_is_completed_by_its_vietnamese_label_and_declared(page, requested):
    page.open()
    page.write("SELECT * WHERE { ?s ")
    requested(page.browser)
    page.type("cơ quan ban")
    page.accept("vk:issuedBy")
    page.until(lambda: "?s vk:issuedBy" in page.text)
    assert page.text.startswith(PREFIXES)
    # no key asked the store anything: what the parser says is asked for when the typing rests
    assert set(paths(requested(page.browser))) <= {"/api/lint"}


def test_a_thing_is_completed_by_its_number(page):
    page.open()
    page.write("SELECT * WHERE { ?s ?p ")
    page.type("124-QĐ/TW")
    page.accept("124-QĐ/TW")
    page.until(
        lambda: re.search(r"<https://w3id\.org/vankien/instrument/tw/k1\d/qd/124>", page.text)
    )


def test_completion_answers_at_once(page):
    """Ranked among all that the page knows; the issue asks for less than 50 ms."""
    page.open()
    page.write("SELECT * WHERE { ?s ")
    took = page.browser.execute_async_script(
        """const [text, done] = arguments;
        import("/static/sparql/knowledge.js").then(async ({ prepared, ranked }) => {
          const sent = await (await fetch("/api/completion")).json();
          const knowledge = prepared(sent);
          const found = ranked(knowledge, text, "");
          done(found.map((each) => each.name));
        });""",
        "issued",
    )
    assert "vk:issuedBy" in took


def test_a_fault_is_underlined_at_its_column_in_the_words_of_the_endpoint(page):
    page.open()
    page.write("SELECT * WHERE {\n  ?s vk:cites ?o\n}")
    marked = page.until(lambda: page.run("return view.dom.querySelector('.cm-lintRange-error')"))
    assert marked.text == "vk:cites"
    start, end = page.run(
        """const mark = view.dom.querySelector('.cm-lintRange-error');
        const at = view.posAtDOM(mark); const line = view.state.doc.lineAt(at);
        return [at - line.from + 1, at - line.from + 1 + mark.textContent.length]"""
    )
    page.start()
    page.until(lambda: "sai cú pháp" in page.status)
    line, column = map(int, re.search(r"dòng (\d+), cột (\d+)", page.status).groups())
    assert line == 2
    assert start <= column <= end


def test_a_question_with_blanks_is_filled_and_answered(page):
    page.open()
    page.until(lambda: page.browser.execute_script("return document.body.dataset.forms"))
    page.find(".forms summary").click()
    page.find("[name=form] option[value=inspections]").click()
    page.find(".sentence [name=instrument]").send_keys("124 qd/tw")
    page.find(".sentence button").click()
    page.until(
        lambda: (
            "dòng" in page.status and page.browser.find_elements(By.CSS_SELECTOR, "#shown tbody tr")
        )
    )
    assert "instrument/tw/k12/qd/124>" in page.text
    assert "Đảng bộ xã Lao Chải" in page.find("#shown").text


def test_answers_as_table_graph_timeline_and_chart(page):
    page.open(
        PREFIXES + "PREFIX dcterms: <http://purl.org/dc/terms/>\n"
        "SELECT ?text ?cited ?day (COUNT(*) AS ?times) {"
        " ?c vk:citingEntity ?text ; vk:citedEntity ?cited . ?cited dcterms:issued ?day"
        "} GROUP BY ?text ?cited ?day"
    )
    page.until(lambda: page.browser.find_elements(By.CSS_SELECTOR, "#shown tbody tr"))
    link = page.find("#shown tbody a[href='/instrument/tw/k12/qd/124']")
    assert link.text == "Quy định 124-QĐ/TW"
    page.find("[data-form=graph]").click()
    page.until(
        lambda: (
            page.browser.execute_script(
                "return document.getElementById('network').view?.graph.order"
            )
            > 3
        )
    )
    page.find("[data-form=timeline]").click()
    assert "02/02/2018" in page.find("#shown .timeline").text
    page.find("[data-form=chart]").click()
    assert len(page.browser.find_elements(By.CSS_SELECTOR, "#shown .chart rect")) > 3


def test_a_constructed_graph_is_drawn(page):
    page.open(PREFIXES + "CONSTRUCT { ?s vk:confusedWith ?o } WHERE { ?s vk:confusedWith ?o }")
    page.until(lambda: page.browser.find_elements(By.CSS_SELECTOR, "#shown tbody tr"))
    page.find("[data-form=graph]").click()
    page.until(
        lambda: (
            page.browser.execute_script(
                "return document.getElementById('network').view?.graph.size"
            )
            # as a source says it, and the other way round as the rules do
            == 2
        )
    )


def test_tabs_and_history_outlive_the_page(page):
    page.open("ASK { ?s ?p ?o }")
    page.until(lambda: "1 dòng" in page.status)
    tabs = len(page.browser.find_elements(By.CSS_SELECTOR, ".tabs [role=tab]"))
    page.find(".tabs .new").click()
    page.write("SELECT * { ?kept ?p ?o } LIMIT 1")
    page.open()
    assert "?kept" in page.text
    assert len(page.browser.find_elements(By.CSS_SELECTOR, ".tabs [role=tab]")) == tabs + 1
    titles = [
        each.text for each in page.browser.find_elements(By.CSS_SELECTOR, "[name=history] option")
    ]
    assert "ASK { ?s ?p ?o }" in titles


def ended(address):
    """How many query processes the server has ended."""
    with urlopen(f"{address}/metrics") as sent:
        found = re.search(
            r"^vankien_query_processes_ended_total (\S+)$", sent.read().decode(), re.M
        )
    return float(found[1])


def test_stop_ends_the_query_on_the_server(page):
    page.open()
    before = ended(page.address)
    page.write(HEAVY)
    page.start()
    page.until(lambda: page.status == "Đang chạy …")
    time.sleep(0.5)  # the query is to be at work when it is stopped
    assert ended(page.address) == before
    page.find("[data-do=cancel]").click()
    page.until(lambda: page.status.startswith("Đã dừng"))
    # well before its own time limit of ten seconds
    WebDriverWait(None, 3, 0.05).until(lambda _: ended(page.address) > before)


def test_nothing_came_from_elsewhere_and_no_policy_was_broken(page, requested):
    page.open(PREFIXES + "SELECT * { ?s vk:cites ?o } LIMIT 5")
    page.until(lambda: page.browser.find_elements(By.CSS_SELECTOR, "#shown tbody tr"))
    assert {each.hostname for each in requested(page.browser)} == {"127.0.0.1"}
    severe = [e["message"] for e in page.browser.get_log("browser") if e["level"] == "SEVERE"]
    assert [each for each in severe if " 400 " not in each] == []
