"""The limits that docs/endpoint.md tells are those that hold."""

from pathlib import Path

import pytest

from graph import evaluation, guard, lanes, mirror, services
from graph.processes import MEMORY
from web import front
from web.exchange import LARGEST_BODY
from web.serving import LIMITS

GUIDE = (Path(__file__).parent.parent / "docs/endpoint.md").read_text(encoding="utf-8")
MB = 1024 * 1024


@pytest.mark.parametrize(
    "told",
    [
        f"`--time-limit`, {LIMITS.seconds:g} seconds",
        f"`--memory-limit`, {MEMORY // MB} MB",
        f"{evaluation.LARGEST // MB} MB or {evaluation.MOST_ROWS:,} rows",
        f"more than {evaluation.INLINE // MB} MB in a file",
        f"{guard.LONGEST:,} characters; brackets {guard.DEEPEST} deep; {guard.MOST_JOINTS:,} ope",
        f"{lanes._MOST_WAITING}, of one client {lanes._MOST_WAITING_OF_ONE} |",
        f"{front._LARGEST_QUERY // MB} MB for a query, {LARGEST_BODY // MB} MB with a token",
        f"at most {services._MOST_BLOCKS} blocks, {services.SECONDS:g} seconds and "
        f"{services._LARGEST // MB} MB each",
        f"every {mirror.EVERY:g} seconds",
    ],
)
def test_the_guide_tells_the_limit(told):
    assert told in " ".join(GUIDE.split())


def test_a_quarter_of_a_second():
    assert lanes.QUICK == 0.25
    assert "a quarter of a second" in " ".join(GUIDE.split())
