from __future__ import annotations

import numpy as np
import pytest

from seqviz.corpora.preparing import fewer, prepared_corpus
from seqviz.corpora.records import CorpusError, LabelledTexts
from seqviz.corpora.reviews import review_corpus

TEXTS = LabelledTexts(tuple(f"text {k}" for k in range(40)), np.arange(40) % 2)


@pytest.mark.parametrize("count", [2, 10, 40])
def test_fewer_texts_are_of_both_classes_alike(count):
    found = fewer(TEXTS, count, seed=3)
    assert len(set(found.texts)) == count
    assert found.labels.sum() == count / 2
    assert all(
        TEXTS.labels[TEXTS.texts.index(text)] == label for text, label in zip(*rows(found), strict=True)
    )


def rows(texts):
    return texts.texts, texts.labels


def test_a_smaller_number_is_part_of_a_larger_one_and_another_seed_draws_others():
    small, large = (set(fewer(TEXTS, count, seed=0).texts) for count in (10, 20))
    assert small < large
    assert small != set(fewer(TEXTS, 10, seed=1).texts)


def test_more_texts_than_there_are_is_said():
    with pytest.raises(CorpusError, match="41 training texts were asked for"):
        fewer(TEXTS, 41, seed=0)


def test_a_prepared_corpus_is_the_corpus_unless_something_is_asked_for():
    assert prepared_corpus("reviews") == review_corpus()


def test_fewer_reviews_leave_the_other_parts_whole():
    found, whole = prepared_corpus("reviews", num_train=100, seed=2), review_corpus()
    assert len(found.train) == 100
    assert set(found.train.texts) < set(whole.train.texts)
    assert (found.validation, found.test) == (whole.validation, whole.test)


def test_every_part_of_a_file_is_cleaned(tmp_path):
    table = tmp_path / "films.csv"
    table.write_text(
        "text,label\n"
        + "\n".join(f"the {word}s were filmed {k},{k % 2}" for k, word in enumerate(["plot"] * 40))
    )
    found = prepared_corpus(str(table), cleaning="stems")
    assert {text.split(" ")[1] for text in found.train.texts + found.validation.texts} == {"plot"}
