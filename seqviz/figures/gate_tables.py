"""The gates that a page shows, as a table for a spreadsheet and as arrays for NumPy."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

import numpy as np

from seqviz.figures.gates import TraceView


def csv_table(traces: Sequence[TraceView]) -> bytes:
    """Return one row a token and unit: trace, token number, token, unit, then every gate, float32 digits.

    A cell is empty where a trace has no such gate. Words that a spreadsheet would take for a formula are
    written after an apostrophe.
    """
    names = list(dict.fromkeys(name for trace in traces for name in trace.gates))
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["trace", "token_number", "token", "unit", *names, "positive_if_it_ended_here"])
    for trace in traces:
        for number, token in enumerate(trace.tokens):
            if token is None:
                continue
            path = "" if trace.prediction is None else f"{trace.prediction[number]:.9g}"
            for unit in range(trace.num_units):
                values = [_digits(trace, name, number, unit) for name in names]
                writer.writerow([trace.title, number + 1, _harmless(token), unit, *values, path])
    return text.getvalue().encode()


def npz_arrays(traces: Sequence[TraceView]) -> bytes:
    """Return the same as a compressed NumPy archive.

    Keys are `trace0.tokens`, `trace0.title`, `trace0.prediction` and `trace0.<gate>`, (num_tokens, num_units)
    float32, NaN and "" where a trace compared with a longer one has a gap.
    """
    arrays: dict[str, np.ndarray] = {}
    for number, trace in enumerate(traces):
        key = f"trace{number}"
        arrays[f"{key}.title"] = np.array(trace.title)
        arrays[f"{key}.tokens"] = np.array([token or "" for token in trace.tokens])
        if trace.prediction is not None:
            arrays[f"{key}.prediction"] = np.asarray(trace.prediction, np.float32)
        arrays |= {f"{key}.{name}": np.asarray(values, np.float32) for name, values in trace.gates.items()}
    file = io.BytesIO()
    np.savez_compressed(file, **arrays)  # type: ignore[arg-type]
    return file.getvalue()


def _digits(trace: TraceView, name: str, number: int, unit: int) -> str:
    values = trace.gates.get(name)
    return "" if values is None or np.isnan(values[number, unit]) else f"{values[number, unit]:.9g}"


def _harmless(token: str) -> str:
    return f"'{token}" if token.startswith(("=", "+", "-", "@")) else token
