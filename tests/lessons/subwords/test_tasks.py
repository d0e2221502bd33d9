from __future__ import annotations

from dataclasses import replace

import pytest

from seqviz.embeddings.space import Neighbour
from seqviz.lessons.subwords.tasks import Screen, doubled, misunderstood, nonsense

QUEEN, LAWYER = Neighbour("queen", 0.9), Neighbour("lawyer", 0.77)
THERE = Screen(
    ("queen", "king", "lawyer", "grandmother"), "uqeen", (LAWYER,), "queen", (3, 3), Neighbour("grandmother", 0.96),
    "doubling", {"swap": 0.29, "doubling": 0.92},
)  # fmt: skip


def test_a_misspelling_that_leads_elsewhere_is_told_with_the_ngrams_left():
    result = misunderstood(THERE)
    assert result.is_done and "Nearest to “uqeen” is *lawyer* (cosine 0.77)" in result.said
    assert result.said.endswith("N-grams left of *queen*: een, en\\>.")
    assert misunderstood(replace(THERE, unseen="quxxn")).said.endswith("N-grams left of *queen*: \\<qu.")


@pytest.mark.parametrize(
    ("there", "said"),
    [
        (replace(THERE, nearest=(QUEEN,)), "understood. Try another"),
        (replace(THERE, unseen="queen"), "no misspelling"),
        (replace(THERE, unseen="lawyer"), "no misspelling"),
        (replace(THERE, unseen="nothing"), "no misspelling"),
        (replace(THERE, nearest=()), "no misspelling"),
        (replace(THERE, meant="zebra"), "no word of the small world"),
    ],
)
def test_what_is_understood_or_no_misspelling_is_not_enough(there, said):
    assert not misunderstood(there).is_done and said in misunderstood(there).said


def test_a_doubled_letter_is_set_beside_a_swap():
    assert doubled(THERE).is_done
    assert "swapped, 29% of the words" in doubled(THERE).said and "doubled 92%" in doubled(THERE).said
    swapped = doubled(replace(THERE, change="swap", found={"swap": 0.29}))
    assert not swapped.is_done and "Now double" in swapped.said


def test_random_letters_get_a_vector_too():
    result = nonsense(replace(THERE, unseen="xqzvwk"))
    assert result.is_done and "nearest to it is *lawyer* (cosine 0.77)" in result.said
    assert result.said.endswith("is *grandmother* (0.96).")


@pytest.mark.parametrize(
    ("unseen", "said"),
    [
        ("grandmothr", "three letters in a row with *grandmother*"),
        ("xq", "fewer than four"),
        ("", "fewer than four"),
    ],
)
def test_what_looks_like_a_word_is_no_random_string(unseen, said):
    there = replace(THERE, unseen=unseen)
    assert not nonsense(there).is_done and said in nonsense(there).said
