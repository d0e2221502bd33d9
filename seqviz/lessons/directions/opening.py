"""What the first pictures of the lesson on two directions are there to show."""

from __future__ import annotations

from seqviz.lessons.directions.brackets import BRACKETS
from seqviz.lessons.directions.next_word import NEXT_WORD
from seqviz.lessons.directions.teddy import TAGGING
from seqviz.ui.opening import opening_of_bundled

OPENINGS = tuple(opening_of_bundled(part.bundled) for part in (TAGGING, NEXT_WORD, BRACKETS))
