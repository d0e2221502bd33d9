"""What is put into the frame of a comparison's scripts, and the parts that several comparisons share."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Any

from seqviz.export.cell_code import bias_note, keras_layer, torch_cell
from seqviz.export.filling import fill
from seqviz.runs.comparison import steps_in_a_turn
from seqviz.runs.labelling import NOT_COUNTED

#: Keras's loss where an answer at each token is a number of a class, and padding has none.
CLASSES = f"keras.losses.SparseCategoricalCrossentropy(from_logits=True, ignore_class={NOT_COUNTED})"
DRAWN_ANEW = "# drawn again for every step, with the function above"


@dataclass(frozen=True)
class Parts:
    """What is put into the frame of a comparison's scripts.

    Attributes:
        about: what the scripts do, for their first line.
        functions: code of the app's own functions that the data come from.
        data: code that draws or reads what is learned from.
        torch_nets: code of the nets, their loss, clipping and measure in PyTorch.
        keras_nets: code of the nets and batches in Keras.
        keras_loss: expression of Keras's loss.
        bias_note: how the parameter counts of the two libraries differ.
        steps_a_turn: steps over which the reported loss is a mean.
        further: settings besides the experiment's own.
        rename: code that turns seqviz's weight names into the script's.
        optimizer: "Adam" or "SGD".
        has_weights: whether a run of seqviz keeps its weights.
        files: the data file that is read, or "".
        seed: expression of an arm's seed.
    """

    about: str
    functions: str
    data: str
    torch_nets: str
    keras_nets: str
    keras_loss: str
    bias_note: str
    steps_a_turn: int
    further: dict[str, Any] = field(default_factory=dict)
    rename: str = ""
    optimizer: str = "Adam"
    has_weights: bool = True
    files: str = ""
    seed: str = "SEED"


def settings_of(experiment: Any, parts: Parts) -> str:
    """Write every setting as a constant, with what it means beside it."""
    lines = []
    for each in fields(experiment):
        value = getattr(experiment, each.name)
        lines.append(f"{each.name.upper()} = {value!r}  # {each.metadata['meaning']}")
    return "\n".join([*lines, *(f"{name} = {value!r}" for name, value in parts.further.items())])


def labelling_parts(experiment: Any, arms: dict[str, tuple[int, bool]], measured: str) -> dict[str, Any]:
    """Return the parts of a comparison of nets with an answer at every token.

    Args:
        experiment: gives cell and number of steps.
        arms: name -> number of layers, and whether they read from both ends.
        measured: the name of the share of right answers.
    """
    torch_values = {**torch_cell(experiment.cell), "arms": arms, "measured": measured}
    return {
        "torch_nets": fill("labelling_pytorch", torch_values),
        "keras_nets": fill("labelling_keras", {"arms": arms, "layer": keras_layer(experiment.cell)}),
        "keras_loss": CLASSES,
        "bias_note": bias_note(experiment.cell),
        "steps_a_turn": steps_in_a_turn(experiment.num_steps),
    }


def renaming(pattern: str, replacement: str) -> str:
    """Write the lines that turn seqviz's weight names into the script's."""
    return (
        "import re\n\n"
        "# seqviz numbers a stack's layers; here they are modules\n"
        f'weights = {{re.sub(r"{pattern}", r"{replacement}", name): value for name, value in weights.items()}}'
    )
