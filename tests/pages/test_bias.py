"""The Bias page: what it says of its analogies, of its guarantees and of its test follows from the numbers."""

from __future__ import annotations

import numpy as np
import pytest

from seqviz.corpora.world import occupations
from seqviz.lessons.bias.both_ways import ask
from seqviz.lessons.bias.remark import remark
from tests.lessons.bias.benches import bench
from tests.pages.open_page import open_page, texts
from tests.pages.open_vectors import with_a_file

WORLD = {"source": "The small world"}


def answers(at):
    """The two tables of answers, before and after: the words for she, those for he."""
    tables = [frame.value for frame in at.dataframe if "for she" in frame.value.columns]
    return [(table["for she"].tolist(), table["for he"].tolist()) for table in tables]


def promises_kept(at):
    kept = [text.value for text in at.markdown if text.value.startswith(":material/check:")]
    return sum("largest" in text for text in kept)


def test_the_page_opens_with_real_vectors_and_shows_what_bolukbasi_and_others_found():
    at = open_page("bias")
    before, after = answers(at)
    assert (before[0][0], before[1][0]) == ("nurse", "physician")
    assert after[0] == after[1]
    one = bench()
    said = texts(at)
    assert remark(one, "doctor", ask(one.before, "doctor", one.ends, one.meaning_it)) in said
    assert "GloVe's own vectors" in said and "left out: mechanic, programmer" in said
    assert promises_kept(at) == 2
    assert "**Not gone.**" in said and "74 of the 74 words" in said
    at.radio(key="prediction").set_value("clearly more often than chance").run()
    assert any("That is right" in note.value for note in at.success)


def test_without_debiasing_nothing_changes_and_nothing_is_promised():
    at = open_page("bias", strength="0", all_answers="true")
    before, after = answers(at)
    assert before == after
    assert "mother" in before[0] and "his" in before[1]
    assert promises_kept(at) == 0


def test_the_small_world_shows_what_its_sentences_say():
    at = open_page("bias", **WORLD)
    said = texts(at)
    assert "small marks" in said and "generated for this course" in said
    before, _ = answers(at)
    assert {*before[0], *before[1]} <= occupations().keys()
    assert occupations()[before[0][0]] < 0.3 < 0.7 < occupations()[before[1][0]]


def test_sets_of_three_are_one_click_away_and_span_a_plane():
    at = open_page("bias")
    at.button(key="direction:religion").click().run()
    assert not at.exception
    assert at.text_input(key="asked_for").value == "militant"
    assert "they are the direction from here on" in texts(at)
    assert any("for christian" in frame.value.columns for frame in at.dataframe)
    assert promises_kept(at) == 2


def test_vectors_in_which_nothing_leans_settle_nothing():
    rng = np.random.default_rng(0)
    words = ["she", "he", "woman", "man", *occupations()]
    lines = [f"{word} {' '.join(f'{value:.3f}' for value in rng.normal(size=9))}" for word in words]
    at = with_a_file("\n".join(lines).encode(), page="bias")
    assert "random sides do as well" in texts(at) and "the one in the middle is left out" in texts(at)
    assert "small marks" not in texts(at)


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ({"neutral": "qwertz"}, ["None of these words has a vector"]),
        (
            {"asked_for": "babysit", "between": "softball football", "compared_with": "mother"},
            ["no vector for “babysit”", "no vector for “softball”", "that should be neutral, such as wisdom"],
        ),
        (
            {"asked_for": "he", "between": "football", "neutral": "sir nurse doctor"},
            ["a word other than she and he", "Two words are needed", "at least 8 words"],
        ),
        ({"pairs": "she\nhe he"}, ["2 lines that have no two different words", "needs at least one pair"]),
        ({"pairs": "cold hot", "between": "football football"}, ["point nowhere"]),
    ],
)
def test_the_page_says_what_it_needs(address, said):
    told = texts(open_page("bias", **address))
    assert [sentence for sentence in said if sentence not in told] == []
