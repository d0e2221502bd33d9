from dataclasses import replace

import numpy as np
import pytest

from seqviz.figures.gates import TraceView, description, difference, marked_tokens, widened


def view(values, tokens=None, name="cell_state", **more):
    return TraceView("LSTM", tuple(tokens or ("a",) * len(values)), {name: values}, **more)


def test_the_difference_is_that_of_the_values_and_is_signed():
    above, below = (
        view(np.array([[0.9], [0.2]]), "ab", "forget_gate"),
        view(np.array([[0.5], [0.3]]), "ac", "forget_gate"),
    )
    apart = difference(above, below)
    np.testing.assert_allclose(apart.gates["forget_gate"], [[0.4], [-0.1]])
    assert apart.tokens == ("a", "b \N{MINUS SIGN} c")
    assert apart.is_difference


def test_traces_whose_units_cannot_be_paired_have_no_difference():
    assert difference(view(np.zeros((2, 3))), view(np.zeros((2, 4)))) is None


def test_a_widened_trace_has_gaps_where_the_other_text_has_words():
    wide = widened(view(np.array([[1.0], [2.0]]), ("not", "good")), [None, 0, 1])
    assert wide.tokens == (None, "not", "good")
    assert np.isnan(wide.gates["cell_state"][0, 0])
    assert wide.gates["cell_state"][1:, 0].tolist() == [1.0, 2.0]


def test_the_text_alternative_names_where_the_extremes_are():
    said = description(view(np.array([[0.1, 0.5], [0.9, 0.2]]), ("not", "good"), "forget_gate"))
    assert "lowest 0.10 (unit 0 at “not”)" in said
    assert "highest 0.90 (unit 0 at “good”)" in said
    assert "mean 0.42" in said or "mean 0.43" in said


def test_values_that_do_not_fit_their_tokens_are_refused():
    with pytest.raises(ValueError, match="2 tokens need"):
        view(np.zeros((3, 1)), ("a", "b"))


def test_tokens_that_the_net_does_not_know_are_marked_in_the_picture_and_named_in_its_words():
    view = TraceView(
        "LSTM", ("so", "amazin", "."), {"hidden_state": np.zeros((3, 2))}, is_unknown=(False, True, False)
    )
    assert marked_tokens(view) == ["so", "‹amazin›", "."]
    assert marked_tokens(widened(view, (0, None, 1, 2))) == ["so", None, "‹amazin›", "."]
    assert "Unknown to the net: amazin." in description(view)
    assert marked_tokens(replace(view, is_unknown=())) == ["so", "amazin", "."]
