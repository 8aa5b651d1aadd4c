"""Counts in reports: a number with its unit, what it counts.

Its period and the whole that it is a part of.

Names of lists ('27 biểu hiện', '19 điều'), intervals ('định kỳ 3 tháng'), dates and instrument
numbers are no figures.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.model import Citation, Figure, Span
from loaders.passages import LOWER, Spans, folded, paragraphs, sentences, spaces_folded
from loaders.periods import periods

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
trạm|trụ sở|điểm trường|điểm nóng|phòng học|phòng|tuyến đường|tuyến|cây cầu|cầu|cống|giếng|chợ
  |khóm, ấp|khóm
  |biên bản|hợp đồng|hóa đơn|chứng từ|sổ|tủ|camera|máy tính|cộng tác viên|chức danh|nội dung|vấn đề
  |hạng mục|phần việc|gian hàng|gia đình|tàu|thuyền|lồng bè|ki ốt|quầy|bảng tin|pa nô|khẩu hiệu
  |loại giấy tờ|luật sư|hòa giải viên|bệnh nhân|giường bệnh|sai phạm
km2|km²|km|mét|m2|m²|m3|m³|ha|héc ta|m|tấn|tạ|kg|ngày công|giờ công|điểm phần trăm|cây|con|chiếc
  |máy|xe
  |thửa đất|thửa|lô đất|lô
"""
_ALTERNATION = "|".join(
    re.escape(unit.strip()).replace(r"\ ", r"\s{1,3}")
    for unit in sorted(_UNITS.replace("\n", "|").split("|"), key=len, reverse=True)
    if unit.strip()
)
_NUMBER = r"\d{1,3}(?:\.\d{3}){1,4}(?:,\d{1,3})?|\d{1,9}(?:,\d{1,4})?"
# '151  đơn thư'  '1/23 vụ việc'  '42,1 tỷ đồng'  '1.472 lượt tổ chức Đảng'  '100% các xã'
_COUNTED = re.compile(
    rf"(?<![\w/.,-])(?P<number>{_NUMBER})(?:/(?P<of>{_NUMBER}))?(?:\s{{0,3}}(?P<percent>%)"
    rf"|\s{{1,3}}(?:\(\w+\)\s)?(?P<unit>{_ALTERNATION})(?!\w))",
    re.I,
)
# Another noun behind a number of the style of reports ('08 biên chế', '112 món vay') is a unit too;
# words of time, of grammar and names of lists are none.
_NO_UNIT = (
    r"ngày|tháng(?!\stù)|năm(?!\stù)|tuần|giờ|phút|giây|quý|điều|mục|chương|biểu|nguyên|bước|nhóm"
    r"|và|đến|tới|của|trong"
    r"|ngoài|là|có|được|đã|sẽ|theo|về|tại|do|từ|cho|trên|dưới|so|với|bằng|để|ở|mặt|chuyên|giải"
    r"|trở|hoặc|hay|thì|mà|nên"
    r"|thuộc|gồm|vào|ra|lên|xuống|nhằm|không|chưa|còn|cùng|như|khi|nếu|vì|bị|đối(?!\stượng)|tính"
    r"|kể|tăng"
    r"|giảm|chiếm|đạt|vừa|mới"
    r"|đảng|đầu|cuối|sau|trước|giữa|nói|nêu|tuổi|phần"
)
_OPEN = re.compile(
    rf"(?<![\w/.,-])(?P<number>{_NUMBER})(?P<of>)(?P<percent>)"
    rf"\s{{1,3}}(?P<unit>(?!(?:{_NO_UNIT})(?!\w))"
    rf"[{LOWER}]+(?:\s(?!(?:{_NO_UNIT})(?!\w))[{LOWER}]+(?=\s*[,;.)]|\Z))?)(?!\w)"
)
# 'tố cáo 02, kiến nghị, phản ánh 04', 'chi bộ quyết định 19, đảng ủy cơ sở 08': numbers that share
# the unit told before.
_PARALLEL = re.compile(
    rf"(?<=[{LOWER}])(?<!số)\s:?\s?(?P<number>0\d|[1-9]\d{{1,2}}|\d{{1,3}}(?:\.\d{{3}})+"
    rf"|[1-9])(?=\s*(?:[,.](?!\d)|[;)]|\Z))"
)
_NO_COUNT = re.compile(
    r"(?:tổ(?:\s+dân\s+phố)?|thôn|ấp|bản|khu|phố|phường|quận|xã|lớp|loại|cấp|hạng|đợt|lần|bước"
    r"|mức|vòng|nhóm|số"
    r"|đội|đoàn|bộ|ban|công\s+ty|tháng|năm|ngày|quý|tài\s+khoản|điện\s+thoại|mã|tiểu\s+khu|lô|kỳ"
    r"|nghiệp\s+vụ|chương\s+trình|đề\s+án|quốc\s+lộ|và|hoặc|hay|đến|từ|các)\Z",
    re.I,
)
_WORD_VALUES = {
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
_IN_WORDS = re.compile(
    r"(?:kỷ luật|khiển trách|cảnh cáo|cách chức|khai trừ|kiểm tra|giám sát|thanh tra|tổ chức"
    r"|tiến hành|thực hiện|tiếp nhận|giải quyết|đối với)"
    rf"\s(?P<word>{'|'.join(_WORD_VALUES)})\s(?P<unit>{_TALLY_UNITS})(?!\w)"
)
_FORMS = (
    r"khiển\s+trách|cảnh\s+cáo|cách\s+chức|khai\s+trừ|giải\s+tán|giáng\s+chức|hạ\s+bậc\s+lương"
    r"|buộc\s+thôi\s+việc"
)
# 'khiển trách 28 (chiếm 45%), cảnh cáo 21, khai trừ ra khỏi Đảng: 12': the unit stands in the
# whole before it.
_BARE = re.compile(
    rf"(?P<form>{_FORMS})(?:\s(?:ra\s)?khỏi\s(?:Đ"
    rf"|đ)ảng)?\s?:?\s(?P<number>{_NUMBER})(?!\s?%)(?![\w/]|\s{{0,3}}(?:{_ALTERNATION})(?!\w))",
    re.I,
)
_FORM = re.compile(_FORMS, re.I)
# Without one of these words no form of discipline is named.
_FORM_HINT = re.compile(r"trách|cáo|chức|trừ|tán|lương|việc|TRÁCH|CÁO|CHỨC|TRỪ")
_PETITION = re.compile(r"tố\s+cáo|khiếu\s+nại|kiến\s+nghị|phản\s+ánh", re.I)
# A number after one of these words names or dates something.
_NAMED = re.compile(
    r"(?:(?<!tổng )\bsố|Điều|điều|khoản|(?<!kiểm )điểm|Mục|mục|Phụ lục|phụ lục|Bảng|Biểu|khóa"
    r"|khoá|thứ|năm"
    r"|Năm|ngày"
    r"|Ngày|tháng|Tháng|quý|Quý"
    r"|Chương|Phần|Mẫu|mẫu|lần thứ|nhiệm kỳ|giai đoạn|Covid|COVID|TW|Trung ương|Quốc lộ"
    r"|[-/])\s{0,3}\Z"
)
_YEAR_RANGE = re.compile(r"(?:19|20)\d\d\s{0,2}[-,và]{1,2}\s{0,2}\Z")
_INTERVAL = re.compile(r"(?:định kỳ|mỗi|hằng|hàng|cứ)\s(?:\w+\s){0,3}\Z")
_WINDOW = 80


def figures(text: str, citations: Sequence[Citation], skip: Sequence[Span]) -> tuple[Figure, ...]:
    """All counts of a report in reading order.

    Without those in `skip` and inside the names of instruments.
    """
    seen = folded(text)
    barred = Spans([*skip, *(citation.span for citation in citations)])
    found: list[Figure] = []
    for paragraph in paragraphs(seen):
        if barred.overlaps(paragraph.start, paragraph.start + 1):
            continue
        for sentence in sentences(seen, paragraph):
            found.extend(_of_sentence(seen, sentence, barred))
    return tuple(found)


def _of_sentence(text: str, sentence: Span, barred: Spans) -> list[Figure]:
    counted = [
        figure
        for figure in sorted(_counted(text, sentence), key=lambda f: f.span)
        if not barred.overlaps(figure.span.start, figure.span.end)
    ]
    if not counted:
        return []
    # 'từ năm 2019 đến nay' has no end that the text states, so it is no period of a count.
    stated = [p.interval for p in periods(text, sentence, None) if p.end and not p.daily]
    period = stated[0] if len(set(stated)) == 1 else None
    wholes = _wholes(text, sentence, counted)
    units = _inherited_units(text, sentence, counted)
    return [
        replace(figure, unit=unit, period=period, part_of=whole)
        for figure, whole, unit in zip(counted, wholes, units, strict=True)
    ]


_MEMBERS = re.compile(
    r"đảng viên|tổ chức đảng|tổ chức cơ sở đảng|cấp ủy viên|đồng chí|cán bộ", re.I
)


def _inherited_units(text: str, sentence: Span, counted: Sequence[Figure]) -> list[str]:
    """The unit of each figure; 'khiển trách 28' takes that of the whole before it.

    Or the last word for members.
    """
    units, current = [], ""
    for figure in counted:
        if not figure.unit and not figure.form:
            units.append(current or "trường hợp")
            continue
        if not figure.unit:
            words = _MEMBERS.findall(text, sentence.start, figure.span.start)
            units.append(words[-1].lower() if words else current or "đảng viên")
            continue
        units.append(figure.unit)
        current = figure.unit if figure.unit != "%" else current
    return units


def _counted(text: str, sentence: Span) -> Iterator[Figure]:
    """The figures of a sentence in any order; a figure without its own unit has an empty one."""
    for match in _numbers(text, sentence):
        before = text[max(sentence.start, match.start() - 24) : match.start()]
        if _NAMED.search(before) or _YEAR_RANGE.search(before) or _INTERVAL.search(before):
            continue
        number, unit = (
            match["number"],
            " ".join((match["percent"] or match["unit"]).split()).lower(),
        )
        if match.re is _OPEN and _NO_COUNT.search(before.rstrip()):
            continue
        if (
            not match["percent"]
            and _is_year(number)
            and match["unit"].lower() not in ("đồng", "người", "hộ")
        ):
            continue
        yield _figure(text, sentence, Span(*match.span()), _value(number), unit)
    yield from _sharing(text, sentence)
    for match in _IN_WORDS.finditer(text, sentence.start, sentence.end):
        value = float(_WORD_VALUES[match["word"]])
        yield _figure(text, sentence, Span(match.start("word"), match.end()), value, match["unit"])
    if not _FORM_HINT.search(text, sentence.start, sentence.end):
        return
    for match in _BARE.finditer(text, sentence.start, sentence.end):
        yield _figure(
            text,
            sentence,
            Span(match.start("form"), match.end("number")),
            _value(match["number"]),
            "",
        )


def _sharing(text: str, sentence: Span) -> Iterator[Figure]:
    """Numbers that stand bare behind what they count, in a list that told its unit before."""
    first = _COUNTED.search(text, sentence.start, sentence.end)
    if first and first["percent"]:
        return
    bare = [
        match
        for match in _PARALLEL.finditer(
            text, first.end() if first else sentence.start, sentence.end
        )
        if _is_shared(text, sentence, match)
    ]
    # Without a unit in the sentence only a list of such numbers goes on from the one before.
    for match in bare if first or len(bare) > 2 else ():
        span = Span(match.start("number"), match.end("number"))
        yield _figure(text, sentence, span, _value(match["number"]), "")


def _is_shared(text: str, sentence: Span, match: re.Match[str]) -> bool:
    before = text[max(sentence.start, match.start() - 24) : match.start("number")]
    named = _NAMED.search(before) or _NO_COUNT.search(before.rstrip(" :"))
    return not (named or _FORM.search(before[-14:]) or _is_year(match["number"]))


_DIGITS = re.compile(r"\d+")


def _numbers(text: str, sentence: Span) -> Iterator[re.Match[str]]:
    """The counted numbers; only where digits begin is the long list of units tried."""
    at = sentence.start
    for digits in _DIGITS.finditer(text, sentence.start, sentence.end):
        if digits.start() < at:
            continue
        match = _COUNTED.match(text, digits.start(), sentence.end) or _OPEN.match(
            text, digits.start(), sentence.end
        )
        if match:
            at = match.end()
            yield match


def _is_year(number: str) -> bool:
    return len(number) == 4 and "1945" <= number <= "2045"


def _value(number: str) -> float:
    """The number in Vietnamese style: points part thousands, a comma opens the decimals.

    >>> _value("22.004,14"), _value("08")
    (22004.14, 8.0)
    """
    return float(number.replace(".", "").replace(",", "."))


def _figure(text: str, sentence: Span, span: Span, value: float, unit: str) -> Figure:
    before = _clause_before(text, sentence, span.start)
    after = _clause_after(text, sentence, span.end)
    form = _FORM.search(text, span.start, span.end) or _last(_FORM, before)
    petition = _PETITION.search(unit + " " + after[:40]) or _last(_PETITION, before)
    is_petition = (
        unit.startswith(("đơn thư", "đơn", "lượt đơn", "vụ", "ý kiến", "kiến nghị"))
        and unit != "đơn vị"
    )
    return Figure(
        span=span,
        value=value,
        unit=unit,
        what=_what(before, after, form),
        period=None,
        form=" ".join(form[0].lower().split()) if form and unit != "%" else None,
        petition=" ".join(petition[0].lower().split()) if petition and is_petition else None,
    )


def _last(pattern: re.Pattern[str], words: str) -> re.Match[str] | None:
    """The last match that stands close to the number: at most some four words lie between."""
    found = None
    for match in pattern.finditer(words):
        found = match
    return found if found and len(words) - found.end() <= 24 else None


def _what(before: str, after: str, form: re.Match[str] | None) -> str | None:
    """What is counted: the form of discipline, else the words that follow the unit.

    Else those before the number.
    """
    if form:
        return " ".join(form[0].lower().split())
    following, preceding = spaces_folded(after), spaces_folded(before)
    return following or preceding or None


_STOP_AFTER = re.compile(r"[,;.:()\[\]\n]|\s(?:và|trong đó|đã|đều|được|bị|với|do|tại|so với)\s")
_STOP_BEFORE = re.compile(r"[,;.:()\[\]\n]|\s(?:đã|có|được|là|gồm|trong đó)\s")


def _clause_after(text: str, sentence: Span, start: int) -> str:
    end = min(sentence.end, start + _WINDOW)
    stop = _STOP_AFTER.search(text, start, end)
    return text[start : stop.start() if stop else end]


def _clause_before(text: str, sentence: Span, end: int) -> str:
    start = max(sentence.start, end - _WINDOW)
    words = text[start:end]
    for match in _STOP_BEFORE.finditer(text, start, end):
        words = text[match.end() : end]
    return words


_PART = re.compile(r"trong\sđó|gồm\scó|\bgồm\b|bao gồm", re.I)


def _wholes(text: str, sentence: Span, counted: Sequence[Figure]) -> list[int | None]:
    """For each figure the start of its whole.

    The last one before its bracket or before 'trong đó'.
    """
    opened: list[int | None] = []
    wholes: list[int | None] = []
    current: int | None = None
    previous: Figure | None = None
    at = sentence.start
    for figure in counted:
        for mark in re.finditer(r"[()]|" + _PART.pattern, text[at : figure.span.start], re.I):
            last = previous.span.start if previous and previous.unit != "%" else None
            if mark[0] == "(":
                opened.append(current)
                current = last if last is not None else current
            elif mark[0] == ")":
                current = opened.pop() if opened else None
            elif last is not None and not (opened and current == last):
                current = last
        wholes.append(current if current != figure.span.start else None)
        at, previous = max(at, figure.span.end), figure
    return wholes
