"""Names and codes are used again: which unit a text means depends on its day and its province."""

import pytest

from loaders.model import SourceText
from loaders.reading import read
from ontology import authority
from ontology.iris import BASE

# (day of the text, text, body, place)
MEANT = [
    # Púng Luông: an old commune of the district, a new one of the province, under one code
    (
        "2021-09-08",
        "Ủy ban MTTQ Việt Nam tỉnh Yên Bái giám sát tại Đảng bộ xã Púng Luông, huyện Mù Cang Chải.",
        "Đảng bộ xã Púng Luông",
        "04492-pung-luong@truoc-2025",
    ),
    (
        "2025-09-08",
        "Ủy ban MTTQ Việt Nam tỉnh Lào Cai giám sát tại Đảng bộ xã Púng Luông, tỉnh Lào Cai.",
        "Đảng bộ xã Púng Luông",
        "04492-pung-luong@2025",
    ),
    # Lao Chải of two provinces, each before and after
    (
        "2021-09-08",
        "Ủy ban MTTQ Việt Nam tỉnh Yên Bái giám sát tại Đảng bộ xã Lao Chải, huyện Mù Cang Chải.",
        "Đảng bộ xã Lao Chải",
        "04474-lao-chai@truoc-2025",
    ),
    (
        "2021-09-08",
        "Ủy ban MTTQ Việt Nam tỉnh Hà Giang giám sát tại Đảng bộ xã Lao Chải, huyện Vị Xuyên.",
        "Đảng bộ xã Lao Chải",
        "00943-lao-chai@truoc-2025",
    ),
    (
        "2026-03-08",
        "Ủy ban MTTQ Việt Nam tỉnh Lào Cai giám sát tại Đảng ủy xã Lao Chải.",
        "Đảng ủy xã Lao Chải",
        "04474-lao-chai@2025",
    ),
    (
        "2026-03-08",
        "Ủy ban MTTQ Việt Nam tỉnh Tuyên Quang giám sát tại Đảng ủy xã Lao Chải.",
        "Đảng ủy xã Lao Chải",
        "00937-lao-chai@2025",
    ),
    # The code 15 was Yên Bái and is Lào Cai, which was 10
    (
        "2021-09-08",
        "Tỉnh ủy Yên Bái kiểm tra Huyện ủy Mù Cang Chải.",
        "Tỉnh ủy Yên Bái",
        "15-yen-bai@truoc-2025",
    ),
    (
        "2021-09-08",
        "Tỉnh ủy Lào Cai kiểm tra Huyện ủy Bảo Thắng.",
        "Tỉnh ủy Lào Cai",
        "10-lao-cai@truoc-2025",
    ),
    (
        "2025-09-08",
        "Tỉnh ủy Lào Cai kiểm tra Đảng ủy xã Mù Cang Chải.",
        "Tỉnh ủy Lào Cai",
        "15-lao-cai@2025",
    ),
    # A district before, a commune of its name after
    (
        "2021-09-08",
        "Tỉnh ủy Yên Bái kiểm tra Huyện ủy Mù Cang Chải.",
        "Huyện ủy Mù Cang Chải",
        "137-mu-cang-chai@truoc-2025",
    ),
    (
        "2025-09-08",
        "Tỉnh ủy Lào Cai kiểm tra Đảng ủy xã Mù Cang Chải.",
        "Đảng ủy xã Mù Cang Chải",
        "04456-mu-cang-chai@2025",
    ),
    # An island district before, a special zone after
    (
        "2024-09-08",
        "Tỉnh ủy Quảng Ngãi kiểm tra Huyện ủy Lý Sơn.",
        "Huyện ủy Lý Sơn",
        "536-ly-son@truoc-2025",
    ),
    (
        "2025-09-08",
        "Tỉnh ủy Quảng Ngãi kiểm tra Đảng ủy đặc khu Lý Sơn.",
        "Đảng ủy đặc khu Lý Sơn",
        "21548-ly-son@2025",
    ),
]


@pytest.mark.parametrize(
    ("day", "text", "body", "place"), MEANT, ids=[f"{m[0]} {m[2]}" for m in MEANT]
)
def test_a_text_means_the_unit_of_its_day(day, text, body, place):
    named = {
        m.body.name: m.body.place for m in read(SourceText(text, "x.txt", published=day)).bodies
    }
    assert named[body] == f"{BASE}place/{place}"


@pytest.mark.parametrize(
    ("then", "now"),
    [
        ("15-yen-bai@truoc-2025", ["tỉnh Lào Cai"]),
        ("10-lao-cai@truoc-2025", ["tỉnh Lào Cai"]),
        ("02-ha-giang@truoc-2025", ["tỉnh Tuyên Quang"]),
        ("04492-pung-luong@truoc-2025", ["xã Púng Luông"]),
        ("04468-mo-de@truoc-2025", ["xã Mù Cang Chải"]),
        ("536-ly-son@truoc-2025", ["đặc khu Lý Sơn"]),
        # the district level ended: a district with communes has no successor of its own
        ("137-mu-cang-chai@truoc-2025", []),
    ],
)
def test_what_a_unit_is_today(then, now):
    unit = authority.place(f"{BASE}place/{then}")
    assert unit.valid_to == "2025-06-30"
    assert [authority.place(each).label for each in unit.successors] == now
