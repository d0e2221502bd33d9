"""Hierarchical softmax on the page of training tricks: the tree, and a walk down it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import numpy as np
import pandas as pd
import streamlit as st

from seqviz.embeddings.huffman import HuffmanTree, walk, word_probabilities
from seqviz.experiments.word_vectors.data import plain_words
from seqviz.figures.huffman import TreeNode, tree_chart
from seqviz.ui import controls, frame
from seqviz.ui.durations import counted
from seqviz.ui.state import page_state
from seqviz.ui.state.address import Choice, Text
from seqviz.ui.vectors.source import Learned, bundled

TREE_OF = Choice("tree_of", ("small world", "my text"), "my text")
TREE_TEXT = Text(
    "tree_text", "the cat sat on the mat and the dog sat on the rug because the cat was there", 1_000
)
LEAF = Text("leaf", "cat", 40)
PREDICTOR = Text("predictor", "king", 40)
SETTINGS = (TREE_OF, TREE_TEXT, LEAF, PREDICTOR)
MOST_LABELS = 45


@dataclass(frozen=True)
class Vocabulary:
    """Whose tree is drawn, and from what its words are predicted.

    Attributes:
        words: the words.
        counts: (num_words,), their occurrences.
        nodes: (num_words - 1, dim), the vectors of the inner nodes.
        focus: (dim,), the vector of the word that predicts.
        is_trained: whether the vectors have learned anything.
    """

    words: list[str]
    counts: np.ndarray
    nodes: np.ndarray
    focus: np.ndarray
    is_trained: bool


@st.fragment
def tree_part() -> None:
    """Draw the Huffman tree of a vocabulary and walk down to a word."""
    st.subheader("Hierarchical softmax: twenty questions")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        tree_of = controls.choice(TREE_OF, "Tree of")
        leaf = controls.line(LEAF, "Walk to the word").strip().lower()
        predictor = controls.line(PREDICTOR, "predicted from (small world)").strip().lower()
    vocabulary = _of_own_text() if tree_of == "my text" else _of_small_world(predictor)
    words = vocabulary.words
    if len(words) < 2:
        st.info("The text needs at least two different words.", icon=":material/edit:")
        return
    word = words.index(leaf) if leaf in words else 0
    if leaf not in words:
        st.caption("That word is not in the vocabulary; the walk goes to its first word.")
    _tree(HuffmanTree.from_counts(vocabulary.counts), vocabulary, word)


def _of_own_text() -> Vocabulary:
    return of_text(controls.passage(TREE_TEXT, "Text"))


def on_screen() -> Vocabulary:
    """Return the vocabulary whose tree is drawn."""
    if page_state.usable(TREE_OF) == "my text":
        return of_text(page_state.usable(TREE_TEXT))
    return _of_learned(bundled("world_huffman"), PREDICTOR.default)


def of_text(text: str) -> Vocabulary:
    """Count the words of a text; nothing has been learned of them, so every node says 0.5."""
    counts = Counter(plain_words(text))
    nodes = np.zeros((max(len(counts) - 1, 0), 1))
    return Vocabulary(list(counts), np.array(list(counts.values())), nodes, np.zeros(1), is_trained=False)


def _of_small_world(predictor: str) -> Vocabulary:
    learned = bundled("world_huffman")
    known = learned.vectors.known([predictor]) or [PREDICTOR.default]
    if predictor not in known:
        st.caption(f"The small world has no vector for that word; it is predicted from *{known[0]}*.")
    return _of_learned(learned, known[0])


def _of_learned(learned: Learned, predictor: str) -> Vocabulary:
    assert learned.counts is not None
    focus = learned.vectors.vectors[learned.vectors.find(predictor)]
    words = list(learned.vectors.words)
    return Vocabulary(
        words, learned.counts, learned.weights["nodes"][: len(words) - 1], focus, is_trained=True
    )


def _tree(tree: HuffmanTree, vocabulary: Vocabulary, word: int) -> None:
    frame.figure(
        tree_chart(drawn_nodes(tree, vocabulary.words, word), title="The Huffman tree of the vocabulary"),
        key="tree",
        how_to_read=f"{tree.num_words} words hang on {counted(tree.num_words - 1, 'inner node')}; frequent words "
        "hang near the root. The thick path leads to the chosen word. Per word of running text it takes "
        f"{tree.mean_depth():.1f} turns on average, instead of {tree.num_words} scores; log₂ of "
        f"{tree.num_words} is {np.log2(tree.num_words):.1f}.",
    )
    _walk(tree, vocabulary, word)


def _walk(tree: HuffmanTree, vocabulary: Vocabulary, word: int) -> None:
    turns = walk(tree, vocabulary.nodes, vocabulary.focus, word)
    rows = [
        {
            "turn": k + 1,
            "node": turn.node - tree.num_words + 1,
            "goes": "right (1)" if turn.turn else "left (0)",
            "sigmoid: chance of left": round(turn.left, 4),
            "chance of this turn": round(turn.chosen, 4),
        }
        for k, turn in enumerate(turns)
    ]
    st.dataframe(pd.DataFrame(rows), hide_index=True, key="walk_table")
    probabilities = word_probabilities(tree, vocabulary.nodes, vocabulary.focus)
    product = float(np.prod([turn.chosen for turn in turns]))
    untrained = "Before any training, when every node says 0.5"
    st.markdown(
        f"{'Trained on the small world' if vocabulary.is_trained else untrained}: the product of the turns is "
        f"**{product:.3g}**, the word's probability **"
        f"{probabilities[word]:.3g}**; the probabilities of all {tree.num_words} words sum to **"
        f"{probabilities.sum():.6f}**, with no softmax anywhere."
    )


def drawn_nodes(tree: HuffmanTree, words: list[str], word: int) -> list[TreeNode]:
    """Lay a tree out: leaves side by side, each parent above the middle of its children; root first."""
    children: dict[int, list[int]] = {}
    for node in range(tree.root):
        children.setdefault(int(tree.parents[node]), []).append(node)
    path = {*tree.path(word), word}
    places = _across(tree, children)
    drawn: list[TreeNode] = []
    waiting = [(tree.root, 0, 0)]
    while waiting:
        node, depth, parent = waiting.pop()
        is_leaf = node < tree.num_words
        label = f"node {node - tree.num_words + 1}: {tree.weights[node]} occurrences"
        if is_leaf:
            label = words[node] if tree.num_words <= MOST_LABELS or node == word else ""
        drawn.append(TreeNode(places[node], depth, parent, label, node in path, is_leaf))
        waiting += [(child, depth + 1, len(drawn) - 1) for child in children.get(node, [])]
    return drawn


def _across(tree: HuffmanTree, children: dict[int, list[int]]) -> dict[int, float]:
    """Return each node's place from left to right, in leaves."""
    places: dict[int, float] = {}
    waiting = [(tree.root, False)]
    next_leaf = 0
    while waiting:
        node, ready = waiting.pop()
        below = sorted(children.get(node, []), key=lambda child: tree.branches[child])
        if not below:
            places[node] = float(next_leaf)
            next_leaf += 1
        elif ready:
            places[node] = sum(places[child] for child in below) / len(below)
        else:
            waiting.append((node, True))
            waiting += [(child, False) for child in reversed(below)]
    return places
