"""What is known before a net is trained: the preset it is, its parameters, the accuracy of a bag of words."""

from __future__ import annotations

import streamlit as st

from seqviz.experiments.sentiment.config import SentimentExperiment
from seqviz.experiments.sentiment.presets import PRESETS
from seqviz.lessons.sentiment import baselines
from seqviz.models.sentiment import ParameterCount, count_parameters
from seqviz.ui.texts.corpora import distinct_words, is_filled


def facts(experiment: SentimentExperiment) -> None:
    """Name the preset, if it is one; show the net's parameters, in both libraries, and a bag of words' accuracy."""
    for preset in PRESETS.values():
        if preset.experiment == experiment:
            st.caption(f"**{preset.title}.** {preset.about}")
    pytorch, keras = (_parameters(experiment, library) for library in ("pytorch", "keras"))
    with st.container(horizontal=True):
        is_whole = is_filled(experiment.corpus) and experiment.cleaning == "none" and not experiment.num_train
        bound = "" if is_whole else ", at most"
        st.metric(f"Parameters{bound}", f"{pytorch.total:,}", width="content")
        baselines.metric(baselines.beside(experiment))
    recurrent = " + ".join(f"{count:,}" for count in pytorch.recurrent)
    twin = "In Keras the same net has as many."
    if keras.total != pytorch.total:
        twin = (
            f"In Keras it has {keras.total:,}: SimpleRNN and LSTM have one bias there where PyTorch has two."
        )
    st.caption(
        f"{pytorch.embedding:,} of the parameters are word vectors, {experiment.embedding_dim} for each word, for "
        f"padding and for the unknown word; {recurrent} belong "
        f"to the recurrent layers, {pytorch.output:,} to the output. {twin}"
    )


def _parameters(experiment: SentimentExperiment, library: str) -> ParameterCount:
    return count_parameters(
        int(min(experiment.vocabulary_size, distinct_words(experiment.corpus))),
        experiment.embedding_dim,
        experiment.cell,
        experiment.hidden_sizes,
        experiment.bidirectional,
        experiment.pooling,
        library,
    )
