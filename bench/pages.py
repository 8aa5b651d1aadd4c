"""How fast pages and searches are: 20,000 instruments, 8 clients, each address once.

    python bench/pages.py [LINES or STORE]

Made-up reports are read and loaded as any text is, so that the quads have their real shape: 400
reports, each based on instruments of its own, that tell so many lines about others. With 10 lines
there are 1M statements; with the graphs that tell who says each, where and in which words they are
2.7M quads, for 20,000 instruments take two million if each is cited but once. With 46 lines, every
instrument told of, they are 4.9M quads.

The pages are asked of `vankien serve`, each over a connection of its own, as different readers ask;
in the same run the same things are asked of `oxigraph serve-read-only` (`pip install oxigraph`;
left out where there is none): every statement about a thing and on it, with the sentences behind
them, which its page shows too. The search for a number is measured on an index of 100,000
instruments besides.
"""

import http.client
import os
import random
import shutil
import socket
import sqlite3
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlencode

from graph.entries import Entry
from graph.index_rows import write
from graph.search import Sought, results
from graph.search_index import schema
from graph.snapshots import Snapshot, Version, snapshot
from graph.store import Store
from loaders.model import SourceText
from loaders.quads import quads
from loaders.reading import read
from ontology import iris
from web.sayings import page_query

CLIENTS = 8
INSTRUMENTS, SOURCES, LINES = 20_000, 400, 10
_OF_EACH_KIND = 160
# What a server has made when it starts (web/attendant.py) takes some seconds of a processor.
_SETTLED = 6
_MINISTRIES = "BTC BNV BYT BCA BQP BGDĐT BTP BXD BCT BKHCN BTNMT BVHTTDL BNNPTNT BGTVT".split()
_PROVINCES = (
    "An Giang|Bắc Giang|Bắc Ninh|Cà Mau|Cao Bằng|Đắk Lắk|Điện Biên|Đồng Nai|Gia Lai|Hà Tĩnh|"
    "Hưng Yên|Khánh Hòa|Lai Châu|Lạng Sơn|Lào Cai|Lâm Đồng|Nghệ An|Ninh Bình|Phú Thọ|Sơn La|"
    "Quảng Ngãi|Quảng Ninh|Quảng Trị|Tây Ninh|Thái Nguyên|Thanh Hóa|Tuyên Quang|Vĩnh Long|Yên Bái"
).split("|")
_SUBJECTS = (
    "quản lý tài chính|giám sát và phản biện xã hội|bảo hiểm xã hội|tiếp công dân|đất đai|"
    "nêu gương|xây dựng nông thôn mới|cải cách hành chính|phòng cháy|giáo dục nghề nghiệp"
).split("|")
_REPORT = """Báo cáo số {number} của tỉnh {province}: Kết quả giám sát năm {year}

{based}

Từ ngày {first} đến ngày {last}/{month}/{year}, Đoàn giám sát của Ủy ban MTTQ Việt Nam tỉnh \
{province} đã giám sát việc thực hiện {shared} tại Huyện ủy Mù Cang Chải và Đảng bộ xã Lao Chải.

Kết quả đạt được
{told}

Tồn tại, hạn chế
- Một số đơn vị chưa báo cáo định kỳ theo {other}; {number} buổi tuyên truyền còn hình thức.
"""
_LINE = (
    "- Việc thực hiện {each} về {subject}: {units} đơn vị đã triển khai, đạt {part}%; theo {other}"
    " còn {late} đơn vị chậm."
)


def numbers(dice: random.Random) -> list[str]:
    """Instruments as texts name them, in a shuffled order."""
    found: list[str] = []
    for year in range(2025, 1999, -1):
        day = f"ngày {dice.randint(1, 28):02}/{dice.randint(1, 12):02}/{year}"
        found += [f"Nghị định số {n}/{year}/NĐ-CP {day} của Chính phủ" for n in range(10, 180)]
        for ministry in _MINISTRIES:
            found += [f"Thông tư số {n}/{year}/TT-{ministry} {day}" for n in range(10, 70)]
    dice.shuffle(found)
    return found[:INSTRUMENTS]


def report(
    number: int, own: Sequence[str], shared: Sequence[str], lines: int, dice: random.Random
) -> str:
    """What it is based on, an inspection, results and shortcomings, with citations."""
    based, told_of = own[: len(own) - lines], own[len(own) - lines :]
    told = (
        _LINE.format(
            each=each, subject=dice.choice(_SUBJECTS), units=dice.randint(3, 400),
            part=dice.randint(40, 100), other=other, late=dice.randint(2, 20),
        )
        for each, other in zip(told_of, shared, strict=False)
    )  # fmt: skip
    return _REPORT.format(
        number=number, province=dice.choice(_PROVINCES), year=dice.randint(2016, 2025),
        based="\n".join(f"Căn cứ {each};" for each in based), first=dice.randint(1, 9),
        last=dice.randint(10, 28), month=dice.randint(1, 12), shared=shared[0],
        told="\n".join(told), other=shared[-1],
    )  # fmt: skip


def make_store(directory: Path, lines: int) -> None:
    """A store of made-up reports that cite all the instruments between them."""
    dice = random.Random(7)
    every = numbers(dice)
    each_own = -(-len(every) // SOURCES)
    with Store.open(directory) as store:
        for number in range(SOURCES):
            own = every[number * each_own : (number + 1) * each_own]
            shared = dice.choices(every[:200], k=each_own)
            text = report(number, own, shared, lines, dice)
            reading = read(SourceText(text, f"{number}.txt"))
            store.add(quads(reading), reading.source.id, f"{number}.txt")
        store.publish()


def things(store: Path) -> dict[str, list[str]]:
    """The addresses of every kind of page, as many as are asked, the most used among them."""
    now, dice = snapshot(store), random.Random(11)
    found: dict[str, list[str]] = {}
    for sort in ("instrument", "body", "place", "inspection", "source"):
        hits = results(now, Sought(sort=sort, order="cited", limit=20_000)).hits
        chosen = [*hits[:5], *dice.sample(hits[5:], min(len(hits) - 5, _OF_EACH_KIND - 5))]
        found[sort] = [hit.iri for hit in chosen]
    for sort in ("kind", "register"):
        used = now.rows(f"SELECT DISTINCT ?x {{ ?i <{iris.ONTOLOGY}{sort}> ?x }} ORDER BY ?x")
        found[sort] = [row["x"].value for row in used][:_OF_EACH_KIND]
    return found


def searches(dice: random.Random) -> list[str]:
    """What people type: numbers in several spellings, slips, names, words of the texts."""
    typed = []
    for _ in range(_OF_EACH_KIND // 4):
        number, year = dice.randint(10, 60), dice.randint(2000, 2025)
        typed += [
            f"{number}/{year}/tt-{dice.choice(_MINISTRIES).lower()}",
            f"nghi dinh {number} {year}",
            f"ND{number + 100}/{year}",
            f"{dice.choice(_SUBJECTS)} {number} don vi",
        ]
    return [f"/search?{urlencode({'q': each})}" for each in typed]


def lists(dice: random.Random) -> list[str]:
    """Lists under filters, sorted and turned."""
    return [
        f"/search?of=instrument&year={dice.randint(2000, 2025)}&order={order}&page={page}"
        for order in ("name", "-date", "cited")
        for page in range(1, _OF_EACH_KIND // 6)
    ]


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def serving(command: Sequence[str], port: int) -> Iterator[subprocess.Popen[bytes]]:
    """A server until the block ends."""
    server = subprocess.Popen([*command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(300):
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
                break
            except OSError:
                time.sleep(0.1)
        yield server
    finally:
        server.terminate()
        server.wait(20)


def processor(pid: int) -> float:
    """The seconds of processor time that a process and those it started have taken; 0 off Linux."""
    if not Path("/proc/self/stat").exists():
        return 0.0
    found: dict[int, tuple[int, float]] = {}
    for each in Path("/proc").glob("[0-9]*/stat"):
        try:
            said = each.read_text().rpartition(") ")[2].split()
        except OSError:
            continue
        ticks = sum(map(int, said[11:15]))
        found[int(each.parent.name)] = (int(said[1]), ticks / os.sysconf("SC_CLK_TCK"))
    crew, grown = {pid}, True
    while grown:
        more = {one for one, (parent, _) in found.items() if parent in crew} - crew
        grown, crew = bool(more), crew | more
    return sum(found[one][1] for one in crew if one in found)


@dataclass(frozen=True, slots=True)
class Measured:
    """What was measured of one kind of question; `processor` is the server's time for each."""

    times: tuple[float, ...]
    largest: int
    failures: int
    processor: float = 0.0

    def part(self, share: float) -> float:
        """The time in milliseconds within which this share was answered."""
        return sorted(self.times)[int(len(self.times) * share)] * 1000


def measured(
    port: int,
    asked: Sequence[tuple[str, ...]],
    headers: Mapping[str, str],
    server: subprocess.Popen[bytes],
) -> Measured:
    """Every question once, by all clients at the same time; one may be several addresses."""
    before = processor(server.pid)
    waiting, lock = list(asked), threading.Lock()
    found: list[tuple[float, int, bool]] = []

    def client() -> None:
        while True:
            with lock:
                if not waiting:
                    return
                addresses = waiting.pop()
            start, size, failed = time.perf_counter(), 0, False
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
            for address in addresses:
                connection.request("GET", address, headers=dict(headers))
                response = connection.getresponse()
                size += len(response.read())
                failed = failed or response.status != 200
            connection.close()
            with lock:
                found.append((time.perf_counter() - start, size, failed))

    crew = [threading.Thread(target=client) for _ in range(CLIENTS)]
    for each in crew:
        each.start()
    for each in crew:
        each.join()
    return Measured(
        tuple(each[0] for each in found),
        max(each[1] for each in found),
        sum(each[2] for each in found),
        (processor(server.pid) - before) / len(found),
    )


def told(name: str, of: Measured, limit: int | None = None) -> str:
    """One line of the result, with what issue 7 allows."""
    failed = f", {of.failures} FAILED" if of.failures else ""
    kept = "ok" if limit and of.part(0.95) < limit else "ABOVE"
    allowed = f" (limit {limit}: {kept})" if limit else ""
    return (
        f"{name}: p50 {of.part(0.5):.0f} ms, p95 {of.part(0.95):.0f} ms{allowed}, largest"
        f" {of.largest / 1000:.0f} kB, processor {of.processor * 1000:.0f} ms each{failed}"
        f" ({len(of.times)})"
    )


def pages(store: Path) -> None:
    """Print how fast each kind of page is, and the peer beside it."""
    kinds, dice = things(store), random.Random(3)
    asked = {
        "home": ["/"] * 80,
        "search": searches(dice),
        "list": lists(dice),
        "conflicts": ["/conflicts"] * 40,
        "dataset": ["/dataset"] * 40,
        **{
            sort: [f"/{each.removeprefix(iris.BASE)}.html" for each in found]
            for sort, found in kinds.items()
        },
    }
    port = free_port()
    browser = {"Accept": "text/html", "Accept-Encoding": "gzip"}
    ours: dict[str, Measured] = {}
    command = [sys.executable, "-m", "vankien", "serve", "--workers", "2", "--store", str(store)]
    with serving([*command, "--port", str(port)], port) as server:
        measured(port, [("/",), ("/dataset",), ("/conflicts",)] * 12, browser, server)
        time.sleep(_SETTLED)
        for name, addresses in asked.items():
            ours[name] = measured(port, [(each,) for each in addresses], browser, server)
            limit = 60 if name == "search" else 150
            print(told(f"page, {name}", ours[name], limit), flush=True)
    peer(store, kinds, ours)


def peer(store: Path, kinds: Mapping[str, Sequence[str]], ours: Mapping[str, Measured]) -> None:
    """Ask oxigraph's own server for the same statements with their sentences."""
    binary = shutil.which("oxigraph") or shutil.which("oxigraph", path=Path(sys.executable).parent)
    if binary is None:
        print("oxigraph: no server here (pip install oxigraph); not compared")
        return
    port = free_port()
    path = snapshot(store).path
    command = [binary, "serve-read-only", "-l", str(path), "-b", f"127.0.0.1:{port}"]
    with serving(command, port) as server:
        for sort in ("instrument", "body", "inspection"):
            asked = [
                tuple(map(_asking, ("statements", "statements-on"), (i, i))) for i in kinds[sort]
            ]
            theirs = measured(port, asked, {"Accept": "application/sparql-results+json"}, server)
            print(told(f"oxigraph, {sort}", theirs))
            ratio = ours[sort].part(0.5) / theirs.part(0.5)
            print(f"  a page of ours takes {ratio:.2f} times that (p50)", flush=True)


def _asking(name: str, iri: str) -> str:
    query = page_query(name).replace("WHERE {", f"WHERE {{ VALUES ?this {{ <{iri}> }}", 1)
    return f"/query?{urlencode({'query': query})}"


def first_of_many(count: int) -> None:
    """Print whether the first of `quy dinh 124` is right among so many, and how soon."""
    entries = (
        Entry(
            f"{iris.BASE}instrument/x/{year}/{sign.lower()}/{number}",
            "instrument",
            f"{kind} {number}-{sign}/{owner}",
            f"{kind} {number}-{sign}/{owner} ; {number}-{sign}/{owner}",
            f"về {_SUBJECTS[number % len(_SUBJECTS)]} năm {year}",
            weight=18 if (number, owner, kind) == (124, "TW", "Quy định") else number % 7,
            number=f"{number}-{sign}/{owner}",
            dates=f"{year}-02-02",
            facets=(("year", str(year)), ("kind", iris.KIND + sign.lower())),
        )
        for year, owner in enumerate(("TW", *(f"U{n}" for n in range(49))), 1975)
        for kind, sign in (
            ("Quy định", "QĐ"),
            ("Chỉ thị", "CT"),
            ("Kết luận", "KL"),
            ("Kế hoạch", "KH"),
        )
        for number in range(1, count // 200 + 1)
    )
    with TemporaryDirectory() as desk:
        many = Snapshot(Version(1, "0" * 32, ""), Path(desk) / "snapshots" / "1")
        with closing(sqlite3.connect(many.search_path)) as index:
            index.executescript(schema())
            with index:
                write(index, entries, 1)
        times = []
        for _ in range(21):
            start = time.perf_counter()
            hits = results(many, Sought("quy dinh 124")).hits
            times.append((time.perf_counter() - start) * 1000)
    right = hits[0].label == "Quy định 124-QĐ/TW"
    print(
        f"quy dinh 124 among {count}: first is {hits[0].label} ({'right' if right else 'WRONG'}),"
        f" {statistics.median(times):.1f} ms (limit 30)"
    )


def main() -> None:
    """Print one line a figure."""
    asked = sys.argv[1] if len(sys.argv) > 1 else str(LINES)
    first_of_many(100_000)
    if not asked.isdecimal():
        pages(Path(asked))
        return
    with TemporaryDirectory() as desk:
        store = Path(desk) / "store"
        start = time.perf_counter()
        make_store(store, int(asked))
        now = snapshot(store)
        instruments = results(now, Sought(sort="instrument", limit=1)).total
        (held,) = now.rows("SELECT (COUNT(*) AS ?statements) { ?s ?p ?o }")
        print(
            f"made: {SOURCES} reports, {instruments} instruments, {held['statements'].value}"
            f" statements, {len(now.store)} quads, {time.perf_counter() - start:.0f} s",
            flush=True,
        )
        pages(store)


if __name__ == "__main__":
    main()
