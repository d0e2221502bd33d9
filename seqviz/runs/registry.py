"""The kinds of experiment there are, loaded when they are asked for."""

from __future__ import annotations

import importlib
import os
from typing import Any

from seqviz.runs.experiment import ConfigError, Experiment, from_config

#: Kind -> "module:class". A kind in the store or in a URL is looked up here and nowhere else.
EXPERIMENTS: dict[str, str] = {
    "sentiment": "seqviz.experiments.sentiment.config:SentimentExperiment",
    "baseline": "seqviz.experiments.baseline.config:BaselineExperiment",
    "language-model": "seqviz.experiments.language_model.config:LanguageModelExperiment",
    "translation": "seqviz.experiments.translation.config:TranslationExperiment",
    "bottleneck": "seqviz.experiments.translation.config:BottleneckExperiment",
    "word-vectors": "seqviz.experiments.word_vectors.config:WordVectorsExperiment",
    "recall": "seqviz.experiments.recall.config:RecallExperiment",
    "clipping": "seqviz.experiments.clipping.config:ClippingExperiment",
    "fibonacci": "seqviz.experiments.fibonacci.config:FibonacciExperiment",
    "order": "seqviz.experiments.word_order.config:OrderExperiment",
    "tagging": "seqviz.experiments.tagging.config:TaggingExperiment",
    "fill-in": "seqviz.experiments.fill_in.config:FillInExperiment",
    "next-word": "seqviz.experiments.next_word.config:NextWordExperiment",
}


def known_kinds() -> dict[str, str]:
    """Return EXPERIMENTS and what whoever starts the server adds in SEQVIZ_EXPERIMENTS.

    That variable holds `kind=module:class`, several parted by commas; it is how a test or a plug-in brings
    an experiment of its own into the worker processes.
    """
    added = os.environ.get("SEQVIZ_EXPERIMENTS", "")
    return EXPERIMENTS | dict(entry.split("=", 1) for entry in added.split(",") if "=" in entry)


def experiment_class(kind: str) -> type[Experiment]:
    """Return the class of a kind of experiment.

    Raises:
        ConfigError: if there is no such kind.
    """
    kinds = known_kinds()
    if kind not in kinds:
        raise ConfigError(f"No experiment is called {kind!r}; there are {', '.join(sorted(kinds))}.")
    module, name = kinds[kind].split(":")
    found: type[Experiment] = getattr(importlib.import_module(module), name)
    return found


def build(kind: str, config: dict[str, Any]) -> Experiment:
    """Build an experiment from its kind and plain JSON data.

    Raises:
        ConfigError: on an unknown kind or setting, or a value out of bounds.
    """
    return from_config(experiment_class(kind), config)
