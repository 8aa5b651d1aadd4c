"""The `vankien` command, and `python -m vankien`.

A process that is spawned reads this module again: it imports nothing until it is called, so that a
query process starts in a tenth of a second and not in one.
"""

import sys


def main() -> None:
    """Run the command line."""
    # Only here the process is the load's alone; what it imports would hold others up already.
    if sys.argv[1:2] == ["load"]:
        from vankien.executors import LOADS, step_back

        # A writer that has readers goes before them, and so not last of all.
        step_back(LOADS, wholly=not any(each.startswith("--jobs") for each in sys.argv))
    from vankien.cli import main as run

    run()


if __name__ == "__main__":
    main()
