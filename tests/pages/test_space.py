"""The Space page: true sentences about neighbours, and unknown words answered at their field."""

from __future__ import annotations

import numpy as np
import pytest

from seqviz.lessons.space.neighbours import true_neighbours_in_words
from seqviz.ui.vectors.source import bundled
from tests.pages.open_page import open_page

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
    assert nodes[place + 1].value == r"There is no vector for “kign”\. Did you mean king?".replace("\\.", ".")


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
    at = open_page("space")
    vectors = bundled().vectors
    cosines = vectors.units @ vectors.units.T
    num_words = len(vectors)
    mean = (cosines.sum() - num_words) / (num_words * (num_words - 1))
    said = f"their cosine is {vectors.similarity('warm', 'cold'):.2f}, where any two words have {mean:.2f} on average"
    assert any(said in sentence for sentence in sentences(at))
    assert not any("their cosine is" in sentence for sentence in sentences(with_vectors_of(*EIGHT)))
