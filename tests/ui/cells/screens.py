from __future__ import annotations

import numpy as np

from seqviz.experiments.sentiment.trained import EncodedText
from seqviz.models.inspect.surgery import Clamp, Surgery, operate
from seqviz.ui.cells.nets import cell_reader
from seqviz.ui.cells.screen import CellScreen
from seqviz.ui.cells.surgery_controls import SurgeryRequest
from seqviz.ui.state.position import Position


def cell_screen(cell, net, sentence, place, *clamps: Clamp, swap=None, resets=()) -> CellScreen:
    """The screen of a cell's page: place is (token from 1, unit), swap (place from 0, word)."""
    reader = cell_reader(cell, net)
    text, surgery = reader.encode(sentence), Surgery(clamps, resets)
    changed = text
    if swap:
        tokens = (*text.tokens[: swap[0]], swap[1], *text.tokens[swap[0] + 1 :])
        changed = EncodedText(tokens, np.asarray(reader.vocabulary.ids(list(tokens))), 0)
    request = SurgeryRequest(surgery, swap)
    operated = None
    if not request.is_nothing:
        operated = operate(reader.net, changed.token_ids, changed.tokens, surgery)
    return CellScreen(
        net,
        reader,
        text,
        reader.trace(text),
        (0, "forward"),
        Position(place[0] - 1, place[1]),
        request,
        changed,
        operated,
    )
