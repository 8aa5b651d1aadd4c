"""Laws, codes and ordinances by name, and where their names end.

Names are taken from the authority list and from the text itself ('Luật Cơ yếu số 05/2011/QH13'
makes a later 'Luật Cơ yếu' a citation); an unlisted name is walked from its capital letter to the
first word that cannot belong to it.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from loaders.anchors import longest_of
from loaders.completion import bare_year, completed, whole_name
from loaders.kind_words import KindWords, label
from loaders.model import Citation, Span
from loaders.records import folded, records_by_name
from loaders.view import view
from ontology import authority
from ontology.authority import RecordedInstrument

_LAW: Final = re.compile(r"(?<!\w)(?P<kind>Bộ\s{1,3}[Ll]uật|Luật|Pháp\s{1,3}lệnh)\s{1,3}(?=\w)")
_NEXT_WORD: Final = re.compile(r"[ \n]{1,3}([^\W\d_]+)")
_FIRST_WORD: Final = re.compile(r"[^\W\d_]+")
_BETWEEN: Final = r"\s{0,3}+,?+\s{0,3}+"
_LATER_WORD: Final = re.compile(rf"{_BETWEEN}([^\W\d_]+)")
# Words that end an unlisted law's name: 'Luật Trồng trọt được sửa đổi', 'Luật Giá và các nghị
# định'.
_STOPS: Final = frozenset(
    "số ngày năm này được có quy thì là do đã đối để khi theo trong tại như cho sửa hiện còn "
    "hết của với bằng nêu trên đó hoặc nhưng phải"
    " không thuộc hướng từ đến các những sau ban về gồm nói nay mới cũ kể sẽ"
    " chưa vừa bởi trước qua bị cùng ra vào mà nên tới".split()
)
_NEXT_KINDS: Final = frozenset(
    "Luật Nghị Quyết Thông Chỉ Quy Bộ Pháp Hiến Kết Điều Khoản Căn Theo Chương Mục".split()
)
# '(sau đây gọi là Luật PPP)': from there on a name of this text.
_CALLED: Final = re.compile(r"(?:gọi|viết)\s+(?:tắt\s+|chung\s+)?là:?\s*[“\"]?\Z")
_SHORT_NAME: Final = re.compile(r"(\w[\w ,-]{1,60}?)(?=[”\"]?\))")


# 'góp ý dự thảo Luật Đất đai (sửa đổi)': it is no law yet.
_DRAFT: Final = ("dự thảo", "Dự thảo", "dự án", "Dự án", "dự thảo các", "dự án các")


def laws(text: str, words: KindWords, numbered: Iterable[Citation]) -> Iterator[Citation]:
    """Laws, codes and ordinances by name.

    The name's end comes from the lists, else from the walk.
    """
    local = _local_names(numbered)
    for match in _law_words(text, words):
        kind = label(match["kind"])
        if text[max(0, match.start() - 16) : match.start()].rstrip().endswith(_DRAFT):
            continue
        if _CALLED.search(text, max(0, match.start() - 24), match.start()):
            called = _SHORT_NAME.match(text, match.end())
            if called and not called[1].strip().isdigit():
                _grow(local, kind, called[1])
        end = _listed_end(text, match.end(), kind, local)
        if end == match.end():
            end = _amending_end(text, match.end(), local)
        if end == match.end():
            end = _quoted_end(text, end) if kind == "Pháp lệnh" else end
        if end == match.end():
            end = _walked_end(text, match.end())
        if end > match.end():
            span = Span(match.start(), end)
            if year := bare_year(text, end):
                yield whole_name(text, span.start, year[1], kind, year[0])
            else:
                yield completed(text, span.start, span, kind, None)


# 'Pháp lệnh Quy định danh hiệu vinh dự Nhà nước “Bà mẹ Việt Nam anh hùng”': a kind word begins it.
_QUOTED: Final = re.compile(
    r"[Qq]uy\s{1,3}định\s{1,3}danh\s{1,3}hiệu\s[^\n;.“”\"]{4,60}[“\"][^\n;“”\"]{3,60}[”\"]"
)


def _quoted_end(text: str, start: int) -> int:
    """Where an ordinance's name ends that closes with a title of honour; `start` for others."""
    name = _QUOTED.match(text, start)
    return name.end() if name else start


def _law_words(text: str, words: KindWords) -> Iterator[re.Match[str]]:
    """'Luật', 'Bộ luật', 'Bộ Luật' and 'Pháp lệnh' where a name may follow, each once."""
    yield from words.matches(_LAW, "BP")
    for match in words.matches(_LAW, "L"):
        if not _CODE.search(text, max(0, match.start() - 6), match.start()):
            yield match


_CODE: Final = re.compile(r"Bộ\s{1,3}\Z")
_Trie = dict[str, "_Trie"]


def _grow(tries: dict[str, _Trie], kind: str, name: str) -> None:
    """Adds a name that the lists do not have."""
    first = _FIRST_WORD.match(name)
    listed = _law_names().get((kind, first[0].casefold())) if first else None
    if listed and listed.fullmatch(name):
        return
    node = tries.setdefault(kind, {})
    for word in re.findall(r"\w+", name.casefold()):
        node = node.setdefault(word, {})
    node[""] = {}


def _local_names(numbered: Iterable[Citation]) -> dict[str, _Trie]:
    """Names that stand before a number in this text: 'Luật Cơ yếu số 05/2011/QH13'.

    By kind, as tries of case-folded words.
    """
    tries: dict[str, _Trie] = {}
    for citation in numbered:
        match = _LAW.match(citation.text) if citation.text[0] in "BLP" else None
        if match:
            before_number = citation.text[match.end() : citation.core.start - citation.span.start]
            if name := _BEFORE_NUMBER.sub("", before_number).strip():
                _grow(tries, label(match["kind"]), name)
    return tries


_BEFORE_NUMBER: Final = re.compile(r",?\s+số\s*\Z")


@cache
def _law_names() -> dict[tuple[str, str], re.Pattern[str]]:
    """Patterns of the names of laws in the authority list, by kind and first word in lower case.

    Each takes the longest.
    """
    names: dict[tuple[str, str], set[tuple[str, ...]]] = {}
    for record in authority.instruments():
        for name in (record.title or "", *record.names):
            # 'hàng hoá' of a record as the view's 'hàng hóa'
            name = view(name).text
            match = _LAW.match(name)
            words = tuple(re.findall(r"\w+", name[match.end() :].casefold())) if match else ()
            if match and words and all(map(str.isalpha, words)):
                names.setdefault((label(match["kind"]), words[0]), set()).add(words)
    return {
        first: re.compile(longest_of(each, _BETWEEN, r"(?![^\W\d_])"), re.I)
        for first, each in names.items()
    }


def _listed_end(text: str, start: int, kind: str, local: dict[str, _Trie]) -> int:
    """The end of the longest name at `start` of the lists or of this text; `start` without one."""
    found = _FIRST_WORD.match(text, start)
    if found is None:
        return start
    listed = _law_names().get((kind, found[0].casefold()))
    match = listed.match(text, start) if listed else None
    end = match.end() if match else start
    node = local.get(kind)
    while node and found:
        node = node.get(found[found.lastindex or 0].casefold())
        if node and "" in node:
            end = max(end, found.end())
        found = _LATER_WORD.match(text, found.end())
    return end


# 'Luật Sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Thanh tra'
_AMENDING: Final = re.compile(
    r"[Ss]ửa\s{1,3}đổi(?:,\s{1,3}bổ\s{1,3}sung)?\s{1,3}(?:một\s{1,3}số\s{1,3}điều|(?:khoản|Điều)"
    r"\s[^;.]{1,160}?)\s{1,3}(?:của|tại)\s{1,3}(?:(?=(?:các\s{1,3})?(?:Luật|Bộ|Pháp))"
    # '... của 11 luật có liên quan đến quy hoạch'
    r"|(?P<all>(?:\d{1,2}|các)\s{1,3}[Ll]uật\s{1,3}(?:có\s{1,3}liên\s{1,3}quan\s{1,3}đến|về)"
    r"(?:\s{1,3}(?!số\s|ngày\s|năm\s)[a-zđà-ỹ]+){1,8}))"
)
_AND_LAW: Final = re.compile(r"\s{0,3}(?:,|và)\s{1,3}(?=Luật\s|Bộ\s{1,3}luật\s|Pháp\s)")


def _amending_end(text: str, start: int, local: dict[str, _Trie]) -> int:
    """The end of an amending law's name, which holds the names of what it amends."""
    opener = _AMENDING.match(text, start)
    if opener is None or opener["all"]:
        return opener.end() if opener else start
    end, position = start, opener.end()
    while match := _LAW.match(text, position):
        kind = label(match["kind"])
        named = _listed_end(text, match.end(), kind, local)
        if named == match.end():
            named = _walked_end(text, match.end())
        if named == match.end():
            break
        end = named
        joined = _AND_LAW.match(text, end)
        if joined is None:
            break
        position = joined.end()
    return end


def _walked_end(text: str, start: int) -> int:
    """The end of an unlisted name.

    It begins with a capital and goes on to a mark, a stop word or the next citation.
    """
    first = _FIRST_WORD.match(text, start)
    if (
        first is None
        or not first[0][0].isupper()
        or first[0] in _NEXT_KINDS
        or (len(first[0]) > 1 and first[0].isupper())
    ):
        return start
    end = first.end()
    for _ in range(14):
        match = _NEXT_WORD.match(text, end)
        if match is None or match[1] in _STOPS or match[1] in _NEXT_KINDS or "\n\n" in match[0]:
            break
        if "\n" in match[0] and match[1][0].isupper():
            break
        if match[1] == "và":
            after = _NEXT_WORD.match(text, match.end())
            if after is None or after[1] in _STOPS or after[1][0].isupper():
                break
        end = match.end()
    return end


_NO_NAME: Final = re.compile(r"(?<!\w)(?:sửa đổi|Luật|Nghị định|Quyết định|được)(?!\w)")
# What no name has that is written in small letters: 'luật này quy định tại ... số'.
_NO_SMALL_NAME: Final = re.compile(
    r"(?<!\w)(?:này|theo|tại|có|quy|là|thì|khi|trong|như|sau|và các)(?!\w)"
)
_NAME_GAP: Final = re.compile(r"[^;.:()\n\"“”\d]*(?:\n[^;.:()\n\"“”\d]*)?")
_SO: Final = re.compile(r"\s{0,3},?\s{1,3}số\s{0,2}:?\s{0,3}")


def name_before(text: str, start: int, *, is_law: bool = False) -> tuple[int, str] | None:
    """The start and kind of a name that stands before 'số' and a number.

    'Luật Giao dịch điện tử số 20/2023/QH15'; where the number `is_law` small letters too, as in
    'Luật bảo hiểm y tế số 25/2008/QH12'.
    """
    window = max(0, start - 220)
    last = None
    for match in _LAW.finditer(text, window, start):
        last = match
    amends = is_law and text.find("ửa đổi", max(0, start - 420), start) >= 0
    if amends and (amending := _amending_before(text, start)):
        return amending
    if last is None or not _NAME_GAP.fullmatch(text, last.end(), start):
        return None
    inner = text[last.end() : start]
    small = not text[last.end()].isupper()
    if _NO_NAME.search(inner) or (small and (not is_law or _NO_SMALL_NAME.search(inner))):
        return None
    return last.start(), label(last["kind"])


def _amending_before(text: str, start: int) -> tuple[int, str] | None:
    """'Luật sửa đổi, bổ sung một số điều của Luật A, Luật B' before its number.

    Of one law alone the number may be that of the law which it amends, if that bears it.
    """
    for match in _LAW.finditer(text, max(0, start - 420), start):
        end = _amending_end(text, match.end(), {}) if text[match.end()] in "Ss" else match.end()
        if end > match.end() and _SO.fullmatch(text, end, start):
            inner = folded(text[text.rfind("Luật", match.end(), end) : end]).casefold()
            if inner and any((r.number or "-") in text[start : start + 24] for r in _called(inner)):
                return None
            return match.start(), label(match["kind"])
    return None


def _called(name: str) -> list[RecordedInstrument]:
    return records_by_name().get(name, [])
