"""The fill-in comparison as code."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from seqviz.corpora.stories import all_words, draw_story
from seqviz.export.cell_code import bias_note, forget_blocks, keras_layer, torch_cell
from seqviz.export.comparison_code import comparison_writer
from seqviz.export.comparison_parts import Parts, renaming
from seqviz.export.filling import fill
from seqviz.export.standalone import standalone
from seqviz.runs.comparison import steps_in_a_turn
from seqviz.runs.story_batches import STORIES_ASIDE

_fill = partial(fill, folder=Path(__file__).parent / "templates")


def parts_of(experiment: Any) -> Parts:
    """Return what this comparison's scripts consist of."""
    block = forget_blocks().get(experiment.cell)
    rows = "" if block is None else f"{block} * size : {block + 1} * size"
    bias = {library: code.replace("ROWS", rows) if rows else "" for library, code in _FORGET_BIAS.items()}
    torch_values = {**torch_cell(experiment.cell), "forget_bias": bias["torch"]}
    keras_values = {"layer": keras_layer(experiment.cell), "forget_bias": bias["keras"]}
    return Parts(
        about="Three nets fill in a word from the words before it, from those behind it, and from both",
        functions=standalone(draw_story, all_words),
        data=fill("stories_data", {"answers": _fill("answers", {})}),
        torch_nets=_fill("pytorch", torch_values),
        keras_nets=_fill("keras", keras_values),
        keras_loss="keras.losses.SparseCategoricalCrossentropy(from_logits=True)",
        bias_note=bias_note(experiment.cell),
        steps_a_turn=steps_in_a_turn(experiment.num_steps),
        further={"STORIES_ASIDE": STORIES_ASIDE},
        rename=renaming(r"/(before|after)\.(\w+)_l(\d)$", r"/\1.layers.\3.\2_l0"),
    )


_FORGET_BIAS = {
    "torch": """
with torch.no_grad():  # the two biases are summed; the forget gate's begins high
    for size, layer in zip(HIDDEN_SIZES, self.layers):
        layer.bias_ih_l0[ROWS] = FORGET_BIAS
        layer.bias_hh_l0[ROWS] = 0.0
""",
    "keras": """
bias = ops.convert_to_numpy(layer.cell.bias).copy()
bias[ROWS] = FORGET_BIAS
layer.cell.bias.assign(bias)
""",
}


CODE = comparison_writer(parts_of)
