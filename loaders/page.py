"""What a page says of itself, and which of its lines are furniture.

Menus, buttons, gazette headers, weather.

Furniture is kept in the text and never read as content. A line is furniture only as a whole.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from loaders.furniture import furniture
from loaders.model import Span, span_of
from loaders.passages import UPPER, folded, long_paragraphs, spaces_folded
from loaders.timestamps import HEAD, published

# Shorter repetitions are formulas ('Độc lập - Tự do - Hạnh phúc'), not a passage printed twice.
_REPEATED_LENGTH = 80
# Only paragraphs whose first letters are the same are compared as a whole.
_OPENING, _SAME = 160, 30
_TAIL = 3000


@dataclass(frozen=True, slots=True)
class Page:
    """Title, time and author as the page gives them."""

    title: str | None = None
    published: str | None = None
    author: str | None = None
    url: str | None = None


def page(text: str, running: tuple[Span, ...] = ()) -> Page:
    """What the page says of itself; nothing where it is an official text.

    `running` are the headers and page numbers that the layout of a PDF shows.
    """
    seen = folded(text)
    if _is_official(seen):
        return Page()
    lines, marked = _lines(seen, False), boilerplate(text, running)
    stamp = published(seen, lines)
    return Page(
        title=_title(text, lines, marked, stamp),
        published=stamp[1] if stamp else None,
        author=_author(text, lines, marked),
    )


@lru_cache(maxsize=2)
def boilerplate(text: str, running: tuple[Span, ...] = ()) -> tuple[Span, ...]:
    """The page's furniture."""
    seen = folded(text)
    official = _is_official(seen)
    return furniture(seen, _lines(seen, official), official, running)


# Both the page's words and its furniture are looked for line by line.
@lru_cache(maxsize=2)
def _lines(text: str, official: bool) -> tuple[Span, ...]:
    """The non-empty lines without their surrounding white space.

    Of an official text only those near head and end, where a page puts its furniture.
    """
    if not official or len(text) <= 2 * HEAD:
        return tuple(_lines_between(text, 0, len(text)))
    head, tail = text.find("\n", HEAD), text.rfind("\n", HEAD, len(text) - HEAD) + 1
    first = _lines_between(text, 0, head if head >= 0 else HEAD)
    return (*first, *_lines_between(text, max(tail, head), len(text)))


def _lines_between(text: str, start: int, end: int) -> Iterator[Span]:
    for line in text[start:end].split("\n"):
        if content := line.strip():
            first = start if content is line else start + line.index(content[0])
            yield span_of((first, first + len(content)))
        start += len(line) + 1


# A letterhead or a list of recipients: the text is an instrument or an official report, not a
# page of news. The last three open their lines.
_STATE = re.compile(r"CỘNG (?:HÒA|HOÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM")
_LETTERHEADS = tuple(map(re.compile, (r"ĐẢNG CỘNG SẢN\s{1,3}VIỆT NAM", r"CÔNG BÁO/Số")))
_RECIPIENTS = re.compile(r"Nơi nhận\W")


def _is_official(text: str) -> bool:
    return (
        _STATE.search(text, 0, HEAD) is not None
        or any(_opens_line(each, text, 0, HEAD) for each in (*_LETTERHEADS, _RECIPIENTS))
        or _opens_line(_RECIPIENTS, text, max(0, len(text) - _TAIL), len(text))
    )


def _opens_line(pattern: re.Pattern[str], text: str, start: int, end: int) -> bool:
    """Whether the pattern stands where only marks come before it on its line."""
    for each in pattern.finditer(text, start, end):
        line = text.rfind("\n", 0, each.start()) + 1
        if line >= start and not _LETTER.search(text, line, each.start()):
            return True
    return False


_LETTER = re.compile(r"\w")


def _title(
    text: str, lines: Sequence[Span], furniture: Sequence[Span], stamp: tuple[Span, str] | None
) -> str | None:
    """The line before the time stamp, or the first line of a page that begins with a heading."""
    marked = {span.start for span in furniture}
    content = [
        line for line in lines[:30] if line.start not in marked and line.end - line.start > 12
    ]
    if stamp:
        before = [line for line in content if line.end <= stamp[0].start]
        after = [line for line in content if line.start >= stamp[0].end]
        chosen = before[-1:] or after[:1]
    else:
        chosen = content[:1]
    if not chosen or chosen[0].end - chosen[0].start > 320:
        return None
    title = " ".join(text[chosen[0].start : chosen[0].end].strip("#* ").split())
    heads_page = (
        stamp is not None or text[chosen[0].start] == "#" or not title.endswith((".", ";", ":"))
    )
    return title if heads_page else None


_AUTHOR_LABEL = re.compile(
    r"(?:Tác giả|Bài(?: và|,|, và)? ảnh|Tin(?:,| và)?(?: bài,?)? ảnh|Bài|Tin|Theo|Người viết"
    r"|Nguồn tin)\s*:\s*(.{2,60})"
)
_NAME_ONLY = re.compile(
    rf"(?:[{UPPER}][\w.]*\.?)(?: [{UPPER}][\w.]*){{0,4}}(?:(?:,| -| –"
    rf"| \() ?[{UPPER}][^.;:]{{1,50}})?"
)


def _author(text: str, lines: Sequence[Span], furniture: Sequence[Span]) -> str | None:
    """The byline: a labelled line, or the short line of names that closes the article."""
    marked = {span.start for span in furniture}
    content = [line for line in lines if line.start not in marked]
    for line in content[-12:]:
        label = _AUTHOR_LABEL.fullmatch(text, line.start, line.end)
        if label:
            return " ".join(label[1].split())
    if len(content) < 3:
        return None
    last = text[content[-1].start : content[-1].end].strip("*_ ")
    before = text[content[-2].start : content[-2].end].rstrip('*_ "”')
    return (
        last if len(last) < 60 and _NAME_ONLY.fullmatch(last) and before[-1:] in ".…/!?" else None
    )


def repeated(text: str, furniture: Sequence[Span]) -> tuple[Span, ...]:
    """The second and later print of a long paragraph."""
    marked = {span.start for span in furniture}
    opened: dict[str, list[Span]] = {}
    for paragraph in long_paragraphs(text, _REPEATED_LENGTH):
        if paragraph.start not in marked:
            letters = _first_letters(text, paragraph.start)
            opened.setdefault(letters, []).append(paragraph)
    found: list[Span] = []
    for alike in opened.values():
        if len(alike) > 1:
            found += _later_prints(text, alike)
    return tuple(sorted(found))


def _first_letters(text: str, start: int) -> str:
    """The first letters of a paragraph, whatever spaces stand between them."""
    letters = "".join(text[start : start + _SAME * 3 // 2].split())
    if len(letters) < _SAME:
        letters = "".join(text[start : start + _OPENING].split())
    return letters[:_SAME]


def _later_prints(text: str, alike: Sequence[Span]) -> Iterator[Span]:
    """Those of the paragraphs that begin alike which print an earlier one again."""
    seen: set[str] = set()
    for paragraph in alike:
        passage = spaces_folded(text[paragraph.start : paragraph.end])
        if passage in seen:
            yield paragraph
        seen.add(passage)
