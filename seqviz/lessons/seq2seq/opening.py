"""What the first picture of the lesson on seq2seq is there to show."""

from __future__ import annotations

from seqviz.lessons.seq2seq.nets import TATOEBA
from seqviz.ui.opening import opening_of_bundled

OPENINGS = (opening_of_bundled(TATOEBA),)
