"""The net that several claims compare others with, so that one run serves them all."""

from __future__ import annotations

from typing import Any

from seqviz.experiments.sentiment.config import SentimentExperiment
from seqviz.models.cells.registry import cell_named

EPOCHS = 4
UNITS = 32
#: Corpora that a claim about reviews may be tried on; what is not on this computer fails with a sentence.
CORPORA = ("reviews", "imdb")
#: On real reviews a net reads the end of each, and some of them, so that a trial stays a matter of minutes.
REAL_REVIEWS: dict[str, Any] = {"num_train": 4_000, "max_length": 100, "num_epochs": 3}


def reviews_net(seed: int, **changes: Any) -> SentimentExperiment:
    """Return the net on reviews, with some settings changed."""
    usual: dict[str, Any] = {"num_epochs": EPOCHS, "hidden_sizes": (UNITS,)}
    if changes.get("corpus") == "imdb":
        usual |= REAL_REVIEWS
    return SentimentExperiment(**(usual | changes), seed=seed)


def recurrent_parameters(
    cell: str, input_size: int, sizes: tuple[int, ...], *, bidirectional: bool = False
) -> int:
    """Count the weights of recurrent layers on top of one another."""
    directions, count = 1 + bidirectional, 0
    for size in sizes:
        count += directions * cell_named(cell).parameters(input_size, size)
        input_size = directions * size
    return count


def units_for(
    target: int, cell: str, input_size: int, num_layers: int = 1, *, bidirectional: bool = False
) -> int:
    """Return the units a layer with which a net comes nearest to a number of recurrent weights."""

    def miss(units: int) -> int:
        return abs(
            recurrent_parameters(cell, input_size, (units,) * num_layers, bidirectional=bidirectional)
            - target
        )

    return min(range(1, 257), key=miss)
