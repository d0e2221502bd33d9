"""The part of the Seq2seq page that trains a translation: what came of a run, what it wrote after each epoch."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from seqviz.experiments.translation.config import TranslationExperiment
from seqviz.figures.seq2seq import exact_match_curve
from seqviz.lessons.seq2seq.pair_uploads import pairs_of_your_own, task_setting
from seqviz.ui import controls, frame
from seqviz.ui.markdown import escaped
from seqviz.ui.runs.experiment_controls import ExperimentControls
from seqviz.ui.runs.experiment_section import ExperimentSection
from seqviz.ui.runs.shown_run import ShownRun
from seqviz.ui.runs.training_time import training_time
from seqviz.ui.state.address import Number
from seqviz.ui.translation.nets import FRENCH

EPOCH = Number("epoch", -1.0, 1_000.0, -1.0, 0.1)  # after which what was written is shown; -1: the last


def _draw(run: ShownRun) -> None:
    if corpus := run.latest("corpus"):
        st.caption(f"{escaped(corpus['name'])}: {corpus['note']} {corpus['source']}")
    if run.result:
        _result_line(run.result)
    left, right = st.columns([2, 3])
    with left:
        series = run.history.series("exact_match")
        frame.figure(
            exact_match_curve(series.epochs, series.values),
            key=f"{run.id}:exact",
            how_to_read="On pairs whose sources were never trained on; one wrong token counts as a mistake.",
        )
    with right:
        _samples(run.about("sample"), run.id)


def _result_line(result: dict[str, Any]) -> None:
    columns = st.columns(5)
    columns[0].metric(
        "Without a mistake",
        f"{result['exact_match']:.1%}",
        help="Of the pairs set aside: written as one of the translations that the pairs give, to the last token.",
    )
    if "bleu" in result:
        columns[1].metric(
            "BLEU, of 100",
            f"{100 * result['bleu']:.1f}",
            help="How many runs of one to four words are also in a given translation, over the net's own tokens in "
            "lower case: not comparable with published numbers.",
        )
    columns[2].metric("Loss, nats per token", f"{result['loss']:.3f}")
    columns[3].metric("Parameters", f"{result['parameters']:,}")
    training_time(columns[4], result)


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


def _heading() -> None:
    st.subheader("Train one of your own")
    pairs_of_your_own()


TRANSLATION = ExperimentSection(
    controls=ExperimentControls(
        TranslationExperiment,
        {
            "task": "What to learn",
            "cell": "Cell",
            "attention": "Attention",
            "hidden_size": "Units: size of the context vector",
            "dropout": "Dropout",
            "teacher_forcing": "Teacher forcing, share of steps",
            "embedding_dim": "Numbers in a token's vector",
            "max_length": "Longest side, tokens",
            "num_pairs": "Pairs",
            "vocabulary_size": "Vocabulary of each side",
            "batch_size": "Batch, pairs",
            "learning_rate": "Learning rate",
            "schedule": "Learning-rate schedule",
            "clip_norm": "Clip the gradient norm at (0: never)",
            "num_epochs": "Epochs",
            "seed": "Seed",
        },
        rows=(("task",), ("cell", "attention", "hidden_size")),
        given={"task": task_setting},
    ),
    bundled=FRENCH,
    draw=_draw,
    title="A net that comes with the app and has learned our own small French",
    shortcut="t",
    above=_heading,
)
