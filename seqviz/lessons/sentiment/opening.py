"""What the first picture of the lesson on sentiment is there to show."""

from __future__ import annotations

from seqviz.ui.opening import opening_of_bundled
from seqviz.ui.sentences import readers

OPENINGS = (opening_of_bundled(readers.LSTM),)
