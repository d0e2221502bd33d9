from __future__ import annotations

from seqviz.corpora.world import analogy_questions
from seqviz.embeddings.evaluation import analogy_score
from seqviz.lessons.glossary.terms import glossary, look_up
from seqviz.ui.sentences.contributions import UNIT
from seqviz.ui.vectors.source import bundled
from tests.pages.open_page import open_page


def test_every_word_is_explained_once_and_in_order():
    words = [word for part in glossary() for word in part.terms]
    assert len(words) == len(set(words))
    for part in glossary():
        assert list(part.terms) == sorted(part.terms, key=str.casefold)
        assert all(meaning.endswith(".") for meaning in part.terms.values())


def test_looking_up_finds_words_and_meanings_whatever_their_case():
    assert "Forget gate f" in look_up("FORGET")[0].terms
    assert look_up("") == list(glossary())
    assert look_up("zzz") == []


def test_the_page_shows_what_was_looked_for():
    at = open_page("glossary")
    assert len(at.table) == len(glossary())
    at.text_input(key="word").set_value("perplexity").run()
    assert [list(table.value["Word"]) for table in at.table] == [["Perplexity"]]


def test_a_word_that_is_not_there_is_answered_in_a_sentence():
    at = open_page("glossary")
    at.text_input(key="word").set_value("<script>").run()
    assert at.info[0].value.startswith("No entry contains this")


def meaning(word):
    return next(part.terms[word] for part in glossary() if word in part.terms)


def test_occlusion_is_told_in_the_unit_that_the_pages_show():
    assert f"the {UNIT.strip()} of positive" in meaning("Occlusion")
    assert "Log-odds" in look_up("log-odds")[0].terms


def test_query_words_are_only_said_to_win_where_they_do():
    """In the small world's vectors the right word mostly wins even against the query words."""
    scores = [analogy_score(bundled().vectors, *section) for section in analogy_questions().items()]
    assert sum(one.num_right_of_all for one in scores) > 0.9 * sum(one.num_known for one in scores)
    assert "large corpora" in meaning("Analogy")
