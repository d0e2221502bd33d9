"""What the first picture of the lesson on text generation is there to show."""

from __future__ import annotations

from seqviz.lessons.text_generation.nets import EMMA
from seqviz.ui.opening import opening_of_bundled

OPENINGS = (opening_of_bundled(EMMA),)
