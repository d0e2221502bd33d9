from __future__ import annotations

import pytest

from seqviz.lessons.home.first_look import EXAMPLES, said_of_example
from seqviz.ui.progress.marks import Marks
from seqviz.ui.sentences.learned_from import learned_from
from seqviz.ui.sentences.readers import OPENS_WITH, reader
from tests.pages.open_page import open_page

PROGRESS = "memory:seqviz.ui.progress.memory._Progress"


def said(at) -> str:
    return next(text.value for text in at.markdown if text.value.startswith("The net says"))


@pytest.mark.parametrize("label", EXAMPLES)
def test_an_example_is_read_and_the_probability_is_the_nets_own(label):
    at = open_page("home")
    at.button(key=f"example:review:{label}").click().run()
    net, example = reader(OPENS_WITH), EXAMPLES[label]
    assert at.text_input(key="review").value == example.sentence
    positive = net.positive(net.encode(example.sentence))
    assert f"**{positive:.4f}**" in said(at)
    verdict = next(one.value for one in at.markdown if one.value.startswith("It is meant as"))
    assert ("the net is right" in verdict) == ((positive >= 0.5) == example.positive)


def test_the_examples_show_order_and_negation_and_one_that_the_net_gets_wrong():
    right = {
        label: "the net is right" in said_of_example(one.sentence, answer(one))
        for label, one in EXAMPLES.items()
    }
    assert right == {"Boring, but …": True, "Amazing, but …": True, "Not like": True, "Never boring": False}
    assert said_of_example("Any other sentence.", 0.5) == ""


def answer(example):
    net = reader(OPENS_WITH)
    return net.positive(net.encode(example.sentence))


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


@pytest.mark.parametrize("text", ["<qqx>xxqz<qqx>", "zzz qqq", "مرحبا كيف", "quibblefrotz " * 150])
def test_a_text_of_unknown_words_alone_is_not_judged(text):
    at = open_page("home")
    at.text_input(key="review").set_value(text).run()
    assert not at.exception
    assert at.warning[0].value.startswith("The net knows none of these words")
    assert not any(one.value.startswith("The net says") for one in at.markdown)


def test_the_unknown_words_of_a_text_are_named():
    at = open_page("home")
    at.text_input(key="review").set_value("An amazing quibblefrotz.").run()
    assert any("has never seen “quibblefrotz”" in one.value for one in at.caption)


def test_it_says_what_the_net_has_learned_from():
    assert any(one.value == learned_from(OPENS_WITH) for one in open_page("home").caption)


def test_nobody_is_told_that_a_stop_word_is_turned_round():
    at = open_page("home")
    at.text_input(key="review").set_value("I love this film.").run()
    assert not any(one.value.startswith("The rest of the text") for one in at.markdown)


def test_home_says_where_to_begin_and_later_where_to_go_on():
    at = open_page("home")
    assert at.get("page_link")[0].proto.label == "Begin with **Cleaning**"
    assert not any(box.label == "What this browser remembers" for box in at.expander)
    at.switch_page("pages/reading.py").run()
    at.session_state[PROGRESS].lessons |= {"cleaning": Marks(True, True, {1, 2, 3, 4}), "bags": Marks(True)}
    at.switch_page("pages/home.py").run()
    labels = [link.proto.label for link in at.get("page_link")]
    assert labels[0] == "Go on with **What bags cannot do**" and "**Cleaning ✔**" in labels
    (bar,) = at.get("progress")
    assert bar.proto.text == "1 of 4 lessons done · 4 tasks checked · 0 predictions made"
    assert bar.proto.value == 25
    at.button(key="forget progress").click().run()
    assert at.get("page_link")[0].proto.label == "Begin with **Cleaning**"
