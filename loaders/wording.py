"""The words by which texts tell of an inspection, plan one, order one, or only name the duty.

'đã giám sát tại', '02 cuộc kiểm tra', 'công bố quyết định thanh tra' beside 'công tác giám sát' and
'Ủy ban Kiểm tra'.
"""

import re
from collections.abc import Iterator

from loaders.delegations import BARE_DELEGATION, DELEGATION, MODE
from loaders.model import Span

_MODE = MODE.replace(" ", r"\s{1,3}")
# A point of a plan or a heading begins with the word: 'a) Kiểm tra Chi bộ ...', '1. Giám sát ...'.
_CAPITAL_MODE = (
    r"Giám\s{1,3}sát(?:,?\s{1,3}(?:và\s{1,3})?kiểm\s{1,3}tra)?"
    r"|Kiểm\s{1,3}tra(?:,?\s{1,3}(?:và\s{1,3})?"
    r"(?:giám\s{1,3}sát|thanh\s{1,3}tra))?|Khảo\s{1,3}sát|Phúc\s{1,3}tra"
    r"|Thanh\s{1,3}tra(?!\s+(?:tỉnh|huyện|quận|thành|thị|Chính|Nhà|nhân|Bộ|Sở|viên|xây)(?!\w))"
)
# What stands before the word shows that it is a noun: 'công tác kiểm tra', 'kế hoạch giám sát',
# 'Ủy ban kiểm tra'.
NOUN = re.compile(
    r"(?:công\s+tác|cuộc|[đĐ]oàn|[kK]ế\s+hoạch|về|việc|kết\s+quả|hoạt\s+động|[cC]hương\s+trình"
    r"|nội\s+dung|buổi|qua|sau|tăng\s+cường|nhiệm\s+vụ|[bB]an|ngành|vai\s+trò|[qQ]uyết\s+định|[qQ]uy\s+(?:chế|định|trình)"
    r"|chức\s+năng|[Pp]hòng|Vụ|Cục"
    r"|hình\s+thức|được|kết\s+luận|hậu|tự|sự|quyền|báo\s+cáo|trong|của|cho|để|bị|[tT]ổ|cơ\s+quan"
    r"|thời\s+gian|đối\s+tượng|đơn\s+vị|phạm\s+vi|quá\s+trình|phục\s+vụ|đẩy\s+mạnh|hội\s+nghị|theo"
    r"|biên\s+bản"
    r"|chất\s+lượng|hiệu\s+quả|lĩnh\s+vực|thẩm\s+tra|cán\s+bộ|giữa|thời\s+kỳ|niên\s+độ|kỷ\s+luật"
    r"|giám\s+sát|thanh\s+tra|kiểm\s+tra|bàn|làm|dân|gắn|chế\s+độ|quy\s+trình|đề\s+cương|vào"
    r"|[tT]rưởng|[pP]hó|thông\s+báo|kiến\s+nghị),?\s*(?:và\s*)?\Z",
    re.I,
)
LEFT = 40
ANNOUNCED = re.compile(
    r"(?:công\s+bố|triển\s+khai|ban\s+hành|trao|thông\s+qua)\s+(?:các\s+|Quyết"
    r"|quyết)?[^.;]{0,60}(?:[qQ]uyết\s+định|[kK]ế\s+hoạch)(?:\s+(?:và\s+[kK]ế\s+hoạch|số\s+\S+|về"
    r"|việc|của\s+[^.;,]{0,50}|về\s+việc|tiến\s+hành)){0,4}\s*\Z"
)
# Nouns that tell of an inspection all the same: its conclusion, the review of its result, 'có
# buổi giám sát'.
HELD_NOUN = re.compile(
    r"(?:(?:ban\s+hành|công\s+bố|có|ký|thông\s+báo)\s+(?:\S+\s+){0,3}?[kK]ết\s+luận(?:\s+số\s+\S+)?"
    r"(?:\s+(?:về|việc|cuộc)){0,2}"
    r"|(?:[xX]em\s+xét|[nN]ghe|[tT]hảo\s+luận)\s+(?:các\s+)?báo\s+cáo"
    r"|(?:[xX]em\s+xét|[nN]ghe|[tT]hảo\s+luận|cho\s+ý\s+kiến"
    r"|kết\s+luận|(?<!\w)[Vv]ề)[^.;]{0,60}(?:báo\s+cáo\s+)?kết\s+quả"
    r"|(?:có|tổ\s+chức|tiến\s+hành|thực\s+hiện|kết\s+thúc|hoàn\s+thành|triển\s+khai)"
    r"\s+(?:\d{1,2}\s+|các\s+)?(?:buổi|cuộc|đợt|chuyến|đoàn)|(?<!\w)[qQ]ua)\s*\Z"
)
_ON_DISCIPLINE = re.compile(
    r"quyết\s+định\s+(?:(?=(?:khai\s+trừ|cách\s+chức|cảnh\s+cáo|khiển\s+trách|giải\s+tán)\s)"
    r"|(?:thi\s+hành\s+|xử\s+lý\s+)?kỷ\s+luật(?!\s+(?:của|số|được|là))\s*:?\s*)"
    # 'đến mức phải xem xét, thi hành kỷ luật' judges, and decides nothing
    r"|(?<!mức\s)(?<!phải\s)[Xx]em\s+xét,?\s+(?:quyết\s+định\s+|kết\s+luận,?\s+"
    r"|đề\s+nghị\s+(?:[^,.;:\n]{2,50}\s)?)?(?:thi\s+hành\s+"
    r"|xử\s+lý\s+)?kỷ\s+luật(?:\s+(?:đối\s+với|các\s+tổ\s+chức\s+đảng))?\s*:?\s*"
)
# 'do ông A làm Trưởng đoàn giám sát việc ...': here the word is the verb, not the delegation's.
BEHIND_HEAD = re.compile(r"(?:(?:[Tt]rưởng\s+[Đđ]oàn|[Tt]ổ\s+trưởng|dẫn\s+đầu),?)\s*\Z")
OBJECT = re.compile(
    r"\s+(?:việc|công\s+tác|tình\s+hình|kết\s+quả|tại|đối\s+với|về|chuyên\s+đề|trực\s+tiếp"
    r"|thực\s+tế"
    r"|tiến\s+độ|chất\s+lượng|quá\s+trình|hoạt\s+động|tài\s+chính|đột\s+xuất|chấp\s+hành"
    r"|hồ\s+sơ|toàn\s+diện)(?!\w)"
    r"|\s+(?=(?:Ban|Đảng|Huyện|Tỉnh|Thành|Thị|Quận|Chi|Ủy|UBND|HĐND|Sở|Hội|Công|Trường|xã"
    r"|phường)\s)"
)
_VISIT = re.compile(
    r"(?:làm\s+việc|buổi\s+làm\s+việc|đi\s+thực\s+tế)\s+(?:trực\s+tiếp\s+)?(?=với|tại)"
)
# A class of letters opens it, so that the engine skips to them.
RELEVANT = re.compile(
    r"[GgKkTtPpĐđlq](?:iám\s+sát|iểm\s+tra|hanh\s+tra|hảo\s+sát|húc\s+tra|ỷ\s+luật"
    r"|oàn\s+công\s+tác|àm\s+việc\s+(?:trực|với|tại)|uyết\s+định\s+khai\s+trừ)"
)
_FORMS = (
    (
        "kiểm tra khi có dấu hiệu vi phạm",
        re.compile(r"(?:khi\s+có\s+|các\s+)?dấu\s+hiệu\s+vi\s+phạm"),
    ),
    ("kiểm tra chấp hành", re.compile(r"[Kk]iểm\s+tra\s+(?:việc\s+)?chấp\s+hành")),
    ("giám sát chuyên đề", re.compile(r"[Gg]iám\s+sát\s+(?:theo\s+)?chuyên\s+đề")),
    ("giám sát thường xuyên", re.compile(r"[Gg]iám\s+sát\s+thường\s+xuyên")),
    (
        "tham gia giám sát với cơ quan khác",
        re.compile(r"[pP]hối\s+hợp|tham\s+gia\s+(?:\d+\s+|các\s+)?(?:cuộc|đợt|đoàn)"),
    ),
    (
        "qua Ban Thanh tra nhân dân và Ban Giám sát đầu tư của cộng đồng",
        re.compile(r"Ban\s+Thanh\s+tra\s+nhân\s+dân|Ban\s+[Gg]iám\s+sát\s+đầu\s+tư"),
    ),
)
# 'Đoàn thanh tra đã vào Công ty A', 'UBND xã B đón Đoàn giám sát'
_MOTION = (
    r"(?:đã|lần\s+lượt|trực\s+tiếp)\s+(?:đi\s+)?(?:vào|đến|xuống|về"
    r"|tới)\s+(?:làm\s+việc\s+(?:tại|với)\s+)?(?=[A-ZĐỦ]|xã|phường|thôn|bản)"
)
_RECEIVING = rf"(?:đón(?:\s+tiếp)?|tiếp(?:\s+đón)?|làm\s+việc\s+với)\s+(?={BARE_DELEGATION})"
WORDS = re.compile(
    rf"(?<!\w)(?P<mode>{_MODE}|phúc\s{{1,3}}tra|{_CAPITAL_MODE})(?!\w)|(?P<host>{_RECEIVING})"
    rf"|(?P<visit>{_VISIT.pattern})"
    rf"|(?P<discipline>{_ON_DISCIPLINE.pattern})"
    rf"|(?P<motion>{_MOTION})"
)
# Where one of them may begin.
_WORD_STARTS = re.compile(
    r"[Gg]iám\s|[Kk]iểm\s|[Tt]hanh\s|[Kk]hảo\s|[Pp]húc\s|làm\s+việc|buổi\s+làm|đi\s+thực|[Xx]em\s+xét"
    r"|quyết\s+định|(?:đã|lần\s+lượt|trực\s+tiếp)\s+(?:đi\s+)?(?:vào|đến|xuống|về|tới)\s|đón\s"
    r"|tiếp\s"
)
_DOING = re.compile(
    r"(?:tham\s+gia|tổ\s+chức|tiến\s+hành|thực\s+hiện|triển\s+khai|đã)\s+(?:được\s+)?\Z"
)


def words_in(text: str, sentence: Span) -> Iterator[re.Match[str]]:
    """The words of inspecting in a sentence."""
    at = sentence.start
    for begun in _WORD_STARTS.finditer(text, sentence.start, sentence.end):
        if begun.start() >= at and (word := WORDS.match(text, begun.start(), sentence.end)):
            at = word.end()
            yield word


# A day or a delegation of its own makes a part of a sentence a clause of its own.
_OWN_CLAUSE = re.compile(rf"\d{{1,2}}/\d{{1,2}}|{DELEGATION.pattern}")


def clause_at(text: str, sentence: Span, at: int) -> Span:
    """The part of the sentence between semicolons or brackets.

    A semicolon in the list of members closes none.
    """
    start = max(text.rfind(";", sentence.start, at), _open_bracket(text, sentence.start, at)) + 1
    named_before = DELEGATION.search(text, sentence.start, start)
    if named_before and not _OWN_CLAUSE.search(text[start:at]):
        start = sentence.start
    depth, end = 0, sentence.end
    for mark in re.compile(r"[;()]").finditer(text, at, sentence.end):
        depth += {"(": 1, ")": -1}.get(mark[0], 0)
        if depth < 0 or (mark[0] == ";" and depth == 0 and not _goes_on(text, at, mark, sentence)):
            end = mark.start()
            break
    if ":" in text[sentence.start : sentence.end] and (
        items := _ITEMISED.search(text, sentence.start, sentence.end)
    ):
        start = max(start, items.end()) if at >= items.end() else start
        end = min(end, items.end()) if at < items.end() else end
    return Span(max(start, sentence.start), end)


# 'tổ chức 03 cuộc giám sát, gồm: ngày 05/4 giám sát ... tại A; tháng 6 giám sát ... tại B': what
# the items say is not said of the count.
_ITEMISED = re.compile(
    r"\d\s+(?:cuộc|đợt|buổi)\s[^:;.\n]{0,80}?(?:gồm|là|cụ\s+thể|sau)\s*:"
    r"(?=[^;\n]{4,200}?\s(?:giám\s+sát|kiểm\s+tra|khảo\s+sát)\s)"
)


def _goes_on(text: str, at: int, mark: re.Match[str], sentence: Span) -> bool:
    """Whether a semicolon only parts the units of a list."""
    if _LISTS.search(text, at, mark.start()):
        return True
    if not (
        _UNIT.match(text, mark.end(), sentence.end) and _UNIT_LIST.search(text, at, mark.start())
    ):
        return False
    closing = text.find(";", mark.end(), sentence.end)
    return not _UNIT_ACTS.search(text, mark.end(), closing if closing >= 0 else sentence.end)


# 'tại các sở: A, B; UBND 03 huyện C, D, E': names alone, up to the next mark.
_UNIT = re.compile(
    r"\s*(?:và\s+)?(?:(?:tại|đối\s+với)\s+)?(?:UBND|Ủy\s+ban\s+nhân|HĐND|Đảng\s+(?:ủy|bộ)|Chi\s+bộ|Sở"
    r"|Phòng|Trường|Trạm|Công\s+ty|Hợp\s+tác|Bệnh\s+viện|Trung\s+tâm|(?:Huyện|Thị|Thành|Quận)\s+ủy"
    r"|Ban\s+Thường\s+vụ|các\s+(?:xã|phường|huyện|sở)|xã|phường|thị\s+trấn|huyện)\s"
)
# A verb behind the name: it is another clause.
_UNIT_ACTS = re.compile(
    r"\s(?:đã|sẽ|giám\s+sát|kiểm\s+tra|thanh\s+tra|khảo\s+sát|tiến\s+hành|tổ\s+chức(?!\s+đảng)|thực\s+hiện"
    r"|chủ\s+trì|phối\s+hợp|có|được|báo\s+cáo|làm\s+việc)\s"
)
_UNIT_LIST = re.compile(r"(?:tại|đối\s+với|làm\s+việc\s+với)\s")
# 'tại các đơn vị sau: A; B; C': here semicolons part the units.
_LISTS = re.compile(
    r"(?:sau(?:\s+đây)?|dưới\s+đây|gồm|đơn\s+vị|địa\s+phương|cơ\s+quan|nơi|xã|phường"
    r"|doanh\s+nghiệp)\s*:[^.]*\Z"
)


def _open_bracket(text: str, start: int, at: int) -> int:
    """Where the bracket opens that is still open at `at`, or -1."""
    opened = text.rfind("(", start, at)
    return opened if text.rfind(")", start, at) < opened else -1


def verb_start(text: str, low: int, start: int) -> int:
    """Where the verb before a count begins ('tổ chức 01 đợt'), else the count itself."""
    verb = _DOING.search(text, max(low, start - 24), start)
    return verb.start() if verb else start


def mode_of(words: str) -> str:
    """The mode in the contract's words, empty where the words name none."""
    plain = re.sub(r",?\s+(?:và\s+)?", " ", words.lower())
    if "kiểm tra" in plain and "giám sát" in plain:
        return "kiểm tra, giám sát"
    named = ("thanh tra", "giám sát", "kiểm tra", "khảo sát")
    return next((m for m in named if m in plain), "kiểm tra" if "phúc tra" in plain else "")


def mode_of_delegation(delegation: re.Match[str], sentence: str) -> str:
    """The mode of a delegation by its own name, else by the first such word of its sentence."""
    return mode_of(delegation["word"]) or mode_of(
        " ".join(re.findall(r"giám sát|kiểm tra|thanh tra|khảo sát", sentence)[:1])
    )


def form_of(clause: str, delegation: bool) -> str | None:
    """The form of the inspection, if its clause or its delegation shows one."""
    for form, pattern in _FORMS:
        if pattern.search(clause):
            return form
    return "tổ chức đoàn giám sát" if delegation else None
