from __future__ import annotations

import pytest
import torch

from seqviz.claims.readings.parameters import gru_over_lstm


@pytest.mark.parametrize("units", [8, 512])
def test_parameters_are_pytorchs_own_and_keras_formula(units):
    gru, lstm = (
        sum(p.numel() for p in layer(units, units).parameters()) for layer in (torch.nn.GRU, torch.nn.LSTM)
    )
    assert gru_over_lstm("pytorch", units) == gru / lstm == 0.75
    keras_gru = 3 * (units * units + units * units + 2 * units)  # reset_after=True: two biases
    keras_lstm = 4 * (units * units + units * units + units)
    assert gru_over_lstm("keras", units) == keras_gru / keras_lstm > 0.75
