"""A trained sentiment net with its vocabulary: give it a text, and it tells what it makes of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch

from seqviz.experiments.sentiment.config import SentimentExperiment
from seqviz.experiments.sentiment.train import build_net
from seqviz.models.inspect.gates import trace
from seqviz.models.inspect.reading import (
    alone_log_odds,
    occlusion_log_odds,
    positive_after_each_token,
    positive_probability,
)
from seqviz.models.inspect.trace import Trace
from seqviz.models.sentiment import SentimentNet
from seqviz.runs.experiment import from_config
from seqviz.text.cleaning_levels import cleaned
from seqviz.text.padding import trim
from seqviz.text.tokens import words
from seqviz.text.vocabulary import SPECIALS, UNKNOWN, Vocabulary


@dataclass(frozen=True)
class EncodedText:
    """One text as the net reads it.

    Attributes:
        tokens: what is left of the text after trimming, (num_tokens,).
        token_ids: (num_tokens,) int64.
        num_trimmed: tokens that did not fit.
    """

    tokens: tuple[str, ...]
    token_ids: np.ndarray
    num_trimmed: int

    @property
    def unknown(self) -> tuple[str, ...]:
        """The tokens that the net has never seen, each once, in order."""
        unknown = (token for token, k in zip(self.tokens, self.token_ids, strict=True) if k == UNKNOWN)
        return tuple(dict.fromkeys(unknown))

    @property
    def which_unknown(self) -> tuple[bool, ...]:
        """Of each token, whether the net has never seen it."""
        return tuple(self.is_unknown.tolist())

    @property
    def is_unknown(self) -> np.ndarray:
        """(num_tokens,) bool, True at every token that the net has never seen."""
        return self.token_ids == UNKNOWN


class NothingToReadError(ValueError):
    """A text without a single token."""


@dataclass(frozen=True)
class SentimentReader:
    """A net that reads.

    Attributes:
        experiment: how the net was trained.
        vocabulary: the tokens it knows.
        net: the net itself, in evaluation mode.
    """

    experiment: SentimentExperiment
    vocabulary: Vocabulary
    net: SentimentNet

    @classmethod
    def from_run(
        cls, config: dict[str, Any], extras: dict[str, Any], weights: dict[str, np.ndarray]
    ) -> SentimentReader:
        """Rebuild the net of a run from what the store keeps of it."""
        experiment = from_config(SentimentExperiment, config)
        vocabulary = Vocabulary(tuple(extras["vocabulary"]))
        with torch.random.fork_rng():
            net = build_net(experiment, len(vocabulary))
        net.load_state_dict({name: torch.from_numpy(value.copy()) for name, value in weights.items()})
        return cls(experiment, vocabulary, net.eval())

    @property
    def num_known(self) -> int:
        """How many different words and marks it knows; padding and the unknown word are none."""
        return len(self.vocabulary) - len(SPECIALS)

    def encode(self, text: str) -> EncodedText:
        """Split a text into tokens and number them; cleans and trims as the training did.

        Raises:
            NothingToReadError: if the text holds no token.
        """
        tokens = words(cleaned([text], self.experiment.cleaning)[0])
        if not tokens:
            raise NothingToReadError("There is no word in this text for the net to read: type one or more.")
        keep, longest = self.experiment.keep, self.experiment.max_length
        kept = tokens[:longest] if keep == "first" else tokens[-longest:]
        return EncodedText(
            tuple(kept), trim(self.vocabulary.ids(tokens), longest, keep), len(tokens) - len(kept)
        )

    def mean_word_vector(self, text: EncodedText) -> np.ndarray:
        """Return the mean of the tokens' vectors, (embedding_dim,) float32: what order has no part in."""
        vectors = self.net.embedding.weight.detach()[
            torch.from_numpy(text.token_ids)
        ]  # (num_tokens, embedding_dim)
        return vectors.mean(dim=0).numpy()

    def positive(self, text: EncodedText) -> float:
        """Return the probability of the class positive."""
        return float(self.positive_of_each([text])[0])

    def positive_of_each(self, texts: Sequence[EncodedText]) -> np.ndarray:
        """Return the probability of the class positive of each text, (num_texts,) float32; read side by side."""
        return positive_probability(self.net, [text.token_ids for text in texts])

    def positive_after_each_token(self, text: EncodedText) -> np.ndarray:
        """Return the probability had the text ended after each token, (num_tokens,)."""
        return positive_after_each_token(self.net, text.token_ids)

    def contributions(self, text: EncodedText) -> np.ndarray:
        """Return what each token adds to the log-odds of positive, by occlusion, (num_tokens,), in nats."""
        return occlusion_log_odds(self.net, text.token_ids)

    def contributions_alone(self, text: EncodedText) -> np.ndarray:
        """Return what each token adds to the log-odds where it is the whole text, (num_tokens,), in nats."""
        return alone_log_odds(self.net, text.token_ids)

    def trace(self, text: EncodedText) -> Trace:
        """Return every gate of every unit at every token."""
        return trace(self.net, torch.from_numpy(text.token_ids), text.tokens)
