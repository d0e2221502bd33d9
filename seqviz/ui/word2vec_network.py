"""The net of word2vec drawn with trained numbers, and what words share that never meet."""

from __future__ import annotations

import numpy as np
import streamlit as st

from seqviz.corpora.world import world_sentences
from seqviz.figures.network import word2vec_network
from seqviz.training.word_vector_corpus import plain_words
from seqviz.ui import controls, frame
from seqviz.ui.address import Text
from seqviz.ui.word_vector_source import bundled

INPUT = Text("input", "king", 40)
MOST_SHOWN = 16


@st.fragment
def network_part() -> None:
    """Draw the net for one input word: the hidden layer is the word's row, nothing more."""
    st.subheader("The net: a word picks its row")
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
    likely = np.argsort(-probabilities)[: MOST_SHOWN - 1]
    shown = [
        learned.vectors.find(known[0]),
        *(int(k) for k in likely if learned.vectors.words[k] != known[0]),
    ]
    words = [learned.vectors.words[k] for k in shown]
    frame.figure(
        word2vec_network(words, 0, row, probabilities[shown]),
        key="network",
        how_to_read=f"Left, the input: 1 for the word, 0 for each of the other {len(learned.vectors) - 1} "
        "words (only those with the largest outputs are drawn). A one-hot vector times a table is one "
        "row of the table: that row is the hidden layer, *and it is the embedding*. Right, its dot "
        "products with every output vector, through a softmax. Negative sampling trains these same two "
        "tables without ever computing the softmax; it is computed here for the picture, so take its "
        "bars as an order, not as probabilities the net was trained for.",
    )


def reveal_second_order() -> None:
    """Show two words that never share a sentence and how near their vectors are."""
    vectors = bundled().vectors
    sentences = [set(plain_words(sentence)) for sentence in world_sentences(3_000)]
    for one, other in (("duchess", "daughter"), ("madrid", "paris"), ("nurse", "secretary")):
        together = sum(one in sentence and other in sentence for sentence in sentences)
        st.markdown(
            f"*{one}* and *{other}*: together in **{together}** of 3 000 sentences; cosine **"
            f"{vectors.similarity(one, other):.2f}**."
        )
    st.markdown(
        "The vector of a word is shaped by its neighbours only, so words with the same neighbours are "
        "pulled to the same place."
    )
