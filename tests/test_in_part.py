"""A repeal in part, from the words of a circular to the answer, the signal and the page."""

import pytest
from bs4 import BeautifulSoup

from graph.hops import Teller
from graph.links import links
from graph.questions import answer
from graph.signals import AMENDED, REPLACED, signal
from graph.snapshots import snapshot
from graph.store import Store
from graph.workers import Workers
from loaders.model import SourceText
from loaders.quads import quads
from loaders.reading import read
from ontology import iris
from web import create_app
from web.cells import Cell, Value
from web.quoting import Proof

TEXT = """BỘ TÀI CHÍNH
Số: {number}/TT-BTC
Hà Nội, ngày {day}

THÔNG TƯ
Quy định về phí

Căn cứ Luật Ngân sách nhà nước số 89/2025/QH15;
Bộ trưởng Bộ Tài chính ban hành Thông tư.
Điều 1. Phạm vi điều chỉnh
{body}
"""
PARTLY, WHOLLY, BOTH = "34/2016/TT-BTC", "35/2016/TT-BTC", "36/2016/TT-BTC"
NAMED = "Theo Thông tư số {} ngày 01 tháng 3 năm 2016 của Bộ trưởng Bộ Tài chính."
SOURCES = [
    TEXT.format(
        number="45/2024",
        day="15 tháng 5 năm 2024",
        body=f"1. Bãi bỏ khoản 4 Điều 5 Thông tư số {PARTLY}.\n2. Thông tư số {WHOLLY} hết hiệu "
        f"lực kể từ ngày Thông tư này có hiệu lực.\n3. Bãi bỏ Điều 2 Thông tư số {BOTH}.",
    ),
    # later the rest of one of them
    TEXT.format(
        number="7/2025",
        day="06 tháng 02 năm 2025",
        body=f"2. Bãi bỏ Thông tư số {BOTH}.",
    ),
    *(NAMED.format(number) for number in (PARTLY, WHOLLY, BOTH)),
]


def instrument(number):
    return iris.InstrumentKey("btc", "2016", "tt", number.partition("/")[0]).iri


@pytest.fixture(scope="module")
def directory(tmp_path_factory):
    directory = tmp_path_factory.mktemp("in-part") / "store"
    with Store.open(directory) as store:
        for name, text in enumerate(SOURCES):
            reading = read(SourceText(text, f"{name}.txt"))
            store.add(quads(reading), reading.source.id, f"{name}.txt")
        store.publish()
    return directory


@pytest.fixture(scope="module")
def client(directory):
    workers = Workers(directory, size=1, timeout=20)
    yield create_app(directory, workers).test_client()
    workers.close()


@pytest.mark.parametrize(
    ("number", "day", "state"),
    [
        (PARTLY, "2026-10-01", "chưa rõ"),
        (WHOLLY, "2026-10-01", "hết hiệu lực"),
        (WHOLLY, "2024-05-14", "chưa rõ"),
        (BOTH, "2024-12-31", "chưa rõ"),
        (BOTH, "2026-10-01", "hết hiệu lực"),
    ],
)
def test_what_loses_a_part_is_not_spent(directory, number, day, state):
    rows = answer(snapshot(directory), "in-force", {"as_of": day, "number": number}).rows
    assert {row["state"].value for row in rows} == {state}
    ended = [row["quote"].value for row in rows if row["endedBy"]]
    assert all("Điều" not in quote for quote in ended)


@pytest.mark.parametrize(
    ("number", "status"), [(PARTLY, AMENDED), (WHOLLY, REPLACED), (BOTH, REPLACED)]
)
def test_the_signal_says_so(directory, number, status):
    found = snapshot(directory)
    told = signal(Teller(found, links(found)), instrument(number))
    assert told.status == status
    assert ("(một phần: khoản 4 Điều 5)" in told.reasons[0].vi) is (number == PARTLY)


@pytest.mark.parametrize(
    ("number", "language", "words"),
    [
        (PARTLY, "vi", "(một phần: khoản 4 Điều 5)"),
        (PARTLY, "en", "(in part: khoản 4 Điều 5)"),
        (WHOLLY, "vi", ""),
    ],
)
def test_the_page_says_so(client, number, language, words):
    path = instrument(number).removeprefix(iris.BASE)
    response = client.get(f"/{path}.html?lang={language}")
    assert response.status_code == 200
    page = " ".join(BeautifulSoup(response.data, "html.parser").get_text(" ").split())
    assert words in page
    assert bool(words) is ("(một phần" in page or "(in part" in page)


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        (("một phần",), "một phần"),
        (("một phần", "khoản 2 Điều 4"), "khoản 2 Điều 4"),
        (("khoản 2 Điều 4", "Điều 7"), "khoản 2 Điều 4; Điều 7"),
        # one sentence says it of the whole
        (("khoản 2 Điều 4", ""), ""),
        ((), ""),
    ],
)
def test_a_part_that_is_named_says_enough(parts, told):
    proofs = tuple(Proof("read", in_part=part) for part in parts)
    assert Value(Cell("A"), proofs).in_part == told
