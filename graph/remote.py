"""A store behind an address: any server of SPARQL 1.1, asked and written over HTTP.

It keeps the default graph as a named one, as servers differ on what a default graph is; it has no
kept versions, nothing protected, and its queries end by a limit on this side only. The address is
that of queries; updates go to the same, or to `/update` beside `/query`.
"""

import os
import time
import urllib.error
import urllib.request
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from http.client import HTTPException, HTTPResponse
from pathlib import Path
from typing import IO
from urllib.parse import urlencode

import pyoxigraph as ox

from graph.evaluation import DEFAULT_GRAPH
from graph.guard import form_of, refusal_of, tokens
from graph.snapshots import Snapshot, Term, Version
from ontology import iris

TOKEN = "VANKIEN_STORE_TOKEN"  # noqa: S105
TIMEOUT = 60.0
# Of an answer no more is taken in.
_LARGEST = 256 * 1024 * 1024
_JSON = "application/sparql-results+json"
_TRIPLES = "application/n-triples, text/turtle;q=0.5"
_NAMES = f"SELECT DISTINCT ?g {{ GRAPH ?g {{ ?s ?p ?o }} FILTER(?g != <{DEFAULT_GRAPH}>) }}"
_VERSION = f"""PREFIX vk: <{iris.ONTOLOGY}> SELECT ?number ?hash ?published {{
  GRAPH <{iris.GRAPH_META}> {{ <{iris.BASE}dataset> vk:version ?number ; vk:contentHash ?hash ;
    vk:publishedAt ?published }} }}"""
Answered = ox.QuerySolutions | ox.QueryBoolean


class RemoteFailed(Exception):
    """A server that does not answer, refuses, or answers with what is no SPARQL result."""

    def __init__(self, address: str, why: str) -> None:
        super().__init__(f"{address}: {why}")
        self.address = address


def is_remote(store: object) -> bool:
    """Whether a store is named by an address."""
    return str(store).startswith(("http://", "https://"))


@dataclass(frozen=True, slots=True)
class Remote:
    """A server of SPARQL by the address of its queries."""

    address: str
    timeout: float = TIMEOUT
    token: str = field(default_factory=lambda: os.environ.get(TOKEN, ""), repr=False)
    largest: int = _LARGEST

    def ask(self, sparql: str, substitutions: Mapping[str, Term] | None = None) -> Answered:
        """The answer to a SELECT or ASK; raises QueryRefused or RemoteFailed."""
        form_of(sparql)
        put = substituted(sparql, substitutions or {})
        fields = [("query", put), ("default-graph-uri", DEFAULT_GRAPH)]
        if any(token.text.upper() == "GRAPH" for token in tokens(put)):
            # Who names a default graph names all graphs.
            fields += [("named-graph-uri", name) for name in (*self.graphs(), DEFAULT_GRAPH)]
        return self._answered(fields, sparql)

    def plain(self, sparql: str) -> Answered:
        """The answer to a query as it stands, on whatever the server takes for its dataset."""
        return self._answered([("query", sparql)], sparql)

    def graphs(self) -> list[str]:
        """The named graphs, without that of the plain statements."""
        found = self.plain(_NAMES)
        assert isinstance(found, ox.QuerySolutions)
        return sorted(row["g"].value for row in found)

    def size(self, graph: str) -> int:
        """How many triples a graph holds."""
        count = f"SELECT (COUNT(*) AS ?n) {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}"
        found = self.plain(count)
        assert isinstance(found, ox.QuerySolutions)
        return next(int(row["n"].value) for row in found)

    def triples(self, graph: str, offset: int, most: int) -> tuple[bytes, ox.RdfFormat]:
        """Some triples of a graph as the server writes them, and in which format it does."""
        asked = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{graph}> {{ ?s ?p ?o }} }} "
        asked += f"LIMIT {most} OFFSET {offset}"
        body, media_type = self._sent(self.address, [("query", asked)], asked, _TRIPLES)
        form = ox.RdfFormat.from_media_type(media_type)
        if form is None:
            raise RemoteFailed(self.address, f"no triples: {media_type}")
        return body, form

    def update(self, update: str) -> None:
        """Have an update carried out; raises RemoteFailed."""
        stem, _, last = self.address.rpartition("/")
        address = f"{stem}/update" if last == "query" else self.address
        self._sent(address, [("update", update)])

    def _answered(self, fields: Iterable[tuple[str, str]], query: str) -> Answered:
        body, _ = self._sent(self.address, fields, query)
        try:
            return ox.parse_query_results(body, format=ox.QueryResultsFormat.JSON)
        except (SyntaxError, ValueError) as error:
            raise RemoteFailed(self.address, f"no SPARQL results: {error}") from error

    def _sent(
        self, address: str, fields: Iterable[tuple[str, str]], query: str = "", accept: str = _JSON
    ) -> tuple[bytes, str]:
        """The body of the answer and its media type."""
        headers = {"Accept": f"{accept}, */*;q=0.1"}
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        data = urlencode(list(fields)).encode()
        request = urllib.request.Request(address, data, headers)  # noqa: S310
        try:
            with _OPENER.open(request, timeout=self.timeout) as response:
                body = self._read(response, time.monotonic() + self.timeout)
                media_type: str = response.headers.get_content_type()
        except urllib.error.HTTPError as error:
            said = error.read(2_000).decode(errors="replace").strip()
            if error.code == 400 and query:
                raise refusal_of(SyntaxError(said), query) from error
            raise RemoteFailed(address, f"{error.code} {error.reason}: {said}") from error
        except (OSError, HTTPException) as error:
            raise RemoteFailed(address, str(getattr(error, "reason", error))) from error
        return body, media_type

    def _read(self, response: HTTPResponse, end: float) -> bytes:
        """The body, if it is whole in time and not too large."""
        body = bytearray()
        while piece := response.read1():
            body += piece
            if len(body) > self.largest:
                raise RemoteFailed(self.address, "the answer is too large; use LIMIT and OFFSET")
            if time.monotonic() > end:
                raise RemoteFailed(self.address, f"no whole answer within {self.timeout:g} seconds")
        if response.length:
            raise RemoteFailed(self.address, f"the answer broke off after {len(body)} bytes")
        return bytes(body)


@dataclass(frozen=True)
class RemoteSnapshot(Snapshot):
    """What a server holds now; it keeps no older versions."""

    remote: Remote

    def query(self, sparql: str, substitutions: Mapping[str, Term] | None = None) -> Answered:
        """The answer to a SELECT or ASK."""
        return self.remote.ask(sparql, substitutions)


def remote_snapshot(address: str) -> RemoteSnapshot:
    """The snapshot of a server; raises RemoteFailed, also where no source was loaded."""
    remote = Remote(address)
    found = remote.ask(_VERSION)
    assert isinstance(found, ox.QuerySolutions)
    rows = [(int(r["number"].value), r["hash"].value, r["published"].value) for r in found]
    if not rows:
        raise RemoteFailed(address, "no source was loaded into this store yet")
    return RemoteSnapshot(Version(*max(rows)), Path(address), remote)


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    """A server that sends elsewhere is not followed: the token is for this one."""

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: object,
        newurl: str,
    ) -> None:
        """Follow nothing."""


_OPENER = urllib.request.build_opener(_NoRedirects)


def substituted(sparql: str, terms: Mapping[str, Term]) -> str:
    """The query with variables bound by VALUES: in its own group, and in each that names one.

    >>> substituted("ASK { ?x ?p ?o MINUS { ?x ?q 1 } }", {"x": ox.NamedNode("a:b")})
    'ASK { VALUES (?x) { (<a:b>) } ?x ?p ?o MINUS { VALUES (?x) { (<a:b>) } ?x ?q 1 } }'
    """
    if not terms:
        return sparql
    names = " ".join(f"?{name}" for name in terms)
    values = f" VALUES ({names}) {{ ({' '.join(map(str, terms.values()))}) }}"
    places: set[int] = set()
    groups: list[int] = []
    is_data = False
    for token in tokens(sparql):
        if token.text == "{":
            # The block of a VALUES holds terms and no patterns.
            groups.append(-1 if is_data else token.start + 1)
            is_data = False
            places.update(groups[:1])
        elif token.text == "}" and groups:
            groups.pop()
        elif token.text.upper() == "SELECT" and groups:
            # A group that is a query of its own begins with SELECT, and binds further in.
            places.discard(groups[-1])
            groups[-1] = -1
        elif token.sort == "name" and token.text[0] in "?$" and token.text[1:] in terms:
            places.update(groups[-1:])
        is_data = is_data or token.text.upper() == "VALUES"
    for place in sorted(places - {-1}, reverse=True):
        sparql = sparql[:place] + values + sparql[place:]
    return sparql


def blocks(keyword: str, triples: Iterable[tuple[str, str]], most: int = 1_000) -> list[str]:
    """`INSERT DATA` or `DELETE DATA` operations for (triple, graph) pairs.

    Some servers refuse long ones (Virtuoso 7 takes about 4,000 triples in one).
    """
    pairs = list(triples)
    found = []
    for at in range(0, len(pairs), most):
        by_graph: dict[str, list[str]] = {}
        for triple, graph in pairs[at : at + most]:
            by_graph.setdefault(graph, []).append(f"{triple} .")
        inner = "\n".join(
            f"GRAPH <{graph}> {{\n" + "\n".join(each) + "\n}" for graph, each in by_graph.items()
        )
        found.append(f"{keyword} DATA {{\n{inner}\n}}")
    return found
