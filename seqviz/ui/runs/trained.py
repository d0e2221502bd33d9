"""Trained nets ready to use, kept between looks: those of runs, and those that come with the app."""

from __future__ import annotations

from typing import Any

import streamlit as st

from seqviz.export.bundled_runs import BundledRun, load_bundled_run
from seqviz.export.kept_runs import WITH_THE_APP
from seqviz.runs.experiment import ConfigError
from seqviz.runs.registry import kind_named, load
from seqviz.runs.store.records import StoreError
from seqviz.ui.server.engine import store

#: The id under which pages speak of the run that comes with the app and shows what their defaults make.
BUNDLED = "bundled"


@st.cache_resource(max_entries=20, show_spinner=False)
def bundled_run(name: str) -> BundledRun:
    """Return a run that comes with the app, with its weights, by its file's name."""
    return load_bundled_run(name)


@st.cache_resource(max_entries=48, show_spinner="Loading the net …")
def trained(kind: str, run_id: str, bundled: str, step: int | None = None) -> Any:
    """Return the nets of a run, as `Kind.trained` makes them ready to use.

    Args:
        kind: of the experiment; it needs to be one that keeps its nets.
        run_id: the run, BUNDLED, or the name of a run that comes with the app.
        bundled: what BUNDLED stands for: a run that comes with the app, by its name.
        step: a step of which the store has a snapshot; None for the last.

    Raises:
        StoreError: if the run or its weights are gone, or it has settings that are known no longer.
    """
    part = kind_named(kind).trained
    assert part is not None, f"a run of the kind {kind} keeps no net"
    parts = _parts_of(run_id, bundled, step)
    try:
        return load(part).from_run(*parts)
    except ConfigError as error:  # of a cell, say, that whoever starts the server registers no more
        raise StoreError(f"The net of this run cannot be read here. {error}") from error


def comes_with_the_app(run_id: str) -> bool:
    """Tell whether a run is none of the store's: BUNDLED, or the name of one that comes with the app."""
    return run_id == BUNDLED or run_id in WITH_THE_APP


def _parts_of(
    run_id: str, bundled: str, step: int | None
) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
    if comes_with_the_app(run_id):
        run = bundled_run(bundled if run_id == BUNDLED else run_id)
        return run.config, run.extras, run.weights
    return store().run(run_id).config, store().extras(run_id), store().weights(run_id, step)
