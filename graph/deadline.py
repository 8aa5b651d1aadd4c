"""How long an answer may take that no process of its own gives: loops ask whether they are late."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from time import monotonic

from graph.refusals import NotTraced

_LIMIT: ContextVar[tuple[float, float] | None] = ContextVar("limit", default=None)


class TookTooLong(NotTraced):
    """An answer was stopped at its time limit."""

    def __init__(self, seconds: float) -> None:
        super().__init__(
            f"truy vết bị dừng sau {seconds:g} giây; hãy giảm độ sâu, độ dài hoặc số đường, hay "
            "chọn ít quan hệ hơn; lệnh vankien trace không có giới hạn này",
            f"tracing was stopped after {seconds:g} seconds; ask for a smaller depth, for shorter "
            "or fewer paths, or for fewer relations; the command vankien trace has no such limit",
        )


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raise TookTooLong where what is done here asks `on_time` after so many seconds."""
    token = _LIMIT.set((monotonic() + seconds, seconds))
    try:
        yield
    finally:
        _LIMIT.reset(token)


def on_time() -> None:
    """Raise TookTooLong where a limit is set and over."""
    limit = _LIMIT.get()
    if limit is not None and monotonic() > limit[0]:
        raise TookTooLong(limit[1])
