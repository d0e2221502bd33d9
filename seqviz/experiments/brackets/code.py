"""The readers of brackets as code."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from seqviz.corpora.brackets import BracketStrings, bracket_strings
from seqviz.experiments.brackets.train import ANSWERS, NUM_ASIDE, NUM_TRAINING, hidden_sizes
from seqviz.export.cell_code import bias_note, keras_layer, torch_cell
from seqviz.export.comparison_code import comparison_writer
from seqviz.export.comparison_parts import CLASSES, Parts
from seqviz.export.filling import fill
from seqviz.export.standalone import standalone
from seqviz.runs.comparison import steps_in_a_turn
from seqviz.runs.labelling import NOT_COUNTED

_fill = partial(fill, folder=Path(__file__).parent / "templates")


def parts_of(experiment: Any) -> Parts:
    """Return what this comparison's scripts consist of."""
    nets = {net: hidden_sizes(experiment, net) for net in experiment.nets}
    values = {"nets": nets, "arms": experiment.arms}
    return Parts(
        about="Nets of one layer and of more mark brackets, and the words between them",
        functions=standalone(BracketStrings, bracket_strings, *ANSWERS.values()),
        data=_fill("data", {}),
        torch_nets=_fill("pytorch", values | torch_cell(experiment.cell)),
        keras_nets=_fill("keras", values | {"layer": keras_layer(experiment.cell)}),
        keras_loss=CLASSES,
        bias_note=bias_note(experiment.cell),
        steps_a_turn=steps_in_a_turn(experiment.num_steps),
        further={
            "NOT_COUNTED": NOT_COUNTED,
            "NUM_TRAINING": NUM_TRAINING,
            "NUM_ASIDE": NUM_ASIDE,
            "NUM_LABELS": experiment.num_labels,
        },
        seed="ARMS[arm][1]",
    )


CODE = comparison_writer(parts_of)
