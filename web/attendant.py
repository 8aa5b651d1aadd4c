"""The first visitor of each version is the server itself, so that no reader waits for a first look.

What takes a look at everything, as the counts of the start page, is worked out as soon as a version
is published and kept (graph/whole.py); each server process reads the templates and the names too.
"""

import threading
import time
from pathlib import Path

from flask import Flask

from graph.named import named
from graph.snapshots import NoStore, state
from web.desk import Desk, reader
from web.errors import PROBLEMS
from web.language import LANGUAGES
from web.pages import VIEWS_OF_ALL

# A new version is looked for so often, in seconds.
_EVERY = 1.0


def attend(app: Flask) -> None:
    """Look after an application, in a thread of its own, as long as the process lives."""
    threading.Thread(target=_attend, args=(app,), daemon=True, name="attendant").start()


def _attend(app: Flask) -> None:
    for template in app.jinja_env.list_templates():
        app.jinja_env.get_template(template)
    seen = None
    while True:
        desk = app.extensions["vankien"]
        assert isinstance(desk, Desk)
        current = _state(desk.directory)
        if current not in (None, seen):
            seen = current if look_at_all(app) else None
        time.sleep(_EVERY)


def look_at_all(app: Flask) -> bool:
    """Whether each of the pages that show the whole dataset could be made; they are not sent."""
    try:
        for language in LANGUAGES:
            with app.test_request_context(f"/?lang={language}"):
                for view in VIEWS_OF_ALL:
                    view()
                for sort in ("place", "body"):
                    named(reader().snapshot, sort)
    except PROBLEMS:
        # the reader who asks is told; here it is tried again
        return False
    return True


def _state(directory: Path) -> tuple[int, int, int] | None:
    try:
        return state(directory)
    except NoStore:
        return None
