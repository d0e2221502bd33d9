"""What the first picture of the lesson on attention is there to show."""

from __future__ import annotations

from seqviz.ui.opening import opening_of_bundled
from seqviz.ui.translation.nets import TATOEBA

OPENINGS = (opening_of_bundled(TATOEBA),)
