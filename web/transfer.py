"""How answers travel: open to pages of other sites, and not sent again in vain."""

from zlib import crc32

from flask import Response, request

from graph.snapshots import Version
from web.desk import desk


def opened(response: Response) -> Response:
    """Anyone's page may read: the data is public, and no cookie counts here."""
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Access-Control-Allow-Methods"] = (
        "GET, HEAD, POST, PUT, DELETE, PATCH, OPTIONS"
    )
    response.headers["Access-Control-Allow-Headers"] = "Accept, Authorization, Content-Type"
    response.headers["Access-Control-Expose-Headers"] = "ETag, X-Truncated, X-Dataset-Version"
    response.headers["Access-Control-Max-Age"] = "86400"
    response.vary.add("Accept")
    return response


def tag(version: Version, form: str) -> str:
    """The entity tag of an answer from a dataset version in some form."""
    return f"{version.number}-{version.hash[:16]}-{crc32(form.encode()):08x}"


def unchanged(form: str) -> Response | None:
    """304 if the client has this address's answer from the current version in this form."""
    entity = tag(desk().snapshot().version, form)
    if request.if_none_match.contains_weak(entity):
        response = Response(status=304)
        response.set_etag(entity)
        return response
    return None
