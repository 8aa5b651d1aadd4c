"""Random queries over HTTP answer as the engine does in process, while query processes are killed.

VANKIEN_FUZZ sets how many are asked, VANKIEN_FUZZ_SEED where they begin.
"""

import contextlib
import http.client
import json
import os
import random
import signal
import sys
import threading
import time

import pyoxigraph as ox
import pytest

from graph.guard import QueryRefused, form_of
from graph.snapshots import snapshot
from graph.store import Store
from ontology import iris

COUNT = int(os.environ.get("VANKIEN_FUZZ", "1000"))
SEED = int(os.environ.get("VANKIEN_FUZZ_SEED", "20260101"))
CLIENTS = 4
# A process is killed each time that so many were answered.
EACH = 20
# The server closes a connection on which nothing comes for ten seconds; the engine here may think
# longer about the answer to compare with.
IDLE = 5
VARIABLES = [f"?{name}" for name in "abcde"]
NODES = [f"<urn:s{n}>" for n in range(6)]
PROPERTIES = [f"<urn:p{n}>" for n in range(4)]
GRAPHS = [f"<urn:g{n}>" for n in range(3)]
LITERALS = ['"Ủy ban"', '"ủy ban"@vi', '"x\\ny"', "1", "2", "-3", "2.5", "1e3", "true", '""', '"1"']
LITERALS += ['"2018-02-02"^^<http://www.w3.org/2001/XMLSchema#date>', "'''Đ\"'''", '"a"@en']
OPERATORS = ["=", "!=", "<", ">=", "&&", "||", "+", "*", "/", "-"]
OF_ONE = ["STR", "LANG", "DATATYPE", "STRLEN", "UCASE", "ABS", "MD5"]
OF_TWO = ["CONTAINS", "STRSTARTS", "SAMETERM", "CONCAT"]


class Grammar:
    """SPARQL made at random; every query of a seed is the same each time."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.one = self.random.choice

    def chance(self, share):
        return self.random.random() < share

    def many(self, make, least=1, most=3, between=" "):
        return between.join(make() for _ in range(self.random.randint(least, most)))

    def query(self):
        form = self.one([self.select] * 6 + [self.aggregate] * 3 + [self.ask, self.make, self.tell])
        text = form()
        if self.chance(0.04):
            # What somebody mistyped.
            at = self.random.randrange(len(text))
            text = text[:at] + self.one(["", "}", "(", "FILTER", "\\", "ß"]) + text[at + 1 :]
        return text

    def dataset(self):
        if self.chance(0.85):
            return ""
        return self.many(lambda: f"{self.one(['FROM', 'FROM NAMED'])} {self.one(GRAPHS)}")

    def select(self):
        names = self.random.sample(VARIABLES, 3)
        shown = self.one(["*", " ".join(names), " ".join(names), f"({self.value(2)} AS ?z) ?a"])
        head = f"SELECT {self.one(['', '', 'DISTINCT '])}{shown} {self.dataset()}"
        return f"{head} WHERE {self.group(3)} {self.slice('' if '*' in shown else shown)}"

    def slice(self, shown):
        names = [each for each in shown.replace(")", "").split() if each[:1] == "?"]
        if not names or self.chance(0.5):
            return ""
        # All that is shown orders the rows: what is left after a cut is the same each time.
        order = " ".join(self.one([each, f"DESC({each})"]) for each in names)
        cut = self.one(["", "LIMIT 3", "LIMIT 0", "OFFSET 1", "LIMIT 2 OFFSET 2"])
        return f"ORDER BY {order} {cut}"

    def aggregate(self):
        counted = self.one(
            [
                "COUNT(*)",
                *(
                    f"{f}({self.one(['', 'DISTINCT '])}{self.one(VARIABLES)})"
                    for f in ("COUNT", "SUM", "MIN", "MAX", "AVG")
                ),
            ]
        )
        group = self.one(VARIABLES)
        having = f"HAVING (COUNT(*) > {self.random.randint(0, 2)})" if self.chance(0.3) else ""
        return f"SELECT {group} ({counted} AS ?n) {{ {self.body(3)} }} GROUP BY {group} {having}"

    def ask(self):
        return f"ASK {self.dataset()} {self.group(3)}"

    def make(self):
        template = self.many(self.triple, 1, 2, " . ")
        return f"CONSTRUCT {{ {template} }} WHERE {self.group(2)}"

    def tell(self):
        return f"DESCRIBE {self.one([self.one(NODES), '?a'])} WHERE {self.group(1)}"

    def group(self, depth):
        return f"{{ {self.body(depth)} }}"

    def body(self, depth):
        return self.many(lambda: self.part(depth), 1, 3, " ")

    def part(self, depth):
        if depth == 0:
            return self.triple() + " . "
        inner = depth - 1
        return self.one(
            [
                lambda: self.triple() + " . ",
                lambda: self.triple() + " . ",
                lambda: self.pathed() + " . ",
                lambda: f"OPTIONAL {self.group(inner)}",
                lambda: f"{self.group(inner)} UNION {self.group(inner)}",
                lambda: f"{self.triple()} . MINUS {self.group(inner)}",
                lambda: f"GRAPH {self.one([*GRAPHS, '?g'])} {self.group(inner)}",
                lambda: f"{self.triple()} . FILTER({self.value(2)})",
                lambda: f"FILTER {self.one(['', 'NOT '])}EXISTS {self.group(inner)}",
                lambda: f"BIND({self.value(2)} AS ?v{self.random.randrange(10**6)})",
                lambda: f"VALUES {self.one(VARIABLES)} {{ {self.many(self.constant, 0, 3)} }}",
                lambda: f"{{ SELECT {self.one(VARIABLES)} {self.group(inner)} }}",
            ]
        )()

    def triple(self):
        subject = self.one([*VARIABLES, self.one(NODES)])
        return (
            f"{subject} {self.one([*PROPERTIES, '?p'])} {self.one([*VARIABLES, self.constant()])}"
        )

    def pathed(self):
        ends = self.one([*VARIABLES, *NODES]), self.one([*VARIABLES, *NODES])
        return f"{ends[0]} {self.path(2)} {ends[1]}"

    def path(self, depth):
        name = self.one(PROPERTIES)
        if depth == 0:
            return name
        return self.one(
            [
                lambda: name,
                lambda: f"^{name}",
                lambda: f"!({name}|^{self.one(PROPERTIES)})",
                lambda: f"({self.path(depth - 1)}){self.one('*+?')}",
                lambda: f"({self.path(depth - 1)}/{self.path(depth - 1)})",
                lambda: f"({self.path(depth - 1)}|{self.path(depth - 1)})",
            ]
        )()

    def constant(self):
        return self.one([self.one(NODES), self.one(LITERALS)])

    def value(self, depth):
        if depth == 0:
            return self.one([*VARIABLES, self.constant()])
        part = lambda: self.value(depth - 1)  # noqa: E731
        return self.one(
            [
                lambda: f"({part()} {self.one(OPERATORS)} {part()})",
                lambda: f"{self.one(OF_ONE)}({part()})",
                lambda: f"{self.one(OF_TWO)}({part()}, {part()})",
                lambda: f"IF({part()}, {part()}, {part()})",
                lambda: f"COALESCE({part()}, {part()})",
                lambda: f"BOUND({self.one(VARIABLES)})",
                lambda: f"({part()} {self.one(['', 'NOT '])}IN ({part()}, {part()}))",
                lambda: f"!({part()})",
                lambda: f'REGEX({part()}, "^[uủa1]", "i")',
                lambda: f"SUBSTR({part()}, 1, 2)",
            ]
        )()


def data(seed=7):
    """Some quads among few nodes, so that patterns join."""
    at = random.Random(seed)
    for _ in range(70):
        value = at.choice([at.choice(NODES), at.choice(LITERALS)])
        triple = f"{at.choice(NODES)} {at.choice(PROPERTIES)} {value} ."
        graph = at.choice(["", *GRAPHS])
        yield f"GRAPH {graph} {{ {triple} }}" if graph else triple


@pytest.fixture(scope="module")
def directory(tmp_path_factory):
    place = tmp_path_factory.mktemp("fuzz") / "store"
    with Store.open(place) as store:
        store.rewrite("INSERT DATA { " + " ".join(data()) + " }", ["DEFAULT"])
        store.publish()
    return place


def engine_says(store, query):
    """(status, answer) of the engine in this process."""
    try:
        form_of(query)
        found = store.query(query, base_iri=iris.BASE)
        if isinstance(found, ox.QueryTriples):
            return 200, sorted(map(str, found))
        return 200, told(found.serialize(format=ox.QueryResultsFormat.JSON))
    except (QueryRefused, SyntaxError, RuntimeError):
        return 400, None


def told(body):
    """Rows of JSON results in an order of their own, or the truth."""
    found = json.loads(body)
    if "boolean" in found:
        return found["boolean"]
    rows = sorted(json.dumps(row, sort_keys=True) for row in found["results"]["bindings"])
    return sorted(found["head"]["vars"]), rows


class Asker(threading.Thread):
    """A client with a share of the queries on a connection of its own."""

    def __init__(self, server, store, seeds):
        super().__init__()
        self.server, self.store, self.seeds = server, store, seeds
        self.wrong, self.asked, self.limits, self.answers = [], 0, 0, 0

    def run(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=60)
        heard = time.monotonic()
        with contextlib.closing(connection):
            for seed in self.seeds:
                query = Grammar(seed).query()
                headers = {"Content-Type": "application/sparql-query"}
                is_graph = query.startswith(("CONSTRUCT", "DESCRIBE"))
                headers["Accept"] = "application/n-triples, */*;q=0.5" if is_graph else "*/*"
                if time.monotonic() - heard > IDLE:
                    connection.close()
                connection.request("POST", "/sparql", query.encode(), headers)
                response = connection.getresponse()
                body, heard = response.read(), time.monotonic()
                self.compare(seed, query, response, body)
                self.asked += 1

    def compare(self, seed, query, response, body):
        status, expected = engine_says(self.store, query)
        if response.status in (429, 503) and response.headers["Retry-After"]:
            self.limits += 1
            return
        found = None
        if response.status == 200 == status:
            self.answers += 1
            is_graph = response.headers["Content-Type"].startswith("application/n-triples")
            lines = {line.removesuffix(" .") for line in body.decode().split("\n") if line}
            found = sorted(lines) if is_graph else told(body)
            expected = sorted(set(expected)) if is_graph else expected
        if (response.status, found) != (status, expected):
            self.wrong.append((seed, query, response.status, body[:300], status))


@pytest.mark.skipif(sys.platform != "linux", reason="/proc tells which processes to kill")
def test_random_queries_while_processes_are_killed(serve, directory):
    server, store = serve(directory), snapshot(directory).store
    seeds = range(SEED, SEED + COUNT)
    askers = [Asker(server, store, seeds[n::CLIENTS]) for n in range(CLIENTS)]
    kills, at, done = 0, random.Random(SEED), threading.Event()
    for each in askers:
        each.start()

    def watch():
        for each in askers:
            each.join()
        done.set()

    threading.Thread(target=watch).start()
    while not done.wait(0.02):
        # By what was answered, not by the clock: a slow machine must not get stuck.
        if sum(each.asked for each in askers) > EACH * kills and (them := server.query_processes()):
            with contextlib.suppress(ProcessLookupError):
                os.kill(at.choice(them), signal.SIGKILL)
                kills += 1
    answers = sum(each.answers for each in askers)
    limits = sum(each.limits for each in askers)
    print(f"{COUNT} queries, {answers} answers, {limits} limits, {kills} kills")
    assert [wrong for each in askers for wrong in each.wrong] == []
    assert kills > 0
    assert answers > COUNT * 0.5
    assert limits <= COUNT * 0.02
