"""t-SNE, dense and exact: a map that keeps near words near. Every step is a picture.

Source: van der Maaten and Hinton 2008, their early exaggeration too; momentum, gains and the first quarter's
schedule as in scikit-learn, whose exaggeration of 12 needs more steps to unfold and ends less trustworthy.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch

from seqviz.embeddings.projection import principal_components

BISECTIONS = 25
EXAGGERATION = 4.0
SLOWEST = 20.0  # least learning rate; scikit-learn's 50 leaves small maps less trustworthy
EXAGGERATED_SHARE = 0.25  # of all iterations


@dataclass(frozen=True)
class TsneConfig:
    """Settings of t-SNE.

    Attributes:
        num_components: 2 or 3.
        perplexity: about how many neighbours each word minds; lowered where there are too few words.
        num_iterations: steps of gradient descent.
        frame_every: steps between two pictures.
    """

    num_components: int = 2
    perplexity: float = 30.0
    num_iterations: int = 250
    frame_every: int = 10

    def __post_init__(self) -> None:
        if self.num_components not in (2, 3):
            raise ValueError(f"num_components must be 2 or 3, but it is {self.num_components}.")
        if self.num_iterations < 1 or self.frame_every < 1 or not self.perplexity > 0:
            raise ValueError("num_iterations, frame_every and perplexity must be above 0.")


def tsne(vectors: np.ndarray, config: TsneConfig) -> Iterator[np.ndarray]:
    """Lay words out by t-SNE from their principal components; the outcome depends on the vectors alone.

    Args:
        vectors: (num_words, dim), up to about 1,000 words.
        config: the settings.

    Yields:
        The map every so many steps and at the end, (num_words, num_components) float32.
    """
    start = principal_components(vectors, config.num_components).points
    if len(vectors) < 4:
        yield start.astype(np.float32)
        return
    spread = max(float(start[:, 0].std()), 1e-12)
    points = torch.from_numpy((start / spread * 1e-4).astype(np.float32))
    descent = _Descent(neighbour_probabilities(vectors, config.perplexity), points)
    exaggerated = int(config.num_iterations * EXAGGERATED_SHARE)
    for step in range(config.num_iterations):
        descent.step(EXAGGERATION if step < exaggerated else 1.0, 0.5 if step < exaggerated else 0.8)
        if (step + 1) % config.frame_every == 0 or step + 1 == config.num_iterations:
            yield descent.points.numpy().copy()


def neighbour_probabilities(vectors: np.ndarray, perplexity: float) -> torch.Tensor:
    """Return how much each two words are neighbours in the space, (num_words, num_words), summing to 1.

    Each word's bell curve is made as wide as gives the perplexity asked for; the widths are found by
    bisection, for all words at once.
    """
    perplexity = min(perplexity, (len(vectors) - 1) / 3)
    x = torch.from_numpy(np.asarray(vectors, np.float64))
    distances = torch.cdist(x, x, compute_mode="donot_use_mm_for_euclid_dist").square_()
    distances = (distances / distances.mean().clamp(min=1e-30)).float()
    distances -= distances.clone().fill_diagonal_(torch.inf).min(dim=1, keepdim=True).values
    low, high = torch.full((len(x), 1), -30.0), torch.full((len(x), 1), 60.0)
    for _ in range(BISECTIONS):
        log_precision = (low + high) / 2
        precision = torch.exp2(log_precision)
        weights = torch.mul(distances, -precision).exp_().fill_diagonal_(0.0)
        total = weights.sum(dim=1, keepdim=True)
        share = weights / total
        entropy = total.log() + precision * weights.mul_(distances).sum(dim=1, keepdim=True) / total
        too_wide = entropy > np.log(perplexity)
        low, high = torch.where(too_wide, log_precision, low), torch.where(too_wide, high, log_precision)
    joint = share + share.T
    return joint / joint.sum()


class _Descent:
    """Gradient descent with momentum and one gain per number.

    Args:
        joint: (num_words, num_words), see `neighbour_probabilities`.
        points: (num_words, num_components), the start.
    """

    def __init__(self, joint: torch.Tensor, points: torch.Tensor) -> None:
        self.points = points
        self._joint = joint
        self._velocity = torch.zeros_like(points)
        self._gains = torch.ones_like(points)
        self._learning_rate = max(len(points) / EXAGGERATION / 4, SLOWEST)

    def step(self, exaggeration: float, momentum: float) -> None:
        """Move all points once."""
        gradient = kl_gradient(self._joint, self.points, exaggeration)
        turned = (gradient > 0) != (self._velocity > 0)
        self._gains = torch.where(turned, self._gains + 0.2, self._gains * 0.8).clamp_(min=0.01)
        self._velocity = momentum * self._velocity - self._learning_rate * self._gains * gradient
        self.points = self.points + self._velocity


def kl_gradient(joint: torch.Tensor, points: torch.Tensor, exaggeration: float = 1.0) -> torch.Tensor:
    """Return the gradient of the Kullback-Leibler divergence of the map from the space.

    It is 4 * sum over j of (p_ij - q_ij) * k_ij * (y_i - y_j), with k_ij = 1 / (1 + |y_i - y_j|^2) and q = k / its
    sum; p, q and k are symmetric.

    Args:
        joint: (num_words, num_words), neighbour probabilities p in the space.
        points: (num_words, num_components), y.
        exaggeration: factor on `joint`, above 1 at the start to pull groups together.

    Returns:
        (num_words, num_components).
    """
    squares = (points * points).sum(1, keepdim=True)
    ones = torch.ones_like(squares)
    # 1 + |y_i - y_j|^2 is the product of the rows (y_i, 1 + |y_i|^2, 1) and (-2 y_j, 1, |y_j|^2)
    left, right = torch.cat([points, squares + 1, ones], 1), torch.cat([-2 * points, ones, squares], 1)
    kernel = (left @ right.T.contiguous()).reciprocal_().fill_diagonal_(0.0)
    forces = torch.sub(joint, kernel, alpha=float(1 / (exaggeration * kernel.sum()))).mul_(kernel)
    *pulled, total = torch.cat([points, ones], 1).T @ forces
    return 4 * exaggeration * (total[:, None] * points - torch.stack(pulled, 1))
