"""Bodies that a text names, in full.

The territory that the words leave out is that of the text's home.

'Huyện ủy' in a report on Mù Cang Chải is 'Huyện ủy Mù Cang Chải', 'Ban Nội chính tỉnh' is an organ
of the Tỉnh ủy. A name whose territory is not known keeps its general form and has no place.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from loaders.authorities import COMMITTEE_WORD, made, record_of
from loaders.institutions import SECTORS
from loaders.model import Body, BodyMention, span_of
from loaders.organisations import Phrase, beginnings, central_iri, phrase_at, phrase_of
from loaders.passages import folded
from loaders.place_names import TYPED, named_length
from loaders.places import Home, resolved
from ontology import iris
from ontology.authority import Place

_COMMITTEE_LEVEL = {
    "Tỉnh": "tỉnh",
    "Thành": "thành phố",
    "Huyện": "huyện",
    "Quận": "quận",
    "Thị": "thị xã",
}


def body_mentions(text: str, home: Home, published: str | None) -> tuple[BodyMention, ...]:
    """Every place where an organisation is named, in order.

    A longer name hides the shorter ones inside it.
    """
    del published  # the home's date is that of the text
    return tuple(_mentions(folded(text), home))


def _mentions(text: str, home: Home) -> Iterator[BodyMention]:
    at = 0
    for match in beginnings(text):
        start = match.start()
        if start < at:
            # Within the name before.
            continue
        word = match[0]
        phrase = _politburo_or_ministry(text, match) if word == "BCT" else None
        phrase = phrase or phrase_of(text, word, start, min(len(text), start + 240))
        if phrase is None or is_general(phrase):
            continue
        body, length = _body(phrase, home)
        # 'HĐND xã', 'các tỉnh ủy': a sort of body at a level that the text is not about.
        if body.place or phrase.name or not (phrase.level or phrase.committee):
            yield BodyMention(span_of((phrase.start, length)), body)
        at = length


# 'BCT' is both the Bộ Chính trị and the Bộ Công Thương: the words around it tell.
_OF_PARTY = re.compile(r"/TW|Đảng|Trung ương|BBT|Ban Bí thư|Bộ Chính trị|BCH|cấp ủy|Tỉnh ủy|khóa X")
_OF_TRADE = re.compile(
    r"TT-BCT|QĐ-BCT|Thông tư|thông tư|Bộ trưởng|Công Thương|xuất khẩu|nhập khẩu|thương mại"
    r"|thị trường|điện lực|công nghiệp|xăng dầu"
)
_AROUND = 120


def _politburo_or_ministry(text: str, match: re.Match[str]) -> Phrase | None:
    """The body that 'BCT' means; None where nothing around it tells."""
    start = max(text.rfind("\n", 0, match.start()) + 1, match.start() - _AROUND)
    around = text[start : match.end() + _AROUND].split("\n", 1)[0]
    trade, party = _OF_TRADE.search(around), _OF_PARTY.search(around)
    if bool(trade) == bool(party):
        return None
    name = "Bộ Công Thương" if trade else "Bộ Chính trị"
    return Phrase(match.start(), match.end(), name, central=central_iri(name))


_GENERAL = frozenset(
    {
        "MTTQ",
        "MTTQ Việt Nam",
        "Mặt trận Tổ quốc",
        "Mặt trận Tổ quốc Việt Nam",
        "Đảng ủy",
        "Đảng bộ",
        "Chi bộ",
        "Chi ủy",
    }
)


def is_general(phrase: Phrase) -> bool:
    """Whether the words name a sort of body and none: 'Mặt trận Tổ quốc', 'các Đảng bộ'."""
    return phrase.head in _GENERAL and phrase.level is None and phrase.central is None


def is_sort(body: Body) -> bool:
    """Whether a body is only named by its sort, without anything that tells it from others."""
    return body.name in _GENERAL


def body_at(
    text: str, start: int, end: int, home: Home, institutions: bool = True
) -> tuple[Body, int] | None:
    """The body whose name begins at `start`, with the end of the name.

    A territory alone is a unit too.
    """
    phrase = phrase_at(text, start, end, institutions)
    if phrase is not None:
        return _body(phrase, home)
    match = TYPED.match(text, start, end)
    if match is None or match["type"].lower().endswith("ủy"):
        return None
    return _territory(match, home)


def resolve(name: str, home: Home, published: str | None) -> Body:
    """The body that a noun phrase means: an issuer as written, or a unit.

    Unknown names keep their words.
    """
    del published  # the home's date is that of the text
    return _resolved(name, home)


@lru_cache(maxsize=4096)
def central(name: str) -> Body | None:
    """The body of record that a noun phrase means wherever it stands."""
    record = central_iri(_without_office(name))
    return record_of(record) if record else None


def _without_office(name: str) -> str:
    return _OFFICE.sub("", " ".join(folded(name).split())).strip(" ,.;:") or name


@lru_cache(maxsize=4096)
def _resolved(name: str, home: Home) -> Body:
    if record := central(name):
        return record
    words = _without_office(name)
    found = body_at(words, 0, len(words), home)
    if found is not None and found[1] >= len(words) - 2:
        return found[0]
    if found is not None and _TERM.fullmatch(words, found[1]):
        return found[0]
    return Body(iris.body(iris.slug(words) or "-"), words, "", None)


# 'Bộ trưởng Bộ Tài chính' acts for the ministry, 'Chủ tịch UBND tỉnh' for the committee.
_OFFICE = re.compile(
    r"^(?:(?:Bộ [Tt]rưởng|Thứ trưởng|Chủ tịch|Phó Chủ tịch|Chánh|Tổng|Giám đốc|Trưởng ban"
    r"|Thủ trưởng|Chủ nhiệm|Bí thư|Thường vụ|Hiệp y|T/M|TM\.|K/T|KT\.|T/L|TL\.)\s+)"
    r"(?=(?:Bộ|Ủy ban|UBND|Hội đồng|HĐND|Thanh tra|Tòa|Viện|Ngân hàng|Tỉnh|Thành|Huyện|Sở|Ban"
    r"|Kiểm toán)\s)"
)
_TERM = re.compile(r",?\s*(?:khóa|nhiệm kỳ)\s[\w\s-]{1,20}")


def _body(phrase: Phrase, home: Home) -> tuple[Body, int]:
    """The body of a phrase and the end of its name.

    Which a following person's name must not lengthen.
    """
    if phrase.central:
        return _as_printed(record_of(phrase.central), phrase.head), phrase.end
    level, name = phrase.level, phrase.name
    head = phrase.head
    committee = COMMITTEE_WORD.search(head)
    if committee and phrase.committee:
        level = _COMMITTEE_LEVEL[committee[1]]
    end = phrase.end
    unit: Place | None = None
    length = named_length(level, name, home.date) if level and name else 0
    if name and not length:
        name, end = None, phrase.name_start - 1
    if level and name:
        end = phrase.name_start + length
        unit, name = resolved(level, name, home), " ".join(name[:length].split())
    elif level or (level := _level_left_out(phrase, home)):
        unit = _own(level, home)
        name = unit.name if unit else None
    return made(head, level, name, unit, phrase.committee), end


def _as_printed(body: Body, words: str) -> Body:
    """The Front is named as printed, with its abbreviation or in full, as its local bodies are."""
    if "MTTQ Việt Nam" not in words or "Mặt trận Tổ quốc" not in body.name:
        return body
    return replace(body, name=body.name.replace("Mặt trận Tổ quốc", "MTTQ"))


def _front_level(phrase: Phrase, home: Home) -> str | None:
    """'Ủy ban MTTQ' without a territory is the committee that the text speaks of."""
    return (
        home.front
        if re.search(r"Ủy ban (?:MTTQ|Mặt trận Tổ quốc)(?: Việt Nam)?\Z", phrase.head)
        else None
    )


def _level_left_out(phrase: Phrase, home: Home) -> str | None:
    """The level of a name without a territory that only the text's own one can be meant by."""
    if home.commune and phrase.head.endswith(("Đảng ủy", "Thanh tra nhân dân", "cộng đồng")):
        return home.commune.type.lower()
    return _front_level(phrase, home) or _province_level(phrase, home)


# Departments that every province has: 'Sở Y tế' of a text is that of its province.
_DEPARTMENT = re.compile(rf"(?:Thanh tra )?Sở (?:{SECTORS})")


def _province_level(phrase: Phrase, home: Home) -> str | None:
    return (
        home.province.type.lower() if home.province and _DEPARTMENT.fullmatch(phrase.head) else None
    )


def _own(level: str, home: Home) -> Place | None:
    """The home's unit that 'tỉnh', 'huyện' or 'thành phố' alone means."""
    for step in ("xã", "huyện", "tỉnh"):
        unit = home.at(step)
        if unit and unit.type.lower() == level:
            return unit
    return None


def _territory(match: re.Match[str], home: Home) -> tuple[Body, int]:
    """A unit that is a territory and no body: 'xã La Pán Tẩn'."""
    kind = " ".join(match["type"].lower().split())
    kind = "thành phố" if kind.startswith("tp") else kind
    length = named_length(kind, match["name"], home.date)
    name = " ".join(match["name"][:length].split())
    return territory_body(kind, name, home), match.start("name") + length


def territory_body(kind: str, name: str, home: Home, head: str = "") -> Body:
    """The unit of a type and name, or its organisation where a head is given.

    'Đảng bộ' + 'xã' + 'Lao Chải'.
    """
    unit = resolved(kind, name, home)
    if kind.endswith(" ủy"):
        # 'Huyện ủy A và B': the second takes the bare name too.
        level = _COMMITTEE_LEVEL[kind.split(maxsplit=1)[0].capitalize()]
        return made(head, level, name, unit, committee=True)
    return made(head or kind, kind if head else None, name, unit, committee=False)
