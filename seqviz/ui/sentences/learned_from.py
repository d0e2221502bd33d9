"""What a net that comes with the app has learned from, and how often it is right about reviews it has not seen."""

from __future__ import annotations

from seqviz.corpora.grammar import table
from seqviz.runs.experiment import to_config
from seqviz.runs.names import judged
from seqviz.runs.settings_name import settings_name
from seqviz.text.intervals import share_interval
from seqviz.ui.durations import counted
from seqviz.ui.runs.trained import BUNDLED
from seqviz.ui.sentences.readers import BundledNet, describe, with_the_app


def title(net_id: str) -> str:
    """Name a net in a menu: "LSTM 32 · 4 epochs · real film reviews · 88.1% · comes with the app"."""
    net = with_the_app(net_id)
    name = settings_name("sentiment", to_config(net.reader.experiment))
    last = " · answers from its last state" if net.reader.experiment.pooling == "last" else ""
    return f"{name}{last} · {_reviews(net_id)} · {judged('sentiment', net.result['accuracy'])} · comes with the app"


def short(net_id: str) -> str:
    """Name a net in a table: "LSTM 32, real reviews", "LSTM 32, last state, real reviews"."""
    experiment = with_the_app(net_id).reader.experiment
    return f"{describe(experiment)}, {'generated' if net_id == BUNDLED else 'real'} reviews"


def _reviews(net_id: str) -> str:
    return "generated reviews" if net_id == BUNDLED else "real film reviews"


def learned_from(net_id: str) -> str:
    """Say what a net has learned from, how it does on other reviews, and which words it knows.

    Args:
        net_id: BUNDLED, or the name of a net that comes with the app.
    """
    net = with_the_app(net_id)
    return f"{_corpus(net_id, net)} {_accuracy(net)} {_words(net)}"


def _corpus(net_id: str, net: BundledNet) -> str:
    reviews = counted(net.corpus["train"], "review")
    if net_id == BUNDLED:
        *topics, last = table("topics")
        return (
            f"The net learned from {reviews}, short ones that were generated for the app "
            f"({', '.join(topics)} and {last})."
        )
    return f"The net learned from {reviews} of films that people wrote on IMDb (Maas et al. 2011)."


def _accuracy(net: BundledNet) -> str:
    """Say how many of the reviews set aside the net gets right, with what chance leaves open."""
    (negative, false_positive), (false_negative, positive) = net.result["confusion"]
    right, number = negative + positive, negative + false_positive + false_negative + positive
    within = share_interval(right, number)
    return (
        f"Of {counted(number, 'review')} that were set aside, it gets {right / number:.1%} right "
        f"(95% interval: {within.low:.1%} to {within.high:.1%})."
    )


def _words(net: BundledNet) -> str:
    known = counted(net.reader.num_known, "word or punctuation mark", "different words and punctuation marks")
    return f"It knows {known}, and reads any other word as one and the same unknown word."
