"""What each rule of the checker is called, why it exists, and how sure it is."""

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources

from loaders.notices import Words


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as readers see it; `example` is a draft that it speaks on, judged on the day `on`.

    There is no example where the authority lists hold no such case yet.
    """

    name: str
    title: Words
    explanation: Words
    example: str | None
    certainty: str
    severity: str
    on: str | None


@cache
def rules() -> dict[str, Rule]:
    """Every rule by its name, in the order of `rules.json`."""
    raw = json.loads((resources.files("loaders") / "rules.json").read_text(encoding="utf-8"))
    return {
        name: Rule(
            name,
            Words(each["vi"], each["en"]),
            Words(each["why_vi"], each["why_en"]),
            each["example"],
            each["certainty"],
            each["severity"],
            each.get("on"),
        )
        for name, each in raw.items()
    }
