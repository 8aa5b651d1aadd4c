"""Hops told in Vietnamese and English: who does what to whom, on which day, in which words."""

from functools import cache

from graph.evidence import Quote
from graph.hops import BARE, CRITICISED, Hop, Step, Thing
from graph.relations import RELATIONS, by_name
from ontology import authority, iris

LANGUAGES = ("vi", "en")
_LONG = 240
_NAME = 90
_CRITICISM = ("phê phán việc thực hiện", "criticises how it is carried out")


def told(hop: Hop, language: str = "vi") -> str:
    """A hop in one sentence with one quote, or with the entry of the record that states it."""
    step = hop.told_by
    return f"{statement(step, language)}{_ground(step, language)}"


def statement(step: Step, language: str = "vi") -> str:
    """A link in words: `Kế hoạch 171/KH-MTTQ-BTT (22/06/2021) giám sát … Quy định 124-QĐ/TW`."""
    subject, object_ = (named(each, language) for each in (step.subject, step.object))
    return f"{subject} {verb(step, language)} {object_}"


def verb(step: Step, language: str = "vi") -> str:
    """What a link says, with how a citation treats what it cites."""
    relation = RELATIONS[by_name()[step.relation]]
    plain = relation.en if language == "en" else relation.vi
    if step.treatment in ("", BARE):
        return plain
    return f"{plain} ({treated(step.treatment, language)})"


def treated(treatment: str, language: str = "vi") -> str:
    """How a citation treats what it cites, in words.

    >>> treated("can-cu"), treated("phe-phan", "en")
    ('căn cứ', 'criticises how it is carried out')
    """
    if treatment == CRITICISED:
        return _CRITICISM[LANGUAGES.index(language)]
    return _treatments().get((treatment, language), treatment)


def named(thing: Thing, language: str = "vi") -> str:
    """A name with its day, or with the days in conflict: `Quy định 124-QĐ/TW (02/02/2018)`."""
    label = thing.label_en if language == "en" else thing.label
    short = shortened(label, _NAME)
    days = " | ".join(printed_day(each) for each in thing.dates)
    return f"{short} ({days})" if days else short


def printed_day(iso: str) -> str:
    """A day as Vietnamese print has it.

    >>> printed_day("2018-02-02"), printed_day("2021-07"), printed_day("2020")
    ('02/02/2018', '07/2021', '2020')
    """
    return "/".join(reversed(iso[:10].split("-")))


def shortened(text: str, most: int = _LONG) -> str:
    """A text cut at a word, and marked where it is cut."""
    plain = " ".join(text.split())
    return plain if len(plain) <= most else plain[:most].rpartition(" ")[0] + " …"


def elided(text: str, most: int = _LONG) -> str:
    """A quote cut in its middle: between its ends stand the two things that it joins.

    >>> elided("Luật A đã được sửa đổi, bổ sung theo Luật B, Luật C và Luật D", 40)
    'Luật A đã được sửa đổi, […] C và Luật D'
    """
    plain = " ".join(text.split())
    if len(plain) <= most:
        return plain
    last = plain[-most // 3 :].partition(" ")[2]
    return f"{plain[: most * 2 // 3].rpartition(' ')[0]} […] {last}"


def _ground(step: Step, language: str) -> str:
    quote = step.quote
    if quote:
        return f": “{elided(quote.text)}” ({_where(quote)})"
    if step.authority:
        record = "danh mục chuẩn" if language == "vi" else "the record"
        return f" ({record}: {step.authority})"
    return ""


def _where(quote: Quote) -> str:
    return f"{quote.source.removeprefix(iris.BASE)}, {quote.start}–{quote.end}"


@cache
def _treatments() -> dict[tuple[str, str], str]:
    """What each treatment is called in each language, by the slug of its concept."""
    found = {}
    for concept in authority.concepts():
        found[concept.slug, "vi"], found[concept.slug, "en"] = concept.label, concept.english
    return found
