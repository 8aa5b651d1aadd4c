"""The rooms of the house import one another in one direction; loaders and graph never meet."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ALLOWED = {
    "ontology": set(),
    "queries": set(),
    "loaders": {"ontology"},
    "graph": {"ontology", "queries"},
    "web": {"ontology", "loaders", "graph", "queries"},
    "vankien": {"ontology", "loaders", "graph", "queries", "web"},
}
# Libraries with sharp edges have one door each; rooms that never meet have one of their own.
DOORS = {
    "owlready2": "ontology/reasoning.py",
    "pyvis": "web/drawing.py",
    "matplotlib": "graph/charts.py",
    "networkx": "graph/network.py",
    "openpyxl": ("graph/coding.py", "loaders/readers/xlsx.py"),
    "rustworkx": "graph/directed.py",
    "xlsxwriter": "graph/spreadsheet.py",
}
MODULES = sorted(path.relative_to(ROOT) for room in ALLOWED for path in (ROOT / room).rglob("*.py"))


def imported(module):
    """The first word of everything that a module imports, wherever in it the import stands."""
    for node in ast.walk(ast.parse((ROOT / module).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name.partition(".")[0] for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, (
                f"{module}:{node.lineno}: imports are written from the room's name"
            )
            yield node.module.partition(".")[0]


def test_every_room_was_looked_into():
    assert {module.parts[0] for module in MODULES} == set(ALLOWED)


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_imports_follow_the_directions(module):
    room = module.parts[0]
    ours = {name for name in imported(module) if name in ALLOWED}
    assert ours <= ALLOWED[room] | {room}


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_libraries_are_imported_through_their_doors(module):
    through = {name: door for name, door in DOORS.items() if name in set(imported(module))}
    assert all(module.as_posix() in (door, *door) for door in through.values())


@pytest.mark.parametrize("verb", ["extract", "load", "measures", "query", "serve", "trace"])
def test_the_face_offers_the_verbs(verb):
    import vankien

    assert getattr(vankien, verb).__doc__


def test_the_face_is_light():
    """`import vankien` pulls in neither Flask nor the reasoner: they come with their verb."""
    code = "import sys, vankien; print({'flask', 'numpy', 'owlready2', 'pyvis'} & set(sys.modules))"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "set()"
