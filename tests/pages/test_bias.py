"""The Bias page: what it says of its analogies, of its guarantees and of its test follows from the numbers."""

from __future__ import annotations

import re

import numpy as np
import pytest

from seqviz.corpora.world import occupations, shared_company, world_sentences
from seqviz.lessons.bias.checks import QUESTION, grandfather_in_words
from seqviz.lessons.bias.direction import marks_in_words
from tests.pages.open_page import open_page, texts
from tests.pages.open_vectors import with_a_file


def answers(at):
    """The words of the two tables of analogies, before and after."""
    return [
        frame.value["word"].tolist()
        for frame in at.dataframe
        if list(frame.value.columns) == ["word", "cosine"]
    ]


def shares_of_he(words):
    return [occupations()[word] for word in words if word in occupations()]


def test_the_opening_question_shows_what_bolukbasi_and_others_found():
    before, after = answers(open_page("bias"))
    assert before[0] in occupations() and after[0] in occupations()
    assert occupations()[before[0]] < 0.3 < 0.5 < occupations()[after[0]]
    assert max(shares_of_he(before)) < 0.5  # she-jobs alone, as in the paper
    assert min(shares_of_he(after)) < 0.5 < max(shares_of_he(after))


def test_the_remark_says_how_far_the_answers_lean():
    said = texts(open_page("bias"))
    before, after = re.search(
        r"mean component of \*\*(.\d\.\d\d)\*\* .* those after \*\*(.\d\.\d\d)\*\*", said
    ).groups()
    assert float(before.replace("−", "-")) < -0.15 < float(after.replace("−", "-"))


def test_a_nurse_after_debiasing_is_explained_by_the_company_she_keeps():
    at = open_page("bias", asked_for="doctor")
    assert answers(at)[1][0] == "nurse"
    assert "*nurse* is simply the nearest neighbour of *doctor* after debiasing" in texts(at)
    assert "*patients* appears with *doctor* and *nurse* and with no other occupation" in texts(at)


def test_shared_company_is_that_of_the_sentences():
    sentences = [set(sentence.lower().split()) for sentence in world_sentences()]
    with_patients = {
        name for words in sentences if "patients" in words for name in occupations().keys() & words
    }
    assert with_patients == {"doctor", "nurse"}
    assert shared_company("doctor", "nurse") == ["patients"]
    assert shared_company("mechanic", "programmer") == []


@pytest.mark.parametrize("strength", ["0", "50"])
def test_without_full_debiasing_no_answer_is_called_a_mere_neighbour(strength):
    at = open_page("bias", strength=strength)
    assert "simply the nearest neighbour" not in texts(at)
    assert ("both lists are the same" in texts(at)) == (strength == "0")
    assert (answers(at)[0] == answers(at)[1]) == (strength == "0")


def test_whether_gendered_words_keep_their_meaning_follows_from_the_ranks():
    assert "keep it" in grandfather_in_words(2, 1)
    assert "keep it" in grandfather_in_words(1, 1)
    worse = grandfather_in_words(1, 4)
    assert "lose some of it" in worse and ":material/close:" in worse


def test_the_vectors_are_said_to_have_read_the_tilt_only_where_they_follow_it():
    told = np.linspace(-1, 1, 9)
    assert "agree to 1.00 (rank correlation). The vectors did not invent" in marks_in_words(told**3, told)
    assert "did not invent" not in marks_in_words(-told, told)
    assert "rank correlation" not in marks_in_words(np.zeros(9), told)


@pytest.mark.parametrize(("words", "said"), [(23, "22 of the 23 words"), (22, "22 of the 22 words")])
def test_the_words_that_are_halved_are_counted(words, said):
    at = open_page("bias", neutral=" ".join(list(occupations())[:words]))
    assert said in texts(at)
    assert ("the one in the middle is left out" in texts(at)) == (words == 23)


def test_the_guess_is_judged_by_the_test_on_these_vectors():
    at = open_page("bias")
    at.radio(key="prediction").set_value("clearly more often than chance").run()
    assert any("So it is" in note.value for note in at.success)


def test_the_default_question_is_a_word_of_the_small_world():
    assert QUESTION.default in occupations()


def test_bias_checks_its_guarantees():
    at = open_page("bias")
    checked = [text.value for text in at.markdown if text.value.startswith(":material/check:")]
    assert sum("largest" in text for text in checked) == 2
    at.slider(key="strength").set_value(0).run()
    assert not any("largest" in t.value and t.value.startswith(":material/check:") for t in at.markdown)


def test_only_the_small_worlds_vectors_are_set_beside_its_sentences():
    assert "small marks" in texts(open_page("bias"))
    rng = np.random.default_rng(0)
    words = ["she", "he", "woman", "man", *occupations()]
    lines = [f"{word} {' '.join(f'{value:.3f}' for value in rng.normal(size=9))}" for word in words]
    at = with_a_file("\n".join(lines).encode(), page="bias")
    assert "random sides do as well" in texts(at)
    assert "small marks" not in texts(at)


def test_a_word_that_a_person_wants_neutral_is_made_so():
    at = open_page("bias")
    at.text_input(key="neutral").set_value("sir nurse doctor").run()
    checked = [text.value for text in at.markdown if text.value.startswith(":material/check:")]
    assert sum("largest" in text for text in checked) == 2


def test_bias_needs_words():
    at = open_page("bias")
    at.text_input(key="neutral").set_value("qwertz").run()
    assert "None of these words" in texts(at)
    at.text_input(key="neutral").set_value("nurse doctor").run()
    assert "at least 8 words" in texts(at)
