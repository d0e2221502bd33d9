from __future__ import annotations

import pytest

from seqviz.text.cleaning_levels import CLEANINGS, cleaned
from seqviz.text.lemmas import best_dictionary, lemmatise_words
from seqviz.text.stems import stem_words

TEXT = "The actors were not convincing, and nobody cared."


@pytest.mark.parametrize(
    ("cleaning", "expected"),
    [
        ("none", lambda: TEXT),
        ("stems", lambda: stem_words(TEXT, "porter")),
        ("lemmas", lambda: lemmatise_words(TEXT, best_dictionary())),
    ],
)
def test_a_cleaning_is_one_step_alone(cleaning, expected):
    assert cleaned([TEXT], cleaning) == (expected(),)


def test_the_usual_stop_list_spares_negations_and_the_other_does_not():
    kept = cleaned([TEXT], "no stop words")[0].split()
    dropped = cleaned([TEXT], "no stop words or negations")[0].split()
    assert {"not", "nobody"} <= set(kept)
    assert not {"not", "nobody"} & set(dropped)
    assert "The" not in kept


def test_every_cleaning_keeps_the_number_of_texts():
    assert {len(cleaned([TEXT, ""], cleaning)) for cleaning in CLEANINGS} == {2}
