"""What verdicts on a sample say: precision with its interval, and agreement beyond chance."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt

RIGHT, WRONG, UNSURE = "đúng", "sai", "không rõ"
# The normal quantile of a 95 % interval.
_Z = 1.959963984540054


@dataclass(frozen=True, slots=True)
class Precision:
    """How many of the links that were judged are right, with the interval of 95 %."""

    stratum: str
    population: int
    judged: int
    right: int
    unsure: int
    share: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two coders agree beyond chance; None where chance alone would agree fully."""

    coders: tuple[str, str]
    both: int
    share: float
    kappa: float | None


def precision(stratum: str, population: int, verdicts: Sequence[str]) -> Precision:
    """The precision of one stratum; an unsure verdict counts neither way."""
    right, wrong = verdicts.count(RIGHT), verdicts.count(WRONG)
    judged = right + wrong
    unsure = verdicts.count(UNSURE)
    low, high = wilson(right, judged) if judged else (None, None)
    share = right / judged if judged else None
    return Precision(stratum, population, judged, right, unsure, share, low, high)


def wilson(right: int, judged: int) -> tuple[float, float]:
    """Wilson's interval of 95 % of a share.

    >>> low, high = wilson(81, 263)
    >>> f"{low:.4f} {high:.4f}"
    '0.2553 0.3662'
    """
    share, square = right / judged, _Z * _Z
    middle = share + square / (2 * judged)
    half = _Z * sqrt(share * (1 - share) / judged + square / (4 * judged * judged))
    return (middle - half) / (1 + square / judged), (middle + half) / (1 + square / judged)


def weighted(strata: Iterable[Precision]) -> float | None:
    """The precision of all links, each stratum weighing what it weighs in the dataset."""
    told = [each for each in strata if each.share is not None]
    whole = sum(each.population for each in told)
    return sum(each.population * (each.share or 0) for each in told) / whole if whole else None


def kappa(pairs: Sequence[tuple[str, str]]) -> float | None:
    """Cohen's kappa of pairs of verdicts.

    >>> both = [("yes", "yes")] * 20 + [("yes", "no")] * 5 + [("no", "yes")] * 10
    >>> f"{kappa(both + [('no', 'no')] * 15):.2f}"
    '0.40'
    """
    if not pairs:
        return None
    count = len(pairs)
    ones, others = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    seen = sum(a == b for a, b in pairs) / count
    chance = sum(ones[each] * others[each] for each in ones) / (count * count)
    return None if chance == 1 else (seen - chance) / (1 - chance)
