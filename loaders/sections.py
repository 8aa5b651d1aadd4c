"""Findings: results, shortcomings, causes, recommendations and assessments.

By the headings or the openings of paragraphs.

One finding is one dashed or numbered block, from its heading to the end of its last paragraph;
without such marks one paragraph. The sort comes from the nearest heading above that names one ('II-
TỒN TẠI, HẠN CHẾ').
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from loaders.blocks import Block, blocks
from loaders.causes import with_causes
from loaders.headings import SORT_WORDS, level_of, sort_of
from loaders.model import Body, Citation, Finding, Span
from loaders.openings import content_sort, free_sort, opened_sort, own_sort, tells
from loaders.passages import Spans, folded
from loaders.places import Home
from loaders.units import bodies_in

_NAMED_WITHIN = 300
_ADDRESSEE = re.compile(r"(?:đối với|với|về phía|cấp|kiến nghị|đề nghị|đề xuất)\s")


def findings(
    text: str, citations: Sequence[Citation], home: Home | None, skip: Sequence[Span]
) -> tuple[Finding, ...]:
    """All findings of a report, by its headings or, where it has none.

    By its paragraphs' openings.
    """
    seen = folded(text)
    marked = blocks(seen, Spans(skip))
    found = with_causes(seen, _found(seen, marked))
    return tuple(
        replace(
            finding,
            about=_about(finding.span, citations),
            units=_units(seen, finding.span, home) if home else (),
        )
        for finding in found
    )


def _found(seen: str, blocks: Sequence[Block]) -> tuple[Finding, ...]:
    """The findings under headings; labels alone ('Nguyên nhân: ...') leave the rest to openings."""
    head = seen[:_HEAD]
    kind = "session" if _SESSION.search(head) else "conclusion" if _CONCLUDES.search(head) else ""
    headed = tuple(_under_headings(blocks, kind))
    labels = {block.content for block in blocks if block.rank == 0 and _labelled(block)}
    if any(finding.span.start not in labels for finding in headed):
        return headed
    taken = {finding.span.start for finding in headed}
    opened = [f for f in _by_openings(seen, blocks) if f.span.start not in taken]
    return tuple(sorted([*headed, *opened], key=lambda finding: finding.span.start))


def _units(text: str, span: Span, home: Home) -> tuple[Body, ...]:
    """The local bodies that the finding names first: those it speaks of."""
    named = bodies_in(text, Span(span.start, min(span.end, span.start + _NAMED_WITHIN)), home)
    return tuple(body for body in named if body.place)


def _about(span: Span, citations: Sequence[Citation]) -> tuple[str, ...]:
    cited = [
        c.instrument for c in citations if span.start <= c.span.start < span.end and c.instrument
    ]
    return tuple(dict.fromkeys(cited))


@dataclass(frozen=True, slots=True)
class _Section:
    """A heading in force: its rank, and the sort and level of what stands under it."""

    rank: int
    sort: str | None
    level: str | None


# The head of a communiqué of a session: 'Kỳ họp thứ 31 của Ủy ban Kiểm tra Tỉnh ủy'.
_SESSION = re.compile(r"kỳ\s+họp", re.I)
_HEAD = 1200
# The head of a conclusion: its 'Kết quả thanh tra' holds what was found, good or bad.
_CONCLUDES = re.compile(r"KẾT LUẬN\s+(?:THANH|KIỂM)\s+TRA")
# A matter of the session: one finding, from its heading on.
_MATTER = re.compile(
    r"(?:xem\s+xét|về\s+(?:kết\s+quả|việc\s+(?:thi|kiểm|giám|giải))|giải\s+quyết\s+(?:tố\s+cáo"
    r"|khiếu\s+nại)"
    r"|kết\s+quả\s+(?:kiểm|giám)|(?:thi\s+hành|quyết\s+định)\s+kỷ\s+luật|kiểm\s+tra\s+(?:khi|tài"
    r"|chấp|việc)"
    r"|giám\s+sát\s+(?:chuyên|việc|thường)|(?:giám\s+sát|kiểm\s+tra)\W*$)",
    re.I,
)
_MATTER_LENGTH = 420
_RANK_OF_DASH = 6


def _matter(blocks: Sequence[Block], index: int) -> tuple[Finding | None, int] | None:
    """The finding of a matter of a session, and where the matter ends; None for other blocks."""
    block = blocks[index]
    heads = 1 <= block.rank <= 4 and len(block.words) <= _MATTER_LENGTH
    if not heads or block.words[-1] in ".;:" or not _MATTER.match(block.words):
        return None
    end = index + 1
    while end < len(blocks) and _goes_on(blocks[end], block):
        end += 1
    if any(0 < b.rank < _RANK_OF_DASH for b in blocks[index + 1 : end]):
        return None
    sort = content_sort(" ".join(b.words for b in blocks[index + 1 : end]).lower())
    if sort is None or end == index + 1:
        return None, end
    return _finding(block, blocks[end - 1], _Section(block.rank, sort, None)), end


def _goes_on(block: Block, heading: Block) -> bool:
    """Whether a block still belongs to the matter of a heading."""
    other = _CLOSING.match(block.words) or re.match(r"(?:Cũng|Ngoài ra)", block.words)
    return not other and (block.rank == 0 or block.rank > heading.rank)


def _under_headings(blocks: Sequence[Block], kind: str) -> Iterator[Finding]:
    stack: list[_Section] = []
    index = 0
    while index < len(blocks):
        block = blocks[index]
        if _CLOSING.match(block.words):
            stack = []
            index = _block_end(blocks, index)
            continue
        if kind == "session" and (matter := _matter(blocks, index)):
            finding, index = matter
            if finding:
                yield finding
            continue
        if sort := _labelled(block):
            end = _block_end(blocks, index)
            level = stack[-1].level if stack else None
            yield _finding(block, blocks[end - 1], _Section(block.rank, sort, level))
            index = end
            continue
        section = _opened(block, blocks, index, stack)
        if section is not None:
            if kind == "conclusion" and _OF_INSPECTING.match(block.words):
                section = replace(section, sort="open")
            stack = [s for s in stack if s.rank < section.rank] + [section]
            index += 1
            continue
        current = stack[-1] if stack else None
        end = _block_end(blocks, index)
        if current and current.sort and not _is_intro(block):
            sort = _sort_within(block, current.sort)
            if sort:
                yield _finding(block, blocks[end - 1], replace(current, sort=sort))
        index = end


_OF_INSPECTING = re.compile(r"kết\s+quả\s+(?:thanh|kiểm)\s+tra", re.I)


def _sort_within(block: Block, sort: str) -> str | None:
    """The sort of a point under a heading: what it asks or explains may be of another sort."""
    words = block.words.lower()
    own = own_sort(words)
    if sort == "open":
        return own or content_sort(words)
    if own == "recommendation" and sort == "assessment":
        return own
    if own == "cause" and sort in ("shortcoming", "assessment"):
        return own
    return sort


def _labelled(block: Block) -> str | None:
    """The sort of a block that begins with its label.

    'b) Hạn chế: Việc công khai chưa kịp thời.'.
    """
    label, colon, rest = block.words.partition(":")
    if not colon or len(label) > 50 or len(rest.strip()) < 20:
        return None
    match = SORT_WORDS.match(label.lower().strip("* "))
    return match.lastgroup if match and match.lastgroup not in ("none", "asked", "open") else None


def _opened(
    block: Block, blocks: Sequence[Block], index: int, stack: Sequence[_Section]
) -> _Section | None:
    """The section that a block opens, or None where it is content."""
    if block.rank == 0 or block.rank >= 6 or not block.is_short:
        return None
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
            return _Section(block.rank, sort, level or inherited)
    if block.rank <= 2:
        return _Section(block.rank, above.sort if above else None, level)
    if above is None:
        return None
    following = blocks[index + 1] if index + 1 < len(blocks) else None
    parts = block.rank < 5 and following is not None and following.rank > block.rank
    if level or parts or block.words.endswith(":"):
        return _Section(block.rank, above.sort, level or inherited)
    return None


def _is_point(block: Block, sort: str | None, above: _Section | None) -> bool:
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
        if blocks[end].rank == 0 and (_labelled(blocks[end]) or _CLOSING.match(blocks[end].words)):
            break
        end += 1
    return end


def _is_intro(block: Block) -> bool:
    return block.rank == 0 and (block.words.endswith(":") or len(block.words) < 25)


def _finding(first: Block, last: Block, section: _Section) -> Finding:
    heading = Span(first.content, first.span.end)
    return Finding(
        span=Span(first.content, last.span.end),
        heading=heading,
        sort=section.sort or "",
        level=section.level or _addressed_level(first.words),
    )


# Who gets the text and who signs it: nothing is found there.
_CLOSING = re.compile(
    r"(?:Nơi\s+nhận|Kính\s+gửi|(?:T/M|TM\.?|K/T|KT\.|T/L|TL\.|Q\.)\s+[A-ZĐỦ]{2}"
    r"|[TXĐ]\w+\s+đây\s+là\s+"
    r"(?:báo\s+cáo|kết\s+quả|thông\s+báo|kết\s+luận|toàn\s+bộ))|Biên\s+bản\s+(?:lập|kết\s+thúc"
    r"|được)"
)
# 'Với cấp tỉnh: cân đối ngân sách ...'
_ADDRESSED = re.compile(r"(?:đối\s+với|với)\s+[^:.;]{2,60}:", re.I)


def _addressed_level(words: str) -> str | None:
    """The level that a point addresses at its head."""
    addressed = _ADDRESSED.match(words)
    return level_of(addressed[0]) if addressed else None


def _by_openings(text: str, blocks: Sequence[Block]) -> Iterator[Finding]:
    """Findings of a report without headings.

    Only where it tells of an inspection, one a paragraph; behind the telling also paragraphs that
    open with none of the usual words.
    """
    told = False
    for index, block in enumerate(blocks):
        words = block.words[:420].lower()
        if len(words) >= _SENTENCE and (index or words.endswith(".")):
            sort = opened_sort(words) or (free_sort(words) if told else None)
            if sort and (told or _INSPECTING.search(text[:6000])):
                yield _finding(block, block, _Section(0, sort, level_of(words[:80])))
        told = told or tells(words)


# Shorter paragraphs are captions, bylines and greetings.
_SENTENCE = 40
_INSPECTING = re.compile(r"giám sát|kiểm tra|thanh tra|kỷ luật")
