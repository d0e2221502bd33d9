"""The word-order comparison as code."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from seqviz.experiments.word_order.train import MEASURED_REVIEWS, VOCABULARY_SIZE
from seqviz.export.cell_code import ONE_BIAS
from seqviz.export.comparison_code import comparison_writer
from seqviz.export.comparison_parts import Parts
from seqviz.export.filling import fill
from seqviz.export.standalone import standalone
from seqviz.runs.comparison import steps_in_a_turn
from seqviz.text.tokens import words

_fill = partial(fill, folder=Path(__file__).parent / "templates")


def parts_of(experiment: Any) -> Parts:
    """Return what this comparison's scripts consist of."""
    return Parts(
        about="A net that cannot see the order of the words beside one that reads word after word",
        functions=f"import csv\nfrom collections import Counter\n{standalone(words)}",
        data=_fill("data", {}),
        torch_nets=_fill("pytorch", {}),
        keras_nets=_fill("keras", {}),
        keras_loss="keras.losses.BinaryCrossentropy(from_logits=True)",
        bias_note=ONE_BIAS,
        steps_a_turn=steps_in_a_turn(experiment.num_steps),
        further={
            "VOCABULARY_SIZE": VOCABULARY_SIZE,
            "MEASURED_REVIEWS": MEASURED_REVIEWS,
        },
        files="reviews.csv",
    )


CODE = comparison_writer(parts_of)
