"""The baseline's script is executed: it has to reach exactly what the app measures."""

from __future__ import annotations

import re

import pytest

from seqviz.experiments.baseline.config import BaselineExperiment
from seqviz.experiments.baseline.train import fit
from seqviz.runs.events import Finished
from tests.export.executed import run_script, unpacked

FINE = ("A fine and moving film, truly good.", "I loved it <br /> from start to end!")
POOR = ("Dull, slow and not good at all.", "I didn’t like the plot; a bad film.")


@pytest.fixture
def table(tmp_path):
    rows = [
        f'"{text} Seen {k % 7} times.",{label}'
        for k in range(30)
        for label, of_label in enumerate((POOR, FINE))
        for text in of_label
    ]
    path = tmp_path / "films.csv"
    path.write_text("text,label\n" + "\n".join(rows))
    return str(path)


@pytest.mark.parametrize("settings", [{}, {"longest": 3, "num_train": 1_200, "seed": 3}, {"corpus": "table"}])
def test_the_script_reaches_the_baselines_accuracy_exactly(settings, table, tmp_path, monkeypatch, capsys):
    experiment = BaselineExperiment(**settings | ({"corpus": table} if "corpus" in settings else {}))
    result = next(event.result for event in fit(experiment) if isinstance(event, Finished))
    printed = run_script(unpacked(experiment, tmp_path) / "train.py", monkeypatch, capsys)
    measured = {part: float(number) for part, number in re.findall(r"(\w+): accuracy ([\d.]+)", printed)}
    assert measured["validation"] == round(result["accuracy"], 6)
    assert measured.get("test", 0.0) == round(result.get("test_accuracy", 0.0), 6)
    assert f"{result['features']:,} n-grams" in printed
