"""What became of an instrument, by its texts and by the record, with the words for it."""

from pathlib import Path

import pytest

from graph.evidence import Quote
from graph.hops import Step, Teller, Thing
from graph.links import links
from graph.signals import (
    AMENDED,
    DOUBTFUL,
    IN_FORCE,
    REPLACED,
    UNKNOWN,
    _reason,
    signal,
)
from graph.snapshots import snapshot
from graph.store import Store
from graph.trace import Asked
from graph.tracing import Question, traced
from loaders.model import SourceText
from loaders.quads import quads
from loaders.reading import read
from ontology import iris

GAZETTE = Path(__file__).parent / "data" / "gazette"
CIRCULAR = iris.BASE + "instrument/bldtbxh/2017/tt/12"
PARTLY = iris.BASE + "instrument/bldtbxh/2018/tt/18"


@pytest.fixture(scope="module")
def gazette(tmp_path_factory):
    """A store of a law, a decree and three circulars, laid out as the Official Gazette has them."""
    directory = tmp_path_factory.mktemp("gazette") / "store"
    with Store.open(directory) as store:
        for path in sorted(GAZETTE.glob("*.txt")):
            reading = read(SourceText(path.read_text(encoding="utf-8"), path.name))
            store.add(quads(reading), reading.source.id, path.name)
        store.publish()
    return snapshot(directory)


@pytest.fixture(scope="module")
def teller(gazette):
    return Teller(gazette, links(gazette))


def day(iso):
    return Asked(as_of=iso).day


@pytest.mark.parametrize(
    "as_of, status",
    [("", REPLACED), ("2024-07-02", REPLACED), ("2024-01-01", AMENDED), ("2018-01-01", UNKNOWN)],
)
def test_a_signal_is_of_its_day(teller, as_of, status):
    assert signal(teller, CIRCULAR, day(as_of)).status == status


def test_a_signal_explains_itself(teller):
    reasons = signal(teller, CIRCULAR).reasons
    assert [reason.effect for reason in reasons][:2] == [REPLACED, AMENDED]
    assert "bãi bỏ Thông tư 12/2017/TT-BLĐTBXH" in reasons[0].vi
    assert reasons[0].by == iris.BASE + "instrument/bldtbxh/2024/tt/20"
    assert all(reason.quote for reason in reasons)


def test_what_loses_an_article_is_amended_not_repealed(teller):
    found = signal(teller, PARTLY)
    assert found.status == AMENDED
    assert "(một phần: Điều 2" in found.reasons[0].vi


PARTS = [
    (("khoản 4 Điều 5",), "(một phần: khoản 4 Điều 5)", AMENDED),
    (("một phần",), "(một phần)", AMENDED),
    (("một phần", "khoản 1 Điều 2"), "(một phần: khoản 1 Điều 2)", AMENDED),
    ((), "bãi bỏ", REPLACED),
]


@pytest.mark.parametrize("parts, words, effect", PARTS)
def test_a_repeal_in_part_amends(parts, words, effect):
    thing = Thing("", "", "", "instrument", ())
    step = Step("repeals", "", thing, thing, Quote("", 0, 0, "bãi bỏ"), "bãi bỏ", 1, "")
    reason = _reason(step, REPLACED, parts)
    assert words in reason.vi
    assert reason.effect == effect


@pytest.mark.parametrize(
    "by, of, lower",
    [
        ("bldtbxh/2024/qd/135", "cp/2023/nd/38", True),
        ("cp/2021/nd/112", "qh/2013/luat/42", True),
        ("cp/2021/nd/112", "bldtbxh/2007/ttlt/17", False),
        ("qh/2025/luat/72", "qh/2025/luat/65", False),
        ("qh/2025/luat/72", "cp/2023/nd/38", False),
        ("tw/k13/qd/69", "tw/k12/qd/102", False),
        ("bldtbxh/2024/tt/20", "bldtbxh/2017/tt/12", False),
    ],
)
def test_a_ministry_does_not_repeal_a_decree(by, of, lower):
    """A table of texts that lost their force is no repeal by the ministry that publishes it."""
    things = [Thing(f"{iris.BASE}instrument/{each}", "", "", "instrument", ()) for each in (by, of)]
    step = Step("repeals", "", *things, Quote("", 0, 0, "bãi bỏ"), "bãi bỏ", 1, "")
    reason = _reason(step, REPLACED)
    assert (reason.effect == DOUBTFUL) is lower
    assert ("cần xem lại" in reason.vi) is lower


def test_the_record_speaks_of_the_present_alone(seed):
    teller = Teller(seed, links(seed))
    spent = iris.InstrumentKey("tw", "k12", "qd", "66").iri
    assert signal(teller, spent).status == REPLACED
    assert {r.authority for r in signal(teller, spent).reasons} != {""}
    assert signal(teller, spent, day("2018-01-01")).status == UNKNOWN
    law = iris.BASE + "instrument/qh/2013/luat/42"
    assert signal(teller, law).status in (IN_FORCE, UNKNOWN, AMENDED)


def test_contradictions_take_no_side(seed):
    teller = Teller(seed, links(seed))
    found = signal(teller, iris.InstrumentKey("tw", "k12", "qd", "99").iri)
    assert found.contradicted
    assert any("2017-10-03 | 2018-10-03" in reason.vi for reason in found.reasons)
    assert not signal(teller, iris.InstrumentKey("tw", "k12", "qd", "124").iri).contradicted


def test_chains_of_replacement_are_in_order(seed):
    """31 and 91 <- 66 <- 399, as the record has them, the older first."""
    start = iris.InstrumentKey("tw", "k13", "qd", "399").iri
    asked = Asked("cites", 9, relations=("replaces",))
    hops = traced(seed, Question(start, asked)).parts[0].hops
    assert [(hop.depth, hop.earlier.label) for hop in hops] == [
        (1, "Quy định 66-QĐ/TW"),
        (2, "Quy định 31-QĐ/TW"),
        (2, "Quy định 91-QĐ/TW"),
    ]
    assert all(hop.told_by.authority for hop in hops)


def test_a_chain_of_bases_reaches_the_constitution(gazette):
    """Circular -> decree -> law -> Constitution, each hop a căn cứ with its words."""
    asked = Asked("cites", relations=("based_on",))
    constitution = "/instrument/qh/2013/hien-phap/hien-phap"
    (way,) = traced(gazette, Question(CIRCULAR, asked, constitution)).parts[0].ways
    assert [hop.earlier.label for hop in way] == [
        "Nghị định 48/2015/NĐ-CP",
        "Luật 74/2014/QH13",
        "Hiến pháp năm 2013",
    ]
    assert all(hop.told_by.quote.text.startswith("Căn cứ") for hop in way)
    assert [hop.lag_days for hop in way] == [706, 169, 364]
