from __future__ import annotations

import numpy as np
import pytest

from seqviz.models.handmade_net import VOCABULARY, light_switch
from seqviz.models.inspect.gates import trace

ON, OFF, WAIT = VOCABULARY.index("on"), VOCABULARY.index("off"), 1


@pytest.mark.parametrize("cell", ["lstm", "gru"])
def test_the_light_stays_as_it_was_switched_however_long_one_waits(cell):
    net = light_switch(cell)
    ids = [WAIT, ON, *[WAIT] * 40, OFF, *[WAIT] * 20]
    states = trace(net, ids, [VOCABULARY[k] for k in ids]).layers[0].gates["hidden_state"][:, 0]
    assert abs(states[0]) < 0.05
    assert states[1:42].min() > 0.65
    assert states[42:].max() < -0.55


def test_the_lstm_counts_how_often_the_light_was_switched_on():
    ids = [ON, WAIT, ON, ON, OFF, ON]
    memory = trace(light_switch("lstm"), ids, list("abcdef")).layers[0].gates["cell_state"][:, 1]
    np.testing.assert_allclose(memory, [1, 1, 2, 3, 0, 1], atol=0.06)


def test_the_plain_cell_has_no_gate_for_it():
    with pytest.raises(ValueError, match="not 'rnn'"):
        light_switch("rnn")
