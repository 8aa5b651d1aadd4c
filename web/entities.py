"""What the page of a thing shows: its facts and its relations in both directions, with evidence."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from pyoxigraph import NamedNode

from graph.snapshots import Term
from ontology import iris
from ontology.mirrors import mirrors
from web.cells import Cell, Value, cell, link
from web.decisions import decisions
from web.language import word
from web.naming import plain
from web.paths import is_ours, sort_of
from web.quoting import Proof
from web.reading import Reader
from web.sayings import tone_of

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
_CITES = _VK + "cites"
# Of the sentences behind one fact so many are shown; the list of mentions has them all.
_PROOFS_SHOWN = 5
# In so many sources a sentence is looked for that says it.
_SOURCES_ASKED = 20
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
    said = [Statement(iri, predicate, term) for term, predicate in reader.said_of(iri)]
    mirrored = _mirrored(reader, {one.predicate for one in said}, iri)
    found: dict[str, list[Statement]] = {}
    for one in sorted(said, key=lambda one: (one.predicate, plain(one.object))):
        if plain(one.object) in mirrored.get(one.predicate, ()):
            continue
        alike = found.setdefault(one.predicate, [])
        shown = one.predicate not in _UNSHOWN and len(alike) < _SHOWN_OF_A_RELATION
        alike.append(_proven(reader, one) if shown and proven else one)
    return [one for alike in found.values() for one in alike]


def _mirrored(reader: Reader, predicates: set[str], iri: str) -> dict[str, set[str]]:
    """By property what says of the thing itself what it would only say from the other end.

    A rule adds `citedBy` wherever something `cites`; who reads both reads the same twice.
    """
    told = mirrors()
    return {each: {*reader.subjects(told[each], iri)} for each in told.keys() & predicates}


def _proven(reader: Reader, one: Statement) -> Statement:
    cites = one.predicate == _CITES
    cited = reader.citations(one.subject).get(plain(one.object), ()) if cites else ()
    proofs, count = _proofs(reader, one.subject, one.predicate, one.object, cited)
    return replace(one, proofs=proofs, count=count)


def statements_on(reader: Reader, ends: Iterable[str]) -> tuple[list[Statement], dict[str, int]]:
    """What points to one of the things, of each relation the first few; and how many of each."""
    pointing: dict[str, list[tuple[str, str]]] = {}
    for iri in ends:
        for subject, predicate in reader.pointing(iri):
            other = mirrors().get(predicate)
            if not (other and subject in reader.objects(iri, other)):
                pointing.setdefault(predicate, []).append((subject, iri))
    found = []
    for predicate, subjects in sorted(pointing.items()):
        for subject, iri in sorted(subjects)[:_SHOWN_OF_A_RELATION]:
            cited = reader.citing(subject, iri) if predicate == _CITES else ()
            proofs = _proofs(reader, subject, predicate, NamedNode(iri), cited)
            found.append(Statement(subject, predicate, NamedNode(iri), *proofs))
    return found, {predicate: len(subjects) for predicate, subjects in pointing.items()}


def _proofs(
    reader: Reader, subject: str, predicate: str, term: Term, cited: Sequence[str]
) -> tuple[tuple[Proof, ...], int]:
    """What a statement rests on, record and decisions first, and how many pieces there are."""
    graphs = reader.graphs(subject, predicate, term)
    tones = set(map(tone_of, graphs))
    sources = [graph for graph in graphs if iris.source_of(graph)]
    resting = cited or _claims(reader, sources, subject, predicate, term)
    found = [reader.record(subject)] if "authority" in tones else []
    found += [Proof(tone="rule")] if "rule" in tones else []
    found += decisions(reader, subject, predicate, term)
    if resting:
        shown = sorted(resting, key=reader.position)[:_PROOFS_SHOWN]
        read = [proof for claim in shown for proof in reader.read_from(claim)]
    else:
        read = list(reader.evidence(subject)) if sources else []
    pieces = len(resting) if cited or len(sources) <= _PROOFS_SHOWN else len(sources)
    return (*found, *read), len(found) + max(len(read), pieces)


def _claims(
    reader: Reader, sources: Sequence[str], subject: str, predicate: str, term: Term
) -> list[str]:
    """The places where sources state something; where many do, one place of each of the first."""
    each = None if len(sources) <= _PROOFS_SHOWN else 1
    found: list[str] = []
    for graph in sources[:_SOURCES_ASKED]:
        found += reader.claims_in(graph, subject, predicate, term)[:each]
        if len(found) >= _PROOFS_SHOWN:
            break
    return found


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
    outward: dict[str, list[tuple[str, Statement]]] = {}
    for one in said:
        if _is_relation(one) and one.predicate not in _UNSHOWN:
            end = plain(one.object)
            outward.setdefault(reader.label(one.predicate), []).append((end, one))
    inward: dict[str, list[tuple[str, Statement]]] = {}
    counted: dict[str, int] = {}
    for one in pointing:
        label = inverse_label(reader, one.predicate)
        counted[label] = totals[one.predicate]
        inward.setdefault(label, []).append((one.subject, one))
    return tuple(
        Relation(
            label,
            tuple(
                Value(link(reader, end), one.proofs, count=one.count)
                for end, one in ends[:_SHOWN_OF_A_RELATION]
            ),
            total.get(label, len(ends)),
        )
        for direction, total in ((outward, {}), (inward, counted))
        for label, ends in sorted(direction.items())
    )


def inverse_label(reader: Reader, predicate: str) -> str:
    """How a relation is called from its other end: the inverse's label, ours, else `← …`."""
    inverse = reader.names.inverse(predicate)
    if inverse:
        return reader.label(inverse)
    name = predicate.replace("#", "/").rpartition("/")[2]
    ours = word("inverses", name)
    return ours if ours != name else f"← {reader.label(predicate)}"
