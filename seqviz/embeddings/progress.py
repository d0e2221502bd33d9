"""What a word-vector trainer tells while it works."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

import numpy as np

#: Of any method, per pair or cell; a blind guess among millions of words costs less than 100.
LARGEST_LOSS = 1e4


class VectorsDivergedError(ArithmeticError):
    """The vectors or their loss grew beyond all bounds; the message explains it to people."""


@dataclass(frozen=True)
class TrainingProgress:
    """One report of a trainer.

    Attributes:
        fraction: 0 to 1, the share of the work that is done.
        loss: mean loss of the latest update (per pair, unless the trainer says otherwise).
        words_per_second: words of the corpus read per second of training, subsampled ones included.
        seconds: seconds of training so far.
        step: updates so far.
        vectors: (num_words, dim) float32; a view of the trainer's memory, so copy it to keep it.
    """

    fraction: float
    loss: float
    words_per_second: float
    seconds: float
    step: int
    vectors: np.ndarray


@dataclass
class Pace:
    """Decides when a report is due, and counts words per second of work.

    Attributes:
        interval: seconds between reports.
        words: words read so far.
        step: updates so far.
    """

    interval: float = 0.2
    words: float = 0.0
    step: int = 0
    _worked: float = field(default=0.0, init=False)
    _resumed: float = field(default_factory=time.perf_counter, init=False)

    def advance(self, words: float) -> bool:
        """Count one update over so many words; return whether a report is due (the first update's is)."""
        self.words += words
        self.step += 1
        return self.step == 1 or time.perf_counter() - self._resumed >= self.interval

    def report(self, fraction: float, loss: float, vectors: np.ndarray) -> TrainingProgress:
        """Stop the clock and describe where the training stands.

        Raises:
            VectorsDivergedError: if the loss is above `LARGEST_LOSS`, or the loss or a vector is not finite.
        """
        self._worked += time.perf_counter() - self._resumed
        if not (loss <= LARGEST_LOSS and np.isfinite(vectors.sum())):
            raise VectorsDivergedError(
                f"The vectors grew beyond all bounds after {self.step} updates: the learning rate is too high"
            )
        speed = self.words / max(self._worked, 1e-9)
        return TrainingProgress(min(fraction, 1.0), loss, speed, self._worked, self.step, vectors)

    def resume(self) -> None:
        """Start the clock again after a report was read."""
        self._resumed = time.perf_counter()
