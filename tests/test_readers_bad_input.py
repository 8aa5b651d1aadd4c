"""Bad inputs: each is refused in words, none raises, the rest is read."""

import io
import struct
import subprocess
import zipfile
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from loaders.model import SourceText
from loaders.readers import LIMIT, Refusal, doc, ocr, sources
from loaders.readers.refusals import Unreadable
from loaders.reading import read

FORMATS = Path(__file__).parent / "data" / "formats"
DOCX = (FORMATS / "Phuluc3.docx").read_bytes()
DOC = (FORMATS / "Phuluc1.doc").read_bytes()
PDF = (FORMATS / "two-columns.pdf").read_bytes()
HTML = (FORMATS / "example_r_2315.html").read_bytes()
WORDS = "Quyết định số 12-QĐ/TU của Ban Thường vụ Tỉnh ủy"


def zipped(members, **options):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, **options) as archive:
        for name, content in members.items():
            # The time of day would be in the bytes, and these are names of tests.
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def encrypted(raw):
    """The archive with the flag of a password on each member."""
    raw = bytearray(raw)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = raw.find(mark)
        while at >= 0:
            raw[at + offset] |= 1
            at = raw.find(mark, at + 4)
    return bytes(raw)


def word(xml):
    return zipped({"word/document.xml": xml})


BILLION_LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    "<w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>"
)
OUTSIDE = BILLION_LAUGHS.replace('"ha"', 'SYSTEM "file:///etc/passwd"')
EMPTY = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'


def test_letters_of_a_torn_pdf_that_stand_nowhere_are_left_out():
    # Found by tools/fuzz.py: an angle that is no number.
    (found,) = sources([str(FORMATS / "torn-columns.pdf")])
    assert isinstance(found, SourceText)


@pytest.mark.parametrize("name, raw, reason", [
    ("locked.pdf", (FORMATS / "locked.pdf").read_bytes(), "protected by a password"),
    ("locked.docx", (FORMATS / "locked.docx").read_bytes(), "protected by a password"),
    ("locked.doc", DOC.replace(DOC[512:524], DOC[512:523] + bytes([DOC[523] | 1]), 1),
     "protected by a password"),
    ("locked.zip", encrypted(zipped({"a.txt": WORDS})), "protected by a password"),
    ("inner.docx", encrypted(DOCX), "protected by a password"),
    ("cut.pdf", PDF[:200], "damaged or cut off"),
    ("cut.docx", DOCX[: len(DOCX) // 2], "the DOCX is damaged or cut off"),
    ("inner.zip", zipped({"cut.docx": DOCX[:200]}), "the DOCX is damaged or cut off"),
    ("cut.zip", zipped({"a.txt": WORDS})[:60], "damaged or cut off"),
    ("cut.doc", DOC[:20000], "damaged or cut off"),
    ("noise.pdf", b"\x01\x02\x03" * 50, "damaged or cut off"),
    ("noise.docx", b"PK", "damaged or cut off"),
    ("xml.docx", word("<w:document>"), "damaged or cut off"),
    ("empty.docx", word(EMPTY), "empty"),
    ("empty.pdf", b"", "empty"),
    ("deep.html", b"<html>" + b"<div>" * 100_000 + WORDS.encode(), "nests more than"),
    ("empty.html", b"<html></html>", "empty"),
    ("empty.zip", b"PK\x05\x06" + bytes(18), "no file of a format that is read"),
    ("laughs.docx", word(BILLION_LAUGHS), "XML entities"),
    ("outside.docx", word(OUTSIDE), "XML entities"),
    ("bomb.zip", zipped({"a.txt": b"0" * 5_000_000}), "ZIP bomb"),
    ("bomb.docx", word(b" " * 5_000_000), "ZIP bomb"),
    ("nested.zip", zipped({"b.zip": zipped({"a.txt": WORDS})}), "archive inside an archive"),
    ("hidden.zip", zipped({"b.txt": zipped({"a.txt": WORDS})}), "archive inside an archive"),
    ("sheet.xlsx", zipped({"xl/workbook.xml": "x"}), "XLSX"),
    ("sheet.docx", zipped({"xl/workbook.xml": "x"}), "XLSX"),
    ("rich.doc", rb"{\rtf1 Quyet dinh}", "RTF"),
    ("scan.png", b"\x89PNG\r\n\x1a\n", "PNG"),
    ("table.csv", b"a,b", "no column file, text or html"),
    ("table.tsv", b"a\tb", "convert it to"),
], ids=lambda value: value if isinstance(value, str) else "bytes")  # fmt: skip
def test_what_cannot_be_read_is_refused_in_words(tmp_path, name, raw, reason):
    (tmp_path / name).write_bytes(raw)
    (tmp_path / "z.txt").write_text(WORDS, encoding="utf-8")
    refused, after = sources([str(tmp_path / name), str(tmp_path / "z.txt")])
    assert isinstance(refused, Refusal)
    assert reason in refused.reason_en
    assert refused.reason
    assert refused.path.startswith(str(tmp_path / name))
    assert isinstance(after, SourceText)


# The name, what the file is, and how the user is told.
@pytest.mark.parametrize("name, raw, told", [
    ("a.docx", PDF, "its content is PDF"),
    ("a.pdf", DOCX, "its content is DOCX"),
    ("a.doc", DOCX, "its content is DOCX"),
    ("a.docx", DOC, "its content is DOC"),
    ("a.doc", HTML, "its content is HTML"),
    ("a.txt", PDF, "its content is PDF"),
    ("a", PDF, "its content is PDF"),
    ("a.pdf", WORDS.encode(), "its content is TXT"),
])  # fmt: skip
def test_a_mislabelled_file_is_read_for_what_it_is(tmp_path, name, raw, told):
    (tmp_path / name).write_bytes(raw)
    (found,) = sources([str(tmp_path / name)])
    assert told in found.remarks[0].words_en


def test_a_text_about_pages_stays_a_text(tmp_path):
    (tmp_path / "a.txt").write_text("<html><p>Quyết định", encoding="utf-8")
    (found,) = sources([str(tmp_path / "a.txt")])
    assert found.text == "<html><p>Quyết định"


def test_a_file_over_the_limit_is_not_read(tmp_path):
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(500_000_000)  # sparse: it takes no room
    (refused,) = sources([str(tmp_path / "a.txt")])
    assert "larger than the limit of 100 MB" in refused.reason_en
    assert LIMIT == 100_000_000


def test_the_limit_is_an_option(run, tmp_path):
    (tmp_path / "a.txt").write_text(WORDS * 100, encoding="utf-8")
    refused = run("extract", tmp_path / "a.txt", "--limit", "0.001")
    assert (refused.code, refused.out) == (1, "")
    assert "raise the limit with --limit" in refused.err
    assert run("extract", tmp_path / "a.txt", "--format", "text").out == WORDS * 100


def test_members_of_an_archive_stay_under_the_limit_together(tmp_path):
    raw = zipped({f"{number}.txt": WORDS * 40 for number in range(5)})
    (tmp_path / "a.zip").write_bytes(raw)
    found = list(sources([str(tmp_path / "a.zip")], limit=6000))
    assert [type(f).__name__ for f in found] == [
        "SourceText", "SourceText", "Refusal", "Refusal", "Refusal"]  # fmt: skip


def test_a_remark_is_told_and_is_no_failure(run, tmp_path):
    (tmp_path / "a.docx").write_bytes(PDF)
    shown = run("extract", tmp_path / "a.docx", "--format", "text")
    assert shown.code == 0
    assert "its content is PDF" in shown.err


def test_a_scan_is_refused_where_there_is_no_tesseract(monkeypatch):
    monkeypatch.setattr(ocr, "available", lambda: False)
    (refused,) = sources([str(FORMATS / "example_pdf_8111.pdf")])
    assert "install Tesseract with Vietnamese" in refused.reason_en


def test_what_programs_lay_beside_a_text_is_no_text(tmp_path):
    """Word's mark of an open file, macOS's of its own."""
    for name in ("~$note.docx", "._note.txt"):
        (tmp_path / name).write_bytes(b"\x07Word")
    (tmp_path / "note.txt").write_text(WORDS, encoding="utf-8")
    (found,) = sources([str(tmp_path)])
    assert found.path.endswith("note.txt")


def test_a_scan_that_takes_too_long_is_not_called_damaged(monkeypatch):
    def endless(command, timeout, **_options):
        raise subprocess.TimeoutExpired(command, timeout)

    monkeypatch.setattr(ocr, "available", lambda: True)
    monkeypatch.setattr(ocr.subprocess, "run", endless)
    (refused,) = sources([str(FORMATS / "example_pdf_8111.pdf")])
    assert "less busy" in refused.reason_en


def test_a_scan_is_read_where_there_is_tesseract(monkeypatch, tmp_path):
    """The command is a stand-in that says how large a picture it was given."""
    command = tmp_path / "tesseract"
    command.write_text(
        "#!/bin/sh\n"
        'if [ "$1" = --list-langs ]; then echo "List of available languages (2):"; echo vie; '
        'else printf "%s\\n" "$*"; head -n 1; printf "Quyết định\\f"; fi\n',
        encoding="utf-8",
    )
    command.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    ocr.available.cache_clear()
    (found,) = sources([str(FORMATS / "example_pdf_8111.pdf")])
    ocr.available.cache_clear()
    assert found.text == ("stdin stdout -l vie --dpi 300\nP5 2480 3509 255\nQuyết định\n" * 2)
    assert "read by OCR" in found.remarks[0].words_en
    assert len(found.pages) == 2


@pytest.mark.skipif(not ocr.available(), reason="Tesseract with Vietnamese is not installed")
def test_a_scan_is_read_by_the_real_tesseract():
    """Two pages of a gazette of 1998: what they decide and on which basis can be told."""
    (found,) = sources([str(FORMATS / "example_pdf_8111.pdf")])
    assert "Điều 2.- Quyết định này có hiệu lực thi hành" in found.text
    numbers = {c.number for c in read(found).citations}
    assert {"1121/1997/QĐ-TTg", "28-CP"} <= numbers


def word_97(pieces, counts, magic=0xA5EC, flags=0):
    """The streams of a Word file: (letters, in one byte?) in order, laid down in reverse."""
    main = bytearray(0x200)
    places = {}
    for index, (letters, eight) in reversed(list(enumerate(pieces))):
        places[index] = len(main)
        main += letters.encode("cp1252" if eight else "utf-16-le")
    edges, entries, end = [0], b"", 0
    for index, (letters, eight) in enumerate(pieces):
        end += len(letters)
        edges.append(end)
        place = places[index] * 2 | 0x40000000 if eight else places[index]
        entries += struct.pack("<HIH", 0, place, 0)
    plc = struct.pack(f"<{len(edges)}I", *edges) + entries
    # A piece that was saved fast has its formats before the table.
    clx = b"\x01" + struct.pack("<H", 3) + b"abc" + b"\x02" + struct.pack("<I", len(plc)) + plc
    struct.pack_into("<H", main, 0, magic)
    struct.pack_into("<H", main, 0x0A, flags)
    struct.pack_into("<6i", main, 0x4C, *counts)
    struct.pack_into("<2I", main, 0x1A2, 0, len(clx))
    return bytes(main), clx


def test_a_word_file_saved_fast_is_put_together_in_order(monkeypatch):
    pieces = [("Quyết định ", False), ("so 12\r", True), ("Chú thích\r", False), ("ĐẦU\r", False)]
    monkeypatch.setattr(doc, "_streams", lambda raw: word_97(pieces, (17, 10, 4, 0, 0, 0)))
    assert doc.read(b"", "x.doc").text == "Quyết định so 12\n\nChú thích\n"


def test_an_old_word_file_in_an_old_font_is_read(monkeypatch):
    pieces = [("Uû ban nh©n d©n tØnh\rQuyÕt ®Þnh \x13PAGE\x141\x15\rXã\x0712\x07\x07", True)]
    pieces = [(letters.replace("Xã", "X·"), eight) for letters, eight in pieces]
    length = sum(len(letters) for letters, _ in pieces)
    monkeypatch.setattr(doc, "_streams", lambda raw: word_97(pieces, (length, 0, 0, 0, 0, 0)))
    found = doc.read(b"", "x.doc")
    assert found.text == "Uỷ ban nhân dân tỉnh\nQuyết định 1\nXã\t\t12\n"
    assert "TCVN3" in found.remarks[0].words_en


def test_pieces_that_claim_more_than_there_is_are_a_trap(monkeypatch):
    main, clx = word_97([("x", True)], (1, 0, 0, 0, 0, 0))
    trap = clx.replace(struct.pack("<2I", 0, 1), struct.pack("<2I", 0, 1 << 31))
    monkeypatch.setattr(doc, "_streams", lambda raw: (main, trap))
    with pytest.raises(Unreadable, match="damaged"):
        doc.read(b"", "x.doc")


@pytest.mark.parametrize("raw, name", [
    (DOCX, "a.docx"), (DOC, "a.doc"), (HTML, "a.html"), (PDF, "a.pdf"),
    (zipped({"a.txt": WORDS}), "a.zip"),
])  # fmt: skip
@settings(max_examples=25, deadline=None)
@given(cut=st.floats(0, 1), noise=st.binary(max_size=8), place=st.floats(0, 1))
@example(cut=1.0, noise=b"", place=0.0)
def test_no_damage_raises(tmp_path_factory, raw, name, cut, noise, place):
    at = int(place * len(raw))
    damaged = (raw[:at] + noise + raw[at + len(noise) :])[: int(cut * len(raw))]
    path = tmp_path_factory.mktemp("damaged") / name
    path.write_bytes(damaged)
    for found in sources([str(path)]):
        assert isinstance(found, SourceText | Refusal)


@given(st.binary(max_size=200))
def test_no_bytes_raise(tmp_path_factory, raw):
    path = tmp_path_factory.mktemp("any") / "a.txt"
    path.write_bytes(raw)
    assert list(sources([str(path)]))
