"""The code that a training page shows is that of its controls and of its run."""

from __future__ import annotations

import pytest

from tests.pages.open_page import open_page


def scripts(at):
    return [code.value for code in at.code if "torch" in code.value or "keras" in code.value]


@pytest.mark.parametrize("page", ["sentiment", "text_generation", "seq2seq"])
def test_a_training_page_shows_pytorch_and_keras_of_its_settings_and_of_its_net(page):
    shown = scripts(open_page(page))
    assert sum("nn.Module" in code for code in shown) >= 2
    assert sum("import keras" in code for code in shown) >= 2


def test_the_code_follows_the_controls():
    at = open_page("text_generation")
    at.segmented_control(key="cell").set_value("GRU").run()
    assert any("self.recurrent = nn.GRU(32, 128)" in code for code in scripts(at))
