"""Claims about what goes into a classifier: the order of the words, and cleaning."""

from __future__ import annotations

from typing import Any

from seqviz.claims.claim import Claim, Condition, Dial, Measure, Part, Reading
from seqviz.claims.definitions.reviews import ACCURACY, CORPUS, ON_REAL_REVIEWS
from seqviz.claims.definitions.standard import REAL_REVIEWS, reviews_net
from seqviz.experiments.baseline.config import BaselineExperiment

_BAG, _PAIRS, _NET = "bag of words", "bag of words and pairs", "LSTM"
_APART = Measure("pairs told apart correctly", margin=0.05, as_share=True)
_KIND = Dial("pair", ("reordered", "negated", "negated at a distance"))
#: Whoever guesses the class of each sentence gets both right in a quarter of the pairs.
_GUESSING = 0.25


def _both_right(condition: Condition, arm: str, seed: int) -> Reading:
    arguments = {"kind": condition["pair"]}
    if arm == _NET:
        return Reading(reviews_net(seed), "seqviz.claims.readings.sentence_pairs:by_net", arguments)
    run = BaselineExperiment(longest=1 if arm == _BAG else 2, num_train=5_000, seed=seed)
    return Reading(run, "seqviz.claims.readings.sentence_pairs:by_bag", arguments)


E7 = Claim(
    id="E7",
    told="A bag of words cannot tell reordered or negated sentences apart; a recurrent net can.",
    told_by=(
        "Pang, Lee & Vaithyanathan 2002 marked negations for that reason; most introductions to recurrent nets.",
    ),
    parts=(
        Part(
            "a bag of words is no better than guessing",
            _APART,
            (_KIND,),
            _BAG,
            _GUESSING,
            _both_right,
            expects_more=False,
        ),
        Part("an LSTM is better than guessing", _APART, (_KIND,), _NET, _GUESSING, _both_right),
        Part("an LSTM is better than a bag of words and pairs", _APART, (_KIND,), _NET, _PAIRS, _both_right),
    ),
    pages=("bags", "why_sequence", "sentiment"),
    setting="Pairs of sentences in the words of the bundled reviews, one praising and one complaining: the "
    "clauses around *but* changed places, a negation right before the adjective, or one several words before. A pair "
    "is told apart where both classes are right; guessing does so for a quarter. The bags are TF-IDF with logistic "
    "regression, fitted on 5,000 reviews that the seed draws.",
    changes="Reviews with more negations to learn from. A negation is a word, so a bag sees it; what it cannot see is "
    "what is negated.",
)

_STEPS = {"stemming": "stems", "lemmatising": "lemmas"}
_LISTS = {"negations kept": "no stop words", "negations dropped": "no stop words or negations"}
_CLASSIFIER = Dial("classifier", ("TF-IDF", "LSTM"))


def _cleaned(condition: Condition, arm: str, seed: int) -> Reading:
    cleaning = "none"
    if arm != "not cleaned":
        cleaning = _STEPS.get(arm) or _LISTS[str(condition["stop list"])]
    # drawn by the seed, for fitted to all reviews a logistic regression would be the same every time
    changes: dict[str, Any] = {"corpus": condition["corpus"], "cleaning": cleaning, "num_train": 3_000}
    if condition["classifier"] == "LSTM":
        if condition["corpus"] == "imdb":
            changes |= {"num_train": REAL_REVIEWS["num_train"]}
        return Reading(reviews_net(seed, **changes), "seqviz.claims.readings.accuracy:accuracy")
    return Reading(BaselineExperiment(seed=seed, **changes), "seqviz.claims.readings.accuracy:accuracy")


E11 = Claim(
    id="E11",
    told="Stemming, lemmatising and removing stop words improve a sentiment classifier.",
    told_by=("Tutorials that clean before they classify. Uysal & Gunal 2014 found that it depends.",),
    parts=(
        Part("stemming improves it", ACCURACY, (_CLASSIFIER, CORPUS), "stemming", "not cleaned", _cleaned),
        Part(
            "lemmatising improves it", ACCURACY, (_CLASSIFIER, CORPUS), "lemmatising", "not cleaned", _cleaned
        ),
        Part(
            "removing stop words improves it",
            ACCURACY,
            (_CLASSIFIER, Dial("stop list", tuple(_LISTS)), CORPUS),
            "removing stop words",
            "not cleaned",
            _cleaned,
        ),
    ),
    pages=("cleaning", "sentiment"),
    setting="Each step alone before either classifier: TF-IDF of words and pairs with logistic regression, and an LSTM "
    "of 32 units. Both learn from 3,000 of the bundled reviews, which the seed draws; test and training reviews are "
    "cleaned alike." + ON_REAL_REVIEWS + f", {REAL_REVIEWS['num_train']:,} of them; TF-IDF reads each whole.",
    changes="The stop list (with or without negations), the corpus and how much of it there is.",
)
