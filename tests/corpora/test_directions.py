import pytest

from seqviz.corpora.directions import direction_of, directions
from seqviz.embeddings.pretrained import load_pretrained


@pytest.mark.parametrize("name", directions())
def test_most_words_of_a_direction_have_a_vector_and_none_is_both_neutral_and_specific(name):
    one, vectors = directions()[name], load_pretrained()
    assert all(len(vectors.known(words)) == len(words) > 1 for words in one.sets)
    assert len(vectors.known(one.neutral)) > 0.8 * len(one.neutral) > 20
    assert one.asked in one.neutral and len(set(one.neutral)) == len(one.neutral)
    means_it = {word for words in (*one.sets, *one.equal) for word in words} | set(one.specific)
    assert not means_it & set(one.neutral)


def test_a_direction_is_known_by_its_first_set():
    gender = directions()["gender"]
    assert direction_of([("girl", "boy"), ("she", "he")]) is gender
    assert direction_of([("he", "she")]) is None
