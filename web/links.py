"""What stands beside the picture: a thing with its relations and counts, a link with its proof.

Each is a page of its own, and without its frame a part of the graph page (`&fragment=1`).
"""

from flask import Blueprint, render_template, request
from werkzeug.datastructures import MultiDict

from graph.evidence import Edge, Evidence
from graph.scene import STEP, opened
from graph.surroundings import Link, Surroundings
from web.cells import link
from web.desk import reader
from web.language import shown_date, word
from web.paths import local
from web.quoting import Proof
from web.reading import Reader
from web.scenes import relation_label
from web.things import required
from web.wanted import address, full, predicate_in, short, step, wanted

links = Blueprint("links", __name__)

# The drawer shows so many sentences of one link.
_QUOTES = 40


@links.get("/explore/thing")
def thing() -> str:
    """One thing of the picture: what it is, and its relations with their counts to be opened."""
    iri = full(request.args.get("of", ""))
    required(iri)
    of = reader()
    sent = request.args.items(multi=True)
    state = MultiDict(pair for pair in sent if pair[0] not in ("of", "fragment", "lang"))
    around = Surroundings(of.snapshot.store)
    marks = around.thing(iri)
    return render_template(
        "explore-thing.html",
        layout=_layout(),
        id=short(iri),
        title=marks.name or of.label(iri),
        sort=word("sorts", marks.sort),
        address=local(iri),
        since=shown_date(marks.since[:10]) if marks.since else "",
        until=shown_date(marks.until[:10]) if marks.until else "",
        relations=_relations(of, around, iri, state),
        step_of=STEP,
        around=address(MultiDict({"iri": short(iri)})),
    )


def _relations(
    of: Reader, around: Surroundings, iri: str, state: MultiDict[str, str]
) -> list[dict[str, str | int]]:
    """Each relation with how many links there are, how many are open, and the next step."""
    shown = {each.relation: each.shown for each in opened(of.snapshot, wanted(state)).groups}
    return [
        {
            "label": relation_label(of, relation),
            "total": len(found),
            "shown": shown.get(relation, 0),
            "step": step(relation),
            "address": address(state, open=f"{step(relation)}|{shown.get(relation, 0) + STEP}"),
        }
        for relation, found in around.relations(iri).items()
    ]


def _layout() -> str:
    """A page of its own, or a part of one where the graph's script asks."""
    return "fragment.html" if "fragment" in request.args else "base.html"


@links.get("/explore/link")
def evidence() -> str:
    """What one link of the picture rests on: the sentences, or the entry of the record."""
    of = reader()
    start, end = full(request.args.get("start", "")), full(request.args.get("end", ""))
    predicate = predicate_in(request.args.get("predicate", ""))
    for each in (start, end):
        required(each)
    proofs, total = proofs_of_link(of, Link(start, predicate, end))
    return render_template(
        "explore-link.html",
        layout=_layout(),
        subject=link(of, start),
        label=of.label(predicate),
        object=link(of, end),
        proofs=proofs,
        total=total,
    )


def proofs_of_link(of: Reader, said: Link, most: int = _QUOTES) -> tuple[tuple[Proof, ...], int]:
    """The sentences behind a link, else the entry of the record, else where its start is named."""
    evidence_of = Evidence(of.snapshot.store)
    edge = Edge(said.predicate, said.start, said.end)
    quotes = sorted(set(evidence_of.quotes(edge)), key=lambda each: (each.source, each.start))
    if quotes:
        shown = quotes[:most]
        return tuple(of.quoted(q.source, q.start, q.end, q.text) for q in shown), len(quotes)
    entry = evidence_of.authority(edge)
    found = (Proof(tone="authority", authority=entry),) if entry else of.evidence(said.start)
    return found[:most], len(found)
