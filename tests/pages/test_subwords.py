"""The page of fastText: what is said of misspellings follows from the vectors."""

from __future__ import annotations

import numpy as np

from seqviz.embeddings.fasttext import vector_of_any_word
from seqviz.lessons.subwords.fasttext import CONFIG, EXAMPLES, recovered
from seqviz.ui.vectors.source import bundled
from tests.pages.open_page import open_page, texts


def test_misspellings_are_counted_in_long_words_and_in_short_ones():
    learned = bundled("world_fasttext")
    units = learned.vectors.units
    for are_long in (True, False):
        words = [w for w in learned.vectors.words if (len(w) >= 6 if are_long else 3 <= len(w) <= 5)]
        middle = [len(word) // 2 for word in words]
        cut = [word[:k] + word[k + 1 :] for word, k in zip(words, middle, strict=True)]
        table = np.array(
            [vector_of_any_word(w, learned.vectors.words, learned.weights["table"], CONFIG) for w in cut]
        )
        nearest = [learned.vectors.words[row] for row in (table @ units.T).argmax(axis=1)]
        found = recovered(are_long)
        assert found.num_words == len(words)
        assert found.num_found == sum(map(str.__eq__, nearest, words))
        assert found.num_known == len([word for word in cut if word in learned.vectors.numbers])
    said = texts(open_page("subwords"))
    assert f"{recovered(True).share:.0%} of the small world's words of 6 letters or more" in said


def test_the_ready_words_are_known_or_not_as_their_buttons_say():
    known = bundled("world_fasttext").vectors.numbers
    assert {label.split(":")[0] for label, word in EXAMPLES.items() if word in known} == {"known"}


def test_fasttext_answers_where_the_others_are_silent():
    at = open_page("subwords")
    assert texts(at).count("There is no vector for grandmothr") == 2
    at.text_input(key="unseen").set_value("queen").run()
    assert "There is no vector" not in texts(at)
