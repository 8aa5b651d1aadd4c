"""A result of tracing as one HTML file that needs nothing else: to keep, to print, to send on."""

from collections.abc import Iterator
from html import escape

from graph.hops import Hop
from graph.notice import NOTICE, NOTICE_EN
from graph.signals import WORDS, Signal
from graph.telling import statement
from graph.tracing import Part, Result

# Vietnamese, English.
_WORDS = {
    "title": ("Truy vết viện dẫn", "Citation tracing"),
    "original": (NOTICE, NOTICE_EN),
    "version": ("Bộ dữ liệu, phiên bản", "Dataset, version"),
    "again": ("Hỏi lại câu này", "Ask this again"),
    "path": ("Đường", "Path"),
    "depth": ("Bước", "Step"),
    "link": ("Quan hệ", "Link"),
    "words": ("Nguyên văn", "Words"),
    "lag": ("Sau (ngày)", "Lag (days)"),
    "record": ("danh mục chuẩn", "the record"),
}
_STYLE = (
    "body{font:16px/1.5 serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#222}"
    "table{border-collapse:collapse;width:100%}th,td{border-top:1px solid #ccc;padding:.4rem;"
    "text-align:left;vertical-align:top}blockquote{margin:0}small{color:#555}"
    "p.note{border-left:4px solid #888;padding-left:.6rem}"
)


def page(result: Result, language: str = "vi") -> str:
    """The whole file in one language."""
    return "".join(_lines(result, ("vi", "en").index(language)))


def _lines(result: Result, tongue: int) -> Iterator[str]:
    def word(name: str) -> str:
        return _WORDS[name][tongue]

    yield f'<!doctype html>\n<html lang="{("vi", "en")[tongue]}">\n<meta charset="utf-8">\n'
    title = escape(f"{word('title')}: {result.question.start}")
    yield f"<title>{title}</title>\n<style>{_STYLE}</style>\n<h1>{title}</h1>\n"
    for part in result.parts:
        yield from _part(part, tongue)
    yield f"<p><small>{word('original')}<br>{word('version')} {result.version.number} · "
    yield f"{escape(result.version.hash)} · {escape(result.version.published)}<br>"
    yield f"{word('again')}: {escape(result.permalink)}</small></p>\n</html>\n"


def _part(part: Part, tongue: int) -> Iterator[str]:
    name = (part.start.label, part.start.label_en)[tongue]
    yield f"<h2>{escape(name)} ({escape(' | '.join(part.start.dates))})</h2>\n"
    if part.signal:
        yield _signal(part.signal, tongue)
    for note in part.notes:
        yield f'<p class="note">{escape((note.vi, note.en)[tongue])}</p>\n'
    names = ("path", "depth", "link", "words", "lag")
    heads = "".join(f"<th>{_WORDS[each][tongue]}</th>" for each in names)
    yield f"<table><thead><tr>{heads}</tr></thead><tbody>\n"
    for path, hop in part.every():
        yield _row(path, hop, tongue)
    yield "</tbody></table>\n"


def _row(path: int, hop: Hop, tongue: int) -> str:
    step = hop.told_by
    said = escape(statement(step, ("vi", "en")[tongue]))
    if step.quote:
        quote = step.quote
        place = f"{quote.source}, {quote.start}–{quote.end}"
        words = f"<blockquote>{escape(quote.text)}</blockquote><small>{escape(place)}</small>"
    else:
        words = f"<small>{_WORDS['record'][tongue]}: {escape(step.authority)}</small>"
    lag = "" if hop.lag_days is None else str(hop.lag_days)
    cells = (str(path or ""), str(hop.depth), said, words, lag)
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>\n"


def _signal(signal: Signal, tongue: int) -> str:
    reasons = "".join(f"<li>{escape((r.vi, r.en)[tongue])}</li>" for r in signal.reasons)
    return f"<p><strong>{WORDS[signal.status][tongue]}</strong></p>\n<ul>{reasons}</ul>\n"
