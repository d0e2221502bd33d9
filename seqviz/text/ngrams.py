"""A language model that counts: after these symbols, which one came how often? No net, no training by steps."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

Context = tuple[int, ...]


@dataclass(frozen=True)
class NgramModel:
    """Interpolated n-grams with Witten-Bell smoothing.

    A context that was followed by many different symbols trusts its own counts less, and the shorter context
    more: P(w | context) = (count(context w) + T(context) * P(w | shorter context)) / (count(context) + T(context)),
    where T(context) is how many different symbols followed. Below the single symbols lies the even distribution,
    so that no symbol is impossible.

    Attributes:
        order: symbols in an n-gram, at least 1; the context is one shorter.
        vocabulary_size: how many symbols there are.
        followers: context -> how often each symbol came after it.

    Source: Witten and Bell 1991; equal to NLTK's `WittenBellInterpolated` down to the single symbols.
    """

    order: int
    vocabulary_size: int
    followers: dict[Context, Counter[int]] = field(repr=False)

    @classmethod
    def fit(cls, ids: np.ndarray, order: int, vocabulary_size: int) -> NgramModel:
        """Count every n-gram up to `order`.

        Args:
            ids: the training text, (num_symbols,).
            order: at least 1.
            vocabulary_size: above the highest id.

        Raises:
            ValueError: if the order is below 1.
        """
        if order < 1:
            raise ValueError(f"an n-gram has at least 1 symbol, not {order}")
        followers: dict[Context, Counter[int]] = defaultdict(Counter)
        text = tuple(int(symbol) for symbol in ids)
        for length in range(order):
            for end in range(length, len(text)):
                followers[text[end - length : end]][text[end]] += 1
        return cls(order, vocabulary_size, dict(followers))

    def distribution(self, context: Sequence[int]) -> np.ndarray:
        """Return the probability of each symbol after a context, (vocabulary_size,) float64, sum 1."""
        probabilities = np.full(self.vocabulary_size, 1 / self.vocabulary_size)
        for shorter in self._suffixes(context):
            counts = self.followers.get(shorter)
            if counts is None:
                break
            probabilities = probabilities * len(counts)
            probabilities[list(counts)] += list(counts.values())
            probabilities /= counts.total() + len(counts)
        return probabilities

    def probability(self, symbol: int, context: Sequence[int]) -> float:
        """Return the probability of one symbol after a context."""
        probability = 1 / self.vocabulary_size
        for shorter in self._suffixes(context):
            counts = self.followers.get(shorter)
            if counts is None:
                break
            probability = (counts[symbol] + len(counts) * probability) / (counts.total() + len(counts))
        return probability

    def start(self) -> Context:
        """Return the context before anything is read."""
        return ()

    def step(self, state: Context, symbol: int) -> tuple[np.ndarray, Context]:
        """Read one symbol; return the log-probabilities of the next, (vocabulary_size,), and the new context."""
        context = (*state, symbol)[-(self.order - 1) :] if self.order > 1 else ()
        return np.log(self.distribution(context)).astype(np.float32), context

    def nats(self, ids: np.ndarray) -> float:
        """Return the sum of -ln P over the second symbol to the last, each given all those before it."""
        text = tuple(int(symbol) for symbol in ids)
        window = self.order - 1
        return -sum(
            math.log(self.probability(text[k], text[max(0, k - window) : k])) for k in range(1, len(text))
        )

    def _suffixes(self, context: Sequence[int]) -> list[Context]:
        """The contexts that are asked, the empty one first."""
        longest = tuple(context[-(self.order - 1) :]) if self.order > 1 else ()
        return [longest[len(longest) - length :] for length in range(len(longest) + 1)]
