"""The words and patterns by which a text counts."""

import re

from loaders.passages import LOWER

# What is counted, longest first; one word of Vietnamese is often the head of a longer unit.
_UNITS = """
lượt tổ chức cơ sở đảng|lượt tổ chức đảng|lượt chi bộ|lượt đảng viên|lượt cán bộ|lượt công dân
  |lượt người|lượt đơn thư|lượt đơn|lượt ý kiến|lượt
tổ chức cơ sở đảng|tổ chức đảng|tổ chức chính trị - xã hội|tổ chức|đảng bộ cơ sở|đảng bộ|đảng ủy
  |chi, đảng bộ|chi bộ|chi ủy viên|chi ủy|cơ sở đảng
cấp ủy viên|cấp ủy|ủy viên|đảng viên|đồng chí|cán bộ|công chức|viên chức|người đứng đầu|lãnh đạo
  |đại biểu|thành viên|hội viên|đoàn viên|quần chúng
trường hợp|đơn thư|đơn vị|đơn|vụ việc|vụ án|vụ|việc|bị can|bị cáo|cuộc|đợt|hội nghị|hội thảo
  |tọa đàm|buổi|lớp|kỳ họp|phiên họp|phiên|lần
người dân|người|hộ gia đình|hộ dân|hộ nghèo|hộ|khẩu|nhân khẩu|cử tri|công dân|nhân dân|cá nhân
  |tập thể|ý kiến|kiến nghị|phản ánh|nội dung kiến nghị|câu hỏi
cơ quan|địa phương|phòng, ban|xã, phường, thị trấn|xã, thị trấn|xã, phường|xã|phường|thị trấn
  |huyện|quận|tỉnh|thành phố|thôn, bản|thôn|bản|tổ dân phố|khu dân cư|ấp|buôn|khu phố
dự án|công trình|gói thầu|doanh nghiệp|hợp tác xã|công ty|cơ sở|trường học|trường|mô hình
  |câu lạc bộ|ban thanh tra nhân dân|ban|tổ công tác|tổ|đoàn|nhóm trẻ
văn bản|nghị quyết|quyết định|kế hoạch|kết luận|báo cáo|hướng dẫn|công văn|thông báo|chương trình
  |đề án|hồ sơ|giấy chứng nhận|giấy phép|tài liệu|tờ rơi|tin, bài|tin bài|bài viết|bài|tin|phiếu
  |cuốn|bộ tài liệu|bộ
đầu mối|biên chế|món vay|tập thể|dự thảo|chi hội|kỳ|cụm công nghiệp|khoản thu|đối tượng
chỉ tiêu|tiêu chí|nhiệm vụ|sản phẩm|thủ tục hành chính|thủ tục|lĩnh vực|trẻ em|học sinh|sinh viên
  |giáo viên|lao động|phụ nữ|thanh niên|ngôi nhà|căn nhà|nhà|suất quà|suất
nghìn tỷ đồng|tỷ đồng|tỉ đồng|triệu đồng|nghìn đồng|ngàn đồng|đồng|triệu USD|USD|tỷ|triệu
công đoàn cơ sở|công đoàn
  |UBND cấp xã|UBND cấp huyện|UBND xã|UBKT cơ sở|UBKT|cấp ủy cơ sở|hạt kiểm lâm|điểm cầu
trạm|trụ sở|điểm trường|điểm nóng|phòng học|phòng|tuyến đường|tuyến|cây cầu|cầu|cống|giếng|chợ
  |khóm, ấp|khóm
  |biên bản|hợp đồng|hóa đơn|chứng từ|sổ|tủ|camera|máy tính|cộng tác viên|chức danh|nội dung|vấn đề
  |hạng mục|phần việc|gian hàng|gia đình|tàu|thuyền|lồng bè|ki ốt|quầy|bảng tin|pa nô|khẩu hiệu
  |loại giấy tờ|luật sư|hòa giải viên|bệnh nhân|giường bệnh|sai phạm
km2|km²|km|mét|m2|m²|m3|m³|ha|héc ta|m|tấn|tạ|kg|ngày công|giờ công|điểm phần trăm|cây|con|chiếc
  |máy|xe
  |thửa đất|thửa|lô đất|lô
"""


ALTERNATION = "|".join(
    re.escape(unit.strip()).replace(r"\ ", r"\s{1,3}")
    for unit in sorted(_UNITS.lower().replace("\n", "|").split("|"), key=len, reverse=True)
    if unit.strip()
)
NUMBER = r"\d{1,3}(?:\.\d{3}){1,4}(?:,\d{1,3})?|\d{1,9}(?:,\d{1,4})?"
# Sought in small letters: '151  đơn thư'  '1/23 vụ việc'  '42,1 tỷ đồng'  '1.472 lượt tổ chức
# Đảng'  '100% các xã'
COUNTED = re.compile(
    rf"(?<![\w.,-])(?<!\d/)(?P<number>{NUMBER})(?:/(?P<of>{NUMBER}))?(?:\s{{0,3}}(?P<percent>%)"
    rf"|\s{{1,3}}(?:\(\w+\)\s)?(?P<unit>{ALTERNATION}|đ/c)(?!\w)|đ(?![\w/]))"
)
# Another noun behind a number of the style of reports ('08 biên chế', '112 món vay') is a unit too;
# words of time, of grammar and names of lists are none.
_NO_UNIT = (
    r"ngày|tháng(?!\stù)|năm(?!\stù)|tuần|giờ|phút|giây|quý|điều|mục|chương|biểu|nguyên|bước|nhóm"
    r"|và|đến|tới|của|trong|loại|dự"
    r"|ngoài|là|có|được|đã|sẽ|theo|về|tại|do|từ|cho|trên|dưới|so|với|bằng|để|ở|mặt|chuyên|giải"
    r"|trở|hoặc|hay|thì|mà|nên"
    r"|thuộc|gồm|vào|ra|lên|xuống|nhằm|không|chưa|còn|cùng|như|khi|nếu|vì|bị|đối(?!\stượng)|tính"
    r"|kể|tăng"
    r"|giảm|chiếm|đạt|vừa|mới"
    r"|đảng|đầu|cuối|sau|trước|giữa|nói|nêu|tuổi|phần"
)
OPEN = re.compile(
    rf"(?<![\w/.,-])(?P<number>{NUMBER})(?P<of>)(?P<percent>)"
    rf"\s{{1,3}}(?P<unit>(?!(?:{_NO_UNIT})(?!\w))"
    rf"[{LOWER}]+(?:\s(?!(?:{_NO_UNIT})(?!\w))[{LOWER}]+(?=\s*[,;.)]|\Z))?)(?!\w)"
)
# 'tố cáo 02, kiến nghị, phản ánh 04', 'chi bộ quyết định 19, đảng ủy cơ sở 08': numbers that share
# the unit told before, and what stands before them.
PARALLEL = re.compile(
    r"(?:0\d|[1-9]\d{1,2}|\d{1,3}(?:\.\d{3})+|[1-9])(?=\s*(?:[,.](?!\d)|[;)]|\Z|so\s))"
)
BEFORE_PARALLEL = re.compile(rf"(?<=[{LOWER}])(?:(?<!số)|(?<=dân số))\s:?\s?\Z")
NO_COUNT = re.compile(
    r"(?:tổ(?:\s+dân\s+phố)?|thôn|ấp|bản|khu|phố|phường|quận|xã|lớp|loại|cấp|hạng|đợt|lần|bước"
    r"|mức|vòng|nhóm|(?<!dân\s)số"
    r"|đội|đoàn|bộ|ban|công\s+ty|tháng|năm|ngày|quý|tài\s+khoản|điện\s+thoại|mã|tiểu\s+khu|lô|kỳ"
    r"|nghiệp\s+vụ|chương\s+trình|đề\s+án|quốc\s+lộ|và|hoặc|hay|đến|từ|các)\Z",
    re.I,
)
WORD_VALUES = {
    "một": 1,
    "hai": 2,
    "ba": 3,
    "bốn": 4,
    "sáu": 6,
    "bảy": 7,
    "tám": 8,
    "chín": 9,
    "mười": 10,
}
_TALLY_UNITS = (
    "tổ chức đảng|đảng viên|đồng chí|cuộc|đợt|trường hợp|đơn vị|vụ việc|vụ|chi bộ|đảng bộ"
    "|đơn tố cáo|đơn thư"
)
# 'thi hành kỷ luật hai đảng viên': number words only beside a verb of counting ('một đồng chí'
# alone is an article).
IN_WORDS = re.compile(
    r"(?:kỷ luật|khiển trách|cảnh cáo|cách chức|khai trừ|kiểm tra|giám sát|thanh tra|tổ chức"
    r"|tiến hành|thực hiện|tiếp nhận|giải quyết|đối với)"
    rf"\s(?P<word>{'|'.join(WORD_VALUES)})\s(?P<unit>{_TALLY_UNITS})(?!\w)"
)
# The forms of discipline, in small letters.
FORMS = (
    r"khiển\s+trách|cảnh\s+cáo|cách\s+chức|khai\s+trừ|giải\s+tán|giáng\s+chức|hạ\s+bậc\s+lương"
    r"|buộc\s+thôi\s+việc"
)
