"""Delegations that a sentence speaks of, whose they are, and those who take part in a visit."""

import re
from dataclasses import dataclass

from loaders.bodies import resolve
from loaders.delegations import DELEGATION
from loaders.mandates import mandate
from loaders.model import Body, Member, Person, Span
from loaders.occasions import OF_DELEGATION, SET_UP, Occasion
from loaders.passages import POINT
from loaders.taking_part import members
from loaders.wording import mode_of


@dataclass(frozen=True, slots=True)
class Team:
    """A delegation that acts in a sentence; `bare` where it is only called 'Đoàn'.

    `unnamed` where only its head is told: the sentence may name who acts.
    """

    match: re.Match[str]
    bare: bool = False
    unnamed: bool = False


# 'Đoàn đã làm việc trực tiếp với ...': known from before.
_BARE = re.compile(
    r"(?<!\w)(?:Đoàn|(?<![\dcg]\s)(?<!\w)đoàn(?=\s+(?:đã|sẽ|còn|cũng|tiếp|đi|làm|vừa|giám|kiểm|khảo)\s)"
    r"|Tổ\s+công\s+tác|Tổ(?=\s+(?:đã|sẽ|tiến|làm)\s)"
    r"|(?:các\s+|Các\s+)thành\s+viên(?:\s+[Đđ]oàn)?)"
    r"(?!\s+(?:[Tt]hanh\s+niên|TNCS|đại\s+biểu|ĐBQH|viên|thể|Chủ\s+tịch|kết|Luật|gồm|do\s)"
    r"|\w)(?=\s)"
)


def delegation_in(report: Occasion, sentence: Span, word: re.Match[str]) -> Team | None:
    """The delegation that acts in the sentence: not one that a plan only sets up.

    It may stand behind its verb: 'đón Đoàn giám sát', 'việc giám sát của Đoàn giám sát HĐND tỉnh'.
    """
    text = report.text
    behind = OF_DELEGATION.match(text, word.end(), sentence.end)
    if word["host"] or behind:
        start = behind.end() if behind else word.end()
        if named := DELEGATION.match(text, start, sentence.end):
            return Team(named)
        return Team(report.team, bare=True) if word["host"] and report.team else None
    for match in DELEGATION.finditer(text, sentence.start, word.start()):
        before = text[max(sentence.start, match.start() - 24) : match.start()]
        set_up = SET_UP.search(before) and not report.sets_up
        if not (set_up or report.cited.overlaps(match.start(), match.end())):
            return Team(match)
    # What follows the bare word must be seen too, but it stands before the verb.
    bare = _BARE.search(text, sentence.start, word.end()) if report.team else None
    if bare and (bare.end() > word.start() or _is_verb(report, bare, word)):
        bare = None
    if report.team and bare and not SET_UP.search(text[max(0, bare.start() - 24) : bare.start()]):
        return Team(report.team, bare=True)
    if report.team and _HEADED.search(text, sentence.start, sentence.end):
        return Team(report.team, bare=True, unnamed=True)
    if report.team and word["visit"] and _UNNAMED.fullmatch(text, sentence.start, word.start()):
        return Team(report.team, bare=True)
    return None


def _is_verb(report: Occasion, bare: re.Match[str], word: re.Match[str]) -> bool:
    """'đoàn giám sát tình hình ...' in a text on another team, which was sent for other things."""
    beside = report.text[bare.end() : word.start()].isspace()
    named = mode_of(report.team["word"]) if report.team else ""
    return beside and word["mode"] is not None and mode_of(word["mode"]) != named


_HEADED = re.compile(r"(?:làm|là)\s+[Tt]rưởng\s+[Đđ]oàn(?!\w)")
# 'Từ ngày 10/3 đến ngày 12/3/2026: làm việc trực tiếp tại UBND xã A': a line of a schedule.
_UNNAMED = re.compile(
    r"\W{0,3}(?:\(?\w{1,4}[.)]\s*)?(?:(?:Từ|Ngày|Các\s+ngày|Sáng|Chiều|Tuần|Tháng|ngày|đến|từ"
    r"|sáng|chiều|và|[\d/.,:–-]+)\s*)+"
)


def around(report: Occasion, index: int, sentence: Span) -> Span:
    """The sentence, the rest of its paragraph and a short next one.

    'Đồng chí A làm Trưởng đoàn.' often follows.
    """
    end = report.paragraphs[index].end
    following = report.paragraphs[index + 1 : index + 2]
    points = [POINT.match(report.text, p.start) for p in (report.paragraphs[index], *following)]
    if following and following[0].end - following[0].start < 500 and not all(points):
        end = following[0].end
    return Span(sentence.start, min(end, sentence.end + 900))


# A later paragraph that is about the delegation itself: 'Đoàn giám sát gồm 9 thành viên ...'.
_ON_DELEGATION = re.compile(
    r"(?:Đoàn|Tổ)\s+(?:giám|kiểm|thanh|khảo|công)\s+\w+\s+(?:gồm|có|được\s+thành\s+lập|do)\s"
    r"|(?:Cùng\s+)?[Tt]ham\s+gia\s|Cùng\s+(?:dự|đi)|Thành\s+(?:viên|phần)\s"
)


_LABELLED = re.compile(
    r"(?:Đơn\s+vị|Đối\s+tượng|Nơi|Tổ\s+chức\s+[đĐ]ảng|Địa\s+(?:điểm|phương))\s+(?:được\s+)?\w+\s+\w+\s*:"
)


def participants(
    report: Occasion, index: int, sentence: Span, inspector: Body | None, alone: bool = False
) -> list[Member]:
    """Who takes part, told around the sentence or in a paragraph soon after.

    `alone` where the stretch is one of several clauses, each with those who take part in it.
    """
    paragraph = report.paragraphs[index]
    # 'Cuộc giám sát có sự tham gia của A. Đơn vị được giám sát: B.': a label goes on.
    start = paragraph.start if _LABELLED.match(report.text, sentence.start) else sentence.start
    own = sentence if alone else Span(start, min(paragraph.end, sentence.end + 900))
    found = list(members(report.text, own, report.home, inspector, report.people))
    if alone:
        return found
    found = found or list(
        members(report.text, around(report, index, sentence), report.home, inspector, report.people)
    )
    if not found:
        for later in report.paragraphs[index + 2 : index + 9]:
            if _ON_DELEGATION.match(report.text, later.start, later.end):
                found += members(report.text, later, report.home, inspector, report.people)
    return found


# Bodies that send delegations of their own; a leader's seat in a bureau or a central committee
# says nothing.
_SENDERS = re.compile(
    r"(?:Thường trực |Ban [\w -]+ )?(?:HĐND|Hội đồng nhân dân)|Ủy ban (?:MTTQ|Mặt trận|Kiểm tra)"
    r"|Thanh tra|Hội |Liên đoàn|Đoàn đại biểu"
)


def body_of_leader(led: Person | None) -> Body | None:
    """The body of a leader's position, if such bodies send delegations."""
    return led.body if led and led.body and _SENDERS.match(led.body.name) else None


_PAPERS = frozenset(
    {"Kế hoạch", "Quyết định", "Chương trình", "Thông báo", "Nghị quyết", "Kết luận"}
)


# 'Ban Thường vụ Tỉnh hội', which no name of a body ends with.
_CUT = re.compile(r"\s(?:Tỉnh|Huyện|Xã|Trung ương)(?:\s+hội)?\Z")


def issuer_of_mandate(report: Occasion, index: int, sentence: Span) -> Body | None:
    """The body whose plan or decision the delegation carries out."""
    near = report.near(sentence)
    wanted = mandate(report.text, near, report.paragraphs, index, sentence)
    named = [
        c.issuer
        for c in near
        if c.instrument in wanted and c.issuer and c.kind in _PAPERS and not _CUT.search(c.issuer)
    ]
    body = resolve(named[-1], report.home, report.anchor) if named else None
    # 'Thực hiện Quyết định số 217-QĐ/TW của Bộ Chính trị': who orders such work in general.
    return None if body and body.level == "trung ương" and report.host else body
