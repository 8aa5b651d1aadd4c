"""The whole walk on whole texts: spans, golden files, hostile input, other spellings."""

import unicodedata
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from loaders.model import SourceText, Span
from loaders.printing import as_json
from loaders.reading import read

ROOT = Path(__file__).parent.parent
TEXTS = sorted((ROOT / "samples").rglob("*.txt")) + sorted((ROOT / "tests/texts").rglob("*.txt"))
SEED = ROOT / "samples" / "seed.txt"


def load(path):
    return SourceText(path.read_bytes().decode("utf-8"), path.name)


def spans(value):
    """Every Span inside a dataclass."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from spans(each)
    elif is_dataclass(value):
        for field in fields(value):
            yield from spans(getattr(value, field.name))


def test_there_are_texts():
    assert len(TEXTS) >= 35


@pytest.mark.parametrize("path", TEXTS, ids=[p.stem[:40] for p in TEXTS])
def test_every_span_quotes_the_text(path):
    source = load(path)
    reading = read(source)
    for citation in reading.citations:
        assert source.text[citation.span.start : citation.span.end] == citation.text
    for span in spans(reading):
        assert 0 <= span.start < span.end <= len(source.text)
    assert len({i.iri for i in reading.inspections}) == len(reading.inspections)
    assert {c.instrument for c in reading.citations if c.instrument} <= {
        i.iri for i in reading.instruments
    }


def lines(reading):
    """The seed's citations as a librarian reads them."""
    yield "start\tend\tkind\tnumber\tdate\tissuer\tpinpoint\ttreatment\tinstrument\trule"
    for c in reading.citations:
        said = (c.kind, c.number, c.date, c.issuer, c.pinpoint)
        held = (c.treatment, c.instrument, c.rule)
        yield "\t".join([str(c.span.start), str(c.span.end), *(f or "" for f in (*said, *held))])


def test_the_seeds_citations_are_as_reviewed(golden):
    reading = read(load(SEED))
    golden("seed.citations.tsv", "\n".join(lines(reading)) + "\n")


def test_nfd_says_the_same_and_quotes_itself():
    composed = read(load(SEED))
    raw = unicodedata.normalize("NFD", composed.source.text)
    decomposed = read(SourceText(raw, "nfd.txt"))

    def said(reading):
        return [
            (c.kind, c.number, c.date, c.issuer, c.pinpoint, c.treatment) for c in reading.citations
        ]

    assert said(decomposed) == said(composed)
    assert len(decomposed.findings) == len(composed.findings)
    assert [(f.value, f.unit) for f in decomposed.figures] == [
        (f.value, f.unit) for f in composed.figures
    ]
    for citation in decomposed.citations:
        assert raw[citation.span.start : citation.span.end] == citation.text


HOSTILE = [
    "x",
    "\n" * 5000,
    "Quy định số 124-QĐ/TW " * 3000,
    "Điều 1 khoản 2 điểm a " * 3000,
    "Luật " * 20000,
    "Căn cứ " * 10000,
    "1/2/3/4-" * 10000,
    "số " * 20000,
    "(" * 20000,
    "Ủy ban nhân dân tỉnh " * 5000,
    "- I. 1. a) " * 5000,
    "\u0302" * 1000,
    "Nghị quyết số 1-NQ/TW ngày 99/99/9999 của Ban Bí thư",
    "giám sát kiểm tra " * 5000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=[h[:12].strip() for h in HOSTILE])
def test_hostile_input_is_read_without_error(text):
    assert as_json(read(SourceText(text, "hostile.txt")))["source"]["characters"] == len(text)


def test_the_json_has_the_contracts_keys():
    out = as_json(read(load(SEED)))
    assert list(out) == [
        *("source", "citations", "instruments", "bodies", "people", "inspections"),
        *("implementations", "figures", "findings", "discipline", "relations"),
        *("reported_relations", "properties", "conflicts", "boilerplate", "repeated"),
    ]
    assert out["source"]["self"] is None
    assert out["source"]["published"] == "2021-09-08T09:33:23"
