"""Pin-cites: lists are distributed, ranges written out."""

import pytest

from loaders.pinpoints import pinpoint_after, pinpoint_before

PINPOINTS = [
    ("theo điểm b khoản 3 Điều 5 ", "điểm b khoản 3 Điều 5"),
    (
        "quy định tại các điểm a, b và c khoản 1 Điều 1 ",
        "điểm a khoản 1 Điều 1; điểm b khoản 1 Điều 1; điểm c khoản 1 Điều 1",
    ),
    ("từ Điều 9 đến Điều 11 ", "Điều 9; Điều 10; Điều 11"),
    ("khoản 1, khoản 2 Điều 5 của ", "khoản 1 Điều 5; khoản 2 Điều 5"),
    ("khoản 1 Điều 5, khoản 2 Điều 6 ", "khoản 1 Điều 5; khoản 2 Điều 6"),
    ("khoản 1, 2, 3 Điều 4 ", "khoản 1 Điều 4; khoản 2 Điều 4; khoản 3 Điều 4"),
    ("Phụ lục ban hành kèm theo ", "Phụ lục"),
    ("điểm a khoản 1, điểm b khoản 2 Điều 7 ", "điểm a khoản 1 Điều 7; điểm b khoản 2 Điều 7"),
    ("Điều 3, khoản 2 Điều 4 và Điều 5 ", "Điều 3; khoản 2 Điều 4; Điều 5"),
    ("Điều 5, 7 và 9 ", "Điều 5; Điều 7; Điều 9"),
    ("từ điểm c đến điểm e khoản 2 Điều 8 ", "điểm c khoản 2 Điều 8; điểm d khoản 2 Điều 8; "
     "điểm đ khoản 2 Điều 8; điểm e khoản 2 Điều 8"),
    ("cấp xã (tương đương), tiểu mục 1.1/1/I, phụ lục 3, ", "tiểu mục 1.1/1/I Phụ lục 3"),
    ("theo quy định của ", None),
    ("ngày 5/6/2023 của ", None),
    ("khoản này và ", None),
]  # fmt: skip


@pytest.mark.parametrize(("lead", "expected"), PINPOINTS)
def test_before_the_citation(lead, expected):
    assert pinpoint_before(lead + "Luật này", len(lead)) == expected


def test_after_the_citation_in_brackets():
    text = "Luật Thanh tra (khoản 2 Điều 5) và"
    assert pinpoint_after(text, 14) == "khoản 2 Điều 5"
