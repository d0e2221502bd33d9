"""GloVe: word vectors whose dot products match the logarithm of co-occurrence counts.

J = sum over cells with X_ij > 0 of f(X_ij) * (w_i . c_j + b_i + d_j - log X_ij)^2   (Pennington et al. 2014)

A pseudocount, added to every cell, lets the empty ones take part too; that is ours, not GloVe's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from scipy.sparse import coo_array, csr_array

from seqviz.embeddings.blocks import FlatCorpus
from seqviz.embeddings.progress import Pace, TrainingProgress

CELLS_PER_UPDATE = 4096
MOST_WORDS_WITH_ALL_CELLS = (
    2_000  # where empty cells count, memory and time grow with the square of the words
)


@dataclass(frozen=True)
class GloveConfig:
    """Settings of a GloVe training.

    Attributes:
        dim: numbers per vector.
        window: the largest distance at which two words count as together.
        distance_weighting: count a pair d words apart as 1/d, as GloVe does; otherwise as 1.
        x_max: count from which on a cell has full weight.
        alpha: exponent of the weight below that.
        pseudocount: added to every cell; 0 leaves the empty ones out, as GloVe does.
        epochs: passes over all cells.
        learning_rate: AdaGrad's.
        seed: of everything random.
    """

    dim: int = 50
    window: int = 5
    distance_weighting: bool = True
    x_max: float = 100.0
    alpha: float = 0.75
    pseudocount: float = 0.0
    epochs: int = 30
    learning_rate: float = 0.05
    seed: int = 0

    def __post_init__(self) -> None:
        for name in ("dim", "window", "epochs"):
            if getattr(self, name) < 1:
                raise ValueError(f"{name} must be at least 1, but it is {getattr(self, name)}.")
        for name in ("x_max", "learning_rate"):
            if not getattr(self, name) > 0:
                raise ValueError(f"{name} must be above 0, but it is {getattr(self, name)}.")
        if self.pseudocount < 0:
            raise ValueError(f"pseudocount must not be below 0, but it is {self.pseudocount}.")


def cooccurrence(corpus: FlatCorpus, window: int, distance_weighting: bool) -> csr_array:
    """Count how often each two words stand within a window of each other; the matrix is symmetric.

    Args:
        corpus: the words.
        window: the largest distance.
        distance_weighting: a pair d words apart adds 1/d instead of 1.

    Returns:
        Counts, (num_words, num_words), sparse.
    """
    num_words = len(corpus.counts)
    counts = csr_array((num_words, num_words), dtype=np.float64)
    for distance in range(1, min(window, len(corpus) - 1) + 1):
        left, right = corpus.word_ids[:-distance], corpus.word_ids[distance:]
        together = corpus.text_ids[:-distance] == corpus.text_ids[distance:]
        weights = np.full(int(together.sum()), 1.0 / distance if distance_weighting else 1.0)
        cells = (left[together], right[together])
        counts = counts + coo_array((weights, cells), shape=counts.shape).tocsr()
    return csr_array(counts + counts.T)


def cooccurrence_of_sentences(
    sentences: Sequence[Sequence[str]],
    vocabulary: Sequence[str],
    window: int,
    distance_weighting: bool = False,
) -> np.ndarray:
    """Count as `cooccurrence` does, for a few tokenised sentences; (num_words, num_words), dense.

    Args:
        sentences: each a sequence of tokens, all of them in the vocabulary.
        vocabulary: the words, in the order of rows and columns.
        window: the largest distance.
        distance_weighting: a pair d words apart adds 1/d instead of 1.
    """
    number = {word: i for i, word in enumerate(vocabulary)}
    ids = np.array([number[token] for tokens in sentences for token in tokens], dtype=np.int64)
    texts = np.repeat(np.arange(len(sentences)), [len(tokens) for tokens in sentences])
    corpus = FlatCorpus(ids, texts, np.bincount(ids, minlength=len(vocabulary)))
    return cooccurrence(corpus, window, distance_weighting).toarray()


def cells_that_count(counts: csr_array, pseudocount: float) -> coo_array:
    """Return the cells that have a part in the objective, each with the pseudocount added.

    Args:
        counts: (num_words, num_words), sparse, see `cooccurrence`.
        pseudocount: 0 for the cells above 0 alone; above 0 for all cells.

    Raises:
        ValueError: if no two words ever meet, or there are too many words for all cells to count.
    """
    num_words = counts.shape[0]
    if counts.nnz == 0:
        raise ValueError(
            "No two words stand within a window of each other, so there is nothing to learn from."
        )
    if not pseudocount:
        return counts.tocoo()
    if num_words > MOST_WORDS_WITH_ALL_CELLS:
        raise ValueError(
            f"Empty cells can count for at most {MOST_WORDS_WITH_ALL_CELLS:,} words, but there are {num_words:,}: "
            "keep fewer words, or add nothing to the counts."
        )
    return coo_array(counts.toarray() + pseudocount)


def weight(counts: np.ndarray, x_max: float = 100.0, alpha: float = 0.75) -> np.ndarray:
    """Return how much a cell counts in the objective: (x / x_max) ** alpha up to x_max, then 1; f(0) = 0."""
    return np.minimum(1.0, np.asarray(counts, dtype=np.float64) / x_max) ** alpha


@dataclass(frozen=True)
class ObjectiveTerm:
    """One cell's part of the objective, piece by piece.

    Attributes:
        count: X_ij.
        weight: f(X_ij).
        dot: w_i . c_j.
        focus_bias: b_i.
        context_bias: d_j.
        log_count: log X_ij.
        error: dot + biases - log count.
        loss: weight * error squared.
    """

    count: float
    weight: float
    dot: float
    focus_bias: float
    context_bias: float
    log_count: float
    error: float
    loss: float


@dataclass
class GloveModel:
    """GloVe's parameters while they train.

    Attributes:
        focus: (num_words, dim), w.
        context: (num_words, dim), c.
        focus_bias: (num_words, 1), b.
        context_bias: (num_words, 1), d.
    """

    focus: torch.Tensor
    context: torch.Tensor
    focus_bias: torch.Tensor
    context_bias: torch.Tensor

    @classmethod
    def random(cls, num_words: int, dim: int, seed: int) -> GloveModel:
        """Return vectors uniform in ±0.5 / dim, and biases of 0."""
        generator = torch.Generator().manual_seed(seed)
        focus, context = ((torch.rand(num_words, dim, generator=generator) - 0.5) / dim for _ in range(2))
        return cls(focus, context, torch.zeros(num_words, 1), torch.zeros(num_words, 1))

    def vectors(self) -> np.ndarray:
        """Return what GloVe gives out: the sum of focus and context vectors, (num_words, dim) float32."""
        return (self.focus + self.context).numpy()

    def term(self, i: int, j: int, count: float, config: GloveConfig) -> ObjectiveTerm:
        """Return the objective's term for cell (i, j).

        Raises:
            ValueError: if the count is 0: such a cell has no logarithm and no part in the objective.
        """
        if count <= 0:
            raise ValueError("The two words never meet, so their cell has no part in the objective.")
        f = float(weight(np.array(count), config.x_max, config.alpha))
        dot = float(self.focus[i] @ self.context[j])
        biases = float(self.focus_bias[i]), float(self.context_bias[j])
        log_count = float(np.log(count))
        error = dot + sum(biases) - log_count
        return ObjectiveTerm(count, f, dot, *biases, log_count, error, f * error**2)


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
