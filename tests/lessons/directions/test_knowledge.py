from __future__ import annotations

import numpy as np
import torch

from seqviz.lessons.directions.knowledge import known_at_each_position
from seqviz.lessons.directions.teddy import tagging_reader
from seqviz.models.stack import joined
from seqviz.ui.runs.trained import BUNDLED

TOKENS = ["teddy", "was", "washed", "."]


def test_what_a_position_knows_is_how_far_words_move_its_joined_states():
    reader = tagging_reader(BUNDLED)
    net = reader.nets["both directions"]
    rows = net.vectors(torch.from_numpy(reader.vocabulary.ids(TOKENS)).unsqueeze(0)).detach()
    known = known_at_each_position(reader.influence("both directions", TOKENS))
    for t in range(len(TOKENS)):
        jacobian = torch.autograd.functional.jacobian(lambda x, t=t: joined(net.recurrent(x)[0])[0, t], rows)
        np.testing.assert_allclose(known[t], jacobian[:, 0].norm(dim=(0, 2)), rtol=1e-4, atol=1e-7)


def test_a_forward_net_leaves_every_later_word_empty():
    known = known_at_each_position(tagging_reader(BUNDLED).influence("forward", TOKENS))
    assert (known == 0).sum() == 6
    assert (np.triu(known, 1) == 0).all()
