"""Who takes part in a delegation: the institutions that send someone, and the people named.

'Tham gia đoàn có đại diện A, B; ông C, Phó Chủ tịch D': a person's position brings no institution
in.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import product

from loaders.bodies import resolve
from loaders.delegations import DELEGATION
from loaders.joined_bodies import joined_in
from loaders.model import Body, Member, Person, Span
from loaders.passages import sentences
from loaders.places import Home

# 'các thành viên đoàn công tác là đại diện lãnh đạo các cơ quan, đơn vị: ...'  'Tham gia đoàn có
# ...'  'Thành phần Đoàn giám sát có: ...'
_MEMBERS = re.compile(
    r"(?:(?:các\s+)?[Tt]hành\s+viên\s+(?:của\s+|trong\s+|tham\s+gia\s+)?(?:[Đđ]oàn"
    r"|[Tt]ổ)?[^.;\n:]{0,60}?(?:(?:là|gồm|có|bao\s+gồm)\s*:?\s+)|thành\s+viên\s*:\s+(?=đại\s+diện)"
    # 'Thành viên Đoàn: đại diện A; B', 'Thành phần Đoàn giám sát: A, B'
    r"|[Tt]hành\s+(?:viên|phần)\s+(?:tham\s+gia|[Đđ]oàn|[Tt]ổ)[^.;\n:]{0,30}:\s+(?=[A-ZĐỦ]|đại\s+diện|đồng\s+chí|ông\s|bà\s)"
    r"|thành\s+viên\s+(?:gồm\s+|là\s+|có\s+)?(?:mời\s+)?đại\s+diện\s+"
    r"|các\s+thành\s+viên\s+(?:là\s+\S+\s+\S+\s+)?(?:của|thuộc|từ)\s+(?=[A-ZĐỦ])(?!Đoàn)"
    r"|(?:[Cc]ùng\s+)?(?:[Tt]ham\s+gia|[Tt]ham\s+dự|(?<!\w)Đi|(?<!\w)Dự|(?<!\w)Cùng(?:\s+làm\s+việc)?"
    r"|đi|dự)\s+(?:cùng\s+)?(?:với\s+)?(?:[Đđ]oàn|[Tt]ổ|buổi|cuộc|giám\s+sát|kiểm\s+tra)[^.;\n:]{0,60}?(?:có|gồm"
    r"|là)\s*:?\s*"
    r"|[Tt]hành\s+phần\s+(?:[Đđ]oàn|tham\s+gia)[^.;\n:]{0,60}?(?:có|gồm|là)\s*:?\s*"
    r"|[Cc]ùng\s+(?:dự|tham\s+gia|đi|tham\s+dự)(?:\s+có|\s+là)?\s*:?\s+(?=(?:các\s+)?(?:đại\s+diện"
    r"|lãnh\s+đạo|đồng\s+chí|thành\s+viên)|(?:có|là)\s)"
    r"|(?:với|có)\s+sự\s+(?:tham\s+gia|tham\s+dự|phối\s+hợp)(?:,?\s+(?:tham\s+gia"
    r"|phối\s+hợp))?\s+(?:của|với)\s+"
    r"|(?:chủ\s+trì,?\s+|,\s+|vừa\s+|đã\s+)phối\s+hợp\s+(?:cùng|với)\s+|chủ\s+trì,?\s+cùng\s+(?:với\s+)?"
    # 'Mặt trận xã phối hợp với A, B giám sát việc ...'
    r"|(?:phối\s+hợp(?:\s+(?:cùng|với))?|cùng\s+với)\s+(?=[^.;\n]{4,200}?\s(?:giám\s+sát|kiểm\s+tra|khảo\s+sát"
    r"|thanh\s+tra)\s)"
    # 'thành lập Đoàn giám sát theo Quyết định số 18, gồm: A, B'
    r"|lập\s+(?:[Đđ]oàn|[Tt]ổ)[^.\n]{0,160}?,?\s(?:bao\s+)?gồm(?:\s+có)?\s*:\s*(?=[A-ZĐỦ])"
    # 'Đoàn gồm các đồng chí: A, Phó Chủ tịch, Trưởng đoàn; đại diện Ban Pháp chế, Phòng Nội vụ'
    r"|(?:gồm|có)\s+(?:các\s+)?(?:đồng\s+chí|ông|bà|thành\s+viên)(?=[^.\n]{10,400}?[;,]\s+(?:và\s+)?"
    r"(?:các\s+)?(?:đại\s+diện|lãnh\s+đạo)\s)"
    # 'Đoàn gồm 05 thành viên: đồng chí A, ...', 'các thành viên gồm ông A'
    r"|(?:[Đđ]oàn|[Tt]ổ)\s+(?:(?:giám\s+sát|kiểm\s+tra|thanh\s+tra|khảo\s+sát|công\s+tác)\s+)?"
    r"(?:gồm|có)\s+(?:có\s+)?(?:\d{1,2}\s+)?(?:các\s+)?(?:thành\s+viên|đồng\s+chí|ông|bà|người)(?!\w)"
    r"|thành\s+viên\s+(?:gồm|có|là)\s+(?=(?:các\s+)?(?:đồng\s+chí|ông|bà)\s)"
    r"|[Pp]hó\s+(?:[Tt]rưởng\s+)?[Đđ]oàn\s*(?:là|gồm|:)\s+(?=(?:các\s+)?(?:đồng\s+chí|ông|bà)\s)"
    # '... làm Trưởng đoàn, các đồng chí A và B, Ủy viên, làm thành viên'
    r"|làm\s+[Tt]rưởng\s+[Đđ]oàn\s*[,;]\s+(?:và\s+)?(?=(?:các\s+)?(?:đồng\s+chí|ông|bà)\s[^.;\n]{4,240}?"
    r"\s(?:làm|là)\s+(?:thành|ủy)\s+viên)"
    r"|,\s+đi\s+cùng\s+|(?<!\w)[Tt]ham\s+gia\s+(?:còn\s+)?(?:có|gồm)\s+(?=[A-ZĐỦ]|đại\s+diện|lãnh\s+đạo)"
    # ', có đại diện A, B, đã giám sát'; 'cùng đại diện A, B giám sát'
    r"|(?:,\s+(?:có|gồm)|\scùng)\s+đại\s+diện\s+(?=[^.;\n]{4,200}(?:giám\s+sát|kiểm\s+tra|khảo\s+sát|tham\s+gia))"
    r"|[Cc]ùng\s+đi\s+có\s+"
    r"|cán\s+bộ\s+rút\s+từ\s+"
    r"|[Mm]ời\s+(?:đại\s+diện\s+)?(?=[^.;\n]{4,240}\s(?:cùng\s+)?tham\s+gia)"
    r"|[Đđ]oàn\s+(?:giám\s+sát\s+|kiểm\s+tra\s+|công\s+tác\s+|khảo\s+sát\s+)?"
    r"(?:còn\s+)?(?:gồm|có)\s+(?:[^.;\n:]{0,40}\s)?đại\s+diện\s*:?\s+|[Đđ]oàn\s+còn\s+(?:có|gồm)\s+"
    r"|[Đđ]oàn\s+(?:giám\s+sát|kiểm\s+tra|khảo\s+sát|công\s+tác|thanh\s+tra)\s(?:[^.;\n:]{4,90}\s)?gồm(?:\s+có)?"
    r"\s*:?\s+(?:đại\s+diện\s+)?(?:lãnh\s+đạo\s+)?(?=[A-ZĐỦ]))"
)


# 'Ban Dân vận Huyện ủy và Phòng Nội vụ huyện cử cán bộ tham gia đoàn': here they stand before.
_JOINED = re.compile(
    r"\s(?:(?:được\s+mời\s+|đã\s+|cùng\s+|cũng\s+)*cử\s+(?:cán\s+bộ|đại\s+diện|người|công\s+chức"
    r"|chuyên\s+viên|lãnh\s+đạo|thành\s+viên)[^.;\n]{0,40}?\s(?:tham\s+gia|tham\s+dự|cùng|dự)"
    r"|(?:được\s+mời\s+|đã\s+|cùng\s+|cũng\s+)*(?:tham\s+gia|tham\s+dự)\s+(?:với\s+"
    r"|cùng\s+)?(?:các\s+)?"
    r"(?:[Đđ]oàn|[Tt]ổ|cuộc|buổi|giám\s+sát|kiểm\s+tra|thành\s+phần)|tham\s+gia(?=\s*[,.;]|\s*\Z)"
    r"|(?:cùng|được\s+mời)\s+(?:tham\s+gia|dự|tham\s+dự|đi)(?!\w)"
    r"|là\s+thành\s+viên\s+(?:của\s+)?[Đđ]oàn"
    r"|phối\s+hợp\s+(?:tham\s+gia|thực\s+hiện))"
)


# '..., có Ban Dân vận Tỉnh ủy cùng tham gia'
_HAVING = re.compile(
    r",\s+(?:có|cùng(?:\s+với)?)\s+(?:đại\s+diện\s+)?(?=[A-ZĐỦ])(?!.*,\s+có\s)", re.S
)


# 'yêu cầu UBND xã phối hợp với A kiểm tra ...': asked for the future.
_ASKED_TO = re.compile(
    r"(?:đề\s+nghị|yêu\s+cầu|kiến\s+nghị|cần|tiếp\s+tục|tăng\s+cường)(?!\s+của)(?!\w)[^.;\n]{0,100}\Z",
    re.I,
)


# 'Làm việc với đoàn có đại diện ...', 'Về phía huyện, dự buổi làm việc có ...': the other side.
_ACROSS = re.compile(
    r"(?:[Ll]àm\s+việc|[Tt]iếp|[Đđ]ón|[Gg]ặp)\s+(?:và\s+làm\s+việc\s+)?(?:(?:với|cùng)\s+)?\Z"
    r"|[Vv]ề\s+phía\s+(?![Đđ]oàn)[^.;\n]{0,80}\Z"
)
_OF_TEAM = re.compile(r"[Đđ]oàn|[Tt]ổ\s|[Tt]hành\s+(?:viên|phần)|[Cc]ùng\s+đi|[Tt]ham\s+gia|gồm")
_ASKED = re.compile(r"đề\s+nghị|yêu\s+cầu|kiến\s+nghị|căn\s+cứ\s+kế\s+hoạch")


_MEMBERS_END = re.compile(
    r"\s(?:đã|tiến\s+hành|triển\s+khai|tổ\s+chức\s+(?:giám|kiểm|khảo|làm|đoàn)|có\s+buổi"
    r"|làm\s+việc|thanh\s+tra\s+(?:việc|tại|đối)|giám\s+sát|kiểm\s+tra\s+(?:việc|tại|đối)"
    r"|khảo\s+sát"
    r"|tại|về\s+việc|cùng\s+tham\s+gia|do\s+(?:ông|bà|đồng\s+chí))\s|,\s*(?:giám|kiểm|khảo)\s|\.\s|\.?\Z"
    # a wrapped line goes on
    r"|\n(?=\s*(?:\n|[-+*•#]|\d{1,2}\s?[.)]))"
)


# 'đồng chí X, Phó Chủ tịch HĐND tỉnh': a position brings no institution in, its deputies do.
_PERSONAL = re.compile(r"(?<!\w)(?:đồng\s+chí|[Ôô]ng|[Bb]à)\s")
_SENT = re.compile(r"đại\s+diện|lãnh\s+đạo|cán\s+bộ|các\s+(?:cơ\s+quan|ngành|ban)")


def members(
    text: str, span: Span, home: Home, inspector: Body | None, people: Sequence[Person] = ()
) -> tuple[Member, ...]:
    """The institutions and the people that take part.

    From the words that introduce them to the end of their list.
    """
    found: list[tuple[int, Member]] = []
    for listed, by_name in _listed(text, span):
        named = _people_in(listed, people) if by_name else []
        found += named
        found += _committees(text, listed, home, inspector)
        for body in joined_in(text, listed, home, inspector):
            at = _place_of(text, body, listed)
            if not _is_position(text, listed, at, named):
                found.append((at, body))
    once: dict[str, Member] = {}
    for _, member in sorted(found, key=lambda each: each[0]):
        once.setdefault(member.iri, member)
    return tuple(m for m in once.values() if inspector is None or m.iri != inspector.iri)


def _people_in(listed: Span, people: Sequence[Person]) -> list[tuple[int, Person]]:
    """The people whom a list names, each where it does so first."""
    return [
        (span.start, person)
        for person in people
        for span in person.spans
        if listed.start <= span.start < listed.end
    ]


def _is_position(text: str, listed: Span, at: int, named: Sequence[tuple[int, Person]]) -> bool:
    """Whether the body at a place belongs to the position of the person before it."""
    start = max(listed.start, text.rfind(";", listed.start, at) + 1)
    honoured = [m.end() for m in _PERSONAL.finditer(text, start, at)]
    before = max([*honoured, *(place for place, _ in named if start <= place < at)], default=None)
    return before is not None and _SENT.search(text, before, at) is None


_COUNCIL = re.compile(r"(?:HĐND|Hội đồng nhân dân) .+")


# 'Ban Văn hóa - Xã hội; Ban Pháp chế': committees of the council that sends the delegation.
_COMMITTEE = re.compile(
    r"Ban\s+(?:Pháp\s+chế|Đô\s+thị|Dân\s+tộc|Văn\s+hóa\s*[-–]\s*Xã\s+hội|Kinh\s+tế(?:\s*[-–]\s*"
    r"(?:Ngân\s+sách|Xã\s+hội))?)(?=\s*(?:[,;.)]|\Z|và\s))"
)


def _committees(
    text: str, listed: Span, home: Home, inspector: Body | None
) -> Iterator[tuple[int, Body]]:
    """The committees that the list names without their council, which sends the delegation."""
    council = _COUNCIL.search(inspector.printed) if inspector else None
    if council:
        for bare in _COMMITTEE.finditer(text, listed.start, listed.end):
            name = f"{' '.join(bare[0].split())} {council[0]}"
            yield bare.start(), resolve(name, home, None)


# Where one of the words that introduce them may begin: the engine skips to these letters.
_CUE_STARTS = re.compile(
    r"[cCtTđĐdDvplgmMP](?<!\w\w)(?:ác\s|hó\s+(?:[Tt]rưởng\s+)?[Đđ]oàn|ổ\s+(?=gồm|có|giám|kiểm)|hành\s|ham\s|ùng\s|i\s|ự\s|ới\s|ó\s|hủ\s|ừa\s|ã\s|hối\s|ập\s|àm\s|ồm\s"
    r"|án\s|ời\s|oàn\s)|,(?=\s+(?:phối|đi|có|gồm)\s)|\s(?=cùng\s+đại)"
)


def _cues(text: str, span: Span) -> Iterator[re.Match[str]]:
    """The words of a stretch that introduce those who take part."""
    at = span.start
    for begun in _CUE_STARTS.finditer(text, span.start, span.end):
        if begun.start() >= at and (cue := _MEMBERS.match(text, begun.start(), span.end)):
            at = cue.end()
            yield cue


def _listed(text: str, span: Span) -> Iterator[tuple[Span, bool]]:
    """The stretches that list who takes part, behind words that introduce them or before them.

    And whether the people named there are of the delegation, not only present.
    """
    first = next((each.end for each in sentences(text, span)), span.end)
    for cue in _cues(text, span):
        if cue.start() >= first and cue[0].startswith(("phối", "cùng với")):
            # another sentence tells of other work that was done together
            continue
        before = (text, max(span.start, cue.start() - 120), cue.start())
        if _ASKED_TO.search(*before) or _ACROSS.search(*before):
            continue
        stop = _MEMBERS_END.search(text, cue.end(), span.end)
        close = stop.start() if stop else span.end
        yield Span(cue.end(), close), _OF_TEAM.search(cue[0]) is not None
    for sentence in sentences(text, span):
        joined = _JOINED.search(text, sentence.start, sentence.end)
        if joined is None or _MEMBERS.search(text, sentence.start, joined.end()):
            continue
        start = max(sentence.start, text.rfind(";", sentence.start, joined.start()) + 1)
        if told := _HAVING.search(text, start, joined.start()):
            start = told.end()
        words = text[start : joined.start()]
        if not (_ASKED.search(words) or DELEGATION.search(words)):
            yield Span(start, joined.start()), True


def _place_of(text: str, body: Body, span: Span) -> int:
    """Where the body's name begins in the stretch, by all or its first two words."""
    for name, count in product((body.printed, body.name), (None, 2)):
        words = r"\s+".join(map(re.escape, name.split()[:count]))
        if first := re.compile(words).search(text, span.start, span.end):
            return first.start()
    return span.start
