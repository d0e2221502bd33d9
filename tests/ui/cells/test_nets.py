import pytest

from seqviz.ui.cells.nets import HAND_SET, TRAINED, cell_reader


@pytest.mark.parametrize("cell", ["lstm", "gru"])
@pytest.mark.parametrize("net", [TRAINED, HAND_SET])
def test_a_cells_nets_have_that_cell(cell, net):
    assert cell_reader(cell, net).net.recurrent.cell == cell


def test_a_cell_without_a_net_of_its_own_is_refused():
    with pytest.raises(ValueError, match="no net with the cell"):
        cell_reader("rnn", TRAINED)
