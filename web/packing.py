"""Answers packed with gzip for those who take it: texts only, and only where it is worth it."""

import gzip

from flask import Response, request

_TEXTS = frozenset(
    {
        "text/html", "text/css", "text/javascript", "text/csv", "text/plain", "text/turtle",
        "text/tab-separated-values", "application/json", "application/ld+json",
        "application/n-triples", "application/rdf+xml", "application/sparql-results+json",
        "application/sparql-results+xml", "image/svg+xml",
    }
)  # fmt: skip
WORTH_IT = 1_000


def packed(response: Response) -> Response:
    """The response, packed where its reader takes gzip and it is a whole text of some length."""
    if response.mimetype not in _TEXTS or response.status_code != 200:
        return response
    response.vary.add("Accept-Encoding")
    if not request.accept_encodings.quality("gzip") or response.content_encoding:
        return response
    # Files are read only now: a static file is small, and its size is known.
    response.direct_passthrough = False
    body = response.get_data()
    if len(body) >= WORTH_IT:
        response.set_data(compressed(body))
        response.headers["Content-Encoding"] = "gzip"
        tag, _ = response.get_etag()
        if tag:
            response.set_etag(tag, weak=True)
    return response


def compressed(body: bytes) -> bytes:
    """A body as gzip has it, the same for the same body."""
    return gzip.compress(body, compresslevel=5, mtime=0)
