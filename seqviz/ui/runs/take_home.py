"""An experiment as code to take home: shown, copied by one click, downloaded."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit as st
from safetensors.numpy import save

from seqviz.corpora.records import CorpusError
from seqviz.export.bundled_runs import bundled_weights
from seqviz.export.code import FILES, archive, code_of, has_code, libraries, notebook
from seqviz.export.kept_runs import kept_run
from seqviz.export.needed_files import ARCHIVE_LABEL
from seqviz.export.weights import write_weights
from seqviz.runs.experiment import Experiment
from seqviz.runs.registry import build, kind_named
from seqviz.runs.store.records import RunRecord, StoreError
from seqviz.ui.lazy_expander import lazy_expander
from seqviz.ui.server.engine import store
from seqviz.ui.state.session import owner

LOADING = """from safetensors.torch import load_file

weights = load_file("weights.safetensors")   # name -> tensor, as net.load_state_dict wants it
for name, tensor in weights.items():
    print(f"{name:32} {tuple(tensor.shape)}")

# `python train.py weights.safetensors` builds the net, loads them, and measures it again"""
#: Library -> what its script does.
ABOUT = {
    "PyTorch": "Builds and trains the same from the same seed: on the same machine it reaches the same loss, but for "
    "rounding, which a long training of a net that learns fast can amplify until the second digit shows it.",
    "scikit-learn": "Fits exactly the same: it reaches the same accuracy.",
    "Keras": "The same layers and sizes; Keras draws other random numbers. Start it with KERAS_BACKEND=torch, "
    "tensorflow or jax.",
}


def settings_as_code(
    experiment: Experiment, key: str = "settings", *, what: str = "These settings", with_data: bool = True
) -> None:
    """Show the scripts of some settings, without weights.

    Args:
        experiment: the settings, as the controls hold them now.
        key: unique on the page.
        what: what they are called.
        with_data: offer the archive with what the scripts read; not where that is somebody else's text.
    """
    if not has_code(experiment.kind):
        return
    label = f"{what} as code: {', '.join(libraries(experiment.kind))}, a notebook"
    with lazy_expander(label, "code", f"{key}:code") as box:
        if box.open:
            _scripts(experiment, key)
            if with_data:
                _everything(experiment, "", None, f"{key}:archive")
            else:
                st.caption(
                    "The text that it reads is another person's and is not given away: use one of your own."
                )


@st.fragment
def as_code(experiment: Experiment, run_id: str = "") -> None:
    """Show a net's scripts and its weights. A fragment: it redraws alone.

    Args:
        experiment: as a run has it.
        run_id: the finished run, whose weights can be had too; "" for the one that comes with the app, if any.
    """
    if not has_code(experiment.kind):
        return
    weights_too = ", weights" if kind_named(experiment.kind).keeps_weights else ""
    label = f"What is shown here as code: {', '.join(libraries(experiment.kind))}, a notebook{weights_too}"
    with lazy_expander(label, "code_blocks", f"{experiment.kind}:code") as box:
        if box.open:
            _scripts(experiment, experiment.kind)
            weights = _weights_file(experiment, run_id)
            _weights(experiment, weights)
            _everything(experiment, run_id, weights, f"{experiment.kind}:archive")


def _scripts(experiment: Experiment, key: str) -> None:
    code = code_of(experiment)
    tabs = st.tabs(list(code), key=f"{key}:tabs")
    for k, (tab, (library, script)) in enumerate(zip(tabs, code.items(), strict=True)):
        with tab:
            st.caption(ABOUT[library])
            files = {FILES[library]: script}
            _downloads(files if k else files | {"notebook.ipynb": notebook(script)}, key)
            st.code(script, language="python", height=480)


def as_code_of_run(run_id: str, otherwise: Experiment) -> None:
    """Show the code of a finished run, or of another experiment where there is none."""
    try:
        record = store().run(run_id)
        shared = build(record.kind, record.config)
        if not may_give_away(record):
            settings_as_code(shared, "shared", with_data=False)
        else:
            as_code(shared, run_id if record.state == "finished" else "")
    except (StoreError, ValueError):
        as_code(otherwise)


def may_give_away(record: RunRecord) -> bool:
    """Tell whether this session may have the text that a run learned from: somebody else's own it may not."""
    return not record.private or record.owner == owner()


def _downloads(files: dict[str, str], key: str) -> None:
    with st.container(horizontal=True):
        for name, content in files.items():
            st.download_button(
                name, content, name, key=f"{key}:{name}", icon=":material/download:", on_click="ignore"
            )


def _weights(experiment: Experiment, weights: Callable[[], bytes] | None) -> None:
    if weights is None:
        st.caption(no_weights_in_words(experiment.kind))
        return
    st.markdown("**Weights**")
    st.download_button(
        "weights.safetensors",
        lambda: _or_why_not(weights),
        "weights.safetensors",
        key=f"{experiment.kind}:weights",
        icon=":material/download:",
        on_click="ignore",
    )
    st.code(LOADING, language="python")


def no_weights_in_words(kind: str) -> str:
    """Say how to come by weights of a kind where there are none."""
    if kind_named(kind).keeps_weights:
        return "There are no weights to download: press *Train* for a run that keeps them, or run the script."
    return "There are no weights to download: these runs keep only what they measured. The script trains the nets."


def _or_why_not(weights: Callable[[], bytes]) -> bytes:
    try:
        return weights()
    except StoreError as error:  # the run was deleted since the page was drawn
        return str(error).encode()


def _everything(experiment: Experiment, run_id: str, weights: Callable[[], bytes] | None, key: str) -> None:
    st.download_button(
        ARCHIVE_LABEL,
        lambda: _archive(experiment, run_id, weights),
        f"seqviz-{experiment.kind}.zip",
        key=key,
        icon=":material/folder_zip:",
        on_click="ignore",
    )


def _archive(experiment: Experiment, run_id: str, weights: Callable[[], bytes] | None) -> bytes:
    try:
        further = {} if weights is None else {"weights.safetensors": weights()}
        return archive(experiment, further | _first_vectors(experiment, run_id))
    except (CorpusError, StoreError) as error:  # the run deleted, say, since the page was drawn
        return str(error).encode()


def _first_vectors(experiment: Any, run_id: str) -> dict[str, bytes]:
    """Where training began from skip-gram vectors, those: the embedding of the first snapshot."""
    is_pretrained = run_id and getattr(experiment, "embedding", "") == "skip-gram"
    snapshots = store().snapshots(run_id) if is_pretrained else []
    if not snapshots:
        return {}
    first = store().weights(run_id, snapshots[0].step)
    return {"first_vectors.safetensors": save({"embedding.weight": first["embedding.weight"]})}


def _weights_file(experiment: Experiment, run_id: str) -> Callable[[], bytes] | None:
    """Return what reads the weights of a run, or of the one that comes with the app; None where there are none."""
    if not run_id:
        path = bundled_weights(experiment)
        return None if path is None else path.read_bytes
    try:
        store().weights(run_id)
    except StoreError:
        return None
    return lambda: _written(run_id)


def _written(run_id: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "weights.safetensors"
        write_weights(path, kept_run(store(), run_id))
        return path.read_bytes()
