"""What the page of a thing shows: its facts and its relations in both directions, with evidence."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from pyoxigraph import NamedNode, QuerySolution

from graph.snapshots import Term
from ontology import iris
from web.cells import Value, cell, link
from web.language import word
from web.paths import is_ours, sort_of
from web.reading import Proof, Reader, plain, tone_of

_VK = iris.ONTOLOGY
_DCTERMS = "http://purl.org/dc/terms/"
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_SKOS = "http://www.w3.org/2004/02/skos/core#"

# What the heading, the evidence or the machine already says.
_UNSHOWN = frozenset(
    {
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#type",
        _RDFS + "label",
        "http://xmlns.com/foaf/0.1/name",
        "http://www.w3.org/ns/oa#hasSelector",
        _DCTERMS + "isReplacedBy",
        *(
            _VK + name
            for name in ("resolution", "number", "symbol", "authoritySource", "certainty")
        ),
        *(_VK + name for name in ("boilerplate", "repeated", "text", "slug", "exampleCitation")),
        # an inspection shows its findings as a section, and its delegation as leader and members
        *(_VK + name for name in ("hasFinding", "delegation")),
        _SKOS + "prefLabel",
        _SKOS + "notation",
    }
)
# First what a librarian asks first; the rest by name.
_ORDER = (
    _DCTERMS + "identifier",
    _VK + "kind",
    _DCTERMS + "issued",
    _VK + "issuedBy",
    _DCTERMS + "title",
    _VK + "register",
    _VK + "validity",
    _VK + "mode",
    _VK + "form",
    _VK + "status",
    _VK + "startDate",
    _VK + "endDate",
    _VK + "conductedBy",
    _VK + "ledBy",
    _VK + "inspectedUnit",
    _VK + "inspectsImplementationOf",
    _VK + "mandatedBy",
    _VK + "topic",
)
# Of these a thing has one value; two values stand in conflict.
_SINGLE = frozenset({_DCTERMS + "issued", _DCTERMS + "identifier", _VK + "kind", _VK + "issuedBy"})
# Things with pages worth going to; what lives inside a source is shown by the named questions.
_RELATED = frozenset({"instrument", "body", "person", "place", "inspection", "source"})
_SHOWN_OF_A_RELATION = 40


@dataclass(frozen=True, slots=True)
class Fact:
    """One property with its values."""

    label: str
    values: tuple[Value, ...]
    single: bool = False


@dataclass(frozen=True, slots=True)
class Relation:
    """One relation in one direction: the things at its other end."""

    label: str
    values: tuple[Value, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Statement:
    """A plain statement with everything that it rests on."""

    subject: str
    predicate: str
    object: Term
    proofs: tuple[Proof, ...] = field(default=())


def statements(reader: Reader, iri: str) -> list[Statement]:
    """Everything that is said of the thing."""
    found: dict[tuple[str, Term], dict[Proof, None]] = {}
    for row in reader.rows("statements", iri):
        proofs = found.setdefault((row["predicate"].value, row["object"]), {})
        proofs.update(dict.fromkeys(_proofs(reader, iri, row, plain(row["object"]))))
    return [Statement(iri, key[0], key[1], tuple(proofs)) for key, proofs in found.items()]


def statements_on(reader: Reader, iri: str) -> list[Statement]:
    """Everything that points to the thing."""
    found: dict[tuple[str, str], dict[Proof, None]] = {}
    for row in reader.rows("statements-on", iri):
        subject = row["subject"].value
        if sort_of(subject) in _RELATED:
            proofs = found.setdefault((subject, row["predicate"].value), {})
            proofs.update(dict.fromkeys(_proofs(reader, subject, row, iri)))
    node = NamedNode(iri)
    return [Statement(key[0], key[1], node, tuple(proofs)) for key, proofs in found.items()]


def _proofs(reader: Reader, subject: str, row: QuerySolution, end: str) -> tuple[Proof, ...]:
    """What one graph rests a statement on: a claim's quote, else the thing's own sentence."""
    if row["source"]:
        return (reader.proof(row),)
    if row["predicate"].value == _VK + "cites":
        return reader.citations(subject).get(end, ())
    tone = tone_of(row["graph"].value) if row["graph"] else "rule"
    if tone == "authority":
        return (reader.record(subject),)
    if tone == "text":
        return reader.evidence(subject)
    return (Proof(tone=tone),)


def facts(reader: Reader, said: Iterable[Statement]) -> tuple[Fact, ...]:
    """The properties of a thing, each once with all its values."""
    grouped: dict[str, list[Value]] = {}
    for statement in said:
        if statement.predicate not in _UNSHOWN and not _is_relation(statement):
            value = Value(cell(reader, statement.object), statement.proofs)
            grouped.setdefault(statement.predicate, []).append(value)
    return tuple(
        Fact(reader.label(predicate), tuple(grouped[predicate]), predicate in _SINGLE)
        for predicate in sorted(grouped, key=lambda p: _rank(p, reader))
    )


def _rank(predicate: str, reader: Reader) -> tuple[int, str]:
    known = _ORDER.index(predicate) if predicate in _ORDER else len(_ORDER)
    return known, reader.label(predicate)


def _is_relation(statement: Statement) -> bool:
    """Whether both ends are things worth a page and the property is none of the heading's."""
    thing = statement.object
    return (
        isinstance(thing, NamedNode)
        and is_ours(thing.value)
        and (sort_of(thing.value) in _RELATED or sort_of(thing.value) == "part")
        and statement.predicate not in _ORDER
    )


def relations(
    reader: Reader, said: Iterable[Statement], pointing: Iterable[Statement]
) -> tuple[Relation, ...]:
    """The relations of a thing, outward then inward, each direction of each predicate once."""
    outward: dict[str, list[Value]] = {}
    for one in said:
        if _is_relation(one) and one.predicate not in _UNSHOWN:
            outward.setdefault(reader.label(one.predicate), []).append(
                Value(cell(reader, one.object), one.proofs)
            )
    inward: dict[str, list[Value]] = {}
    for one in pointing:
        inward.setdefault(inverse_label(reader, one.predicate), []).append(
            Value(link(reader, one.subject), one.proofs)
        )
    return tuple(
        Relation(label, tuple(values[:_SHOWN_OF_A_RELATION]), len(values))
        for direction in (outward, inward)
        for label, values in sorted(direction.items())
    )


def inverse_label(reader: Reader, predicate: str) -> str:
    """How a relation is called from its other end: the inverse's label, ours, else `← …`."""
    inverse = reader.inverse(predicate)
    if inverse:
        return reader.label(inverse)
    name = predicate.replace("#", "/").rpartition("/")[2]
    ours = word("inverses", name)
    return ours if ours != name else f"← {reader.label(predicate)}"
