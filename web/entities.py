"""What the page of a thing shows: its facts and its relations in both directions, with evidence."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import NamedNode

from graph.snapshots import Term
from ontology import iris
from web.cells import Cell, Value, cell, link
from web.decisions import decisions
from web.language import word
from web.naming import plain
from web.paths import is_ours, sort_of
from web.quoting import Proof
from web.reading import Reader

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
_RIGHTS = _DCTERMS + "rights"
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
# A page looks at these elsewhere, or not at all: they may be without number.
_MACHINE = frozenset({_VK + "boilerplate", _VK + "repeated", "http://www.w3.org/ns/oa#hasSelector"})
_CITES = _VK + "cites"
# Of the sentences behind one fact so many are shown; the list of mentions has them all.
_PROOFS_SHOWN = 5
# Of these a thing has one value; two values stand in conflict.
_SINGLE = frozenset({_DCTERMS + "issued", _DCTERMS + "identifier", _VK + "kind", _VK + "issuedBy"})
# Things with pages worth going to; what lives inside a source is shown by the named questions.
_RELATED = frozenset({"instrument", "body", "person", "place", "inspection", "source"})
_SHOWN_OF_A_RELATION = 25


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
    proofs: tuple[Proof, ...] = ()
    count: int = 0


def statements(reader: Reader, iri: str, proven: bool = True) -> list[Statement]:
    """Everything that is said of the thing, with what it rests on where that is to be shown."""
    found = []
    for term, predicate in reader.said_of(iri):
        if predicate in _UNSHOWN or not proven:
            found.append(Statement(iri, predicate, term))
        elif predicate not in _MACHINE:
            said = plain(term)
            cites = reader.citations(iri).get(said, ()) if predicate == _CITES else ()
            resting = cites or reader.claims(iri).get((predicate, said), ())
            proofs = _proofs(reader, iri, predicate, term, resting)
            found.append(Statement(iri, predicate, term, *proofs))
    return sorted(found, key=lambda one: (one.predicate, plain(one.object)))


def statements_on(reader: Reader, ends: Iterable[str]) -> tuple[list[Statement], dict[str, int]]:
    """What points to one of the things, of each relation the first few; and how many of each."""
    pointing: dict[str, list[tuple[str, str]]] = {}
    for iri in ends:
        for subject, predicate in reader.pointing(iri):
            pointing.setdefault(predicate, []).append((subject, iri))
    found = []
    for predicate, subjects in sorted(pointing.items()):
        for subject, iri in sorted(subjects)[:_SHOWN_OF_A_RELATION]:
            cites = predicate == _CITES
            claims = reader.claims(subject).get((predicate, iri), ()) if not cites else ()
            resting = reader.citing(subject, iri) if cites else claims
            proofs = _proofs(reader, subject, predicate, NamedNode(iri), resting)
            found.append(Statement(subject, predicate, NamedNode(iri), *proofs))
    return found, {predicate: len(subjects) for predicate, subjects in pointing.items()}


def _proofs(
    reader: Reader, subject: str, predicate: str, term: Term, resting: Sequence[str]
) -> tuple[tuple[Proof, ...], int]:
    """What a statement rests on, record and decisions first, and how many pieces there are."""
    tones = reader.tones(subject, predicate, term)
    found = [reader.record(subject)] if "authority" in tones else []
    found += [Proof(tone="rule")] if "rule" in tones else []
    found += decisions(reader, subject, predicate, term)
    if resting:
        shown = sorted(resting, key=reader.position)[:_PROOFS_SHOWN]
        read = [proof for claim in shown for proof in reader.read_from(claim)]
    else:
        read = list(reader.evidence(subject)) if "text" in tones else []
    return (*found, *read), len(found) + max(len(read), len(resting))


def facts(reader: Reader, said: Iterable[Statement]) -> tuple[Fact, ...]:
    """The properties of a thing, each once with all its values."""
    grouped: dict[str, list[Value]] = {}
    for statement in said:
        if statement.predicate not in _UNSHOWN and not _is_relation(statement):
            value = Value(_cell(reader, statement), statement.proofs, count=statement.count)
            grouped.setdefault(statement.predicate, []).append(value)
    return tuple(
        Fact(reader.label(predicate), tuple(grouped[predicate]), predicate in _SINGLE)
        for predicate in sorted(grouped, key=lambda p: _rank(p, reader))
    )


def _cell(reader: Reader, statement: Statement) -> Cell:
    """A value as people read it; what the lists of sources say of rights, in both languages."""
    if statement.predicate == _RIGHTS:
        return Cell(word("rights", plain(statement.object)))
    return cell(reader, statement.object)


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
    reader: Reader,
    said: Iterable[Statement],
    pointing: Iterable[Statement],
    totals: Mapping[str, int],
) -> tuple[Relation, ...]:
    """The relations of a thing, outward then inward, each direction of each predicate once."""
    outward: dict[str, list[Value]] = {}
    for one in said:
        if _is_relation(one) and one.predicate not in _UNSHOWN:
            outward.setdefault(reader.label(one.predicate), []).append(
                Value(cell(reader, one.object), one.proofs, count=one.count)
            )
    inward: dict[str, list[Value]] = {}
    counted: dict[str, int] = {}
    for one in pointing:
        label = inverse_label(reader, one.predicate)
        counted[label] = totals[one.predicate]
        value = Value(link(reader, one.subject), one.proofs, count=one.count)
        inward.setdefault(label, []).append(value)
    return tuple(
        Relation(label, tuple(values[:_SHOWN_OF_A_RELATION]), total.get(label, len(values)))
        for direction, total in ((outward, {}), (inward, counted))
        for label, values in sorted(direction.items())
    )


def inverse_label(reader: Reader, predicate: str) -> str:
    """How a relation is called from its other end: the inverse's label, ours, else `← …`."""
    inverse = reader.names.inverse(predicate)
    if inverse:
        return reader.label(inverse)
    name = predicate.replace("#", "/").rpartition("/")[2]
    ours = word("inverses", name)
    return ours if ours != name else f"← {reader.label(predicate)}"
