"""Every IRI is minted and parsed in one place: parse(mint(x)) == x, in plain ASCII."""

import string
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology import iris
from ontology.iris import BASE, InstrumentKey

_SLUGS = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+){0,3}", fullmatch=True)
_PERIODS = st.one_of(
    st.integers(1, 99).map("k{}".format),
    st.integers(1930, 2099).map("nk{}".format),
    st.integers(1930, 2099).map(str),
    st.just("-"),
)
_KEYS = st.builds(InstrumentKey, _SLUGS, _PERIODS, _SLUGS, _SLUGS)
_VIETNAMESE = st.text("aăâbcdđeêghiklmnoôơpqrstuưvxyÀẢÃÁẠỂỮỜĐ ,.-/()\u0301\u0309", max_size=40)


@given(_KEYS)
def test_a_key_that_was_minted_is_parsed_back(key):
    assert iris.instrument_key(key.iri) == key


@given(_KEYS)
def test_the_instrument_stands_in_the_register_of_its_key(key):
    assert key.iri.replace("/instrument/", "/register/") == f"{key.register}/{key.number}"


@given(_KEYS, _VIETNAMESE, _VIETNAMESE)
def test_every_minted_iri_is_plain_ascii_without_spaces(key, name, role):
    minted = (
        key.iri,
        key.register,
        iris.place("04492", name, "2025"),
        iris.person(name, role, name),
        iris.concept(name),
        iris.kind(name),
        iris.claim("0123456789abcdef", name, role, name, 1, 2),
    )
    for each in minted:
        assert each.startswith(BASE)
        assert set(each) <= set(string.ascii_letters + string.digits + "-/:.@")


@given(_VIETNAMESE)
def test_a_slug_is_its_own_slug_and_the_same_for_composed_and_decomposed_text(text):
    once = iris.slug(text)
    assert iris.slug(once) == once
    assert iris.slug(unicodedata.normalize("NFD", text)) == once


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Huyện ủy Mù Cang Chải", "huyen-uy-mu-cang-chai"),
        ("Huyện uỷ Mù Cang Chải", "huyen-uy-mu-cang-chai"),  # the other placement of the tone
        ("Ðảng ủy", "dang-uy"),  # ETH, as some portals print it
        ("đặc khu Lý Sơn", "dac-khu-ly-son"),
        ("  ", ""),
    ],
)
def test_slugs(text, expected):
    assert iris.slug(text) == expected


@pytest.mark.parametrize(
    "other",
    [
        BASE + "instrument/tw/k12/qd",
        BASE + "instrument/tw/khoa12/qd/124",
        BASE + "instrument/tw/k12/qd/124/more",
        BASE + "instrument/tw/k12/QĐ/124",
        BASE + "body/ban-bi-thu",
        "https://example.org/instrument/tw/k12/qd/124",
        "",
    ],
)
def test_what_is_no_instrument_is_not_parsed_as_one(other):
    assert iris.instrument_key(other) is None
