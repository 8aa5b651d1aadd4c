"""Delegations: who sends them, who leads them, which institutions take part.

'Đoàn giám sát của X do đồng chí Y, Phó Chủ tịch X, làm Trưởng đoàn; các thành viên là đại diện lãnh
đạo Z; ...'
"""

import re
from collections.abc import Iterator, Sequence

from loaders.anchors import positions
from loaders.bodies import body_at
from loaders.model import Body, Person, Reading, Span
from loaders.passages import Spans
from loaders.places import Home

MODE = (
    r"kiểm tra,? (?:và )?giám sát|giám sát,? (?:và )?kiểm tra|thanh tra,? (?:và )?kiểm tra"
    r"|kiểm tra,? (?:và )?thanh tra|giám sát|kiểm tra|thanh tra|khảo sát"
)
DELEGATION = re.compile(
    # 'Huyện đoàn khảo sát', 'Công đoàn giám sát': an organisation and its verb
    rf"(?P<word>(?:Đoàn|đoàn(?<!(?:Công|Liên)\sđoàn)(?<!(?:Tỉnh|Quận)\sđoàn)(?<!Thành\sđoàn)"
    rf"(?<!Huyện\sđoàn)(?<!Thị\sđoàn)|ĐOÀN|Tổ)\s+(?:(?:{MODE}|[Gg]iám sát|[Kk]iểm tra|[Tt]hanh tra"
    r"|[Kk]hảo sát|công tác|Công tác|liên ngành|rà soát|GIÁM SÁT|KIỂM TRA|THANH TRA"
    r"|KHẢO SÁT))(?:\s+(?:liên ngành|chuyên ngành|chuyên đề"
    r"|số\s+\d+|\d{2,4}(?![/\d])))*)(?!\w)".replace(" ", r"\s{1,3}").replace(
        r"\s{1,3}+",
        r""
        r"\s{1,3}",
    ),
)
_TEAMS = ("Đoàn", "đoàn", "ĐOÀN", "Tổ")


def delegations(text: str) -> Iterator[re.Match[str]]:
    """Every delegation that the text names, tried only where one of its first words stands."""
    for at in sorted(at for word in _TEAMS for at in positions(text, word)):
        if match := DELEGATION.match(text, at):
            yield match


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
    r"|(?<=,)(?<!lãnh\sđạo,)\s*(?:trực\s+tiếp\s+)?(?:phụ\s+trách|điều\s+hành"
    r"|đứng\s+đầu|chỉ\s+đạo)(?=\s*[,;.]|\s+(?:đoàn|cuộc|kỳ|buổi))|phụ\s+trách\s+(?:đoàn|cuộc)"
    r"|chủ\s+trì|[Tt]rưởng\s+[Đđ]oàn(?:\s+(?:giám\s+sát|kiểm\s+tra|công\s+tác|thanh\s+tra"
    r"|khảo\s+sát))?"
)
_LEADER_BEFORE = re.compile(
    r"(?:(?<!Phó )(?<!phó )[Tt]rưởng\s+[Đđ]oàn|[Dd]ẫn\s+đầu|[Cc]hủ\s+trì|[Đđ]ứng\s+đầu"
    r"|lần\s+nào\s+cũng\s+do)[^.;\n]{0,60}\Z"
)


# 'Quyết định số 209/QĐ-MTTQ-BTT ... về thành lập Đoàn giám sát việc ...'
# 'Quyết định số 12-QĐ/UBKT ... thành lập Tổ kiểm tra', '... về việc kiện toàn Đoàn kiểm tra'
_ESTABLISHES = re.compile(
    r"[\s,“\"]{0,3}(?:về\s+)?(?:việc\s+)?(?:(?:thành\s+)?lập|kiện\s+toàn)\s+(?:các\s+|\d+\s+)?(?:Đoàn|đoàn|Tổ|tổ)"
    r"\s+(?:giám\s+sát|kiểm\s+tra|thanh\s+tra|khảo\s+sát|công\s+tác)"
)


def establishing(reading: Reading) -> dict[str, list[Span]]:
    """The instruments whose titles set up a delegation, with the words that say so."""
    repeated, found = Spans(reading.repeated), dict[str, list[Span]]()
    for citation in reading.citations:
        title = _ESTABLISHES.match(reading.source.text, citation.span.end)
        start = citation.span.start
        if title and citation.instrument and not repeated.overlaps(start, start + 1):
            found.setdefault(citation.instrument, []).append(Span(start, title.end()))
    return found


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
