"""Claims about nets that read reviews: less data, two directions."""

from __future__ import annotations

from typing import Any

from seqviz.claims.claim import Claim, Condition, Dial, Measure, Part, Reading
from seqviz.claims.definitions.standard import (
    CORPORA,
    REAL_REVIEWS,
    UNITS,
    recurrent_parameters,
    reviews_net,
    units_for,
)
from seqviz.experiments.sentiment.config import SentimentExperiment

ACCURACY = Measure("accuracy on reviews set aside", margin=0.01, as_share=True)
CORPUS = Dial("corpus", CORPORA, CORPORA[:1])
#: What is different on real reviews, for the cards of the claims that are tried on them too.
ON_REAL_REVIEWS = (
    " The bundled reviews are used; where real IMDB reviews are on this computer, they can be chosen too, and the "
    "trial that comes along was made on both: there a net reads the last {max_length} tokens of each review"
).format(**REAL_REVIEWS)
_READ = "seqviz.claims.readings.accuracy:accuracy"
#: About so many training steps whatever the size, so that few reviews do not also mean few steps.
_STEPS, _BATCH = 400, 32


def _smaller(condition: Condition, arm: str, seed: int) -> Reading:
    size = int(condition["training reviews"])
    changes: dict[str, Any] = {"num_train": size, "num_epochs": min(50, max(3, _STEPS * _BATCH // size))}
    return Reading(reviews_net(seed, cell=arm.lower(), corpus=condition["corpus"], **changes), _READ)


E4 = Claim(
    id="E4",
    told="With less data a GRU does better than an LSTM.",
    told_by=(
        "Comparisons of the two in introductions, from the GRU's fewer weights. Chung et al. 2014 found neither better "
        "throughout.",
    ),
    parts=(
        Part(
            "a GRU is better than an LSTM",
            ACCURACY,
            (Dial("training reviews", (125, 250, 500, 1_000, 2_000, 4_000)), CORPUS),
            "GRU",
            "LSTM",
            _smaller,
        ),
    ),
    pages=("sentiment", "gru_cell"),
    setting="The same 32 units, word vectors and reviews for both, about 400 steps of 32 reviews whatever the number "
    "of reviews; the seed draws reviews, weights and order. Were the claim true, the difference would be above zero "
    "for few reviews and shrink as they become more." + ON_REAL_REVIEWS + ".",
    changes="Other reviews, other sizes, stopping early for each cell by its own validation loss.",
)


def two_directions(condition: Condition, arm: str, seed: int) -> SentimentExperiment:
    """Return the net of an arm of E5 and E5b: one direction, or two of equal units or equal parameters."""
    units = UNITS
    if arm == "two directions" and condition["budget"] == "equal parameters":
        target = recurrent_parameters("lstm", 32, (UNITS,))
        units = units_for(target, "lstm", 32, bidirectional=True)
    return reviews_net(
        seed,
        bidirectional=arm == "two directions",
        hidden_sizes=(units,),
        pooling=condition["pooling"],
        corpus=condition["corpus"],
    )


def _classified(condition: Condition, arm: str, seed: int) -> Reading:
    return Reading(two_directions(condition, arm, seed), _READ)


def _learned_by(condition: Condition, arm: str, seed: int) -> Reading:
    run = two_directions(condition, arm, seed)
    return Reading(run, "seqviz.claims.readings.accuracy:steps_to_share", {"share": 0.9})


_DIALS = (Dial("budget", ("equal units", "equal parameters")), Dial("pooling", ("last", "max+mean")), CORPUS)
_DIRECTIONS = (
    "An LSTM of 32 units on reviews, four epochs, beside one of two directions with 32 units each, or with as many "
    "as give the same number of recurrent weights. The output sees the last state of each direction, or the largest "
    "and mean values over the text."
)
_ON_REAL = ON_REAL_REVIEWS + ", {num_train:,} reviews, {num_epochs} epochs.".format(**REAL_REVIEWS)


E5 = Claim(
    id="E5",
    told="A bidirectional LSTM classifies better than a unidirectional one.",
    told_by=("Schuster & Paliwal 1997; Graves & Schmidhuber 2005 for speech; most tutorials on IMDB.",),
    parts=(
        Part(
            "two directions classify better",
            ACCURACY,
            _DIALS,
            "two directions",
            "one direction",
            _classified,
        ),
    ),
    pages=("directions", "sentiment"),
    setting=_DIRECTIONS + _ON_REAL,
    changes="Pooling (which already sees the whole text in one direction), longer texts, more epochs.",
)

E5B = Claim(
    id="E5b",
    told="A bidirectional LSTM learns sooner than a unidirectional one.",
    told_by=("Tutorials that show two learning curves side by side.",),
    parts=(
        Part(
            "two directions learn sooner",
            Measure("steps to 90% of the final accuracy", margin=0.05, higher_is_better=False, relative=True),
            _DIALS,
            "two directions",
            "one direction",
            _learned_by,
        ),
    ),
    pages=("directions", "sentiment"),
    setting=_DIRECTIONS + " The validation accuracy is measured about twelve times a run." + _ON_REAL,
    changes="What counts as learned; the time a step takes is left out here, and two directions take twice as long.",
)
