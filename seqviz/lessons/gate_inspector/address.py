"""What the gate inspector keeps of itself: net, text, layer, comparison, and where the person stands."""

from __future__ import annotations

from seqviz.ui.sentences.readers import OPENS_WITH
from seqviz.ui.state.address import Choice, Setting, Text
from seqviz.ui.widgets.gate_canvas.canvas_place import CanvasPlace

COMPARISONS = {
    "nothing": "nothing",
    "sentence": "another sentence",
    "net": "another net",
    "training": "itself, earlier in training",
}

RUN = Text("run", OPENS_WITH, 64, is_typed=False)
#: More than `MOST_TOKENS` of its tokens are cut, with a word about it.
SENTENCE = Text("sentence", "The film was not good at all, but the soundtrack was superb.", 20_000)
LAYER = Choice(
    "at_layer", tuple(f"{n} {way}" for n in (1, 2, 3) for way in ("forward", "reverse")), "1 forward"
)
PLACE = CanvasPlace("at_", "forget_gate", token=3)
COMPARE = Choice("compare", tuple(COMPARISONS), "nothing")
SECOND = Text("second", "The film was good, and the soundtrack was superb.", 2_000)
OTHER_RUN = Text("other_run", "imdb-gru", 64, is_typed=False)
SETTINGS: tuple[Setting, ...] = (RUN, SENTENCE, LAYER, *PLACE.settings, COMPARE, SECOND, OTHER_RUN)
