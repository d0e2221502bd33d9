from seqviz.lessons.space.arithmetic import EXPECTED, expected_in_words
from seqviz.ui.vectors.source import bundled, pretrained


def test_the_word_that_people_expect_is_told_with_its_place():
    english, world = pretrained().vectors, bundled().vectors
    assert expected_in_words(english, ("man", "king", "woman")) == "It is the word that one expects, *queen*."
    place = 1 + [n.word for n in english.analogy("man", "brother", "woman", 50).nearest].index("sister")
    assert place > 1
    assert f"*sister*: it stands at place **{place}**" in expected_in_words(
        english, ("man", "brother", "woman")
    )
    assert (
        expected_in_words(world, ("man", "brother", "woman")) == "It is the word that one expects, *sister*."
    )
    assert expected_in_words(english, ("man", "king", "queen")) == ""
    assert all(expected_in_words(world, query) for query in EXPECTED)
