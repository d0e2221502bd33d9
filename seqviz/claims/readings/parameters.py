"""Parameters, counted by formula."""

from __future__ import annotations

from seqviz.models.cells.registry import cell_named


def gru_over_lstm(library: str, units: int) -> float:
    """Return the parameters of a GRU layer for each of an LSTM layer, with as many inputs as units."""
    gru, lstm = cell_named("gru"), cell_named("lstm")
    return gru.parameters(units, units, library) / lstm.parameters(units, units, library)
