import numpy as np

from seqviz.lessons.space.map_findings import agreement_in_words, company_in_words


def test_how_many_stand_by_their_own_is_told_beside_chance():
    points = np.array([[0.0, 0], [0, 1], [5, 0], [5, 1], [9, 9]])
    said = company_in_words(points, ["a", "a", "b", "b", ""])
    assert "Of the 4 words" in said and "**100%**" in said and "it would be 33%" in said
    assert "**0%**" in company_in_words(points, ["a", "b", "a", "b", ""])


def test_a_map_on_which_few_words_have_a_meaning_is_not_judged():
    assert company_in_words(np.zeros((5, 2)), ["a", "a", "", "", ""]) == ""
    assert agreement_in_words(["a", "a", ""], ["x", "y", "y"]) == ""


def test_clusters_agree_with_meanings_or_do_not():
    assert "**1.00** over the 4 words" in agreement_in_words(["a", "a", "b", "b", ""], list("xxyyy"))
    assert "**−0.50**" in agreement_in_words(["a", "a", "b", "b"], list("xyxy"))
