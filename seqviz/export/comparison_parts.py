"""What is put into the frame of a comparison's scripts, and how settings are written."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Any


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


def settings_of(experiment: Any, parts: Parts) -> str:
    """Write every setting as a constant, with what it means beside it."""
    lines = []
    for each in fields(experiment):
        value = getattr(experiment, each.name)
        lines.append(f"{each.name.upper()} = {value!r}  # {each.metadata['meaning']}")
    return "\n".join([*lines, *(f"{name} = {value!r}" for name, value in parts.further.items())])
