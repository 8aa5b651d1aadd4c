"""Disciplinary decisions on named organisations and persons.

And the stretches that identify a person in such a matter.

A proposal ('đề nghị ... xem xét'), a denial ('không thi hành kỷ luật') and a tally ('khiển trách 16
đồng chí') are none.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from loaders.anchors import between
from loaders.model import Discipline, Span
from loaders.passages import folded, paragraphs, sentences, spaces_folded
from loaders.struck import (
    FORM,
    HONORIFIC,
    NAME,
    ORGANISATION,
    appealed,
    form_places,
    targets,
)

_FORM_NAMES = {
    "khiển trách": "khiển trách",
    "cảnh cáo": "cảnh cáo",
    "cách chức": "cách chức",
    "cách tất cả": "cách chức",
    "cách các chức": "cách chức",
    "cách hết": "cách chức",
    "khai trừ": "khai trừ",
    "giải tán": "giải tán",
    "giáng chức": "giáng chức",
    "hạ bậc lương": "hạ bậc lương",
    "buộc thôi việc": "buộc thôi việc",
    "xóa tư cách": "xóa tư cách",
}
# A row of a table below 'các hình thức kỷ luật sau:': 'Đồng chí A, kế toán xã ..... Khai trừ'.
_ROW = re.compile(
    rf"^[ \t|]*(?P<row>(?:{HONORIFIC}\s*(?P<person>(?-i:{NAME}))|(?P<body>(?-i:{ORGANISATION})"
    r"[ \t][^,;.:|()\n]{2,120}?))(?:,[^.;|\n]{0,160}?)?[ \t]*(?:\.{3,}|\||\t|[ ]{3,})[ \t]*"
    rf"{FORM.pattern})[ \t|]*$",
    re.I | re.M,
)
_ROWS_BELOW = re.compile(r"kỷ\s+luật(?:\s+(?:sau|như\s+sau|cụ\s+thể))?\s*:\s*$", re.I | re.M)
_ROWS_REACH = 1500
_NEGATED = re.compile(
    r"(?:không|chưa|miễn)\s+(?:\w+\s+){0,3}\Z|(?:không|chưa)\s+(?:thi\s+hành|xử\s+lý|xem\s+xét"
    r"|bị)\s+kỷ\s+luật|xóa\s+(?:bỏ\s+)?(?:kỷ\s+luật|hình\s+thức)"
    # an allegation: 'tố cáo đồng chí A bị kỷ luật oan'
    rf"|tố\s+cáo\s+(?:về\s+việc\s+)?{HONORIFIC}",
    re.I,
)
_PROPOSED = re.compile(
    r"đề\s+nghị|kiến\s+nghị|xem\s+xét,?\s+(?:thi\s+hành|xử\s+lý)|đề\s+xuất|\bsẽ\b|\bnếu\b"
    r"|có\s+thể\s+bị|dự\s+kiến",
    re.I,
)
_DECIDED = re.compile(
    r"quyết\s+định|đã\s+(?:thi\s+hành|kỷ\s+luật|xử\s+lý)|thống\s+nhất|biểu\s+quyết|công\s+bố|bị\b"
    r"|thi\s+hành\s+kỷ\s+luật",
    re.I,
)
_MATTER = re.compile(
    r"kỷ\s+luật|hình\s+thức|quyết\s+định|khỏi\s+(?:Đ|đ)ảng|\bbị\b|xử\s+lý\s+\d", re.I
)
_ANNOUNCED = re.compile(
    # 'đã xem xét, thi hành kỷ luật bằng các hình thức:'
    r"(?:quyết\s+định|đã(?:\s+xem\s+xét,?(?:\s+quyết\s+định)?)?)\s+"
    r"(?:(?:thi\s+hành\s+)?kỷ\s+luật|:)|quyết\s+định:",
    re.I,
)
_POINT = re.compile(r"[-+*•]\s|\d{1,2}[.)]\s|[a-zđ]\)\s")


@lru_cache(maxsize=2)
def discipline(text: str) -> tuple[Discipline, ...]:
    """The disciplinary decisions that a text reports on named organisations or persons.

    One a target.
    """
    seen = folded(text)
    named = form_places(seen)
    if not named:
        return ()
    found: list[Discipline] = []
    announced = False
    for paragraph in paragraphs(seen):
        if between(named, *paragraph):
            decided = announced
            for sentence in sentences(seen, paragraph):
                decisions = list(_of_sentence(text, seen, sentence, decided, paragraph.start))
                found.extend(decisions)
                decided = decided or bool(decisions)
        # 'quyết định thi hành kỷ luật:' and its list: each point of the list is a decision.
        words = seen[paragraph.start : paragraph.end]
        announced = (announced and _POINT.match(words) is not None) or (
            words.endswith(":") and _last_end(_PROPOSED, words) < _last_end(_ANNOUNCED, words)
        )
    return tuple(_merged(found, _rows(text, seen)))


def _rows(text: str, seen: str) -> Iterator[Discipline]:
    """The decisions of a table that a sentence on discipline introduces."""
    heads = [
        head.end()
        for head in _ROWS_BELOW.finditer(seen)
        if not _is_denied(
            seen[max(seen.rfind("\n", 0, head.start()) + 1, head.start() - 300) : head.end()]
        )
    ]
    for row in _ROW.finditer(seen):
        if any(0 <= row.start() - head <= _ROWS_REACH for head in heads):
            group = "person" if row["person"] else "body"
            name = spaces_folded(text[row.start(group) : row.end(group)])
            yield Discipline(Span(row.start("row"), row.end("row")), _form_of(row["form"]), name, 1)


def _merged(found: Sequence[Discipline], rows: Iterator[Discipline]) -> list[Discipline]:
    """The decisions in reading order; what stands in a row is told by the row alone."""
    told = list(rows)
    apart = [d for d in found if not any(r.span.start <= d.span.start < r.span.end for r in told)]
    return sorted([*apart, *told], key=lambda d: d.span.start)


def _form_of(words: str) -> str:
    plain = spaces_folded(words).lower()
    return next(name for prefix, name in _FORM_NAMES.items() if plain.startswith(prefix))


def _of_sentence(
    text: str, seen: str, sentence: Span, decided: bool, opened: int
) -> Iterator[Discipline]:
    """The decisions of a sentence; `opened` is where its paragraph begins."""
    for match in FORM.finditer(seen, sentence.start, sentence.end):
        before = seen[sentence.start : match.start()]
        if _is_denied(before) or not (
            decided or _MATTER.search(seen, sentence.start, sentence.end)
        ):
            continue
        form = _form_of(match["form"])
        struck = list(targets(seen, sentence, match, before))
        if not struck and (whose := appealed(seen, opened, sentence, before)):
            struck = [(Span(match.start(), match.end()), whose)]
        for span, target in struck:
            yield Discipline(span, form, spaces_folded(text[target.start : target.end]), 1)


def _is_denied(before: str) -> bool:
    """Whether the decision is negated, or only proposed.

    What is proposed in one clause may be decided in the next.
    """
    clause = before[max(before.rfind(";"), 0) :]
    if _NEGATED.search(clause):
        return True
    proposed = _last_end(_PROPOSED, clause)
    clause = _ASKED_FOR.sub(lambda asked: " " * len(asked[0]), clause)
    return proposed >= 0 and _last_end(_DECIDED, _CONSIDERED.sub(" " * 10, clause)) < proposed


# 'biểu quyết đề nghị Đảng ủy thi hành kỷ luật': what is asked for is not decided.
_ASKED_FOR = re.compile(
    r"(?:biểu\s+quyết\s+|thống\s+nhất\s+)?(?:đề|kiến)\s+nghị\s(?!của)[^,;.]{2,90}?\s(?:thi\s+hành\s+|xử\s+lý\s+)kỷ\s+luật",
    re.I,
)
_CONSIDERED = re.compile(
    r"xem\s+xét,?\s+(?:quyết\s+định\s+)?(?:thi\s+hành\s+|xử\s+lý\s+)?kỷ\s+luật", re.I
)


def _last_end(pattern: re.Pattern[str], words: str) -> int:
    return max((match.end() for match in pattern.finditer(words)), default=-1)
