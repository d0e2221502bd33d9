from seqviz.ui.sentences.limits import MOST_UNKNOWN_SHOWN, limits_of_reading


def test_nothing_is_said_of_sentences_that_are_read_whole():
    assert limits_of_reading([["a", "b"], ["b"]], [], 2) == ""


def test_words_never_seen_are_named_and_a_sentence_of_them_alone_means_nothing():
    some = limits_of_reading([["a", "**x**"], ["a"]], ["**x**"], 9)
    assert r"never seen “\*\*x\*\*”: they read the one unknown word there" in some
    assert "says nothing" not in some
    assert "says nothing about it" in limits_of_reading([["a", "x"], ["x", "x"]], ["x"], 9)


def test_not_all_of_many_words_are_named_and_a_long_sentence_is_said_to_be_cut():
    many = [f"x{k}" for k in range(20)]
    said = limits_of_reading([many], many, 19)
    assert said.count("“") == MOST_UNKNOWN_SHOWN and "and 12 more" in said
    assert said.endswith("Only the first 19 tokens of a sentence are read.")
