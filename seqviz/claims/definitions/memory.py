"""Claims about memory: how far back a net remembers, explosion and vanishing, and what is further back."""

from __future__ import annotations

from typing import Any

from seqviz.claims.claim import Claim, Condition, Dial, Measure, Part, Reading, in_result
from seqviz.claims.definitions.standard import reviews_net
from seqviz.experiments.clipping.config import ClippingExperiment
from seqviz.experiments.recall.config import RecallExperiment

_ACCURACY = Measure("accuracy at naming the symbol", margin=0.01, as_share=True)
_LAG = Dial("lag", (5, 10, 20, 40, 80))
_BIAS = Dial("LSTM's forget bias", (0, 2, 4))


def _recall(seed: int, bias: float = 0.0, **changes: Any) -> RecallExperiment:
    return RecallExperiment(
        longest_lag=80, set_forget_bias=True, forget_bias=float(bias), seed=seed, **changes
    )


def _remembered(condition: Condition, arm: str, seed: int) -> Reading:
    run = _recall(seed, float(condition.get(_BIAS.name, 0)))
    return Reading(run, *in_result("arms", f"{arm.lower()} {condition['lag']}", "accuracy"))


E3 = Claim(
    id="E3",
    told="An LSTM remembers longer than a GRU, and both longer than a plain RNN.",
    told_by=(
        "Hochreiter & Schmidhuber 1997 on the LSTM beside plain nets; introductions give the order of the three.",
    ),
    parts=(
        Part("an LSTM remembers longer than a GRU", _ACCURACY, (_LAG, _BIAS), "LSTM", "GRU", _remembered),
        Part("a GRU remembers longer than a plain RNN", _ACCURACY, (_LAG,), "GRU", "RNN", _remembered),
        Part(
            "an LSTM remembers longer than a plain RNN", _ACCURACY, (_LAG, _BIAS), "LSTM", "RNN", _remembered
        ),
    ),
    pages=("remembering", "gradients", "lstm_cell", "gru_cell"),
    setting="The recall task: a symbol, then distractors, then the question which symbol it was. 32 units, 400 "
    "steps of Adam; accuracy over the last 20 steps on sequences never seen before.",
    changes="More steps, another learning rate, and above all where the LSTM's forget gate begins.",
)


def _finite(condition: Condition, arm: str, seed: int) -> Reading:
    run = ClippingExperiment(factor=1.3, length=10, learning_rate=0.05, num_steps=600, seed=seed)
    return Reading(run, "seqviz.claims.readings.explosion:stays_within", {"arm": arm})


def _vanishing(condition: Condition, arm: str, seed: int) -> Reading:
    cell, clipped = arm.split(",")[0], "not clipped" not in arm
    run = _recall(seed, 2.0, clip_norm=1.0 if clipped else 0.0)
    return Reading(run, *in_result("arms", f"{cell.lower()} {condition['lag']}", "accuracy"))


def _growth(condition: Condition, arm: str, seed: int) -> Reading:
    bias = str(condition["forget bias"])
    arguments = {
        "spectral_radius": float(condition["spectral radius"]),
        "forget_bias": None if bias == _AS_DRAWN else float(bias),
        "seed": seed,
    }
    return Reading(None, "seqviz.claims.readings.explosion:gradient_growth", arguments)


_FAR = Dial("lag", (20, 40, 80))
_AS_DRAWN = "as drawn"

E6 = Claim(
    id="E6",
    told="Gradient clipping cures explosion, gates cure vanishing, and not the other way round.",
    told_by=(
        "Pascanu, Mikolov & Bengio 2013 on clipping; Hochreiter & Schmidhuber 1997 on gates; one sentence in most "
        "introductions.",
    ),
    parts=(
        Part(
            "clipping cures explosion",
            Measure("share of seeds whose loss stays in bounds", margin=0.05, as_share=True),
            (),
            "clipped by norm",
            "not clipped",
            _finite,
        ),
        Part(
            "gates do not cure explosion: an LSTM's gradient explodes too",
            Measure("powers of ten by which the gradient grows", margin=0.5),
            (Dial("spectral radius", (1.5, 3.0, 6.0)), Dial("forget bias", (_AS_DRAWN, "2"))),
            "LSTM",
            0.0,
            _growth,
        ),
        Part("gates cure vanishing", _ACCURACY, (_FAR,), "LSTM, clipped", "RNN, clipped", _vanishing),
        Part(
            "clipping does not cure vanishing",
            _ACCURACY,
            (_FAR,),
            "RNN, clipped",
            "RNN, not clipped",
            _vanishing,
            expects_more=False,
        ),
    ),
    pages=("clipping", "gradients", "lstm_cell", "gru_cell"),
    setting="Explosion: a plain ReLU net on the adding problem whose state begins to grow by 1.3 a token; its loss "
    "counts as out of bounds once it passes 1,000 or is not a number. Beside it an untrained LSTM of 32 units over "
    "50 random tokens, its recurrent weights drawn and scaled to a spectral radius: its gradient at the first state "
    "beside that at the last. Vanishing: the recall task; the LSTM's forget bias is 2.",
    changes="A set-up that explodes more, or less; the LSTM's forget bias. A gradient that explodes need not end a "
    "training: an LSTM's state is bounded, and so is its loss.",
)


def _influence(condition: Condition, arm: str, seed: int) -> Reading | None:
    cell, _, bias = str(condition["cell"]).partition(", forget bias ")
    trained = condition["training"] == "trained"
    if bias and trained:
        return None
    run = reviews_net(seed, cell=cell.lower(), pooling="last")
    arguments = {"trained": trained, "forget_bias": float(bias) if bias else None}
    return Reading(run, "seqviz.claims.readings.influence:rank_correlation", arguments)


E8 = Claim(
    id="E8",
    told="The further back a word, the weaker its influence.",
    told_by=(
        "Bengio, Simard & Frasconi 1994 for gradients; Khandelwal et al. 2018, *Sharp Nearby, Fuzzy Far Away*, for "
        "language models.",
    ),
    parts=(
        Part(
            "influence falls with distance",
            Measure("rank correlation of distance and influence", margin=0.1, higher_is_better=False),
            (
                Dial("cell", ("RNN", "LSTM", "LSTM, forget bias 4", "GRU")),
                Dial("training", ("untrained", "trained")),
            ),
            "rank correlation",
            0.0,
            _influence,
        ),
    ),
    pages=("remembering", "gradients"),
    setting="A net on the bundled reviews whose output sees the last state. Influence is the norm of the derivative "
    "of that state by a word's vector; over 200 test reviews, the mean rank correlation with the word's distance from "
    "the end.",
    changes="The forget bias, training, and what the words say: a word that decides a review speaks from far away.",
)
