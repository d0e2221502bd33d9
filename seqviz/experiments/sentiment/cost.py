"""How long a training will take, from its settings and from what was measured on one core.

The settings are those of a `SentimentExperiment`, which asks here and is not imported for that.
"""

from __future__ import annotations

from typing import Any

from seqviz.models.cells.registry import cell_named
from seqviz.runs.corpus_sizes import cleaning_seconds, corpus_size, num_validation, reading_seconds

SECONDS_PER_STEP = 0.003  # optimiser, padding, bookkeeping
SECONDS_PER_EMBEDDING_WEIGHT = 1.5e-9  # the optimiser touches every word vector at every step
SKIP_GRAM_SECONDS_PER_TOKEN = 10 * 0.6e-6  # ten epochs
START_SECONDS = 0.3  # the net, and looking for near-copies
SECONDS_PER_TOKEN_ENCODED = 0.8e-6  # cut into words and numbered
#: Of the net as it learns: so often measured on the validation part, so long for each text and each of its tokens.
MEASUREMENTS, SECONDS_PER_TEXT, SECONDS_PER_TOKEN_READ = 14, 1.5e-5, 0.45e-6


def expected_seconds(experiment: Any) -> float:
    """Estimate the seconds of one core that a sentiment run takes; its time budget bounds the answer."""
    num_texts, mean_length = corpus_size(experiment.corpus, experiment.cleaning)
    num_texts = min(num_texts, experiment.num_train or num_texts)
    read_tokens = num_texts * min(mean_length, experiment.max_length)
    steps = num_texts / experiment.batch_size
    weights = experiment.vocabulary_size * experiment.embedding_dim
    step_seconds = SECONDS_PER_STEP + weights * SECONDS_PER_EMBEDDING_WEIGHT
    training = experiment.num_epochs * (read_tokens * token_seconds(experiment) + steps * step_seconds)
    if experiment.time_budget:
        training = min(training, experiment.time_budget)
    pretraining = num_texts * mean_length * SKIP_GRAM_SECONDS_PER_TOKEN
    return (
        _around_the_steps(experiment, num_texts, mean_length)
        + training
        + (pretraining if experiment.embedding == "skip-gram" else 0.0)
    )


def _around_the_steps(experiment: Any, num_texts: int, mean_length: float) -> float:
    """Estimate the seconds of reading the corpus before the first step and of measuring between the steps."""
    validation = num_validation(experiment.corpus)
    encoding = (num_texts + validation) * mean_length * SECONDS_PER_TOKEN_ENCODED
    read = SECONDS_PER_TEXT + min(mean_length, experiment.max_length) * SECONDS_PER_TOKEN_READ
    measuring = (
        MEASUREMENTS * validation * read * len(experiment.hidden_sizes) * (1 + experiment.bidirectional)
    )
    cleaning = cleaning_seconds(experiment.corpus, experiment.cleaning, experiment.num_train)
    return START_SECONDS + reading_seconds(experiment.corpus) + cleaning + encoding + measuring


def token_seconds(experiment: Any) -> float:
    """Estimate the seconds that reading one token costs in training, over all layers and directions."""
    kind = cell_named(experiment.cell)
    fixed, per_product = kind.token_cost
    directions = 2 if experiment.bidirectional else 1
    input_size, seconds = experiment.embedding_dim, 0.0
    for hidden_size in experiment.hidden_sizes:
        products = len(kind.blocks) * hidden_size * (input_size + hidden_size)
        seconds += directions * (fixed + products * per_product)
        input_size = hidden_size * directions
    return seconds
