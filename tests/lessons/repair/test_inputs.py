from __future__ import annotations

import numpy as np

from seqviz.lessons.repair.inputs import GIVEN, answers, counts, ids_of, sentences


def test_sentences_praise_and_blame_equally_often_and_each_is_there_once():
    assert len(set(sentences())) == len(sentences()) == len(answers()) == 150
    assert answers().sum() == 75
    assert counts().sum(dim=1).tolist() == [len(sentence.split()) for sentence in sentences()]
    assert min(min(ids_of(sentence)) for sentence in sentences()) == 2


def test_no_two_parts_of_the_reviews_share_one():
    parts = [GIVEN[name][1]() for name in ("validation", "test", "fresh")]
    assert [len(labels) for _, labels in parts] == [60, 60, 4000]
    assert len(GIVEN["candidates"][1]()) == 40
    assert all(abs(np.mean(labels) - 0.5) < 0.01 for _, labels in parts)
