"""One update of negative sampling on one pair, every number kept: what the page shows in slow motion."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Decision:
    """One of the K + 1 yes-or-no questions of a pair: do these two words belong together?

    Attributes:
        word: id of the other word: the context word, or one of the noise words.
        label: 1 for the context word, 0 for noise.
        score: dot product of the focus vector and the other word's vector before the update.
        probability: the sigmoid of the score: how surely the model says yes.
        pull: learning rate * (label - probability): > 0 moves the two towards each other, < 0 apart.
        probability_after: the same sigmoid after the update.
    """

    word: int
    label: int
    score: float
    probability: float
    pull: float
    probability_after: float


@dataclass(frozen=True)
class PairUpdate:
    """One update of one (focus, context) pair with its noise words.

    Attributes:
        focus: id of the focus word.
        decisions: the context word first, then the noise words.
        loss_before: of this pair.
        loss_after: of this pair with the same noise words.
        focus_before: (dim,).
        focus_after: (dim,).
        others_before: (K + 1, dim), output vectors.
        others_after: (K + 1, dim).
    """

    focus: int
    decisions: tuple[Decision, ...]
    loss_before: float
    loss_after: float
    focus_before: np.ndarray
    focus_after: np.ndarray
    others_before: np.ndarray
    others_after: np.ndarray


def sigmoid(scores: np.ndarray) -> np.ndarray:
    """Return 1 / (1 + exp(-score)), without overflow."""
    return 0.5 * (1.0 + np.tanh(0.5 * scores))


def pair_loss(focus: np.ndarray, others: np.ndarray) -> float:
    """Return the loss of one pair: -log s(v . u_context) - sum of log s(-v . u_noise).

    Args:
        focus: (dim,).
        others: (K + 1, dim), the context word's vector first, then the noise words'.
    """
    scores = others @ focus
    return float(np.logaddexp(0.0, -scores[0]) + np.logaddexp(0.0, scores[1:]).sum())


def update_pair(
    inputs: np.ndarray, outputs: np.ndarray, focus: int, context: int, noise: list[int], learning_rate: float
) -> PairUpdate:
    """Take one step of gradient descent on one pair; the tables that come in stay as they are.

    Args:
        inputs: (num_words, dim), focus vectors.
        outputs: (num_words, dim), context vectors.
        focus: id of the focus word.
        context: id of the context word.
        noise: ids of the noise words; the context word itself is no noise.
        learning_rate: of this step.

    Raises:
        ValueError: if the context word is among the noise words.
    """
    if context in noise:
        raise ValueError("The context word cannot be its own noise word.")
    words = [context, *noise]
    labels = np.array([1.0] + [0.0] * len(noise))
    vector, others = inputs[focus], outputs[words]  # (dim,), (K + 1, dim)
    scores = others @ vector
    pulls = learning_rate * (labels - sigmoid(scores))
    vector_after = vector + pulls @ others
    others_after = others + pulls[:, None] * vector
    after = sigmoid(others_after @ vector_after)
    decisions = tuple(
        Decision(word, int(label), float(score), float(sigmoid(score)), float(pull), float(then))
        for word, label, score, pull, then in zip(words, labels, scores, pulls, after, strict=True)
    )
    losses = pair_loss(vector, others), pair_loss(vector_after, others_after)
    return PairUpdate(focus, decisions, *losses, vector.copy(), vector_after, others.copy(), others_after)
