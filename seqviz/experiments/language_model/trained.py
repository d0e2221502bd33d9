"""A trained language model at hand: its text, its symbols, single steps, and what its units hold."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import torch

from seqviz.corpora.prose import Prose, gutenberg_title, is_at_hand, load_prose
from seqviz.corpora.records import CorpusError
from seqviz.experiments.language_model.config import LanguageModelExperiment
from seqviz.experiments.language_model.encoding import encode_prose
from seqviz.experiments.language_model.train import build_net
from seqviz.models.inspect.gates import reading, recover
from seqviz.models.inspect.trace import LayerTrace, Trace
from seqviz.models.language import LanguageNet
from seqviz.models.numpy_inference import NetStepper
from seqviz.runs.experiment import from_config
from seqviz.text.ngrams import NgramModel
from seqviz.text.pieces import pieces
from seqviz.text.vocabulary import PADDING, UNKNOWN, Vocabulary

FORBIDDEN = (PADDING, UNKNOWN)


@dataclass(frozen=True)
class LanguageReader:
    """A language model with its vocabulary.

    Attributes:
        experiment: how it was trained.
        vocabulary: its symbols.
        weights: by state-dict name.
    """

    experiment: LanguageModelExperiment
    vocabulary: Vocabulary
    weights: dict[str, np.ndarray]

    @classmethod
    def from_run(
        cls, config: dict[str, Any], extras: dict[str, Any], weights: dict[str, np.ndarray]
    ) -> LanguageReader:
        """Make a reader of what the store keeps of a run."""
        experiment = from_config(LanguageModelExperiment, config)
        return cls(experiment, Vocabulary(tuple(extras["vocabulary"])), weights)

    @cached_property
    def stepper(self) -> NetStepper:
        """The net, symbol by symbol."""
        return NetStepper(self.experiment.cell, self.weights)

    @cached_property
    def net(self) -> LanguageNet:
        """The net, whole texts at a time."""
        net = build_net(self.experiment, len(self.vocabulary))
        net.load_state_dict({name: torch.from_numpy(value.copy()) for name, value in self.weights.items()})
        return net.eval()

    @cached_property
    def prose(self) -> Prose:
        """The text that it was trained on.

        Raises:
            CorpusError: if the text is gone, or does not come with the net.
        """
        if not is_at_hand(self.experiment.corpus):
            raise CorpusError(
                f"{gutenberg_title(self.experiment.corpus)} is not on this computer: what comes with the app is the "
                "net, not the book. NLTK has it."
            )
        return load_prose(self.experiment.corpus)

    def ngrams(self, order: int) -> NgramModel:
        """Count n-grams in the text that the net was trained on."""
        encoded = encode_prose(self.prose, self.experiment.unit, self.experiment.vocabulary_size)
        return NgramModel.fit(encoded.train, order, len(self.vocabulary))

    def pieces(self, text: str) -> list[str]:
        """Cut a text as the model reads it."""
        return pieces(text, self.experiment.unit)

    def unknown(self, text: str) -> list[str]:
        """Return the pieces of a text that the model has never seen, each once."""
        return [piece for piece in dict.fromkeys(self.pieces(text)) if piece not in self.vocabulary]

    def ids(self, text: str) -> list[int]:
        """Return the ids to begin with, at least one: an empty text begins like a new line."""
        found = self.vocabulary.ids(self.pieces(text)).tolist()
        return found or [2 if "\n" not in self.vocabulary else int(self.vocabulary.ids(["\n"])[0])]

    def text(self, ids: list[int]) -> str:
        """Write ids as a text."""
        return "".join(self.vocabulary.tokens_of(ids))

    def trace(self, text: str) -> Trace:
        """Read a text of at least one piece and return every gate of every unit at every piece."""
        cut = self.pieces(text)
        ids = torch.from_numpy(self.vocabulary.ids(cut))
        with reading(self.net):
            layers = recover(self.net.recurrent, self.net.embedding(ids).unsqueeze(0))
        traces = [
            LayerTrace(
                layer.layer, layer.direction, {name: v[0].float().numpy() for name, v in layer.gates.items()}
            )
            for layer in layers
        ]
        return Trace(self.experiment.cell, tuple(cut), tuple(traces))
