"""The table of long reviews holds what the nets say, and its sentence counts it."""

from __future__ import annotations

from seqviz.corpora.long_reviews import long_reviews
from seqviz.lessons.sentiment.long_reviews import answers, is_right
from seqviz.ui.runs.trained import BUNDLED
from seqviz.ui.sentences.readers import names_with_the_app, reader
from tests.pages.open_page import open_page, texts


def test_every_net_answers_as_it_would_to_the_same_text_typed():
    found = answers()
    for one in long_reviews():
        for net_id in ("imdb-gru", BUNDLED):
            net = reader(net_id)
            assert found[one.title][net_id] == net.positive(net.encode(one.text))


def test_the_sentence_counts_who_was_right():
    found, names = answers(), names_with_the_app()
    right = sum(is_right(one, found[one.title][name]) for one in long_reviews() for name in names)
    said = texts(open_page("sentiment"))
    assert f"The nets that learned from real reviews get {right} of {3 * len(names)} right" in said


def test_right_is_on_the_authors_side():
    negative = long_reviews()[0]
    assert is_right(negative, 0.49) and not is_right(negative, 0.5)
