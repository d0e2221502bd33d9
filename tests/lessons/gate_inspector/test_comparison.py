"""What stands on the inspector's canvas: what can be taken away, and how it can be sorted."""

import numpy as np
import torch

from seqviz.experiments.sentiment.config import SentimentExperiment
from seqviz.experiments.sentiment.trained import SentimentReader
from seqviz.figures.gates import Moment, TraceView, difference
from seqviz.lessons.gate_inspector.comparison import Picture, _stacked
from seqviz.lessons.gate_inspector.reading import Reading
from seqviz.models.inspect.gates import trace
from seqviz.models.sentiment import SentimentNet


def view(title, *rows):
    return TraceView(title, ("not", "good"), {"hidden_state": np.array(rows, np.float32)})


def test_every_earlier_moment_can_be_taken_away_once():
    then, now = view("while it learned", [0, 0], [0, 0]), view("the finished net", [0.5, 1], [0.5, 1])
    moments = [Moment(f"epoch {k}", (then, now, difference(then, now))) for k in (1, 2)]
    picture = Picture((now, now, difference(now, now)), (0, 1), tuple(moments))
    assert [trace.title for trace in picture.everything] == [
        "epoch 1: while it learned",
        "epoch 1: Difference (first − second)",
        "epoch 2: while it learned",
        "epoch 2: Difference (first − second)",
        "the finished net",
    ]
    assert picture.orders[0].units["hidden_state"].tolist() == [1, 0]


def test_units_are_sorted_by_how_far_apart_two_texts_are_gaps_and_all():
    above, below = view("a", [0.1, 0.9, 0.2], [np.nan] * 3), view("b", [0.2, 0.4, 0.2], [0.3, 0.3, 0.3])
    picture = Picture((above, below, difference(above, below)), (0, None))
    assert picture.everything == picture.traces
    assert picture.orders[0].units["hidden_state"].tolist() == [1, 0, 2]


def test_a_net_that_lacks_the_layer_says_which_one_is_drawn():
    deep, flat = (_read(sizes) for sizes in ((3, 3), (3,)))
    titles = [trace.title for trace in _stacked(deep, flat, "2 forward", ("deep", "flat")).traces]
    assert titles == ["deep", "flat, its layer 1 forward", "Difference (first − second)"]


def _read(sizes):
    with torch.random.fork_rng():
        torch.manual_seed(0)
        net = SentimentNet(9, 4, "gru", sizes)
    ids, tokens = np.array([2, 3]), ("not", "good")
    reader = SentimentReader(SentimentExperiment(hidden_sizes=sizes), net, None)  # type: ignore[arg-type]
    return Reading(reader, "a net", tokens, ids, trace(net, ids.tolist(), tokens), None, 0)
