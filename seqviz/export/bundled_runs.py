"""Runs that come with the app, so that no page is empty before the first click.

Each is a default experiment's own run, kept as safetensors: the weights under their state-dict names, and in
the header the config, what is needed to use them, what was measured and noted, and what came out.
`python -m seqviz.export.bundled_runs [NAME …]` makes them again, and writes none whose picture would not show what it
is there to show.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
from safetensors import safe_open
from safetensors.numpy import save_file

from seqviz.runs.events import Finished, Metrics, Note
from seqviz.runs.experiment import Experiment, to_config
from seqviz.runs.history import History
from seqviz.runs.picture_claim import PictureClaim
from seqviz.runs.registry import build, known_kinds, load, train

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


class FalseClaim(Exception):
    """A run does not show what its picture is there to show; the message says what that is."""


def claim_about(name: str) -> PictureClaim[BundledRun] | None:
    """Return what the picture of a bundled run shows, as its kind of experiment declares it."""
    parts = {file: part for kind in known_kinds().values() for file, part in kind.claims.items()}
    return load(parts[name]) if name in parts else None


def make_bundled_run(
    experiment: Experiment, path: Path, claim: PictureClaim[BundledRun] | None = None
) -> dict[str, Any]:
    """Run an experiment, keep its run in a file, and return its result.

    Args:
        experiment: to be run.
        path: of the file.
        claim: what the run's picture is there to show.

    Raises:
        FalseClaim: if it does not; the file stays as it was.
    """
    header, weights = _run(experiment)
    if claim and not claim.holds(_assembled(header, weights)):
        raise FalseClaim(f"{path.stem} is not written, for this is not so in its run: {claim.sentence}")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(0o644)
    save_file(weights, path, {name: json.dumps(value) for name, value in header.items()})
    return dict(header["result"])


def _run(experiment: Experiment) -> tuple[dict[str, Any], dict[str, np.ndarray]]:
    """Run an experiment; return what stands in the header of its file, and the weights."""
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
    header = {"config": to_config(experiment), "extras": finished.extras, "result": finished.result}
    return header | {"metrics": metrics, "notes": notes}, finished.weights


def load_bundled_run(name: str, folder: Path = FOLDER) -> BundledRun:
    """Read a run that comes with the app, by its file's name."""
    with safe_open(folder / f"{name}.safetensors", framework="numpy") as file:
        header = {key: json.loads(value) for key, value in file.metadata().items()}
        weights: dict[str, np.ndarray] = {key: file.get_tensor(key) for key in file.keys()}  # noqa: SIM118
    return _assembled(header, weights)


def _assembled(header: dict[str, Any], weights: dict[str, np.ndarray]) -> BundledRun:
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


def main(names: Sequence[str]) -> None:
    """Make some bundled runs again, or all; end at the first that does not show what it is there to show."""
    for name in names or BUNDLED:
        try:
            print(name, make_bundled_run(BUNDLED[name], FOLDER / f"{name}.safetensors", claim_about(name)))
        except FalseClaim as error:
            sys.exit(str(error))


if __name__ == "__main__":
    main(sys.argv[1:])
