"""Laws of reading citations, on texts put together from real pieces in any order."""

import random
import sys
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.cited import cited
from loaders.model import Citation, SourceText
from loaders.quads import quads
from loaders.reading import read
from ontology.numbers import DASHES

PIECES = [
    "Quy định", "Quyết định", "Nghị quyết", "Nghị định", "Thông tư", "Luật", "Bộ luật", "Kết luận",
    "các Kết luận", "Pháp lệnh", "Hiến pháp", "Điều lệ Đảng", "Chương trình hành động", "văn bản",
    "số", "số:", "Số", "này", "124-QĐ/TW", "101- QĐ/TW", "64/2014/NĐ-CP", "91/2014/NĐ-\nCP", "187",
    "42/2013/QH13", "171/KH-MTTQ-BTT", "294QĐ/TW", "100/2019", "18", "09/-CT-TW", "65/2013/nđ-cp",
    "ngày 02/02/2018", "ngày 29/18/2018", "ngày 15 tháng 5 năm 2016", "năm 2025", "tháng 7/2021",
    "NGÀY 12/12/2013", "của Ban Bí thư", "CỦA BỘ CHÍNH TRỊ",
    "của Ban Chấp hành Trung ương khóa XII",
    "của Ủy ban nhân dân tỉnh Yên Bái", "do Chính phủ ban hành", "khoản 2", "Điều 5", "điểm a, b",
    "Điều 9 đến Điều 11", "Phụ lục I ban hành kèm theo", "(sau đây gọi là Luật PPP)", "Căn cứ",
    "Nghị quyết Trung ương 4 khóa XI, XII", "Nghị quyết Đại hội XIII", "Đất đai", "Thanh tra", "và",
    "sửa đổi, bổ sung bởi", "nhầm lẫn giữa", "theo quy định tại", ",", ";", ".", "(", ")", "“", "”",
    "\n", "\n\n", "\n \n12 \n \n", "\nCÔNG BÁO/Số 1117 + 1118/Ngày 01-9-2025 \n12\n", "-", "/", "…",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join)
SPACES = " \u00a0\u2009\u202f\u3000"


def source(text):
    return SourceText(text, "x.txt")


def said(text):
    """What the citations of a text say, without where they stand."""
    return [
        (c.kind, c.number, c.date, c.issuer, c.pinpoint, c.treatment, c.rule)
        for c in cited(source(text)).citations
    ]


@settings(max_examples=150, deadline=None)
@given(st.one_of(TEXTS, st.text(max_size=300)))
def test_every_offset_holds(text):
    reading = read(source(text))
    end = 0
    for c in reading.citations:
        assert text[c.span.start : c.span.end] == c.text
        assert c.span.start <= c.core.start < c.core.end <= c.span.end
        assert c.span.start >= end
        end = c.span.end
        # Put together as bare tuples on the way: none must lack a field.
        assert len(c) == len(Citation._fields)
    assert quads(reading)


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_the_composition_of_letters_does_not_matter(text):
    assert said(unicodedata.normalize("NFD", text)) == said(text)


@settings(max_examples=100, deadline=None)
@given(TEXTS, st.integers(0, 2**32))
def test_the_kind_of_space_or_dash_does_not_matter(text, seed):
    chance = random.Random(seed)
    kinds = {" ": SPACES, "-": "-" + DASHES}
    assert said("".join(chance.choice(kinds.get(c, c)) for c in text)) == said(text)


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS)
def test_what_else_is_read_does_not_matter(text, other):
    alone = read(source(text))
    read(source(other))
    assert read(source(text)) == alone


LONG = [
    "Luật ", "Luật A ", "Điều 5, ", "khoản 1 Điều 2 ", "điểm a, b, c khoản 1, ", "124-QĐ/TW ",
    "187, ", "số ", "( ", "12/", "- ", "\n", "\n \n12 \n \n", "CÔNG BÁO/Số 1\n12\n", "VỀ ", "Căn ",
    "Nghị quyết Trung ương 4 khóa XI, ", "của Ban Chấp hành Trung ương ", "ngày 02/02/2018 ",
    "Nghị định số 64/2014/NĐ-CP ngày 26/6/2014 của Chính phủ và ", "\u0301",
    "(sau đây gọi là Luật Đất đai) ",
]  # fmt: skip


def steps(text):
    """How many calls it takes to read the citations of a text: a measure that no clock disturbs."""
    count = 0

    def step(frame, event, arg):
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(step)
    try:
        cited(source(text))
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("piece", LONG)
def test_twice_the_text_takes_twice_the_steps(piece):
    steps(piece)  # reads the authority lists
    once, twice = steps(piece * 2000), steps(piece * 4000)
    assert twice <= 2.5 * once + 1000
