"""What the browser tests share: the real server on the seed, and browsers with fresh profiles."""

import json
import shutil
import socket
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from selenium import webdriver
from selenium.webdriver.support.wait import WebDriverWait

CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
DRIVER = shutil.which("chromedriver") or "/usr/bin/chromedriver"
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


def pytest_collection_modifyitems(items):
    """Without a browser these tests cannot run, and say so."""
    if not (Path(CHROMIUM).exists() and Path(DRIVER).exists()):
        missing = pytest.mark.skip(reason="chromium and chromium-driver are not installed")
        for item in items:
            if "browser" in item.path.parts:
                item.add_marker(missing)


@pytest.fixture(scope="session")
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


@contextmanager
def chromium(profile, *flags):
    """A Chromium that records every request and every message."""
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for flag in (*FLAGS, *flags, f"--user-data-dir={profile}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
    driver = webdriver.Chrome(options, webdriver.ChromeService(DRIVER))
    try:
        yield driver
    finally:
        driver.quit()


@pytest.fixture(scope="session")
def started(tmp_path_factory):
    """`with started() as browser`: a Chromium with a profile of its own."""
    return lambda *flags: chromium(tmp_path_factory.mktemp("profile"), *flags)


@pytest.fixture
def browser(started):
    """A Chromium with a fresh profile."""
    with started() as driver:
        yield driver


@pytest.fixture(scope="session")
def requested():
    """The addresses of all requests since the last look."""

    def addresses(browser):
        logged = browser.get_log("performance")
        messages = [json.loads(each["message"])["message"] for each in logged]
        sent = [m["params"] for m in messages if m["method"] == "Network.requestWillBeSent"]
        urls = [urlsplit(params["request"]["url"]) for params in sent]
        return [url for url in urls if url.scheme not in ("data", "blob", "chrome", "about")]

    return addresses
