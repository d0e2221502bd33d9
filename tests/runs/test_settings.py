"""Which settings of two runs differ, and how one is written."""

from __future__ import annotations

import pytest

from seqviz.runs.events import Note
from seqviz.runs.experiment import to_config
from seqviz.runs.registry import experiment_class, train
from seqviz.runs.settings import differing, written


def test_settings_that_differ_are_found_in_their_own_order():
    one, other = (
        to_config(experiment_class("sentiment")()),
        to_config(experiment_class("sentiment")(cell="gru", seed=3)),
    )
    assert differing(one, other) == ["cell", "seed"]
    assert differing(one, one) == []


@pytest.mark.parametrize(
    ("kind", "one", "other", "found"),
    [
        ("recall", {"forget_bias": 2.0}, {"set_forget_bias": True, "forget_bias": 4.0}, ["set_forget_bias"]),
        ("recall", {"forget_bias": 2.0}, {"forget_bias": 4.0}, []),
        (
            "recall",
            {"set_forget_bias": True},
            {"set_forget_bias": True, "forget_bias": 4.0},
            ["forget_bias"],
        ),
        ("fill-in", {"cell": "gru"}, {"cell": "gru", "forget_bias": 1.0}, []),
        ("fill-in", {}, {"forget_bias": 1.0}, ["forget_bias"]),
        ("sentiment", {}, {"dropout_before_output": False}, []),
        ("sentiment", {"dropout": 0.2}, {"dropout": 0.2, "dropout_before_output": False}, [
            "dropout_before_output"
        ]),
        ("word-vectors", {"method": "glove"}, {"negatives": 9, "noise_power": 0.5}, ["method"]),
        ("word-vectors", {}, {"full_count": 9.0, "negatives": 9}, ["negatives"]),
        ("word-vectors", {"method": "glove"}, {"method": "glove", "pseudocount": 1.0, "subsample": 0.0}, [
            "pseudocount"
        ]),
    ],
)  # fmt: skip
def test_a_setting_that_does_not_act_in_one_of_two_is_no_difference(kind, one, other, found):
    configs = [to_config(experiment_class(kind)(**settings)) for settings in (one, other)]
    assert differing(*configs) == found


def test_a_forget_bias_that_is_not_set_changes_no_weight():
    """What the rule above rests on, asked of the nets themselves."""
    first = [_gradients_noted(forget_bias=bias, set_forget_bias=False) for bias in (-4.0, 8.0)]
    assert first[0] == first[1]
    assert first[0] != _gradients_noted(forget_bias=8.0, set_forget_bias=True)


def _gradients_noted(**settings):
    events = train(experiment_class("recall")(longest_lag=4, hidden_size=2, num_steps=20, **settings))
    return [event.content for event in events if isinstance(event, Note)]


def test_a_yes_or_no_is_written_as_one():
    assert written("set_forget_bias", True) == "forget bias set by hand: yes"
    assert written("bidirectional", False) == "both directions: no"
    assert written("forget_bias", -4.0) == "forget bias −4"
