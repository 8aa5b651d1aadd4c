"""The matters that a session of a commission decides: one finding each, told with its heading."""

import re
from collections.abc import Sequence

from loaders.blocks import Block
from loaders.contents import content_sort
from loaders.headings import CLOSING

_MATTER = re.compile(
    r"(?:qua\s+(?=kiểm|giám))?(?:xem\s+xét|về\s+(?:kết\s+quả|việc\s+(?:thi|kiểm|giám|giải))|giải\s+quyết\s+(?:tố\s+cáo"
    r"|khiếu\s+nại)"
    r"|(?:nghe\s+(?:báo\s+cáo\s+)?)?(?:kết\s+quả\s+)?(?:kiểm\s+tra\s+(?:khi|tài|chấp|việc|dấu)"
    r"|giám\s+sát\s+(?:chuyên|việc|thường))|kết\s+quả\s+(?:kiểm|giám)"
    r"|(?:thi\s+hành|quyết\s+định)\s+kỷ\s+luật|(?:giám\s+sát|kiểm\s+tra)\W*$)",
    re.I,
)
# 'Xem xét, cho ý kiến đối với một số nội dung': nothing is found there.
_OPINION = re.compile(r"[^.:]{0,60}cho\s+ý\s+kiến", re.I)
# 'Cũng tại kỳ họp, ...': no part of the matter before it.
ASIDE = re.compile(r"Cũng\s|Ngoài\s+ra\b|Cùng\s+với\s+(?:các|những)\s")
_LENGTH = 420
_RANK_OF_DASH = 6


def is_of_session(block: Block) -> bool:
    """Whether a block opens a matter of a session."""
    opens = 1 <= block.rank <= 4 and _MATTER.match(block.words) is not None
    return opens and not _OPINION.match(block.words)


def matter(blocks: Sequence[Block], index: int) -> tuple[str | None, int] | None:
    """The sort of the matter that a block opens, and where the matter ends; None for other blocks.

    The sort is None where nothing was found. A matter whose parts are numbered, or whose paragraphs
    open as findings of their own, is none: its parts are read.
    """
    block = blocks[index]
    if not is_of_session(block):
        return None
    end = index + 1
    while end < len(blocks) and _goes_on(blocks[end], block):
        end += 1
    if block.words[-1] in ".;":
        # Told whole in a paragraph of its own: 'Nghe báo cáo giám sát tại A. Hai đơn vị đã ...'.
        return _sort(blocks[index:end]), end
    if block.words[-1] == ":" or len(block.words) > _LENGTH:
        return None
    parts = blocks[index + 1 : end]
    if any(0 < b.rank < _RANK_OF_DASH or _ASKS.match(b.words) for b in parts):
        return None
    if _STRIKES.match(block.words) and _DECIDES.match(_said(parts)):
        return None, end
    return _sort(parts), end


# A decision on discipline is none of what was found.
_STRIKES = re.compile(r"(?:xem\s+xét,?\s+)?(?:quyết\s+định\s+)?thi\s+hành\s+kỷ\s+luật", re.I)
_DECIDES = re.compile(r"(?!.*nhận thấy).*quyết định(?: thi hành kỷ luật|:)", re.S)
# 'Xem xét kết quả giám sát đối với A, UBKT yêu cầu ...': nothing is told of what was found.
_ONLY_ASKS = re.compile(
    r"xem xét kết quả (?:giám sát|kiểm tra)(?:(?!nhận thấy|cho thấy|kết luận| đã ).)*?"
    r"[,;] (?:ubkt|ủy ban kiểm tra)[^.;:,]{0,40} yêu cầu",
    re.S,
)


def _sort(parts: Sequence[Block]) -> str | None:
    said = _said(parts)
    return "recommendation" if _ONLY_ASKS.match(said) else content_sort(said)


# 'UBKT Tỉnh ủy yêu cầu Ban Thường vụ ...': a paragraph of its own.
_ASKS = re.compile(
    r"(?:UBKT|Ủy\s+ban\s+Kiểm\s+tra|Kỳ\s+họp)\s[^.;:]{0,40}?\s?(?:yêu\s+cầu|đề\s+nghị|kiến\s+nghị)\s"
)


def _said(blocks: Sequence[Block]) -> str:
    return " ".join(block.words for block in blocks).lower()


def _goes_on(block: Block, heading: Block) -> bool:
    """Whether a block still belongs to the matter of a heading."""
    other = CLOSING.match(block.words) or ASIDE.match(block.words)
    return not other and (block.rank == 0 or block.rank > heading.rank)
