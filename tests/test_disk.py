"""What takes room in a store is told, each source by its share."""

import json

from graph.disk import parts, usage
from graph.store import Store
from loaders.model import SourceText
from loaders.quads import quads
from loaders.reading import read

SENTENCE = (
    "Thực hiện Quy định số {}-QĐ/TW ngày 02/02/2018 của Ban Bí thư, xã đã ban hành kế hoạch. "
)


def laid(directory, monkeypatch):
    """A store of a long text and a short one, with two versions."""
    monkeypatch.setattr("graph.store.package_graphs", dict)
    with Store.open(directory) as store:
        for name, count in (("dài.txt", 9), ("ngắn.txt", 1)):
            text = "\n".join(SENTENCE.format(number) for number in range(1, count + 1))
            reading = read(SourceText(text, name))
            store.add(quads(reading), reading.source.id, name)
            store.publish()
    return directory


def test_each_source_has_its_share_of_the_whole(tmp_path, monkeypatch):
    directory = laid(tmp_path / "store", monkeypatch)
    rows = list(usage(directory).values())
    assert [row["path"] for row in rows] == ["dài.txt", "ngắn.txt"]
    assert all(row["bytes"] > row["statements"] > 0 for row in rows)
    whole = sum(parts(directory).values())
    assert whole - 2 <= sum(row["onDisk"] for row in rows) <= whole


def test_a_file_that_versions_share_counts_once(tmp_path, monkeypatch):
    directory = laid(tmp_path / "store", monkeypatch)
    files = [each.stat() for each in directory.rglob("*") if each.is_file()]
    assert len({each.st_ino for each in files}) < len(files)
    once = {each.st_ino: each.st_size for each in files}
    assert sum(parts(directory).values()) == sum(once.values())


def test_the_command_lists_parts_and_sources(tmp_path, monkeypatch, run):
    directory = laid(tmp_path / "store", monkeypatch)
    found = run("disk", "--store", str(directory), "--format", "json")
    assert found.code == 0
    assert len(json.loads(found.out)["rows"]) == 2
    assert "search.db" in found.err
    assert run("disk", "--store", str(tmp_path / "none")).code == 2
