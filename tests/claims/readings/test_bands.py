from __future__ import annotations

from collections import Counter

import pytest

from seqviz.claims.definitions.vectors import BANDS
from seqviz.claims.readings.bands import analogies_right, questions_in_band
from seqviz.corpora.world import analogy_questions
from seqviz.export.bundled_runs import load_bundled_run


def test_the_analogies_of_a_run_are_those_that_it_counted_itself():
    run = load_bundled_run("world_skipgram")
    scores = run.result["analogies"].values()
    asked = sum(len(each) for each in analogy_questions().values())
    assert analogies_right(run) == pytest.approx(sum(right for right, _, _ in scores) / asked)


def test_bands_are_thirds_from_the_rarest_word_up():
    run = load_bundled_run("world_skipgram")
    counts = dict(zip(run.extras["words"], run.extras["counts"], strict=True))
    bands = [questions_in_band(counts, band) for band in BANDS]
    rarest = [[min(counts[word] for word in question) for question in band] for band in bands]
    assert max(rarest[0]) <= min(rarest[1]) and max(rarest[1]) <= min(rarest[2])
    assert Counter(sum(bands, [])) == Counter(q for asked in analogy_questions().values() for q in asked)
    assert max(map(len, bands)) - min(map(len, bands)) <= 1


def test_a_word_that_the_text_lacks_is_the_rarest():
    lacking = questions_in_band({}, BANDS[0])
    assert lacking == sorted(q for asked in analogy_questions().values() for q in asked)[: len(lacking)]
