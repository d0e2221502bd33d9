"""The parts of the Seq2seq page that train: settings, the run, what it wrote after each epoch."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from seqviz.experiments.translation.config import BottleneckExperiment, TranslationExperiment
from seqviz.experiments.translation.trained import TranslationReader
from seqviz.figures.seq2seq import exact_match_curve
from seqviz.lessons.seq2seq.pair_uploads import pairs_of_your_own, task_setting
from seqviz.runs.events import Note
from seqviz.runs.history import History
from seqviz.runs.store.records import RunRecord, StoreError
from seqviz.ui import controls, frame
from seqviz.ui.markdown import escaped
from seqviz.ui.runs.experiment_controls import ExperimentControls
from seqviz.ui.runs.memory import WatchedRun
from seqviz.ui.runs.panel import run_panel
from seqviz.ui.runs.train_row import after_settings, train_row
from seqviz.ui.runs.trained import BUNDLED, bundled_run, trained
from seqviz.ui.runs.training_time import training_time
from seqviz.ui.server.engine import store
from seqviz.ui.state import page_state
from seqviz.ui.state.address import Number

EPOCH = Number("epoch", -1.0, 1_000.0, -1.0, 0.1)  # after which what was written is shown; -1: the last
CONTROLS = ExperimentControls(
    TranslationExperiment,
    {
        "cell": "Cell",
        "attention": "Attention",
        "hidden_size": "Units: size of the context vector",
        "teacher_forcing": "Teacher forcing, share of steps",
        "embedding_dim": "Numbers in a token's vector",
        "max_length": "Longest side, tokens",
        "num_pairs": "Pairs",
        "vocabulary_size": "Vocabulary of each side",
        "batch_size": "Batch, pairs",
        "learning_rate": "Learning rate",
        "clip_norm": "Clip the gradient norm at (0: never)",
        "num_epochs": "Epochs",
        "seed": "Seed",
    },
)
_FIRST = ("cell", "attention", "hidden_size")


def settings_part() -> None:
    """Draw the controls of a training and the button that starts it."""
    pairs_of_your_own()
    _settings()


@st.fragment
def _settings() -> None:
    task = controls.menu(task_setting(), "What to learn")
    values = CONTROLS.draw_many(_FIRST)
    with st.expander("All settings", icon=":material/tune:"):
        values |= CONTROLS.draw_many(tuple(name for name in CONTROLS.labels if name not in _FIRST))
    experiment = TranslationExperiment(task=task, **values)
    pressed = train_row(experiment, CONTROLS, shortcut="t")
    after_settings(experiment, CONTROLS, bundled_run("french_gru").config, pressed=pressed)


def results() -> str:
    """Show the chosen run as it goes, or the bundled one before any click.

    Returns:
        The id of the net to translate with: the run's once it has finished, else BUNDLED.
    """
    run_id = page_state.value(page_state.RUN)
    if not run_id or kind_of(run_id) == BottleneckExperiment.kind:
        run = bundled_run("french_gru")
        st.markdown(
            "**The net that comes with the app** translates our English into French. Press *Train* for your own."
        )
        _show(run.result, run.history, list(run.notes), key="bundled")
        return BUNDLED
    record = run_panel(run_id, _draw_run)
    readable = record is not None and record.kind == TranslationExperiment.kind and record.state == "finished"
    return run_id if readable else BUNDLED


def kind_of(run_id: str) -> str:
    """Return which kind of experiment a run is; "" where there is no such run."""
    try:
        return store().run(run_id).kind
    except StoreError:
        return ""


def _draw_run(record: RunRecord, run: WatchedRun) -> None:
    if record.kind != TranslationExperiment.kind:
        st.info("This run is of another kind; open it on its own page.", icon=":material/info:")
        return
    _show(record.result or {}, run.history, run.notes, key=record.id)


def _show(result: dict[str, Any], history: History, notes: list[Note], *, key: str) -> None:
    corpus = next((note.content for note in notes if note.topic == "corpus"), None)
    if corpus:
        st.caption(f"{escaped(corpus['name'])}: {corpus['note']} {corpus['source']}")
    if result:
        columns = st.columns(4)
        columns[0].metric("Without a mistake", f"{result['exact_match']:.1%}")
        columns[1].metric("Loss, nats a token", f"{result['loss']:.3f}")
        columns[2].metric("Parameters", f"{result['parameters']:,}")
        training_time(columns[3], result)
    left, right = st.columns([2, 3])
    with left:
        series = history.series("exact_match")
        frame.figure(
            exact_match_curve(series.epochs, series.values),
            key=f"{key}:exact",
            how_to_read="On pairs whose sources were never trained on; one wrong token counts as a mistake.",
        )
    with right:
        _samples([note.content for note in notes if note.topic == "sample"], key)


def _samples(samples: list[dict[str, Any]], key: str) -> None:
    if not samples:
        return
    epochs = [sample["epoch"] for sample in samples]
    chosen = epochs[-1]
    if len(epochs) > 1:
        chosen = controls.stops(EPOCH, "What it wrote after epoch", epochs, f"{key}:{epochs[-1]}:epoch")
    rows = samples[epochs.index(chosen)]["pairs"]
    table = pd.DataFrame(
        [
            ("✓" if row["written"] == row["target"] else "✗", row["source"], row["written"], row["target"])
            for row in rows
        ],
        columns=["", "source", "written", "should be"],
    )
    st.dataframe(table, hide_index=True, width="stretch")


def reader(run_id: str) -> TranslationReader:
    """Return the net of a finished run, or the bundled one.

    Raises:
        StoreError: if the run or its weights are gone.
    """
    found: TranslationReader = trained("translation", run_id, "french_gru")
    return found
