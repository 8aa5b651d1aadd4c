"""The whole public dataset as one file, with its checksum."""

from flask import Blueprint, Response, send_file

from graph.dump import Dump, dump
from web.desk import reader

dumps = Blueprint("dumps", __name__)


@dumps.get("/dataset.nq.gz")
def whole() -> Response:
    """Sorted N-Quads: the default graph and every named graph, without what is protected."""
    found = _dump()
    name = f"vankien-{reader().snapshot.version.number}.nq.gz"
    response = send_file(
        found.path.absolute(), "application/gzip", as_attachment=True, download_name=name
    )
    response.set_etag(found.sha256[:32])
    return response


@dumps.get("/dataset.nq.gz.sha256")
def checksum() -> Response:
    """The checksum as `sha256sum --check` reads it."""
    name = f"vankien-{reader().snapshot.version.number}.nq.gz"
    return Response(f"{_dump().sha256}  {name}\n", mimetype="text/plain")


def _dump() -> Dump:
    return dump(reader().snapshot)
