"""Who signs, in every way in which the end of a text is printed."""

import pytest

from loaders.signed_names import signers

ENDS = [
    # columns by blanks, the second name to the right
    (
        "Nơi nhận:                T/M BAN THƯỜNG VỤ\n- Lưu VPHU.            PHÓ BÍ THƯ\n\n"
        "                       Hoàng Thị Bích Lượng\n",
        [("Hoàng Thị Bích Lượng", "PHÓ BÍ THƯ")],
    ),
    (
        "TM. BAN THƯỜNG TRỰC       T/M ỦY BAN KIỂM TRA\nPHÓ CHỦ TỊCH         PHÓ CHỦ NHIỆM\n\n"
        "Sơn Thị Sa Ly             Hồ Văn Lập\n",
        [("Sơn Thị Sa Ly", "PHÓ CHỦ TỊCH"), ("Hồ Văn Lập", "PHÓ CHỦ NHIỆM")],
    ),
    # cells of a table
    (
        "| ***Nơi nhận:***<br>- Như trên;<br>- Lưu: VT. | **KT. GIÁM ĐỐC**<br>**PHÓ GIÁM ĐỐC**<br>"
        "<br>**Đoàn Thị Ngọc Loan** |\n|---|---|\n",
        [("Đoàn Thị Ngọc Loan", "PHÓ GIÁM ĐỐC")],
    ),
    (
        "| ***Nơi nhận:*** | **T/M ỦY BAN KIỂM TRA** |\n|---|---|\n| - Như Điều 4, | **CHỦ NHIỆM**"
        " |\n| - Lưu hồ sơ. | **Nay Hờ Vin** |\n",
        [("Nay Hờ Vin", "CHỦ NHIỆM")],
    ),
    # columns run together
    (
        "Nơi nhận: CHÁNH THANH TRA\n- UBND tỉnh; (đã ký)\n- Lưu: VT, HSTTr. Nguyễn Thành Tâm\n",
        [("Nguyễn Thành Tâm", "CHÁNH THANH TRA")],
    ),
    (
        "Nơi nhận: KT. CHÁNH THANH TRA\n- UBND tỉnh; PHÓ CHÁNH THANH TRA\n- Đối tượng thanh tra; "
        "Bùi Thị Lan\n- Lưu: VT.\n",
        [("Bùi Thị Lan", "PHÓ CHÁNH THANH TRA")],
    ),
    (
        "- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH Nguyễn Anh Tú",
        [("Nguyễn Anh Tú", "PHÓ CHỦ TỊCH")],
    ),
    # names of the highlands
    (
        "Nơi nhận:           CHỦ TỊCH\n- Lưu: VT.           Y Bhiu Mlô\n",
        [("Y Bhiu Mlô", "CHỦ TỊCH")],
    ),
    # no office, no name
    ("Nơi nhận:\n- Đảng ủy xã Lê Lợi,\n- Lưu: VT, Lê Văn Tám\n", []),
    ("Nơi nhận: CHỦ TỊCH\n- Ủy ban nhân dân xã;\n- Mặt trận Tổ quốc;\n", []),
    ("Ông Nguyễn Văn Ba, CHỦ TỊCH, phát biểu.\n", []),
]


@pytest.mark.parametrize(("end", "expected"), ENDS)
def test_who_signs_is_read_from_any_layout(end, expected):
    text = "Đoàn kiểm tra đã làm việc tại Đảng ủy xã.\n\n" + end
    found = [(text[s.span.start : s.span.end], s.office) for s in signers(text)]
    assert found == expected
