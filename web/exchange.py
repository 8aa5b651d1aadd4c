"""A request as it came over the wire, its body read within limits, and the reply to it."""

import asyncio
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from granian._granian import RSGIHTTPProtocol as HTTPProtocol
from granian.rsgi import Scope

# The largest body that any address takes, and the largest without a token.
LARGEST_BODY = 32 * 1024 * 1024
LARGEST_OPEN_BODY = 9 * 1024 * 1024
# A client has so many seconds to send its body.
PATIENCE = 20.0
_ASCII = "".join(map(chr, range(0x21, 0x7F)))


class BodyTooLarge(Exception):
    """A body that is refused unread."""


class BodyTooSlow(Exception):
    """A body that did not come in time, or whose client went away."""


def ascii_only(query: str) -> str:
    """A query string whose letters beyond ASCII, typed as they are, are percent-encoded.

    >>> ascii_only("q=Bí+thư&of=a%20b")
    'q=B%C3%AD+th%C6%B0&of=a%20b'
    """
    return query if query.isascii() else quote(query, safe=_ASCII)


@dataclass(slots=True)
class Request:
    """What the front and the framework know of a request."""

    scope: Scope
    wire: HTTPProtocol
    method: str
    path: str
    query_string: str
    body: bytes = b""

    async def read(self) -> None:
        """Read the body; raises BodyTooLarge or BodyTooSlow."""
        try:
            async with asyncio.timeout(PATIENCE):
                self.body = await self._body()
        except (TimeoutError, RuntimeError) as late:
            # granian raises RuntimeErrors when the client has gone.
            raise BodyTooSlow from late

    async def _body(self) -> bytes:
        most = LARGEST_BODY if self.header("authorization") else LARGEST_OPEN_BODY
        length = self.header("content-length")
        if length:
            if not length.isdecimal() or int(length) > most:
                raise BodyTooLarge
            return bytes(await self.wire())
        whole = bytearray()
        async for piece in self.wire:
            whole += piece
            if len(whole) > most:
                raise BodyTooLarge
        return bytes(whole)

    def header(self, name: str) -> str:
        """A header, empty where it is missing; what stands on several lines belongs together."""
        # granian's stubs leave this method out
        return ",".join(self.scope.headers.get_all(name))  # type: ignore[attr-defined]

    def headers(self) -> list[tuple[str, str]]:
        """All headers, names in small letters."""
        found: list[tuple[str, str]] = self.scope.headers.items()
        return found

    @property
    def host(self) -> str:
        """The host that the client asked, with its port."""
        return self.header("host") or self.scope.authority or "localhost"

    @property
    def client(self) -> str:
        """The address of the client."""
        return self.scope.client.rpartition(":")[0].strip("[]")

    @property
    def scheme(self) -> str:
        """Http or https."""
        return self.scope.scheme

    async def gone(self) -> None:
        """Ends when the client has gone away."""
        await self.wire.client_disconnect()


@dataclass(frozen=True, slots=True)
class Reply:
    """What is sent back; a large body lies in a file that goes when it is sent."""

    status: int
    headers: list[tuple[str, str]]
    body: bytes = b""
    file: Path | None = None
    # As metrics and the journal tell of it.
    route: str = ""
    query: str = ""
    version: int | None = None
    rows: int | None = None
    # The entity tag of a reply that is the same for the same request and dataset version.
    tag: str = ""
