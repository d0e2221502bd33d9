from __future__ import annotations

import numpy as np
import pytest

from seqviz.lessons.seq2seq import forcing, nets
from tests.pages.open_page import as_opened, open_page, typed_over


def texts(at):
    return [text.value for text in at.text]


def test_it_opens_on_a_net_that_has_translated_and_on_a_full_grid():
    at = as_opened("seq2seq")
    assert any("mon chien noir" in text for text in texts(at))
    assert any("Sentences of tatoeba.org" in caption.value for caption in at.caption)
    assert any("attention helps in this one repetition" in text.value for text in at.markdown)


def test_the_net_of_our_own_french_can_be_chosen():
    at = open_page("seq2seq", net="bundled")
    assert any("la maison blanche" in text for text in texts(at))
    assert any("Generated for this app" in caption.value for caption in at.caption)


@pytest.mark.parametrize("source", ["she buys an apple", "zzz qqq", "house " * 150, "'", "é"])
def test_any_source_is_read(source):
    at = typed_over("seq2seq")
    at.text_input(key="source").set_value(source).run()
    assert not at.exception


def test_the_steps_can_be_scrubbed_past_the_end():
    at = typed_over("seq2seq")
    at.slider(key="step").set_value(40).run()
    assert not at.exception
    assert any("the last step is shown" in caption.value for caption in at.caption)


def test_forcing_the_attention_shows_both_outputs():
    at = open_page("seq2seq")
    at.toggle(key="force").set_value(True).run()
    assert not at.exception
    assert any("By its own attention, and by yours" in text.value for text in at.markdown)


def test_a_wider_beam_is_searched():
    at = open_page("seq2seq")
    at.slider(key="width").set_value(8).run()
    assert any("Best of the beam" in text.value for text in at.markdown)


def test_the_guess_is_judged_by_the_grid():
    at = open_page("seq2seq")
    at.radio(key="prediction").set_value("less than 20%").run()
    assert any("That is right" in success.value for success in at.success)


def test_forcing_names_the_first_token_that_changes():
    own, other = ("la", "fille", "voit", "[END]"), ("la", "fille", "[END]")
    assert "At step 3 it now writes “\\[END\\]” in place of “voit”" in forcing.difference(own, other)
    assert "stays the same" in forcing.difference(own, own)


def test_a_sentence_of_two_hundred_words_fits_into_the_line():
    at = open_page("seq2seq")
    at.text_input(key="source").set_value("grandmother " * 160 + "sees a cat").run()
    assert not at.exception
    assert any(text.count("grandmother") == 160 for text in texts(at))


def test_the_grid_says_that_one_repetition_cannot_tell_size_from_luck():
    said = next(
        text.value for text in as_opened("seq2seq").markdown if "and repairs it in part" in text.value
    )
    assert (
        "Of those of 10 letters it gets right: 12% with 16 units, 56% with 32 units, 48% with 64 units"
        in said
    )
    assert "64 units do worse than 32 with it" in said
    assert "One repetition has no spread" in said


def test_what_forcing_the_attention_does_is_counted_in_the_bundled_net():
    net = nets.reader(nets.TATOEBA)
    example = forcing.EXAMPLES["tatoeba"]
    own = net.translate(example)
    changed = 0
    for step, row in enumerate(own.attention):
        one_hot = np.zeros(len(own.source), np.float32)
        one_hot[(row.argmax() + 1) % len(own.source)] = 1
        changed += net.translate(example, {step: one_hot}).written[: step + 1] != own.written[: step + 1]
    assert changed
    said = f"at {changed} of the {len(own.written)} steps"
    assert any(said in text.value for text in as_opened("seq2seq").markdown)
