import numpy as np

from seqviz.runs.events import Metrics
from seqviz.runs.history import History


def test_metrics_become_columns_of_each_arm():
    history = History()
    history.add([Metrics(1, 0.1, 0.5, {"loss": 0.7}), Metrics(1, 0.1, 0.5, {"loss": 0.9}, arm="gru")])
    history.add([Metrics(2, 0.2, 1.0, {"loss": 0.6, "accuracy": 0.5})])
    series = history.series("loss")
    np.testing.assert_array_equal(series.steps, [1, 2])
    np.testing.assert_array_equal(series.epochs, [0.1, 0.2])
    np.testing.assert_array_equal(series.seconds, [0.5, 1.0])
    np.testing.assert_array_equal(series.values, [0.7, 0.6])
    assert np.isnan(series.processor_seconds).all()
    assert history.latest("loss", "gru") == 0.9
    assert history.latest("accuracy", "gru") is None
    assert history.arms == ("", "gru")
    assert history.names == ("loss", "accuracy")


def test_processor_seconds_stand_beside_those_of_the_clock():
    history = History()
    history.add(
        [Metrics(1, 0.1, 0.5, {"loss": 0.7}, processor_seconds=0.25), Metrics(2, 0.2, 1.0, {"loss": 0.6})]
    )
    np.testing.assert_array_equal(history.series("loss").processor_seconds, [0.25, np.nan])


def test_what_was_not_measured_is_empty():
    assert len(History().series("loss").values) == 0
