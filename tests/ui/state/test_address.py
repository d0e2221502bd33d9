from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seqviz.ui.state.address import Choice, Flag, Number, Text

HIDDEN = Number("hidden", 1, 64, 16, 1)
RATE = Number("rate", 0.001, 1.0, 0.01, 0.001)
CELL = Choice("cell", ("rnn", "lstm"), "lstm", str.upper)
LARGE = Flag("large")
REVIEW = Text("review", "not bad", longest=10)
SEED = Number("seed", 0, 2**31 - 1, 0, 1)


@pytest.mark.parametrize(
    ("setting", "value", "texts"),
    [
        (HIDDEN, 4, ["4"]),
        (SEED, 2**31 - 1, ["2147483647"]),
        (RATE, 0.005, ["0.005"]),
        (CELL, "rnn", ["RNN"]),
        (LARGE, True, ["true"]),
        (REVIEW, "a & b", ["a & b"]),
    ],
)
def test_what_is_written_is_read_again(setting, value, texts):
    assert setting.write(value) == texts
    assert setting.fault("\n".join(texts)) is None
    assert setting.read(texts) == value


@given(st.floats(0.001, 1.0))
def test_a_fraction_is_written_with_ten_digits(rate):
    assert RATE.read(RATE.write(rate)) == pytest.approx(rate, rel=1e-9)
