"""A trained encoder-decoder net at hand: it translates a text and shows every state on the way."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import torch

from seqviz.corpora.pairs import Unit, cut, joined
from seqviz.experiments.translation.config import TranslationExperiment
from seqviz.experiments.translation.train import build_net
from seqviz.models.decoding import BeamTree, DecoderStep, beam_search, greedy
from seqviz.models.seq2seq import END, START, UNKNOWN, Encoded, TranslationNet
from seqviz.runs.experiment import from_config

LONGEST_SOURCE = 200  # tokens read of a typed text


@dataclass(frozen=True)
class Translation:
    """One source translated, with what the net held at each step.

    Attributes:
        source: the tokens read, (source_length,).
        written: the tokens written, [END] among them if it came, (target_length,).
        encoder_states: (source_length, hidden_size) float32.
        decoder_states: (target_length, hidden_size) float32: the state from which each token was written.
        attention: (target_length, source_length) float32, rows sum to 1; None without attention.
        probabilities: (target_length, vocabulary_size) float32.
    """

    source: tuple[str, ...]
    written: tuple[str, ...]
    encoder_states: np.ndarray
    decoder_states: np.ndarray
    attention: np.ndarray | None
    probabilities: np.ndarray


@dataclass(frozen=True)
class TranslationReader:
    """An encoder-decoder net with its vocabularies.

    Attributes:
        experiment: how it was trained.
        source_vocabulary: tokens in the order of their ids.
        target_vocabulary: likewise.
        source_unit: how sources are cut.
        target_unit: how targets are cut.
        weights: by state-dict name.
    """

    experiment: TranslationExperiment
    source_vocabulary: tuple[str, ...]
    target_vocabulary: tuple[str, ...]
    source_unit: Unit
    target_unit: Unit
    weights: dict[str, np.ndarray]

    @classmethod
    def from_run(
        cls, config: dict[str, Any], extras: dict[str, Any], weights: dict[str, np.ndarray]
    ) -> TranslationReader:
        """Make a reader of what the store keeps of a run."""
        return cls(
            from_config(TranslationExperiment, config),
            tuple(extras["source_vocabulary"]),
            tuple(extras["target_vocabulary"]),
            extras["source_unit"],
            extras["target_unit"],
            weights,
        )

    @cached_property
    def net(self) -> TranslationNet:
        """The net."""
        net = build_net(self.experiment, len(self.source_vocabulary), len(self.target_vocabulary))
        net.load_state_dict({name: torch.from_numpy(value.copy()) for name, value in self.weights.items()})
        return net.eval()

    @property
    def longest(self) -> int:
        """Most tokens that it writes."""
        return 2 * self.experiment.max_length

    def tokens(self, text: str) -> tuple[str, ...]:
        """Cut a typed text as the net reads it, at most `LONGEST_SOURCE` tokens."""
        return cut(text, self.source_unit)[:LONGEST_SOURCE]

    def unknown(self, text: str) -> list[str]:
        """Return the tokens of a text that the net has never seen, each once."""
        return [token for token in dict.fromkeys(self.tokens(text)) if token not in self.source_vocabulary]

    def text(self, tokens: tuple[str, ...]) -> str:
        """Write target tokens as a text, [END] left out."""
        return joined([token for token in tokens if token != "[END]"], self.target_unit)

    def translate(self, text: str, forced: dict[int, np.ndarray] | None = None) -> Translation:
        """Translate greedily.

        Args:
            text: of at least one token.
            forced: attention rows used in place of the net's own: step -> (source_length,).

        Raises:
            ValueError: if the text holds no token.
        """
        encoded = self._encoded(text)
        step = DecoderStep(self.net, encoded, forced)
        ids = greedy(step, step.start, START, END, self.longest)
        return self._traced(self.tokens(text), encoded, ids, forced or {})

    def search(self, text: str, width: int) -> BeamTree:
        """Search with a beam.

        Raises:
            ValueError: if the text holds no token.
        """
        step = DecoderStep(self.net, self._encoded(text))
        return beam_search(step, step.start, START, END, width, self.longest)

    @torch.no_grad()
    def _encoded(self, text: str) -> Encoded:
        tokens = self.tokens(text)
        if not tokens:
            raise ValueError("There is nothing to translate: type at least one word.")
        number = {token: k for k, token in enumerate(self.source_vocabulary)}
        ids = torch.tensor([[number.get(token, UNKNOWN) for token in tokens]])
        return self.net.encode(ids, torch.tensor([len(tokens)]))

    @torch.no_grad()
    def _traced(
        self, source: tuple[str, ...], encoded: Encoded, ids: list[int], forced: dict[int, np.ndarray]
    ) -> Translation:
        given = torch.tensor([[START, *ids[:-1]]])
        written = self.net.write(given, encoded)
        if forced and written.attention is not None:
            rows = written.attention.clone()
            for place, row in forced.items():
                if place < len(ids):
                    rows[0, place] = torch.tensor(row)
            written = self.net.write(given, encoded, forced=rows)
        attention = None if written.attention is None else written.attention[0].numpy()
        return Translation(
            source,
            tuple(self.target_vocabulary[k] for k in ids),
            encoded.states[0].numpy(),
            written.states[0].numpy(),
            attention,
            written.logits[0].softmax(1).numpy(),
        )
