from __future__ import annotations

from seqviz.lessons.gradients.findings import RADII, what_explodes
from seqviz.models.inspect.gradients import GradientSetting, gradient_curves


def test_the_same_random_input_lets_one_gradient_vanish_and_another_explode():
    ratios = []
    for radius in RADII:
        setting = GradientSetting("rnn", 200, radius, activation="relu")
        curve = gradient_curves("rnn", setting.inputs(), setting.weights(), "relu").hidden_state
        ratios.append(float(curve[0] / curve[-1]))
    assert ratios[0] < 1e-3 and ratios[1] > 1e3
    assert all(f"**{ratio:.2g}**" in what_explodes() for ratio in ratios)
