"""Findings that news tells without headings: by how a paragraph opens, or by what it says."""

import re

from loaders.contents import content_sort

_DELEGATION = (
    r"(?:đoàn|tổ)\s(?:giám sát|kiểm tra|công tác|thanh tra|khảo sát)|trưởng đoàn|thanh tra"
    r"|ủy ban kiểm tra|ubkt"
)
_LACKS = r"[^.]*(?:còn|chưa|vẫn|thiếu|chậm|hạn chế|tồn tại|khuyết điểm|bất cập|khó khăn|vi phạm)"
# How a paragraph of a news report opens, for reports that have no headings, each with the words
# without any of which it cannot; compared in lower case, near the start.
_OPENINGS = (
    ("assessment", ("chung,",), re.compile(r"(?:đánh giá|nhận xét|nhìn) chung,")),
    (
        "result",
        ("theo",),
        re.compile(r"theo (?:kết luận|đánh giá|nhận định|kết quả)(?! (?:số|về))[^.]{0,60} đã "),
    ),
    (
        "cause",
        (
            "giải",
            "xuất phát",
            "bắt nguồn",
            "phân trần",
            "gốc của",
            " do ",
            "lý do",
            "sở dĩ",
            "nguyên nhân",
            "giãi bày",
            "thừa nhận",
        ),
        re.compile(
            r"(?:lý giải (?:điều|về|nguyên|cho|việc)"
            r"|(?:đại diện|lãnh đạo|ông|bà|đồng chí|chủ tịch|giám đốc|trưởng)"
            r"[^.:]{0,120}\s"
            r"(?:lý giải|giải thích|phân trần)[,:\s]"
            r"|[^.:]{0,120}\sgiải trình(?: rằng)?:\s[^.]{0,160}"
            r"(?:\sdo\s|\svì\s|\sbởi\s)|gốc của|(?:thực trạng|tình trạng|điều) (?:này|trên"
            r"|đó)[^.]{0,40} (?:xuất phát|bắt nguồn|là do|do) "
            r"|giải trình (?:vấn đề|về|nội dung|ý kiến)[^.]{0,160}(?:cho biết|cho rằng|\sdo\s)"
            r"|lý do (?:là|chính|chủ yếu|được|của|dẫn)|sở dĩ"
            r"|(?:các|những) (?:sai phạm|vi phạm|khuyết điểm|hạn chế|tồn tại"
            r"|thiếu sót)[^.;:,]{0,30} (?:là )?do "
            r"|(?:[^.]{0,40}\s)?nguyên nhân (?:của"
            r"|là|dẫn|chủ yếu|chính|khách quan|chủ quan|tồn tại"
            r"|hạn chế|do|được|này|trên)"
            r"|[“\"][^”\"]{20,360}[”\"][^.]{0,90}(?:phân trần|giãi bày|lý giải|giải thích"
            r"|thừa nhận))"
        ),
    ),
    (
        "recommendation",
        ("kiến nghị", "đề nghị", "yêu cầu", "đề xuất", "lưu ý"),
        re.compile(
            rf"(?:(?:đối với|với) [^.:]{{2,60}}[,:]\s|[^.]{{0,160}}(?:{_DELEGATION}|chủ tịch"
            rf"|đồng chí|ông|bà"
            r"|đoàn|^ban|mttq|mặt trận|hđnd|thường trực|ủy ban)[^.]{0,220}\s)?(?:cũng |đã "
            r"|tiếp tục )?(?<!các )(?<!những )(?<!\d )(?:kiến nghị|đề nghị|yêu cầu|đề xuất"
            r"|lưu ý)\s(?!của cử tri)"
        ),
    ),
    (
        "shortcoming",
        (
            "tuy",
            "song",
            "bên cạnh",
            "mặc dù",
            "tồn tại",
            "hạn chế",
            "khó khăn",
            "bất cập",
            "chỉ ra",
            "vi phạm",
            "thiếu trách nhiệm",
            "buông lỏng",
            "thất thoát",
            "phát hiện",
        ),
        re.compile(
            r"(?:tuy nhiên|tuy vậy|song|bên cạnh (?:những |các )?(?:kết quả|ưu điểm|mặt|thành tích)"
            rf"(?={_LACKS})"
            r"|bên cạnh đó,? (?:[^.]{0,60} )?(?:còn|vẫn|việc|phát hiện|chỉ ra)|mặc dù|tồn tại"
            r"|hạn chế|một số (?:tồn tại|hạn chế"
            r"|khó khăn)"
            r"|[^.]{0,260}(?:còn (?:một số|những|nhiều|có) (?:tồn tại|hạn chế|khó khăn|bất cập)"
            r"|chỉ ra (?:một số |những )?(?:tồn tại|hạn chế|khuyết điểm|thiếu sót)"
            r"|có vi phạm, khuyết điểm|đã vi phạm|vi phạm nguyên tắc|thiếu trách nhiệm"
            r"|buông lỏng|thất thoát"
            r"|để xảy ra (?:nhiều )?vi phạm|khó khăn (?:hiện nay|lớn nhất|nhất)"
            r"|phát hiện (?:\S+\s){0,6}(?:sai phạm|vi phạm|sai sót)))"
        ),
    ),
    (
        "assessment",
        ("đánh giá", "ghi nhận", "biểu dương"),
        re.compile(
            rf"[^.]{{0,160}}(?:{_DELEGATION}|đồng chí|ông|bà|đoàn|chủ tịch|bí thư)[^.]{{0,160}}"
            r"(?:đánh giá cao"
            r"|ghi nhận(?=[^.]{0,40}(?:đánh giá|biểu dương|nỗ lực|cố gắng))|biểu dương"
            r"|đánh giá(?! tác động))\s"
        ),
    ),
    (
        "result",
        ("ghi nhận",),
        re.compile(rf"[^.]{{0,160}}(?:{_DELEGATION}|đoàn|kết luận)[^.]{{0,60}}\sghi nhận\s"),
    ),
    (
        "result",
        ("",),
        re.compile(
            r"qua (?:thẩm tra|xác minh)[^.]{0,160}\skết luận[:\s]"
            r"|(?:qua|kết quả) (?:giám sát|kiểm tra|thanh tra|khảo sát"
            r"|buổi làm việc)[^.]{0,60}(?:cho thấy|nhận thấy|ghi nhận|:)"
            r"|qua (?:thanh tra|kiểm tra|giám sát)[^.]{0,40}?,? đã (?:ban hành|xử phạt|xử lý"
            r"|thu hồi)\s"
            r"|đến nay,|nhờ (?:tập trung|có|sự|đó|làm|thực hiện|vậy)[^.]{0,120},"
            r"|theo (?:ông|bà|đồng chí|đ/c) (?![^.]{0,120} cuộc )[^.:;]{4,120}, [^.,]{2,80}\s"
            r"(?:đã|có|đạt)\s"
            r"|(?:theo báo cáo|báo cáo (?:tại|với|của)|thời gian qua|trong những năm qua"
            r"|trong thời gian qua|những năm qua)"
        ),
    ),
)


# 'Qua giám sát tại A, Đoàn nhận thấy ...', 'Bên cạnh đó, Đoàn chỉ rõ: ...', 'Ở Ia Grai, đoàn ghi
# nhận ...': what was perceived, good or bad, stands behind it.
_PERCEIVING = re.compile(
    r"(?:qua|kết quả) (?:giám sát|kiểm tra|thanh tra|khảo sát|thẩm tra|xác minh)(?::\s|[^.]{0,260}?"
    r"(?:cho thấy|nhận thấy|ghi nhận|phát hiện|chỉ ra|chỉ rõ|kết luận(?=:))(?:,| rằng|:)?\s)"
    r"|[^.]{0,200}?\sđã (?:kiểm tra|thanh tra|xác minh)\s[^.]{0,80}?,? xác định\s"
    r"|(?:[^.,:]{2,60}, )?(?:các thành viên )?(?:đoàn|tổ)(?:\s[^.,:]{2,40})?"
    r"\s(?:cũng |đã )?(?:chỉ ra|chỉ rõ|nêu rõ|nhận thấy"
    r"|ghi nhận(?=[^.,;]{0,80}\s(?:chưa|còn|thiếu)\s))"
    r"(?: rằng|:)?\s"
)
# 'Ban Thanh tra nhân dân đã giám sát 06 cuộc, qua đó kiến nghị 05 vụ việc': work that was done,
# whose recommendations are only counted.
_WORK = re.compile(
    r"[^.]{0,260}?\s(?:(?:giám sát|kiểm tra|thanh tra)\s(?:được\s)?\d+\s(?:cuộc|công trình|vụ)"
    r"|\d+\s(?:cuộc|đợt)\s(?:giám sát|kiểm tra|thanh tra))[^.]{0,200}?[,;]\s"
    r"(?:qua đó\s|đã\s)?(?:phát hiện|kiến nghị)\s"
)


# 'Giao Thanh tra tỉnh chủ trì kiểm tra ...'
_ENTRUSTS = re.compile(
    r"giao (?:cho |các )?(?:thanh tra|ubkt|ubnd|hđnd|ủy ban|sở|phòng|ban|văn phòng|thường trực"
    r"|công an|đảng ủy|chi bộ|đồng chí|chủ tịch|giám đốc|trung tâm|cơ quan|đơn vị|huyện ủy)\s"
)


def opened_sort(words: str) -> str | None:
    """The sort by the words with which a paragraph opens."""
    if _names(words, _PERCEIVED):
        perceiving = _PERCEIVING.match(words)
        if perceiving and (sort := content_sort(words, perceiving.end())):
            return sort
    if _names(words, _COUNTED) and _WORK.match(words):
        return "result"
    if _ENTRUSTS.match(words):
        return "recommendation"
    for sort, needed, pattern in _OPENINGS:
        if _names(words, needed) and pattern.match(words):
            return sort
    return None


def _names(words: str, any_of: tuple[str, ...]) -> bool:
    return any(map(words.__contains__, any_of))


# Without any of these neither matches.
_PERCEIVED = (
    *("thấy", "ghi nhận", "phát hiện", "chỉ ra", "chỉ rõ", "nêu rõ", "xác định"),
    *("kết luận:", "sát:", "tra:", "minh:"),
)
_COUNTED = ("phát hiện", "kiến nghị")


# A sentence that ends in a colon tells what the points below it are.
_INTRODUCING = (
    ("", re.compile(r"[^.]*(?:kỷ luật|quyết định|hình thức)[^.:]{0,30}:\Z")),
    ("open", re.compile(r"[^.]*(?:nhận thấy|cho thấy|ghi nhận|phát hiện)(?: (?:như )?sau)?:\Z")),
    ("open", re.compile(r"[^.]*\skết luận(?: (?:một số nội dung(?: sau)?|như sau))?:\Z")),
    ("cause", re.compile(r"[^.]*(?:nguyên nhân|lý do)[^.:]{0,90}:\Z")),
    (
        "recommendation",
        re.compile(
            r"[^.]*(?<!thực hiện )(?<!giải quyết )(?<!tiếp thu )(?:kiến nghị|đề nghị|đề xuất"
            r"|yêu cầu)(?! số)[^.:]{0,140}:\Z"
        ),
    ),
    (
        "shortcoming",
        re.compile(
            r"[^.]*(?:hạn chế|tồn tại|khuyết điểm|thiếu sót|bất cập|khó khăn|vướng mắc|sai phạm"
            r"|vi phạm)[^.:]{0,90}:\Z"
        ),
    ),
    (
        "result",
        re.compile(
            r"(?![^.:]*báo cáo)[^.]*(?:kết quả|ưu điểm|mặt (?:làm )?được)"
            r"(?! kỳ họp)[^.:]{0,60}:\Z"
        ),
    ),
)


def introduced_sort(words: str) -> str | None:
    """The sort of the points that a sentence introduces: 'Đoàn giám sát kiến nghị như sau:'."""
    last = words[words.rfind(". ") + 1 :].strip()
    return next((sort for sort, pattern in _INTRODUCING if pattern.match(last)), None) or None


_ASKS = re.compile(
    r"(?:(?:đoàn|ban|thường trực|trưởng đoàn|ủy ban|ubkt|hđnd|mttq)[^.:;]{0,60}?\s)?(?:sẽ |cũng "
    r"|đã )?(?:đề nghị|kiến nghị|yêu cầu|đề xuất)\s(?!(?:sau|của|chưa|được|gửi|còn)\s)"
    r"|(?:đối với|với)\s[^.:;]{2,60}[:,]\s(?:đề nghị|kiến nghị|yêu cầu)"
)
# 'Đảng ủy xã bổ sung báo cáo': what a unit has yet to do, said without 'đã'.
_HAS_TO = re.compile(
    r"(?:đảng ủy|chi bộ|ubnd|hđnd|ban|huyện ủy|ủy ban|sở|phòng|mttq)[^.:;,]{0,50}?\s(?:cần|phải|sớm"
    r"|tiếp tục|bổ sung|khắc phục|rà soát|chấn chỉnh|kiểm điểm|báo cáo|làm rõ|xây dựng|bố trí)\s"
    r"(?!tra|sát)"
    # 'UBND các huyện A, B tiếp tục thực hiện nghiêm ...'
    r"|(?:ubnd|ủy ban nhân dân|đảng ủy|các sở) [^.:;]{2,90}?\s(?:tiếp tục|khẩn trương|nghiêm túc) "
    r"(?:thực hiện|triển khai|rà soát|khắc phục|kiểm điểm|hoàn thành)\s(?!.{0,80}\sđã\s)"
)
_EXPLAINS = re.compile(
    r"(?:do|vì|bởi|nguyên nhân|lý do|căn nguyên|gốc của|sở dĩ|lý giải)\s|(?:khách quan"
    r"|chủ quan)\s?:|[^:]{0,80}giải trình\s?:"
    r"|(?:các|những)\s(?:sai phạm|vi phạm|khuyết điểm|hạn chế|tồn tại"
    r"|thiếu sót)[^.;:,]{0,30}\s(?:là\s)?do\s"
)


# 'Thu hồi nộp ngân sách 1.628 triệu đồng': what is to be done, said by the verb alone.
_ORDERS = re.compile(
    r"(?:thu hồi|chấn chỉnh|khắc phục|rà soát|kiểm điểm|tăng cường|nghiêm túc (?:rút|kiểm|khắc)"
    r"|hoàn trả|chuyển hồ sơ"
    r"|tiếp tục|phát huy|rút kinh nghiệm|xử lý nghiêm|bổ sung|hoàn thiện)[\s,](?!.{0,60}\s(?:đã"
    r"|được)\s)"
)
_DUE = re.compile(r"\s(?:trước|chậm nhất(?: là)?|xong trong)\s(?:ngày|tháng|quý|\d)")
_TOLD = re.compile(r"(?<!\w)(?:đã|được|còn|chưa)\s")
_CONSEQUENCE = re.compile(
    r"(?:những|các)?\s?(?:vi phạm|sai phạm"
    r"|khuyết điểm)[^.;:]{0,60}\s(?:đã\s)?(?:gây (?:ra )?hậu quả|ảnh hưởng|làm giảm)"
)


def orders(words: str) -> bool:
    """Whether a point tells by its verb what is to be done."""
    return _ORDERS.match(words) is not None or (
        _DUE.search(words) is not None and _TOLD.search(words) is None
    )


def weighs(words: str) -> bool:
    """Whether a paragraph weighs the breaches told before: 'Những vi phạm trên gây hậu quả ...'."""
    return _CONSEQUENCE.match(words) is not None


def asks(words: str) -> bool:
    """Whether a paragraph opens by asking for something."""
    return (_ASKS.match(words) or _ENTRUSTS.match(words)) is not None


def own_sort(words: str) -> str | None:
    """The sort that a point shows by its opening whatever heading it stands under."""
    if asks(words) or _HAS_TO.match(words):
        return "recommendation"
    if _EXPLAINS.match(words):
        return "cause"
    return next((sort for sort, label in _LABELS if label.match(words)), None)


# 'Còn tồn tại: việc bình xét chưa công khai' under a heading of another sort.
_LABELS = (
    (
        "shortcoming",
        re.compile(
            r"(?:về )?(?:còn |những |một số |các )?(?:mặt )?(?:tồn tại|hạn chế|khuyết điểm"
            r"|thiếu sót"
            r"|bất cập|vướng mắc|khó khăn|chưa (?:làm )?được)(?:(?:,| và) [^:.;]{2,40})?\s?:"
        ),
    ),
    ("result", re.compile(r"(?:về )?(?:những |các )?(?:ưu điểm|mặt (?:làm )?được)[^:.;]{0,30}:")),
)
