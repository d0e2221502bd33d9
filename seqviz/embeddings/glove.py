"""GloVe: word vectors whose dot products match the logarithm of co-occurrence counts.

J = sum over cells with X_ij > 0 of f(X_ij) * (w_i . c_j + b_i + d_j - log X_ij)^2   (Pennington et al. 2014)

A pseudocount, added to every cell, lets the empty ones take part too; that is ours, not GloVe's.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import torch
from scipy.sparse import csr_array

from seqviz.embeddings.cooccurrence import cells_that_count
from seqviz.embeddings.glove_objective import GloveConfig, GloveModel, weight
from seqviz.embeddings.progress import Pace, TrainingProgress

CELLS_PER_UPDATE = 4096


def train_glove(counts: csr_array, config: GloveConfig) -> Iterator[tuple[TrainingProgress, GloveModel]]:
    """Fit vectors to a co-occurrence matrix by AdaGrad, reporting about five times a second.

    Args:
        counts: (num_words, num_words), sparse, see `cooccurrence`.
        config: the settings.

    Yields:
        Progress, whose loss is J divided by the number of cells, and whose words are cells; and the model,
        live.

    Raises:
        ValueError: if no two words ever meet, or there are too many words for all cells to count.
        VectorsDivergedError: if the learning rate is so high that the vectors stop being finite.
    """
    cells = cells_that_count(counts, config.pseudocount)
    model = GloveModel.random(counts.shape[0], config.dim, config.seed)
    optimiser = AdaGrad(model, config.learning_rate)
    rows, columns = (torch.from_numpy(ids.astype(np.int64)) for ids in cells.coords)
    logs = torch.from_numpy(np.log(cells.data)).float()
    weights = torch.from_numpy(weight(cells.data, config.x_max, config.alpha)).float()
    generator = torch.Generator().manual_seed(config.seed)
    pace = Pace()
    for epoch in range(config.epochs):
        loss, order = 0.0, torch.randperm(cells.nnz, generator=generator)
        for start in range(0, cells.nnz, CELLS_PER_UPDATE):
            part = order[start : start + CELLS_PER_UPDATE]
            loss += optimiser.update(rows[part], columns[part], logs[part], weights[part])
            done = start + len(part)
            if pace.advance(len(part)) or done == cells.nnz:
                fraction = (epoch + done / cells.nnz) / config.epochs
                yield pace.report(fraction, loss / done, model.vectors()), model
                pace.resume()


class AdaGrad:
    """AdaGrad on the rows that an update touches: every number has its own, ever smaller step.

    Args:
        model: its parameters are changed in place.
        learning_rate: of the first step.

    Source: Duchi et al. 2011. The sums of squares start at 1, as in GloVe's C code; unlike there, an update
    counts its own gradients before it steps, which keeps many cells of one word in one update from overshooting.
    """

    def __init__(self, model: GloveModel, learning_rate: float) -> None:
        self._model = model
        self._learning_rate = learning_rate
        self._squares = [
            torch.ones_like(p) for p in (model.focus, model.context, model.focus_bias, model.context_bias)
        ]

    def update(
        self, rows: torch.Tensor, columns: torch.Tensor, logs: torch.Tensor, weights: torch.Tensor
    ) -> float:
        """Take one step on some cells and return their summed loss before it.

        Args:
            rows: (num_cells,), word ids i.
            columns: (num_cells,), word ids j.
            logs: (num_cells,), log X_ij.
            weights: (num_cells,), f(X_ij).
        """
        model = self._model
        focus, context = model.focus[rows], model.context[columns]
        biases = model.focus_bias[rows] + model.context_bias[columns]
        error = ((focus * context).sum(dim=1, keepdim=True) + biases).sub_(logs[:, None])  # (num_cells, 1)
        slope = weights[:, None] * error  # half the derivative, as in the C code
        loss = float((slope * error).sum())
        self._descend(0, model.focus, rows, slope * context)
        self._descend(1, model.context, columns, slope * focus)
        self._descend(2, model.focus_bias, rows, slope)
        self._descend(3, model.context_bias, columns, slope)
        return loss

    def _descend(self, which: int, table: torch.Tensor, rows: torch.Tensor, gradient: torch.Tensor) -> None:
        squares = self._squares[which]
        squares.index_add_(0, rows, gradient.square())
        table.index_add_(0, rows, gradient * squares[rows].rsqrt_().mul_(-self._learning_rate))
