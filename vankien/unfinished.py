"""A load that was stopped: what it was to read is noted beside the store until it is done.

DIR/LOADING   {"paths": [...]}, the files and folders that were named, whole
"""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

_NAME = "LOADING"


@contextmanager
def noted(root: Path, paths: Iterable[str]) -> Iterator[None]:
    """While a load runs, its paths stand beside the store; they go when it has ended well.

    Standard input cannot be read a second time, so a load of it is not noted.
    """
    given = [str(Path(path).absolute()) for path in paths if path != "-"]
    root.mkdir(parents=True, exist_ok=True)
    note, fresh = root / _NAME, root / f"{_NAME}.new"
    if given:
        fresh.write_text(json.dumps({"paths": given}, ensure_ascii=False), encoding="utf-8")
        fresh.replace(note)
    yield
    note.unlink(missing_ok=True)


def resumed(root: Path) -> tuple[str, ...]:
    """What a stopped load was to read; nothing where none was stopped."""
    try:
        return tuple(json.loads((root / _NAME).read_text(encoding="utf-8"))["paths"])
    except FileNotFoundError:
        return ()
