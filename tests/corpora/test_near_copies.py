from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from seqviz.corpora.near_copies import near_copies
from seqviz.corpora.reviews import review_corpus
from seqviz.text.tokens import words

TEXTS = st.lists(st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=9), max_size=12)


def similarity(one, other):
    return len(set(one) & set(other)) / len(set(one) | set(other))


@given(TEXTS, TEXTS, st.sampled_from([0.3, 0.5, 2 / 3, 0.8, 1.0]))
def test_what_is_found_is_what_comparing_all_pairs_finds(known, others, share):
    expected = [any(similarity(other, one) >= share - 1e-9 for one in known) for other in others]
    assert list(near_copies(known, others, share)) == expected


def test_a_template_with_one_word_changed_is_a_near_copy():
    known = [words("The soup at this little place was truly warm and good.")]
    others = [words("The soup at this little place was truly cold and good."), words("A dull film.")]
    assert list(near_copies(known, others)) == [True, False]


def test_the_bundled_validation_reviews_hold_no_near_copy_of_a_training_review():
    corpus = review_corpus()
    train, validation = (list(map(words, part.texts)) for part in (corpus.train, corpus.validation))
    assert not any(near_copies(train, validation))
