"""A made-up claim, and tables of which the verdict is known."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from seqviz.claims.claim import PART, Claim, Dial, Level, Measure, Part
from seqviz.claims.table import Row, Table

LAGS = (5, 10, 20, 40)
PART_NAME = "LSTM longer than GRU"


def made_up_claim(**changes) -> Claim:
    """A claim on two arms with one dial in numbers and one in words."""
    part = Part(
        name=PART_NAME,
        measure=changes.pop("measure", Measure("accuracy", margin=0.01)),
        dials=(Dial("lag", LAGS), Dial("corpus", ("reviews", "imdb"), ("reviews",))),
        arm="lstm",
        against=changes.pop("against", "gru"),
        read=lambda condition, arm, seed: None,
        expects_more=changes.pop("expects_more", True),
    )
    return Claim(
        "E3",
        "An LSTM remembers longer than a GRU.",
        ("Somebody.",),
        (part,),
        ("gradients",),
        "Two cells.",
        "Other lags.",
        **changes,
    )


def table_of(
    difference: Callable[[int, np.random.Generator], float],
    num_seeds: int = 10,
    lags: Sequence[Level] = LAGS,
) -> Table:
    """Give every lag and seed a pair of values that differ as told: (lag, generator) -> difference."""
    rng = np.random.default_rng(0)
    rows = []
    for seed in range(num_seeds):
        for lag in lags:
            condition = {PART: PART_NAME, "lag": lag, "corpus": "reviews"}
            base = 0.5 + 0.1 * rng.random()
            rows.append(Row(condition, "gru", seed, base))
            rows.append(Row(condition, "lstm", seed, base + difference(lag, rng)))
    return Table(tuple(rows))
