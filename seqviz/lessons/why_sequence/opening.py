"""What the first picture of the lesson on sequences is there to show."""

from __future__ import annotations

from seqviz.lessons.why_sequence.word_order import ORDER
from seqviz.ui.opening import opening_of_bundled

OPENINGS = (opening_of_bundled(ORDER.bundled),)
