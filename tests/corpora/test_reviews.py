import hashlib
import os
import re
import subprocess
import sys
from collections import Counter

import numpy as np
import pytest

from seqviz.corpora.grammar import SLOT, aspects, table
from seqviz.corpora.reviews import patterns, review_corpus
from seqviz.text.baseline import fit_baseline
from seqviz.text.tokens import words

PARTS = ("train", "validation", "test")
PINNED = "aa874421b5b2e4d92a497705777e7ee6a01981e029f581ae2cab38eb92848e65"


def digest():
    corpus = review_corpus()
    lines = hashlib.sha256()
    for part in (corpus.train, corpus.validation, corpus.test):
        rows = zip(part.ids, part.labels.tolist(), part.texts, strict=True)
        lines.update("\n".join(f"{name}\t{label}\t{text}" for name, label, text in rows).encode())
    return lines.hexdigest()


def all_texts():
    corpus = review_corpus()
    return [*corpus.train.texts, *corpus.validation.texts, *corpus.test.texts]


def test_the_corpus_is_the_one_that_was_measured():
    assert digest() == PINNED


def test_another_hash_seed_gives_the_same_corpus():
    command = [sys.executable, "-c", "from tests.corpora.test_reviews import digest; print(digest())"]
    environment = os.environ | {"PYTHONHASHSEED": "12345"}
    said = subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout
    assert said.strip() == PINNED


def test_there_are_enough_reviews_and_words():
    texts = all_texts()
    assert len(texts) >= 4000
    assert len({token for text in texts for token in words(text) if token.isalpha()}) >= 600


def test_no_text_occurs_twice():
    assert Counter(all_texts()).most_common(1)[0][1] == 1


@pytest.mark.parametrize("part", PARTS)
def test_both_classes_are_equally_common(part):
    assert getattr(review_corpus(), part).labels.mean() == 0.5


def test_no_two_parts_share_a_pattern():
    texts = {part: {pattern.text for pattern in patterns(part)} for part in PARTS}
    for one, other in (("train", "validation"), ("train", "test"), ("validation", "test")):
        assert texts[one] and not texts[one] & texts[other]


@pytest.mark.parametrize("part", PARTS)
def test_every_review_is_of_a_pattern_of_its_part(part):
    named = {f"{part}/{pattern.kind}-{pattern.number}" for pattern in patterns(part)}
    used = {review_id.rsplit("/", 1)[0] for review_id in getattr(review_corpus(), part).ids}
    assert used == named


def test_all_words_of_the_test_part_can_be_learnt():
    corpus = review_corpus()
    learnt = {token for text in corpus.train.texts for token in words(text)}
    held_out = {token for text in (*corpus.validation.texts, *corpus.test.texts) for token in words(text)}
    assert held_out <= learnt


def test_no_adjective_praises_one_thing_and_blames_another():
    kinds = [kind for kind in table("adjectives").values() if isinstance(kind, dict)]
    good = {word for kind in kinds for word in kind["good"]}
    assert not good & {word for kind in kinds for word in kind["bad"]}


def test_every_slot_is_filled():
    assert not [text for text in all_texts() if SLOT.search(text)]


def test_articles_and_numbers_agree():
    nouns = [noun for topic in table("topics") for noun in aspects(topic)]
    many = "|".join(noun.word for noun in nouns if noun.pronoun == "they")
    one = "|".join(noun.word for noun in nouns if noun.pronoun != "they")
    wrong = re.compile(
        rf"\b(a [aeio]|an [^aeiou]|the ({many}) (was|is)\b|the ({one}) (were|are)\b|they (was|is)|it (were|are)|  )",
        re.IGNORECASE,
    )
    assert wrong.search("The actors was good") and wrong.search("a awful")
    assert not [text for text in all_texts() if wrong.search(text)]


def test_every_sentence_starts_with_a_capital_and_ends():
    for text in all_texts():
        assert text[-1] == "."
        assert all(sentence[0].isupper() for sentence in text.split(". "))


def test_the_words_around_the_judgements_are_alike_in_both_classes():
    corpus = review_corpus()
    shares = []
    for label in (0, 1):
        texts = [
            text
            for text, found in zip(corpus.train.texts, corpus.train.labels, strict=True)
            if found == label
        ]
        shares.append(
            [
                np.mean([word in words(text) for text in texts])
                for word in ("not", "but", "although", "nobody")
            ]
        )
    np.testing.assert_allclose(shares[0], shares[1], atol=0.03)


def test_a_bag_of_words_and_pairs_is_fooled_but_not_helpless():
    corpus = review_corpus()
    baseline = fit_baseline(corpus.train.texts, corpus.train.labels)
    assert 0.6 <= baseline.accuracy(corpus.test.texts, corpus.test.labels) <= 0.85
