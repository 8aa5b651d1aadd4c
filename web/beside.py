"""A draft and a store brought together: the texts of the store read as the draft is."""

from graph.beside import changes_of, dates_of, texts_on
from graph.snapshots import Snapshot
from loaders.model import Reading, SourceText
from loaders.reading import read
from loaders.store_checks import Change, Loaded, bodies_of
from loaders.store_dates import Dating
from ontology import iris


def loaded_beside(snapshot: Snapshot, reading: Reading) -> Loaded:
    """What a version of the store says of the bodies and the instruments of a draft."""
    texts = texts_on(snapshot, bodies_of(reading))
    cited = dict.fromkeys(c.instrument for c in reading.citations if c.instrument)
    changes = changes_of(snapshot, (each for each in cited if "/ref/" not in each))
    numbers = dict.fromkeys(c.number for c in reading.citations if c.number and c.date)
    return Loaded(
        tuple(
            read(
                SourceText(
                    text.text,
                    text.source.removeprefix(iris.BASE),
                    title=text.title,
                    published=text.published,
                )
            )
            for text in texts
        ),
        tuple(
            Change(each.instrument, each.relation, each.later, each.quote, each.source)
            for each in changes
        ),
        tuple(
            Dating(each.number, each.instrument, each.date, each.quote, each.source)
            for each in dates_of(snapshot, numbers)
        ),
    )
