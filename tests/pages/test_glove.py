"""The page of GloVe: zeros, the first step and ratios follow from the numbers."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.sparse import csr_array

from seqviz.embeddings.cooccurrence import cooccurrence_of_sentences
from seqviz.embeddings.glove import train_glove
from seqviz.embeddings.glove_objective import GloveConfig, GloveModel
from seqviz.experiments.word_vectors.review_counts import review_counts
from seqviz.lessons.glove.empty_cells import empty_share_of_world
from seqviz.lessons.glove.glove import SENTENCES
from tests.pages.open_page import as_opened, open_page, texts


def term(at):
    table = next(frame.value for frame in at.dataframe if "piece" in frame.value.columns)
    return dict(zip(table["piece"], table["value"], strict=True))


def test_the_zeros_of_the_sentences_are_counted():
    said = texts(as_opened("glove"))
    assert "46 of 64 cells are 0 (72%)" in said
    assert f"{empty_share_of_world():.0%} of them in the small world" in said
    assert 0.9 < empty_share_of_world() < 1


def test_with_something_added_a_pair_that_never_meets_has_a_term():
    at = open_page("glove", cell="enjoy deep")
    assert "These two words never meet" in texts(at)
    at.slider(key="added").set_value(0.3).run()
    assert "These two words never meet" not in texts(at)
    pieces = term(at)
    assert pieces["X: how often they meet"] == pytest.approx(0.3)
    assert pieces["log X"] == pytest.approx(np.log(0.3), abs=1e-5)
    assert "each of the 64 cells above 0" in texts(at)


def distances_by_hand(model, counts, x_max=100.0, alpha=0.75):
    """Return the weighted mean distance from the line, and that of all cells alike, cell by cell."""
    total = weights = plain = 0.0
    cells = [(i, j) for i in range(len(counts)) for j in range(len(counts)) if counts[i, j] > 0]
    for i, j in cells:
        given = float(model.focus[i] @ model.context[j] + model.focus_bias[i] + model.context_bias[j])
        away, f = abs(given - np.log(counts[i, j])), min(1.0, (counts[i, j] / x_max) ** alpha)
        total, weights, plain = total + f * away, weights + f, plain + away
    return total / weights, plain / len(cells)


def test_how_near_training_brings_the_cells_to_the_line_is_told_from_the_model():
    sentences = [line.split() for line in SENTENCES.default.splitlines()]
    words = list(dict.fromkeys(token for tokens in sentences for token in tokens))
    counts = cooccurrence_of_sentences(sentences, words, 1, False)
    config = GloveConfig(dim=4, epochs=100, learning_rate=0.2)
    *_, (_, trained) = train_glove(csr_array(counts), config)
    before = distances_by_hand(GloveModel.random(len(words), 4, config.seed), counts)
    after = distances_by_hand(trained, counts)
    at = open_page("glove")
    assert f"its weight, the mean distance went from **{before[0]:.3f}** to **{after[0]:.3f}** nats" in texts(
        at
    )
    assert f"all counted alike, from {before[1]:.3f} to {after[1]:.3f}." in texts(at)
    at.slider(key="glove_epochs").set_value(0).run()
    assert f"the points lie {before[1]:.3f} nats from it on average, {before[0]:.3f} with" in texts(at)


def test_gloves_first_step_is_told_and_the_others_are_their_learning_rate():
    at = open_page("glove", learning_rate="0.05", method="glove")
    assert "GloVe's first step is 4 × 0.05 = 0.2" in texts(at)
    at.selectbox(key="method").set_value("fasttext").run()
    assert "first step is" not in texts(at)


def test_the_task_of_empty_cells_sets_the_training_up():
    at = open_page("glove")
    at.button(key="task:3").click().run()
    assert not at.exception
    assert at.number_input(key="pseudocount").value == 0.3
    assert at.number_input(key="full_count").value == 10.0
    assert at.selectbox(key="method").value == "glove"


def test_the_controls_start_where_the_vectors_below_come_from_and_old_links_still_name_a_method():
    at = as_opened("glove")
    assert at.selectbox(key="method").value == "glove"
    assert "has other settings than these" not in texts(at)
    at = open_page("glove", method="skip-gram")
    assert at.selectbox(key="method").value == "skip-gram"
    assert "method glove there, skip" in texts(at)
    assert open_page("word2vec").selectbox(key="method").value == "skip-gram"


def test_glove_shows_the_worked_example_and_its_term():
    at = open_page("glove")
    table = next(frame.value for frame in at.dataframe if "piece" in frame.value.columns)
    assert table["value"].iloc[0] == 2
    at.text_input(key="cell").set_value("enjoy deep").run()
    assert "never meet" in texts(at)


@pytest.mark.parametrize("sentences", ["", "one", "a " * 50, " ".join(f"w{i}" for i in range(100))])
def test_glove_bears_any_sentences(sentences):
    at = open_page("glove")
    at.text_area(key="sentences").set_value(sentences).run()
    assert not at.exception


def test_the_ratios_are_told_on_real_counts_and_on_a_text_of_ones_choice():
    at = open_page("glove")
    company = review_counts()
    one, other, probe = (company.row(word) for word in ("comedy", "horror", "funny"))
    a, b = company.counts[[one, other], probe]
    ratio = (a / company.totals[one]) / (b / company.totals[other])
    assert f"**Nearer to comedy**: *funny* ({ratio:.2f})" in texts(at)
    at.button(key="ratios:king, queen in the small world").click().run()
    assert "**Nearer to king**: *beard*" in texts(at) and "words in The small world" in texts(at)
    at.button(key="ratios:ice, steam").click().run()
    assert "The paper's table" in texts(at)


def test_words_that_are_not_counted_are_named():
    at = open_page("glove", two_words="ice babysit", probes="gas")
    assert "come with the app for babysit. Two words that are counted are needed." in texts(at)
    assert "Two different words" in texts(open_page("glove", two_words="ice ice"))


def test_the_guess_about_the_empty_cells_is_judged_by_the_count():
    at = open_page("glove")
    at.radio(key="prediction").set_value("more than nine tenths").run()
    assert at.success
    assert f"({empty_share_of_world():.0%})" in texts(at)
