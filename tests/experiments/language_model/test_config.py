import math

import numpy as np
import pytest
import torch

from seqviz.corpora.records import CorpusError
from seqviz.experiments.language_model.config import LanguageModelExperiment
from seqviz.experiments.language_model.encoding import windows
from seqviz.models.language import LanguageNet
from seqviz.runs.events import Diverged, Extras, Finished, Metrics, Note, Progress, Snapshot
from seqviz.runs.experiment import ConfigError, Experiment
from seqviz.runs.registry import train

TINY = {"hidden_sizes": (16,), "embedding_dim": 8, "sequence_length": 16, "batch_size": 16, "num_epochs": 2}


@pytest.fixture(scope="module")
def text_file(tmp_path_factory):
    file = tmp_path_factory.mktemp("prose") / "small.txt"
    file.write_text("the cat sat on the mat. the dog ran to the cat.\n" * 60)
    return str(file)


@pytest.fixture(scope="module")
def events(text_file):
    return list(train(LanguageModelExperiment(corpus=text_file, **TINY)))


def test_it_is_an_experiment():
    assert isinstance(LanguageModelExperiment(), Experiment)


def test_a_sample_comes_before_the_first_epoch_and_after_each(events):
    samples = [event.content for event in events if isinstance(event, Note) and event.topic == "sample"]
    assert [sample["epoch"] for sample in samples] == [0, 1, 2]
    assert all(sample["text"] for sample in samples)


def test_its_progress_goes_from_nothing_to_all(events):
    fractions = [event.fraction for event in events if isinstance(event, Progress)]
    assert (fractions[0], fractions[-1]) == (0.0, 1.0)
    assert fractions == sorted(fractions)


def test_it_learns_and_says_so_in_every_unit(events):
    measured = [e.values for e in events if isinstance(e, Metrics) and "validation_loss" in e.values]
    assert measured[-1]["validation_loss"] < measured[0]["validation_loss"] - 0.5
    result = events[-1].result
    assert result["perplexity"] == pytest.approx(math.exp(result["loss"]))
    assert result["bits_per_character"] == pytest.approx(result["loss"] / math.log(2))


def test_the_last_event_carries_what_is_needed_to_write(events):
    finished = events[-1]
    assert isinstance(finished, Finished)
    net = LanguageNet(len(finished.extras["vocabulary"]), 8, "lstm", (16,))
    net.load_state_dict({name: torch.from_numpy(value) for name, value in finished.weights.items()})
    assert finished.result["parameters"] == sum(value.size for value in finished.weights.values())
    assert {type(e) for e in events} == {Progress, Metrics, Note, Extras, Snapshot, Finished}


def test_the_same_settings_give_the_same_numbers(text_file, events):
    again = list(train(LanguageModelExperiment(corpus=text_file, **TINY)))[-1]
    assert again.result["loss"] == events[-1].result["loss"]


def test_words_are_measured_on_the_same_scale_as_characters(text_file):
    result = list(train(LanguageModelExperiment(corpus=text_file, unit="words", **TINY)))[-1].result
    characters_per_word = result["loss"] / math.log(2) / result["bits_per_character"]
    assert 3 < characters_per_word < 5


def test_windows_are_stretches_of_the_text():
    drawn = windows(np.arange(50), 8, 20, torch.Generator().manual_seed(0))
    assert drawn.shape == (9, 20)
    assert torch.equal(drawn - drawn[0], torch.arange(9).unsqueeze(1).expand(9, 20))
    assert windows(np.arange(5), 8, 3, torch.Generator()).shape == (5, 3)


def test_what_cannot_work_is_said(tmp_path, text_file):
    short = tmp_path / "short.txt"
    short.write_text("abc")
    with pytest.raises(CorpusError, match="at least 200 characters"):
        list(train(LanguageModelExperiment(corpus=str(short))))
    with pytest.raises(ConfigError, match="hidden_sizes needs"):
        LanguageModelExperiment(hidden_sizes=(0,))
    wild = LanguageModelExperiment(corpus=text_file, cell="rnn", learning_rate=1.0, clip_norm=0.0, **TINY)
    assert wild.is_private() is False
    assert LanguageModelExperiment(corpus="upload:x").is_private()


def test_a_run_that_diverges_stops_with_a_sentence(text_file, monkeypatch):
    monkeypatch.setattr(LanguageNet, "loss", lambda net, batch: net.output.bias.sum() * math.nan)
    with pytest.raises(Diverged, match="Try a smaller learning rate than 0.005"):
        list(train(LanguageModelExperiment(corpus=text_file, **TINY)))
