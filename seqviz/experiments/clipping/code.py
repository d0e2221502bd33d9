"""The clipping comparison as code."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from seqviz.corpora.lagged import adding_batch
from seqviz.experiments.clipping.train import POINTS
from seqviz.export.cell_code import ONE_BIAS
from seqviz.export.comparison_code import comparison_writer
from seqviz.export.comparison_parts import DRAWN_ANEW, Parts
from seqviz.export.filling import fill
from seqviz.export.standalone import standalone

_fill = partial(fill, folder=Path(__file__).parent / "templates")


def parts_of(experiment: Any) -> Parts:
    """Return what this comparison's scripts consist of."""
    return Parts(
        about="The same net adds two marked numbers of a sequence, unclipped and clipped in two ways",
        functions=standalone(adding_batch),
        data=DRAWN_ANEW,
        torch_nets=_fill("pytorch", {}),
        keras_nets=_fill("keras", {}),
        keras_loss='"mse"',
        bias_note=ONE_BIAS,
        steps_a_turn=max(1, experiment.num_steps // POINTS),
        optimizer="SGD",
        has_weights=False,
    )


CODE = comparison_writer(parts_of)
