"""What is said of a net's training follows from its run."""

from __future__ import annotations

import pytest

from seqviz.text.intervals import share_interval
from seqviz.ui.runs.trained import BUNDLED
from seqviz.ui.sentences.learned_from import learned_from, title
from seqviz.ui.sentences.readers import names_with_the_app, with_the_app


@pytest.mark.parametrize("net_id", [BUNDLED, *names_with_the_app()])
def test_it_tells_what_the_net_read_how_often_it_is_right_and_what_it_knows(net_id):
    net, said = with_the_app(net_id), learned_from(net_id)
    number = sum(map(sum, net.result["confusion"]))
    within = share_interval(round(net.result["accuracy"] * number), number)
    assert f"gets {net.result['accuracy']:.1%} right" in said
    assert f"{within.low:.1%} to {within.high:.1%}" in said
    assert f"{net.reader.num_known:,}" in said
    assert ("generated for the app" in said) == (net_id == BUNDLED)
    assert ("IMDb" in said) == (net_id != BUNDLED)


def test_no_two_nets_have_one_title():
    titles = [title(net_id) for net_id in (BUNDLED, *names_with_the_app())]
    assert len(set(titles)) == len(titles)
    assert all(one.endswith("comes with the app") for one in titles)


def test_the_nets_of_a_cell():
    assert names_with_the_app("gru") == ["imdb-gru"]
    assert names_with_the_app("lstm") == ["imdb-lstm-last", "imdb-lstm"]
