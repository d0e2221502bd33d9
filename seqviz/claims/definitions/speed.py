"""Claims about speed. They hold for the computer they were measured on."""

from __future__ import annotations

from seqviz.claims.claim import Claim, Condition, Dial, Measure, Part, Reading, in_result
from seqviz.claims.definitions.standard import reviews_net
from seqviz.experiments.timing.config import StepTimeExperiment, UpdateTimeExperiment

#: Arm -> the cell as `step_time.step_seconds` names it.
_LAYERS = {"LSTM (PyTorch's)": "lstm", "GRU (PyTorch's)": "gru of PyTorch", "GRU (seqviz's)": "gru"}
_STEP = Measure("processor seconds per training step", margin=0.05, higher_is_better=False, relative=True)
_SIZES = (Dial("units", (32, 64, 128)), Dial("length", (50, 200)))


def _step(condition: Condition, arm: str, seed: int) -> Reading:
    run = StepTimeExperiment(units=int(condition["units"]), length=int(condition["length"]), seed=seed)
    return Reading(run, *in_result("seconds_a_step", _LAYERS[arm]))


def _to_90(condition: Condition, arm: str, seed: int) -> Reading:
    run = reviews_net(seed, cell=arm.split()[0].lower())
    return Reading(run, "seqviz.claims.readings.accuracy:seconds_to", {"accuracy": 0.9})


E2 = Claim(
    id="E2",
    told="A GRU trains faster than an LSTM of the same size.",
    told_by=(
        "Cho et al. 2014, who proposed the GRU as simpler to compute; repeated by most comparisons of the two.",
    ),
    parts=(
        Part(
            "a step of PyTorch's GRU is quicker", _STEP, _SIZES, "GRU (PyTorch's)", "LSTM (PyTorch's)", _step
        ),
        Part("a step of seqviz's GRU is quicker", _STEP, _SIZES, "GRU (seqviz's)", "LSTM (PyTorch's)", _step),
        Part(
            "seqviz's GRU is sooner at 90% accuracy",
            Measure("processor seconds to 90%", margin=0.05, higher_is_better=False, relative=True),
            (),
            "GRU (seqviz's)",
            "LSTM (PyTorch's)",
            _to_90,
        ),
    ),
    pages=("gru_cell", "sentiment"),
    setting="Training steps on noise, the layers in turn, 32 sequences per step: medians, in processor "
    "seconds. PyTorch runs an LSTM on a processor as one fused operation, but not a GRU; seqviz's own GRU is derived "
    "by hand. On the bundled reviews, the processor seconds until nine in ten validation reviews are right.",
    changes="Another computer, above all a graphics card, and another version of PyTorch.",
    is_timing=True,
)


def _speed_up(condition: Condition, arm: str, seed: int) -> Reading:
    run = UpdateTimeExperiment(vocabulary_size=int(condition["vocabulary"]), seed=seed)
    return Reading(run, *in_result("full_over", arm))


E10 = Claim(
    id="E10",
    told="Hierarchical softmax is 50 times faster than the full softmax.",
    told_by=("Articles on word2vec, seldom with the size of the vocabulary.",),
    parts=(
        Part(
            "50 times faster than the full softmax",
            Measure("times faster than the full softmax", margin=0.05, relative=True),
            (Dial("vocabulary", (1_000, 3_000, 10_000, 30_000, 100_000, 300_000, 1_000_000)),),
            "hierarchical softmax",
            50.0,
            _speed_up,
            beside=("negative sampling",),
        ),
    ),
    pages=("training_tricks",),
    setting="The update of one pair, 100 numbers per vector, in NumPy, the methods in turn: medians over "
    "words drawn by their frequency (Zipf's law). The full softmax moves every output vector, the tree about log₂ V, "
    "negative sampling six; the claim says nothing of the last, which is measured beside it.",
    changes="The size of the vocabulary above all; how many pairs a step takes together; another computer.",
    is_timing=True,
)
