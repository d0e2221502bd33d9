"""The bottleneck as scripts: every net of the grid, one after another."""

from __future__ import annotations

import textwrap
from functools import partial
from pathlib import Path

from seqviz.corpora.pairs import Pair, part_by_source
from seqviz.corpora.reversals import reversals
from seqviz.experiments.translation.code import (
    ATTENTION,
    attention_layers,
    attention_step,
    keras_attention,
    keras_net,
    net_class,
)
from seqviz.experiments.translation.config import BottleneckExperiment
from seqviz.experiments.translation.measuring import BATCH_SIZE as MEASURING_BATCH
from seqviz.experiments.translation.train import MOST_MEASURED
from seqviz.export.cell_code import bias_note, torch_cell
from seqviz.export.code import Writer
from seqviz.export.filling import fill
from seqviz.export.standalone import standalone
from seqviz.text.padding import buckets

_fill = partial(fill, folder=Path(__file__).parent / "templates")


def pytorch_script(experiment: BottleneckExperiment) -> str:
    """Write the PyTorch script that builds and trains exactly this experiment's nets."""
    layers = [
        "self.attends = attends",
        _where("attends", attention_layers(experiment.attention, "hidden_size")),
    ]
    net = net_class(
        experiment.cell,
        attention_layers="\n".join(layers),
        attention_step=_where("self.attends", attention_step(experiment.attention)),
        arguments="self, hidden_size, attends, num_source, num_target",
        embedding_dim="EMBEDDING_DIM",
        dropout="DROPOUT",
        free_running="",
        **_SIZES,
    )
    values = {
        **torch_cell(experiment.cell),
        "functions": standalone(reversals, Pair, part_by_source, buckets),
        "most_measured": MOST_MEASURED,
        "measuring_batch": MEASURING_BATCH,
        "attention_class": ATTENTION[experiment.attention],
        "net": net,
    }
    return _fill("bottleneck_pytorch", _common(experiment, *_SAME, "dropout") | values)


def keras_script(experiment: BottleneckExperiment) -> str:
    """Write the Keras script of the same layers."""
    one = next(iter(experiment.arms().values()))
    attention = _where("attends", keras_attention(experiment.attention, "hidden_size"))
    clip = "global_clipnorm=CLIP_NORM or None"
    values = {
        "functions": standalone(reversals, Pair, part_by_source),
        "net": keras_net(experiment.cell, attention, one.dropout, embedding_dim="EMBEDDING_DIM", **_SIZES),
        "optimizer": f"keras.optimizers.Adam(learning_rate=LEARNING_RATE, {clip})",
        "bias_note": bias_note(experiment.cell),
    }
    return _fill("bottleneck_keras", _common(experiment, *_SAME) | values)


_SIZES = {"hidden_size": "hidden_size", "num_source": "num_source", "num_target": "num_target"}
_SAME = ("max_length", "num_pairs", "embedding_dim", "batch_size", "learning_rate", "clip_norm", "num_epochs")


def _where(condition: str, lines: str) -> str:
    return f"if {condition}:\n" + textwrap.indent(lines.strip("\n"), "    ")


def _common(experiment: BottleneckExperiment, *shared: str) -> dict[str, str]:
    arms = experiment.arms()
    one = next(iter(arms.values()))  # what the arms share, they share with the first
    settings = {name.upper(): getattr(one, name) for name in shared}
    sizes = {name: (arm.hidden_size, arm.attention != "none", arm.seed) for name, arm in arms.items()}
    return {
        "settings": "\n".join(f"{name} = {value!r}" for name, value in settings.items()),
        "arms": "\n".join(f'"{name}": {size},' for name, size in sizes.items()),
        "data": _fill("bottleneck_data", {}),
    }


def _no_files(experiment: BottleneckExperiment) -> dict[str, str]:
    return {}  # the scripts draw the sequences


CODE = Writer({"PyTorch": pytorch_script, "Keras": keras_script}, _no_files)
