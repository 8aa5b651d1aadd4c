"""Disciplinary decisions on named organisations and persons.

And the stretches that identify a person in such a matter.

A proposal ('đề nghị ... xem xét'), a denial ('không thi hành kỷ luật') and a tally ('khiển trách 16
đồng chí') are none.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from loaders.model import Discipline, Span
from loaders.passages import UPPER, folded, paragraphs, sentences, spaces_folded

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
_FORM = re.compile(
    r"(?P<form>khiển\s+trách|cảnh\s+cáo|cách\s+chức|cách\s+tất\s+cả|cách\s+các\s+chức|cách\s+hết"
    r"|khai\s+trừ"
    r"|giải\s+tán|giáng\s+chức"
    r"|hạ\s+bậc\s+lương|buộc\s+thôi\s+việc|xóa\s+tư\s+cách)"
    r"(?P<tail>(?:\s+(?:các\s+)?chức\s+vụ(?:\s+(?:trong\s+)?Đảng)?|\s+trong\s+Đảng"
    r"|\s+(?:ra\s+)?khỏi\s+(?:Đ|đ)ảng)*(?:\s+(?:(?!khiển\s+trách|cảnh\s+cáo|khai\s+trừ"
    r"|cách\s+chức)[^;.:()\n]){2,160}?(?=\s+đối\s+với\s))?)",
    re.I,
)
_HONORIFIC = r"(?:các\s+)?(?:đồng\s+chí|đ/c|ông|bà|đảng\s+viên)\s*:?"
NAME = rf"[{UPPER}][\w'’]*(?:\s[{UPPER}][\w'’]*){{1,4}}"
_ORGANISATION = (
    r"(?:tập\s+thể\s+)?(?:Ban\s+(?:Thường\s+vụ|cán\s+sự|Chấp\s+hành|Bí\s+thư|Chi\s+ủy)|Đảng\s+(?:ủy"
    r"|bộ|đoàn)|[Cc]hi\s+(?:ủy|bộ)(?!\s+viên)|đảng\s+ủy(?!\s+viên)"
    r"|(?:Tỉnh|Thành|Huyện|Quận|Thị)\s+ủy|Ủy\s+ban\s+[Kk]iểm\s+tra|UBKT|Ban\s+Thường\s+vụ|BTV|UBND"
    r"|Ủy\s+ban\s+nhân\s+dân|HĐND)"
)
# Who is told by a position alone: 'khiển trách đồng chí thủ quỹ'.
_POSITION = (
    r"(?:nguyên\s+)?(?:thủ\s+quỹ|kế\s+toán|(?:phó\s+)?(?:bí\s+thư|chủ\s+tịch|chủ\s+nhiệm|giám\s+đốc"
    r"|hiệu\s+trưởng|trưởng\s+\w+)|cán\s+bộ\s+\w+|chi\s+ủy\s+viên)"
)
# What follows a form directly: 'đối với đồng chí A, Bí thư ...', 'Ban cán sự đảng UBND tỉnh ...',
# 'các đồng chí: A, B và C'.
_TARGET = re.compile(
    r"\s*:?\s*(?:được\s+áp\s+dụng\s+)?(?:đối\s+với|với)?\s*:?\s*"
    rf"(?:(?P<honorific>{_HONORIFIC})\s*(?P<person>(?-i:{NAME})|{_POSITION})"
    rf"|(?P<person2>(?-i:{NAME}))(?=,)|(?P<body>{_ORGANISATION}\s[^,;.:()\n]{{2,120}}))",
    re.I,
)
# 'thi hành kỷ luật đồng chí A, chức vụ ..., bằng hình thức cảnh cáo'
_BEFORE = re.compile(
    r"(?:kỷ\s+luật\s+(?:đối\s+với\s+)?|;\s+(?:và\s+)?|,\s+và\s+)(?:(?P<honorific>(?:đồng\s+chí"
    r"|ông|bà"
    rf"|đ/c))\s+(?P<person>(?-i:{NAME}))|(?P<body>(?-i:{_ORGANISATION})\s[^,;.:()\n]{{2,120}}?)"
    r"(?=,|\s+(?:(?:bằng|với|theo|ở)\s+)?hình\s+thức|\s+(?:các\s+)?nhiệm\s+kỳ|\s+(?:do|vì)\s))"
    r"(?P<rest>[^;.]{0,400}?)\s*(?:bằng|với|theo|ở)?\s*hình\s+thức\s*:?\s*\Z",
    re.I,
)
# 'Đồng chí A, nguyên Chủ tịch UBND xã, bị thi hành kỷ luật khai trừ'
_SUFFERED = re.compile(
    rf"(?<!\w)(?:(?P<honorific>{_HONORIFIC})\s*(?P<person>(?-i:{NAME}))"
    rf"|(?P<body>(?-i:{_ORGANISATION})"
    r"\s[^,;.:()\n]{2,120}?))(?P<rest>(?:,[^;.]{0,240})?),?\s+(?:đã\s+|vừa\s+|cũng\s+)?(?:bị|(?:phải"
    rf"\s+)?(?:nhận|chịu))\s+(?:(?-i:{_ORGANISATION})\s[^,;.:()\n]{{2,60}}?\s+)?"
    r"(?:thi\s+hành\s+|xử\s+lý\s+)?(?:kỷ\s+luật\s+)?(?:(?:bằng|với|ở)\s+)?"
    r"(?:(?:hình\s+thức|mức)(?:\s+[^,;.:]{1,60}:)?\s+)?(?:kỷ\s+luật\s+)?\Z",
    re.I,
)
# 'xét đơn của đồng chí A, nguyên Bí thư ..., UBKT giữ nguyên hình thức kỷ luật cảnh cáo'
_UPHELD = re.compile(
    rf"(?:đơn|khiếu\s+nại)[^.;]{{0,60}}?\scủa\s+(?:(?P<honorific>{_HONORIFIC})\s*)?(?P<person>(?-i:{NAME})|{_POSITION}[^,;.]{{0,60}})"
    r"(?P<body>)(?P<rest>[^;.]{0,240}?)\s(?:giữ\s+nguyên|chuẩn\s+y)\s+(?:(?:hình\s+thức|mức|quyết\s+định)\s+)?"
    r"(?:thi\s+hành\s+)?(?:kỷ\s+luật\s+)?\Z",
    re.I,
)
# 'kỷ luật hai đồng chí: A, Bí thư (khiển trách), B (cảnh cáo)'
_BRACKETED = re.compile(
    rf"(?P<person>{NAME})(?P<body>)(?:,[^,;()]{{2,60}})?\s*\((?:hình\s+thức\s+)?\Z"
)
# A row of a table below 'các hình thức kỷ luật sau:': 'Đồng chí A, kế toán xã ..... Khai trừ'.
_ROW = re.compile(
    rf"^[ \t|]*(?P<row>(?:{_HONORIFIC}\s*(?P<person>(?-i:{NAME}))|(?P<body>(?-i:{_ORGANISATION})"
    r"[ \t][^,;.:|()\n]{2,120}?))(?:,[^.;|\n]{0,160}?)?[ \t]*(?:\.{3,}|\||\t|[ ]{3,})[ \t]*"
    rf"{_FORM.pattern})[ \t|]*$",
    re.I | re.M,
)
_ROWS_BELOW = re.compile(r"kỷ\s+luật(?:\s+(?:sau|như\s+sau|cụ\s+thể))?\s*:\s*$", re.I | re.M)
_ROWS_REACH = 1500
_NEGATED = re.compile(
    r"(?:không|chưa|miễn)\s+(?:\w+\s+){0,3}\Z|(?:không|chưa)\s+(?:thi\s+hành|xử\s+lý|xem\s+xét"
    r"|bị)\s+kỷ\s+luật|xóa\s+(?:bỏ\s+)?(?:kỷ\s+luật|hình\s+thức)"
    # an allegation: 'tố cáo đồng chí A bị kỷ luật oan'
    rf"|tố\s+cáo\s+(?:về\s+việc\s+)?{_HONORIFIC}",
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
_MATTER = re.compile(r"kỷ\s+luật|hình\s+thức|quyết\s+định|khỏi\s+(?:Đ|đ)ảng|\bbị\b", re.I)
_TARGET_STOP = re.compile(
    r"\s(?:và\s+(?:các\s+)?(?:đồng\s+chí|ông|bà|đ/c|khiển|cảnh|cách|khai|giải)|các\s+nhiệm\s+kỳ|nhiệm\s+kỳ|do\s|vì\s|về\s"
    r"|bằng\s|đã\s|trong\s+việc)"
)
_ROLE = re.compile(
    r"(?:nguyên|Nguyên|Bí\sthư|Phó|Chủ\s(?:tịch|nhiệm)|Giám\sđốc|Trưởng|Ủy\sviên|Tỉnh\sủy\sviên"
    r"|Chánh|Cán\sbộ|Thường\strực|Hiệu\strưởng)"
)
_ANNOUNCED = re.compile(
    r"(?:quyết\s+định|đã)\s+(?:(?:thi\s+hành\s+)?kỷ\s+luật|:)|quyết\s+định:", re.I
)
_POINT = re.compile(r"[-+*•]\s|\d{1,2}[.)]\s|[a-zđ]\)\s")


@lru_cache(maxsize=2)
def discipline(text: str) -> tuple[Discipline, ...]:
    """The disciplinary decisions that a text reports on named organisations or persons.

    One a target.
    """
    if not _FORM.search(text):
        return ()
    seen = folded(text)
    found: list[Discipline] = []
    announced = False
    for paragraph in paragraphs(seen):
        if _FORM.search(seen, paragraph.start, paragraph.end):
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
    for match in _FORM.finditer(seen, sentence.start, sentence.end):
        before = seen[sentence.start : match.start()]
        if _is_denied(before) or not (
            decided or _MATTER.search(seen, sentence.start, sentence.end)
        ):
            continue
        form = _form_of(match["form"])
        targets = list(_targets(seen, sentence, match, before))
        if not targets and (appealed := _appealed(seen, opened, sentence, before)):
            targets = [(Span(match.start(), match.end()), appealed)]
        for span, target in targets:
            yield Discipline(span, form, spaces_folded(text[target.start : target.end]), 1)


# 'Xét đơn của đảng viên A ... . Căn cứ Điều 22 ..., UBKT giữ nguyên hình thức kỷ luật khiển trách'
_APPEAL = re.compile(
    rf"(?:đơn|khiếu\s+nại)[^.;]{{0,60}}?\scủa\s+(?:{_HONORIFIC}\s*)(?P<person>(?-i:{NAME}))", re.I
)
_UPHOLDS = re.compile(
    r"\s(?:giữ\s+nguyên|chuẩn\s+y)\s+(?:(?:hình\s+thức|mức|quyết\s+định)\s+)?(?:thi\s+hành\s+)?(?:kỷ\s+luật\s+)?\Z",
    re.I,
)


def _appealed(seen: str, opened: int, sentence: Span, before: str) -> Span | None:
    """Whose appeal the paragraph tells, where a sentence behind upholds the form."""
    if not _UPHOLDS.search(before):
        return None
    told = list(_APPEAL.finditer(seen, opened, sentence.start))
    return Span(*told[-1].span("person")) if told else None


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


_REACH = 700


def _targets(
    seen: str, sentence: Span, form: re.Match[str], before: str
) -> Iterator[tuple[Span, Span]]:
    """Pairs of the stretch that states a decision and its target."""
    bracketed = seen[form.end() : form.end() + 1] == ")"
    direct = None if bracketed else _TARGET.match(seen, form.end(), sentence.end)
    if direct is None:
        earlier = _BRACKETED.search(before) if bracketed else _struck_before(before)
        if earlier:
            start, end = (sentence.start + at for at in earlier.span(_group(earlier)))
            target = Span(start, _target_end(seen, start, end))
            yield Span(start, form.end()), target
        return
    group = "person2" if direct["person2"] else _group(direct)
    first = Span(direct.start(group), _target_end(seen, direct.start(group), direct.end(group)))
    yield Span(form.start(), first.end), first
    plural = (direct["honorific"] or "").lower().startswith("các") or group == "person2"
    yield from ((name, name) for name in _others(seen, first.end, sentence.end, plural))


def _struck_before(before: str) -> re.Match[str] | None:
    """Who stands before a form that strikes them."""
    offset = max(0, len(before) - _REACH)
    found = (pattern.search(before, offset) for pattern in (_BEFORE, _SUFFERED, _UPHELD))
    return next((each for each in found if each), None)


def _group(struck: re.Match[str]) -> str:
    return "person" if struck["person"] else "body"


def _target_end(seen: str, start: int, end: int) -> int:
    """An organisation's name ends before the next target, its matter or its time."""
    stop = _TARGET_STOP.search(seen, start, end)
    words = seen[start : stop.start() if stop else end]
    return start + len(words.rstrip())


# A further target of the list: '; Trịnh Huy Đại, nguyên ...'  'và đồng chí Giàng A Tủa'  'và các
# ông: ...'
_FURTHER = re.compile(
    rf"(?P<mark>[,;]|\svà)\s+(?:và\s+)?(?P<honorific>{_HONORIFIC}\s*)?(?P<name>{NAME})(?=\s*"
    r"(?:[,;.(]|\svà\s|\Z|\n))"
)
# '; tập thể Chi ủy Chi bộ Hạt Kiểm lâm'
_FURTHER_BODY = re.compile(
    rf"(?:;|\svà)\s+(?:và\s+)?(?P<name>(?-i:{_ORGANISATION})\s[^,;.:()\n]{{2,120}})", re.I
)
_END_OF_LIST = re.compile(
    _FORM.pattern + r"|\sbằng\s+hình\s+thức|\sdo\s|\svì\s|\sđề\s+nghị|\syêu\s+cầu", re.I
)


def _others(seen: str, start: int, end: int, plural: bool) -> Iterator[Span]:
    """Further persons of a list, over the positions that stand between their names."""
    stop = _END_OF_LIST.search(seen, start, end)
    last = stop.start() if stop else end
    # '; đồng chí B bị cảnh cáo' strikes B alone.
    if stop and (passive := _NEXT_STRUCK.search(seen, start, last)):
        last = passive.start()
    for body in _FURTHER_BODY.finditer(seen, start, min(last, start + 600)):
        if not _ACTS.search(body[0]):
            yield Span(body.start("name"), _target_end(seen, *body.span("name")))
    for match in _FURTHER.finditer(seen, start, min(last, start + 2500)):
        many = (match["honorific"] or "").lower().lstrip().startswith("các")
        if _ROLE.match(match["name"]) or not (plural or match["honorific"]):
            continue
        # 'Bí thư Thị ủy Đông Triều, nguyên ...' is a position; a bare name follows a
        # semicolon, 'và' or another name.
        behind_comma = not match["honorific"] and match["mark"] == ","
        if behind_comma and not _PLAIN_LIST.match(seen, start, match.start() + 1):
            continue
        plural = plural or many
        yield Span(match.start("name"), match.end("name"))


# '; Ban Thường vụ Huyện ủy yêu cầu ...' decides, and is not struck.
_ACTS = re.compile(
    r"\s(?:yêu|đề|quyết|xem|đã|giao|chỉ|kiến|tiếp|bị|phải|nhận|có|thông|báo|cũng|sẽ|ra|họp)\s"
)
_NEXT_STRUCK = re.compile(
    rf"(?:;|,|\svà)\s+(?:và\s+)?{_HONORIFIC}(?=[^;]*\s(?:bị|nhận|chịu)\s[^;]{{0,40}}\Z)(?!.*;)",
    re.I | re.S,
)
_PLAIN_LIST = re.compile(rf"(?:,\s*{NAME}\s*){{0,40}},")
