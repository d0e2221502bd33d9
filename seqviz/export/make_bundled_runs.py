"""Make the runs that come with the app again: `python -m seqviz.export.make_bundled_runs [NAME …]`.

None is written whose picture would not show what it is there to show. Those on real data are made where
SEQVIZ_TEST_DATA names a folder that holds the data, and left as they are elsewhere.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from safetensors.numpy import save_file

from seqviz.corpora.real_data import find_real_data
from seqviz.export.bundled_runs import (
    BUNDLED,
    FOLDER,
    PRETRAINED,
    REAL_DATA,
    WORDS_OF,
    BundledRun,
    assembled,
    claim_about,
)
from seqviz.runs.events import Finished, Metrics, Note
from seqviz.runs.experiment import Experiment, to_config
from seqviz.runs.picture_claim import PictureClaim
from seqviz.runs.registry import train

#: What a run on real data does not hand on of its result and notes: texts that it was measured on.
NOT_KEPT = {"mistakes", "pairs"}

#: The kinds whose runs come along as 16-bit floats though their data come along too: tables of many vectors.
IN_HALVES = {"word-vectors"}


class FalseClaim(Exception):
    """A run does not show what its picture is there to show; the message says what that is, and where the run is."""


def make_bundled_run(
    experiment: Experiment, path: Path, claim: PictureClaim[BundledRun] | None = None
) -> dict[str, Any]:
    """Run an experiment, keep its run in a file, and return its result.

    Args:
        experiment: to be run.
        path: of the file.
        claim: what the run's picture is there to show.

    Raises:
        FalseClaim: if it does not; the file stays as it was.
    """
    header, weights = _run(experiment)
    kept = _halves(weights) if experiment.kind in IN_HALVES else weights
    return _write(path, header, kept, claim)


def make_pretrained_run(
    name: str, path: Path, data: Path, claim: PictureClaim[BundledRun] | None = None
) -> dict[str, Any]:
    """Do the same with an experiment on real data, and keep halves and no text.

    Args:
        name: of the run, one of PRETRAINED.
        path: of the file.
        data: the data that the run learns from.
        claim: what the run's picture is there to show.

    Raises:
        FalseClaim: if it does not; the file stays as it was.
    """
    kept, real = PRETRAINED[name], REAL_DATA[name]
    if real.variable:
        os.environ[real.variable] = str(data)
    at_work = replace(kept, **{real.field: str(data)}) if real.field else kept  # type: ignore[type-var]
    header, weights = _run(at_work)
    header["config"] = to_config(kept)
    header["result"] = {key: value for key, value in header["result"].items() if key not in NOT_KEPT}
    header["notes"] = [note for note in header["notes"] if not NOT_KEPT & set(note["content"])]
    header["metrics"] = [event | {"values": _short(event["values"])} for event in header["metrics"]]
    return _write(path, header, _halves(weights), claim)


def _short(values: dict[str, float]) -> dict[str, float]:
    """Round what was measured to six digits: more than a curve shows, and a third of the room."""
    return {name: float(f"{value:.6g}") for name, value in values.items()}


def _halves(weights: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    return {
        name: array.astype(np.float16) if array.dtype == np.float32 else array
        for name, array in weights.items()
    }


def _run(experiment: Experiment) -> tuple[dict[str, Any], dict[str, np.ndarray]]:
    """Run an experiment; return what stands in the header of its file, and the weights."""
    metrics, notes, finished = [], [], None
    for event in train(experiment):
        if isinstance(event, Metrics):
            metrics.append(asdict(event))
        elif isinstance(event, Note):
            notes.append(asdict(event))
        elif isinstance(event, Finished):
            finished = event
    if finished is None:
        raise RuntimeError("the experiment ended without a result")
    header = {"config": to_config(experiment), "extras": finished.extras, "result": finished.result}
    return header | {"metrics": metrics, "notes": notes}, finished.weights


def _write(
    path: Path, header: dict[str, Any], weights: dict[str, np.ndarray], claim: PictureClaim[BundledRun] | None
) -> dict[str, Any]:
    if claim and not claim.holds(assembled(header, weights)):
        refused = Path(tempfile.mkdtemp(prefix="seqviz-")) / path.name  # long to train; to be looked at
        save_file(weights, refused, written_header(header))
        raise FalseClaim(
            f"{path.stem} is not written, for this is not so in its run: {claim.sentence} The run is in {refused}."
        )
    path.parent.mkdir(parents=True, exist_ok=True)
    save_file(weights, path, written_header(header))
    path.chmod(0o644)  # safetensors lets nobody else read it, and a server may run as another user
    return dict(header["result"])


def written_header(header: dict[str, Any]) -> dict[str, str]:
    """Return the texts that stand in the header of a run's file; `read_header` reads them."""
    words = {name: value for name, value in header["extras"].items() if _are_words(value)}
    rest = {name: value for name, value in header["extras"].items() if name not in words}
    texts = {
        name: json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        for name, value in (header | {"extras": rest}).items()
    }
    return texts | {WORDS_OF + name: " ".join(value) for name, value in words.items()}


def _are_words(value: Any) -> bool:
    """Tell whether a value is a list of texts that one space can part."""
    return (
        isinstance(value, list)
        and bool(value)
        and all(isinstance(one, str) and " " not in one for one in value)
    )


def main(names: Sequence[str]) -> None:
    """Make the named runs, or all; end at the first that does not show what it is there to show."""
    for name in names or (*BUNDLED, *PRETRAINED):
        try:
            print(_make(name, FOLDER / f"{name}.safetensors"))
        except FalseClaim as error:
            sys.exit(str(error))


def _make(name: str, path: Path) -> str:
    """Make a run again; say what came out, or why it was left as it is."""
    claim = claim_about(name)
    if name in BUNDLED:
        return f"{name} {make_bundled_run(BUNDLED[name], path, claim)}"
    file = REAL_DATA[name].file
    if data := find_real_data(file):
        return f"{name} {make_pretrained_run(name, path, data, claim)}"
    return f"{name} is left as it is: SEQVIZ_TEST_DATA names no folder that holds {file}."


if __name__ == "__main__":
    torch.set_num_threads(1)
    main(sys.argv[1:])
