"""What readers feel of a load beside them: `python bench/beside.py [STORED [MORE]] [--jobs N]`.

Four readers open pages of `vankien serve`, each once, with a breath in between; first in peace,
then while as many texts as MORE are loaded at once and five more one by one. Told is how much
slower their pages become, and whether an answer mixed two versions: each bears a version stamp, and
all answers of a stamp must count and find what that version alone holds.
"""

import argparse
import http.client
import json
import random
import statistics
import sys
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlencode

from load import laid, loading, paragraphs
from pages import free_port, serving

from graph.search import Sought, results
from graph.snapshots import VersionNotKept, snapshot
from ontology import iris

READERS = 4
BREATH = 0.25
PEACE = 20.0
MOST_SLOWER = 2.0
COUNT = f"SELECT (COUNT(*) AS ?n) {{ ?text a <{iris.ONTOLOGY}SourceText> }}"
_COUNTING = f"/sparql?{urlencode({'query': COUNT})}"
_FINDING = "/search?of=instrument&format=json"
_SUBJECTS = ("tài chính", "đất đai", "thuế", "tiếp công dân")


@dataclass(slots=True)
class Seen:
    """What readers saw: how long each page took, what each stamp counted, what failed."""

    times: list[float] = field(default_factory=list)
    told: dict[str, set[tuple[str, int]]] = field(default_factory=lambda: defaultdict(set))
    failed: Counter[str] = field(default_factory=Counter)

    def p95(self) -> float:
        """The time in milliseconds within which 95 of 100 pages came."""
        return statistics.quantiles(self.times, n=20)[-1] * 1000


def addresses(store: Path, dice: random.Random) -> Iterator[str]:
    """Pages of all kinds, over and over."""
    now = snapshot(store)
    kinds = [
        [hit.iri for hit in results(now, Sought(sort=sort, order="cited", limit=2_000)).hits]
        for sort in ("instrument", "body", "source")
    ]
    while True:
        for kind in kinds:
            yield f"/{dice.choice(kind).removeprefix(iris.BASE)}.html"
        typed = f"{dice.choice(_SUBJECTS)} {dice.randint(1, 999)}"
        yield f"/search?{urlencode({'q': typed})}"
        yield _COUNTING
        yield _FINDING


def reading(port: int, asked: Iterator[str], seen: Seen, until: threading.Event) -> None:
    """One reader, until it is over."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    while not until.wait(BREATH):
        address = next(asked)
        start = time.perf_counter()
        # Asked each time anew: what the server has kept costs nothing.
        connection.request("GET", address, headers={"Accept": "*/*", "Cookie": f"n={start}"})
        answer = connection.getresponse()
        body = answer.read()
        seen.times.append(time.perf_counter() - start)
        stamp = answer.headers["X-Dataset-Version"] or ""
        if answer.status != 200 or not stamp:
            seen.failed[f"{answer.status} {address}"] += 1
        elif address == _COUNTING:
            (row,) = json.loads(body)["results"]["bindings"]
            seen.told[stamp].add(("texts", int(row["n"]["value"])))
        elif address == _FINDING:
            seen.told[stamp].add(("instruments", json.loads(body)["total"]))
        elif b"</html>" in body:
            number, _, digits = stamp.partition("-")
            whole = f"{number} · {digits[:12]}".encode() in body
            seen.failed["a page whose foot names another version"] += not whole


def crowd(port: int, store: Path, seen: Seen, until: threading.Event) -> list[threading.Thread]:
    """The readers, at their reading."""
    readers = [
        threading.Thread(
            target=reading, args=(port, addresses(store, random.Random(number)), seen, until)
        )
        for number in range(READERS)
    ]
    for each in readers:
        each.start()
    return readers


def during(port: int, store: Path, folders: Sequence[Path], jobs: int) -> Seen:
    """What readers see while folders are loaded one after the other, or for a while in peace."""
    seen, over = Seen(), threading.Event()
    readers = crowd(port, store, seen, over)
    try:
        for each in folders:
            loading(each, store, jobs)
        if not folders:
            time.sleep(PEACE)
    finally:
        over.set()
        for reader in readers:
            reader.join()
    return seen


def mixed(store: Path, seen: Seen) -> list[str]:
    """The stamps under which something was told that their version does not hold."""
    wrong = []
    for stamp, told in seen.told.items():
        try:
            then = snapshot(store, int(stamp.partition("-")[0]))
        except VersionNotKept:
            # Too old to ask: all its answers must at least agree.
            wrong += [stamp] if len(told) > len({what for what, _ in told}) else []
            continue
        (row,) = then.rows(COUNT)
        held = {
            ("texts", int(row["n"].value)),
            ("instruments", results(then, Sought(sort="instrument")).total),
        }
        wrong += [stamp] if stamp != then.version.stamp or not told <= held else []
    return wrong


def main() -> None:
    """Print what readers see in peace and beside a load, and whether versions were mixed."""
    asked = argparse.ArgumentParser(description=__doc__.partition(":")[0])
    asked.add_argument("stored", nargs="?", type=int, default=200, help="texts at first")
    asked.add_argument("more", nargs="?", type=int, default=400, help="texts loaded beside")
    asked.add_argument("--jobs", type=int, default=1, help="the processes of the load")
    given = asked.parse_args()
    pool, port = paragraphs(), free_port()
    with TemporaryDirectory() as name:
        desk, store = Path(name), Path(name) / "store"
        loading(laid(desk / "stored", pool, range(given.stored)), store, 2)
        first = given.stored + given.more
        folders = [laid(desk / "more", pool, range(given.stored, first))]
        folders += [laid(desk / f"more-{n}", pool, [n]) for n in range(first, first + 5)]
        command = [sys.executable, "-m", "vankien", "serve", "--store", str(store)]
        with serving([*command, "--port", str(port)], port):
            during(port, store, [], 1)
            peace = during(port, store, [], 1)
            beside = during(port, store, folders, given.jobs)
        for what, seen in (("in peace", peace), ("beside a load", beside)):
            print(f"{what}: {len(seen.times)} pages of {len(seen.told)} versions", end="; ")
            print(f"p95 {seen.p95():.0f} ms; failed: {dict(+seen.failed) or 'none'}", end="; ")
            print(f"mixed: {mixed(store, seen) or 'none'}")
        ratio = beside.p95() / peace.p95()
        print(f"  a load of {given.jobs} makes pages {ratio:.2f} times as slow ({MOST_SLOWER})")


if __name__ == "__main__":
    main()
