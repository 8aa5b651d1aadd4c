"""Bodies in context: what each mention means in a text about a territory, on a day.

`data/body_mentions.tsv` has a line for each: the sentence, the mention in it, the territory and
the day of the text, the name in full and the level; '-' where no body may be found.
"""

import csv
from pathlib import Path

import pytest

from loaders.bodies import body_mentions
from loaders.places import Home, home

TABLE = Path(__file__).parent / "data" / "body_mentions.tsv"


def rows():
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def setting(row):
    """The home of a text that names its territory twice, as a title and a lead do."""
    if not row["home"]:
        return Home()
    return home(f"Tin từ {row['home']}. {row['home'].capitalize()}.", row["date"], row["home"])


def found(row):
    sentence = row["sentence"]
    return [
        (sentence[m.span.start : m.span.end], m.body.name, m.body.level or "")
        for m in body_mentions(sentence, setting(row), row["date"] or None)
    ]


def test_the_table_is_whole():
    assert len(rows()) >= 150
    assert {row["level"] for row in rows()} == {"", "trung ương", "tỉnh", "huyện", "xã", "thôn"}


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["sentence"][:40])
def test_a_mention_means_the_body_of_its_territory(row):
    mentions = found(row)
    if row["name"] == "-":
        assert not [m for m in mentions if m[0].startswith(row["mention"])]
    else:
        assert (row["mention"], row["name"], row["level"]) in mentions


@pytest.mark.parametrize("row", [r for r in rows() if r["name"] == "-"], ids=lambda r: r["mention"])
def test_nothing_is_invented(row):
    assert found(row) == []
