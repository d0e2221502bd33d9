"""The gates that a page draws of a sentence before anybody has touched anything."""

from __future__ import annotations

import numpy as np

from seqviz.runs.picture_claim import PictureClaim
from seqviz.ui.opening import Opening
from seqviz.ui.sentences import readers


def opening_of_gate(gate: str, sentence: str, net_id: str, name: str) -> Opening[np.ndarray]:
    """Return the opening of a page that draws how far a gate is open for each unit at each word.

    Args:
        gate: its key in a trace.
        sentence: what is read.
        net_id: by which net.
        name: of the gate, as it is written in a sentence.
    """
    claim = PictureClaim[np.ndarray](
        f"The {name} of a trained net moves from word to word: some unit's by more than a third of its range.",
        moves_from_word_to_word,
    )
    return Opening(claim, lambda: _gate(gate, sentence, net_id))


def moves_from_word_to_word(gate: np.ndarray) -> bool:
    """Tell whether some unit's gate takes values more than a third of its range apart within the sentence.

    Args:
        gate: (num_tokens, num_units), each from 0 to 1.
    """
    return bool(np.any(gate.max(axis=0) - gate.min(axis=0) > 1 / 3))


def _gate(gate: str, sentence: str, net_id: str) -> np.ndarray:
    net = readers.reader(net_id)
    return net.trace(net.encode(sentence)).layers[0].gates[gate]
