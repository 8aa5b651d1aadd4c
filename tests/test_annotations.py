"""Mentions as Web Annotations, and as marks on a page."""

import json
from html.parser import HTMLParser
from pathlib import Path

import pyoxigraph as ox
import pytest

from loaders.model import SourceText
from loaders.readers import sources
from loaders.reading import read
from vankien.annotations import annotations
from vankien.formats import json_ld, printed
from vankien.marking import mentions, page

FORMATS = Path(__file__).parent / "data" / "formats"
OA = "http://www.w3.org/ns/oa#"
TEXT = (
    '\nThực hiện Quy định số 124-QĐ/TW ngày 02/02/2018 của Ban Bí thư & <b>"Huyện ủy"</b>\r\n'
    "Mù Cang Chải đã giám sát 6 đơn vị, kỷ luật khiển trách 2 đảng viên."
)


@pytest.fixture(scope="module")
def reading():
    return read(SourceText(TEXT, "x.txt"))


@pytest.fixture(scope="module")
def printed_pdf():
    (source,) = sources([str(FORMATS / "nd-30-2020.pdf")])
    return read(source)


def test_every_mention_has_an_annotation_whose_selectors_find_it(reading):
    found = list(annotations(reading))
    assert len(found) == len(list(mentions(reading))) >= 3
    assert len({each["id"] for each in found}) == len(found)
    for each in found:
        position, quote = each["target"]["selector"]
        assert quote["exact"] == TEXT[position["start"] : position["end"]]
        around = quote["prefix"] + quote["exact"] + quote["suffix"]
        assert around in TEXT


def test_a_citation_identifies_its_instrument(reading):
    first = next(annotations(reading))
    assert first["motivation"] == "identifying"
    assert first["body"][0]["id"].endswith("/instrument/tw/k12/qd/124")
    assert first["body"][1]["value"].startswith("Quy định · 124-QĐ/TW · 2018-02-02 · Ban Bí thư")


def test_the_file_needs_no_context_from_elsewhere(reading):
    quads = list(ox.parse(json_ld(reading), format=ox.RdfFormat.JSON_LD))
    kind = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    counted = sum(q.predicate == kind and q.object.value == OA + "Annotation" for q in quads)
    assert counted == len(list(annotations(reading)))
    for term in ("exact", "prefix", "suffix", "start", "end", "hasBody", "hasTarget", "hasSource"):
        assert any(q.predicate.value == OA + term for q in quads), term
    assert not any(isinstance(q.subject, ox.BlankNode) for q in quads)


def test_a_mention_in_a_pdf_says_its_page(printed_pdf):
    pages = [
        selector["value"]
        for each in annotations(printed_pdf)
        for selector in each["target"]["selector"]
        if selector["type"] == "FragmentSelector"
    ]
    assert {"page=1", "page=14"} <= set(pages)


def test_several_texts_are_one_array(reading, printed_pdf):
    whole = json.loads("".join(printed([reading, printed_pdf], "jsonld", single=False)))
    assert [type(each["@graph"]) for each in whole] == [list, list]


class Marks(HTMLParser):
    """The anchors, the text inside <pre>, and each mark's classes and title."""

    def __init__(self):
        super().__init__()
        self.anchors, self.titles, self.tags, self.text = [], [], set(), ""

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        said = dict(attrs)
        if tag == "a":
            self.anchors.append(said["id"])
        if tag == "mark":
            self.titles.append(said["title"])

    def handle_data(self, data):
        self.text += data


def test_the_page_marks_each_mention_and_escapes_the_rest(reading):
    marks = Marks()
    marks.feed(page(reading))
    spans = {f"{m.span.start}-{m.span.end}" for m in mentions(reading)}
    assert spans <= set(marks.anchors)
    assert len(set(marks.anchors)) == len(marks.anchors)
    assert "b" not in marks.tags
    assert TEXT in marks.text
    wanted = "Quy định · 124-QĐ/TW · 2018-02-02 · Ban Bí thư · https://"
    assert any(title.startswith(wanted) for title in marks.titles)
