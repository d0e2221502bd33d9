from __future__ import annotations

from seqviz.lessons.stacks.brackets import bracket_reader
from seqviz.lessons.stacks.layers import moved_by_the_last, what_the_second_knows
from seqviz.ui.runs.trained import BUNDLED


def test_only_the_second_layers_forward_state_knows_the_last_token():
    reader = bracket_reader(BUNDLED)
    first, second = moved_by_the_last(reader, ["(", "w", ")"])
    assert first == 0
    assert second > 0.01
    assert (
        f"moves by 0 in layer 1, which has not read it, and by up to {second:.3f}"
        in what_the_second_knows(reader, ["(", "w", ")"])
    )
    assert what_the_second_knows(reader, ["("]) == ""
