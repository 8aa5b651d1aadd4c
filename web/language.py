"""Vietnamese first, English on request: the choice stands in the URL and is kept in a cookie."""

import json
import re
from collections.abc import Iterable
from datetime import date
from functools import cache
from importlib import resources
from urllib.parse import urlencode

from flask import Request, Response, request
from markupsafe import Markup, escape

from graph.folding import in_one
from graph.folding import words as words_of

LANGUAGES = ("vi", "en")
COOKIE = "lang"


def chosen(of: Request) -> str:
    """The language that the URL names, else the cookie, else Vietnamese."""
    # a page asks a thousand times
    if "language" not in of.environ.setdefault("vankien", {}):
        of.environ["vankien"]["language"] = _chosen(of)
    found: str = of.environ["vankien"]["language"]
    return found


def _chosen(of: Request) -> str:
    for value in (of.args.get("lang"), of.cookies.get(COOKIE)):
        if value in LANGUAGES:
            return value
    return LANGUAGES[0]


def say(vietnamese: str, english: str) -> str:
    """The one of the two that the reader asked for."""
    return english if chosen(request) == "en" else vietnamese


@cache
def words() -> dict[str, dict[str, list[str]]]:
    """The words of `words.json`: group, name, then Vietnamese and English."""
    file = resources.files("web") / "words.json"
    found: dict[str, dict[str, list[str]]] = json.loads(file.read_text(encoding="utf-8"))
    return found


def word(group: str, name: str) -> str:
    """How a column, a parameter, a sort of thing or a tone is called in the reader's language."""
    vietnamese, english = words()[group].get(name, (name, name))
    return say(vietnamese, english)


def headings(columns: Iterable[str], language: str) -> dict[str, str]:
    """What columns are called in a language; one without words of its own keeps its name."""
    known, place = words()["columns"], LANGUAGES.index(language)
    return {each: known[each][place] for each in columns if each in known}


def address_in(language: str) -> str:
    """The address of this same page in another language."""
    pairs = [pair for pair in request.args.items(multi=True) if pair[0] != "lang"]
    return request.path + "?" + urlencode([*pairs, ("lang", language)])


def remember(response: Response) -> Response:
    """Keeps a language that the URL names for the pages that follow."""
    if request.args.get("lang") in LANGUAGES:
        response.set_cookie(COOKIE, request.args["lang"], max_age=31_536_000, samesite="Lax")
    return response


# 124-QĐ/TW, 64/2014/NĐ-CP, 171/KH-MTTQ-BTT within a sentence.
_NUMBER = re.compile(r"\d+[A-Za-zĐđ]?[-/](?:\d{4}/)?[A-ZĐÐ][\w/-]*")


def unbroken(text: str) -> Markup:
    """A text in which no instrument's number breaks over lines."""
    # what stands in a number needs no escaping, and escaping makes no number
    return Markup(_NUMBER.sub(r'<span class="number">\g<0></span>', str(escape(text))))  # noqa: S704


_WORD = re.compile(r"\w+")


def marked(text: str, sought: str) -> Markup:
    """A text in which the words that were sought are marked, with diacritics or without."""
    wanted = set(words_of(sought))
    parts, done = [], 0
    for match in _WORD.finditer(text) if wanted else ():
        held = in_one(match[0])
        if held and wanted.issuperset(held):
            # a word holds nothing to be escaped
            parts += [escape(text[done : match.start()]), f"<mark>{match[0]}</mark>"]
            done = match.end()
    return Markup("".join([*parts, escape(text[done:])]))  # noqa: S704


def shown_date(iso: str) -> str:
    """A date as Vietnamese print has it: `02/02/2018`, `7/2021`, `2025`, `18/08/2021 09:33`.

    >>> shown_date("2018-02-02"), shown_date("2021-07"), shown_date("2025")
    ('02/02/2018', '7/2021', '2025')
    """
    day, _, clock = iso.partition("T")
    parts = day.split("-")
    if len(parts) == 3:
        printed = date(*map(int, parts)).strftime("%d/%m/%Y")
        return f"{printed} {clock[:5]}" if clock else printed
    return f"{int(parts[1])}/{parts[0]}" if len(parts) == 2 else iso


def dated(iso: str) -> str:
    """A date within a sentence: `ngày 02/02/2018`, `tháng 7/2021`, `năm 2023`; English `of …`."""
    introduced = ("năm", "tháng", "ngày")[iso.count("-")] if iso[:4].isdecimal() else ""
    return say(f"{introduced} {shown_date(iso)}".strip(), f"of {shown_date(iso)}")


def shown_count(value: float) -> str:
    """A number with thousands dots and a decimal comma, in English the other way round.

    Reads the language of the request.
    """
    printed = f"{value:,.6f}".rstrip("0").rstrip(".") if value % 1 else f"{value:,.0f}"
    return printed if chosen(request) == "en" else printed.translate(str.maketrans(",.", ".,"))
