"""An experiment as code to take home: a script for each library, a notebook, and all of it in one archive."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from seqviz.export.cell_code import NoKerasLayerError
from seqviz.runs.experiment import Experiment
from seqviz.runs.registry import kind_named, load

#: Library -> the file that its script is called.
FILES = {"PyTorch": "train.py", "scikit-learn": "train.py", "Keras": "train_keras.py"}


@dataclass(frozen=True)
class Writer:
    """How the experiments of a kind are written as code.

    Attributes:
        scripts: library -> from an experiment to its script. The first does exactly what the app did; another builds
            the same layers.
        data: from an experiment to the files that the scripts read: name -> text. Raises CorpusError if the corpus
            cannot be had.
    """

    scripts: Mapping[str, Callable[[Any], str]]
    data: Callable[[Any], dict[str, str]]


def has_code(kind: str) -> bool:
    """Tell whether experiments of a kind can be had as code."""
    return kind_named(kind).code is not None


def libraries(kind: str) -> tuple[str, ...]:
    """Return the libraries in which experiments of a kind are written, first the one that does exactly the same."""
    return tuple(_writer(kind).scripts)


def code_of(experiment: Experiment) -> dict[str, str]:
    """Write an experiment's scripts: library -> script, first the one that does exactly the same.

    Raises:
        ValueError: if the kind has no writer; ask `has_code` first.
    """
    return {
        library: _script(write, experiment) for library, write in _writer(experiment.kind).scripts.items()
    }


def _script(write: Callable[[Any], str], experiment: Experiment) -> str:
    """Write a script; where Keras does not have the cell, one that says so."""
    try:
        return write(experiment)
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
    files = {FILES[library]: script.encode() for library, script in code.items()}
    files["notebook.ipynb"] = notebook(next(iter(code.values()))).encode()
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
