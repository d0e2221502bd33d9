from __future__ import annotations

from types import SimpleNamespace

from seqviz.claims.readings.speed import words_a_second


def test_words_a_second_counts_every_epoch():
    outcome = SimpleNamespace(result={"positions": 1_000, "processor_seconds": 2.0}, config={"num_epochs": 4})
    assert words_a_second(outcome) == 2_000
