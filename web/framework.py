"""Flask behind the front: requests that the front does not answer itself, each in a thread."""

import asyncio
import io
import sys
from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

from flask import Flask

from graph.results import Result
from graph.turns import Turns
from web.desk import WATCHED
from web.errors import problem_of, told
from web.exchange import Reply, Request

# A thread waits while a query process thinks, or for its turn.
_THREADS = 32
_MOST_WAITING, _MOST_WAITING_OF_ONE = 256, 64
_PATIENCE = 30.0
# One page at a time is worked at, for so many seconds or until a query process thinks for it:
# threads of one interpreter only hold each other up. Then one asks whether its client is there.
_LANES, _MOMENT = 1, 0.25


class Framework:
    """An application of Flask on an event loop: fair between clients, and it hears who leaves."""

    def __init__(self, app: Flask) -> None:
        self._app = app
        self._turns = Turns(_THREADS, _MOST_WAITING, _MOST_WAITING_OF_ONE)
        self._lanes = Turns(_LANES, _THREADS, _THREADS)
        self._threads = ThreadPoolExecutor(_THREADS, thread_name_prefix="page")

    async def reply(self, request: Request) -> Reply:
        """What the application answers; raises QueueFull."""
        await self._turns.take(request.client, _PATIENCE)
        try:
            return await self._reply(request)
        finally:
            self._turns.give_back(request.client)

    async def _reply(self, request: Request) -> Reply:
        watched: list[Future[Result]] = []
        loop = asyncio.get_running_loop()
        thinking: asyncio.Future[None] = loop.create_future()

        def watch(query: Future[Result]) -> None:
            watched.append(query)
            loop.call_soon_threadsafe(_resolve, thinking)

        environ = {**_environ(request), WATCHED: watch}
        await self._lanes.take(request.client, _PATIENCE)
        try:
            task = loop.run_in_executor(self._threads, self._called, environ)
            both: list[asyncio.Future[Any]] = [task, thinking]
            await asyncio.wait(both, timeout=_MOMENT, return_when=asyncio.FIRST_COMPLETED)
        finally:
            self._lanes.give_back(request.client)
        if not task.done():
            leaving = asyncio.ensure_future(request.gone())
            leaving.add_done_callback(lambda _: [each.cancel() for each in watched])
            try:
                return await task
            finally:
                leaving.cancel()
        return await task

    def problem(self, request: Request, error: Exception) -> Reply:
        """The body of a problem that the front met."""
        with self._app.request_context(_environ(request)):
            response = self._app.process_response(told(problem_of(error)))
            headers = [(name.lower(), value) for name, value in response.headers]
            return Reply(response.status_code, headers, response.get_data())

    def _called(self, environ: dict[str, Any]) -> Reply:
        """One call by the rules of WSGI."""
        answered: list[Any] = []

        def start(status: str, headers: list[tuple[str, str]], _: object = None) -> object:
            answered[:] = [int(status[:3]), [(name.lower(), value) for name, value in headers]]
            return body.write

        body = io.BytesIO()
        pieces: Iterable[bytes] = self._app.wsgi_app(environ, start)  # type: ignore[arg-type]
        try:
            for piece in pieces:
                body.write(piece)
        finally:
            close = getattr(pieces, "close", None)
            if close:
                close()
        status, headers = answered
        return Reply(status, headers, body.getvalue(), tag=_tag(status, headers))


def _resolve(future: asyncio.Future[None]) -> None:
    if not future.done():
        future.set_result(None)


def _tag(status: int, headers: list[tuple[str, str]]) -> str:
    """The entity tag of a reply that may be kept: whole, no file, and the same for everybody."""
    fields = dict(headers)
    if status != 200 or "etag" not in fields:
        return ""
    if "set-cookie" in fields or "content-disposition" in fields:
        return ""
    # Of static files too, whose tag changes with the file.
    return fields["etag"].removeprefix("W/").strip('"') if "x-dataset-version" in fields else ""


def _environ(request: Request) -> dict[str, Any]:
    """The request as WSGI has it."""
    host, _, port = request.host.rpartition(":")
    environ: dict[str, Any] = {
        "REQUEST_METHOD": request.method,
        "SCRIPT_NAME": "",
        "PATH_INFO": request.path.encode().decode("latin-1"),
        "QUERY_STRING": request.query_string,
        "SERVER_NAME": host or request.host,
        "SERVER_PORT": port if host else "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": request.client,
        "CONTENT_TYPE": request.header("content-type"),
        "CONTENT_LENGTH": str(len(request.body)),
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": request.scheme,
        "wsgi.input": io.BytesIO(request.body),
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }
    for name, value in request.headers():
        key = "HTTP_" + name.upper().replace("-", "_")
        if key not in ("HTTP_CONTENT_TYPE", "HTTP_CONTENT_LENGTH"):
            environ[key] = f"{environ[key]},{value}" if key in environ else value
    environ.setdefault("HTTP_HOST", request.host)
    return environ
