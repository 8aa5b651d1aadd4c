"""Re-makes web/static/vendor from npm packages: at run time nothing comes from another host.

Run by hand when a version changes (`python tools/vendor.py`); only then are Node and npm needed,
with the registry that npm is configured with. Fonts are files of their packages; libraries of
many modules are bundled by esbuild from the entries in tools/frontend, at the locked versions.
"""

import hashlib
import io
import json
import re
import subprocess
import sys
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path

STATIC = Path(__file__).resolve().parent.parent / "web" / "static"
FRONTEND = Path(__file__).resolve().parent / "frontend"
# The entries of tools/frontend, each a module of its own for the browser.
BUNDLES = ("graph", "layout", "editor")


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
            rows.append(row(name, content, package.name, package.version, package.licence))
    return rows


def row(name: str, content: bytes, packages: str, versions: str, licences: str) -> str:
    """One line of VENDORED.md."""
    digest = hashlib.sha256(content).hexdigest()
    return "| " + " | ".join((f"`{name}`", packages, versions, licences, f"`{digest}`")) + " |"


def bundle(name: str, folder: Path) -> list[str]:
    """Bundles one entry of tools/frontend, with the licences of all that went into it."""
    with tempfile.TemporaryDirectory() as scratch:
        meta = Path(scratch) / "meta.json"
        out = folder / f"{name}.js"
        options = ("--bundle", "--minify", "--format=esm", "--target=es2022")
        quiet = ("--legal-comments=none", "--log-level=warning", f"--metafile={meta}")
        command = ["npx", "esbuild", f"{name}.js", *options, *quiet, f"--outfile={out}"]
        subprocess.run(command, cwd=FRONTEND, check=True)  # noqa: S603 - the command is all ours
        inputs = json.loads(meta.read_text(encoding="utf-8"))["inputs"]
    found = (re.match(r"node_modules/((?:@[^/]+/)?[^/]+)/", each) for each in inputs)
    packages = sorted({match[1] for match in found if match})
    about = [json.loads((home(each) / "package.json").read_text("utf-8")) for each in packages]
    licence = "\n".join(f"{each}\n\n{licence_of(each)}" for each in packages)
    (folder / f"{name}.LICENSE").write_text(licence, encoding="utf-8")
    versions = ", ".join(each["version"] for each in about)
    licences = " AND ".join(sorted({each["license"] for each in about}))
    return [
        row(file, (folder / file).read_bytes(), ", ".join(packages), versions, licences)
        for file in (f"{name}.js", f"{name}.LICENSE")
    ]


def home(package: str) -> Path:
    """Where npm has put a package."""
    return FRONTEND / "node_modules" / package


def licence_of(package: str) -> str:
    """The text of a package's licence, which goes with every copy."""
    return next(home(package).glob("LICENSE*")).read_text(encoding="utf-8")


def main() -> int:
    """Vendors every package and bundle and writes the table of what is vendored."""
    folder = STATIC / "vendor"
    folder.mkdir(parents=True, exist_ok=True)
    rows = [line for package in PACKAGES for line in vendor(package, folder)]
    subprocess.run(["npm", "ci", "--ignore-scripts", "--silent"], cwd=FRONTEND, check=True)  # noqa: S607
    rows += [line for name in BUNDLES for line in bundle(name, folder)]
    text = (
        "# Files of others that we serve\n\n"
        "Made by `tools/vendor.py`; a test compares every sum.\n\n"
        "| file in `vendor/` | npm package | version | licence | sha256 |\n|---|---|---|---|---|\n"
    )
    (STATIC / "VENDORED.md").write_text(text + "\n".join(rows) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
