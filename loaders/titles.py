"""What a text calls itself under its number: the kind on its line, and what it is about."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import takewhile

from loaders.casing import MARKS
from loaders.enacting import is_issuing_line, opens_text
from loaders.issuers import UPPER
from loaders.kind_words import kind_of, label, other_name
from loaders.letterheads import COLUMN
from ontology import authority
from ontology.numbers import parse

_KIND_WITHIN = 3000
# 'KẾT LUẬN THANH TRA', 'THÔNG CÁO BÁO CHÍ', 'KẾ HOẠCH LIÊN TỊCH', 'THÔNG BÁO KẾT LUẬN KIỂM TRA'
_OF_CONCLUSION = re.compile(r"THÔNG BÁO(?=\s+(?:Ý KIẾN\s+)?KẾT LUẬN)")
_QUALIFIER = re.compile(
    r"(?<=THÔNG BÁO)\s+(?:Ý KIẾN\s+)?KẾT LUẬN(?:\s+(?:THANH TRA|KIỂM TRA|GIÁM SÁT))?\Z"
    r"|(?<=\w)\s+(?:THANH TRA|KIỂM TRA|GIÁM SÁT|BÁO CHÍ|PHỐI HỢP|HÀNH ĐỘNG|LIÊN TỊCH"
    r"|LÀM VIỆC|THẨM TRA|CÔNG TÁC)\Z"
)


def kind_line(text: str, start: int, number: str | None) -> tuple[str, int, str | None] | None:
    """The kind printed on its line, where the title begins, and its other name.

    A line that goes on behind the kind, or one in small letters, must fit the number's symbol:
    'BÁO CÁO KẾT QUẢ GIÁM SÁT' under '12/BC-MTTQ', 'Thông báo' under '5-TB/ĐU'.
    """
    for at, line in _lines(text, start):
        bare = line.strip(MARKS + "0123456789")
        kind = kind_of(bare) or kind_of(_QUALIFIER.sub("", bare)) if bare.isupper() else None
        if kind and kind != "Văn bản hợp nhất":
            notice = _OF_CONCLUSION.search(line)
            return kind, at + (notice.end() if notice else len(line)), other_name(bare)
    parts = parse(number) if number else None
    fitting = _opening(parts.symbol) if parts and parts.symbol else None
    for at, line in _lines(text, start) if fitting else ():
        found = fitting.match(line) if fitting else None
        if found and (found["kind"].isupper() or not line[found.end() :].strip(MARKS)):
            printed = found["kind"]
            kind = kind_of(printed) or kind_of(_QUALIFIER.sub("", printed.upper()))
            return kind or label(printed), at + found.end(), other_name(printed)
    return None


def _lines(text: str, start: int) -> Iterator[tuple[int, str]]:
    """The lines in which a kind may stand, each with its place."""
    for line in text[start : start + _KIND_WITHIN].split("\n"):
        yield start, line
        start += len(line) + 1


@cache
def _opening(symbol: str) -> re.Pattern[str] | None:
    """A line that begins with a kind of this symbol."""
    known = {symbol, symbol.removesuffix("LT")}
    kinds = (each for each in authority.kinds() if known & {*each.symbols})
    names = sorted((name for k in kinds for name in (k.label, *k.alternatives)), key=len)
    words = "|".join(re.escape(each) for each in reversed(names)).replace(r"\ ", r"\s+")
    return (
        re.compile(rf"[{re.escape(MARKS)}]*(?P<kind>(?:{words})(?:\s+LIÊN TỊCH)?)(?!\w)", re.I)
        if names
        else None
    )


_RULE = re.compile(r"[-_*–—\s]{3,}\Z")
# A title that breaks off after one of these words goes on below the blank line.
_UNFINISHED = re.compile(r"(?:của|về|với|và|theo|cho|tại|trong|do|các|thuộc|số)\Z")
_TITLE_STOP = re.compile(
    r"(?:-\s*)?(?:Căn\s+cứ|Kính\s+gửi|Xét|Điều\s+1|Chương\s+I\b|Phần\s+|I\.|1\.|\(|Độc lập)"
)
# A title may open with these words; on a later line they begin the preamble.
_LATER_STOP = re.compile(r"(?:Thực\s+hiện|Theo|Để|Trong|Từ|Ngày)\s|(?:Hôm\s+nay|Năm\s+\d{4})[\s,]")
# 'Thông tư số 34/2019/TT-BLĐTBXH ngày 30 tháng 12 năm 2019 ... được sửa đổi, bổ sung bởi:' opens a
# consolidated text.
_BASE_ACT = re.compile(
    r"(?:Thông\s+tư|Nghị\s+định|Quyết\s+định|Pháp\s+lệnh|Bộ\s+luật|Luật"
    r"|Nghị\s+quyết)\s.{0,160}?\d+/"
)
# 'CỦA BAN THƯỜNG VỤ HUYỆN ỦY' between the kind and what it is about.
_WHOSE = re.compile(r"CỦA\s(?:BAN|ỦY BAN|UBND|HĐND|HỘI ĐỒNG|THƯỜNG TRỰC|BỘ|ĐẢNG ỦY)\b[^a-z]*\Z")


def title(text: str, start: int, consolidated: bool = False) -> str | None:
    """The lines from where the kind ends, joined, up to a rule, the preamble or a blank line.

    Small letters below a blank line go on: 'kết luận của đồng chí X', 'tại buổi làm việc với Y'.
    """
    lines: list[str] = []
    blank = False
    for line in text[start : start + 2500].split("\n"):
        bare = line.strip(MARKS + "\r")
        if not bare:
            blank = bool(lines)
            continue
        if blank and not (bare[0].islower() or _UNFINISHED.search(lines[-1])):
            break
        if _RULE.match(bare):
            if lines:
                break
            continue
        if _ends_title(bare, lines) or (consolidated and _BASE_ACT.match(bare)):
            break
        if lines and _WHOSE.match(lines[0]) and not bare.isupper():
            lines.clear()
        lines.append(bare)
        blank = False
    return _sentence(" ".join(line.lower() if line.isupper() else line for line in lines))


def _ends_title(line: str, lines: list[str]) -> bool:
    """Whether a line stands behind the title whose lines are given."""
    if _TITLE_STOP.match(line):
        return True
    if not lines:
        return False
    if _LATER_STOP.match(line) or is_issuing_line(line) or opens_text(line):
        return True
    return line.isupper() and not line[0].isdigit() and not lines[0].isupper()


def _sentence(words: str) -> str | None:
    """A title with its first letter large."""
    joined = " ".join(words.split())
    return joined[0].upper() + joined[1:] if joined else None


# A letter prints no kind: 'V/v báo cáo kết quả thi đua' under its number, and whom it addresses.
_ABOUT = r"(?:[Vv]/[vV]:?|Về việc:?)\s"
_LETTER = re.compile(
    rf"[^\n]*(?:\n(?![ \t|*]*{_ABOUT})[^\n]*){{0,6}}\n[ \t|*]*{_ABOUT}"
    r"(?P<about>[^\n]+(?:\n[^\n:]+){0,6})"
)
_LETTER_HEAD = 1200
# Where columns were copied one below the other the right one follows.
_ABOUT_STOP = re.compile(
    rf"CỘNG H(?:ÒA|OÀ) XÃ|ĐẢNG CỘNG SẢN|Độc lập|Kính gửi|[-_*–—]{{3,}}|[{UPPER}][^\n,\d]*, ngày\s"
)


def letter_about(text: str, written: str, start: int, stop: int | None) -> str | None:
    """What a letter is about, behind 'V/v'; None where there is none or nobody is addressed.

    The text is a letter only if these words stand above the line of any kind, at `stop`.
    """
    stop = start + _LETTER_HEAD if stop is None else stop
    found = _LETTER.match(text, start, stop)
    if found is None or text.find("Kính gửi", found.start("about"), stop) < 0:
        return None
    lines = written[slice(*found.span("about"))].split("\n")
    left = (COLUMN.split(line.strip(MARKS), maxsplit=1)[0].strip(MARKS) for line in lines)
    own = takewhile(lambda line: line and not _ABOUT_STOP.match(line), left)
    return _sentence(" ".join(own))


def is_letter(text: str, number: str, start: int) -> bool:
    """Whether 'Kính gửi' follows a number of letters, '15-CV/HU', without a word on its matter."""
    parts = parse(number)
    addressed = text.find("Kính gửi", start, start + _LETTER_HEAD) >= 0
    return addressed and parts is not None and parts.symbol == "CV"
