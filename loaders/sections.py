"""Findings: results, shortcomings, causes, recommendations and assessments.

By the headings or the openings of paragraphs.

One finding is one dashed or numbered block, from its heading to the end of its last paragraph;
without such marks one paragraph. The sort comes from the nearest heading above that names one ('II-
TỒN TẠI, HẠN CHẾ').
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.block_sorts import introduced
from loaders.blocks import Block, blocks
from loaders.causes import with_causes
from loaders.contents import free_sort, tells
from loaders.headed import Section, finding, under_headings
from loaders.headings import CLOSING, level_of, sort_of
from loaders.joined_bodies import bodies_in
from loaders.model import Body, Citation, Finding, Span
from loaders.openings import opened_sort
from loaders.passages import Spans, folded
from loaders.places import Home

_NAMED_WITHIN = 300


def findings(
    text: str, citations: Sequence[Citation], home: Home | None, skip: Sequence[Span]
) -> tuple[Finding, ...]:
    """All findings of a report, by its headings or, where it has none.

    By its paragraphs' openings.
    """
    seen = folded(text)
    marked = blocks(seen, Spans(skip))
    found = with_causes(seen, _found(seen, marked))
    starts = [citation.span.start for citation in citations]
    return tuple(
        replace(
            each,
            about=_about(citations[slice(*(bisect_left(starts, at) for at in each.span))]),
            units=_units(seen, each.span, home) if home else (),
        )
        for each in found
    )


def _found(seen: str, blocks: Sequence[Block]) -> tuple[Finding, ...]:
    """The findings under headings; labels alone ('Nguyên nhân: ...') leave the rest to openings."""
    head = seen[:_HEAD]
    kind = "session" if _SESSION.search(head) else "conclusion" if _CONCLUDES.search(head) else ""
    headed = tuple(under_headings(blocks, kind))
    if headed and any(_names_sort(block) for block in blocks):
        return headed
    opened = [
        each
        for each in _by_openings(seen, blocks)
        if not any(h.span.start <= each.span.start < h.span.end for h in headed)
    ]
    return tuple(sorted([*headed, *opened], key=lambda each: each.span.start))


def _names_sort(block: Block) -> bool:
    """Whether a block is a numbered or plain heading of findings."""
    heads = 0 < block.rank < 6 and block.is_short
    return heads and sort_of(block.words, block.rank, told=True)[1] is not None


def _units(text: str, span: Span, home: Home) -> tuple[Body, ...]:
    """The local bodies that the finding names first: those it speaks of."""
    named = bodies_in(text, Span(span.start, min(span.end, span.start + _NAMED_WITHIN)), home)
    return tuple(body for body in named if body.place)


def _about(cited: Sequence[Citation]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.instrument for each in cited if each.instrument))


# The head of a communiqué of a session: 'Kỳ họp thứ 31 của Ủy ban Kiểm tra Tỉnh ủy'.
_SESSION = re.compile(r"kỳ\s+họp", re.I)
_HEAD = 1200
# The head of a conclusion: its 'Kết quả thanh tra' holds what was found, good or bad.
_CONCLUDES = re.compile(r"KẾT LUẬN\s+(?:THANH TRA|KIỂM TRA|Thanh tra|Kiểm tra)(?!\w)")


def _by_openings(text: str, blocks: Sequence[Block]) -> Iterator[Finding]:
    """Findings of a report without headings.

    Only where it tells of an inspection, one a paragraph; behind the telling also paragraphs that
    open with none of the usual words.
    """
    told = False
    for index, block in enumerate(blocks):
        words = block.words[:420].lower()
        if CLOSING.match(block.words) or block.words.isupper():
            continue
        if introduced(blocks, index):
            # What stands before the sentence that introduces a list is told by itself.
            words = words[: words.rfind(". ") + 1]
        if len(words) >= _SENTENCE and (index or words.endswith(".")):
            sort = opened_sort(words) or (free_sort(words) if told else None)
            if sort and (told or _INSPECTING.search(text[:6000])):
                yield finding(block, block, Section(0, sort, level_of(words[:80])))
        told = told or tells(words)


# Shorter paragraphs are captions, bylines and greetings.
_SENTENCE = 40
_INSPECTING = re.compile(r"giám sát|kiểm tra|thanh tra|kỷ luật")
