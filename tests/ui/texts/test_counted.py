"""What the lessons say they count is what their functions count."""

from seqviz.experiments.word_vectors.data import plain_words
from seqviz.text.counts import terms_of
from seqviz.text.tokens import words, words_as_written
from seqviz.ui.texts.counted import counted_plain_words, counted_terms, counted_tokens

SENTENCE = "The cat: don't pet the cat! (8/10)"


def test_each_sentence_is_true_of_its_function():
    assert words_as_written(SENTENCE) == ["The", "cat", ":", "do", "n't", "pet", "the", "cat", "!", "8", "10"]
    assert "*The* and *the* are two" in counted_tokens(lower=False)
    assert words(SENTENCE)[0] == words(SENTENCE)[6] == "the"
    assert "capitals are lowered first" in counted_tokens(lower=True)
    assert terms_of(SENTENCE) == ["the", "cat", "don't", "pet", "the", "cat", "8", "10"]
    assert "*don't* is one" in counted_terms()
    assert plain_words(SENTENCE) == ["the", "cat", "do", "n't", "pet", "the", "cat", "8", "10"]
    assert "*don't* is two" in counted_plain_words()
