"""One walk through the running application: search, page, graph, the sentence behind an edge."""

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.expected_conditions import element_to_be_clickable
from selenium.webdriver.support.wait import WebDriverWait


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


def test_no_page_asks_another_host_or_breaks_the_policy(browser, address, requested):
    for path in PATHS:
        browser.get(f"{address}{path}")
    assert {each.hostname for each in requested(browser)} == {"127.0.0.1"}
    assert [entry for entry in browser.get_log("browser") if entry["level"] == "SEVERE"] == []


def test_search_page_graph_and_the_sentence_behind_an_edge(browser, address, requested):
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
    wait.until(lambda b: b.execute_script("return document.body.dataset.painted"))
    relation = "bị nhầm với"
    line = next(
        row
        for row in browser.find_elements(By.CSS_SELECTOR, "#table tbody tr")
        if relation in row.text
    )
    browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", line)
    line.find_element(By.CSS_SELECTOR, "a.evidence-of").click()
    drawer = browser.find_element(By.ID, "drawer")
    wait.until(lambda _: drawer.is_displayed())
    assert relation in drawer.text
    quote = drawer.find_element(By.CSS_SELECTOR, "blockquote mark").text
    assert "nhầm lẫn giữa giám sát theo Quy định số 124-QĐ/TW" in quote
    assert "Quyết định số 217-QĐ/TW" in quote

    assert {each.hostname for each in requested(browser)} == {"127.0.0.1"}
    assert [entry for entry in browser.get_log("browser") if entry["level"] == "SEVERE"] == []
