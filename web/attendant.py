"""The first visitor of each version is the server itself, so that no reader waits for a first look.

What takes a look at everything, as the counts of the start page, is worked out as soon as a version
is published and kept (graph/whole.py): by a process of its own, which one of all the server
processes on a store starts, and which steps back behind the pages that are read meanwhile.
"""

import threading
import time
from contextlib import suppress
from functools import partial
from pathlib import Path

from flask import Flask

from graph.named import asked, named, recorded
from graph.pins import Hold
from graph.processes import Gone, Process, TooLate
from graph.snapshots import NoStore, State, state
from graph.whole import current, look
from web.pages import asked_of_all

# A new version is looked for so often, in seconds.
_EVERY = 1.0
# A look may take so long, in seconds.
_PATIENCE = 3_600.0
# It steps back as far as there is: nobody waits for it, and it has more to do than any page.
_BEHIND = 19
_NAMED = ("place", "body")


def prepare(app: Flask) -> None:
    """Read what every page needs, whatever the version."""
    recorded()
    for template in app.jinja_env.list_templates():
        app.jinja_env.get_template(template)


def attend(directory: Path, memory: int) -> None:
    """Look after a store, in a thread of its own, as long as the process lives.

    A look takes no more than so many bytes of memory.
    """
    look_on = partial(_attend, directory, memory)
    threading.Thread(target=look_on, daemon=True, name="attendant").start()


def _attend(directory: Path, memory: int) -> None:
    hold: Hold | None = None
    looked: State | None = None
    gathered: State | None = None
    while True:
        # A version may go while it is looked at: the next one comes.
        with suppress(NoStore, OSError):
            found = state(directory)
            hold = hold or Hold.of(directory / "snapshots")
            if hold and found != looked:
                looked = found if _look_aside(directory, memory) else None
            if found != gathered and _gather(directory):
                gathered = found
        time.sleep(_EVERY)


def _look_aside(directory: Path, memory: int) -> bool:
    """Whether a process had its look at the current version; if not, it is worth another try."""
    process = Process(look, memory)
    try:
        process.lower(_BEHIND)
        process.ask((directory, (*asked_of_all(), *map(asked, _NAMED))), _PATIENCE)
    except TooLate:
        return False
    except Gone:
        # Too much for its memory: it would be again. Who asks is told.
        return True
    finally:
        process.kill()
    return True


def _gather(directory: Path) -> bool:
    """Whether the names of the current version are known, and so in this process too."""
    of = current(directory)
    if not all(of.is_known(asked(sort)) for sort in _NAMED):
        return False
    for sort in _NAMED:
        named(of, sort)
    return True
