"""The parts of the Text generation page that train: settings, the run, and what it wrote after each epoch."""

from __future__ import annotations

from typing import Any

import streamlit as st

from seqviz.experiments.language_model.config import LanguageModelExperiment
from seqviz.experiments.language_model.trained import LanguageReader
from seqviz.figures.language import bits_curve
from seqviz.lessons.text_generation.texts import other_texts, prose_setting
from seqviz.runs.events import Note
from seqviz.runs.history import History
from seqviz.runs.store.records import RunRecord
from seqviz.ui import controls, frame
from seqviz.ui.durations import counted
from seqviz.ui.markdown import escaped
from seqviz.ui.runs.experiment_controls import ExperimentControls
from seqviz.ui.runs.memory import WatchedRun
from seqviz.ui.runs.panel import run_panel
from seqviz.ui.runs.train_row import after_settings, train_row
from seqviz.ui.runs.trained import BUNDLED, bundled_run, trained
from seqviz.ui.runs.training_time import training_time
from seqviz.ui.state import page_state
from seqviz.ui.state.address import Number

EPOCH = Number("epoch", -1.0, 1_000.0, -1.0, 0.1)  # after which what was written is shown; -1: the last
CONTROLS = ExperimentControls(
    LanguageModelExperiment,
    {
        "unit": "Predict",
        "cell": "Cell",
        "embedding_dim": "Numbers in a symbol's vector",
        "dropout": "Dropout",
        "vocabulary_size": "Vocabulary, symbols",
        "sequence_length": "Window, symbols",
        "batch_size": "Batch, windows",
        "learning_rate": "Learning rate",
        "clip_norm": "Clip the gradient norm at (0: never)",
        "num_epochs": "Epochs",
        "ngram_order": "Order of the n-grams beside it",
        "seed": "Seed",
    },
    most_layers=3,
)


def settings_part() -> None:
    """Draw the controls of a training and the button that starts it."""
    other_texts()
    _settings()


@st.fragment
def _settings() -> None:
    left, middle, right = st.columns(3)
    with left:
        corpus = controls.menu(prose_setting(), "Text to learn from")
    with middle:
        unit = CONTROLS.draw("unit")
    with right:
        cell = CONTROLS.draw("cell")
    sizes = CONTROLS.draw_layers()
    with st.expander("All settings", icon=":material/tune:"):
        rest = CONTROLS.draw_many(tuple(name for name in CONTROLS.labels if name not in ("unit", "cell")))
    experiment = LanguageModelExperiment(corpus=corpus, unit=unit, cell=cell, hidden_sizes=sizes, **rest)
    pressed = train_row(experiment, CONTROLS, shortcut="t")
    after_settings(experiment, CONTROLS, bundled_run("harbour_lstm").config, pressed=pressed)


def results() -> str:
    """Show the chosen run as it goes, or the bundled one before any click.

    Returns:
        The id of the model to write with: the run's once it has finished, else BUNDLED.
    """
    run_id = page_state.value(page_state.RUN)
    if not run_id:
        run = bundled_run("harbour_lstm")
        sizes = " + ".join(map(str, run.config["hidden_sizes"]))
        st.markdown(
            f"**The net that comes with the app**: {run.config['cell'].upper()}, {sizes} units. Press *Train* for one "
            "of your own."
        )
        _show(run.config, run.result, run.history, list(run.notes), key="bundled")
        return BUNDLED
    record = run_panel(run_id, _draw_run)
    readable = (
        record is not None and record.kind == LanguageModelExperiment.kind and record.state == "finished"
    )
    return run_id if readable else BUNDLED


def _draw_run(record: RunRecord, run: WatchedRun) -> None:
    if record.kind != LanguageModelExperiment.kind:
        st.info("This run is of another kind; open it on its own page.", icon=":material/info:")
        return
    _show(record.config, record.result or {}, run.history, run.notes, key=record.id)


def _show(
    config: dict[str, Any], result: dict[str, Any], history: History, notes: list[Note], *, key: str
) -> None:
    corpus = next((note.content for note in notes if note.topic == "corpus"), None)
    if corpus:
        st.caption(
            f"{escaped(corpus['name'])}: {counted(corpus['train'], config['unit'].rstrip('s'))} to learn from, "
            f"{counted(corpus['validation'], 'more', 'more')} for validation, "
            f"{counted(corpus['vocabulary'], 'different one')}. {corpus['source']}"
        )
    if result:
        _result_line(result, config["unit"].rstrip("s"))
    left, right = st.columns(2)
    with left:
        _bits(config, history, notes, key)
    with right:
        _samples([note.content for note in notes if note.topic == "sample"], key)


def _bits(config: dict[str, Any], history: History, notes: list[Note], key: str) -> None:
    counted_beside = next((note.content for note in notes if note.topic == "ngrams"), {})
    series = history.series("bits_per_character")
    frame.figure(
        bits_curve(
            series.epochs,
            series.values,
            ngram_order=config["ngram_order"],
            ngram_bits=counted_beside.get("ngram_bits_per_character"),
        ),
        key=f"{key}:bits",
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


def reader(run_id: str) -> LanguageReader:
    """Return the model of a finished run, or of the bundled one.

    Raises:
        StoreError: if the run or its weights are gone.
    """
    found: LanguageReader = trained("language-model", run_id, "harbour_lstm")
    return found
