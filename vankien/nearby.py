"""Where a store is read: in its directory, or where the version of a server was brought."""

import multiprocessing
import os
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from graph.remote import Remote, is_remote

# Beside the store that `make run` makes; what lies there can be fetched again at any time.
_MIRRORS = Path("var/mirrors")


def near(store: Path | str) -> Path:
    """The directory of a store; the version of one behind an address is brought there first.

    Raises RemoteFailed.
    """
    if not is_remote(store):
        return Path(store)
    from graph.mirror import brought

    place = mirror_of(str(store))
    brought(Remote(str(store)), place)
    return place


@contextmanager
def followed(store: Path | str) -> Iterator[Path]:
    """The directory of a store to be served; each new version of a server is brought meanwhile."""
    directory = near(store)
    if not is_remote(store):
        yield directory
        return
    from graph.mirror import follow

    # Who writes does so at the server: what is written here would be lost with its next version.
    os.environ.pop("VANKIEN_TOKEN", None)
    context = multiprocessing.get_context("spawn")
    follower = context.Process(target=follow, args=(str(store), directory), daemon=True)
    follower.start()
    try:
        yield directory
    finally:
        follower.kill()
        follower.join()


def mirror_of(address: str) -> Path:
    """Where the versions of a server are laid."""
    return _MIRRORS / sha256(address.encode()).hexdigest()[:16]
