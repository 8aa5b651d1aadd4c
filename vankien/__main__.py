"""The `vankien` command, and `python -m vankien`.

A process that is spawned reads this module again: it imports nothing until it is called, so that a
query process starts in a tenth of a second and not in one.
"""


def main() -> None:
    """Run the command line."""
    from vankien.cli import main as run

    run()


if __name__ == "__main__":
    main()
