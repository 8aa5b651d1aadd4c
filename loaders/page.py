"""What a page says of itself, and which of its lines are furniture.

Menus, buttons, gazette headers, weather.

Furniture is kept in the text and never read as content. A line is furniture only as a whole.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.dates import iso
from loaders.model import Span
from loaders.passages import UPPER, folded, paragraphs, spaces_folded

# Shorter repetitions are formulas ('Độc lập - Tự do - Hạnh phúc'), not a passage printed twice.
_REPEATED_LENGTH = 80
_HEAD, _TAIL = 4000, 3000


@dataclass(frozen=True, slots=True)
class Page:
    """Title, time and author as the page gives them.

    With its furniture and its repeated passages.
    """

    title: str | None
    published: str | None
    author: str | None
    url: str | None
    boilerplate: tuple[Span, ...]
    repeated: tuple[Span, ...]


def page(text: str, running: Sequence[Span] = ()) -> Page:
    """Everything that the page says of itself.

    Title, time and author only where it is not an official text. `running` are the headers and
    page numbers that the layout of a PDF shows.
    """
    seen = folded(text)
    lines = _lines(seen)
    furniture = _merged(
        [
            *running,
            *_marked(seen, lines),
            *_related(seen, lines),
            *_gazette(seen),
            *_stamps(seen),
        ]
    )
    official = _is_official(seen)
    stamp = None if official else _published(seen, lines)
    title = None if official else _title(text, lines, furniture, stamp)
    return Page(
        title=title,
        published=stamp[1] if stamp else None,
        author=None if official else _author(text, lines, furniture),
        url=None,
        boilerplate=furniture,
        repeated=_repeated(text, furniture),
    )


def _lines(text: str) -> tuple[Span, ...]:
    """The non-empty lines without their surrounding white space."""
    return tuple(Span(*match.span()) for match in re.finditer(r"[^\s](?:[^\n]*[^\s])?", text))


# A letterhead or a list of recipients: the text is an instrument or an official report, not a
# page of news.
_OFFICIAL = re.compile(
    r"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM|^\W*ĐẢNG CỘNG SẢN\s{1,3}VIỆT NAM|^\W*Nơi nhận\W"
    r"|^\W*CÔNG BÁO/Số",
    re.M,
)


def _is_official(text: str) -> bool:
    return bool(_OFFICIAL.search(text, 0, _HEAD)) or bool(
        re.compile(r"^\W*Nơi nhận\W", re.M).search(text, max(0, len(text) - _TAIL))
    )


# The imprint of a site; in official texts such lines are part of a form.
_IMPRINT = re.compile(
    r"""(?:cơ\ quan\ chủ\ quản|giấy\ phép(?:\ (?:số|hoạt\ động|xuất\ bản|thiết\ lập).{0,8})?
      |chịu\ trách\ nhiệm\ (?:chính|nội\ dung)
      |tổng\ biên\ tập|thiết\ kế(?:\ và\ phát\ triển)?\ bởi|phát\ triển\ bởi|ghi\ rõ\ nguồn
      |(?:địa\ chỉ|trụ\ sở|điện\ thoại|đt|hotline|fax|email|thư\ điện\ tử|website)\s*:)
    .{0,160}""",
    re.X | re.I,
)
# One whole line each; the longest real one is a breadcrumb. Compared without case.
_FURNITURE = re.compile(
    r"""(?:
      (?:trang\ chủ|home)(?:\s*(?:[>/|»].*)?)?
    | .{0,90}(?:>>|»|\s›\s|\s>\s).{0,110}
    | (?:[\d:/,.\s-]{0,30}|.{0,60}\|\s*)(?:xem\ (?:với\ )?)?cỡ\ chữ.{0,20}
    | (?:a\s?[-+]\s?){1,3}
    | (?:in|gửi|lưu)\ (?:bài(?:\ viết)?|trang|tin|email|mail|cho\ bạn\ bè)(?:\ (?:này|viết))?
    | bản\ in|print|chia\ sẻ(?:\ (?:bài\ viết|lên|qua|facebook|zalo|twitter|:).{0,40})?
      |share.{0,30}|tweet|copy\ link|sao\ chép\ liên\ kết
    | (?:facebook|zalo|twitter|google\+?|youtube|tiktok|messenger|email
      |linkedin)(?:[\s,|/]+(?:facebook|zalo|twitter|google\+?|youtube|email))*
    | theo\ dõi\ .{0,60}(?:google\ news|zalo|facebook|youtube).{0,20}
    | nghe\ (?:bài\ viết|đọc\ bài|audio|nội\ dung).{0,20}|đọc\ bài\ viết|\(?nghe\)?
    | (?:bình\ luận|ý\ kiến(?:\ bạn\ đọc)?|phản\ hồi|comments?)(?:\s*\(\d*\)|\s*:?\s*\d*)?
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
    | (?:bản\ quyền|copyright|©|\(c\)\s).{0,160}|.{0,40}all\ rights\ reserved.{0,60}
    | .{0,80}\bcookies?\b.{0,160}|chấp\ nhận\ (?:tất\ cả|cookie).{0,20}
    | quảng\ cáo|advertisement|thời\ tiết.{0,30}|tỷ\ giá.{0,30}|giá\ vàng.{0,30}|lịch\ âm.{0,20}
    | (?:chọn\ )?(?:ngôn\ ngữ|giao\ diện|tương\ phản|đọc\ bài|font).{0,20}|print
      |leftcenterrightdel|detailcontroller
    | .{0,20}\d{1,2}\s?(?:o|°|º)\s?c\b.{0,90}
    | độ\ ẩm\b.{0,90}|tốc\ độ\ gió\b.{0,60}|.{0,30}áp\ suất\ không\ khí.{0,60}
    | (?:tệp|file|tài\ liệu)\ đính\ kèm\s*:?.{0,80}|tải\ (?:về|xuống|file).{0,60}
    | \[?\s*(?:ẩn|hiện|đóng|mở\ rộng|thu\ gọn)\s*\]?|(?:trang\s)?\d{1,3}\s?/\s?\d{1,4}
      |trang\ \d{1,4}
    )""",
    re.X | re.I,
)

# '08/09/2021 09:33:23'   'Cập nhật lúc: 09:24 |23/07/2014'   'Thứ hai - 21/10/2019 14:58'
# '10/07/2018 | 12:04 PM'
_CLOCK = re.compile(
    r"\b([01]?\d|2[0-3])\s?[:hg]\s?([0-5]\d)(?:\s?:\s?([0-5]\d))?(?!\d)\s?([AaPp][Mm]\b)?"
)
_DAY = re.compile(
    r"(?<![\d/])(\d{1,2})\s?(?:[/.-]|tháng)\s?(\d{1,2})\s?(?:[/.-]|năm)\s?((?:19|20)\d\d)(?!\d)"
)
_LABELS = re.compile(
    r"(?:[\W\d_]|thứ\s\w+|chủ nhật|cập nhật|ngày|đăng|xuất bản|lúc|vào|hồi|thời gian|date|gmt|ict"
    r"|am|pm|xem|với|cỡ|chữ|google"
    r"|phút|giờ|lần cuối|hôm nay|posted|post|on|by|admin|lượt|đọc|tháng|năm|sáng|chiều|tối|nguồn"
    r"|a\b)*",
    re.I,
)


def _published(text: str, lines: Sequence[Span]) -> tuple[Span, str] | None:
    """The line near the head that is a time stamp and nothing else, with its ISO time."""
    for line in lines[:40]:
        if line.end - line.start > 160 or line.start > _HEAD:
            continue
        moment = _moment(text[line.start : line.end])
        if moment:
            return line, moment
    return None


def _moment(line: str) -> str | None:
    """`2021-09-08T09:33:23` from a line that holds a date, perhaps a time.

    And only words of a stamp.

    >>> _moment("Cập nhật lúc: 09:24 |23/07/2014")
    '2014-07-23T09:24:00'

    """
    day = _DAY.search(line)
    date = iso(int(day[1]), int(day[2]), int(day[3])) if day else None
    if day is None or date is None:
        return None
    rest = line[: day.start()] + " " + line[day.end() :]
    # 'Mai Lan | 08/09/2021': an author may stand before the bar.
    rest = rest.split("|")[-1] if "|" in rest and len(rest.split("|")[0]) < 40 else rest
    clock = _CLOCK.search(line[: day.start()] + " " * len(day[0]) + line[day.end() :])
    if not _LABELS.fullmatch(rest):
        return None
    if clock is None:
        return date if re.search(r"đăng|cập nhật|thứ|date|chủ nhật|\A\W*\d", line, re.I) else None
    hour = int(clock[1]) + (12 if (clock[4] or "").lower() == "pm" and int(clock[1]) < 12 else 0)
    return f"{date}T{hour:02d}:{clock[2]}:{clock[3] or '00'}"


def _title(
    text: str, lines: Sequence[Span], furniture: Sequence[Span], stamp: tuple[Span, str] | None
) -> str | None:
    """The line before the time stamp, or the first line of a page that begins with a heading."""
    marked = {span.start for span in furniture}
    content = [
        line for line in lines[:30] if line.start not in marked and line.end - line.start > 12
    ]
    if stamp:
        before = [line for line in content if line.end <= stamp[0].start]
        after = [line for line in content if line.start >= stamp[0].end]
        chosen = before[-1:] or after[:1]
    else:
        chosen = content[:1]
    if not chosen or chosen[0].end - chosen[0].start > 320:
        return None
    title = " ".join(text[chosen[0].start : chosen[0].end].strip("#* ").split())
    heads_page = (
        stamp is not None or text[chosen[0].start] == "#" or not title.endswith((".", ";", ":"))
    )
    return title if heads_page else None


_AUTHOR_LABEL = re.compile(
    r"(?:Tác giả|Bài(?: và|,|, và)? ảnh|Tin(?:,| và)?(?: bài,?)? ảnh|Bài|Tin|Theo|Người viết"
    r"|Nguồn tin)\s*:\s*(.{2,60})"
)
_NAME_ONLY = re.compile(
    rf"(?:[{UPPER}][\w.]*\.?)(?: [{UPPER}][\w.]*){{0,4}}(?:(?:,| -| –"
    rf"| \() ?[{UPPER}][^.;:]{{1,50}})?"
)


def _author(text: str, lines: Sequence[Span], furniture: Sequence[Span]) -> str | None:
    """The byline: a labelled line, or the short line of names that closes the article."""
    marked = {span.start for span in furniture}
    content = [line for line in lines if line.start not in marked]
    for line in content[-12:]:
        label = _AUTHOR_LABEL.fullmatch(text, line.start, line.end)
        if label:
            return " ".join(label[1].split())
    if len(content) < 3:
        return None
    last = text[content[-1].start : content[-1].end].strip("*_ ")
    before = text[content[-2].start : content[-2].end].rstrip('*_ "”')
    return (
        last if len(last) < 60 and _NAME_ONLY.fullmatch(last) and before[-1:] in ".…/!?" else None
    )


def _marked(text: str, lines: Sequence[Span]) -> Iterator[Span]:
    """Lines that are furniture by their own words.

    In official texts only those near head and end.
    """
    official = _is_official(text)
    near = [*lines[:15], *lines[15:][-25:]] if official else lines
    for line in near:
        if line.end - line.start > 240:
            continue
        content = text[line.start : line.end].strip("#*_[]() ")
        if _FURNITURE.fullmatch(content) or (not official and _is_imprint(content)):
            yield line


def _is_imprint(content: str) -> bool:
    moment = len(content) <= 120 and _moment(content)
    return bool(moment) or bool(_IMPRINT.fullmatch(content))


_RELATED = re.compile(
    r"(?:các )?(?:tin|bài|bài viết|tin bài|tin tức|văn bản)(?:,? (?:tin|bài|bài viết))? (?:khác"
    r"|liên quan|mới(?: nhất| hơn)?|cũ hơn|cùng (?:chuyên mục|loại|chủ đề)"
    r"|đã đưa(?: ngày)?|đọc nhiều(?: nhất)?|xem nhiều(?: nhất)?|nổi bật|tiêu điểm)\s*:?"
    r"|có thể bạn quan tâm|đọc nhiều|tin nóng"
    r"|những tin (?:mới|cũ) hơn|cùng chuyên mục|các tin đã đưa ngày\s*:?",
    re.I,
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
    r"^[ \t]*(?:\d{1,4}[ \t]+)?CÔNG BÁO\s?/\s?Số[^\n]{1,60}/\s?Ngày[^\n]{1,24}$(?:\n[ \t]*\d{1,"
    r"4}[ \t]*$)?",
    re.M,
)
# A page number stands alone on its line beside a form feed or the break of a page.
_PAGE_NUMBER = re.compile(
    r"\f[ \t]*\d{1,4}[ \t]*$|^[ \t]*(?:-[ \t]?)?\d{1,4}(?:[ \t]?-)?[ \t]*\n?\f", re.M
)


def _gazette(text: str) -> Iterator[Span]:
    """Running headers of the official gazette with their page numbers.

    And page numbers at form feeds.
    """
    for pattern, mark in ((_GAZETTE, "CÔNG BÁO"), (_PAGE_NUMBER, "\f")):
        if mark in text:
            yield from (_trimmed(text, *match.span()) for match in pattern.finditer(text))


_STAMP = re.compile(
    r"^[ \t]*(?:Người ký|Ký bởi|Ký số bởi|Signed by|Digitally signed by)[ \t]*:[^\n]{0,120}"
    r"(?:\n[ \t]*(?:Email|Cơ quan|Thời gian ký|Ngày ký|Date|Tổ chức|Lý do|Reason"
    r"|Location)[ \t]*:[^\n]{0,120}){0,5}",
    re.M,
)


def _stamps(text: str) -> Iterator[Span]:
    """The visible part of an electronic signature, as PDF extraction prints it."""
    if "ký" in text or "ign" in text:
        yield from (_trimmed(text, *match.span()) for match in _STAMP.finditer(text))


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


def _repeated(text: str, furniture: Sequence[Span]) -> tuple[Span, ...]:
    """The second and later print of a long paragraph."""
    marked = {span.start for span in furniture}
    seen: set[str] = set()
    found = []
    for paragraph in paragraphs(text):
        if paragraph.end - paragraph.start < _REPEATED_LENGTH or paragraph.start in marked:
            continue
        passage = spaces_folded(text[paragraph.start : paragraph.end])
        if passage in seen:
            found.append(paragraph)
        seen.add(passage)
    return tuple(found)
