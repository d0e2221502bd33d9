"""Train word vectors live: the controls, the run as it goes, its loss, and the film of its map."""

from __future__ import annotations

from typing import Any

import numpy as np
import plotly.graph_objects as go
import streamlit as st

from seqviz.experiments.word_vectors.config import WordVectorsExperiment
from seqviz.export.bundled_runs import BUNDLED
from seqviz.figures.film import map_film
from seqviz.figures.space import word_map
from seqviz.figures.word2vec import loss_curve
from seqviz.runs.experiment import to_config
from seqviz.runs.history import History
from seqviz.ui import frame
from seqviz.ui.durations import counted
from seqviz.ui.runs.experiment_controls import ExperimentControls
from seqviz.ui.runs.experiment_section import ExperimentSection, say_lost_run
from seqviz.ui.runs.shown_run import ShownRun
from seqviz.ui.state.preferences import is_narrow
from seqviz.ui.texts.counted import counted_plain_words
from seqviz.ui.vectors.measures import LOSSES, speed_label
from seqviz.ui.vectors.text import corpus_setting, own_text

LABELS = {
    "corpus": "Text to learn from",
    "method": "Method",
    "dim": "Numbers per vector",
    "window": "Window",
    "negatives": "Noise words",
    "noise_power": "Power of the noise",
    "subsample": "Subsampling t",
    "num_epochs": "Epochs",
    "learning_rate": "Learning rate",
    "min_count": "Minimum count",
    "max_words": "Vocabulary, words",
    "text_share": "Share of the text",
    "seed": "Seed",
    "full_count": "x_max (GloVe)",
    "pseudocount": "Added to every count (GloVe)",
}
HOW_TO_READ_FILM = (
    "Each point is a word; the map shows the two directions in which the vectors spread most, so "
    "distances on it are only part of the truth. Each frame is turned to lie as near as can be to the "
    "one before, so that it does not spin. The slider below goes back through the training."
)


def training_part(section: ExperimentSection, title: str = "Train and watch the words move") -> str:
    """Draw a training of word vectors under a title; return the id of the run whose vectors follow."""
    st.subheader(title)
    say_lost_run(section)
    section.settings()
    return section.results()


def training_section(bundled: str = "world_skipgram") -> ExperimentSection:
    """Return the training of word vectors as a page shows it.

    Args:
        bundled: the run shown before any click; the menu of methods starts at its.
    """
    return ExperimentSection(
        controls=ExperimentControls(
            WordVectorsExperiment,
            LABELS,
            rows=(("corpus",), ("method", "window", "num_epochs")),
            defaults={"method": to_config(BUNDLED[bundled])["method"]},
            given={"corpus": corpus_setting},
        ),
        bundled=bundled,
        draw=_draw,
        title="The training that comes with the app",
        shortcut="t",
        above=own_text,
        facts=_say_first_step,
    )


def _say_first_step(experiment: WordVectorsExperiment) -> None:
    """Say which step a training really begins with, where it is not the learning rate that is set."""
    step, rate = experiment.first_step, experiment.learning_rate
    if step != rate:
        st.caption(
            f"GloVe's first step is {step / rate:g} × {rate:g} = {step:g}: AdaGrad's steps shrink at once."
        )


def _draw(run: ShownRun) -> None:
    method = run.config["method"]
    if corpus := run.latest("corpus"):
        st.caption(
            f"{counted(corpus['positions'], 'word')} of text, {counted(corpus['words'], 'different word')}. "
            f"{counted_plain_words()}"
        )
    if run.result:
        _outcome(run.result, method)
    elif len(speed := run.history.series("words_per_second").values):
        st.metric(speed_label(method), f"{speed[-1]:,.0f}", width="content")
    if run.history.names:
        _curves(run.history, method)
    words, frames = run.latest("words"), run.about("map")
    if words and frames:
        if run.is_live:
            _still(words, frames[-1])
        else:
            _show_film(f"{run.id}, {method}", words, frames)


def _outcome(result: dict[str, Any], method: str) -> None:
    with st.container(horizontal=True):
        st.metric("Loss", f"{result['loss']:.3f}", width="content")
        st.metric(speed_label(method), f"{result['words_per_second']:,.0f}", width="content")
        for section, (right, _, known) in result.get("analogies", {}).items():
            st.metric(f"Analogies: {section}", f"{right / max(known, 1):.0%}", width="content")


def _curves(history: History, method: str) -> None:
    loss, right = history.series("train_loss"), history.series("analogies_right")
    unit, how_to_read = LOSSES[method]
    if len(right.values):
        how_to_read += (
            " The second line is the share of the small world's analogy questions that the vectors answer at "
            "that moment."
        )
    figure = loss_curve(loss.epochs, loss.values, right.values if len(right.values) else None, loss=unit)
    frame.figure(figure, key="loss", how_to_read=how_to_read)


def _still(words: dict[str, list[str]], content: dict[str, Any]) -> None:
    title = f"The map at epoch {content['epoch']:g}"
    points = np.array(content["points"])
    figure = word_map(points, words["words"], words["groups"], title=title, is_narrow=is_narrow())
    frame.figure(figure, key="map", how_to_read=HOW_TO_READ_FILM)


def _show_film(run: str, words: dict[str, list[str]], frames: list[dict[str, Any]]) -> None:
    frame.figure(
        _film(run, len(frames), is_narrow(), words, frames), key="film", how_to_read=HOW_TO_READ_FILM
    )


@st.cache_resource(max_entries=16, show_spinner=False)
def _film(
    run: str, num_frames: int, narrow: bool, _words: dict[str, list[str]], _frames: list[dict[str, Any]]
) -> go.Figure:
    """Draw the film of a run once for all who watch it; its name, its frames and the screen tell it apart."""
    return map_film(
        [np.array(content["points"]) for content in _frames],
        [content["epoch"] for content in _frames],
        _words["words"],
        _words["groups"],
        title="The map of the words during training",
        is_narrow=narrow,
    )
