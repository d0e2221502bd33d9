from __future__ import annotations

import numpy as np
import pytest

from seqviz.claims.readings import sentence_pairs
from seqviz.claims.readings.sentence_pairs import share_both_right
from seqviz.corpora.contrasts import contrasts


@pytest.mark.parametrize(
    ("answers", "expected"),
    [("knows", 1.0), ("always praises", 0.0), ("is the other way round", 0.0), ("is undecided", 0.0)],
)
def test_a_pair_is_told_apart_where_both_classes_are_right(answers, expected):
    praise = {pair.praise for pair in contrasts("negated", sentence_pairs.NUM_PAIRS, 3)}
    says = {
        "knows": lambda text: float(text in praise),
        "always praises": lambda text: 1.0,
        "is the other way round": lambda text: float(text not in praise),
        "is undecided": lambda text: 0.5,
    }[answers]
    assert share_both_right(lambda texts: np.array([says(t) for t in texts]), "negated", 3) == expected
