"""Numbers that typing spoilt: look-alike letters, letters for digits, doubled marks."""

import re
from collections.abc import Iterator

from loaders.model import Span
from loaders.notices import (
    SURE,
    WARNING,
    Draft,
    Notice,
    Words,
)
from loaders.number_checks import is_party, is_state, regular_form
from ontology import authority
from ontology.numbers import parse


def misspelt_checks(draft: Draft) -> Iterator[Notice]:
    """What searches would never find."""
    yield from _lookalikes(draft)
    yield from _letters_for_digits(draft)
    yield from _doubled_marks(draft)


def _lookalikes(draft: Draft) -> Iterator[Notice]:
    """U+00D0 and U+0189 for Đ: alike on paper, different for every search."""
    spans = [
        Span(citation.core.start + at, citation.core.start + at + 1)
        for citation in draft.reading.citations
        if citation.number
        for at, sign in enumerate(draft.text[citation.core.start : citation.core.end])
        if sign in "ÐƉðɖ"
    ]
    if spans:
        sign = draft.text[spans[0].start]
        yield Notice(
            "lookalike-letter",
            WARNING,
            SURE,
            spans[0],
            Words(
                f"Chữ Đ trong số hiệu được gõ bằng ký tự U+{ord(sign):04X} ({sign}), nhìn giống "
                "nhưng không tìm ra được.",
                f"The Đ in the number is typed as U+{ord(sign):04X} ({sign}), which looks alike "
                "but is never found.",
            ),
            Words("Gõ lại chữ Đ (U+0110).", "Type Đ (U+0110)."),
            also=tuple(spans[1:]),
        )


# 1O1-QĐ/TW   l24-QĐ/TW   64/2O14/NĐ-CP
_TYPED = re.compile(
    r"(?<![\w/.-])(?=[0-9OoIl/]{0,9}[OoIl])(?=[OoIl/]{0,4}[0-9])"
    r"(?P<digits>[0-9OoIl]{2,5}(?:/[12][0-9OoIl]{3}/|[-/]))(?P<rest>[A-ZĐ][A-Za-zĐđ]{0,4}[-/][A-ZĐ][\w-]*)"
)


_DIGITS = str.maketrans("OoIl", "0011")


def _letters_for_digits(draft: Draft) -> Iterator[Notice]:
    for match in _TYPED.finditer(draft.seen.text):
        written = match["digits"].translate(_DIGITS) + match["rest"]
        yield Notice(
            "letter-for-digit",
            WARNING,
            SURE,
            Span(draft.seen.raw(match.start()), draft.seen.raw(match.end())),
            Words(
                f"Số hiệu {match[0]} có chữ cái ở chỗ của chữ số.",
                f"The number {match[0]} has a letter in the place of a digit.",
            ),
            Words(f"Có lẽ là {written}.", f"Perhaps {written}."),
        )


# 09/-CT-TW   130/-TB-TW
_DOUBLED = re.compile(
    r"(?<![\w/.-])(?P<value>\d{1,4})\s?(?:/\s?-|-\s?/)\s?(?P<symbol>[A-ZĐ][A-Za-zĐđ]{0,4})"
    r"\s?[-/]\s?(?P<organ>[A-ZĐ]{2,10})\b"
)


def _doubled_marks(draft: Draft) -> Iterator[Notice]:
    for match in _DOUBLED.finditer(draft.seen.text):
        number = parse(f"{match['value']}/{match['symbol']}-{match['organ']}")
        meant = regular_form(number, match[0]) if number else None
        party = is_party(match["organ"])
        if number is None or not authority.symbol_slug(match["symbol"]):
            continue
        regular = meant or f"{number.value:02d}/{number.symbol}-{number.organ}"
        yield Notice(
            "misplaced-mark",
            WARNING,
            SURE,
            Span(draft.seen.raw(match.start()), draft.seen.raw(match.end())),
            Words(
                f"Số hiệu {match[0]}: hai dấu liền nhau.",
                f"The number {match[0]} has two marks side by side.",
            ),
            Words(f"Thể thức đúng là {regular}.", f"The regular form is {regular}.")
            if party or is_state(match["organ"])
            else None,
        )
