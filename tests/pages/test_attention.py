from __future__ import annotations

import numpy as np

from seqviz.lessons.attention import forcing
from seqviz.ui.translation import nets
from seqviz.ui.translation.source import EXAMPLES
from tests.pages.open_page import as_opened, open_page


def test_it_opens_on_a_net_that_looks_and_on_a_full_grid():
    at = as_opened("attention")
    assert any("mon chien noir" in text.value for text in at.text)
    assert any("attention helps in this one repetition" in text.value for text in at.markdown)


def test_forcing_the_attention_shows_both_outputs():
    at = open_page("attention")
    at.toggle(key="force").set_value(True).run()
    assert not at.exception
    assert any("By its own attention, and by yours" in text.value for text in at.markdown)


def test_the_guess_is_judged_by_the_grid():
    at = open_page("attention")
    at.radio(key="prediction").set_value("less than 20%").run()
    assert any("That is right" in success.value for success in at.success)


def test_forcing_names_the_first_token_that_changes():
    own, other = ("la", "fille", "voit", "[END]"), ("la", "fille", "[END]")
    assert "At step 3 it now writes “\\[END\\]” in place of “voit”" in forcing.difference(own, other)
    assert "stays the same" in forcing.difference(own, own)


def test_the_grid_says_that_one_repetition_cannot_tell_size_from_luck():
    said = next(
        text.value for text in as_opened("attention").markdown if "and repairs it in part" in text.value
    )
    assert (
        "Of those of 10 letters it gets right: 12% with 16 units, 56% with 32 units, 48% with 64 units"
        in said
    )
    assert "64 units do worse than 32 with it" in said
    assert "One repetition has no spread" in said


def test_what_forcing_the_attention_does_is_counted_in_the_bundled_net():
    net = nets.reader(nets.TATOEBA)
    example = EXAMPLES["tatoeba"]
    own = net.translate(example)
    changed = 0
    for step, row in enumerate(own.attention):
        one_hot = np.zeros(len(own.source), np.float32)
        one_hot[(row.argmax() + 1) % len(own.source)] = 1
        changed += net.translate(example, {step: one_hot}).written[: step + 1] != own.written[: step + 1]
    assert changed
    said = f"at {changed} of the {len(own.written)} steps"
    assert any(said in text.value for text in as_opened("attention").markdown)


def test_a_task_is_checked_on_where_the_decoder_looks():
    at = open_page("attention", source="He bought a red car.", step="1")
    at.button(key="check:1").click().run()
    assert any("go to the step at which it looks at *red*" in text.value for text in at.markdown)
    at.button(key="check:2").click().run()
    assert any("switch *Force the attention* on" in text.value for text in at.markdown)
