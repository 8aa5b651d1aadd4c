"""Query processes are kept ready, whatever becomes of them."""

import asyncio
import contextlib
import os
import signal
import sys

import pytest

from graph import evaluation
from graph.attended import Attended
from graph.evaluation import Question, replied
from graph.limits import NoProcess
from graph.pool import Pool
from graph.processes import MEMORY
from graph.snapshots import snapshot

ASK = Question("ASK {}", next(iter(evaluation.SOLUTIONS)))


def pooled(directory, story, size=1):
    """What a story comes to that is told of a pool and a message to it."""

    async def told():
        pool = Pool(directory, size, MEMORY)
        try:
            return await story(pool, ASK.put_to(snapshot(directory).place, pool.spool))
        finally:
            await pool.close()
            pool.sweep()

    return asyncio.run(told())


async def answered(pool, message):
    process = await pool.taken(message)
    process.send(message)
    verdict, _, body = replied(await process.answer(60))
    pool.give_back(process)
    return verdict == evaluation.WHOLE and b"true" in body


def test_who_asks_first_waits_for_the_process_that_starts(seeded):
    async def story(pool, message):
        pool.refill()
        assert await answered(pool, message)
        return len(pool._all)

    assert pooled(seeded, story) == 1


def test_no_more_are_kept_than_there_are_to_be(seeded):
    async def story(pool, message):
        both = [await pool.taken(message) for _ in range(3)]
        for each in both:
            pool.give_back(each)
        return len(pool._all), len(pool._idle), pool.ended

    assert pooled(seeded, story, size=2) == (2, 2, 0)


@pytest.mark.skipif(sys.platform == "win32", reason="kills as Unix does")
def test_a_process_that_something_killed_is_replaced(seeded):
    async def story(pool, message):
        process = await pool.taken(message)
        pool.give_back(process)
        os.kill(process.process.pid, signal.SIGKILL)
        while not process.is_gone:
            await asyncio.sleep(0.01)
        other = await pool.taken(message)
        assert other is not process
        pool.give_back(other)
        return await answered(pool, message)

    assert pooled(seeded, story)


@pytest.mark.parametrize("failures, is_answered", [(3, True), (100, False)])
def test_a_process_that_does_not_start_is_tried_again(seeded, monkeypatch, failures, is_answered):
    """Killed while it starts, it breaks the pipe; when the system has none to give, all fail."""
    started, left = Attended.started, [failures]

    async def fails(target, memory):
        left[0] -= 1
        if left[0] >= 0:
            raise BrokenPipeError
        return await started(target, memory)

    async def story(pool, message):
        monkeypatch.setattr(Attended, "started", fails)
        with contextlib.suppress(NoProcess):
            return await answered(pool, message)
        return False

    assert pooled(seeded, story) is is_answered


def test_who_leaves_while_a_process_opens_its_snapshot_leaves_none_behind(seeded):
    async def story(pool, message):
        asking = asyncio.ensure_future(pool.taken(message))
        while not pool._all:
            await asyncio.sleep(0)
        first = next(iter(pool._all))
        asking.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await asking
        return first not in pool._all

    assert pooled(seeded, story)
