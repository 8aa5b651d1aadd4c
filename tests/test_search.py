"""Numbers in any spelling, names and full text are found, with or without diacritics."""

import sqlite3
from contextlib import closing

import pytest

from graph.folding import fold, words
from graph.search import search
from graph.snapshots import snapshot
from graph.store import Store
from loaders.model import SourceText
from loaders.quads import quads
from loaders.reading import read
from ontology import iris

REGULATION = iris.InstrumentKey("tw", "k12", "qd", "124").iri


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Quy định số 08-QĐi/TW", "quy dinh so 8 qdi tw"),
        ("QĐ124/TW", "qd 124 tw"),
        ("124 – QÐ/TW", "124 qd tw"),  # ETH and an en dash
        ("Ủy ban, Uỷ ban", "uy ban uy ban"),
        ("hòa hoà", "hoa hoa"),  # NFD
        ("64/2014/NĐ-CP", "64 2014 nd cp"),
        ("", ""),
    ],
)
def test_folding(text, folded):
    assert fold(text) == folded
    assert words(folded) == words(text)


SOUGHT = [
    ("quy dinh 124", "Quy định 124-QĐ/TW"),
    ("Quy định số 124", "Quy định 124-QĐ/TW"),
    ("124 qd tw", "Quy định 124-QĐ/TW"),
    ("124-qd/tw", "Quy định 124-QĐ/TW"),
    ("QĐ124/TW", "Quy định 124-QĐ/TW"),
    ("171/KH-MTTQ-BTT", "Kế hoạch 171/KH-MTTQ-BTT"),
    ("huyen uy mu cang", "Huyện ủy Mù Cang Chải"),
    ("phung quang huy", "Phùng Quang Huy"),
    ("xa la pan tan", "xã La Pán Tẩn"),
]


@pytest.mark.parametrize(("text", "label"), SOUGHT)
def test_what_is_found_first(seed, text, label):
    found = search(seed, text, 5)
    assert found[0].label == label


def test_the_instrument_that_is_cited_comes_before_its_namesake(seed):
    found = search(seed, "quy dinh 124", 5)
    assert [hit.iri for hit in found[:2]] == [
        REGULATION,
        iris.InstrumentKey("tw", "k13", "qd", "124").iri,
    ]


def test_a_passage_is_found_at_its_place(seed):
    hit = next(hit for hit in search(seed, "151 don thu", 10) if hit.kind == "passage")
    text = read_text()
    assert hit.span is not None
    assert fold("151 đơn thư") in fold(text[slice(*hit.span)])
    assert fold("151 đơn thư") in fold(hit.snippet)
    assert hit.label.startswith("Đoàn công tác")


def test_a_word_too_many_costs_no_other(seed):
    """Who is sure of three words out of four is not shown whatever holds one of them."""
    sure = [hit.iri for hit in search(seed, "151 đơn thư", 50) if hit.kind == "passage"]
    found = search(seed, "151 đơn thư xyzzy", 50)
    assert {hit.iri for hit in found} >= {*sure}
    assert all("151 don thu" in fold(hit.snippet) for hit in found)
    # where no text holds two of the words, any of them will do
    assert search(seed, "xyzzy xyzzz 151", 50)


def test_what_is_protected_is_not_found(seed):
    passages = [hit.snippet for hit in search(seed, "tố cáo đồng chí Bí thư Đảng ủy", 50)]
    assert passages
    assert not any("tố cáo đồng chí Bí thư Đảng ủy xã Lao Chải" in each for each in passages)


@pytest.mark.parametrize("text", ["", "  ", '"', "*(", "xyzzy", "xyzzy*"])
def test_odd_input_finds_nothing(seed, text):
    assert search(seed, text, 5) == []


def read_text() -> str:
    from pathlib import Path

    return (Path(__file__).parent / "texts" / "seed.txt").read_text(encoding="utf-8")


def loaded(store: Store, text: str, path: str) -> None:
    taken(store, text, path)
    store.publish()


def taken(store: Store, text: str, path: str) -> None:
    """Take in a text without a version of its own."""
    reading = read(SourceText(text, path))
    store.add(quads(reading), reading.source.id, path)


def test_the_index_follows_what_changes(tmp_path, monkeypatch):
    monkeypatch.setattr("graph.store.package_graphs", dict)
    with Store.open(tmp_path) as store:
        loaded(store, "Thực hiện Quy định số 124-QĐ/TW ngày 02/02/2018 của Ban Bí thư.", "a.txt")
        loaded(store, "Căn cứ Luật Tiếp công dân ngày 25/11/2013.", "b.txt")
        assert found(tmp_path, "124 qd tw") == {"instrument", "passage"}
        loaded(store, "Văn bản này không dẫn gì.", "a.txt")
        assert found(tmp_path, "124 qd tw") == set()
        assert found(tmp_path, "tiep cong dan") >= {"passage"}
    # Readers of an older version go on finding what it held.
    assert found(tmp_path, "124 qd tw", 2) == {"instrument", "passage"}
    assert found(tmp_path, "tiep cong dan", 1) == set()


def test_an_index_behind_its_store_catches_up(tmp_path, monkeypatch):
    # As after a kill between the index and the switch to the new version.
    monkeypatch.setattr("graph.store.package_graphs", dict)
    with Store.open(tmp_path) as store:
        loaded(store, "Thực hiện Quy định số 124-QĐ/TW ngày 02/02/2018 của Ban Bí thư.", "a.txt")
        index = (tmp_path / "search.db").read_bytes()
        loaded(store, "Căn cứ Luật Tiếp công dân ngày 25/11/2013.", "b.txt")
    for path in tmp_path.glob("search.db*"):
        path.unlink()
    (tmp_path / "search.db").write_bytes(index)
    with Store.open(tmp_path) as store:
        loaded(store, "Văn bản này không dẫn gì.", "c.txt")
    assert found(tmp_path, "tiep cong dan") >= {"passage"}
    assert found(tmp_path, "124 qd tw") == {"instrument", "passage"}


def test_what_no_kept_version_holds_leaves_the_index(tmp_path, monkeypatch):
    monkeypatch.setattr("graph.store.package_graphs", dict)
    with Store.open(tmp_path) as store:
        for number in range(7):
            loaded(store, f"Văn bản thứ {number}.", "a.txt")
    with closing(sqlite3.connect(tmp_path / "search.db")) as index:
        words = [row[0] for row in index.execute("SELECT words FROM entries WHERE words <> ''")]
        indexed = index.execute("SELECT rowid FROM texts WHERE texts MATCH 'van'").fetchall()
    assert sorted(words) == [f"Văn bản thứ {number}." for number in range(2, 7)]
    assert len(indexed) == len(words)


def test_passages_are_laid_down_before_their_version_and_seen_with_it(tmp_path, monkeypatch):
    monkeypatch.setattr("graph.store.package_graphs", dict)
    monkeypatch.setattr("graph.store._BATCH", 1)
    with Store.open(tmp_path) as store:
        loaded(store, "Căn cứ Luật Tiếp công dân ngày 25/11/2013.", "a.txt")
        taken(store, "Văn bản về việc nuôi cá lồng.", "b.txt")
        # one that is gone again before anybody saw it
        taken(store, "Văn bản về việc trồng rừng.", "c.txt")
        taken(store, "Văn bản về việc trồng quế.", "c.txt")
        assert standing(tmp_path, "passage") >= {"Văn bản về việc nuôi cá lồng."}
        assert found(tmp_path, "nuoi ca long") == set()
        store.publish()
    assert found(tmp_path, "nuoi ca long") == {"passage"}
    assert found(tmp_path, "trong que") == {"passage"}
    assert found(tmp_path, "nuoi ca long", 1) == set()
    assert standing(tmp_path, "passage") == {
        "Căn cứ Luật Tiếp công dân ngày 25/11/2013.",
        "Văn bản về việc nuôi cá lồng.",
        "Văn bản về việc trồng quế.",
    }


def test_passages_that_were_laid_down_outlive_a_kill_and_those_of_lost_sources_do_not(
    tmp_path, monkeypatch
):
    monkeypatch.setattr("graph.store.package_graphs", dict)
    monkeypatch.setattr("graph.store._BATCH", 1)
    with Store.open(tmp_path) as store:
        loaded(store, "Căn cứ Luật Tiếp công dân ngày 25/11/2013.", "a.txt")
        taken(store, "Văn bản về việc nuôi cá lồng.", "b.txt")
        taken(store, "Văn bản về việc trồng rừng.", "c.txt")
        # As after a power cut: the index has what the store lost.
        lost = iris.source_graph(SourceText("Văn bản về việc trồng rừng.", "c.txt").id)
        store._live.change(store._live.whole(lost), [])
    with Store.open(tmp_path):
        pass
    assert found(tmp_path, "nuoi ca long") == {"passage"}
    assert standing(tmp_path, "passage") == {
        "Căn cứ Luật Tiếp công dân ngày 25/11/2013.",
        "Văn bản về việc nuôi cá lồng.",
    }


def standing(directory, sort) -> set[str]:
    """The words that the index holds for the newest version or the one to come, each once."""
    with closing(sqlite3.connect(directory / "search.db")) as index:
        rows = index.execute("SELECT words FROM entries WHERE sort = ? AND until IS NULL", [sort])
        words = [row[0] for row in rows]
    assert len(words) == len(set(words))
    return set(words)


def found(directory, text, version=None) -> set[str]:
    return {hit.kind for hit in search(snapshot(directory, version), text, 20)}


def test_a_store_named_by_a_relative_path_is_searched(seeded, monkeypatch):
    # `make run` names its store `var/store`.
    monkeypatch.chdir(seeded.parent)
    assert found(seeded.name, "quy dinh 124") >= {"instrument"}
