"""The view: what patterns see differs, offsets do not."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.citations import find_citations
from loaders.view import view

SENTENCE = (
    "Thực hiện Quy định số 124-QĐ/TW, ngày 02/02/2018 của Ban Bí thư và Luật Tiếp công dân, "
    "khoản 2 Điều 5 Nghị định số 64/2014/NĐ-CP của Chính phủ."
)


def said(text):
    return [
        (c.kind, c.number, c.date, c.issuer, c.pinpoint) for c in find_citations(view(text).text)
    ]


@pytest.mark.parametrize(
    "spelt",
    [
        unicodedata.normalize("NFD", SENTENCE),
        SENTENCE.replace(" ", "\u00a0"),
        SENTENCE.replace(" ", "\u2009"),
        SENTENCE.replace("-", "–"),
        SENTENCE.replace("-", "\u2011"),
        SENTENCE.replace("Đ", "\u00d0"),
        SENTENCE.replace("Đ", "\u0189"),
        SENTENCE.replace("124-QĐ", "124 - QĐ"),
        SENTENCE.replace(" ", " \u200b"),
        SENTENCE.replace("số ", "số\r\n"),
    ],
    ids=[
        "NFD",
        "nbsp",
        "thin",
        "en dash",
        "nb hyphen",
        "eth",
        "african d",
        "spaces",
        "zero width",
        "crlf",
    ],
)
def test_spelling_does_not_change_what_is_read(spelt):
    assert said(spelt) == said(SENTENCE)


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="aĐđêệ\u0302\u0323ê \u00a0\n\r-–12/.TWQ\u200b", max_size=60))
def test_offsets_map_into_the_raw_text(raw):
    seen = view(raw)
    positions = [seen.raw(i) for i in range(len(seen.text) + 1)]
    assert positions == sorted(positions)
    assert positions[-1] == len(raw)
    assert all(0 <= p <= len(raw) for p in positions)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_no_input_makes_the_finder_raise(raw):
    for citation in find_citations(view(raw).text):
        assert citation.span.start < citation.span.end


def test_tone_placement_is_unified_only_at_the_end_of_a_syllable():
    assert view("uỷ quý toàn khoẻ hoà").text == "ủy quý toàn khỏe hòa"
    assert view("Uỷ ban, HUỶ, Quý, QUÝ, HOÀ, Hoàn").text == "Ủy ban, HỦY, Quý, QUÝ, HÒA, Hoàn"


@pytest.mark.parametrize(
    ("spelt", "seen"),
    [
        ("Uỷ ban nhân dân", "Ủy ban nhân dân"),
        ("HUYỆN UỶ ĐÔNG HƯNG", "HUYỆN ỦY ĐÔNG HƯNG"),
        ("CỘNG HOÀ XÃ HỘI", "CỘNG HÒA XÃ HỘI"),
        ("Tỉnh uỷ, khoá X", "Tỉnh ủy, khóa X"),
        ("TOÀN QUỐC, QUÝ I, Quý hoá", "TOÀN QUỐC, QUÝ I, Quý hóa"),
    ],
)
def test_old_tone_marks_are_seen_as_the_new_ones(spelt, seen):
    assert view(spelt).text == seen
