import math
from dataclasses import replace

import numpy as np
import pytest
import torch

from seqviz.corpora.records import Corpus, LabelledTexts
from seqviz.experiments.sentiment import train as fitting
from seqviz.experiments.sentiment.config import SentimentExperiment
from seqviz.experiments.sentiment.loop import SNAPSHOT_BYTES
from seqviz.experiments.sentiment.trained import NothingToReadError, SentimentReader
from seqviz.runs.events import Diverged, Finished, Metrics, Note, Progress, Snapshot
from seqviz.runs.registry import train
from seqviz.runs.stopwatch import Stopwatch
from seqviz.text.vocabulary import Vocabulary

TINY = SentimentExperiment(
    corpus="tiny", hidden_sizes=(4,), embedding_dim=3, num_epochs=3, batch_size=8, learning_rate=0.02
)


def _texts(number, seed):
    generator = np.random.default_rng(seed)
    labels = generator.integers(0, 2, number)
    fillers = ["film", "song", "meal", "the", "a", "was", "and"]
    texts = [
        " ".join([*generator.choice(fillers, generator.integers(1, 9)), "good" if label else "bad"])
        for label in labels
    ]
    return LabelledTexts(tuple(texts), labels.astype(np.int64))


@pytest.fixture(autouse=True)
def tiny_corpus(monkeypatch):
    corpus = Corpus(
        "tiny", _texts(96, 0), _texts(40, 1), _texts(40, 2), "Drawn at random.", "Made for this test."
    )
    monkeypatch.setattr(fitting, "corpus_of", lambda experiment: corpus)
    return corpus


def _run(experiment):
    events = list(train(experiment))
    return events, events[-1]


def _metrics(events):
    return [(e.step, e.epoch, e.values) for e in events if isinstance(e, Metrics)]


def test_a_run_tells_of_the_corpus_its_progress_and_its_snapshots_and_ends_with_the_net():
    events, finished = _run(TINY)
    assert isinstance(finished, Finished)
    corpus = next(e.content for e in events if isinstance(e, Note) and e.topic == "corpus")
    assert (corpus["train"], corpus["validation"], corpus["test"]) == (96, 40, 40)
    assert corpus["looked_at"] == 40 and corpus["near_copies"] > 20  # short texts of eight words alike
    fractions = [e.fraction for e in events if isinstance(e, Progress)]
    assert fractions == sorted(fractions)
    assert fractions[-1] == 1.0
    steps = [e.step for e in events if isinstance(e, Snapshot)]
    assert steps[0] == 0
    assert steps[-1] == finished.result["steps"] == 36
    assert finished.result["ended_by"] == "epochs"


def test_it_learns_what_can_be_learned():
    _, finished = _run(replace(TINY, num_epochs=8))
    assert finished.result["accuracy"] == 1.0
    assert finished.result["test_accuracy"] == 1.0
    assert finished.result["mistakes"] == []


@pytest.mark.parametrize("changes", [{}, {"cell": "gru", "dropout": 0.4, "bidirectional": True}])
def test_the_same_seed_gives_the_same_numbers_and_another_seed_does_not(changes):
    experiment = replace(TINY, **changes)
    first, second = _run(experiment), _run(experiment)
    assert _metrics(first[0]) == _metrics(second[0])
    for name, value in first[1].weights.items():
        np.testing.assert_array_equal(value, second[1].weights[name])
    assert _metrics(_run(replace(experiment, seed=1))[0]) != _metrics(first[0])


def test_the_first_training_loss_equals_a_direct_computation(tiny_corpus):
    from seqviz.text.tokens import words

    experiment = replace(TINY, batch_size=96, num_epochs=1)
    events, _ = _run(experiment)
    told = next(e.values["train_loss"] for e in events if isinstance(e, Metrics) and "train_loss" in e.values)
    start = next(e.weights for e in events if isinstance(e, Snapshot))
    _, finished = _run(experiment)
    reader = SentimentReader.from_run(fitting_config(experiment), finished.extras, start)
    losses = []
    for text, label in zip(tiny_corpus.train.texts, tiny_corpus.train.labels, strict=True):
        assert words(text)
        positive = reader.positive(reader.encode(text))
        losses.append(-math.log(positive if label else 1 - positive))
    assert told == pytest.approx(np.mean(losses), rel=1e-5)


def fitting_config(experiment):
    from seqviz.runs.experiment import to_config

    return to_config(experiment)


def test_the_reader_of_a_finished_run_gives_the_accuracy_that_the_run_told(tiny_corpus):
    _, finished = _run(TINY)
    reader = SentimentReader.from_run(fitting_config(TINY), finished.extras, finished.weights)
    validation = tiny_corpus.validation
    right = [
        (reader.positive(reader.encode(text)) > 0.5) == bool(label)
        for text, label in zip(validation.texts, validation.labels, strict=True)
    ]
    assert np.mean(right) == finished.result["accuracy"]


def test_the_reader_trims_names_unknown_words_and_refuses_a_text_without_words():
    _, finished = _run(replace(TINY, max_length=3))
    config = fitting_config(replace(TINY, max_length=3))
    reader = SentimentReader.from_run(config, finished.extras, finished.weights)
    text = reader.encode("the film was zyzzyva good")
    assert text.tokens == ("was", "zyzzyva", "good")
    assert text.num_trimmed == 2
    assert text.unknown == ("zyzzyva",)
    for empty in ("", "   ", "\n\t"):
        with pytest.raises(NothingToReadError, match="no word"):
            reader.encode(empty)


@pytest.mark.parametrize("optimizer", ["adam", "rmsprop", "sgd"])
def test_every_optimiser_lowers_the_loss(optimizer):
    rate = 0.5 if optimizer == "sgd" else 0.02
    events, _ = _run(replace(TINY, optimizer=optimizer, learning_rate=rate, num_epochs=6))
    losses = [values["validation_loss"] for _, _, values in _metrics(events) if "validation_loss" in values]
    assert losses[-1] < losses[0] * 0.8


def test_a_run_whose_numbers_explode_stops_with_a_sentence(monkeypatch):
    nan = torch.tensor(math.nan, requires_grad=True)
    monkeypatch.setattr(fitting.Training, "loss", lambda self: (nan, {}))
    with pytest.raises(Diverged, match="the loss became nan.*smaller learning rate than 0.02"):
        list(train(TINY))


def test_a_time_budget_ends_the_run_and_is_recorded(monkeypatch):
    clock = iter(range(100_000))
    monkeypatch.setattr("seqviz.runs.stopwatch.time.perf_counter", lambda: float(next(clock)))
    _, finished = _run(replace(TINY, time_budget=5))
    assert finished.result["ended_by"] == "time budget"
    assert finished.result["steps"] == 5


def test_pretrained_word_vectors_start_from_skip_gram():
    events, _ = _run(replace(TINY, embedding="skip-gram", num_epochs=1))
    start = next(e.weights for e in events if isinstance(e, Snapshot))["embedding.weight"]
    assert not start[:2].any()  # padding and unknown say nothing
    assert start[2:].std(ddof=1) == pytest.approx(0.3, rel=1e-3)


@pytest.mark.parametrize("total_steps", [1200, 84, 5])
@pytest.mark.parametrize("vocabulary_bytes", [1_000, 8 * 2**20, 60 * 2**20])
def test_snapshots_are_bounded_in_bytes_but_first_and_last_are_always_there(vocabulary_bytes, total_steps):
    training = fitting.Training.__new__(fitting.Training)
    training.time_budget, training.total_steps = 0, total_steps
    training.steps_per_epoch, training.net = 1, torch.nn.Linear(vocabulary_bytes // 4, 1, bias=False)
    taken = []
    for training.step in range(0, total_steps + 1, max(1, total_steps // 12)):
        training.stopwatch = Stopwatch()
        if training.is_snapshot_due():
            taken.append(training.step)
    assert taken[0] == 0
    assert taken[-1] == total_steps
    assert len(taken) <= max(2, SNAPSHOT_BYTES // vocabulary_bytes)


def test_the_reader_cleans_a_text_as_its_training_reviews_were():
    experiment = replace(SentimentExperiment(), cleaning="no stop words or negations")
    vocabulary = Vocabulary(("<pad>", "<unk>", "plot", "bad"))
    reader = SentimentReader(experiment, vocabulary, fitting.build_net(experiment, 4))
    assert reader.encode("The plot was not bad").tokens == ("plot", "bad")
