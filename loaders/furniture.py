"""Lines of a page that are no content: menus, buttons, gazette headers, weather, other articles.

A line is furniture only as a whole.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from loaders.anchors import positions
from loaders.model import Span
from loaders.passages import lowered
from loaders.timestamps import moment

# The imprint of a site; in official texts such lines are part of a form.
_IMPRINT = re.compile(
    r"""(?:cơ\ quan\ chủ\ quản|giấy\ phép(?:\ (?:số|hoạt\ động|xuất\ bản|thiết\ lập).{0,8})?
      |chịu\ trách\ nhiệm\ (?:chính|nội\ dung)
      |tổng\ biên\ tập|thiết\ kế(?:\ và\ phát\ triển)?\ bởi|phát\ triển\ bởi|ghi\ rõ\ nguồn
      |(?:địa\ chỉ|trụ\ sở|điện\ thoại|đt|hotline|fax|email|thư\ điện\ tử|website)\s*:)
    .{0,160}""",
    re.X,
)
# One whole line each; the longest real one is a breadcrumb. All compared in small letters.
_FURNITURE = re.compile(
    r"""(?:
      (?:trang\ chủ|home)(?:\s*(?:[>/|»].*)?)?
    | (?:a\s?[-+]\s?){1,3}
    | (?:in|gửi|lưu)\ (?:bài(?:\ viết)?|trang|tin|email|mail|cho\ bạn\ bè)(?:\ (?:này|viết))?
    | bản\ in|print|chia\ sẻ(?:\ ?:?\ (?:bài\ viết|lên|qua|facebook|zalo|twitter|:).{0,40})?
      |share.{0,30}|tweet|copy\ link|sao\ chép\ liên\ kết
    | (?:facebook|zalo|twitter|google\+?|youtube|tiktok|messenger|email
      |linkedin)(?:[\s,|/]+(?:facebook|zalo|twitter|google\+?|youtube|email))*
    | theo\ dõi\ .{0,60}(?:google\ news|zalo|facebook|youtube).{0,20}
    | nghe\ (?:bài\ viết|đọc\ bài|audio|nội\ dung).{0,20}|đọc\ bài\ viết|\(?nghe\)?
    | (?:bình\ luận|ý\ kiến(?:\ bạn\ đọc)?|phản\ hồi|comments?)(?:\s*\(\d*\)?|\s*:?\s*\d*)?
    | (?:gửi|viết)\ (?:bình\ luận|ý\ kiến|phản\ hồi).{0,40}|ý\ kiến\ của\ bạn.{0,30}
      |mời\ bạn\ (?:nhập|gửi).{0,60}
    | (?:số\ |tổng\ (?:số\ )?)?(?:lượt|số\ lần)\ (?:xem|truy\ cập|đọc|tải|view).{0,40}
      |lượt\ xem.{0,20}|views?\s*:?.{0,12}
    | (?:đang\ )?(?:trực\ tuyến|online)\s*:?\s*[\d.,]*|(?:hôm\ nay|hôm\ qua|tuần\ này|tháng\ này
      |tháng\ trước|tất\ cả|tổng\ truy\ cập)\s*:?\s*[\d.,]+
    | thống\ kê\ truy\ cập.{0,20}|đánh\ giá\ bài\ viết.{0,40}|bạn\ đánh\ giá.{0,60}
      |click\ để\ đánh\ giá.{0,30}
    | (?:đăng\ nhập|đăng\ ký|đăng\ xuất|liên\ hệ|sơ\ đồ\ (?:trang|cổng|website).{0,20}|rss|english
      |tiếng\ việt|tìm\ kiếm|menu|giới\ thiệu|tin\ tức|thư\ viện\ (?:ảnh|video)
      |hỏi\ đáp)(?:\s*\|.{0,80})?
    | (?:về\ (?:trang\ (?:trước|chủ)|đầu\ trang)|lên\ đầu\ trang|quay\ lại|trở\ (?:về|lại)
      |back\ to\ top|lên\ top)
    | (?:xem|đọc)\ (?:thêm|tiếp|tất\ cả|chi\ tiết)\s*[»>.…:+]*
    | liên\ kết\ (?:hữu\ ích|website|web|trang).{0,30}|các\ (?:liên\ kết|chuyên\ mục).{0,30}
    | (?:từ\ khóa|tags?|chủ\ đề|chuyên\ mục|thẻ)\s*:.{0,200}|tags?
    | (?:bản\ quyền|copyright|©|\(c\)\s).{0,160}
    | chấp\ nhận\ (?:tất\ cả|cookie).{0,20}
    | quảng\ cáo|advertisement|thời\ tiết.{0,30}|tỷ\ giá.{0,30}|giá\ vàng.{0,30}|lịch\ âm.{0,20}
    | (?:chọn\ )?(?:ngôn\ ngữ|giao\ diện|tương\ phản|đọc\ bài|font).{0,20}|print
      |leftcenterrightdel|detailcontroller
    | độ\ ẩm\b.{0,90}|tốc\ độ\ gió\b.{0,60}
    | (?:tệp|file|tài\ liệu)\ đính\ kèm\s*:?.{0,80}|tải\ (?:về|xuống|file).{0,60}
    | \[?\s*(?:ẩn|hiện|đóng|mở\ rộng|thu\ gọn)\s*\]?|(?:trang\s)?\d{1,3}\s?/\s?\d{1,4}
      |trang\ \d{1,4}
    )""",
    re.X,
)
# What may stand anywhere in a line, sought only where its letters are.
_HINTS = (">", "»", "›", "cookie", "cỡ chữ", "all rights", "áp suất", "°", "º", "oc", "o c")
_AROUND = re.compile(
    r".{0,90}(?:>>|»|\s›\s|\s>\s).{0,110}|.{0,80}\bcookies?\b.{0,160}"
    r"|(?:[\d:/,.\s-]{0,30}|.{0,60}\|\s*)(?:xem (?:với )?)?cỡ chữ.{0,20}"
    r"|.{0,40}all rights reserved.{0,60}|.{0,30}áp suất không khí.{0,60}"
    r"|.{0,20}\d{1,2}\s?(?:o|°|º)\s?c\b.{0,90}"
)


def furniture(
    text: str, lines: Sequence[Span], official: bool, running: Sequence[Span] = ()
) -> tuple[Span, ...]:
    """All lines of furniture, sorted and disjoint; `running` are those that the layout shows.

    In an official text only lines near head and end are looked at one by one.
    """
    near = [*lines[:_HEAD_LINES], *lines[_HEAD_LINES:][-_TAIL_LINES:]] if official else lines
    low = lowered(text)
    return _merged(
        [
            *running,
            *_marked(low, near, official),
            *_related(low, near),
            *_gazette(text),
            *_stamps(text),
        ]
    )


_HEAD_LINES, _TAIL_LINES = 15, 25


def _marked(text: str, lines: Sequence[Span], official: bool) -> Iterator[Span]:
    """Lines that are furniture by their own words."""
    hints = tuple(filter(text.__contains__, _HINTS))
    for line in lines:
        if line.end - line.start > 240:
            continue
        content = text[line.start : line.end].strip("#*_[]() ")
        if " | " not in content:
            if _is_furniture(content.strip(), official, hints):
                yield line
        elif _is_known(content, hints) or all(
            _is_furniture(part.strip(), official, hints) for part in content.split(" | ")
        ):
            yield line


def _is_furniture(content: str, official: bool, hints: tuple[str, ...]) -> bool:
    return _is_known(content, hints) or (not official and _is_imprint(content))


def _is_known(content: str, hints: tuple[str, ...]) -> bool:
    return _FURNITURE.fullmatch(content) is not None or (
        any(map(content.__contains__, hints)) and _AROUND.fullmatch(content) is not None
    )


def _is_imprint(content: str) -> bool:
    stamped = len(content) <= 120 and moment(content) is not None
    return stamped or _IMPRINT.fullmatch(content) is not None


_RELATED = re.compile(
    r"(?:các )?(?:tin|bài|bài viết|tin bài|tin tức|văn bản)(?:,? (?:tin|bài|bài viết))? (?:khác"
    r"|liên quan|mới(?: nhất| hơn)?|cũ hơn|cùng (?:chuyên mục|loại|chủ đề)"
    r"|đã đưa(?: ngày)?|đọc nhiều(?: nhất)?|xem nhiều(?: nhất)?|nổi bật|tiêu điểm)\s*:?"
    r"|có thể bạn quan tâm|đọc nhiều|tin nóng"
    r"|những tin (?:mới|cũ) hơn|cùng chuyên mục|các tin đã đưa ngày\s*:?"
)


def _related(text: str, lines: Sequence[Span]) -> Iterator[Span]:
    """The list of other articles that closes a page.

    Its heading, and what follows as long as the lines are short.
    """
    for index, line in enumerate(lines):
        if line.end - line.start > 60:
            continue
        if not _RELATED.fullmatch(text[line.start : line.end].strip("#*_ ")):
            continue
        yield line
        for following in lines[index + 1 :]:
            if following.end - following.start > 260:
                break
            yield following


_GAZETTE = re.compile(
    r"[ \t]*(?:\d{1,4}[ \t]+)?CÔNG BÁO\s?/\s?Số[^\n]{1,60}/\s?Ngày[^\n]{1,24}(?=\n|\Z)"
    r"(?:\n[ \t]*\d{1,4}[ \t]*(?=\n|\Z))?"
)
# A page number stands alone on its line beside a form feed or the break of a page.
_PAGE_NUMBER = re.compile(
    r"\f[ \t]*\d{1,4}[ \t]*$|^[ \t]*(?:-[ \t]?)?\d{1,4}(?:[ \t]?-)?[ \t]*\n?\f", re.M
)


def _gazette(text: str) -> Iterator[Span]:
    """Running headers of the official gazette with their page numbers.

    And page numbers at form feeds.
    """
    yield from _at_line_starts(_GAZETTE, text, positions(text, "CÔNG BÁO"))
    if "\f" in text:
        yield from (_trimmed(text, *match.span()) for match in _PAGE_NUMBER.finditer(text))


_STAMP = re.compile(
    r"[ \t]*(?:Người ký|Ký bởi|Ký số bởi|Signed by|Digitally signed by)[ \t]*:[^\n]{0,120}"
    r"(?:\n[ \t]*(?:Email|Cơ quan|Thời gian ký|Ngày ký|Date|Tổ chức|Lý do|Reason"
    r"|Location)[ \t]*:[^\n]{0,120}){0,5}"
)


def _stamps(text: str) -> Iterator[Span]:
    """The visible part of an electronic signature, as PDF extraction prints it."""
    for pattern in _STAMPS:
        yield from _at_line_starts(_STAMP, text, (each.start() for each in pattern.finditer(text)))


# One a first letter, which the engine skips to.
_STAMPS = tuple(
    map(
        re.compile,
        ("N(?=gười ký)", "K(?=ý (?:số )?bởi)", "S(?=igned by)", "D(?=igitally signed by)"),
    )
)
# A header's line begins with its page number or with nothing.
_INDENT = 40


def _at_line_starts(pattern: re.Pattern[str], text: str, opened: Iterable[int]) -> Iterator[Span]:
    """What the pattern matches from the start of each line that is opened at these places."""
    for position in opened:
        start = text.rfind("\n", max(0, position - _INDENT), position) + 1
        if (start or position < _INDENT) and (match := pattern.match(text, start)):
            yield _trimmed(text, *match.span())


def _trimmed(text: str, start: int, end: int) -> Span:
    content = text[start:end]
    return Span(
        start + len(content) - len(content.lstrip()), end - len(content) + len(content.rstrip())
    )


def _merged(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Sorted, and without those that lie in an earlier one."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        if span.start < span.end and not (kept and span.start < kept[-1].end):
            kept.append(span)
    return tuple(kept)
