"""First words of names of persons in Vietnam, the mountain peoples' included.

They show where the name of a body ends and that of a person begins: 'Bí thư Tỉnh ủy Lê Văn A'.
"""

SURNAMES = frozenset(
    """
    Bàn Bùi Bạc Bạch Bế Cao Chang Chu Cháng Châu Chảo Chẩu Chế Cung Cà Cù Cầm Cứ Danh Diệp Doãn
    Dương Giàng Giáp Hoàng Hoả Huỳnh Hà Hạng Hảng Hồ Hờ Hứa Kha Khang Khưu Khuất Khổng Kim Kiều
    Kpă Ksor La Lâm Lê Lã Lò Lù Lý Lưu Lương Lại Lầu Lều Lồ Lục Lừ Lữ Ma Mai Mã Mlô Mùa Mạc Nay
    Nghiêm Niê Nguyễn Ngô Ngụy Nhâm Nhữ Ninh Nịnh Nông Phan Phàn Phùng Phạm Quàng Quách Quản
    Rahlan Rcom Rmah Rơ Siu Sùng Sơn Sồng Sầm Thào Thái Thân Thạch Thẩm Thền Tiêu Tiết Trang
    Triệu Trà Tráng Trương Trượng Trần Trịnh Tòng Tô Tôn Tăng Tạ Tẩn Tống Từ Ung Uông Vi Viên
    Vàng Võ Văn Vũ Vưu Vương Vừ Xa Âu Đinh Điêu Điểu Đoàn Đàm Đào Đèo Đặng Đậu Đồng Đổng Đỗ Đới
    """.split()
)
