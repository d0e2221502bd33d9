import pytest

from seqviz.embeddings.senses import in_two_groups
from seqviz.lessons.space.senses import EXAMPLES, in_words
from seqviz.ui.vectors.source import pretrained


@pytest.mark.parametrize("word", EXAMPLES)
def test_the_examples_have_two_meanings_in_the_vectors_but_for_the_bank(word):
    said = in_words(word, in_two_groups(pretrained().vectors, word))
    assert ("meet only in this word" in said) == (word != "bank")
    assert ("the neighbours are of one kind" in said) == (word == "bank")
