"""A queue that is fair between clients: who holds the fewest places is next."""

import asyncio
import contextlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field


class QueueFull(Exception):
    """Too many wait already, or a place did not come free in time."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"too many queries are waiting; try again in {seconds:g} seconds")
        self.message_vi = f"quá nhiều truy vấn đang chờ; hãy thử lại sau {seconds:g} giây"
        self.message_en = str(self)
        self.seconds = seconds


@dataclass(eq=False, slots=True)
class _Ticket:
    """Somebody who waits, and how they hear that it is their turn."""

    client: str
    called: asyncio.Future[None] = field(repr=False)
    has_place: bool = False


class Turns:
    """So many places on one event loop.

    Those who wait are served by how few their client holds, then in order. If only `at_once` are
    to be held at a time, one more is open for each holder who lingers.
    """

    def __init__(
        self, places: int, most_waiting: int, most_of_one: int, at_once: int | None = None
    ) -> None:
        self._places = places
        self._open = min(at_once or places, places)
        self._lingering = 0
        self._most_waiting = most_waiting
        self._most_of_one = most_of_one
        self._held: Counter[str] = Counter()
        self._waiting: list[_Ticket] = []

    @property
    def waiting(self) -> int:
        """How many wait."""
        return len(self._waiting)

    @property
    def held(self) -> int:
        """How many places are taken."""
        return self._held.total()

    @property
    def has_room(self) -> bool:
        """Whether a place is free that nobody waits for."""
        return self._has_place and not self._waiting

    @property
    def _has_place(self) -> bool:
        return self.held < min(self._open + self._lingering, self._places)

    async def take(self, client: str, timeout: float) -> None:
        """Take a place; raises QueueFull when too many wait before or none comes free in time."""
        if not self.has_room:
            await self._called(client, timeout)
        else:
            self._held[client] += 1

    @contextlib.contextmanager
    def lingering(self) -> Iterator[None]:
        """While a holder stays longer than others should wait for."""
        self._lingering += 1
        self._call()
        try:
            yield
        finally:
            self._lingering -= 1

    def give_back(self, client: str) -> None:
        """Give back a place that was taken."""
        self._held[client] -= 1
        if not self._held[client]:
            del self._held[client]
        self._call()

    async def _called(self, client: str, timeout: float) -> None:
        same = sum(each.client == client for each in self._waiting)
        if len(self._waiting) >= self._most_waiting or same >= self._most_of_one:
            raise QueueFull(timeout)
        ticket = _Ticket(client, asyncio.get_running_loop().create_future())
        self._waiting.append(ticket)
        try:
            async with asyncio.timeout(timeout):
                await ticket.called
        except (TimeoutError, asyncio.CancelledError) as left:
            if ticket in self._waiting:
                self._waiting.remove(ticket)
            if ticket.has_place:
                # Called, but gone in the same moment: the place is the next one's.
                self.give_back(client)
            if isinstance(left, TimeoutError):
                raise QueueFull(timeout) from None
            raise

    def _call(self) -> None:
        while self._waiting and self._has_place:
            first = min(self._waiting, key=lambda each: self._held[each.client])
            self._waiting.remove(first)
            if not first.called.done():
                self._held[first.client] += 1
                first.has_place = True
                first.called.set_result(None)
