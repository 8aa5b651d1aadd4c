"""What the checker found as comments of a Word file, for those who mend the draft in Word.

A draft that came as .docx keeps its own form: only comments are added to it. Any other becomes a
plain file of its lines.
"""

import io
import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass

from docx import Document
from docx.document import Document as WordFile
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from loaders.model import Reading, Span
from loaders.notices import Notice, Side, Words
from loaders.rules import rules

_AUTHOR = "vankien"
# XML 1.0 knows no other control characters than tab and line ends.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
# A run of nothing else can be cut in two without loss.
_CUTTABLE = {qn(f"w:{name}") for name in ("rPr", "t", "tab", "br", "cr")}
_SEVERITIES = {
    "error": ("Lỗi", "Error"),
    "warning": ("Cảnh báo", "Warning"),
    "information": ("Thông tin", "Information"),
}
_RECORD = Words("danh mục chuẩn", "record")
_HERE = Words("Ở gần đây", "Near here")
_NO_ORIGINAL = Words(
    "Không phải bản chính, không thay thế văn bản gốc. Không chữ nào bị sửa.",
    "Not an original; does not replace the official text. Nothing was changed.",
)


@dataclass(frozen=True, slots=True)
class _Place:
    """A paragraph of the file and the offset at which its text stands in the SourceText."""

    start: int
    paragraph: Paragraph
    text: str

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def commented(
    reading: Reading, notices: Sequence[Notice], language: str, raw: bytes | None = None
) -> bytes:
    """The bytes of a .docx with a comment at each notice; `raw` is a draft that is one itself."""
    file = Document(io.BytesIO(raw)) if raw is not None else _plain(reading.source.text)
    places = list(_places(file, reading.source.text))
    # From the end, so that cutting a run moves nothing that is still to be commented on.
    for notice in sorted(notices, key=lambda each: each.span, reverse=True):
        _comment(file, places, reading, notice, language)
    if raw is None:
        file.core_properties.comments = _said(_NO_ORIGINAL, language)
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


def _plain(text: str) -> WordFile:
    """A file with the lines of the draft as its paragraphs."""
    file = Document()
    normal = file.styles["Normal"]
    normal.font.name, normal.font.size = "Times New Roman", Pt(13)
    for line in text.split("\n"):
        file.add_paragraph(_UNWRITABLE.sub(" ", line.rstrip("\r")))
    return file


def _places(file: WordFile, text: str) -> Iterator[_Place]:
    """Where the text of each paragraph stands, in the order of the file, tables included.

    One whose words the reader wrote otherwise (an old font, a field) is passed over.
    """
    seen = _UNWRITABLE.sub(" ", text)
    cursor = 0
    for element in file.element.body.iter(qn("w:p")):
        paragraph = Paragraph(element, file._body)
        printed = "".join(run.text for run in _runs(paragraph))
        if printed.strip():
            at = seen.find(printed.strip(), cursor)
            if at >= 0:
                start = at - (len(printed) - len(printed.lstrip()))
                yield _Place(start, paragraph, printed)
                cursor = at + len(printed.strip())


def _runs(paragraph: Paragraph) -> list[Run]:
    """The runs of a paragraph with those inside its links."""
    found: list[Run] = []
    for item in paragraph.iter_inner_content():
        found += [item] if isinstance(item, Run) else item.runs
    return found


def _comment(
    file: WordFile, places: Sequence[_Place], reading: Reading, notice: Notice, language: str
) -> None:
    """Anchor a notice at its words, else at the last paragraph before them."""
    span, text = notice.span, _wording(notice, language)
    place = next((p for p in places if p.start <= span.start < p.end), None)
    runs = _at(place, span) if place else []
    if not runs:
        before = [p for p in places if p.start <= span.start] or list(places)
        if not before:
            return
        runs = _runs(before[-1].paragraph)
        quote = " ".join(reading.source.text[span.start : span.end].split())
        text = f"{_said(_HERE, language)}: “{quote}”\n{text}"
    file.add_comment(runs, _UNWRITABLE.sub(" ", text), author=_AUTHOR, initials="vk")


def _at(place: _Place, span: Span) -> list[Run]:
    """The runs of exactly these words, cut out of longer ones where that loses nothing."""
    start, end = span.start - place.start, min(span.end, place.end) - place.start
    for edge in (end, start):
        _cut(place.paragraph, edge)
    found, at = [], 0
    for run in _runs(place.paragraph):
        following = at + len(run.text)
        if at < end and following > start:
            found.append(run)
        at = following
    return found


def _cut(paragraph: Paragraph, edge: int) -> None:
    """Make an offset of the paragraph the border of two runs."""
    at = 0
    for run in _runs(paragraph):
        inside = edge - at
        text = run.text
        if 0 < inside < len(text):
            if {child.tag for child in run._r} <= _CUTTABLE:
                rest = deepcopy(run._r)
                run._r.addnext(rest)
                run.text, Run(rest, run._parent).text = text[:inside], text[inside:]
            return
        at += len(text)


def _wording(notice: Notice, language: str) -> str:
    """The lines of a comment: what is wrong, what it says, what may be done, the other sides."""
    severity = Words(*_SEVERITIES[notice.severity])
    rule = rules()[notice.rule]
    lines = [f"{_said(severity, language)}: {_said(rule.title, language)} [{notice.rule}]"]
    lines.append(_said(notice.message, language))
    lines += [f"→ {_said(notice.suggestion, language)}"] if notice.suggestion else []
    lines += [_side(side, language) for side in notice.others]
    return "\n".join(lines)


def _side(side: Side, language: str) -> str:
    record = f"{_said(_RECORD, language)}: {side.authority}" if side.authority else side.source
    where = f" ({record})" if record else ""
    return f"≠ “{' '.join(side.quote.split())}”{where}"


def _said(words: Words, language: str) -> str:
    return words.vi if language == "vi" else words.en
