"""The space of word vectors: neighbours, analogies, the odd one out, axes of one's own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property

import numpy as np


class UnknownWordError(ValueError):
    """A word without a vector; the message says which, and which known words are spelt alike."""


@dataclass(frozen=True)
class Neighbour:
    """A word and how near it is.

    Attributes:
        word: the word.
        cosine: the cosine of the angle to what was asked, -1 to 1.
    """

    word: str
    cosine: float


@dataclass(frozen=True)
class Analogy:
    """The answer to "a is to b as c is to ...?".

    Attributes:
        target: (dim,), b - a + c of the unit vectors: where the arrow ends.
        nearest: the words nearest to it, query words excluded.
        nearest_of_all: the words nearest to it, query words included: what the arithmetic alone finds.
    """

    target: np.ndarray
    nearest: tuple[Neighbour, ...]
    nearest_of_all: tuple[Neighbour, ...]


@dataclass(frozen=True)
class WordVectors:
    """Words and their vectors.

    Attributes:
        words: all different.
        vectors: (num_words, dim) float32, finite.
    """

    words: tuple[str, ...]
    vectors: np.ndarray

    def __post_init__(self) -> None:
        if self.vectors.ndim != 2 or len(self.words) != len(self.vectors):
            raise ValueError(f"{len(self.words)} words but vectors of shape {self.vectors.shape}")
        if len(set(self.words)) != len(self.words):
            raise ValueError("The words must all be different, but some occur twice.")

    def __len__(self) -> int:
        return len(self.words)

    @cached_property
    def numbers(self) -> dict[str, int]:
        """Each word's row."""
        return {word: row for row, word in enumerate(self.words)}

    @cached_property
    def units(self) -> np.ndarray:
        """The vectors at length 1, (num_words, dim); a zero vector stays zero."""
        return to_unit(self.vectors)

    def find(self, word: str) -> int:
        """Return a word's row; where the word is unknown as it is written, its lower-case form is tried.

        Raises:
            UnknownWordError: if neither has a vector, or no word is given.
        """
        for form in (word, word.lower()):
            if form in self.numbers:
                return self.numbers[form]
        if not word.strip():
            raise UnknownWordError("A word is needed, but the field is empty.")
        raise UnknownWordError(f"There is no vector for “{word}” among {self._hint(word.lower())}")

    def _hint(self, word: str) -> str:
        """Say how many words are known, and which are spelt nearly alike, or else begin with the same three letters."""
        known = f"these {len(self.words):,} words."
        near_in_length = [other for other in self.words if abs(len(other) - len(word)) < 3]
        if close := get_close_matches(word, near_in_length, n=3, cutoff=0.7):
            return f"{known} Did you mean {' or '.join(close)}?"
        alike = [other for other in self.words if other.startswith(word[:3])][:5]
        return f"{known} Words that begin alike: {', '.join(alike)}." if alike else known

    def rows(self, words: Sequence[str]) -> list[int]:
        """Return the rows of several words; see `find`."""
        return [self.find(word) for word in words]

    def known(self, words: Sequence[str]) -> list[str]:
        """Return those of the words that have a vector, in the form in which they have it."""
        forms = (word if word in self.numbers else word.lower() for word in words)
        return [form for form in forms if form in self.numbers]

    def unit(self, word: str) -> np.ndarray:
        """Return a word's vector at length 1, (dim,)."""
        return self.units[self.find(word)]

    def subset(self, words: Sequence[str]) -> WordVectors:
        """Return the vectors of some words."""
        rows = self.rows(words)
        return WordVectors(tuple(self.words[row] for row in rows), self.vectors[rows])

    def head(self, num_words: int) -> WordVectors:
        """Return the first words (in most files and in ours the most frequent ones); these very vectors if all."""
        is_all = num_words >= len(self)
        return self if is_all else WordVectors(self.words[:num_words], self.vectors[:num_words])

    def nearest_to(
        self, direction: np.ndarray, how_many: int = 10, without: Sequence[int] = ()
    ) -> tuple[Neighbour, ...]:
        """Return the words whose vectors point most nearly in a direction, nearest first; none if it is zero.

        Args:
            direction: (dim,), of any length.
            how_many: words to return.
            without: rows to leave out.
        """
        if not direction.any():
            return ()
        cosines = self.units @ to_unit(direction)
        if len(without):
            cosines[list(without)] = -np.inf
        best = np.argsort(-cosines, kind="stable")[:how_many]
        return tuple(Neighbour(self.words[i], float(cosines[i])) for i in best if np.isfinite(cosines[i]))

    def neighbours(self, word: str, how_many: int = 10) -> tuple[Neighbour, ...]:
        """Return the words nearest to a word, by cosine, itself left out; none if its vector is zero."""
        row = self.find(word)
        return self.nearest_to(self.units[row], how_many, [row])

    def similarity(self, word: str, other: str) -> float:
        """Return the cosine of two words' vectors, -1 to 1."""
        return float(self.unit(word) @ self.unit(other))

    def analogy(self, a: str, b: str, c: str, how_many: int = 5) -> Analogy:
        """Answer "a is to b as c is to ...?" by b - a + c on unit vectors.

        Source: Mikolov, Yih and Zweig 2013; leaving out the three query words is part of their method.
        """
        rows = self.rows([a, b, c])
        target = self.units[rows[1]] - self.units[rows[0]] + self.units[rows[2]]
        excluded = self.nearest_to(target, how_many, rows)
        return Analogy(target, excluded, self.nearest_to(target, how_many))

    def place_in_analogy(self, a: str, b: str, c: str, wanted: str) -> int:
        """Return the place of a word among the answers to "a is to b as c is to ...?", from 1; see `analogy`."""
        rows, row = self.rows([a, b, c]), self.find(wanted)
        cosines = self.units @ (self.units[rows[1]] - self.units[rows[0]] + self.units[rows[2]])
        before = cosines > cosines[row]
        before[rows] = False
        return 1 + int(before.sum())

    def odd_one_out(self, words: Sequence[str]) -> tuple[Neighbour, ...]:
        """Rank words by how well they fit their company, the odd one first.

        A word's fit is the cosine between it and the mean of the other words' unit vectors.

        Raises:
            ValueError: if there are fewer than three words.
        """
        if len(words) < 3:
            raise ValueError(f"The odd one out needs at least 3 words, not {len(words)}.")
        units = self.units[self.rows(words)]
        others = to_unit((units.sum(axis=0) - units) / (len(words) - 1))
        fits = (units * others).sum(axis=1)
        return tuple(Neighbour(words[i], float(fits[i])) for i in np.argsort(fits, kind="stable"))

    def axis(self, pairs: Sequence[tuple[str, str]]) -> np.ndarray:
        """Return the mean difference from the first to the second words of some pairs at length 1, (dim,).

        Raises:
            ValueError: if there is no pair, or the differences cancel out.
        """
        if not pairs:
            raise ValueError("An axis needs at least one pair of words, but there is none.")
        mean = np.mean([self.unit(high) - self.unit(low) for low, high in pairs], axis=0)
        if np.linalg.norm(mean) < 1e-9:
            raise ValueError("The pairs point nowhere: their differences cancel out.")
        return to_unit(mean)


def to_unit(vectors: np.ndarray) -> np.ndarray:
    """Return vectors at length 1, in the shape they came; a zero vector stays zero."""
    largest = np.abs(vectors).max(axis=-1, keepdims=True, initial=0.0)
    scaled = vectors / np.where(largest > 0, largest, 1.0)  # so that no square of a tiny number underflows
    lengths = np.linalg.norm(scaled, axis=-1, keepdims=True)
    return scaled / np.where(lengths > 0, lengths, 1.0)
