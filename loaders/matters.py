"""The matters that a session of a commission decides: one finding each, told with its heading."""

import re
from collections.abc import Sequence

from loaders.blocks import Block
from loaders.headings import CLOSING
from loaders.openings import content_sort

_MATTER = re.compile(
    r"(?:xem\s+xét|về\s+(?:kết\s+quả|việc\s+(?:thi|kiểm|giám|giải))|giải\s+quyết\s+(?:tố\s+cáo"
    r"|khiếu\s+nại)"
    r"|(?:nghe\s+(?:báo\s+cáo\s+)?)?(?:kết\s+quả\s+)?(?:kiểm\s+tra\s+(?:khi|tài|chấp|việc|dấu)"
    r"|giám\s+sát\s+(?:chuyên|việc|thường))|kết\s+quả\s+(?:kiểm|giám)"
    r"|(?:thi\s+hành|quyết\s+định)\s+kỷ\s+luật|(?:giám\s+sát|kiểm\s+tra)\W*$)",
    re.I,
)
# 'Xem xét, cho ý kiến đối với một số nội dung': nothing is found there.
_OPINION = re.compile(r"[^.:]{0,60}cho\s+ý\s+kiến", re.I)
_LENGTH = 420
_RANK_OF_DASH = 6


def matter(blocks: Sequence[Block], index: int) -> tuple[str | None, int] | None:
    """The sort of the matter that a block opens, and where the matter ends.

    None for other blocks. The sort is None where nothing was found, or where it has parts of its
    own, which are read as such.
    """
    block = blocks[index]
    if not 1 <= block.rank <= 4 or not _MATTER.match(block.words) or _OPINION.match(block.words):
        return None
    end = index + 1
    while end < len(blocks) and _goes_on(blocks[end], block):
        end += 1
    if block.words[-1] in ".;":
        # Told whole in a paragraph of its own: 'Nghe báo cáo giám sát tại A. Hai đơn vị đã ...'.
        return content_sort(_said(blocks[index:end])), end
    if block.words[-1] == ":" or len(block.words) > _LENGTH:
        return None
    if any(0 < b.rank < _RANK_OF_DASH for b in blocks[index + 1 : end]):
        return None
    return content_sort(_said(blocks[index + 1 : end])), end


def _said(blocks: Sequence[Block]) -> str:
    return " ".join(block.words for block in blocks).lower()


def _goes_on(block: Block, heading: Block) -> bool:
    """Whether a block still belongs to the matter of a heading."""
    other = CLOSING.match(block.words) or re.match(r"(?:Cũng|Ngoài ra)", block.words)
    return not other and (block.rank == 0 or block.rank > heading.rank)
