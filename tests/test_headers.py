"""What a text itself is: party, state, consolidated, local; None for news and blank templates."""

import pytest

from loaders.model import SourceText
from loaders.reading import read

PARTY = """|
**BAN CHẤP HÀNH
TRUNG ƯƠNG**
*
|
**ĐẢNG CỘNG SẢN
VIỆT NAM**
---------------
|
|
Số 12-QĐ/TW
|
*Hà Nội, ngày 06
tháng 02 năm 2024*
|

**QUY ĐỊNH**

VỀ
CÔNG TÁC VĂN THƯ

-----

- Căn cứ Điều lệ Đảng;

{preamble} như sau:

**Điều 1. Phạm vi**

|
**T/M {signature}**
**Trần Văn Bình**
|
"""

STATE = """BỘ TÀI CHÍNH
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 29/2020/TT-BTC
Hà Nội, ngày 17 tháng 4 năm 2020

THÔNG TƯ
Hướng dẫn xử phạt vi phạm hành chính
trong lĩnh vực quản lý tài sản công

Căn cứ Luật Xử lý vi phạm hành chính;
Bộ trưởng Bộ Tài chính ban hành Thông tư hướng dẫn.
Điều 1. Phạm vi điều chỉnh
"""

FRONT = """ỦY BAN MTTQ VIỆT NAM
TỈNH YÊN BÁI
BAN THƯỜNG TRỰC
Số: 171/KH-MTTQ-BTT
Yên Bái, ngày 22 tháng 6 năm 2021

KẾ HOẠCH
Giám sát việc triển khai thực hiện Quy định số 124-QĐ/TW

Thực hiện Quy định số 124-QĐ/TW ngày 02/02/2018 của Ban Bí thư
"""

COMMITTEE = """ỦY BAN NHÂN DÂN\r
TỈNH LÀO CAI\r
\r
Số: 123/QĐ-UBND\r
Lào Cai, ngày 05 tháng 3 năm 2024\r
\r
QUYẾT ĐỊNH\r
Về việc thành lập Đoàn kiểm tra\r
\r
Căn cứ Luật Tổ chức chính quyền địa phương;\r
"""


def own(text):
    return read(SourceText(text, "x.txt")).self


@pytest.mark.parametrize(
    ("preamble", "signature", "issuer"),
    [
        # the letterhead of the three central bodies is the same: preamble and signature decide
        ("Ban Bí thư Trung ương Đảng quy định về công tác văn thư", "BAN BÍ THƯ", "Ban Bí thư"),
        ("Bộ Chính trị quy định về công tác văn thư", "BỘ CHÍNH TRỊ", "Bộ Chính trị"),
        (
            "Ban Chấp hành Trung ương quy định",
            "BAN CHẤP HÀNH TRUNG ƯƠNG",
            "Ban Chấp hành Trung ương",
        ),
    ],
)
def test_the_issuer_of_a_central_party_text(preamble, signature, issuer):
    found = own(PARTY.format(preamble=preamble, signature=signature))
    assert (found.kind, found.number, found.date, found.issuer) == (
        "Quy định",
        "12-QĐ/TW",
        "2024-02-06",
        issuer,
    )
    assert found.title == "Về công tác văn thư"
    assert found.signer == "Trần Văn Bình"
    assert found.instrument.endswith("/instrument/tw/k13/qd/12")


@pytest.mark.parametrize(
    ("text", "kind", "number", "date", "issuer", "title"),
    [
        (
            STATE,
            "Thông tư",
            "29/2020/TT-BTC",
            "2020-04-17",
            "Bộ Tài chính",
            "Hướng dẫn xử phạt vi phạm hành chính trong lĩnh vực quản lý tài sản công",
        ),
        (
            FRONT,
            "Kế hoạch",
            "171/KH-MTTQ-BTT",
            "2021-06-22",
            "Ban thường trực",
            "Giám sát việc triển khai thực hiện Quy định số 124-QĐ/TW",
        ),
        (
            COMMITTEE,
            "Quyết định",
            "123/QĐ-UBND",
            "2024-03-05",
            "Ủy ban nhân dân tỉnh Lào Cai",
            "Về việc thành lập Đoàn kiểm tra",
        ),
    ],
)
def test_state_and_front_headers(text, kind, number, date, issuer, title):
    found = own(text)
    assert (found.kind, found.number, found.date, found.title) == (kind, number, date, title)
    assert found.issuer.casefold().startswith(issuer.casefold())


@pytest.mark.parametrize(
    "text",
    [
        "Tin tức\n\nĐoàn giám sát làm việc với Huyện ủy theo Quy định số 124-QĐ/TW.\n",
        "TỈNH ỦY\nSố     - HD/BTCTU\nngày     tháng 8 năm 2025\n\nHƯỚNG DẪN\nVề việc\n",
        "Số: ……./QĐ-CHQ\n\nQUYẾT ĐỊNH\nVề việc xử lý\n",
    ],
)
def test_a_page_or_a_template_is_no_instrument(text):
    assert own(text) is None


def test_a_consolidated_text_prints_its_number_at_its_end():
    text = (
        "CÔNG BÁO/Số 545 + 546/Ngày 04-5-2018\n\nTHÔNG TƯ\nBan hành Danh mục vật tư y tế\n\n"
        "Thông tư số 04/2017/TT-BYT ngày 14 tháng 4 năm 2017 của Bộ trưởng Bộ Y tế được sửa đổi, "
        "bổ sung bởi:\nThông tư số 50/2017/TT-BYT ngày 29 tháng 12 năm 2017.\n\nCăn cứ Luật bảo "
        "hiểmy tế;\nĐiều 1. Danh mục\n\nBỘ Y TẾ\nSố: 06/VBHN-BYT\n"
        "Hà Nội, ngày 19 tháng 4 năm 2018\n"
    )
    found = own(text)
    assert (found.kind, found.number, found.date, found.issuer) == (
        "Văn bản hợp nhất",
        "06/VBHN-BYT",
        "2018-04-19",
        "Bộ Y tế",
    )
    assert found.title == "Ban hành Danh mục vật tư y tế"


# (letterhead, number line, what follows the title, issuer)
LETTERHEADS = [
    (
        "**ỦY BAN MTTQ VIỆT NAM XÃ ĐỒNG SẬY**\n**BAN THƯỜNG TRỰC**\n",
        "Số: 19/BC-MTTQ — *Đồng Sậy, ngày 12 tháng 11 năm 2025*",
        "Thực hiện kế hoạch đã định, Ban Thường trực báo cáo như sau.",
        "Ban Thường trực Ủy ban MTTQ Việt Nam xã Đồng Sậy",
    ),
    (
        "HỘI ĐỒNG NHÂN DÂN                CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "TỈNH LÂM ĐỒNG                          Độc lập - Tự do - Hạnh phúc\n",
        "Số: 58/BC-HĐND                    Lâm Đồng, ngày 17 tháng 11 năm 2021",
        "Hội đồng nhân dân tỉnh báo cáo như sau:",
        "Hội đồng nhân dân tỉnh Lâm Đồng",
    ),
    # the signer of a report is not its issuer
    (
        "UBND THÀNH PHỐ HẢI PHÒNG\nTHANH TRA THÀNH PHỐ\n",
        "Số: 743/BC-TTr\nHải Phòng, ngày 09 tháng 12 năm 2013",
        "## Mục 1. Kết quả\n\nĐã làm xong.\n\nCHÁNH THANH TRA\nPhạm Hoằng Nghị",
        "Thanh tra thành phố Hải Phòng",
    ),
    (
        "TRUNG ƯƠNG HỘI NÔNG DÂN VIỆT NAM\nBAN THƯỜNG VỤ\n*\n",
        "Số 96-BC/HNDTW                          Hà Nội, ngày 28 tháng 10 năm 2019",
        "Thi hành kế hoạch đã định, đoàn đã xuống cơ sở.",
        "Ban Thường vụ Trung ương Hội Nông dân Việt Nam",
    ),
    (
        "TỈNH ỦY GIA LAI\nĐOÀN KIỂM TRA CỦA BAN THƯỜNG VỤ\n",
        "Số 05-BC/ĐKT\n                    Pleiku, ngày 02 tháng 12 năm 2014",
        "1- CÁCH LÀM\n\nBan Thường vụ Huyện ủy Ia Sol ban hành chỉ thị.",
        "Đoàn kiểm tra của Ban Thường vụ Tỉnh ủy Gia Lai",
    ),
]


@pytest.mark.parametrize(
    ("head", "number", "body", "issuer"), LETTERHEADS, ids=[row[3] for row in LETTERHEADS]
)
def test_the_issuer_of_a_report_is_the_body_of_its_letterhead(head, number, body, issuer):
    text = f"{head}{number}\n\nBÁO CÁO\nKết quả giám sát\n\n{body}\n"
    own = read(SourceText(text, "x.txt")).self
    assert own is not None
    assert own.issuer == issuer


def test_minutes_are_seldom_numbered():
    text = (
        "ĐẢNG BỘ TỈNH TÂY NINH\nĐOÀN KIỂM TRA SỐ 1213\n\nĐức Hòa, ngày 20 tháng 5 năm 2026\n\n"
        "BIÊN BẢN\nlàm việc giữa Đoàn kiểm tra với Đảng ủy xã Đức Hòa\n\nNội dung làm việc.\n"
    )
    found = read(SourceText(text, "")).self
    assert (found.kind, found.number, found.date) == ("Biên bản", None, "2026-05-20")
    undated = text.replace("20 tháng 5", "   tháng  ")
    assert read(SourceText(undated, "")).self is None
