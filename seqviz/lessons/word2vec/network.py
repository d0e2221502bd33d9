"""The net of word2vec drawn with trained numbers, and what words share that never meet."""

from __future__ import annotations

import numpy as np
import streamlit as st

from seqviz.corpora.world import NUM_SENTENCES, world_sentences
from seqviz.embeddings.company import SecondOrder, second_order
from seqviz.experiments.word_vectors.data import plain_words
from seqviz.figures.network import word2vec_network
from seqviz.lessons.word2vec.cbow_net import CONTEXT, cbow_part
from seqviz.text.numbers_written import with_minus
from seqviz.ui import controls, frame
from seqviz.ui.state.address import Choice, Text
from seqviz.ui.vectors.source import bundled

NET = Choice("net", ("skip-gram", "CBOW"), "skip-gram")
INPUT = Text("input", "king", 40)
SETTINGS = (NET, INPUT, CONTEXT)
MOST_SHOWN = 16


HOW_TO_READ = (
    "A one-hot vector times a table is one row of the table: that row is the hidden layer, *and it is the "
    "embedding*. Right, its dot products with every output vector, through a softmax. Negative sampling trains "
    "these same two tables without ever computing the softmax; it is computed here for the picture, so take its "
    "bars as an order, not as probabilities the net was trained for."
)


@st.fragment
def network_part() -> None:
    """Draw a net: skip-gram's hidden layer is a word's row and nothing more, that of CBOW the mean of several."""
    st.subheader("The net: a word picks its row")
    if controls.choice(NET, "Net of") == "CBOW":
        cbow_part()
    else:
        _skip_gram_part()


def _skip_gram_part() -> None:
    learned = bundled()
    word = controls.line(INPUT, "Input word")
    known = learned.vectors.known([word.strip()])
    if not known:
        st.info(
            "The small world does not know this word; try *king*, *paris* or *nurse*.", icon=":material/edit:"
        )
        return
    row = learned.vectors.vectors[learned.vectors.find(known[0])]
    scores = learned.weights["outputs"] @ row  # (num_words,)
    probabilities = np.exp(scores - scores.max())
    probabilities /= probabilities.sum()
    likely = (int(k) for k in np.argsort(-probabilities)[: MOST_SHOWN - 1])
    place = learned.vectors.find(known[0])
    shown = [place, *(k for k in likely if k != place)]
    words = [learned.vectors.words[k] for k in shown]
    frame.figure(
        word2vec_network(words, 0, row, probabilities[shown]),
        key="network",
        how_to_read=f"Left, the input: 1 for the word, 0 for each of the other {len(learned.vectors) - 1} "
        f"words (only those with the largest outputs are drawn). {HOW_TO_READ}",
    )


NEAR, FAR, NEVER_MET = "near each other", "far apart", "at right angles, because they never met"
EXAMPLES = (("duchess", "daughter"), ("madrid", "paris"), ("nurse", "secretary"))
RIGHT_ANGLE = 0.1  # a cosine that is nearer to 0 is called one


@st.cache_data(max_entries=1, show_spinner="Reading the small world …")
def _second_order() -> tuple[SecondOrder, list[int]]:
    """Return what was measured on the small world, and in how many sentences the examples stand together."""
    sentences = [frozenset(plain_words(sentence)) for sentence in world_sentences()]
    together = [sum(sentence >= {*pair} for sentence in sentences) for pair in EXAMPLES]
    return second_order(bundled().vectors, sentences), together


def second_order_option() -> str:
    """Return which option of the question the small world's vectors make right."""
    return option_of(_second_order()[0])


def option_of(found: SecondOrder) -> str:
    """Return which option is right: near is what nine in ten of all pairs are not."""
    if found.alike > found.high:
        return NEAR
    return NEVER_MET if abs(found.alike) < RIGHT_ANGLE else FAR


def reveal_second_order() -> None:
    """Show words that never share a sentence, how near they are, and how near any two words are."""
    found, together = _second_order()
    vectors = bundled().vectors
    for (one, other), times in zip(EXAMPLES, together, strict=True):
        st.markdown(
            f"*{one}* and *{other}*: together in **{times}** of {NUM_SENTENCES:,} sentences; cosine **"
            f"{with_minus(vectors.similarity(one, other), '.2f')}**."
        )
    st.markdown(
        f"The control: any two of the {len(vectors)} words have a cosine of **{with_minus(found.mean, '.2f')}** on "
        f"average, and nine pairs in ten lie below **{with_minus(found.high, '.2f')}**. Of the "
        f"{found.num_never:,} pairs that share no sentence, the hundredth whose company is most alike has a mean of "
        f"**{with_minus(found.alike, '.2f')}**."
    )
    st.markdown(
        "The vector of a word is shaped by its neighbours only, so words with the same neighbours are "
        "pulled to the same place."
    )
