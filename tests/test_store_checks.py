"""A draft beside what a store holds: figures, who was inspected and when, what was changed."""

import pytest

from graph.snapshots import snapshot
from graph.store import Store
from loaders.checking import checked
from loaders.model import SourceText
from loaders.quads import quads
from loaders.reading import read
from web.beside import loaded_beside

LATER = (
    "Quyết định số 15/2024/QĐ-UBND ngày 10/5/2024 của Ủy ban nhân dân tỉnh Yên Bái thay thế Quyết "
    "định số 12/2021/QĐ-UBND ngày 20/8/2021 của Ủy ban nhân dân tỉnh Yên Bái."
)
EVENT = (
    "Thực hiện Quyết định số 209/QĐ-MTTQ-BTT ngày 22/7/2021 của Ban Thường trực Ủy ban MTTQ Việt "
    "Nam tỉnh Yên Bái về thành lập Đoàn giám sát, {days}, Đoàn giám sát của Ủy ban MTTQ Việt Nam "
    "tỉnh Yên Bái giám sát tại {units}."
)


@pytest.fixture(scope="module")
def held(seed_text, tmp_path_factory):
    directory = tmp_path_factory.mktemp("beside")
    texts = (
        SourceText(seed_text, "seed.txt", title="Tin giám sát", published="2021-09-08T09:33:23"),
        SourceText(LATER, "later.txt", title="Quyết định thay thế", published="2024-05-12"),
    )
    with Store.open(directory) as store:
        for text in texts:
            store.add(quads(read(text)), text.id, text.path)
        store.publish()
    return snapshot(directory)


@pytest.fixture
def told(held):
    def notices(text):
        reading = read(SourceText(text, "draft.txt", published="2021-10-01"))
        loaded = loaded_beside(held, reading)
        found = checked(reading, "2021-10-01", None, loaded)
        return [n for n in found if n.rule.startswith("store-")], text

    return notices


PETITIONS = (
    "Từ năm 2019 đến 6 tháng đầu năm 2021, Huyện ủy Mù Cang Chải, huyện Mù Cang Chải, tỉnh Yên Bái "
    "đã tiếp nhận, xem xét, giải quyết {} đơn thư."
)
PLAN = "Kế hoạch số 171/KH-MTTQ-BTT ngày {} của Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh Yên Bái."
UNITS = "Huyện ủy Mù Cang Chải và Đảng bộ xã {}, huyện Mù Cang Chải"
AUGUST = "từ ngày 18/8/2021 đến ngày 22/8/2021"
CASES = [
    ("figure", PETITIONS.format(152), [("store-figure", "152 đơn thư", "151")]),
    ("same figure", PETITIONS.format(151), []),
    ("another time", PETITIONS.format(152).replace("năm 2019 đến", "năm 2020 đến"), []),
    (
        "another unit",
        PETITIONS.format(152).replace("Mù Cang Chải", "Trạm Tấu"),
        [],
    ),
    (
        "a unit that the report does not name",
        EVENT.format(days=AUGUST, units=UNITS.format("Chế Tạo")),
        [("store-unit", "Đảng bộ xã Chế Tạo", "18")],
    ),
    ("its units", EVENT.format(days=AUGUST, units=UNITS.format("Mồ Dề")), []),
    (
        "other days",
        EVENT.format(days="từ ngày 19/8/2021 đến ngày 23/8/2021", units=UNITS.format("Mồ Dề")),
        [("store-days", "Đoàn giám sát", "18")],
    ),
    (
        "the same decision though the text does not say whose it is",
        "Từ ngày 19 - 22/8/2021, Đoàn giám sát của Ủy ban MTTQ Việt Nam tỉnh Yên Bái theo Quyết "
        "định số 209/QĐ-MTTQ-BTT ngày 22/7/2021 đã giám sát việc thực hiện Quy định số 124-QĐ/TW "
        "tại Huyện ủy Mù Cang Chải và Đảng bộ xã Mồ Dề.",
        [("store-days", "Đoàn giám sát", "18")],
    ),
    ("another year", PLAN.format("22/6/2020"), [("store-date", "171/KH", "22/6/2021")]),
    ("another day of the year", PLAN.format("12/6/2021"), [("store-date", "171/KH", "22/6/2021")]),
    ("its day", PLAN.format("22/6/2021"), []),
    # numbers start anew each year: another plan
    ("another plan", PLAN.format("15/3/2020"), []),
    (
        "replaced by a loaded text",
        "Căn cứ Quyết định số 12/2021/QĐ-UBND ngày 20/8/2021 của Ủy ban nhân dân tỉnh Yên Bái.",
        [("store-changed", "12/2021/QĐ-UBND", "thay thế")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_what_differs_is_told_with_both_sides(told, text, expected):
    notices, draft = told(text)
    assert [n.rule for n in notices] == [rule for rule, _, _ in expected]
    for notice, (_, words, other) in zip(notices, expected, strict=True):
        assert words in draft[notice.span.start : notice.span.end]
        assert other in notice.others[0].quote
        assert notice.others[0].source


def test_a_report_beside_itself_is_quiet(told, seed_text):
    assert told(seed_text)[0] == []
