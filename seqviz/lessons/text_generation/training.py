"""The part of the Text generation page that trains: what came of a run, and what it wrote after each epoch."""

from __future__ import annotations

from typing import Any

import streamlit as st

from seqviz.experiments.language_model.config import LanguageModelExperiment
from seqviz.figures.language import bits_curve
from seqviz.lessons.text_generation.nets import HARBOUR
from seqviz.lessons.text_generation.texts import other_texts, prose_setting
from seqviz.ui import controls, frame
from seqviz.ui.durations import counted
from seqviz.ui.markdown import escaped
from seqviz.ui.runs.experiment_controls import ExperimentControls
from seqviz.ui.runs.experiment_section import ExperimentSection
from seqviz.ui.runs.shown_run import ShownRun
from seqviz.ui.runs.training_time import training_time
from seqviz.ui.state.address import Number

EPOCH = Number("epoch", -1.0, 1_000.0, -1.0, 0.1)  # after which what was written is shown; -1: the last


def _draw(run: ShownRun) -> None:
    unit = run.config["unit"].rstrip("s")
    if corpus := run.latest("corpus"):
        st.caption(
            f"{escaped(corpus['name'])}: {counted(corpus['train'], unit)} to learn from, "
            f"{counted(corpus['validation'], 'more', 'more')} for validation, "
            f"{counted(corpus['vocabulary'], 'different one')}. {corpus['source']}"
        )
    if run.result:
        _result_line(run.result, unit)
    left, right = st.columns(2)
    with left:
        _bits(run)
    with right:
        _samples(run.about("sample"), run.id)


def _bits(run: ShownRun) -> None:
    series = run.history.series("bits_per_character")
    frame.figure(
        bits_curve(
            series.epochs,
            series.values,
            ngram_order=run.config["ngram_order"],
            ngram_bits=(run.latest("ngrams") or {}).get("ngram_bits_per_character"),
        ),
        key=f"{run.id}:bits",
        how_to_read="On the last tenth of the text, which is never trained on. One bit less means half as "
        "many equally likely characters to choose from. Below the dashed line the net predicts better than "
        "counting.",
    )


def _result_line(result: dict[str, Any], symbol: str) -> None:
    columns = st.columns(5)
    columns[0].metric("Bits per character", f"{result['bits_per_character']:.3f}")
    order = result["ngram_order"]
    columns[1].metric(f"The same, {order}-grams", f"{result['ngram_bits_per_character']:.3f}")
    columns[2].metric(
        "Perplexity",
        f"{result['perplexity']:.2f}",
        help=f"e to the loss, which is counted per {symbol}, the symbol of this net. 1 would be certainty.",
    )
    columns[3].metric("Parameters", f"{result['parameters']:,}")
    training_time(columns[4], result)


def _samples(samples: list[dict[str, Any]], key: str) -> None:
    """What the net wrote before the first epoch and after each: the one chosen, the latest at first."""
    if not samples:
        return
    epochs = [sample["epoch"] for sample in samples]
    chosen = epochs[-1]
    if len(epochs) > 1:
        chosen = controls.stops(EPOCH, "What it wrote after epoch", epochs, f"{key}:{epochs[-1]}:epoch")
    st.code(samples[epochs.index(chosen)]["text"], language=None, wrap_lines=True)
    st.caption("Always the same random numbers, at temperature 0.8: what changes is the net.")


def _heading() -> None:
    st.subheader("Train one of your own")
    other_texts()


LANGUAGE = ExperimentSection(
    controls=ExperimentControls(
        LanguageModelExperiment,
        {
            "corpus": "Text to learn from",
            "unit": "Predict",
            "cell": "Cell",
            "embedding_dim": "Numbers in a symbol's vector",
            "dropout": "Dropout",
            "vocabulary_size": "Vocabulary, symbols",
            "sequence_length": "Window, symbols",
            "batch_size": "Batch, windows",
            "learning_rate": "Learning rate",
            "schedule": "Learning-rate schedule",
            "clip_norm": "Clip the gradient norm at (0: never)",
            "num_epochs": "Epochs",
            "ngram_order": "Order of the n-grams beside it",
            "seed": "Seed",
        },
        rows=(("corpus", "unit", "cell"), ("hidden_sizes",)),
        most_layers=3,
        given={"corpus": prose_setting},
        keys={"corpus": "text"},
    ),
    bundled=HARBOUR,
    draw=_draw,
    title="A net that comes with the app and has learned from our own text",
    shortcut="t",
    above=_heading,
)
