"""Every term is written somewhere, and what was planned is either a term or said otherwise."""

import re
from pathlib import Path

import pyoxigraph as ox
import pytest

import vankien
from loaders.model import SourceText
from loaders.quads import quads
from loaders.reading import read
from ontology import iris
from ontology.terms import VK

TEXTS = Path(__file__).parent / "texts"
DOCS = Path(__file__).parent.parent / "docs"
TERM = re.compile(re.escape(iris.ONTOLOGY) + r"(\w+)")
DECLARED = {name for name in VK.__annotations__ if not name.startswith("_")} | set(VK._extras)
# Written by what these texts and this load do not do; each is tested where it is written.
ELSEWHERE = {
    "ReviewAct": "decisions of people: tests/test_review.py",
    "decision": "decisions of people: tests/test_review.py",
    "withdrawnAt": "a source that another replaces: tests/test_loading.py",
    "statedValidity": "pages of the national database: tests/test_portal.py",
    "expiredOn": "the spreadsheet of an office: tests/test_register_sheet.py",
}
# What ontology.md lays down and the vocabulary says by other terms; docs/model.md tells how.
OTHERWISE = (
    "inSection during produced hasStage polarity period qualifier method reviewStatus "
    "conflictKind chosen"
).split()


@pytest.fixture(scope="module")
def used(tmp_path_factory):
    """The terms in the quads of all texts, and in all graphs of a store of some."""
    found = set()
    for path in sorted(TEXTS.rglob("*.txt")):
        for line in quads(read(SourceText(path.read_text(encoding="utf-8"), path.name))):
            found.update(TERM.findall(line))
    store = tmp_path_factory.mktemp("use") / "store"
    vankien.load([str(TEXTS / "seed.txt"), str(TEXTS / "dev")], store=store)
    live = ox.Store.read_only(str(store / "live"))
    ontology = ox.NamedNode(iris.GRAPH_ONTOLOGY)
    for quad in live.quads_for_pattern(None, None, None, None):
        if quad.graph_name != ontology:
            found.update(TERM.findall(f"{quad.predicate} {quad.object}"))
    return found


def test_every_term_is_used_in_data(used):
    assert used <= DECLARED
    assert sorted(DECLARED - used) == sorted(ELSEWHERE)


def test_the_terms_of_the_plan_are_declared_or_said_otherwise():
    told = (DOCS / "model.md").read_text(encoding="utf-8")
    for name in OTHERWISE:
        assert name not in DECLARED
        assert f"`vk:{name}`".replace("vk:", "") in told, name
