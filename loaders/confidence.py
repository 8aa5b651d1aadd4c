"""How sure a claim is: the share of right ones among the labelled claims of its predicate and rule.

`confidence.json` is measured, never set by hand: `tools/measure_confidence.py` writes it.
"""

import json
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("confidence.json")


def key(predicate: str, rule: str | None = None) -> str:
    """The name under which a predicate, as one rule states it, is measured.

    >>> key("vk:amends"), key("dcterms:issued", "số, ký hiệu có năm")
    ('vk:amends', 'dcterms:issued: số, ký hiệu có năm')
    """
    return f"{predicate}: {rule}" if rule else predicate


@cache
def confidence(predicate: str, rule: str | None = None) -> float | None:
    """The confidence of a claim between 0 and 1, None where too few were labelled to tell."""
    return _measured().get(key(predicate, rule))


@cache
def _measured() -> dict[str, float]:
    rules = json.loads(FILE.read_text(encoding="utf-8"))["rules"]
    return {name: row["confidence"] for name, row in rules.items()}
