"""Constructions in which reports tell of inspections, each in several wordings.

Who takes part in a list that shares its territory; facilities and lists of departments; who
inspects, and how, by the heading above; units that a later sentence names; several that act
together. A row: a text, and a line for each inspection as in the variants of wordings. What the
texts tell of the bodies is invented.
"""

import pytest

ROWS = [
    (
        "ỦY BAN MTTQ VIỆT NAM HUYỆN TÂN KỲ\n\nBÁO CÁO\nKết quả công tác giám sát, phản "
        "biện xã hội năm 2021\n\nTrong năm, Ban Thường trực Ủy ban MTTQ Việt Nam huyện Tân "
        "Kỳ, tỉnh Nghệ An đã triển khai:\n\n1. Công tác giám sát\n\n- Chủ trì 04 cuộc về "
        "việc thực hiện chính sách người có công.\n- Phối hợp với Ban Pháp chế HĐND huyện "
        "tổ chức 02 cuộc tại xã Nghĩa Hoàn và xã Tân Hợp.\n- Ủy ban MTTQ các xã, thị trấn "
        "tổ chức 46 cuộc.",
        [
            "giám sát | held | 4 |  | Ủy ban MTTQ Việt Nam huyện Tân Kỳ |  |  |  |  |",
            "giám sát | held | 2 |  | Ủy ban MTTQ Việt Nam huyện Tân Kỳ |  | xã Nghĩa Hoàn; xã "
            "Tân Hợp |  |  |",
            "giám sát | held | 46 |  | Ủy ban MTTQ các xã, thị trấn |  |  |  |  |",
        ],
    ),
    (
        "HUYỆN ỦY TÂN KỲ\nỦY BAN KIỂM TRA\n\nTân Kỳ, ngày 20 tháng 12 năm 2019\n\nBÁO CÁO\n"
        "Kết quả công tác kiểm tra, giám sát năm 2019\n\nI. KẾT QUẢ KIỂM TRA, GIÁM SÁT\n1. "
        "Kiểm tra khi có dấu hiệu vi phạm\nỦy ban Kiểm tra Huyện ủy tiến hành đối với 02 "
        "tổ chức đảng và 05 đảng viên. Kết luận có vi phạm 01 tổ chức, 04 đảng viên.\n2. "
        "Giám sát chuyên đề\nỦy ban Kiểm tra Huyện ủy thực hiện đối với 06 tổ chức đảng, "
        "08 đảng viên.\nỦy ban kiểm tra đảng ủy cơ sở: 21 cuộc với 30 chi bộ.\n3. Kiểm tra "
        "tài chính đảng\nThực hiện tại 04 đảng ủy cơ sở: xã Nghĩa Hoàn, xã Tân Hợp, xã Kỳ "
        "Sơn, thị trấn Tân Kỳ.",
        [
            "kiểm tra | held |  |  | Ủy ban Kiểm tra Huyện ủy Tân Kỳ |  |  |  |  |",
            "giám sát | held |  |  | Ủy ban Kiểm tra Huyện ủy Tân Kỳ |  |  |  |  |",
            "giám sát | held | 21 |  | Ủy ban kiểm tra đảng ủy cơ sở |  |  |  |  |",
            "kiểm tra | held |  |  | Ủy ban Kiểm tra Huyện ủy Tân Kỳ |  |  |  |  |",
        ],
    ),
    (
        "Ngày 15/9/2020, Đoàn giám sát của HĐND tỉnh Nghệ An do đồng chí Trần Văn Mão, "
        "Trưởng Ban Văn hóa - Xã hội HĐND tỉnh làm Trưởng đoàn đã giám sát việc thực hiện "
        "Luật Bảo hiểm y tế tại Trạm Y tế xã Nghĩa Hoàn, Trường THCS Tân Hợp và Hợp tác xã "
        "Nông nghiệp Kỳ Sơn, huyện Tân Kỳ.",
        [
            "giám sát | held | 1 | 2020-09-15 | HĐND tỉnh Nghệ An | Trần Văn Mão | Trạm Y tế "
            "xã Nghĩa Hoàn; Trường THCS Tân Hợp; Hợp tác xã Nông nghiệp Kỳ Sơn |  | "
            "25/2008/QH12 |",
        ],
    ),
    (
        "Ngày 15/9/2020, Ủy ban MTTQ Việt Nam huyện Tân Kỳ, tỉnh Nghệ An tổ chức đoàn giám "
        "sát an toàn thực phẩm tại bếp ăn Trường Mầm non Nghĩa Hoàn, chợ Tân Hợp, bãi rác "
        "Kỳ Sơn và Trại lợn giống Hùng Vân. Tham gia đoàn có Hội Nông dân, Hội Liên hiệp "
        "Phụ nữ, Phòng Y tế, Phòng Giáo dục và Đào tạo huyện.",
        [
            "giám sát | held | 1 | 2020-09-15 | Ủy ban MTTQ Việt Nam huyện Tân Kỳ |  | bếp ăn "
            "Trường Mầm non Nghĩa Hoàn; chợ Tân Hợp; bãi rác Kỳ Sơn; Trại lợn giống Hùng Vân | "
            "Hội Nông dân huyện Tân Kỳ; Hội Liên hiệp Phụ nữ huyện Tân Kỳ; Phòng Y tế huyện "
            "Tân Kỳ; Phòng Giáo dục và Đào tạo huyện Tân Kỳ |  |",
        ],
    ),
    (
        "Sáng ngày 15/9/2020, Thường trực HĐND huyện Tân Kỳ, tỉnh Nghệ An giám sát Trạm Y "
        "tế xã Nghĩa Hoàn và Hợp tác xã Chè Hùng Sơn về việc công khai tài chính.",
        [
            "giám sát | held | 1 | 2020-09-15 | Thường trực HĐND huyện Tân Kỳ |  | Trạm Y tế "
            "xã Nghĩa Hoàn; Hợp tác xã Chè Hùng Sơn |  |  |",
        ],
    ),
    (
        "BAN THƯỜNG VỤ HUYỆN ỦY TÂN KỲ\n\nTân Kỳ, ngày 20 tháng 12 năm 2019\n\nTHÔNG BÁO "
        "KẾT LUẬN KIỂM TRA\n\nNgày 12/11/2019, Đoàn kiểm tra của Ban Thường vụ Huyện ủy "
        "Tân Kỳ, tỉnh Nghệ An gồm các đồng chí: Nguyễn Văn Hùng, Ủy viên Ban Thường vụ, "
        "Trưởng Ban Tổ chức Huyện ủy (Trưởng đoàn); Lê Thị Hoa, Phó Chủ nhiệm Ủy ban Kiểm "
        "tra Huyện ủy; Phan Văn Bảy, Chánh Văn phòng Huyện ủy đã kiểm tra Đảng ủy xã Nghĩa "
        "Hoàn và đồng chí Bí thư Đảng ủy xã về lãnh đạo thực hiện Quy định số 08-QĐi/TW "
        "ngày 25/10/2018 của Ban Chấp hành Trung ương.",
        [
            "kiểm tra | held | 1 | 2019-11-12 | Ban Thường vụ Huyện ủy Tân Kỳ | Nguyễn Văn "
            "Hùng | Đảng ủy xã Nghĩa Hoàn |  | 08-QĐi/TW |",
        ],
    ),
    (
        "Ủy ban Kiểm tra Huyện ủy Tân Kỳ, tỉnh Nghệ An kiểm tra khi có dấu hiệu vi phạm "
        "đối với đồng chí Bí thư Chi bộ, Hiệu trưởng Trường THPT Lê Lợi và đồng chí Chủ "
        "tịch UBND xã Nghĩa Hoàn từ ngày 10/3/2020 đến ngày 20/3/2020.",
        [
            "kiểm tra | held | 1 | 2020-03-10/2020-03-20 | Ủy ban Kiểm tra Huyện ủy Tân Kỳ |  "
            "|  |  |  |",
        ],
    ),
    (
        "Từ ngày 05/4/2022 đến ngày 08/4/2022, thực hiện Chương trình giám sát năm 2022, "
        "Ban Kinh tế - Xã hội HĐND huyện Tân Kỳ, tỉnh Nghệ An giám sát chuyên đề việc thực "
        "hiện Nghị quyết số 25/NQ-HĐND ngày 20/12/2020 của HĐND huyện tại Phòng Tài chính "
        "- Kế hoạch, Kho bạc Nhà nước Tân Kỳ và UBND các xã: Nghĩa Hoàn, Tân Hợp.",
        [
            "giám sát | held | 1 | 2022-04-05/2022-04-08 | Ban Kinh tế - Xã hội HĐND huyện Tân "
            "Kỳ |  | Phòng Tài chính - Kế hoạch huyện Tân Kỳ; Kho bạc Nhà nước Tân Kỳ; UBND xã "
            "Nghĩa Hoàn; UBND xã Tân Hợp |  | 25/NQ-HĐND |",
        ],
    ),
    (
        "Trên cơ sở Quyết định số 218-QĐ/UBKTHU ngày 03/3/2021 của Ủy ban Kiểm tra Huyện "
        "ủy Tân Kỳ về kiểm tra tổ chức đảng khi có dấu hiệu vi phạm, từ ngày 10/3/2021, "
        "Đoàn kiểm tra đã làm việc với Đảng ủy xã Nghĩa Hoàn, huyện Tân Kỳ, tỉnh Nghệ An.",
        [
            "kiểm tra | held | 1 | 2021-03-10/ | Ủy ban Kiểm tra Huyện ủy Tân Kỳ |  | Đảng ủy "
            "xã Nghĩa Hoàn |  |  | 218-QĐ/UBKTHU",
        ],
    ),
    (
        "Tham gia Đoàn giám sát có đại diện Hội Nông dân, Phòng Tài chính - Kế hoạch, "
        "Phòng Y tế huyện. Ngày 15/9/2020, Đoàn giám sát của HĐND huyện Tân Kỳ, tỉnh Nghệ "
        "An đã giám sát tại UBND xã Nghĩa Hoàn.",
        [
            "giám sát | held | 1 | 2020-09-15 | HĐND huyện Tân Kỳ |  | UBND xã Nghĩa Hoàn | "
            "Hội Nông dân huyện Tân Kỳ; Phòng Tài chính - Kế hoạch huyện Tân Kỳ; Phòng Y tế "
            "huyện Tân Kỳ |  |",
        ],
    ),
    (
        "Ngày 15/9/2020, Đoàn giám sát của HĐND huyện Tân Kỳ, tỉnh Nghệ An, gồm các đồng "
        "chí: Nguyễn Văn A Sơn, Phó Chủ tịch HĐND huyện, Trưởng đoàn; đại diện Ban Pháp "
        "chế, Ủy ban MTTQ Việt Nam huyện, Hội Nông dân, Phòng Nội vụ, đã giám sát tại UBND "
        "xã Nghĩa Hoàn.",
        [
            "giám sát | held | 1 | 2020-09-15 | HĐND huyện Tân Kỳ | Nguyễn Văn A Sơn | UBND xã "
            "Nghĩa Hoàn | Ban Pháp chế HĐND huyện Tân Kỳ; Ủy ban MTTQ Việt Nam huyện Tân Kỳ; "
            "Hội Nông dân huyện Tân Kỳ; Phòng Nội vụ huyện Tân Kỳ |  |",
        ],
    ),
    (
        "Ngày 15/9/2020, Đoàn giám sát của Ủy ban MTTQ Việt Nam huyện Tân Kỳ, tỉnh Nghệ An "
        "làm việc với UBND xã Nghĩa Hoàn. Cùng đi có đồng chí Lê Thị Hoa, Phó Trưởng Ban "
        "Dân vận Huyện ủy; lãnh đạo Phòng Nội vụ, Thanh tra huyện và các tổ chức chính trị "
        "- xã hội huyện.",
        [
            "giám sát | held | 1 | 2020-09-15 | Ủy ban MTTQ Việt Nam huyện Tân Kỳ |  | UBND xã "
            "Nghĩa Hoàn | Lê Thị Hoa; Phòng Nội vụ huyện Tân Kỳ; Thanh tra huyện Tân Kỳ; các "
            "tổ chức chính trị - xã hội huyện Tân Kỳ |  |",
        ],
    ),
    (
        "Ngày 15/9/2020, Ủy ban MTTQ xã Nghĩa Hoàn, huyện Tân Kỳ, tỉnh Nghệ An phối hợp "
        "với Ban Thanh tra nhân dân, Hội Cựu chiến binh, Đoàn Thanh niên, Hội Phụ nữ xã "
        "giám sát việc xây dựng đường giao thông tại thôn Đồng Tâm và xóm 5.",
        [
            "giám sát | held | 1 | 2020-09-15 | Ủy ban MTTQ xã Nghĩa Hoàn |  | thôn Đồng Tâm; "
            "xóm 5 | Ban Thanh tra nhân dân xã Nghĩa Hoàn; Hội Cựu chiến binh xã Nghĩa Hoàn; "
            "Đoàn Thanh niên xã Nghĩa Hoàn; Hội Phụ nữ xã Nghĩa Hoàn |  |",
        ],
    ),
    (
        "Cuộc giám sát do Ban Thường trực Ủy ban MTTQ Việt Nam huyện Tân Kỳ, tỉnh Nghệ An "
        "chủ trì với sự tham gia của các thành viên là đại diện: Ban Dân vận Huyện ủy; Hội "
        "Cựu chiến binh; Liên đoàn Lao động huyện; Phòng Lao động - Thương binh và Xã hội. "
        "Đơn vị được giám sát: UBND xã Nghĩa Hoàn, Trạm Y tế xã Tân Hợp, Trường Tiểu học "
        "Kỳ Sơn. Thời gian giám sát: ngày 15 và 16/9/2020.",
        [
            "giám sát | held | 1 | 2020-09-15/2020-09-16 | Ban Thường trực Ủy ban MTTQ Việt "
            "Nam huyện Tân Kỳ |  | UBND xã Nghĩa Hoàn; Trạm Y tế xã Tân Hợp; Trường Tiểu học "
            "Kỳ Sơn | Ban Dân vận Huyện ủy Tân Kỳ; Hội Cựu chiến binh huyện Tân Kỳ; Liên đoàn "
            "Lao động huyện Tân Kỳ; Phòng Lao động - Thương binh và Xã hội huyện Tân Kỳ |  |",
        ],
    ),
    (
        "Từ ngày 09/9 đến ngày 11/10/2024, Đoàn giám sát của Thường trực HĐND tỉnh Tuyên "
        "Quang đã giám sát trực tiếp tại các sở: Lao động - Thương binh và Xã hội, Kế "
        "hoạch và Đầu tư, Tài chính; UBND 03 huyện Lâm Bình, Na Hang, Chiêm Hóa; khảo sát "
        "08 công trình, mô hình tại các xã Thượng Lâm, Khuôn Hà, Sinh Long, Đà Vị và Trung "
        "Hà.",
        [
            "giám sát | held | 1 | 2024-09-09/2024-10-11 | Thường trực HĐND tỉnh Tuyên Quang "
            "|  | Sở Lao động - Thương binh và Xã hội tỉnh Tuyên Quang; Sở Kế hoạch và Đầu tư "
            "tỉnh Tuyên Quang; Sở Tài chính tỉnh Tuyên Quang; UBND huyện Lâm Bình; UBND huyện "
            "Na Hang; UBND huyện Chiêm Hóa |  |  |",
            "khảo sát | held | 1 | 2024-09-09/2024-10-11 | Thường trực HĐND tỉnh Tuyên Quang "
            "|  | xã Thượng Lâm; xã Khuôn Hà; xã Sinh Long; xã Đà Vị; xã Trung Hà |  |  |",
        ],
    ),
    (
        "Ngày 12/9/2017, Đoàn giám sát của Ủy ban MTTQ Việt Nam tỉnh Hà Tĩnh đã giám sát "
        "tại UBND huyện Hương Khê và UBND các xã Phúc Trạch, Hương Trà, thị trấn Hương Khê.",
        [
            "giám sát | held | 1 | 2017-09-12 | Ủy ban MTTQ Việt Nam tỉnh Hà Tĩnh |  | UBND "
            "huyện Hương Khê; UBND xã Phúc Trạch; UBND xã Hương Trà; UBND thị trấn Hương Khê "
            "|  |  |",
        ],
    ),
    (
        "Ngày 12/9/2017, Đoàn giám sát của Ủy ban MTTQ Việt Nam tỉnh Hà Tĩnh đã giám sát "
        "tại UBND xã Phúc Trạch, xã Hương Trà và thị trấn Hương Khê, huyện Hương Khê.",
        [
            "giám sát | held | 1 | 2017-09-12 | Ủy ban MTTQ Việt Nam tỉnh Hà Tĩnh |  | UBND xã "
            "Phúc Trạch; UBND xã Hương Trà; UBND thị trấn Hương Khê |  |  |",
        ],
    ),
    (
        "Từ ngày 16/4/2012 đến ngày 08/6/2012, Đoàn thanh tra của Thanh tra tỉnh Kiên "
        "Giang đã tiến hành thanh tra tại Ủy ban nhân dân huyện Giồng Riềng, các đơn vị "
        "trực thuộc gồm Phòng Tài nguyên và Môi trường, Phòng Công Thương, Ban Quản lý dự "
        "án đầu tư xây dựng huyện và 02 xã Long Thạnh, Ngọc Chúc.",
        [
            "thanh tra | held | 1 | 2012-04-16/2012-06-08 | Thanh tra tỉnh Kiên Giang |  | Ủy "
            "ban nhân dân huyện Giồng Riềng; Phòng Tài nguyên và Môi trường; Phòng Công "
            "Thương; Ban Quản lý dự án đầu tư xây dựng huyện Giồng Riềng; xã Long Thạnh; xã "
            "Ngọc Chúc |  |  |",
        ],
    ),
    (
        "Tháng 5/2026, Ban Thường vụ Đảng ủy xã Phú Lương, tỉnh Thái Nguyên giám sát "
        "chuyên đề việc thực hiện Quy định số 296-QĐ/TW tại Chi bộ xóm Làng Mới và Chi bộ "
        "xóm Đồng Danh.",
        [
            "giám sát | held | 1 | 2026-05 | Ban Thường vụ Đảng ủy xã Phú Lương |  | Chi bộ "
            "xóm Làng Mới; Chi bộ xóm Đồng Danh |  | 296-QĐ/TW |",
        ],
    ),
    (
        "Ban Thường vụ Huyện ủy Hương Khê, tỉnh Hà Tĩnh kiểm tra Đảng ủy các xã Phúc "
        "Trạch, Hương Trà và Đảng bộ Công an huyện, Chi bộ thôn 4 xã Phúc Trạch từ ngày "
        "5/5/2018.",
        [
            "kiểm tra | held | 1 | 2018-05-05/ | Ban Thường vụ Huyện ủy Hương Khê |  | Đảng ủy "
            "xã Phúc Trạch; Đảng ủy xã Hương Trà; Đảng bộ Công an huyện Hương Khê; Chi bộ thôn "
            "4 |  |  |",
        ],
    ),
    (
        "HỘI NÔNG DÂN VIỆT NAM\nTỈNH SƠN LA\n\nSố: 74/BC-HND                       Sơn La, "
        "ngày 28 tháng 11 năm 2016\n\nBÁO CÁO\nKết quả kiểm tra năm 2016\n\nThực hiện Kế "
        "hoạch số 15/KH-HND ngày 22/02/2016 của Ban Thường vụ Tỉnh hội về công tác kiểm "
        "tra năm 2016, Ban Thường vụ Hội Nông dân tỉnh đã ban hành Quyết định số 28/QĐ-HND "
        "ngày 15/8/2016 thành lập Đoàn kiểm tra.\n\nTừ ngày 05/9 đến ngày 28/10/2016, Đoàn "
        "đã kiểm tra công tác hội đối với 04 đơn vị trực thuộc. Đó là Hội Nông dân các "
        "huyện Mường La, Thuận Châu, Sông Mã và Hội Nông dân thành phố Sơn La.",
        [
            "kiểm tra | held | 1 | 2016-09-05/2016-10-28 | Hội Nông dân tỉnh Sơn La "
            "|  | Hội Nông dân huyện Mường La; Hội Nông dân huyện Thuận Châu; Hội Nông dân "
            "huyện Sông Mã; Hội Nông dân thành phố Sơn La |  |  | 15/KH-HND; 28/QĐ-HND",
        ],
    ),
    (
        "Ngày 12/5/2020, Ban Pháp chế HĐND huyện Tân Kỳ, tỉnh Nghệ An giám sát công tác "
        "thi hành án tại 03 đơn vị. Cụ thể gồm: UBND xã Nghĩa Hoàn, UBND xã Tân Hợp và "
        "Công an huyện.",
        [
            "giám sát | held |  | 2020-05-12 | Ban Pháp chế HĐND huyện Tân Kỳ |  | UBND xã "
            "Nghĩa Hoàn; UBND xã Tân Hợp; Công an huyện Tân Kỳ |  |  |",
        ],
    ),
    (
        "Ủy ban Kiểm tra Huyện ủy Tân Kỳ, tỉnh Nghệ An giám sát chuyên đề đối với 3 tổ "
        "chức đảng về việc thực hiện Quy định số 22-QĐ/TW; các tổ chức đảng được giám sát "
        "gồm Đảng ủy xã Nghĩa Hoàn, Đảng ủy xã Tân Hợp, Chi bộ Hạt Kiểm lâm.",
        [
            "giám sát | held | 1 |  | Ủy ban Kiểm tra Huyện ủy Tân Kỳ |  | Đảng ủy xã Nghĩa "
            "Hoàn; Đảng ủy xã Tân Hợp; Chi bộ Hạt Kiểm lâm |  | 22-QĐ/TW |",
        ],
    ),
    (
        "Trong quý II/2021, UBKT Huyện ủy Tân Kỳ, tỉnh Nghệ An đã tiến hành 02 cuộc kiểm "
        "tra khi có dấu hiệu vi phạm (Đảng ủy xã Nghĩa Hoàn; Chi bộ Trường THPT Tân Kỳ).",
        [
            "kiểm tra | held | 2 | 2021-04/2021-06 | Ủy ban Kiểm tra Huyện ủy Tân Kỳ |  | Đảng "
            "ủy xã Nghĩa Hoàn; Chi bộ Trường THPT Tân Kỳ |  |  |",
        ],
    ),
    (
        "Ngày 12/5/2020, Đoàn giám sát Liên đoàn Lao động tỉnh Nghệ An giám sát việc thực "
        "hiện Bộ luật Lao động số 45/2019/QH14 tại Công ty TNHH May Minh Anh, Công ty cổ "
        "phần Gạch Granit Trung Đô và Công đoàn cơ sở Bệnh viện Đa khoa huyện Tân Kỳ.",
        [
            "giám sát | held | 1 | 2020-05-12 | Liên đoàn Lao động tỉnh Nghệ An |  | Công ty "
            "TNHH May Minh Anh; Công ty cổ phần Gạch Granit Trung Đô; Công đoàn cơ sở Bệnh "
            "viện Đa khoa huyện Tân Kỳ |  | 45/2019/QH14 |",
        ],
    ),
    (
        "Theo Quyết định số 21/QĐ-UBND ngày 9/4/2019, Đoàn kiểm tra liên ngành 389 huyện "
        "Tân Kỳ, tỉnh Nghệ An kiểm tra đột xuất 05 cơ sở kinh doanh: cửa hàng Hồng Hà, đại "
        "lý thuốc thú y Thanh Bình, cơ sở chế biến thịt Long Vân, siêu thị Lan Chi và chợ "
        "Sen.",
        [
            "kiểm tra | held | 1 |  |  |  | cửa hàng Hồng Hà; đại lý thuốc thú y Thanh Bình; "
            "cơ sở chế biến thịt Long Vân; siêu thị Lan Chi; chợ Sen |  |  | 21/QĐ-UBND",
        ],
    ),
    (
        "Qua giám sát tại các xã Nghĩa Hoàn, Tân Hợp, Kỳ Sơn (huyện Tân Kỳ, tỉnh Nghệ An), "
        "Ban Kinh tế - Ngân sách HĐND tỉnh nhận thấy việc thực hiện Nghị quyết số "
        "08/2019/NQ-HĐND còn chậm.",
        [
            "giám sát | held | 1 |  | Ban Kinh tế - Ngân sách HĐND tỉnh Nghệ An |  | xã Nghĩa "
            "Hoàn; xã Tân Hợp; xã Kỳ Sơn |  | 08/2019/NQ-HĐND |",
        ],
    ),
    (
        "Trước đây, năm 2010 Thanh tra tỉnh Kiên Giang đã thanh tra việc quản lý đất công "
        "tại xã Thạnh Hưng theo Quyết định số 55/QĐ-TTr; các sai phạm đã được khắc phục "
        "xong.",
        [
            "thanh tra | held | 1 | 2010 | Thanh tra tỉnh Kiên Giang |  | xã Thạnh Hưng |  |  "
            "| 55/QĐ-TTr",
        ],
    ),
    (
        "Trong tháng 9/2006, Liên đoàn Lao động tỉnh Bến Tre phối hợp với Sở Lao động - "
        "Thương binh và Xã hội, Bảo hiểm xã hội tỉnh kiểm tra việc nộp bảo hiểm ở 3 doanh "
        "nghiệp ngoài quốc doanh. Đó là: Công ty TNHH Thủy sản Hàm Luông, Công ty cổ phần "
        "Dừa Mỏ Cày và Doanh nghiệp tư nhân Tám Thạnh.",
        [
            "kiểm tra | held |  | 2006-09 | Liên đoàn Lao động tỉnh Bến Tre |  | Công ty TNHH "
            "Thủy sản Hàm Luông; Công ty cổ phần Dừa Mỏ Cày; Doanh nghiệp tư nhân Tám Thạnh |  "
            "|  |",
        ],
    ),
    (
        "Ban Văn hóa - Xã hội HĐND tỉnh Bến Tre, do bà Lý Thị Ngọc Sương, Trưởng ban dẫn "
        "đầu, vừa có đợt làm việc tại cơ sở. Trong 3 ngày 19, 20 và 21/9/2006, đoàn giám "
        "sát tình hình thực hiện Nghị quyết số 44/2006/NQ-HĐND về hỗ trợ khám, chữa bệnh "
        "cho người nghèo tại Bệnh viện Đa khoa huyện Ba Tri, Trung tâm Y tế huyện Thạnh "
        "Phú và Trạm Y tế xã An Nhơn.",
        [
            "giám sát | held | 1 | 2006-09-19/2006-09-21 | Ban Văn hóa - Xã hội HĐND tỉnh Bến "
            "Tre | Lý Thị Ngọc Sương | Bệnh viện Đa khoa huyện Ba Tri; Trung tâm Y tế huyện "
            "Thạnh Phú; Trạm Y tế xã An Nhơn |  | 44/2006/NQ-HĐND |",
        ],
    ),
    (
        "Từ ngày 05/9 đến ngày 28/10/2016, Hội Cựu chiến binh tỉnh Sơn La kiểm tra Hội Cựu "
        "chiến binh các huyện Mường La, Thuận Châu, Sông Mã và Hội Cựu chiến binh Công ty "
        "cổ phần Mía đường, Công đoàn Trường THPT Tô Hiệu, Đoàn Thanh niên Công an tỉnh.",
        [
            "kiểm tra | held | 1 | 2016-09-05/2016-10-28 | Hội Cựu chiến binh tỉnh Sơn La |  | "
            "Hội Cựu chiến binh huyện Mường La; Hội Cựu chiến binh huyện Thuận Châu; Hội Cựu "
            "chiến binh huyện Sông Mã; Hội Cựu chiến binh Công ty cổ phần Mía đường; Công đoàn "
            "Trường THPT Tô Hiệu; Đoàn Thanh niên Công an tỉnh Sơn La |  |  |",
        ],
    ),
    (
        "Ngày 15/9/2020, Đoàn giám sát của HĐND huyện Tân Kỳ, tỉnh Nghệ An đã giám sát tại "
        "UBND xã Nghĩa Hoàn. Cùng tham gia có đại diện Hội Nông dân, Hội Cựu chiến binh, "
        "Liên đoàn Lao động huyện và Phòng Nội vụ.",
        [
            "giám sát | held | 1 | 2020-09-15 | HĐND huyện Tân Kỳ |  | UBND xã Nghĩa Hoàn | "
            "Hội Nông dân huyện Tân Kỳ; Hội Cựu chiến binh huyện Tân Kỳ; Liên đoàn Lao động "
            "huyện Tân Kỳ; Phòng Nội vụ huyện Tân Kỳ |  |",
        ],
    ),
    (
        "Ngày 15/9/2020, Đoàn kiểm tra của Ban Thường vụ Huyện ủy Tân Kỳ, tỉnh Nghệ An đã "
        "kiểm tra Đảng ủy xã Nghĩa Hoàn; thành viên Đoàn gồm đại diện Văn phòng, Ban Tổ "
        "chức, Ủy ban Kiểm tra Huyện ủy.",
        [
            "kiểm tra | held | 1 | 2020-09-15 | Ban Thường vụ Huyện ủy Tân Kỳ |  | Đảng ủy xã "
            "Nghĩa Hoàn | Văn phòng Huyện ủy Tân Kỳ; Ban Tổ chức Huyện ủy Tân Kỳ; Ủy ban Kiểm "
            "tra Huyện ủy Tân Kỳ |  |",
        ],
    ),
    (
        "Ngày 15/9/2020, Thường trực HĐND huyện Tân Kỳ, tỉnh Nghệ An phối hợp với Ban "
        "Thường trực Ủy ban MTTQ Việt Nam huyện, Thanh tra huyện giám sát tại UBND xã Tân "
        "Hợp.",
        [
            "giám sát | held | 1 | 2020-09-15 | Thường trực HĐND huyện Tân Kỳ |  | UBND xã Tân "
            "Hợp | Ban Thường trực Ủy ban MTTQ Việt Nam huyện Tân Kỳ; Thanh tra huyện Tân Kỳ "
            "|  |",
        ],
    ),
    (
        "Ngày 15/9/2020, Ban Thanh tra nhân dân xã Nghĩa Hoàn, huyện Tân Kỳ, tỉnh Nghệ An "
        "phối hợp cùng Hội Phụ nữ, Đoàn Thanh niên giám sát việc thu quỹ tại xóm 5.",
        [
            "giám sát | held | 1 | 2020-09-15 | Ban Thanh tra nhân dân xã Nghĩa Hoàn |  | xóm "
            "5 | Hội Phụ nữ xã Nghĩa Hoàn; Đoàn Thanh niên xã Nghĩa Hoàn |  |",
        ],
    ),
    (
        "Ngày 15/9/2020, Đoàn giám sát của Ủy ban MTTQ Việt Nam tỉnh Nghệ An giám sát tại "
        "UBND huyện Tân Kỳ. Đoàn đề nghị UBND huyện phối hợp với Hội Nông dân tỉnh kiểm "
        "tra lại số liệu.",
        [
            "giám sát | held | 1 | 2020-09-15 | Ủy ban MTTQ Việt Nam tỉnh Nghệ An |  | UBND "
            "huyện Tân Kỳ |  |  |",
        ],
    ),
    (
        "Ngày 15/9/2020, Đoàn kiểm tra liên ngành của UBND huyện Tân Kỳ, tỉnh Nghệ An kiểm "
        "tra tại bến xe Tân Kỳ, lò giết mổ Kỳ Sơn, nhà hàng Sông Con và Cơ sở may Hồng "
        "Nhung.",
        [
            "kiểm tra | held | 1 | 2020-09-15 | UBND huyện Tân Kỳ |  | bến xe Tân Kỳ; lò giết "
            "mổ Kỳ Sơn; nhà hàng Sông Con; Cơ sở may Hồng Nhung |  |  |",
        ],
    ),
    (
        "Ngày 15/9/2020, Ủy ban MTTQ Việt Nam huyện Tân Kỳ, tỉnh Nghệ An giám sát trạm y "
        "tế xã Nghĩa Hoàn, trường tiểu học Tân Hợp và hợp tác xã nông nghiệp Kỳ Sơn.",
        [
            "giám sát | held | 1 | 2020-09-15 | Ủy ban MTTQ Việt Nam huyện Tân Kỳ |  | trạm y "
            "tế xã Nghĩa Hoàn; trường tiểu học Tân Hợp; hợp tác xã nông nghiệp Kỳ Sơn |  |  |",
        ],
    ),
    (
        "Ngày 15/9/2020, Ban Kinh tế - Xã hội HĐND huyện Tân Kỳ, tỉnh Nghệ An khảo sát tại "
        "hồ chứa nước Khe Là, bãi rác Kỳ Sơn và khu tái định cư Nghĩa Hoàn.",
        [
            "khảo sát | held | 1 | 2020-09-15 | Ban Kinh tế - Xã hội HĐND huyện Tân Kỳ |  | hồ "
            "chứa nước Khe Là; bãi rác Kỳ Sơn; khu tái định cư Nghĩa Hoàn |  |  |",
        ],
    ),
    (
        "Từ ngày 05/4/2022 đến ngày 08/4/2022, Ban Pháp chế HĐND tỉnh Nghệ An giám sát tại "
        "các Sở: Tư pháp, Nội vụ, Tài nguyên và Môi trường; UBND các huyện: Tân Kỳ, Đô "
        "Lương và thị xã Thái Hòa.",
        [
            "giám sát | held | 1 | 2022-04-05/2022-04-08 | Ban Pháp chế HĐND tỉnh Nghệ An |  | "
            "Sở Tư pháp tỉnh Nghệ An; Sở Nội vụ tỉnh Nghệ An; Sở Tài nguyên và Môi trường tỉnh "
            "Nghệ An; UBND huyện Tân Kỳ; UBND huyện Đô Lương; UBND thị xã Thái Hòa |  |  |",
        ],
    ),
    (
        "HUYỆN ỦY TÂN KỲ\n\nTân Kỳ, ngày 20 tháng 12 năm 2019\n\nBÁO CÁO\nCông tác kiểm "
        "tra, giám sát năm 2019\n\nBan Thường vụ Huyện ủy Tân Kỳ, tỉnh Nghệ An báo cáo kết "
        "quả như sau:\n\n1. Ban Thường vụ Huyện ủy\n\n- Kiểm tra chuyên đề Đảng ủy xã "
        "Nghĩa Hoàn về thực hiện Nghị quyết số 26-NQ/TW.\n\n2. Ủy ban Kiểm tra Huyện ủy "
        "thực hiện nhiệm vụ\n\n- Giám sát chuyên đề đối với Đảng ủy xã Tân Hợp, Đảng ủy xã "
        "Kỳ Sơn.\n\n- Kiểm tra khi có dấu hiệu vi phạm đối với Chi bộ Trường THPT Tân "
        "Kỳ.\n\n3. Công tác giám sát của Ủy ban MTTQ Việt Nam huyện\n\n- Chủ trì 03 cuộc, "
        "phối hợp 02 cuộc.",
        [
            "kiểm tra | held | 1 |  | Ban Thường vụ Huyện ủy Tân Kỳ |  | Đảng ủy xã Nghĩa Hoàn "
            "|  | 26-NQ/TW |",
            "giám sát | held | 1 |  | Ủy ban Kiểm tra Huyện ủy Tân Kỳ |  | Đảng ủy xã Tân Hợp; "
            "Đảng ủy xã Kỳ Sơn |  |  |",
            "kiểm tra | held | 1 |  | Ủy ban Kiểm tra Huyện ủy Tân Kỳ |  | Chi bộ Trường THPT "
            "Tân Kỳ |  |  |",
            "giám sát | held | 3 |  | Ủy ban MTTQ Việt Nam huyện Tân Kỳ |  |  |  |  |",
            "giám sát | held | 2 |  | Ủy ban MTTQ Việt Nam huyện Tân Kỳ |  |  |  |  |",
        ],
    ),
    (
        "Trong năm 2019, Ban Thường vụ Huyện ủy Tân Kỳ, tỉnh Nghệ An kiểm tra việc thực "
        "hiện Chỉ thị số 05-CT/TW đối với 02 tổ chức đảng. Các tổ chức đảng được kiểm tra "
        "gồm: Đảng ủy xã Nghĩa Hoàn, Đảng ủy xã Tân Hợp.",
        [
            "kiểm tra | held | 1 | 2019 | Ban Thường vụ Huyện ủy Tân Kỳ |  | Đảng ủy xã Nghĩa "
            "Hoàn; Đảng ủy xã Tân Hợp |  | 05-CT/TW |",
        ],
    ),
    (
        "Tháng 5/2019, Ủy ban MTTQ Việt Nam huyện Tân Kỳ, tỉnh Nghệ An tổ chức 02 cuộc "
        "giám sát về hộ nghèo. Đơn vị được giám sát là UBND xã Nghĩa Hoàn và UBND xã Tân "
        "Hợp.",
        [
            "giám sát | held | 2 | 2019-05 | Ủy ban MTTQ Việt Nam huyện Tân Kỳ |  | UBND xã "
            "Nghĩa Hoàn; UBND xã Tân Hợp |  |  |",
        ],
    ),
    (
        "Trên cơ sở Kế hoạch số 45/KH-HĐND ngày 05/4/2022, trong tháng 5/2022, Thường trực "
        "HĐND huyện Tân Kỳ, tỉnh Nghệ An giám sát UBND xã Nghĩa Hoàn.",
        [
            "giám sát | held | 1 | 2022-05 | Thường trực HĐND huyện Tân Kỳ |  | UBND xã Nghĩa "
            "Hoàn |  |  | 45/KH-HĐND",
        ],
    ),
    (
        "Ngày 12/5/2022, trên cơ sở Quyết định số 21/QĐ-HĐND ngày 05/4/2022 về thành lập "
        "Đoàn giám sát, Đoàn giám sát của HĐND huyện Tân Kỳ, tỉnh Nghệ An làm việc với "
        "UBND xã Nghĩa Hoàn.",
        [
            "giám sát | held | 1 | 2022-05-12 | HĐND huyện Tân Kỳ |  | UBND xã Nghĩa Hoàn |  "
            "|  | 21/QĐ-HĐND",
        ],
    ),
    (
        "Ngày 12/5/2022, Hội Cựu chiến binh huyện Tân Kỳ, tỉnh Nghệ An kiểm tra Hội Cựu "
        "chiến binh xã Nghĩa Hoàn và Hội Cựu chiến binh Công ty Mía đường Sông Con.",
        [
            "kiểm tra | held | 1 | 2022-05-12 | Hội Cựu chiến binh huyện Tân Kỳ |  | Hội Cựu "
            "chiến binh xã Nghĩa Hoàn; Hội Cựu chiến binh Công ty Mía đường Sông Con |  |  |",
        ],
    ),
    (
        "ĐẢNG BỘ PHƯỜNG AN LẠC\nCHI BỘ BUÔN TRING\n\nSố: 09-NQ/CB\nBuôn Hồ, ngày 05 tháng "
        "8 năm 2023\n\nNGHỊ QUYẾT\nSinh hoạt chi bộ tháng 8 năm 2023\n\nNgày 05/8/2023, "
        "Chi bộ Buôn Tring họp phiên thường kỳ dưới sự chủ trì của đồng chí Y Thuyết Niê, "
        "Bí thư Chi bộ. Dự họp có 29/31 đảng viên.\n\nI. KẾT QUẢ LÃNH ĐẠO TRONG THÁNG 7\n\n"
        "1. Chi bộ đã quán triệt Quy định số 37-QĐ/TW ngày 25/10/2021 của Ban Chấp hành "
        "Trung ương về những điều đảng viên không được làm đến 100% đảng viên; 31/31 đảng "
        "viên ký cam kết tu dưỡng năm 2023 theo Kết luận số 21-KL/TW.\n\n2. Thu đảng phí "
        "quý II đạt 4,65 triệu đồng, nộp về Đảng ủy phường đúng hạn.\n\n3. Ngày 12/7/2023, "
        "Ủy ban Kiểm tra Đảng ủy phường giám sát chi bộ về việc thực hiện Chỉ thị số "
        "05-CT/TW; Tổ giám sát do đồng chí Nguyễn Thị Hạnh làm Tổ trưởng. Chi bộ giám sát "
        "chuyên đề 02 đảng viên.",
        [
            "giám sát | held | 1 | 2023-07-12 | Ủy ban Kiểm tra Đảng ủy phường | Nguyễn Thị "
            "Hạnh | Chi bộ buôn Tring |  | 05-CT/TW |",
            "giám sát | held |  |  | Chi bộ buôn Tring |  |  |  |  |",
        ],
    ),
    (
        "ỦY BAN NHÂN DÂN HUYỆN CHỢ ĐỒN\nĐOÀN KIỂM TRA LIÊN NGÀNH\n\nCỘNG HÒA XÃ HỘI CHỦ "
        "NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nBIÊN BẢN\nKiểm tra công tác phòng "
        "cháy và chữa cháy rừng\n\nCăn cứ Quyết định số 1876/QĐ-UBND ngày 12/10/2020 của "
        "Chủ tịch UBND huyện Chợ Đồn về việc thành lập Đoàn kiểm tra liên ngành;\n\nHôm "
        "nay, vào hồi 8 giờ 30 phút ngày 27 tháng 10 năm 2020, tại trụ sở UBND xã Bình "
        "Trung, huyện Chợ Đồn, tỉnh Bắc Kạn, chúng tôi gồm:\n\nI. Đoàn kiểm tra\n1. Ông "
        "Hoàng Văn Thắng, Hạt trưởng Hạt Kiểm lâm huyện - Trưởng đoàn;\n2. Ông Nông Văn "
        "Chí, đại diện Công an huyện - thành viên;\n3. Bà Ma Thị Hiền, đại diện Phòng Nông "
        "nghiệp và Phát triển nông thôn - thành viên;\n4. Ông Triệu Tiến Hưng, đại diện "
        "Ban Chỉ huy Quân sự huyện - thành viên.\n\nII. Đơn vị được kiểm tra: UBND xã Bình "
        "Trung\n1. Ông Bàn Văn Tình, Chủ tịch UBND xã;\n2. Bà Lường Thị Nga, công chức địa "
        "chính.",
        [
            "kiểm tra | held | 1 | 2020-10-27 | Ủy ban nhân dân huyện Chợ Đồn | Hoàng Văn "
            "Thắng | UBND xã Bình Trung | Công an huyện Chợ Đồn; Phòng Nông nghiệp và Phát "
            "triển nông thôn huyện Chợ Đồn; Ban Chỉ huy Quân sự huyện Chợ Đồn |  | 1876/QĐ-UBND",
        ],
    ),
    (
        "Ninh Phước: Giám sát việc hỗ trợ hộ nghèo xây nhà\n\n16:20 | 14/06/2019\n\n(NTO) "
        "Chiều 13/6, Ban Kinh tế - Xã hội HĐND huyện Ninh Phước, tỉnh Ninh Thuận đã có "
        "buổi giám sát UBND xã Phước Thái về thực hiện Quyết định số 33/2015/QĐ-TTg ngày "
        "10/8/2015 của Thủ tướng Chính phủ. Bà Trương Thị Thu, Trưởng ban chủ trì buổi "
        "giám sát.\n\nXã Phước Thái có 1.246 hộ đồng bào Chăm, Raglai. Từ năm 2016 đến "
        "nay, xã đã hỗ trợ 87 hộ nghèo xây nhà với kinh phí 2,6 tỷ đồng.\n\nCũng trong "
        "ngày, đoàn khảo sát tại thôn Hoài Trung, thôn Tà Dương và thăm 5 hộ được vay "
        "vốn.\n\nTuy vậy, đoàn cho rằng việc giải ngân còn chậm, có 11 căn nhà dở dang vì "
        "hộ dân không có vốn đối ứng. Ông Đổng Văn Vọng, Chủ tịch UBND xã thừa nhận khâu "
        "bình xét ban đầu chưa sát.\n\nKết thúc buổi làm việc, bà Trương Thị Thu đề nghị "
        "UBND xã rà soát các hộ khó khăn, phối hợp với Ngân hàng Chính sách xã hội huyện "
        "tháo gỡ.\n\nTrước đó, Mặt trận huyện cùng với Hội Cựu chiến binh, Hội Nông dân "
        "huyện cũng giám sát nội dung này ngày 6/6 ở thị trấn Phước Dân và xã An Hải.",
        [
            "giám sát | held | 1 | 2019-06-13 | Ban Kinh tế - Xã hội HĐND huyện Ninh Phước | "
            "Trương Thị Thu | UBND xã Phước Thái |  | 33/2015/QĐ-TTg |",
            "khảo sát | held | 1 | 2019-06-13 | Ban Kinh tế - Xã hội HĐND huyện Ninh Phước |  "
            "| thôn Hoài Trung; thôn Tà Dương |  |  |",
            "giám sát | held | 1 | 2019-06-06 | Ủy ban MTTQ Việt Nam huyện Ninh Phước |  | thị "
            "trấn Phước Dân; xã An Hải | Hội Cựu chiến binh huyện Ninh Phước; Hội Nông dân "
            "huyện Ninh Phước | 33/2015/QĐ-TTg |",
        ],
    ),
    (
        "ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM\nHUYỆN GIỒNG TRÔM\nBAN THƯỜNG TRỰC\n\nSố: "
        "51/BC-MTTQ-BTT\nGiồng Trôm, ngày 14 tháng 11 năm 2017\n\nBÁO CÁO\nKết quả giám "
        "sát việc thực hiện chính sách bảo hiểm y tế cho người nghèo\n\nCăn cứ Quyết định "
        "số 217-QĐ/TW ngày 12/12/2013 của Bộ Chính trị; thực hiện Kế hoạch số "
        "22/KH-MTTQ-BTT ngày 06/3/2017 về công tác giám sát năm 2017, Ban Thường trực Ủy "
        "ban MTTQ Việt Nam huyện Giồng Trôm thành lập Đoàn giám sát theo Quyết định số "
        "18/QĐ-MTTQ-BTT ngày 20/9/2017, gồm: Ủy ban MTTQ, Phòng Lao động - Thương binh và "
        "Xã hội, Bảo hiểm xã hội huyện, Hội Nông dân, Hội Chữ thập đỏ huyện; ông Phạm Văn "
        "Lực, Chủ tịch Ủy ban MTTQ Việt Nam huyện làm Trưởng đoàn.\n\nI. TÌNH HÌNH, KẾT "
        "QUẢ GIÁM SÁT\n\n1. Công tác tổ chức giám sát\nTừ ngày 09/10 đến ngày 20/10/2017, "
        "Đoàn đã giám sát tại 05 xã: Châu Hòa, Phong Nẫm, Mỹ Thạnh, Thạnh Phú Đông, Hưng "
        "Lễ và Trạm Y tế xã Bình Hòa.",
        [
            "giám sát | held | 1 | 2017-10-09/2017-10-20 | Ban Thường trực Ủy ban Mặt trận Tổ "
            "quốc Việt Nam huyện Giồng Trôm | Phạm Văn Lực | xã Châu Hòa; xã Phong Nẫm; xã Mỹ "
            "Thạnh; xã Thạnh Phú Đông; xã Hưng Lễ; Trạm Y tế xã Bình Hòa | Ủy ban MTTQ huyện "
            "Giồng Trôm; Phòng Lao động - Thương binh và Xã hội huyện Giồng Trôm; Bảo hiểm xã "
            "hội huyện Giồng Trôm; Hội Nông dân huyện Giồng Trôm; Hội Chữ thập đỏ huyện Giồng "
            "Trôm |  | 22/KH-MTTQ-BTT; 18/QĐ-MTTQ-BTT",
        ],
    ),
    (
        "HĐND HUYỆN PHONG THỔ                CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nBAN PHÁP "
        "CHẾ                           Độc lập - Tự do - Hạnh phúc\nSố: "
        "07/BC-BPC                       Phong Thổ, ngày 02 tháng 6 năm 2023\n\nBÁO CÁO\n"
        "Kết quả khảo sát công tác hòa giải ở cơ sở\n\nThực hiện Kế hoạch số 04/KH-BPC "
        "ngày 10/4/2023, Ban Pháp chế HĐND huyện tổ chức khảo sát tại 03 xã (Mường So, "
        "Khổng Lào, Bản Lang) và Phòng Tư pháp. Thời gian khảo sát trong 02 ngày 24, "
        "25/5/2023. Thành phần Đoàn gồm Thường trực Ban, đại diện Ủy ban MTTQ Việt Nam "
        "huyện, Hội Cựu chiến binh huyện, Công an huyện.",
        [
            "khảo sát | held | 1 | 2023-05-24/2023-05-25 | Ban Pháp chế HĐND huyện Phong Thổ "
            "|  | xã Mường So; xã Khổng Lào; xã Bản Lang; Phòng Tư pháp huyện Phong Thổ | Ủy "
            "ban MTTQ Việt Nam huyện Phong Thổ; Hội Cựu chiến binh huyện Phong Thổ; Công an "
            "huyện Phong Thổ |  | 04/KH-BPC",
        ],
    ),
    (
        "ĐẢNG ỦY PHƯỜNG TÂN THÀNH\nỦY BAN KIỂM TRA\n*\nSố 14-BC/UBKT\nTân Thành, ngày 20 "
        "tháng 12 năm 2025\n\nBÁO CÁO\nKết quả giám sát chuyên đề đối với Chi bộ Trường "
        "THCS Lê Lợi và Chi bộ khu phố 7\n\nCăn cứ Chương trình số 03-CTr/ĐU ngày "
        "20/8/2025 của Đảng ủy phường; Quyết định số 15-QĐ/UBKT ngày 03/11/2025 của Ủy ban "
        "Kiểm tra Đảng ủy phường về giám sát chuyên đề, Tổ giám sát báo cáo như sau:\n\nI- "
        "CĂN CỨ, CÁCH THỨC\nTổ giám sát gồm 03 đồng chí: đồng chí Lê Thị Mai, Phó Chủ "
        "nhiệm Ủy ban Kiểm tra, Tổ trưởng; đồng chí Trần Văn Hậu, Ủy viên; đồng chí Ngô "
        "Quỳnh, chuyên viên Ban Xây dựng Đảng. Tổ làm việc với hai chi bộ từ ngày 10 đến "
        "14/11/2025 về việc chấp hành Quy định số 213-QĐ/TW ngày 02/01/2020 của Bộ Chính "
        "trị.",
        [
            "giám sát | held | 1 | 2025-11-10/2025-11-14 | Ủy ban Kiểm tra Đảng ủy phường | Lê "
            "Thị Mai | Chi bộ Trường THCS Lê Lợi; Chi bộ khu phố 7 | Trần Văn Hậu; Ngô Quỳnh | "
            "213-QĐ/TW | 03-CTr/ĐU; 15-QĐ/UBKT",
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=range(len(ROWS)))
def test_inspections_by_construction(text, expected, told):
    assert [line.strip() for line in told(text)] == [line.strip() for line in expected]
