"""Analogy questions by how rare the rarest of their words is."""

from __future__ import annotations

from seqviz.claims.definitions.vectors import BANDS
from seqviz.claims.outcome import Outcome
from seqviz.corpora.world import analogy_questions
from seqviz.embeddings.evaluation import analogy_score
from seqviz.embeddings.space import WordVectors

Question = tuple[str, str, str, str]


def analogies_right(outcome: Outcome) -> float:
    """Return the share of all questions of the small world that a run's vectors answer correctly.

    A question with a word that the text did not have is answered wrongly.
    """
    return _share_right(outcome, [each for asked in analogy_questions().values() for each in asked])


def analogies_right_in_band(outcome: Outcome, band: str) -> float:
    """Return the share of a band's questions that a run's vectors answer correctly."""
    counts = dict(zip(outcome.extras["words"], outcome.extras["counts"], strict=True))
    return _share_right(outcome, questions_in_band(counts, band))


def questions_in_band(counts: dict[str, int], band: str) -> list[Question]:
    """Return the questions of a band.

    Args:
        counts: word -> how often it occurs; a word that is missing does not.
        band: one of `BANDS`.
    """
    asked = [each for section in analogy_questions().values() for each in section]
    ranked = sorted(asked, key=lambda question: (min(counts.get(word, 0) for word in question), question))
    place, third = BANDS.index(band), len(ranked) / 3
    return ranked[round(place * third) : round((place + 1) * third)]


def _share_right(outcome: Outcome, questions: list[Question]) -> float:
    vectors = WordVectors(tuple(outcome.extras["words"]), outcome.weights["vectors"])
    return analogy_score(vectors, "asked", questions).num_right / len(questions)
