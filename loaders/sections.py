"""Findings: results, shortcomings, causes, recommendations and assessments.

By the headings or the openings of paragraphs.

One finding is one dashed or numbered block, from its heading to the end of its last paragraph;
without such marks one paragraph. The sort comes from the nearest heading above that names one ('II-
TỒN TẠI, HẠN CHẾ').
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from loaders.model import Body, Citation, Finding, Span
from loaders.openings import free_sort, opened_sort, tells
from loaders.passages import Spans, folded, paragraphs
from loaders.places import Home
from loaders.units import bodies_in


@dataclass(frozen=True, slots=True)
class _Block:
    """A paragraph with its mark: rank 0 none, 1 roman, 2 arabic, 3 dotted, 4 letter, 5 dash.

    6 plus or star.
    """

    span: Span
    content: int
    rank: int
    words: str

    @property
    def is_short(self) -> bool:
        """Whether it may be a heading: short and not closed as a sentence."""
        return len(self.words) <= 160 and not self.words.endswith((".", ";"))


# 'I- KẾT QUẢ'  'PHẦN II: ...'  'B. HẠN CHẾ'  '1. Đối với cấp huyện'  '1.2. ...'  'a) ...'  '-
# Công tác'  '+ ...'  '## ...'
_MARK = re.compile(
    r"""[#*_\s]*(?:
      (?P<roman>(?:PHẦN|Phần|MỤC|Mục)\s+(?:THỨ\s+\w+|thứ\s+\w+|[IVX]{1,5}|\d{1,2}
        |[A-DĐ](?=\s?[.:)/–-]))\s?[.:)/–-]?
        |[IVX]{1,5}\s?[.:)/–-]|[A-DĐ]\s?[.:)/–-])(?=\s|\*|[^\W\d_])
    | (?P<dotted>(?:\d{1,2}|[A-DĐ])(?:\.\d{1,2}){1,3}\s?[.:)/–-]?)(?=\s|\*)
    | (?P<arabic>\(?\d{1,2}\s?[.:)/–-])(?=\s|\*|[^\W\d_])
    | (?P<letter>\(?[a-zđ]\s?[).]|\([ivx]{1,4}\))(?=\s)
    | (?P<dash>[-–—•●▪◦])(?=\s|[^\W\d_])
    | (?P<star>(?<!\*)\*(?=\s+\S[^\n]*[.;](?:\n|\Z)))
    | (?P<plus>[+])(?=\s|[^\W\d_])
    )[*_\s]*""",
    re.X,
)
_RANKS = {"roman": 1, "arabic": 2, "dotted": 3, "letter": 4, "dash": 5, "star": 5, "plus": 6}

# The word that stands first in a heading gives its sort; compared in lower case.
_SORT_WORDS = re.compile(
    r"""(?P<cause>nguyên\s+nhân|^(?:về\s+)?lý\s+do)
    | (?P<shortcoming>tồn\s+tại|hạn\s+chế|khuyết\s+điểm|thiếu\s+sót|yếu\s+kém|bất\s+cập|khó\s+khăn
      |vướng\s+mắc|^(?:những\s+|các\s+)?(?:sai|vi)\s+phạm
        |^(?:những\s+|các\s+)?(?:mặt|việc|điều|chỗ)\s+còn\s+(?:vướng|yếu)
        |(?:những\s+)?(?:mặt|việc|nội\s+dung|điểm)\s+chưa\s+(?:làm|đạt|được))
    | (?P<recommendation>^(?:những\s+|các\s+)?điều\s+(?:mong\s+muốn|(?:cần\s+)?xin\s)
      |kiến\s+nghị|đề\s+xuất|đề\s+nghị|khuyến\s+nghị|yêu\s+cầu\s+(?:đối\s+với
      |khắc\s+phục|sau|các|đảng|chi\s|ubnd|ban\s|ủy\s|huyện|thường|xã\s|đơn\s)|biện\s+pháp\s+xử\s+lý)
    | (?P<assessment>đánh\s+giá(?!\s+kết\s+quả)|nhận\s+xét|nhận\s+định
      |(?<!công\sbố\s)kết\s+luận(?!\s+số|\s+(?:về\s+)?(?:việc\s+|cuộc\s+)?(?:giám|kiểm|thanh)\s))
    | (?P<result>kết\s+quả|ưu\s+điểm
      |mặt\s+(?:làm\s+được|đã\s+làm|mạnh|được|đạt\s+được|tích\s+cực)|(?:việc|nội\s+dung
      |điểm)\s+(?:đã\s+)?(?:làm\s+được|đạt\s+được)
      |^(?:những\s+|các\s+)?(?:việc|điều)\s+đã\s+thấy|thành\s+tích|thuận\s+lợi
        |tình\s+hình\s+(?:triển\s+khai|thực\s+hiện|chấp\s+hành|lãnh\s+đạo)|công\s+tác\s+lãnh\s+đạo
          |việc\s+(?:lãnh\s+đạo|triển\s+khai|quán\s+triệt|tổ\s+chức\s+thực\s+hiện))
    | (?P<asked>^yêu\s+cầu\s*:?$)
    | (?P<none>phương\s+hướng|nhiệm\s+vụ\s+(?:trọng|thời|chủ|và)|mục\s+(?:đích|tiêu)|yêu\s+cầu\s*$
      |mục\s+đích,?\s+yêu\s+cầu|tổ\s+chức\s+thực\s+hiện\s*$
        |nội\s+dung(?!\s+(?:đã|chưa|làm))|thời\s+gian|thành\s+phần|đối\s+tượng|phương\s+pháp
          |khái\s+quát|đặc\s+điểm|căn\s+cứ|phạm\s+vi|nơi\s+nhận|phụ\s+lục)""",
    re.X,
)
_LEVELS = (
    (
        "tỉnh",
        re.compile(
            r"cấp\s+tỉnh|tỉnh\s+ủy|thành\s+ủy|\b(?:ubnd|hđnd|mttq)\s+(?:việt\s+nam\s+)?tỉnh"
        ),
    ),
    (
        "huyện",
        re.compile(
            r"cấp\s+huyện|huyện\s+ủy|quận\s+ủy|thị\s+ủy|\b(?:ubnd|hđnd"
            r"|mttq)\s+(?:việt\s+nam\s+)?(?:các\s+)?huyện"
        ),
    ),
    (
        "xã",
        re.compile(
            r"cấp\s+xã|cấp\s+cơ\s+sở|đảng\s+ủy\s+(?:các\s+)?(?:xã|phường)|\b(?:ubnd|hđnd"
            r"|mttq)\s+(?:các\s+)?(?:xã|phường)|các\s+xã|ở\s+cơ\s+sở"
        ),
    ),
    ("trung ương", re.compile(r"trung\s+ương|quốc\s+hội|chính\s+phủ|các\s+bộ")),
)
_NAMED_WITHIN = 300
_ADDRESSEE = re.compile(r"(?:đối với|với|về phía|cấp|kiến nghị|đề nghị|đề xuất)\s")


def findings(
    text: str, citations: Sequence[Citation], home: Home | None, skip: Sequence[Span]
) -> tuple[Finding, ...]:
    """All findings of a report, by its headings or, where it has none.

    By its paragraphs' openings.
    """
    seen = folded(text)
    blocks = _blocks(seen, Spans(skip))
    found = _found(seen, blocks)
    return tuple(
        replace(
            finding,
            about=_about(finding.span, citations),
            units=_units(seen, finding.span, home) if home else (),
        )
        for finding in found
    )


def _found(seen: str, blocks: Sequence[_Block]) -> tuple[Finding, ...]:
    """The findings under headings; labels alone ('Nguyên nhân: ...') leave the rest to openings."""
    headed = tuple(_under_headings(blocks))
    labels = {block.content for block in blocks if block.rank == 0 and _labelled(block)}
    if any(finding.span.start not in labels for finding in headed):
        return headed
    taken = {finding.span.start for finding in headed}
    opened = [f for f in _by_openings(seen, blocks) if f.span.start not in taken]
    return tuple(sorted([*headed, *opened], key=lambda finding: finding.span.start))


def _units(text: str, span: Span, home: Home) -> tuple[Body, ...]:
    """The local bodies that the finding names first: those it speaks of."""
    named = bodies_in(text, Span(span.start, min(span.end, span.start + _NAMED_WITHIN)), home)
    return tuple(body for body in named if body.place)


def _about(span: Span, citations: Sequence[Citation]) -> tuple[str, ...]:
    cited = [
        c.instrument for c in citations if span.start <= c.span.start < span.end and c.instrument
    ]
    return tuple(dict.fromkeys(cited))


def _blocks(text: str, skip: Spans) -> list[_Block]:
    blocks = []
    for span in paragraphs(text):
        if skip.overlaps(span.start, span.start + 1):
            continue
        mark = _MARK.match(text, span.start, span.end)
        content = mark.end() if mark else span.start
        words = text[content : span.end].strip("#*_ ")
        rank = _RANKS[mark.lastgroup] if mark and mark.lastgroup else 0
        if rank == 0 and _is_plain_heading(text, span):
            rank = 1
            content += len(text[content : span.end]) - len(text[content : span.end].lstrip("#*_ "))
        if words:
            blocks.append(_Block(span, content, rank, words))
    return blocks


def _is_plain_heading(text: str, span: Span) -> bool:
    """An upper-case, bold or Markdown line that carries no number.

    'TỒN TẠI, HẠN CHẾ', '**Kiến nghị**', '## Kết quả'.
    """
    words = text[span.start : span.end]
    if len(words) > 120 or words.endswith((".", ";", ",")):
        return False
    bold = words.startswith("**") and words.rstrip(":").endswith("**")
    plain = words.strip("#*_: ")
    return bold or words.startswith("#") or (plain.isupper() and len(plain) > 6) or _is_label(plain)


_LITTLE = re.compile(r"(?:(?:về|những|các|một số|phần|mục|còn)\s+){0,2}")


def _is_label(words: str) -> bool:
    """A short line that is nothing but the name of a sort: 'Ưu điểm:', 'Hạn chế, nguyên nhân'."""
    first = _SORT_WORDS.search(words.lower())
    return (
        first is not None
        and len(words) <= 48
        and _LITTLE.fullmatch(words[: first.start()].lower()) is not None
        and first.lastgroup not in ("none", "asked")
    )


def _sort_of(block: _Block, told: bool) -> tuple[bool, str | None]:
    """Whether the heading names a sort (or ends one), and which.

    `told` says that findings stand before it.
    """
    words = block.words.lower()
    lead = words[:110].split(":")[0]
    match = _SORT_WORDS.search(lead)
    if match is None or re.search(r"xem\s+xét\s*\Z", lead[: match.start()]):
        return False, None
    if lead.strip(" :*") in _TITLES:
        return True, None
    # '3. Kết quả giải quyết kiến nghị' is a result: the first word decides; but it must stand
    # near the start.
    if match.start() > 40 and block.rank > 1:
        return False, None
    sort = match.lastgroup
    if sort == "asked":
        # Behind what was found it asks for something; at the head it is the purpose of a plan.
        return True, "recommendation" if told else None
    if match.lastgroup == "assessment" and _mixed(lead):
        return True, None
    return True, None if sort == "none" else sort


# Kinds of papers in capitals at the head of a text are no headings of findings.
_TITLES = frozenset({"kết luận", "báo cáo", "biên bản", "thông báo"})


def _mixed(lead: str) -> bool:
    """'NHẬN XÉT, KIẾN NGHỊ': the parts below say which is which."""
    return bool(re.search(r"kiến\s+nghị|đề\s+xuất|hạn\s+chế|tồn\s+tại|ưu\s+điểm", lead))


def _level_of(words: str) -> str | None:
    lead = words[:160].lower()
    found = [
        (match.start(), level) for level, pattern in _LEVELS if (match := pattern.search(lead))
    ]
    return min(found)[1] if found else None


@dataclass(frozen=True, slots=True)
class _Section:
    """A heading in force: its rank, and the sort and level of what stands under it."""

    rank: int
    sort: str | None
    level: str | None


def _under_headings(blocks: Sequence[_Block]) -> Iterator[Finding]:
    stack: list[_Section] = []
    index = 0
    while index < len(blocks):
        block = blocks[index]
        if _CLOSING.match(block.words):
            stack = []
            index = _block_end(blocks, index)
            continue
        if sort := _labelled(block):
            end = _block_end(blocks, index)
            level = stack[-1].level if stack else None
            yield _finding(block, blocks[end - 1], _Section(block.rank, sort, level))
            index = end
            continue
        section = _opened(block, blocks, index, stack)
        if section is not None:
            stack = [s for s in stack if s.rank < section.rank] + [section]
            index += 1
            continue
        current = stack[-1] if stack else None
        end = _block_end(blocks, index)
        if current and current.sort and not _is_intro(block):
            yield _finding(block, blocks[end - 1], current)
        index = end


def _labelled(block: _Block) -> str | None:
    """The sort of a block that begins with its label.

    'b) Hạn chế: Việc công khai chưa kịp thời.'.
    """
    label, colon, rest = block.words.partition(":")
    if not colon or len(label) > 50 or len(rest.strip()) < 20:
        return None
    match = _SORT_WORDS.match(label.lower().strip("* "))
    return match.lastgroup if match and match.lastgroup not in ("none", "asked") else None


def _opened(
    block: _Block, blocks: Sequence[_Block], index: int, stack: Sequence[_Section]
) -> _Section | None:
    """The section that a block opens, or None where it is content."""
    if block.rank == 0 or block.rank >= 5 or not block.is_short:
        return None
    outer = [s for s in stack if s.rank < block.rank]
    above = outer[-1] if outer else None
    named, sort = _sort_of(block, any(s.sort for s in stack))
    level = _level_of(block.words) if _ADDRESSEE.search(block.words.lower()[:40]) else None
    inherited = above.level if above else None
    if named and block.rank <= 4:
        in_recommendation = (
            above is not None and above.sort == "recommendation" and sort in (None, "result")
        )
        if not in_recommendation:
            return _Section(block.rank, sort, level or inherited)
    if block.rank == 1:
        return _Section(1, None, level)
    if above is None:
        return None
    following = blocks[index + 1] if index + 1 < len(blocks) else None
    parts = following is not None and (following.rank > block.rank)
    if level or parts or block.words.endswith(":"):
        return _Section(block.rank, above.sort, level or inherited)
    return None


def _block_end(blocks: Sequence[_Block], index: int) -> int:
    """One past the last paragraph of the block that begins at `index`."""
    first = blocks[index]
    end = index + 1
    if first.rank == 0:
        # 'kết quả cụ thể:' with its points below is an introduction, not a block.
        return end
    while end < len(blocks) and (blocks[end].rank == 0 or blocks[end].rank > first.rank):
        end += 1
    return end


def _is_intro(block: _Block) -> bool:
    return block.rank == 0 and (block.words.endswith(":") or len(block.words) < 25)


def _finding(first: _Block, last: _Block, section: _Section) -> Finding:
    heading = Span(first.content, first.span.end)
    return Finding(
        span=Span(first.content, last.span.end),
        heading=heading,
        sort=section.sort or "",
        level=section.level or _addressed_level(first.words),
    )


# Who gets the text and who signs it: nothing is found there.
_CLOSING = re.compile(
    r"(?:Nơi\s+nhận|Kính\s+gửi|(?:T/M|TM\.?|K/T|KT\.|T/L|TL\.|Q\.)\s+[A-ZĐỦ]{2}|[TXĐ]\w+\s+đây\s+là\s+"
    r"(?:báo\s+cáo|kết\s+quả|thông\s+báo|kết\s+luận|toàn\s+bộ))|Biên\s+bản\s+(?:lập|kết\s+thúc|được)"
)
# 'Với cấp tỉnh: cân đối ngân sách ...'
_ADDRESSED = re.compile(r"(?:đối\s+với|với)\s+[^:.;]{2,60}:", re.I)


def _addressed_level(words: str) -> str | None:
    """The level that a point addresses at its head."""
    addressed = _ADDRESSED.match(words)
    return _level_of(addressed[0]) if addressed else None


def _by_openings(text: str, blocks: Sequence[_Block]) -> Iterator[Finding]:
    """Findings of a report without headings.

    Only where it tells of an inspection, one a paragraph; behind the telling also paragraphs that
    open with none of the usual words.
    """
    told = False
    for index, block in enumerate(blocks):
        words = block.words[:420].lower()
        if len(words) >= _SENTENCE and (index or words.endswith(".")):
            sort = opened_sort(words) or (free_sort(words) if told else None)
            if sort and (told or _INSPECTING.search(text[:6000])):
                yield _finding(block, block, _Section(0, sort, _level_of(words[:80])))
        told = told or tells(words)


# Shorter paragraphs are captions, bylines and greetings.
_SENTENCE = 40
_INSPECTING = re.compile(r"giám sát|kiểm tra|thanh tra|kỷ luật")
