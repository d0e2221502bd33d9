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

from seqviz.experiments.clipping.config import ClippingExperiment
from seqviz.experiments.fibonacci.config import FibonacciExperiment
from seqviz.experiments.fill_in.config import FillInExperiment
from seqviz.experiments.language_model.config import LanguageModelExperiment
from seqviz.experiments.next_word.config import NextWordExperiment
from seqviz.experiments.recall.config import RecallExperiment
from seqviz.experiments.sentiment.config import SentimentExperiment
from seqviz.experiments.tagging.config import TaggingExperiment
from seqviz.experiments.translation.config import BottleneckExperiment, TranslationExperiment
from seqviz.experiments.word_order.config import OrderExperiment
from seqviz.experiments.word_vectors.config import WordVectorsExperiment
from seqviz.runs.events import Finished, Metrics, Note
from seqviz.runs.experiment import Experiment, to_config
from seqviz.runs.history import History

FOLDER = Path(__file__).resolve().parents[2] / "assets" / "models"
#: The file's name -> the experiment.
BUNDLED: dict[str, Experiment] = {
    "reviews_lstm": SentimentExperiment(),
    "harbour_lstm": LanguageModelExperiment(),
    "french_gru": TranslationExperiment(),
    "bottleneck": BottleneckExperiment(),
    "reviews_gru": SentimentExperiment(cell="gru"),
    "recall": RecallExperiment(),
    "clipping": ClippingExperiment(),
    "fibonacci": FibonacciExperiment(),
    "word_order": OrderExperiment(),
    "teddy": TaggingExperiment(),
    "stories": FillInExperiment(),
    "next_word": NextWordExperiment(),
    "world_skipgram": WordVectorsExperiment(),
    "world_glove": WordVectorsExperiment(method="glove"),
    "world_fasttext": WordVectorsExperiment(method="fasttext"),
    "world_huffman": WordVectorsExperiment(method="hierarchical softmax"),
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
    for event in experiment.run():
        if isinstance(event, Metrics):
            metrics.append(asdict(event))
        elif isinstance(event, Note) and event.topic != "extras":
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
