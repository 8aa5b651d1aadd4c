"""What a word of inspecting is used for in its clause."""

import re

from loaders.model import Span
from loaders.statuses import REFUSED
from loaders.wording import BEHIND_HEAD, HELD_NOUN, LEFT, NOUN, OBJECT

# 'Đoàn giám sát tại UBND tỉnh', 'Đoàn phúc tra ở Huyện ủy A': the delegation's name is its verb.
_TEAM = re.compile(r"(?:Đoàn|đoàn|Tổ)\s+\Z")
_TEAM_ACTS = re.compile(r"(?:\A|[,;.:]\s+|\s(?:mỗi|các)\s+|\d\s+)(?:Đoàn|đoàn|Tổ)\s+\Z")
_AT_PLACE = re.compile(r"\s+(?:thực\s+tế\s+|trực\s+tiếp\s+)?(?:tại|ở)\s")
# 'đoàn giám sát tình hình thực hiện Nghị quyết 44 tại A và B': no other verb follows.
_LOOKS_AT = re.compile(
    r"\s+(?:việc|tình\s+hình|công\s+tác)\s(?:(?!\s(?:đã|sẽ|vừa|tiến\s+hành|làm\s+việc|do|gồm|được|có)\s)[^.;]){3,260}?"
    r"\s(?:tại|ở|đối\s+với)\s(?!.*\s(?:đã|sẽ|vừa|tiến\s+hành|làm\s+việc|nhận\s+thấy)\s)"
)
# 'có nhiệm vụ kiểm tra việc ...': the duty of a delegation that is set up.
_CHARGED = re.compile(
    r"(?:(?:có|được\s+giao|nhận|thực\s+hiện)\s+nhiệm\s+vụ:?|(?:[Tt]hành\s+l|[Ll])ập\s+(?:[Đđ]oàn"
    r"|[Tt]ổ)[^.;]{0,100}\sđể)\s*\Z"
)
# 'đã về kiểm tra tại', 'có buổi làm việc, giám sát tại'
_CAME = re.compile(
    r"(?:(?:đã|vừa|trực\s+tiếp|lần\s+lượt)\s+(?:đến|về|xuống|lên|vào|tới|đi)|làm\s+việc(?:,|\s+và"
    r"|\s*-))\s+\Z"
)
# What stands before a noun of something that took place; other nouns name a duty or a paper.
_EVENT = re.compile(
    r"(?:(?:[Cc]uộc|[Đđ]ợt|[Bb]uổi|[Cc]huyến|lần|[Vv]iệc|[Kk]ết\s+quả|[Kk]ết\s+luận"
    r"|[Ss]au(?:\s+khi)?|[Tt]rong(?:\s+quá\s+trình)?"
    r"|[Bb]iên\s+bản)\s+(?:làm\s+việc\s+|tiến\s+hành\s+)?)\Z"
)
# 'Trong quá trình thanh tra, A đã xử phạt B': the rest tells of something else.
_MEANWHILE = re.compile(r"[Tt]rong\s+(?:quá\s+trình|khi|thời\s+gian)\s+(?:tiến\s+hành\s+)?\Z")
_TOOK_PLACE = re.compile(r"(?:công\s+tác|việc|hoạt\s+động|cuộc|đợt)\s+\Z", re.I)
_TAUGHT = re.compile(r"hội\s+nghị|tập\s+huấn|bồi\s+dưỡng|lớp\s", re.I)
# 'công tác thanh tra trách nhiệm ... đã được tiến hành tại UBND huyện A'
_REALISED = re.compile(
    r"[^.;\n]{0,220}?\s(?:(?:đã\s+|vừa\s+)?được\s+(?:tiến\s+hành|thực\s+hiện|tổ\s+chức"
    r"|triển\s+khai)|(?:đã\s+|vừa\s+)?diễn\s+ra)"
    r"\s+(?:\S+\s+){0,3}?(?:tại|đối\s+với|ở|với)\s"
)
# 'Đơn vị được giám sát: UBND xã A': a line of minutes or a plan.
LABEL = re.compile(
    r"(?:[Đđ]ơn\s+vị|[Đđ]ối\s+tượng|[Nn]ơi|[Tt]ổ\s+chức\s+[đĐ]ảng|[Đđ]ịa\s+(?:điểm|phương"
    r"|bàn))\s+(?:được\s+|tiến\s+hành\s+)?\Z"
)

_LABELS = re.compile(
    r"\s*:|\s+(?:bao\s+)?gồm(?:\s+có)?[\s:]|\s+là\s+(?:các\s+)?(?=[A-ZĐỦ]|xã\s|phường\s|thôn\s|huyện\s|thị\s)"
)


def use_of(text: str, clause: Span, word: re.Match[str]) -> str:
    """How the word is used: `verb`, `event` (a noun of what took place), `label`, or '' for a duty.

    A duty, a paper or a body that bears the word tells of no inspection.
    """
    left = text[max(clause.start, word.start() - 130) : word.start()]
    near = left[-LEFT:]
    behind = (text, word.end(), clause.end)
    if REFUSED.search(near) or (_MEANWHILE.search(near) and text.startswith(",", word.end())):
        return ""
    if LABEL.search(near) and _LABELS.match(*behind):
        return "label"
    if _TEAM.search(near) and _AT_PLACE.match(*behind):
        return "verb"
    if _TEAM_ACTS.search(near) and _LOOKS_AT.match(*behind):
        return "verb"
    if BEHIND_HEAD.search(near):
        return "verb" if OBJECT.match(*behind) else ""
    if (
        _CAME.search(near)
        or _CHARGED.search(left)
        or HELD_NOUN.search(left)
        or not NOUN.search(near)
    ):
        return "verb"
    sent = _SENT_OUT.search(near)
    titled = sent and _IN_TITLE.search(near[: sent.start()])
    if sent and (_WHERE.match(*behind) or (not titled and _LOOKS_AT.match(*behind))):
        return "event"
    held = _TOOK_PLACE.search(near) and not _TAUGHT.search(left)
    if _EVENT.search(near) or (held and _REALISED.match(*behind)):
        return "event"
    return ""


# 'thành lập Đoàn kiểm tra khi có dấu hiệu vi phạm đối với Đảng ủy xã A': ordered; 'chủ trì tổ chức
# Đoàn giám sát việc thực hiện Luật ... đối với Sở Y tế' of a plan.
_SENT_OUT = re.compile(
    r"(?<!\w)(?:(?:[Tt]hành\s+)?[Ll]ập|tổ\s+chức)\s+(?:các\s+|\d+\s+)?(?:[Đđ]oàn|[Tt]ổ)\s+\Z"
)
# 'Quyết định số 209 về thành lập Đoàn giám sát việc ...' only names the paper.
_IN_TITLE = re.compile(r"(?:về|việc)\s+\Z")
_WHERE = re.compile(
    r"(?:\s+(?:khi\s+có\s+dấu\s+hiệu\s+vi\s+phạm|chuyên\s+đề|chấp\s+hành|đột\s+xuất|liên\s+ngành))?"
    r"\s+(?:đối\s+với|tại)\s"
)
