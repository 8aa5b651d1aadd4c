"""Who is struck by a form of discipline: behind it, before it, by an appeal, one after another."""

import re
from collections.abc import Iterator
from functools import lru_cache

from loaders.model import Span
from loaders.passages import UPPER, lowered

# In small letters.
FORM_WORDS = (
    r"khiển\s+trách|cảnh\s+cáo|cách\s+chức|cách\s+tất\s+cả|cách\s+các\s+chức|cách\s+hết"
    r"|khai\s+trừ|giải\s+tán|giáng\s+chức|hạ\s+bậc\s+lương|buộc\s+thôi\s+việc|xóa\s+tư\s+cách"
)
_FORM_WORDS = re.compile(FORM_WORDS)


@lru_cache(maxsize=2)
def form_places(text: str) -> list[int]:
    """Every place of the text where a form of discipline is named."""
    return [match.start() for match in _FORM_WORDS.finditer(lowered(text))]


FORM = re.compile(
    rf"(?P<form>{FORM_WORDS})"
    r"(?P<tail>(?:\s+(?:các\s+)?chức\s+vụ(?:\s+(?:trong\s+)?Đảng)?|\s+trong\s+Đảng"
    r"|\s+(?:ra\s+)?khỏi\s+(?:Đ|đ)ảng)*(?:\s+(?:(?!khiển\s+trách|cảnh\s+cáo|khai\s+trừ"
    r"|cách\s+chức)[^;.:()\n]){2,160}?(?=\s+đối\s+với\s))?)",
    re.I,
)
HONORIFIC = r"(?:các\s+)?(?:đồng\s+chí|đ/c|ông|bà|đảng\s+viên)\s*:?"
NAME = rf"[{UPPER}][\w'’]*(?:\s[{UPPER}][\w'’]*){{1,4}}"
ORGANISATION = (
    r"(?:tập\s+thể\s+)?(?:Ban\s+(?:Thường\s+vụ|cán\s+sự|Chấp\s+hành|Bí\s+thư|Chi\s+ủy)|Đảng\s+(?:ủy"
    r"|bộ|đoàn)|[Cc]hi\s+(?:ủy|bộ)(?!\s+viên)|đảng\s+ủy(?!\s+viên)"
    r"|(?:Tỉnh|Thành|Huyện|Quận|Thị)\s+ủy|Ủy\s+ban\s+[Kk]iểm\s+tra|UBKT|Ban\s+Thường\s+vụ|BTV|UBND"
    r"|Ủy\s+ban\s+nhân\s+dân|HĐND)"
)
# Who is told by a position alone: 'khiển trách đồng chí thủ quỹ'.
_POSITION = (
    r"(?:nguyên\s+)?(?:thủ\s+quỹ|kế\s+toán|(?:phó\s+)?(?:bí\s+thư|chủ\s+tịch|chủ\s+nhiệm|giám\s+đốc"
    r"|hiệu\s+trưởng|trưởng\s+\w+)|cán\s+bộ\s+\w+|chi\s+ủy\s+viên"
    # 'đồng chí công chức Tài chính - Kế toán xã A', 'đồng chí đảng viên Chi bộ thôn B'
    r"|(?:công\s+chức|viên\s+chức|chuyên\s+viên|nhân\s+viên|giáo\s+viên|đảng\s+viên|kiểm\s+lâm\s+viên)\s[^,;.:()\n]{2,90})"
)
# What follows a form directly: 'đối với đồng chí A, Bí thư ...', 'Ban cán sự đảng UBND tỉnh ...',
# 'các đồng chí: A, B và C', '02 tổ chức đảng: Chi ủy Chi bộ A; Đảng ủy xã B', '01 tổ chức (...)'.
_TARGET = re.compile(
    r"\s*:?\s*(?:được\s+áp\s+dụng\s+)?(?:đối\s+với|với)?\s*:?\s*"
    r"(?:\d{1,3}\s+(?:tổ\s+chức(?:\s+cơ\s+sở)?(?:\s+đảng)?|tập\s+thể|cấp\s+ủy|chi\s+bộ|đồng\s+chí"
    r"|đảng\s+viên|cán\s+bộ|cá\s+nhân)\s*(?::|\(|,?\s*(?:gồm|là)(?:\s*:)?)\s*)?"
    rf"(?:(?P<honorific>{HONORIFIC})\s*(?P<person>(?-i:{NAME})|{_POSITION})"
    rf"|(?P<person2>(?-i:{NAME}))(?=,)|(?P<body>{ORGANISATION}\s[^,;.:()\n]{{2,120}}))",
    re.I,
)
# 'cách chức Chủ tịch Công đoàn Xí nghiệp May', 'hạ bậc lương Trưởng phòng': who holds the office.
_OFFICE = re.compile(
    r"\s*(?:đối\s+với\s+|với\s+)?(?:một\s+)?(?P<office>(?:nguyên\s+)?(?:kế\s+toán(?:\s+trưởng)?|thủ\s+quỹ"
    r"|(?:[Pp]hó\s+)?(?:[Bb]í\s+thư|[Cc]hủ\s+(?:tịch|nhiệm)|[Gg]iám\s+đốc|[Hh]iệu\s+trưởng|[Tt]rưởng\s+(?:phòng|ban|thôn))"
    r"|(?:chi\s+)?ủy\s+viên)(?:\s[^,;.:()\n]{2,80})?)(?=[,;.]|\s+và\s|\s+(?:do|vì)\s|\s*\Z)",
    re.I,
)
# 'thi hành kỷ luật đồng chí A, chức vụ ..., bằng hình thức cảnh cáo'
_BEFORE = re.compile(
    r"(?:kỷ\s+luật\s+(?:đối\s+với\s+)?|;\s+(?:và\s+)?|,\s+và\s+)(?:(?P<honorific>(?:đồng\s+chí"
    r"|ông|bà"
    rf"|đ/c))\s+(?P<person>(?-i:{NAME}))|(?P<body>(?-i:{ORGANISATION})\s[^,;.:()\n]{{2,120}}?)"
    r"(?=,|\s+(?:(?:bằng|với|theo|ở)\s+)?hình\s+thức|\s+(?:các\s+)?nhiệm\s+kỳ|\s+(?:do|vì)\s))"
    r"(?P<rest>[^;.]{0,400}?)\s*(?:bằng|với|theo|ở)?\s*hình\s+thức\s*:?\s*\Z",
    re.I,
)
# 'Đồng chí A, nguyên Chủ tịch UBND xã, bị thi hành kỷ luật khai trừ'
_SUFFERED = re.compile(
    rf"(?<!\w)(?:(?P<honorific>{HONORIFIC})\s*(?P<person>(?-i:{NAME}))"
    rf"|(?P<body>(?-i:{ORGANISATION})"
    r"\s[^,;.:()\n]{2,120}?))(?P<rest>(?:,[^;.]{0,240})?),?\s+(?:đã\s+|vừa\s+|cũng\s+)?(?:bị|(?:phải"
    rf"\s+)?(?:nhận|chịu))\s+(?:(?-i:{ORGANISATION})\s[^,;.:()\n]{{2,60}}?\s+)?"
    r"(?:thi\s+hành\s+|xử\s+lý\s+)?(?:kỷ\s+luật\s+)?(?:(?:bằng|với|ở)\s+)?"
    r"(?:(?:hình\s+thức|mức)(?:\s+[^,;.:]{1,60}:)?\s+)?(?:kỷ\s+luật\s+)?\Z",
    re.I,
)
# 'xét đơn của đồng chí A, nguyên Bí thư ..., UBKT giữ nguyên hình thức kỷ luật cảnh cáo'
_UPHELD = re.compile(
    rf"(?:đơn|khiếu\s+nại)[^.;]{{0,60}}?\scủa\s+(?:(?P<honorific>{HONORIFIC})\s*)?(?P<person>(?-i:{NAME})|{_POSITION}[^,;.]{{0,60}})"
    r"(?P<body>)(?P<rest>[^;.]{0,240}?)\s(?:giữ\s+nguyên|chuẩn\s+y)\s+(?:(?:hình\s+thức|mức|quyết\s+định)\s+)?"
    r"(?:thi\s+hành\s+)?(?:kỷ\s+luật\s+)?\Z",
    re.I,
)
# 'kỷ luật hai đồng chí: A, Bí thư (khiển trách), B (cảnh cáo)'
_BRACKETED = re.compile(
    rf"(?P<person>{NAME})(?P<body>)(?:,[^,;()]{{2,60}})?\s*\((?:hình\s+thức\s+)?\Z"
)
_TARGET_STOP = re.compile(
    r"\s(?:và\s+(?:các\s+)?(?:đồng\s+chí|ông|bà|đ/c|khiển|cảnh|cách|khai|giải|hạ\s|buộc|giáng|xóa\s)|các\s+nhiệm\s+kỳ|nhiệm\s+kỳ|do\s|vì\s|về\s"
    r"|bằng\s|đã\s|trong\s+việc)"
)
_ROLE = re.compile(
    r"(?:nguyên|Nguyên|Bí\sthư|Phó|Chủ\s(?:tịch|nhiệm)|Giám\sđốc|Trưởng|Ủy\sviên|Tỉnh\sủy\sviên"
    r"|Chánh|Cán\sbộ|Thường\strực|Hiệu\strưởng)"
)
_REACH = 700


def targets(
    seen: str, sentence: Span, form: re.Match[str], before: str
) -> Iterator[tuple[Span, Span]]:
    """Pairs of the stretch that states a decision and its target."""
    bracketed = seen[form.end() : form.end() + 1] == ")"
    direct = None if bracketed else _TARGET.match(seen, form.end(), sentence.end)
    if direct is None:
        earlier = _BRACKETED.search(before) if bracketed else _struck_before(before)
        if earlier is None and not bracketed and (office := _office(seen, form, sentence)):
            yield Span(form.start(), office.end), office
        if earlier:
            start, end = (sentence.start + at for at in earlier.span(_group(earlier)))
            target = Span(start, _target_end(seen, start, end))
            yield Span(start, form.end()), target
        return
    group = "person2" if direct["person2"] else _group(direct)
    first = Span(direct.start(group), _target_end(seen, direct.start(group), direct.end(group)))
    yield Span(form.start(), first.end), first
    plural = (direct["honorific"] or "").lower().startswith("các") or group == "person2"
    yield from ((name, name) for name in _others(seen, first.end, sentence.end, plural))


def _office(seen: str, form: re.Match[str], sentence: Span) -> Span | None:
    """Who is told by an office alone; the form may have taken its first word in."""
    start = form.start("tail")
    told = _OFFICE.match(seen, start, sentence.end)
    if told is None:
        return None
    return Span(told.start("office"), _target_end(seen, *told.span("office")))


def _struck_before(before: str) -> re.Match[str] | None:
    """Who stands before a form that strikes them."""
    offset = max(0, len(before) - _REACH)
    found = (pattern.search(before, offset) for pattern in (_BEFORE, _SUFFERED, _UPHELD))
    return next((each for each in found if each), None)


def _group(struck: re.Match[str]) -> str:
    return "person" if struck["person"] else "body"


def _target_end(seen: str, start: int, end: int) -> int:
    """An organisation's name ends before the next target, its matter or its time."""
    stop = _TARGET_STOP.search(seen, start, end)
    words = seen[start : stop.start() if stop else end]
    return start + len(words.rstrip())


# A further target of the list: '; Trịnh Huy Đại, nguyên ...'  'và đồng chí Giàng A Tủa'  'và các
# ông: ...'
_FURTHER = re.compile(
    rf"(?P<mark>[,;]|\svà)\s+(?:và\s+)?(?P<honorific>{HONORIFIC}\s*)?(?P<name>{NAME})(?=\s*"
    r"(?:[,;.(]|\svà\s|\Z|\n))"
)
# '; tập thể Chi ủy Chi bộ Hạt Kiểm lâm'
_FURTHER_BODY = re.compile(
    rf"(?:;|\svà)\s+(?:và\s+)?(?P<name>(?-i:{ORGANISATION})\s[^,;.:()\n]{{2,120}})", re.I
)
_END_OF_LIST = re.compile(
    FORM.pattern + r"|\sbằng\s+hình\s+thức|\sdo\s|\svì\s|\sđề\s+nghị|\syêu\s+cầu", re.I
)


def _others(seen: str, start: int, end: int, plural: bool) -> Iterator[Span]:
    """Further persons of a list, over the positions that stand between their names."""
    stop = _END_OF_LIST.search(seen, start, end)
    last = stop.start() if stop else end
    # '; đồng chí B bị cảnh cáo' strikes B alone.
    if stop and (passive := _NEXT_STRUCK.search(seen, start, last)):
        last = passive.start()
    for body in _FURTHER_BODY.finditer(seen, start, min(last, start + 600)):
        if not _ACTS.search(body[0]):
            yield Span(body.start("name"), _target_end(seen, *body.span("name")))
    for match in _FURTHER.finditer(seen, start, min(last, start + 2500)):
        many = (match["honorific"] or "").lower().lstrip().startswith("các")
        if _ROLE.match(match["name"]) or not (plural or match["honorific"]):
            continue
        # 'Bí thư Thị ủy Đông Triều, nguyên ...' is a position; a bare name follows a
        # semicolon, 'và' or another name.
        behind_comma = not match["honorific"] and match["mark"] == ","
        if behind_comma and not _PLAIN_LIST.match(seen, start, match.start() + 1):
            continue
        plural = plural or many
        yield Span(match.start("name"), match.end("name"))


# '; Ban Thường vụ Huyện ủy yêu cầu ...' decides, and is not struck.
_ACTS = re.compile(
    r"\s(?:yêu|đề|quyết|xem|đã|giao|chỉ|kiến|tiếp|bị|phải|nhận|có|thông|báo|cũng|sẽ|ra|họp)\s"
)
_NEXT_STRUCK = re.compile(
    rf"(?:;|,|\svà)\s+(?:và\s+)?{HONORIFIC}(?=[^;]*\s(?:bị|nhận|chịu)\s[^;]{{0,40}}\Z)(?!.*;)",
    re.I | re.S,
)
_PLAIN_LIST = re.compile(rf"(?:,\s*{NAME}\s*){{0,40}},")


# 'Xét đơn của đảng viên A ... . Căn cứ Điều 22 ..., UBKT giữ nguyên hình thức kỷ luật khiển trách'
_APPEAL = re.compile(
    rf"(?:đơn|khiếu\s+nại)[^.;]{{0,60}}?\scủa\s+(?:{HONORIFIC}\s*)(?P<person>(?-i:{NAME}))", re.I
)
_UPHOLDS = re.compile(
    r"\s(?:giữ\s+nguyên|chuẩn\s+y)\s+(?:(?:hình\s+thức|mức|quyết\s+định)\s+)?(?:thi\s+hành\s+)?(?:kỷ\s+luật\s+)?\Z",
    re.I,
)


def appealed(seen: str, opened: int, sentence: Span, before: str) -> Span | None:
    """Whose appeal the paragraph tells, where a sentence behind upholds the form."""
    if not _UPHOLDS.search(before):
        return None
    told = list(_APPEAL.finditer(seen, opened, sentence.start))
    return Span(*told[-1].span("person")) if told else None
