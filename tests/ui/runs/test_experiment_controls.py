"""The controls of an experiment are made from its fields, whatever the experiment."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest

from seqviz.experiments.language_model.config import LanguageModelExperiment
from seqviz.experiments.translation.config import BottleneckExperiment
from seqviz.lessons.attention.bottleneck import BOTTLENECK
from seqviz.lessons.clipping.clipping import CLIPPING
from seqviz.lessons.directions.teddy import TAGGING
from seqviz.lessons.filling_gap.next_word import NEXT_WORD
from seqviz.lessons.recurrent_neuron.numbers import FIBONACCI
from seqviz.lessons.remembering.recall import RECALL
from seqviz.lessons.sentiment.page import SENTIMENT
from seqviz.lessons.seq2seq.training import TRANSLATION
from seqviz.lessons.stacks.brackets import BRACKETS
from seqviz.lessons.text_generation.training import LANGUAGE
from seqviz.lessons.why_sequence.word_order import ORDER
from seqviz.runs.registry import experiment_class, known_kinds
from seqviz.ui.fill_in import FILL_IN
from seqviz.ui.runs.experiment_controls import ExperimentControls
from seqviz.ui.state.address import Choice, Number
from seqviz.ui.vectors.training import training_section

SECTIONS = {
    section.kind: section
    for section in (
        *(SENTIMENT, LANGUAGE, TRANSLATION, BOTTLENECK, training_section()),
        *(ORDER, FIBONACCI, RECALL, CLIPPING, TAGGING, FILL_IN, NEXT_WORD, BRACKETS),
    )
}
TEXTS = Choice("text", ("harbour", "another"), "harbour")
WRITER = ExperimentControls(
    LanguageModelExperiment,
    {"corpus": "Text", "cell": "Cell", "learning_rate": "Learning rate"},
    rows=(("corpus", "cell"), ("hidden_sizes",)),
    most_layers=3,
    prefix="lm_",
    defaults={"learning_rate": 0.5},
    given={"corpus": lambda: TEXTS},
    keys={"corpus": "text"},
)


def test_every_kind_that_trains_nets_has_a_section():
    assert SECTIONS.keys() == {name for name, kind in known_kinds().items() if kind.bundled}


@pytest.mark.parametrize("kind", SECTIONS)
def test_no_control_stands_for_nothing_and_none_twice(kind):
    controls = SECTIONS[kind].controls
    names = {field.name for field in fields(experiment_class(kind))}
    in_rows = [name for row in controls.rows for name in row]
    assert controls.labels.keys() <= names
    assert controls.given.keys() <= controls.labels.keys()
    assert set(in_rows) <= controls.labels.keys() | {"hidden_sizes"}
    assert len(in_rows) == len(set(in_rows))
    addresses = [setting.name for setting in controls.settings()]
    assert len(addresses) == len(set(addresses))
    assert controls.values_of(experiment_class(kind)()).keys() <= set(addresses)


def test_a_setting_is_named_in_the_address_by_its_field_a_prefix_or_as_it_is_given():
    names = [setting.name for setting in WRITER.settings()]
    assert names == [
        "lm_layers",
        "lm_units1",
        "lm_units2",
        "lm_units3",
        "text",
        "lm_cell",
        "lm_learning_rate",
    ]


def test_bounds_and_defaults_are_the_fields_but_where_a_page_starts_elsewhere():
    rate = next(setting for setting in WRITER.settings() if setting.name == "lm_learning_rate")
    assert isinstance(rate, Number)
    assert (rate.low, rate.high, rate.default) == (1e-5, 1.0, 0.5)


def test_the_controls_of_an_experiment_hold_its_settings_layer_by_layer():
    experiment = LanguageModelExperiment(corpus="another", cell="gru", hidden_sizes=(16, 8))
    assert WRITER.values_of(experiment) == {
        "text": "another",
        "lm_cell": "gru",
        "lm_learning_rate": experiment.learning_rate,
        "lm_layers": 2,
        "lm_units1": 16,
        "lm_units2": 8,
    }


def test_the_grids_repetitions_keep_their_place_in_the_address():
    assert BOTTLENECK.controls.values_of(replace(BottleneckExperiment(), num_seeds=3)) == {"grid_seeds": 3}
