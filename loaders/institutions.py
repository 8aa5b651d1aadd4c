"""The patterns of names that are a head and free words: schools, companies, offices."""

import re

from loaders.passages import UPPER
from loaders.territories import TERRITORY, spaced

# Owners of party organisations whose own names begin otherwise: 'Đảng ủy Quân sự tỉnh', 'Đảng ủy
# Khối các cơ quan tỉnh'.
OWNERS = re.compile(
    spaced(
        r"(?P<head>Quân sự|Biên phòng|Quân khu \d{1,2}"
        r"|Khối (?:các )?[Cc]ơ quan(?: và [Dd]oanh nghiệp)?|Khối [Dd]oanh nghiệp"
        r"|[Cc]ác cơ quan [Đđ]ảng)" + TERRITORY + "?(?!\\w)"
    )
)
SECTORS = (
    "Lao động - Thương binh và Xã hội|Lao động, Thương binh và Xã hội"
    "|Lao động Thương binh và Xã hội|Văn hóa, Thông tin, Thể thao và Du lịch"
    "|Văn hóa, Thể thao và Du lịch|Văn hóa và Thể thao"
    "|Văn hóa và Thông tin|Văn hóa - Xã hội|Văn hóa, Xã hội"
    "|Nông nghiệp và Phát triển nông thôn|Nông nghiệp và Môi trường|Nông nghiệp & PTNT|NN&PTNT"
    "|Tài nguyên và Môi trường|Kế hoạch và Đầu tư|Tài chính - Kế hoạch|Tài chính"
    "|Giáo dục và Đào tạo|Khoa học và Công nghệ"
    "|Thông tin và Truyền thông|Giao thông vận tải|Giao thông Vận tải|Dân tộc và Tôn giáo"
    "|Dân tộc - Tôn giáo|Công Thương|Nội vụ|Tư pháp|Xây dựng|Y tế|Ngoại vụ|Du lịch"
    "|Quy hoạch - Kiến trúc|Quản lý đô thị|Dân tộc|Thanh tra"
    "|Kinh tế và Hạ tầng|Kinh tế, Hạ tầng và Đô thị|Kinh tế - Hạ tầng|Kinh tế|Nông nghiệp"
    "|Y tế và Dân số|Thủy sản|Thủy lợi|Thương mại|Công nghiệp|Thể dục Thể thao"
    "|Bưu chính, Viễn thông"
    "|Địa chính|Giao thông công chính|Công thương"
)
# Institutions whose names are a head and free words: they run to a mark or to a word that cannot
# belong to a name.
_INSTITUTIONS = spaced(
    r"(?:Trường|Bệnh viện|Trung tâm|Trạm|Công ty|Tổng [Cc]ông ty|Tập đoàn|Chi nhánh"
    r"|Ban [Qq]uản lý|Hợp tác xã|Ngân hàng|Quỹ|Học viện|Viện|Đài|Báo(?!\s+cáo)|Kho bạc|Hạt"
    r"|Chi cục|Cục|Tổng cục|Vụ|Văn phòng|[Kk]hối|Nhà máy|Xí nghiệp|Ban Chỉ đạo"
    r"|Công đoàn (?:ngành|cơ sở|[Vv]iên chức|[Cc]ông ty|Tổng [Cc]ông ty|(?:các )?[Kk]hu|Trường)"
    r"|Vườn [Qq]uốc gia|Trang trại|Trại|Cơ sở|Cửa hàng|Bến xe|Doanh nghiệp|DNTN|Siêu thị|Phòng khám"
    r"|Nông trường|Lâm trường|Nhà thuốc|Bếp ăn|Bãi rác|Khu (?:công nghiệp|du lịch|đô thị)"
    r"|Cụm công nghiệp|Đội|Đồn)"
)
INSTITUTION = re.compile(
    rf"(?P<head>{_INSTITUTIONS}"
    # 'Trường Tiểu học số 1 Hòa An', 'Ban Quản lý các khu công nghiệp'
    r"(?:\s{1,3}(?:số\s{1,3}\d{1,2}(?![\w/-])|các\s{1,3}(?:công\s{1,3}trình|khu\s{1,3}(?:công|kinh)"
    r"|cụm\s{1,3}công)(?!\w)|[Tt]hiết\s{1,3}bị(?!\w)|và\s{1,3}(?:[Pp]hát\s{1,3}triển|[Mm]ôi\s{1,3}trường)(?!\w)"
    r"|(?!(?:và|về|việc|đã|do|từ|trong|đối|theo|có|năm|ngày"
    r"|nhằm|để|tại|vào|là|được|với"
    r"|của|cho|các|như|khi|nhiệm|giai|còn|chưa|sẽ|bị|kết|thực(?!\s+phẩm)|triển|giám|kiểm|tiến|tổ"
    r"|phối|họp|(?<!ăng\s)ký"
    r"|yêu|giao(?!\s+thông)|phát(?!\s+triển)|thông(?!\s+tin)|sau|này|đó|còn|vừa|tiếp|gồm|bằng|cùng|thu"
    r"|dự(?!\s+án)"
    r"|nơi|từng|ngay|hồi|hôm|lần|đều|cũng|đón|mới|rồi|thì|mà|vốn|nhận|lập|trực|cử|gửi|báo(?!\s+chí)"
    r"|chấp|chủ|mở|đang|luôn|tuy|song|nhưng|vì|bởi|nên|hoặc|hay|suốt|kéo|thiếu|hoàn|khắc|hứa|đạt"
    r"|nghiêm"
    r"|ngoài|trước|(?<!tư\s)nhân(?!\s+(?:dân|lực|đạo|ái))|đề|bảo\s+đảm|đảm|tích|chịu|mắc|vi|nộp"
    r"|trong|giới(?!\s+tính)|xây(?=\s+dựng\s+(?:kế|chương|quy|nghị|đề|phương))|quán(?=\s+triệt)|phổ(?=\s+biến)"
    r"|ban(?=\s+hành)|tuyên(?=\s+truyền)|rà(?=\s+soát)|công(?=\s+khai)|duy(?=\s+trì)|áp(?=\s+dụng))(?!\w))[^\W\d_][\w&/'’-]*)){1,12}"
    # 'Trường Tiểu học Hòa An 1'
    r"(?:\s\d{1,2}(?=\s*(?:[,;)]|\.(?!\d)|\Z)|\svà\s[A-ZĐ]))?)"
)
CLOSING = re.compile(TERRITORY.replace(" ", r"\s{1,3}") + r"\Z")
# 'Trung tâm Văn hóa, Thông tin, Thể thao và Du lịch huyện': commas within a name end before a
# last 'và'.
_PART = (
    r"(?!(?:Ủy|UBND|HĐND|Ban|Sở|Phòng|Hội|Huyện|Tỉnh|Đảng|Chi|Trung tâm|Trường|Công|Văn phòng"
    r"|Thanh tra|MTTQ)(?!\w))"
    rf"[{UPPER}]\w*(?: (?!(?:và|tỉnh|huyện|xã|phường|quận|thị|thành|đặc|về|việc|đã|từ"
    r"|theo)(?!\w))[^\W\d_]+){0,4}"
)
COMMAS = re.compile(
    spaced(
        rf"(?P<head>(?:Trung tâm|Ban|Phòng|Sở|Vụ|Cục) {_PART}(?:, {_PART}){{1,4}} và "
        rf"{_PART}){TERRITORY}?(?!\w)"
    )
)
MINISTRY_INSPECTORATE = re.compile(r"Thanh\s{1,3}tra\s{1,3}(?=Bộ\s)")
