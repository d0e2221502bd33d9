from __future__ import annotations

from seqviz.figures.repair import results
from tests.figures.labelled import assert_labelled


def test_each_version_has_its_bars_and_one_that_stopped_has_none():
    values = {"as it stands": {"a": 0.25, "b": 3.0}, "with your line": {}}
    figure = results(values, title="Results", axis="share")
    assert_labelled(figure)
    assert list(figure.data[0].x) == [0.25, 3.0]
    assert list(figure.data[0].text) == ["0.250", "3.000"]
    assert list(figure.data[1].x) == [None, None]
    assert figure.layout.xaxis.range[1] > 3
