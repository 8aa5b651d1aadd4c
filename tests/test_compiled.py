"""The compiled modules are those of the sources at hand, and say what these say interpreted."""

import ast
import doctest
import importlib
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import loaders

ROOT = Path(__file__).parent.parent
TEXTS = sorted((*ROOT.glob("samples/**/*.txt"), *ROOT.glob("tests/texts/dev/*.txt")))
NEEDED = ("loaders", "ontology")
compiled = pytest.mark.skipif(
    not loaders.BUILD.is_dir(), reason="no build of these sources: python tools/compile.py"
)
DIGEST = """
import hashlib, sys
import loaders.kind_words
from loaders.quads import quads
from loaders.readers import sources
from loaders.reading import read
print(loaders.kind_words.__file__.endswith(".py"))
for source in sources(sys.argv[1:]):
    print(source.path, hashlib.sha256("".join(quads(read(source))).encode()).hexdigest())
"""


def said(place):
    """Whether a checkout runs interpreted, and a digest of what it reads in each text."""
    command = [sys.executable, "-c", DIGEST, *map(str, TEXTS)]
    ran = subprocess.run(command, cwd=place, capture_output=True, text=True, check=True)
    first, *digests = ran.stdout.splitlines()
    return first == "True", digests


@pytest.fixture(scope="module")
def sources(tmp_path_factory):
    """The sources without a build."""
    place = tmp_path_factory.mktemp("sources")
    for room in NEEDED:
        shutil.copytree(ROOT / room, place / room, ignore=shutil.ignore_patterns("__pycache__"))
    return place


@compiled
def test_compiled_and_interpreted_say_the_same(sources):
    assert len(TEXTS) > 30
    is_interpreted, digests = said(ROOT)
    assert not is_interpreted
    assert len(digests) == len(TEXTS)
    assert said(sources) == (True, digests)


@compiled
@pytest.mark.parametrize("name", loaders.COMPILED)
def test_a_module_is_the_compiled_one(name):
    module = importlib.import_module(f"loaders.{name}")
    assert Path(module.__file__).parent == loaders.BUILD / "loaders"


@pytest.mark.parametrize("room", NEEDED)
def test_a_changed_source_has_no_build(sources, room, tmp_path):
    place = shutil.copytree(sources, tmp_path / "changed")
    asked = [sys.executable, "-c", "import loaders; print(loaders.BUILD.name)"]
    before = subprocess.run(asked, cwd=place, capture_output=True, text=True, check=True).stdout
    assert before == f"{loaders.BUILD.name}\n"
    with next(place.glob(f"{room}/*.py")).open("a", encoding="utf-8") as source:
        source.write("\n")
    after = subprocess.run(asked, cwd=place, capture_output=True, text=True, check=True).stdout
    assert after != before


@pytest.mark.parametrize("name", loaders.COMPILED)
def test_the_examples_of_docstrings_hold(name):
    """Compiled functions have no docstrings: the examples are taken from the sources."""
    tree = ast.parse((ROOT / "loaders" / f"{name}.py").read_text(encoding="utf-8"))
    module = importlib.import_module(f"loaders.{name}")
    runner = doctest.DocTestRunner()
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and (words := ast.get_docstring(node)):
            examples = doctest.DocTestParser().get_doctest(
                words, vars(module).copy(), node.name, module.__file__, node.lineno
            )
            runner.run(examples)
    assert not runner.failures
