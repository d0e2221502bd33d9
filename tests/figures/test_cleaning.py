from seqviz.figures.cleaning import chain_effect


def test_shares_are_those_of_the_corpus_as_it_came():
    figure = chain_effect(["as written", "Stem"], [200, 100], [40, 30])
    tokens, words = figure.data
    assert list(tokens.y) == ["as written", "1. Stem"]
    assert list(tokens.x) == [100, 50]
    assert list(words.x) == [100, 75]
    assert figure.layout.xaxis.title.text
    assert figure.layout.yaxis.title.text
    assert figure.layout.title.text


def test_an_empty_corpus_is_drawn_as_nought():
    assert list(chain_effect(["as written"], [0], [0]).data[0].x) == [0]
