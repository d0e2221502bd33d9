"""What the first picture of the lesson on clipping is there to show."""

from __future__ import annotations

from seqviz.lessons.clipping.clipping import CLIPPING
from seqviz.ui.opening import opening_of_bundled

OPENINGS = (opening_of_bundled(CLIPPING.bundled),)
