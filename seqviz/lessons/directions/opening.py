"""What the first picture of the lesson on two directions is there to show."""

from __future__ import annotations

from seqviz.lessons.directions.teddy import TAGGING
from seqviz.ui.opening import opening_of_bundled

OPENINGS = (opening_of_bundled(TAGGING.bundled),)
