"""Versions in use: who has one open holds its VERSION, and what is held is not removed.

Oxigraph opens the files of a store as it needs them, so a version whose files go meanwhile cannot
be read to the end. The hold is a shared lock, which the system lets go of with the process; on
Windows, which knows no such lock, the folder of an open file cannot be renamed in the first place.
"""

import os
import shutil
from contextlib import suppress
from pathlib import Path
from typing import Self

try:
    import fcntl
except ImportError:
    fcntl = None  # type: ignore[assignment]


# What a version's folder is called on its way out.
GOING = ".gone"


class Pin:
    """A hold on the version that a store lies in; it ends with this object."""

    def __init__(self, store: Path | str) -> None:
        self._file = os.open(Path(store).parent / "VERSION", os.O_RDONLY)
        if fcntl:
            fcntl.flock(self._file, fcntl.LOCK_SH)

    def __del__(self) -> None:
        with suppress(AttributeError, OSError):
            os.close(self._file)


class Hold:
    """A hold on a folder that one process alone can have; it ends with this object.

    Where the system knows no such lock, every process has it.
    """

    def __init__(self, file: int) -> None:
        self._file = file

    @classmethod
    def of(cls, folder: Path) -> Self | None:
        """The hold on a folder, unless another has it."""
        if not fcntl:
            return cls(-1)
        hold = cls(os.open(folder, os.O_RDONLY))
        with suppress(BlockingIOError):
            fcntl.flock(hold._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return hold
        return None

    def __del__(self) -> None:
        with suppress(OSError):
            os.close(self._file)


def remove(version: Path) -> bool:
    """Remove the folder of a version, unless somebody reads it."""
    try:
        file = os.open(version / "VERSION", os.O_RDONLY)
    except FileNotFoundError:
        # One that was never whole.
        shutil.rmtree(version, ignore_errors=True)
        return True
    going = version.with_name(version.name + GOING)
    try:
        # All at once, so that nobody opens what is half gone; held meanwhile, so that nobody who
        # comes now takes what goes for what stays.
        if fcntl:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        else:
            os.close(file)
        version.rename(going)
    except OSError:
        return False
    finally:
        if fcntl:
            os.close(file)
    shutil.rmtree(going, ignore_errors=True)
    return True
