"""The code that a training page shows is that of its controls and of its run."""

from __future__ import annotations

import re

import numpy as np
import pytest
from safetensors.numpy import save

from seqviz.experiments.baseline.config import BaselineExperiment
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
    "attention": ["bottleneck"],
    "why_sequence": ["order"],
    "recurrent_neuron": ["fibonacci"],
    "remembering": ["recall"],
    "clipping": ["clipping"],
    "word2vec": ["word-vectors"],
    "glove": ["word-vectors"],
    "subwords": ["word-vectors"],
    "directions": ["tagging"],
    "filling_gap": ["fill-in", "next-word"],
    "stacks": ["brackets"],
}
#: Kinds whose training is what their page is about.
MAIN = {"sentiment", "language-model", "translation", "word-vectors"}
#: Kinds that learn nothing of their own: they time layers and updates, or run other kinds over several seeds.
MEASURING = {"step-time", "update-time", "trial"}


def unfolded(page, *keys):
    at = open_page(page)
    for key in keys:
        at.session_state[f"{key}:code"] = True
    return at.run()


def scripts(at):
    return [code.value for code in at.code if "import torch" in code.value or "import keras" in code.value]


def settings_key(kind):
    return "settings" if kind in MAIN else f"settings:{kind}"


def test_every_kind_that_learns_has_code_and_a_page_that_shows_it():
    assert {kind for kind in known_kinds() if not has_code(kind)} == MEASURING
    assert {kind for kinds in PAGES.values() for kind in kinds} | {
        "baseline"
    } == known_kinds().keys() - MEASURING


@pytest.mark.parametrize(("page", "kind"), [(page, kind) for page, kinds in PAGES.items() for kind in kinds])
def test_a_training_page_shows_pytorch_and_keras_of_its_settings_and_of_its_net(page, kind):
    shown = scripts(unfolded(page, settings_key(kind), kind))
    assert sum("import torch" in code for code in shown) == 2
    assert sum("import keras" in code for code in shown) == 2


def has_weights(at):
    return any(button.label == "weights.safetensors" for button in at.get("download_button"))


@pytest.mark.parametrize(("page", "kind"), [("text_generation", "language-model"), ("remembering", "recall")])
def test_the_weights_that_come_with_the_app_can_be_had_where_there_are_any(page, kind):
    assert has_weights(unfolded(page, kind)) == (kind != "recall")


@pytest.mark.parametrize("kind", [kind for kinds in PAGES.values() for kind in kinds])
def test_train_is_named_only_where_a_run_keeps_weights(kind):
    measured_only = kind in {"recall", "clipping", "bottleneck"}
    assert ("press *Train*" in take_home.no_weights_in_words(kind)) != measured_only


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


def test_the_grid_as_code_holds_each_of_its_nets():
    [code] = [code for code in scripts(unfolded("attention", "bottleneck")) if "import torch" in code]
    assert code == code_of(BottleneckExperiment())["PyTorch"].strip()
    assert all(f'"{arm}": ' in code for arm in BottleneckExperiment().arms())


def test_the_baseline_is_code_of_scikit_learn_on_the_corpus_of_the_run_that_is_shown():
    [code] = [
        code.value
        for code in unfolded("sentiment", "baseline").code
        if "import sklearn" in code.value or "from sklearn" in code.value
    ]
    assert code == code_of(BaselineExperiment())["scikit-learn"].strip()
