"""What a lesson gives to keep is so: the numbers and comparisons in its facts, found as the lesson finds them."""

from __future__ import annotations

import numpy as np
import pytest

from contents import SYLLABUS
from seqviz.corpora.reviews import review_corpus
from seqviz.embeddings.frequencies import discard_probability
from seqviz.embeddings.huffman import HuffmanTree
from seqviz.embeddings.projection import principal_components, shared_neighbours
from seqviz.lessons.bags.sentences import cosine_of_bags
from seqviz.lessons.bias.checks import counted_again
from seqviz.lessons.bias.opening import _first_bench as first_bench
from seqviz.lessons.counting.findings import weight_of_i
from seqviz.lessons.space.map import chosen_words
from seqviz.lessons.tokens.pictures import rare_half
from seqviz.lessons.tokens.text import KIND, LOWER, Cut, counted_corpus
from seqviz.lessons.training_tricks.counts import lifted_by_noise
from seqviz.lessons.word2vec.network import NEAR, second_order_option
from seqviz.text.counts import count_terms
from seqviz.ui.vectors.source import bundled, pretrained

FACTS = {lesson.page: " ".join(lesson.facts) for lessons in SYLLABUS.values() for lesson in lessons}


def rarer_half_is_small() -> bool:
    known = counted_corpus(review_corpus(), Cut(KIND.default, LOWER.default))
    return known is not None and rare_half(known) < 1 / 7


def a_corpus_is_nearly_all_zeros() -> bool:
    return count_terms(review_corpus().train.texts, 1, 1).zero_share > 0.95


def spellings_are_strangers() -> bool:
    pairs = (("old", "used"), ("old", "banana"), ("come", "cmoe"))
    return all(cosine_of_bags(*pair, "counts", 1) == 0 for pair in pairs)


def a_tree_of_590_words_takes_7_turns() -> bool:
    tree = HuffmanTree.from_counts(bundled("world_huffman").counts)
    return tree.num_words == 590 and round(tree.mean_depth()) == 7


def p_of_discarding() -> bool:
    return np.allclose(discard_probability(np.array([0.1, 0.001]), 0.001), [0.9, 0])


def opposites_are_near() -> bool:
    vectors = pretrained().vectors
    return vectors.similarity("warm", "cold") > 0.5 > np.abs((vectors.units @ vectors.unit("warm")).mean())


def some_neighbours_on_the_map_are_none() -> bool:
    shown = chosen_words(pretrained(), 120, ["king"])
    points = principal_components(shown.units).points
    pairs = (shared_neighbours(shown.units, points, row, 10) for row in range(len(shown)))
    return any(set(in_space) != set(on_map) for in_space, on_map in pairs)


def company_stays() -> bool:
    bench = first_bench()
    found = counted_again(bench, bench.after)
    return found.told_after > found.told_by_chance and found.near_after > found.near_by_chance


@pytest.mark.parametrize(
    ("page", "said", "is_so"),
    [
        ("tokens", "the rarer half of a vocabulary is less than a seventh", rarer_half_is_small),
        ("counting", "of a whole corpus nearly all cells are 0", a_corpus_is_nearly_all_zeros),
        ("counting", "a term of all documents weighs 0", lambda: weight_of_i() == "0"),
        ("bags", "a synonym or a typo is as far away as any other word", spellings_are_strangers),
        ("word2vec", "also if they never stand in one sentence", lambda: second_order_option() == NEAR),
        ("training_tricks", "P = 1 − √(t/f)", p_of_discarding),
        ("training_tricks", "rare words more often than they occur", lambda: lifted_by_noise()[-1] > 1),
        (
            "training_tricks",
            "about 7 on average for the 590 words of the small world",
            a_tree_of_590_words_takes_7_turns,
        ),
        ("space", "opposites such as *warm* and *cold* too", opposites_are_near),
        ("space", "some of a word’s neighbours on it are none", some_neighbours_on_the_map_are_none),
        ("bias", "a classifier finds their side", company_stays),
    ],
)
def test_a_fact_is_so(page, said, is_so):
    assert said in FACTS[page]
    assert is_so()
