"""Runs that come with the app, so that no page is empty before the first click.

Each is kept as safetensors: the weights under their state-dict names, and in the header the config, what is needed
to use them, what was measured and noted, and what came out. A run on data that come with the app is a default
experiment's own. One on real data keeps no text that it has read; its experiment tells the data by the name they go
by, `assets/models/SOURCES.md` by source and licence. Its weights are float16, and so are tables of word vectors.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from safetensors import safe_open

from seqviz.runs.events import Metrics, Note
from seqviz.runs.experiment import Experiment
from seqviz.runs.history import History
from seqviz.runs.picture_claim import PictureClaim
from seqviz.runs.registry import RealData, build, known_kinds, load

FOLDER = Path(__file__).resolve().parents[2] / "assets" / "models"
#: The file's name -> the experiment.
BUNDLED: dict[str, Experiment] = {
    name: build(kind.name, settings)
    for kind in known_kinds().values()
    for name, settings in kind.bundled.items()
}
#: The same of those that have learned from real data.
PRETRAINED: dict[str, Experiment] = {
    name: build(kind.name, real.settings)
    for kind in known_kinds().values()
    for name, real in kind.pretrained.items()
}
#: The file's name -> the data that it takes to make it again.
REAL_DATA: dict[str, RealData] = {
    name: real for kind in known_kinds().values() for name, real in kind.pretrained.items()
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
        weights: by state-dict name; floating-point numbers are float32, however they are kept.
    """

    config: dict[str, Any]
    extras: dict[str, Any]
    result: dict[str, Any]
    history: History
    notes: tuple[Note, ...]
    weights: dict[str, np.ndarray]


def claim_about(name: str) -> PictureClaim[BundledRun] | None:
    """Return what the picture of a bundled run shows, as its kind of experiment declares it."""
    parts = {file: part for kind in known_kinds().values() for file, part in kind.claims.items()}
    return load(parts[name]) if name in parts else None


def load_bundled_run(name: str, folder: Path = FOLDER) -> BundledRun:
    """Read a run that comes with the app, by its file's name."""
    with safe_open(folder / f"{name}.safetensors", framework="numpy") as file:
        header = read_header(file.metadata())
        weights = {key: file.get_tensor(key) for key in file.keys()}  # noqa: SIM118
    return assembled(header, weights)


#: Begins the header's entry for a list of words: one text with a space between, for quotation marks take room.
WORDS_OF = "words of "


def read_header(metadata: dict[str, str]) -> dict[str, Any]:
    """Return what stands in the header of a run's file."""
    header = {key: json.loads(value) for key, value in metadata.items() if not key.startswith(WORDS_OF)}
    lists = {
        key.removeprefix(WORDS_OF): text.split(" ")
        for key, text in metadata.items()
        if key.startswith(WORDS_OF)
    }
    return header | {"extras": header["extras"] | lists}


def assembled(header: dict[str, Any], weights: dict[str, np.ndarray]) -> BundledRun:
    """Make a run of what stands in the header of its file, and its weights."""
    history = History()
    history.add(Metrics(**event) for event in header["metrics"])
    notes = tuple(Note(**note) for note in header["notes"])
    single = {name: _single(array) for name, array in weights.items()}
    return BundledRun(header["config"], header["extras"], header["result"], history, notes, single)


def _single(array: np.ndarray) -> np.ndarray:
    return array.astype(np.float32) if array.dtype == np.float16 else array


def bundled_weights(experiment: Experiment) -> Path | None:
    """Return the file of the run that comes with the app for exactly these settings, if it holds weights."""
    for name, bundled in (BUNDLED | PRETRAINED).items():
        path = FOLDER / f"{name}.safetensors"
        if bundled == experiment and path.exists():
            with safe_open(path, framework="numpy") as file:
                return path if file.keys() else None
    return None
