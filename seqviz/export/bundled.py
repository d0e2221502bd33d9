"""The net that comes with the app: trained by `make pretrained`, so that no page is empty before the first click.

It is the default experiment's own run, kept as safetensors: the weights under their state-dict names, and in
the header the config, the vocabulary, what was measured while it trained and what came out.
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

from seqviz.training.events import Finished, Metrics
from seqviz.training.history import History
from seqviz.training.reader import SentimentReader
from seqviz.training.sentiment import SentimentExperiment

BUNDLED_FILE = Path(__file__).resolve().parents[2] / "assets" / "models" / "reviews_lstm.safetensors"


@dataclass(frozen=True)
class BundledNet:
    """A trained net with what is known of its training.

    Attributes:
        reader: the net, ready to read.
        result: what came out of its run (see `Finished.result`).
        history: what was measured while it trained.
    """

    reader: SentimentReader
    result: dict[str, Any]
    history: History


def make_bundled(path: Path = BUNDLED_FILE) -> dict[str, Any]:
    """Train the default experiment, write the net, and return its result."""
    experiment = SentimentExperiment()
    metrics, finished = [], None
    for event in experiment.run():
        if isinstance(event, Metrics):
            metrics.append(event)
        elif isinstance(event, Finished):
            finished = event
    if finished is None:
        raise RuntimeError("the training ended without a result")
    header = {
        "config": asdict(experiment),
        "vocabulary": finished.extras["vocabulary"],
        "result": finished.result,
        "metrics": [asdict(event) for event in metrics],
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    save_file(finished.weights, path, {name: json.dumps(value) for name, value in header.items()})
    return finished.result


def load_bundled(path: Path = BUNDLED_FILE) -> BundledNet:
    """Read the bundled net."""
    with safe_open(path, framework="numpy") as file:
        header = {name: json.loads(value) for name, value in file.metadata().items()}
        weights: dict[str, np.ndarray] = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118
    reader = SentimentReader.from_run(header["config"], {"vocabulary": header["vocabulary"]}, weights)
    history = History()
    history.add(Metrics(**event) for event in header["metrics"])
    return BundledNet(reader, header["result"], history)


if __name__ == "__main__":
    made = make_bundled()
    print(
        f"test accuracy {made['test_accuracy']:.4f}, {BUNDLED_FILE.stat().st_size:,} bytes", file=sys.stderr
    )
