"""Which cells there are, by name. Loads no torch, so that an experiment's settings can name a cell."""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the cells themselves compute with torch: each is loaded when it is first asked for
    from seqviz.models.cells.kind import CellKind

#: The name of a registered cell: "rnn", "lstm", "gru", or one added with `register`.
Cell = str


class UnknownCellError(ValueError):
    """A cell was named that is not registered."""


class Cells(Mapping[str, "CellKind"]):
    """The registered cells by name, in the order in which they are shown."""

    def __init__(self, places: Mapping[str, str]) -> None:
        self._known: dict[str, str | CellKind] = dict(places)

    def __getitem__(self, name: str) -> CellKind:
        found = self._known[name]
        if isinstance(found, str):
            module, _, attribute = found.partition(":")
            found = self._known[name] = getattr(importlib.import_module(module), attribute)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)

    def __contains__(self, name: object) -> bool:
        return name in self._known

    def add(self, kind: CellKind) -> None:
        """Add a cell; see `register`."""
        if kind.name in self._known:
            raise ValueError(f"There is already a cell named {kind.name!r}.")
        self._known[kind.name] = kind

    def remove(self, name: str) -> None:
        """Take a cell out again; see `unregister`."""
        del self._known[name]


CELLS = Cells(
    {
        "rnn": "seqviz.models.cells.rnn:RNN",
        "lstm": "seqviz.models.cells.lstm.cell:LSTM",
        "gru": "seqviz.models.cells.gru.cell:GRU",
    }
)


def cell_named(name: str) -> CellKind:
    """Return all that is true of a cell.

    Raises:
        UnknownCellError: if no such cell is registered; it is a ValueError.
    """
    if name not in CELLS:
        raise UnknownCellError(f"The cell must be one of {', '.join(CELLS)}, but it is {name!r}.")
    return CELLS[name]


def register(kind: CellKind) -> None:
    """Make a cell known everywhere: experiments train it, the lessons list it.

    Raises:
        ValueError: if there is a cell of this name.
    """
    CELLS.add(kind)


def unregister(name: str) -> None:
    """Forget a cell that was registered.

    Raises:
        KeyError: if there is none of this name.
    """
    CELLS.remove(name)
