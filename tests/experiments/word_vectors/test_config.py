import dataclasses

import numpy as np
import pytest

from seqviz.corpora.records import CorpusError
from seqviz.embeddings.fasttext import FastTextConfig, vector_of_any_word
from seqviz.embeddings.huffman import HuffmanTree, word_probabilities
from seqviz.experiments.word_vectors.config import METHODS, WordVectorsExperiment
from seqviz.experiments.word_vectors.data import number_text, plain_words
from seqviz.experiments.word_vectors.train import FASTTEXT_BUCKETS
from seqviz.runs.events import Diverged, Finished, Metrics, Note, Progress
from seqviz.runs.experiment import ConfigError, from_config, to_config
from seqviz.runs.registry import build, train


@pytest.fixture
def book(tmp_path):
    path = tmp_path / "book.txt"
    path.write_text("The cat sat on the mat.\nThe dog sat on the rug!\n" * 40)
    return WordVectorsExperiment(corpus=str(path), dim=6, num_epochs=2)


@pytest.mark.parametrize("method", METHODS)
def test_every_method_ends_with_a_vector_for_every_word(book, method):
    events = list(train(dataclasses.replace(book, method=method)))
    finished = events[-1]
    assert isinstance(finished, Finished)
    words = finished.extras["words"]
    assert finished.weights["vectors"].shape == (len(words), 6)
    assert finished.extras["counts"][words.index("the")] == 160
    assert np.isfinite(finished.weights["vectors"]).all()
    fractions = [event.fraction for event in events if isinstance(event, Progress)]
    assert fractions == sorted(fractions) and fractions[-1] == 1.0
    assert all(np.isfinite(list(e.values.values())).all() for e in events if isinstance(e, Metrics))


@pytest.mark.parametrize("method", METHODS)
def test_the_film_of_the_map_ends_with_the_last_vectors(book, method):
    events = list(train(dataclasses.replace(book, method=method, num_epochs=50, dim=2)))
    last = [event.content for event in events if isinstance(event, Note) and event.topic == "map"][-1]
    assert last["epoch"] == 50


def test_the_map_moves_and_keeps_its_words(book):
    notes = [event for event in train(book) if isinstance(event, Note)]
    words = next(note.content["words"] for note in notes if note.topic == "words")
    frames = [note.content["points"] for note in notes if note.topic == "map"]
    assert len(frames) > 1
    assert all(np.shape(frame) == (len(words), 2) for frame in frames)
    assert frames[0] != frames[-1]


def test_fasttexts_table_rebuilds_its_vectors(book):
    *_, finished = train(dataclasses.replace(book, method="fasttext"))
    words, config = finished.extras["words"], FastTextConfig(num_buckets=FASTTEXT_BUCKETS)
    rebuilt = vector_of_any_word("cat", words, finished.weights["table"], config)
    np.testing.assert_allclose(rebuilt, finished.weights["vectors"][words.index("cat")], rtol=1e-4, atol=1e-7)


def test_the_tree_of_a_run_can_be_walked_again(book):
    *_, finished = train(dataclasses.replace(book, method="hierarchical softmax"))
    tree = HuffmanTree.from_counts(np.array(finished.extras["counts"]))
    weights = finished.weights
    assert word_probabilities(tree, weights["nodes"], weights["vectors"][0]).sum() == pytest.approx(
        1, abs=1e-6
    )


def test_the_same_settings_give_the_same_vectors(book):
    first, second = ([*train(book)][-1].weights["vectors"] for _ in range(2))
    np.testing.assert_array_equal(first, second)


def test_words_are_counted_without_punctuation_most_frequent_first():
    numbered = number_text("a text", ["B a, b!", "", "a b c"], min_count=2)
    assert numbered.vocabulary == ("b", "a")
    assert numbered.corpus.word_ids.tolist() == [0, 1, 0, 1, 0]
    assert numbered.corpus.text_ids.tolist() == [0, 0, 0, 2, 2]
    assert plain_words("Don't!") == ["do", "n't"]


def test_a_text_without_frequent_words_is_said_in_a_sentence():
    with pytest.raises(CorpusError, match="occurs 5 times"):
        number_text("This text", ["one two"], min_count=5)


def test_a_training_that_has_blown_up_is_no_result_though_its_numbers_are_finite(book):
    with pytest.raises(Diverged, match="too high"):
        list(
            train(
                dataclasses.replace(book, corpus="harbour", method="cbow", learning_rate=1.0, subsample=0.0)
            )
        )


def test_a_learning_rate_that_is_too_high_ends_as_diverged(book):
    with pytest.raises(Diverged, match="too high"):
        list(train(dataclasses.replace(book, learning_rate=10.0, num_epochs=100, subsample=0.0)))


def test_the_config_survives_the_store_and_wrong_settings_are_refused():
    experiment = WordVectorsExperiment(method="cbow", window=2)
    assert build("word-vectors", to_config(experiment)) == experiment
    assert from_config(WordVectorsExperiment, {"corpus": "upload:x"}).is_private()
    with pytest.raises(ConfigError, match="window"):
        WordVectorsExperiment(window=0)


@pytest.mark.parametrize("corpus", ["world", "reviews"])
def test_bundled_corpora_are_ready(corpus):
    from seqviz.experiments.word_vectors.data import texts_of

    name, texts = texts_of(corpus)
    assert name and len(number_text(name, list(texts)[:200]).vocabulary) > 50


def analogies_right(experiment):
    *_, finished = train(experiment)
    sections = finished.result["analogies"].values()
    return sum(right for right, _, _ in sections) / sum(known for _, _, known in sections)


def test_to_glove_on_the_small_world_pairs_that_never_meet_are_worth_counting():
    left_out = WordVectorsExperiment(method="glove", dim=30, num_epochs=8, full_count=10.0)
    counted = dataclasses.replace(left_out, pseudocount=0.3)
    assert analogies_right(counted) > 2 * analogies_right(left_out)


def test_a_config_from_before_the_empty_cells_could_count_means_the_same_as_then():
    old = {
        name: value
        for name, value in to_config(WordVectorsExperiment(method="glove")).items()
        if name not in ("pseudocount", "full_count")
    }
    assert from_config(WordVectorsExperiment, old) == WordVectorsExperiment(
        method="glove", full_count=100.0, pseudocount=0.0
    )


@pytest.mark.parametrize("method", METHODS)
def test_the_first_step_is_the_learning_rate_but_for_gloves_adagrad(method):
    factor = 4 if method == "glove" else 1
    assert WordVectorsExperiment(method=method, learning_rate=0.05).first_step == pytest.approx(0.05 * factor)


def test_the_expected_time_grows_with_the_work():
    quick, slow = WordVectorsExperiment(), WordVectorsExperiment(corpus="imdb", dim=300)
    assert 0 < quick.expected_seconds() < 10 < slow.expected_seconds()
