"""One address at a time, as a guest: robots.txt, pauses, bounds, and no inner network.

Each answer is bounded in size and in time as a whole, so that neither a huge nor a dripping one
holds up the rest. Each host's address is resolved once and that very address is connected to.
"""

import contextlib
import http.client
import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from loaders.readers.refusals import Unreadable
from vankien.robots import EVERYTHING, Robots, robots

_PIECE = 1 << 16
_REDIRECTS = 5
_LARGEST_ROBOTS = 500_000
_MOVED = (301, 302, 303, 307, 308)
_SAFE = "/%:@!$&'()*+,;=~?"
_NAME = "vankien"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered: its status, its headers by lower-case name, its body."""

    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(slots=True)
class Guest:
    """Fetches addresses with the restraint that is set: seconds between requests, bytes, seconds.

    `clock` and `sleep` are time's own but in tests.
    """

    every: float = 2.0
    limit: int = 100_000_000
    timeout: float = 60.0
    allow_local: bool = False
    agent: str = _NAME
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    _rules: dict[str, Robots] = field(default_factory=dict)
    _closed: dict[str, Unreadable] = field(default_factory=dict)
    _asked: dict[str, float] = field(default_factory=dict)

    def get(self, address: str, headers: Mapping[str, str] | None = None) -> Answer:
        """The answer to an address, after redirects; raises Unreadable where there is none."""
        split = _split(address)
        for _ in range(_REDIRECTS + 1):
            self._may(split)
            answer = self._ask(split, headers or {}, self.limit)
            if answer.status not in _MOVED:
                return answer
            if not (onward := answer.headers.get("location")):
                break
            split = _split(onward, split.geturl())
        raise Unreadable(
            f"chuyển hướng quá {_REDIRECTS} lần hoặc không nói đi đâu",
            f"redirected more than {_REDIRECTS} times, or to nowhere",
        )

    def _may(self, split: SplitResult) -> None:
        site = f"{split.scheme}://{split.netloc}"
        if site in self._closed:
            raise self._closed[site]
        if site not in self._rules:
            try:
                self._rules[site] = self._robots(split)
            except Unreadable as reason:
                # A site that cannot be reached is not tried for each of its addresses.
                self._closed[site] = reason
                raise
        if not self._rules[site].permits(_target(split)):
            raise Unreadable(
                f"robots.txt của {split.netloc} không cho tải địa chỉ này",
                f"robots.txt of {split.netloc} does not permit this address",
            )

    def _robots(self, split: SplitResult) -> Robots:
        """A site without rules permits everything; one that does not tell them, nothing.

        Raises Unreadable where it does not tell.
        """
        rules = split._replace(path="/robots.txt", query="")
        for _ in range(_REDIRECTS):
            answer = self._ask(rules, {}, _LARGEST_ROBOTS)
            if answer.status not in _MOVED:
                break
            rules = _split(answer.headers.get("location", ""), rules.geturl())
        if answer.status == 200:
            return robots(answer.body.decode("utf-8", "replace"), self.agent)
        if 400 <= answer.status < 500 and answer.status not in (401, 403, 429):
            return EVERYTHING
        raise Unreadable(
            f"không đọc được robots.txt của {split.netloc} (HTTP {answer.status}) nên không tải gì",
            f"robots.txt of {split.netloc} cannot be read (HTTP {answer.status}), so nothing is",
        )

    def _ask(self, split: SplitResult, headers: Mapping[str, str], limit: int) -> Answer:
        self._wait(split)
        deadline = time.monotonic() + self.timeout
        try:
            with self._connection(split) as connection, _ended_at(connection, self.timeout):
                sent = {"Host": _host(split), "User-Agent": self.agent, **headers}
                target = _target(split)
                connection.request("GET", target, headers={**sent, "Accept-Encoding": "identity"})
                return _answer(connection.getresponse(), limit, deadline)
        except TimeoutError:
            raise _SLOW from None
        except (OSError, http.client.HTTPException, ValueError) as error:
            if time.monotonic() >= deadline:
                raise _SLOW from None
            said = str(error) or type(error).__name__
            raise Unreadable(
                f"máy chủ không trả lời trọn vẹn ({said}); hãy thử lại sau",
                f"the server did not answer as a whole ({said}); try again later",
            ) from None
        finally:
            self._asked[split.netloc] = self.clock()

    def _wait(self, split: SplitResult) -> None:
        site = f"{split.scheme}://{split.netloc}"
        pause = max(self.every, self._rules[site].pause if site in self._rules else 0.0)
        before = self._asked.get(split.netloc)
        if before is not None and (left := before + pause - self.clock()) > 0:
            self.sleep(left)

    @contextlib.contextmanager
    def _connection(self, split: SplitResult) -> Iterator[http.client.HTTPConnection]:
        secure = split.scheme == "https"
        host = _idna(split.hostname or "")
        port = split.port or (443 if secure else 80)
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        places = [str(each[4][0]) for each in found]
        if not self.allow_local and not all(map(_is_public, places)):
            raise Unreadable(
                f"{host} nằm trong mạng nội bộ: không tải (trừ khi có --allow-local)",
                f"{host} lies in a private network: not fetched (unless with --allow-local)",
            )
        connection = http.client.HTTPConnection(host, port)
        try:
            line = _line(places, port, self.timeout)
            connection.sock = line
            if secure:
                trust = ssl.create_default_context()
                connection.sock = trust.wrap_socket(line, server_hostname=host)
            yield connection
        finally:
            connection.close()


def _line(places: list[str], port: int, timeout: float) -> socket.socket:
    """A connection to the first of a host's places that takes one: not each network has IPv6."""
    for place in places[:-1]:
        with contextlib.suppress(OSError):
            return socket.create_connection((place, port), timeout)
    return socket.create_connection((places[-1], port), timeout)


@contextlib.contextmanager
def _ended_at(connection: http.client.HTTPConnection, seconds: float) -> Iterator[None]:
    """Cut the line after so many seconds, whatever the server drips."""

    def cut() -> None:
        with contextlib.suppress(OSError):
            line.shutdown(socket.SHUT_RDWR)

    line = connection.sock
    watch = threading.Timer(seconds, cut)
    watch.daemon = True
    watch.start()
    try:
        yield
    finally:
        watch.cancel()


def _answer(response: http.client.HTTPResponse, limit: int, deadline: float) -> Answer:
    headers = {name.casefold(): value for name, value in response.getheaders()}
    if response.status != 200:
        return Answer(response.status, headers, b"")
    if headers.get("content-encoding", "identity").casefold() != "identity":
        raise Unreadable(
            "máy chủ gửi dạng nén dù không được yêu cầu",
            "the server sent a packed answer that was not asked for",
        )
    told = headers.get("content-length", "")
    size = int(told) if told.isdecimal() and len(told) < 19 else None
    body = bytearray()
    while piece := response.read1(_PIECE) if (size or 0) <= limit else b"":
        body += piece
        if len(body) > limit:
            break
        if time.monotonic() > deadline:
            raise _SLOW
    if max(len(body), size or 0) > limit:
        raise Unreadable(
            f"lớn hơn giới hạn {limit / 1e6:g} MB (--limit)",
            f"larger than the limit of {limit / 1e6:g} MB (--limit)",
        )
    if time.monotonic() > deadline:
        raise _SLOW
    if size is not None and len(body) != size:
        raise http.client.IncompleteRead(b"", size - len(body))
    return Answer(response.status, headers, bytes(body))


def _split(address: str, base: str = "") -> SplitResult:
    """The parts of an address; raises Unreadable for one that is no http(s) address."""
    try:
        split = urlsplit(urljoin(base, address.strip()))
        whole = split.scheme in ("http", "https") and split.hostname and split.port != 0
    except ValueError:
        whole = None
    if not whole or split.username is not None or any(c.isspace() for c in split.netloc):
        raise Unreadable(
            "không phải địa chỉ http(s)://... dùng được",
            "no http(s)://... address that can be used",
        )
    return split._replace(netloc=split.netloc.casefold(), fragment="")


def _target(split: SplitResult) -> str:
    """The path and query as they are sent, in ASCII."""
    query = f"?{split.query}" if split.query else ""
    return quote((split.path or "/") + query, safe=_SAFE)


def _idna(host: str) -> str:
    return host if host.isascii() else host.encode("idna").decode()


def _host(split: SplitResult) -> str:
    """The host and port as the header says them."""
    name = split.hostname or ""
    return split.netloc.replace(name, _idna(name), 1)


def _is_public(place: str) -> bool:
    address = ipaddress.ip_address(place.partition("%")[0])
    mapped = getattr(address, "ipv4_mapped", None)
    return (mapped or address).is_global and not address.is_multicast


_SLOW = Unreadable(
    "máy chủ trả lời quá chậm (--timeout); hãy thử lại sau",
    "the server answers too slowly (--timeout); try again later",
)
