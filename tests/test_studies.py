"""Figures, coding sheets and differences: written, read again by others, and checked by hand."""

import csv
import io
import struct
from datetime import date

import pyoxigraph as ox
import pytest
from lxml import etree
from openpyxl import load_workbook

from graph.agreement import kappa, wilson
from graph.charts import NothingToDraw, chart
from graph.coding import UnreadableSheet, score, sheet
from graph.differences import changes, write_files
from graph.snapshots import snapshot
from graph.store import Store
from loaders.model import SourceText
from loaders.quads import quads
from loaders.reading import read
from ontology import iris

REGULATION = iris.InstrumentKey("tw", "k12", "qd", "124").iri
MADE = date(2026, 1, 2)
CHARTS = ("timeline", "lag", "main-path", "coverage")
REPORT = """BÁO CÁO
Thực hiện Quy định số 124-QĐ/TW ngày 02/02/2018 của Ban Bí thư Trung ương Đảng, \
Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh đã ban hành Kế hoạch số {number}/KH-MTTQ-BTT ngày \
01/3/2022 về giám sát việc thực hiện Quy định số 124-QĐ/TW.
"""


# Figures


@pytest.mark.parametrize("name", CHARTS)
def test_a_figure_is_drawn_with_its_caption(seed, name):
    made = chart(name, seed, REGULATION, MADE)
    drawn = etree.fromstring(made.written("svg").encode())
    words = " ".join("".join(each.itertext()) for each in drawn.iter("{*}text"))
    assert seed.version.hash in words
    assert "2026-01-02" in words
    assert "Không phải bản chính" in words
    png = made.written("png")
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">I", png[16:20])[0] == 1800
    assert made.written("svg") == chart(name, seed, REGULATION, MADE).written("svg")
    assert made.written("png") == chart(name, seed, REGULATION, MADE).written("png")


def test_the_values_of_a_figure_are_a_table(seed):
    lines = list(csv.reader(io.StringIO(chart("lag", seed, REGULATION, MADE).written("csv"))))
    assert lines[0][0].startswith("# Độ trễ triển khai theo cấp (6 bước không rõ ngày")
    place = lines[1].index("days")
    assert [row[place] for row in lines[2:]] == ["1236", "1266", "1293", *[""] * 6]


def test_nothing_is_drawn_of_silence(seed):
    silent = iris.InstrumentKey("tw", "k13", "qd", "124").iri
    for name in ("timeline", "lag", "coverage"):
        with pytest.raises(NothingToDraw, match=name):
            chart(name, seed, silent, MADE)


# Coding sheets


@pytest.fixture
def coded(seed, tmp_path):
    """Writes a sheet with the verdicts that a function gives to a row's number."""

    def written(name, verdict):
        path = tmp_path / name
        path.write_bytes(sheet(seed, 60, seed=3))
        book = load_workbook(path)
        for row in book["mã hóa"].iter_rows(min_row=2):
            row[9].value = verdict(row[0].value)
        book.save(path)
        return path

    return written


def test_a_sheet_is_a_stratified_sample_with_quotes(seed):
    first, again, other = (sheet(seed, 60, number) for number in (3, 3, 4))
    rows = [
        list(load_workbook(io.BytesIO(raw))["mã hóa"].iter_rows(min_row=2, values_only=True))
        for raw in (first, again, other)
    ]
    assert rows[0] == rows[1] != rows[2]
    assert 30 <= len(rows[0]) <= 90
    relations = {row[1] for row in rows[0]}
    assert {"cites", "inspectsImplementationOf", "hasFinding", "confusedWith"} <= relations
    assert all(row[5] and row[7] and row[9] is None for row in rows[0])


def test_precision_and_kappa_are_read_back(coded):
    """Coder one finds every tenth link wrong; coder two also every fifteenth."""
    one = coded("one.xlsx", lambda n: "sai" if n % 10 == 0 else "đúng")
    two = coded("two.xlsx", lambda n: "no" if n % 10 == 0 or n % 15 == 0 else "YES")
    alone = score([one])
    total = alone.whole.judged
    wrong = total // 10
    assert alone.whole.right == total - wrong
    assert (alone.whole.low, alone.whole.high) == wilson(total - wrong, total)
    assert alone.agreements == ()
    (pair,) = score([one, two]).agreements
    also = len([n for n in range(1, total + 1) if n % 15 == 0 and n % 10])
    assert pair.both == total
    assert pair.share == pytest.approx(1 - also / total)
    assert 0.5 < pair.kappa < 1


def test_verdicts_that_differ_are_unsure(coded):
    found = score([coded("a.xlsx", lambda n: "đúng"), coded("b.xlsx", lambda n: "sai")])
    assert found.whole.judged == 0
    assert found.whole.unsure > 30
    assert found.whole.share is None


def test_strata_weigh_what_they_weigh_in_the_dataset(coded):
    """All citations wrong, all else right: weighted precision is the share of all else."""
    path = coded("strata.xlsx", lambda n: "đúng")
    book = load_workbook(path)
    for row in book["mã hóa"].iter_rows(min_row=2):
        row[9].value = "sai" if row[1].value == "cites" else "đúng"
    book.save(path)
    found = score([path])
    sizes = {each.stratum: each.population for each in found.strata}
    assert found.weighted == pytest.approx(1 - sizes["cites"] / sum(sizes.values()))


def test_kappa_where_chance_agrees_fully_is_none():
    assert kappa([("đúng", "đúng")] * 5) is None
    assert kappa([]) is None


def test_a_verdict_that_is_none_is_named_with_its_row(coded, tmp_path):
    with pytest.raises(UnreadableSheet, match=r"row 2: 'maybe' is no verdict"):
        score([coded("bad.xlsx", lambda n: "maybe")])
    other = tmp_path / "other.xlsx"
    other.write_text("no workbook")
    with pytest.raises(UnreadableSheet, match="is no workbook"):
        score([other])


def test_the_commands_of_coding(run, seeded, tmp_path):
    out = tmp_path / "sheet.xlsx"
    assert run("coding", "sheet", "--store", seeded, "--size", 20, "--out", out).code == 0
    ran = run("coding", "score", out)
    assert ran.code == 0
    assert "all links: 0 of 0 right" in ran.out
    assert run("coding", "score", tmp_path / "nowhere.xlsx").code == 2


# Differences


@pytest.fixture(scope="module")
def versions(tmp_path_factory):
    """Two versions: a report is replaced by another at the same place."""
    directory = tmp_path_factory.mktemp("versions") / "store"
    with Store.open(directory) as store:
        for number in (11, 12):
            reading = read(SourceText(REPORT.format(number=number), "report.txt"))
            store.add(quads(reading), reading.source.id, "report.txt")
            store.publish()
    return directory


def test_links_gained_and_lost_are_told(versions):
    old, new = snapshot(versions, 1), snapshot(versions, 2)
    told = {
        sort: {c.hop.told_by.subject.label for c in changes(old, new) if c.sort == sort}
        for sort in ("gained", "lost")
    }
    assert any("12/KH-MTTQ-BTT" in label for label in told["gained"])
    assert any("11/KH-MTTQ-BTT" in label for label in told["lost"])
    assert all(c.hop.told_by.quote or c.hop.told_by.authority for c in changes(old, new))
    assert not list(changes(new, new))
    of_one = list(changes(old, new, REGULATION))
    assert of_one
    assert all(REGULATION in (c.hop.later.iri, c.hop.earlier.iri) for c in of_one)


def test_the_quads_of_a_difference_make_one_version_of_the_other(versions, tmp_path):
    from graph.export import export

    old, new = snapshot(versions, 1), snapshot(versions, 2)
    added, removed = write_files(old, new, tmp_path / "diff")
    dumps = []
    for each in (old, new):
        out = io.BytesIO()
        export(each, "nq", None, out)
        dumps.append(set(out.getvalue().splitlines()))
    gained, lost = (set(path.read_bytes().splitlines()) for path in (added, removed))
    assert (dumps[0] - lost) | gained == dumps[1]
    assert gained
    assert not gained & lost
    ox.Store().load(added.read_bytes(), format=ox.RdfFormat.N_QUADS)


def test_the_command_of_differences(run, versions, tmp_path):
    ran = run("diff", 1, 2, "--store", versions, "--out-dir", tmp_path / "out")
    assert ran.code == 0
    assert {line[:2] for line in ran.out.splitlines()} == {"+ ", "- "}
    assert "From version 1 to 2" in ran.err
    assert (tmp_path / "out" / "added.nq").stat().st_size
    assert run("diff", 1, 9, "--store", versions).code == 2


# Measures and figures as commands, and the verbs in Python


def test_the_commands_of_measures_and_figures(run, seeded, tmp_path):
    assert "pagerank" in run("measures", "--store", seeded, "--top", 3).out
    ran = run("measures", "124-QĐ/TW", "--store", seeded)
    assert ran.code == 2
    assert REGULATION in ran.err
    rows = csv.DictReader(
        io.StringIO(run("measures", REGULATION, "--store", seeded, "--format", "csv").out)
    )
    assert {"cited", "pagerank", "co-citation", "lag in days"} <= {row["measure"] for row in rows}
    assert run("measures", "--main-path", "--store", seeded, "--format", "json").code == 0
    out = tmp_path / "lag.svg"
    assert run("chart", "lag", REGULATION, "--store", seeded, "--out", out).code == 0
    assert out.read_text(encoding="utf-8").startswith("<?xml")
    assert run("chart", "lag", "--store", seeded).code == 2


def test_the_verbs_in_python(seeded, tmp_path):
    import vankien

    found = vankien.trace(REGULATION, seeded, direction="cited-by", depth=2)
    frame = found.frame()
    assert len(frame) == len(found.hops) == found.result.found
    assert frame.attrs["permalink"] == found.permalink
    graph = found.network()
    assert all(marks["quote"] or marks["source"] for *_, marks in graph.edges(data=True))
    assert len(found.told("en")) == len(found.hops)
    found.write(tmp_path / "trace.csv", "csv")
    assert (tmp_path / "trace.csv").stat().st_size
    assert vankien.measures(store=seeded)[0]["pagerank"] > 0
    assert vankien.trace(REGULATION, seeded, to="findings", via=["mandate", "inspection"]).ways
