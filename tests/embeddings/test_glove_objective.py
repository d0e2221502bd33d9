import numpy as np
import pytest

from seqviz.embeddings.glove_objective import GloveConfig, GloveModel, weight


def test_the_weight_of_the_worked_example():
    counts = np.array([0, 1, 10, 50, 100, 500])
    expected = [0.0, 0.03162277660168379, 0.1778279410038923, 0.5946035575013605, 1, 1]
    np.testing.assert_allclose(weight(counts), expected, rtol=1e-12)


def test_a_term_adds_up():
    term = GloveModel.random(4, 3, seed=0).term(1, 2, 50.0, GloveConfig())
    assert term.error == pytest.approx(term.dot + term.focus_bias + term.context_bias - np.log(50))
    assert term.loss == pytest.approx(term.weight * term.error**2)


def test_a_cell_that_is_never_seen_has_no_term():
    with pytest.raises(ValueError, match="never meet"):
        GloveModel.random(4, 3, seed=0).term(1, 2, 0.0, GloveConfig())


@pytest.mark.parametrize("setting", [{"dim": 0}, {"x_max": 0.0}, {"learning_rate": -1.0}])
def test_settings_out_of_bounds_are_refused(setting):
    with pytest.raises(ValueError, match=next(iter(setting))):
        GloveConfig(**setting)
