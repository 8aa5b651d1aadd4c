"""One letterhead, however it was copied: what the text is does not change with its layout.

Each document is printed as decrees and Party guides have it: a left column with the body and the
number, a right one with the country or the Party and the day. Portals, OCR and people flatten these
columns in the ways below.
"""

import re
import unicodedata

import pytest

from loaders.cited import cited
from loaders.model import SourceText

# Left column, right column, what stands below, and what it is: kind, number, day, issuer, title,
# signer. All names are invented.
DOCUMENTS = (
    (
        """ỦY BAN NHÂN DÂN
TỈNH BẮC GIANG
-------
Số: 85/BC-UBND""",
        """CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Bắc Giang, ngày 15 tháng 7 năm 2022""",
        """BÁO CÁO
Tình hình thực hiện Nghị quyết số 19/NQ-HĐND của HĐND tỉnh

Thực hiện Công văn số 112/HĐND-VP ngày 02/6/2022 của Thường trực HĐND tỉnh, UBND tỉnh báo cáo
như sau:

I. KẾT QUẢ
Đã làm xong.

Nơi nhận:
- TT HĐND tỉnh;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Mai Sơn Hà
""",
        (
            "Báo cáo",
            "85/BC-UBND",
            "2022-07-15",
            "UBND tỉnh Bắc Giang",
            "Tình hình thực hiện Nghị quyết số 19/NQ-HĐND của HĐND tỉnh",
            "Mai Sơn Hà",
        ),
    ),
    (
        """UBND TỈNH QUẢNG TRỊ
SỞ NÔNG NGHIỆP VÀ PHÁT TRIỂN NÔNG THÔN
Số: 214/TB-SNN""",
        """CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Quảng Trị, ngày 09 tháng 5 năm 2023""",
        """THÔNG BÁO
Kết luận của đồng chí Giám đốc Sở tại cuộc họp giao ban tháng 5

Ngày 05/5/2023, Giám đốc Sở đã chủ trì cuộc họp giao ban. Sau khi nghe báo cáo, Giám đốc Sở
kết luận như sau:
1. Các phòng khẩn trương rà soát.
TL. GIÁM ĐỐC
CHÁNH VĂN PHÒNG
Lê Quang Huy
""",
        (
            "Thông báo",
            "214/TB-SNN",
            "2023-05-09",
            "Sở Nông nghiệp và Phát triển nông thôn",
            "Kết luận của đồng chí Giám đốc Sở tại cuộc họp giao ban tháng 5",
            "Lê Quang Huy",
        ),
    ),
    (
        """ỦY BAN NHÂN DÂN
TỈNH HÀ TĨNH
VĂN PHÒNG
Số: 97/TB-VP""",
        """CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Tĩnh, ngày 20 tháng 3 năm 2024""",
        """THÔNG BÁO
Ý kiến kết luận của Phó Chủ tịch UBND tỉnh Trần Danh
tại cuộc họp về giao đất

Ngày 18/3/2024, Phó Chủ tịch UBND tỉnh chủ trì cuộc họp.
1. Về kết quả
TL. CHỦ TỊCH
KT. CHÁNH VĂN PHÒNG
PHÓ CHÁNH VĂN PHÒNG
Bùi Đức Thọ
""",
        (
            "Thông báo",
            "97/TB-VP",
            "2024-03-20",
            "Văn phòng Ủy ban nhân dân tỉnh Hà Tĩnh",
            "Ý kiến kết luận của Phó Chủ tịch UBND tỉnh Trần Danh tại cuộc họp về giao đất",
            "Bùi Đức Thọ",
        ),
    ),
    (
        """VĂN PHÒNG CHÍNH PHỦ
-------
Số: 331/TB-VPCP""",
        """CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Hà Nội, ngày 14 tháng 10 năm 2022""",
        """THÔNG BÁO
KẾT LUẬN CỦA PHÓ THỦ TƯỚNG TẠI CUỘC HỌP VỀ QUY HOẠCH ĐIỆN

Ngày 12 tháng 10 năm 2022, Phó Thủ tướng đã chủ trì cuộc họp.
1. Đánh giá chung
""",
        (
            "Thông báo",
            "331/TB-VPCP",
            "2022-10-14",
            "Văn phòng Chính phủ",
            "Kết luận của phó thủ tướng tại cuộc họp về quy hoạch điện",
            None,
        ),
    ),
    (
        """UBND TỈNH YÊN BÁI
SỞ TƯ PHÁP
Số: 812/STP-XDVB
V/v góp ý dự thảo Quyết định
của UBND tỉnh""",
        """CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Yên Bái, ngày 11 tháng 6 năm 2024""",
        """Kính gửi: Sở Nội vụ

Sở Tư pháp nhận được Công văn số 455/SNV-TCBC ngày 03/6/2024 của Sở Nội vụ. Sau khi nghiên
cứu, Sở Tư pháp có ý kiến như sau:
1. Về thẩm quyền
Nơi nhận:
- Như trên;
- Lưu: VT.
KT. GIÁM ĐỐC
PHÓ GIÁM ĐỐC
Nguyễn Thị Thu
""",
        (
            "Công văn",
            "812/STP-XDVB",
            "2024-06-11",
            "Sở Tư pháp",
            "Góp ý dự thảo Quyết định của UBND tỉnh",
            "Nguyễn Thị Thu",
        ),
    ),
    (
        """THỦ TƯỚNG CHÍNH PHỦ
-------
Số: 87/CĐ-TTg""",
        """CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Hà Nội, ngày 08 tháng 9 năm 2024""",
        """CÔNG ĐIỆN
VỀ VIỆC TẬP TRUNG KHẮC PHỤC HẬU QUẢ BÃO SỐ 3

THỦ TƯỚNG CHÍNH PHỦ điện:
- Các đồng chí Bí thư Tỉnh ủy;
1. Chủ tịch Ủy ban nhân dân các tỉnh
THỦ TƯỚNG
Trần Minh An
""",
        (
            "Công điện",
            "87/CĐ-TTg",
            "2024-09-08",
            "Thủ tướng Chính phủ",
            "Về việc tập trung khắc phục hậu quả bão số 3",
            "Trần Minh An",
        ),
    ),
    (
        """ỦY BAN NHÂN DÂN
TỈNH NGHỆ AN
Số: 12/CĐ-UBND""",
        """CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Nghệ An, ngày 25 tháng 9 năm 2022""",
        """CÔNG ĐIỆN
Về việc chủ động ứng phó với bão Noru

CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH NGHỆ AN ĐIỆN:
- Các sở, ban, ngành;
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Hoàng Văn Thái
""",
        (
            "Công điện",
            "12/CĐ-UBND",
            "2022-09-25",
            "Chủ tịch Ủy ban nhân dân tỉnh Nghệ An",
            "Về việc chủ động ứng phó với bão Noru",
            "Hoàng Văn Thái",
        ),
    ),
    (
        """ỦY BAN NHÂN DÂN
XÃ BÌNH MINH
Số: 33/TTr-UBND""",
        """CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Bình Minh, ngày 02 tháng 12 năm 2025""",
        """TỜ TRÌNH
Về việc đề nghị phê duyệt dự toán ngân sách năm 2026

Kính gửi: Hội đồng nhân dân xã Bình Minh

Căn cứ Luật Ngân sách nhà nước;
Ủy ban nhân dân xã kính trình Hội đồng nhân dân xã xem xét, quyết định.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
(Đã ký)
Vũ Đình Khôi
""",
        (
            "Tờ trình",
            "33/TTr-UBND",
            "2025-12-02",
            "Ủy ban nhân dân xã Bình Minh",
            "Về việc đề nghị phê duyệt dự toán ngân sách năm 2026",
            "Vũ Đình Khôi",
        ),
    ),
    (
        """UBND HUYỆN LÂM HÀ
VĂN PHÒNG HĐND VÀ UBND
Số: 45/GM-VP""",
        """CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Lâm Hà, ngày 07 tháng 8 năm 2023""",
        """GIẤY MỜI
Họp triển khai kế hoạch thanh tra

Kính gửi: Thanh tra huyện

Văn phòng HĐND và UBND huyện trân trọng kính mời các đồng chí dự họp.
CHÁNH VĂN PHÒNG
Trần Duy Khánh
""",
        (
            "Giấy mời",
            "45/GM-VP",
            "2023-08-07",
            "Văn phòng HĐND và UBND huyện Lâm Hà",
            "Họp triển khai kế hoạch thanh tra",
            "Trần Duy Khánh",
        ),
    ),
    (
        """UBND TỈNH BÌNH PHƯỚC
THANH TRA TỈNH
-------
Số: 06/KL-TTr""",
        """CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Bình Phước, ngày 17 tháng 4 năm 2024""",
        """KẾT LUẬN THANH TRA
Trách nhiệm của Chủ tịch UBND huyện Bù Đăng trong việc tiếp công dân

Thực hiện Quyết định số 99/QĐ-TTr ngày 20/11/2023 của Chánh Thanh tra tỉnh; xét Báo cáo kết
quả thanh tra, Chánh Thanh tra tỉnh kết luận như sau:

I. KHÁI QUÁT CHUNG
CHÁNH THANH TRA
Đỗ Văn Tài
""",
        (
            "Kết luận thanh tra",
            "06/KL-TTr",
            "2024-04-17",
            "Chánh Thanh tra tỉnh Bình Phước",
            "Trách nhiệm của Chủ tịch UBND huyện Bù Đăng trong việc tiếp công dân",
            "Đỗ Văn Tài",
        ),
    ),
    (
        """THANH TRA CHÍNH PHỦ
-------
Số: 1185/TB-TTCP""",
        """CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Hà Nội, ngày 03 tháng 7 năm 2020""",
        """THÔNG BÁO
KẾT LUẬN THANH TRA CÔNG TÁC QUẢN LÝ NHÀ NƯỚC VỀ ĐẤT ĐAI TẠI TỈNH X

Thanh tra Chính phủ đã ban hành Kết luận thanh tra số 1102/KL-TTCP ngày 22/6/2020. Thanh tra
Chính phủ thông báo như sau:
1. Ưu điểm
TL. TỔNG THANH TRA
""",
        (
            "Thông báo",
            "1185/TB-TTCP",
            "2020-07-03",
            "Thanh tra Chính phủ",
            "Kết luận thanh tra công tác quản lý nhà nước về đất đai tại tỉnh x",
            None,
        ),
    ),
    (
        """THANH TRA TỈNH ĐỒNG THÁP
ĐOÀN THANH TRA THEO QĐ SỐ 52/QĐ-TTr""",
        """CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Cao Lãnh, ngày 19 tháng 6 năm 2023""",
        """BIÊN BẢN
Công bố Quyết định thanh tra

Hôm nay, hồi 8 giờ 30 phút ngày 19/6/2023, tại trụ sở UBND huyện Tháp Mười, chúng tôi gồm:
1. Đại diện Đoàn thanh tra
TRƯỞNG ĐOÀN
Nguyễn Văn Sáu
""",
        (
            "Biên bản",
            None,
            "2023-06-19",
            "Đoàn thanh tra Thanh tra tỉnh Đồng Tháp",
            "Công bố Quyết định thanh tra",
            "Nguyễn Văn Sáu",
        ),
    ),
    (
        """UBND TỈNH SÓC TRĂNG
SỞ Y TẾ
Số: 540/QĐ-SYT""",
        """CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Sóc Trăng, ngày 04 tháng 4 năm 2023""",
        """QUYẾT ĐỊNH
Về việc thành lập Đoàn kiểm tra an toàn thực phẩm

GIÁM ĐỐC SỞ Y TẾ TỈNH SÓC TRĂNG

Căn cứ Luật An toàn thực phẩm ngày 17 tháng 6 năm 2010;
QUYẾT ĐỊNH:
Điều 1. Thành lập Đoàn kiểm tra.
GIÁM ĐỐC
Trần Văn Sơn
""",
        (
            "Quyết định",
            "540/QĐ-SYT",
            "2023-04-04",
            "Giám đốc Sở Y tế tỉnh Sóc Trăng",
            "Về việc thành lập Đoàn kiểm tra an toàn thực phẩm",
            "Trần Văn Sơn",
        ),
    ),
    (
        """HỘI ĐỒNG NHÂN DÂN
TỈNH HẬU GIANG
-------
Số: 14/2023/NQ-HĐND""",
        """CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Hậu Giang, ngày 12 tháng 7 năm 2023""",
        """NGHỊ QUYẾT
QUY ĐỊNH MỨC CHI CHO CÔNG TÁC HÒA GIẢI Ở CƠ SỞ

HỘI ĐỒNG NHÂN DÂN TỈNH HẬU GIANG
KHÓA X KỲ HỌP THỨ 14

Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;
QUYẾT NGHỊ:
Điều 1. Phạm vi
CHỦ TỊCH
Trần Văn Lâm
""",
        (
            "Nghị quyết",
            "14/2023/NQ-HĐND",
            "2023-07-12",
            "Hội đồng nhân dân tỉnh Hậu Giang",
            "Quy định mức chi cho công tác hòa giải ở cơ sở",
            "Trần Văn Lâm",
        ),
    ),
    (
        """HỘI ĐỒNG NHÂN DÂN
THÀNH PHỐ CẦN THƠ
BAN PHÁP CHẾ
Số: 18/TB-BPC""",
        """CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Cần Thơ, ngày 21 tháng 8 năm 2024""",
        """THÔNG BÁO
Kết quả giám sát việc giải quyết khiếu nại, tố cáo

Ban Pháp chế Hội đồng nhân dân thành phố thông báo kết quả như sau:
1. Kết quả
TM. BAN PHÁP CHẾ
TRƯỞNG BAN
Lâm Hoàng Mẫu
""",
        (
            "Thông báo",
            "18/TB-BPC",
            "2024-08-21",
            "Ban Pháp chế Hội đồng nhân dân thành phố Cần Thơ",
            "Kết quả giám sát việc giải quyết khiếu nại, tố cáo",
            "Lâm Hoàng Mẫu",
        ),
    ),
    (
        """HỘI ĐỒNG NHÂN DÂN
HUYỆN MỎ CÀY NAM
THƯỜNG TRỰC
Số: 07/KL-TTHĐND""",
        """CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Mỏ Cày Nam, ngày 30 tháng 9 năm 2022""",
        """KẾT LUẬN
Phiên giải trình về quản lý chợ

Thường trực Hội đồng nhân dân huyện kết luận như sau:
1. Kết quả
TM. THƯỜNG TRỰC HĐND
CHỦ TỊCH
Phạm Thị Loan
""",
        (
            "Kết luận",
            "07/KL-TTHĐND",
            "2022-09-30",
            "Thường trực Hội đồng nhân dân huyện Mỏ Cày Nam",
            "Phiên giải trình về quản lý chợ",
            "Phạm Thị Loan",
        ),
    ),
    (
        """QUỐC HỘI
ĐOÀN ĐẠI BIỂU QUỐC HỘI
TỈNH LAI CHÂU
Số: 05/KH-ĐĐBQH""",
        """CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Lai Châu, ngày 10 tháng 01 năm 2025""",
        """KẾ HOẠCH
Giám sát việc thực hiện chính sách, pháp luật về bảo vệ môi trường

Thực hiện Nghị quyết số 130/2024/QH15, Đoàn đại biểu Quốc hội tỉnh xây dựng kế hoạch như sau:
I. MỤC ĐÍCH
TM. ĐOÀN ĐẠI BIỂU QUỐC HỘI
TRƯỞNG ĐOÀN
Lý Anh Thư
""",
        (
            "Kế hoạch",
            "05/KH-ĐĐBQH",
            "2025-01-10",
            "Đoàn đại biểu Quốc hội tỉnh Lai Châu",
            "Giám sát việc thực hiện chính sách, pháp luật về bảo vệ môi trường",
            "Lý Anh Thư",
        ),
    ),
    (
        """BỘ GIÁO DỤC VÀ ĐÀO TẠO
-------
Số: 655/TB-BGDĐT""",
        """CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Hà Nội, ngày 22 tháng 5 năm 2023""",
        """THÔNG BÁO
Kết luận của Thứ trưởng tại hội nghị tổng kết

Ngày 19/5/2023, Thứ trưởng Bộ Giáo dục và Đào tạo chủ trì hội nghị.
TL. BỘ TRƯỞNG
CHÁNH VĂN PHÒNG
Phan Quang Tú
""",
        (
            "Thông báo",
            "655/TB-BGDĐT",
            "2023-05-22",
            "Bộ Giáo dục và Đào tạo",
            "Kết luận của Thứ trưởng tại hội nghị tổng kết",
            "Phan Quang Tú",
        ),
    ),
    (
        """BỘ TÀI CHÍNH
TỔNG CỤC THUẾ
-------
Số: 2345/TCT-CS
V/v chính sách thuế""",
        """CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Hà Nội, ngày 07 tháng 6 năm 2021""",
        """Kính gửi: Cục Thuế tỉnh Long An.

Tổng cục Thuế nhận được công văn số 1100/CT-TTHT. Về vấn đề này, Tổng cục Thuế có ý kiến như sau:
Nơi nhận:
- Như trên;
TUQ. TỔNG CỤC TRƯỞNG
VỤ TRƯỞNG VỤ CHÍNH SÁCH
Lưu Đức Bảo
""",
        (
            "Công văn",
            "2345/TCT-CS",
            "2021-06-07",
            "Tổng cục Thuế",
            "Chính sách thuế",
            "Lưu Đức Bảo",
        ),
    ),
    (
        """KIỂM TOÁN NHÀ NƯỚC
KIỂM TOÁN NHÀ NƯỚC KHU VỰC IV
Số: 66/TB-KVIV""",
        """CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
TP. Hồ Chí Minh, ngày 29 tháng 11 năm 2023""",
        """THÔNG BÁO
Kết quả kiểm toán ngân sách địa phương năm 2022

Kiểm toán nhà nước khu vực IV thông báo kết quả như sau:
1. Kết quả
KIỂM TOÁN TRƯỞNG
""",
        (
            "Thông báo",
            "66/TB-KVIV",
            "2023-11-29",
            "Kiểm toán nhà nước khu vực IV",
            "Kết quả kiểm toán ngân sách địa phương năm 2022",
            None,
        ),
    ),
    (
        """ỦY BAN THƯỜNG VỤ QUỐC HỘI - CHÍNH PHỦ -
ĐOÀN CHỦ TỊCH ỦY BAN TRUNG ƯƠNG
MẶT TRẬN TỔ QUỐC VIỆT NAM
-------
Số: 403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN""",
        """CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Hà Nội, ngày 15 tháng 6 năm 2017""",
        """NGHỊ QUYẾT LIÊN TỊCH
QUY ĐỊNH CHI TIẾT CÁC HÌNH THỨC GIÁM SÁT, PHẢN BIỆN XÃ HỘI

Căn cứ Luật Mặt trận Tổ quốc Việt Nam số 75/2015/QH13;
Điều 1. Phạm vi
""",
        (
            "Nghị quyết liên tịch",
            "403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN",
            "2017-06-15",
            "Ủy ban Thường vụ Quốc hội; Chính phủ; "
            "Đoàn Chủ tịch Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam",
            "Quy định chi tiết các hình thức giám sát, phản biện xã hội",
            None,
        ),
    ),
    (
        """ỦY BAN MTTQ VIỆT NAM - HĐND - UBND
XÃ TÂN THẠNH
Số: 03/KHLT-MTTQ-HĐND-UBND""",
        """CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Tân Thạnh, ngày 05 tháng 02 năm 2026""",
        """KẾ HOẠCH LIÊN TỊCH
Phối hợp giám sát năm 2026

I. MỤC ĐÍCH
""",
        (
            "Kế hoạch liên tịch",
            "03/KHLT-MTTQ-HĐND-UBND",
            "2026-02-05",
            "Ủy ban MTTQ Việt Nam xã Tân Thạnh; HĐND xã Tân Thạnh; UBND xã Tân Thạnh",
            "Phối hợp giám sát năm 2026",
            None,
        ),
    ),
    (
        """TỈNH ỦY QUẢNG NINH
*
Số 1023-TB/TU""",
        """ĐẢNG CỘNG SẢN VIỆT NAM
Quảng Ninh, ngày 20 tháng 02 năm 2024""",
        """THÔNG BÁO
kết luận của đồng chí Bí thư Tỉnh ủy
tại buổi làm việc với Huyện ủy Vân Đồn
-----

Ngày 16/02/2024, đồng chí Bí thư Tỉnh ủy đã có buổi làm việc. Sau khi nghe báo cáo, đồng chí
Bí thư Tỉnh ủy kết luận như sau:
1. Về kết quả đạt được
T/L BAN THƯỜNG VỤ
CHÁNH VĂN PHÒNG
Nguyễn Văn Thời
""",
        (
            "Thông báo",
            "1023-TB/TU",
            "2024-02-20",
            "Tỉnh ủy Quảng Ninh",
            "Kết luận của đồng chí Bí thư Tỉnh ủy tại buổi làm việc với Huyện ủy Vân Đồn",
            "Nguyễn Văn Thời",
        ),
    ),
    (
        """TỈNH ỦY LÂM ĐỒNG
ỦY BAN KIỂM TRA
*
Số 44-TC/UBKTTU""",
        """ĐẢNG CỘNG SẢN VIỆT NAM
Lâm Đồng, ngày 28 tháng 6 năm 2024""",
        """THÔNG CÁO BÁO CHÍ
Kỳ họp thứ 38 của Ủy ban Kiểm tra Tỉnh ủy
-----

Ngày 26/6/2024, tại thành phố Đà Lạt, Ủy ban Kiểm tra Tỉnh ủy đã họp Kỳ thứ 38.
T/M ỦY BAN KIỂM TRA
CHỦ NHIỆM
Đinh Khắc Hải
""",
        (
            "Thông cáo báo chí",
            "44-TC/UBKTTU",
            "2024-06-28",
            "Ủy ban Kiểm tra Tỉnh ủy Lâm Đồng",
            "Kỳ họp thứ 38 của Ủy ban Kiểm tra Tỉnh ủy",
            "Đinh Khắc Hải",
        ),
    ),
    (
        """TỈNH ỦY BÌNH DƯƠNG
BAN TỔ CHỨC
*
Số 15-HD/BTCTU""",
        """ĐẢNG CỘNG SẢN VIỆT NAM
Bình Dương, ngày 06 tháng 11 năm 2023""",
        """HƯỚNG DẪN
kiểm điểm, đánh giá, xếp loại chất lượng năm 2023
-----

Căn cứ Quy định số 124-QĐ/TW, Ban Tổ chức Tỉnh ủy hướng dẫn như sau:
I. ĐỐI TƯỢNG
K/T TRƯỞNG BAN
PHÓ TRƯỞNG BAN
Lê Hữu Định
""",
        (
            "Hướng dẫn",
            "15-HD/BTCTU",
            "2023-11-06",
            "Ban Tổ chức Tỉnh ủy Bình Dương",
            "Kiểm điểm, đánh giá, xếp loại chất lượng năm 2023",
            "Lê Hữu Định",
        ),
    ),
    (
        """TỈNH ỦY THÁI NGUYÊN
VĂN PHÒNG
*
Số 2210-CV/VPTU
V/v chuẩn bị nội dung hội nghị""",
        """ĐẢNG CỘNG SẢN VIỆT NAM
Thái Nguyên, ngày 13 tháng 3 năm 2024""",
        """Kính gửi: - Các ban đảng Tỉnh ủy,
- Ủy ban nhân dân tỉnh,

Văn phòng Tỉnh ủy đề nghị các cơ quan chuẩn bị nội dung.
Nơi nhận:
- Như trên,
CHÁNH VĂN PHÒNG
Vũ Duy Hoàng
""",
        (
            "Công văn",
            "2210-CV/VPTU",
            "2024-03-13",
            "Văn phòng Tỉnh ủy Thái Nguyên",
            "Chuẩn bị nội dung hội nghị",
            "Vũ Duy Hoàng",
        ),
    ),
    (
        """ĐẢNG BỘ TỈNH HÒA BÌNH
HUYỆN ỦY MAI CHÂU
*
Số 88-KL/HU""",
        """ĐẢNG CỘNG SẢN VIỆT NAM
Mai Châu, ngày 14 tháng 8 năm 2023""",
        """KẾT LUẬN
CỦA BAN THƯỜNG VỤ HUYỆN ỦY
về kết quả giám sát đối với Ban Chấp hành Đảng bộ xã Hang Kia
-----

Xét báo cáo của Đoàn giám sát, Ban Thường vụ Huyện ủy kết luận:
I. ƯU ĐIỂM
T/M BAN THƯỜNG VỤ
BÍ THƯ
Hà Công Thẻ
""",
        (
            "Kết luận",
            "88-KL/HU",
            "2023-08-14",
            "Ban Thường vụ Huyện ủy Mai Châu",
            "Về kết quả giám sát đối với Ban Chấp hành Đảng bộ xã Hang Kia",
            "Hà Công Thẻ",
        ),
    ),
    (
        """ĐẢNG ỦY XÃ NẬM CẮN
ỦY BAN KIỂM TRA
*
Số 09-TB/UBKTĐU""",
        """ĐẢNG CỘNG SẢN VIỆT NAM
Nậm Cắn, ngày 17 tháng 3 năm 2026""",
        """THÔNG BÁO KẾT LUẬN
kiểm tra đối với Chi ủy Chi bộ bản Tiền Tiêu
-----

Căn cứ Quyết định số 12-QĐ/UBKTĐU ngày 10/02/2026; Ủy ban Kiểm tra Đảng ủy xã thông báo kết
luận như sau:
1. Ưu điểm
T/M ỦY BAN KIỂM TRA
PHÓ CHỦ NHIỆM
Lỳ Bá Thái
""",
        (
            "Thông báo",
            "09-TB/UBKTĐU",
            "2026-03-17",
            "Ủy ban Kiểm tra Đảng ủy xã Nậm Cắn",
            "Kết luận kiểm tra đối với Chi ủy Chi bộ bản Tiền Tiêu",
            "Lỳ Bá Thái",
        ),
    ),
    (
        """TỈNH ỦY SƠN LA
ĐOÀN KIỂM TRA SỐ 1422
*
Số 03-BC/ĐKT1422""",
        """ĐẢNG CỘNG SẢN VIỆT NAM
Sơn La, ngày 30 tháng 10 năm 2023""",
        """BÁO CÁO
kết quả kiểm tra việc lãnh đạo, chỉ đạo thực hiện Nghị quyết
-----

Thực hiện Quyết định số 1422-QĐ/TU, ngày 15/8/2023 của Ban Thường vụ Tỉnh ủy, Đoàn kiểm tra
báo cáo kết quả như sau:
I. TÌNH HÌNH
TRƯỞNG ĐOÀN
Lò Minh Hùng
""",
        (
            "Báo cáo",
            "03-BC/ĐKT1422",
            "2023-10-30",
            "Đoàn kiểm tra số 1422 Tỉnh ủy Sơn La",
            "Kết quả kiểm tra việc lãnh đạo, chỉ đạo thực hiện Nghị quyết",
            "Lò Minh Hùng",
        ),
    ),
    (
        """ĐẢNG ỦY PHƯỜNG AN KHÊ
ĐOÀN GIÁM SÁT SỐ 2""",
        """ĐẢNG CỘNG SẢN VIỆT NAM
An Khê, ngày 11 tháng 5 năm 2026""",
        """BIÊN BẢN
thông qua dự thảo báo cáo kết quả giám sát

Hôm nay, ngày 11/5/2026, tại hội trường, Đoàn giám sát làm việc với Chi bộ 4.
1. Thành phần
""",
        (
            "Biên bản",
            None,
            "2026-05-11",
            "Đoàn giám sát số 2 Đảng ủy phường An Khê",
            "Thông qua dự thảo báo cáo kết quả giám sát",
            None,
        ),
    ),
    (
        """ĐẢNG ỦY XÃ CHIỀNG SINH
CHI BỘ TRƯỜNG THCS NGUYỄN TRÃI
*
Số 05-NQ/CB""",
        """ĐẢNG CỘNG SẢN VIỆT NAM
Chiềng Sinh, ngày 05 tháng 9 năm 2025""",
        """NGHỊ QUYẾT
cuộc họp chi bộ thường kỳ tháng 9 năm 2025
-----

Ngày 05/9/2025, Chi bộ họp thường kỳ.
1. Đánh giá
T/M CHI BỘ
BÍ THƯ
Đinh Thị Hằng
""",
        (
            "Nghị quyết",
            "05-NQ/CB",
            "2025-09-05",
            "Chi bộ Trường THCS Nguyễn Trãi",
            "Cuộc họp chi bộ thường kỳ tháng 9 năm 2025",
            "Đinh Thị Hằng",
        ),
    ),
    (
        """ĐẢNG BỘ HUYỆN QUAN HÓA
ĐẠI HỘI ĐẠI BIỂU LẦN THỨ XXII
NHIỆM KỲ 2020 - 2025
*
Số 01-NQ/ĐH""",
        """ĐẢNG CỘNG SẢN VIỆT NAM
Quan Hóa, ngày 24 tháng 7 năm 2020""",
        """NGHỊ QUYẾT
ĐẠI HỘI ĐẠI BIỂU ĐẢNG BỘ HUYỆN QUAN HÓA LẦN THỨ XXII, NHIỆM KỲ 2020 - 2025
-----

Đại hội đại biểu Đảng bộ huyện Quan Hóa lần thứ XXII quyết nghị:
1. Tán thành
T/M ĐOÀN CHỦ TỊCH
Phạm Bá Dương
""",
        (
            "Nghị quyết",
            "01-NQ/ĐH",
            "2020-07-24",
            "Đại hội đại biểu Đảng bộ huyện Quan Hóa lần thứ XXII",
            "Đại hội đại biểu đảng bộ huyện quan hóa lần thứ xxii, nhiệm kỳ 2020 - 2025",
            "Phạm Bá Dương",
        ),
    ),
    (
        """ĐẢNG ỦY CHÍNH PHỦ
ĐẢNG ỦY BỘ XÂY DỰNG
*
Số 77-QĐ/ĐU""",
        """ĐẢNG CỘNG SẢN VIỆT NAM
Hà Nội, ngày 18 tháng 6 năm 2025""",
        """QUYẾT ĐỊNH
ban hành Quy chế làm việc
-----

- Căn cứ Điều lệ Đảng;
BAN THƯỜNG VỤ ĐẢNG ỦY BỘ XÂY DỰNG QUYẾT ĐỊNH
Điều 1. Ban hành
T/M BAN THƯỜNG VỤ
BÍ THƯ
Vũ Hồng Quân
""",
        (
            "Quyết định",
            "77-QĐ/ĐU",
            "2025-06-18",
            "Ban Thường vụ Đảng ủy Bộ Xây dựng",
            "Ban hành Quy chế làm việc",
            "Vũ Hồng Quân",
        ),
    ),
    (
        """BAN CHẤP HÀNH TRUNG ƯƠNG
ỦY BAN KIỂM TRA
*
Số 120-TB/UBKTTW""",
        """ĐẢNG CỘNG SẢN VIỆT NAM
Hà Nội, ngày 01 tháng 8 năm 2023""",
        """THÔNG BÁO
kết quả kỳ họp thứ 30 của Ủy ban Kiểm tra Trung ương
-----

Trong các ngày 26, 27/7/2023, Ủy ban Kiểm tra Trung ương đã họp Kỳ thứ 30.
T/M ỦY BAN KIỂM TRA TRUNG ƯƠNG
""",
        (
            "Thông báo",
            "120-TB/UBKTTW",
            "2023-08-01",
            "Ủy ban Kiểm tra Trung ương",
            "Kết quả kỳ họp thứ 30 của Ủy ban Kiểm tra Trung ương",
            None,
        ),
    ),
    (
        """TỈNH ỦY KHÁNH HÒA
BAN CHỈ ĐẠO PHÒNG, CHỐNG THAM NHŨNG, TIÊU CỰC
*
Số 22-TB/BCĐTU""",
        """ĐẢNG CỘNG SẢN VIỆT NAM
Khánh Hòa, ngày 09 tháng 4 năm 2024""",
        """THÔNG BÁO
kết luận Phiên họp thứ 8 của Ban Chỉ đạo

Ngày 05/4/2024, Ban Chỉ đạo họp Phiên thứ 8.
T/M BAN CHỈ ĐẠO
TRƯỞNG BAN
""",
        (
            "Thông báo",
            "22-TB/BCĐTU",
            "2024-04-09",
            "Ban Chỉ đạo phòng, chống tham nhũng, tiêu cực Tỉnh ủy Khánh Hòa",
            "Kết luận Phiên họp thứ 8 của Ban Chỉ đạo",
            None,
        ),
    ),
    (
        """ỦY BAN MTTQ VIỆT NAM
XÃ IA DRĂNG
BAN THƯỜNG TRỰC
Số: 27/TB-MTTQ-BTT""",
        """CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Ia Drăng, ngày 08 tháng 4 năm 2026""",
        """THÔNG BÁO
Kết quả giám sát cán bộ, đảng viên nơi cư trú

Ban Thường trực Ủy ban MTTQ Việt Nam xã thông báo như sau:
1. Kết quả
TM. BAN THƯỜNG TRỰC
CHỦ TỊCH
Rơ Mah Hyak
""",
        (
            "Thông báo",
            "27/TB-MTTQ-BTT",
            "2026-04-08",
            "Ban Thường trực Ủy ban MTTQ Việt Nam xã Ia Drăng",
            "Kết quả giám sát cán bộ, đảng viên nơi cư trú",
            "Rơ Mah Hyak",
        ),
    ),
    (
        """ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM
TỈNH BÌNH THUẬN
BAN THƯỜNG TRỰC
***
Số: 918/MTTQ-BTT
V/v phối hợp giám sát""",
        """CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Bình Thuận, ngày 19 tháng 9 năm 2023""",
        """Kính gửi: Thường trực HĐND tỉnh

Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh đề nghị phối hợp.
TM. BAN THƯỜNG TRỰC
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Lê Quang Vinh
""",
        (
            "Công văn",
            "918/MTTQ-BTT",
            "2023-09-19",
            "Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Bình Thuận",
            "Phối hợp giám sát",
            "Lê Quang Vinh",
        ),
    ),
    (
        """ỦY BAN TRUNG ƯƠNG
MẶT TRẬN TỔ QUỐC VIỆT NAM
BAN THƯỜNG TRỰC
-------
Số: 56/HD-MTTW-BTT""",
        """CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Hà Nội, ngày 22 tháng 5 năm 2023""",
        """HƯỚNG DẪN
Công tác giám sát, phản biện xã hội năm 2023

Ban Thường trực Ủy ban Trung ương MTTQ Việt Nam hướng dẫn như sau:
I. MỤC ĐÍCH
TM. BAN THƯỜNG TRỰC
PHÓ CHỦ TỊCH
Hà Thị Ngọc
""",
        (
            "Hướng dẫn",
            "56/HD-MTTW-BTT",
            "2023-05-22",
            "Ban Thường trực Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam",
            "Công tác giám sát, phản biện xã hội năm 2023",
            "Hà Thị Ngọc",
        ),
    ),
    (
        """ỦY BAN MTTQ VIỆT NAM TỈNH CAO BẰNG
ĐOÀN GIÁM SÁT
Số: 02/BB-ĐGS""",
        """CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Cao Bằng, ngày 27 tháng 8 năm 2024""",
        """BIÊN BẢN
Làm việc giữa Đoàn giám sát với UBND huyện Hạ Lang

Hôm nay, ngày 27/8/2024, tại UBND huyện Hạ Lang.
I. Thành phần
""",
        (
            "Biên bản",
            "02/BB-ĐGS",
            "2024-08-27",
            "Đoàn giám sát Ủy ban MTTQ Việt Nam tỉnh Cao Bằng",
            "Làm việc giữa Đoàn giám sát với UBND huyện Hạ Lang",
            None,
        ),
    ),
    (
        """HỘI LIÊN HIỆP PHỤ NỮ VIỆT NAM
BAN CHẤP HÀNH TỈNH KIÊN GIANG
Số: 101/BC-BTV""",
        """CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Kiên Giang, ngày 03 tháng 12 năm 2022""",
        """BÁO CÁO
Kết quả giám sát năm 2022

Năm 2022, các cấp Hội đã giám sát 120 cuộc.
TM. BAN THƯỜNG VỤ
CHỦ TỊCH
Lê Minh Giang
""",
        (
            "Báo cáo",
            "101/BC-BTV",
            "2022-12-03",
            "Ban Thường vụ Hội Liên hiệp Phụ nữ tỉnh Kiên Giang",
            "Kết quả giám sát năm 2022",
            "Lê Minh Giang",
        ),
    ),
    (
        """LIÊN ĐOÀN LAO ĐỘNG TỈNH NAM ĐỊNH
LIÊN ĐOÀN LAO ĐỘNG HUYỆN Ý YÊN
Số: 58/LĐLĐ
V/v báo cáo kết quả giám sát""",
        """CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Ý Yên, ngày 12 tháng 5 năm 2023""",
        """Kính gửi: Công đoàn cơ sở các trường học

Liên đoàn Lao động huyện đề nghị báo cáo.
TM. BAN THƯỜNG VỤ
CHỦ TỊCH
Ngô Thị Mai
""",
        (
            "Công văn",
            "58/LĐLĐ",
            "2023-05-12",
            "Liên đoàn Lao động huyện Ý Yên",
            "Báo cáo kết quả giám sát",
            "Ngô Thị Mai",
        ),
    ),
    (
        """TỈNH ĐOÀN HÀ NAM
BAN THƯỜNG VỤ
***
Số: 15-TB/TĐTN-VP""",
        """ĐOÀN TNCS HỒ CHÍ MINH
Hà Nam, ngày 26 tháng 3 năm 2024""",
        """THÔNG BÁO
Kết luận hội nghị Ban Thường vụ Tỉnh đoàn quý I

Ban Thường vụ Tỉnh đoàn thông báo như sau:
TM. BAN THƯỜNG VỤ TỈNH ĐOÀN
PHÓ BÍ THƯ
Lê Thị Hạnh
""",
        (
            "Thông báo",
            "15-TB/TĐTN-VP",
            "2024-03-26",
            "Ban Thường vụ Tỉnh đoàn Hà Nam",
            "Kết luận hội nghị Ban Thường vụ Tỉnh đoàn quý I",
            "Lê Thị Hạnh",
        ),
    ),
    (
        """HỘI NGƯỜI CAO TUỔI
XÃ ĐẠI THỊNH
Số: 09/BC-NCT""",
        """CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Đại Thịnh, ngày 01 tháng 10 năm 2024""",
        """BÁO CÁO
Kết quả hoạt động năm 2024

Năm 2024, Hội đã làm nhiều việc.
TM. BAN CHẤP HÀNH
CHỦ TỊCH
Nguyễn Hữu Thọ
""",
        (
            "Báo cáo",
            "09/BC-NCT",
            "2024-10-01",
            "Ban Chấp hành Hội Người cao tuổi xã Đại Thịnh",
            "Kết quả hoạt động năm 2024",
            "Nguyễn Hữu Thọ",
        ),
    ),
    (
        """ỦY BAN MTTQ VIỆT NAM XÃ CỰ KHÊ
BAN THANH TRA NHÂN DÂN
Số: 04/BC-BTTND""",
        """CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Cự Khê, ngày 10 tháng 12 năm 2021""",
        """BÁO CÁO
Kết quả hoạt động của Ban Thanh tra nhân dân năm 2021

Ban Thanh tra nhân dân xã báo cáo kết quả như sau:
TM. BAN THANH TRA NHÂN DÂN
TRƯỞNG BAN
Đào Văn Vượng
""",
        (
            "Báo cáo",
            "04/BC-BTTND",
            "2021-12-10",
            "Ban Thanh tra nhân dân xã Cự Khê",
            "Kết quả hoạt động của Ban Thanh tra nhân dân năm 2021",
            "Đào Văn Vượng",
        ),
    ),
)

_NUMBER = re.compile(r"Số:?\s")
_RULE = re.compile(r"[-_*]+")


def rows(left, right):
    """The rows as printed: the number and the day stand side by side."""
    at = number_at(left)
    above, below = (left, []) if at == len(left) else (left[:at], left[at:])
    beside = right[:-1] if below else right
    height = max(len(above), len(beside))
    padded = [column + [""] * (height - len(column)) for column in (above, beside)]
    return [
        *zip(*padded, strict=True),
        *zip(below, [right[-1]] + [""] * (len(below) - 1), strict=False),
    ]


def number_at(left):
    return next((i for i, line in enumerate(left) if _NUMBER.match(line)), len(left))


def beside(gap):
    return lambda left, right, body: (
        "\n".join(f"{one}{gap}{other}".strip() for one, other in rows(left, right)) + f"\n\n{body}"
    )


def wide(left, right, body):
    lines = (f"{one:46}{other}".rstrip() for one, other in rows(left, right))
    return "\n".join(lines) + f"\n\n{body}"


def one_below_the_other(between, left_first=True):
    def copied(left, right, body):
        columns = (left, right) if left_first else (right, left)
        return between.join("\n".join(each) for each in columns) + f"\n\n{body}"

    return copied


def with_blank_lines(left, right, body):
    return "\n\n".join([*left, *right]) + "\n\n" + re.sub(r"\n+", "\n\n", body)


def without_blank_lines(left, right, body):
    return "\n".join([*left, *right, re.sub(r"\n+", "\n", body)])


def markdown_rows(left, right, body):
    first, *others = (f"| {one} | {other} |" for one, other in rows(left, right))
    return "\n".join([first, "|---|---|", *others]) + f"\n\n{body}"


def markdown_cells(left, right, body):
    at = number_at(left)
    cells = ((left[:at], right[:-1]), (left[at:], right[-1:]))
    first, last = (f"| {'<br>'.join(one)} | {'<br>'.join(other)} |" for one, other in cells)
    return "\n".join([first, "|---|---|", last]) + f"\n\n{body}"


def bare_cells(left, right, body):
    at = number_at(left)
    cells = (left[:at], right[:-1], left[at:], right[-1:])
    return "|\n" + "\n|\n".join("\n".join(each) for each in cells) + f"\n|\n\n{body}"


def bold(left, right, body):
    at = number_at(left)
    strong = [line if _RULE.fullmatch(line) else f"**{line}**" for line in left[:at]]
    head = [*strong, "", *(f"**{line}**" for line in right[:-1]), "", *left[at:]]
    kind, _, rest = body.partition("\n")
    return "\n".join([*head, "", f"*{right[-1]}*", "", f"**{kind}**", rest])


def as_portals_do(left, right, body):
    at = number_at(left)
    lines = [*left[:at], *right[:-1], *left[at : at + 1], right[-1], *left[at + 1 :], body]
    return "\n".join(lines)


def day_before_number(left, right, body):
    at = number_at(left)
    return "\n".join([*left[:at], *right, *left[at:]]) + f"\n\n{body}"


def number_and_day_on_one_line(left, right, body):
    at = number_at(left)
    line = " ".join([*left[at : at + 1], right[-1]])
    return "\n".join([*left[:at], *right[:-1], line, *left[at + 1 :], body])


def each_column_on_one_line(left, right, body):
    at = number_at(left)
    if at == len(left):
        return wide(left, right, body)
    below = "".join(f"{line}\n" for line in left[at + 1 :])
    return f"{' '.join(left[: at + 1])}\n{below}{' '.join(right)}\n\n{body}"


def with_dashes(left, right, body):
    at = number_at(left)
    if at == len(left):
        return wide(left, right, body)
    head = " - ".join(line for line in left[:at] if not _RULE.fullmatch(line))
    country = " - ".join(line for line in right[:-1] if not _RULE.fullmatch(line))
    below = "".join(f"{line}\n" for line in left[at + 1 :])
    return f"{head} {left[at]}\n{below}{country}\n{right[-1]}\n\n{body}"


def country_behind_number(left, right, body):
    at = number_at(left)
    line = " ".join([*left[at : at + 1], right[0]])
    return "\n".join([*left[:at], line, *right[1:], *left[at + 1 :]]) + f"\n\n{body}"


def title_behind_kind(left, right, body):
    return wide(left, right, body if body.startswith("Kính") else body.replace("\n", " ", 1))


WAYS = {
    "wide": wide,
    "one blank": beside(" "),
    "tabs": beside("\t"),
    "left, right": one_below_the_other("\n"),
    "left, blank line, right": one_below_the_other("\n\n"),
    "right, left": one_below_the_other("\n", left_first=False),
    "blank lines": with_blank_lines,
    "no blank lines": without_blank_lines,
    "Markdown rows": markdown_rows,
    "Markdown cells": markdown_cells,
    "bare cells": bare_cells,
    "bold": bold,
    "as portals do": as_portals_do,
    "day before number": day_before_number,
    "number and day on one line": number_and_day_on_one_line,
    "each column on one line": each_column_on_one_line,
    "dashes": with_dashes,
    "country behind number": country_behind_number,
    "title behind kind": title_behind_kind,
    "Windows": lambda *parts: wide(*parts).replace("\n", "\r\n"),
    "no-break spaces": lambda *parts: beside(" ")(*parts).replace(" ", "\u00a0", 40),
    "letters apart from marks": lambda *parts: unicodedata.normalize("NFD", beside(" ")(*parts)),
}
# What a letter is about, broken by a blank line; a title that runs into a preamble whose body no
# list knows.
_TITLES_LEFT = {("812/STP-XDVB", "blank lines"), ("66/TB-KVIV", "no blank lines")}
# Names that have dashes of their own, or break within, are lost between more dashes.
_UNREADABLE = {("403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN", "dashes")}


def test_the_table_is_whole():
    assert len(DOCUMENTS) >= 40
    assert len(WAYS) >= 20


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("document", DOCUMENTS, ids=[str(row[3][:2]) for row in DOCUMENTS])
def test_a_copied_letterhead(document, way):
    left, right, body, expected = document
    text = WAYS[way](left.split("\n"), right.split("\n"), body)
    own = cited(SourceText(text, "-")).own
    assert own is not None
    kind, number, date, issuer, title, signer = expected
    assert (own.kind_printed or own.kind, own.number, own.date) == (kind, number, date)
    assert own.issuer == issuer or (number, way) in _UNREADABLE
    if (number, way) not in _TITLES_LEFT:
        assert own.title.casefold() == title.casefold()
    assert own.signer == signer
