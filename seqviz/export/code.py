"""An experiment as code to take home: PyTorch, Keras, a notebook, and all of it in one archive."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from seqviz.export.cell_code import NoKerasLayerError
from seqviz.runs.experiment import Experiment
from seqviz.runs.registry import kind_named, load


@dataclass(frozen=True)
class Writer:
    """How the experiments of a kind are written as code.

    Attributes:
        pytorch: from an experiment to the PyTorch script that builds and trains exactly its nets.
        keras: the same layers in Keras.
        data: from an experiment to the files that both scripts read: name -> text. Raises CorpusError if the
            corpus cannot be had.
    """

    pytorch: Callable[[Any], str]
    keras: Callable[[Any], str]
    data: Callable[[Any], dict[str, str]]


@dataclass(frozen=True)
class Code:
    """An experiment's scripts.

    Attributes:
        pytorch: builds and trains exactly the experiment's net.
        keras: builds and trains a net of the same layers.
    """

    pytorch: str
    keras: str


def has_code(kind: str) -> bool:
    """Tell whether experiments of a kind can be had as code."""
    return kind_named(kind).code is not None


def code_of(experiment: Experiment) -> Code:
    """Write an experiment's scripts.

    Raises:
        ValueError: if the kind has no writer; ask `has_code` first.
    """
    writer = _writer(experiment.kind)
    return Code(writer.pytorch(experiment), _keras_script(writer, experiment))


def _keras_script(writer: Writer, experiment: Experiment) -> str:
    """Write the Keras script; where Keras does not have the cell, one that says so."""
    try:
        return writer.keras(experiment)
    except NoKerasLayerError as error:
        return f'"""{error}"""\n\nraise SystemExit(__doc__)\n'


def notebook(script: str) -> str:
    """Turn a script into a Jupyter notebook, a cell for each part that begins with `# %% title`.

    Returns:
        The notebook's JSON (nbformat 4.5).
    """
    head, *parts = script.split("\n# %% ")
    docstring, _, imports = head.partition('"""\n\n')
    cells = [_cell("markdown", docstring.strip('"')), _cell("code", imports)]
    for part in parts:
        title, _, body = part.partition("\n")
        cells += [_cell("markdown", f"## {title}"), _cell("code", body)]
    for number, cell in enumerate(cells):
        cell["id"] = f"cell-{number}"
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    return json.dumps({"cells": cells, "metadata": kernel, "nbformat": 4, "nbformat_minor": 5}, indent=1)


def archive(experiment: Experiment, further: dict[str, bytes] | None = None) -> bytes:
    """Pack scripts, notebook and data into one zip file.

    Args:
        experiment: of a kind that has code.
        further: more files, name -> bytes (the weights of a run, say).

    Raises:
        CorpusError: if the experiment's corpus cannot be had.
    """
    code = code_of(experiment)
    files: dict[str, bytes] = {
        "train.py": code.pytorch.encode(),
        "train_keras.py": code.keras.encode(),
        "notebook.ipynb": notebook(code.pytorch).encode(),
    }
    data: dict[str, str] = _writer(experiment.kind).data(experiment)
    files |= {name: text.encode() for name, text in data.items()} | (further or {})
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as box:
        for name, content in files.items():
            box.writestr(f"seqviz-{experiment.kind}/{name}", content)
    return packed.getvalue()


def _writer(kind: str) -> Writer:
    code = kind_named(kind).code
    if code is None:
        raise ValueError(f"There is no code of the kind {kind!r}.")
    writer: Writer = load(code)
    return writer


def _cell(kind: str, source: str) -> dict[str, Any]:
    cell: dict[str, Any] = {
        "cell_type": kind,
        "metadata": {},
        "source": source.strip("\n").splitlines(keepends=True),
    }
    return cell | ({"execution_count": None, "outputs": []} if kind == "code" else {})
