"""A plain recurrent net step by step through one sequence, with its true weights."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Unrolling:
    """A plain recurrent net with its true weights, step by step through one sequence.

    Attributes:
        inputs: what it reads at each step, as people read it, (num_steps,).
        outputs: what it answers after each step, (num_steps,).
        states: (num_steps, hidden_size).
        from_input: W·x + b of each unit at each step, (num_steps, hidden_size).
        state_weights: U, (hidden_size, hidden_size).
        state_bias: (hidden_size,).
        output_weights: V, (hidden_size,).
        output_bias: of the answer.
        answer: how it follows from a state, as an equation has it.
        activation: "tanh" or "relu".
        input_weights: W of the first number read, (hidden_size,).
        bias: both biases together, (hidden_size,).
    """

    inputs: tuple[str, ...]
    outputs: tuple[str, ...]
    states: np.ndarray
    from_input: np.ndarray
    state_weights: np.ndarray
    state_bias: np.ndarray
    output_weights: np.ndarray
    output_bias: float
    answer: str
    activation: str
    input_weights: np.ndarray
    bias: np.ndarray
