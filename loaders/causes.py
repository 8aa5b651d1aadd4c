"""Which shortcomings a cause explains, where the text says so."""

import re
from collections.abc import Sequence
from dataclasses import replace

from loaders.model import Finding, Span

# 'Nguyên nhân của những hạn chế nêu trên', 'Các sai phạm trên chủ yếu do ...': all before it.
_ALL = re.compile(
    r"(?:nguyên\s+nhân|lý\s+do|gốc|căn\s+nguyên)\s+(?:chủ\s+yếu\s+|chính\s+)?(?:của"
    r"|dẫn\s+đến)\s+(?:những\s+|các\s+)?"
    r"(?:tồn\s+tại|hạn\s+chế|khuyết\s+điểm|thiếu\s+sót|yếu\s+kém|vi\s+phạm|sai\s+phạm|bất\s+cập"
    r"|điều)"
    r"|(?:tồn\s+tại|hạn\s+chế|khuyết\s+điểm|thiếu\s+sót|vi\s+phạm|sai\s+phạm"
    r"|bất\s+cập)(?:\s+nêu)?\s+trên"
    r"(?:\s+(?:là|chủ\s+yếu|đều))*\s+(?:do|bắt\s+nguồn|xuất\s+phát|từ)",
    re.I,
)
# 'Lý giải điều này', 'Nguyên nhân của tình trạng này': the one told just before.
_LAST = re.compile(
    r"(?:lý\s+giải|giải\s+thích|nguyên\s+nhân|lý\s+do)[^.;:\n]{0,40}\s(?:điều|tình\s+trạng|việc"
    r"|thực\s+trạng|hạn\s+chế"
    r"|vi\s+phạm|sai\s+phạm)\s+(?:này|đó|trên)",
    re.I,
)
_FIRST_WORDS = 160


def with_causes(text: str, found: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings, each cause with the shortcomings that its heading or its words point to."""
    told: list[Finding] = []
    heading_at = 0
    for finding in found:
        if finding.sort == "cause":
            if not (told and told[-1].sort == "cause"):
                heading_at = told[-1].span.end if told else 0
            words = text[
                max(heading_at, finding.span.start - 400) : finding.span.start + _FIRST_WORDS
            ]
            finding = replace(finding, explains=_explained(words, told))
        told.append(finding)
    return tuple(told)


def _explained(words: str, told: Sequence[Finding]) -> tuple[Span, ...]:
    """The shortcomings right before the cause: the last one, or all of them in a row."""
    before: list[Span] = []
    for finding in reversed(told):
        if finding.sort == "shortcoming":
            before.insert(0, finding.span)
        elif finding.sort != "cause":
            break
    if _LAST.search(words):
        return tuple(before[-1:])
    return tuple(before) if _ALL.search(words) else ()
