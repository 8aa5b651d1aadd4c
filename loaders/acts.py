"""Words by which an instrument changes, replaces, repeals or suspends what is named behind them.

At the head of an article, a point or a sentence ('Điều 1. Sửa đổi, bổ sung', '2. Bãi bỏ'), or said
of itself ('Thông tư này có hiệu lực từ ngày ... và thay thế').
"""

import re
from typing import NamedTuple

from loaders.anchors import positions
from loaders.model import Span

KINDS = (
    r"(?:[Vv]ăn\s+bản(?:\s+quy\s+phạm\s+pháp\s+luật)?|[Tt]hông\s+tư(?:\s+liên\s+tịch)?|[Qq]uyết\s+định"
    r"|[Nn]ghị\s+(?:định|quyết)|[Cc]hỉ\s+thị|[Ll]uật|[Pp]háp\s+lệnh|[Qq]uy\s+(?:định|chế)"
    r"|[Hh]ướng\s+dẫn|[Kk]ết\s+luận|[Kk]ế\s+hoạch|[Tt]hông\s+tri|[Đđ]iều\s+lệ|LUẬT|THÔNG\s+TƯ"
    r"|NGHỊ\s+(?:ĐỊNH|QUYẾT)|QUYẾT\s+ĐỊNH)"
)
# Words at the head of an article, a point or a sentence, by the syllable to look for.
_HEADING_VERBS = re.compile(
    r"(?P<changes>sửa\s+đổi(?:\s*,\s*bổ\s+sung)?(?:\s*,\s*(?:thay\s+thế|bãi\s+bỏ))*|bổ\s+sung"
    r"(?:\s*,\s*(?:thay\s+thế|bãi\s+bỏ))*|đính\s+chính)"
    r"|(?:bãi\s+bỏ|h[ủu][yỷ]\s+bỏ|thay\s+(?:thế|cho)|(?:tạm\s+)?ngưng\s+hiệu\s+lực(?:\s+thi\s+hành)?"
    r"|đình\s+chỉ\s+(?:việc\s+)?thi\s+hành)",
    re.I,
)
# Their beginnings as the view spells them, one pattern a letter, which the engine skips to.
_HEADED = tuple(
    map(re.compile, ("S(?=ửa|ỬA)", "B(?=ổ sung|Ổ SUNG|ãi)", "H(?=ủy)", "Thay", "Ngưng", "Đ[íì]nh"))
)
_STANDS_FIRST = re.compile(
    r"(?:\n[\s|*#]*|[.;:]\s+|[“\"])(?:(?:Điều\s+\d+[a-zđ]?|\d{1,2}(?:\.\d+)*|[a-zđ])[.)]\s*|[-+–]\s*)*\Z"
)
# 'Thông tư này có hiệu lực từ ngày ... và thay thế', 'Quyết định này thay thế', '...; bãi bỏ'.
_OWN_ACT = re.compile(
    rf"{KINDS}\s+này(?:\s+có\s+hiệu\s+lực[^.;]{{0,160}}?(?:và|,|;|\sthì|\d{4})|\s*,)?"
    r"(?:\s+đồng\s+thời)?\s+\Z"
)
_BEFORE_OWN_ACT = ("này", "và", ",", ";", "thì", "thời", *"0123456789")
_AND_ACTS = re.compile(r";\s+(?:và\s+)?(?:đồng\s+thời\s+)?\Z")
_OWN = re.compile(rf"{KINDS}\s+này\s+(?:có\s+hiệu\s+lực|thay\s+thế|bãi\s+bỏ)[^.]*\Z")
_OWN_VERBS = re.compile(r"thay\s+(?:thế(?:\s+cho)?|cho)|(?:bãi|h[ủu][yỷ])\s+bỏ")
_CHANGES = re.compile(r"sửa\s+đổi|bổ\s+sung|bãi\s+bỏ|thay\s+thế|đính\s+chính|h[ủu][yỷ]\s+bỏ", re.I)
_IN_FORCE = re.compile(r"hiệu\s+lực|điều\s+khoản\s+thi\s+hành", re.I)
_HEADING = re.compile(r"[\n“\"]Điều \d+[a-zđ]?\.[^\n]*")
_ANNEX = re.compile(r"\n[\s*#|]*(?:PHỤ LỤC|Phụ lục|DANH MỤC|KẾ HOẠCH|CHƯƠNG TRÌNH|Nơi nhận)")
_LONGEST_ARTICLE = 12_000


class Act(NamedTuple):
    """Words that do something to what is named behind them."""

    predicates: tuple[str, ...]
    start: int
    end: int
    is_headed: bool


def acts(text: str, start: int, title: str | None) -> list[Act]:
    """Where the text says that it does something to another, in reading order."""
    found: list[Act] = []
    for letter in _HEADED:
        for begun in letter.finditer(text, start):
            at = begun.start()
            verb = _HEADING_VERBS.match(text, at)
            if verb and _STANDS_FIRST.search(text, max(0, at - 40), at):
                if verb["changes"] and not _amends_here(text, at, title):
                    continue
                found.append(Act(_predicates(verb[0]), at, verb.end(), True))
    for word in ("thay", "bãi", "hủy"):
        for at in positions(text, word, start + 1):
            verb = _OWN_VERBS.match(text, at) if text[at - 1] in " \n" else None
            if verb and _is_own_act(text, at):
                found.append(Act(_predicates(verb[0]), at, verb.end(), False))
    return sorted(found, key=lambda act: act.start)


def _is_own_act(text: str, at: int) -> bool:
    """Whether it is the text itself that acts: 'Thông tư này ... và thay thế', '...; bãi bỏ'."""
    if not text[max(0, at - 12) : at].rstrip().endswith(_BEFORE_OWN_ACT):
        return False
    if _OWN_ACT.search(text, max(0, at - 260), at):
        return True
    lead = text[max(0, at - 1200) : at]
    joint = _AND_ACTS.search(lead)
    return joint is not None and _OWN.search(lead, 0, joint.start()) is not None


def _amends_here(text: str, at: int, title: str | None) -> bool:
    """Whether sửa đổi is what the text does there, as its title or its article says, not a task."""
    if title and _CHANGES.search(title):
        return True
    heading = _heading(text, at)
    if heading is None or _ANNEX.search(text, heading.end, at):
        return False
    return _is_of_force(text[heading.start : heading.end])


def ends_here(text: str, at: int) -> bool:
    """Whether a place stands in an article that changes others or tells of what is in force."""
    heading = _heading(text, at)
    return heading is not None and _is_of_force(text[heading.start : heading.end])


def _is_of_force(heading: str) -> bool:
    """Whether the heading of an article says so."""
    return (_CHANGES.search(heading) or _IN_FORCE.search(heading)) is not None


def _heading(text: str, at: int) -> Span | None:
    """The first line of the article at a place."""
    begin = at + 1
    while (begin := text.rfind("Điều ", max(0, at - _LONGEST_ARTICLE), begin)) > 0:
        if heading := _HEADING.match(text, begin - 1):
            return Span(*heading.span())
    return None


def _predicates(words: str) -> tuple[str, ...]:
    words = " ".join(words.lower().split())
    named = (
        ("sửa đổi", "amends"), ("bổ sung", "supplements"), ("đính chính", "corrects"),
        ("bỏ", "repeals"), ("thay", "replaces"), ("ngưng", "suspends"), ("đình chỉ", "suspends"),
    )  # fmt: skip
    return tuple(predicate for word, predicate in named if word in words)
