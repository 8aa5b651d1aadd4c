"""The tables of the Vietnamese encodings from before Unicode, from their glyphs to our letters.

TCVN 5712:1993 (the '.Vn' fonts), VNI for Windows (the 'VNI-' fonts) and VIQR (RFC 1456). The
glyphs stand as Windows-1252 shows them, which is how such texts reach us, as bytes or as letters.
"""

import re
import unicodedata

_TCVN3_GLYPHS = "¡¢£¤¥¦§¨©ª«¬\u00ad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ"
_TCVN3_LETTERS = "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
TCVN3 = str.maketrans(dict(zip(_TCVN3_GLYPHS, _TCVN3_LETTERS, strict=True)))

_GRAVE, _ACUTE, _TILDE, _HOOK, _DOT = "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"
_HAT, _BREVE = "\u0302", "\u0306"
# What follows a vowel in VNI: a tone, or a hat or breve with its tone.
_VNI_MARKS = {
    "ù": _ACUTE, "ø": _GRAVE, "û": _HOOK, "õ": _TILDE, "ï": _DOT,
    "â": _HAT, "á": _HAT + _ACUTE, "à": _HAT + _GRAVE, "å": _HAT + _HOOK, "ã": _HAT + _TILDE,
    "ä": _HAT + _DOT,
    "ê": _BREVE, "é": _BREVE + _ACUTE, "è": _BREVE + _GRAVE, "ú": _BREVE + _HOOK,
    "ü": _BREVE + _TILDE, "ë": _BREVE + _DOT,
}  # fmt: skip
_VNI_ALONE = {
    "ö": "ư", "ô": "ơ", "ñ": "đ", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ",
}  # fmt: skip
_VNI_MARKS |= {glyph.upper(): mark for glyph, mark in _VNI_MARKS.items()}
_VNI_ALONE |= {glyph.upper(): letter.upper() for glyph, letter in _VNI_ALONE.items()}
_VNI = re.compile(f"([aeouyAEOUYôöÔÖ])([{''.join(_VNI_MARKS)}])|([{''.join(_VNI_ALONE)}])")

_VIQR_MARKS = {
    "^": _HAT, "(": _BREVE, "+": "\u031b", "'": _ACUTE, "`": _GRAVE, "?": _HOOK, "~": _TILDE,
    ".": _DOT,
}  # fmt: skip
VIQR = re.compile(r"\\(?P<kept>[\^(+'`?~.dD])|(?P<d>[dD])[dD]|(?P<vowel>[aeiouyAEIOUY])"
                  r"(?P<shape>[\^(+]?)(?P<tone>['`?~.]?(?![.]))")  # fmt: skip


def from_tcvn3(text: str) -> str:
    """The letters of a text in TCVN3.

    Its capitals with a tone are the small letters in a font of capitals: a word whose other
    letters are capitals is written in capitals.

    >>> from_tcvn3("Uû ban nh©n d©n quyÕt ®Þnh; QUYÕT §ÞNH")
    'Uỷ ban nhân dân quyết định; QUYẾT ĐỊNH'
    """

    def letters(match: re.Match[str]) -> str:
        here = match[0].translate(TCVN3)
        return here.upper() if match["capitals"] else here

    return _TCVN3.sub(letters, text)


# The first seven glyphs are capitals, as A-Z are: two of them make a word in capitals.
_CAPITAL = f"A-Z{_TCVN3_GLYPHS[:7]}"
_SMALL = _TCVN3_GLYPHS[7:]
_TCVN3 = re.compile(
    f"(?P<capitals>(?<![a-z{_CAPITAL}{_SMALL}])[{_SMALL}]*[{_CAPITAL}][{_SMALL}]*[{_CAPITAL}]"
    f"[{_CAPITAL}{_SMALL}]*(?![a-z]))|[{_TCVN3_GLYPHS}]+"
)


def in_capitals(glyphs: str) -> str:
    """Unicode letters of glyphs that a font of capitals ('.VnTimeH') shows.

    >>> in_capitals("Quyết ®Þnh")
    'QUYẾT ĐỊNH'
    """
    return glyphs.translate(TCVN3).upper()


def from_vni(text: str) -> str:
    """The letters of a text in VNI for Windows.

    >>> from_vni("UÛY BAN NHAÂN DAÂN quyeát ñònh veà vieäc thöôûng")
    'ỦY BAN NHÂN DÂN quyết định về việc thưởng'
    """

    def letter(match: re.Match[str]) -> str:
        if match[3]:
            return _VNI_ALONE[match[3]]
        vowel = _VNI_ALONE.get(match[1], match[1])
        return unicodedata.normalize("NFC", vowel + _VNI_MARKS[match[2]])

    return _VNI.sub(letter, text)


def from_viqr(text: str) -> str:
    """The letters of a text in VIQR.

    >>> from_viqr("U?y ban nha^n da^n quye^'t ddi.nh ve^` vie^.c thu+o+?ng.")
    'Ủy ban nhân dân quyết định về việc thưởng.'
    """

    def letter(match: re.Match[str]) -> str:
        if match["kept"]:
            return match["kept"]
        if match["d"]:
            return "đ" if match["d"] == "d" else "Đ"
        marks = (_VIQR_MARKS[mark] for mark in match["shape"] + match["tone"])
        return unicodedata.normalize("NFC", match["vowel"] + "".join(marks))

    return VIQR.sub(letter, text)
