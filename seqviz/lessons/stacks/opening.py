"""What the first picture of the lesson on stacks is there to show."""

from __future__ import annotations

from seqviz.lessons.stacks.brackets import BRACKETS
from seqviz.ui.opening import opening_of_bundled

OPENINGS = (opening_of_bundled(BRACKETS.bundled),)
