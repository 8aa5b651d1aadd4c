"""What a page says of itself, its furniture and its repeated passages."""

import pytest

from loaders.page import boilerplate, page, repeated


def seed(request):
    return (request.config.rootpath / "tests" / "texts" / "seed.txt").read_text(encoding="utf-8")


def test_the_seed_has_title_time_author_and_furniture(request):
    text = seed(request)
    about = page(text)
    assert about.title.startswith("Đoàn công tác Ủy ban MTTQ giám sát")
    assert (about.published, about.author) == ("2021-09-08T09:33:23", "Việt Phương")
    marked = [text[s.start : s.end] for s in boilerplate(text)]
    assert marked[0] == "Tin Hoạt động >> Giám sát và phản biện xã hội"
    assert {"Các bài khác", "Xem thêm »", "15oC"} <= set(marked)
    (again,) = repeated(text, boilerplate(text))
    assert text.index(text[again.start : again.end]) < again.start


STAMPS = [
    ("Cập nhật lúc: 09:24 |23/07/2014", "2014-07-23T09:24:00"),
    ("Thứ hai - 21/10/2019 14:58", "2019-10-21T14:58:00"),
    ("Cập nhật, 06:00, Thứ Năm, 12/07/2018 (GMT+7)", "2018-07-12T06:00:00"),
    ("10/07/2018 | 12:04 PM", "2018-07-10T12:04:00"),
    ("Ngày đăng: 30/11/2020", "2020-11-30"),
    ("NGUYÊN ĐOAN | 10/10/2018 03:09", "2018-10-10T03:09:00"),
]


@pytest.mark.parametrize(("line", "published"), STAMPS)
def test_time_stamps(line, published):
    text = (
        f"Kiểm tra, giám sát nhiều tổ chức đảng\n\n{line}\n\nSáng 12/3, Đoàn kiểm tra đã làm việc "
        "với Huyện ủy.\n"
    )
    assert page(text).published == published


FURNITURE = [
    "Trang chủ > Tin tức > Hoạt động Mặt trận",
    "Chia sẻ Facebook",
    "Lượt xem: 1.234",
    "Gửi bình luận",
    "Từ khóa: giám sát, Mặt trận",
    "Bản quyền thuộc về Báo Yên Bái",
    "Độ ẩm trung bình %. Tốc độ gió km/h",
    "CÔNG BÁO/Số 1117 + 1118/Ngày 01-9-2025\n12",
    "Ký bởi: CÔNG BÁO\nCơ quan: VĂN PHÒNG CHÍNH PHỦ\nNgày ký: 2026-05-29 08:10:56 +07:00",
]


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture_is_marked_whole(line):
    text = (
        f"Giám sát tại xã Lao Chải\n\nĐoàn giám sát làm việc với Đảng ủy xã.\n\n{line}\n\nQua giám "
        "sát cho thấy kết quả tốt.\n"
    )
    assert line in [text[s.start : s.end] for s in boilerplate(text)]


CONTENT = [
    "Tin tưởng vào sự lãnh đạo của Đảng",
    "Đánh giá chung",
    "I- KẾT QUẢ ĐẠT ĐƯỢC",
    "- Về công tác tuyên truyền",
    "Ngày 12/3/2021, Đoàn giám sát đã làm việc với Huyện ủy",
]


@pytest.mark.parametrize("line", CONTENT)
def test_content_is_never_furniture(line):
    text = (
        f"Giám sát tại xã Lao Chải\n\nĐoàn giám sát làm việc với Đảng ủy xã.\n\n{line}\n\nQua giám "
        "sát cho thấy kết quả tốt.\n"
    )
    assert line not in [text[s.start : s.end] for s in boilerplate(text)]


def test_other_articles_behind_the_text_are_furniture():
    text = (
        "Giám sát tại xã\n\nĐoàn đã làm việc với xã.\n\nCác tin khác\nKỷ luật cán bộ ở huyện "
        "A\nHội nghị Mặt trận lần thứ 5\n"
    )
    marked = [text[s.start : s.end] for s in boilerplate(text)]
    assert marked == ["Các tin khác", "Kỷ luật cán bộ ở huyện A", "Hội nghị Mặt trận lần thứ 5"]


def test_an_official_text_has_no_page_title():
    text = (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nBÁO CÁO\nKết quả giám "
        "sát\n"
    )
    assert (page(text).title, page(text).author) == (None, None)
