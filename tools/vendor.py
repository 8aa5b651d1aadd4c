"""Re-makes web/static/vendor from npm packages: at run time nothing comes from another host.

Run by hand when a version changes (`python tools/vendor.py`); only then is npm needed, with the
registry that it is configured with.
"""

import hashlib
import io
import subprocess
import sys
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path

STATIC = Path(__file__).resolve().parent.parent / "web" / "static"


@dataclass(frozen=True, slots=True)
class Package:
    """One npm package: version, licence and the files that we keep (path inside, name here)."""

    name: str
    version: str
    licence: str
    files: tuple[tuple[str, str], ...]


def font_files(family: str, faces: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """The WOFF2 subsets that cover Vietnamese and Latin, with the licence text."""
    subsets = ("vietnamese", "latin")
    fonts = tuple(
        (f"files/{family}-{subset}-{face}.woff2", f"{family}-{subset}-{face}.woff2")
        for subset in subsets
        for face in faces
    )
    return (*fonts, ("LICENSE", f"{family}.LICENSE"))


PACKAGES = (
    Package(
        "@fontsource/be-vietnam-pro",
        "5.3.0",
        "OFL-1.1",
        font_files("be-vietnam-pro", ("400-normal", "400-italic", "600-normal")),
    ),
    Package(
        "@fontsource/noto-serif",
        "5.3.0",
        "OFL-1.1",
        font_files("noto-serif", ("400-normal", "400-italic", "700-normal")),
    ),
    # The legacy bundle: whole in one file like `standalone`, but it writes no <style> element,
    # which our Content-Security-Policy would refuse.
    Package(
        "vis-network",
        "10.1.5",
        "Apache-2.0 OR MIT",
        (
            ("dist/vis-network.min.js", "vis-network.min.js"),
            ("LICENSE-MIT", "vis-network.LICENSE"),
        ),
    ),
)


def archive(package: Package) -> tarfile.TarFile:
    """The package's archive, fetched by npm."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["npm", "pack", f"{package.name}@{package.version}", "--silent"]
        printed = subprocess.run(  # noqa: S603 - the command is all ours
            command, cwd=folder, check=True, capture_output=True, text=True
        )
        content = (Path(folder) / printed.stdout.strip().splitlines()[-1]).read_bytes()
    return tarfile.open(fileobj=io.BytesIO(content), mode="r:gz")


def vendor(package: Package, folder: Path) -> list[str]:
    """Writes the package's files into the folder; gives their rows for VENDORED.md."""
    rows = []
    with archive(package) as opened:
        for inside, name in package.files:
            member = opened.extractfile(f"package/{inside}")
            if member is None:
                raise FileNotFoundError(f"{package.name} {package.version} has no file {inside}")
            content = member.read()
            (folder / name).write_bytes(content)
            digest = hashlib.sha256(content).hexdigest()
            row = (f"`{name}`", package.name, package.version, package.licence, f"`{digest}`")
            rows.append("| " + " | ".join(row) + " |")
    return rows


def main() -> int:
    """Vendors every package and writes the table of what is vendored."""
    folder = STATIC / "vendor"
    folder.mkdir(parents=True, exist_ok=True)
    rows = [row for package in PACKAGES for row in vendor(package, folder)]
    text = (
        "# Files of others that we serve\n\n"
        "Made by `tools/vendor.py`; a test compares every sum.\n\n"
        "| file in `vendor/` | npm package | version | licence | sha256 |\n|---|---|---|---|---|\n"
    )
    (STATIC / "VENDORED.md").write_text(text + "\n".join(rows) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
