"""What became of an instrument, as a citator's signal that says why: each reason with its words.

    replaced     another replaces or repeals it as a whole, or the record says that it is spent
    suspended    its application is suspended
    amended      parts of it are amended, supplemented, corrected or repealed
    in-force     the record says that it is in force
    unknown      none of these is told: silence is no proof that it is in force

Beside these `contradicted` says that sources give different dates, issuers or titles of it. On a
day only instruments count that were issued by then; what the record says of the present does not.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from graph.evidence import Edge, Evidence, Quote
from graph.hops import Step, Teller
from graph.relations import RELATIONS
from graph.telling import statement
from ontology import iris
from ontology.ranks import may_change, rank

REPLACED, SUSPENDED, AMENDED, IN_FORCE, UNKNOWN = (
    "replaced",
    "suspended",
    "amended",
    "in-force",
    "unknown",
)
# (Vietnamese, English), the gravest first.
WORDS = {
    REPLACED: ("đã bị thay thế, bãi bỏ hoặc hết hiệu lực", "replaced, repealed or spent"),
    SUSPENDED: ("bị đình chỉ", "suspended"),
    AMENDED: ("đã được sửa đổi, bổ sung", "amended"),
    IN_FORCE: ("còn hiệu lực", "in force"),
    UNKNOWN: ("chưa rõ hiệu lực", "validity unknown"),
}
EFFECTS = {
    "replaces": REPLACED,
    "repeals": REPLACED,
    "suspends": SUSPENDED,
    "amends": AMENDED,
    "supplements": AMENDED,
    "corrects": AMENDED,
}
_RECORD = {"het-hieu-luc": REPLACED, "het-hieu-luc-mot-phan": AMENDED, "con-hieu-luc": IN_FORCE}
_PROPERTIES = {
    "date": ("ngày ban hành", "date of issue"),
    "issuer": ("cơ quan ban hành", "issuing body"),
    "title": ("trích yếu", "title"),
    "number": ("số, ký hiệu", "number"),
    "kind": ("loại văn bản", "kind"),
}
_VK = iris.ONTOLOGY
DOUBTFUL = "doubtful"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a signal is given: the words in both languages, by what, with the quote or the record."""

    effect: str
    vi: str
    en: str
    by: str
    quote: Quote | None = None
    authority: str = ""


@dataclass(frozen=True, slots=True)
class Signal:
    """What became of an instrument, and every reason, the gravest first."""

    status: str
    contradicted: bool
    reasons: tuple[Reason, ...]


def signal(teller: Teller, node: str, day: int = 0) -> Signal:
    """The signal of an instrument, as of a day where one is given."""
    reasons = [*_effects(teller, node, day), *_record(teller.evidence, node, day)]
    status = next((s for s in WORDS if any(r.effect == s for r in reasons)), UNKNOWN)
    against = list(_contradictions(teller, node))
    rank = [*WORDS, DOUBTFUL]
    ordered = sorted(reasons, key=lambda each: rank.index(each.effect))
    return Signal(status, bool(against), (*ordered, *against))


def parts(evidence: Evidence, step: Step) -> tuple[str, ...]:
    """The parts that a change is about, as its claims say; none where it is of the whole."""
    return evidence.parts(Edge(_VK + step.relation, step.subject.iri, step.object.iri))


def _effects(teller: Teller, node: str, day: int) -> Iterator[Reason]:
    """What other instruments do to it."""
    links = teller.links
    number = links.number.get(node)
    if number is None:
        return
    for link in links.by_earlier.at(np.array([number], np.int32)).tolist():
        name = RELATIONS[links.relation[link]].name
        if name in EFFECTS and (not day or links.day[links.later[link]] <= day):
            step = teller.step(link)
            yield _reason(step, EFFECTS[name], parts(teller.evidence, step))


def _reason(step: Step, effect: str, of: Sequence[str] = ()) -> Reason:
    """What a change did; what repeals parts only has amended the instrument."""
    partial = effect == REPLACED and bool(of)
    vi, en = statement(step), statement(step, "en")
    if partial:
        named = "; ".join(part for part in of if part != "một phần")
        which = f": {named}" if named else ""
        vi, en = f"{vi} (một phần{which})", f"{en} (in part{which})"
    if is_lower(step.subject.iri, step.object.iri):
        # Kept for the reader to judge: lists of what lost its force are read as if they repealed.
        vi += " (cơ quan ban hành cấp thấp hơn: cần xem lại)"
        en += " (its issuer is of a lower rank: to be looked at)"
        return Reason(DOUBTFUL, vi, en, step.subject.iri, step.quote, step.authority)
    effect = AMENDED if partial else effect
    return Reason(effect, vi, en, step.subject.iri, step.quote, step.authority)


def is_lower(by: str, of: str) -> bool:
    """Whether an instrument is of a lower rank of the State than one that it is said to change."""
    return not may_change(rank(by), rank(of))


def _record(evidence: Evidence, node: str, day: int) -> Iterator[Reason]:
    """What the record says of the present."""
    if day:
        return
    for validity in evidence.values(node, _VK + "validity"):
        effect = _RECORD.get(validity.removeprefix(iris.CONCEPT))
        if effect:
            said = evidence.label(validity), evidence.label(validity, "en")
            source = "; ".join(evidence.values(node, _VK + "authoritySource"))
            vi, en = f"danh mục chuẩn ghi: {said[0]}", f"the record says: {said[1]}"
            yield Reason(effect, vi, en, node, None, source)


def _contradictions(teller: Teller, node: str) -> Iterator[Reason]:
    """What sources say differently of it, worded without a side; each difference once."""
    evidence = teller.evidence
    told = set()
    for conflict in evidence.subjects(_VK + "onInstrument", node):
        values = evidence.values(conflict, _VK + "conflictValue")
        name = " ".join(evidence.values(conflict, _VK + "conflictProperty"))
        if (name, *values) not in told:
            told.add((name, *values))
            vi, en = _difference(name, values)
            yield Reason("contradicted", vi, en, conflict, next(evidence.spans(conflict), None))


def _difference(name: str, values: list[str]) -> tuple[str, str]:
    vi, en = _PROPERTIES.get(name, (name, name))
    if len(values) == 1:
        return f"nguồn ghi {vi} khác danh mục chuẩn: {values[0]}", (
            f"a source gives another {en} than the record: {values[0]}"
        )
    printed = " | ".join(values)
    return f"các nguồn ghi {vi} khác nhau: {printed}", f"sources differ on the {en}: {printed}"
