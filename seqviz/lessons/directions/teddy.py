"""The two Teddy sentences, and what each position of a tagger knows."""

from __future__ import annotations

import numpy as np
import streamlit as st

from seqviz.corpora.teddy import LABELS
from seqviz.experiments.tagging.config import ARMS, TaggingExperiment
from seqviz.experiments.tagging.trained import TaggingReader
from seqviz.figures.directions import label_bars
from seqviz.lessons.directions.knowledge import knowledge_part
from seqviz.lessons.directions.nets_drawn import nets_part
from seqviz.text.tokens import words
from seqviz.text.vocabulary import UNKNOWN
from seqviz.ui import controls, frame
from seqviz.ui.markdown import escaped
from seqviz.ui.runs.experiment_controls import ExperimentControls
from seqviz.ui.runs.experiment_section import ExperimentSection
from seqviz.ui.runs.shown_run import ShownRun
from seqviz.ui.runs.trained import trained
from seqviz.ui.state import page_state
from seqviz.ui.state.address import Setting, Text

FIRST = Text("first", 'He said, "Teddy bears are on sale!"', 300)
SECOND = Text("second", 'He said, "Teddy Roosevelt was a president."', 300)
SENTENCES: tuple[Setting, ...] = (FIRST, SECOND)
ORDER = ("first", "second")
ASKED = "teddy"
MOST_TOKENS = 40  # of a sentence whose knowledge is drawn


def first_sentence() -> list[str]:
    """Return the first sentence's words, wherever on the page they are asked for."""
    return words(page_state.value(FIRST))[:MOST_TOKENS]


def sentences_on_screen() -> tuple[list[str], list[str]]:
    """Return the words of both sentences that are read."""
    return first_sentence(), words(page_state.value(SECOND))[:MOST_TOKENS]


def tagging_reader(run_id: str) -> TaggingReader:
    """Return the taggers of a run, or the bundled ones."""
    found: TaggingReader = trained("tagging", run_id, TAGGING.bundled)
    return found


def teddy_part() -> None:
    """Show both nets as they read the two Teddy sentences; below them, how they were trained."""
    st.subheader("A toy or a person?")
    picture = st.container()  # filled once it is known whose nets read
    st.subheader("The training of these nets")
    TAGGING.settings()
    run_id = TAGGING.results()
    with picture:
        _teddy(run_id)


def _draw_tagging(run: ShownRun) -> None:
    arms = run.history.arms
    columns = st.columns(max(1, len(arms)))
    for column, arm in zip(columns, arms, strict=False):
        accuracy, teddy = (run.history.latest(name, arm) for name in ("accuracy", "teddy_accuracy"))
        column.metric(f"{arm}: Teddy right", f"{teddy or 0.0:.0%}", help="On sentences set aside, half toys.")
        column.caption(f"All words: {accuracy or 0.0:.1%}")


def _teddy(run_id: str) -> None:
    """Not a fragment: what each position knows follows the first sentence."""
    reader = tagging_reader(run_id)
    left, right = st.columns(2)
    with left:
        first = controls.line(FIRST, "First sentence")
    with right:
        second = controls.line(SECOND, "Second sentence")
    sentences = [words(text)[:MOST_TOKENS] for text in (first, second)]
    _say_unknown(reader, sentences)
    if sentences[0]:
        nets_part(reader, sentences[0], sentences[0].index(ASKED) if ASKED in sentences[0] else 0)
    left, right = st.columns(2, gap="large")
    with left:
        _labels(reader, sentences)
    with right:
        if sentences[0]:
            knowledge_part(reader, sentences[0])


def _labels(reader: TaggingReader, sentences: list[list[str]]) -> None:
    if any(ASKED not in tokens for tokens in sentences):
        st.info("Each sentence needs the word *Teddy*.", icon=":material/edit:")
        return
    found = at_teddy(reader, sentences)
    rows = {f"{arm}, {which}": at for arm in found for which, at in zip(ORDER, found[arm], strict=True)}
    bars = {LABELS[k]: {name: at[k] for name, at in rows.items()} for k in (1, 2)}
    frame.figure(
        label_bars(bars, title="How “Teddy” is labelled"),
        key="teddy",
        how_to_read="At the word Teddy, the probability of each label. In our corpus every opening is followed by as "
        "many toys as persons, so one half is the best possible answer without reading further.",
    )
    st.markdown(_compare(sentences, found))


def _say_unknown(reader: TaggingReader, sentences: list[list[str]]) -> None:
    ids = [reader.vocabulary.ids(tokens) for tokens in sentences]
    unknown = {
        t
        for tokens, k in zip(sentences, ids, strict=True)
        for t, i in zip(tokens, k, strict=True)
        if i == UNKNOWN
    }
    if unknown:
        shown = ", ".join(f"“{escaped(token)}”" for token in sorted(unknown)[:8])
        st.caption(f"The nets do not know {shown}: they read the one token <unk> there.")


def at_teddy(reader: TaggingReader, sentences: list[list[str]]) -> dict[str, list[np.ndarray]]:
    """Return what the forward net and that of both directions say at the word Teddy: net -> (labels,) a sentence."""
    return {
        arm: [reader.probabilities(arm, tokens)[tokens.index(ASKED)] for tokens in sentences]
        for arm in ARMS[:2]
    }


def _compare(sentences: list[list[str]], found: dict[str, list[np.ndarray]]) -> str:
    gap = {arm: float(np.abs(pair[0] - pair[1]).max()) for arm, pair in found.items()}
    same = sentences[0][: sentences[0].index(ASKED)] == sentences[1][: sentences[1].index(ASKED)]
    why = (
        "Up to that word the sentences are the same, so the forward net cannot tell them apart, whatever its training."
        if same
        else "The sentences differ before Teddy already, so the forward net may tell them apart too."
    )
    return (
        f"Largest difference between the two sentences: **{gap[ARMS[0]]:.6f}** for the net that reads forward, "
        f"**{gap[ARMS[1]]:.6f}** for the one that reads from both ends. {why}"
    )


TAGGING = ExperimentSection(
    controls=ExperimentControls(
        TaggingExperiment,
        {
            "cell": "Cell",
            "hidden_size": "Units",
            "embedding_dim": "Numbers in a word vector",
            "learning_rate": "Learning rate",
            "clip_norm": "Clip the gradient norm at (0: never)",
            "batch_size": "Batch, sentences",
            "num_steps": "Steps",
            "seed": "Seed",
        },
        prefix="tag_",
    ),
    bundled="teddy",
    draw=_draw_tagging,
)
