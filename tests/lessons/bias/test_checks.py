from seqviz.lessons.bias.checks import apart_in_words, grandfather_in_words
from tests.lessons.bias.benches import bench


def test_whether_gendered_words_keep_their_meaning_follows_from_the_ranks():
    assert "keep it" in grandfather_in_words(2, 1)
    assert "keep it" in grandfather_in_words(1, 1)
    worse = grandfather_in_words(1, 4)
    assert "lose some of it" in worse and ":material/close:" in worse


def test_neutral_words_are_evenly_far_from_both_grandparents_after_debiasing_only():
    vectors = bench().before
    gap = vectors.similarity("baby", "grandmother") - vectors.similarity("baby", "grandfather")
    told = apart_in_words(bench(), ["wisdom", "baby"])
    assert f"*baby* is nearer to *grandmother* by {gap:.2f}" in told and "none differs now" in told
    assert "the largest difference is 0." in apart_in_words(bench(strength=50), ["wisdom", "baby"])
