"""The baseline to beat: TF-IDF of words and word pairs, and a logistic regression."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from seqviz.text.tokens import words

MANY_TEXTS = 1_000


@dataclass(frozen=True)
class BaselineScore:
    """How well the baseline did.

    Attributes:
        accuracy: share of texts classified correctly, 0 to 1.
        seconds: time to fit.
        num_features: words and pairs of words that it counts.
    """

    accuracy: float
    seconds: float
    num_features: int


@dataclass(frozen=True)
class Baseline:
    """A fitted baseline.

    Attributes:
        seconds: time to fit.
    """

    vectorizer: TfidfVectorizer
    classifier: LogisticRegression
    seconds: float

    @property
    def num_features(self) -> int:
        """How many words and pairs of words are counted."""
        return len(self.vectorizer.vocabulary_)

    def positive_probability(self, texts: Sequence[str]) -> np.ndarray:
        """Return the probability that each text is positive, (num_texts,) float64."""
        if not len(texts):
            return np.empty(0)
        return self.classifier.predict_proba(self.vectorizer.transform(texts))[:, 1]

    def accuracy(self, texts: Sequence[str], labels: np.ndarray) -> float:
        """Return the share of texts classified correctly; a probability of 0.5 counts as positive."""
        return float(np.mean((self.positive_probability(texts) >= 0.5) == np.asarray(labels, dtype=bool)))

    def score(self, texts: Sequence[str], labels: np.ndarray) -> BaselineScore:
        """Return the accuracy on some texts with the time and the size it took."""
        return BaselineScore(self.accuracy(texts, labels), self.seconds, self.num_features)


def fit_baseline(
    train_texts: Sequence[str],
    train_labels: np.ndarray,
    *,
    max_features: int | None = 50_000,
    longest: int = 2,
) -> Baseline:
    """Fit TF-IDF of n-grams, 1- and 2-grams unless told otherwise, and a logistic regression.

    Args:
        train_texts: the texts, cut into tokens by `tokens.words`.
        train_labels: (num_texts,), 0 negative, 1 positive.
        max_features: how many of the most frequent words and pairs are counted; None for all.
        longest: the greatest n; with 1 the order of the words is lost.

    Raises:
        ValueError: if the texts are all of one class, or hold no words.
    """
    start = time.perf_counter()
    if len(np.unique(train_labels)) < 2:
        raise ValueError("a classifier needs texts of two classes; these are all of one")
    vectorizer = TfidfVectorizer(
        tokenizer=words,
        token_pattern=None,
        lowercase=False,
        ngram_range=(1, longest),
        max_features=max_features,
        min_df=2 if len(train_texts) >= MANY_TEXTS else 1,
        sublinear_tf=True,
        dtype=np.float32,
    )
    features = vectorizer.fit_transform(train_texts)
    classifier = LogisticRegression(C=10, solver="liblinear", random_state=0).fit(features, train_labels)
    return Baseline(vectorizer, classifier, time.perf_counter() - start)
