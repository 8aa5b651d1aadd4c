"""What changed in a store since it was last published, for this writer and whoever comes next."""

from pathlib import Path


class Changes:
    """The graphs that changed; None where that is not known, after a writer that was killed."""

    def __init__(self, root: Path) -> None:
        # A mark beside the store: it was changed since it was last published.
        self._mark = root / "WRITING"
        self.graphs: set[str] | None = set()

    @property
    def left(self) -> bool:
        """Whether a writer left without publishing what it changed."""
        return self._mark.exists()

    def note(self, *graphs: str) -> None:
        """Note, before it is done, that graphs change: the next writer then looks after them."""
        if self.graphs is not None:
            if not self.graphs:
                self._mark.touch()
            self.graphs.update(graphs)

    def lose(self) -> None:
        """Note that any graph may have changed."""
        self.graphs = None
        self._mark.touch()

    def forget(self) -> None:
        """Note that all is published."""
        self._mark.unlink(missing_ok=True)
        self.graphs = set()
