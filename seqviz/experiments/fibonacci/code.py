"""The comparison on Fibonacci's numbers as code."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from seqviz.corpora.fibonacci import fibonacci, other_starts
from seqviz.experiments.fibonacci.train import CLIP_NORM, NUM_STARTS
from seqviz.export.cell_code import ONE_BIAS
from seqviz.export.comparison_code import comparison_writer
from seqviz.export.comparison_parts import Parts, renaming
from seqviz.export.filling import fill
from seqviz.export.standalone import standalone
from seqviz.runs.comparison import steps_in_a_turn

_fill = partial(fill, folder=Path(__file__).parent / "templates")


def parts_of(experiment: Any) -> Parts:
    """Return what this comparison's scripts consist of."""
    return Parts(
        about="Two small nets learn which number comes next when each is the sum of the two before it",
        functions=standalone(fibonacci, other_starts),
        data=_fill("data", {}),
        torch_nets=_fill("pytorch", {}),
        keras_nets=_fill("keras", {}),
        keras_loss='"mse"',
        bias_note=ONE_BIAS,
        steps_a_turn=steps_in_a_turn(experiment.num_steps),
        further={"NUM_STARTS": NUM_STARTS, "CLIP_NORM": CLIP_NORM},
        rename=renaming(r"/((?:weight|bias)_\wh)$", r"/recurrent.\1_l0"),
    )


CODE = comparison_writer(parts_of)
