"""Every format in which a result of tracing leaves the house."""

from graph import cito, network, trace_page, trace_tables
from graph.references import bibtex, citations, csl, references, ris
from graph.snapshots import Snapshot
from graph.spreadsheet import workbook
from graph.tracing import Result

# Name: media type, ending of a file.
FORMATS = {
    "table": ("text/plain", "txt"),
    "json": ("application/json", "json"),
    "csv": ("text/csv", "csv"),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    "bibtex": ("application/x-bibtex", "bib"),
    "ris": ("application/x-research-info-systems", "ris"),
    "csl": ("application/vnd.citationstyles.csl+json", "json"),
    "citation": ("text/plain", "txt"),
    "graphml": ("application/graphml+xml", "graphml"),
    "gexf": ("application/gexf+xml", "gexf"),
    "pajek": ("text/plain", "net"),
    "ttl": ("text/turtle", "ttl"),
    "html": ("text/html", "html"),
}
_REFERENCES = {"bibtex": bibtex, "ris": ris, "csl": csl, "citation": citations}
_NETWORKS = {"graphml": network.graphml, "gexf": network.gexf, "pajek": network.pajek}


def printed(result: Result, snapshot: Snapshot, form: str, language: str = "vi") -> str | bytes:
    """A result in one of the formats; bytes only where the format is no text."""
    if form in _REFERENCES:
        return _REFERENCES[form](references(snapshot, result))
    if form in _NETWORKS:
        return _NETWORKS[form](result)
    if form == "xlsx":
        return workbook(trace_tables.answer(result))
    if form == "csv":
        return trace_tables.answer(result).as_csv()
    if form == "ttl":
        return cito.turtle(result)
    if form == "html":
        return trace_page.page(result, language)
    return trace_tables.as_json(result) if form == "json" else trace_tables.table(result, language)
