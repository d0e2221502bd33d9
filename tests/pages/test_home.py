from __future__ import annotations

import pytest

from seqviz.ui.first_look import EXAMPLES
from seqviz.ui.readers import bundled
from tests.pages.open_page import open_page


def said(at) -> str:
    return next(text.value for text in at.markdown if text.value.startswith("The net says"))


@pytest.mark.parametrize("label", EXAMPLES)
def test_an_example_is_read_and_the_probability_is_the_nets_own(label):
    at = open_page("home")
    at.button(key=f"example:review:{label}").click().run()
    net = bundled().reader
    assert at.text_input(key="review").value == EXAMPLES[label]
    assert f"**{net.positive(net.encode(EXAMPLES[label])):.3f}**" in said(at)


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


@pytest.mark.parametrize("text", ["good", "<script>alert(1)</script>", "zzz qqq", "word " * 399])
def test_any_text_is_read(text):
    at = open_page("home")
    at.text_input(key="review").set_value(text).run()
    assert not at.exception
    assert "probability of positive" in said(at)
