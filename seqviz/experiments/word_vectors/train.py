"""The training of word vectors, as a generator of events."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from seqviz.corpora.records import CorpusError
from seqviz.corpora.world import analogy_questions
from seqviz.embeddings.cbow import Cbow
from seqviz.embeddings.cooccurrence import cooccurrence
from seqviz.embeddings.evaluation import AnalogyScore, analogy_score
from seqviz.embeddings.fasttext import FastText, FastTextConfig
from seqviz.embeddings.glove import train_glove
from seqviz.embeddings.glove_objective import GloveConfig, GloveModel
from seqviz.embeddings.hierarchical_softmax import HierarchicalSoftmax
from seqviz.embeddings.progress import TrainingProgress, VectorsDivergedError
from seqviz.embeddings.projection import align, principal_components
from seqviz.embeddings.skipgram import SkipGram
from seqviz.embeddings.space import WordVectors
from seqviz.embeddings.train_in_blocks import SkipGramConfig, train_in_blocks
from seqviz.experiments.word_vectors.config import WordVectorsExperiment
from seqviz.experiments.word_vectors.data import NumberedText, number_text, texts_read
from seqviz.experiments.word_vectors.mapped import mapped_words
from seqviz.runs.events import Diverged, Event, Finished, Metrics, Note, Progress
from seqviz.runs.stopwatch import Stopwatch

MOST_FRAMES = 40
FASTTEXT_BUCKETS = 4_000

Weights = dict[str, np.ndarray]


def fit_word_vectors(experiment: WordVectorsExperiment) -> Iterator[Event]:
    """Train as an experiment says, telling what happens.

    Yields:
        Notes "corpus" and "words", then Progress, Metrics (`train_loss`, `words_per_second`, and
        `analogies_right` on the small world) and Notes "map" (the words' places); Finished with the weights
        `vectors` (num_words, dim) and what else the method has learned, and the words in `extras`.

    Raises:
        CorpusError: if the text cannot be had.
        Diverged: if the vectors stop being finite.
    """
    yield Progress(0.0, None, "reading the text")
    name, texts = texts_read(experiment.corpus, experiment.text_share)
    numbered = number_text(name, texts, experiment.min_count, experiment.max_words)
    yield Note(
        "corpus",
        {"name": numbered.name, "words": len(numbered.vocabulary), "positions": len(numbered.corpus)},
    )
    mapped = mapped_words(experiment.corpus, numbered.vocabulary)
    yield Note("words", mapped)
    try:
        yield from _Fit(experiment, numbered, mapped["words"]).events()
    except VectorsDivergedError as error:
        raise Diverged(str(error)) from error
    except ValueError as error:
        raise CorpusError(str(error)) from error


class _Fit:
    """One training, with the map of the frame before.

    Args:
        experiment: its settings.
        numbered: its text.
        mapped: the words on the map.
    """

    def __init__(self, experiment: WordVectorsExperiment, numbered: NumberedText, mapped: list[str]) -> None:
        self._experiment = experiment
        self._numbered = numbered
        rows = {word: row for row, word in enumerate(numbered.vocabulary)}
        self._mapped = [rows[word] for word in mapped]
        self._points: np.ndarray | None = None
        self._stopwatch = Stopwatch()
        self._last = TrainingProgress(
            0.0, 0.0, 0.0, 0.0, 0, np.zeros((len(rows), experiment.dim), np.float32)
        )
        self._vectors: Callable[[], np.ndarray] = lambda: self._last.vectors
        self._weights: Callable[[], Weights] = dict

    def events(self) -> Iterator[Event]:
        """Train, and tell."""
        next_frame = 0.0
        for progress in self._stopwatch.over(self._reports()):
            self._last = progress
            left = progress.seconds * (1 / max(progress.fraction, 1e-6) - 1)
            yield Progress(progress.fraction, left if progress.step > 1 else None, self._doing(progress))
            yield Metrics(progress.step, self._epoch(progress), progress.seconds, self._measured(progress))
            if progress.fraction >= min(next_frame, 1.0):
                next_frame = progress.fraction + 1 / MOST_FRAMES
                yield Note("map", self._frame(progress))
        yield self._finished()

    def _doing(self, progress: TrainingProgress) -> str:
        of = self._experiment.num_epochs
        return f"epoch {min(int(progress.fraction * of) + 1, of)} of {of}"

    def _epoch(self, progress: TrainingProgress) -> float:
        return progress.fraction * self._experiment.num_epochs

    def _reports(self) -> Iterator[TrainingProgress]:
        """Set up the method's model and yield its progress."""
        e, corpus = self._experiment, self._numbered.corpus
        if e.method == "glove":
            yield from self._glove_reports()
            return
        if e.method == "fasttext":
            config: SkipGramConfig = FastTextConfig(**self._shared(), num_buckets=FASTTEXT_BUCKETS)
            assert isinstance(config, FastTextConfig)
            fasttext = FastText(corpus, self._numbered.vocabulary, config)
            self._vectors = fasttext.word_vectors
            self._weights = lambda: {"table": fasttext.vectors(), "outputs": fasttext.outputs.numpy()}
            yield from train_in_blocks(corpus, config, fasttext)
            return
        config = SkipGramConfig(**self._shared())
        if e.method == "hierarchical softmax":
            tree_model = HierarchicalSoftmax(corpus, config)
            self._weights = lambda: {"nodes": tree_model.nodes.numpy()}
            yield from train_in_blocks(corpus, config, tree_model)
            return
        model = SkipGram(corpus, config) if e.method == "skip-gram" else Cbow(corpus, config)
        self._weights = lambda: {"outputs": model.outputs.numpy()}
        yield from train_in_blocks(corpus, config, model)

    def _shared(self) -> dict[str, Any]:
        e = self._experiment
        same = {name: getattr(e, name) for name in ("dim", "window", "negatives", "noise_power", "subsample")}
        return same | {"epochs": e.num_epochs, "learning_rate": e.learning_rate, "seed": e.seed}

    def _glove_reports(self) -> Iterator[TrainingProgress]:
        e = self._experiment
        config = GloveConfig(
            dim=e.dim,
            window=e.window,
            epochs=e.num_epochs,
            learning_rate=e.first_step,
            x_max=e.full_count,
            pseudocount=e.pseudocount,
            seed=e.seed,
        )
        for progress, model in train_glove(cooccurrence(self._numbered.corpus, e.window, True), config):
            self._weights = lambda model=model: _glove_weights(model)  # type: ignore[misc]
            yield progress

    def _measured(self, progress: TrainingProgress) -> dict[str, float]:
        values = {"train_loss": progress.loss, "words_per_second": progress.words_per_second}
        scores = self._scores() if self._experiment.corpus == "world" else []
        asked = sum(score.num_known for score in scores)
        if asked:
            values["analogies_right"] = sum(score.num_right for score in scores) / asked
        return values

    def _scores(self) -> list[AnalogyScore]:
        vectors = WordVectors(self._numbered.vocabulary, self._vectors())
        return [analogy_score(vectors, section, asked) for section, asked in analogy_questions().items()]

    def _frame(self, progress: TrainingProgress) -> dict[str, object]:
        """Return the map, turned so that it follows the frame before."""
        vectors = self._vectors()[self._mapped]
        points = principal_components(vectors / max(float(np.abs(vectors).max()), 1e-12)).points
        points /= max(float(np.abs(points).max()), 1e-12)
        self._points = points if self._points is None else align(points, self._points)
        return {"epoch": round(self._epoch(progress), 1), "points": np.round(self._points, 3).tolist()}

    def _finished(self) -> Finished:
        progress, numbered = self._last, self._numbered
        result: dict[str, object] = {
            "num_words": len(numbered.vocabulary),
            "positions": len(numbered.corpus),
            "loss": progress.loss,
            "seconds": progress.seconds,
            "processor_seconds": round(self._stopwatch.processor_seconds, 3),
            "words_per_second": progress.words_per_second,
        }
        if self._experiment.corpus == "world":
            result["analogies"] = {
                score.section: [score.num_right, score.num_right_of_all, score.num_known]
                for score in self._scores()
            }
        weights = {"vectors": self._vectors(), **self._weights()}
        extras = {"words": list(numbered.vocabulary), "counts": numbered.corpus.counts.tolist()}
        return Finished(
            result, {name: np.ascontiguousarray(values) for name, values in weights.items()}, extras
        )


def _glove_weights(model: GloveModel) -> Weights:
    return {
        "focus": model.focus.numpy(),
        "context": model.context.numpy(),
        "focus_bias": model.focus_bias.numpy(),
        "context_bias": model.context_bias.numpy(),
    }
