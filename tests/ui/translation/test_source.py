from __future__ import annotations

import pytest

from seqviz.experiments.translation.config import TranslationExperiment
from seqviz.experiments.translation.trained import TranslationReader
from seqviz.models.seq2seq import SPECIALS
from seqviz.ui.translation.source import EXAMPLES, example_of, unknown_in_words


@pytest.mark.parametrize(("unit", "example"), [("words", "un deux trois"), ("characters", "undeuxtrois")])
def test_a_net_of_ones_own_pairs_has_something_to_read_before_anything_is_typed(unit, example):
    vocabulary = (*SPECIALS, "un", "deux", "trois", "quatre")
    net = TranslationReader(TranslationExperiment(task="upload:a"), vocabulary, vocabulary, unit, unit, {})
    assert example_of(net) == example
    if unit == "words":
        assert not net.unknown(example)


def test_a_task_of_ours_has_its_own_example():
    net = TranslationReader(TranslationExperiment(task="dates"), SPECIALS, SPECIALS, "words", "words", {})
    assert example_of(net) == EXAMPLES["dates"]


def test_a_source_of_unknown_tokens_alone_is_said_to_be_read_as_nothing():
    assert "says nothing about it" in unknown_in_words(["x", "y", "x"], ["x", "y"])
    some = unknown_in_words(["a", "**x**"], ["**x**"])
    assert some.endswith(r"read as unknown and marked ‹ ›: \*\*x\*\*") and "says nothing" not in some
