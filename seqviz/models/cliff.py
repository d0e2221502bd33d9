r"""The smallest net with a cliff: one unit that reads nothing and only passes its state on.

$$h_t = \sigma(w\,h_{t-1} + b), \quad L = (h_T - 0.7)^2$$

Where its memory changes sides, the loss is all but vertical.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

TARGET = 0.7
STEPS = 50
WEIGHTS = np.linspace(3.0, 7.0, 161)
BIASES = np.linspace(-4.01, -1.01, 121)  # the wall w/2 + b = 0 itself falls between two grid points
START = (5.0, -2.50002)  # w, b: on the wall, which is thinner than any grid


@dataclass(frozen=True)
class Cliff:
    """The loss over a grid of weights, and one step from its wall.

    Attributes:
        loss: (num_biases, num_weights).
        start: (w, b) on the wall.
        gradient: (dL/dw, dL/db) there.
        unclipped: (w, b) after a step without clipping.
        clipped: (w, b) after the same step with its gradient's norm cut.
    """

    loss: np.ndarray
    start: tuple[float, float]
    gradient: tuple[float, float]
    unclipped: tuple[float, float]
    clipped: tuple[float, float]


def loss_and_gradient(weight: np.ndarray, bias: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return L, dL/dw and dL/db, all of the shape of the weights, carried forward through all steps."""
    state = np.full_like(weight, 0.5)
    by_weight, by_bias = np.zeros_like(weight), np.zeros_like(weight)
    for _ in range(STEPS):
        new = 1 / (1 + np.exp(-(weight * state + bias)))
        slope = new * (1 - new)
        by_weight, by_bias = slope * (state + weight * by_weight), slope * (1 + weight * by_bias)
        state = new
    error = state - TARGET
    return error**2, 2 * error * by_weight, 2 * error * by_bias


def measure_cliff(learning_rate: float, clip_norm: float) -> Cliff:
    """Take one step from the wall, with and without clipping."""
    loss, _, _ = loss_and_gradient(*np.meshgrid(WEIGHTS, BIASES))
    _, by_weight, by_bias = loss_and_gradient(*map(np.array, START))
    gradient = np.array([by_weight, by_bias], dtype=float)
    step = learning_rate * gradient
    share = min(1.0, clip_norm / float(np.hypot(*gradient)))
    return Cliff(loss, START, _pair(gradient), _pair(START - step), _pair(START - share * step))


def _pair(numbers: np.ndarray) -> tuple[float, float]:
    return float(numbers[0]), float(numbers[1])
