"""The code that a training page shows is that of its controls and of its run."""

from __future__ import annotations

import re

import numpy as np
import pytest
from safetensors.numpy import save

from seqviz.experiments.translation.config import BottleneckExperiment
from seqviz.export.code import code_of, has_code
from seqviz.runs.registry import known_kinds
from seqviz.ui.runs import take_home
from tests.pages.open_page import open_page

#: Page -> the kinds of experiment that it trains.
PAGES = {
    "sentiment": ["sentiment"],
    "text_generation": ["language-model"],
    "seq2seq": ["translation"],
    "why_sequence": ["order", "fibonacci"],
    "gradients": ["recall", "clipping"],
    "word2vec": ["word-vectors"],
    "glove_fasttext": ["word-vectors"],
    "directions": ["tagging", "fill-in", "next-word"],
}
#: Kinds whose code would be no net's: a bag of words, and a grid, whose nets are had one by one.
WITHOUT = {"baseline", "bottleneck"}


def unfolded(page, *keys):
    at = open_page(page)
    for key in keys:
        at.session_state[f"{key}:code"] = True
    return at.run()


def scripts(at):
    return [code.value for code in at.code if "import torch" in code.value or "import keras" in code.value]


def settings_key(page, kind):
    return f"settings:{kind}" if len(PAGES[page]) > 1 else "settings"


def test_every_kind_of_net_has_code_and_a_page_that_shows_it():
    assert {kind for kind in known_kinds() if not has_code(kind)} == WITHOUT
    assert {kind for kinds in PAGES.values() for kind in kinds} == set(filter(has_code, known_kinds()))


@pytest.mark.parametrize(("page", "kind"), [(page, kind) for page, kinds in PAGES.items() for kind in kinds])
def test_a_training_page_shows_pytorch_and_keras_of_its_settings_and_of_its_net(page, kind):
    shown = scripts(unfolded(page, settings_key(page, kind), kind))
    assert sum("import torch" in code for code in shown) == 2
    assert sum("import keras" in code for code in shown) == 2


def has_weights(at):
    return any(button.label == "weights.safetensors" for button in at.get("download_button"))


@pytest.mark.parametrize(("page", "kind"), [("text_generation", "language-model"), ("gradients", "recall")])
def test_the_weights_that_come_with_the_app_can_be_had_where_there_are_any(page, kind):
    assert has_weights(unfolded(page, kind)) == (kind != "recall")


def test_folded_code_is_not_even_written():
    assert not scripts(open_page("seq2seq"))


def test_the_code_follows_the_controls():
    at = unfolded("text_generation", "settings")
    at.segmented_control(key="cell").set_value("GRU").run()
    assert any("self.recurrent = nn.GRU(32, 128)" in code for code in scripts(at))


def test_the_lines_that_load_weights_run_as_shown(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "weights.safetensors").write_bytes(save({"output.weight": np.zeros((2, 3), np.float32)}))
    exec(compile(take_home.LOADING, "shown", "exec"), {})
    assert re.search(r"output\.weight +\(2, 3\)", capsys.readouterr().out)


def test_the_net_chosen_of_the_grid_is_given_as_code():
    nets = BottleneckExperiment().arms()
    at = unfolded("seq2seq", "grid")
    assert code_of(nets["none 16"]).pytorch.strip() in scripts(at)
    at.selectbox(key="grid_net").set_value("additive 64").run()
    assert code_of(nets["additive 64"]).pytorch.strip() in scripts(at)
