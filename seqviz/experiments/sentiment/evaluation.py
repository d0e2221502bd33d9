"""Measure a sentiment net on labelled texts."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass

import numpy as np
import torch
from scipy.special import expit

from seqviz.models.inspect.gates import reading
from seqviz.models.sentiment import SentimentNet
from seqviz.runs.encoding import EncodedTexts
from seqviz.text.padding import pad

BATCH_SIZE = 256


@dataclass(frozen=True)
class Evaluation:
    """How a net does on labelled texts.

    Attributes:
        logits: (num_texts,) float64, the log-odds it gives to the class positive.
        labels: (num_texts,) the true classes, 0 or 1.
    """

    logits: np.ndarray
    labels: np.ndarray

    @property
    def positive(self) -> np.ndarray:
        """(num_texts,) float64, the probability it gives to the class positive."""
        return expit(self.logits)

    @property
    def accuracy(self) -> float:
        """Share of texts whose likelier class is the true one."""
        return float(np.mean((self.positive > 0.5) == (self.labels > 0.5)))

    @property
    def loss(self) -> float:
        """Mean cross-entropy, in nats; from the log-odds, as a probability of 0 would hide how wrong a net is."""
        of_true_class = np.where(self.labels > 0.5, self.logits, -self.logits)
        return float(np.logaddexp(0.0, -of_true_class).mean())

    @property
    def confusion(self) -> list[list[int]]:
        """Counts, rows true negative and positive, columns predicted negative and positive."""
        true, predicted = self.labels > 0.5, self.positive > 0.5
        return [[int(np.sum((true == row) & (predicted == column))) for column in (False, True)]
                for row in (False, True)]  # fmt: skip

    def most_confident_mistakes(self, count: int) -> np.ndarray:
        """Return the positions of the wrongly classified texts, the most confident mistakes first."""
        most_confident_first = np.argsort(-np.abs(self.positive - 0.5), kind="stable")
        wrong = (self.positive > 0.5) != (self.labels > 0.5)
        return most_confident_first[wrong[most_confident_first]][:count]


def evaluate(net: SentimentNet, texts: EncodedTexts) -> Evaluation:
    """Read the texts in batches of like length, dropout off; leaves the net in its former mode."""
    batches = evaluate_in_batches(net, texts)
    while True:
        try:
            next(batches)
        except StopIteration as end:
            return end.value


def evaluate_in_batches(net: SentimentNet, texts: EncodedTexts) -> Generator[float, None, Evaluation]:
    """Do as `evaluate`, and yield the share of the texts read so far after each batch, so that a run can pause."""
    logits = np.empty(len(texts.labels))
    order = np.argsort([len(ids) for ids in texts.token_ids], kind="stable")
    for start in range(0, len(order), BATCH_SIZE):
        chosen = order[start : start + BATCH_SIZE]
        token_ids, lengths = pad([texts.token_ids[k] for k in chosen])
        with reading(net):
            logits[chosen] = net(torch.from_numpy(token_ids), torch.from_numpy(lengths)).numpy()
        yield (start + len(chosen)) / len(order)
    return Evaluation(logits, texts.labels)
