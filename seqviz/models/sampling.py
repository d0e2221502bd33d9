"""Drawing a text symbol by symbol from what a model expects: temperature, top-k, top-p."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

import numpy as np

S = TypeVar("S")


class NextSymbol(Protocol[S]):
    """Any model that reads symbols and scores what comes next: a recurrent net, an n-gram model."""

    def start(self) -> S:
        """Return the state before anything is read."""
        ...

    def step(self, state: S, symbol: int) -> tuple[np.ndarray, S]:
        """Read one symbol; return the scores of the next, (vocabulary_size,), and the new state."""
        ...


@dataclass(frozen=True)
class SamplingRule:
    """How the next symbol is drawn from the model's scores.

    Attributes:
        temperature: the scores are divided by it: below 1 the likely gets likelier; 0 takes the likeliest.
        top_k: only the k likeliest symbols may be drawn; 0 keeps all.
        top_p: only the likeliest symbols that together have this much probability may be drawn; 1 keeps all.

    Raises:
        ValueError: on a value out of bounds.

    Source: top-k Fan et al. 2018; top-p ("nucleus") Holtzman et al. 2020.
    """

    temperature: float = 1.0
    top_k: int = 0
    top_p: float = 1.0

    def __post_init__(self) -> None:
        if self.temperature < 0 or self.top_k < 0 or not 0 < self.top_p <= 1:
            raise ValueError(f"temperature and top_k need 0 or more, top_p more than 0 up to 1, not {self}")

    def distribution(self, logits: np.ndarray) -> np.ndarray:
        """Return the probability of each symbol to be drawn, (vocabulary_size,), sum 1."""
        weights = self.weights(logits)
        return weights / weights.sum()

    def weights(self, logits: np.ndarray) -> np.ndarray:
        """Return what `distribution` returns before it is divided by its sum."""
        best = logits.argmax()
        if self.temperature == 0:
            return np.eye(len(logits), dtype=np.float32)[best]
        scaled = logits - logits[best]
        scaled *= np.float32(1 / self.temperature)
        weights = np.exp(scaled, out=scaled)
        return self._cut(weights) if self.top_k or self.top_p < 1 else weights

    def _cut(self, weights: np.ndarray) -> np.ndarray:
        order = np.argsort(-weights, kind="stable")
        kept = order[: self.top_k] if self.top_k else order
        if self.top_p < 1:
            before = np.cumsum(weights[order]) - weights[order]
            kept = kept[before[: len(kept)] < self.top_p * weights.sum()]
        cut = np.zeros_like(weights)
        cut[kept] = weights[kept]
        return cut


@dataclass(frozen=True)
class Writing:
    """A text as it was drawn.

    Attributes:
        symbols: (num_symbols,) int64, what was drawn; the prompt is not among them.
        distributions: (num_symbols, vocabulary_size) float32, what each was drawn from, after the rule.
        model: (num_symbols, vocabulary_size) float32, the model's own probabilities, before the rule.
    """

    symbols: np.ndarray
    distributions: np.ndarray
    model: np.ndarray


def draw(
    model: NextSymbol[S], prompt: Sequence[int], length: int, rule: SamplingRule, seed: int,
    forbidden: Sequence[int] = (),
) -> list[int]:  # fmt: skip
    """Draw symbols one after another and keep nothing but them: the fast way.

    Args:
        model: what scores the next symbol.
        prompt: at least one symbol that the model reads first.
        length: how many to draw.
        rule: how to draw.
        seed: seed of the random numbers.
        forbidden: symbols that are never drawn.

    Raises:
        ValueError: if the prompt is empty.
    """
    logits, state = _read(model, prompt)
    penalty = _penalty(len(logits), forbidden)
    drawn: list[int] = []
    for chance in np.random.default_rng(seed).random(length, np.float32):  # below 1
        heap = rule.weights(logits + penalty).cumsum()
        symbol = int(heap.searchsorted(chance * heap[-1], side="right"))
        drawn.append(symbol if symbol < len(heap) else int(heap.argmax()))  # rounding may reach the very end
        logits, state = model.step(state, drawn[-1])
    return drawn


def write(
    model: NextSymbol[S], prompt: Sequence[int], length: int, rule: SamplingRule, seed: int,
    forbidden: Sequence[int] = (),
) -> Writing:  # fmt: skip
    """Draw symbols as `draw` does, the very same ones, and keep the distribution at each step."""
    symbols = draw(model, prompt, length, rule, seed, forbidden)
    logits, state = _read(model, prompt)
    penalty = _penalty(len(logits), forbidden)
    rows, raw = [], []
    for symbol in symbols:
        raw.append(SamplingRule().distribution(logits))
        rows.append(rule.distribution(logits + penalty))
        logits, state = model.step(state, symbol)
    return Writing(np.array(symbols, np.int64), np.array(rows, np.float32), np.array(raw, np.float32))


def _penalty(vocabulary_size: int, forbidden: Sequence[int]) -> np.ndarray:
    """What is added to the scores: 0, and minus infinity for what may not be drawn."""
    penalty = np.zeros(vocabulary_size, np.float32)
    penalty[list(forbidden)] = -np.inf
    return penalty


def _read(model: NextSymbol[S], prompt: Sequence[int]) -> tuple[np.ndarray, S]:
    if not len(prompt):
        raise ValueError("the model needs at least 1 symbol to begin with, but the prompt is empty")
    state = model.start()
    for symbol in prompt:
        logits, state = model.step(state, int(symbol))
    return logits, state
