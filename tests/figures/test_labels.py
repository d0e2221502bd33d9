from __future__ import annotations

import numpy as np
import pytest

from seqviz.figures import (
    beam,
    conventions,
    directions,
    glove,
    language,
    reading,
    seq2seq,
    similarity,
    vocabulary,
)
from seqviz.figures.labels import escape

BOLD, QUOTED = "<b>x</b>", 'a "quoted" & word'
WORDS = [BOLD, QUOTED]
TWO, SQUARE = np.array([0.25, 0.75]), np.eye(2)
FIGURES = {
    "similarity": lambda: similarity.similarities(SQUARE, WORDS, weighting="x"),
    "attention": lambda: seq2seq.attention_matrix(WORDS, WORDS, SQUARE, step=1),
    "states": lambda: seq2seq.encoder_and_decoder(WORDS, WORDS, SQUARE, SQUARE, step=1),
    "probability": lambda: reading.probability_path(WORDS, TWO),
    "conventions": lambda: conventions.states_by_convention(WORDS, {"one": TWO}, 0, 0),
    "knowledge": lambda: directions.knowledge(SQUARE, WORDS, title="x"),
    "next symbol": lambda: language.next_symbol(WORDS, TWO, TWO, taken=BOLD),
    "beam": lambda: beam.beam_tree([beam.Branch(-1, word, 0.5, -1.0, 1, True, True) for word in WORDS]),
    "zipf": lambda: vocabulary.zipf(WORDS, np.array([2, 1]), -1.0, 1.0),
    "batch": lambda: vocabulary.padded_batch([{1: (BOLD, "has an id"), 2: (QUOTED, "has an id")}], 2),
    "meetings": lambda: glove.cooccurrence_heatmap(SQUARE, WORDS, (0, 1)),
}  # fmt: skip


@pytest.mark.parametrize("name", FIGURES)
def test_a_word_that_looks_like_markup_is_a_word(name):
    drawn = FIGURES[name]().to_plotly_json()
    assert BOLD not in str(drawn)
    assert escape(BOLD) in str(drawn)


def test_quotation_marks_stay_as_they_are():
    assert escape(QUOTED) == 'a "quoted" &amp; word'
