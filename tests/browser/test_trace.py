"""Tracing in a real browser: asked by the form, read without scripts, asked by its address."""

from selenium.webdriver.common.by import By
from selenium.webdriver.support.wait import WebDriverWait


def rows(browser):
    return browser.find_elements(By.CSS_SELECTOR, "table.hops tbody tr")


def test_a_trace_is_asked_by_the_form(browser, address, requested):
    browser.get(f"{address}/trace")
    field = browser.find_element(By.CSS_SELECTOR, "main input[name=number]")
    field.send_keys("124 qd/tw")
    field.submit()
    WebDriverWait(browser, 20).until(rows)
    told = [row.text for row in rows(browser)]
    assert any("171/KH-MTTQ-BTT" in row and "1.236" in row for row in told)
    assert all("“" in row for row in told)
    browser.find_element(By.PARTIAL_LINK_TEXT, "version=1").click()
    WebDriverWait(browser, 20).until(lambda b: "result=" in b.current_url)
    assert [row.text for row in rows(browser)] == told
    assert {url.hostname for url in requested(browser)} == {"127.0.0.1"}
    assert not [each for each in browser.get_log("browser") if each["level"] == "SEVERE"]


def test_the_words_stand_there_without_scripts(started, address):
    with started("--blink-settings=scriptEnabled=false") as browser:
        browser.get(f"{address}/trace?number=/instrument/tw/k12/qd/124&depth=1&direction=cites")
        (row,) = rows(browser)
        assert "nhầm lẫn" in row.text
        row.find_element(By.CSS_SELECTOR, "details.evidence summary").click()
        assert "ký tự" in row.text
