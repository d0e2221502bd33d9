"""Claims about word vectors."""

from __future__ import annotations

from seqviz.claims.claim import Claim, Condition, Dial, Measure, Part, Reading
from seqviz.experiments.word_vectors.config import WordVectorsExperiment
from seqviz.text.augmentation import TYPOS

#: Thirds of the analogy questions by their rarest word, rarest first.
BANDS = ("rarest third", "middle third", "most frequent third")
_RIGHT = Measure("analogies right", margin=0.01, as_share=True)
#: At this share of the small world a rare word occurs five times, as in real text most words do.
_QUARTER = 0.25
_SMALL, _LARGE = "small share of the text", "large share of the text"
_METHODS = {"skip-gram": "skip-gram", "CBOW": "cbow"}


def _run(arm: str, seed: int, share: float = 1.0) -> WordVectorsExperiment:
    return WordVectorsExperiment(method=_METHODS[arm], text_share=share, seed=seed)  # type: ignore[arg-type]


def _speed(condition: Condition, arm: str, seed: int) -> Reading:
    return Reading(_run(arm, seed), "seqviz.claims.readings.speed:words_a_second")


def _band(condition: Condition, arm: str, seed: int) -> Reading:
    arguments = {"band": condition["rarest word"]}
    return Reading(
        _run(arm, seed, _QUARTER), "seqviz.claims.readings.bands:analogies_right_in_band", arguments
    )


def _share(condition: Condition, arm: str, seed: int) -> Reading:
    run = _run(arm, seed, float(next(condition[name] for name in (_SMALL, _LARGE) if name in condition)))
    return Reading(run, "seqviz.claims.readings.bands:analogies_right")


E9 = Claim(
    id="E9",
    told="CBOW trains faster; skip-gram is better for rare words.",
    told_by=(
        "The notes of the word2vec program (Mikolov et al. 2013): “skip-gram: slower, better for infrequent words; "
        "CBOW: fast”.",
    ),
    parts=(
        Part(
            "CBOW trains faster",
            Measure("words per processor second", margin=0.05, relative=True),
            (),
            "CBOW",
            "skip-gram",
            _speed,
        ),
        Part(
            "skip-gram is better for rare words",
            _RIGHT,
            (Dial("rarest word", BANDS),),
            "skip-gram",
            "CBOW",
            _band,
        ),
    ),
    pages=("word2vec",),
    setting="Both at equal settings on the small world. A question's band is that of its rarest word, in thirds of all "
    "questions, after training on a quarter of the text, where the rarest words occur five to twelve times.",
    changes="More epochs, another subsampling of frequent words, a larger text; another computer for the speed.",
    is_timing=True,
)

E9B = Claim(
    id="E9b",
    told="CBOW suits small corpora, skip-gram large ones.",
    told_by=(
        "TensorFlow's old word2vec tutorial said so; Mikolov, asked, said the reverse: that skip-gram works well with "
        "little data.",
    ),
    parts=(
        Part(
            "CBOW is better on a small text",
            _RIGHT,
            (Dial(_SMALL, (1 / 16, 1 / 8, 1 / 4)),),
            "CBOW",
            "skip-gram",
            _share,
        ),
        Part(
            "skip-gram is better on a large text",
            _RIGHT,
            (Dial(_LARGE, (1 / 2, 1.0)),),
            "skip-gram",
            "CBOW",
            _share,
        ),
    ),
    pages=("word2vec",),
    setting="Both at equal settings and 15 epochs on the beginning of the small world's text, from a sixteenth to all "
    "of its 115,000 words; the share of all analogy questions that come out right.",
    changes="A text of millions of words, which the claim means and this trial does not have; more epochs.",
)


def _found(condition: Condition, arm: str, seed: int) -> Reading:
    run = WordVectorsExperiment(method="fasttext", seed=seed)
    arguments = {"change": condition["change"]}
    return Reading(run, "seqviz.claims.readings.unseen:originals_found", arguments)


E12 = Claim(
    id="E12",
    told="fastText gives useful vectors to misspelt and unseen words.",
    told_by=("Bojanowski et al. 2017, who built it for that.",),
    parts=(
        Part(
            "the original is among the five nearest, more often than not",
            Measure("originals among the five nearest", margin=0.05, as_share=True),
            (Dial("change", (*TYPOS, "unseen inflection")),),
            "fastText",
            0.5,
            _found,
        ),
    ),
    pages=("subwords", "bags"),
    setting="fastText with n-grams of 3 to 6 characters on the small world. Every word of four letters and more is "
    "misspelt in one way, or given an ending that the text does not have; words that thereby become another word of "
    "the text are left out. word2vec and GloVe have no vector for any of them.",
    changes="Shorter or longer n-grams, more of them in a row of their own, and longer words.",
)
