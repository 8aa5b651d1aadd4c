"""Opening the two stores of a directory for writing, and what may stand in the way."""

from pathlib import Path

import pyoxigraph as ox


class StoreHeld(Exception):
    """Another process is writing to the store."""

    def __init__(self, directory: Path) -> None:
        super().__init__(f"{directory}: another process holds this store; wait until it is done")
        self.directory = directory


class StoreDamaged(Exception):
    """The files of the store cannot be read any more, as after a power cut or a bad disk."""

    def __init__(self, directory: Path, why: str) -> None:
        super().__init__(f"{directory}: damaged ({why}); run `vankien doctor`")
        self.directory = directory


def opened(root: Path) -> tuple[ox.Store, ox.Store]:
    """The public store and the protected one; they are made when they are not there."""
    (root / "protected").mkdir(parents=True, exist_ok=True)
    for place in (root, root / "protected"):
        # A purge was interrupted between two names: what it was to replace is whole.
        if (place / "old").exists() and not (place / "live").exists():
            (place / "old").rename(place / "live")
    try:
        return ox.Store(str(root / "live")), ox.Store(str(root / "protected" / "live"))
    except OSError as error:
        if "lock" in str(error).lower():
            raise StoreHeld(root) from error
        raise
    except RuntimeError as error:
        # So RocksDB's word of corruption comes through pyoxigraph.
        raise StoreDamaged(root, str(error).partition("\n")[0]) from error
