"""The ladder, the matrix and the timeline in a browser: from a unit to the sentence behind it."""

from selenium.webdriver.common.by import By
from selenium.webdriver.support.wait import WebDriverWait

Q124 = "instrument/tw/k12/qd/124"
MATRIX = "coverage?instrument=124-QĐ/TW&scope=huyện Mù Cang Chải"


def drawer(browser):
    found = browser.find_element(By.ID, "drawer")
    WebDriverWait(browser, 20).until(lambda _: found.is_displayed())
    return found


def test_from_a_regulation_down_the_ladder_to_a_commune_and_its_sentence(browser, address):
    browser.get(f"{address}/{Q124}.html")
    rungs = browser.find_elements(By.CSS_SELECTOR, ".ladder > li")
    commune = next(each for each in rungs if "Đảng bộ xã Lao Chải" in each.text)
    line = commune.find_element(By.XPATH, ".//li[contains(., 'Đảng bộ xã Lao Chải')]")
    line.find_element(By.CSS_SELECTOR, "details.evidence summary").click()
    assert "Đoàn Giám sát của" in drawer(browser).find_element(By.TAG_NAME, "mark").text


def test_from_a_cell_of_the_matrix_to_its_evidence(browser, address):
    browser.get(f"{address}/{MATRIX}")
    row = browser.find_element(By.XPATH, "//tr[th[contains(., 'Đảng bộ xã Lao Chải')]]")
    cells = row.find_elements(By.TAG_NAME, "td")
    assert "chưa có thông tin" in cells[1].text
    cells[3].find_element(By.CSS_SELECTOR, "details.evidence summary").click()
    assert "18 - 22/8/2021" in drawer(browser).find_element(By.TAG_NAME, "mark").text


def test_from_the_timeline_to_what_happened(browser, address):
    browser.get(f"{address}/timeline?iri={Q124}")
    browser.find_element(By.XPATH, "//tr[contains(., '18/08/2021')]//a").click()
    WebDriverWait(browser, 20).until(lambda b: "/inspection/" in b.current_url)


def test_a_print_of_the_graph_has_picture_legend_table_and_sources(browser, address):
    browser.get(f"{address}/explore?iri={Q124}")
    WebDriverWait(browser, 20).until(
        lambda b: b.execute_script("return document.body.dataset.painted")
    )
    browser.execute_script("dispatchEvent(new Event('beforeprint'))")
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    shown = {
        selector: browser.find_element(By.CSS_SELECTOR, selector).is_displayed()
        for selector in ("#printed", ".legend", "#table table", ".sources li", "#network", "nav")
    }
    assert [name for name, is_shown in shown.items() if is_shown] == [
        "#printed", ".legend", "#table table", ".sources li",
    ]  # fmt: skip
    WebDriverWait(browser, 20).until(
        lambda b: b.execute_script("return document.getElementById('printed').naturalWidth > 100")
    )
