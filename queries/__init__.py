"""The named questions: one `.rq` file each, with its front matter taken apart.

    #+ summary: Những chỗ dẫn một văn bản | The places that cite an instrument
    #+ parameters:
    #+   - number: instrument, as iri
    #+ example:
    #+   - number: 124-QĐ/TW

A parameter `name` is the variable `?_name`, or that which stands after `as`; its sort says how
its value is understood: instrument, body, place, source, iri, date, level or text. A sort with `!`
is needed: one of the parameters that bind its variable must be given. `sentence` asks the same
with the parameters as blanks: `Ai triển khai {instrument}?` `collated` is the column of names by
which the rows stand, in the order of Vietnamese, which SPARQL does not know.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

_VARIABLE = re.compile(r"\?([A-Za-z_][A-Za-z0-9_]*)")
_SELECT = re.compile(r"\bSELECT\b(?P<columns>[^{]*?)\bWHERE\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a question, the variable that it binds and how its value is understood."""

    name: str
    variable: str
    sort: str
    needed: bool


@dataclass(frozen=True, slots=True)
class Question:
    """A named question: what it asks in both languages, its parameters, columns and SPARQL."""

    name: str
    summary: str
    summary_en: str
    description: str
    description_en: str
    sentence: str
    sentence_en: str
    tags: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    columns: tuple[str, ...]
    example: Mapping[str, str]
    collated: str
    sparql: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule that adds statements on `?node`: a CONSTRUCT over what is accepted.

    `reads` are the terms on whose statements it rests. Where one changes, its conclusions may
    change on the subject, on both ends where that is said, and on what the path `reaches` leads to
    from there.
    """

    name: str
    summary: str
    summary_en: str
    reads: tuple[str, ...]
    reaches: str
    sparql: str


@cache
def rules() -> dict[str, Rule]:
    """Every rule by its name, in the order in which they are applied."""
    return {name: _rule(name, text) for name, text in _texts("rules").items()}


def _rule(name: str, text: str) -> Rule:
    front = _front_matter(text)
    summary, _, summary_en = _line(front, "summary").partition(" | ")
    reads = tuple(_items(front, "reads"))
    return Rule(name, summary, summary_en, reads, _line(front, "reaches"), text)


@cache
def questions() -> dict[str, Question]:
    """Every named question by its name."""
    return _questions(".")


@cache
def checks() -> dict[str, Question]:
    """Every check by its name: a question whose rows are problems, each with its quote."""
    return _questions("checks")


def _questions(folder: str) -> dict[str, Question]:
    """The questions of a folder, in the order of their names."""
    return {name: question(name, text) for name, text in _texts(folder).items()}


def _texts(folder: str) -> dict[str, str]:
    """The text of each query of a folder by its name, in order."""
    files = resources.files("queries").joinpath(folder).iterdir()
    texts = {
        file.name: file.read_text(encoding="utf-8") for file in files if file.name[-3:] == ".rq"
    }
    return {name.removesuffix(".rq"): text for name, text in sorted(texts.items())}


def question(name: str, text: str) -> Question:
    """A question from the text of its file."""
    front = _front_matter(text)
    summary, _, summary_en = _line(front, "summary").partition(" | ")
    description, _, description_en = _line(front, "description").partition(" | ")
    sentence, _, sentence_en = _line(front, "sentence").partition(" | ")
    return Question(
        name=name,
        summary=summary,
        summary_en=summary_en,
        description=description,
        description_en=description_en,
        sentence=sentence,
        sentence_en=sentence_en,
        tags=tuple(_items(front, "tags")),
        parameters=tuple(map(_parameter, _items(front, "parameters"))),
        columns=_columns(text),
        example=dict(_pair(item) for item in _items(front, "example")),
        collated=_line(front, "collated"),
        sparql=text,
    )


def _front_matter(text: str) -> dict[str, str | list[str]]:
    """The keys of the lines that start with `#+`; a key without a value holds a list."""
    found: dict[str, str | list[str]] = {}
    items: list[str] = []
    for line in text.splitlines():
        if not line.startswith("#+"):
            break
        content = line[2:].strip()
        if content.startswith("- "):
            items.append(content[2:])
            continue
        key, value = _pair(content)
        items = []
        found[key] = value or items
    return found


def _pair(content: str) -> tuple[str, str]:
    key, _, value = content.partition(":")
    return key.strip(), value.strip()


def _line(front: Mapping[str, str | list[str]], key: str) -> str:
    value = front.get(key, "")
    return value if isinstance(value, str) else ""


def _items(front: Mapping[str, str | list[str]], key: str) -> list[str]:
    value = front.get(key, [])
    return value if isinstance(value, list) else []


def _parameter(item: str) -> Parameter:
    name, meaning = _pair(item)
    sort, _, variable = meaning.partition(", as ")
    return Parameter(name, f"_{variable or name}", sort.rstrip("!"), sort.endswith("!"))


def _columns(text: str) -> tuple[str, ...]:
    """The variables of the first SELECT that are no parameters."""
    select = _SELECT.search("\n".join(line for line in text.splitlines() if line[:1] != "#"))
    named = _VARIABLE.findall(select["columns"]) if select else []
    return tuple(name for name in named if not name.startswith("_"))
