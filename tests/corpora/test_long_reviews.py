from __future__ import annotations

from seqviz.corpora.long_reviews import long_reviews
from seqviz.text.tokens import words


def test_there_are_three_long_ones_each_with_what_its_author_meant():
    reviews = long_reviews()
    assert [one.label for one in reviews] == ["negative", "positive", "positive"]
    assert all(120 < len(words(one.text)) < 400 and "\n" not in one.text for one in reviews)


def test_what_the_article_says_is_quoted_as_it_stands():
    quoted = [(one.article.probability, one.article.answer, one.article.right) for one in long_reviews()]
    assert quoted == [(0.995, "negative", True), (0.800, "negative", False), (0.978, "positive", True)]
    assert all((one.article.answer == one.label) == one.article.right for one in long_reviews())
