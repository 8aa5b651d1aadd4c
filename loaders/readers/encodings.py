"""Bytes to letters: Unicode first, else the old Vietnamese encoding that gives Vietnamese.

An encoding is taken for one of the old ones only where the words prove it: letters that are
impossible in Vietnamese as they stand, and possible syllables once converted.
"""

import codecs
import re
import unicodedata
from collections.abc import Callable

from loaders.model import Remark
from loaders.readers.charsets import VIQR, from_tcvn3, from_viqr, from_vni
from loaders.readers.refusals import Unreadable
from loaders.readers.syllables import is_syllable, likeness, marked_words

# How much of a text is looked at, how many marked words it takes, and how many must be possible.
_SAMPLE = 40_000
_FEWEST = 3
_FIRST, _ENOUGH = 2000, 100
_SURE = 0.9
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# By glyphs of Windows-1252; what a text that is Unicode already may still be written in.
_GLYPHS: dict[str, Callable[[str], str]] = {"TCVN3": from_tcvn3, "VNI": from_vni}
# What Latin text with Vietnamese letters consists of.
_LATIN = re.compile("[\t\n\r -~\u00a0-\u024f\u0300-\u036f\u1e00-\u1eff\u2000-\u206f]")

Decoded = tuple[str, Remark | None]


def decoded(raw: bytes) -> Decoded:
    """The text of the bytes, unchanged where they are Unicode; raises Unreadable."""
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _strict(raw, encoding), None
    if b"\0" in raw[:65536]:
        return _wide(raw)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return _old(raw, error.start + 1)
    return modernised(text)


def modernised(text: str) -> Decoded:
    """The text in Unicode letters, where the whole of it is written in glyphs of an old font."""
    sample = text[:_SAMPLE]
    if sample.isascii():
        return (from_viqr(text), _remark("VIQR")) if _is_viqr(sample) else (text, None)
    name = _written_in(sample, _GLYPHS)
    return (_GLYPHS[name](text), _remark(name)) if name else (text, None)


def modernised_lines(lines: list[str]) -> tuple[list[str], Remark | None]:
    """The same line by line: a Word file may use an old font in some places alone."""
    odd = {line for line in lines if not line.isascii() and not _is_vietnamese(line)}
    found: list[tuple[int, str, dict[str, str]]] = []
    for name, convert in _GLYPHS.items() if odd else ():
        converted = {line: convert(line) for line in odd}
        sure = {old: new for old, new in converted.items() if likeness(new)[1] >= _SURE}
        found.append((sum(likeness(new)[0] for new in sure.values()), name, sure))
    words, name, sure = max(found, default=(0, "", {}), key=lambda each: each[:2])
    if words < _FEWEST:
        return lines, None
    return [sure.get(line, line) for line in lines], _remark(name)


def _is_vietnamese(text: str) -> bool:
    # The first hundred words tell of nearly every text, at a tenth of the price.
    words, share = likeness(text[:_FIRST])
    return (words >= _ENOUGH and share >= _SURE) or likeness(text)[1] > 0.5


def _written_in(sample: str, encodings: dict[str, Callable[[str], str]]) -> str | None:
    """The encoding whose conversion makes Vietnamese of a sample that is none."""
    if _is_vietnamese(sample):
        return None
    return _best({name: convert(sample) for name, convert in encodings.items()})


def _best(candidates: dict[str, str]) -> str | None:
    found = []
    for name, text in candidates.items():
        words, share = likeness(text)
        if words >= _FEWEST and share >= _SURE:
            found.append((share, words, name))
    return max(found)[2] if found else None


def _old(raw: bytes, position: int) -> Decoded:
    """Bytes that are no UTF-8, in the old encoding that makes Vietnamese of them."""
    western = raw.decode("cp1252", "replace")
    converters: dict[str, Callable[[], str]] = {
        "TCVN3": lambda: from_tcvn3(western),
        "VNI": lambda: from_vni(western),
        "Windows-1258": lambda: _windows_1258(raw),
    }
    sample, sample_western = raw[:_SAMPLE], western[:_SAMPLE]
    name = _best(
        {
            "TCVN3": from_tcvn3(sample_western),
            "VNI": from_vni(sample_western),
            "Windows-1258": _windows_1258(sample),
        }
    )
    if name is None:
        raise Unreadable(
            f"không phải UTF-8 (byte thứ {position}); đã thử UTF-16, TCVN3, VNI và Windows-1258 "
            f"mà không thành tiếng Việt; hãy lưu lại tệp bằng mã UTF-8",
            f"not UTF-8 (byte {position}); tried UTF-16, TCVN3, VNI and Windows-1258, and none "
            f"gives Vietnamese; save the file as UTF-8",
        )
    return converters[name](), _remark(name)


def _windows_1258(raw: bytes) -> str:
    """Its tones are combining marks: composed, as everybody else writes them."""
    return unicodedata.normalize("NFC", raw.decode("cp1258", "replace"))


def _wide(raw: bytes) -> Decoded:
    """UTF-16 without its mark: Latin text in one of the two byte orders."""
    for encoding in ("utf-16-le", "utf-16-be"):
        text = raw.decode(encoding, "replace")
        sample = text[:_SAMPLE]
        if len(_LATIN.findall(sample)) > 0.95 * len(sample):
            return _strict(raw, encoding), _remark("UTF-16")
    raise Unreadable("đây là tệp nhị phân, không phải văn bản", "this is a binary file, not a text")


def _strict(raw: bytes, encoding: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        name = encoding.upper()
        raise Unreadable(
            f"không phải {name} (byte thứ {error.start + 1}) dù tệp mở đầu như vậy; "
            f"hãy lưu lại tệp bằng mã UTF-8",
            f"not {name} (byte {error.start + 1}) though the file begins like it; "
            f"save the file as UTF-8",
        ) from error


def _is_viqr(sample: str) -> bool:
    """Sure only where hats, horns and breves abound and nearly all they make is Vietnamese."""
    shaped = [match for match in VIQR.finditer(sample) if match["shape"] or match["d"]]
    if len(shaped) < 5 * _FEWEST or 20 * len(shaped) < len(sample.split()):
        return False
    words = marked_words(from_viqr(sample))
    return sum(map(is_syllable, words)) >= 0.95 * len(words)


def _remark(name: str) -> Remark:
    return Remark(f"đọc theo mã {name} và chuyển sang Unicode", f"read as {name}, now Unicode")
