"""The Space page: its sentences on neighbours and analogies are true, unknown words are answered at their field."""

from __future__ import annotations

import numpy as np
import pytest

from seqviz.lessons.space.neighbours import true_neighbours_in_words
from seqviz.ui.vectors.source import pretrained
from tests.pages.open_page import as_opened, open_page, texts
from tests.pages.open_vectors import with_a_file

EIGHT = ("king", "queen", "man", "woman", "dog", "cat", "paris", "rome")


def with_vectors_of(*words):
    rng = np.random.default_rng(0)
    lines = [f"{word} {' '.join(f'{value:.3f}' for value in rng.normal(size=5))}" for word in words]
    at = open_page("space", source="A vector file")
    return (
        at.file_uploader(key="vector_upload")
        .upload("mine.vec", "\n".join(lines).encode(), "text/plain")
        .run()
    )


def sentences(at):
    return [element.value for kind in (at.markdown, at.info) for element in kind]


def test_a_word_is_no_neighbour_of_its_own():
    at = with_vectors_of(*EIGHT)
    tables = [frame.value for frame in at.dataframe if list(frame.value.columns)[0] == "word"]
    neighbours = [table["word"].tolist() for table in tables if len(table) == 7]
    assert [sorted(words) for words in neighbours] == [sorted(set(EIGHT) - {"king"})] * 3
    assert any(said.startswith("There are only 7 other words on the map") for said in sentences(at))


@pytest.mark.parametrize(
    ("in_space", "on_map", "num_others", "said"),
    [
        ([1, 2, 3], [1, 2, 3], 9, "**3 of 3** neighbours on the map are true ones."),
        ([1, 2, 3], [1, 2, 4], 9, "**2 of 3** neighbours on the map are true ones. For the other one"),
        ([1, 2, 3], [4, 5, 1], 9, "**1 of 3** neighbours on the map are true ones. For the other 2 the"),
        ([1, 2, 3], [3, 1, 2], 3, "There are only 3 other words on the map, so all are its neighbours"),
        ([], [], 0, "There is no other word on the map."),
    ],
)
def test_the_picture_is_said_to_lie_where_it_does(in_space, on_map, num_others, said):
    sentence = true_neighbours_in_words(in_space, on_map, num_others)
    assert sentence.startswith(said)
    assert ("lies" in sentence) == (num_others == 9 and set(in_space) != set(on_map))


@pytest.mark.parametrize("key", ["search", "word"])
def test_a_misspelt_word_is_answered_right_at_its_field(key):
    at = open_page("space")
    at.text_input(key=key).set_value("kign").run()
    nodes = list(at.main)
    place = next(k for k, node in enumerate(nodes) if getattr(node, "key", None) == key)
    assert nodes[place + 1].type == "info"
    assert nodes[place + 1].value.startswith(
        "There is no vector for “kign” among these 10,000 words. Did you mean"
    )
    assert "king" in nodes[place + 1].value


def test_another_file_is_asked_anew():
    at = with_vectors_of("a", "b", "c", "d")
    assert any("no vector for “king”" in said for said in sentences(at))
    at = with_vectors_of(*EIGHT)
    assert not any("no vector for “king”" in said for said in sentences(at))


@pytest.mark.parametrize("words", [("king",), ("king", "queen"), ("king", "queen", "man")])
def test_a_map_of_one_two_or_three_words_says_nothing_false(words):
    at = with_vectors_of(*words)
    assert not at.exception
    assert any("Trustworthiness" in said for said in sentences(at)) == (len(words) > 2)
    assert not any("picture lies" in said for said in sentences(at))


def test_opposites_are_measured_in_the_vectors_at_hand():
    at = as_opened("space")
    vectors = pretrained().vectors
    cosines = vectors.units @ vectors.units.T
    num_words = len(vectors)
    mean = (cosines.sum() - num_words) / (num_words * (num_words - 1))
    said = f"their cosine is {vectors.similarity('warm', 'cold'):.2f}, where any two words have {mean:.2f} on average"
    assert any(said in sentence for sentence in sentences(at))
    assert not any("their cosine is" in sentence for sentence in sentences(with_vectors_of(*EIGHT)))


def test_the_space_answers_the_famous_analogy_both_ways():
    at = as_opened("space")
    tables = [frame.value for frame in at.dataframe if list(frame.value.columns) == ["word", "cosine"]]
    answers = [table["word"].iloc[0] for table in tables]
    assert "queen" in answers


@pytest.mark.parametrize(
    ("key", "text", "said"),
    [
        ("analogy", "king minus", "Three words"),
        ("analogy", "king + man + woman", "one to take away"),
        ("analogy", "king - man + qwertz", "no vector"),
        ("odd", "king", "at least 3 words"),
        ("pairs", "woman", "two words"),
        ("along", "", "Name some words"),
        ("word", "*qwertz*", "no vector"),
    ],
)
def test_the_space_says_what_it_needs(key, text, said):
    at = open_page("space")
    at.text_input(key=key).set_value(text).run()
    assert not at.exception
    assert said in texts(at)


def answers(at):
    """The words nearest to the analogy's end point: query words left out, and left in."""
    tables = [frame.value for frame in at.dataframe if list(frame.value.columns) == ["word", "cosine"]]
    return [table["word"].tolist() for table in tables if len(table) == 5]


def test_an_analogy_is_read_by_its_signs():
    at = open_page("space")
    expected = answers(at)
    assert expected[0][0] == "queen"
    at.text_input(key="analogy").set_value("king + woman - man").run()
    assert answers(at) == expected


@pytest.mark.parametrize("asked", ["king - man + man", "man - man + king", "king - king + king"])
def test_a_word_may_stand_twice_in_an_analogy(asked):
    at = open_page("space")
    at.text_input(key="analogy").set_value(asked).run()
    assert not at.exception
    assert answers(at)[1][0] == "king"


def test_a_zero_vector_points_nowhere_and_the_page_says_so():
    at = with_a_file(b"man 1 0\nking 0 0\nwoman -1 0\nqueen -1 1\n")
    assert "points nowhere" in texts(at)


def test_the_map_can_be_spatial_and_coloured_by_clusters():
    at = open_page("space")
    at.session_state["dimensions"] = "3-D"
    at.session_state["colours"] = "k-means"
    at.run()
    assert not at.exception
    assert any("typical" in frame.value.columns for frame in at.dataframe)


def table_with(at, column):
    return next(frame.value for frame in at.dataframe if column in frame.value.columns)


def test_files_of_ratings_and_of_questions_score_the_vectors():
    at = open_page("space")
    uploader = at.file_uploader(key="score_files")
    uploader.upload(
        "simlex.txt", b"word1\tword2\tPOS\tSimLex999\nking\tqueen\tN\t8\nking\tdog\tN\t1\n", "text/plain"
    )
    uploader.upload("questions.txt", b"man king woman queen\n", "text/plain")
    uploader.upload("broken.txt", b"king queen 1\nking\n", "text/plain").run()
    assert table_with(at, "file").iloc[0].tolist() == ["simlex.txt", "1.000", "2 of 2"]
    assert table_with(at, "section")["questions with known words"].iloc[-1] == "1 of 1"
    assert r"broken.txt\: Line 2" in texts(at)
