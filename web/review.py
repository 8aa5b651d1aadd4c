"""Review: a curator accepts, rejects or corrects what was read, merges bodies, settles dates.

A curator shows a token once and keeps it in a cookie that no script reads and no other site sends.
"""

from urllib.parse import urlencode

from flask import Blueprint, redirect, render_template, request
from pyoxigraph import Literal, NamedNode
from werkzeug.wrappers import Response as BaseResponse

from graph import review as decisions
from graph.review import Act, Stated
from graph.updates import change_of
from ontology import iris
from web.access import bearer
from web.cells import Cell, cell, link
from web.decisions import ISSUED, dates_of, dating, shown
from web.desk import PROTECTED, desk, may_read_protected, opens_protected, reader
from web.naming import plain
from web.paths import local, sort_of
from web.problems import BadRequest, Forbidden, NotFound
from web.quoting import Proof
from web.reading import Reader

review = Blueprint("review", __name__)

COOKIE = "curator"
_WEEK = 7 * 24 * 3600
_LONGEST = 2_000


def curator() -> str | None:
    """The name of the curator whose token came with the request."""
    return bearer(request.cookies.get(COOKIE, ""))


@review.get("/review")
def desk_of_review() -> str | tuple[str, int]:
    """What was decided so far; with `?part=` one thing that can be decided on."""
    of = reader()
    part = request.args.get("part", "")
    stated = _stated(of, part) if part else None
    choice = _choice(of, request.args.get("instrument", ""))
    near = (
        decisions.acts_on(of.snapshot.store, stated)
        if stated
        else dating(of, choice[0])
        if choice
        else decisions.acts(of.snapshot.store)
    )
    return render_template(
        "review.html",
        curator=curator(),
        protected=may_read_protected(),
        part=part,
        stated=shown(of, Act("", "", stated, "", "")) if stated else None,
        proof=_proof(of, stated) if stated else None,
        acts=[shown(of, act) for act in near],
        choice=choice,
    )


def _choice(of: Reader, address: str) -> tuple[Cell, list[tuple[str, Cell]]] | None:
    """An instrument with the dates between which a curator may choose."""
    if not address:
        return None
    iri = _thing(address, "instrument")
    dates = [(plain(term), cell(of, term)) for term in dates_of(of, iri)]
    return link(of, iri), dates


@review.post("/review/sign-in")
def sign_in() -> BaseResponse:
    """Keep a token that counts for a week."""
    _own_page()
    token = request.form.get("token", "")[:_LONGEST].strip()
    opened = {COOKIE: bearer(token) is not None, PROTECTED: opens_protected(token)}
    if not any(opened.values()):
        raise Forbidden(
            "Mã này không mở được phần duyệt hay phần được bảo vệ.",
            "This token opens neither review nor what is protected.",
        )
    response = redirect(_back(), code=303)
    secure = request.is_secure
    for name in (each for each, fits in opened.items() if fits):
        response.set_cookie(
            name, token, max_age=_WEEK, path="/", httponly=True, samesite="Strict", secure=secure
        )
    return response


@review.post("/review/sign-out")
def sign_out() -> BaseResponse:
    """Forget the token."""
    _own_page()
    response = redirect("/review", code=303)
    for name in (COOKIE, PROTECTED):
        response.delete_cookie(name, path="/", httponly=True, samesite="Strict")
    return response


@review.post("/review")
def decide() -> BaseResponse:
    """Accept, reject or correct what one place states."""
    who = _who()
    part = request.form.get("part", "")
    stated = _stated(reader(), part)
    verdict = request.form.get("verdict", "")
    reason = _reason()
    if verdict == "correct":
        corrected = _corrected(stated, request.form.get("value", "").strip())
        taken = [(decisions.REJECTED, stated), *((decisions.ASSERTED, each) for each in corrected)]
    elif verdict in (decisions.ACCEPTED, decisions.REJECTED):
        taken = [(verdict, stated)]
    else:
        raise BadRequest("Chưa chọn quyết định nào.", "No decision was chosen.")
    _write(decisions.deciding(taken, who, reason), who)
    return redirect(f"/review?part={part}", code=303)


@review.post("/review/merge")
def merge() -> BaseResponse:
    """Say that two bodies are one."""
    who = _who()
    one, other = (_thing(request.form.get(name, ""), "body") for name in ("body", "same"))
    if one == other:
        raise BadRequest("Hai địa chỉ là một.", "Both addresses are the same.")
    same = Stated(one, decisions.SAME_AS, NamedNode(other))
    _write(decisions.deciding([(decisions.ASSERTED, same)], who, _reason()), who)
    return redirect(f"{local(one)}.html", code=303)


@review.post("/review/choose")
def choose() -> BaseResponse:
    """Choose one of the dates that sources give an instrument: the others are rejected."""
    who = _who()
    of = reader()
    instrument = _thing(request.form.get("instrument", ""), "instrument")
    dates = dates_of(of, instrument)
    chosen = next((each for each in dates if each.value == request.form.get("value")), None)
    if chosen is None:
        raise BadRequest("Ngày này không nguồn nào ghi.", "No source states this date.")
    store = of.snapshot.store
    taken = [
        (decisions.ACCEPTED if date == chosen else decisions.REJECTED, each)
        for date in dates
        for each in decisions.stating(store, instrument, ISSUED, date)
    ]
    if not taken:
        raise BadRequest(
            "Chỉ danh mục chuẩn ghi ngày này; hãy sửa danh mục.",
            "Only the authority list states these dates; mend them there.",
        )
    _write(decisions.deciding(taken, who, _reason()), who)
    return redirect(f"{local(instrument)}.html", code=303)


@review.post("/review/undo")
def undo() -> BaseResponse:
    """Take a decision back, or every decision on the date of an instrument."""
    who = _who()
    of, wanted = reader(), request.form.get("act", "")
    if address := request.form.get("instrument", ""):
        taken = dating(of, link(of, _thing(address, "instrument")))
    else:
        taken = [each for each in decisions.acts(of.snapshot.store) if each.iri == wanted]
    if not taken:
        raise NotFound("Không thấy quyết định này.", "There is no such decision.")
    _write(" ;\n".join(map(decisions.undoing, taken)), who)
    return redirect(_back(), code=303)


def _own_page() -> None:
    """A form that another site sends is refused, cookie or not."""
    origin = request.headers.get("Origin")
    if origin is not None and origin != request.host_url.rstrip("/"):
        raise Forbidden("Biểu mẫu đến từ trang khác.", "This form came from another site.")


def _who() -> str:
    _own_page()
    name = curator() or bearer(request.headers.get("Authorization", "").removeprefix("Bearer "))
    if name is None:
        raise Forbidden(
            "Chỉ người duyệt có mã mới quyết định được: đăng nhập ở /review.",
            "Only a curator with a token decides: sign in at /review.",
        )
    return name


def _reason() -> str:
    return request.form.get("reason", "").strip()[:_LONGEST]


def _back() -> str:
    part, instrument = (request.form.get(name, "") for name in ("part", "instrument"))
    if instrument.startswith("/instrument/"):
        return f"/review?{urlencode({'instrument': instrument})}"
    return f"/review?part={part}" if part.startswith("/source/") else "/review"


def _write(update: str, who: str) -> None:
    desk().updates.apply(change_of(update, who))


def _stated(of: Reader, part: str) -> Stated:
    found = None
    if part.startswith("/source/"):
        try:
            found = decisions.stated(of.snapshot.store, iris.BASE + part.removeprefix("/"))
        except ValueError:  # what people type need not be an IRI
            found = None
    if found is None:
        raise NotFound(
            "Địa chỉ này không phải một khẳng định đọc từ nguồn.",
            "This address is no statement that was read from a source.",
        )
    return found


def _thing(text: str, sort: str) -> str:
    """The IRI of a thing by its local address or its IRI; BadRequest for what is not there."""
    path = text.strip().removeprefix(iris.BASE).lstrip("/").removesuffix(".html")
    iri = iris.BASE + path
    try:
        known = sort_of(iri) == sort and bool(reader().said_of(iri))
    except ValueError:
        known = False
    if not known:
        raise BadRequest(f"Không có địa chỉ này trong kho: {path}", f"Not in the store: {path}")
    return iri


def _corrected(stated: Stated, value: str) -> list[Stated]:
    """What a correction states instead: the same with another thing or value at its end."""
    old = stated.object
    end: NamedNode | Literal
    if isinstance(old, NamedNode):
        end = NamedNode(_thing(value, sort_of(old.value)))
    elif value:
        end = (
            Literal(value, datatype=old.datatype)
            if old.language is None
            else Literal(value, language=old.language)
        )
    else:
        raise BadRequest("Chưa ghi giá trị đúng.", "The right value is missing.")
    found = [Stated(stated.subject, stated.predicate, end, stated.source, stated.quote)]
    if stated.predicate == decisions.CITES:
        cited = NamedNode(iris.ONTOLOGY + "citedEntity").value
        found.append(Stated(stated.part, cited, end, stated.source, stated.quote))
    return found


def _proof(of: Reader, stated: Stated) -> Proof | None:
    found = of.read_from(stated.part)
    return found[0] if found else None
