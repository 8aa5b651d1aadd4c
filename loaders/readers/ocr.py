"""Scanned pages to lines by the `tesseract` command, where it and its Vietnamese are installed."""

import ctypes
import os
import shutil
import subprocess
from functools import cache
from typing import Any

from loaders.readers.refusals import Unreadable, broken

# Printed letters of 12 points are 50 dots high at this resolution, which Tesseract reads best.
_DOTS_PER_INCH = 300
# A page takes some seconds of a processor, of which a load takes what others leave.
_SECONDS = 900
# On several threads a page takes four times the processor time where others work too.
_ALONE = {"OMP_THREAD_LIMIT": "1"}


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
            env={**os.environ, **_ALONE},
        )
    except subprocess.TimeoutExpired as error:
        raise Unreadable(
            f"nhận dạng một trang quét quá {_SECONDS // 60} phút; hãy nạp lại khi máy rảnh",
            f"a scanned page took more than {_SECONDS // 60} minutes; load it again when the "
            "machine is less busy",
        ) from error
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
