"""From when an instrument has effect: the text itself, or one it cites; never what it changes."""

import pytest

from loaders.effect import effects
from loaders.masks import Mask
from loaders.model import SourceText
from loaders.reading import read
from loaders.triples import Statements
from ontology.iris import BASE

DECREE = """CHÍNH PHỦ
Số: 21/2024/NĐ-CP
Hà Nội, ngày 23 tháng 02 năm 2024

NGHỊ ĐỊNH
Sửa đổi, bổ sung một số điều của Nghị định số 44/2016/NĐ-CP

Điều 5. Hiệu lực thi hành
{}
"""
SAID = [
    (
        DECREE.format("Nghị định này có hiệu lực thi hành kể từ ngày 10 tháng 4 năm 2024."),
        {("cp/2024/nd/21", "effectiveFrom", "2024-04-10")},
    ),
    (
        DECREE.format("Nghị định này có hiệu lực thi hành kể từ ngày ký ban hành."),
        {("cp/2024/nd/21", "effectiveFrom", "2024-02-23")},
    ),
    (
        DECREE.format("Nghị định này hết hiệu lực từ ngày 01/03/2027."),
        {("cp/2024/nd/21", "expiredOn", "2027-03-01")},
    ),
    # an article of another text that is quoted here
    (DECREE.format("“Thông tư này có hiệu lực kể từ ngày 10 tháng 4 năm 2024.”"), set()),
    (
        "Nghị định số 49/2018/NĐ-CP ngày 30 tháng 3 năm 2018 của Chính phủ quy định về kiểm định "
        "chất lượng giáo dục nghề nghiệp, có hiệu lực kể từ ngày 15 tháng 5 năm 2018.",
        {("cp/2018/nd/49", "effectiveFrom", "2018-05-15")},
    ),
    # the one that amends, not the one that is amended
    (
        "Thông tư số 136/2025/TT-BTC ngày 29 tháng 12 năm 2025 của Bộ trưởng Bộ Tài chính sửa "
        "đổi, bổ sung một số điều của Thông tư số 98/2020/TT-BTC ngày 16 tháng 11 năm 2020 của Bộ "
        "trưởng Bộ Tài chính, có hiệu lực kể từ ngày 12 tháng 02 năm 2026.",
        {("btc/2025/tt/136", "effectiveFrom", "2026-02-12")},
    ),
    # a day before the instrument, or many years after it, is of something else
    ("Nghị định số 49/2018/NĐ-CP ngày 30/3/2018, có hiệu lực từ ngày 15/5/2016.", set()),
    ("Nghị định số 49/2018/NĐ-CP ngày 30/3/2018, có hiệu lực từ ngày 15/5/2026.", set()),
    # that of an article
    (
        "Khoản 2 Điều 3 Nghị định số 49/2018/NĐ-CP ngày 30/3/2018; quy định này có hiệu lực từ "
        "ngày 15/5/2018.",
        set(),
    ),
]


@pytest.mark.parametrize(("text", "expected"), SAID, ids=[s[0][-60:].strip() for s in SAID])
def test_days_of_effect(text, expected):
    reading = read(SourceText(text, "x.txt"))
    out = Statements(reading.source.id, Mask(text, ()))
    effects(out, reading)
    found = {
        (
            subject[1:-1].removeprefix(BASE + "instrument/"),
            predicate.removeprefix("vk:"),
            value[1:11],
        )
        for (subject, predicate), claims in out.claims.items()
        for _, value, _ in claims
    }
    assert found == expected
    for claims in out.claims.values():
        for span, _, _ in claims:
            assert "hiệu lực" in text[span.start : span.end]
