from __future__ import annotations

import pytest

from tests.pages.open_page import open_page


def said(at, start):
    return next(text.value for text in at.markdown if text.value.startswith(start))


@pytest.mark.parametrize("terms", [4, 40])
@pytest.mark.parametrize("way", ["the true numbers", "its own guesses"])
def test_numbers_go_on_as_far_as_one_wants(terms, way):
    at = open_page("recurrent_neuron")
    at.slider(key="terms").set_value(terms).run()
    at.button_group(key="reads").set_value([way]).run()
    assert not at.exception
    assert "**tanh**" in said(at, "Measured")


def test_the_tanh_net_fails_beyond_what_it_learned():
    at = open_page("recurrent_neuron")
    assert "**relu**: within a tenth up to the last" in said(at, "Measured")
    assert "**tanh**: more than a tenth off from then on, after number 12" in said(at, "Measured")


def test_the_hidden_states_caption_follows_the_nets_pooling():
    captions = " ".join(caption.value for caption in open_page("recurrent_neuron").caption)
    assert "largest value and the mean of each unit over *all* tokens" in captions


def test_the_guess_about_the_tanh_net_is_answered_by_its_numbers():
    at = open_page("recurrent_neuron")
    at.radio(key="prediction").set_value("it stops at a largest number").run()
    assert at.success
    guess, bound = (float(said(at, "Given the true numbers").split("**")[k].replace(",", "")) for k in (1, 3))
    assert 144 < guess <= bound


@pytest.mark.parametrize("sentence", ["", "good", "zzyx **b** <i>", "good " * 99])
def test_any_sentence_is_read_or_answered_in_a_sentence(sentence):
    at = open_page("recurrent_neuron")
    at.text_input(key="sentence").set_value(sentence).run()
    assert not at.exception
    if not sentence:
        assert any("at least one word" in box.value for box in at.info)
        at.button(key="check:1").click().run()
        assert any("at least two words" in text.value for text in at.markdown)


def test_a_task_is_checked_on_what_is_on_the_screen():
    at = open_page("recurrent_neuron")
    at.button(key="task:2").click().run()
    assert any("Each net still reads the true numbers" in text.value for text in at.markdown)
    at = open_page("recurrent_neuron", start_one="2", start_two="1", reads="its own guesses")
    at.button(key="check:2").click().run()
    assert any(text.value.startswith("✔") and "**Done.**" in text.value for text in at.markdown)
