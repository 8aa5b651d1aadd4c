"""Scanned pages to lines by the `tesseract` command, where it and its Vietnamese are installed."""

import ctypes
import shutil
import subprocess
from functools import cache
from typing import Any

from loaders.readers.refusals import broken

# Printed letters of 12 points are 50 dots high at this resolution, which Tesseract reads best.
_DOTS_PER_INCH = 300
_SECONDS = 180


@cache
def available() -> bool:
    """Whether Tesseract can read Vietnamese here."""
    command = shutil.which("tesseract")
    if command is None:
        return False
    listed = subprocess.run(  # noqa: S603 - a fixed command without a shell
        [command, "--list-langs"], capture_output=True, timeout=_SECONDS, check=False
    )
    return b"vie" in listed.stdout.split() + listed.stderr.split()


def lines(page: Any) -> list[str]:
    """The lines that Tesseract reads on a page."""
    command = shutil.which("tesseract") or "tesseract"
    try:
        done = subprocess.run(  # noqa: S603 - a fixed command without a shell
            [command, "stdin", "stdout", "-l", "vie", "--dpi", str(_DOTS_PER_INCH)],
            input=_picture(page),
            capture_output=True,
            timeout=_SECONDS,
            check=True,
        )
    except (subprocess.SubprocessError, OSError) as error:
        raise broken("PDF", f"tesseract: {error}") from error
    text = done.stdout.decode("utf-8", "replace").replace("\f", "")
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


def _picture(page: Any) -> bytes:
    """The page in grey as a PGM file, which needs no imaging library."""
    bitmap = page.render(scale=_DOTS_PER_INCH / 72, grayscale=True)
    rows = ctypes.string_at(bitmap.buffer, bitmap.stride * bitmap.height)
    grey = b"".join(
        rows[row * bitmap.stride : row * bitmap.stride + bitmap.width]
        for row in range(bitmap.height)
    )
    return b"P5 %d %d 255\n" % (bitmap.width, bitmap.height) + grey
