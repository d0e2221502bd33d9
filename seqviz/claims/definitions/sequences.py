"""Claims about encoder and decoder, and about layers on top of one another."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from seqviz.claims.claim import Claim, Condition, Dial, Measure, Part, Reading, in_result
from seqviz.claims.definitions.reviews import ACCURACY
from seqviz.claims.definitions.standard import UNITS, recurrent_parameters, reviews_net, units_for
from seqviz.experiments.brackets.config import DEPTH, BracketsExperiment, arm_name
from seqviz.experiments.brackets.reached import ON_BRACKETS, ON_WORDS
from seqviz.experiments.language_model.config import LanguageModelExperiment
from seqviz.experiments.translation.config import BottleneckExperiment

_EXACT = Measure("sequences reversed without a mistake", margin=0.01, as_share=True)
_SIZE = Dial("context size", (16, 32, 64))
_LENGTH = Dial("letters", (2, 4, 6, 8, 10), (4, 6, 8, 10))
_WITHOUT, _WITH = "without attention", "with attention"


def _reversed(condition: Condition, arm: str, seed: int) -> Reading:
    run = BottleneckExperiment(seed=seed)
    name = run.arm_name("none" if arm == _WITHOUT else run.attention, int(condition["context size"]), 0)
    return Reading(run, *in_result("arms", name, "by_length", str(condition["letters"])))


E13 = Claim(
    id="E13",
    told="A fixed context vector fails on long sentences; attention repairs it.",
    told_by=(
        "Cho et al. 2014 (b) on sentence length; Bahdanau, Cho & Bengio 2015, who proposed attention for it.",
    ),
    parts=(
        Part(
            "without attention, fewer than half come out right",
            _EXACT,
            (_SIZE, _LENGTH),
            _WITHOUT,
            0.5,
            _reversed,
            expects_more=False,
        ),
        Part("attention does better", _EXACT, (_SIZE, _LENGTH), _WITH, _WITHOUT, _reversed),
    ),
    pages=("attention", "seq2seq"),
    setting="A GRU reads up to ten letters, another writes them in reverse; 3,000 sequences, eight epochs. “Fails” "
    "stands for: fewer than half of the sequences of a length come out without a mistake.",
    changes="A larger context vector, more sequences or epochs, longer sequences than were learned from.",
)

_BITS = Measure("bits per character", margin=0.02, higher_is_better=False)
_BUDGET = Dial("budget", ("equal units", "equal parameters"))
_LAYERS = Dial("layers", (2, 3))
_STACKED, _SINGLE = "stacked", "one layer"
_TEXT_UNITS, _VECTOR = 64, 32


def _sizes(condition: Condition, arm: str, units: int) -> tuple[int, ...]:
    """Return the units of each layer: as many as of the one, or so few that all weights together are as many."""
    if arm == _SINGLE:
        return (units,)
    layers = int(condition["layers"])
    if condition["budget"] == "equal parameters":
        units = units_for(recurrent_parameters("lstm", _VECTOR, (units,)), "lstm", _VECTOR, layers)
    return (units,) * layers


def _reviews(condition: Condition, arm: str, seed: int) -> Reading:
    run = reviews_net(seed, hidden_sizes=_sizes(condition, arm, UNITS))
    return Reading(run, "seqviz.claims.readings.accuracy:accuracy")


def _characters(condition: Condition, arm: str, seed: int) -> Reading:
    sizes = _sizes(condition, arm, _TEXT_UNITS)
    run = LanguageModelExperiment(hidden_sizes=sizes, embedding_dim=_VECTOR, num_epochs=4, seed=seed)
    return Reading(run, *in_result("bits_per_character"))


_MARKED = {"words between brackets": ON_WORDS, "brackets": ON_BRACKETS}
_ON = Dial("marked tokens", tuple(_MARKED))
_RIGHT = Measure("share marked correctly", margin=0.02, as_share=True)


def _bracketed(condition: Condition, arm: str, seed: int, **changes: Any) -> Reading:
    run = BracketsExperiment(num_layers=int(condition["layers"]), num_seeds=1, seed=seed, **changes)
    one, wide, deep = run.nets
    net = deep if arm == _STACKED else one if condition["budget"] == "equal units" else wide
    return Reading(run, *in_result("arms", arm_name(net, seed), _MARKED[str(condition["marked tokens"])]))


def _same_kind(condition: Condition, arm: str, seed: int) -> Reading:
    return _bracketed(condition, arm, seed)


def _depth(condition: Condition, arm: str, seed: int) -> Reading:
    # so few units and steps that one layer does not count without a mistake
    return _bracketed(condition, arm, seed, question=DEPTH, deepest=6, hidden_size=8, num_steps=80)


def _stacking(
    name: str, measure: Measure, read: Callable[[Condition, str, int], Reading], *further: Dial
) -> Part:
    return Part(name, measure, (_LAYERS, _BUDGET, *further), _STACKED, _SINGLE, read)


E14 = Claim(
    id="E14",
    told="Stacking recurrent layers helps.",
    told_by=("Graves 2013 and Sutskever, Vinyals & Le 2014 for deep LSTMs; presets of most tutorials.",),
    parts=(
        _stacking("it helps on reviews", ACCURACY, _reviews),
        _stacking("it helps a character model", _BITS, _characters),
        _stacking("it helps to count how deep brackets are nested", _RIGHT, _depth, _ON),
        _stacking("it helps to tell whether brackets are of one kind", _RIGHT, _same_kind, _ON),
    ),
    pages=("stacks", "sentiment", "text_generation"),
    setting="LSTMs of one layer beside two and three: with as many units in each, or with so few that all recurrent "
    "weights together are as many. Bundled reviews: 32 units, four epochs. Characters of the bundled tale: 64 units, "
    "four epochs. Nested brackets with words between them: GRUs that read from both ends; where weights are equal, the "
    "one layer is the wider for it. They name at each token how many brackets are open (8 units and 80 steps, kept "
    "few on purpose: with more, one layer counts without a mistake), or whether the brackets around it are of one kind "
    "(16 units, 200 steps).",
    changes="More training: a deeper net learns more slowly at first; a task whose answer needs a step of its own.",
)
