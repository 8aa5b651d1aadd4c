"""The command line from outside: what it prints, where, and with which exit code."""

import csv
import json
import os
import re
import socket
import subprocess
import sys
import zipfile
from io import StringIO
from pathlib import Path

import click
import pyoxigraph as ox
import pytest
from bs4 import BeautifulSoup
from rdflib import Graph

from graph.snapshots import snapshot
from graph.store import Store
from ontology import iris
from queries import questions
from vankien import help_vi
from vankien.cli import commands

XSD = "http://www.w3.org/2001/XMLSchema#"
SENTENCE = (
    "Thực hiện Quy định số 124-QĐ/TW ngày 02/02/2018 của Ban Bí thư, Đoàn đã làm việc với Huyện ủy."
)


@pytest.fixture
def note(tmp_path):
    """A text of one sentence."""
    path = tmp_path / "note.txt"
    path.write_text(SENTENCE, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def loaded(tmp_path_factory):
    """A store that holds the report of the samples."""
    directory = tmp_path_factory.mktemp("loaded") / "store"
    subprocess.run(
        [sys.executable, "-m", "vankien", "load", "samples/seed.txt", "--store", str(directory)],
        check=True,
        capture_output=True,
    )
    return directory


def every_command(group=commands, path=()):
    """Each command with the words that call it."""
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from every_command(command, (*path, name))
        else:
            yield (*path, name), command


@pytest.mark.parametrize("words, command", list(every_command()), ids=str)
def test_help_documents_every_option(run, words, command):
    shown = run(*words, "--help")
    assert shown.code == 0
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help
            assert all(name in shown.out for name in parameter.opts)


# extract


def test_extract_prints_an_object_for_one_file(run, note):
    shown = run("extract", note)
    said = json.loads(shown.out)
    assert shown.code == 0
    assert said["source"]["path"] == str(note)
    assert [c["number"] for c in said["citations"]] == ["124-QĐ/TW"]
    assert SENTENCE[slice(*(said["citations"][0][k] for k in ("start", "end")))].startswith("Quy")


def test_extract_prints_an_array_for_a_folder_in_the_order_of_names(run, tmp_path):
    for name in ("b.txt", "a.md"):
        (tmp_path / name).write_text(SENTENCE, encoding="utf-8")
    said = json.loads(run("extract", tmp_path).out)
    assert [Path(each["source"]["path"]).name for each in said] == ["a.md", "b.txt"]


def test_extract_prints_an_empty_array_when_nothing_could_be_read(run, tmp_path):
    shown = run("extract", tmp_path)
    assert (json.loads(shown.out), shown.code) == ([], 1)


def test_extract_prints_a_line_for_each_text(run, note):
    lines = run("extract", note, note, "--format", "jsonl").out.splitlines()
    assert len(lines) == 2
    assert json.loads(lines[0])["citations"] == json.loads(lines[1])["citations"]


def test_extract_prints_the_text_that_offsets_refer_to(samples, run):
    seed = samples / "seed.txt"
    assert run("extract", seed, "--format", "text").out == seed.read_text(encoding="utf-8")


def test_extract_marks_every_citation_and_loses_no_letter(samples, run):
    seed = samples / "seed.txt"
    said = json.loads(run("extract", seed).out)
    page = BeautifulSoup(run("extract", seed, "--format", "html").out, "html.parser")
    assert page.pre.get_text() == seed.read_text(encoding="utf-8")
    marked = "".join(mark.get_text() for mark in page.select("mark.citation"))
    assert all(citation["text"] in marked for citation in said["citations"])


def test_extract_prints_one_graph_in_three_spellings(run, note):
    """The JSON-LD bears the mentions as Web Annotations besides."""
    nquads = run("extract", note, "--format", "nq").out
    assert nquads.splitlines() == sorted(nquads.splitlines())
    triples = {quad.triple for quad in ox.parse(nquads, format=ox.RdfFormat.N_QUADS)}
    assert len(triples) == len(nquads.splitlines()) > 20
    for form, syntax in (("ttl", ox.RdfFormat.TURTLE), ("jsonld", ox.RdfFormat.JSON_LD)):
        printed = run("extract", note, "--format", form).out
        found = {quad.triple for quad in ox.parse(printed, format=syntax)}
        assert triples <= found
        assert all("/annotation/" in triple.subject.value for triple in found - triples)


def test_extract_reads_standard_input(note):
    with note.open("rb") as file:
        done = subprocess.run(
            [sys.executable, "-m", "vankien", "extract", "-"], stdin=file, capture_output=True
        )
    assert done.returncode == 0
    assert json.loads(done.stdout)["source"]["path"] == "-"


# Bad inputs: name, bytes, a word of the message.
BAD = [
    ("empty.txt", b"", "empty"),
    ("spaces.txt", b" \n\t\n", "empty"),
    ("binary.txt", b"\x7fELF\x00\x00\x01\x02", "binary"),
    ("legacy.txt", "Quyết định".encode("utf-16-le")[1:], "binary"),
    ("latin.txt", "Nghị quyết".encode("cp1258", errors="replace") + b"\xe9\xff", "UTF-8"),
    ("page.xyz", b"Quy", "xyz"),
    ("secret.txt", "TỐI MẬT\nSố 12-BC/TU".encode(), "secrecy"),
]


@pytest.mark.parametrize("name, content, word", BAD, ids=[case[0] for case in BAD])
def test_a_bad_text_is_told_of(run, tmp_path, name, content, word):
    bad = tmp_path / name
    bad.write_bytes(content)
    shown = run("extract", bad)
    assert (shown.code, shown.out) == (1, "")
    assert shown.err.startswith(f"{bad}: ")
    assert word in shown.err


@pytest.mark.parametrize("command", ["extract", "load"])
def test_bad_texts_stop_nothing(run, note, tmp_path, monkeypatch, command):
    monkeypatch.chdir(tmp_path)
    for name, content, _ in BAD:
        Path(name).write_bytes(content)
    shown = run(command, *(name for name, *_ in BAD), note)
    assert shown.code == 1
    assert [line.partition(":")[0] for line in shown.err.splitlines()] == [bad[0] for bad in BAD]
    told = "124-QĐ/TW" if command == "extract" else f"1 added, 0 replaced, 0 unchanged, {len(BAD)}"
    assert told in shown.out


@pytest.mark.parametrize("command", ["extract", "load"])
def test_a_missing_path_is_told_of(run, note, tmp_path, monkeypatch, command):
    monkeypatch.chdir(tmp_path)
    missing = tmp_path / "nowhere"
    alone = run(command, missing)
    assert alone.code == 2
    assert f"{missing}: " in alone.err
    assert run(command, missing, note).code == 1


def test_messages_are_vietnamese_where_the_locale_is(run, tmp_path, monkeypatch):
    monkeypatch.delenv("VANKIEN_LANG")
    monkeypatch.setenv("LANG", "vi_VN.UTF-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    assert "không có chữ" in run("extract", tmp_path / "empty.txt").err


def test_a_wrong_option_is_could_not_run(run, note):
    assert run("extract", note, "--format", "pdf").code == 2


# load


def test_load_counts_what_became_of_each_text(run, note, tmp_path):
    def counts(*paths):
        shown = run("load", *paths, "--store", tmp_path / "store")
        return [int(number) for number in re.findall(r"\d+", shown.out)]

    other = tmp_path / "other.txt"
    other.write_text(SENTENCE.replace("124-QĐ/TW", "217-QĐ/TW"), encoding="utf-8")
    copy = tmp_path / "copy.txt"
    copy.write_bytes(note.read_bytes())
    assert counts(note, other) == [2, 0, 0, 0]
    assert counts(note, other) == [0, 0, 2, 0]
    assert counts(copy) == [0, 0, 1, 0]
    other.write_text(SENTENCE.replace("124-QĐ/TW", "101-QĐ/TW"), encoding="utf-8")
    assert counts(other) == [0, 1, 0, 0]


def test_load_in_parallel_loads_the_same(run, samples, tmp_path):
    texts = sorted((samples / "congbao").glob("*.txt"), key=lambda path: path.stat().st_size)[:6]
    seen = []
    for jobs in (1, 2):
        store = tmp_path / str(jobs)
        assert run("load", *texts, "--store", store, "--jobs", jobs).code == 0
        seen.append(snapshot(store).version.hash)
    assert seen[0] == seen[1]


def test_a_store_that_another_process_holds_is_could_not_run(run, note, tmp_path):
    directory = tmp_path / "store"
    with Store.open(directory):
        shown = run("load", note, "--store", directory)
    assert shown.code == 2
    assert str(directory) in shown.err
    assert run("load", note, "--store", directory).code == 0


# query


def query(run, store, sparql_or_name, *options):
    """The rows of a query as dictionaries."""
    shown = run("query", sparql_or_name, "--store", store, "--format", "csv", *options)
    assert shown.code == 0, shown.err
    return list(csv.DictReader(StringIO(shown.out)))


def test_query_answers_a_named_question(run, loaded):
    rows = query(run, loaded, "cited-by", "-p", "number=124-QĐ/TW")
    assert len(rows) >= 18
    assert {"sourceTitle", "published", "citing", "pinpoint", "treatment"} <= set(rows[0])
    assert all("124" in row["quote"] for row in rows)


def test_query_reads_a_file(run, loaded, tmp_path):
    file = tmp_path / "question.rq"
    file.write_text("SELECT (1 + 1 AS ?two) {}", encoding="utf-8")
    assert query(run, loaded, file) == [{"two": "2"}]


def test_query_reads_standard_input(loaded):
    done = subprocess.run(
        [sys.executable, "-m", "vankien", "query", "-", "--store", loaded, "--format", "json"],
        input=b"ASK {}",
        capture_output=True,
    )
    assert json.loads(done.stdout)["rows"] == [{"ask": "true"}]


# A query with a variable to bind, what is bound, and how many rows that leaves.
# 124-QĐ/TW are two: that of 2018 and that of 2023.
BOUND = [
    ("SELECT ?s { ?s dcterms:identifier ?number }", "number=124-QĐ/TW", 2),
    ("SELECT ?s { ?s dcterms:identifier ?number }", 'number="124-QĐ/TW"', 2),
    ("SELECT * { ?s dcterms:identifier ?n FILTER(STRSTARTS(?n, ?begin)) }", "begin=124-QĐ", 2),
    ("SELECT * { ?s dcterms:identifier ?number }", 'number=" } # 124-QĐ/TW', None),
    ("SELECT * { ?s dcterms:identifier ?number }", "number=x } UNION { ?s ?p ?o", 0),
    ("SELECT * { ?s dcterms:issued ?day } LIMIT 1", f'day="2018-02-02"^^<{XSD}date>', 1),
]


@pytest.mark.parametrize("sparql, parameter, found", BOUND)
def test_parameters_of_a_file_are_bound(run, loaded, tmp_path, sparql, parameter, found):
    file = tmp_path / "question.rq"
    file.write_text(f"PREFIX dcterms: <http://purl.org/dc/terms/>\n{sparql}", encoding="utf-8")
    shown = run("query", file, "-p", parameter, "--store", loaded, "--format", "csv")
    if found is None:
        assert (shown.code, "N-Triples" in shown.err) == (2, True)
    else:
        assert (shown.code, len(shown.out.splitlines()) - 1) == (0, found)


def test_a_file_with_front_matter_takes_parameters_as_a_named_question_does(run, loaded, tmp_path):
    file = tmp_path / "own.rq"
    file.write_text(
        "#+ parameters:\n#+   - number: instrument!, as iri\n"
        f"PREFIX vk: <{iris.ONTOLOGY}>\n"
        "SELECT ?c ?form ?_iri WHERE { ?c vk:citedEntity ?_iri ; vk:surfaceForm ?form }",
        encoding="utf-8",
    )
    assert len(query(run, loaded, file, "-p", "number=124 qd/tw")) >= 18
    assert run("query", file, "--store", loaded).code == 2


def test_parameters_of_a_construct_are_bound(run, loaded, tmp_path):
    file = tmp_path / "graph.rq"
    file.write_text(
        "PREFIX dcterms: <http://purl.org/dc/terms/>\n"
        "CONSTRUCT { ?s dcterms:identifier ?n } WHERE { ?s dcterms:identifier ?n }",
        encoding="utf-8",
    )
    shown = run("query", file, "-p", "n=124-QĐ/TW", "--store", loaded)
    assert len(Graph().parse(data=shown.out, format="turtle")) == 2


def test_query_writes_a_workbook(run, loaded, tmp_path):
    file = tmp_path / "conflicts.xlsx"
    shown = run("query", "conflicts", "--store", loaded, "--format", "xlsx", "--out", file)
    assert (shown.code, shown.out) == (0, "")
    assert zipfile.is_zipfile(file)


def test_query_prints_the_graph_of_a_construct(run, loaded, tmp_path):
    file = tmp_path / "graph.rq"
    file.write_text("CONSTRUCT { ?s a ?c } { ?s a ?c } LIMIT 3", encoding="utf-8")
    shown = run("query", file, "--store", loaded, "--format", "ttl")
    assert len(Graph().parse(data=shown.out, format="turtle")) == 3
    assert run("query", file, "--store", loaded, "--format", "csv").code == 2


def test_query_prints_a_table_of_aligned_columns(run, loaded):
    lines = run("query", "conflicts", "--store", loaded).out.splitlines()
    assert lines[0].startswith("instrument")
    assert set(lines[1]) == {"-", " "}
    assert any("99-QĐ/TW" in line for line in lines[2:])


def test_query_prints_the_columns_that_are_named(run, loaded):
    rows = query(run, loaded, "bodies", "--columns", "level,name")
    assert rows
    assert {tuple(row) for row in rows} == {("level", "name")}


def test_validate_tells_problems_with_source_and_quote(run, loaded, tmp_path):
    shown = run("validate", "--store", loaded)
    assert shown.code == 1
    assert "instrument/tw/k12/qd/99" in shown.out
    assert "ngày 03/10/2018" in shown.out
    told = json.loads(run("validate", "--store", loaded, "--format", "json").out)
    assert {each["about"] for each in told} == {f"{iris.BASE}instrument/tw/k12/qd/99"}
    (tmp_path / "sound.txt").write_text(SENTENCE, encoding="utf-8")
    run("load", tmp_path / "sound.txt", "--store", tmp_path / "sound")
    assert run("validate", "--store", tmp_path / "sound").code == 0
    assert run("validate", "--store", tmp_path / "nowhere").code == 2


def test_export_backup_restore_and_purge(run, note, tmp_path):
    store, folder, again = (tmp_path / name for name in ("store", "backup", "again"))
    run("load", note, "--store", store)
    dump = run("export", "--store", store).out
    assert dump.splitlines() == sorted(dump.splitlines(), key=str.encode)
    assert run("export", "--store", store, "--out", tmp_path / "dump.nq").code == 0
    assert (tmp_path / "dump.nq").read_text(encoding="utf-8") == dump
    assert run("export", "--store", store, "--graph", "graph/nothing").code == 2
    assert run("backup", folder, "--store", store).code == 0
    assert run("backup", folder, "--store", store).code == 2
    assert run("restore", folder, "--store", again).code == 0
    assert run("export", "--store", again).out == dump
    name = json.loads(run("extract", note).out)["source"]["id"]
    assert run("purge", "what", "--store", store).code == 2
    assert run("purge", name, "--store", store).code == 0
    assert run("purge", name, "--store", store).code == 1
    refused = run("load", note, "--store", store)
    assert (refused.code, "purged" in refused.err) == (1, True)
    assert name not in run("export", "--store", store).out


def test_an_unknown_number_is_a_problem_found(run, loaded):
    shown = run("query", "cited-by", "-p", "number=999-QĐ/TW", "--store", loaded, "--format", "csv")
    assert shown.code == 1
    assert "999-QĐ/TW" in shown.err


# What is asked, and a word of what is answered.
WRONG = [
    (["nothing-of-that-name"], "nothing-of-that-name"),
    (["cited-by", "-p", "nummer=124"], "nummer"),
    (["cited-by", "-p", "number"], "name=value"),
    (["bodies", "-p", "place=Hà Nộ"], "Hà Nộ"),
    (["bodies", "--columns", "name,nome"], "nome"),
]


@pytest.mark.parametrize("arguments, word", WRONG, ids=[case[1] for case in WRONG])
def test_a_question_that_cannot_be_asked_could_not_run(run, loaded, arguments, word):
    shown = run("query", *arguments, "--store", loaded)
    assert shown.code == 2
    assert word in shown.err


def test_a_syntax_error_names_line_and_column(run, loaded, tmp_path):
    file = tmp_path / "wrong.rq"
    file.write_text("SELECT *\nWHERE { ?s ?p }", encoding="utf-8")
    shown = run("query", file, "--store", loaded)
    assert shown.code == 2
    assert re.search(r"line 2, column \d+", shown.err)


def test_a_query_fetches_nothing(run, loaded, tmp_path):
    file = tmp_path / "service.rq"
    file.write_text("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", encoding="utf-8")
    shown = run("query", file, "--store", loaded)
    assert (shown.code, "SERVICE" in shown.err) == (2, True)


@pytest.mark.parametrize("command", [["query", "instruments"], ["serve"]], ids=" ".join)
def test_a_store_that_is_not_there_could_not_run(run, tmp_path, command):
    shown = run(*command, "--store", tmp_path / "nowhere")
    assert shown.code == 2
    assert "vankien load" in shown.err


def test_a_port_that_is_taken_could_not_run(run, loaded):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        shown = run("serve", "--store", loaded, "--port", port)
    assert shown.code == 2
    assert f"port {port}" in shown.err


def test_a_store_at_an_address_could_not_run(run, note):
    assert run("load", note, "--store", "http://127.0.0.1:9/store").code == 2


def test_the_help_of_query_names_every_question(run):
    shown = " ".join(run("query", "--help").out.split())
    assert f"Named questions: {', '.join(questions())}." in shown


def test_the_ontology_is_sound(run):
    shown = run("ontology", "check")
    if "Java" in shown.err:
        pytest.skip("no Java runtime, which HermiT needs")
    assert shown.code == 0, shown.out


def test_without_java_the_ontology_check_says_what_to_do(run, monkeypatch):
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("JAVA_HOME", raising=False)
    shown = run("ontology", "check")
    assert shown.code == 2
    assert "default-jre-headless" in shown.err


def _explained(command, name=""):
    """Each command and option that says what it does, with what it says in Vietnamese."""
    yield name, help_vi.said_of(name)
    for option in command.params:
        if isinstance(option, click.Option) and option.help:
            yield f"{name} {option.opts[0]}", help_vi.said_of(name, option)
    for below, each in getattr(command, "commands", {}).items():
        yield from _explained(each, f"{name} {below}".strip())


def test_every_command_and_option_explains_itself_in_vietnamese_too():
    told = dict(_explained(commands))
    assert len(told) > 90
    assert [name for name, vietnamese in told.items() if not vietnamese] == []


def test_help_is_in_the_language_of_the_environment():
    for language, said in (("vi", "Đưa văn bản vào kho"), ("en", "Put texts into a store")):
        command = [sys.executable, "-m", "vankien", "load", "--help"]
        environment = {**os.environ, "VANKIEN_LANG": language}
        ran = subprocess.run(command, env=environment, capture_output=True, check=True)
        assert said in ran.stdout.decode()


def test_a_mistake_is_told_in_the_language_of_the_environment():
    for language, said in (("vi", "Lỗi: Hãy ghi ít nhất"), ("en", "Error: Name at least one")):
        environment = {**os.environ, "VANKIEN_LANG": language}
        command = [sys.executable, "-m", "vankien", "load"]
        ran = subprocess.run(command, env=environment, capture_output=True, check=False)
        assert ran.returncode == 2
        assert ran.stderr.decode().startswith(said)
