"""The samples are what SOURCES.tsv says, no more and no less."""

import csv
import unicodedata
from pathlib import Path

import pytest

SAMPLES = Path(__file__).parent.parent / "samples"
with (SAMPLES / "SOURCES.tsv").open(encoding="utf-8", newline="") as table:
    SOURCES = list(csv.DictReader(table, delimiter="\t"))


def test_every_text_has_its_row_and_every_row_its_text():
    files = sorted(path.relative_to(SAMPLES).as_posix() for path in SAMPLES.rglob("*.txt"))
    assert [row["file"] for row in SOURCES] == files
    assert len(files) >= 36


def test_the_samples_stay_small():
    assert sum(path.stat().st_size for path in SAMPLES.rglob("*.txt")) < 4_000_000


@pytest.mark.parametrize("row", SOURCES, ids=lambda row: row["file"])
def test_a_sample_says_what_it_is_and_whence(row):
    assert all(row[column].strip() for column in ("title", "origin", "terms"))
    assert unicodedata.is_normalized("NFC", row["title"])
    text = (SAMPLES / row["file"]).read_text(encoding="utf-8")
    number = row["title"].partition(" số ")[2]
    squeezed = "".join(text.split())
    assert row["title"] in text or "".join(number.split()) in squeezed
