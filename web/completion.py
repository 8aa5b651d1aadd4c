"""What the SPARQL editor knows before a key is pressed: names, labels, counts, forms, faults.

All that it completes from is sent once a dataset version; while somebody types, nothing asks the
store. What the endpoint's parser says of a query is asked for when the typing rests.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from flask import Blueprint, Response, jsonify, request

from graph.guard import QueryRefused
from graph.limits import NoProcess, QueryFailed, QueryTimeout, QueryTooLarge
from graph.questions import bindings
from graph.surroundings import Surroundings
from graph.turns import QueueFull
from graph.written_out import written_out
from ontology import iris
from queries import questions
from web.desk import desk, reader
from web.language import say, word
from web.paths import is_ours, local
from web.problems import BadRequest, NotFound
from web.reading import Reader
from web.things import PREFIXES
from web.transfer import opened, tag, unchanged
from web.void import statistics

completion = Blueprint("completion", __name__)

# So many instruments, bodies and people are completed by their labels; the search finds the rest.
_MOST_THINGS = 20_000
_MOST_LABELS = 2_000
# A graph without statements, and the seconds that a query may take on it.
_NOTHING = iris.BASE + "graph/nothing"
_READING = 1.0
_NAMED_THINGS = ("instrument", "body", "person", "inspection", "source")


@dataclass(frozen=True, slots=True)
class Named:
    """A class, property or thing that a query may name, with its labels and how often it occurs."""

    iri: str
    name: str
    label: str
    count: int = 0


@completion.get("/api/completion")
def known() -> Response:
    """Prefixes, classes and properties with counts, and the things that people know by name."""
    of = reader()
    form = f"application/json {of.language}"
    version = of.snapshot.version
    if same := unchanged(version, form):
        return same
    counted = statistics(of.snapshot)
    body = jsonify(
        version={"number": version.number, "hash": version.hash},
        prefixes=PREFIXES,
        classes=_counted(of, counted.classes),
        properties=_counted(of, counted.properties),
        things=_things(of),
    )
    body.set_etag(tag(version, form))
    return opened(body)


def _counted(of: Reader, counts: Mapping[str, int]) -> list[Named]:
    """Names with what they are called, the most used first."""
    most_used = sorted(counts.items(), key=lambda each: (-each[1], each[0]))
    return [Named(iri, shortened(iri), of.label(iri), count) for iri, count in most_used]


def _things(of: Reader) -> list[Named]:
    around = Surroundings(of.snapshot.store)
    found = [iri for sort in _NAMED_THINGS for iri in sorted(around.of_sort(sort))][:_MOST_THINGS]
    return [Named(iri, f"<{iri}>", of.label(iri)) for iri in found]


def shortened(iri: str) -> str:
    """An IRI with the prefix that we give it; in angle brackets where there is none."""
    for prefix, namespace in PREFIXES.items():
        rest = iri.removeprefix(namespace)
        if rest != iri and rest.replace("_", "").replace("-", "").isalnum():
            return f"{prefix}:{rest}"
    return f"<{iri}>"


@completion.post("/api/lint")
def lint() -> Response:
    """Why the endpoint would refuse the query that is sent, and where; null if it would not."""
    fault = _fault(_sent("query"))
    if fault is None:
        return jsonify(fault=None)
    message = say(fault.message_vi, fault.message_en)
    return jsonify(fault={"message": message, "line": fault.line, "column": fault.column})


def _fault(query: str) -> QueryRefused | None:
    """The endpoint itself reads the query, on a graph that holds nothing, so that it reads only.

    What still takes long (tables within the query, say) has been read before it was stopped.
    """
    try:
        read = desk().services.read_here(query)
        desk().workers.run(
            read, default_graphs=[_NOTHING], client=request.remote_addr or "", timeout=_READING
        )
    except QueryRefused as refusal:
        return refusal
    except (NoProcess, QueryFailed, QueryTimeout, QueryTooLarge, QueueFull):
        return None
    return None


@completion.post("/api/labels")
def labels() -> Response:
    """What people call the IRIs that are sent, one a line, and where each leads."""
    of = reader()
    sent = _sent("iris").split()
    if len(sent) > _MOST_LABELS:
        raise BadRequest(
            f"Tối đa {_MOST_LABELS} địa chỉ mỗi lần.", f"{_MOST_LABELS} addresses at most at once."
        )
    known_names = {
        iri: {"label": of.label(iri), "address": _leads(iri)} for iri in sent if _is_iri(iri)
    }
    return jsonify(known_names)


def _leads(iri: str) -> str:
    return local(iri) if is_ours(iri) else iri


def _is_iri(text: str) -> bool:
    return text.startswith(("http://", "https://")) and not set(text) & set('<>"{}|\\^`')


def _sent(name: str) -> str:
    found = request.form.get(name)
    if found is None:
        raise BadRequest(f"Thiếu {name}.", f"{name} is missing.")
    return found


@completion.get("/api/forms")
def forms() -> Response:
    """The named questions as sentences with blanks."""
    return jsonify(
        [
            {
                "name": each.name,
                "summary": say(each.summary, each.summary_en),
                "sentence": say(each.sentence, each.sentence_en),
                "fields": {
                    p.name: {
                        "label": word("parameters", p.name),
                        "sort": p.sort,
                        "needed": p.needed,
                        "example": each.example.get(p.name, ""),
                    }
                    for p in each.parameters
                },
            }
            for each in questions().values()
        ]
    )


@completion.get("/api/forms/<name>")
def filled(name: str) -> Response:
    """The SPARQL of a question with the values of the form in it, one for each meaning of them."""
    if name not in questions():
        raise NotFound(f"Không có câu hỏi ‘{name}’.", f"There is no question ‘{name}’.")
    question = questions()[name]
    given = {
        each.name: request.args[each.name]
        for each in question.parameters
        if each.name in request.args
    }
    meant = bindings(reader().snapshot, question, given)
    return jsonify(queries=[written_out(question, values) for values in meant])
