"""How good word vectors are, by people's similarity judgements and by analogy questions."""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.stats import spearmanr

from seqviz.embeddings.space import WordVectors


class EvaluationFileError(ValueError):
    """A file of pairs or questions that cannot be read; the message names the line."""


@dataclass(frozen=True)
class SimilarityScore:
    """How well cosines follow people's ratings.

    Attributes:
        rank_correlation: Spearman's, -1 to 1; nan if it is not defined, for fewer than two known pairs or where
            all cosines or all ratings are equal.
        num_known: pairs whose two words have vectors; only they count.
        num_pairs: pairs in the file.
    """

    rank_correlation: float
    num_known: int
    num_pairs: int


@dataclass(frozen=True)
class AnalogyScore:
    """How many analogy questions of one section come out right.

    Attributes:
        section: its name.
        num_right: right with the query words excluded.
        num_right_of_all: right with the query words left in.
        num_known: questions whose four words have vectors; only they count.
        num_questions: questions in the section.
    """

    section: str
    num_right: int
    num_right_of_all: int
    num_known: int
    num_questions: int


def is_questions(text: str) -> bool:
    """Tell analogy questions from rated pairs by the first lines that say something (one may be a header)."""
    first = [line for _, line in itertools.islice(_lines(text), 2)]
    if first and first[0].startswith(":"):
        return True
    return bool(first) and all(
        len(line.split()) == 4 and not any(map(_is_number, line.split())) for line in first
    )


def read_similarities(text: str) -> list[tuple[str, str, float]]:
    """Read lines of word, word, rating, with tabs, spaces, commas or semicolons between.

    The rating is the first number after the words: SimLex-999 has a part of speech before it. A header line is
    passed over, and so are lines that begin with #.

    Raises:
        EvaluationFileError: naming the first line that is something else, or if there is no pair.
    """
    pairs = []
    for place, (number, line) in enumerate(_lines(text)):
        parts = re.split(r"\s*[\t,;]\s*", line) if re.search(r"[\t,;]", line) else line.split()
        ratings = [float(part) for part in parts[2:4] if _is_number(part)]
        if ratings:
            pairs.append((parts[0], parts[1], ratings[0]))
        elif place > 0:
            raise EvaluationFileError(
                f"Line {number} should hold two words and a rating, but it is “{line[:60]}”."
            )
    if not pairs:
        raise EvaluationFileError("The file should hold pairs of words with ratings, but it has none.")
    return pairs


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines that say something, with their numbers."""
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            yield number, line.strip()


def _is_number(text: str) -> bool:
    try:
        return math.isfinite(float(text))
    except ValueError:
        return False


def read_questions(text: str) -> dict[str, list[tuple[str, str, str, str]]]:
    """Read analogy questions in word2vec's format: lines of four words, under lines ": section".

    Raises:
        EvaluationFileError: naming the first line that is something else, or if there is no question.
    """
    sections: dict[str, list[tuple[str, str, str, str]]] = {}
    section = "questions"
    for number, line in _lines(text):
        parts = line.split()
        if line.startswith(":"):
            section = line[1:].strip() or section
        elif len(parts) == 4:
            sections.setdefault(section, []).append((parts[0], parts[1], parts[2], parts[3]))
        else:
            raise EvaluationFileError(f"Line {number} should hold four words, but it is “{line[:60]}”.")
    if not sections:
        raise EvaluationFileError("The file should hold questions of four words, but it has none.")
    return sections


def similarity_score(vectors: WordVectors, pairs: Sequence[tuple[str, str, float]]) -> SimilarityScore:
    """Compare the cosines of word pairs with people's ratings."""
    known = [(a, b, rating) for a, b, rating in pairs if len(vectors.known([a, b])) == 2]
    cosines = [vectors.similarity(a, b) for a, b, _ in known]
    ratings = [rating for _, _, rating in known]
    defined = len(set(cosines)) > 1 and len(set(ratings)) > 1
    correlation = float(spearmanr(cosines, ratings).statistic) if defined else math.nan
    return SimilarityScore(correlation, len(known), len(pairs))


def analogy_score(
    vectors: WordVectors, section: str, questions: Iterable[tuple[str, str, str, str]]
) -> AnalogyScore:
    """Answer all questions "a is to b as c is to d" of a section by b - a + c, with one matrix product."""
    asked = list(questions)
    rows = np.array([vectors.rows(q) for q in asked if len(vectors.known(q)) == 4], dtype=np.int64).reshape(
        -1, 4
    )
    right = right_of_all = 0
    for part in np.array_split(rows, len(rows) // 512 + 1):
        a, b, c, d = part.T
        cosines = (vectors.units[b] - vectors.units[a] + vectors.units[c]) @ vectors.units.T
        right_of_all += int((cosines.argmax(axis=1) == d).sum()) if len(part) else 0
        for query in (a, b, c):
            cosines[np.arange(len(part)), query] = -np.inf
        right += int((cosines.argmax(axis=1) == d).sum()) if len(part) else 0
    return AnalogyScore(section, right, right_of_all, len(rows), len(asked))
