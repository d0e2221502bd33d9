"""A run's weights as one safetensors file that PyTorch reads without seqviz."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
from safetensors import numpy as safetensors_numpy

from seqviz.runs.store.records import RunRecord


def write_weights(
    path: Path, record: RunRecord, weights: dict[str, np.ndarray], extras: dict[str, Any]
) -> None:
    """Write weights by their state-dict names; settings and vocabulary go into the header's metadata.

    `safetensors.torch.load_file` gives the state dict back; `safe_open(path, "pt").metadata()` gives
    {"run", "kind", "config", …}, where config and every extra (for a net that reads text: "vocabulary") are JSON.

    Args:
        path: the file, overwritten if it is there.
        record: the run.
        weights: state-dict name -> array.
        extras: plain JSON data kept beside the weights.

    Raises:
        OSError: if the file cannot be written.
    """
    metadata = {"format": "pt", "run": record.id, "kind": record.kind, "config": json.dumps(record.config)}
    metadata |= {name: json.dumps(value, ensure_ascii=False) for name, value in extras.items()}
    arrays = {name: np.ascontiguousarray(array) for name, array in weights.items()}
    path.write_bytes(safetensors_numpy.save(arrays, metadata))
