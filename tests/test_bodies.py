"""Bodies by the home of a text: the territory that the words leave out.

And issuers as registers need them.
"""

import pytest

from loaders.bodies import body_mentions, resolve
from loaders.places import Home, home

MU_CANG_CHAI = home(
    "Giám sát tại huyện Mù Cang Chải, tỉnh Yên Bái. Huyện Mù Cang Chải, tỉnh Yên Bái.",
    "2021-09-08",
    None,
)

FULL = [
    ("Huyện ủy", "Huyện ủy Mù Cang Chải", "huyen-uy-mu-cang-chai"),
    ("Thường trực Tỉnh ủy", "Thường trực Tỉnh ủy Yên Bái", "thuong-truc-tinh-uy-yen-bai"),
    ("UBKT Tỉnh ủy", "Ủy ban Kiểm tra Tỉnh ủy Yên Bái", "uy-ban-kiem-tra-tinh-uy-yen-bai"),
    ("Ban Nội chính tỉnh", "Ban Nội chính Tỉnh ủy Yên Bái", "ban-noi-chinh-tinh-uy-yen-bai"),
    ("Thanh tra tỉnh", "Thanh tra tỉnh Yên Bái", "thanh-tra-tinh-yen-bai"),
    ("UBND huyện", "Ủy ban nhân dân huyện Mù Cang Chải", "uy-ban-nhan-dan-huyen-mu-cang-chai"),
    (
        "Ủy ban nhân dân huyện",
        "Ủy ban nhân dân huyện Mù Cang Chải",
        "uy-ban-nhan-dan-huyen-mu-cang-chai",
    ),
    ("Đảng bộ xã Lao Chải", "Đảng bộ xã Lao Chải", "dang-bo-xa-lao-chai-04474"),
    ("xã La Pán Tẩn", "xã La Pán Tẩn", "xa-la-pan-tan-04483"),
    ("Ban Bí thư Trung ương Đảng", "Ban Bí thư", "ban-bi-thu"),
    ("Bộ trưởng Bộ Tài chính", "Bộ Tài chính", "bo-tai-chinh"),
    ("Ban Chấp hành Trung ương khóa XII", "Ban Chấp hành Trung ương", "ban-chap-hanh-trung-uong"),
    (
        "Ban Thường trực Trung ương MTTQ Việt Nam",
        "Ban Thường trực Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam",
        "ban-thuong-truc-uy-ban-trung-uong-mat-tran-to-quoc-viet-nam",
    ),
    ("Chính phủ", "Chính phủ", "chinh-phu"),
]


@pytest.mark.parametrize(("words", "name", "slug"), FULL)
def test_names_are_completed_by_the_home(words, name, slug):
    body = resolve(words, MU_CANG_CHAI, None)
    assert (body.name, body.iri.rsplit("/", 1)[-1]) == (name, slug)


def test_without_a_home_a_general_name_stays_general():
    body = resolve("Huyện ủy", Home(), None)
    assert (body.name, body.place) == ("Huyện ủy", None)


def test_a_commune_is_resolved_within_the_home():
    here = resolve("Đảng ủy xã Lao Chải", MU_CANG_CHAI, None)
    assert here.place is not None
    assert here.place.endswith("04474-lao-chai@truoc-2025")
    assert resolve("Đảng ủy xã Lao Chải", Home(), None).place is None


def test_after_the_reform_the_same_name_is_another_unit():
    text = "Đảng ủy xã Púng Luông, tỉnh Lào Cai. Xã Púng Luông, tỉnh Lào Cai."
    where = home(text, "2026-03-01", None)
    assert resolve("Đảng ủy xã Púng Luông", where, None).place.endswith("04492-pung-luong@2025")


def test_mentions_are_whole_and_generic_ones_are_left_out():
    text = (
        "Huyện ủy chỉ đạo HĐND xã, một số cấp ủy cơ sở và Ban Pháp chế của Hội đồng nhân dân "
        "huyện. Phối hợp với MTTQ."
    )
    found = body_mentions(text, MU_CANG_CHAI, None)
    assert [(text[m.span.start : m.span.end], m.body.name) for m in found] == [
        ("Huyện ủy", "Huyện ủy Mù Cang Chải"),
        (
            "Ban Pháp chế của Hội đồng nhân dân huyện",
            "Ban Pháp chế Hội đồng nhân dân huyện Mù Cang Chải",
        ),
    ]
