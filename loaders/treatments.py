"""How a text treats what it cites: the nearest trigger in the clause says so (domain notes, 5)."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from loaders.model import Citation

_DOES: Final = "(?: (?:tổ chức )?(?:triển khai|thực hiện|thi hành|chấp hành))+"
# The triggers of each treatment, in lower case; any space may be several, or a line break.
_TREATMENTS: Final = {
    "nhầm lẫn": ("nhầm (?:lẫn|giữa)",),
    "giám sát": (f"giám sát(?: việc| về việc| về)?{_DOES}",),
    "kiểm tra": tuple(f"{word} tra(?: việc| về việc)?{_DOES}" for word in ("kiểm", "thanh")),
    "sơ tổng kết": ("sơ kết", "tổng kết"),
    "quy định chi tiết": ("quy định chi tiết",),
    "cụ thể hóa": ("cụ thể hóa", "cụ thể hoá"),
    "thể chế hóa": ("thể chế hóa", "thể chế hoá"),
    # 'Thay thế cụm từ “A” bằng cụm từ “B” tại Điều 3 Thông tư số C': words of it are changed
    "sửa đổi": (
        *("sửa đổi", "bổ sung"),
        *(f"{verb} (?:các )?(?:cụm )?từ" for verb in ("thay (?:thế|cho)", "bãi bỏ", "hủy bỏ")),
    ),
    "thay thế": ("thay (?:thế|cho)",),
    "bãi bỏ": ("bãi bỏ", "hủy bỏ"),
    "đình chỉ": ("đình chỉ", "ngưng hiệu lực"),
    "đính chính": ("đính chính",),
    "hợp nhất": ("hợp nhất",),
    "quán triệt": ("quán triệt",),
    "tuyên truyền": ("tuyên truyền",),
    "phổ biến": ("phổ biến",),
    "hướng dẫn": ("hướng dẫn(?! số)",),
    "thực hiện": ("triển khai(?: thực hiện)?", "thực hiện", "thi hành", "chấp hành"),
    "căn cứ": ("căn cứ", "trên cơ sở"),
    "kèm theo": ("kèm theo",),
    "ban hành": ("ban hành",),
    "dẫn chiếu": ("theo", "quy định tại", "nêu tại"),
}


def _pattern() -> re.Pattern[str]:
    """All triggers, one branch a first letter: the engine skips to those and tries few at each."""
    by_letter: dict[str, list[str]] = {}
    for wordings in _TREATMENTS.values():
        for words in wordings:
            by_letter.setdefault(words[0], []).append(words[1:].replace(" ", r"\s+"))
    return re.compile("|".join(f"{a}(?:{'|'.join(rest)})" for a, rest in by_letter.items()))


_TRIGGERS: Final = _pattern()
# What joins the elements of a list of citations.
ADJOINING: Final = re.compile(r"(?:\s|,|;|và|hoặc|các|gắn với|[“”\"()…*-])*(?:số)?\s*")
_SENTENCE_END: Final = re.compile(r"[.:]\s|\n\s*\n")
_CONFUSED_WITH: Final = re.compile(r"\s*(?:với|và|sang)\s*")
_WINDOW: Final = 160


class Trigger(NamedTuple):
    """Words that tell how what follows is treated."""

    start: int
    end: int
    treatment: str


def triggers(words: str) -> Iterator[Trigger]:
    """The triggers in a stretch of text, in reading order."""
    for match in _TRIGGERS.finditer(words.lower()):
        yield Trigger(match.start(), match.end(), _treatment_of(match[0]))


@lru_cache(maxsize=1024)
def _treatment_of(trigger: str) -> str:
    folded = " ".join(trigger.split())
    return next(
        treatment
        for treatment, wordings in _TREATMENTS.items()
        if any(re.fullmatch(words, folded) for words in wordings)
    )


def treatments(text: str, citations: tuple[Citation, ...]) -> tuple[str, ...]:
    """For each citation how the text treats it (`thực hiện`, `giám sát`, `căn cứ`, ...).

    The nearest trigger in its clause says so; an element of a list has its list's treatment, and
    after a semicolon that of the first citation of the sentence. `dẫn chiếu` where nothing says.
    """
    found: list[str] = []
    # The first citation of the sentence, as far as the sentences were looked through.
    head = looked = end = 0
    for at, citation in enumerate(citations):
        start = citation.span.start
        before = found[-1] if found else None
        if before == "nhầm lẫn" and _CONFUSED_WITH.fullmatch(text, end, start):
            treatment: str | None = before
        else:
            low = max(start - _WINDOW, end)
            treatment = _told(text, low, start, before if low == end else None)
        if treatment is None and before is not None and text.find(";", end, start) >= 0:
            others = range(at, looked, -1)
            head = next((each for each in others if _opens(text, citations, each)), head)
            looked = at
            treatment = found[head] if head < at else None
        if treatment is None and before and start > end and ADJOINING.fullmatch(text, end, start):
            treatment = before
        found.append(treatment or "dẫn chiếu")
        end = citation.span.end
    return tuple(found)


def _opens(text: str, citations: tuple[Citation, ...], at: int) -> bool:
    """Whether a sentence ends between a citation and the one before it."""
    end, start = citations[at - 1].span.end, citations[at].span.start
    return bool(_SENTENCE_END.search(text, end, start))


def _told(text: str, low: int, start: int, before: str | None) -> str | None:
    """What the words from `low` to a citation say: the last trigger of its clause.

    `before` is the treatment of the citation where the words begin; a trigger in its title is not
    said of the next item: 'Nghị định A sửa đổi, bổ sung một số quy định về cán bộ, Nghị định B'.
    """
    clause = _clause(text, low, start)
    words = text[clause:start].lower()
    found = _triggers_in(words) if len(words) < _FEW else tuple(_TRIGGERS.findall(words))
    if not found:
        return None
    if "nhầm" in text[low:start] and "nhầm lẫn" in map(_treatment_of, found):
        return "nhầm lẫn"
    treatment = _treatment_of(found[-1])
    if treatment == "sửa đổi":
        if found[-1].endswith("từ") and text.rfind("“", low, start) > text.rfind("”", low, start):
            # What a phrase that is replaced quotes is not changed itself.
            return "dẫn chiếu"
        if before and clause == low and _NEXT_ITEM.search(words, words.rfind(found[-1])):
            return before
    return treatment


def _clause(text: str, low: int, start: int) -> int:
    """Where the last clause of a stretch begins: behind a mark and the space after it."""
    begins = low
    for mark in ".;:\n" if start > low else "":
        at = text.rfind(mark, max(low, begins - 1), start - 1)
        while at >= 0:
            if text[at + 1].isspace():
                begins = at + 2
                break
            at = text.rfind(mark, max(low, begins - 1), at)
    return begins


# The same few words lead to most citations: ' của ', 'quy định tại ', 'căn cứ '; of more words
# nothing is gained.
_FEW: Final = 24


@lru_cache(maxsize=4096)
def _triggers_in(words: str) -> tuple[str, ...]:
    return tuple(_TRIGGERS.findall(words))


_NEXT_ITEM: Final = re.compile(r"\w\s+\w[^“”]{8,}(?:,|\svà)\s+(?:các\s+)?\Z")
