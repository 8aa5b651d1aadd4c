"""Instruments cited by name: laws, the Constitution, charters, plenums and congresses.

Names of laws are taken from the authority list and from the text itself ('Luật Cơ yếu số
05/2011/QH13' makes a later 'Luật Cơ yếu' a citation); an unlisted name is walked from its capital
letter to the first word that cannot belong to it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from loaders.anchors import longest_of
from loaders.completion import bare_year, completed
from loaders.issuers import UPPER
from loaders.kind_words import KindWords
from loaders.model import Citation, Span
from loaders.view import view
from ontology import authority

_LAW = re.compile(r"(?<!\w)(?P<kind>Bộ\s{1,3}[Ll]uật|Luật|Pháp\s{1,3}lệnh)\s{1,3}(?=\w)")
_WORD = re.compile(r"[\s]{0,3}(,?)\s{0,3}(?<=[\s,])([^\W\d_]+)")
_NEXT_WORD = re.compile(r"[ \n]{1,3}([^\W\d_]+)")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_BETWEEN = r"\s{0,3}+,?+\s{0,3}+"
_LATER_WORD = re.compile(rf"{_BETWEEN}([^\W\d_]+)")
# Words that end an unlisted law's name: 'Luật Trồng trọt được sửa đổi', 'Luật Giá và các nghị
# định'.
_STOPS = frozenset(
    "số ngày năm này được có quy thì là do đã đối để khi theo trong tại như cho sửa hiện còn "
    "hết của với bằng nêu trên đó hoặc nhưng phải"
    " không thuộc hướng từ đến các những sau ban về gồm nói nay mới cũ kể sẽ"
    " chưa vừa bởi trước qua bị cùng ra vào mà nên tới".split()
)
_NEXT_KINDS = frozenset(
    "Luật Nghị Quyết Thông Chỉ Quy Bộ Pháp Hiến Kết Điều Khoản Căn Theo Chương Mục".split()
)

_ORDINALS = {
    "nhất": 1,
    "hai": 2,
    "ba": 3,
    "tư": 4,
    "bốn": 4,
    "năm": 5,
    "sáu": 6,
    "bảy": 7,
    "tám": 8,
    "chín": 9,
    "mười": 10,
    "mười một": 11,
    "mười hai": 12,
    "mười ba": 13,
    "mười bốn": 14,
    "mười lăm": 15,
}
_TERM = r"(?:\s{0,2},?\s{0,2}\(?\s?(?:[Kk]hóa|[Kk]hoá|[Kk]hoa)\s{1,3}(?P<term>[IVX]+)\)?)"
# Nghị quyết Trung ương 4 khóa XII   NQTW4 (khóa XII)
# Nghị quyết Hội nghị lần thứ tư Ban Chấp hành Trung ương Đảng khóa XII
_PLENUM = re.compile(
    r"(?<!\w)(?P<kind>Nghị\s{1,3}quyết|Kết\s{1,3}luận|Quy\s{1,3}định"
    r"|NQ)\s{0,3}(?:của\s{1,3})?(?:Hội\s{1,3}nghị\s{1,3})?"
    rf"(?:(?:Trung\s{{1,3}}ương|TW|T\.Ư"
    rf"|TƯ)(?:\s{{1,3}}Đảng)?\s{{0,3}}(?:lần\s{{1,3}}thứ\s{{1,3}})?(?P<n>\d{{1,2}}(?![\d/.-])"
    rf"|{'|'.join(_ORDINALS)})"
    rf"|lần\s{{1,3}}thứ\s{{1,3}}(?P<m>\d{{1,2}}"
    rf"|{'|'.join(sorted(_ORDINALS, key=len, reverse=True))})"
    rf"\s{{0,3}},?\s{{1,3}}(?:của\s{{1,3}})?"
    rf"(?:Ban\s{{1,3}}Chấp\s{{1,3}}hành\s{{1,3}}Trung\s{{1,3}}ương|BCHTW"
    rf"|BCH\s{{1,3}}Trung\s{{1,3}}ương|BCH\s{{1,3}}TW"
    rf"|Trung\s{{1,3}}ương)(?:\s{{1,3}}Đảng)?(?:\s{{1,3}}Cộng\s{{1,3}}sản\s{{1,3}}Việt\s{{1,3}}Nam)?)"
    rf"{_TERM}?(?!\w)"
)
# Nghị quyết Đại hội XIII của Đảng   Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII
# Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XIX
_CONGRESS = re.compile(
    r"(?<!\w)Nghị\s{1,3}quyết\s{1,3}Đại\s{1,3}hội(?:\s{1,3}(?:đại\s{1,3}biểu|Đảng"
    r"|toàn\s{1,3}quốc|bộ))*"
    rf"(?:\s{{1,3}}(?P<whose>(?:tỉnh|thành\s{{1,3}}phố|huyện|quận|thị\s{{1,3}}xã|xã"
    rf"|phường)(?:\s{{1,3}}[{UPPER}]\w*){{0,4}}))?"
    r"(?:\s{1,3}(?:khóa|lần\s{1,3}thứ"
    r"|lần))?\s{1,3}(?P<ordinal>[IVX]+)(?:\s{1,3}của\s{1,3}Đảng)?(?!\w)"
)
_CHARTER = re.compile(
    r"(?<!\w)Điều\s{1,3}lệ\s{1,3}(?:Đảng(?:\s{1,3}Cộng\s{1,3}sản\s{1,3}Việt\s{1,3}Nam)?(?!\s{1,3}bộ)"
    r"|(?:Mặt\s{1,3}trận\s{1,3}Tổ\s{1,3}quốc|MTTQ)\s{1,3}Việt\s{1,3}Nam"
    r"|Công\s{1,3}đoàn\s{1,3}Việt\s{1,3}Nam|Hội\s{1,3}(?:Nông\s{1,3}dân"
    r"|Cựu\s{1,3}chiến\s{1,3}binh"
    r"|Liên\s{1,3}hiệp\s{1,3}Phụ\s{1,3}nữ)\s{1,3}Việt\s{1,3}Nam"
    r"|Đoàn(?:\s{1,3}TNCS\s{1,3}Hồ\s{1,3}Chí\s{1,3}Minh)?)(?!\w)"
    # 'Điều lệ và các quy định của Đảng': the charter by its bare name, told by the Party that
    # follows.
    r"|(?<=[;,] )Điều\s{1,3}lệ(?=\s{1,3}và\s{1,3}các\s[^.;\n]{3,40}\scủa\s{1,3}Đảng)"
)
_CONSTITUTION = re.compile(
    r"(?<!\w)Hiến\s{1,3}pháp(?:\s{1,3}nước\s{1,3}Cộng\s{1,3}h(?:òa"
    r"|oà)\s{1,3}xã\s{1,3}hội\s{1,3}chủ\s{1,3}nghĩa\s{1,3}Việt\s{1,3}Nam)?"
    r"(?:\s{1,3}(?:năm\s{1,3})?(?P<year>1946|1959|1980|1992|2013)(?!\d))?(?!\w)"
)
# 'Căn cứ Quy chế làm việc của Ban Chấp hành Trung ương, Bộ Chính trị và Ban Bí thư khóa XIII;'
_BASIS_NAME = re.compile(
    r"C(?<!\wC)ăn\s{1,3}cứ\s{1,3}(?P<name>(?P<kind>Quy\s{1,3}chế|Điều\s{1,3}lệ"
    r"|Chương\s{1,3}trình|Nội\s{1,3}quy)\s{1,3}[^;.\d]{8,240}?)(?=\s{0,3}(?:;|\.?\s*\n\s*(?:\n"
    r"|-|Căn|Xét|Theo)))"
)
# 'Ban hành kèm theo Quyết định này Quy chế bồi dưỡng, giảng dạy của trung tâm chính trị xã, phường,
# đặc khu.'
_PROMULGATED = re.compile(
    r"(?<!\w)[Bb]an\s{1,3}hành\s{1,3}(?:kèm\s{1,3}theo\s{1,3}(?:Quyết|Nghị"
    r"|Thông)\s{1,3}(?:định|quyết|tư)\s{1,3}này\s{1,3})(?:bản\s{1,3})?"
    r"[“\"]?(?P<name>(?P<kind>Quy\s{1,3}(?:chế|định|trình)|Điều\s{1,3}lệ|Kế\s{1,3}hoạch"
    r"|Chương\s{1,3}trình|Hướng\s{1,3}dẫn|Đề\s{1,3}án"
    r"|Chiến\s{1,3}lược)\s{1,3}[^;.]{8,300}?)(?=[”\"]?\s{0,3}[.;:])"
)


def named(text: str, words: KindWords, numbered: Sequence[Citation]) -> Iterator[Citation]:
    """Citations by name, in no promised order; they may overlap numbered ones, which win."""
    yield from _plenums(text, words)
    for match in (*_promulgated(text, words), *_BASIS_NAME.finditer(text)):
        yield _citation(text, match.start("name"), match.end("name"), _label(match["kind"]))
    for match in words.matches(_CHARTER, "Đ"):
        span = Span(match.start(), match.end())
        yield completed(text, span.start, span, "Điều lệ", None)
    for match in words.matches(_CONSTITUTION, "H"):
        yield _constitution(text, match)
    yield from _laws(text, words, numbered)


def _promulgated(text: str, words: KindWords) -> Iterator[re.Match[str]]:
    for word in words.before_this:
        start = text.rfind("an hành", max(0, word.start() - 24), word.start()) - 1
        if start >= 0 and (match := _PROMULGATED.match(text, start)):
            yield match


def _citation(text: str, start: int, end: int, kind: str, date: str | None = None) -> Citation:
    span = Span(start, end)
    return Citation(span, span, text[start:end], kind, date=date)


def _label(printed: str) -> str:
    words = " ".join(printed.split()).lower()
    return words[:1].upper() + words[1:]


def _plenums(text: str, words: KindWords) -> Iterator[Citation]:
    if any(word in text for word in ("ương", "TW", "TƯ", "T.Ư")):
        short = (_PLENUM.match(text, each.start() - 1) for each in _SHORT.finditer(text))
        for match in (*words.matches(_PLENUM, "NKQ"), *filter(None, short)):
            kind = "Nghị quyết" if match["kind"] == "NQ" else _label(match["kind"])
            yield _citation(text, match.start(), match.end(), kind)
            end = match.end()
            while match["term"] and (more := _MORE_TERMS.match(text, end)):
                # 'Nghị quyết Trung ương 4 khóa XI, XII'
                yield _citation(text, more.start("term"), more.end("term"), kind)
                end = more.end()
    if "hội" in text:
        for match in words.matches(_CONGRESS, "N"):
            yield _citation(text, match.start(), match.end(), "Nghị quyết")


# 'NQTW4', sought by its second letter: a text has fewer of them.
_SHORT = re.compile(r"Q(?<=NQ)")
_MORE_TERMS = re.compile(r"\s{0,2}(?:,|và)\s{1,3}(?:khóa\s{1,3})?(?P<term>[IVX]{1,5})(?!\w)")


def plenum_before(text: str, start: int) -> int | None:
    """The ordinal of the plenum whose list of terms a bare term belongs to: 'khóa XI, XII'."""
    before = [match[0] for match in _PLENUM.finditer(text, max(0, start - 120), start)]
    found = plenum_of(before[-1]) if before else None
    return found[0] if found else None


def plenum_of(name: str) -> tuple[int, str | None] | None:
    """The plenum's ordinal and the term of a plenum resolution's name.

    >>> plenum_of("Nghị quyết Trung ương 4 (khóa XII)")
    (4, 'XII')
    """
    match = _PLENUM.match(name)
    if match is None:
        return None
    ordinal = match["n"] or match["m"]
    return (int(ordinal) if ordinal.isdigit() else _ORDINALS[ordinal]), match["term"]


def congress_of(name: str) -> tuple[str, str] | None:
    """Whose congress the name of a resolution tells, and its Roman ordinal.

    >>> congress_of("Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng")
    ('', 'XIII')
    >>> congress_of("Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XIX")
    ('tỉnh', 'XIX')
    """
    match = _CONGRESS.match(name)
    return ((match["whose"] or "").casefold(), match["ordinal"]) if match else None


def _constitution(text: str, match: re.Match[str]) -> Citation:
    return _citation(text, match.start(), match.end(), "Hiến pháp", match["year"])


# '(sau đây gọi là Luật PPP)': from there on a name of this text.
_CALLED = re.compile(r"(?:gọi|viết)\s+(?:tắt\s+|chung\s+)?là:?\s*[“\"]?\Z")
_SHORT_NAME = re.compile(r"(\w[\w ,-]{1,60}?)(?=[”\"]?\))")


def _laws(text: str, words: KindWords, numbered: Iterable[Citation]) -> Iterator[Citation]:
    """Laws, codes and ordinances by name.

    The name's end comes from the lists, else from the walk.
    """
    local = _local_names(numbered)
    for match in _law_words(text, words):
        kind = _label(match["kind"])
        if _CALLED.search(text, max(0, match.start() - 24), match.start()):
            called = _SHORT_NAME.match(text, match.end())
            if called and not called[1].strip().isdigit():
                _grow(local, kind, called[1])
        end = _listed_end(text, match.end(), kind, local)
        if end == match.end():
            end = _amending_end(text, match.end(), local)
        if end == match.end():
            end = _walked_end(text, match.end())
        if end > match.end():
            span = Span(match.start(), end)
            if year := bare_year(text, end):
                yield _citation(text, span.start, year[1], kind, year[0])
            else:
                yield completed(text, span.start, span, kind, None)


def _law_words(text: str, words: KindWords) -> Iterator[re.Match[str]]:
    """'Luật', 'Bộ luật', 'Bộ Luật' and 'Pháp lệnh' where a name may follow, each once."""
    yield from words.matches(_LAW, "BP")
    for match in words.matches(_LAW, "L"):
        if not _CODE.search(text, max(0, match.start() - 6), match.start()):
            yield match


_CODE = re.compile(r"Bộ\s{1,3}\Z")
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
                _grow(tries, _label(match["kind"]), name)
    return tries


_BEFORE_NUMBER = re.compile(r",?\s+số\s*\Z")


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
                names.setdefault((_label(match["kind"]), words[0]), set()).add(words)
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
_AMENDING = re.compile(
    r"[Ss]ửa\s{1,3}đổi(?:,\s{1,3}bổ\s{1,3}sung)?\s{1,3}(?:một\s{1,3}số\s{1,3}điều|(?:khoản|Điều)"
    r"\s[^;.]{1,40}?)\s{1,3}(?:của|tại)\s{1,3}(?=(?:các\s{1,3})?(?:Luật|Bộ|Pháp))"
)
_AND_LAW = re.compile(r"\s{0,3}(?:,|và)\s{1,3}(?=Luật\s|Bộ\s{1,3}luật\s|Pháp\s)")


def _amending_end(text: str, start: int, local: dict[str, _Trie]) -> int:
    """The end of an amending law's name, which holds the names of what it amends."""
    opener = _AMENDING.match(text, start)
    if opener is None:
        return start
    end, position = start, opener.end()
    while match := _LAW.match(text, position):
        kind = _label(match["kind"])
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


_NO_NAME = re.compile(r"(?<!\w)(?:sửa đổi|Luật|Nghị định|Quyết định|được)(?!\w)")
_NAME_GAP = re.compile(r"[^;.:()\n\"“”\d]*(?:\n[^;.:()\n\"“”\d]*)?")


def name_before(text: str, start: int) -> tuple[int, str] | None:
    """The start and kind of a name that stands before 'số' and a number.

    'Luật Giao dịch điện tử số 20/2023/QH15'.
    """
    window = max(0, start - 220)
    last = None
    for match in _LAW.finditer(text, window, start):
        last = match
    if last and text[last.end()].isupper() and _NAME_GAP.fullmatch(text, last.end(), start):
        inner = text[last.end() : start]
        if not _NO_NAME.search(inner):
            return last.start(), _label(last["kind"])
    return None
