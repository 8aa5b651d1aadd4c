"""Which texts are read when a load is repeated, from elsewhere or with a better loader."""

import csv
import json
from dataclasses import astuple

import pytest

from graph.snapshots import snapshot
from loaders.fingerprint import fingerprint
from vankien import loading

SENTENCE = "Thực hiện Quy định số {} ngày 02/02/2018 của Ban Bí thư."
PATHS = "SELECT ?p { GRAPH ?g { ?s <https://w3id.org/vankien/ontology#path> ?p } } ORDER BY ?p"


@pytest.fixture
def read(monkeypatch):
    """The texts that were read, as they are."""
    seen = []
    quads = loading._quads
    monkeypatch.setattr(loading, "_quads", lambda text: seen.append(text.path) or quads(text))
    return seen


def load(store, *paths):
    """What became of the texts: added, replaced, unchanged, failed."""
    return astuple(loading.load(map(str, paths), store, 1, lambda _: None))


def write(path, number):
    path.parent.mkdir(exist_ok=True)
    path.write_text(SENTENCE.format(number), encoding="utf-8")
    return path


def test_the_fingerprint_is_that_of_the_code(monkeypatch, tmp_path):
    first = fingerprint()
    assert len(first) == 16
    (tmp_path / "reading.py").write_text("READS = 2", encoding="utf-8")
    monkeypatch.setattr("loaders.fingerprint._ROOMS", (tmp_path,))
    fingerprint.cache_clear()
    try:
        assert fingerprint() != first
    finally:
        fingerprint.cache_clear()


def test_a_known_text_is_read_again_by_another_loader_alone(tmp_path, read, monkeypatch):
    note, store = write(tmp_path / "note.txt", "124-QĐ/TW"), tmp_path / "store"
    assert load(store, note) == (1, 0, 0, 0)
    assert load(store, note) == (0, 0, 1, 0)
    assert len(read) == 1
    monkeypatch.setattr(loading, "fingerprint", lambda: "another")
    before = snapshot(store).version
    assert load(store, note) == (0, 0, 1, 0)
    assert len(read) == 2
    assert snapshot(store).version == before
    assert load(store, note) == (0, 0, 1, 0)
    assert len(read) == 2


def test_another_loader_that_reads_otherwise_replaces(tmp_path, monkeypatch):
    note, store = write(tmp_path / "note.txt", "124-QĐ/TW"), tmp_path / "store"
    load(store, note)
    whole = loading._quads
    monkeypatch.setattr(loading, "fingerprint", lambda: "another")
    monkeypatch.setattr(loading, "_quads", lambda text: whole(text)[1:])
    assert load(store, note) == (0, 1, 0, 0)
    monkeypatch.setattr(loading, "fingerprint", fingerprint)
    monkeypatch.setattr(loading, "_quads", whole)
    assert load(store, note) == (0, 1, 0, 0)
    load(tmp_path / "afresh", note)
    assert snapshot(store).version.hash == snapshot(tmp_path / "afresh").version.hash


def test_two_files_of_one_relative_path_are_two(tmp_path, monkeypatch):
    store = tmp_path / "store"
    for folder, number in (("one", "124-QĐ/TW"), ("two", "217-QĐ/TW")):
        write(tmp_path / folder / "note.txt", number)
        monkeypatch.chdir(tmp_path / folder)
        assert load(store, "note.txt") == (1, 0, 0, 0)
    paths = [row["p"].value for row in snapshot(store).rows(PATHS)]
    assert paths == ["../one/note.txt", "../two/note.txt"]


def test_one_file_is_one_wherever_the_command_is_given(tmp_path, monkeypatch):
    store = tmp_path / "store"
    note = write(tmp_path / "one" / "note.txt", "124-QĐ/TW")
    assert load(store, note) == (1, 0, 0, 0)
    monkeypatch.chdir(tmp_path / "one")
    write(note, "217-QĐ/TW")
    assert load(store, "note.txt") == (0, 1, 0, 0)


def test_a_stopped_load_is_taken_up_by_name(tmp_path, monkeypatch, run):
    note, store = write(tmp_path / "texts" / "note.txt", "124-QĐ/TW"), str(tmp_path / "store")

    def stopped(*_arguments, **_options):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(loading, "load", stopped)
        left = run("load", str(note.parent), "--store", store)
    assert left.code == 2
    assert f"--resume --store {store}" in left.err
    assert f"--resume --store {store}" in run("doctor", "--store", store).err
    assert run("load", "--resume", "--store", store).out.startswith("1 added")
    again = run("load", "--resume", "--store", store)
    assert again.code == 2
    assert "No stopped load" in again.err


def test_files_of_other_forms_are_told_of(tmp_path, run):
    note = write(tmp_path / "texts" / "note.txt", "124-QĐ/TW")
    for name in ("a.jpg", "b.JPG", "c.xls", ".hidden"):
        (note.parent / name).write_bytes(b"\xff\xd8\xff")
    shown = run("load", note.parent, "--store", tmp_path / "store")
    assert (shown.code, shown.out) == (0, "1 added, 0 replaced, 0 unchanged, 0 failed\n")
    assert ".jpg (2), .xls (1)" in shown.err


def test_a_text_longer_than_a_store_takes_is_refused_and_the_rest_goes_on(tmp_path, run):
    line = "Dòng này dẫn Nghị định số 34/2016/NĐ-CP.\n"
    write(tmp_path / "texts" / "long.txt", line * (16_000_000 // len(line.encode()) + 1))
    write(tmp_path / "texts" / "note.txt", "124-QĐ/TW")
    shown = run("load", tmp_path / "texts", "--store", tmp_path / "store", "--jobs", "2")
    assert (shown.code, shown.out) == (1, "1 added, 0 replaced, 0 unchanged, 1 failed\n")
    assert "long.txt" in shown.err
    assert "longer than 16 MB" in shown.err


def test_what_could_not_be_read_is_reported_as_a_table(tmp_path, run):
    write(tmp_path / "texts" / "note.txt", "124-QĐ/TW")
    (tmp_path / "texts" / "broken.pdf").write_bytes(b"%PDF-1.7 nothing")
    report = tmp_path / "report.csv"
    store = str(tmp_path / "store")
    shown = run("load", str(tmp_path / "texts"), "--store", store, "--report", str(report))
    assert shown.code == 1
    with report.open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert row["path"].endswith("broken.pdf")
    assert row["reason_en"] in shown.err


def test_a_load_needs_a_path(tmp_path, run):
    shown = run("load", "--store", str(tmp_path))
    assert shown.code == 2
    assert "at least one file" in shown.err


def test_the_same_bytes_are_read_as_each_form_that_a_list_gives_them(tmp_path):
    marked = f"<p>{SENTENCE.format('124-QĐ/TW')}</p>"
    path = tmp_path / "list.jsonl"
    records = [{"id": form, form: marked} for form in ("text", "html")]
    path.write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    assert load(tmp_path / "store", path) == (2, 0, 0, 0)
    assert load(tmp_path / "store", path) == (0, 0, 2, 0)
