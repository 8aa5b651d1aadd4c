"""The competency questions of the model, asked of the seed by named questions or in SPARQL."""

import pyoxigraph as ox
import pytest

from graph.questions import answer, bearers
from ontology import iris

PREFIXES = f"""
PREFIX vk: <{iris.ONTOLOGY}>
PREFIX vkt: <{iris.CONCEPT}>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX foaf: <http://xmlns.com/foaf/0.1/>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
"""
REGULATION = iris.InstrumentKey("tw", "k12", "qd", "124").iri
COMMUNES = ["Lao Chải", "Chế Cu Nha", "Mồ Dề", "Nậm Khắt", "Púng Luông"]


@pytest.fixture(scope="module")
def rows(seed):
    """Asks a named question: plain values, one dictionary a row."""

    def asked(name, **parameters):
        return list(answer(seed, name, parameters).values())

    return asked


@pytest.fixture(scope="module")
def select(seed):
    """Asks in SPARQL: the values of each row."""

    def asked(pattern):
        found = seed.query(PREFIXES + pattern)
        names = [variable.value for variable in found.variables]
        return [tuple(getattr(row[each], "value", None) for each in names) for row in found]

    return asked


@pytest.fixture(scope="module")
def number_of(seed):
    """The number of an instrument by its IRI."""

    def asked(iri):
        found = seed.rows(
            PREFIXES + "SELECT ?i ?n { ?i dcterms:identifier ?n }",
            {"i": ox.NamedNode(iri)},
        )
        return min(row["n"].value for row in found)

    return asked


@pytest.fixture(scope="module")
def main(rows):
    """The rows of the visit of August 2021, one for each unit."""
    return [row for row in rows("inspections") if row["startDate"] == "2021-08-18"]


COUNTS = {
    "124-QĐ/TW": 18,
    "99-QĐ/TW": 5,
    "05-CT/TW": 3,
    "37-KL/TU": 2,
    "171/KH-MTTQ-BTT": 2,
    "209/QĐ-MTTQ-BTT": 2,
    "24-CT/TU": 2,
    "101-QĐ/TW": 2,
}


def test_01_which_instruments_are_cited_and_how_often(rows):
    counted = {row["number"]: row["citations"] for row in rows("instruments")}
    assert {number: counted[number] for number in COUNTS} == COUNTS
    assert counted["04-NQ/TW"] == 9  # NQTW4 khóa XII
    assert counted["42/2013/QH13"] == 2  # Luật tiếp công dân
    once = [number for number, count in counted.items() if count == 1]
    assert len(once) == 12
    assert len(counted) == 22


def test_02_on_what_mandate(main, number_of):
    mandates = {number_of(iri) for row in main for iri in row["mandate"].split(" | ")}
    assert mandates == {"37-KL/TU", "171/KH-MTTQ-BTT", "209/QĐ-MTTQ-BTT"}


def test_03_implementation_of_which_regulation(main, rows):
    assert {row["about"] for row in main} == {REGULATION}
    found = {row["instrument"]: row for row in rows("instruments")}[REGULATION]
    assert (found["date"], found["issuer"]) == ("2018-02-02", "Ban Bí thư")


def test_04_who_led_and_who_took_part(main, select):
    assert {row["leader"] for row in main} == {"Phùng Quang Huy"}
    assert select("SELECT ?p { ?m org:member/foaf:name 'Phùng Quang Huy' ; vk:position ?p }") == [
        ("Phó Chủ tịch Thường trực",)
    ]
    members = select(
        f"SELECT ?n {{ <{main[0]['inspection']}> vk:participant/rdfs:label ?n "
        "FILTER(LANG(?n) = 'vi') } ORDER BY ?n"
    )
    assert [name for (name,) in members] == [
        "Ban Dân chủ - Pháp luật Ủy ban MTTQ Việt Nam tỉnh Yên Bái",
        "Ban Nội chính Tỉnh ủy Yên Bái",
        "Hội Liên hiệp Phụ nữ tỉnh Yên Bái",
        "Thanh tra tỉnh Yên Bái",
        "Ủy ban Kiểm tra Tỉnh ủy Yên Bái",
    ]


def test_05_which_units(main):
    expected = {"Huyện ủy Mù Cang Chải", *(f"Đảng bộ xã {name}" for name in COMMUNES)}
    assert {row["unit"] for row in main} == expected


def test_06_in_what_order(main, rows, select):
    mandates = {"37-KL/TU", "171/KH-MTTQ-BTT", "209/QĐ-MTTQ-BTT"}
    issued = sorted(row["date"] for row in rows("instruments") if row["number"] in mandates)
    published = select("SELECT ?p { ?s a vk:SourceText ; vk:published ?p }")
    order = [*issued, main[0]["startDate"], main[0]["endDate"], published[0][0]]
    assert order == [
        "2020-12-23",
        "2021-06-22",
        "2021-07-22",
        "2021-08-18",
        "2021-08-22",
        "2021-09-08T09:33:23",
    ]


def test_07_the_chain_from_the_regulation_to_the_visit(main, rows, number_of):
    related = rows("relations", iri=REGULATION)
    plans = {
        number_of(row["subject"])
        for row in related
        if row["predicate"] in ("inspects_implementation_of", "implements")
        and row["object"] == REGULATION
    }
    assert plans >= {"171/KH-MTTQ-BTT", "209/QĐ-MTTQ-BTT"}
    mandates = {number_of(iri) for iri in main[0]["mandate"].split(" | ")}
    assert plans <= mandates


def test_07_which_decision_established_the_delegation(select, number_of):
    found = select("SELECT ?i { ?d a vk:Delegation ; vk:establishedBy ?i }")
    assert [number_of(iri) for (iri,) in found] == ["209/QĐ-MTTQ-BTT"]


def test_08_cited_without_any_date(rows):
    assert {row["number"] for row in rows("undated")} == {
        "55-QĐ/TW",
        "05-CT/TW",
        "11-QĐi/TW",
        "27-CT/TW",
        "217-QĐ/TW",
        "159/2016/NĐ-CP",
        "04-NQ/TW",
    }


def test_09_contradictions_between_sources_and_record(rows):
    found = {(row["number"], row["property"]) for row in rows("conflicts")}
    assert {("99-QĐ/TW", "date"), ("99-QĐ/TW", "issuer"), ("24-CT/TU", "title")} <= found
    assert any(what == "number" and number.startswith("08-QĐ") for number, what in found)


def test_09_the_wrong_word_before_a_sum(rows):
    found = [row for row in rows("conflicts") if row["property"] == "figure"]
    assert {row["value"] for row in found} >= {"khiển trách 106 đảng viên", "16 đồng chí"}
    assert all(row["quote"] for row in found)


def test_10_which_numbered_district_instruments_implement_it(rows):
    measures = rows("implementation", iri=REGULATION)
    assert not [row for row in measures if row["level"] == "huyện" and row["measureNumber"]]


def test_11_how_many_members_were_disciplined(rows):
    counted = [(row["form"], row["count"]) for row in rows("discipline")]
    assert {("khiển trách", 16), ("cảnh cáo", 8), ("cách chức", 1), ("khai trừ", 5)} <= {*counted}
    figures = {row["value"]: row for row in rows("figures")}
    assert figures[106]["unit"] == "đảng viên"
    whole = figures[30]["figure"]
    parts = [row["value"] for row in rows("figures") if row["partOf"] == whole]
    assert sorted(parts) == [1, 5, 8, 16]


def test_12_inspections_by_the_district_committee(rows):
    counted = {row["inspector"]: row["count"] for row in rows("inspections")}
    assert counted["Huyện ủy Mù Cang Chải"] == 16
    assert counted["Ủy ban Kiểm tra Huyện ủy Mù Cang Chải"] == 4


def test_13_petitions(rows, seed, select):
    figures = {row["value"]: row for row in rows("figures") if "đơn" in (row["unit"] or "")}
    assert (figures[151]["periodStart"], figures[151]["periodEnd"]) == ("2019", "2021-06")
    assert figures[2]["partOf"] == figures[1]["partOf"] == figures[151]["figure"]
    # Whom the complaint concerns is protected; the public store knows only that there was one.
    assert "█" in figures[1]["what"]
    assert select("SELECT ?o { ?f vk:petitionKind 'tố cáo' ; vk:outcome/skos:notation ?o }") == [
        ("không rõ",)
    ]
    guarded = ox.Store.read_only(str(seed.protected_path))
    said = [quad.object.value for quad in guarded if quad.predicate.value.endswith("countedThing")]
    assert any("Bí thư Đảng ủy xã Lao Chải" in each for each in said)


def test_14_shortcomings_and_causes(rows):
    sorts = [row["sort"] for row in rows("findings", instrument="124-QĐ/TW")]
    assert (sorts.count("shortcoming"), sorts.count("cause")) == (5, 2)


def test_15_which_regulations_are_confused(rows, number_of):
    pairs = {
        frozenset(map(number_of, (row["subject"], row["object"])))
        for row in rows("relations", iri=REGULATION)
        if row["predicate"] == "confused_with"
    }
    assert pairs == {frozenset({"124-QĐ/TW", "217-QĐ/TW"})}


def test_16_instruments_by_issuer(rows):
    by_issuer: dict[str, list[str]] = {}
    for row in rows("instruments"):
        by_issuer.setdefault(row["issuer"], []).append(row["number"])
    assert sorted(by_issuer["Ban Bí thư"]) == ["101-QĐ/TW", "124-QĐ/TW", "99-QĐ/TW"]
    assert len(by_issuer["Bộ Chính trị"]) == 6
    assert len(by_issuer["Ban Chấp hành Trung ương"]) == 3
    assert by_issuer["Quốc hội"] == ["42/2013/QH13"]
    assert sorted(by_issuer["Chính phủ"]) == ["159/2016/NĐ-CP", "64/2014/NĐ-CP"]
    front = "Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh Yên Bái"
    assert sorted(by_issuer[front]) == ["171/KH-MTTQ-BTT", "209/QĐ-MTTQ-BTT"]
    assert by_issuer["Thường trực Tỉnh ủy Yên Bái"] == ["37-KL/TU"]
    assert by_issuer["Ban Thường vụ Tỉnh ủy Yên Bái"] == ["24-CT/TU"]


def test_17_which_cited_instruments_changed_since(rows, seed):
    def later(number):
        return {
            (row["predicate"], row["subject"])
            for iri in bearers(seed, number)
            for row in rows("relations", iri=iri)
            if row["object"] == iri and row["authority"]
        }

    decree = iris.InstrumentKey("cp", "2023", "nd", "59").iri
    assert ("replaces", decree) in later("159/2016/NĐ-CP")
    conclusion = iris.InstrumentKey("tw", "k13", "kl", "215").iri
    assert any(subject == conclusion for _, subject in later("11-QĐi/TW"))
    assert later("124-QĐ/TW") == set()


def test_18_where_the_inspected_communes_are_today(main, select):
    names = " ".join(f"'{row['unit']}'@vi" for row in main)
    today = dict(
        select(f"""SELECT ?unit ?now {{ VALUES ?unit {{ {names} }}
        ?body rdfs:label ?unit ; vk:jurisdiction/vk:successor ?place . ?place rdfs:label ?now }}""")
    )
    assert today == {
        "Đảng bộ xã Lao Chải": "xã Lao Chải",
        "Đảng bộ xã Chế Cu Nha": "xã Mù Cang Chải",
        "Đảng bộ xã Mồ Dề": "xã Mù Cang Chải",
        "Đảng bộ xã Nậm Khắt": "xã Púng Luông",
        "Đảng bộ xã Púng Luông": "xã Púng Luông",
    }


def test_19_the_sentence_behind_a_figure(rows, seed_text):
    figure = next(row for row in rows("figures") if row["value"] == 151)
    assert figure["start"] == 11869
    assert seed_text[figure["start"] : figure["end"]] == figure["quote"]


def test_19_how_sure_the_extraction_is(select):
    found = select(
        "SELECT DISTINCT ?c ?r { GRAPH ?g { ?k a vk:Claim ; vk:confidence ?c ; vk:rule ?r } }"
    )
    # Measured, so never a certainty.
    assert found
    assert all(0.5 < float(sure) < 1 for sure, _ in found)


def test_20_places_that_were_not_inspected_here(main, rows):
    elsewhere = {
        row["unit"]: row["startDate"]
        for row in rows("inspections", scope="huyện Mù Cang Chải")
        if row["inspection"] != main[0]["inspection"]
    }
    assert elsewhere["xã La Pán Tẩn"] == "2019"
    assert {"xã Chế Tạo", "xã Hồ Bốn", "xã Nậm Khắt"} <= set(elsewhere)


def test_extra_which_are_cited_together_with_it(select):
    found = select(f"""SELECT ?number (COUNT(DISTINCT ?finding) AS ?times) {{
        ?finding vk:aboutInstrument <{REGULATION}>, ?other . ?other dcterms:identifier ?number
        FILTER(?other != <{REGULATION}>) }} GROUP BY ?number ORDER BY DESC(?times) ?number""")
    assert "217-QĐ/TW" in dict(found)
