"""The baseline as a scikit-learn script and the reviews that it reads."""

from __future__ import annotations

from pathlib import Path

from seqviz.experiments.baseline.config import BaselineExperiment
from seqviz.experiments.baseline.train import corpus_of
from seqviz.export.code import Writer
from seqviz.export.filling import fill
from seqviz.export.needed_files import refusal
from seqviz.export.reviews_table import reviews_table
from seqviz.export.standalone import standalone
from seqviz.text.baseline import MANY_TEXTS
from seqviz.text.tokens import words

FILE = "reviews.csv"


def scikit_learn_script(experiment: BaselineExperiment) -> str:
    """Write the script that fits and measures exactly this baseline."""
    values = {
        "words": standalone(words),
        "longest": experiment.longest,
        "many_texts": MANY_TEXTS,
        "needed": refusal(experiment.kind, FILE),
    }
    return fill("scikit_learn", values, Path(__file__).parent / "templates")


def data_files(experiment: BaselineExperiment) -> dict[str, str]:
    """Return the file that the script reads: name -> text.

    Raises:
        CorpusError: if the corpus cannot be had.
    """
    return {FILE: reviews_table(corpus_of(experiment))}


CODE = Writer({"scikit-learn": scikit_learn_script}, data_files)
