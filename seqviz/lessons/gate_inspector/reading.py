"""Texts read by nets for the gate inspector, kept between looks, as the canvas wants them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, cast

import numpy as np
import streamlit as st

from seqviz.corpora.loading import load_corpus
from seqviz.corpora.records import CorpusError
from seqviz.experiments.sentiment.trained import NothingToReadError, SentimentReader
from seqviz.figures.gates import TraceView, UnitOrder
from seqviz.models.inspect.gates import trace
from seqviz.models.inspect.reading import positive_after_each_token
from seqviz.models.inspect.trace import LayerTrace, Trace
from seqviz.models.inspect.units import ReadText, by_correlation, by_variance, read_texts
from seqviz.text.tokens import words
from seqviz.text.vocabulary import UNKNOWN
from seqviz.ui.sentences import readers

#: A net of both directions reads every beginning of a text again, so its path is left out for longer texts.
LONGEST_PATH_BOTH_WAYS = 200
SAMPLE_TEXTS = 240
SAMPLE_TOKENS = 12_000
LONGEST_SAMPLED = 120


@dataclass(frozen=True)
class Reading:
    """A text as a net read it.

    Attributes:
        reader: the net.
        title: what the net is called.
        tokens: (num_tokens,).
        token_ids: (num_tokens,).
        trace: every gate of every layer.
        path: probability of positive after each token, (num_tokens,), or None where it would take too long.
        num_cut: tokens left out at the text's end.
    """

    reader: SentimentReader
    title: str
    tokens: tuple[str, ...]
    token_ids: np.ndarray
    trace: Trace
    path: np.ndarray | None
    num_cut: int

    def layer(self, name: str) -> LayerTrace:
        """Return a layer by the page's name of it ("1 forward"); the first one if the net has no such layer."""
        return next((one for one in self.trace.layers if layer_name(one) == name), self.trace.layers[0])

    def view(self, layer: str, title: str | None = None) -> TraceView:
        """Return one layer for the canvas."""
        unknown = tuple((self.token_ids == UNKNOWN).tolist())
        return TraceView(
            title or self.title, self.tokens, self.layer(layer).gates, self.path, is_unknown=unknown
        )


def layer_name(layer: LayerTrace) -> str:
    """Name a layer as the page does: "1 forward"."""
    return f"{layer.layer + 1} {layer.direction}"


def read(run_id: str, step: int | None, text: str, most_tokens: int) -> Reading:
    """Let a net read a text.

    Raises:
        NothingToReadError: if the text holds no word.
        StoreError: if the net is gone.
    """
    tokens = tuple(words(text))
    if not tokens:
        raise NothingToReadError("There is no word in this text for the net to read: type one or more.")
    return read_tokens(run_id, step, tokens[:most_tokens], len(tokens[most_tokens:]))


@st.cache_resource(max_entries=64, show_spinner=False)
def read_tokens(run_id: str, step: int | None, tokens: tuple[str, ...], num_cut: int = 0) -> Reading:
    """Let a net, as it was at a step of its training or after it, read tokens.

    Raises:
        StoreError: if the net is gone.
    """
    reader = readers.reader(run_id, step)
    ids = reader.vocabulary.ids(tokens)
    slow = reader.experiment.bidirectional and len(tokens) > LONGEST_PATH_BOTH_WAYS
    path = None if slow else positive_after_each_token(reader.net, ids)
    title = readers.describe(reader.experiment)
    return Reading(reader, title, tokens, ids, trace(reader.net, ids.tolist(), tokens), path, num_cut)


def orders(reading: Reading, layer: str) -> tuple[UnitOrder, ...]:
    """Return the ways to sort a layer's units."""
    gates = reading.layer(layer).gates
    ways = [UnitOrder("variance", {name: by_variance(values) for name, values in gates.items()})]
    if reading.path is not None:
        path = reading.path
        follows = {name: by_correlation(values, path) for name, values in gates.items()}
        ways.append(UnitOrder("how they follow the prediction", follows))
    return tuple(ways)


@st.cache_data(max_entries=8, show_spinner="Opening the reviews …")
def sample(corpus: str) -> tuple[str, tuple[str, ...]]:
    """Return a corpus's name and some of its validation texts, the bundled reviews where it cannot be had."""
    try:
        loaded = load_corpus(corpus)
    except CorpusError:
        loaded = load_corpus("reviews")
    texts = loaded.validation.texts
    chosen = np.random.default_rng(0).permutation(len(texts))[:SAMPLE_TEXTS]
    return loaded.name, tuple(texts[k] for k in chosen)


@st.cache_resource(max_entries=6, show_spinner="Reading some of the corpus …")
def read_sample(run_id: str, layer: str, gate: str) -> tuple[ReadText, ...]:
    """Return what one gate of a layer did on the sample of the run's corpus."""
    reader = readers.reader(run_id)
    texts, num_tokens = [], 0
    for text in sample(reader.experiment.corpus)[1]:
        tokens = tuple(words(text))[:LONGEST_SAMPLED]
        num_tokens += len(tokens)
        if tokens and num_tokens <= SAMPLE_TOKENS:
            texts.append((tokens, reader.vocabulary.ids(tokens)))
    number, direction = layer.split()
    return read_texts(
        reader.net, texts, int(number) - 1, cast(Literal["forward", "reverse"], direction), gate
    )
