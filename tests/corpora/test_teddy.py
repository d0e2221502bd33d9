from __future__ import annotations

from collections import Counter

from seqviz.corpora.teddy import OPENINGS, split_in_pairs, teddy_sentences
from seqviz.text.tokens import words


def up_to_teddy(sentence):
    return sentence.tokens[: sentence.tokens.index("teddy") + 1]


def test_no_beginning_gives_teddy_away():
    seen = {}
    for one in teddy_sentences():
        if "teddy" in one.tokens:
            label = one.labels[one.tokens.index("teddy")]
            seen.setdefault(up_to_teddy(one), Counter())[label] += 1
    assert len(seen) == len(set(map(tuple, map(words, OPENINGS))))
    assert all(counts[1] == counts[2] > 0 and counts[0] == 0 for counts in seen.values())


def test_both_parts_of_the_split_stay_balanced_and_together_are_all():
    train, aside = split_in_pairs(teddy_sentences(), 0.2, seed=3)
    assert sorted(map(str, train + aside)) == sorted(map(str, teddy_sentences()))
    for part in (train, aside):
        labels = Counter(one.labels[one.tokens.index("teddy")] for one in part if "teddy" in one.tokens)
        assert labels[1] == labels[2] > 0


def test_the_two_sentences_of_the_page_are_in_the_corpus():
    told = {one.tokens for one in teddy_sentences()}
    assert tuple(words('He said, "Teddy bears are on sale!"')) in told
    assert tuple(words('He said, "Teddy Roosevelt was a president."')) in told
