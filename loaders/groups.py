"""Counts of inspections as sentences print them: '02 cuộc giám sát', 'kiểm tra 71 tổ chức đảng'.

Also where a list leaves out the word: 'kiểm tra 64 cuộc, gồm: Ban Thường vụ Huyện ủy 03 cuộc;
đảng ủy cơ sở 27 cuộc'.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.counters import who_counts
from loaders.model import Span
from loaders.occasions import Occasion
from loaders.wording import LEFT, NOUN, mode_of

NUMBER = r"(?P<count>\d{1,3}(?:\.\d{3})+|\d{1,6})"


_OCCASIONS = r"cuộc|đợt|lượt|chuyến|buổi|đoàn"


ORGANISATIONS = (
    r"(?:lượt\s+)?(?:tổ\s+chức\s+(?:cơ\s+sở\s+)?đảng|chi\s+bộ|đảng\s+bộ|đảng\s+ủy"
    r"|chi,\s+đảng\s+bộ|đơn\s+vị|đảng\s+viên"
    r"|cấp\s+ủy\s+viên|cơ\s+sở|doanh\s+nghiệp|dự\s+án|vụ\s+việc|công\s+trình|cơ\s+quan"
    r"|công\s+đoàn\s+cơ\s+sở"
    r"|địa\s+phương|tổ\s+chức|trường\s+học|hộ\s+kinh\s+doanh"
    r"|(?:xã|phường|thị\s+trấn|huyện|thôn)(?:,\s(?:xã|phường|thị\s+trấn))*)"
)


# 'kiểm tra, giám sát 16 cuộc'  'giám sát chuyên đề đối với 19 tổ chức đảng'
_AFTER = re.compile(
    r"(?:\s+(?:chuyên\s+đề|thường\s+xuyên|chấp\s+hành|khi\s+có\s+dấu\s+hiệu\s+vi\s+phạm"
    r"|đột\s+xuất|trực\s+tiếp"
    r"|dấu\s+hiệu\s+vi\s+phạm|theo\s+chuyên\s+đề|đối\s+với|được|hành\s+chính|chuyên\s+ngành"
    r"|tài\s+chính(?:\s+(?:đảng|công\s+đoàn|hội|đoàn))?|thu,?\s+(?:chi|nộp)[^.;:\d\n]{0,40}"
    rf"|cấp\s+dưới|tại|ở|tổng\s+số))*\s*:?\s+{NUMBER}(?:/\d{{1,4}})?\s+(?P<counter>{_OCCASIONS}|{ORGANISATIONS})(?!\w)",
    re.I,
)


# 'kiểm tra thu, nộp đảng phí ở 08 đảng bộ xã', 'giám sát việc cai nghiện tại 05 xã'
_AT = re.compile(
    rf"\s[^;:.()\n]{{3,160}}?\s(?:tại|ở|đối\s+với)\s+{NUMBER}\s+(?P<counter>{ORGANISATIONS})"
    r"(?!\w)(?=[^:;(]{0,60}(?:[,.;]|\Z))",
    re.I,
)


# 'giám sát trực tiếp tại 06 đơn vị, địa phương gồm: A; B; C' is one inspection of all of them.
_LISTED = re.compile(
    r"(?:\s+(?:chuyên\s+đề|trực\s+tiếp|thực\s+tế))*\s+(?:tại|ở|đối\s+với)\s+\d{1,2}\s+(?:đơn\s+vị"
    r"|cơ\s+quan"
    r"|địa\s+phương|doanh\s+nghiệp|cơ\s+sở)(?:(?:,|\s+và)\s+(?:đơn\s+vị|cơ\s+quan|địa\s+phương))*"
    r"(?:,?\s+(?:gồm|bao\s+gồm|là)(?:\s+có)?\s*:?|\s*:)"
)


# '02 cuộc giám sát'
_BEFORE = re.compile(
    rf"(?<![\w/.,]){NUMBER}(?:/\d{{1,4}})?\s+(?P<counter>{_OCCASIONS})\s+(?:đi\s+"
    rf"|hoạt\s+động\s+)?\Z",
    re.I,
)


# '284 đảng viên được kiểm tra', 'số đảng viên được kiểm tra ... là 284 đảng viên'
_TURNED = re.compile(
    rf"(?<![\w/.,])(?:{NUMBER}\s+|số\s+)(?P<counter>{ORGANISATIONS})\s+(?:đã\s+)?được\s+\Z", re.I
)


_NESTED = re.compile(
    r"(?P<mode>[Kk]iểm\s+tra|[Gg]iám\s+sát)\s+(?:việc\s+)?(?:thực\s+hiện\s+)?nhiệm\s+vụ\s*\Z"
)


# 'Tổng số cuộc thanh tra đã triển khai: 24', '| Số cuộc kiểm tra | 15 |'
_NUMBER_OF = re.compile(r"số\s+(?:cuộc|đợt|lượt)\s+\Z", re.I)


_STATED = re.compile(rf"[^.;:|\n]{{0,60}}?\s*(?::|\||là)\s*{NUMBER}(?![\d/])")


_OF_ALL = re.compile(r"(?:trong|của|/|trên)\s+(?:tổng\s+)?(?:số\s+)?\Z")


# 'Ban Thường vụ Huyện ủy 03 cuộc đối với 05 tổ chức đảng': the mode stands further up.
_BARE = re.compile(
    rf"(?<=\s){NUMBER}\s+cuộc(?=\s*(?:[,;.()/\n]|\Z|đối\s+với\s|tại\s|ở\s|với\s))", re.I
)


_TOTAL = re.compile(r"(?:[Cc]ộng(?!\s+(?:đồng|tác|đoàn|sản))|[Tt]ổng\s+cộng)[^;.]{0,20}\Z")


@dataclass(frozen=True, slots=True)
class Group:
    """A count of inspections: where it stands, and the words of who and how beside it."""

    span: Span
    number: int | None
    mode: str
    agent_to: int
    behind: int
    turned: bool = False


def group_of(report: Occasion, clause: Span, word: re.Match[str]) -> Group | None:
    """The group that a word of inspecting counts, before it, behind it, or as who was inspected."""
    text, low = report.text, max(clause.start, word.start() - LEFT)
    left = text[max(clause.start, word.start() - 130) : word.start()]
    if not word["mode"] or re.search(r"không\s+\Z", left[-12:]) or _TOTAL.search(left):
        return None
    mode = mode_of(word["mode"])
    start = word.start()
    if nested := _NESTED.search(left):
        # 'kiểm tra việc thực hiện nhiệm vụ kiểm tra, giám sát 102 tổ chức đảng' is one of checking.
        mode, start = mode_of(nested["mode"]), word.start() - len(left) + nested.start()
    if before := _BEFORE.search(text, low, word.start()):
        return Group(
            Span(before.start("count"), word.end()),
            value(before),
            mode,
            before.start(),
            word.end(),
        )
    if _LISTED.match(text, word.end(), clause.end):
        return None
    after = _AFTER.match(text, word.end(), clause.end)
    if after is None and not NOUN.search(left[-LEFT:]):
        after = _AT.match(text, word.end(), clause.end)
    if after:
        occasions = after["counter"].lower() in _OCCASIONS.split("|")
        number = value(after) if occasions else None
        return Group(Span(start, after.end()), number, mode, start, after.end())
    stated = _STATED.match(text, word.end(), clause.end)
    if stated and _NUMBER_OF.search(text, low, word.start()):
        return Group(Span(word.start(), stated.end()), value(stated), mode, start, stated.end())
    if turned := _TURNED.search(text, low, word.start()):
        if _OF_ALL.search(text, max(clause.start, turned.start() - 16), turned.start()):
            return None
        return Group(
            Span(turned.start(), word.end()), None, mode, turned.start(), word.end(), turned=True
        )
    return None


def elliptic(
    report: Occasion, sentence: Span, words: Sequence[re.Match[str]], taken: Sequence[Span]
) -> Iterator[Group]:
    """The groups whose mode is left out, since an earlier part of the sentence names it."""
    text = report.text
    named = [word for word in words if word["mode"]]
    for match in _BARE.finditer(text, sentence.start, sentence.end):
        if any(s.start <= match.start() < s.end for s in taken):
            continue
        mode = next((mode_of(w["mode"]) for w in reversed(named) if w.end() <= match.start()), "")
        if mode and who_counts(report, sentence.start, match.start()):
            yield Group(
                Span(match.start(), match.end()), value(match), mode, match.start(), match.end()
            )


def value(match: re.Match[str]) -> int:
    """The number that a count prints: '1.204' is 1204."""
    return int(match["count"].replace(".", ""))
