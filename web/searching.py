"""The one box: search and every list of things, filtered and sorted in the URL, as page or file."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, get_args

from flask import Blueprint, Response, jsonify, render_template, request
from pyoxigraph import DefaultGraph, Literal, NamedNode, RdfFormat, Triple, serialize

from graph.folding import fold
from graph.named import places_called
from graph.questions import Answer
from graph.search import FACETS, Hit, Order, Results, Sought, results
from graph.snapshots import Term
from graph.suggesting import beginning
from ontology import iris
from web.cells import Cell, link, written
from web.desk import reader
from web.filters import address, filters, heading, named, pages
from web.finding import Found, shown
from web.language import shown_count, word, words
from web.paths import is_ours, local
from web.problems import BadRequest
from web.reading import Reader
from web.tables import FORMS, taken_away

searching = Blueprint("searching", __name__)

ON_A_PAGE = 50
# What a file holds at most; a larger list is filtered first.
_IN_A_FILE = 10_000
_XSD = "http://www.w3.org/2001/XMLSchema#"
_IRI = re.compile(r"[A-Za-z0-9/@:._~-]+")
# The lists have columns of their own; what is mixed is a list of hits.
COLUMNS = {
    "instrument": ("name", "date", "issuer", "title", "citations"),
    "body": ("name", "type", "level", "place", "mentions"),
    "person": ("name", "mentions"),
    "place": ("name", "type", "level", "place", "mentions"),
    "inspection": ("name", "mode", "date", "inspector", "place"),
    "source": ("name", "published"),
}
_FACET_OF = {"issuer": "issuer", "inspector": "issuer", "type": "kind", "mode": "kind"}
_FACET_OF |= {"level": "level", "place": "place"}
_FILE_COLUMNS = (
    "instrument", "label", "sort", "kind", "number", "date", "issuer", "level", "place", "title",
    "mentions", "text",
)  # fmt: skip


@searching.get("/search")
def search() -> Response:
    """What the words find, or everything of a sort, as a page or as a file."""
    sought = _sought()
    form = request.args.get("format") or "html"
    if form == "html":
        return _page(sought)
    if form not in (*FORMS, "ttl"):
        have = ", ".join((*FORMS, "ttl"))
        raise BadRequest(f"Danh sách này có ở dạng: {have}.", f"This list is to be had as {have}.")
    if form == "json":
        return _as_json(sought)
    found = results(reader().snapshot, replace(sought, offset=0, limit=_IN_A_FILE))
    response = _turtle(found) if form == "ttl" else taken_away(_answer(found), form, "vankien", {})
    return _cut(response, found.is_cut or found.total > _IN_A_FILE)


@searching.get("/suggestions/<int:version>/<letters>.json")
def suggestions(version: int, letters: str) -> Response:
    """The names that begin with some letters: in one version always the same, so kept for long."""
    of = reader()
    found = [
        [of.told_apart(hit.iri), f"{local(hit.iri)}.html", word("sorts", hit.kind), fold(hit.label)]
        for hit in beginning(of.snapshot, letters)
    ]
    response = jsonify(found)
    if version == of.snapshot.version.number:
        response.headers["Cache-Control"] = "public, max-age=86400, immutable"
    return response


def _sought() -> Sought:
    given = request.args
    order: Any = _one_of("order", get_args(Order), "best")
    page = given.get("page", "1")
    return Sought(
        text=given.get("q", "").strip(),
        sort=_one_of("of", (*words()["sorts"], "passage"), ""),
        filters={name: _full(given[name]) for name in FACETS if given.get(name, "").strip()},
        order=order,
        offset=(min(int(page), 10_000) - 1) * ON_A_PAGE if _counts(page) else 0,
        limit=ON_A_PAGE,
    )


def _one_of(name: str, known: Iterable[str], default: str) -> str:
    value = request.args.get(name, "").strip() or default
    if value != default and value not in known:
        have = ", ".join(known)
        raise BadRequest(
            f"{name}: không có “{value}”; có {have}.",
            f"{name}: there is no '{value}'; there are {have}.",
        )
    return value


def _counts(page: str) -> bool:
    return page.isascii() and page.isdigit() and int(page[:9]) > 0


def _full(value: str) -> str:
    """`body/ban-bi-thu` as the IRI that it stands for."""
    named = value.partition("/")[0] in ("body", "concept", "kind", "place")
    return iris.BASE + value if named and _IRI.fullmatch(value) else value


def _page(sought: Sought) -> Response:
    of = reader()
    found = results(of.snapshot, sought)
    columns = COLUMNS.get(sought.sort, ())
    page = render_template(
        "search.html",
        words=sought.text,
        sought=sought,
        found=found,
        hits=[shown(of, hit) for hit in found.hits] if not columns else (),
        places=_unmentioned(of, sought, found),
        headings=[heading(each, sought) for each in columns],
        rows=[[listed(of, hit, each) for each in columns] for hit in found.hits] if columns else (),
        filters=list(filters(of, sought, found)),
        pages=pages(sought, found),
        files=[(form, address(format=form, page=None)) for form in ("csv", "xlsx", "json", "ttl")],
        orders=[(each, address(order=each, page=None)) for each in get_args(Order)],
    )
    return _cut(Response(page), found.is_cut)


def _unmentioned(of: Reader, sought: Sought, found: Results) -> list[Cell]:
    """The places of the record that bear the name sought, though no source mentions them.

    A commune of today may be one, while those from which it was merged are told of.
    """
    if sought.sort not in ("", "place") or sought.offset:
        return []
    known = {hit.iri for hit in found.hits}
    called = places_called(of.snapshot, sought.text)
    return [link(of, each) for each in called if each not in known]


def _as_json(sought: Sought) -> Response:
    of = reader()
    found = results(of.snapshot, sought)
    hits: list[Found] = [shown(of, hit) for hit in found.hits]
    rest = found.total > sought.offset + len(hits)
    body = jsonify(
        query=sought.text,
        total=found.total,
        near=found.is_near,
        truncated=found.is_cut or rest,
        hits=hits,
        sorts=dict(found.sorts),
        facets={
            name: {each.removeprefix(iris.BASE): n for each, n in values.items()}
            for name, values in found.facets.items()
        },
    )
    return _cut(body, found.is_cut or rest)


def _cut(response: Response, is_cut: bool) -> Response:
    if is_cut:
        response.headers["X-Truncated"] = "true"
    return response


def listed(of: Reader, hit: Hit, column: str) -> Cell:
    """What a column of a list shows of a hit."""
    if column == "name":
        return link(of, hit.iri)
    if column in ("date", "published"):
        return written(of, hit.dates)
    if column == "title":
        return Cell(hit.title, "long")
    if column in ("citations", "mentions"):
        return Cell(shown_count(hit.mentions), "count")
    values = hit.facets.get(_FACET_OF[column], ())
    if column == "place" and hit.kind == "place":
        values = tuple(each for each in values if each != hit.iri)
    cells = tuple(link(of, each) if is_ours(each) else Cell(each) for each in values)
    return cells[0] if len(cells) == 1 else Cell("", parts=cells)


def _answer(found: Results) -> Answer:
    return Answer(_FILE_COLUMNS, tuple(map(_row, found.hits)), reader().snapshot.version)


def _row(hit: Hit) -> Mapping[str, Term | None]:
    of = reader()

    def said(facet: str) -> str:
        return " | ".join(named(of, facet, each) for each in hit.facets.get(facet, ()))

    texts = {
        "label": hit.label,
        "sort": hit.kind,
        "kind": said("kind"),
        "number": hit.number,
        "issuer": said("issuer"),
        "level": said("level"),
        "place": said("place"),
        "title": hit.title,
        "text": hit.snippet if hit.kind == "passage" else "",
    }
    row: dict[str, Term | None] = {name: Literal(text) for name, text in texts.items() if text}
    whole = len(hit.dates) == len("2018-02-02")
    day = Literal(hit.dates, datatype=NamedNode(_XSD + "date")) if whole else Literal(hit.dates)
    row["date"] = day if hit.dates else None
    row["mentions"] = Literal(hit.mentions)
    row["instrument"] = NamedNode(hit.iri)
    return {name: row.get(name) for name in _FILE_COLUMNS}


def _turtle(found: Results) -> Response:
    """What the default graph says of each of the things found."""
    store, default = reader().snapshot.store, DefaultGraph()
    triples: dict[Triple, None] = {}
    for iri in dict.fromkeys(hit.iri for hit in found.hits):
        for quad in store.quads_for_pattern(NamedNode(iri), None, None, default):
            triples[quad.triple] = None
    body = serialize(list(triples), format=RdfFormat.TURTLE)
    return Response(body, mimetype="text/turtle")
