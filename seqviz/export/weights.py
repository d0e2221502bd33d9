"""A run's weights as one safetensors file that PyTorch reads without seqviz."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
from safetensors import numpy as safetensors_numpy

from seqviz.export.kept_runs import KeptRun


def write_weights(path: Path, run: KeptRun) -> None:
    """Write weights by their state-dict names; settings and vocabulary go into the header's metadata.

    `safetensors.torch.load_file` gives the state dict back; `safe_open(path, "pt").metadata()` gives
    {"run", "kind", "config", …}, where config and every extra (for a net that reads text: "vocabulary") are JSON.

    Args:
        path: the file, overwritten if it is there.
        run: with its weights.

    Raises:
        OSError: if the file cannot be written.
    """
    metadata = {"format": "pt", "run": run.id, "kind": run.kind, "config": json.dumps(run.config)}
    metadata |= {name: json.dumps(value, ensure_ascii=False) for name, value in run.extras.items()}
    arrays = {name: np.ascontiguousarray(array) for name, array in run.weights.items()}
    path.write_bytes(safetensors_numpy.save(arrays, metadata))
