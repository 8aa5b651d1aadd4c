"""Encodings from before Unicode: real text goes into each of them and comes back."""

import codecs
import unicodedata
from pathlib import Path

import pytest

from loaders.model import SourceText
from loaders.readers import Refusal, decoded
from loaders.readers.charsets import _VIQR_MARKS, _VNI_ALONE, _VNI_MARKS, TCVN3, VIQR, from_vni
from loaders.readers.encodings import modernised, modernised_lines
from loaders.readers.syllables import is_syllable, likeness

TEXT = (Path(__file__).parent / "data" / "formats" / "nd-30-2020.txt").read_text(encoding="utf-8")
# What no old encoding has a letter for.
PLAIN = TEXT.translate(str.maketrans({"“": '"', "”": '"', "–": "-", "…": "...", "\t": " "}))
PLAIN = "".join(c for c in PLAIN if ord(c) < 128 or c.isalpha())
# TCVN3 has no small and capital letter with a tone apart: a page in small letters comes back whole.
SMALL = PLAIN.lower()
MARKS = "\u0300\u0301\u0303\u0309\u0323"


def to_tcvn3(text):
    glyphs = {letter: chr(glyph) for glyph, letter in TCVN3.items()}
    return "".join(glyphs.get(ord(c) and c, c) for c in text)


def to_vni(text):
    alone = {letter: glyph for glyph, letter in _VNI_ALONE.items()}
    marks = {
        tuple(sorted(unicodedata.normalize("NFD", "a" + mark)[1:])): glyph
        for glyph, mark in _VNI_MARKS.items()
        if glyph.islower()
    }

    def letter(c):
        if c in alone:
            return alone[c]
        base, *rest = unicodedata.normalize("NFD", c)
        if "\u031b" in rest:
            rest.remove("\u031b")
            base = alone[unicodedata.normalize("NFC", base + "\u031b")]
        glyph = marks[tuple(sorted(rest))] if rest else ""
        return base + (glyph.upper() if c.isupper() else glyph)

    return "".join(letter(c) if ord(c) > 127 else c for c in text)


def to_1258(text):
    def letter(c):
        base = unicodedata.normalize("NFD", c)
        tone = next((mark for mark in base if mark in MARKS), "")
        return unicodedata.normalize("NFC", base.replace(tone, "") if tone else base) + tone

    return "".join(letter(c) if ord(c) > 127 else c for c in text)


def to_viqr(text):
    names = {mark: name for name, mark in _VIQR_MARKS.items()} | {"đ": "d", "Đ": "D"}
    shapes = "\u0302\u0306\u031b"

    def letter(c):
        if c in "đĐ":
            return {"đ": "dd", "Đ": "DD"}[c]
        base, *rest = unicodedata.normalize("NFD", c)
        return base + "".join(names[m] for m in sorted(rest, key=lambda m: m not in shapes))

    # A mark of punctuation after a vowel is told from a tone.
    quoted = [f"\\{c}" if c in ".?'" and before.lower() in "aeiouy" + SMALL_VOWELS else c
              for before, c in zip(" " + text, text, strict=False)]  # fmt: skip
    return "".join(letter(c) if len(c) == 1 and ord(c) > 127 else c for c in quoted)


SMALL_VOWELS = "".join(
    c for c in map(chr, range(0xE0, 0x1EFA)) if unicodedata.normalize("NFD", c)[0] in "aeiouy"
)


@pytest.mark.parametrize("name, text, raw", [
    ("TCVN3", SMALL, to_tcvn3(SMALL).encode("cp1252")),
    ("VNI", PLAIN, to_vni(PLAIN).encode("cp1252")),
    ("Windows-1258", PLAIN, to_1258(PLAIN).encode("cp1258")),
    ("VIQR", PLAIN, to_viqr(PLAIN).encode("ascii")),
    ("UTF-16", TEXT, TEXT.encode("utf-16-le")),
    ("UTF-16", TEXT, TEXT.encode("utf-16-be")),
])  # fmt: skip
def test_a_decree_comes_back_from_every_encoding(name, text, raw):
    found = decoded(raw, "x.txt")
    assert found.text == unicodedata.normalize("NFC", text)
    assert [name in remark.words_en for remark in found.remarks] == [True]


@pytest.mark.parametrize("raw", [
    TEXT.encode(), codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), TEXT.encode("utf-32"),
])  # fmt: skip
def test_unicode_is_unchanged_and_needs_no_remark(raw):
    found = decoded(raw, "x.txt")
    assert (found.text, found.remarks) == (TEXT, ())


def test_old_letters_inside_unicode_are_converted_too():
    """'Uû ban nh©n d©n': the title of a page whose text was pasted from .VnTime."""
    assert modernised("Uû ban nh©n d©n huyÖn, quyÕt ®Þnh")[0] == "Uỷ ban nhân dân huyện, quyết định"


def test_a_word_file_may_use_an_old_font_in_places():
    lines = ["Uỷ ban nhân dân", "Uû ban nh©n d©n tØnh quyÕt ®Þnh", "café"]
    assert modernised_lines(lines)[0] == [lines[0], "Uỷ ban nhân dân tỉnh quyết định", "café"]


@pytest.mark.parametrize("raw", [
    "Le café est à côté, déjà très élégant, naïf, forêt, garçon, crème brûlée".encode("cp1252"),
    "Größe, Übermut, Mädchen, schön, für, Straße".encode("cp1252"),
    bytes(range(128, 256)) * 40,
])  # fmt: skip
def test_what_gives_no_vietnamese_is_refused_with_what_was_tried(raw):
    refused = decoded(raw, "x.txt")
    assert isinstance(refused, Refusal)
    assert "TCVN3, VNI and Windows-1258" in refused.reason_en
    assert "UTF-8" in refused.reason


@pytest.mark.parametrize("text", [
    "Le café est à côté, déjà très élégant",
    "Is this it? Yes. dd (a) o+o a^2 + b^2 = c^2; e.g. i.e. go? (no) add. odd' u' " * 20,
    "Đắk Lắk, Krông Nô, Ô-xtơ-rây-li-a, BLĐTBXH",
])  # fmt: skip
def test_other_texts_stay_as_they_are(text):
    assert modernised(text) == (text, None)


def test_a_name_of_one_letter_is_no_trap():
    assert from_vni("ÑAÏI HOÄI ÑAÛNG") == "ĐẠI HỘI ĐẢNG"


def test_real_words_are_syllables():
    words, share = likeness(TEXT)
    assert words > 5000
    assert share > 0.98


@pytest.mark.parametrize(
    "word", ["nghiêng", "quyết", "khuỷu", "ngoẹo", "huỳnh", "thuở", "yểu", "đắk"]
)
def test_rare_rhymes(word):
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["nghiÖp", "déjà", "Größe", "ñònh", "việtx"])
def test_no_syllables(word):
    assert not is_syllable(word)


def test_refused_bytes_are_no_source():
    assert isinstance(decoded("Quyết định".encode(), "x"), SourceText)
    assert VIQR.search("dd")
