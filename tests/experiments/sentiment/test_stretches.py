"""Stretches are runs of a text's own tokens that begin with a sentence."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from seqviz.experiments.sentiment.stretches import LONGEST, SHORTEST, stretches

END = 2


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(2, 9), min_size=1, max_size=90), st.integers(0, 99))
def test_a_stretch_begins_a_sentence_and_follows_the_text(ids, seed):
    text = np.array(ids)
    (stretch,) = stretches([text], [END], np.random.default_rng(seed))
    begins = [k for k in range(len(text)) if k == 0 or text[k - 1] == END]
    assert any(np.array_equal(stretch, text[k : k + len(stretch)]) for k in begins)
    assert len(stretch) <= LONGEST


def test_every_sentence_is_drawn_and_one_length_holds_for_all():
    text = np.arange(300) + 10
    text[2::3] = END  # a hundred sentences of three tokens, none like another
    drawn = stretches([text] * 2_000, [END], np.random.default_rng(0))
    assert {int(stretch[0]) for stretch in drawn} == set(text[::3].tolist())
    longest = max(map(len, drawn))
    assert SHORTEST <= longest < LONGEST
    assert all(len(stretch) == min(longest, 300 - (int(stretch[0]) - 10)) for stretch in drawn)
