"""Lemmas, against NLTK."""

import pytest

from seqviz.text import lemmas
from seqviz.text.lemmas import best_dictionary, lemma, lemmas_by_part_of_speech, lemmatise_words


def test_bundled_lemmas_keep_the_case():
    text = "I sang, you have SUNG: Sing of mice!"
    assert lemmatise_words(text, "simplemma") == "I sing, you have SING: Sing of mouse!"


def test_bundled_lemmas_leave_pronouns_and_know_be_have_and_do():
    assert lemmatise_words("us me them better am has did", "simplemma") == "us me them good be have do"


def test_without_data_the_bundled_dictionary_is_taken(monkeypatch):
    import nltk

    monkeypatch.setattr(nltk.data, "path", [])
    assert best_dictionary() == "simplemma"


@pytest.fixture(scope="module")
def wordnet(real_data):
    """WordNet, which takes seconds to load, for all tests that need it; they come last."""
    import nltk

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(nltk.data, "path", [str(real_data / "nltk_data")])
        lemma.cache_clear()
        assert best_dictionary() == "wordnet"
        yield
    lemma.cache_clear()
    lemmas._loaded_wordnet.cache_clear()


def test_wordnet_looks_for_a_verb_first_and_then_for_a_noun(wordnet):
    from nltk.stem import WordNetLemmatizer

    for word in ["sang", "sung", "feeling", "was", "mice", "movies", "better", "children", "went", "xyzzy"]:
        as_verb = WordNetLemmatizer().lemmatize(word, "v")
        expected = as_verb if as_verb != word else WordNetLemmatizer().lemmatize(word, "n")
        assert lemma(word, "wordnet") == expected
    assert lemmatise_words("I am Feeling the MICE", "wordnet") == "I be Feel the MOUSE"


def test_wordnet_leaves_function_words_that_are_no_verbs(wordnet):
    assert lemmatise_words("us as his this", "wordnet") == "us as his this"


def test_wordnet_gives_a_lemma_for_each_part_of_speech(wordnet):
    found = {word: lemmas_by_part_of_speech(word) for word in ("feeling", "better")}
    assert (found["feeling"]["verb"], found["feeling"]["noun"]) == ("feel", "feeling")
    assert found["better"]["adjective"] == "good"
