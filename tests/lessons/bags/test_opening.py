from __future__ import annotations

import numpy as np
import pytest

from seqviz.lessons.bags.opening import ONLY_THE_NET_TELLS
from seqviz.lessons.bags.readers import READERS


@pytest.mark.parametrize(
    ("bag", "net", "holds"),
    [
        ((0.6, 0.6), (0.9, 0.1), True),
        ((0.6, 0.5), (0.9, 0.1), False),
        ((0.6, 0.6), (0.9, 0.8), False),
        ((0.6, 0.6), (0.1, 0.9), False),
    ],
)
def test_the_bag_must_be_blind_and_the_net_right_about_both(bag, net, holds):
    said = dict.fromkeys(READERS, np.array([0.5, 0.5])) | {
        READERS[0]: np.array(bag),
        READERS[-1]: np.array(net),
    }
    assert ONLY_THE_NET_TELLS.holds(said) is holds
