"""What a request to `/sparql` asks for: SPARQL 1.1 Protocol read without any framework.

The view of Flask and the front of the server both read requests here, so that they agree.
"""

import re
from binascii import a2b_qp
from dataclasses import dataclass
from email.message import Message
from urllib.parse import unquote_plus

from pyoxigraph import NamedNode

from graph.evaluation import Question
from graph.workers import media_types
from web.negotiation import form_for
from web.problems import BadRequest, Unsupported

FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"
_GZIP = b"\x1f\x8b"
_UTF_8 = ("utf-8", "utf8", "us-ascii")
_MOST_PARAMETERS = 200
# A percent sign that encodes nothing stands for itself.
_BROKEN = re.compile("%(?![0-9A-Fa-f]{2})")
Parameters = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Query:
    """A query as the protocol carries it, with the graphs of the dataset that it names."""

    query: str
    default_graphs: tuple[str, ...]
    named_graphs: tuple[str, ...]
    form: str | None

    def question(self, accept: str) -> Question:
        """The question to be put, in the form that the client wants; raises QueryRefused."""
        form = form_for(media_types(self.query), self.form, accept)
        given = bool(self.default_graphs or self.named_graphs)
        return Question(
            self.query,
            form,
            self.default_graphs if given else None,
            self.named_graphs if given else None,
        )


@dataclass(frozen=True, slots=True)
class Update:
    """An update, with the graphs that its WHERE reads if the parameters name them."""

    update: str
    default_graphs: tuple[str, ...]
    named_graphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Description:
    """Nothing is asked: the description of the service, or a form for people."""


Asked = Query | Update | Description


def asked(method: str, query_string: bytes, content_type: str, body: bytes) -> Asked:
    """What a request asks; raises BadRequest or Unsupported."""
    sent = parameters(query_string)
    if method in ("GET", "HEAD"):
        if "update" in sent:
            raise BadRequest("Cập nhật phải gửi bằng POST.", "An update is sent by POST.")
        return _query(sent, _single(sent, "query")) if sent.keys() - {"lang"} else Description()
    media_type, charset = _typed(content_type)
    if media_type == QUERY:
        return _query(sent, _decoded(body, charset))
    if media_type == UPDATE:
        return _update(sent, _decoded(body, charset))
    if media_type != FORM:
        raise Unsupported(
            f"Nội dung phải là {FORM}, {QUERY} hoặc {UPDATE}.",
            f"The body must be {FORM}, {QUERY} or {UPDATE}.",
        )
    for name, values in parameters(_decoded(body, charset).encode()).items():
        sent.setdefault(name, [])[:0] = values
    if "update" in sent and "query" not in sent:
        return _update(sent, _single(sent, "update"))
    return _query(sent, _single(sent, "query"))


def parameters(encoded: bytes) -> Parameters:
    """Parameters of an address or a form; what is no UTF-8 is an error, not a replaced letter."""
    found: Parameters = {}
    try:
        pairs = [each.partition("=") for each in encoded.decode("utf-8").split("&") if each]
        if len(pairs) > _MOST_PARAMETERS:
            raise BadRequest(
                f"Quá nhiều tham số: hơn {_MOST_PARAMETERS}.",
                f"More than {_MOST_PARAMETERS} parameters.",
            )
        for name, _, value in pairs:
            found.setdefault(_unquoted(name), []).append(_unquoted(value))
    except UnicodeDecodeError as error:
        raise _not_utf8(error) from error
    return found


def _unquoted(text: str) -> str:
    """A name or value as it was before it was percent-encoded, in a sixth of urllib's time.

    Quoted-printable is the same but for its sign, and Python reads that without a loop of its own.
    """
    if _BROKEN.search(text):
        return unquote_plus(text, errors="strict")
    printable = text.replace("+", " ").replace("=", "=3D").replace("%", "=")
    return a2b_qp(printable.encode()).decode("utf-8")


def _query(sent: Parameters, query: str) -> Query:
    return Query(
        query,
        _graphs(sent, "default-graph-uri"),
        _graphs(sent, "named-graph-uri"),
        next((sent[name][0] for name in ("format", "output") if name in sent), None),
    )


def _update(sent: Parameters, update: str) -> Update:
    return Update(
        update,
        _graphs(sent, "using-graph-uri"),
        _graphs(sent, "using-named-graph-uri"),
    )


def _graphs(sent: Parameters, name: str) -> tuple[str, ...]:
    """The graphs that a parameter names; raises BadRequest for what is no absolute IRI."""
    names = sent.get(name, ())
    for each in names:
        try:
            NamedNode(each)
        except ValueError as error:
            raise BadRequest(
                f"{name}: {each!r} không phải IRI tuyệt đối.",
                f"{name}: {each!r} is no absolute IRI ({error}).",
            ) from error
    return tuple(names)


def _typed(content_type: str) -> tuple[str, str]:
    """The media type and the charset of a body."""
    header = Message()
    header["content-type"] = content_type or "application/octet-stream"
    return header.get_content_type(), header.get_content_charset("utf-8")


def _decoded(body: bytes, charset: str) -> str:
    if charset not in _UTF_8:
        raise Unsupported(
            f"Nội dung phải là UTF-8, không phải {charset}.",
            f"The body must be UTF-8, not {charset}.",
        )
    if body.startswith(_GZIP):
        raise Unsupported(
            "Nội dung gửi lên bị nén; hãy gửi không nén.", "The body is packed; send it unpacked."
        )
    try:
        # Files that were written on Windows may begin with a mark of their encoding.
        return body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _not_utf8(error) from error


def _not_utf8(error: UnicodeDecodeError) -> BadRequest:
    return BadRequest(
        f"Nội dung không phải UTF-8 (byte {error.start}).",
        f"What was sent is not UTF-8 (byte {error.start}).",
    )


def _single(sent: Parameters, name: str) -> str:
    found = sent.get(name, [])
    if len(found) != 1:
        raise BadRequest(
            f"Cần đúng một tham số {name}, ở đây có {len(found)}.",
            f"Exactly one parameter {name} is needed, here are {len(found)}.",
        )
    return found[0]
