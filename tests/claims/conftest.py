"""An empty store, and a claim whose runs only count."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from seqviz.claims.claim import Claim, Dial, Measure, Part, Reading, in_result
from seqviz.claims.every_claim import CLAIMS
from seqviz.runs.store.store import Store
from tests.runs.counting import REGISTERED, CountingExperiment
from tests.runs.fresh import empty_store_url


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(empty_store_url(tmp_path)) as opened:
        yield opened


def counted(condition, arm, seed) -> Reading:
    """The longer arm makes one step more than the shorter one, whatever the seed."""
    steps = int(condition["start"]) + (arm == "longer")
    trouble = "diverges" if condition["start"] == 90 and arm == "shorter" else ""
    run = CountingExperiment(steps=steps, trouble=trouble, expects=1.0 + seed)
    return Reading(run, *in_result("epochs"))


COUNTING = Claim(
    "E4",
    "The longer arm counts further.",
    ("Nobody.",),
    (
        Part(
            "it counts further",
            Measure("steps", 0.5),
            (Dial("start", (1, 40, 90), (1, 40)),),
            "longer",
            "shorter",
            counted,
        ),
    ),
    ("sentiment",),
    "It counts.",
    "Nothing.",
)


@pytest.fixture
def counting_claim(monkeypatch: pytest.MonkeyPatch) -> Claim:
    """Put the counting claim in the place of E4."""
    monkeypatch.setenv("SEQVIZ_EXPERIMENTS", REGISTERED)
    monkeypatch.setitem(CLAIMS, COUNTING.id, COUNTING)
    return COUNTING
