import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.stats import chisquare

from seqviz.models.language import LanguageNet
from seqviz.models.numpy_inference import NetStepper
from seqviz.models.sampling import SamplingRule, draw, write

LOGITS = arrays(np.float32, 6, elements=st.floats(-8, 8, width=32), unique=True)


def weights_of(net):
    return {name: value.numpy() for name, value in net.state_dict().items()}


class Fixed:
    """A model that always says the same."""

    def __init__(self, probabilities):
        self.logits = np.log(np.array(probabilities, np.float32))

    def start(self):
        return ()

    def step(self, state, symbol):
        return self.logits.copy(), state


def test_symbols_are_drawn_as_often_as_the_distribution_says():
    model = Fixed([0.4, 0.3, 0.15, 0.1, 0.05])
    rule = SamplingRule(temperature=1.5, top_k=4)
    counts = np.bincount(draw(model, [0], 8_000, rule, seed=3), minlength=5)
    expected = np.array([0.4, 0.3, 0.15, 0.1]) ** (1 / 1.5)
    assert counts[4] == 0
    assert chisquare(counts[:4], 8_000 * expected / expected.sum()).pvalue > 0.001


@given(LOGITS, st.floats(0.1, 5), st.integers(0, 6), st.floats(0.05, 1))
def test_a_distribution_sums_to_one_and_keeps_the_likeliest(logits, temperature, top_k, top_p):
    row = SamplingRule(temperature, top_k, top_p).distribution(logits)
    assert row.sum() == pytest.approx(1.0, abs=1e-5)
    whole = SamplingRule(temperature).distribution(logits)  # where two are equal, either may be kept
    assert whole[row.argmax()] == whole.max()
    assert (row > 0).sum() <= (top_k or 6)


@given(LOGITS)
def test_temperature_zero_takes_the_likeliest(logits):
    assert SamplingRule(temperature=0).distribution(logits).tolist() == np.eye(6)[logits.argmax()].tolist()


def test_top_p_keeps_the_smallest_set_that_reaches_it():
    row = SamplingRule(top_p=0.7).distribution(np.log(np.float32([0.5, 0.1, 0.3, 0.1])))
    assert row == pytest.approx([0.625, 0, 0.375, 0], abs=1e-6)


def test_top_p_counts_the_probability_among_all_symbols_also_under_top_k():
    row = SamplingRule(top_k=3, top_p=0.5).distribution(np.log(np.float32([0.4, 0.3, 0.2, 0.1])))
    assert row == pytest.approx([4 / 7, 3 / 7, 0, 0], abs=1e-6)


def test_the_same_seed_writes_the_same_and_another_seed_something_else():
    torch.manual_seed(0)
    model = NetStepper("gru", weights_of(LanguageNet(9, 5, "gru", (6,))))
    first = draw(model, [2], 50, SamplingRule(), seed=7, forbidden=(0, 1))
    assert first == draw(model, [2], 50, SamplingRule(), seed=7, forbidden=(0, 1))
    assert first != draw(model, [2], 50, SamplingRule(), seed=8, forbidden=(0, 1))
    assert not {0, 1} & set(first)


def test_writing_keeps_what_each_symbol_was_drawn_from():
    torch.manual_seed(0)
    model = NetStepper("lstm", weights_of(LanguageNet(9, 5, "lstm", (6,))))
    rule = SamplingRule(0.7, top_k=3)
    writing = write(model, [2, 4], 20, rule, 5, (0,))
    assert writing.symbols.tolist() == draw(model, [2, 4], 20, rule, 5, (0,))
    assert writing.distributions.shape == writing.model.shape == (20, 9)
    assert writing.distributions.sum(axis=1) == pytest.approx(np.ones(20), abs=1e-5)
    assert (writing.distributions[np.arange(20), writing.symbols] > 0).all()
    assert (writing.model > 0).all()


def test_nothing_to_begin_with_and_rules_out_of_bounds_are_refused():
    with pytest.raises(ValueError, match="prompt is empty"):
        draw(Fixed([0.5, 0.5]), [], 3, SamplingRule(), 0)
    for wrong in ({"temperature": -1}, {"top_k": -1}, {"top_p": 0.0}):
        with pytest.raises(ValueError, match="need 0 or more"):
            SamplingRule(**wrong)
