"""Central bodies of record, and the types of local bodies."""

from dataclasses import dataclass
from functools import cache

from ontology.kinds import last_segment, notation, notations
from ontology.turtle import LABEL, ORG, RDF_TYPE, SKOS, VK, Resource, instances

BODIES = "bodies.ttl"


@dataclass(frozen=True, slots=True)
class Body:
    """A body of record; those that share a `register` count as one issuer."""

    iri: str
    slug: str
    label: str
    english: str
    alternatives: tuple[str, ...]
    abbreviations: tuple[str, ...]
    suffixes: tuple[str, ...]
    level: str
    type: str
    classes: tuple[str, ...]
    system: str
    parent: str | None
    register: str | None
    valid_from: str | None
    valid_to: str | None
    successors: tuple[str, ...]
    certainty: str
    source: str


@dataclass(frozen=True, slots=True)
class BodyType:
    """A type of local body: how its label is made with a place's name, and what it is.

    `suffix` ends its numbers (`TU`), `owner` starts its register's slug (`tu` in `tu-yen-bai`).
    """

    slug: str
    iri: str
    label: str
    english: str
    notation: str
    pattern: str
    abbreviations: tuple[str, ...]
    level: str | None
    class_iri: str
    system: str
    suffix: str | None
    owner: str | None


@cache
def bodies() -> tuple[Body, ...]:
    """Every central body of record, old and new, in the order of bodies.ttl."""
    return tuple(_body(each) for each in instances(BODIES, ORG + "Organization"))


def _body(record: Resource) -> Body:
    return Body(
        iri=record.iri,
        slug=last_segment(record.iri),
        label=record.need(LABEL, "vi"),
        english=record.need(LABEL, "en"),
        alternatives=record.all(SKOS + "altLabel", "vi"),
        abbreviations=record.all(VK + "abbreviation"),
        suffixes=record.all(VK + "suffix"),
        level=notation(record, "level"),
        type=record.need(VK + "bodyType"),
        classes=tuple(iri for iri in record.all(RDF_TYPE) if iri.startswith(VK)),
        system=notation(record, "system"),
        parent=record.one(ORG + "subOrganizationOf"),
        register=record.one(VK + "registerOwner"),
        valid_from=record.one(VK + "validFrom"),
        valid_to=record.one(VK + "validTo"),
        successors=record.all(VK + "successor"),
        certainty=notation(record, "certainty"),
        source=record.need(VK + "authoritySource"),
    )


@cache
def body_types() -> tuple[BodyType, ...]:
    """The types of local bodies, whose labels are made with the name of a place."""
    return tuple(_body_type(each) for each in instances(BODIES, VK + "BodyType"))


def _body_type(record: Resource) -> BodyType:
    level = record.one(VK + "level")
    return BodyType(
        slug=last_segment(record.iri).removeprefix("loai-"),
        iri=record.iri,
        label=record.need(SKOS + "prefLabel", "vi"),
        english=record.need(SKOS + "prefLabel", "en"),
        notation=record.need(SKOS + "notation"),
        pattern=record.need(VK + "labelPattern"),
        abbreviations=record.all(VK + "abbreviation"),
        level=notations()[level] if level else None,
        class_iri=record.need(VK + "instanceClass"),
        system=notation(record, "system"),
        suffix=record.one(VK + "suffix"),
        owner=record.one(VK + "registerOwner"),
    )
