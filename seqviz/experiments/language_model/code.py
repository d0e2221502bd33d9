"""A language model as scripts and the data they read."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from seqviz.corpora.prose import load_prose
from seqviz.experiments.language_model.config import LanguageModelExperiment
from seqviz.export.code import Writer
from seqviz.export.filling import fill
from seqviz.export.layers import Layers
from seqviz.export.needed_files import refusal, weights_refusal
from seqviz.export.schedule_code import torch_schedule
from seqviz.models.language import CONTEXT, WINDOW
from seqviz.text import pieces

_fill = partial(fill, folder=Path(__file__).parent / "templates")

FILES = ("train.txt", "validation.txt")


def pytorch_script(experiment: LanguageModelExperiment) -> str:
    """Write the PyTorch script that builds and trains exactly this experiment's net."""
    layers = _layers(experiment)
    values = {
        "cell_class": layers.torch_cell(),
        "recurrent_layers": layers.torch_layers(batch_first=False),
        "read_layers": layers.torch_reading(),
        "output_size": layers.output_size,
        "rename": layers.rename(),
        "schedule": torch_schedule(experiment.schedule),
        "window": WINDOW,
        "context": CONTEXT,
    }
    return _fill("pytorch", _common(experiment) | values)


def keras_script(experiment: LanguageModelExperiment) -> str:
    """Write the Keras script of the same layers."""
    layers = _layers(experiment)
    lines = layers.keras_layers(experiment.dropout, last_only=False)
    if experiment.dropout:
        lines += f"\nstates = layers.Dropout({experiment.dropout})(states)"
    clip = f", global_clipnorm={experiment.clip_norm}" if experiment.clip_norm else ""
    optimizer = f"keras.optimizers.Adam(learning_rate={experiment.learning_rate}{clip})"
    values = {"layers": lines, "optimizer": optimizer, "bias_note": layers.bias_note()}
    return _fill("keras", _common(experiment) | values)


def data_files(experiment: LanguageModelExperiment) -> dict[str, str]:
    """Return the two files that the scripts read: name -> text.

    Raises:
        CorpusError: if the text cannot be had.
    """
    prose = load_prose(experiment.corpus)
    return dict(zip(FILES, (prose.train, prose.validation), strict=True))


def _layers(experiment: LanguageModelExperiment) -> Layers:
    return Layers(experiment.cell, experiment.embedding_dim, experiment.hidden_sizes)


def _common(experiment: LanguageModelExperiment) -> dict[str, object]:
    names = ("vocabulary_size", "sequence_length", "batch_size", "learning_rate", "clip_norm", "num_epochs", "seed",
             "embedding_dim", "dropout", "unit")  # fmt: skip
    words = f're.findall(r"{pieces._WORD.pattern}", text)'
    cut = "list(text)" if experiment.unit == "characters" else words
    needed = {"needed": refusal(experiment.kind, *FILES), "needed_weights": weights_refusal()}
    return {name: getattr(experiment, name) for name in names} | {"cut": cut} | needed


CODE = Writer({"PyTorch": pytorch_script, "Keras": keras_script}, data_files)
