"""Wordings and layouts in which reports tell of inspections, each construction more than once.

Each row: a text, and a line for each inspection, its fields parted by bars: mode, status, count,
time, inspector, leader, units, participants, what is looked at, mandate. Persons are invented, and
so is what the texts tell of the bodies.
"""

import pytest

VARIANTS = [
    (
        "Đồng Nai, ngày 20 tháng 11 năm 2017\n\nBÁO CÁO\nVề kết quả giám sát việc thực "
        "hiện Quy định số 101-QĐ/TW\n\nThực hiện Kế hoạch số 30/KH-MTTQ ngày "
        "25/8/2017, Ban Thường trực Ủy ban MTTQ Việt Nam huyện Định Quán báo cáo như "
        "sau:\n\nCác đơn vị được giám sát gồm Đảng ủy xã Phú Lợi, Đảng ủy xã Túc Trưng "
        "và Chi bộ Trường THPT Tân Phú; mỗi nơi làm việc một buổi, bắt đầu ngày 09/10, "
        "kết thúc ngày 20/10/2017. Ông Hoàng Văn Bé, Chủ tịch Ủy ban MTTQ Việt Nam "
        "huyện là Trưởng đoàn giám sát; Hội Cựu chiến binh huyện, Huyện đoàn cử người "
        "tham gia.",
        [
            "giám sát | held | 1 | 2017-10-09/2017-10-20 | Ban Thường trực Ủy ban MTTQ "
            "Việt Nam huyện Định Quán | Hoàng Văn Bé | Đảng ủy xã Phú Lợi; Đảng ủy xã Túc "
            "Trưng; Chi bộ Trường THPT Tân Phú | Hội Cựu chiến binh huyện Định Quán; Huyện "
            "đoàn Định Quán | 101-QĐ/TW | 30/KH-MTTQ",
        ],
    ),
    (
        "UBND TỈNH VĨNH PHÚC\nTHANH TRA TỈNH\n\nVĩnh Phúc, ngày 08 tháng 3 năm 2024\n\n"
        "KẾT LUẬN THANH TRA\n\nCuộc thanh tra được tiến hành từ ngày 16 tháng 10 năm "
        "2023 đến ngày 15 tháng 12 năm 2023, do Đoàn thanh tra của Thanh tra tỉnh, bà "
        "Phùng Thị Kim Oanh làm Trưởng đoàn. Đối tượng thanh tra: UBND huyện Tam "
        "Dương, UBND xã Kim Long. Thời kỳ thanh tra: 01/01/2020 - 31/12/2022.",
        [
            "thanh tra | held | 1 | 2023-10-16/2023-12-15 | Thanh tra tỉnh Vĩnh Phúc | "
            "Phùng Thị Kim Oanh | UBND huyện Tam Dương; UBND xã Kim Long |  |  |",
        ],
    ),
    (
        "UBND TỈNH VĨNH PHÚC\nTHANH TRA TỈNH\n\nVĩnh Phúc, ngày 08 tháng 3 năm 2024\n\n"
        "KẾT LUẬN THANH TRA\n\n1. Thời gian thanh tra: từ ngày 16/10/2023 đến ngày "
        "15/12/2023.\n\n2. Đoàn thanh tra: do ông Lê Văn Nam, Phó Chánh Thanh tra tỉnh "
        "làm Trưởng đoàn.\n\n3. Đơn vị được thanh tra: UBND huyện Tam Dương, Ban Quản "
        "lý dự án đầu tư xây dựng huyện Tam Dương.",
        [
            "thanh tra | held | 1 | 2023-10-16/2023-12-15 |  | Lê Văn Nam | UBND huyện Tam "
            "Dương; Ban Quản lý dự án đầu tư xây dựng huyện Tam Dương |  |  |",
        ],
    ),
    (
        "Gia Lai, ngày 12 tháng 11 năm 2020\n\nNgày 11 và 12-11, tại các huyện Chư Sê "
        "và Chư Pưh, công tác đăng ký hộ tịch đã được Ban Pháp chế HĐND tỉnh Gia Lai "
        "giám sát.\n\nĐoàn do bà Rơ Lan H'Duyên-Phó Trưởng ban Pháp chế HĐND tỉnh-làm "
        "Trưởng đoàn. Ngày 11-11, Đoàn giám sát tại UBND xã Ia Blang và UBND huyện Chư "
        "Sê; ngày 12-11, làm việc với UBND huyện Chư Pưh và UBND xã Ia Hrú về việc thi "
        "hành Luật Hộ tịch.\n\nTuần tới, Đoàn tiếp tục giám sát tại huyện Đức Cơ.",
        [
            "giám sát | held | 1 | 2020-11-11/2020-11-12 | Ban Pháp chế HĐND tỉnh Gia Lai "
            "| Rơ Lan H'Duyên | UBND xã Ia Blang; UBND huyện Chư Sê; UBND huyện Chư Pưh; "
            "UBND xã Ia Hrú |  | 60/2014/QH13 |",
            "giám sát | planned | 1 |  | Ban Pháp chế HĐND tỉnh Gia Lai |  | huyện Đức Cơ |  |  |",
        ],
    ),
    (
        "Gia Lai, ngày 12 tháng 11 năm 2020\n\nMỗi năm, Phòng Tư pháp huyện Chư Sê "
        "kiểm tra 05 xã, thị trấn, riêng năm 2019 Thanh tra huyện Chư Sê tiến hành "
        "thanh tra 1 đơn vị.",
        [
            "kiểm tra | held |  |  | Phòng Tư pháp huyện Chư Sê |  |  |  |  |",
            "thanh tra | held |  | 2019 | Thanh tra huyện Chư Sê |  |  |  |  |",
        ],
    ),
    (
        "Tây Ninh, ngày 20 tháng 5 năm 2026\n\nTừ ngày 01/7/2025, Ủy ban Kiểm tra Đảng "
        "ủy xã Đức Hòa đã giám sát 04 chi bộ (các ấp Bình Tả, Hòa Bình 1, Hòa Bình 2 "
        "và Trạm Y tế); Ủy ban MTTQ Việt Nam xã Đức Hòa giám sát 01 cuộc tại Trung tâm "
        "Phục vụ hành chính công xã.",
        [
            "giám sát | held |  | 2025-07-01/ | Ủy ban Kiểm tra Đảng ủy xã Đức Hòa |  | "
            "Chi bộ ấp Bình Tả; Chi bộ ấp Hòa Bình 1; Chi bộ ấp Hòa Bình 2; Chi bộ Trạm Y "
            "tế |  |  |",
            "giám sát | held | 1 | 2025-07-01/ | Ủy ban MTTQ Việt Nam xã Đức Hòa |  | "
            "Trung tâm Phục vụ hành chính công xã Đức Hòa |  |  |",
        ],
    ),
    (
        "Đông Hưng, ngày 25 tháng 6 năm 2009\n\nỦy ban Kiểm tra Huyện ủy Đông Hưng "
        "kiểm tra thu, nộp đảng phí ở 08 đảng bộ xã, truy nộp 6.340.000 đồng.",
        [
            "kiểm tra | held |  |  | Ủy ban Kiểm tra Huyện ủy Đông Hưng |  |  |  |  |",
        ],
    ),
    (
        "Đông Hưng, ngày 25 tháng 6 năm 2009\n\nỦy ban Kiểm tra Huyện ủy Đông Hưng "
        "tiến hành 03 cuộc kiểm tra, với 01 tổ chức (Chi bộ Hợp tác xã dịch vụ nông "
        "nghiệp Thăng Long) và 04 đảng viên.",
        [
            "kiểm tra | held | 3 |  | Ủy ban Kiểm tra Huyện ủy Đông Hưng |  | Chi bộ Hợp "
            "tác xã dịch vụ nông nghiệp Thăng Long |  |  |",
        ],
    ),
    (
        "Đông Hưng, ngày 25 tháng 6 năm 2009\n\nb- Kiểm tra khi có dấu hiệu vi phạm:\n"
        "\n+ Ủy ban Kiểm tra Huyện ủy Đông Hưng: 03 tổ chức đảng, 04 đảng viên.\n\n+ "
        "Ủy ban Kiểm tra cơ sở: 16 đảng viên.",
        [],
    ),
    (
        "Đông Hưng, ngày 25 tháng 6 năm 2009\n\nCấp ủy, Ủy ban Kiểm tra các cấp giám "
        "sát 38 tổ chức đảng, 71 đảng viên theo chuyên đề, trong đó Ủy ban Kiểm tra "
        "Huyện ủy Đông Hưng giám sát 05 tổ chức.",
        [
            "giám sát | held |  |  | Cấp ủy, Ủy ban Kiểm tra các cấp |  |  |  |  |",
            "giám sát | held |  |  | Ủy ban Kiểm tra Huyện ủy Đông Hưng |  |  |  |  |",
        ],
    ),
    (
        "Nam Định, ngày 06 tháng 9 năm 2010\n\nBan Kiểm tra Hội Nông dân tỉnh Nam Định "
        "kiểm tra việc chấp hành Điều lệ Hội ở Hội Nông dân huyện Ý Yên và Hội Nông "
        "dân huyện Vụ Bản (tháng 3/2010); Hội Nông dân tỉnh Nam Định phối hợp với Sở "
        "Tài chính khảo sát việc thu các khoản đóng góp tại xã Yên Chính, xã Liên Bảo.",
        [
            "kiểm tra | held | 1 | 2010-03 | Ban Kiểm tra Hội Nông dân tỉnh Nam Định |  | "
            "Hội Nông dân huyện Ý Yên; Hội Nông dân huyện Vụ Bản |  | Điều lệ |",
            "khảo sát | held | 1 |  | Hội Nông dân tỉnh Nam Định |  | xã Yên Chính; xã "
            "Liên Bảo | Sở Tài chính tỉnh Nam Định |  |",
        ],
    ),
    (
        "Vĩnh Phúc, ngày 08 tháng 3 năm 2024\n\nGiai đoạn 2020 - 2022, UBND huyện Tam "
        "Dương đã phân bổ 1.126 tỷ đồng. Trong thời kỳ này, Thanh tra huyện Tam Dương "
        "cũng đã thanh tra 09 đơn vị cấp xã, trường học.",
        [
            "thanh tra | held |  | 2020/2022 | Thanh tra huyện Tam Dương |  |  |  |  |",
        ],
    ),
    (
        "Bến Tre, ngày 30 tháng 9 năm 2022\n\nTừ ngày 27 đến 28-9-2022, Ủy ban Kiểm "
        "tra (UBKT) Tỉnh ủy Bến Tre họp Kỳ thứ 18.\n\n4. Nghe báo cáo giám sát chuyên "
        "đề tại Ban Thường vụ Huyện ủy Ba Tri, Ban Thường vụ Huyện ủy Thạnh Phú về "
        "lãnh đạo thực hiện Quy định số 37-QĐ/TW, ngày 25-10-2021 của Ban Chấp hành "
        "Trung ương.",
        [
            "giám sát | held | 1 |  | Ủy ban Kiểm tra Tỉnh ủy Bến Tre |  | Ban Thường vụ "
            "Huyện ủy Ba Tri; Ban Thường vụ Huyện ủy Thạnh Phú |  | 37-QĐ/TW |",
        ],
    ),
    (
        "Bến Tre, ngày 30 tháng 9 năm 2022\n\nTừ ngày 27 đến 28-9-2022, Ủy ban Kiểm "
        "tra (UBKT) Tỉnh ủy Bến Tre họp Kỳ thứ 18.\n\n2. Xem xét, thi hành kỷ luật\n\n"
        "Sau khi nghe tổ kiểm tra trình bày, UBKT Tỉnh ủy bỏ phiếu quyết định:\n\n- "
        "Với tổ chức: Chi ủy Chi bộ Trung tâm Y tế huyện Ba Tri nhiệm kỳ 2020 - 2022 "
        "nhận hình thức kỷ luật cảnh cáo.",
        [
            "xem xét kỷ luật | held | 1 | 2022-09-27/2022-09-28 | Ủy ban Kiểm tra Tỉnh ủy "
            "Bến Tre |  | Chi ủy Chi bộ Trung tâm Y tế huyện Ba Tri |  |  |",
        ],
    ),
    (
        "ĐẢNG BỘ TỈNH AN GIANG\nĐẢNG ỦY PHƯỜNG RẠCH GIÁ\n*\nSố 88-QĐ/ĐU\n\nRạch Giá, "
        "ngày 02 tháng 3 năm 2026\n\nQUYẾT ĐỊNH\nthành lập Đoàn giám sát của Ban "
        "Thường vụ Đảng ủy phường\n\nĐiều 1. Lập Đoàn giám sát của Ban Thường vụ Đảng "
        "ủy phường để giám sát Chi bộ Trường Tiểu học Trần Quốc Toản và Chi bộ khu phố "
        "Vĩnh Lạc trong việc thực hiện Quy định số 144-QĐ/TW, ngày 09/5/2024 của Bộ "
        "Chính trị. Đoàn gồm các đồng chí:\n\n1- Đ/c Danh Ngọc Hùng, Phó Bí thư Thường "
        "trực Đảng ủy, Trưởng đoàn;\n2- Đ/c Mai Thanh Tuyền, Chủ nhiệm UBKT Đảng ủy, "
        "Phó Trưởng đoàn;\n3- Đại diện Ban Xây dựng Đảng Đảng ủy, Ủy ban MTTQ Việt Nam "
        "phường, thành viên.\n\nĐiều 2. Đoàn làm việc theo Kế hoạch kèm theo.\n\nKẾ "
        "HOẠCH GIÁM SÁT\n\n2. Tiến độ:\n\n+ Tuần đầu của cuộc giám sát, từ ngày 16/3 "
        "đến ngày 20/3/2026, làm việc tại Chi bộ Trường Tiểu học Trần Quốc Toản.\n\n+ "
        "Chi bộ khu phố Vĩnh Lạc: giám sát ngày 30/3/2026.",
        [
            "giám sát | ordered | 1 |  | Ban Thường vụ Đảng ủy phường Rạch Giá | Danh Ngọc "
            "Hùng | Chi bộ Trường Tiểu học Trần Quốc Toản; Chi bộ khu phố Vĩnh Lạc | Mai "
            "Thanh Tuyền; Ban Xây dựng Đảng Đảng ủy phường Rạch Giá; Ủy ban MTTQ Việt Nam "
            "phường Rạch Giá | "
            "144-QĐ/TW |",
            "giám sát | planned | 1 | 2026-03-16/2026-03-20 | Ban Thường vụ Đảng ủy phường "
            "Rạch Giá |  | Chi bộ Trường Tiểu học Trần Quốc Toản |  |  |",
            "giám sát | planned | 1 | 2026-03-30 | Ban Thường vụ Đảng ủy phường Rạch Giá |  | "
            "Chi bộ khu phố Vĩnh Lạc |  |  |",
        ],
    ),
    (
        "Trang chủ » Mặt trận\n\nThứ năm, 14/09/2023 16:05\n\nTrong hai ngày 12 và "
        "13/9/2023, Đoàn giám sát của Ủy ban MTTQ Việt Nam tỉnh Quảng Bình do bà Trần "
        "Thị Thu Nhạn, Phó Chủ tịch Ủy ban MTTQ Việt Nam tỉnh làm Trưởng đoàn đã tiến "
        "hành giám sát tại huyện Tuyên Hóa về việc thực hiện Quyết định số 90/QĐ-TTg "
        "ngày 18/01/2022 của Thủ tướng Chính phủ.\n\nCuộc giám sát được triển khai "
        "theo Kế hoạch số 45/KH-MTTQ-BTT ngày 22/02/2023 của Ban Thường trực Ủy ban "
        "MTTQ Việt Nam tỉnh về giám sát năm 2023 và Quyết định số 61/QĐ-MTTQ-BTT ngày "
        "25/8/2023 về việc thành lập Đoàn giám sát. Trước khi làm việc với UBND huyện, "
        "Đoàn đã đi thực tế tại xã Lâm Hóa, xã Thanh Hóa và xã Ngư Hóa, thăm 12 hộ.\n\n"
        "Ban Thanh tra nhân dân, Ban Giám sát đầu tư của cộng đồng 19/19 xã, thị trấn "
        "tổ chức 57 cuộc giám sát.",
        [
            "giám sát | held | 1 | 2023-09-12/2023-09-13 | Ủy ban MTTQ Việt Nam tỉnh Quảng "
            "Bình | Trần Thị Thu Nhạn | huyện Tuyên Hóa; xã Lâm Hóa; xã Thanh Hóa; xã Ngư "
            "Hóa |  | 90/QĐ-TTg | 45/KH-MTTQ-BTT; 61/QĐ-MTTQ-BTT",
            "giám sát | held | 57 |  | Ban Thanh tra nhân dân, Ban Giám sát đầu tư của "
            "cộng đồng |  |  |  |  |",
        ],
    ),
    (
        "Quỳnh Phụ, ngày 22 tháng 9 năm 2023\n\n- Các đảng ủy, chi bộ cơ sở kiểm tra "
        "được 41 tổ chức đảng; kiểm tra 126 đảng viên; giám sát chuyên đề 37 tổ chức "
        "đảng.\n\n- Trong quý, UBKT Huyện ủy Quỳnh Phụ và UBKT cơ sở đã kiểm tra tài "
        "chính đảng đối với 17 tổ chức đảng.\n\n- HĐND, UBND các xã, thị trấn tổ chức "
        "12 cuộc giám sát. Hội Nông dân, Hội Phụ nữ các cấp giám sát 08 cuộc.",
        [
            "kiểm tra | held |  |  | Các đảng ủy, chi bộ cơ sở |  |  |  |  |",
            "kiểm tra | held |  |  | Các đảng ủy, chi bộ cơ sở |  |  |  |  |",
            "giám sát | held |  |  | Các đảng ủy, chi bộ cơ sở |  |  |  |  |",
            "kiểm tra | held |  |  | Ủy ban Kiểm tra Huyện ủy Quỳnh Phụ và Ủy ban Kiểm tra "
            "cơ sở |  |  |  |  |",
            "giám sát | held | 12 |  | HĐND, UBND các xã, thị trấn |  |  |  |  |",
            "giám sát | held | 8 |  | Hội Nông dân, Hội Phụ nữ các cấp |  |  |  |  |",
        ],
    ),
    (
        "ỦY BAN MTTQ VIỆT NAM\nTỈNH HÀ NAM\nBAN THƯỜNG TRỰC\nSố: 08/KH-MTTQ-BTT\n\nHà "
        "Nam, ngày 16 tháng 01 năm 2025\n\nKẾ HOẠCH\nGiám sát năm 2025\n\nBan Thường "
        "trực Ủy ban MTTQ Việt Nam tỉnh Hà Nam xây dựng Kế hoạch giám sát năm 2025 như "
        "sau:\n\n1.1. Giám sát việc thực hiện Nghị quyết số 35/2023/UBTVQH15 tại UBND "
        "thành phố Phủ Lý và UBND huyện Bình Lục\n- Chủ trì: Ban Thường trực Ủy ban "
        "MTTQ Việt Nam tỉnh; phối hợp: Sở Nội vụ, Hội Cựu chiến binh tỉnh.\n- Thời "
        "gian: tháng 3/2025.\n1.2. Giám sát công tác tiếp công dân của người đứng đầu "
        "theo Luật Tiếp công dân đối với Chủ tịch UBND huyện Thanh Liêm, Chủ tịch UBND "
        "thị xã Kim Bảng\n- Chủ trì: Ban Dân chủ - Pháp luật, Ủy ban MTTQ Việt Nam "
        "tỉnh.\n- Thời gian: quý II/2025, dự kiến từ ngày 12/5 đến ngày 23/5/2025.\n"
        "1.3. Hội Liên hiệp Phụ nữ tỉnh chủ trì giám sát việc thực hiện Luật Phòng, "
        "chống bạo lực gia đình năm 2022 tại huyện Lý Nhân. Thời gian: tháng 8/2025.\n"
        "1.4. Liên đoàn Lao động tỉnh chủ trì giám sát việc trích nộp kinh phí công "
        "đoàn theo Điều 26 Luật Công đoàn 2012 tại 05 doanh nghiệp trong Khu công "
        "nghiệp Đồng Văn II. Thời gian: tháng 9/2025.",
        [
            "giám sát | planned | 1 | 2025-03 | Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh "
            "Hà Nam |  | UBND thành phố Phủ Lý; UBND huyện Bình Lục | Sở Nội vụ tỉnh Hà "
            "Nam; Hội Cựu chiến binh tỉnh Hà Nam | 35/2023/UBTVQH15 |",
            "giám sát | planned | 1 | 2025-05-12/2025-05-23 | Ban Dân chủ - Pháp luật Ủy "
            "ban MTTQ Việt Nam tỉnh Hà Nam |  | UBND huyện Thanh Liêm; UBND thị xã Kim "
            "Bảng |  | 42/2013/QH13 |",
            "giám sát | planned | 1 | 2025-08 | Hội Liên hiệp Phụ nữ tỉnh Hà Nam |  | "
            "huyện Lý Nhân |  | 13/2022/QH15 |",
            "giám sát | planned |  | 2025-09 | Liên đoàn Lao động tỉnh Hà Nam |  |  |  | "
            "12/2012/QH13 |",
        ],
    ),
    (
        "Na Sầm, ngày 28 tháng 10 năm 2024\n\nBan Thường vụ Huyện ủy Văn Lãng ban hành "
        "Quyết định số 1102-QĐ/HU, ngày 03/9/2024 thành lập Đoàn giám sát do đồng chí "
        "Hoàng Thị Bích Diệp, Phó Bí thư Thường trực Huyện ủy làm Trưởng đoàn; từ ngày "
        "16 đến ngày 20/9/2024, Đoàn đã giám sát việc thực hiện Quy định số 144-QĐ/TW "
        "đối với Đảng ủy xã Tân Mỹ, Đảng ủy xã Bắc La và Chi bộ Phòng Tài chính - Kế "
        "hoạch huyện.\n\nCũng trong quý III, UBKT Huyện ủy Văn Lãng lồng ghép nội dung "
        "Quy định số 144-QĐ/TW vào 04 cuộc kiểm tra tổ chức đảng cấp dưới.\n\n2. Năm "
        "2025, UBKT Huyện ủy Văn Lãng dự kiến kiểm tra việc thực hiện Quy định số "
        "144-QĐ/TW tại 06 đảng bộ xã.",
        [
            "giám sát | held | 1 | 2024-09-16/2024-09-20 | Ban Thường vụ Huyện ủy Văn Lãng "
            "| Hoàng Thị Bích Diệp | Đảng ủy xã Tân Mỹ; Đảng ủy xã Bắc La; Chi bộ Phòng "
            "Tài chính - Kế hoạch huyện Văn Lãng |  | 144-QĐ/TW | 1102-QĐ/HU",
            "kiểm tra | held | 4 | 2024-07/2024-09 | Ủy ban Kiểm tra Huyện ủy Văn Lãng |  "
            "|  |  | 144-QĐ/TW |",
            "kiểm tra | planned |  | 2025 | Ủy ban Kiểm tra Huyện ủy Văn Lãng |  |  |  | "
            "144-QĐ/TW |",
        ],
    ),
    (
        "Vĩnh Long, ngày 06 tháng 11 năm 2023\n\nThực hiện Quyết định số 71/QĐ-TT ngày "
        "24 tháng 4 năm 2023 của Chánh Thanh tra tỉnh về thanh\ntra việc quản lý dự án "
        "tại Ban Quản lý dự án đầu tư xây dựng huyện\nTam Bình, từ ngày 04 tháng 5 năm "
        "2023 đến ngày 28 tháng 6 năm 2023, Đoàn thanh tra do ông Lê\nHoàng Nhân, "
        "Trưởng phòng Nghiệp vụ 2 làm Trưởng đoàn đã tiến hành thanh tra trực tiếp tại "
        "Ban\nQuản lý dự án đầu tư xây dựng huyện Tam Bình (gọi tắt là Ban QLDA) và "
        "xác minh tại Phòng Tài\nchính - Kế hoạch huyện, Kho bạc Nhà nước Tam Bình.",
        [
            "thanh tra | held | 1 | 2023-05-04/2023-06-28 | Thanh tra tỉnh Vĩnh Long | Lê "
            "Hoàng Nhân | Ban Quản lý dự án đầu tư xây dựng huyện Tam Bình |  |  | "
            "71/QĐ-TT",
        ],
    ),
    (
        "Cập nhật lúc 09:20, Thứ Sáu, 17/05/2024\n\nNgày 15-5-2024, Ủy ban Kiểm tra "
        "(UBKT) Tỉnh ủy Bạc Liêu tổ chức Kỳ họp thứ 38.\n\nII. Thi hành kỷ luật đảng "
        "viên\n\nXem xét đề nghị của Ban Thường vụ Huyện ủy Hồng Dân tại Tờ trình số "
        "96-TTr/HU, ngày 22/4/2024, UBKT Tỉnh ủy nhận thấy đồng chí Huỳnh Minh Đương, "
        "nguyên Chủ tịch UBND xã Ninh Quới A có vi phạm trong quản lý đất công ích. "
        "Căn cứ điểm a khoản 1 Điều 11 Quy định số 69-QĐ/TW, UBKT Tỉnh ủy quyết định "
        "thi hành kỷ luật đồng chí Huỳnh Minh Đương bằng hình thức khai trừ.",
        [
            "xem xét kỷ luật | held | 1 | 2024-05-15 | Ủy ban Kiểm tra Tỉnh ủy Bạc Liêu |  "
            "|  |  |  |",
        ],
    ),
    (
        "Kon Tum, ngày 18 tháng 6 năm 2024\n\nĐoàn giám sát của HĐND tỉnh Kon Tum do "
        "ông A Thiêng, Phó Chủ tịch HĐND tỉnh làm Trưởng đoàn đã giám sát tại Sở Tư "
        "pháp ngày 12/4/2024; thành viên gồm lãnh đạo các Ban của HĐND tỉnh và mời đại "
        "diện Ủy ban MTTQ Việt Nam tỉnh, Hạt Kiểm lâm các huyện cùng tham gia.",
        [
            "giám sát | held | 1 | 2024-04-12 | HĐND tỉnh Kon Tum | A Thiêng | Sở Tư pháp "
            "tỉnh Kon Tum | các Ban HĐND tỉnh Kon Tum; Ủy ban MTTQ Việt Nam tỉnh Kon Tum | "
            " |",
        ],
    ),
    (
        "Lào Cai, ngày 02 tháng 6 năm 2023\n\nĐối tượng kiểm tra: Chi bộ Trường THCS "
        "Kim Đồng, Chi bộ Trạm Y tế xã Bản Lầu. Thời gian: ngày 12/5/2023. Đoàn kiểm "
        "tra của Ủy ban Kiểm tra Huyện ủy Mường Khương do đồng chí Sùng Seo Páo, Phó "
        "Chủ nhiệm làm Trưởng đoàn.",
        [
            "kiểm tra | held | 1 | 2023-05-12 | Ủy ban Kiểm tra Huyện ủy Mường Khương | "
            "Sùng Seo Páo | Chi bộ Trường THCS Kim Đồng; Chi bộ Trạm Y tế xã Bản Lầu |  |  "
            "|",
        ],
    ),
    (
        "Cao Bằng, ngày 12 tháng 8 năm 2022\n\nCác địa phương được khảo sát là xã Đàm "
        "Thủy và xã Chí Viễn; bắt đầu từ ngày 02/8 và kết thúc vào ngày 05/8/2022. "
        "Thường trực HĐND huyện Trùng Khánh báo cáo kết quả như sau:",
        [
            "khảo sát | held | 1 | 2022-08-02/2022-08-05 | Thường trực HĐND huyện Trùng "
            "Khánh |  | xã Đàm Thủy; xã Chí Viễn |  |  |",
        ],
    ),
    (
        "Hậu Giang, ngày 20 tháng 7 năm 2021\n\nSáu tháng đầu năm 2021, Ủy ban Kiểm "
        "tra Huyện ủy Phụng Hiệp kiểm tra 03 chi bộ (các ấp Mỹ Chánh, Mỹ Lợi và Trường "
        "Tiểu học Hòa An 1); giám sát 05 đảng ủy xã.",
        [
            "kiểm tra | held |  | 2021 | Ủy ban Kiểm tra Huyện ủy Phụng Hiệp |  | Chi bộ "
            "ấp Mỹ Chánh; Chi bộ ấp Mỹ Lợi; Chi bộ Trường Tiểu học Hòa An 1 |  |  |",
            "giám sát | held |  | 2021 | Ủy ban Kiểm tra Huyện ủy Phụng Hiệp |  |  |  |  | ",
        ],
    ),
    (
        "Hà Giang, ngày 20 tháng 7 năm 2021\n\nThanh tra huyện Bắc Mê thanh tra việc "
        "thu, chi ngân sách tại 04 xã; Phòng Nội vụ huyện Bắc Mê kiểm tra công vụ ở 13 "
        "xã, thị trấn.",
        [
            "thanh tra | held |  |  | Thanh tra huyện Bắc Mê |  |  |  |  |",
            "kiểm tra | held |  |  | Phòng Nội vụ huyện Bắc Mê |  |  |  |  |",
        ],
    ),
    (
        "Đắk Nông, ngày 11 tháng 11 năm 2019\n\nGiai đoạn 2016 - 2018, huyện đã chi "
        "3,2 tỷ đồng. Trong giai đoạn này, Ủy ban MTTQ Việt Nam huyện Cư Jút tổ chức "
        "14 cuộc giám sát.",
        [
            "giám sát | held | 14 | 2016/2018 | Ủy ban MTTQ Việt Nam huyện Cư Jút |  |  |  |  |",
        ],
    ),
    (
        "Yên Bái, ngày 11 tháng 11 năm 2019\n\nTừ ngày 10/3/2019 đến nay, Ban Thanh "
        "tra nhân dân xã Nậm Có giám sát 06 công trình.",
        [
            "giám sát | held |  | 2019-03-10/2019-11-11 | Ban Thanh tra nhân dân xã Nậm Có "
            "|  |  |  |  |",
        ],
    ),
    (
        "Phú Yên, ngày 10 tháng 10 năm 2022\n\nViệc chấp hành Luật Tiếp công dân của "
        "UBND thị xã Sông Cầu đã được Ban Pháp chế HĐND tỉnh Phú Yên giám sát ngày "
        "05/10/2022.",
        [
            "giám sát | held | 1 | 2022-10-05 | Ban Pháp chế HĐND tỉnh Phú Yên |  | UBND "
            "thị xã Sông Cầu |  | 42/2013/QH13 |",
        ],
    ),
    (
        "Kiên Giang, ngày 10 tháng 10 năm 2022\n\nThực hiện Quyết định số 45-QĐ/TU, "
        "ngày 01/9/2022 của Ban Thường vụ Tỉnh ủy Kiên Giang về kiểm tra việc thực "
        "hiện Chỉ thị số 05-CT/TW, từ ngày 12 đến ngày 16/9/2022, Đoàn kiểm tra của "
        "Ban Thường vụ Tỉnh ủy đã làm việc với Huyện ủy An Biên và Huyện ủy Hòn Đất.",
        [
            "kiểm tra | held | 1 | 2022-09-12/2022-09-16 | Ban Thường vụ Tỉnh ủy Kiên "
            "Giang |  | Huyện ủy An Biên; Huyện ủy Hòn Đất |  | 05-CT/TW | 45-QĐ/TU",
        ],
    ),
    (
        "Kiên Giang, ngày 10 tháng 10 năm 2022\n\nĐợt giám sát nằm trong Kế hoạch số "
        "09/KH-MTTQ ngày 02/3/2022 của Ủy ban MTTQ Việt Nam huyện An Biên. Ngày "
        "04/10/2022, Đoàn giám sát của Ủy ban MTTQ Việt Nam huyện An Biên do bà Thị Én "
        "làm Trưởng đoàn giám sát tại UBND xã Nam Yên về việc thực hiện Luật Thực hiện "
        "dân chủ ở cơ sở. Tuần tới, Đoàn tiếp tục làm việc với UBND xã Tây Yên.",
        [
            "giám sát | held | 1 | 2022-10-04 | Ủy ban MTTQ Việt Nam huyện An Biên | Thị "
            "Én | UBND xã Nam Yên |  | 10/2022/QH15 | 09/KH-MTTQ",
            "giám sát | planned | 1 |  | Ủy ban MTTQ Việt Nam huyện An Biên |  | UBND xã "
            "Tây Yên |  |  | 09/KH-MTTQ",
        ],
    ),
    (
        "Tiền Giang, ngày 05 tháng 01 năm 2024\n\nKẾ HOẠCH\nKiểm tra, giám sát năm "
        "2024\n\nỦy ban Kiểm tra Huyện ủy Cái Bè ban hành Kế hoạch kiểm tra, giám sát "
        "năm 2024 như sau:\n\na) Kiểm tra Đảng ủy xã Hòa Khánh về việc thực hiện Quy "
        "định số 37-QĐ/TW. Thời gian: quý II/2024.\nb) Giám sát chuyên đề Chi bộ Phòng "
        "Nội vụ huyện\n- Cơ quan chủ trì: Ban Thường vụ Huyện ủy.\n- Cơ quan phối hợp: "
        "Ban Tổ chức Huyện ủy.\n- Thời gian thực hiện: từ ngày 05/8 đến ngày "
        "09/8/2024.",
        [
            "kiểm tra | planned | 1 | 2024-04/2024-06 | Ủy ban Kiểm tra Huyện ủy Cái Bè |  "
            "| Đảng ủy xã Hòa Khánh |  | 37-QĐ/TW |",
            "giám sát | planned | 1 | 2024-08-05/2024-08-09 | Ban Thường vụ Huyện ủy Cái "
            "Bè |  | Chi bộ Phòng Nội vụ huyện Cái Bè | Ban Tổ chức Huyện ủy Cái Bè |  |",
        ],
    ),
    (
        "Sơn La, ngày 09 tháng 9 năm 2020\n\nỦy ban Kiểm tra Tỉnh ủy Sơn La đã kiểm "
        "tra khi có dấu hiệu vi phạm 02 tổ chức đảng và 07 đảng viên; Cấp ủy, UBKT các "
        "cấp thi hành kỷ luật 31 đảng viên. HĐND, UBND các huyện tổ chức 22 cuộc kiểm "
        "tra.",
        [
            "kiểm tra | held |  |  | Ủy ban Kiểm tra Tỉnh ủy Sơn La |  |  |  |  |",
            "kiểm tra | held | 22 |  | HĐND, UBND các huyện |  |  |  |  |",
        ],
    ),
    (
        "Sơn La, ngày 09 tháng 9 năm 2020\n\nBan Thường vụ Thành ủy Sơn La ký Quyết "
        "định số 501-QĐ/TU, ngày 02/7/2020 thành lập Đoàn kiểm tra do đồng chí Lò Văn "
        "Sơn làm Trưởng đoàn; ngày 20/7/2020, Đoàn đã kiểm tra Đảng ủy phường Chiềng "
        "Lề và Đảng ủy xã Hua La.",
        [
            "kiểm tra | held | 1 | 2020-07-20 | Ban Thường vụ Thành ủy Sơn La | Lò Văn Sơn "
            "| Đảng ủy phường Chiềng Lề; Đảng ủy xã Hua La |  |  | 501-QĐ/TU",
        ],
    ),
    (
        "Sơn La, ngày 09 tháng 9 năm 2020\n\nChi bộ Cơ quan Huyện ủy thiếu kiểm tra, "
        "đôn đốc nhưng chưa đến mức phải xem xét kỷ luật.",
        [],
    ),
    (
        "Sơn La, ngày 09 tháng 9 năm 2020\n\nQua thanh tra trách nhiệm đối với Chủ "
        "tịch UBND huyện Mai Sơn, Giám đốc Sở Y tế, Thanh tra tỉnh Sơn La kết luận còn "
        "hạn chế.",
        [
            "thanh tra | held | 1 |  | Thanh tra tỉnh Sơn La |  | UBND huyện Mai Sơn; Sở Y "
            "tế tỉnh Sơn La |  |  |",
        ],
    ),
    (
        "Sơn La, ngày 09 tháng 9 năm 2020\n\nTrưởng Ban Dân tộc HĐND tỉnh Sơn La Lò "
        "Minh Hùng dẫn đầu Đoàn giám sát làm việc với UBND huyện Bắc Yên ngày "
        "01/9/2020.",
        [
            "giám sát | held | 1 | 2020-09-01 | Ban Dân tộc HĐND tỉnh Sơn La | Lò Minh "
            "Hùng | UBND huyện Bắc Yên |  |  |",
        ],
    ),
    (
        "Liên đoàn Lao động tỉnh Bình Định báo cáo: Từ ngày 05/4 đến ngày 10/4/2021, "
        "Đoàn kiểm tra của Ban Thường vụ LĐLĐ tỉnh do đồng chí Trần Văn Lợi, Phó Chủ "
        "tịch làm Trưởng đoàn kiểm tra tài chính tại LĐLĐ thị xã Hoài Nhơn, Công đoàn "
        "cơ sở Công ty cổ phần May Nhơn Hòa và Công đoàn Khu kinh tế tỉnh.",
        [
            "kiểm tra | held | 1 | 2021-04-05/2021-04-10 | Ban Thường vụ Liên đoàn Lao "
            "động tỉnh Bình Định | Trần Văn Lợi | Liên đoàn Lao động thị xã Hoài Nhơn; "
            "Công đoàn cơ sở Công ty cổ phần May Nhơn Hòa; Công đoàn Khu kinh tế tỉnh Bình "
            "Định |  |  |",
        ],
    ),
    (
        "Trong năm 2021, Công đoàn các cấp đã tự kiểm tra 245 cuộc, kiểm tra cấp dưới 120 cuộc.",
        [
            "kiểm tra | held | 245 | 2021 | Công đoàn các cấp |  |  |  |  |",
            "kiểm tra | held | 120 | 2021 | Công đoàn các cấp |  |  |  |  |",
        ],
    ),
    (
        "Ngày 12/5/2022, Đoàn giám sát của HĐND tỉnh Thừa Thiên Huế đã làm việc với "
        "UBND thị xã Hương Thủy. Tham gia Đoàn có Ban Văn hóa - Xã hội, Sở Tài nguyên "
        "và Môi trường, Hội Nông dân tỉnh.",
        [
            "giám sát | held | 1 | 2022-05-12 | HĐND tỉnh Thừa Thiên Huế |  | UBND thị xã "
            "Hương Thủy | Ban Văn hóa - Xã hội HĐND tỉnh Thừa Thiên Huế; Sở Tài nguyên và "
            "Môi trường tỉnh Thừa Thiên Huế; Hội Nông dân tỉnh Thừa Thiên Huế |  |",
        ],
    ),
    (
        "Ngày 12/5/2022, Đoàn giám sát của HĐND tỉnh Thừa Thiên Huế giám sát tại Sở Y "
        "tế. Cùng tham gia giám sát có đại diện Ban Pháp chế, Ban Dân tộc tỉnh.",
        [
            "giám sát | held | 1 | 2022-05-12 | HĐND tỉnh Thừa Thiên Huế |  | Sở Y tế tỉnh "
            "Thừa Thiên Huế | Ban Pháp chế HĐND tỉnh Thừa Thiên Huế; Ban Dân tộc tỉnh Thừa "
            "Thiên Huế |  |",
        ],
    ),
    (
        "ĐẢNG BỘ HUYỆN KRÔNG NÔ\nCHI BỘ BUÔN CHOÁH\n\nSố: 08-BC/CB\nKrông Nô, ngày 12 "
        "tháng 12 năm 2022\n\nBÁO CÁO\nkết quả công tác kiểm tra, giám sát năm 2022\n\n"
        "1. Trong quý II, chi bộ kiểm tra 02 đảng viên.\n2. Ngày 20/9/2022, Ủy ban "
        "Kiểm tra Huyện ủy giám sát chi bộ về thực hiện Chỉ thị số 05-CT/TW.",
        [
            "kiểm tra | held |  | 2022-04/2022-06 | Chi bộ buôn Choáh |  |  |  |  |",
            "giám sát | held | 1 | 2022-09-20 | Ủy ban Kiểm tra Huyện ủy Krông Nô |  | Chi "
            "bộ buôn Choáh |  | 05-CT/TW |",
        ],
    ),
    (
        "LIÊN ĐOÀN LAO ĐỘNG TỈNH BÌNH ĐỊNH\nỦY BAN KIỂM TRA\n\nSố: 15/BC-UBKT\nBình "
        "Định, ngày 12 tháng 6 năm 2021\n\nBÁO CÁO\nCông tác kiểm tra, giám sát 6 "
        "tháng đầu năm 2021\n\n1. Ủy ban Kiểm tra LĐLĐ tỉnh kiểm tra việc chấp hành "
        "Điều lệ Công đoàn tại 02 đơn vị: Công đoàn Viên chức tỉnh, LĐLĐ huyện Phù "
        "Mỹ.\n2. Từ ngày 05/4 đến ngày 10/4/2021, Đoàn kiểm tra của Ban Thường vụ LĐLĐ "
        "tỉnh do đồng chí Trần Văn Lợi, Phó Chủ tịch làm Trưởng đoàn kiểm tra tài "
        "chính tại LĐLĐ thị xã Hoài Nhơn.\n3. Phối hợp với Thanh tra Sở Lao động - "
        "Thương binh và Xã hội kiểm tra việc thực hiện pháp luật lao động tại 12 doanh "
        "nghiệp.",
        [
            "kiểm tra | held | 1 |  | Ủy ban Kiểm tra Liên đoàn Lao động tỉnh Bình Định |  "
            "| Công đoàn Viên chức tỉnh Bình Định; Liên đoàn Lao động huyện Phù Mỹ |  | Điều lệ "
            "|",
            "kiểm tra | held | 1 | 2021-04-05/2021-04-10 | Ban Thường vụ Liên đoàn Lao "
            "động tỉnh Bình Định | Trần Văn Lợi | Liên đoàn Lao động thị xã Hoài Nhơn |  | "
            " |",
            "kiểm tra | held |  |  | Ủy ban Kiểm tra Liên đoàn Lao động tỉnh Bình Định |  "
            "|  |  |  |",
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), VARIANTS, ids=range(len(VARIANTS)))
def test_inspections_by_wording(text, expected, told):
    assert [line.strip() for line in told(text)] == [line.strip() for line in expected]
