"""Findings under headings: each block with the sort and the level of the heading that rules it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from loaders.block_sorts import introduced, labelled, sort_within
from loaders.blocks import Block
from loaders.contents import content_sort
from loaders.headings import CLOSING, TITLES, is_label, is_matter, level_of, sort_of
from loaders.matters import ASIDE, is_of_session, matter
from loaders.model import Finding, Span
from loaders.openings import asks, introduced_sort

_ADDRESSEE = re.compile(r"(?:đối với|với|về phía|cấp|kiến nghị|đề nghị|đề xuất)\s")


@dataclass(frozen=True, slots=True)
class Section:
    """A heading in force: its rank, and the sort and level of what stands under it."""

    rank: int
    sort: str | None
    level: str | None
    # introduced by a sentence: what follows its points is none of theirs
    listed: bool = False


def under_headings(blocks: Sequence[Block], kind: str) -> Iterator[Finding]:
    """The findings that headings, labels and introducing sentences tell, in order.

    `kind` is `session` for the communiqué of one, `conclusion` for an inspectorate's conclusion.
    """
    stack: list[Section] = []
    index = 0
    while index < len(blocks):
        block = blocks[index]
        if CLOSING.match(block.words) or (kind == "session" and ASIDE.match(block.words)):
            stack = []
            index = _block_end(blocks, index) if CLOSING.match(block.words) else index + 1
            continue
        if whole := _told_whole(blocks, index, kind, stack):
            section, index = whole
            if section.sort:
                yield finding(block, blocks[index - 1], section)
        elif opened := _opening(blocks, index, kind, stack):
            stack = [s for s in stack if s.rank < opened.rank] + [opened]
            index += 1
        else:
            end = _block_end(blocks, index)
            if stack and stack[-1].listed:
                if block.rank == 0:
                    # The list is over.
                    stack.pop()
                end = next((i for i in range(index + 1, end) if blocks[i].rank == 0), end)
            if point := _point(blocks[index:end], _ruling(block, stack)):
                yield point
            index = end


def _told_whole(
    blocks: Sequence[Block], index: int, kind: str, stack: Sequence[Section]
) -> tuple[Section, int] | None:
    """A block that is one finding to its end: a matter of a session, a label, a matter."""
    block = blocks[index]
    if kind == "session" and (told := matter(blocks, index)):
        return Section(block.rank, told[0], None), told[1]
    if sort := labelled(block):
        level = stack[-1].level if stack else None
        return Section(block.rank, sort, level), _block_end(blocks, index)
    if kind == "session" and is_of_session(block):
        return None
    section = _opened(block, blocks, index, stack)
    if section and (sort := _whole(blocks, index, section, stack)):
        return replace(section, sort=sort), _block_end(blocks, index)
    return None


def _opening(
    blocks: Sequence[Block], index: int, kind: str, stack: Sequence[Section]
) -> Section | None:
    """The section that a block opens in a text of this kind."""
    block = blocks[index]
    if kind == "session" and is_of_session(block):
        return Section(block.rank, introduced_sort(block.words.lower()) or "open", None)
    section = _opened(block, blocks, index, stack)
    if section and kind == "conclusion" and _OF_INSPECTING.match(block.words):
        return replace(section, sort="open")
    return section


def _ruling(block: Block, stack: Sequence[Section]) -> Section | None:
    """The section that a block stands in, which is none that a sibling of it opened.

    '2. Công tác đấu thầu' stands beside '1. Ưu điểm', under what was found, good or bad.
    """
    above = [s for s in stack if s.rank < block.rank]
    beside = bool(stack) and stack[-1].rank == block.rank and _is_bare_heading(block)
    if beside and above and above[-1].sort == "open":
        return above[-1]
    return stack[-1] if stack else None


def _point(told: Sequence[Block], section: Section | None) -> Finding | None:
    """The finding that a block with what belongs to it is under its heading."""
    first = told[0]
    if section is None or not section.sort or _is_intro(first):
        return None
    below = told[1:] if _is_bare_heading(first) else ()
    sort = sort_within(first, section.sort, [block.words for block in below or (first,)])
    return finding(first, told[-1], replace(section, sort=sort)) if sort else None


_OF_INSPECTING = re.compile(r"kết\s+quả\s+(?:thanh|kiểm)\s+tra", re.I)


def _is_bare_heading(block: Block) -> bool:
    """'1. Việc lập dự án': what was found stands below it."""
    return 0 < block.rank < 6 and block.is_short and block.words[-1] not in ":,"


def _opened(
    block: Block, blocks: Sequence[Block], index: int, stack: Sequence[Section]
) -> Section | None:
    """The section that a block opens, or None where it is content."""
    following = blocks[index + 1] if index + 1 < len(blocks) else None
    if sort := introduced(blocks, index):
        rank = following.rank - 1 if block.rank == 0 and following else block.rank
        return Section(rank, sort, stack[-1].level if stack else None, listed=block.rank == 0)
    if block.rank == 0 or block.rank >= 6 or not block.is_short:
        return None
    if block.plain and index and blocks[index - 1].words.lower().strip(" :*") in TITLES:
        # 'BÁO CÁO' / 'Công tác thanh tra năm 2013': the title of the whole.
        return Section(block.rank, None, None)
    outer = [s for s in stack if s.rank < block.rank]
    above = outer[-1] if outer else None
    named, sort = sort_of(block.words, block.rank, any(s.sort for s in stack))
    level = level_of(block.words) if _ADDRESSEE.search(block.words.lower()[:40]) else None
    inherited = above.level if above else None
    if named and not _is_point(block, sort, above):
        in_recommendation = (
            above is not None and above.sort == "recommendation" and sort in (None, "result")
        )
        if not in_recommendation:
            return Section(block.rank, sort, level or inherited)
    if block.rank <= 2:
        return Section(block.rank, above.sort if above else None, level)
    if above is None:
        return None
    parts = block.rank < 5 and following is not None and following.rank > block.rank
    if level or parts or block.words.endswith(":"):
        return Section(block.rank, above.sort, level or inherited)
    return None


def _whole(
    blocks: Sequence[Block], index: int, section: Section, stack: Sequence[Section]
) -> str | None:
    """The sort of a numbered heading that is one finding with all that stands under it.

    It names a matter among results or shortcomings ('2. Công tác tuyên truyền'), or of what was
    found, and has no parts that are numbered or labelled themselves.
    """
    block = blocks[index]
    above = [s for s in stack if s.rank < block.rank]
    under = (above[-1].sort if above else None) or "result"
    named = sort_of(block.words, block.rank, told=True)[1]
    if block.rank < 3 or _ADDRESSEE.match(block.words.lower()):
        return None
    if not is_matter(block.words, named):
        return None
    parts = blocks[index + 1 : _block_end(blocks, index)]
    if not parts or any(0 < b.rank < 6 or labelled(b) for b in parts):
        return None
    if under == "open":
        told = " ".join(b.words for b in parts).lower()
        return content_sort(told) if all(b.rank == 0 for b in parts) else None
    if under not in ("result", "shortcoming") or section.sort != under:
        return None
    return None if parts[0].rank >= 6 and _HEADED(parts[0].words) else under


# '- Giám sát chuyên đề: ...': a point with a heading of its own.
_HEADED = re.compile(r"[^:.;,\d]{4,40}:\s").match


def _is_point(block: Block, sort: str | None, above: Section | None) -> bool:
    """'a) Công tác quán triệt' among results is one of them, and opens no section."""
    return block.rank == 5 and sort == "result" and above is not None and above.sort == sort


def _block_end(blocks: Sequence[Block], index: int) -> int:
    """One past the last paragraph of the block that begins at `index`."""
    first = blocks[index]
    end = index + 1
    if first.rank == 0:
        # 'kết quả cụ thể:' with its points below is an introduction, not a block.
        return end
    while end < len(blocks) and (blocks[end].rank == 0 or blocks[end].rank > first.rank):
        if 0 < blocks[end].rank < 6 and is_label(blocks[end].words):
            break
        if blocks[end].rank == 0 and (
            labelled(blocks[end])
            or CLOSING.match(blocks[end].words)
            or introduced(blocks, end) not in (None, "result")
            or (asks(blocks[end].words.lower()) and not _ADDRESSES.match(first.words))
            or _CAUSES.match(blocks[end].words)
        ):
            break
        end += 1
    return end


# '1. Đối với Bảo hiểm xã hội huyện' with what is asked of it below.
_ADDRESSES = re.compile(r"(?:Đối\s+với|Với|Về\s+phía)\s[^:.;]{2,80}\Z")
# 'Nguyên nhân chủ yếu là do ...' behind the points on what lacks.
_CAUSES = re.compile(r"Nguyên\s+nhân\s")


def _is_intro(block: Block) -> bool:
    return block.rank == 0 and (block.words.endswith(":") or len(block.words) < 25)


def finding(first: Block, last: Block, section: Section) -> Finding:
    """The finding of a stretch of blocks, with the sort and the level of its section."""
    heading = Span(first.content, first.span.end)
    return Finding(
        span=Span(first.content, last.span.end),
        heading=heading,
        sort=section.sort or "",
        level=section.level or _addressed_level(first.words),
    )


# 'Với cấp tỉnh: cân đối ngân sách ...'
_ADDRESSED = re.compile(r"(?:đối\s+với|với)\s+[^:.;]{2,60}:", re.I)


def _addressed_level(words: str) -> str | None:
    """The level that a point addresses at its head."""
    addressed = _ADDRESSED.match(words)
    return level_of(addressed[0]) if addressed else None
