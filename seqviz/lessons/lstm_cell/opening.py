"""What the first picture of the lesson on the LSTM cell is there to show."""

from __future__ import annotations

from seqviz.ui.cells.nets import opens_with
from seqviz.ui.cells.page import SENTENCE
from seqviz.ui.sentences.gates_read import opening_of_gate

OPENINGS = (opening_of_gate("forget_gate", SENTENCE.default, opens_with("lstm"), "forget gate"),)
