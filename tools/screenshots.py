"""Pictures of each kind of page and view for docs/, taken by Chromium.

    python tools/screenshots.py [NAME...]

They show the sample texts, and the views of hundreds and thousands of units the invented reports
of crowd.py, each loaded into a store that is dropped afterwards; with names only those pictures
are taken. Run it when pages change, and look at what it made.
"""

import shutil
import socket
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.support.wait import WebDriverWait

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "screens"
DESKTOP, PHONE, TALL = (1180, 820), (500, 900), (1180, 1180)
Q124, INSPECTION = "instrument/tw/k12/qd/124", "inspection/af544005bf90c07d-1749"
PAINTED = "return document.body.dataset.painted"
# A question of the editor filled in as a sentence, and its answer.
ASK = """
document.querySelector(".forms").open = true;
const choice = document.querySelector("[name=form]");
choice.value = "inspections";
choice.dispatchEvent(new Event("change", { bubbles: true }));
const wait = setInterval(() => {
  const blank = document.querySelector(".sentence [name=instrument]");
  if (!blank) return;
  clearInterval(wait);
  blank.value = "124-QĐ/TW";
  document.querySelector(".sentence button").click();
}, 50);
"""


@dataclass(frozen=True, slots=True)
class Picture:
    """An address at a size of the window; `ready` is asked until it is true, `act` done before.

    `show` is scrolled to. With a `crowd` the store holds so many invented reports.
    """

    address: str
    size: tuple[int, int] = DESKTOP
    dark: bool = False
    ready: str = "return document.readyState === 'complete'"
    act: str = ""
    show: str = ""
    crowd: int = 0


def graph(query: str, height: int = 1300) -> Picture:
    """A picture of the graph page, from its heading down to the legend."""
    return Picture(f"/explore?{query}", (1400, height), ready=PAINTED)


PICTURES = {
    "home": Picture("/"),
    "search": Picture("/search?q=124+qd+tw"),
    "search-phone": Picture("/search?q=124+qd+tw", PHONE),
    "list": Picture("/search?of=instrument&kind=kind/quy-dinh&order=-date"),
    "instrument": Picture(f"/{Q124}.html", TALL),
    "instrument-phone": Picture(f"/{Q124}.html", PHONE),
    "instrument-dark": Picture(f"/{Q124}.html", dark=True),
    "instrument-en": Picture(f"/{Q124}.html?lang=en"),
    "body": Picture("/body/huyen-uy-mu-cang-chai.html"),
    "place": Picture("/place/137-mu-cang-chai@truoc-2025.html"),
    "inspection": Picture("/inspection/af544005bf90c07d-1749.html"),
    "source": Picture("/source/af544005bf90c07d.html"),
    "register": Picture("/register/tw/k12/qd.html"),
    "conflicts": Picture("/conflicts"),
    "dataset": Picture("/dataset"),
    "review": Picture("/review?instrument=/instrument/tw/k12/qd/99"),
    "graph-30": graph(f"iri={Q124}&spread={INSPECTION}"),
    "graph-300": graph(f"iri={Q124}&reach=300"),
    "graph-3000": graph("reach=3000"),
    "ladder": Picture(f"/{Q124}.html", TALL, show="#implementation"),
    "coverage": Picture("/coverage?instrument=124-QĐ/TW&scope=huyện+Mù+Cang+Chải", TALL),
    "timeline-30": Picture(f"/timeline?iri={Q124}"),
    "timeline-300": Picture("/timeline", TALL),
    "timeline-3000": Picture("/timeline", TALL, crowd=3000),
    **{
        f"{name}-{crowd}": Picture(address, TALL, show=show, crowd=crowd)
        for crowd in (30, 300, 3000)
        for name, address, show in (
            ("ladder", f"/{Q124}.html", "#implementation"),
            ("coverage", "/coverage?instrument=124-QĐ/TW", "section"),
        )
    },
    "editor": Picture(
        "/sparql-editor",
        (1180, 1750),
        act=ASK,
        ready="return document.querySelector('#shown tbody tr')",
    ),
}


def taken(browser: Any, base: str, name: str) -> None:
    """Takes one picture once its page is ready."""
    wanted = PICTURES[name]
    scheme = [{"name": "prefers-color-scheme", "value": "dark" if wanted.dark else "light"}]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": scheme})
    browser.set_window_size(*wanted.size)
    browser.delete_all_cookies()
    browser.get(base + wanted.address)
    wait = WebDriverWait(browser, 60, 0.1)
    if wanted.act:
        wait.until(lambda b: b.execute_script("return document.body.dataset.forms"))
        browser.execute_script(wanted.act)
    wait.until(lambda b: b.execute_script(wanted.ready))
    browser.execute_async_script(
        "const done = arguments[0]; document.fonts.ready.then(() =>"
        " requestAnimationFrame(() => requestAnimationFrame(done)))"
    )
    if wanted.show:
        browser.execute_script(
            "arguments[0].scrollIntoView()", browser.find_element(By.CSS_SELECTOR, wanted.show)
        )
    browser.save_screenshot(str(FOLDER / f"{name}.png"))


def chromium(profile: str) -> Any:
    """A headless Chromium of the distribution."""
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or "/usr/bin/chromium"
    flags = ("headless=new", "no-sandbox", "hide-scrollbars", "disable-background-networking")
    for flag in (*flags, f"user-data-dir={profile}"):
        options.add_argument(f"--{flag}")
    service = webdriver.ChromeService(shutil.which("chromedriver") or "/usr/bin/chromedriver")
    return webdriver.Chrome(options, service)


def served(store: Path) -> tuple[subprocess.Popen[bytes], str]:
    """A server on the store, listening."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "vankien", "serve", "--store", str(store), "--port", str(port)]
    server = subprocess.Popen(command, cwd=ROOT)  # noqa: S603 - the command is all ours
    for _ in range(300):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            break
        except OSError:
            time.sleep(0.1)
    return server, f"http://127.0.0.1:{port}"


def loaded(desk: Path, crowd: int) -> Path:
    """A store of the samples, or of so many invented reports."""
    store, texts = desk / f"store-{crowd}", ROOT / "samples"
    commands = [[sys.executable, "-m", "vankien", "load", "--store", str(store), str(texts)]]
    if crowd:
        texts = desk / f"crowd-{crowd}"
        commands[0][-1] = str(texts)
        commands.insert(0, [sys.executable, "tools/crowd.py", str(texts), str(crowd)])
    for command in commands:
        subprocess.run(command, check=True, cwd=ROOT)  # noqa: S603 - the command is all ours
    return store


def main() -> int:
    """Takes every picture, or those that are named."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    names = sys.argv[1:] or list(PICTURES)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as desk:
        browser = chromium(f"{desk}/profile")
        try:
            for crowd in sorted({PICTURES[name].crowd for name in names}):
                server, base = served(loaded(Path(desk), crowd))
                for name in names:
                    if PICTURES[name].crowd == crowd:
                        taken(browser, base, name)
                server.terminate()
                server.wait(20)
        finally:
            browser.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main())
