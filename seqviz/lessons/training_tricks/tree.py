"""Hierarchical softmax on the page of training tricks: the tree, a walk down it, and what an update costs."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pandas as pd
import streamlit as st

from seqviz.embeddings.huffman import HuffmanTree, walk, word_probabilities
from seqviz.embeddings.update_cost import UpdateCosts, measure
from seqviz.experiments.word_vectors.data import plain_words
from seqviz.figures.huffman import TreeNode, tree_chart
from seqviz.figures.word2vec import cost_chart
from seqviz.ui import controls, frame
from seqviz.ui.state.address import Choice, Text
from seqviz.ui.vectors.source import bundled

TREE_OF = Choice("tree_of", ("small world", "my text"), "my text")
TREE_TEXT = Text(
    "tree_text", "the cat sat on the mat and the dog sat on the rug because the cat was there", 1_000
)
LEAF = Text("leaf", "cat", 40)
PREDICTOR = Text("predictor", "king", 40)
SETTINGS = (TREE_OF, TREE_TEXT, LEAF, PREDICTOR)
SIZES = (300, 1_000, 3_000, 10_000, 30_000, 100_000)
MOST_LABELS = 45


@st.fragment
def tree_part() -> None:
    """Draw the Huffman tree of a vocabulary and walk down to a word."""
    st.subheader("Hierarchical softmax: twenty questions")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        tree_of = controls.choice(TREE_OF, "Tree of")
        leaf = controls.line(LEAF, "Walk to the word").strip().lower()
        predictor = controls.line(PREDICTOR, "predicted from (small world)").strip().lower()
    if tree_of == "my text":
        counts = Counter(plain_words(controls.passage(TREE_TEXT, "Text")))
        words, values = list(counts), np.array(list(counts.values()))
        nodes, focus = np.zeros((max(len(words) - 1, 1), 1)), np.zeros(1)
    else:
        learned = bundled("world_huffman")
        assert learned.counts is not None
        words, values, nodes = list(learned.vectors.words), learned.counts, learned.weights["nodes"]
        known = learned.vectors.known([predictor]) or [PREDICTOR.default]
        if predictor not in known:
            st.caption(f"The small world has no vector for that word; it is predicted from *{known[0]}*.")
        focus = learned.vectors.vectors[learned.vectors.find(known[0])]
    if len(words) < 2:
        st.info("The text needs at least two different words.", icon=":material/edit:")
        return
    word = words.index(leaf) if leaf in words else 0
    if leaf not in words:
        st.caption("That word is not in the vocabulary; the walk goes to its first word.")
    _tree(
        HuffmanTree.from_counts(values),
        words,
        word,
        nodes[: len(words) - 1],
        focus,
        trained=tree_of != "my text",
    )


def _tree(
    tree: HuffmanTree, words: list[str], word: int, nodes: np.ndarray, focus: np.ndarray, *, trained: bool
) -> None:
    frame.figure(
        tree_chart(drawn_nodes(tree, words, word), title="The Huffman tree of the vocabulary"),
        key="tree",
        how_to_read=f"{tree.num_words} words hang on {tree.num_words - 1} inner nodes; frequent words "
        "hang near the root. The thick path leads to the chosen word. Per word of running text it takes "
        f"{tree.mean_depth():.1f} turns on average, instead of {tree.num_words} scores; log₂ of "
        f"{tree.num_words} is {np.log2(tree.num_words):.1f}.",
    )
    turns = walk(tree, nodes, focus, word)
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
    probabilities = word_probabilities(tree, nodes, focus)
    product = float(np.prod([turn.chosen for turn in turns]))
    state = "Trained on the small world" if trained else "Before any training, when every node says 0.5"
    st.markdown(
        f"{state}: the product of the turns is **{product:.3g}**, the word's probability **"
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


@st.cache_data(max_entries=1, show_spinner="Timing updates …")
def _costs() -> UpdateCosts:
    return measure(SIZES)


def cost_part() -> None:
    """Measure on the spot what one update costs by each method."""
    st.subheader("What an update costs, measured on the spot")
    if not st.toggle("Measure now (a few seconds of one core)", key="measure"):
        st.caption("Full softmax, hierarchical softmax and negative sampling, for 300 to 100 000 words.")
        return
    costs = _costs()
    seconds = {
        "full softmax": costs.full,
        "hierarchical softmax": costs.hierarchical,
        "negative sampling, k = 5": costs.sampling,
    }
    frame.figure(
        cost_chart(costs.sizes, seconds),
        key="costs",
        how_to_read="Median time of one pair's update, 100 numbers per vector, in NumPy on this computer; "
        "both axes are logarithmic. The full softmax touches every output vector, the tree about log₂ V "
        "of them, sampling k + 1.",
    )
    st.markdown(_claim(costs))


def _claim(costs: UpdateCosts) -> str:
    first, largest = costs.first_size_with(50), costs.full[-1] / costs.hierarchical[-1]
    said = "Hierarchical softmax is 50 times faster than the full softmax: "
    if first is None:
        return (
            f"“{said}” not here up to {costs.sizes[-1]:,} words, where it is **{largest:.0f} times** faster."
        )
    return (
        f"“{said}” here from **{first:,} words** on; at {costs.sizes[-1]:,} it is **{largest:.0f} times** "
        "faster. Below that it is not: the claim depends on the size of the vocabulary."
    )
