"""Labelled texts: citations and a text's own identity, as people marked them.

`reports` were seen while rules were written; `blind` were written and marked by who had not seen
the rules, and so were `odd`, which tell things in unusual words and were looked at later. Persons
and local instruments in them are invented.
"""

import json
from pathlib import Path
from unicodedata import normalize

import pytest

from loaders.model import SourceText
from loaders.reading import read

TEXTS = Path(__file__).parent / "texts"
GOLD = [
    path
    for folder in ("reports", "blind", "odd")
    for path in sorted((TEXTS / folder).glob("*.gold.json"))
]


@pytest.fixture(params=GOLD, ids=[path.name.removesuffix(".gold.json") for path in GOLD])
def labelled(request):
    text = request.param.with_name(request.param.name.replace(".gold.json", ".txt"))
    source = SourceText(text.read_bytes().decode("utf-8"), text.name)
    return read(source), json.loads(request.param.read_text(encoding="utf-8"))


def folded(value):
    """A value without differences of spacing, case and Unicode form."""
    return normalize("NFC", " ".join(value.split())).casefold() if value else None


def test_the_labelled_texts_are_there():
    assert len(GOLD) >= 44


def test_citations(labelled):
    reading, gold = labelled
    optional = {(each["start"], each["end"]) for each in gold.get("optional_citations", ())}
    found = [
        (c.span.start, c.span.end, c.kind, c.number, c.date, folded(c.issuer), c.pinpoint)
        for c in reading.citations
        if (c.span.start, c.span.end) not in optional
    ]
    marked = [
        (g["start"], g["end"], g["kind"], g["number"], g["date"], folded(g["issuer"]),
         g["pinpoint"])
        for g in gold["citations"]
    ]  # fmt: skip
    assert found == marked


def test_what_the_text_itself_is(labelled):
    reading, gold = labelled
    own = reading.self
    if gold["self"] is None:
        assert own is None
        return
    assert own is not None
    said = {"kind": own.kind, "number": own.number, "date": own.date}
    assert said == {key: gold["self"][key] for key in said}
    assert folded(own.issuer) == folded(gold["self"]["issuer"])
    assert folded(own.title) == folded(gold["self"]["title"])
