"""What a text itself is: party, state, consolidated, local; None for news and blank templates."""

import pytest

from loaders.casing import cased
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
    # a delegation under the body that sent it is a part of it, as a standing board is
    (
        "HỘI ĐỒNG NHÂN DÂN TỈNH NGHỆ AN\nĐOÀN KHẢO SÁT\n",
        "Số: 21/BC-ĐKS\nNghệ An, ngày 03 tháng 7 năm 2023",
        "Từ ngày 12 đến ngày 20/6, Đoàn đã làm việc với các sở.",
        "Đoàn khảo sát Hội đồng nhân dân tỉnh Nghệ An",
    ),
    (
        "HỘI ĐỒNG NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "THÀNH PHỐ HUẾ                   Độc lập - Tự do - Hạnh phúc\nĐOÀN GIÁM SÁT\n",
        "Số: 30/BC-ĐGS              Huế, ngày 18 tháng 6 năm 2025",
        "Đoàn đã giám sát tại ba sở.",
        "Đoàn giám sát Hội đồng nhân dân thành phố Huế",
    ),
    # the whole Party of a place sends nobody: its committee does
    (
        "ĐẢNG BỘ HUYỆN CẨM KHÊ\nĐOÀN GIÁM SÁT SỐ 04\n",
        "Số 02-BC/ĐGS\nCẩm Khê, ngày 08 tháng 11 năm 2022",
        "Thực hiện kế hoạch, Đoàn giám sát của Ban Thường vụ Huyện ủy đã làm việc với 5 chi bộ.",
        "Đoàn giám sát của Ban Thường vụ Huyện ủy Cẩm Khê",
    ),
    # whoever heads an inspectorate or a department acts in his own right where the preamble says so
    (
        "UBND TỈNH SƠN LA\nTHANH TRA TỈNH\n",
        "Số: 09/KL-TTr\nSơn La, ngày 21 tháng 4 năm 2021",
        "Xét báo cáo của Trưởng đoàn, Chánh Thanh tra tỉnh kết luận như sau:",
        "Chánh Thanh tra tỉnh Sơn La",
    ),
    (
        "UBND TỈNH SƠN LA\nSỞ Y TẾ\n",
        "Số: 310/QĐ-SYT\nSơn La, ngày 21 tháng 4 năm 2021",
        "GIÁM ĐỐC SỞ Y TẾ TỈNH SƠN LA\n\nĐiều 1. Ban hành kế hoạch.",
        "Giám đốc Sở Y tế tỉnh Sơn La",
    ),
    # the chairman of a people's committee acts in his own right
    (
        "ỦY BAN NHÂN DÂN\nTỈNH SƠN LA\n",
        "Số: 77/QĐ-UBND\nSơn La, ngày 21 tháng 4 năm 2021",
        "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SƠN LA\n\nĐiều 1. Thành lập tổ.",
        "Chủ tịch Ủy ban nhân dân tỉnh Sơn La",
    ),
    # the old placement of tones, in capitals too
    (
        "HUYỆN UỶ QUỲ HỢP\nUỶ BAN KIỂM TRA\n*\n",
        "Số 17-BC/UBKT\nQuỳ Hợp, ngày 04 tháng 6 năm 2010",
        "Sáu tháng qua, đã kiểm tra 12 chi bộ.",
        "Ủy ban Kiểm tra Huyện ủy Quỳ Hợp",
    ),
    (
        "HỘI LHPN HUYỆN YÊN CHÂU\nBAN THƯỜNG VỤ\n",
        "Số: 12/BC-PN\nYên Châu, ngày 05 tháng 10 năm 2011",
        "Ban Thường vụ báo cáo như sau:",
        "Ban Thường vụ Hội LHPN huyện Yên Châu",
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


# (what stands above the title, the first line below it, issuer and date)
MINUTES = [
    (
        "MTTQ VIỆT NAM TỈNH HÀ NAM\nĐOÀN GIÁM SÁT\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Độc lập - Tự do - Hạnh phúc\n\nPhủ Lý, ngày 14 tháng 8 năm 2024\n\n",
        "Thành phần gồm có:",
        ("Đoàn giám sát MTTQ Việt Nam tỉnh Hà Nam", "2024-08-14"),
    ),
    # the day stands in the first sentence alone
    (
        "ĐẢNG BỘ TỈNH HÀ NAM\nTỔ CÔNG TÁC SỐ 2\n\nĐẢNG CỘNG SẢN VIỆT NAM\n\n",
        "Hôm nay, vào hồi 14 giờ 00, ngày 12/9/2024, Tổ công tác của Ban Thường vụ Tỉnh ủy làm "
        "việc với Huyện ủy Kim Bảng.",
        ("Tổ công tác của Ban Thường vụ Tỉnh ủy Hà Nam", "2024-09-12"),
    ),
]


@pytest.mark.parametrize(("head", "body", "expected"), MINUTES)
def test_minutes_bear_no_number(head, body, expected):
    found = own(f"{head}BIÊN BẢN\nLàm việc với các đơn vị\n\n{body}\n")
    assert (found.kind, found.number, found.title) == ("Biên bản", None, "Làm việc với các đơn vị")
    assert (found.issuer, found.date) == expected


@pytest.mark.parametrize(
    "text",
    [
        # a form to be filled in
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n......, ngày ... tháng ... năm 20...\n\nBIÊN BẢN\n"
        "Kiểm tra hồ sơ\n\nHôm nay, hồi ... giờ ngày .../.../....., tại:\n",
        # an annex, or a page that tells of minutes
        "Tin tức\n\nBIÊN BẢN\nLàm việc\n\nHôm nay, ngày 12/9/2024, đoàn đã đến.\n",
    ],
)
def test_a_form_of_minutes_is_no_instrument(text):
    assert own(text) is None


@pytest.mark.parametrize(
    "name",
    [
        "Sở Giáo dục và Đào tạo tỉnh Lào Cai",
        "Sở Lao động - Thương binh và Xã hội thành phố Hà Nội",
        "Phòng Tài chính - Kế hoạch huyện Mộc Châu",
        "Ban Văn hóa - Xã hội HĐND tỉnh",
        "Bảo hiểm xã hội tỉnh Bến Tre",
        # a commune that is called so
        "Đảng ủy xã Hội Sơn",
        "Kho bạc Nhà nước tỉnh Hà Tĩnh",
        "Tổng cục Thuế",
        "Tỉnh ủy Bà Rịa - Vũng Tàu",
        "Hội LHPN huyện Mai Sơn",
        "Ban Thường trực Ủy ban MTTQ Việt Nam huyện Đại Từ",
    ],
)
def test_a_name_in_capitals_is_written_as_usual(name):
    assert cased(name.upper()) == name
