"""Conflicts are shown with every place and never settled; a shortened value is none."""

import pytest

from loaders.model import SourceText
from loaders.reading import read

CONFLICTS = [
    (
        "Quyết định số 99-QĐ/TW ngày 03/10/2017 và Quyết định số 99-QĐ/TW ngày 03/10/2018",
        [("date", ["2017-10-03", "2018-10-03"], "2017-10-03")],
    ),
    # another body than the record's; the long name of the same body is none
    (
        "Quyết định số 99-QĐ/TW ngày 03/10/2017 của Ban Chấp hành Trung ương Đảng",
        [("issuer", ["Ban Chấp hành Trung ương"], "Ban Bí thư")],
    ),
    ("Quy định số 124-QĐ/TW ngày 02/02/2018 của Ban Bí thư Trung ương Đảng", []),
    # the symbol lost its i
    (
        "Quy định 08-QĐ/TW, ngày 25/10/2018 của Ban Chấp hành Trung ương",
        [("number", ["08-QĐ/TW"], "08-QĐi/TW")],
    ),
    # a pair shares its day where the record has that day for the first of them too
    (
        "Quyết định số 217-QĐ/TW, Quyết định số 218-QĐ/TW ngày 12/12/2013 của Bộ Chính trị; Quy "
        "chế ban hành kèm theo Quyết định số 217-QĐ/TW ngày 21/12/2013.",
        [("date", ["2013-12-12", "2013-12-21"], "2013-12-12")],
    ),
    ("Quyết định số 217-QĐ/TW và Quyết định số 218-QĐ/TW ngày 12/12/2013", []),
    (
        "Quyết định số 99-QĐ/TW và Quyết định số 218-QĐ/TW ngày 12/12/2013; Quyết định số "
        "99-QĐ/TW ngày 03/10/2017",
        [],
    ),
    (
        "Quy định số 217-QĐ/TW ngày 12/12/2013 của Bộ Chính trị",
        [("kind", ["Quy định"], "Quyết định")],
    ),
    ("Quy định số 124-QĐ/TW năm 2018; Quy định số 124-QĐ/TW ngày 02/02/2018", []),
    (
        "Chỉ thị số 24-CT/TW ngày 20/4/2018 về tăng cường trách nhiệm nêu gương của người đứng đầu "
        "các cấp ủy; Chỉ thị số 24-CT/TW ngày 20/4/2018 về tăng cường vai trò nêu gương của người "
        "đứng đầu các cấp ủy.",
        [
            (
                "title",
                [
                    "về tăng cường trách nhiệm nêu gương của người đứng đầu các cấp ủy",
                    "về tăng cường vai trò nêu gương của người đứng đầu các cấp ủy",
                ],
                None,
            )
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CONFLICTS)
def test_conflicts(text, expected):
    reading = read(SourceText(text, "x.txt"))
    assert [
        (c.property, [v.value for v in c.values], c.suggestion) for c in reading.conflicts
    ] == expected
    for conflict in reading.conflicts:
        assert conflict.rule
        assert all(text[s.start : s.end] for v in conflict.values for s in v.spans)
