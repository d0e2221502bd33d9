from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from seqviz.lessons.bags.tasks import (
    Screen,
    bike_alone_is_shared,
    columns_grow,
    net_changes_its_mind,
    order_decides,
)

SAID = np.array([[0.4, 0.4], [0.8, 0.3], [0.9, 0.1]])
THERE = Screen("good, not bad", "bad, not good", SAID, SAID, 20, (700, 2100))


def test_the_same_words_and_two_verdicts_of_the_net():
    result = order_decides(THERE)
    assert result.is_done and "The bag of words says 0.40 and 0.40, the net 0.90 and 0.10." in result.said


@pytest.mark.parametrize(
    ("there", "said"),
    [
        (replace(THERE, other="good"), "cosine of their counts is 0.58"),
        (replace(THERE, other="Good, not bad"), "Not yet the same words in another order"),
        (replace(THERE, said=np.full((3, 2), 0.9)), "no other verdict"),
        (replace(THERE, said=np.array([[0.4, 0.6], [0.4, 0.6], [0.9, 0.5]])), "no other verdict"),
    ],
)
def test_other_words_or_one_verdict_are_not_enough(there, said):
    assert not order_decides(there).is_done and said in order_decides(there).said


def test_what_two_texts_share_makes_them_alike():
    result = bike_alone_is_shared(replace(THERE, one="old bike", other="used bike"))
    assert result.is_done
    assert "the cosine 0.00, your texts 0.50: all of it comes from *bike*" in result.said
    apart = bike_alone_is_shared(replace(THERE, one="old", other="used"))
    assert not apart.is_done and "the same word after both" in apart.said
    for one, other in (("bike", "used bike"), ("old used bike", "used bike"), ("", "")):
        assert "Write *old*" in bike_alone_is_shared(replace(THERE, one=one, other=other)).said


def test_a_shuffle_must_turn_the_nets_verdict():
    assert net_changes_its_mind(THERE).is_done
    assert "from 0.90 to 0.10, the bag of words from 0.40 to 0.40" in net_changes_its_mind(THERE).said
    same = replace(THERE, shuffled=np.full((3, 2), 0.7))
    assert not net_changes_its_mind(same).is_done and "Shuffle again" in net_changes_its_mind(same).said


def test_columns_are_compared_once_a_fifth_is_misspelt():
    assert columns_grow(THERE).is_done and "700 columns become 2,100: 3.0 times" in columns_grow(THERE).said
    assert "Misspell 20" in columns_grow(replace(THERE, typos=5)).said
    assert "no corpus" in columns_grow(replace(THERE, num_words=None)).said
