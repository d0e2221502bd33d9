from __future__ import annotations

import pytest

from seqviz.claims.every_claim import CLAIMS
from seqviz.claims.levels import read_levels, write_levels
from seqviz.runs.experiment import ConfigError

E3 = CLAIMS["E3"]


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("usual", {}),
        ("lag=20,5", {"lag": (5, 20)}),
        (" lag = 5 ; LSTM's forget bias=4;", {"lag": (5,), "LSTM's forget bias": (4,)}),
    ],
)
def test_a_line_of_text_names_levels(text, levels):
    assert read_levels(E3, text) == levels


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("lags=5", "takes lag=… and LSTM's forget bias=…, not 'lags=5'"),
        ("lag", "not 'lag'"),
        ("lag=7", "The lag may be 5, 10, 20, 40, 80, not '7'"),
        ("lag=", "and at least one of them"),
        ("lag=5;lag=10", "names lag twice"),
    ],
)
def test_what_is_no_level_is_said(text, sentence):
    with pytest.raises(ConfigError, match=sentence):
        read_levels(E3, text)


def test_levels_are_written_as_they_are_read():
    levels = {"lag": (5, 80), "LSTM's forget bias": (0, 2, 4)}
    assert write_levels(E3, levels) == "lag=5,80"
    assert read_levels(E3, write_levels(E3, levels)) == {"lag": (5, 80)}
    assert write_levels(E3, {}) == "usual"
