"""vankien.ttl, its closed namespace, its alignment and its shapes."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pyshacl
import pytest
from rdflib import Graph, URIRef
from rdflib.namespace import OWL, RDF, RDFS, SKOS

from ontology import authority
from ontology.drawing import arrows, drawing
from ontology.terms import VK
from ontology.turtle import FOLDER

ROOT = FOLDER.parent
VOCABULARY = Graph().parse(FOLDER / "vankien.ttl")
ALIGNMENT = Graph().parse(FOLDER / "alignment.ttl")
SHAPES = Graph().parse(FOLDER / "shapes.ttl")
DECLARED = sorted(
    {
        subject
        for kind in (
            OWL.Class,
            OWL.ObjectProperty,
            OWL.DatatypeProperty,
            OWL.AnnotationProperty,
        )
        for subject in VOCABULARY.subjects(RDF.type, kind)
        if str(subject).startswith(str(VK._NS))
    }
)
# Terms of others that we specialise: none of them has a domain or range that would type our data.
WITHOUT_DOMAIN_OR_RANGE = {
    "http://purl.org/spar/cito/cites",
    "http://purl.org/spar/cito/hasCitingEntity",
    "http://purl.org/spar/cito/hasCitedEntity",
    "http://purl.org/dc/terms/replaces",
    "http://purl.org/dc/terms/isPartOf",
}


def test_the_vocabulary_was_read():
    assert len(DECLARED) >= 150


@pytest.mark.parametrize("term", DECLARED, ids=lambda t: t.split("#")[-1])
def test_each_term_has_labels_definitions_and_an_example(term):
    for predicate in (RDFS.label, SKOS.definition):
        languages = {each.language for each in VOCABULARY.objects(term, predicate)}
        assert languages == {"vi", "en"}, predicate
    assert VOCABULARY.value(term, SKOS.example)


def test_definitions_are_sentences_and_labels_are_not():
    for term in DECLARED:
        assert all(each.endswith(".") for each in VOCABULARY.objects(term, SKOS.definition)), term
        assert not any(each.endswith(".") for each in VOCABULARY.objects(term, RDFS.label)), term


def test_the_closed_namespace_equals_the_vocabulary_both_ways():
    named = [name for name in VK.__annotations__ if not name.startswith("_")]
    assert {str(VK._NS[name]) for name in (*named, *VK._extras)} == {str(each) for each in DECLARED}


def test_a_misspelt_term_is_an_error():
    assert VK.cites == URIRef("https://w3id.org/vankien/ontology#cites")
    with pytest.raises(AttributeError):
        _ = VK.citess


def test_every_term_is_spelt_right_in_code_questions_and_model():
    pattern = re.compile(r"(?<![\w/])vk:([A-Za-z][A-Za-z0-9]*)")
    rooms = ("loaders", "graph", "queries", "web", "vankien", "docs")
    files = [path for room in rooms for path in (ROOT / room).rglob("*") if _is_text(path)]
    assert len(files) >= 20
    # vk:none is what the questions put where a row has no value: nothing in the graph is it.
    declared = {each.split("#")[-1] for each in DECLARED} | {"none"}
    wrong = {
        (path.relative_to(ROOT).as_posix(), name)
        for path in files
        for name in pattern.findall(path.read_text(encoding="utf-8"))
        if name not in declared
    }
    assert not wrong


def _is_text(path: Path) -> bool:
    return path.suffix in {".py", ".rq", ".md"}


@pytest.mark.parametrize("name", ["vankien.ttl", "alignment.ttl", "shapes.ttl", "sample.ttl"])
def test_there_are_no_blank_nodes(name):
    assert "_:" not in Graph().parse(FOLDER / name).serialize(format="nt")


def test_domains_ranges_and_parents_are_declared():
    links = (RDFS.domain, RDFS.range, RDFS.subClassOf, RDFS.subPropertyOf, OWL.inverseOf)
    ours = {
        (predicate, each)
        for predicate in (*links, OWL.disjointWith)
        for each in VOCABULARY.objects(None, predicate)
        if str(each).startswith(str(VK._NS))
    }
    assert ours
    assert {each for _, each in ours} <= set(DECLARED)


def test_the_alignment_speaks_of_declared_terms():
    assert {each for each in ALIGNMENT.subjects() if str(each).startswith(str(VK._NS))} <= set(
        DECLARED
    )


def test_the_alignment_types_none_of_our_data():
    foreign = {str(each) for each in ALIGNMENT.objects(None, RDFS.subPropertyOf)}
    assert foreign == WITHOUT_DOMAIN_OR_RANGE
    assert not set(ALIGNMENT.predicates()) & {RDFS.domain, RDFS.range, OWL.equivalentClass}


def _problems(data: str) -> set[str]:
    """The shapes that the sample with the data added does not meet."""
    graph = Graph().parse(FOLDER / "sample.ttl")
    graph.parse(FOLDER / "concepts.ttl")
    graph.parse(data=_PREFIXES + data, format="turtle")
    _, report, _ = pyshacl.validate(graph, shacl_graph=Graph() + SHAPES, allow_warnings=True)
    source = URIRef("http://www.w3.org/ns/shacl#sourceShape")
    return {str(each).split("/shape/")[-1] for each in report.objects(None, source)}


_PREFIXES = """@base <https://w3id.org/vankien/> .
@prefix vk: <https://w3id.org/vankien/ontology#> .
@prefix vkt: <https://w3id.org/vankien/concept/> .
@prefix kind: <https://w3id.org/vankien/kind/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
_SOURCE = "<source/0123456789abcdef>"
_PERSON = "<person/le-mau-01234567>"
BROKEN = [
    ("", set()),
    ("<instrument/a/k1/qd/1> a vk:Instrument .", {"instrument/kind", "instrument/label"}),
    (
        '<instrument/tw/k11/qd/9002> vk:number 9002 ; dcterms:identifier "9002-QÐ/TW" .',
        {"instrument/numbered", "instrument/letters"},
    ),
    ('<instrument/tw/k11/qd/9002> dcterms:identifier "Số 9002" .', {"instrument/identifier"}),
    (
        '<instrument/tw/k12/qd/9001> dcterms:issued "2017-02-02"^^xsd:date .',
        {"instrument/issued"},
    ),
    (
        '<instrument/mttq-mau/2024/kh/4> dcterms:issued "2016-01-01"^^xsd:date .',
        {"instrument/later"},
    ),
    (
        "<instrument/tw/k11/qd/9002> vk:replaces <instrument/tw/k12/qd/9001> .",
        {"instrument/replacement"},
    ),
    (
        "<source/0123456789abcdef/citation/7> a vk:Citation .",
        {"citation/citing", "citation/cited", "citation/form", "citation/evidence"},
    ),
    (
        f"<source/0123456789abcdef/span/5-9> a vk:Span ; vk:inSource {_SOURCE} ; "
        'oa:start 5 ; oa:end 9 ; oa:exact "Qu" .',
        {"span/length"},
    ),
    (
        "<source/0123456789abcdef/claim/0123456789abcdef> vk:confidence 1.5 .",
        {"claim/confidence"},
    ),
    (
        '<inspection/0123456789abcdef-9> a vk:Inspection ; vk:startDate "2021-08-22"^^xsd:date ; '
        'vk:endDate "2021-08-18"^^xsd:date .',
        {f"inspection/{n}" for n in ("mode", "status", "evidence", "period", "units", "about")},
    ),
    (
        f"<source/0123456789abcdef/delegation/9> a vk:Delegation ; vk:inSource {_SOURCE} .",
        {"delegation/leader", "delegation/basis"},
    ),
    (
        "<source/0123456789abcdef/figure/1> vk:partOfFigure <source/0123456789abcdef/figure/2> .",
        {"figure/part"},
    ),
    # An allegation is never linked to a person.
    (f"<source/0123456789abcdef/figure/2> vk:aboutUnit {_PERSON} .", {"petition/bearer"}),
    (
        "<place/1-x@2025> a vk:AdminUnit .",
        {"unit/code", "unit/label", "unit/time"},
    ),
    (
        '<term/tw/k12> a vk:Term ; vk:registerOwner "tw" ; vk:slug "k12" ; '
        'vk:termStart "2018-06-01"^^xsd:date .',
        {"instrument/term"},
    ),
    (
        "<body/dang-bo-xa-mau> vk:jurisdiction <place/1-y@truoc-2025> . "
        '<place/1-y@truoc-2025> vk:validTo "2020-01-01"^^xsd:date .',
        {"inspection/place"},
    ),
    (
        "<instrument/tw/k12/qd/9001#dieu-1> a vk:Provision . "
        "<instrument/tw/k12/qd/9001/vi@2018-02-02> a vk:Expression ; "
        "vk:expressionOf <instrument/tw/k12/qd/9001>, <instrument/tw/k11/qd/9002> .",
        {"provision/instrument", "expression/instrument"},
    ),
    (
        '<body/khong-ten> a org:Organization ; rdfs:label "Nameless"@en .',
        {"organization/name"},
    ),
    (
        '<concept/ky-hieu-qd> a vk:Symbol ; skos:notation "QĐ" . '
        '<concept/ky-hieu-ct> a vk:Symbol ; skos:notation "CT" . '
        "kind:quy-dinh vk:partySymbol <concept/ky-hieu-ct> .",
        {"instrument/symbol"},
    ),
    (
        "<body/huyen-uy-mau> org:subOrganizationOf <body/dang-bo-xa-mau> .",
        {"organization/parents"},
    ),
]


@pytest.mark.parametrize(("data", "expected"), BROKEN)
def test_shapes_find_what_is_wrong_and_nothing_else(data, expected):
    found = _problems(data)
    assert {each for each in found if "/" in each} == expected


def test_the_ontology_graph_holds_terms_alignment_and_shapes():
    lines = list(authority.ontology_quads())
    files = ("vankien.ttl", "alignment.ttl", "shapes.ttl")
    assert len(lines) == sum(len(Graph().parse(FOLDER / name)) for name in files)
    assert all(line.endswith(" <https://w3id.org/vankien/graph/ontology> .") for line in lines)


def test_the_documentation_is_that_of_the_ontology(monkeypatch):
    monkeypatch.syspath_prepend(ROOT / "tools")
    import document_ontology

    remedy = "run `python tools/document_ontology.py`"
    for name, wanted in (
        ("ontology.md", document_ontology.page()),
        ("ontology.svg", document_ontology.figure()),
    ):
        assert (ROOT / "docs" / name).read_text(encoding="utf-8") == wanted, remedy


def test_the_drawing_shows_declared_terms_in_two_languages():
    drawn = list(arrows())
    assert len(drawn) >= 15
    for language in ("vi", "en"):
        svg = ElementTree.fromstring(drawing(language))
        links = {each.get("href") for each in svg.iter("{http://www.w3.org/2000/svg}a")}
        assert len(links) == 24
        assert {str(VK._NS[link.removeprefix("#")]) for link in links} <= set(map(str, DECLARED))
