"""`python -m vankien` is the `vankien` command."""

from vankien.cli import main

main()
