"""Every warning of `vankien check` on our own texts and on the Official Gazette, judged by hand.

`texts/warnings.tsv` lists those on `tests/texts` and `samples`: a warning that is not in the list,
or is no more, fails. `texts/warnings-gazette.tsv` lists those on other texts of the Gazette, each
with the words that it rests on: they still raise it.
"""

import csv
from pathlib import Path

import pytest

from loaders.checking import checked
from loaders.model import SourceText
from loaders.notices import INFORMATION
from loaders.reading import read

ROOT = Path(__file__).parent.parent
TEXTS = ROOT / "tests" / "texts"
TODAY = "2026-11-27"
RIGHT, WRONG = "đúng", "sai"


def _rows(name):
    with (TEXTS / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


OWN, GAZETTE = _rows("warnings.tsv"), _rows("warnings-gazette.tsv")


def _warnings(text, day=None):
    found = checked(read(SourceText(text, "x.txt")), TODAY, day)
    for each in found:
        if each.severity != INFORMATION:
            quote = " ".join(text[each.span.start : each.span.end].split())
            yield text.count("\n", 0, each.span.start) + 1, each.rule, quote


def test_the_warnings_on_our_own_texts_are_those_that_were_judged():
    # samples/seed.txt is the seed; what the check itself printed is no text.
    left_out = {ROOT / "samples" / "seed.txt", TEXTS / "seed.check.txt"}
    # Nobody has judged what was labelled last.
    for folder in (
        "fresh",
        "held",
        "dev3",
        "held2",
        "dev4",
        "dev5",
        "dev6",
        "dev7",
        "dev8",
        "held3",
    ):
        left_out.update((TEXTS / folder).glob("*.txt"))
    paths = sorted({*TEXTS.rglob("*.txt"), *(ROOT / "samples").rglob("*.txt")} - left_out)
    assert len(paths) >= 90
    found = {
        (path.name, line, rule, quote)
        for path in paths
        for line, rule, quote in _warnings(path.read_text(encoding="utf-8"))
    }
    judged = {(r["văn bản"], int(r["dòng"]), r["quy tắc"], r["nguyên văn"]) for r in OWN}
    assert found == judged


@pytest.mark.parametrize("row", GAZETTE, ids=lambda r: f"{r['văn bản']}:{r['dòng']}")
def test_a_judged_warning_on_the_gazette_still_stands(row):
    found = [(rule, quote) for _, rule, quote in _warnings(row["trích"], row["ngày"] or None)]
    assert (row["quy tắc"], row["nguyên văn"]) in found


def test_nine_of_ten_warnings_are_right():
    verdicts = [row["đánh giá"] for row in (*OWN, *GAZETTE)]
    assert set(verdicts) <= {RIGHT, WRONG}
    assert len(verdicts) >= 35
    assert verdicts.count(RIGHT) >= 0.9 * len(verdicts)
    assert all(row["lý do"] for row in (*OWN, *GAZETTE))


def test_nothing_false_is_raised_on_the_seed():
    of_seed = [row for row in OWN if row["văn bản"] == "seed.txt"]
    assert len(of_seed) == 6
    assert {row["đánh giá"] for row in of_seed} == {RIGHT}
