"""Instruments cited by name: laws, the Constitution, charters, plenums and congresses."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from loaders.completion import completed, whole_name
from loaders.issuers import UPPER
from loaders.kind_words import KindWords, label
from loaders.law_names import laws
from loaders.model import Citation, Span
from loaders.plenums import plenums

_CHARTER: Final = re.compile(
    r"(?<!\w)Điều\s{1,3}lệ\s{1,3}(?:Đảng(?:\s{1,3}Cộng\s{1,3}sản\s{1,3}Việt\s{1,3}Nam)?(?!\s{1,3}bộ)"
    r"|(?:Mặt\s{1,3}trận\s{1,3}Tổ\s{1,3}quốc|MTTQ)\s{1,3}Việt\s{1,3}Nam"
    r"|Công\s{1,3}đoàn(?:\s{1,3}Việt\s{1,3}Nam)?|Hội\s{1,3}(?:Nông\s{1,3}dân|CCB|LHPN|Luật\s{1,3}gia"
    r"|Cựu\s{1,3}chiến\s{1,3}binh|Chữ\s{1,3}thập\s{1,3}đỏ|Người\s{1,3}cao\s{1,3}tuổi|Nhà\s{1,3}báo"
    r"|Khuyến\s{1,3}học|Sinh\s{1,3}viên|Liên\s{1,3}hiệp\s{1,3}(?:Phụ\s{1,3}nữ|Thanh\s{1,3}niên)"
    r")(?:\s{1,3}Việt\s{1,3}Nam)?"
    # 'Điều lệ Hội' of the association whose text it is
    rf"|Hội(?!\s{{1,3}}(?:[{UPPER}]|đồng|nghị|viên))"
    r"|Đoàn(?:\s{1,3}TNCS\s{1,3}Hồ\s{1,3}Chí\s{1,3}Minh)?)(?!\w)"
    # 'Điều lệ và các quy định của Đảng': the charter by its bare name, told by the Party that
    # follows.
    r"|(?<=[;,] )Điều\s{1,3}lệ(?=\s{1,3}và\s{1,3}các\s[^.;\n]{3,40}\scủa\s{1,3}Đảng)"
)
_CONSTITUTION: Final = re.compile(
    r"(?<!\w)Hiến\s{1,3}pháp(?:\s{1,3}nước\s{1,3}Cộng\s{1,3}h(?:òa"
    r"|oà)\s{1,3}xã\s{1,3}hội\s{1,3}chủ\s{1,3}nghĩa\s{1,3}Việt\s{1,3}Nam)?"
    r"(?:\s{1,3}(?:năm\s{1,3})?(?P<year>1946|1959|1980|1992|2013)(?!\d))?(?!\w)"
)
# 'Căn cứ Quy chế làm việc của Ban Chấp hành Trung ương, Bộ Chính trị và Ban Bí thư khóa XIII;'
_BASIS_NAME: Final = re.compile(
    r"C(?<!\wC)ăn\s{1,3}cứ\s{1,3}(?P<name>(?P<kind>Quy\s{1,3}chế|Điều\s{1,3}lệ"
    r"|Chương\s{1,3}trình|Nội\s{1,3}quy)\s{1,3}(?:[^;.\d]|(?<=kỳ )\d{4}\s?-\s?\d{4}){8,240}?)"
    r"(?=\s{0,3}(?:;|\.?\s*\n\s*(?:\n|\\?-|Căn|Xét|Theo)))"
)
# 'Ban hành kèm theo Quyết định này Quy chế bồi dưỡng, giảng dạy của trung tâm chính trị xã, phường,
# đặc khu.'
_PROMULGATED: Final = re.compile(
    r"(?<!\w)[Bb]an\s{1,3}hành\s{1,3}(?:kèm\s{1,3}theo\s{1,3}(?:Quyết|Nghị"
    r"|Thông)\s{1,3}(?:định|quyết|tư)\s{1,3}này\s{1,3})(?:bản\s{1,3})?"
    r"[“\"]?(?P<name>(?P<kind>Quy\s{1,3}(?:chế|định|trình)|Điều\s{1,3}lệ|Kế\s{1,3}hoạch"
    r"|Chương\s{1,3}trình|Hướng\s{1,3}dẫn|Đề\s{1,3}án"
    r"|Chiến\s{1,3}lược)\s{1,3}[^;.]{8,300}?)(?=[”\"]?\s{0,3}[.;:])"
)


def named(text: str, words: KindWords, numbered: Sequence[Citation]) -> Iterator[Citation]:
    """Citations by name, in no promised order; they may overlap numbered ones, which win."""
    yield from plenums(text, words)
    for match in (*_promulgated(text, words), *_on_bases(text, words)):
        yield whole_name(text, match.start("name"), match.end("name"), label(match["kind"]))
    for match in words.matches(_CHARTER, "Đ"):
        span = Span(match.start(), match.end())
        yield completed(text, span.start, span, "Điều lệ", None)
    for match in words.matches(_CONSTITUTION, "H"):
        yield _constitution(text, match)
    yield from laws(text, words, numbered)


def _on_bases(text: str, words: KindWords) -> Iterator[re.Match[str]]:
    end = 0
    for word in words.bases:
        if word.start() >= end and (match := _BASIS_NAME.match(text, word.start())):
            end = match.end()
            yield match


def _promulgated(text: str, words: KindWords) -> Iterator[re.Match[str]]:
    for word in words.before_this:
        start = text.rfind("an hành", max(0, word.start() - 24), word.start()) - 1
        if start >= 0 and (match := _PROMULGATED.match(text, start)):
            yield match


def _constitution(text: str, match: re.Match[str]) -> Citation:
    return whole_name(text, match.start(), match.end(), "Hiến pháp", match["year"])
