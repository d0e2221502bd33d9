"""What the first picture of the gate inspector is there to show."""

from __future__ import annotations

from seqviz.lessons.gate_inspector.address import PLACE, RUN, SENTENCE
from seqviz.ui.sentences.gates_read import opening_of_gate

OPENINGS = (opening_of_gate(PLACE.gate, SENTENCE.default, RUN.default, "forget gate"),)
