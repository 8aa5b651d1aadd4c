"""Numbers: the separator tells the system; errors in the wild parse to the same parts."""

import pytest

from ontology.numbers import normalise, parse

NUMBERS = [
    ("124-QĐ/TW", 124, None, "QĐ", "TW", "party"),
    ("101- QÐ/TW", 101, None, "QĐ", "TW", "party"),
    ("171/KH-MTTQ-BTT", 171, None, "KH", "MTTQ-BTT", "state"),
    ("64/2014/NĐ-CP", 64, 2014, "NĐ", "CP", "normative"),
    ("480/1998-QĐ-TTg", 480, 1998, "QĐ", "TTg", "normative"),
    ("42/2013/QH13", 42, 2013, None, "QH13", "normative"),
    ("1673/NQ-UBTVQH15", 1673, None, "NQ", "UBTVQH15", "state"),
    ("206-CP", 206, None, None, "CP", "state"),
    ("111-HĐBT", 111, None, None, "HĐBT", "state"),
    ("217/QĐ-TW", 217, None, "QĐ", "TW", "state"),
    ("18-L/CTN", 18, None, "L", "CTN", "party"),
]


@pytest.mark.parametrize(("printed", "value", "year", "symbol", "organ", "system"), NUMBERS)
def test_parts(printed, value, year, symbol, organ, system):
    number = parse(printed)
    assert (number.value, number.year, number.symbol, number.organ, number.system) == (
        value,
        year,
        symbol,
        organ,
        system,
    )


@pytest.mark.parametrize("text", ["", "QĐ/TW", "2018", "02/02/2018", "Điều 5"])
def test_no_number(text):
    assert parse(text) is None


def test_normalise_takes_spaces_and_look_alikes_out():
    assert normalise("21 – N\u00d0/T W\u200b") == "21-NĐ/TW"
