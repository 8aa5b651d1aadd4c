"""What resolution passes on: the link of a citation, and what is known of its text."""

from dataclasses import dataclass
from typing import NamedTuple

from loaders.model import SelfIdentity, SourceText
from loaders.register_owners import Setting
from loaders.registers import RegisterKey


class Link(NamedTuple):
    """What a citation means, by which rule; while that is open, what it may mean."""

    instrument: str
    rule: str
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Seen:
    """What resolution needs to know of the text besides the citation at hand.

    The source is asked for its address where a reference stays open: a hash takes its time.
    """

    source: SourceText
    text: str
    setting: Setting
    own: SelfIdentity | None
    keys: tuple[RegisterKey | None, ...]
    fixed: dict[tuple[str, str | None, str | None, str], frozenset[str]]
    fixed_by_number: dict[str, list[tuple[str | None, frozenset[str]]]]
    named: dict[str, str]
