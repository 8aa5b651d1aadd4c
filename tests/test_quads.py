"""A reading becomes the quads of docs/model.md, and Oxigraph gives the same lines back."""

import re
from pathlib import Path

import pyoxigraph as ox
import pytest

from loaders.model import (
    Body,
    BodyMention,
    Citation,
    Conflict,
    ConflictValue,
    Figure,
    Finding,
    Implementation,
    Inspection,
    Instrument,
    Person,
    Reading,
    Relation,
    SourceText,
    Span,
)
from loaders.quads import quads
from loaders.reading import read
from loaders.triples import decimal, string
from ontology import iris
from ontology.terms import VK

TEXT = (
    "Từ ngày 18 - 22/8/2021, Đoàn giám sát do Ông Phùng Quang Huy, Phó Chủ tịch Thường trực "
    "làm Trưởng đoàn đã giám sát việc thực hiện Quy định số 124-QĐ/TW ngày 02/02/2018 "
    "của Ban Bí thư tại Huyện ủy Mù Cang Chải.\n"
    "Tồn tại, hạn chế\n"
    "- Còn nhầm lẫn giữa Quy định 124-QĐ/TW với Quyết định 217-QĐ/TW.\n"
    "Có 01 đơn tố cáo đồng chí Bí thư Đảng ủy xã Lao Chải.\n"
    'Nghị định số 64/2014/NĐ-CP quy định chi tiết Luật Tiếp công dân; "dấu\tnháy" \\ ◌́ 100%.'
)
REGULATION = iris.InstrumentKey("tw", "k12", "qd", "124").iri
DECISION = iris.InstrumentKey("tw", "k11", "qd", "217").iri
SECRETARIAT = Body(iris.body("ban-bi-thu"), "Ban Bí thư", "ban bí thư", "trung ương")
DISTRICT = Body(
    iris.body("huyen-uy-mu-cang-chai"), "Huyện ủy Mù Cang Chải", "huyện ủy", "huyện", None, None
)


def at(words: str) -> Span:
    """Where the sample text first says these words."""
    start = TEXT.index(words)
    return Span(start, start + len(words))


def reading(protected: tuple[Span, ...] = ()) -> Reading:
    """A small reading with one thing of every sort."""
    source = SourceText(TEXT, "tin.txt", title="Đoàn giám sát", published="2021-09-08T09:33:23")
    full = at("Quy định số 124-QĐ/TW ngày 02/02/2018 của Ban Bí thư")
    short = at("Quyết định 217-QĐ/TW")
    leader = Person(
        iris.person("Phùng Quang Huy", "Phó Chủ tịch Thường trực", ""),
        "Phùng Quang Huy",
        "Phó Chủ tịch Thường trực",
        None,
        (at("Phùng Quang Huy"),),
    )
    return Reading(
        source,
        citations=(
            Citation(
                full,
                at("124-QĐ/TW"),
                "",
                "Quy định",
                "124-QĐ/TW",
                "2018-02-02",
                "Ban Bí thư",
                None,
                False,
                "giám sát",
                REGULATION,
                "sổ đăng ký",
                issuer_body=SECRETARIAT,
            ),
            Citation(
                short,
                at("217-QĐ/TW"),
                "",
                "Quyết định",
                "217-QĐ/TW",
                None,
                None,
                None,
                False,
                None,
                DECISION,
            ),
        ),
        instruments=(
            Instrument(
                REGULATION,
                "Quy định",
                "124-QĐ/TW",
                "2018-02-02",
                "Ban Bí thư",
                SECRETARIAT.iri,
                None,
                "resolved",
                value=124,
                symbol="QĐ",
            ),
            Instrument(
                DECISION,
                "Quyết định",
                "217-QĐ/TW",
                "2013-12-12",
                "Bộ Chính trị",
                None,
                "không có trong văn bản",
                "candidate",
            ),
        ),
        bodies=(
            BodyMention(at("Ban Bí thư"), SECRETARIAT),
            BodyMention(at("Huyện ủy Mù Cang Chải"), DISTRICT),
        ),
        people=(leader,),
        inspections=(
            Inspection(
                iris.inspection(source.id, 0),
                Span(0, at("\n").start),
                "giám sát",
                "tổ chức đoàn giám sát",
                "held",
                "2021-08-18",
                "2021-08-22",
                1,
                None,
                leader,
                (),
                (DISTRICT,),
                (REGULATION,),
                (),
                None,
            ),
        ),
        implementations=(
            Implementation(at("đã giám sát"), DISTRICT, "huyện", REGULATION, "quán triệt", None),
        ),
        figures=(
            Figure(
                at("01 đơn"),
                1.0,
                "đơn",
                "tố cáo đồng chí Bí thư Đảng ủy xã Lao Chải",
                "2019/2021-06",
                petition="tố cáo",
            ),
        ),
        findings=(
            Finding(at("- Còn nhầm lẫn"), at("- Còn nhầm lẫn"), "shortcoming", "xã", (REGULATION,)),
        ),
        relations=(Relation(REGULATION, "confused_with", DECISION, at("nhầm lẫn giữa")),),
        conflicts=(
            Conflict(
                REGULATION,
                "date",
                (ConflictValue("2018-02-02", (full,)), ConflictValue("2018-02-03", (short,))),
                None,
                "hai ngày",
            ),
        ),
        protected=protected,
    )


def loaded(lines: list[str]) -> ox.Store:
    store = ox.Store()
    store.load("\n".join(lines).encode(), format=ox.RdfFormat.N_QUADS)
    return store


@pytest.mark.parametrize("protected", [(), (at("đồng chí Bí thư Đảng ủy xã Lao Chải"),)])
def test_oxigraph_gives_the_same_lines_back(protected: tuple[Span, ...]) -> None:
    lines = quads(reading(protected))
    dumped = loaded(lines).dump(format=ox.RdfFormat.N_QUADS)
    assert dumped is not None
    assert sorted(dumped.decode().splitlines()) == lines == sorted(set(lines))


def test_every_quote_is_the_text_at_its_offsets() -> None:
    pattern = "GRAPH ?g { ?span oa:start ?start ; oa:end ?end ; oa:exact ?quote }"
    found = loaded(quads(reading())).query(f"{PREFIXES} SELECT * {{ {pattern} }}")
    rows = [(int(row["start"].value), int(row["end"].value), row["quote"].value) for row in found]
    assert len(rows) >= 8
    assert all(TEXT[start:end] == quote for start, end, quote in rows)


A, B = f"<{REGULATION}>", f"<{DECISION}>"
ASKED = [
    # what a mention states, with its claim
    f'{A} dcterms:issued "2018-02-02"^^xsd:date ; vk:issuedBy b:body\\/ban-bi-thu',
    # the record's date and title are not the source's to say
    f"{B} a vk:UnresolvedReference FILTER NOT EXISTS {{ {B} dcterms:issued|dcterms:title ?x }}",
    f"?source vk:cites {A} , {B}",
    f"?c rdf:subject {A} ; rdf:object {B} ; oa:hasSelector/oa:exact 'nhầm lẫn giữa'",
    "?i a vk:Inspection ; rdfs:label 'Giám sát từ 18/8/2021 đến 22/8/2021'@vi",
    "?i vk:mode vkt:giam-sat ; vk:status vkt:da-tien-hanh",
    "?i vk:hasFinding ?f . ?f vk:sort vkt:han-che ; vk:aboutLevel vkt:xa",
    "?i vk:delegation/vk:ledBy/foaf:name 'Phùng Quang Huy'",
    "?m org:member/rdfs:label 'Phùng Quang Huy'@vi ; vk:position 'Phó Chủ tịch Thường trực'@vi",
    "?f vk:periodStart '2019'^^xsd:gYear ; vk:periodEnd '2021-06'^^xsd:gYearMonth",
    "?f a vk:PetitionTally ; vk:value 1.0 ; vk:outcome vkt:khong-ro",
    "?b vk:carriesOut ?i . ?m vk:implementer ?b ; vk:ofInstrument ?i ; vk:measure 'quán triệt'",
    "?k vk:conflictValue '2018-02-02', '2018-02-03'",
    "?k a vk:Conflict ; vk:involves/rdf:object '2018-02-02'^^xsd:date",
    "?m a vk:Mention ; vk:mentions b:body\\/huyen-uy-mu-cang-chai",
]
PREFIXES = f"""
PREFIX b: <{iris.BASE}>
PREFIX vk: <{iris.ONTOLOGY}>
PREFIX vkt: <{iris.CONCEPT}>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX foaf: <http://xmlns.com/foaf/0.1/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
"""


@pytest.mark.parametrize("pattern", ASKED)
def test_model(pattern: str) -> None:
    store = loaded(quads(reading()))
    asked = f"{PREFIXES} ASK {{ {pattern} }}"
    assert store.query(asked, use_default_graph_as_union=True)


def test_a_body_named_only_in_a_complaint_is_not_public() -> None:
    text = (Path(__file__).parent / "texts" / "seed.txt").read_text(encoding="utf-8")
    read_ = read(SourceText(text, "seed.txt"))
    hidden, open_ = set(), set()
    for mention in read_.bodies:
        covered = any(s.start <= mention.span.start < s.end for s in read_.protected)
        (hidden if covered else open_).add(mention.body.iri)
    only_there = hidden - open_
    assert only_there
    lines = [line for line in quads(read_) if "/graph/src/" in line]
    assert not [line for line in lines if any(f"<{iri}>" in line for iri in only_there)]


def test_what_is_protected_stands_only_in_its_own_graph() -> None:
    lines = quads(reading((at("đồng chí Bí thư Đảng ủy xã Lao Chải"),)))
    public = [line for line in lines if "/graph/src/" in line]
    guarded = [line for line in lines if "/graph/protected/" in line]
    assert len(public) + len(guarded) == len(lines)
    assert not any("Bí thư Đảng ủy xã Lao Chải" in line for line in public)
    assert any("████ ███ ██ ███ ████ ██ ██ ███ ████" in line for line in public)
    assert any("countedThing" in line and "Bí thư Đảng ủy xã Lao Chải" in line for line in guarded)
    assert all("█" not in line for line in guarded)


@pytest.mark.parametrize(
    ("value", "literal"),
    [
        ('a"b\\c\nd\re\tf', r'"a\"b\\c\nd\re\tf"'),
        ("\x01\x7f\b\f", r'"\u0001\u007F\b\f"'),
        ("Ủy ban", '"Ủy ban"'),
    ],
)
def test_strings_are_escaped_as_oxigraph_does(value: str, literal: str) -> None:
    assert string(value) == literal


@pytest.mark.parametrize(
    ("value", "lexical"), [(151.0, "151"), (45.5, "45.5"), (681.37, "681.37"), (0.0, "0")]
)
def test_decimals_are_canonical(value: float, lexical: str) -> None:
    assert decimal(value).startswith(f'"{lexical}"^^')


def test_every_term_that_is_written_or_asked_for_is_declared() -> None:
    root = Path(__file__).parent.parent
    files = [*root.glob("loaders/*.py"), *root.glob("graph/*.py"), *root.glob("queries/*.rq")]
    named = {
        name
        for file in files
        for name in re.findall(r"\bvk:([A-Za-z0-9]+)", file.read_text(encoding="utf-8"))
    }
    assert len(named) > 60
    assert {name for name in named if name not in VK} == set()


def test_the_meta_graph_uses_declared_terms() -> None:
    names = "path loadedAt withdrawnAt contentSum packageHash version contentHash publishedAt"
    assert {name for name in names.split() if name not in VK} == set()
