"""How fast the endpoint answers, beside Oxigraph's own server and rdflib-endpoint in the same run.

`python bench/endpoint.py [QUADS ...]` makes stores of so many quads of our shape (one million
unless told otherwise) and asks each server the same over eight connections. rdflib's own store
takes in no such number within reason: it is compared on fewer quads, which ours then holds too.
Peers that are not installed are left out: `oxigraph` and `rdflib-endpoint` of the Python Package
Index. A million quads take 230 MB of disk and seven seconds of processor time to be laid.
"""

import contextlib
import json
import os
import selectors
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from itertools import count, islice
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from urllib.parse import quote

import pyoxigraph as ox

from graph.snapshots import Version
from ontology import iris

CLIENTS = 8
SECONDS = 4.0
# The time limit that our server has unless it is told another.
LIMIT = 10.0
# So long a first answer is waited for, in seconds.
_OUT = 120.0
# Of so many quads rdflib-endpoint is asked, and ours beside it, each sort of work for so long.
FOR_RDFLIB, SECONDS_BESIDE_IT = 100_000, 2.0
_VK = iris.ONTOLOGY
_OA = "http://www.w3.org/ns/oa#"
_DCTERMS = "http://purl.org/dc/terms/"
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
_DATE = "http://www.w3.org/2001/XMLSchema#date"
PREFIXES = f"PREFIX vk: <{_VK}> PREFIX oa: <{_OA}> PREFIX dcterms: <{_DCTERMS}> "
PREFIXES += "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "
LOOKUP = 'SELECT ?i ?label ?date {{ ?i dcterms:identifier "{number}" ; rdfs:label ?label . '
LOOKUP += "OPTIONAL {{ ?i dcterms:issued ?date }} }}"
PAGE = """SELECT ?citation ?source ?title ?start ?end ?quote ?rule {{
  ?citation vk:citedEntity <{instrument}> ; vk:inSource ?source ; oa:hasSelector ?span .
  ?span oa:start ?start ; oa:end ?end ; oa:exact ?quote . ?source dcterms:title ?title .
  OPTIONAL {{ ?citation vk:rule ?rule }} }} ORDER BY ?source ?start"""
AGGREGATE = "SELECT ?class (COUNT(?s) AS ?n) { ?s a ?class } GROUP BY ?class ORDER BY DESC(?n)"
HEAVY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"


# ------ data


def sources(quads: int) -> Iterator[str]:
    """N-Quads of made-up sources of our shape until there are so many."""
    random, made = Random(0), 0
    for number in count():
        lines = list(_source(number, random))
        made += len(lines)
        yield "\n".join(lines) + "\n"
        if made >= quads:
            return


def _source(number: int, random: Random) -> Iterator[str]:
    name = f"{number:016x}"
    graph, source = iris.source_graph(name), iris.source(name)
    facts = [
        (source, _TYPE, f"<{_VK}SourceText>"),
        (source, _DCTERMS + "title", f'"Báo cáo số {number} về kết quả giám sát"@vi'),
        (source, _VK + "characters", '"12000"^^<http://www.w3.org/2001/XMLSchema#integer>'),
    ]
    for place in range(60):
        facts += _citation(source, place * 190, instrument(int(40_000 * random.random() ** 2)))
    for own in range(number * 4, number * 4 + 4):
        facts += _instrument(own % 40_000)
    for subject, predicate, value in facts:
        yield f"<{subject}> <{predicate}> {value} <{graph}> ."
        yield f"<{subject}> <{predicate}> {value} ."


def _citation(source: str, start: int, cited: str) -> Iterator[tuple[str, str, str]]:
    citation, span = f"{source}/ref/{start}", f"{source}/span/{start}-{start + 40}"
    whole = "http://www.w3.org/2001/XMLSchema#nonNegativeInteger"
    yield citation, _TYPE, f"<{_VK}Citation>"
    yield citation, _VK + "citedEntity", f"<{cited}>"
    yield citation, _VK + "inSource", f"<{source}>"
    yield citation, _VK + "surfaceForm", f'"Quy định số {start}-QĐ/TW ngày 02/02/2018"'
    yield citation, _VK + "rule", '"kind, number, date and issuer stand together"'
    yield citation, _OA + "hasSelector", f"<{span}>"
    yield span, _OA + "start", f'"{start}"^^<{whole}>'
    yield span, _OA + "end", f'"{start + 40}"^^<{whole}>'
    yield span, _OA + "exact", f'"Quy định số {start}-QĐ/TW ngày 02/02/2018 của Ban Bí thư"'


def _instrument(number: int) -> Iterator[tuple[str, str, str]]:
    this = instrument(number)
    yield this, _TYPE, f"<{_VK}Instrument>"
    yield this, _LABEL, f'"Quy định {number}-QĐ/TW"@vi'
    yield this, _DCTERMS + "identifier", f'"{number}-QĐ/TW"'
    yield this, _DCTERMS + "issued", f'"20{number % 25:02}-02-02"^^<{_DATE}>'
    yield this, _VK + "issuedBy", f"<{iris.BASE}body/ban-bi-thu>"


def instrument(number: int) -> str:
    """The IRI of a made-up instrument."""
    return f"{iris.BASE}instrument/tw/k12/qd/{number}"


def laid(directory: Path, quads: int) -> int:
    """A store directory with so many quads as its version 1; how many there are."""
    public = directory / "snapshots" / "1" / "public"
    public.mkdir(parents=True)
    store = ox.Store(str(public))
    pieces = sources(quads)
    while piece := "".join(islice(pieces, 200)):
        store.bulk_load(piece.encode(), format=ox.RdfFormat.N_QUADS)
    store.optimize()
    store.flush()
    version = json.dumps(asdict(Version(1, "0" * 32, "2026-01-01T00:00:00Z")))
    for place in (directory / "CURRENT", directory / "snapshots" / "1" / "VERSION"):
        place.write_text(version, encoding="utf-8")
    return len(store)


# ------ servers


@dataclass(frozen=True, slots=True)
class Peer:
    """A server under test: how it is started and where it answers."""

    name: str
    command: tuple[str, ...]
    path: str


def ours(directory: Path, port: int) -> Peer:
    """Our server, as many processes as the others have threads to work with."""
    command = (_found("vankien") or "vankien", "serve", "--store", str(directory))
    return Peer("vankien", (*command, "--workers", "2", *_bound(port)), "/sparql")


def oxigraph(directory: Path, port: int) -> Peer | None:
    """Oxigraph's own server on the same snapshot, if it is installed."""
    location = str(directory / "snapshots" / "1" / "public")
    served = (_found("oxigraph"), "serve-read-only", "--location", location)
    command = (*map(str, served), "--bind", f"127.0.0.1:{port}")
    return Peer("oxigraph", command, "/query") if served[0] else None


def rdflib_endpoint(directory: Path, port: int) -> Peer | None:
    """rdflib-endpoint on a file of the same quads, if it is installed."""
    served = (_found("rdflib-endpoint"), "serve", *_bound(port))
    dump = directory / "all.nq"
    with dump.open("w", encoding="utf-8") as file:
        file.writelines(sources(FOR_RDFLIB))
    return Peer("rdflib-endpoint", (*map(str, served), str(dump)), "/") if served[0] else None


def _found(command: str) -> str | None:
    own = str(Path(sys.executable).parent)
    return shutil.which(command, path=os.pathsep.join([own, os.environ.get("PATH", "")]))


def _bound(port: int) -> tuple[str, ...]:
    return ("--host", "127.0.0.1", "--port", str(port))


@contextlib.contextmanager
def running(peer: Peer, port: int) -> Iterator[None]:
    """The server while it runs."""
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(peer.command, stdout=quiet, stderr=quiet)
    try:
        while not _answers(peer, port):
            if process.poll() is not None:
                raise RuntimeError(f"{peer.name} ended")
            time.sleep(0.2)
        # Whatever a server makes ready when it starts is ready: each of its processes was asked.
        for _ in range(4):
            Load(port, islice(lookups(peer, port), 50)).run(120)
        yield
    finally:
        process.terminate()
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _answers(peer: Peer, port: int) -> bool:
    """Whether the server answers; one that only takes connections is still starting."""
    load = Load(port, [request(peer, "ASK {}", port)], clients=1)
    with contextlib.suppress(OSError):
        load.run(60)
    return b"200" in load.statuses


def request(peer: Peer, query: str, port: int) -> bytes:
    """A query as it goes over the wire."""
    return (
        f"GET {peer.path}?query={quote(PREFIXES + query)} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n"
        "Accept: application/sparql-results+json\r\n\r\n"
    ).encode()


# ------ load


@dataclass
class Load:
    """So many connections that each ask the next request as soon as they have their answer."""

    port: int
    requests: Sequence[bytes] | Iterator[bytes]
    clients: int = CLIENTS
    seconds: list[float] = field(default_factory=list)
    statuses: dict[bytes, int] = field(default_factory=dict)

    def run(self, duration: float) -> float:
        """Ask for so long, or until there is nothing more to ask; requests answered a second.

        Who gives no answer in that time is heard out to the first one.
        """
        asked = iter(self.requests)
        began = time.perf_counter()
        with contextlib.ExitStack() as stack:
            selector = stack.enter_context(selectors.DefaultSelector())
            for _ in range(self.clients):
                client = socket.create_connection(("127.0.0.1", self.port))
                client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                stack.enter_context(client)
                self._ask(selector, client, asked)
            while selector.get_map() and (
                time.perf_counter() - began < (duration if self.seconds else _OUT)
            ):
                for key, _ in selector.select(0.1):
                    self._hear(selector, key, asked)
        return len(self.seconds) / (time.perf_counter() - began)

    def _ask(
        self, selector: selectors.BaseSelector, client: socket.socket, asked: Iterator[bytes]
    ) -> None:
        following = next(asked, None)
        if following is not None:
            client.sendall(following)
            selector.register(client, selectors.EVENT_READ, [time.perf_counter(), b""])

    def _hear(
        self, selector: selectors.BaseSelector, key: selectors.SelectorKey, asked: Iterator[bytes]
    ) -> None:
        client, state = key.fileobj, key.data
        assert isinstance(client, socket.socket)
        piece = client.recv(1 << 18)
        state[1] += piece
        if not piece or _is_whole(state[1]):
            self.seconds.append(time.perf_counter() - state[0])
            status = state[1][9:12]
            self.statuses[status] = self.statuses.get(status, 0) + 1
            selector.unregister(client)
            self._ask(selector, client, asked)

    def within(self, share: float) -> float:
        """The time within which this share of requests was answered, in milliseconds."""
        return 1000 * sorted(self.seconds)[int(len(self.seconds) * share)] if self.seconds else 0.0


def _is_whole(response: bytes) -> bool:
    head, _, body = response.partition(b"\r\n\r\n")
    lower = head.lower()
    at = lower.find(b"\r\ncontent-length:")
    if at >= 0:
        return len(body) >= int(lower[at + 17 :].split(b"\r\n", 1)[0])
    return b"\r\ntransfer-encoding:" in lower and body.endswith(b"0\r\n\r\n")


# ------ figures


def lookups(peer: Peer, port: int) -> Iterator[bytes]:
    """Look-ups of numbers, each asked once only: a remark tells them apart."""
    for number in count():
        text = LOOKUP.format(number=number % 40_000) + f" #{number}"
        yield request(peer, text, port)


def pages(peer: Peer, port: int) -> Iterator[bytes]:
    """What the page of an instrument asks, each asked once only."""
    for number in count():
        text = PAGE.format(instrument=instrument(number % 200)) + f" #{number}"
        yield request(peer, text, port)


def again(peer: Peer, port: int) -> Iterator[bytes]:
    """Two hundred questions in turns."""
    known = list(islice(lookups(peer, port), 150)) + list(islice(pages(peer, port), 50))
    while True:
        yield from known


def aggregates(peer: Peer, port: int) -> Iterator[bytes]:
    """One count over everything, again and again."""
    while True:
        yield request(peer, AGGREGATE, port)


WORK = {"lookups": lookups, "pages": pages, "asked before": again, "aggregates": aggregates}
# What issue 6 asks for, as a ratio to Oxigraph's own server.
BARS = {"lookups": 0.15, "pages": 0.6, "asked before": 1.0, "aggregates": 100.0}


def measured(peer: Peer, port: int, seconds: float) -> dict[str, float]:
    """Requests a second by sort of work."""
    found = {}
    for name, work in WORK.items():
        if name in ("asked before", "aggregates"):
            Load(port, islice(work(peer, port), 200 if name == "asked before" else 1)).run(120)
        load = Load(port, work(peer, port))
        found[name] = load.run(seconds)
        bad = {k.decode(): v for k, v in load.statuses.items() if k != b"200"}
        print(f"    {name:14} {found[name]:10.1f}/s  p95 {load.within(0.95):8.2f} ms  {bad or ''}")
    return found


def _beside_heavy(peer: Peer, port: int) -> float:
    """The 95th percentile of a light query while four heavy ones run, in milliseconds."""
    with contextlib.ExitStack() as stack:
        for number in range(4):
            heavy = stack.enter_context(socket.create_connection(("127.0.0.1", port)))
            heavy.sendall(request(peer, f"{HEAVY} #{number}", port))
        time.sleep(1.0)
        light = Load(port, lookups(peer, port), clients=1)
        light.run(SECONDS)
    return light.within(0.95)


def _overrun(peer: Peer, port: int) -> float:
    """How long after its limit a query without end is told so, in seconds; its process is ended."""
    load = Load(port, [request(peer, f"{HEAVY} #without end", port)], clients=1)
    load.run(_OUT)
    assert load.statuses == {b"503": 1}, load.statuses
    return load.seconds[0] - LIMIT


def main() -> None:
    """Print the figures of each size, with their ratios."""
    began = time.perf_counter()
    for quads in [int(each) for each in sys.argv[1:]] or [1_000_000]:
        _compare(quads, oxigraph, SECONDS, BARS, under_strain=True)
    _compare(FOR_RDFLIB, rdflib_endpoint, SECONDS_BESIDE_IT, dict.fromkeys(BARS, 20.0))
    print(f"endpoint: {time.perf_counter() - began:.0f} s in all")


def _compare(
    quads: int,
    other: Callable[[Path, int], Peer | None],
    seconds: float,
    bars: dict[str, float],
    under_strain: bool = False,
) -> None:
    """Ours beside another server on the same quads."""
    with TemporaryDirectory() as desk, socket.create_server(("127.0.0.1", 0)) as free:
        directory, port, began = Path(desk), free.getsockname()[1], time.perf_counter()
        held, laying = laid(directory, quads), time.perf_counter() - began
        free.close()
        print(f"endpoint: {held} quads, laid in {laying:.0f} s; {CLIENTS} clients")
        found = []
        for peer in filter(None, (ours(directory, port), other(directory, port))):
            print(f"  {peer.name}")
            with running(peer, port):
                found.append(measured(peer, port, seconds))
                if under_strain:
                    _strained(peer, port)
    for name, bar in bars.items() if len(found) > 1 else ():
        ratio = found[0][name] / found[1][name]
        verdict = "ok" if ratio >= bar else "BELOW"
        print(f"  {name:14} {ratio:9.2f} times {peer.name} (at least {bar:g}: {verdict})")


def _strained(peer: Peer, port: int) -> None:
    """How the server does while heavy queries run."""
    print(f"    light p95 beside four heavy {_beside_heavy(peer, port):8.1f} ms")
    if peer.name == "vankien":
        print(f"    told {_overrun(peer, port):.2f} s after its time limit (at most 0.5)")


if __name__ == "__main__":
    main()
