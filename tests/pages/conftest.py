"""What every test of a page has: less of a corpus to measure than a learner sees."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def measure_less(monkeypatch: pytest.MonkeyPatch) -> None:
    """Measuring a million characters would be most of what the tests of two pages take."""
    monkeypatch.setattr("seqviz.lessons.cleaning.effects.MEASURED", 30_000)
    for module in ("text", "pictures"):
        monkeypatch.setattr(f"seqviz.lessons.tokens.{module}.MEASURED", 40_000)
