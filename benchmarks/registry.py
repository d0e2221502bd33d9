"""The benches by name. A module is imported when its bench runs: one may need what another computer lacks."""

from __future__ import annotations

from importlib import import_module

from benchmarks.harness import Result, UnavailableError

#: Name on the command line -> module with a `measure() -> Result`.
BENCHES: dict[str, str] = {
    "tfidf": "benchmarks.tfidf",
    "lstm_step": "benchmarks.lstm_step",
    "gru_step": "benchmarks.gru_step",
    "gate_recovery": "benchmarks.gate_recovery",
    "gradient_curve": "benchmarks.gradient_curve",
    "scrub": "benchmarks.scrub",
    "cell_step": "benchmarks.cell_step",
    "interaction": "benchmarks.interaction",
    "interaction_browser": "benchmarks.interaction_browser",
    "first_content": "benchmarks.first_content",
    "classroom": "benchmarks.classroom",
    "sampling": "benchmarks.sampling",
    "language_model": "benchmarks.language_model",
    "imdb_step": "benchmarks.imdb_step",
    "skipgram": "benchmarks.skipgram",
    "cbow": "benchmarks.cbow",
    "hierarchical_softmax": "benchmarks.hierarchical_softmax",
    "fasttext": "benchmarks.fasttext",
    "vectors_load": "benchmarks.vectors_load",
    "tsne": "benchmarks.tsne",
}


def measure(name: str) -> Result:
    """Run one bench.

    Raises:
        UnavailableError: if this computer lacks something it needs.
    """
    try:
        return import_module(BENCHES[name]).measure()
    except ModuleNotFoundError as missing:
        raise UnavailableError(
            f"{name} needs the package {missing.name}, which is not installed."
        ) from missing
