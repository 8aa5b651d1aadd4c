"""Every export of a trace is opened again by a reader that is not ours, and says the same."""

import csv
import io
import json
from pathlib import Path

import bibtexparser
import networkx as nx
import pyoxigraph as ox
import pytest
import rispy
from bs4 import BeautifulSoup
from citeproc import (
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.source.json import CiteProcJSON
from lxml import etree
from openpyxl import load_workbook

from graph.references import formatted, references
from graph.trace import Asked
from graph.trace_formats import FORMATS, printed
from graph.trace_tables import COLUMNS
from graph.tracing import Question, traced
from ontology import iris

REGULATION = iris.InstrumentKey("tw", "k12", "qd", "124").iri
DISPUTED = iris.InstrumentKey("tw", "k12", "qd", "99").iri
CONFUSED = iris.InstrumentKey("tw", "k11", "qd", "217").iri


@pytest.fixture(scope="module")
def result(seed):
    return traced(seed, Question(REGULATION, Asked(depth=3)))


@pytest.fixture(scope="module")
def written(seed, result):
    """What is written in a format."""
    return lambda form: printed(result, seed, form)


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_question_gives_the_same_file(seed, result, form):
    again = traced(seed, Question(REGULATION, Asked(depth=3)))
    assert printed(again, seed, form) == printed(result, seed, form)


def test_json_is_whole(written, result):
    found = json.loads(written("json"))
    assert found["version"] == {
        "number": result.version.number,
        "hash": result.version.hash,
        "published": result.version.published,
    }
    assert found["permalink"] == result.permalink
    assert (found["found"], found["truncated"]) == (result.found, False)
    hops = found["traces"][0]["hops"]
    assert len(hops) == result.found
    assert all(hop["links"][0]["evidence"] or hop["links"][0]["authority"] for hop in hops)
    assert found["traces"][0]["signal"]["status"] == "unknown"


def test_csv_and_workbook_have_a_row_a_hop(written, result):
    rows = list(csv.DictReader(io.StringIO(written("csv"))))
    assert tuple(rows[0]) == COLUMNS
    assert len(rows) == result.found
    sheet = load_workbook(io.BytesIO(written("xlsx"))).worksheets[0]
    assert sheet.max_row == result.found + 1
    assert [cell.value for cell in sheet[1]] == list(COLUMNS)
    lags = {row["object"]: row["lagDays"] for row in rows if row["subject"].startswith("Kế hoạch")}
    assert lags["Quy định 124-QĐ/TW"] == "1236"


def test_bibtex_is_read_by_bibtexparser(written):
    library = bibtexparser.parse_string(written("bibtex"))
    assert not library.failed_blocks
    entry = next(each for each in library.entries if each["url"] == REGULATION)
    assert entry["number"] == "124-QĐ/TW"
    assert entry["author"] == "{Ban Bí thư}"
    assert entry["date"] == "2018-02-02"
    assert "phiên bản" in entry["note"]


def test_ris_is_read_by_rispy(written):
    records = rispy.loads(written("ris"))
    record = next(each for each in records if each["urls"] == [REGULATION])
    assert record["type_of_reference"] == "GOVDOC"
    assert record["authors"] == ["Ban Bí thư"]
    assert record["date"] == "2018/02/02"


def test_csl_is_formatted_by_citeproc(written):
    items = json.loads(written("csl"))
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    source = CiteProcJSON(items)
    bibliography = CitationStylesBibliography(style, source, formatter.plain)
    for item in items:
        bibliography.register(Citation([CitationItem(item["id"])]))
    printed_as = "\n".join(map(str, bibliography.bibliography()))
    assert "Ban Bí thư" in printed_as
    assert "2018" in printed_as


def test_graphml_gexf_and_pajek_are_read_by_networkx(written, result):
    count = sum(len(hop.steps) for _, _, hop in result.hops())
    graphml = nx.parse_graphml(written("graphml"))
    gexf = nx.read_gexf(io.BytesIO(written("gexf").encode()))
    pajek = nx.parse_pajek(written("pajek"))
    assert [each.number_of_edges() for each in (graphml, gexf, pajek)] == [count] * 3
    assert graphml.graph["permalink"] == result.permalink
    for graph in (graphml, gexf):
        marks = [m for *_, m in graph.edges(REGULATION, data=True) if "nhầm lẫn" in m["quote"]]
        assert marks[0]["relation"] == "confusedWith"
        assert marks[0]["version"] == result.version.number
        assert marks[0]["source"].startswith(iris.BASE + "source/")
    assert all({"quote", "source", "date", "version"} <= set(m) for *_, m in pajek.edges(data=True))


def gexf_schema():
    """The official schema, without its module of colours and places."""
    folder = Path(__file__).parent / "data" / "gexf-1.3"
    text = (folder / "gexf.rng").read_text(encoding="utf-8")
    root = etree.fromstring(
        text.replace("http://www.gexf.net/", "http://gexf.net/").encode(), base_url=f"{folder}/"
    )
    root.remove(next(each for each in root if each.get("href") == "viz.rng"))
    return etree.RelaxNG(root)


def test_gexf_follows_its_schema(written):
    schema, graph = gexf_schema(), etree.fromstring(written("gexf").encode())
    schema.assertValid(graph)
    graph.set("version", "1.1")
    assert not schema.validate(graph)


def test_turtle_speaks_cito(written):
    store = ox.Store()
    store.load(written("ttl").encode(), format=ox.RdfFormat.TURTLE)
    rows = store.query(
        f"""PREFIX cito: <http://purl.org/spar/cito/> PREFIX oa: <http://www.w3.org/ns/oa#>
        SELECT ?citing ?character ?quote WHERE {{
          ?citation a cito:Citation ; cito:hasCitingEntity ?citing ;
            cito:hasCitedEntity <{REGULATION}> ; oa:exact ?quote ;
            cito:hasCitationCharacterization ?character
        }}"""
    )
    found = {row["citing"].value: row["character"].value.rsplit("/", 1)[-1] for row in rows}
    assert found[iris.InstrumentKey("mttq-yen-bai", "2021", "kh", "171").iri] == "reviews"
    assert len(found) >= 10


def test_html_stands_alone(written, result):
    page = BeautifulSoup(written("html"), "html.parser")
    assert len(page.select("tbody tr")) == result.found
    assert "Không phải bản chính" in page.text
    assert not page.select("script, link, img")
    assert result.permalink in page.text


def test_a_table_says_lags_and_quotes(written):
    assert "[+1236 ngày]" in written("table")
    assert "“" in written("table")


def test_days_in_conflict_are_not_settled(seed):
    """99-QĐ/TW bears two years: a reference has none, and its note names both."""
    result = traced(seed, Question(DISPUTED, Asked(depth=1)))
    cited = next(each for each in references(seed, result) if each.iri == DISPUTED)
    assert cited.date == ""
    assert "2017-10-03 | 2018-10-03" in cited.note
    entry = bibtexparser.parse_string(printed(result, seed, "bibtex")).entries_dict[cited.key]
    assert "year" not in entry


def test_a_vietnamese_reference(seed, result):
    cited = {each.iri: formatted(each) for each in references(seed, result)}
    assert cited[REGULATION].startswith("Ban Bí thư (2018), Quy định 124-QĐ/TW ngày 02/02/2018 ")


def test_the_command_traces(run, seeded, tmp_path):
    ran = run("trace", "124-QĐ/TW", "--store", seeded, "--depth", 1, "--format", "json")
    assert ran.code == 0
    assert json.loads(ran.out)["options"]["depth"] == 1
    assert "Dataset version 1" in ran.err
    out = tmp_path / "trace.xlsx"
    assert run("trace", "124-QĐ/TW", "--store", seeded, "--format", "xlsx", "--out", out).code == 0
    assert load_workbook(out).worksheets[0].max_row > 50


def test_a_cut_is_said(run, seeded):
    ran = run("trace", "124-QĐ/TW", "--store", seeded, "--limit", 5)
    assert "Shown: 5 of" in ran.err
    ran = run("trace", "124-QĐ/TW", "--store", seeded, "--limit", 5, "--format", "json")
    assert json.loads(ran.out)["truncated"] is True


@pytest.mark.parametrize(
    "arguments, code, words",
    [
        (["999999-QĐ/TW"], 1, "999999-QĐ/TW"),
        (["/instrument/nowhere"], 1, "nothing in the sources loaded"),
        (["124-QĐ/TW", "--as-of", "yesterday"], 2, "2021-08-18"),
        (["124-QĐ/TW", "--relations", "kin"], 2, "follows no relation 'kin'"),
        (["124-QĐ/TW", "--to", "217-QĐ/TW", "--via", "moon"], 2, "cannot pass by 'moon'"),
        (["124-QĐ/TW", "--to", "217-QĐ/TW", "--paths", "few"], 2, "no number of paths"),
        (["124-QĐ/TW", "--version", "77"], 2, "version 77"),
    ],
)
def test_what_cannot_be_traced_is_said(run, seeded, arguments, code, words):
    ran = run("trace", *arguments, "--store", seeded)
    assert (ran.code, words in ran.err) == (code, True)


def test_paths_of_the_command(run, seeded):
    ran = run("trace", "124-QĐ/TW", "--to", "217-QĐ/TW", "--store", seeded, "--paths", "1")
    assert ran.code == 0
    assert "is confused with Quyết định 217-QĐ/TW" in ran.out
    assert "path 1" in ran.out
    assert CONFUSED not in ran.err
