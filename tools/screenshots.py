"""Pictures of each kind of page for docs/, taken by Chromium of the sample texts.

    python tools/screenshots.py [STORE]

Without a store the samples are loaded into one that is dropped afterwards. Run it when pages
change, and look at what it made.
"""

import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "screens"
DESKTOP, PHONE = (1180, 820), (500, 900)
# name: (address, size of the window, further flags)
DARK = "--blink-settings=preferredColorScheme=0"
PICTURES = {
    "home": ("/", DESKTOP, ()),
    "search": ("/search?q=124+qd+tw", DESKTOP, ()),
    "search-phone": ("/search?q=124+qd+tw", PHONE, ()),
    "list": ("/search?of=instrument&kind=kind/quy-dinh&order=-date", DESKTOP, ()),
    "instrument": ("/instrument/tw/k12/qd/124.html", (1180, 1180), ()),
    "instrument-phone": ("/instrument/tw/k12/qd/124.html", PHONE, ()),
    "instrument-dark": ("/instrument/tw/k12/qd/124.html", DESKTOP, (DARK,)),
    "instrument-en": ("/instrument/tw/k12/qd/124.html?lang=en", DESKTOP, ()),
    "body": ("/body/huyen-uy-mu-cang-chai.html", DESKTOP, ()),
    "place": ("/place/137-mu-cang-chai@truoc-2025.html", DESKTOP, ()),
    "inspection": ("/inspection/af544005bf90c07d-1749.html", DESKTOP, ()),
    "source": ("/source/af544005bf90c07d.html", DESKTOP, ()),
    "register": ("/register/tw/k12/qd.html", DESKTOP, ()),
    "conflicts": ("/conflicts", DESKTOP, ()),
    "dataset": ("/dataset", DESKTOP, ()),
    "review": ("/review?instrument=/instrument/tw/k12/qd/99", DESKTOP, ()),
}


def picture(base: str, name: str) -> None:
    """Takes one picture with a profile of its own."""
    address, (width, height), flags = PICTURES[name]
    chromium = shutil.which("chromium") or "/usr/bin/chromium"
    with tempfile.TemporaryDirectory() as profile:
        command = [
            chromium, "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
            "--disable-background-networking", f"--user-data-dir={profile}", *flags,
            f"--window-size={width},{height}", f"--screenshot={FOLDER / name}.png", base + address,
        ]  # fmt: skip
        subprocess.run(command, check=True, capture_output=True, timeout=120)  # noqa: S603 - all ours


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


def main() -> int:
    """Takes every picture."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as desk:
        store = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(desk) / "store"
        if len(sys.argv) == 1:
            command = [sys.executable, "-m", "vankien", "load", "--store", str(store), "samples"]
            subprocess.run(command, check=True, cwd=ROOT)  # noqa: S603 - the command is all ours
        server, base = served(store)
        try:
            for name in PICTURES:
                picture(base, name)
        finally:
            server.terminate()
            server.wait(20)
    return 0


if __name__ == "__main__":
    sys.exit(main())
