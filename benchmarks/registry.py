"""The benches by name, with what is asked of each."""

from __future__ import annotations

from importlib import import_module

from benchmarks.harness import Bench, Result, UnavailableError

#: Name on the command line -> bench.
BENCHES: dict[str, Bench] = {
    "tfidf": Bench("benchmarks.tfidf", "lower", 1.1, 1.0),
    "lstm_step": Bench("benchmarks.lstm_step", "lower", 1.05, 1.02),
    "gru_step": Bench("benchmarks.gru_step", "lower", 0.7, 0.5),
    "gate_recovery": Bench("benchmarks.gate_recovery", "lower", 0.4, 0.2),
    "gradient_curve": Bench("benchmarks.gradient_curve", "lower", 0.5, 0.3),
    "scrub": Bench("benchmarks.scrub", "lower", 2.0, 1.0),
    "cell_step": Bench("benchmarks.cell_step", "lower", 2.0, 1.0),
    "interaction": Bench("benchmarks.interaction", "lower", 1.0, 0.5),
    "interaction_browser": Bench("benchmarks.interaction_browser", "lower", 2.0, 1.2),
    "every_control": Bench("benchmarks.every_control", "lower", 3.0, 2.0),
    "first_content": Bench("benchmarks.first_content", "lower", 1.2, 1.0),
    "classroom": Bench("benchmarks.classroom", "lower", 10.0, 4.0),
    "memory_after": Bench("benchmarks.memory_after", "lower", 1.15, 1.05),
    "net_load": Bench("benchmarks.net_load", "lower", 1.0, 0.4),
    "sampling": Bench("benchmarks.sampling", "higher", 5.0, 10.0),
    "language_model": Bench("benchmarks.language_model", "higher", 0.95, 1.0),
    "imdb_step": Bench("benchmarks.imdb_step", "lower", 0.75, 0.6),
    "skipgram": Bench("benchmarks.skipgram", "higher", 3.3, 5.0),
    "cbow": Bench("benchmarks.cbow", "higher", 0.95, 1.5),
    "hierarchical_softmax": Bench("benchmarks.hierarchical_softmax", "higher", 0.6, 1.0),
    "fasttext": Bench("benchmarks.fasttext", "higher", 2.0, 3.0),
    "vectors_load": Bench("benchmarks.vectors_load", "lower", 0.2, 0.1),
    "tsne": Bench("benchmarks.tsne", "lower", 0.2, 0.12),
}


def measure(name: str) -> Result:
    """Run one bench.

    Raises:
        UnavailableError: if this computer lacks something it needs.
    """
    try:
        return import_module(BENCHES[name].module).measure()
    except ModuleNotFoundError as missing:
        raise UnavailableError(
            f"{name} needs the package {missing.name}, which is not installed."
        ) from missing
