"""Bad authority data is found, and the message leads to the line that a maintainer mends."""

import shutil

import pytest

from ontology.faults import Lists, faults
from ontology.graphs import AUTHORITY_FILES
from ontology.turtle import FOLDER

PREFIXES = """@base <https://w3id.org/vankien/> .
@prefix vk: <https://w3id.org/vankien/ontology#> .
@prefix vkt: <https://w3id.org/vankien/concept/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
IS = "a vk:Instrument ;"
ONE, TWO, THREE = (f"<instrument/tw/k12/qd/{number}>" for number in (9001, 9002, 9003))
SOURCED = 'vk:authoritySource "thử" ; vk:certainty vkt:co-nguon'


def test_the_lists_of_the_package_have_no_fault():
    assert len(Lists().records) >= 600
    assert [str(each) for each in faults()] == []


# What a maintainer might write into one file, and the messages: line (from 1 below the prefixes),
# record and words.
BROKEN = [
    (
        "a fact without a source",
        "instruments.ttl",
        f'{ONE} {IS} rdfs:label "x"@vi ; vk:certainty vkt:co-nguon .',
        [(1, "instrument/tw/k12/qd/9001", "has no source")],
    ),
    (
        "a certainty of no scheme",
        "instruments.ttl",
        f'{ONE} {IS} vk:authoritySource "thử" .',
        [(1, "instrument/tw/k12/qd/9001", "has no certainty")],
    ),
    (
        "a circle of replacements",
        "instruments.ttl",
        f"""{ONE} {IS} vk:replaces {TWO} ; {SOURCED} .

{TWO} {IS} vk:replaces {THREE} ; {SOURCED} .
{THREE} {IS} vk:replaces {ONE} ; {SOURCED} .""",
        [
            (1, "instrument/tw/k12/qd/9001", "replaces itself in a circle"),
            (3, "instrument/tw/k12/qd/9002", "replaces itself in a circle"),
            (4, "instrument/tw/k12/qd/9003", "qd/9003 -> instrument/tw/k12/qd/9001 -> "),
        ],
    ),
    (
        "two bodies with one label",
        "bodies.ttl",
        f"""<body/mot> rdfs:label "Ban Mẫu"@vi ; {SOURCED} .
<body/hai> rdfs:label "Ban Hai"@vi ; skos:altLabel "Ban mẫu"@vi ; {SOURCED} .""",
        [(2, "body/hai", "bears the name of body/mot: 'ban mẫu'")],
    ),
    (
        "superiors in a circle",
        "bodies.ttl",
        f"""<body/mot> rdfs:label "Một"@vi ; org:subOrganizationOf <body/hai> ; {SOURCED} .
<body/hai> rdfs:label "Hai"@vi ; org:subOrganizationOf <body/mot> ; {SOURCED} .""",
        [(1, "body/mot", "is its own superior"), (2, "body/hai", "is its own superior")],
    ),
    (
        "a date outside the term",
        "instruments.ttl",
        f"""
{ONE} {IS} dcterms:issued "2023-02-02"^^xsd:date ; {SOURCED} .""",
        [(2, "instrument/tw/k12/qd/9001", "is dated 2023-02-02, outside its term k12 (2016-")],
    ),
    (
        "another year than that of the register",
        "instruments.ttl",
        f"""
<instrument/cp/2014/nd/9001> {IS} dcterms:issued "2015-02-02"^^xsd:date ; {SOURCED} .""",
        [(2, "instrument/cp/2014/nd/9001", "is dated 2015-02-02, in a register of 2014")],
    ),
    (
        "a number dated after the next one",
        "instruments.ttl",
        f"""{ONE} {IS} dcterms:issued "2018-02-02"^^xsd:date ; {SOURCED} .
{TWO} {IS} dcterms:issued "2017-02-02"^^xsd:date ; {SOURCED} .""",
        [(1, "instrument/tw/k12/qd/9001", "is dated 2018-02-02, after instrument/tw/k12/qd/9002")],
    ),
    (
        "two dates of issue",
        "instruments.ttl",
        f"""
{ONE} {IS} dcterms:issued "2018-02-02"^^xsd:date, "2018-03-02"^^xsd:date ; {SOURCED} .""",
        [
            (
                2,
                "instrument/tw/k12/qd/9001",
                "has several dates of issue: 2018-02-02, 2018-03-02",
            )
        ],
    ),
    (
        "in force before it was issued",
        "instruments.ttl",
        f"""{ONE} {IS} dcterms:issued "2018-02-02"^^xsd:date ; {SOURCED} ;
    vk:effectiveFrom "2018-01-01"^^xsd:date .""",
        [(1, "instrument/tw/k12/qd/9001", "is in force from 2018-01-01, before 2018-02-02")],
    ),
    (
        "expired before it was in force",
        "instruments.ttl",
        f"""
{ONE} {IS} vk:effectiveFrom "2018-01-01"^^xsd:date ; vk:expiredOn "2017-12-31"^^xsd:date ;
    {SOURCED} .""",
        [(2, "instrument/tw/k12/qd/9001", "is expired from 2017-12-31, before 2018-01-01")],
    ),
    (
        "a body that nobody describes",
        "instruments.ttl",
        f"{ONE} {IS} vk:issuedBy <body/khong> ; {SOURCED} .",
        [(1, "instrument/tw/k12/qd/9001", "names body/khong, which no record describes")],
    ),
]


@pytest.mark.parametrize(
    ("file", "data", "expected"), [b[1:] for b in BROKEN], ids=[b[0] for b in BROKEN]
)
def test_a_fault_is_told_with_its_line(tmp_path, file, data, expected):
    for name in ("concepts.ttl", "registers.ttl"):
        shutil.copy(FOLDER / name, tmp_path / name)
    (tmp_path / file).write_text(PREFIXES + data, encoding="utf-8")
    own = [each for each in faults(Lists(tmp_path)) if each.file == file]
    above = len(PREFIXES.splitlines())
    assert [(each.line - above, each.record) for each in own] == [each[:2] for each in expected]
    for fault, (_, _, words) in zip(own, expected, strict=True):
        assert words in fault.message
        assert str(fault).startswith(f"{file}:{fault.line} {fault.record}: ")


def test_a_fact_that_is_added_to_the_real_lists_is_judged_with_them(tmp_path):
    for name in AUTHORITY_FILES:
        shutil.copy(FOLDER / name, tmp_path / name)
    path = tmp_path / "instruments.ttl"
    text = path.read_text(encoding="utf-8")
    line = len(text.splitlines()) + 2
    # The Secretariat's 99 of this term is of October 2017: 98 cannot be of December.
    issued = 'dcterms:issued "2017-12-01"^^xsd:date'
    fresh = f"\n<instrument/tw/k12/qd/98> {IS} {issued} ; {SOURCED} .\n"
    path.write_text(text + fresh, encoding="utf-8")
    assert [(each.file, each.line) for each in faults(Lists(tmp_path))] == [
        ("instruments.ttl", line)
    ]
