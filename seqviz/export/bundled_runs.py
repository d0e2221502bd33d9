"""Runs that come with the app, so that no page is empty before the first click.

Each is a default experiment's own run, kept as safetensors: the weights under their state-dict names, and in
the header the config, what is needed to use them, what was measured and noted, and what came out.
`python -m seqviz.export.bundled_runs [NAME …]` makes them again.
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
from safetensors import safe_open
from safetensors.numpy import save_file

from seqviz.runs.events import Finished, Metrics, Note
from seqviz.runs.experiment import Experiment, to_config
from seqviz.runs.history import History
from seqviz.runs.registry import build, known_kinds, train

FOLDER = Path(__file__).resolve().parents[2] / "assets" / "models"
#: The file's name -> the experiment.
BUNDLED: dict[str, Experiment] = {
    name: build(kind.name, settings)
    for kind in known_kinds().values()
    for name, settings in kind.bundled.items()
}


@dataclass(frozen=True)
class BundledRun:
    """A finished run.

    Attributes:
        config: the experiment's fields as plain JSON data.
        extras: what is needed beside the weights.
        result: what came out.
        history: what was measured.
        notes: what was noted, in order.
        weights: by state-dict name.
    """

    config: dict[str, Any]
    extras: dict[str, Any]
    result: dict[str, Any]
    history: History
    notes: tuple[Note, ...]
    weights: dict[str, np.ndarray]


def make_bundled_run(experiment: Experiment, path: Path) -> dict[str, Any]:
    """Run an experiment, keep its run in a file, and return its result."""
    metrics, notes, finished = [], [], None
    for event in train(experiment):
        if isinstance(event, Metrics):
            metrics.append(asdict(event))
        elif isinstance(event, Note):
            notes.append(asdict(event))
        elif isinstance(event, Finished):
            finished = event
    if finished is None:
        raise RuntimeError("the experiment ended without a result")
    header = {
        "config": to_config(experiment),
        "extras": finished.extras,
        "result": finished.result,
        "metrics": metrics,
        "notes": notes,
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(0o644)
    save_file(finished.weights, path, {name: json.dumps(value) for name, value in header.items()})
    return finished.result


def load_bundled_run(name: str, folder: Path = FOLDER) -> BundledRun:
    """Read a run that comes with the app, by its file's name."""
    with safe_open(folder / f"{name}.safetensors", framework="numpy") as file:
        header = {key: json.loads(value) for key, value in file.metadata().items()}
        weights: dict[str, np.ndarray] = {key: file.get_tensor(key) for key in file.keys()}  # noqa: SIM118
    history = History()
    history.add(Metrics(**event) for event in header["metrics"])
    notes = tuple(Note(**note) for note in header["notes"])
    return BundledRun(header["config"], header["extras"], header["result"], history, notes, weights)


def bundled_weights(experiment: Experiment) -> Path | None:
    """Return the file of the run that comes with the app for exactly these settings, if it holds weights."""
    for name, bundled in BUNDLED.items():
        path = FOLDER / f"{name}.safetensors"
        if bundled == experiment and path.exists():
            with safe_open(path, framework="numpy") as file:
                return path if file.keys() else None
    return None


if __name__ == "__main__":
    for name in sys.argv[1:] or BUNDLED:
        print(name, make_bundled_run(BUNDLED[name], FOLDER / f"{name}.safetensors"))
