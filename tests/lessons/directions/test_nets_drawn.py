from __future__ import annotations

import numpy as np
import pytest
import torch

from seqviz.lessons.directions.nets_drawn import drawn_net
from seqviz.lessons.directions.teddy import FIRST, tagging_reader
from seqviz.text.tokens import words
from seqviz.ui.runs.trained import BUNDLED
from tests.runs.plain import twin_of

TOKENS = words(FIRST.default)


@pytest.mark.parametrize("arm", ["forward", "both directions"])
def test_the_states_and_answers_drawn_are_those_of_torchs_lstm(arm):
    reader = tagging_reader(BUNDLED)
    net, drawn = reader.nets[arm], drawn_net(reader, arm, TOKENS)
    ids = torch.from_numpy(reader.vocabulary.ids(TOKENS)).unsqueeze(0)
    with torch.no_grad():
        states = twin_of(net.recurrent)(net.embedding(ids))[0][0]  # (num_tokens, directions * hidden_size)
    np.testing.assert_allclose(np.concatenate(list(drawn.states.values()), axis=1), states, atol=1e-6)
    with torch.no_grad():
        np.testing.assert_allclose(drawn.answers, net.output(states).softmax(1), atol=1e-6)
    assert list(drawn.states) == ["forward", "reverse"][: len(drawn.states)]
    assert drawn.as_data()["states"]["forward"] == drawn.states["forward"].tolist()
