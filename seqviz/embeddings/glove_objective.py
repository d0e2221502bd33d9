"""GloVe's objective, term by term, and the parameters that it is a function of.

J = sum over cells with X_ij > 0 of f(X_ij) * (w_i . c_j + b_i + d_j - log X_ij)^2   (Pennington et al. 2014)
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch


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
