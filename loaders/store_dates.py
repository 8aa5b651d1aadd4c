"""The dates of a draft's citations beside those that loaded sources give the same numbers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.model import Citation
from loaders.notices import POSSIBLE, WARNING, Draft, Notice, Side, Words, day, is_day
from loaders.records import records
from ontology import iris


@dataclass(frozen=True, slots=True)
class Dating:
    """A loaded source gives `instrument`, which bears `number`, this date."""

    number: str
    instrument: str
    date: str
    quote: str
    source: str


def store_dates(draft: Draft, dates: Sequence[Dating]) -> Iterator[Notice]:
    """A date that no loaded source gives the number, where they give another for the same act."""
    for citation in draft.dated_citations():
        stored = [each for each in dates if each.number == citation.number]
        other = next((each for each in stored if _is_same_act(citation, each)), None)
        known = citation.instrument in records() or citation.date in {each.date for each in stored}
        if other is None or known:
            continue
        yield Notice(
            "store-date",
            WARNING,
            POSSIBLE,
            citation.span,
            Words(
                f"Nguồn đã nạp ghi {citation.number} ngày {day(other.date)}.",
                f"A loaded source has {citation.number} of {day(other.date)}.",
            ),
            Words("Đối chiếu ngày với bản chính.", "Check the date against the original."),
            (Side(other.quote, source=other.source),),
            citation.instrument,
        )


def _is_same_act(citation: Citation, other: Dating) -> bool:
    """One instrument with another date; or the same day of another year, by the same body.

    Numbers start anew each year, so the year of a date decides which instrument a text seems to
    mean: '171/KH-MTTQ-BTT ngày 22/6/2020' for that of 22/6/2021.
    """
    on = citation.date or ""
    if not is_day(other.date):
        return False
    if citation.instrument == other.instrument:
        return True
    mine, theirs = (
        iris.instrument_key(each) for each in (citation.instrument or "", other.instrument)
    )
    one_body = mine is None or theirs is None or mine.owner == theirs.owner
    return one_body and on[4:] == other.date[4:]
