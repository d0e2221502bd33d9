"""The sliding window of the Word2vec page, and one update of a pair in slow motion."""

from __future__ import annotations

import numpy as np
import pandas as pd
import streamlit as st

from seqviz.embeddings.frequencies import noise_distribution
from seqviz.embeddings.one_update import PairUpdate, update_pair
from seqviz.embeddings.projection import principal_components
from seqviz.embeddings.windows import cbow_examples, skip_gram_pairs, windows
from seqviz.experiments.word_vectors.data import plain_words
from seqviz.figures.space import Arrow, style, word_map
from seqviz.figures.word2vec import decisions, window_matrix
from seqviz.lessons.word2vec.reach import drawn_reach_in_words
from seqviz.ui import controls, frame
from seqviz.ui.markdown import escaped
from seqviz.ui.state.address import Choice, Number, Text
from seqviz.ui.texts.counted import counted_plain_words
from seqviz.ui.vectors.source import Learned, bundled

SENTENCE = Text("sentence", "the quick brown fox jumps", 300)
WINDOW = Number("pair_window", 1, 10, 2, 1)
EXAMPLES_OF = Choice("examples", ("skip-gram", "CBOW"), "skip-gram")
FOCUS = Number("focus", 1, 40, 3, 1)
MOST_TOKENS = 40

PAIR = Text("pair", "king throne", 60)
NOISE = Number("noise", 1, 15, 5, 1)
RATE = Number("rate", 0.01, 2.0, 0.5, 0.01)
START = Choice("start", ("untrained", "trained"), "untrained")
STEP = Choice("motion", ("1 scores", "2 sigmoids", "3 errors", "4 moved"), "4 moved")
DRAW = Number("draw", 0, 999, 0, 1)
OF_THE_WINDOW = (SENTENCE, WINDOW, EXAMPLES_OF, FOCUS)
OF_THE_UPDATE = (PAIR, NOISE, RATE, START, STEP, DRAW)


@st.fragment
def window_part() -> None:
    """Let a window slide over a sentence and list the examples that it gives."""
    st.subheader("A window slides over the text")
    sentence = controls.line(SENTENCE, "A sentence")
    with st.container(horizontal=True):
        method = controls.choice(EXAMPLES_OF, "Examples for")
        window = controls.slider(WINDOW, "Window (words on either side)")
        place = controls.slider(FOCUS, "Focus word (its place in the sentence)")
    tokens = plain_words(sentence)[:MOST_TOKENS]
    if not tokens:
        st.info("The sentence needs at least one word.", icon=":material/edit:")
        return
    focus = min(place, len(tokens)) - 1
    views = windows(len(tokens), window)
    frame.figure(
        window_matrix(tokens, [view.context for view in views], focus),
        key="window_figure",
        how_to_read="Each row is one stop of the window: the focus word in green, the words it sees in "
        "purple. The framed row is the stop chosen above. At both ends of the sentence the window is cut "
        f"off. {counted_plain_words()}",
    )
    _examples(tokens, window, focus, method)


def _examples(tokens: list[str], window: int, focus: int, method: str) -> None:
    context = [tokens[j] for j in windows(len(tokens), window)[focus].context]
    if context:
        st.markdown(f"**At the framed stop** {_at_the_stop(tokens[focus], context, method)}")
    if method == "skip-gram":
        pairs = skip_gram_pairs(tokens, window)
        st.markdown(
            f"Skip-gram learns **{len(pairs)}** pairs from this sentence if every word looks as far as the window "
            f"goes; the focus word predicts each neighbour. {drawn_reach_in_words(len(tokens), window)}"
        )
        table = pd.DataFrame(pairs, columns=["focus (given)", "context (to predict)"])
    else:
        found = cbow_examples(tokens, window)
        st.markdown(
            f"CBOW learns **{len(found)}** examples from this sentence; the neighbours' mean predicts the "
            f"focus word. {drawn_reach_in_words(len(tokens), window)}"
        )
        rows = [(" ".join(words), word) for words, word in found]
        table = pd.DataFrame(rows, columns=["context (given, averaged)", "focus (to predict)"])
    st.dataframe(table, hide_index=True, height=220, key="examples_table")
    if not context:
        st.caption("A sentence of one word gives no example: there is nothing beside it.")


def _at_the_stop(focus: str, context: list[str], method: str) -> str:
    """Write one stop's examples: a pair for each neighbour, or all neighbours for the focus word."""
    if method == "skip-gram":
        return ", ".join(f"({escaped(focus)}, {escaped(word)})" for word in context)
    return f"({', '.join(map(escaped, context))}) → {escaped(focus)}"


@st.fragment
def update_part() -> None:
    """Show one update of one pair: the focus vector is pulled to its context and pushed from the noise."""
    st.subheader("One update in slow motion")
    learned = bundled()
    with st.container(horizontal=True):
        pair = controls.line(PAIR, "Focus word and context word")
        start = controls.choice(START, "Vectors")
        step = controls.choice(STEP, "Show up to")
    with st.container(horizontal=True):
        num_noise = controls.slider(NOISE, "Noise words k")
        rate = controls.slider(RATE, "Learning rate (real trainings use 0.025)")
        draw = controls.number(DRAW, "Seed of the noise")
    words = learned.vectors.known(pair.split())
    if len(words) != 2 or words[0] == words[1]:
        st.info(
            "Two different words of the small world are needed, such as *king throne*, *paris france* or "
            "*dog barks*.",
            icon=":material/edit:",
        )
        return
    update = update_of(learned, (words[0], words[1]), start == "trained", num_noise, rate, draw)
    _explain(learned, update, int(step[0]), rate)


def update_of(
    learned: Learned, pair: tuple[str, str], trained: bool, num_noise: int, rate: float, draw: int
) -> PairUpdate:
    """Update a pair once, with noise words that are drawn from a seed."""
    rng = np.random.default_rng(draw)
    inputs, outputs = learned.vectors.vectors, learned.weights["outputs"]
    if not trained:
        inputs, outputs = (rng.normal(0, 0.4, size=table.shape) for table in (inputs, outputs))
    focus, context = learned.vectors.rows(pair)
    assert learned.counts is not None
    chances = noise_distribution(learned.counts)
    chances[context] = 0.0
    noise = rng.choice(len(chances), num_noise, replace=False, p=chances / chances.sum())
    return update_pair(inputs, outputs, focus, context, [int(word) for word in noise], rate)


def _explain(learned: Learned, update: PairUpdate, step: int, rate: float) -> None:
    words = [learned.vectors.words[decision.word] for decision in update.decisions]
    columns = {
        "other word": words,
        "label": ["1 (true neighbour)", *["0 (noise)"] * (len(words) - 1)],
        "dot product": [decision.score for decision in update.decisions],
        "sigmoid": [decision.probability for decision in update.decisions],
        "rate × (label − sigmoid)": [decision.pull for decision in update.decisions],
        "sigmoid afterwards": [decision.probability_after for decision in update.decisions],
    }
    shown = dict(list(columns.items())[: 2 + step])
    st.dataframe(pd.DataFrame(shown).round(4), hide_index=True, key="decisions_table")
    st.markdown(_sentence(step, update, rate))
    left, right = st.columns(2)
    with left:
        after = [decision.probability_after for decision in update.decisions] if step == 4 else None
        frame.figure(
            decisions(words, columns["sigmoid"], after),  # type: ignore[arg-type]
            key="decisions",
            how_to_read="One bar per yes-or-no question. The context word's bar should grow, the noise "
            "words' shrink.",
        )
    with right:
        _arrows(learned, update, words, moved=step == 4)


def _sentence(step: int, update: PairUpdate, rate: float) -> str:
    return {
        1: "**1.** The focus word's vector meets the output vector of its true neighbour and of each "
        "noise word: one dot product each.",
        2: "**2.** The sigmoid turns each dot product into a probability that the two words belong "
        f"together. The loss of this pair is **{update.loss_before:.4f}** nats.",
        3: f"**3.** Label minus sigmoid, times the learning rate {rate:g}: how far each vector will move "
        "along the other. Positive pulls together, negative pushes apart.",
        4: "**4.** All k + 2 vectors have moved. With the same noise words the loss of this pair went "
        f"from **{update.loss_before:.4f}** to **{update.loss_after:.4f}** nats.",
    }[step]


def _arrows(learned: Learned, update: PairUpdate, words: list[str], *, moved: bool) -> None:
    before = np.concatenate([update.focus_before[None], update.others_before])
    after = np.concatenate([update.focus_after[None], update.others_after])
    view = principal_components(np.concatenate([before, after]))
    start, end = view.place(before), view.place(after)
    names = [learned.vectors.words[update.focus], *words]
    groups = ["focus word", "context word", *["noise"] * (len(words) - 1)]
    colours = {group: style(k)[0] for k, group in enumerate(dict.fromkeys(groups))}
    arrows = [
        Arrow(a, b, name, colours[group]) for a, b, name, group in zip(start, end, names, groups, strict=True)
    ]
    figure = word_map(
        start, names, groups, title="How the vectors move", arrows=arrows if moved else [], height=420
    )
    figure.update_traces(showlegend=False, selector={"mode": "lines+markers"})
    frame.figure(
        figure,
        key="arrows",
        how_to_read=f"The {len(words) + 1} vectors on the two axes along which they spread most ("
        f"{view.explained.sum():.0%} of the variance). An arrow is the step of this one update, in the "
        "colour of its word's kind.",
    )
