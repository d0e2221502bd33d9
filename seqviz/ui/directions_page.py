"""The parts of the page on two directions: what each position knows, Teddy, the cheat, and stacked layers."""

from __future__ import annotations

import numpy as np
import streamlit as st

from seqviz.corpora.teddy import LABELS
from seqviz.figures.directions import knowledge, label_bars, paired_accuracy
from seqviz.figures.gates import TraceView
from seqviz.text.tokens import words
from seqviz.text.vocabulary import UNKNOWN
from seqviz.training.label_readers import TaggingReader
from seqviz.training.next_word import NextWordExperiment
from seqviz.training.tagging import ARMS, TaggingExperiment
from seqviz.ui import controls, frame
from seqviz.ui.address import Choice, Setting, Text
from seqviz.ui.experiment_controls import ExperimentControls
from seqviz.ui.experiment_part import ExperimentPart, ShownRun, weights_of
from seqviz.ui.gate_canvas import gate_canvas
from seqviz.ui.plain import escaped
from seqviz.ui.session import held

FIRST = Text("first", 'He said, "Teddy bears are on sale!"', 300)
SECOND = Text("second", 'He said, "Teddy Roosevelt was a president."', 300)
WHOSE = Choice("whose", ARMS[:2], ARMS[1])
WAY = Choice("way", ("forward", "reverse"), "forward")
ASKED = "teddy"
MOST_TOKENS = 40  # of a sentence whose knowledge is drawn

TAGGING = ExperimentPart(
    ExperimentControls(
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
    "teddy",
)
NEXT_WORD = ExperimentPart(
    ExperimentControls(
        NextWordExperiment,
        {
            "cell": "Cell",
            "hidden_size": "Units",
            "embedding_dim": "Numbers in a word vector",
            "learning_rate": "Learning rate",
            "clip_norm": "Clip the gradient norm at (0: never)",
            "batch_size": "Batch, stories",
            "num_steps": "Steps",
            "seed": "Seed",
        },
        prefix="next_",
    ),
    "next_word",
)
SETTINGS: tuple[Setting, ...] = (FIRST, SECOND, WHOSE, WAY)


@st.cache_resource(max_entries=8, show_spinner="Loading the nets …")
def tagging_reader(run_id: str) -> TaggingReader:
    """Return the taggers of a run, or the bundled ones."""
    return TaggingReader.from_run(*weights_of(run_id, TAGGING.bundled))


def teddy_part() -> str:
    """Show the two Teddy sentences and what each net makes of the word; return the run whose nets are shown."""
    st.subheader("A toy or a person?")
    TAGGING.settings()
    run_id = TAGGING.show(_draw_tagging)
    _teddy(run_id)
    return run_id


def _draw_tagging(run: ShownRun) -> None:
    arms = run.history.arms
    columns = st.columns(max(1, len(arms)))
    for column, arm in zip(columns, arms, strict=False):
        accuracy, teddy = (run.history.latest(name, arm) for name in ("accuracy", "teddy_accuracy"))
        column.metric(f"{arm}: Teddy right", f"{teddy or 0.0:.0%}", help="On sentences set aside, half toys.")
        column.caption(f"All words: {accuracy or 0.0:.1%}")


@st.fragment
def _teddy(run_id: str) -> None:
    reader = tagging_reader(run_id)
    left, right = st.columns(2)
    with left:
        first = controls.line(FIRST, "First sentence")
    with right:
        second = controls.line(SECOND, "Second sentence")
    sentences = [words(text)[:MOST_TOKENS] for text in (first, second)]
    if any(ASKED not in tokens for tokens in sentences):
        st.info("Each sentence needs the word *Teddy*.", icon=":material/edit:")
        return
    _say_unknown(reader, sentences)
    found = {arm: [_at_teddy(reader, arm, tokens) for tokens in sentences] for arm in ARMS[:2]}
    rows = [(arm, k) for arm in found for k in (0, 1)]
    frame.figure(
        label_bars(
            {
                label: {f"{arm}, {'first' if k == 0 else 'second'}": found[arm][k][place] for arm, k in rows}
                for place, label in ((1, LABELS[1]), (2, LABELS[2]))
            },
            title="What “Teddy” is taken for",
        ),
        key="teddy",
        how_to_read="At the word Teddy, the probability of each label. Our corpus follows every opening by as many "
        "toys as persons, so one half is the best that anyone can say who has read no further.",
    )
    st.markdown(_compare(sentences, found))


def _say_unknown(reader: TaggingReader, sentences: list[list[str]]) -> None:
    ids = [reader.vocabulary.ids(tokens) for tokens in sentences]
    strangers = {
        t
        for tokens, k in zip(sentences, ids, strict=True)
        for t, i in zip(tokens, k, strict=True)
        if i == UNKNOWN
    }
    if strangers:
        shown = ", ".join(f"“{escaped(token)}”" for token in sorted(strangers)[:8])
        st.caption(f"The nets do not know {shown}: they read the one token ‹unk› there.")


def _at_teddy(reader: TaggingReader, arm: str, tokens: list[str]) -> np.ndarray:
    return reader.probabilities(arm, tokens)[tokens.index(ASKED)]


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


@st.fragment
def knowledge_part(run_id: str) -> None:
    """Draw what each position knows, measured in the taggers."""
    st.subheader("What each position knows")
    arm = controls.choice(WHOSE, "Net")
    tokens = words(held(FIRST.name) or FIRST.default)[:MOST_TOKENS]
    if not tokens:
        return
    influence = tagging_reader(run_id).influence(arm, tokens)
    columns = st.columns(len(influence))
    for column, (direction, norms) in zip(columns, influence.items(), strict=True):
        with column:
            frame.figure(
                knowledge(norms, tokens, title=f"The states that read {direction}"),
                key=f"knows:{direction}",
                how_to_read="A row is a position; its cells say how far each word moves the state there, |dh_t/dx_k|. "
                "Empty cells are exactly 0: the state there has not read that word.",
            )
    if len(influence) == 2:
        st.markdown(
            "Together, the two fill the square: every position knows every word, before it and after it."
        )


def cheat_part() -> None:
    """Show why a net that reads from both ends must not predict the next word."""
    st.subheader("Why it must not predict the next word")
    st.markdown("Both nets learn to name, at each word of a story, the word after it.")
    NEXT_WORD.settings()
    NEXT_WORD.show(_draw_cheat)


def _draw_cheat(run: ShownRun) -> None:
    conditions = {"the whole story in sight": "accuracy_whole", "the story ends here": "accuracy_so_far"}
    values = {
        title: {arm: run.history.latest(metric, arm) or 0.0 for arm in run.history.arms}
        for title, metric in conditions.items()
    }
    if not run.history.arms:
        return
    frame.figure(
        paired_accuracy(values, title="Naming the next word"),
        key=f"{run.id}:cheat",
        how_to_read="The share of next words named rightly, on stories set aside. In training and in the left bars the "
        "story lies open; in the right ones it ends at the word asked about, as it does when a net writes.",
    )
    whole, so_far = (list(values[title].values())[-1] for title in conditions)
    st.markdown(
        f"The net with both directions reaches {whole:.3f} while the answer stands in the text that it reads from the "
        f"end, and {so_far:.3f} once there is nothing left to copy."
    )


@st.fragment
def stack_part(run_id: str) -> None:
    """Show each layer's states of the stacked tagger, and what the second layer changed."""
    st.subheader("One layer on top of another")
    reader = tagging_reader(run_id)
    way = controls.choice(WAY, "Direction")
    tokens = words(held(FIRST.name) or FIRST.default)[:MOST_TOKENS]
    if not tokens:
        return
    layers = [one for one in reader.layers(ARMS[2], tokens) if one.direction == way]
    views = [
        TraceView(f"Layer {one.layer + 1}", tuple(tokens), {"hidden_state": one.gates["hidden_state"]})
        for one in layers
    ]
    gate_canvas(views, key="stack", label="Each layer's hidden states")
    counts = {arm: sum(p.numel() for p in reader.nets[arm].parameters()) for arm in ARMS[1:]}
    shift = _change(reader, tokens)
    st.markdown(
        "**How to read it.** The second layer reads the first layer's states, of both directions, in place of words. "
        f"It takes {counts[ARMS[2]]:,} numbers where one layer takes {counts[ARMS[1]]:,}; on this sentence it "
        f"changes no probability by more than {shift:.4f}. Both nets' accuracies stand above: where one layer is "
        "right already, another has nothing to add."
    )


def _change(reader: TaggingReader, tokens: list[str]) -> float:
    one, two = (reader.probabilities(arm, tokens) for arm in ARMS[1:])
    return float(np.abs(one - two).max())
