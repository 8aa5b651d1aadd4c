"""What a heading of a report names: results, shortcomings, causes, recommendations, a level."""

import re
from functools import lru_cache

# The word that stands first in a heading gives its sort; compared in lower case.
SORT_WORDS = re.compile(
    r"""(?<![^\W\d_])(?:(?P<cause>nguyên\s+nhân|^(?:về\s+)?lý\s+do|^vì\s+sao)
    | (?P<shortcoming>tồn\s+tại|tồn\s+đọng|nhược\s+điểm|điểm\s+yếu|hạn\s+chế|khuyết\s+điểm
          |thiếu\s+sót|yếu\s+kém|bất\s+cập|khó\s+khăn
      |vướng\s+mắc|^(?:những\s+|các\s+)?(?:(?:sai|vi)\s+phạm|sai\s+sót)
        |^(?:những\s+|các\s+)?(?:mặt|việc|điều|chỗ|vấn\s+đề)\s+còn\s+(?:vướng|yếu)
        |(?:những\s+)?(?:mặt|việc|nội\s+dung|điểm)\s+(?:thực\s+hiện\s+)?chưa\s+(?:làm|đạt|được|tốt
          |thực\s+hiện|hoàn\s+thành))
    | (?P<recommendation>^(?:những\s+|các\s+)?điều\s+(?:mong\s+muốn|(?:cần\s+)?xin\s)
      |kiến\s+nghị|đề\s+xuất|đề\s+nghị|khuyến\s+nghị|yêu\s+cầu\s+(?:đối\s+với
      |khắc\s+phục|sau|các|đảng|chi\s|ubnd|ban\s|ủy\s|huyện|thường|xã\s|đơn\s)
      |biện\s+pháp\s+xử\s+lý(?![^:]{0,40}đã\s+áp))
    | (?P<assessment>^bài\s+học[^:]{0,40}\s(?:và|,)\s+đánh\s+giá
      |^(?:về\s+)?trách\s+nhiệm(?:\s+(?:của|thuộc)\s[^:]{2,60})?\s*:?$
      |đánh\s+giá(?!\s+kết\s+quả)|nhận\s+xét|nhận\s+định
      |(?<!công\sbố\s)kết\s+luận(?!\s+số|\s+(?:về\s+)?(?:việc\s+|cuộc\s+)?(?:giám|kiểm|thanh)\s))
    | (?P<said>^(?:về\s+)?(?:ý\s+kiến|kết\s+luận|phát\s+biểu)(?:\s+(?:chỉ\s+đạo|kết\s+luận))?
      (?:\s+của)?(?:\s+(?:đồng\s+chí|đ/c|ông|bà))?\s+(?:trưởng\s+đoàn|chủ\s+trì|đoàn|tổ\s+(?:giám|kiểm|công|thanh))\b)
    | (?P<open>^(?:(?:ông|bà|đồng\s+chí|đại\s+diện)\s[^:]{4,80}\s(?:trình\s+bày|báo\s+cáo)
      (?:\s+tóm\s+tắt)?\s+(?:báo\s+cáo|kết\s+quả|tình\s+hình)|kết\s+quả\s+(?:qua\s+)?(?:kiểm\s+tra,?\s+(?:và\s+)?xác\s+minh|xác\s+minh)
      |^về\s+kết\s+quả\s+(?:kiểm|giám)|ý\s+kiến\s+(?:của|phát|thảo|trao|tham)))
    | (?P<result>kết\s+quả(?!\s+(?:các\s+)?kỳ\s+họp)|ưu\s+điểm
      |mặt\s+(?:làm\s+được|đã\s+làm|mạnh|tốt|được|đạt\s+được|tích\s+cực)|(?:mặt|việc|nội\s+dung
      |điểm)\s+(?:đã\s+)?(?:làm\s+được|đạt\s+được|thực\s+hiện\s+(?:tốt|được))
      |^(?:những\s+|các\s+)?(?:việc\s+đã\s+làm|điểm\s+(?:sáng|tích\s+cực|mạnh)|chuyển\s+biến)
      |^(?:những\s+|các\s+)?(?:việc|điều)\s+đã\s+thấy|thành\s+tích|thuận\s+lợi
        |tình\s+hình\s+(?:triển\s+khai|thực\s+hiện|chấp\s+hành|lãnh\s+đạo)|công\s+tác\s+lãnh\s+đạo
          |^(?:về\s+)?công\s+tác\s+(?:chỉ\s+đạo|quán\s+triệt|triển\s+khai|tuyên\s+truyền
          |tham\s+mưu|phổ\s+biến|phối\s+hợp|tổ\s+chức\s+thực
            |kiểm\s+tra|giám\s+sát|thanh\s+tra|thi\s+hành|giải\s+quyết|tiếp\s+(?:công\s+)?dân
          |xây\s+dựng)
          |^(?:về\s+)?(?:(?:học\s+tập|nghiên\s+cứu|tổ\s+chức),?\s+)?(?:quán\s+triệt
          |tuyên\s+truyền|phổ\s+biến|triển\s+khai)
          |^(?:về\s+)?(?:tiếp\s+(?:công\s+)?dân|tiếp\s+nhận|thanh\s+tra\s+trách\s+nhiệm)
          |^(?:những\s+|các\s+)?con\s+số|^(?:về\s+)?(?:công\s+tác\s+)?(?:phản\s+biện|đơn\s+thư)
          |^(?:cấp\s+ủy|ủy\s+ban\s+kiểm\s+tra|ubkt)\s+các\s+cấp
          |^(?:về\s+)?(?:(?:việc\s+)?thi\s+hành\s+kỷ\s+luật|(?:việc\s+)?giải\s+quyết\s+(?:đơn
          |khiếu|tố))
          |việc\s+(?:lãnh\s+đạo|triển\s+khai|quán\s+triệt|tổ\s+chức\s+thực\s+hiện))
    | (?P<asked>^yêu\s+cầu\s*:?$)
    | (?P<none>biện\s+pháp\s+xử\s+lý|phương\s+hướng|^(?:về\s+)?xử\s+lý\s*(?:kỷ\s+luật\s*)?$
      |nhiệm\s+vụ,?\s+(?:trọng|thời|chủ|và|giải|công|cuối|năm|quý|tháng|tiếp|sắp|tới|\d)
      |^(?:một\s+số\s+)?giải\s+pháp|bài\s+học|mục\s+(?:đích|tiêu)|yêu\s+cầu\s*$
      |mục\s+đích,?\s+yêu\s+cầu|tổ\s+chức\s+thực\s+hiện\s*$
        |nội\s+dung(?!\s+(?:đã|chưa|làm))|thời\s+gian|thành\s+phần|đối\s+tượng|phương\s+pháp
          |khái\s+quát|đặc\s+điểm|căn\s+cứ|phạm\s+vi|nơi\s+nhận|phụ\s+lục))""",
    re.X,
)
_LEVELS = (
    (
        "tỉnh",
        re.compile(
            r"cấp\s+tỉnh|tỉnh\s+ủy|thành\s+ủy|\b(?:ubnd|hđnd|mttq)\s+(?:việt\s+nam\s+)?tỉnh"
        ),
    ),
    (
        "huyện",
        re.compile(
            r"cấp\s+huyện|huyện\s+ủy|quận\s+ủy|thị\s+ủy|\b(?:ubnd|hđnd"
            r"|mttq)\s+(?:việt\s+nam\s+)?(?:các\s+)?huyện"
        ),
    ),
    (
        "xã",
        re.compile(
            r"cấp\s+xã|cấp\s+cơ\s+sở|đảng\s+ủy\s+(?:các\s+)?(?:xã|phường)|\b(?:ubnd|hđnd"
            r"|mttq)\s+(?:các\s+)?(?:xã|phường)|các\s+xã|ở\s+cơ\s+sở"
        ),
    ),
    ("trung ương", re.compile(r"trung\s+ương|quốc\s+hội|chính\s+phủ|các\s+bộ")),
)
# Who gets the text and who signs it: nothing is found there.
CLOSING = re.compile(
    r"(?:Nơi\s+nhận|Kính\s+gửi|(?:T/M|TM\.?|K/T|KT\.|T/L|TL\.|Q\.)\s+[A-ZĐỦ]{2}"
    r"|[TXĐ]\w+\s+đây\s+là\s+"
    r"(?:báo\s+cáo|kết\s+quả|thông\s+báo|kết\s+luận|toàn\s+bộ))|Biên\s+bản\s+(?:lập|kết\s+thúc"
    r"|được)"
    # who made it: '- Tin, ảnh: A', 'Ban Biên soạn: A, B', 'Tuyên Quang, tháng 12 năm 2018'
    r"|(?:Tin|Bài|Ảnh)(?:(?:,| và)? (?:tin|bài|ảnh))*\s*:\s"
    r"|(?:Ban|Tổ|Nhóm)\s+(?:[Bb]iên\s+\w+|[Pp]hóng\s+viên|[Tt]hư\s+ký)\s*(?::|\Z)"
    r"|[A-ZĐ][\w ]{2,24},\s+(?:ngày\s+\d{1,2}\s+)?tháng\s+\d{1,2}\s+năm\s+\d{4}\Z"
)
_LITTLE = re.compile(r"(?:(?:về|những|các|một số|phần|mục|còn)\s+){0,2}")


_RESULT = (
    r"(?:kết quả(?: (?:đạt được|thực hiện|chủ yếu|nổi bật|cụ thể|giám sát|kiểm tra|thanh tra"
    r"|khảo sát))*|ưu điểm|thành tích|thuận lợi"
    r"|(?:mặt|việc|điểm|nội dung|điều) (?:đã )?(?:làm được|được|mạnh|đạt được|tích cực"
    r"|thấy(?: rõ)?))"
)
_PURE = re.compile(rf"(?:về |những |các |một số )*{_RESULT}(?:(?:,| và) {_RESULT})*\W*")


def is_matter(words: str, sort: str | None) -> bool:
    """Whether a heading names what a finding is about, and no sort alone.

    'Công tác quán triệt', 'Kết quả hỗ trợ' beside 'Kết quả đạt được', 'Ưu điểm'.
    """
    return sort in (None, "result") and not _PURE.fullmatch(" ".join(words.lower().split()))


def is_label(words: str) -> bool:
    """A short line that is nothing but the name of a sort: 'Ưu điểm:', 'Hạn chế, nguyên nhân'."""
    first = SORT_WORDS.search(words.lower()) if len(words) <= 48 else None
    return (
        first is not None
        and _LITTLE.fullmatch(words[: first.start()].lower()) is not None
        and first.lastgroup not in ("none", "asked")
    )


# Asked of one block several times.
@lru_cache(maxsize=512)
def sort_of(words: str, rank: int, told: bool) -> tuple[bool, str | None]:
    """Whether the heading names a sort (or ends one), and which.

    `told` says that findings stand before it.
    """
    words = words.lower()
    lead = words[:110].split(":")[0]
    match = SORT_WORDS.search(lead)
    if match is None or re.search(r"xem\s+xét,?\s*\Z", lead[: match.start()]):
        return False, None
    if (lead.strip(" :*") in TITLES and rank <= 2) or (not told and _TITLE.match(lead)):
        return True, None
    # '3. Kết quả giải quyết kiến nghị' is a result: the first word decides; but it must stand
    # near the start.
    if match.start() > 40 and rank > 2:
        return False, None
    sort = "assessment" if match.lastgroup == "said" else match.lastgroup
    if sort == "asked":
        # Behind what was found it asks for something; at the head it is the purpose of a plan.
        return True, "recommendation" if told else None
    if match.lastgroup == "assessment" and _mixed(lead):
        return True, None
    if sort == "none" and ASKED_BESIDE.search(lead, match.end()):
        return True, "asks"
    return True, None if sort == "none" else sort


# 'Nhiệm vụ thời gian tới và đề xuất': of its points those that ask for something.
ASKED_BESIDE = re.compile(r"kiến\s+nghị|đề\s+xuất|đề\s+nghị")


# Kinds of papers in capitals at the head of a text are no headings of findings.
TITLES = frozenset({"kết luận", "báo cáo", "biên bản", "thông báo"})
_TITLE = re.compile(r"(?:báo\s+cáo|thông\s+(?:báo|cáo|tin)|biên\s+bản)\s|[^:]*\skỳ\s+họp(?!\w)")


def _mixed(lead: str) -> bool:
    """'NHẬN XÉT, KIẾN NGHỊ': the parts below say which is which."""
    return bool(re.search(r"kiến\s+nghị|đề\s+xuất|hạn\s+chế|tồn\s+tại|ưu\s+điểm", lead))


def level_of(words: str) -> str | None:
    """The level of the state or party that the first words speak of."""
    lead = words[:160].lower()
    found = [
        (match.start(), level) for level, pattern in _LEVELS if (match := pattern.search(lead))
    ]
    return min(found)[1] if found else None
