"""First words of names of persons in Vietnam, the mountain peoples' included.

They show where the name of a body ends and that of a person begins: 'Bí thư Tỉnh ủy Lê Văn A'.
"""

SURNAMES = frozenset(
    """
    Bàn Bùi Bạc Bạch Bế Cao Chang Chu Cháng Châu Chảo Chẩu Chế Cung Cà Cù Cầm Cứ Danh Diệp Doãn
    Dương Giàng Giáp Hoàng Hoả Huỳnh Hà Hạng Hảng Hồ Hờ Hứa Kha Khang Khuất Khổng Kim Kiều Kpă
    Ksor La Lâm Lê Lò Lù Lý Lưu Lương Lại Lầu Lều Lồ Lục Lừ Ma Mai Mã Mùa Mạc Nghiêm Nguyễn Ngô
    Ngụy Nhữ Ninh Nông Phan Phàn Phùng Phạm Quàng Quách Quản Rcom Rơ Siu Sùng Sơn Sầm Thào Thái
    Thân Thạch Thền Trang Triệu Trà Tráng Trương Trần Trịnh Tòng Tô Tôn Tăng Tạ Tẩn Tống Từ Uông
    Vi Viên Vàng Võ Văn Vũ Vương Vừ Xa Âu Đinh Điêu Đoàn Đàm Đào Đèo Đặng Đồng Đỗ
    """.split()
)
