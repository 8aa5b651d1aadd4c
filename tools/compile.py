"""Compiles the modules through which every citation goes, where there is a C compiler.

    python tools/compile.py

They are read a good third faster so, and say the same: without a compiler they run interpreted.
`loaders/__init__.py` says where a build lies and when it is used.
"""

import os
import shutil
import sys
import sysconfig
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from loaders import BUILD, COMPILED  # noqa: E402


def main() -> None:
    """Makes the build of the sources as they are, and drops those of others."""
    if BUILD.is_dir():
        return
    compiler = (sysconfig.get_config_var("CC") or "cc").split()[0]
    headers = Path(sysconfig.get_path("include"), "Python.h")
    if not shutil.which(compiler) or not headers.exists():
        print("No C compiler with Python's headers: citations are read interpreted, more slowly.")
        return
    print(f"Compiling {len(COMPILED)} modules of loaders, a minute's work ...", flush=True)
    BUILD.parent.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=BUILD.parent) as work:
        built = Path(work, "built")
        compiled(Path(work), built)
        for other in BUILD.parent.glob(f"{sys.implementation.cache_tag}-*"):
            shutil.rmtree(other)
        built.rename(BUILD)


def compiled(work: Path, into: Path) -> None:
    """The modules as C, and that as libraries for this Python."""
    from mypyc.build import mypycify
    from setuptools import Distribution

    os.chdir(ROOT)
    extensions = mypycify(
        [f"loaders/{name}.py" for name in COMPILED],
        target_dir=str(work / "c"),
        group_name="vankien",
        debug_level="0",
    )
    made = Distribution({"name": "vankien", "ext_modules": extensions})
    command = made.get_command_obj("build_ext")
    command.build_lib, command.build_temp = str(into), str(work / "o")
    made.run_command("build_ext")


if __name__ == "__main__":
    main()
