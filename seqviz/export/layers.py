"""Recurrent layers as lines of code: how a net's `RecurrentStack` is written with PyTorch's and Keras's own layers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from seqviz.export.cell_code import bias_note, cell_code, keras_layer, torch_layer
from seqviz.models.cells.registry import Cell

#: Packing leaves states that lie text first in memory; seqviz's lie time first, and the mask is drawn in that order.
TIME_FIRST = "states = self.dropout(states.transpose(0, 1).contiguous()).transpose(0, 1)"


@dataclass(frozen=True)
class Layers:
    """A stack of recurrent layers.

    Attributes:
        cell: which cell.
        input_size: length of a token's vector.
        hidden_sizes: units of each layer, bottom first.
        bidirectional: a second set of units reads from the end.
    """

    cell: Cell
    input_size: int
    hidden_sizes: Sequence[int]
    bidirectional: bool = False

    @property
    def output_size(self) -> int:
        """Length of the top layer's vector at each token."""
        return self.hidden_sizes[-1] * (2 if self.bidirectional else 1)

    @property
    def names(self) -> list[str]:
        """What the PyTorch script calls each layer."""
        if len(self.hidden_sizes) == 1:
            return ["recurrent"]
        return [f"recurrent_{layer}" for layer in range(len(self.hidden_sizes))]

    def torch_cell(self) -> str:
        """Write the class of one layer; "" where PyTorch has it."""
        return cell_code(self.cell)

    def torch_layers(self, *, batch_first: bool) -> str:
        """Write the layers' construction, one line each."""
        lines, size = [], self.input_size
        options = f"{', batch_first=True' if batch_first else ''}{', bidirectional=True' if self.bidirectional else ''}"
        for name, hidden_size in zip(self.names, self.hidden_sizes, strict=True):
            lines.append(f"self.{name} = {torch_layer(self.cell)}({size}, {hidden_size}{options})")
            size = hidden_size * (2 if self.bidirectional else 1)
        return "\n".join(lines)

    def torch_reading(self) -> str:
        """Write how the layers read; padding at the end harms the reverse direction only, which needs packing."""
        lines: list[str] = []
        for k, name in enumerate(self.names):
            if k:
                lines.append(TIME_FIRST if self.bidirectional else "states = self.dropout(states)")
            lines += self._packed(name) if self.bidirectional else [f"states, _ = self.{name}(states)"]
        return "\n".join(lines)

    def _packed(self, name: str) -> list[str]:
        return [
            "packed = nn.utils.rnn.pack_padded_sequence(states, lengths, batch_first=True, enforce_sorted=False)",
            f"packed, _ = self.{name}(packed)",
            "states, _ = nn.utils.rnn.pad_packed_sequence(packed, batch_first=True)",
        ]

    def rename(self) -> str:
        """Write what turns the names in seqviz's weights file into the script's; "" where they are the same."""
        if len(self.names) == 1:
            return ""
        return (
            "# seqviz numbers the layers of one stack; here each layer is a module of its own\n"
            'weights = {re.sub(r"recurrent\\.(\\w+)_l(\\d)(\\w*)", r"recurrent_\\2.\\1_l0\\3", name): value\n'
            "           for name, value in weights.items()}"
        )

    def keras_layers(self, dropout: float, *, last_only: bool) -> str:
        """Write the layers in Keras's functional style.

        Args:
            dropout: share of values dropped between layers.
            last_only: the top layer gives its last state instead of all.
        """
        lines = []
        for k, hidden_size in enumerate(self.hidden_sizes):
            if k and dropout:
                lines.append(f"states = layers.Dropout({dropout})(states)")
            top = k == len(self.hidden_sizes) - 1
            sequences = "" if top and last_only else ", return_sequences=True"
            layer = f"layers.{keras_layer(self.cell)}({hidden_size}{sequences})"
            lines.append(
                f"states = {f'layers.Bidirectional({layer})' if self.bidirectional else layer}(states)"
            )
        return "\n".join(lines)

    def bias_note(self) -> str:
        """Say how the parameter counts of the two libraries differ."""
        return bias_note(self.cell)
