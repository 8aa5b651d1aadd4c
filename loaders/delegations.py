"""Delegations: who sends them, who leads them, which institutions take part.

'Đoàn giám sát của X do đồng chí Y, Phó Chủ tịch X, làm Trưởng đoàn; các thành viên là đại diện lãnh
đạo Z; ...'
"""

import re
from collections.abc import Iterator, Sequence

from loaders.bodies import body_at, resolve
from loaders.joined_bodies import joined_in
from loaders.model import Body, Inspection, Person, Reading, Span
from loaders.passages import sentences
from loaders.places import Home

MODE = (
    r"kiểm tra,? (?:và )?giám sát|giám sát,? (?:và )?kiểm tra|thanh tra,? (?:và )?kiểm tra"
    r"|kiểm tra,? (?:và )?thanh tra|giám sát|kiểm tra|thanh tra|khảo sát"
)
DELEGATION = re.compile(
    rf"(?P<word>(?:Đoàn|đoàn|ĐOÀN|Tổ)\s+(?:(?:{MODE}|[Gg]iám sát|[Kk]iểm tra|[Tt]hanh tra"
    r"|[Kk]hảo sát|công tác|Công tác|liên ngành|rà soát|GIÁM SÁT|KIỂM TRA|THANH TRA"
    r"|KHẢO SÁT))(?:\s+(?:liên ngành|chuyên ngành|chuyên đề"
    r"|số\s+\d+|\d{2,4}(?![/\d])))*)(?!\w)".replace(" ", r"\s{1,3}").replace(
        r"\s{1,3}+",
        r""
        r"\s{1,3}",
    ),
)
# 'tiếp đoàn do ông A dẫn xuống': what a delegation is called when it is known already.
BARE_DELEGATION = (
    r"(?:các\s+|một\s+)?(?:[Đđ]oàn|[Tt]ổ\s+(?:công|giám|kiểm))(?!\s+(?:thể|viên|kết|kinh))"
)
_SENT_BY = re.compile(
    r"\s*(?:\((?:gọi tắt|sau đây)[^)]{0,60}\)\s*)?(?:của\s+|thuộc\s+|do\s+(?=(?:Ban|Ủy|UBKT|HĐND"
    r"|UBND|Thường|Thanh|MTTQ|Huyện|Tỉnh|Thành)))?(?=[A-ZĐỦ])"
)
_LEADS = re.compile(
    r"(?:làm|là|giữ chức)\s+(?:[Tt]rưởng\s+(?:[Đđ]oàn|[Bb]an)|[Tt]ổ\s+trưởng|[Đđ]oàn\s+trưởng)"
    r"|dẫn\s+(?:đầu|đoàn|xuống)|(?:người\s+)?cầm\s+đoàn"
    r"|(?<=,)\s*(?:trực\s+tiếp\s+)?(?:phụ\s+trách|điều\s+hành"
    r"|đứng\s+đầu|chỉ\s+đạo)(?=\s*[,;.]|\s+(?:đoàn|cuộc|kỳ|buổi))|phụ\s+trách\s+(?:đoàn|cuộc)"
    r"|chủ\s+trì|[Tt]rưởng\s+[Đđ]oàn(?:\s+(?:giám\s+sát|kiểm\s+tra|công\s+tác|thanh\s+tra"
    r"|khảo\s+sát))?"
)
_LEADER_BEFORE = re.compile(
    r"(?:(?<!Phó )(?<!phó )[Tt]rưởng\s+[Đđ]oàn|[Dd]ẫn\s+đầu|[Cc]hủ\s+trì|[Đđ]ứng\s+đầu"
    r"|lần\s+nào\s+cũng\s+do)[^.;\n]{0,60}\Z"
)
# 'các thành viên đoàn công tác là đại diện lãnh đạo các cơ quan, đơn vị: ...'  'Tham gia đoàn có
# ...'  'Thành phần Đoàn giám sát có: ...'
_MEMBERS = re.compile(
    r"(?:(?:các\s+)?thành\s+viên\s+(?:của\s+|trong\s+|tham\s+gia\s+)?(?:[Đđ]oàn"
    r"|tổ)?[^.;\n:]{0,60}?(?:(?:là|gồm|có|bao\s+gồm)\s*:?\s+)|thành\s+viên\s*:\s+(?=đại\s+diện)"
    r"|thành\s+viên\s+(?:gồm\s+|là\s+|có\s+)?(?:mời\s+)?đại\s+diện\s+"
    r"|các\s+thành\s+viên\s+(?:là\s+\S+\s+\S+\s+)?(?:của|thuộc|từ)\s+(?=[A-ZĐỦ])(?!Đoàn)"
    r"|(?:[Cc]ùng\s+)?(?:[Tt]ham\s+gia|[Tt]ham\s+dự"
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
    r"|(?:gồm|có)\s+(?:các\s+)?(?:đồng\s+chí|ông|bà|thành\s+viên)[^.\n]{10,400}?[;,]\s+(?:và\s+)?"
    r"(?:các\s+)?(?:đại\s+diện|lãnh\s+đạo)\s+(?:lãnh\s+đạo\s+)?"
    r"|,\s+đi\s+cùng\s+"
    r"|[Cc]ùng\s+đi\s+có\s+"
    r"|cán\s+bộ\s+rút\s+từ\s+"
    r"|[Mm]ời\s+(?:đại\s+diện\s+)?(?=[^.;\n]{4,90}\s(?:cùng\s+)?tham\s+gia)"
    r"|[Đđ]oàn\s+(?:giám\s+sát\s+|kiểm\s+tra\s+|công\s+tác\s+|khảo\s+sát\s+)?"
    r"(?:còn\s+)?(?:gồm|có)\s+(?:[^.;\n:]{0,40}\s)?đại\s+diện\s+|[Đđ]oàn\s+còn\s+(?:có|gồm)\s+)"
)
# 'Ban Dân vận Huyện ủy và Phòng Nội vụ huyện cử cán bộ tham gia đoàn': here they stand before.
_JOINED = re.compile(
    r"\s(?:(?:được\s+mời\s+|đã\s+|cùng\s+|cũng\s+)*cử\s+(?:cán\s+bộ|đại\s+diện|người|công\s+chức"
    r"|chuyên\s+viên|lãnh\s+đạo|thành\s+viên)[^.;\n]{0,40}?\s(?:tham\s+gia|tham\s+dự|cùng|dự)"
    r"|(?:được\s+mời\s+|đã\s+|cùng\s+|cũng\s+)*(?:tham\s+gia|tham\s+dự)\s+(?:với\s+"
    r"|cùng\s+)?(?:các\s+)?"
    r"(?:[Đđ]oàn|[Tt]ổ|cuộc|buổi|giám\s+sát|kiểm\s+tra|thành\s+phần)"
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
_ASKED = re.compile(r"đề\s+nghị|yêu\s+cầu|kiến\s+nghị|căn\s+cứ\s+kế\s+hoạch")
_MEMBERS_END = re.compile(
    r"\s(?:đã|tiến\s+hành|triển\s+khai|tổ\s+chức\s+(?:giám|kiểm|khảo|làm|đoàn)|có\s+buổi"
    r"|làm\s+việc|thanh\s+tra\s+(?:việc|tại|đối)|giám\s+sát|kiểm\s+tra\s+(?:việc|tại|đối)"
    r"|khảo\s+sát"
    r"|tại|về\s+việc|cùng\s+tham\s+gia)\s|,\s*(?:giám|kiểm|khảo)\s|\.\s|\.?\Z"
    # a wrapped line goes on
    r"|\n(?=\s*(?:\n|[-+*•#]|\d{1,2}\s?[.)]))"
)
# 'đồng chí X, Phó Chủ tịch HĐND tỉnh': a person's position brings no institution in.
_PERSONAL = re.compile(r"(?:đồng\s+chí|ông|bà)\s+[A-ZĐ]\w+\s+[A-ZĐ]\w*[^;]{0,200}", re.U)


# 'Quyết định số 209/QĐ-MTTQ-BTT ... về thành lập Đoàn giám sát việc ...'
# 'Quyết định số 12-QĐ/UBKT ... thành lập Tổ kiểm tra', '... về việc kiện toàn Đoàn kiểm tra'
_ESTABLISHES = re.compile(
    r"[\s,“\"]{0,3}(?:về\s+)?(?:việc\s+)?(?:(?:thành\s+)?lập|kiện\s+toàn)\s+(?:các\s+|\d+\s+)?(?:Đoàn|đoàn|Tổ|tổ)"
    r"\s+(?:giám\s+sát|kiểm\s+tra|thanh\s+tra|khảo\s+sát|công\s+tác)"
)


def establishing(reading: Reading, inspection: Inspection) -> Iterator[tuple[str, Span]]:
    """The mandates of an inspection whose titles set up its delegation, with the words."""
    for citation in reading.citations:
        if citation.instrument in inspection.mandate and not any(
            passage.start <= citation.span.start < passage.end for passage in reading.repeated
        ):
            title = _ESTABLISHES.match(reading.source.text, citation.span.end)
            if citation.instrument and title:
                yield citation.instrument, Span(citation.span.start, title.end())


def sender(text: str, delegation: re.Match[str], end: int, home: Home) -> tuple[Body, int] | None:
    """The body that sends the delegation, with the end of its name."""
    link = _SENT_BY.match(text, delegation.end(), end)
    return (
        body_at(text, link.end(), min(end, link.end() + 200), home, institutions=False)
        if link
        else None
    )


def leader(text: str, span: Span, people: Sequence[Person]) -> Person | None:
    """The person whom the stretch calls the head of the delegation, or who leads its session."""
    named = sorted(
        (s, person) for person in people for s in person.spans if span.start <= s.start < span.end
    )
    for index, (where, person) in enumerate(named):
        following = named[index + 1][0].start if index + 1 < len(named) else span.end
        end = min(following, where.end + 320, span.end)
        if _LEADS.search(text, where.end, end):
            return person
        if _LEADER_BEFORE.search(text, max(span.start, where.start - 100), where.start):
            return person
    return None


# 'Bà Đỗ Thị Mận, Phó Chủ tịch Ủy ban MTTQ xã - Trưởng đoàn;'
_LISTED_HEAD = re.compile(
    r"[^\n;]{0,120}?(?:-|–|,|:|\()\s*(?:làm\s+)?(?<!Phó )(?<!phó )(?:[Tt]rưởng\s+[Đđ]oàn"
    r"|[Tt]ổ\s+trưởng)(?!\w)"
)


# '1. Trưởng đoàn: Ông Ma Văn Chiêm, ...'
_HEAD_LABEL = re.compile(
    r"(?<!Phó )(?<!phó )(?:[Tt]rưởng\s+[Đđ]oàn|[Tt]ổ\s+trưởng)\s*(?::|là)\s*(?:[Đđ]ồng\s+chí"
    r"|[ÔôBb]\w{1,2})?\s*\Z"
)


def head_listed(text: str, people: Sequence[Person]) -> Person | None:
    """The one person whom a list of the delegation's people calls its head."""
    heads = [
        p
        for p in people
        if any(
            _LISTED_HEAD.match(text, s.end)
            or _HEAD_LABEL.search(text, max(0, s.start - 40), s.start)
            for s in p.spans
        )
    ]
    return heads[0] if len(heads) == 1 else None


def members(text: str, span: Span, home: Home, inspector: Body | None) -> tuple[Body, ...]:
    """The institutions that take part.

    From the words that introduce them to the end of their list.
    """
    found: list[tuple[int, Body]] = []
    for listed in _listed(text, span):
        found += _committees(text, listed, home, inspector)
        for body in joined_in(text, listed, home, inspector):
            at = _place_of(text, body, listed)
            if not _PERSONAL.fullmatch(
                text[max(listed.start, text.rfind(";", listed.start, at)) : at].strip(" ;")
            ):
                found.append((at, body))
    named: dict[str, Body] = {}
    for _, body in sorted(found, key=lambda each: each[0]):
        named.setdefault(body.iri, body)
    return tuple(b for b in named.values() if inspector is None or b.iri != inspector.iri)


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


def _listed(text: str, span: Span) -> Iterator[Span]:
    """The stretches that list who takes part, behind words that introduce them or before them."""
    first = next((each.end for each in sentences(text, span)), span.end)
    for cue in _MEMBERS.finditer(text, span.start, span.end):
        if cue.start() >= first and cue[0].startswith(("phối", "cùng với")):
            # another sentence tells of other work that was done together
            continue
        if _ASKED_TO.search(text, max(span.start, cue.start() - 120), cue.start()):
            continue
        stop = _MEMBERS_END.search(text, cue.end(), span.end)
        yield Span(cue.end(), stop.start() if stop else span.end)
    for sentence in sentences(text, span):
        joined = _JOINED.search(text, sentence.start, sentence.end)
        if joined is None or _MEMBERS.search(text, sentence.start, joined.end()):
            continue
        start = max(sentence.start, text.rfind(";", sentence.start, joined.start()) + 1)
        if told := _HAVING.search(text, start, joined.start()):
            start = told.end()
        words = text[start : joined.start()]
        if not (_ASKED.search(words) or DELEGATION.search(words)):
            yield Span(start, joined.start())


def _place_of(text: str, body: Body, span: Span) -> int:
    """Where the body's name begins in the stretch, by its first two words."""
    first = re.compile(r"\s+".join(map(re.escape, body.name.split()[:2]))).search(
        text, span.start, span.end
    )
    return first.start() if first else span.start
