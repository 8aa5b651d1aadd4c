"""PDF files: their text layer in reading order, page by page; scanned pages go to OCR.

Running headers and page numbers stay in the text and are told as furniture: they stand at the top
or bottom of the page and repeat from page to page, or count with the pages.
"""

import ctypes
import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from loaders.model import Remark, SourceText, Span
from loaders.readers import ocr
from loaders.readers.encodings import modernised_lines
from loaders.readers.layout import Glyph, lines
from loaders.readers.refusals import Unreadable, broken, locked
from loaders.readers.text import tidied

# Fewer letters than this on a page that has an image: it is a scan, perhaps with a stamp.
_FEWEST = 20
# Of this many lines at the top and at the bottom of a page some may be furniture.
_EDGE = 2
_DIGITS = re.compile(r"\d+")
# A line that ends a sentence or an item.
_ENDS = re.compile(r"[.;:!?…][\"”’)\]]*\s*\Z")
# pdfium gives a hyphen at the end of a line as one of these.
_HYPHENS = str.maketrans({"\x02": "-", "\ufffe": "-"})


def read(raw: bytes, path: str) -> SourceText:
    """The text of a PDF, where its pages start, and its furniture."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == pypdfium2.raw.FPDF_ERR_PASSWORD:
            raise locked("PDF") from error
        raise broken("PDF", str(error)) from error
    try:
        pages, remarks = _pages(document)
    except pypdfium2.PdfiumError as error:
        raise broken("PDF", str(error)) from error
    finally:
        document.close()
    return _laid_out(pages, path, remarks)


def _pages(document: Any) -> tuple[list[list[str]], list[Remark]]:
    """The lines of each page, and what is to be remarked."""
    pages: list[list[str]] = []
    scanned: list[int] = []
    for index in range(len(document)):
        page = document[index]
        pages.append([line.text for line in lines(_glyphs(page))])
        if sum(map(len, pages[-1])) < _FEWEST and _has_image(page):
            scanned.append(index)
        page.close()
    if not scanned:
        return pages, []
    if ocr.available():
        for index in scanned:
            pages[index] = ocr.lines(document[index])
        return pages, [_by_ocr(scanned)]
    if len(scanned) == len(pages) or not any(pages):
        raise Unreadable(
            "PDF chỉ có ảnh quét, không có lớp chữ; hãy cài Tesseract với tiếng Việt "
            "(tesseract-ocr, tesseract-ocr-vie) rồi đọc lại, hoặc tìm bản có chữ",
            "the PDF holds scanned images and no text layer; install Tesseract with Vietnamese "
            "(tesseract-ocr, tesseract-ocr-vie) and read it again, or find a copy with text",
        )
    return pages, [_not_read(scanned)]


def _by_ocr(scanned: Sequence[int]) -> Remark:
    numbers = ", ".join(str(index + 1) for index in scanned)
    return Remark(
        f"trang {numbers} là ảnh quét, chữ do máy nhận dạng, có thể sai",
        f"page {numbers}: scanned, read by OCR, letters may be wrong",
    )


def _not_read(scanned: Sequence[int]) -> Remark:
    numbers = ", ".join(str(index + 1) for index in scanned)
    return Remark(
        f"trang {numbers} là ảnh quét, không đọc được nếu không có Tesseract với tiếng Việt",
        f"page {numbers}: scanned, not read without Tesseract with Vietnamese",
    )


def _has_image(page: Any) -> bool:
    import pypdfium2.raw as pdfium

    return next(iter(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE])), None) is not None


def _glyphs(page: Any) -> Iterator[Glyph]:
    """The letters of a page in the order in which it was set."""
    import pypdfium2.raw as pdfium

    layer = page.get_textpage()
    x, y, box = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()
    for index in range(layer.count_chars()):
        code = pdfium.FPDFText_GetUnicode(layer.raw, index)
        # Spaces that pdfium sees in a gap count; its lines do not, they know no turned text.
        if code in (10, 13):
            continue
        pdfium.FPDFText_GetCharOrigin(layer.raw, index, x, y)
        pdfium.FPDFText_GetLooseCharBox(layer.raw, index, box)
        angle = pdfium.FPDFText_GetCharAngle(layer.raw, index)
        place = (angle, x.value, y.value, box.left, box.right, box.top, box.bottom)
        # A letter that is set as large as no paper is stands nowhere.
        if not all(map(math.isfinite, place)):
            continue
        turned = round(angle / (math.pi / 2)) % 4
        letter = chr(code).translate(_HYPHENS) if 0 < code < 0x110000 else " "
        yield _glyph(letter, turned, (x.value, y.value), box)
    layer.close()


def _glyph(letter: str, turned: int, origin: tuple[float, float], box: Any) -> Glyph:
    """A letter in the frame of its line, which may run in any of four directions."""
    x, y = origin
    if turned == 0:
        return Glyph(letter, turned, box.left, box.right, y, box.top - box.bottom)
    if turned == 2:
        return Glyph(letter, turned, -box.right, -box.left, -y, box.top - box.bottom)
    # pdfium counts angles clockwise: text that runs up is turned three times.
    if turned == 3:
        return Glyph(letter, turned, box.bottom, box.top, -x, box.right - box.left)
    return Glyph(letter, turned, -box.top, -box.bottom, x, box.right - box.left)


def _laid_out(pages: list[list[str]], path: str, remarks: list[Remark]) -> SourceText:
    """The pages one after the other, each beginning on a new line."""
    flat, remark = modernised_lines([line for page in pages for line in page])
    printed = iter(flat)
    modern = [[tidied(next(printed)) for _ in page] for page in pages]
    sheet = _Sheet()
    for page, marked in zip(modern, _furniture(modern), strict=True):
        sheet.begin_page()
        for index, line in enumerate(page):
            sheet.put(line, index in marked)
    sheet.flush()
    return SourceText(
        "".join(sheet.lines),
        path,
        pages=tuple(sheet.pages),
        furniture=tuple(sheet.furniture),
        remarks=(*remarks, *([remark] if remark else [])),
    )


class _Sheet:
    """The text as it grows; furniture waits until the sentence that it interrupts has ended."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.pages: list[int] = []
        self.furniture: list[Span] = []
        self._position = 0
        self._waiting: list[str] = []

    def begin_page(self) -> None:
        """What comes now stands on a new page."""
        self.pages.append(self._position)

    def put(self, line: str, is_furniture: bool) -> None:
        """Add a line."""
        if is_furniture:
            self._waiting.append(line)
        else:
            self._add(line)
        if not self.lines or _ENDS.search(self.lines[-1]):
            self.flush()

    def flush(self) -> None:
        """Add the furniture that waits."""
        for line in self._waiting:
            self.furniture.append(Span(self._position, self._position + len(line)))
            self._add(line)
        self._waiting.clear()

    def _add(self, line: str) -> None:
        self.lines.append(line + "\n")
        self._position += len(line) + 1


def _furniture(pages: Sequence[Sequence[str]]) -> Iterator[frozenset[int]]:
    """Of each page, which of its lines are running headers, footers and page numbers."""
    running = _running(pages)
    for number, page in enumerate(pages):
        yield frozenset(
            index
            for index, line in enumerate(page)
            if min(index, len(page) - 1 - index) < _EDGE
            and not running.isdisjoint(_marks(line, number))
        )


# The words of a line without its numbers; how far a number in it is from the page's own.
_Mark = tuple[str, int | None]


def _running(pages: Sequence[Sequence[str]]) -> frozenset[_Mark]:
    """What lines at the edges of pages have in common.

    A number that counts with the pages on three of them, or the same words on half of them.
    """
    counted = Counter(
        mark
        for number, page in enumerate(pages)
        for mark in {m for line in [*page[:_EDGE], *page[-_EDGE:]] for m in _marks(line, number)}
    )
    return frozenset(
        mark
        for mark, count in counted.items()
        if count >= (3 if mark[1] is not None else max(3, (len(pages) + 1) // 2))
    )


def _marks(line: str, page: int) -> Iterator[_Mark]:
    """What may mark a line as running, on this page.

    >>> list(_marks("CÔNG BÁO/Số 667/Ngày 24-5-2024 3", 0))[-1]
    ('CÔNG BÁO/Số #/Ngày #-#-', 3)
    """
    shape = " ".join(_DIGITS.sub("#", line).strip("# \t").split())
    yield from ((shape, int(digits) - page) for digits in _DIGITS.findall(line) if len(digits) < 5)
    if shape and "#" not in shape and shape == line.strip():
        yield shape, None
