"""The bottleneck's scripts are executed: every net has to end where the app's own ends."""

from __future__ import annotations

import re

import pytest

from seqviz.experiments.translation.bottleneck_train import fit_bottleneck
from seqviz.experiments.translation.config import BottleneckExperiment
from seqviz.runs.events import Finished
from tests.export.executed import run_keras_script, run_script, unpacked

SMALL = {"context_sizes": (5, 8), "max_length": 4, "num_pairs": 240, "num_epochs": 2}
GRIDS = {
    "additive, twice": BottleneckExperiment(**SMALL, num_seeds=2, seed=3),
    "dot, lstm": BottleneckExperiment(**SMALL | {"context_sizes": (6,)}, cell="lstm", attention="dot"),
}


def reported(printed):
    """What a script printed of each net: arm -> parameters, loss, and the share at each length."""
    found = {}
    for arm, parameters, loss, rest in re.findall(
        r"(.+): ([\d,]+) parameters, loss ([\d.]+), by length(.+)", printed
    ):
        shares = {int(length): float(share) for length, share in re.findall(r"(\d+): ([\d.]+)", rest)}
        found[arm] = (int(parameters.replace(",", "")), float(loss), shares)
    return found


@pytest.mark.parametrize("name", GRIDS)
def test_the_pytorch_script_trains_every_net_as_the_app_did(name, tmp_path, monkeypatch, capsys):
    [finished] = [event for event in fit_bottleneck(GRIDS[name]) if isinstance(event, Finished)]
    found = reported(run_script(unpacked(GRIDS[name], tmp_path) / "train.py", monkeypatch, capsys))
    assert found.keys() == finished.result["arms"].keys()
    for arm, expected in finished.result["arms"].items():
        parameters, loss, shares = found[arm]
        assert parameters == expected["parameters"]
        assert loss == pytest.approx(expected["loss"], rel=1e-4)
        assert shares == pytest.approx(expected["by_length"], abs=1e-4)


def test_the_keras_script_builds_the_same_nets(tmp_path, monkeypatch, capsys):
    grid = BottleneckExperiment(**SMALL)
    folder = unpacked(grid, tmp_path)
    torch_nets = reported(run_script(folder / "train.py", monkeypatch, capsys))
    short = {"epochs=NUM_EPOCHS": "epochs=1"}
    models = run_keras_script(folder / "train_keras.py", monkeypatch, capsys, **short)["models"]
    assert {arm: model.count_params() for arm, model in models.items()} == {
        arm: parameters for arm, (parameters, _, _) in torch_nets.items()
    }
