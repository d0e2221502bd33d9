"""The recall comparison as code."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from seqviz.corpora.lagged import recall_batch
from seqviz.experiments.recall.config import BIASES
from seqviz.experiments.recall.train import LEARNED, STEPS_A_TURN
from seqviz.export.cell_code import ONE_BIAS, every_keras_cell, every_torch_cell
from seqviz.export.comparison_code import comparison_writer
from seqviz.export.comparison_parts import DRAWN_ANEW, Parts
from seqviz.export.filling import fill
from seqviz.export.standalone import standalone
from seqviz.models.lagged import EMBEDDING_DIM

_fill = partial(fill, folder=Path(__file__).parent / "templates")


def parts_of(experiment: Any) -> Parts:
    """Return what this comparison's scripts consist of."""
    return Parts(
        about="Three cells learn to name the first symbol of a sequence after a lag",
        functions=standalone(recall_batch),
        data=DRAWN_ANEW,
        torch_nets=_fill("pytorch", every_torch_cell()),
        keras_nets=_fill("keras", every_keras_cell()),
        keras_loss="keras.losses.SparseCategoricalCrossentropy(from_logits=True)",
        bias_note=f"{ONE_BIAS} (The GRU has two.)",
        steps_a_turn=STEPS_A_TURN,
        further={
            "LAGS": experiment.lags,
            "BIASES": BIASES,
            "EMBEDDING_DIM": EMBEDDING_DIM,
            "LEARNED": LEARNED,
        },
        has_weights=False,
        seed="ARMS[arm][2]",
    )


CODE = comparison_writer(parts_of)
