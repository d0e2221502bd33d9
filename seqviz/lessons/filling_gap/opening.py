"""What the first pictures of the lesson on filling a gap are there to show."""

from __future__ import annotations

from seqviz.lessons.filling_gap.next_word import NEXT_WORD
from seqviz.ui.fill_in import FILL_IN
from seqviz.ui.opening import opening_of_bundled

OPENINGS = tuple(opening_of_bundled(part.bundled) for part in (FILL_IN, NEXT_WORD))
