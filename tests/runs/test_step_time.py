from seqviz.models.cells.registry import CELLS
from seqviz.runs.step_time import TORCH_GRU, LayerSize, step_seconds


def test_every_layer_is_timed_in_turn_and_its_spread_holds_the_median():
    found = step_seconds(LayerSize(8, 8, length=5, batch=2), repeats=3)
    assert list(found) == [*CELLS, TORCH_GRU]
    assert all(0 < spread.low <= spread.median <= spread.high for spread in found.values())
