from __future__ import annotations

import pytest

from seqviz.experiments.next_word.claim import ONLY_COPIED
from tests.experiments.altered import with_results


@pytest.mark.parametrize(
    ("whole", "so_far", "holds"), [(0.9, 0.4, True), (0.9, 0.6, False), (0.4, 0.3, False)]
)
def test_it_must_be_ahead_with_the_answer_in_sight_and_behind_without(whole, so_far, holds):
    forward = {"accuracy_whole": 0.5, "accuracy_so_far": 0.5}
    both = {"accuracy_whole": whole, "accuracy_so_far": so_far}
    run = with_results("next_word", {"forward": forward, "both directions": both})
    assert ONLY_COPIED.holds(run) is holds
