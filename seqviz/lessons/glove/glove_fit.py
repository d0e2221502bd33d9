"""How near GloVe's vectors come to the logarithms of the counts, drawn and told."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from seqviz.embeddings.glove_objective import GloveConfig, GloveModel, weight
from seqviz.figures.glove import fit_chart
from seqviz.ui import frame


@dataclass(frozen=True)
class Distances:
    """How far a model's cells lie from the logarithms of their counts, in nats.

    Attributes:
        alike: the mean in which every cell counts alike.
        weighted: the mean in which every cell counts with its weight f.
    """

    alike: float
    weighted: float


def fit_part(
    counts: np.ndarray, vocabulary: list[str], model: GloveModel, config: GloveConfig, epochs: int
) -> None:
    """Draw what the model gives every cell above 0, and say how near that is.

    Args:
        counts: (num_words, num_words), what is added to every count included.
        vocabulary: (num_words,).
        model: after the training.
        config: of the training.
        epochs: of the training; 0 where the model is still as it was drawn.
    """
    rows, columns = np.nonzero(counts)
    values, fitted = counts[rows, columns], _fitted(model)[rows, columns]
    names = [f"{vocabulary[i]} with {vocabulary[j]}" for i, j in zip(rows, columns, strict=True)]
    start = GloveModel.random(len(counts), config.dim, config.seed)
    first, last = (distances(counts, one, config) for one in (start, model))
    frame.figure(
        fit_chart(np.log(values), fitted, weight(values, config.x_max, config.alpha), names),
        key="fit",
        how_to_read=f"One point for each of the {len(values)} cells above 0, in a fuller colour where they "
        "overlap; its area is the cell's weight f(X), next to that of the heaviest. On the dashed line a cell fits. "
        f"{in_words(first, last if epochs else None)}",
    )


def distances(counts: np.ndarray, model: GloveModel, config: GloveConfig) -> Distances:
    """Return how far the cells above 0 lie from the line on which they fit, on average."""
    cells = np.nonzero(counts)
    away = np.abs(_fitted(model)[cells] - np.log(counts[cells]))
    weights = weight(counts[cells], config.x_max, config.alpha)
    return Distances(float(away.mean()), float(np.average(away, weights=weights)))


def in_words(first: Distances, last: Distances | None) -> str:
    """Say how far from the line the cells lie.

    Args:
        first: before the training.
        last: after it, or None where nothing is trained.
    """
    if last is None:
        return (
            f"Nothing is trained yet: the points lie {first.alike:.3f} nats from it on average, "
            f"{first.weighted:.3f} with every cell counted by its weight."
        )
    return (
        "Training minimises the squared distances times the weights, so that heavy cells pull hardest: with every cell "
        f"counted by its weight, the mean distance went from **{first.weighted:.3f}** to **{last.weighted:.3f}** "
        f"nats; with all counted alike, from {first.alike:.3f} to {last.alike:.3f}. "
        "Set the epochs to 0 to see where the points start."
    )


def _fitted(model: GloveModel) -> np.ndarray:
    """Return what the model gives every cell, (num_words, num_words): the dot product plus both biases."""
    biases = model.focus_bias.numpy() + model.context_bias.numpy().T
    return np.asarray(model.focus.numpy() @ model.context.numpy().T + biases)
