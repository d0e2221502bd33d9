"""What is often got wrong about measuring a sentiment net, each beside numbers of the net that comes with the app."""

from __future__ import annotations

import numpy as np
import streamlit as st

from seqviz.models.inspect.reading import positive_probability
from seqviz.text.intervals import expected_best
from seqviz.text.vocabulary import PADDING
from seqviz.ui.sentences.readers import BundledNet, bundled
from seqviz.ui.sentences.review import NEVER_BORING

TRIES, TEST_REVIEWS, TRUE_SHARE = 20, 600, 0.9
NUM_PADDING = 100
LARGE_CLASS = 0.9


@st.cache_data(max_entries=1, show_spinner=False)
def misconceptions() -> list[tuple[str, str]]:
    """Return (what is often said, what is so), Markdown."""
    net = bundled()
    return [_test_as_validation(), _training_accuracy(net), _padding(net), _unequal_classes(net)]


def _test_as_validation() -> tuple[str, str]:
    best = expected_best(TRUE_SHARE, TEST_REVIEWS, TRIES)
    return (
        "`validation_data=(x_test, y_test)`: one watches the test reviews while one chooses epochs and settings.",
        "Then the accuracy reported is that of the luckiest. Of "
        f"{TRIES} nets that are all equally good ({TRUE_SHARE:.0%} right on reviews without end), the best on "
        f"{TEST_REVIEWS} reviews shows {best:.1%} on average. Choose on the validation part; measure on the test part "
        "once, at the end.",
    )


def _training_accuracy(net: BundledNet) -> tuple[str, str]:
    train, validation = (net.history.latest(f"{part}_loss") or 0.0 for part in ("train", "validation"))
    right = net.history.latest("train_accuracy") or 0.0
    return (
        "A training accuracy near 1 says that the net is good.",
        "It says that the net knows its training reviews. The one above, of the generated reviews, got "
        f"{right:.1%} of its last training batches right, and {net.result['accuracy']:.1%} of the validation "
        f"reviews; the loss there is {validation / train:.1f} times that of those batches.",
    )


def _padding(net: BundledNet) -> tuple[str, str]:
    ids, padding = net.reader.encode(NEVER_BORING).token_ids, np.full(NUM_PADDING, PADDING)
    plain, in_front, behind = positive_probability(
        net.reader.net, [ids, np.concatenate([padding, ids]), np.concatenate([ids, padding])]
    )
    return (
        "Short reviews are filled up with zeros, and it does not matter at which end.",
        "Here it does not, for padding is masked: no state ever sees it. Read as if it were words, it does: of "
        f"“{NEVER_BORING}” the net says *positive* with probability {plain:.5f}; with {NUM_PADDING} paddings in "
        f"front it says {in_front:.5f}, with as many behind {behind:.5f}. Keras's `pad_sequences` fills up in front, "
        "and nothing is masked unless the embedding is told to (`mask_zero=True`).",
    )


def _unequal_classes(net: BundledNet) -> tuple[str, str]:
    (true_negative, false_positive), (false_negative, true_positive) = net.result["confusion"]
    negative = true_negative / (true_negative + false_positive)
    positive = true_positive / (true_positive + false_negative)
    uneven = LARGE_CLASS * positive + (1 - LARGE_CLASS) * negative
    return (
        f"{LARGE_CLASS:.0%} right is good.",
        f"Where {LARGE_CLASS:.0%} of the reviews are positive, answering *positive* to all of them is as good, and "
        "finds no complaint at all. Look at the rows of the confusion matrix: the net of the generated reviews is "
        f"right on {positive:.1%} of the positive and {negative:.1%} of the negative validation reviews. Its accuracy "
        f"of {net.result['accuracy']:.1%} is for classes of equal size; on such a mixture it would be {uneven:.1%}.",
    )
