"""The graph page: what a reader has opened, drawn and as a table.

Everything follows from the address: the same one gives the picture (`/api/explore`), the table
that says the same without any script, and the file that can be carried away.
"""

from flask import Blueprint, Response, jsonify, redirect, render_template, request
from markupsafe import Markup
from pyoxigraph import Literal, NamedNode
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response as BaseResponse

from graph.questions import Answer
from graph.scene import STEP
from graph.surroundings import Link
from web.desk import reader
from web.drawing import MOST, drawn, library
from web.language import word
from web.links import proofs_of_link
from web.picture import Edge, Picture
from web.problems import BadRequest, NotFound
from web.reading import Reader
from web.sayings import said
from web.scenes import legend, picture
from web.tables import tabled, taken_away
from web.things import required
from web.wanted import address, full, predicate_in, short, sight, wanted

explore = Blueprint("explore", __name__)

# A page holds so many lines, of an overview few; the CSV beside it holds them all.
_LINES, _LINES_OF_MANY, _MANY = 1_000, 200, 5_000


@explore.get("/explore")
def page() -> Response | BaseResponse:
    """What the address has opened, else what stands around the instrument that is cited most."""
    if request.args.get("format", "") not in ("", "html"):
        return redirect(f"/api/explore?{request.query_string.decode()}", code=303)
    args = _args()
    whole = _picture(args)
    nodes, edges = whole.seen(sight(args))
    names = {each.id: each.title for each in nodes}
    most = _LINES_OF_MANY if len(edges) > _MANY else _LINES
    body = render_template(
        "explore.html",
        drawn=whole,
        names=names,
        nodes=nodes,
        lines=edges[:most],
        total=len(edges),
        entries=list(legend(whole)),
        sight=sight(args),
        titles=[names.get(root, root) for root in whole.roots],
        state=address(args).partition("?")[2],
        steps=[
            (each, address(args, open=f"{each.step}|{each.shown + STEP}")) for each in whole.more
        ],
        sorts={each.sort: word("sorts", each.sort) for each in whole.nodes},
        step_of=STEP,
    )
    response = Response(body)
    if whole.cut or len(edges) > most:
        response.headers["X-Truncated"] = f"{min(len(edges), most)} of {len(edges)} links"
    return response


def _args() -> MultiDict[str, str]:
    """The address, with the most cited instrument where it names nothing."""
    args = MultiDict(request.args.items(multi=True))
    if not any(args.get(name, "").strip() for name in ("iri", "reach", "path")):
        args["iri"] = short(_most_cited(reader()))
    return args


def _most_cited(of: Reader) -> str:
    rows_found = of.rows("most-cited")
    if not rows_found:
        raise NotFound("Kho chưa có văn bản nào.", "The store holds no instrument yet.")
    return said(rows_found[0], "instrument")


def _picture(args: MultiDict[str, str]) -> Picture:
    asked = wanted(args)
    for named in (*asked.roots, *asked.spread, *(end for path in asked.paths for end in path)):
        required(named)
    return picture(reader(), asked)


@explore.get("/api/explore")
def data() -> Response:
    """The picture as data: whole as JSON, or its links as CSV for a spreadsheet."""
    args = _args()
    whole = _picture(args)
    form = request.args.get("format") or "json"
    if form in ("csv", "xlsx"):
        nodes, edges = whole.seen(sight(args))
        table = _as_answer({each.id: each.title for each in nodes}, edges)
        return taken_away(table, form, "graph", {})
    version = reader().snapshot.version
    told = whole.packed() if form == "packed" else whole.as_json()
    body = jsonify(version={"number": version.number, "hash": version.hash}, **told)
    if whole.cut:
        body.headers["X-Truncated"] = f"{len(whole.nodes)} things"
    return body


def _as_answer(names: dict[str, str], edges: tuple[Edge, ...]) -> Answer:
    """The links as a table to be taken away: in words, and as IRIs."""
    columns = ("subject", "predicate", "object")
    headings = (*(word("columns", each) for each in columns), *columns)
    return tabled(
        headings,
        (
            [
                *map(Literal, (names[each.start], each.label, names[each.end])),
                *map(NamedNode, _link(each)),
            ]
            for each in edges
        ),
        reader().snapshot.version,
    )


def _link(edge: Edge) -> Link:
    return Link(full(edge.start), predicate_in(edge.predicate), full(edge.end))


@explore.get("/explore/export.html")
def carried_away() -> Response:
    """The picture in one file that opens anywhere, with the first sentence behind each link."""
    args = _args()
    whole = _picture(args)
    nodes, edges = whole.seen(sight(args))
    if len(nodes) > MOST:
        raise BadRequest(
            f"Tệp HTML chứa tối đa {MOST} đối tượng, ở đây có {len(nodes)}; hãy ẩn hoặc lọc bớt.",
            f"A file holds {MOST} things at most, here are {len(nodes)}; hide or filter some.",
        )
    names = {each.id: each.title for each in nodes}
    body = render_template(
        "explore-export.html",
        titles=[names.get(root, root) for root in whole.roots],
        entries=list(legend(whole)),
        names=names,
        lines=[(each, proofs_of_link(reader(), _link(each), 1)[0]) for each in edges],
        data=drawn(whole, nodes, edges),
        library=Markup(library()),  # noqa: S704 - our own file, made safe for its element
        address=request.host + address(args),
    )
    response = Response(body)
    response.headers["Content-Disposition"] = "attachment; filename=vankien.html"
    return response
