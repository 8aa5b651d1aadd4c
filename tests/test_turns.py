"""The queue is fair between clients, and no place is ever lost."""

import asyncio
import contextlib

import pytest

from graph.turns import QueueFull, Turns


def test_who_holds_least_is_next():
    async def served():
        turns, order = Turns(places=2, most_waiting=9, most_of_one=9), []

        async def one(client, name):
            await turns.take(client, 5)
            order.append(name)
            await asyncio.sleep(0)
            turns.give_back(client)

        # While she holds a place, others who wait go before her.
        await turns.take("mai", 1)
        await turns.take("door", 1)
        asked = [one("mai", "mai 1"), one("mai", "mai 2"), one("nam", "nam")]
        tasks = [asyncio.ensure_future(each) for each in asked]
        await asyncio.sleep(0)
        turns.give_back("door")
        await asyncio.gather(*tasks)
        return order

    assert asyncio.run(served()) == ["nam", "mai 1", "mai 2"]


@pytest.mark.parametrize("most_waiting, most_of_one, client", [(1, 9, "nam"), (9, 1, "mai")])
def test_too_many_hear_it_at_once(most_waiting, most_of_one, client):
    async def crowd():
        turns = Turns(1, most_waiting, most_of_one)
        await turns.take("mai", 1)
        waiting = asyncio.ensure_future(turns.take("mai", 5))
        await asyncio.sleep(0)
        with pytest.raises(QueueFull, match="try again in 7 seconds"):
            await turns.take(client, 7)
        turns.give_back("mai")
        await waiting

    asyncio.run(crowd())


@pytest.mark.parametrize("called", [False, True])
def test_who_leaves_the_queue_takes_no_place(called):
    async def left():
        turns = Turns(1, 9, 9)
        await turns.take("mai", 1)
        leaving = asyncio.ensure_future(turns.take("nam", 5))
        await asyncio.sleep(0)
        if called:
            turns.give_back("mai")
        leaving.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await leaving
        if not called:
            turns.give_back("mai")
        assert (turns.held, turns.waiting, turns.has_room) == (0, 0, True)

    asyncio.run(left())


def test_who_left_is_not_called():
    async def left():
        turns = Turns(1, 9, 9)
        await turns.take("mai", 1)
        leaving = asyncio.ensure_future(turns.take("nam", 5))
        staying = asyncio.ensure_future(turns.take("hoa", 5))
        await asyncio.sleep(0)
        leaving.cancel()
        turns.give_back("mai")
        await staying
        assert (turns.held, turns.waiting, turns.has_room) == (1, 0, False)

    asyncio.run(left())


def test_waiting_has_an_end():
    async def late():
        turns = Turns(1, 9, 9)
        await turns.take("mai", 1)
        with pytest.raises(QueueFull):
            await turns.take("nam", 0.01)
        assert turns.waiting == 0

    asyncio.run(late())


def test_a_second_place_opens_only_beside_who_lingers():
    async def served():
        turns = Turns(2, 9, 9, at_once=1)
        await turns.take("mai", 1)
        waiting = [asyncio.ensure_future(turns.take(each, 5)) for each in ("nam", "hoa")]
        await asyncio.sleep(0)
        assert (turns.held, turns.waiting) == (1, 2)
        with turns.lingering():
            await waiting[0]
            with turns.lingering():
                # Both stay long: there is no third place.
                await asyncio.sleep(0)
                assert (turns.held, turns.waiting) == (2, 1)
            turns.give_back("nam")
            await waiting[1]
        turns.give_back("mai")
        # One is held, as many as may be at once.
        assert (turns.held, turns.waiting, turns.has_room) == (1, 0, False)
        turns.give_back("hoa")
        assert turns.has_room

    asyncio.run(served())
