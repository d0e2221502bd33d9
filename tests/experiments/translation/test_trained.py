import numpy as np
import pytest

from seqviz.corpora.pairs import load_pairs
from seqviz.experiments.translation.config import BottleneckExperiment, TranslationExperiment
from seqviz.experiments.translation.trained import TranslationReader
from seqviz.export.bundled_runs import load_bundled_run
from seqviz.runs.experiment import to_config


@pytest.fixture(scope="module")
def reader():
    run = load_bundled_run("french_gru")
    return TranslationReader.from_run(run.config, run.extras, run.weights)


@pytest.mark.parametrize(
    ("name", "experiment"), [("french_gru", TranslationExperiment()), ("bottleneck", BottleneckExperiment())]
)
def test_the_bundled_runs_are_the_default_experiments(name, experiment):
    assert load_bundled_run(name).config == to_config(experiment)


def test_it_translates_what_it_never_saw(reader):
    pairs = load_pairs("french", max_length=14)
    right = [
        reader.translate(" ".join(pair.source)).written[:-1] == pair.target for pair in pairs.validation[:30]
    ]
    assert np.mean(right) > 0.9


def test_every_step_has_states_attention_and_probabilities(reader):
    translation = reader.translate("she sells the green pear")
    steps, read = len(translation.written), len(translation.source)
    assert translation.encoder_states.shape == (read, 64)
    assert translation.decoder_states.shape == (steps, 64)
    assert translation.attention.sum(axis=1) == pytest.approx(np.ones(steps), abs=1e-5)
    assert translation.probabilities.sum(axis=1) == pytest.approx(np.ones(steps), abs=1e-5)
    likeliest = tuple(reader.target_vocabulary[k] for k in translation.probabilities.argmax(axis=1))
    assert likeliest == translation.written


def test_forced_attention_is_recorded_and_changes_the_output(reader):
    free = reader.translate("she sells the green pear")
    pear = free.source.index("pear")
    forced = reader.translate("she sells the green pear", {0: np.eye(5, dtype=np.float32)[pear]})
    assert forced.attention[0, pear] == 1.0
    assert forced.written != free.written


def test_a_beam_of_one_writes_what_greedy_writes(reader):
    tree = reader.search("we find a red lamp", 1)
    written = tuple(reader.target_vocabulary[k] for k in tree.tokens())
    assert written == reader.translate("we find a red lamp").written


def test_long_unknown_and_empty_sources(reader):
    assert len(reader.tokens("house " * 300)) == 200
    assert reader.translate("house " * 200).written
    assert reader.unknown("the zeppelin") == ["zeppelin"]
    with pytest.raises(ValueError, match="nothing to translate"):
        reader.translate("   ")
