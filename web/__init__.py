"""Answers to people: pages, linked data, the SPARQL endpoint and the JSON interface of a store."""

import os
from pathlib import Path
from urllib.parse import urlsplit

from flask import Flask, Response, g, request
from flask.json.provider import DefaultJSONProvider

from graph.snapshots import NoStore
from graph.workers import Workers
from web import errors
from web.api import api
from web.assistance import assistance
from web.cells import tally
from web.check import check
from web.completion import completion
from web.coverage import coverage
from web.desk import Desk, may_read_protected, reader
from web.dumps import dumps
from web.explore import explore
from web.feeds import feeds
from web.graph_store import graph_store
from web.language import (
    address_in,
    chosen,
    marked,
    remember,
    say,
    shown_count,
    shown_date,
    unbroken,
    word,
)
from web.links import links
from web.mentions import note, paragraph
from web.menu import MENU
from web.metrics import count_requests, metrics
from web.openapi import openapi
from web.packing import packed
from web.pages import pages
from web.paths import local
from web.picture import level_mark
from web.places import places
from web.questions import questions
from web.review import review
from web.searching import searching
from web.sparql import protocol
from web.things import things
from web.timeline import timeline
from web.trace import tracing
from web.transfer import SECURE, methods_of
from web.void import dataset_data

_BLUEPRINTS = (
    pages,
    searching,
    feeds,
    questions,
    review,
    explore,
    tracing,
    links,
    coverage,
    timeline,
    places,
    completion,
    check,
    protocol,
    graph_store,
    dataset_data,
    dumps,
    metrics,
    openapi,
    assistance,
    api,
    things,
)
_LARGEST_BODY = 1024 * 1024


def create_app(
    store_directory: Path | str,
    workers: Workers | None = None,
    token: str | None = None,
    protected_token: str | None = None,
) -> Flask:
    """The application on one store; without workers it starts its own pool of two."""
    app = Flask(__name__)
    app.config["MAX_CONTENT_LENGTH"] = app.config["MAX_FORM_MEMORY_SIZE"] = _LARGEST_BODY
    app.url_map.strict_slashes = False
    assert isinstance(app.json, DefaultJSONProvider)
    app.json.ensure_ascii = app.json.sort_keys = False
    app.extensions["vankien"] = Desk(
        Path(store_directory),
        workers or Workers(store_directory),
        token or os.environ.get("VANKIEN_TOKEN"),
        protected_token or os.environ.get("VANKIEN_PROTECTED_TOKEN"),
    )
    for blueprint in _BLUEPRINTS:
        app.register_blueprint(blueprint)
    count_requests(app)
    errors.register(app)
    _teach_templates(app)
    # After-request functions run last first: packing comes when all else is done.
    for after in (packed, _secured, _unkept, _stamped, remember, _allowing):
        app.after_request(after)
    return app


def _teach_templates(app: Flask) -> None:
    """What templates call, and the filters by which they write."""
    app.context_processor(_words)
    app.jinja_env.globals.update(
        level_mark=level_mark, say=say, word=word, address_in=address_in, menu=MENU
    )
    app.add_template_filter(local, "local")
    app.add_template_filter(shown_date_or_nothing, "day")
    app.add_template_filter(shown_count, "count")
    app.add_template_filter(tally, "tally")
    app.add_template_filter(unbroken)
    app.add_template_filter(marked)
    app.add_template_filter(paragraph)
    app.add_template_filter(note)
    app.add_template_filter(lambda address: urlsplit(address).netloc, "host")


def shown_date_or_nothing(iso: str) -> str:
    """A date as people write it; nothing for none."""
    return shown_date(iso) if iso else ""


def _words() -> dict[str, object]:
    """What every page says of itself."""
    of = request.args.get("of")
    here = f"{request.path}?of={of}" if of else request.path
    number, version = _version()
    language = chosen(request)
    return {"language": language, "version": version, "version_number": number, "here": here}


def _version() -> tuple[int, str]:
    try:
        version = reader().snapshot.version
    except NoStore:
        return 0, "–"
    return version.number, f"{version.number} · {version.hash[:12]}"


def _unkept(response: Response) -> Response:
    """What was made clear for one reader is kept by no cache."""
    if may_read_protected():
        response.headers["Cache-Control"] = "no-store"
        response.headers.pop("Access-Control-Allow-Origin", None)
    return response


def _stamped(response: Response) -> Response:
    """What was drawn from the dataset says from which version; what wrote says so itself."""
    if "reader" in g and request.method in ("GET", "HEAD"):
        response.headers.setdefault("X-Dataset-Version", reader().snapshot.version.stamp)
    return response


def _allowing(response: Response) -> Response:
    """OPTIONS tells the methods of the very address, and not of those that look like it."""
    own = request.url_rule
    if request.method == "OPTIONS" and own and response.allow:
        response.headers["Allow"] = ", ".join(methods_of(own.rule))
    return response


def _secured(response: Response) -> Response:
    response.headers.update(SECURE)
    return response
