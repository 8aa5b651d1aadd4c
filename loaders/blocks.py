"""The blocks of a report: its paragraphs with their marks, and which of them are headings."""

import re
from dataclasses import dataclass

from loaders.headings import is_label
from loaders.model import Span
from loaders.passages import Spans, paragraphs


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph with its mark: rank 0 none, 1 part, 2 roman, 3 arabic, 4 dotted, 5 letter.

    6 dash or star, 7 plus; `plain` where only its letters make it a heading.
    """

    span: Span
    content: int
    rank: int
    words: str
    plain: bool = False

    @property
    def is_short(self) -> bool:
        """Whether it may be a heading: short and not closed as a sentence."""
        return len(self.words) <= 160 and not self.words.endswith((".", ";"))


# 'I- KẾT QUẢ'  'PHẦN II: ...'  'B. HẠN CHẾ'  'Thứ ba, tồn tại và nguyên nhân'  '1. Đối với cấp
# huyện'  '1/ ...'  '1.2. ...'  'a) ...'  'a- ...'  '- Công tác'  '* Ý kiến của Đoàn:'  '+ ...'
_MARK = re.compile(
    r"""[#*_\s]*(?:
      (?P<part>(?:PHẦN|Phần)\s+(?:THỨ\s+\w+\b|thứ\s+\w+\b|[IVX]{1,5}|\d{1,2}
        |[A-DĐ](?=\s?[.:)/–-]))\s?[.:)/–-]?|[A-HĐ]\s?[.:)/–-]-?(?!c\s))(?=\s|\*|[^\W\d_]|\Z)
    | (?P<roman>(?:MỤC|Mục)\s+(?:THỨ\s+\w+\b|thứ\s+\w+\b|[IVX]{1,5}|\d{1,2}
        |[A-DĐ](?=\s?[.:)/–-]))\s?[.:)/–-]?
        |[IVX]{1,5}\s?[.:)/–-]-?|Điều\s\d{1,3}\s?[.:])(?=\s|\*|[^\W\d_]|\Z)
    | (?P<ordinal>Thứ\s+(?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)\s?[,:.]\s
        (?=[^\n]{2,100}(?<![.;,])\Z))
    | (?P<dotted>(?:\d{1,2}|[A-DĐ])(?:\.\d{1,2}){1,3}\s?[.:)/–-]?-?)(?=\s|\*)
    | (?P<arabic>\(?\d{1,2}\s?[.:)/–-]-?)(?=\s|\*|[^\W\d_])
    | (?P<letter>\(?[a-zđ]\s?[).]|[a-zđ]\s?[-–/]|\([ivx]{1,4}\))(?=\s)
    | (?P<starred>(?<!\*)\*(?=\s+[^\s*][^\n]{2,80}:\s*\Z))
    | (?P<dash>[-–—•●▪◦])(?=\s|[^\W\d_])
    | (?P<star>(?<!\*)\*(?=\s+\S[^\n]*[.;](?:\n|\Z)))
    | (?P<plus>[+])(?=\s|[^\W\d_])
    )[*_\s]*""",
    re.X,
)
_RANKS = {
    "part": 1,
    "roman": 2,
    "ordinal": 2,
    "arabic": 3,
    "dotted": 4,
    "letter": 5,
    "starred": 5,
    "dash": 6,
    "star": 6,
    "plus": 7,
}


def blocks(text: str, skip: Spans) -> list[Block]:
    """The paragraphs of a text that say something, each with its mark."""
    found = []
    above = 0
    for span in paragraphs(text):
        if skip.overlaps(span.start, span.start + 1):
            continue
        mark = _MARK.match(text, span.start, span.end)
        content = mark.end() if mark else span.start
        words = text[content : span.end].strip("#*_ ")
        rank = _RANKS[mark.lastgroup] if mark and mark.lastgroup else 0
        plain = rank == 0 and _is_plain_heading(text, span)
        if plain:
            # 'Phần thứ nhất' / 'KẾT QUẢ GIÁM SÁT': the mark stands on a line of its own.
            rank = above or _RANKS["roman"]
            content += len(text[content : span.end]) - len(text[content : span.end].lstrip("#*_ "))
        if words:
            found.append(Block(span, content, rank, words, plain))
        above = rank if not words and mark else 0
    return found


def _is_plain_heading(text: str, span: Span) -> bool:
    """An upper-case, bold or Markdown line that carries no number.

    'TỒN TẠI, HẠN CHẾ', '**Kiến nghị**', '## Kết quả'.
    """
    words = text[span.start : span.end]
    if len(words) > 120 or words.endswith((".", ";", ",")):
        return False
    bold = words.startswith("**") and words.rstrip(":").endswith("**")
    plain = words.strip("#*_: ")
    return bold or words.startswith("#") or (plain.isupper() and len(plain) > 6) or is_label(plain)
