"""What a site's robots.txt lets a program fetch, after RFC 9309 (wildcards, the longest rule wins).

The parser of the standard library knows no wildcards and would read `Disallow: /*.pdf$` as nothing.
"""

import re
from dataclasses import dataclass, field
from urllib.parse import quote, unquote

# The longest pause that a site's Crawl-delay is honoured for, in seconds.
LONGEST_PAUSE = 60.0
_KEPT = "/%*$?=&;:@!'()+,~"


@dataclass(slots=True)
class _Group:
    agents: list[str] = field(default_factory=list)
    rules: list[tuple[str, bool]] = field(default_factory=list)
    pause: float = 0.0


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules that hold for us, and the seconds that the site asks for between two requests."""

    rules: tuple[tuple[str, bool], ...] = ()
    pause: float = 0.0

    def permits(self, path: str) -> bool:
        """Whether a path with its query may be fetched: the longest rule says so, else anyone may.

        >>> Robots((("/*.pdf$", False), ("/", True))).permits("/a.pdf")
        False
        """
        written = _plain(path)
        fitting = [(len(rule), may) for rule, may in self.rules if _fits(rule, written)]
        return max(fitting, default=(0, True))[1]


EVERYTHING = Robots()


def robots(text: str, agent: str) -> Robots:
    """The rules of a robots.txt for an agent by its name, else those for everyone."""
    groups = _groups(text)
    named = [g for g in groups if any(a != "*" and a in agent.casefold() for a in g.agents)]
    ours = named or [g for g in groups if "*" in g.agents]
    pause = max((g.pause for g in ours), default=0.0)
    return Robots(tuple(rule for g in ours for rule in g.rules), min(pause, LONGEST_PAUSE))


def _groups(text: str) -> list[_Group]:
    groups: list[_Group] = []
    names_agents = False
    for line in text.splitlines():
        key, colon, value = line.partition("#")[0].partition(":")
        key, value = key.strip().casefold(), value.strip()
        if not colon:
            continue
        if key == "user-agent":
            if not names_agents:
                groups.append(_Group())
            groups[-1].agents.append(value.casefold())
        elif key in ("allow", "disallow") and value and groups:
            groups[-1].rules.append((_plain(value), key == "allow"))
        elif key == "crawl-delay" and groups and re.fullmatch(r"\d{1,6}(?:\.\d{1,6})?", value):
            groups[-1].pause = float(value)
        names_agents = key == "user-agent"
    return groups


def _plain(path: str) -> str:
    """A path in one spelling, so that `%7Ea` and `~a` are the same."""
    return quote(unquote(path), safe=_KEPT)


def _fits(rule: str, path: str) -> bool:
    """Whether a path begins as the rule says; found without backtracking, whoever wrote it."""
    ends = rule.endswith("$")
    first, *others = (rule[:-1] if ends else rule).split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    for number, part in enumerate(others, start=1):
        if ends and number == len(others):
            return len(path) - len(part) >= at and path.endswith(part)
        at = path.find(part, at)
        if at < 0:
            return False
        at += len(part)
    return not ends or at == len(path)
