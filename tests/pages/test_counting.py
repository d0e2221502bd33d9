from __future__ import annotations

import math
import re

import pytest
from sklearn.feature_extraction.text import CountVectorizer

from seqviz.lessons.counting.documents import DOCUMENTS, TITLES
from seqviz.lessons.counting.matrix import WEIGHTING
from tests.pages.open_page import as_opened, open_page


def matrix(at):
    return at.dataframe[0].value


def test_the_count_vectors_of_the_lesson():
    shown = matrix(open_page("counting", weighting="Counts"))
    assert list(shown.columns) == ["i", "came", "saw", "conquered"]
    assert shown.to_numpy().tolist() == [[2, 1, 1, 0], [1, 0, 0, 1]]


def test_pairs_stand_as_they_first_come():
    shown = matrix(open_page("counting", n_to="2"))
    assert list(shown.columns) == [
        "i",
        "i came",
        "came",
        "came i",
        "i saw",
        "saw",
        "i conquered",
        "conquered",
    ]


def test_the_textbook_weights_and_the_unfolded_cell():
    at = as_opened("counting")
    assert matrix(at)["came"].iloc[0] == pytest.approx(math.log(2) / 4)
    assert matrix(at)["conquered"].iloc[1] == pytest.approx(math.log(2) / 2)
    formulas = [formula.value for formula in at.latex]
    assert any("0.173287" in formula for formula in formulas)
    assert any("0.498446" in formula for formula in formulas)


@pytest.mark.parametrize("term", ["came", "late", "we"])
def test_the_result_follows_from_the_digits_that_are_shown(term):
    at = open_page(
        "counting", own="we came we saw\ni came late too\nso late\nit came", term=term, document="2"
    )
    textbook, smooth = (at.latex[place].value for place in (2, 7))
    factors = re.search(r"= ([\d.]+)\\cdot([\d.]+) ", textbook)
    assert f"{float(factors[1]) * float(factors[2]):.6f}" in textbook
    divided = re.search(r"= \\frac\{([\d.]+)\}\{([\d.]+)\} ", smooth)
    assert f"{float(divided[1]) / float(divided[2]):.6f}" in smooth


def test_scikit_learn_agrees():
    at = as_opened("counting")
    labels = [expander.label for expander in at.expander if expander.label.startswith("scikit-learn's own")]
    (label,) = labels
    assert float(label.split()[-1]) < 1e-12


@pytest.mark.parametrize("documents", DOCUMENTS.options)
@pytest.mark.parametrize("weighting", WEIGHTING.options)
def test_every_choice_opens(documents, weighting):
    at = open_page("counting", documents=TITLES[documents], weighting=WEIGHTING.label(weighting))
    assert len(at.dataframe) >= 2


def test_the_bikes_meet_in_one_word():
    at = open_page("counting", documents=TITLES["bikes"], weighting="Counts", term="bike")
    figure = at.get("plotly_chart")
    assert figure
    assert "0.5" in figure[0].proto.spec


@pytest.mark.parametrize(
    "own", ["one document only", "", "\n \n", "the\n\nof", "😀\n!!!", "שלום עולם\n<b>x</b>", "a " * 900]
)
def test_any_documents_are_counted_or_answered_in_a_sentence(own):
    at = open_page("counting", own=own, weighting="TF-IDF, textbook")
    assert not at.exception
    if not any(character.isalnum() for character in own) and own:
        assert any(note.value.startswith("No document contains a word") for note in at.info)


def test_a_single_document_has_none_to_be_compared_with():
    at = open_page("counting", own="alone here")
    assert any(note.value.startswith("A single document") for note in at.info)


def test_documents_too_short_for_the_n_grams_are_told():
    at = open_page("counting", own="one\ntwo", n_from="3", n_to="3")
    assert any("run of 3 words" in note.value for note in at.info)


def test_an_impossible_range_and_an_unknown_term_are_told():
    at = open_page("counting", n_from="2", n_to="1", term="zyzzyva")
    assert any(note.value.startswith("From 2 to 1 is no range") for note in at.info)
    assert any(note.value.startswith("No document contains “zyzzyva”") for note in at.info)


def test_own_documents_survive_a_look_at_another_page():
    at = open_page("counting", own="mine\nyours")
    at.switch_page("pages/glossary.py").run()
    at.switch_page("pages/counting.py").run()
    assert list(matrix(at).columns) == ["mine", "yours"]


def test_own_documents_survive_a_task_and_another_choice():
    at = open_page("counting", own="mine\nyours")
    at.button(key="task:1").click().run()
    assert list(matrix(at).columns) == ["old", "bike", "used", "new", "red", "car"]
    at.selectbox(key="documents").set_value("corpus").run()
    at.selectbox(key="documents").set_value("came").run()
    assert list(matrix(at).columns) == ["mine", "yours"]


def test_documents_too_long_for_the_address_are_kept_and_found_again_by_their_key():
    at = open_page("counting", own="word " * 500 + "\nmine")
    key = "".join(at.query_params["own"])
    assert len(key) < 40
    assert list(matrix(open_page("counting", own=key)).columns) == ["word", "mine"]


def test_documents_are_written_or_pasted_one_a_line():
    at = open_page("counting", weighting="Counts")
    (box,) = at.text_area
    assert box.value == "I came I saw\nI conquered"
    box.set_value("red\n\n  \ngreen red\n").run()
    assert matrix(at).to_numpy().tolist() == [[1, 0], [1, 1]]
    assert at.query_params["own"] == "red\ngreen red"


def test_by_the_textbook_a_shared_term_of_no_weight_is_told_to_make_nothing_alike():
    at = as_opened("counting")
    assert any("no term in common that weighs anything" in text.value for text in at.markdown)


def test_what_is_said_of_scikit_learns_words_is_so():
    assert CountVectorizer().build_analyzer()("I came I saw") == ["came", "saw"]
    assert CountVectorizer().token_pattern == r"(?u)\b\w\w+\b"


def test_the_first_documents_can_be_put_back():
    at = open_page("counting", own="mine\nyours")
    at.button(key="undo").click().run()
    assert list(matrix(at).columns) == ["i", "came", "saw", "conquered"]
    assert "own" not in at.query_params
