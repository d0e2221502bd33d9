import numpy as np
import pytest

from seqviz.embeddings.debias import along
from seqviz.lessons.bias.bench import assemble
from seqviz.ui.vectors.source import pretrained
from tests.lessons.bias.benches import bench


@pytest.mark.parametrize("direction", ["gender", "religion", "wealth"])
def test_every_direction_can_be_taken_out_and_its_sets_are_evenly_far_from_what_is_left(direction):
    one = bench(direction)
    left = along(one.after.subset(one.neutral).units, one.direction.axes)
    np.testing.assert_allclose(left, 0, atol=1e-12)
    assert set(one.sets) <= set(one.equalised)
    for words in one.equalised:
        similarities = [one.after.similarity(word, one.neutral[0]) for word in words]
        assert similarities == pytest.approx([similarities[0]] * len(words), abs=1e-9)


def test_what_a_person_wants_neutral_neither_means_the_direction_nor_is_equalised():
    one = assemble(pretrained(), [("she", "he")], ["actress", "king"], 100)
    assert not {"actress", "king"} & set(one.meaning_it)
    assert "sister" in one.meaning_it


def test_a_direction_of_ones_own_has_no_words_but_its_sets():
    assert assemble(pretrained(), [("cold", "hot")], ["bread"], 50).meaning_it == ["cold", "hot"]


def test_full_debiasing_does_not_depend_on_the_slider():
    whole, half = bench(), bench(strength=50)
    np.testing.assert_allclose(half.fully_debiased().vectors, whole.after.vectors)
