"""Which of the instruments that a sentence names stand side by side, and which in a title.

'Thông tư số A hướng dẫn Nghị định số B; Thông tư số C sửa đổi, bổ sung một số điều của Thông tư số
A hết hiệu lực' tells of A and C. A semicolon parts them, or a list of bare names. Behind a title a
comma or 'và' does so for one that came later, since no title names what is not there yet, and for
one of the same kind behind a title that names none of that kind.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.changers import BY, changers_end, year_of_citation
from loaders.model import Citation
from loaders.treatments import ADJOINING
from ontology.iris import instrument_key

# What may stand before an instrument's name to tell which parts of it are meant: 'Khoản 3 Điều 5 và
# Phụ lục II ban hành kèm theo', 'cụm từ “A” bằng cụm từ “B” tại Điều 7 của'.
PARTS = re.compile(
    r"(?:[\s,]|(?:và|của|tại|trong|thuộc|vào|sau(?:\s+đây)?|trước|từ|đến|cho|toàn\s+bộ"
    r"|một\s+(?:số|phần)|các|quy\s+định|nội\s+dung|(?:ban\s+hành\s+)?kèm\s+theo|ban\s+hành\s+theo"
    r"|bao\s+gồm|điểm|khoản|điều|mục|chương|phần|phụ\s+lục|mẫu|biểu|bảng|tiết|đoạn|số|\d{1,3}[a-zđ]?|[IVX]{1,6}"
    r"|[a-zđ]{1,2}\d?|[a-z]?\d[\w./-]{0,12})(?!\w)"
    r"|(?:cụm\s+)?từ\s+“[^”]{1,300}”(?:\s+(?:bằng|thành)\s+(?:cụm\s+)?từ\s+“[^”]{0,300}”)?)*",
    re.I,
)
_JOINT = re.compile(
    rf"(?:(?P<clause>;)\s*(?:và\s)?|,|(?<!\w)và(?!\w))(?P<parts>{PARTS.pattern})\Z", re.I
)
# '(đã được sửa đổi, bổ sung bởi Nghị định số B và Nghị định số C)': those only changed it.
_LISTS_ON = re.compile(r"\s*(?:,|và)?\s*(?:các\s+)?")
_ALIAS = re.compile(r"\(\s*(?:sau|dưới)\s+đây\s+[^()]{0,60}\Z")
_NAMES_A_PART = re.compile(r"\d|“")
_PAGE = re.compile(r"\s*(?:\n\s*\d{1,4})?\s*\n\s*CÔNG BÁO/Số[^\n]*(?:\n\s*\d{1,4}\s*(?=\n))?\s*")
_LONGEST_TITLE = 900


def side_by_side(
    text: str, citations: Sequence[Citation], place: int, stop: int
) -> Iterator[tuple[int, str]]:
    """Where in `citations` those named side by side from `place` on are, up to `stop` in the text.

    Each with the words before it, which tell what part of it is meant; before the first none.
    """
    yield place, ""
    row = _Row(citations[place])
    end = changers_end(text, citations, place)
    for at in range(place + 1, len(citations)):
        citation = citations[at]
        if citation.span.start >= min(stop, end + _LONGEST_TITLE):
            return
        if citation.span.start < end:
            continue
        gap = _PAGE.sub("\n", text[end : citation.span.start])
        end = citation.span.end
        if _ALIAS.search(gap):
            continue
        joint = None if citation.self_reference or _changed_it(row, gap) else _JOINT.search(gap)
        if joint and _is_next(citation, row, joint):
            yield at, joint["parts"]
            row = _Row(citation)
            end = changers_end(text, citations, at)
        else:
            row.is_titled = row.is_titled or citation.kind == row.head.kind
            row.is_near = False


@dataclass(slots=True)
class _Row:
    """The last that stood side by side, and what was named since.

    Whether nothing was, whether its title named one of its kind, and whether what changed it was.
    """

    head: Citation
    is_near: bool = True
    is_titled: bool = False
    is_changed: bool = False


def _changed_it(row: _Row, gap: str) -> bool:
    """Whether the next one is only said to have changed something before it."""
    listed = row.is_changed and _LISTS_ON.fullmatch(gap) is not None
    row.is_changed = listed or BY.search(gap) is not None
    return row.is_changed


def _is_next(citation: Citation, row: _Row, joint: re.Match[str]) -> bool:
    """Whether the words before a citation put it beside the last one that stood so."""
    if joint["clause"]:
        return True
    parts = joint["parts"].strip(" \n,")
    if parts and parts not in ("các", "số", "toàn bộ") and not _NAMES_A_PART.search(parts):
        return False
    if row.is_near and ADJOINING.fullmatch(joint.string, 0, joint.start("parts")):
        return True
    return citation.kind == row.head.kind and (not row.is_titled or is_later(citation, row.head))


def is_later(citation: Citation, before: Citation) -> bool:
    """Whether an instrument is known to have come after another."""
    year, other = year_of_citation(citation), year_of_citation(before)
    if year != other or not year:
        return bool(year and other) and year > other
    key, known = instrument_key(citation.instrument or ""), instrument_key(before.instrument or "")
    if key is None or known is None or (key.owner, key.symbol) != (known.owner, known.symbol):
        return False
    return key.number.isdigit() and known.number.isdigit() and int(key.number) > int(known.number)
