import numpy as np

from seqviz.figures.similarity import similarities


def test_cosines_are_drawn_on_a_fixed_range_with_their_numbers():
    cosines = np.array([[1, 0.5], [0.5, 1]])
    figure = similarities(cosines, ["1", "2"], weighting="Counts")
    (grid,) = figure.data
    assert (np.array(grid.z) == cosines).all()
    assert (grid.zmin, grid.zmax) == (0, 1)
    assert grid.texttemplate
    assert "Counts" in figure.layout.title.text
    assert figure.layout.xaxis.title.text
    assert figure.layout.yaxis.title.text


def test_many_documents_go_without_numbers():
    assert similarities(np.eye(20), [str(k) for k in range(20)], weighting="x").data[0].texttemplate is None
