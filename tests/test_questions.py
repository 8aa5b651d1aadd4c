"""Every named question parses, documents itself in two languages, and answers on the seed."""

import csv
import io
import json

import pyoxigraph as ox
import pytest

from graph.guard import QueryRefused, form_of
from graph.questions import (
    UnknownNumber,
    UnknownParameter,
    UnknownQuestion,
    answer,
    ask,
    bearers,
    questions,
)
from ontology import iris

EVIDENCE = ("source", "quote", "start", "end")
COLUMNS = {
    "instruments": "instrument kind number date issuer title validity citations",
    "cited-by": "sourceTitle published citing pinpoint treatment",
    "cites": "instrument number treatment",
    "relations": "subject predicate object",
    "inspections": "inspection mode form status count startDate endDate inspector leader unit "
    "about mandate",
    "findings": "finding sort level text unit about",
    "figures": "figure value unit what periodStart periodEnd partOf",
    "discipline": "form count target",
    "implementation": "level body measure measureNumber date lagDays",
    "conflicts": "instrument number property value",
    "coverage": "unit level issued disseminated inspected reported lastInspected",
    "bodies": "body name type level place parent validFrom validTo",
    "undated": "instrument number citations",
    "in-force": "instrument number date state since until endedBy",
    "now": "thing then validFrom validTo today now",
}
PARAMETERS = {
    "instruments": {"kind", "issuer"},
    "cited-by": {"number", "iri"},
    "cites": {"source", "iri"},
    "relations": {"number", "iri"},
    "inspections": {"instrument", "unit"},
    "findings": {"instrument", "unit"},
    "figures": {"source"},
    "discipline": {"unit"},
    "implementation": {"instrument"},
    "conflicts": set(),
    "coverage": {"instrument", "scope", "from", "to"},
    "bodies": {"place", "level"},
    "undated": set(),
    "in-force": {"as_of", "number", "iri"},
    "now": {"place", "body", "as_of"},
}
REGULATION = iris.InstrumentKey("tw", "k12", "qd", "124").iri


def unmasked(quote: str, printed: str) -> bool:
    """Whether a quote is what is printed, but for the letters that are masked."""
    return len(quote) == len(printed) and all(
        letter in (other, "█") for letter, other in zip(quote, printed, strict=True)
    )


def test_all_questions_are_there():
    assert set(questions()) == set(COLUMNS)


@pytest.mark.parametrize("name", COLUMNS)
def test_a_question_documents_itself(name):
    question = questions()[name]
    assert question.summary
    assert question.summary_en
    assert question.description
    assert question.description_en
    assert question.tags
    assert {each.name for each in question.parameters} >= PARAMETERS[name]
    assert set(question.example) <= {each.name for each in question.parameters}
    assert "{{" not in question.sparql
    for key in ("summary", "description", "endpoint", "pagination", "tags", "defaults"):
        assert f"#+ {key}:" in question.sparql


@pytest.mark.parametrize("name", COLUMNS)
def test_a_question_has_its_columns_and_its_evidence(name):
    columns = questions()[name].columns
    named = tuple(COLUMNS[name].split())
    assert columns[: len(named)] == named
    assert set(EVIDENCE) <= set(columns)


@pytest.mark.parametrize("name", COLUMNS)
def test_a_question_parses_and_may_run(name):
    question = questions()[name]
    assert form_of(question.sparql) == "SELECT"
    names = {each.variable for each in question.parameters}
    store = ox.Store()
    found = store.query(
        question.sparql,
        substitutions={ox.Variable(each): ox.NamedNode("a:b") for each in names},
    )
    assert list(found) == []


@pytest.mark.parametrize("name", COLUMNS)
def test_the_example_gives_rows_that_prove_themselves(seed, seed_text, name):
    rows = answer(seed, name, questions()[name].example).rows
    assert rows
    for row in rows:
        if row["quote"] is not None:
            start, end = int(row["start"].value), int(row["end"].value)
            assert unmasked(row["quote"].value, seed_text[start:end])
        elif name != "coverage":
            assert row["authority"] is not None


# What the seed's rows must hold, by some of their columns.
EXPECTED = [
    ("instruments", {}, {"number": "124-QĐ/TW", "date": "2018-02-02", "citations": 18}),
    ("instruments", {}, {"number": "99-QĐ/TW", "date": "2017-10-03 | 2018-10-03"}),
    ("instruments", {"kind": "nghị định"}, {"number": "64/2014/NĐ-CP", "issuer": "Chính phủ"}),
    ("cited-by", {"number": "124 – qđ/tw"}, {"published": "2021-09-08T09:33:23"}),
    ("cites", {"number": "64/2014/NĐ-CP"}, None),
    (
        "in-force",
        {"as_of": "2024-01-01", "number": "159/2016/NĐ-CP"},
        {"state": "hết hiệu lực", "endedBy": f"{iris.BASE}instrument/cp/2023/nd/59"},
    ),
    # in 2021 nothing had replaced it yet
    (
        "in-force",
        {"as_of": "2021-09-08", "number": "159/2016/NĐ-CP"},
        {"state": "chưa rõ", "endedBy": None},
    ),
    ("in-force", {"as_of": "2010-01-01", "number": "159/2016/NĐ-CP"}, None),
    ("now", {"place": "xã Mồ Dề"}, {"then": "xã Mồ Dề", "now": "xã Mù Cang Chải"}),
    (
        "now",
        {"body": "Đảng bộ xã Nậm Khắt", "as_of": "2021-08-18"},
        {"now": "xã Púng Luông", "validTo": "2025-06-30"},
    ),
    ("now", {"place": "xã Mồ Dề", "as_of": "2026-01-01"}, None),
    (
        "relations",
        {"number": "217-QĐ/TW"},
        {"subject": REGULATION, "predicate": "confused_with"},
    ),
    ("relations", {"number": "64/2014/NĐ-CP"}, {"predicate": "details"}),
    (
        "inspections",
        {"instrument": "124-QĐ/TW", "unit": "Đảng bộ xã Lao Chải"},
        {"mode": "giám sát", "status": "held", "startDate": "2021-08-18", "endDate": "2021-08-22"},
    ),
    ("inspections", {"scope": "huyện Mù Cang Chải"}, {"leader": "Phùng Quang Huy"}),
    ("inspections", {"to": "2020-12-31", "from": "2019"}, {"startDate": "2019", "endDate": "2020"}),
    ("findings", {"unit": "huyen uy mu cang chai"}, {"sort": "shortcoming"}),
    ("figures", {}, {"value": 151, "unit": "đơn thư", "periodEnd": "2021-06"}),
    ("discipline", {}, {"form": "khai trừ", "count": 5}),
    ("implementation", {"number": "124-QĐ/TW"}, {"measureNumber": "171/KH-MTTQ-BTT"}),
    ("implementation", {"iri": REGULATION}, {"date": "2021-06-22", "lagDays": 1236}),
    ("conflicts", {}, {"number": "99-QĐ/TW", "property": "date", "value": "2018-10-03"}),
    # the other side of the conflict, as the record has it
    (
        "conflicts",
        {},
        {"number": "99-QĐ/TW", "property": "issuer", "value": "Ban Bí thư", "quote": None},
    ),
    ("conflicts", {}, {"number": "08-QĐi/TW", "property": "number", "value": "08-QĐi/TW"}),
    ("conflicts", {}, {"value": "16 đồng chí", "quote": "16 đồng chí"}),
    ("coverage", {"iri": REGULATION}, {"unit": "Đảng bộ xã Mồ Dề", "lastInspected": "2021-08-22"}),
    (
        "coverage",
        {"iri": REGULATION, "scope": "huyện Mù Cang Chải"},
        {"unit": "xã Kim Nọi", "level": "xã", "inspected": None, "quote": None},
    ),
    ("bodies", {"level": "xã", "place": "huyện Mù Cang Chải"}, {"name": "Đảng bộ xã Nậm Khắt"}),
    ("undated", {}, {"number": "05-CT/TW", "citations": 3}),
]


@pytest.mark.parametrize(("name", "parameters", "expected"), EXPECTED)
def test_rows_on_the_seed(seed, name, parameters, expected):
    rows = list(answer(seed, name, parameters).values())
    if expected is None:
        assert rows == []
    else:
        assert any(expected.items() <= row.items() for row in rows), rows[:3]


def test_no_row_comes_twice(seed):
    for name, question in questions().items():
        rows = answer(seed, name, question.example).rows
        assert len({tuple(map(str, row.values())) for row in rows}) == len(rows)


def test_a_filter_narrows(seed):
    everything = answer(seed, "inspections", {}).rows
    some = answer(seed, "inspections", {"unit": "Đảng bộ xã Lao Chải"}).rows
    assert 0 < len(some) < len(everything)


def test_a_number_that_several_bear_gives_the_rows_of_each(seed):
    assert len(bearers(seed, "124-QĐ/TW")) == 2
    found = {
        row["instrument"].value for row in answer(seed, "relations", {"number": "26-NQ/TW"}).rows
    }
    assert found <= set(bearers(seed, "26-NQ/TW"))


@pytest.mark.parametrize("spelling", ["124-QĐ/TW", "124 - QÐ/TW", "124-qđ/tw", "124 qd tw"])
def test_a_number_is_understood_as_it_is_written(seed, spelling):
    assert REGULATION in bearers(seed, spelling)


def test_an_unknown_number_has_near_misses(seed):
    with pytest.raises(UnknownNumber) as unknown:
        answer(seed, "cited-by", {"number": "124-QĐ/TU"})
    assert "124-QĐ/TW" in unknown.value.near
    assert "124-QĐ/TW" in str(unknown.value)


MISTAKES = [
    ("cited", {}, UnknownQuestion, "cited-by"),
    ("cited-by", {}, UnknownParameter, "needs number or iri"),
    ("cited-by", {"so": "1"}, UnknownParameter, "it takes number, iri"),
    ("inspections", {"unit": "xã Không Có"}, UnknownParameter, "nothing here is called"),
    ("inspections", {"from": "hôm qua"}, UnknownParameter, "no date"),
]


@pytest.mark.parametrize(("name", "parameters", "error", "message"), MISTAKES)
def test_a_mistake_is_explained(seed, name, parameters, error, message):
    with pytest.raises(error, match=message):
        answer(seed, name, parameters)


def test_a_value_is_bound_and_never_read_as_sparql(seed):
    assert answer(seed, "instruments", {"kind": '" } DROP ALL #'}).rows == ()


def test_answers_are_printed(seed):
    found = answer(seed, "undated", {})
    whole = json.loads(found.as_json())
    assert whole["version"]["number"] == seed.version.number
    rows = list(csv.DictReader(io.StringIO(found.as_csv())))
    assert [row["number"] for row in rows] == [row["number"] for row in whole["rows"]]
    table = found.as_table()
    assert "05-CT/TW" in table
    assert len({line.find("05-CT/TW") for line in table.splitlines() if "05-CT/TW" in line}) == 1


def test_any_query_can_be_asked(seed):
    assert list(ask(seed, "SELECT (1 AS ?x) {}").values()) == [{"x": 1}]
    assert list(ask(seed, "ASK {}").values()) == [{"ask": "true"}]
    with pytest.raises(QueryRefused) as refusal:
        ask(seed, "SELECT *\n{ ?s ?p }")
    assert refusal.value.line == 2
    with pytest.raises(UnknownParameter, match="a graph, not rows"):
        ask(seed, "CONSTRUCT WHERE { ?s ?p ?o }")


REFUSED = [
    ("bodies", {"level": "thanh"}, "không có cấp “thanh”", "xã"),
    ("coverage", {"instrument": "124-QĐ/TW", "from": "31/02/2021"}, "không phải là ngày", "18/08"),
    ("coverage", {"instrument": "124-QĐ/TW", "scope": "Mù Căng Chải, Yên Bái"}, "scope", "Mù Căng"),
    ("cited-by", {}, "cần number hoặc iri", "number"),
]


@pytest.mark.parametrize(("name", "given", "said", "hint"), REFUSED)
def test_a_value_that_means_nothing_is_refused_in_both_languages(seed, name, given, said, hint):
    with pytest.raises(UnknownParameter) as refused:
        answer(seed, name, given)
    assert said in refused.value.message_vi
    assert hint in refused.value.message_vi
    assert str(refused.value) == refused.value.message_en != refused.value.message_vi


SAME = [
    ("coverage", {"iri": REGULATION}, {"instrument": "/instrument/tw/k12/qd/124"}),
    ("cites", {"iri": REGULATION}, {"iri": "/instrument/tw/k12/qd/124.html"}),
    (
        "coverage",
        {"iri": REGULATION, "from": "2021-08-18", "to": "2021"},
        {"iri": REGULATION, "from": "18/8/2021", "to": "2021"},
    ),
    ("bodies", {"level": "huyện"}, {"level": "huyen"}),
    (
        "coverage",
        {"iri": REGULATION, "scope": "xã Lao Chải"},
        {"iri": REGULATION, "scope": "lao chai"},
    ),
]


@pytest.mark.parametrize(("name", "one", "other"), SAME)
def test_a_value_is_understood_however_it_is_written(seed, name, one, other):
    rows = answer(seed, name, one).rows
    assert rows or name == "cites"
    assert answer(seed, name, other).rows == rows


def test_a_bare_number_offers_the_numbers_that_count_to_it(seed):
    with pytest.raises(UnknownNumber) as unknown:
        bearers(seed, "124")
    assert "124-QĐ/TW" in unknown.value.near
