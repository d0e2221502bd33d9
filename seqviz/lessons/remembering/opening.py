"""What the first picture of the lesson on remembering is there to show."""

from __future__ import annotations

from seqviz.lessons.remembering.recall import RECALL
from seqviz.ui.opening import opening_of_bundled

OPENINGS = (opening_of_bundled(RECALL.bundled),)
