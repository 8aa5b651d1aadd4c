"""The sort of finding that a block tells itself: by its label, its introduction or its words."""

import re
from collections.abc import Sequence

from loaders.blocks import Block
from loaders.contents import SAID_BY, content_sort, tells
from loaders.headings import SORT_WORDS, is_label, sort_of
from loaders.openings import (
    asks,
    introduced_sort,
    opened_sort,
    orders,
    own_sort,
    weighs,
)


def sort_within(block: Block, sort: str, told: Sequence[str]) -> str | None:
    """The sort of a point under a heading: what it asks or explains may be of another sort."""
    words = " ".join(told).lower()
    own = own_sort(words)
    if sort == "open" and _STRIKES.match(words):
        # a decision on discipline is none of what was found
        return None
    if block.rank == 0 and _TO_COME.match(words):
        return None
    if weighs(words):
        return "assessment"
    if asks(words) and sort in ("cause", "shortcoming"):
        return "recommendation"
    if sort in ("open", "assessment") and orders(words):
        return "recommendation"
    if sort == "asks":
        return own if own == "recommendation" else None
    if sort == "open":
        if block.rank == 0 and (opened := opened_sort(words)):
            return opened
        if _STRIVEN.match(words):
            return "assessment"
        telling = block.rank == 0 and tells(words)
        return own or (None if telling else content_sort(words))
    if own and own != "cause" and sort == "assessment":
        return own
    if sort == "result" and words.startswith(("tuy nhiên", "tuy vậy")):
        return "shortcoming" if content_sort(words) == "shortcoming" else sort
    if sort == "assessment" and SAID_BY.match(words):
        # '- Bà A: việc tiếp dân chưa đúng ...': what one of the delegation points out
        return content_sort(words) or sort
    if own == "cause" and sort in ("shortcoming", "assessment"):
        return own
    if sort == "assessment" and opened_sort(words) == "shortcoming":
        return "shortcoming"
    return sort


# 'Thời gian qua, các đơn vị đã có nhiều cố gắng trong triển khai ...'
_STRIVEN = re.compile(r"[^.;:]{0,80}\sđã có (?:nhiều |rất nhiều )?(?:cố gắng|nỗ lực)\s")
# 'Kết quả kiểm tra: chi bộ buông lỏng lãnh đạo': good or bad.
_FOUND = re.compile(
    r"\W{0,3}(?:Kết\s+quả|Qua)\s+(?:giám\s+sát|kiểm\s+tra|thanh\s+tra|khảo\s+sát)\W*\Z"
)
# 'Theo kế hoạch, trong quý IV, Đoàn tiếp tục kiểm tra tại B.': behind what was found, what will be.
_TO_COME = re.compile(
    r"(?:theo (?:kế hoạch|lịch)|dự kiến|thời gian tới)[^.;]{0,120}?(?:sẽ|tiếp tục)"
    r" (?:tiếp tục )?(?:giám sát|kiểm tra|thanh tra|khảo sát|làm việc)(?!\w)"
    r"|[^.,;]{4,80} sẽ (?:tiếp tục |tái )?(?:giám sát|kiểm tra|thanh tra|khảo sát) [^;]*\Z"
)
_STRIKES = re.compile(
    r"(?:khiển trách|cảnh cáo|cách (?:chức|tất|hết|các)|khai trừ|giải tán|(?:thi hành )?kỷ luật)\s"
)


def labelled(block: Block) -> str | None:
    """The sort of a block that begins with its label.

    'b) Hạn chế: Việc công khai chưa kịp thời.'.
    """
    label, colon, rest = block.words.partition(":")
    if not colon or len(label) > 50 or len(rest.strip()) < 20:
        return None
    if _FOUND.match(label):
        return content_sort(rest.strip().lower()) or "result"
    match = SORT_WORDS.match(label.lower().strip("* "))
    if match is None or match.lastgroup in ("none", "asked", "open"):
        return None
    return (
        own_sort(rest.strip().lower()) or "assessment"
        if match.lastgroup == "said"
        else match.lastgroup
    )


def introduced(blocks: Sequence[Block], index: int) -> str | None:
    """The sort of the points below a sentence or a point that introduces them.

    'Đoàn giám sát kiến nghị:', 'Tuy nhiên, còn một số hạn chế sau:', '- Ưu điểm:'.
    """
    block, following = blocks[index], blocks[index + 1 : index + 2]
    if not following or following[0].rank < 3 or not block.words.endswith(":"):
        return None
    if block.rank == 0:
        return introduced_sort(block.words.lower())
    if block.rank < 6 or not is_label(block.words):
        return None
    return sort_of(block.words, block.rank, told=True)[1]
