"""What the checker found, as a table, JSON, a page that stands alone, and comments in Word."""

import json
import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from html import escape
from pathlib import Path

from graph.snapshots import Snapshot
from loaders.check_comments import commented as comments
from loaders.check_printing import Lines, as_json, stretches
from loaders.checking import checked
from loaders.model import Reading
from loaders.notices import ERROR, INFORMATION, WARNING, Notice, Words
from loaders.rules import rules
from vankien.messages import language, message
from web.beside import loaded_beside

Checked = tuple[Reading, tuple[Notice, ...]]

_WIDTH = 100
# The record's titles are told in full by the other formats.
_SHORT = 170
_STYLE = """
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.7 serif }
body { color: #222; background: #fffdf8 }
pre { white-space: pre-wrap; font: inherit }
table { border-collapse: collapse; width: 100% } caption { text-align: left }
td, th { text-align: left; vertical-align: top; padding: .3rem .8rem .3rem 0 }
td, th { border-bottom: 1px solid #ccc } .quiet { color: #666 }
mark { background: none; color: inherit; border-bottom: 3px solid #1f4e8c }
mark.warning { border-color: #a8231f } mark.error { border-color: #a8231f; background: #fbe9e7 }
sup a { text-decoration: none }
@media print { body { background: none; margin: 0 } }
"""


@dataclass(slots=True)
class Tally:
    """How much was found in how many texts."""

    texts: int = 0
    errors: int = 0
    warnings: int = 0
    notes: int = 0

    def count(self, notices: tuple[Notice, ...]) -> tuple[Notice, ...]:
        """The notices of one more text, counted."""
        self.texts += 1
        of = Counter(notice.severity for notice in notices)
        self.errors += of[ERROR]
        self.warnings += of[WARNING]
        self.notes += of[INFORMATION]
        return notices


def found(
    drafts: Iterable[Reading], tally: Tally, as_of: str | None, store: Snapshot | None
) -> Iterator[Checked]:
    """Each draft with its notices, counted; held against a store where there is one."""
    today = datetime.now().astimezone().date().isoformat()
    for reading in drafts:
        loaded = loaded_beside(store, reading) if store else None
        yield reading, tally.count(checked(reading, today, as_of, loaded))


def commented(each: Checked) -> bytes:
    """The draft as a Word file with comments; one that is a Word file keeps its form."""
    reading, notices = each
    path = Path(reading.source.path)
    own = path.read_bytes() if path.suffix.lower() == ".docx" and path.is_file() else None
    return comments(reading, notices, language(), own)


def printed(drafts: Iterable[Checked], form: str) -> Iterator[str]:
    """What stdout gets, piece by piece."""
    if form == "json":
        told = [one for reading, notices in drafts for one in as_json(reading.source, notices)]
        yield json.dumps(told, ensure_ascii=False, indent=1) + "\n"
    else:
        yield from map({"table": table, "html": page}[form], drafts)


def table(draft: Checked) -> str:
    """The path, then a block a notice: line, severity, rule; quote, message, suggestion, sides."""
    reading, notices = draft
    lines = Lines(reading.source.text)
    blocks = [_block(reading.source.text, lines, notice) for notice in notices]
    return "\n".join([reading.source.path, *(blocks or [f"  {message('clean')}"])]) + "\n"


def _block(text: str, lines: Lines, notice: Notice) -> str:
    head = f"{lines.at(notice.span.start):>5}  {message(notice.severity)}: "
    head += f"{said(rules()[notice.rule].title)} [{notice.rule}, {message(notice.certainty)}]"
    also = sorted({lines.at(span.start) for span in notice.also})
    quote = "“" + _one_line(text[notice.span.start : notice.span.end]) + "”"
    if also:
        quote += " " + message("also", lines=", ".join(map(str, also)))
    rows = [quote, said(notice.message)]
    rows += [f"→ {said(notice.suggestion)}"] if notice.suggestion else []
    for side in notice.others:
        where = str(lines.at(side.span.start)) if side.span else side.source or message("record")
        quote = textwrap.shorten(side.quote, _SHORT, placeholder=" …")
        rows.append(f"≠ {where}: “{quote}”")
    return "\n".join([head, *(_wrapped(row) for row in rows)])


def _wrapped(row: str) -> str:
    return textwrap.fill(
        row,
        _WIDTH,
        initial_indent=" " * 7,
        subsequent_indent=" " * 9,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _one_line(quote: str) -> str:
    return " ".join(quote.split())


def said(words: Words) -> str:
    """The words in the language of the environment."""
    return words.vi if language() == "vi" else words.en


def page(draft: Checked) -> str:
    """The table, then the draft with a numbered mark at every place; nothing is changed in it."""
    reading, notices = draft
    source = reading.source
    title = escape(source.title or source.path)
    rows = "".join(_row(i, notice, Lines(source.text)) for i, notice in enumerate(notices))
    heads = "".join(f"<th>{message(key)}</th>" for key in ("line", "found", "suggestion"))
    marked = "".join(_marked(source.text, notices))
    listed = f"<table><tr><th>#</th>{heads}</tr>\n{rows}</table>"
    return (
        f'<!DOCTYPE html>\n<html lang="{language()}">\n<head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width"><title>{title}</title>'
        f"<style>{_STYLE}</style></head>\n<body>\n<h1>{title}</h1>\n"
        f"{listed if notices else '<p>' + message('clean') + '</p>'}\n"
        f'<pre lang="{escape(source.language)}">{marked}</pre>\n'
        f'<p class="quiet">{message("no-original")}</p>\n</body>\n</html>\n'
    )


def _row(index: int, notice: Notice, lines: Lines) -> str:
    advice = escape(said(notice.suggestion)) if notice.suggestion else ""
    sides = "".join(f"<br>≠ “{escape(_one_line(side.quote))}”" for side in notice.others)
    return (
        f'<tr id="n{index + 1}"><td><a href="#m{index + 1}">{index + 1}</a></td>'
        f"<td>{lines.at(notice.span.start)}</td>"
        f"<td><b>{message(notice.severity)}: {escape(said(rules()[notice.rule].title))}</b><br>"
        f'{escape(said(notice.message))}<span class="quiet">{sides}</span></td>'
        f"<td>{advice}</td></tr>\n"
    )


def _marked(text: str, notices: tuple[Notice, ...]) -> Iterator[str]:
    """The draft with its marks; each notice is anchored where it begins."""
    anchored: set[int] = set()
    for piece, on in stretches(text, notices):
        yield "".join(f'<a id="m{i + 1}"></a>' for i in on if i not in anchored)
        anchored.update(on)
        yield _stretch(piece, on, notices) if on else escape(piece)


def _stretch(piece: str, on: tuple[int, ...], notices: tuple[Notice, ...]) -> str:
    worst = min((notices[i].severity for i in on), key=(ERROR, WARNING, INFORMATION).index)
    links = ",".join(f'<a href="#n{i + 1}">{i + 1}</a>' for i in on)
    titles = escape("; ".join(said(notices[i].message) for i in on))
    return f'<mark class="{worst}" title="{titles}">{escape(piece)}</mark><sup>{links}</sup>'
