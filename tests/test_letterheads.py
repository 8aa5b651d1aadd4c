"""Letterheads and signatures as texts flatten them: columns on one line, recipients between."""

import pytest

from loaders.model import SourceText
from loaders.reading import read

# Text; kind as printed, number, day, issuer.
TEXTS = [
    # single-space columns, party
    (
        """ĐẢNG BỘ TỈNH HÀ GIANG ĐẢNG CỘNG SẢN VIỆT NAM
HUYỆN ỦY BẮC MÊ
* Bắc Mê, ngày 05 tháng 3 năm 2019
Số 123-BC/HU

BÁO CÁO
kết quả công tác kiểm tra, giám sát quý I năm 2019

Trong quý I năm 2019, các cấp ủy đã tổ chức thực hiện nhiệm vụ.

Nơi nhận: T/M BAN THƯỜNG VỤ
- Tỉnh ủy (báo cáo), PHÓ BÍ THƯ THƯỜNG TRỰC
- Lưu VPHU.
Hoàng Văn Tiến
""",
        ("Báo cáo", "123-BC/HU", "2019-03-05", "Ban Thường vụ Huyện ủy Bắc Mê"),
    ),
    # single-space columns, state
    (
        """UBND TỈNH HÀ NAM CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
SỞ Y TẾ Độc lập - Tự do - Hạnh phúc
Số: 45/BC-SYT Hà Nam, ngày 15 tháng 4 năm 2021

BÁO CÁO
Kết quả thực hiện công tác phòng, chống dịch quý I

Sở Y tế báo cáo kết quả như sau:
I. KẾT QUẢ

Nơi nhận: KT. GIÁM ĐỐC
- UBND tỉnh; PHÓ GIÁM ĐỐC
- Lưu: VT.
Nguyễn Thị Lan
""",
        ("Báo cáo", "45/BC-SYT", "2021-04-15", "Sở Y tế"),
    ),
    # association with the organs in the signature only
    (
        """HỘI NÔNG DÂN VIỆT NAM          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
BCH TỈNH NGHỆ AN                   Độc lập - Tự do - Hạnh phúc
Số: 88-BC/HNDT                  Nghệ An, ngày 20 tháng 12 năm 2018

BÁO CÁO
Công tác Hội và phong trào nông dân năm 2018

Năm 2018, các cấp Hội đã vượt qua nhiều khó khăn.

Nơi nhận:                          T/M BAN THƯỜNG VỤ
- TW Hội;                               CHỦ TỊCH
- Lưu VP.                          Nguyễn Quang Tùng
""",
        ("Báo cáo", "88-BC/HNDT", "2018-12-20", "Ban Thường vụ Hội Nông dân tỉnh Nghệ An"),
    ),
    # commune Party committee after 2025
    (
        """ĐẢNG BỘ TỈNH PHÚ THỌ             ĐẢNG CỘNG SẢN VIỆT NAM
ĐẢNG ỦY XÃ THƯỢNG CỐC
        *                        Thượng Cốc, ngày 12 tháng 9 năm 2025
Số 45-KH/ĐU

KẾ HOẠCH
kiểm tra, giám sát năm 2025

- Căn cứ Điều lệ Đảng;

I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích

Nơi nhận:                          T/M BAN THƯỜNG VỤ
- UBKT Tỉnh ủy,                        BÍ THƯ
- Lưu VPĐU.

                                   Bùi Văn Dương
""",
        ("Kế hoạch", "45-KH/ĐU", "2025-09-12", "Ban Thường vụ Đảng ủy xã Thượng Cốc"),
    ),
    # council
    (
        """HỘI ĐỒNG NHÂN DÂN         CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
HUYỆN KHÁNH SƠN                Độc lập - Tự do - Hạnh phúc
Số: 14/BC-HĐND               Khánh Sơn, ngày 08 tháng 6 năm 2020

BÁO CÁO
Hoạt động của Hội đồng nhân dân huyện 6 tháng đầu năm 2020

Phần thứ nhất
KẾT QUẢ

Nơi nhận:                        TM. THƯỜNG TRỰC HĐND
- TT.HĐND tỉnh;                  PHÓ CHỦ TỊCH
- Lưu: VT.
                                 Mấu Văn Phi
""",
        ("Báo cáo", "14/BC-HĐND", "2020-06-08", "Thường trực Hội đồng nhân dân huyện Khánh Sơn"),
    ),
    # committee for council
    (
        """HỘI ĐỒNG NHÂN DÂN TỈNH BÌNH ĐỊNH
BAN KINH TẾ - NGÂN SÁCH
Số: 09/BC-KTNS
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Bình Định, ngày 02 tháng 7 năm 2019

BÁO CÁO
Thẩm tra dự thảo Nghị quyết về phí, lệ phí

Ban Kinh tế - Ngân sách Hội đồng nhân dân tỉnh báo cáo như sau:
""",
        (
            "Báo cáo",
            "09/BC-KTNS",
            "2019-07-02",
            "Ban Kinh tế - Ngân sách Hội đồng nhân dân tỉnh Bình Định",
        ),
    ),
    # a dash within the name of a committee's part: 'XÃ HỘI' is no commune
    (
        """HỘI ĐỒNG NHÂN DÂN TỈNH PHÚ YÊN
BAN VĂN HÓA - XÃ HỘI
Số: 22/BC-BVHXH
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Tuy Hòa, ngày 14 tháng 11 năm 2020

BÁO CÁO
Kết quả giám sát

Từ ngày 02/11, Ban đã giám sát tại ba xã.
""",
        (
            "Báo cáo",
            "22/BC-BVHXH",
            "2020-11-14",
            "Ban Văn hóa - Xã hội Hội đồng nhân dân tỉnh Phú Yên",
        ),
    ),
    # state decision, no enacting words in the preamble
    (
        """ỦY BAN NHÂN DÂN
TỈNH ĐIỆN BIÊN
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: 1203/QĐ-UBND
Điện Biên, ngày 11 tháng 7 năm 2022

QUYẾT ĐỊNH
VỀ VIỆC PHÊ DUYỆT KẾ HOẠCH THANH TRA NĂM 2022
CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH ĐIỆN BIÊN
Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;
QUYẾT ĐỊNH:
Điều 1. Phê duyệt
""",
        ("Quyết định", "1203/QĐ-UBND", "2022-07-11", "Chủ tịch Ủy ban nhân dân tỉnh Điện Biên"),
    ),
    # Tỉnh ủy, conclusion
    (
        """TỈNH ỦY SÓC TRĂNG                 ĐẢNG CỘNG SẢN VIỆT NAM
        *                         Sóc Trăng, ngày 28 tháng 10 năm 2022
Số 57-KL/TU

KẾT LUẬN
CỦA BAN THƯỜNG VỤ TỈNH ỦY
về tiếp tục thực hiện Nghị quyết số 05-NQ/TU

Tại phiên họp ngày 20/10/2022, sau khi nghe báo cáo, Ban Thường vụ Tỉnh ủy kết luận như sau:
1. Đánh giá
""",
        ("Kết luận", "57-KL/TU", "2022-10-28", "Ban Thường vụ Tỉnh ủy Sóc Trăng"),
    ),
    # Front commune
    (
        """ỦY BAN MTTQ VIỆT NAM         CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
XÃ ĐỒNG TÂM                      Độc lập - Tự do - Hạnh phúc
BAN THƯỜNG TRỰC
Số: 12/KH-MTTQ-BTT            Đồng Tâm, ngày 03 tháng 3 năm 2023

KẾ HOẠCH
Giám sát, phản biện xã hội năm 2023

I. MỤC ĐÍCH

Nơi nhận:                    TM. BAN THƯỜNG TRỰC
                                 CHỦ TỊCH
                             Lê Văn Thành
""",
        (
            "Kế hoạch",
            "12/KH-MTTQ-BTT",
            "2023-03-03",
            "Ban Thường trực Ủy ban MTTQ Việt Nam xã Đồng Tâm",
        ),
    ),
    # UBKT district with single space columns and star
    (
        """HUYỆN ỦY CAO LỘC ĐẢNG CỘNG SẢN VIỆT NAM
ỦY BAN KIỂM TRA
* Cao Lộc, ngày 10 tháng 11 năm 2021
Số 71-TB/UBKTHU
THÔNG BÁO
KẾT QUẢ KỲ HỌP THỨ 12 CỦA ỦY BAN KIỂM TRA HUYỆN ỦY
Ngày 08/11/2021, Ủy ban Kiểm tra Huyện ủy đã họp kỳ thứ 12.
""",
        ("Thông báo", "71-TB/UBKTHU", "2021-11-10", "Ủy ban Kiểm tra Huyện ủy Cao Lộc"),
    ),
    # press communiqué
    (
        """TỈNH ỦY HÒA BÌNH                    ĐẢNG CỘNG SẢN VIỆT NAM
ỦY BAN KIỂM TRA
*                                   Hòa Bình, ngày 30 tháng 6 năm 2020
Số 18-TC/UBKTTU

THÔNG CÁO BÁO CHÍ
Kỳ họp thứ 40 Ủy ban Kiểm tra Tỉnh ủy

Trong hai ngày 25 - 26/6/2020, Ủy ban Kiểm tra Tỉnh ủy đã họp.
""",
        ("Thông cáo báo chí", "18-TC/UBKTTU", "2020-06-30", "Ủy ban Kiểm tra Tỉnh ủy Hòa Bình"),
    ),
    # the name of the Party stands left, the body and its number right
    (
        """ĐẢNG CỘNG SẢN VIỆT NAM                 TỈNH ỦY LÀO CAI
                                       ỦY BAN KIỂM TRA
Lào Cai, ngày 9 tháng 5 năm 2022       Số 41-TC/UBKTTU

THÔNG CÁO
Kỳ họp thứ 17

Ngày 06/5/2022, Ủy ban Kiểm tra Tỉnh ủy đã họp.
""",
        ("Thông cáo", "41-TC/UBKTTU", "2022-05-09", "Ủy ban Kiểm tra Tỉnh ủy Lào Cai"),
    ),
    # a notice of what was concluded
    (
        """ĐẢNG ỦY PHƯỜNG ĐÔNG HẢI          ĐẢNG CỘNG SẢN VIỆT NAM
ỦY BAN KIỂM TRA                  Đông Hải, ngày 20 tháng 10 năm 2025
*
Số 14-TB/UBKTĐU

THÔNG BÁO KẾT LUẬN GIÁM SÁT
việc chấp hành quy chế làm việc của Chi bộ khu phố 3

Xét báo cáo của Tổ giám sát, Ủy ban Kiểm tra Đảng ủy phường kết luận như sau:
""",
        ("Thông báo", "14-TB/UBKTĐU", "2025-10-20", "Ủy ban Kiểm tra Đảng ủy phường Đông Hải"),
    ),
    # a union's board, which the letterhead calls by the place alone
    (
        """ĐOÀN TNCS HỒ CHÍ MINH                 ĐOÀN TNCS HỒ CHÍ MINH
BCH TỈNH LAI CHÂU
BAN CHẤP HÀNH THỊ XÃ MƯỜNG LAY
Số: 57-BC/TĐ                          Mường Lay, ngày 3 tháng 12 năm 2018

BÁO CÁO
Kết quả công tác Đoàn năm 2018

Thực hiện Hướng dẫn số 12-HD/TĐTN, Ban Thường vụ Thị đoàn Mường Lay báo cáo như sau:
""",
        ("Báo cáo", "57-BC/TĐ", "2018-12-03", "Ban Thường vụ Thị đoàn Mường Lay"),
    ),
    # inspectorate of a department
    (
        """SỞ XÂY DỰNG HẢI DƯƠNG          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
THANH TRA SỞ                      Độc lập - Tự do - Hạnh phúc
Số: 21/KL-TTr                   Hải Dương, ngày 4 tháng 5 năm 2017

KẾT LUẬN THANH TRA
Việc chấp hành pháp luật về xây dựng tại Công ty cổ phần An Phát

Thực hiện Quyết định số 15/QĐ-TTr ngày 01/3/2017 của Chánh Thanh tra Sở,
Đoàn thanh tra đã tiến hành thanh tra.
Chánh Thanh tra Sở Xây dựng kết luận như sau:
""",
        ("Kết luận thanh tra", "21/KL-TTr", "2017-05-04", "Chánh Thanh tra Sở Xây dựng"),
    ),
    # ward Front, number with spaces, uỷ
    (
        """UỶ BAN MẶT TRẬN TỔ QUỐC VIỆT NAM
PHƯỜNG LÊ BÌNH
Số: 05 /BC-MTTQ
CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập – Tự do – Hạnh phúc
Lê Bình, ngày 9 tháng 6 năm 2016

BÁO CÁO
Kết quả hoạt động 6 tháng đầu năm 2016

Thực hiện chương trình phối hợp, Mặt trận phường đã triển khai.
TM. BAN THƯỜNG TRỰC
CHỦ TỊCH
(Đã ký)
Trần Văn Út
""",
        (
            "Báo cáo",
            "05/BC-MTTQ",
            "2016-06-09",
            "Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam phường Lê Bình",
        ),
    ),
    # youth union
    (
        """TỈNH ĐOÀN AN GIANG             ĐOÀN TNCS HỒ CHÍ MINH
BAN THƯỜNG VỤ
***                            An Giang, ngày 02 tháng 02 năm 2024
Số: 112-HD/TĐTN-XDĐ

HƯỚNG DẪN
Công tác kiểm tra, giám sát của Đoàn năm 2024

Ban Thường vụ Tỉnh Đoàn hướng dẫn một số nội dung như sau:
""",
        ("Hướng dẫn", "112-HD/TĐTN-XDĐ", "2024-02-02", "Ban Thường vụ Tỉnh đoàn An Giang"),
    ),
    # Ban Thường vụ in the letterhead's third line of Tỉnh ủy organ
    (
        """TỈNH ỦY QUẢNG NAM
BAN NỘI CHÍNH
*
Số 34-BC/BNCTU
ĐẢNG CỘNG SẢN VIỆT NAM
Quảng Nam, ngày 14 tháng 12 năm 2023
BÁO CÁO
Tổng kết công tác nội chính năm 2023
Năm 2023, công tác nội chính đạt nhiều kết quả.
K/T TRƯỞNG BAN
PHÓ TRƯỞNG BAN
Trần Anh Tuấn
""",
        ("Báo cáo", "34-BC/BNCTU", "2023-12-14", "Ban Nội chính Tỉnh ủy Quảng Nam"),
    ),
    # delegation of National Assembly
    (
        """QUỐC HỘI KHÓA XV              CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
ĐOÀN ĐẠI BIỂU QUỐC HỘI           Độc lập - Tự do - Hạnh phúc
TỈNH BẮC GIANG
Số: 77/BC-ĐĐBQH               Bắc Giang, ngày 18 tháng 8 năm 2023

BÁO CÁO
Kết quả giám sát chuyên đề

Đoàn đại biểu Quốc hội tỉnh Bắc Giang báo cáo kết quả như sau:
""",
        ("Báo cáo", "77/BC-ĐĐBQH", "2023-08-18", "Đoàn đại biểu Quốc hội tỉnh Bắc Giang"),
    ),
    # letter with V/v
    (
        """UBND HUYỆN TIÊN DU              CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
PHÒNG NỘI VỤ                       Độc lập - Tự do - Hạnh phúc
Số: 215/NV-TĐ                    Tiên Du, ngày 7 tháng 10 năm 2014
V/v báo cáo kết quả thi đua

Kính gửi: UBND các xã, thị trấn

Thực hiện Công văn số 1203/UBND-NC ngày 01/10/2014 của UBND huyện, Phòng Nội vụ đề nghị.
TRƯỞNG PHÒNG
Nguyễn Văn A
""",
        ("Công văn", "215/NV-TĐ", "2014-10-07", "Phòng Nội vụ"),
    ),
    # Đảng ủy khối, chi bộ
    (
        """ĐẢNG ỦY KHỐI CÁC CƠ QUAN TỈNH      ĐẢNG CỘNG SẢN VIỆT NAM
CHI BỘ BAN QUẢN LÝ KHU CÔNG NGHIỆP
*                                  Lào Cai, ngày 15 tháng 01 năm 2020
Số 02-NQ/CB

NGHỊ QUYẾT
lãnh đạo thực hiện nhiệm vụ năm 2020

Chi bộ Ban Quản lý Khu công nghiệp quyết nghị:
T/M CHI BỘ
BÍ THƯ
Đỗ Văn Hùng
""",
        ("Nghị quyết", "02-NQ/CB", "2020-01-15", "Chi bộ Ban Quản lý Khu công nghiệp"),
    ),
    # commune people's committee, signature KT., interleaved with recipients
    (
        """ỦY BAN NHÂN DÂN
XÃ TÂN LẬP
Số: 88/QĐ-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Tân Lập, ngày 22 tháng 9 năm 2021

QUYẾT ĐỊNH
Về việc thành lập Tổ giám sát cộng đồng

ỦY BAN NHÂN DÂN XÃ TÂN LẬP

Căn cứ Luật Tổ chức chính quyền địa phương;
Điều 1. Thành lập
Nơi nhận: TM. ỦY BAN NHÂN DÂN
- Như Điều 3; CHỦ TỊCH
Phạm Văn Kiên
""",
        ("Quyết định", "88/QĐ-UBND", "2021-09-22", "Ủy ban nhân dân xã Tân Lập"),
    ),
    # Politburo, T/M in a flattened line
    (
        """BAN CHẤP HÀNH TRUNG ƯƠNG       ĐẢNG CỘNG SẢN VIỆT NAM
*
Số 15-CT/TW                    Hà Nội, ngày 11 tháng 8 năm 2022

CHỈ THỊ
về công tác ngoại giao kinh tế phục vụ phát triển đất nước đến năm 2030

Để nâng cao hiệu quả, cần thực hiện các nhiệm vụ sau:
1. Nâng cao nhận thức

Nơi nhận: T/M BAN BÍ THƯ
- Các tỉnh ủy, thành ủy, Võ Văn Thưởng
""",
        ("Chỉ thị", "15-CT/TW", "2022-08-11", "Ban Bí thư"),
    ),
    # Công đoàn
    (
        """TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM     CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
LIÊN ĐOÀN LAO ĐỘNG TỈNH LONG AN         Độc lập - Tự do - Hạnh phúc
Số: 31/BC-LĐLĐ                        Long An, ngày 10 tháng 5 năm 2019

BÁO CÁO
Sơ kết 5 năm thực hiện Quyết định số 217-QĐ/TW

Liên đoàn Lao động tỉnh báo cáo như sau:
TM. BAN THƯỜNG VỤ
CHỦ TỊCH
""",
        ("Báo cáo", "31/BC-LĐLĐ", "2019-05-10", "Liên đoàn Lao động tỉnh Long An"),
    ),
    # Party at military
    (
        """ĐẢNG BỘ TỈNH BẮC KẠN ĐẢNG CỘNG SẢN VIỆT NAM
ĐẢNG ỦY QUÂN SỰ TỈNH
* Bắc Kạn, ngày 3 tháng 12 năm 2020
Số 512-NQ/ĐU
NGHỊ QUYẾT
về lãnh đạo nhiệm vụ quân sự, quốc phòng năm 2021
I. ĐẶC ĐIỂM TÌNH HÌNH
T/M ĐẢNG ỦY QUÂN SỰ TỈNH
BÍ THƯ
""",
        ("Nghị quyết", "512-NQ/ĐU", "2020-12-03", "Đảng ủy Quân sự tỉnh Bắc Kạn"),
    ),
    # the date on the number's line far from place; issuer 'Chủ tịch UBND' in order
    (
        """UBND THÀNH PHỐ HUẾ CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM
THANH TRA Độc lập - Tự do - Hạnh phúc
Số: 09/KL-TTr TP. Huế, ngày 23 tháng 8 năm 2016

KẾT LUẬN THANH TRA
Về việc quản lý thu, chi tại Trường THCS Phạm Văn Đồng

Chánh Thanh tra thành phố kết luận như sau:
""",
        ("Kết luận thanh tra", "09/KL-TTr", "2016-08-23", "Chánh Thanh tra thành phố Huế"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_what_a_flattened_text_is(text, expected):
    own = read(SourceText(text, "-")).self
    assert own is not None
    assert (own.kind_printed or own.kind, own.number, own.date, own.issuer) == expected
