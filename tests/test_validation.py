"""What validation finds: on the seed its known conflicts alone, and in broken graphs what broke."""

import shutil
from dataclasses import replace
from zlib import crc32

import pyoxigraph as ox
import pytest

from graph.snapshots import snapshot
from graph.validation import problems
from ontology import iris
from queries import checks, questions

PREFIXES = f"""
PREFIX b: <{iris.BASE}> PREFIX vk: <{iris.ONTOLOGY}> PREFIX kind: <{iris.KIND}>
PREFIX dcterms: <http://purl.org/dc/terms/> PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
"""
SOURCE = f"{iris.BASE}source/0123456789abcdef"
GRAPH = f"<{iris.source_graph('0123456789abcdef')}>"
SPAN = f'<{SOURCE}/span/3-9> oa:exact "Số 124" ; oa:start 3 ; oa:end 9 ; vk:inSource <{SOURCE}> .'


def stated(subject, predicate, value):
    """A plain statement, and the same with its claim in the source's graph."""
    claim = f"<{SOURCE}/claim/{crc32(f'{subject} {predicate} {value}'.encode())}>"
    triple = f"{subject} {predicate} {value} ."
    return (
        f"{triple} {SPAN} GRAPH {GRAPH} {{ {triple} {claim} rdf:subject {subject} ; "
        f"rdf:predicate {predicate} ; rdf:object {value} ; oa:hasSelector <{SOURCE}/span/3-9> }}"
    )


def day(text):
    return f'"{text}"^^xsd:date'


A, B, C = (f"<{iris.BASE}instrument/tw/k12/qd/{number}>" for number in (1, 2, 3))
REGISTER = " ".join(
    f"{each} vk:register b:register/x ; vk:number {n} ."
    for n, each in enumerate((A, B, C), start=1)
).replace("b:register/x", f"<{iris.BASE}register/x>")
PUBLISHED = f'<{SOURCE}> a vk:SourceText ; vk:published "2018-01-01T08:00:00"^^xsd:dateTime .'
CITATION = (
    f"<{SOURCE}/citation/3> vk:inSource <{SOURCE}> ; vk:citedEntity {A} ; "
    f"oa:hasSelector <{SOURCE}/span/3-9> ."
)
PART = (
    f"<{SOURCE}/figure/3> vk:partOfFigure <{SOURCE}/figure/1> ; vk:value {{}} ; "
    f'vk:unitLabel "người" ; oa:hasSelector <{SOURCE}/span/3-9> . '
    f'<{SOURCE}/figure/1> vk:value 16.0 ; vk:unitLabel "người" . ' + SPAN
)
# The check, what the store holds, and the values that are told of.
FOUND = [
    (
        "dates",
        stated(A, "dcterms:issued", day("2017-10-03"))
        + stated(A, "dcterms:issued", day("2018-10-03")),
        ["2017-10-03", "2018-10-03"],
    ),
    # a year is no other date than a day in it
    (
        "dates",
        stated(A, "dcterms:issued", day("2017-10-03"))
        + stated(A, "dcterms:issued", '"2017"^^xsd:gYear'),
        [],
    ),
    (
        "issuers",
        stated(A, "vk:issuedBy", "<urn:one>") + f"{A} vk:issuedBy <urn:two> .",
        ["urn:one"],
    ),
    (
        "issuers",
        stated(A, "vk:issuedBy", "<urn:one>")
        + f"{A} vk:issuedBy <urn:two> ; vk:kind kind:thong-tu-lien-tich .",
        [],
    ),
    (
        "kinds",
        stated(A, "vk:kind", "kind:luat") + f"{A} vk:kind kind:phap-lenh .",
        [f"{iris.KIND}luat"],
    ),
    # a code is a law: both count in one register
    (
        "kinds",
        stated(A, "vk:kind", "kind:luat")
        + f'{A} vk:kind kind:bo-luat . kind:luat vk:slug "luat" . kind:bo-luat vk:slug "luat" .',
        [],
    ),
    # the first is later than both others, each of which is later than none but it
    (
        "order",
        REGISTER
        + stated(A, "dcterms:issued", day("2018-12-01"))
        + stated(B, "dcterms:issued", day("2018-02-01"))
        + stated(C, "dcterms:issued", day("2018-03-01")),
        ["2018-12-01"],
    ),
    (
        "order",
        REGISTER
        + stated(A, "dcterms:issued", day("2018-02-01"))
        + stated(B, "dcterms:issued", day("2018-02-01")),
        [],
    ),
    # beside a wrong date stands one that is in order
    (
        "order",
        REGISTER
        + stated(A, "dcterms:issued", day("2018-02-01"))
        + stated(B, "dcterms:issued", day("2017-02-01"))
        + f"{B} dcterms:issued {day('2018-03-01')} .",
        ["2017-02-01"],
    ),
    (
        "later",
        stated(A, "vk:implements", B)
        + f"{A} dcterms:issued {day('2017-01-01')} . {B} dcterms:issued {day('2018-01-01')} .",
        ["2017-01-01"],
    ),
    (
        "later",
        stated(A, "vk:implements", B)
        + f"{A} dcterms:issued {day('2018-01-01')} . {B} dcterms:issued {day('2018-01-01')} .",
        [],
    ),
    (
        "cited",
        PUBLISHED + CITATION + SPAN + f"{A} dcterms:issued {day('2018-01-02')} .",
        ["2018-01-02"],
    ),
    ("cited", PUBLISHED + CITATION + SPAN + f"{A} dcterms:issued {day('2018-01-01')} .", []),
    ("parts", PART.format("30.0"), ["30"]),
    ("parts", PART.format("16.0"), []),
]


@pytest.mark.parametrize("name, data, values", FOUND)
def test_a_check_finds_what_is_wrong_and_nothing_else(name, data, values):
    store = ox.Store()
    store.update(f"{PREFIXES} INSERT DATA {{ {data} }}")
    rows = list(store.query(checks()[name].sparql))
    assert sorted(row["value"].value for row in rows) == values
    assert all(row["quote"].value == "Số 124" for row in rows)
    assert all(row["source"].value == SOURCE for row in rows)


# A source's conflict with itself, with the record, or of two sources: all that is asked for.
BETWEEN = [
    (
        stated(A, "dcterms:issued", day("2018-12-16"))
        + stated(A, "dcterms:issued", day("2018-12-26")),
        {("date", "2018-12-16", True), ("date", "2018-12-26", True)},
    ),
    (
        stated(A, "dcterms:issued", day("2018-12-16")) + f'{A} dcterms:issued "2018"^^xsd:gYear .',
        set(),
    ),
    (
        stated(A, "vk:issuedBy", "<urn:one>")
        + f'{A} vk:issuedBy <urn:two> . <urn:one> rdfs:label "một"@vi . '
        f'GRAPH <{iris.GRAPH_AUTHORITY}> {{ {A} vk:issuedBy <urn:two> ; vk:authoritySource "sổ" }}',
        {("issuer", "một", True), ("issuer", "urn:two", False)},
    ),
    (
        stated(A, "vk:issuedBy", "<urn:one>")
        + f"{A} vk:issuedBy <urn:two> ; vk:kind kind:thong-tu-lien-tich .",
        set(),
    ),
    # 'Thông tư' begins as 'Thông tư liên tịch' does, and is another kind all the same
    (
        stated(A, "vk:kind", "kind:thong-tu") + stated(A, "vk:kind", "kind:thong-tu-lien-tich"),
        {("kind", f"{iris.KIND}thong-tu", True), ("kind", f"{iris.KIND}thong-tu-lien-tich", True)},
    ),
]


@pytest.mark.parametrize(("data", "expected"), BETWEEN)
def test_the_question_of_conflicts_has_those_between_sources_with_both_sides(data, expected):
    store = ox.Store()
    store.update(f"{PREFIXES} INSERT DATA {{ {data} }}")
    rows = list(store.query(questions()["conflicts"].sparql))
    told = {(r["property"].value, r["value"].value, r["source"] is not None) for r in rows}
    assert told == expected
    assert all((r["quote"] or r["authority"]) for r in rows)


def test_every_check_is_tested_and_says_what_it_means_in_two_languages():
    assert {name for name, _, _ in FOUND} == set(checks())
    for check in checks().values():
        assert check.summary
        assert check.summary_en
        assert check.columns == ("about", "value", "against", "source", "quote", "start", "end")


def test_on_the_seed_its_known_conflicts_alone_are_found(seed):
    found = [(each.rule, each.about.rsplit("/", 1)[1], each.value) for each in problems(seed)]
    assert found == [
        ("check/dates", "99", "2017-10-03"),
        ("check/dates", "99", "2018-10-03"),
        ("check/issuers", "99", f"{iris.BASE}body/ban-chap-hanh-trung-uong"),
        ("check/order", "99", "2018-10-03"),
    ]


def test_every_problem_of_the_seed_shows_the_words_it_rests_on(seed, seed_text):
    for each in problems(seed):
        assert each.evidence
        assert seed_text[each.evidence.start : each.evidence.end] == each.evidence.quote


def broken_copy(of, directory):
    """The version whose public store the test has laid down in the directory."""
    shutil.copy(of.directory / "VERSION", directory)
    return replace(of, directory=directory)


def test_shapes_are_applied_to_each_source(seeded, tmp_path):
    source = str(
        next(each for each in snapshot(seeded).store.named_graphs() if "/src/" in each.value)
    )
    broken = ox.Store(str(tmp_path / "public"))
    broken.extend(snapshot(seeded).store)
    node = f"<{iris.source(source[1:-1].rsplit('/', 1)[1])}/span/5-9>"
    broken.update(
        f"{PREFIXES} INSERT DATA {{ {node} a vk:Span . GRAPH {source} {{ {node} a vk:Span ; "
        f'oa:start 5 ; oa:end 9 ; oa:exact "Qu" }} {node} oa:start 5 ; oa:end 9 ; oa:exact "Qu" }}'
    )
    broken.flush()
    del broken
    current = broken_copy(snapshot(seeded), tmp_path)
    rules = {each.rule for each in problems(current)}
    assert {"shape/span/length", "shape/span/source"} <= rules


def test_a_quote_that_stands_elsewhere_and_a_stray_term_are_found(seeded, tmp_path):
    broken = ox.Store(str(tmp_path / "public"))
    broken.extend(snapshot(seeded).store)
    source = next(
        each.object.value
        for each in broken.quads_for_pattern(None, ox.NamedNode(iris.ONTOLOGY + "inSource"), None)
    )
    broken.update(
        f'{PREFIXES} INSERT DATA {{ <{source}/span/5-7> oa:start 5 ; oa:end 7 ; oa:exact "xx" ; '
        f"vk:inSource <{source}> ; vk:citess <{source}> }}"
    )
    broken.flush()
    del broken
    current = broken_copy(snapshot(seeded), tmp_path)
    found = {each.rule: each for each in problems(current)}
    assert found["shape/span/words"].evidence.quote == "xx"
    assert found["shape/term/declared"].about == iris.ONTOLOGY + "citess"
