"""The front of the server, ahead of Flask.

What was asked before is answered at once, queries go straight to the query processes, everything
else goes to Flask. Nothing is sent before it is whole, and a body that is too large or too slow is
refused without keeping anybody else from being served.
"""

import asyncio
import gc
import hashlib
import time
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from flask import Flask
from granian._granian import RSGIHTTPProtocol as HTTPProtocol
from granian.rsgi import Scope
from werkzeug.http import parse_accept_header, parse_etags
from werkzeug.utils import get_content_type

from graph.evaluation import Question
from graph.limits import ClientGone
from graph.results import Kept
from graph.snapshots import NoStore, Snapshot, State, in_state, state
from web.asked import Query, asked
from web.desk import Desk
from web.errors import PROBLEMS
from web.exchange import BodyTooLarge, BodyTooSlow, Reply, Request, ascii_only
from web.framework import Framework
from web.journal import Journal
from web.metrics import Tally
from web.negotiation import page_wanted
from web.packing import WORTH_IT, compressed
from web.problems import TooLarge, TooSlow
from web.transfer import OPEN, SECURE, tag

_LARGEST_QUERY = 1024 * 1024
# From this size on packing takes longer than others should wait.
_LONG = 64 * 1024
# What is kept of replies, beside what the query processes' answers take.
_KEPT_BYTES = 64 * 1024 * 1024
_HEAD_BYTES = 2_000
# By then the file of a large answer is surely open, and its name is not needed any more.
_OPENED = 10.0
_FIXED = [*OPEN, *SECURE, ("vary", "Accept, Accept-Encoding")]
# Of a request all that its reply may depend on.
_HEADERS = ("host", "accept", "accept-encoding", "accept-language", "cookie", "content-type")


class Front:
    """An application of granian's RSGI interface around one of Flask."""

    def __init__(
        self,
        app: Flask,
        journal: Journal | None = None,
        attend: Callable[[], object] = lambda: None,
    ) -> None:
        desk = app.extensions["vankien"]
        assert isinstance(desk, Desk)
        self._workers, self._services = desk.workers, desk.services
        self._framework = Framework(app)
        self._tally: Tally = app.extensions["vankien-tally"]
        self._journal, self._attend = journal, attend
        self._directory = str(desk.directory)
        self._kept: Kept[Reply] = Kept(_KEPT_BYTES)

    def __rsgi_init__(self, loop: asyncio.AbstractEventLoop) -> None:
        """Live on the event loop of the server."""
        self._workers.attach(loop)
        self._attend()
        # What was made so far stays: nobody need look again whether it is still wanted.
        gc.freeze()

    async def __rsgi__(self, scope: Scope, wire: HTTPProtocol) -> None:
        """Answer one request."""
        begun = time.perf_counter()
        request = Request(scope, wire, scope.method, scope.path, ascii_only(scope.query_string))
        try:
            reply = await self._reply(request)
        except ClientGone:
            reply = Reply(499, [], route="gone")
        _send(request, reply)
        seconds = time.perf_counter() - begun
        if reply.route:
            self._tally.note(reply.route, request.method, reply.status, seconds)
        if self._journal:
            self._journal.note(request.method, request.path, reply, seconds)

    async def _reply(self, request: Request) -> Reply:
        try:
            if request.method not in ("GET", "HEAD"):
                await request.read()
            found = self._state()
            key = _key(found, request)
            reply = self._kept.get(key)
            if reply is None:
                reply = await self._fresh(found, request)
                if reply.tag and not request.header("authorization"):
                    kept = reply if reply.route else replace(reply, route="kept")
                    self._kept.put(key, kept, len(reply.body) + _HEAD_BYTES)
        except BodyTooLarge:
            return self._told(request, TooLarge("Nội dung gửi lên quá lớn.", "Too large a body."))
        except BodyTooSlow:
            return self._told(request, TooSlow("Nội dung đến quá chậm.", "Too slow a body."))
        except PROBLEMS as error:
            return self._told(request, error)
        return _unless_known(request, reply)

    def _state(self) -> State | None:
        """What tells the current dataset version from others; nothing where there is no store."""
        try:
            return state(self._directory)
        except NoStore:
            return None

    async def _fresh(self, found: State | None, request: Request) -> Reply:
        """The reply of a query process, else of Flask."""
        if request.path in ("/sparql", "/sparql/") and request.method in ("GET", "HEAD", "POST"):
            if len(request.body) > _LARGEST_QUERY:
                raise BodyTooLarge
            sent = asked(
                request.method,
                request.query_string.encode(),
                request.header("content-type"),
                request.body,
            )
            accept = request.header("accept")
            if (
                found is not None
                and isinstance(sent, Query)
                and not page_wanted(sent.form, accept)
                and not self._services.are_asked(sent.query)
            ):
                current = in_state(self._directory, found)
                return await self._answered(request, sent.question(accept), current)
        return await self._framework.reply(request)

    async def _answered(self, request: Request, question: Question, current: Snapshot) -> Reply:
        result = await self._workers.answer(question, request.client, of=current, gone=request.gone)
        body, headers = (
            result.body,
            [
                *_FIXED,
                ("content-type", get_content_type(result.media_type, "utf-8")),
                ("x-dataset-version", result.version.stamp),
            ],
        )
        is_packed = len(body) >= WORTH_IT and _takes_gzip(request.header("accept-encoding"))
        if is_packed:
            headers.append(("content-encoding", "gzip"))
            body = await _packed(body)
        named = tag(result.version, result.media_type) if result.is_lasting else ""
        # An answer to POST has no entity tag, but is kept all the same.
        if named and request.method != "POST":
            headers.append(("etag", f'W/"{named}"' if is_packed else f'"{named}"'))
        return Reply(
            200,
            headers,
            body,
            result.file,
            "/sparql",
            hashlib.sha256(question.query.encode()).hexdigest()[:16],
            result.version.number,
            result.rows,
            named,
        )

    def _told(self, request: Request, error: Exception) -> Reply:
        return replace(self._framework.problem(request, error), route=_route(request.path))


def _key(found: State | None, request: Request) -> tuple[object, ...]:
    """All that a reply depends on: the dataset version, and what of the request matters."""
    return (
        found,
        request.method,
        request.path,
        request.query_string,
        request.body,
        *map(request.header, _HEADERS),
    )


def _route(path: str) -> str:
    return "/sparql" if path.startswith("/sparql") else "refused"


def _unless_known(request: Request, reply: Reply) -> Reply:
    """304 if the client has this reply already."""
    known = request.header("if-none-match")
    if not (known and reply.tag and request.method in ("GET", "HEAD")):
        return reply
    if not parse_etags(known).contains_weak(reply.tag):
        return reply
    headers = [each for each in reply.headers if not each[0].startswith("content-")]
    return replace(reply, status=304, headers=headers, body=b"")


async def _packed(body: bytes) -> bytes:
    if len(body) < _LONG:
        return compressed(body)
    return await asyncio.get_running_loop().run_in_executor(None, compressed, body)


@lru_cache(maxsize=1_000)
def _takes_gzip(accepted: str) -> bool:
    return bool(parse_accept_header(accepted).quality("gzip"))


def _send(request: Request, reply: Reply) -> None:
    headers, body = reply.headers, reply.body
    if reply.file is not None:
        headers = [*headers, ("content-length", str(reply.file.stat().st_size))]
        asyncio.get_running_loop().call_later(_OPENED, _forget, reply.file)
        if request.method != "HEAD":
            request.wire.response_file(reply.status, headers, str(reply.file))
            return
    if request.method == "HEAD" and body:
        headers, body = [*headers, ("content-length", str(len(body)))], b""
    request.wire.response_bytes(reply.status, headers, body)


def _forget(file: Path) -> None:
    file.unlink(missing_ok=True)
