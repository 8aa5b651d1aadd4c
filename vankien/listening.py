"""What a command hears of its inputs, and tells at once."""

import csv
import itertools
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from loaders.model import SourceText
from loaders.readers import Refusal
from vankien.messages import message

if TYPE_CHECKING:
    from vankien import loading


class Listening:
    """What a command has heard of its inputs; those that could not be read are told at once."""

    def __init__(self) -> None:
        self.refusals: list[Refusal] = []

    def hear(self, each: "SourceText | loading.Taken | Refusal") -> None:
        """Tell of a refusal and count it; tell of a text that was not read as its file says."""
        if isinstance(each, Refusal):
            self.refusals.append(each)
            reasons = {"reason": each.reason, "reason_en": each.reason_en}
            click.echo(message("refused", path=each.path, **reasons), err=True)
            return
        for remark in each.remarks:
            reasons = {"reason": remark.words, "reason_en": remark.words_en}
            click.echo(message("refused", path=each.path, **reasons), err=True)

    def texts(self, found: Iterable[SourceText | Refusal]) -> Iterator[SourceText]:
        """The texts among what was found."""
        for each in found:
            self.hear(each)
            if isinstance(each, SourceText):
                yield each

    def verdict(self, paths: Iterable[str]) -> int:
        """The exit code: 2 when none of the paths exists, 1 when some could not be read."""
        if not any(path == "-" or Path(path).exists() for path in paths):
            return 2
        return 1 if self.refusals else 0

    @contextmanager
    def progress(self, count: int | None) -> "Iterator[loading.Told]":
        """A bar on a terminal, with the rate and the time that is left, and whom to tell."""
        begin, done = time.monotonic(), itertools.count(1)
        with click.progressbar(
            itertools.repeat("") if count is None else range(count),
            label=message("reading"),
            show_pos=True,
            item_show_func=lambda shown: shown,
            file=sys.stderr,
            hidden=not sys.stderr.isatty(),
        ) as bar:

            def told(each: "loading.Taken | Refusal") -> None:
                self.hear(each)
                rate = next(done) / max(time.monotonic() - begin, 1e-3)
                bar.update(1, f"{rate:.0f}/s  {Path(each.path).name}")

            yield told

    def report(self, path: Path) -> None:
        """Write what could not be read as a table that a spreadsheet opens."""
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            rows = csv.writer(file)
            rows.writerow(["path", "reason", "reason_en"])
            rows.writerows([each.path, each.reason, each.reason_en] for each in self.refusals)
