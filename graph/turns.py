"""A queue that is fair between clients: who holds the fewest places is next."""

import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager


class QueueFull(Exception):
    """Too many wait already, or a place did not come free in time."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"too many queries are waiting; try again in {seconds:g} seconds")
        self.message_vi = f"quá nhiều truy vấn đang chờ; hãy thử lại sau {seconds:g} giây"
        self.message_en = str(self)
        self.seconds = seconds


class Turns:
    """So many places; those who wait are served by how few their client holds, then in order."""

    def __init__(self, places: int, most_waiting: int, most_of_one: int) -> None:
        self._places = places
        self._most_waiting = most_waiting
        self._most_of_one = most_of_one
        self._held: Counter[str] = Counter()
        self._waiting: list[tuple[int, str]] = []
        self._arrived = 0
        self._changed = threading.Condition()

    @property
    def waiting(self) -> int:
        """How many wait."""
        return len(self._waiting)

    @property
    def has_room(self) -> bool:
        """Whether a place is free that nobody waits for."""
        return self._places > len(self._waiting)

    @contextmanager
    def place(self, client: str, timeout: float) -> Iterator[None]:
        """Hold a place; raises QueueFull when there are too many before or none comes free."""
        self._take(client, timeout)
        try:
            yield
        finally:
            with self._changed:
                self._places += 1
                self._held[client] -= 1
                self._held += Counter()
                self._changed.notify_all()

    def _take(self, client: str, timeout: float) -> None:
        with self._changed:
            same = sum(each == client for _, each in self._waiting)
            if len(self._waiting) >= self._most_waiting or same >= self._most_of_one:
                raise QueueFull(timeout)
            self._arrived += 1
            ticket = (self._arrived, client)
            self._waiting.append(ticket)
            try:
                if not self._changed.wait_for(lambda: self._is_next(ticket), timeout):
                    raise QueueFull(timeout)
                self._places -= 1
                self._held[client] += 1
            finally:
                self._waiting.remove(ticket)
                self._changed.notify_all()

    def _is_next(self, ticket: tuple[int, str]) -> bool:
        first = min(self._waiting, key=lambda each: (self._held[each[1]], each[0]))
        return self._places > 0 and first == ticket
