from __future__ import annotations

from collections import Counter

import pytest

from seqviz.corpora.contrasts import contrasts
from seqviz.text.stop_words import negations
from seqviz.text.tokens import words

KINDS = ("reordered", "negated", "negated at a distance")


def test_reordered_sentences_hold_the_same_words():
    for pair in contrasts("reordered", 60, 0):
        assert Counter(words(pair.praise)) == Counter(words(pair.complaint))
        assert words(pair.praise) != words(pair.complaint)


@pytest.mark.parametrize("kind", KINDS[1:])
def test_a_negation_is_all_that_is_added(kind):
    for pair in contrasts(kind, 60, 0):
        praise, complaint = words(pair.praise), words(pair.complaint)
        added = Counter(complaint) - Counter(praise)
        assert set(added) & (negations() | {"hardly", "nobody", "no"})
        assert not set(praise) & {"not", "nobody", "hardly", "never"}


def test_at_a_distance_the_negation_stands_further_from_the_adjective():
    near, far = (
        [len(words(pair.complaint)) - len(words(pair.praise)) for pair in contrasts(kind, 60, 0)]
        for kind in KINDS[1:]
    )
    assert max(near) <= 2
    for pair in contrasts("negated at a distance", 60, 1):
        place = next(k for k, word in enumerate(words(pair.complaint)) if word in ("hardly", "nobody", "no"))
        assert len(words(pair.complaint)) - place > 5
    assert max(far) <= 4


def test_the_seed_draws_the_pairs():
    assert contrasts("negated", 9, 4) == contrasts("negated", 9, 4) != contrasts("negated", 9, 5)
