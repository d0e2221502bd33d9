"""The taggers as code."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from seqviz.corpora.teddy import LABELS, split_in_pairs, teddy_sentences
from seqviz.experiments.tagging.config import ARMS
from seqviz.experiments.tagging.train import SENTENCES_ASIDE
from seqviz.export.comparison_code import comparison_writer
from seqviz.export.comparison_parts import Parts, labelling_parts
from seqviz.export.filling import fill
from seqviz.export.standalone import standalone
from seqviz.runs.labelling import NOT_COUNTED

_fill = partial(fill, folder=Path(__file__).parent / "templates")


def parts_of(experiment: Any) -> Parts:
    """Return what this comparison's scripts consist of."""
    arms = {name: (2 if name == ARMS[2] else 1, name != ARMS[0]) for name in ARMS}
    return Parts(
        about="Three nets label each word as toy, person or other",
        functions=standalone(teddy_sentences, split_in_pairs),
        data=_fill("data", {}),
        further={
            "NOT_COUNTED": NOT_COUNTED,
            "NUM_LABELS": len(LABELS),
            "SENTENCES_ASIDE": SENTENCES_ASIDE,
        },
        **labelling_parts(experiment, arms, "accuracy"),
    )


CODE = comparison_writer(parts_of)
