from seqviz.corpora.themes import themes
from seqviz.embeddings.pretrained import load_pretrained


def test_every_word_has_a_vector_of_real_english_and_one_group():
    words = [word for group in themes().values() for word in group]
    assert len(words) == len(set(words)) == 120
    assert load_pretrained().known(words) == words
