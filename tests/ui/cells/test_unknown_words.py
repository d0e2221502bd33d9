from seqviz.ui.cells.nets import HAND_SET, TRAINED
from seqviz.ui.cells.unknown_words import MOST_NAMED, unknown_words


def test_a_trained_net_does_not_know_a_word_and_the_light_switch_means_not_to():
    assert unknown_words(["zzyx"], TRAINED).startswith("The net does not know “zzyx”")
    assert "does not know" not in unknown_words(["wait"], HAND_SET)
    assert "“wait” stands for any other word, on purpose" in unknown_words(["wait"], HAND_SET)


def test_a_word_is_no_markup_and_not_all_of_many_are_named():
    said = unknown_words(["**b**", *map(str, range(20))], "0123456789abcdef-1")
    assert r"“\*\*b\*\*”" in said
    assert said.count("“") == MOST_NAMED
