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
from seqviz.runs.experiment import ConfigError, to_config
from seqviz.runs.history import History
from seqviz.runs.store.records import RunRecord
from seqviz.ui import frame
from seqviz.ui.durations import counted
from seqviz.ui.markdown import escaped
from seqviz.ui.runs import take_home
from seqviz.ui.runs.experiment_controls import ExperimentControls
from seqviz.ui.runs.memory import WatchedRun
from seqviz.ui.runs.panel import run_panel
from seqviz.ui.runs.train_row import after_settings, train_row
from seqviz.ui.state import page_state
from seqviz.ui.texts.counted import counted_plain_words
from seqviz.ui.vectors.measures import LOSSES, speed_label
from seqviz.ui.vectors.source import bundled_film
from seqviz.ui.vectors.text import corpus_choice

LABELS = {
    "method": "Method",
    "dim": "Numbers per vector",
    "window": "Window",
    "negatives": "Noise words",
    "noise_power": "Power of the noise",
    "subsample": "Subsampling t",
    "num_epochs": "Epochs",
    "learning_rate": "Learning rate",
    "min_count": "Least count",
    "max_words": "Most words",
    "seed": "Seed",
    "full_count": "x_max (GloVe)",
    "pseudocount": "Added to every count (GloVe)",
}


def controls_of(default: str = "world_skipgram") -> ExperimentControls:
    """Return the controls of the page that first shows this bundled run: their method is the run's."""
    method = to_config(BUNDLED[default])["method"]
    return ExperimentControls(WordVectorsExperiment, LABELS, defaults={"method": method})


CONTROLS = controls_of()
HOW_TO_READ_FILM = (
    "Each point is a word; the map shows the two directions in which the vectors spread most, so "
    "distances on it are only part of the truth. Each frame is turned to lie as near as can be to the "
    "one before, so that it does not spin. The slider below goes back through the training."
)


def training_part(default: str = "world_skipgram", title: str = "Train and watch the words move") -> None:
    """Draw the controls of a training and what came of it.

    Args:
        default: the bundled run shown before any click.
        title: of this part.
    """
    st.subheader(title)
    settings_part(default)
    results(default)


@st.fragment
def settings_part(default: str) -> None:
    """Draw the controls and the button that trains. A fragment: moving a control redraws this part alone.

    Args:
        default: the name of the bundled run that is shown before any click.
    """
    corpus, its_controls = corpus_choice(), controls_of(default)
    values = its_controls.draw_many(("method", "window", "num_epochs"))
    with st.expander("More settings", icon=":material/tune:"):
        values |= its_controls.draw_many(tuple(name for name in LABELS if name not in values))
    try:
        experiment = WordVectorsExperiment(corpus=corpus, **values)
    except ConfigError as error:
        st.warning(escaped(str(error)), icon=":material/info:")
        return
    pressed = train_row(experiment, its_controls, first=_first_step(experiment), shortcut="t")
    after_settings(experiment, its_controls, to_config(BUNDLED[default]), pressed=pressed)


def _first_step(experiment: WordVectorsExperiment) -> str:
    """Say which step a training really begins with, where it is not the learning rate that is set."""
    step, rate = experiment.first_step, experiment.learning_rate
    return (
        ""
        if step == rate
        else f"GloVe's first step is {step / rate:g} × {rate:g} = {step:g}: AdaGrad's steps shrink at once. "
    )


def results(default: str = "world_skipgram") -> None:
    """Show the chosen run as it goes, or a bundled one before any click.

    Args:
        default: the bundled run's name.
    """
    run_id = page_state.value(page_state.RUN)
    record = None
    if run_id:
        record = run_panel(run_id, _draw)
    else:
        method, history, words, frames = bundled_film(default)
        st.markdown(
            f"**The training that comes with the app** ({method}). Press *Train* for one of your own."
        )
        _curves(history, method)
        _show_film(default, words, frames)
    is_ours = record is not None and record.kind == WordVectorsExperiment.kind
    take_home.as_code_of_run(run_id if is_ours else "", BUNDLED[default])


def _draw(record: RunRecord, run: WatchedRun) -> None:
    if record.kind != "word-vectors":
        st.warning("This run is no training of word vectors; the page it belongs to shows it.")
        return
    corpus, words = run.note("corpus"), run.note("words")
    if corpus:
        st.caption(
            f"{counted(corpus['positions'], 'word')} of text, {counted(corpus['words'], 'different word')}. "
            f"{counted_plain_words()}"
        )
    frames = [note.content for note in run.notes if note.topic == "map"]
    if record.result:
        _outcome(record.result, record.config["method"])
    elif len(speed := run.history.series("words_per_second").values):
        st.metric(speed_label(record.config["method"]), f"{speed[-1]:,.0f}", width="content")
    if run.history.names:
        _curves(run.history, record.config["method"])
    if words and frames:
        if record.is_live:
            _still(words, frames[-1])
        else:
            _show_film(record.id, words, frames)


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
    figure = word_map(np.array(content["points"]), words["words"], words["groups"], title=title)
    frame.figure(figure, key="map", how_to_read=HOW_TO_READ_FILM)


def _show_film(run: str, words: dict[str, list[str]], frames: list[dict[str, Any]]) -> None:
    frame.figure(_film(run, len(frames), words, frames), key="film", how_to_read=HOW_TO_READ_FILM)


@st.cache_resource(max_entries=16, show_spinner=False)
def _film(
    run: str, num_frames: int, _words: dict[str, list[str]], _frames: list[dict[str, Any]]
) -> go.Figure:
    """Draw the film of a run once for all who watch it; its name and how many frames it has tell it apart."""
    return map_film(
        [np.array(content["points"]) for content in _frames],
        [content["epoch"] for content in _frames],
        _words["words"],
        _words["groups"],
        title="The map of the words while it learns",
    )
