"""Central instruments of record, each with its register key as IRI."""

from dataclasses import dataclass
from functools import cache

from ontology.bodies import bodies
from ontology.kinds import kinds, notation
from ontology.turtle import DCTERMS, LABEL, SKOS, VK, Resource, instances

# laws.ttl is made from official sources by tools/build_laws.py; instruments.ttl is kept by hand.
INSTRUMENTS = ("instruments.ttl", "laws.ttl")


@dataclass(frozen=True, slots=True)
class RecordedInstrument:
    """An instrument of record; `issuer` is the first of `issuers`, the body that leads."""

    iri: str
    kind: str
    number: str | None
    issued: str | None
    effective: str | None
    issuer: str | None
    issuer_iri: str | None
    issuers: tuple[str, ...]
    title: str | None
    names: tuple[str, ...]
    validity: str
    replaced_by: tuple[str, ...]
    amended_by: tuple[str, ...]
    details: tuple[str, ...]
    certainty: str
    source: str


@dataclass(frozen=True, slots=True)
class NormItemSet:
    """A list inside an instrument that people call by a name: '27 biểu hiện suy thoái'."""

    iri: str
    label: str
    names: tuple[str, ...]
    defined_in: str


@cache
def norm_item_sets() -> tuple[NormItemSet, ...]:
    """The lists of record, in the order of the file."""
    return tuple(
        NormItemSet(
            each.iri,
            each.need(LABEL, "vi"),
            each.all(SKOS + "altLabel", "vi"),
            each.need(VK + "definedIn"),
        )
        for each in instances(INSTRUMENTS[0], VK + "NormItemSet")
    )


@cache
def instruments() -> tuple[RecordedInstrument, ...]:
    """Every instrument of record, in the order of the files."""
    records = tuple(each for name in INSTRUMENTS for each in instances(name, VK + "Instrument"))
    replaced, amended = _changed_by(records, "replaces"), _changed_by(records, "amends")
    return tuple(
        _instrument(each, replaced.get(each.iri, ()), amended.get(each.iri, ())) for each in records
    )


def _changed_by(records: tuple[Resource, ...], name: str) -> dict[str, tuple[str, ...]]:
    changes: dict[str, tuple[str, ...]] = {}
    for record in records:
        for changed in record.all(VK + name):
            changes[changed] = (*changes.get(changed, ()), record.iri)
    return changes


def _instrument(
    record: Resource, replaced_by: tuple[str, ...], amended_by: tuple[str, ...]
) -> RecordedInstrument:
    issuers = record.all(VK + "issuedBy")
    labels = {each.iri: each.label for each in bodies()}
    return RecordedInstrument(
        iri=record.iri,
        kind={each.iri: each.label for each in kinds()}[record.need(VK + "kind")],
        number=record.one(DCTERMS + "identifier"),
        issued=record.one(DCTERMS + "issued"),
        effective=record.one(VK + "effectiveFrom"),
        issuer=labels[issuers[0]] if issuers else None,
        issuer_iri=issuers[0] if issuers else None,
        issuers=issuers,
        title=record.one(DCTERMS + "title"),
        names=record.all(DCTERMS + "alternative"),
        validity=notation(record, "validity"),
        replaced_by=replaced_by,
        amended_by=amended_by,
        details=record.all(VK + "details"),
        certainty=notation(record, "certainty"),
        source=record.need(VK + "authoritySource"),
    )
