"""The page of training tricks: which formula decides, and whose noise is drawn."""

from __future__ import annotations

import re

import numpy as np
import pytest

from seqviz.embeddings.frequencies import shares
from seqviz.lessons.training_tricks.counts import MORE
from seqviz.ui.vectors.source import bundled
from tests.pages.open_page import open_page, texts

NUMBERS = re.compile(
    r"\*\*(\d+) of (\d+)\*\* tokens.*; ([\d.]+) are expected.*draw, \*\*(\d+)\*\* and ([\d.]+)\."
)


def survivors(at):
    (said,) = [text.value for text in at.markdown if "tokens survive" in text.value]
    return said, [float(number) for number in NUMBERS.search(said).groups()]


def test_both_formulas_are_told_of_the_tokens_that_survive():
    at = open_page("training_tricks", sample="the the the king", log_t="-4.0")
    said, (kept, tokens, expected, published, expected_by_paper) = survivors(at)
    frequency = dict(zip(bundled().vectors.words, shares(bundled().counts), strict=True))
    the, king = frequency["the"], frequency["king"]
    root = [np.sqrt(1e-4 / f) for f in (the, the, the, king)]
    assert expected_by_paper == pytest.approx(sum(root), abs=0.051)
    assert expected == pytest.approx(sum(r + r * r for r in root), abs=0.051)
    assert tokens == 4 and published <= kept
    assert "does not know" not in said


def test_words_that_the_small_world_does_not_know_are_told_to_be_counted_in_the_text():
    said, _ = survivors(open_page("training_tricks", sample="zyzzyva qwertz the"))
    assert "for the 2 words that it does not know, this text" in said


def test_the_small_worlds_noise_is_that_of_all_its_words():
    table = next(
        frame.value
        for frame in open_page("training_tricks", counted="small world").dataframe
        if "power 1" in frame.value.columns
    )
    counts = bundled().counts
    assert table["power 1"].iloc[0] == pytest.approx(counts[0] / counts.sum(), abs=5e-5)
    assert table["power 0"].iloc[0] == pytest.approx(1 / len(counts), abs=5e-5)


def test_the_guess_is_judged_by_the_worked_example():
    at = open_page("training_tricks")
    at.radio(key="prediction").set_value(MORE).run()
    assert any("That is right" in note.value for note in at.success)
    counts = np.array([1000, 100, 10, 1])
    chance = counts**0.75 / (counts**0.75).sum()
    assert any(f"**{chance[-1] * 1111:.1f} times**" in text.value for text in at.markdown)


def test_an_unknown_predictor_is_said_to_be_replaced():
    at = open_page("training_tricks", tree_of="small world", predictor="zyzzyva")
    assert any("it is predicted from *king*" in caption.value for caption in at.caption)


def test_all_leaves_of_the_tree_sum_to_one():
    at = open_page("training_tricks")
    assert "sum to **1.000000**" in texts(at)
    at.session_state["tree_of"] = "small world"
    at.run()
    assert "sum to **1.000000**" in texts(at)


@pytest.mark.parametrize("text", ["", "one", "same same same", "two words"])
def test_the_tree_bears_any_text(text):
    at = open_page("training_tricks")
    at.text_area(key="tree_text").set_value(text).run()
    assert not at.exception
