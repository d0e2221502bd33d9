import pytest

from seqviz.lessons.bias.both_ways import ask, places
from tests.lessons.bias.benches import bench


def words(nearest):
    return [neighbour.word for neighbour in nearest]


def test_without_words_left_out_the_answers_are_those_of_the_analogy():
    vectors = bench().before
    answers = ask(vectors, "doctor", ("she", "he"))
    assert words(answers.for_low) == words(vectors.analogy("he", "doctor", "she", 6).nearest)
    assert words(answers.for_high) == words(vectors.analogy("she", "doctor", "he", 6).nearest)


@pytest.mark.parametrize("of_the_world", [False, True])
def test_before_debiasing_either_end_gets_other_words_and_after_it_the_same(of_the_world):
    one = bench(of_the_world=of_the_world)
    before, after = (ask(v, "doctor", one.ends, one.meaning_it) for v in (one.before, one.after))
    assert before.for_low[0].word != before.for_high[0].word
    assert words(after.for_low) == words(after.for_high)
    cosines = [[neighbour.cosine for neighbour in side] for side in (after.for_low, after.for_high)]
    assert cosines[0] == pytest.approx(cosines[1], abs=1e-9)


@pytest.mark.parametrize("when", ["before", "after"])
def test_an_answers_place_is_that_among_the_words_that_count(when):
    one = bench()
    vectors = getattr(one, when)
    counted = set(vectors.words) - set(one.meaning_it) - {"doctor", "she", "he"}
    for end, place in zip(
        (("he", "she"), ("she", "he")), places(one, vectors, "doctor", "nurse"), strict=True
    ):
        ranked = [w for w in words(vectors.analogy(end[0], "doctor", end[1], 1_000).nearest) if w in counted]
        assert ranked.index("nurse") + 1 == place
