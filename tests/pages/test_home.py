from __future__ import annotations

import numpy as np
import pytest

from seqviz.corpora.reviews import review_corpus
from seqviz.lessons.home.first_look import EXAMPLES
from seqviz.text.tokens import words
from seqviz.ui.sentences.readers import bundled
from tests.pages.open_page import open_page


def said(at) -> str:
    return next(text.value for text in at.markdown if text.value.startswith("The net says"))


@pytest.mark.parametrize("label", EXAMPLES)
def test_an_example_is_read_and_the_probability_is_the_nets_own(label):
    at = open_page("home")
    at.button(key=f"example:review:{label}").click().run()
    net = bundled().reader
    assert at.text_input(key="review").value == EXAMPLES[label]
    assert f"**{net.positive(net.encode(EXAMPLES[label])):.4f}**" in said(at)


def test_not_turns_good_round():
    net = bundled().reader
    assert net.positive(net.encode("The film was good.")) > 0.5
    assert net.positive(net.encode(EXAMPLES["Not good"])) < 0.5
    assert net.positive(net.encode(EXAMPLES["Never boring"])) > 0.5


@pytest.mark.parametrize("text", ["", "   "])
def test_nothing_to_read_is_answered_in_a_sentence(text):
    at = open_page("home")
    at.text_input(key="review").set_value(text).run()
    assert not at.exception
    assert at.info[0].value.startswith("There is no word in this text")


@pytest.mark.parametrize("text", ["good", "the word " * 199])
def test_a_text_with_a_known_word_is_judged(text):
    at = open_page("home")
    at.text_input(key="review").set_value(text).run()
    assert not at.exception and not at.warning
    assert "probability of positive" in said(at)


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "<b></b>", "zzz qqq", "مرحبا كيف", "word " * 399]
)
def test_a_text_of_unknown_words_alone_is_not_judged(text):
    at = open_page("home")
    at.text_input(key="review").set_value(text).run()
    assert not at.exception
    assert at.warning[0].value.startswith("The net knows none of these words")
    assert not any(one.value.startswith("The net says") for one in at.markdown)


def test_the_unknown_words_of_a_text_are_named():
    at = open_page("home")
    at.text_input(key="review").set_value("An amazing film.").run()
    assert any("has never seen “amazing”" in one.value for one in at.caption)


def test_what_the_net_knows_is_what_it_learned_from():
    train = review_corpus().train
    known = {token for text in train.texts for token in words(text)}
    at = open_page("home")
    said_of_it = next(one.value for one in at.caption if one.value.startswith("The net knows"))
    assert f"{len(known):,} different words and punctuation marks" in said_of_it
    assert f"{len(train):,} short reviews" in said_of_it


def test_a_word_that_its_text_turns_round_is_named_with_both_numbers():
    at = open_page("home")
    at.button(key="example:review:But …").click().run()
    net = bundled().reader
    text = net.encode(EXAMPLES["But …"])
    place = text.tokens.index("dull")
    alone = net.positive(net.encode("dull")), net.positive(net.encode("unheardof"))
    by_itself = np.diff([np.log(p / (1 - p)) for p in alone[::-1]])[0]
    turned = next(one.value for one in at.markdown if one.value.startswith("The rest of the text"))
    assert f"*dull* by itself speaks for negative ({by_itself:+.2f})".replace("-", "−") in turned
    assert f"here for positive ({net.contributions(text)[place]:+.2f})" in turned


def test_nobody_is_told_that_a_stop_word_is_turned_round():
    at = open_page("home")
    at.text_input(key="review").set_value("I love this film.").run()
    assert not any(one.value.startswith("The rest of the text") for one in at.markdown)
