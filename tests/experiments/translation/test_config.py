import math

import pytest

from seqviz.corpora.records import CorpusError
from seqviz.experiments.translation.config import BottleneckExperiment, TranslationExperiment
from seqviz.models.seq2seq import TranslationNet
from seqviz.runs.events import Diverged, Finished, Metrics, Note, Progress
from seqviz.runs.experiment import ConfigError, Experiment, from_config, to_config
from seqviz.runs.registry import train

TINY = {"task": "reverse", "hidden_size": 16, "embedding_dim": 8, "max_length": 3, "num_pairs": 300, "num_epochs": 2,
        "learning_rate": 0.02}  # fmt: skip


def run(experiment):
    return list(train(experiment))


@pytest.fixture(scope="module")
def events():
    return run(TranslationExperiment(**TINY))


def test_both_are_experiments_and_survive_json():
    for experiment in (TranslationExperiment(), BottleneckExperiment()):
        assert isinstance(experiment, Experiment)
        assert from_config(type(experiment), to_config(experiment)) == experiment
        assert not experiment.is_private()
    assert TranslationExperiment(task="upload:x").is_private()


def test_it_learns_and_writes_samples(events):
    losses = [
        e.values["validation_loss"]
        for e in events
        if isinstance(e, Metrics) and "validation_loss" in e.values
    ]
    assert len(losses) == 3
    assert losses[-1] < losses[0] - 0.3
    samples = [e.content for e in events if isinstance(e, Note) and e.topic == "sample"]
    assert [sample["epoch"] for sample in samples] == [0, 1, 2]
    assert all(pair["source"][::-1] == pair["target"] for pair in samples[-1]["pairs"])


def test_the_result_says_how_it_does_at_each_length(events):
    finished = events[-1]
    assert isinstance(finished, Finished)
    assert set(finished.result["by_length"]) <= {1, 2, 3}
    assert finished.result["parameters"] == sum(value.size for value in finished.weights.values())


def test_the_same_settings_give_the_same_numbers(events):
    assert run(TranslationExperiment(**TINY))[-1].result["loss"] == events[-1].result["loss"]


def test_without_teacher_forcing_the_decoder_reads_its_own_words(events):
    free = run(TranslationExperiment(**TINY, teacher_forcing=0.0))[-1].result
    assert free["loss"] != events[-1].result["loss"]


def test_the_bottlenecks_arms_are_each_size_without_and_with_attention():
    experiment = BottleneckExperiment(context_sizes=(4, 8), max_length=3, num_pairs=200, num_epochs=1)
    assert list(experiment.arms()) == ["none 4", "none 8", "additive 4", "additive 8"]
    events = run(experiment)
    by_length = [e for e in events if isinstance(e, Metrics) and "exact_match" in e.values]
    assert [event.arm for event in by_length] == list(experiment.arms())
    assert {"exact_match_1", "exact_match_2", "exact_match_3"} <= set(by_length[0].values)
    assert set(events[-1].result["arms"]) == set(experiment.arms())
    fractions = [event.fraction for event in events if isinstance(event, Progress)]
    assert fractions == pytest.approx([0, 0.25, 0.5, 0.75, 1])


def test_a_net_of_the_grid_trained_alone_comes_out_the_same():
    experiment = BottleneckExperiment(context_sizes=(4,), max_length=3, num_pairs=200, num_epochs=2)
    together = run(experiment)[-1].result["arms"]
    for name, net in experiment.arms().items():
        assert run(net)[-1].result["loss"] == together[name]["loss"]


def test_each_repetition_has_arms_and_random_numbers_of_its_own():
    arms = BottleneckExperiment(context_sizes=(4,), num_seeds=2).arms()
    assert list(arms) == ["none 4", "additive 4", "none 4 #2", "additive 4 #2"]
    assert [arm.seed for arm in arms.values()] == [0, 0, 1, 1]


def test_what_cannot_work_is_said(tmp_path, monkeypatch):
    with pytest.raises(ConfigError, match="context_sizes needs different sizes"):
        BottleneckExperiment(context_sizes=(8, 8))
    file = tmp_path / "pairs.tsv"
    file.write_text("no tab here\n")
    with pytest.raises(CorpusError, match="Line 1 has no tab"):
        run(TranslationExperiment(task=str(file)))
    monkeypatch.setattr(TranslationNet, "loss", lambda net, *batch: net.output.bias.sum() * math.nan)
    with pytest.raises(Diverged, match="Try a smaller learning rate"):
        run(TranslationExperiment(**TINY))
