"""Whether what a page shows is of the settings above it, said beside the settings."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from seqviz.runs.experiment import Experiment, from_config, to_config
from seqviz.runs.settings import differing, value_of, written
from seqviz.runs.store.records import RunRecord, StoreError
from seqviz.ui.markdown import escaped
from seqviz.ui.server.engine import store
from seqviz.ui.state import page_state
from seqviz.ui.state.set_together import set_together

MOST_SHOWN = 6
#: Settings that a control may not be able to take over: the file of somebody else, say.
NOT_TAKEN_OVER = ("corpus", "task")


def run_in_address(kind: str) -> RunRecord | None:
    """Return the run that the address names, if the store has it and it is of this kind."""
    run_id = page_state.value(page_state.RUN)
    try:
        record = store().run(run_id) if run_id else None
    except StoreError:
        return None
    return record if record is not None and record.kind == kind else None


def say_other_settings(
    experiment: Experiment,
    bundled: dict[str, Any],
    values_of: Callable[[Any], dict[str, Any]] | None = None,
) -> None:
    """Say which of the settings above are not those of what is shown below; nothing where all are.

    To be called in the fragment of the controls, so that it follows them.

    Args:
        experiment: as the controls are now.
        bundled: the config of what comes with the app and is shown where no run is asked for.
        values_of: returns what each control must hold for an experiment; where given, they can be set so.
    """
    record, here = run_in_address(experiment.kind), to_config(experiment)
    shown = bundled if record is None else record.config
    names = differing(here, shown)
    if not names:
        return
    what = "The net that comes with the app" if record is None else "The run below"
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(
            f":material/difference: **{what} has other settings than these:** {_listed(names, here, shown)}.",
            width="stretch",
        )
        if values_of is not None and not set(names) & set(NOT_TAKEN_OVER):
            st.button(
                "Take over its settings",
                key=f"take:{experiment.kind}",
                icon=":material/settings_backup_restore:",
                type="tertiary",
                on_click=set_together,
                args=(values_of(from_config(type(experiment), shown)),),
            )


def _listed(names: list[str], here: dict[str, Any], shown: dict[str, Any]) -> str:
    said = [
        escaped(f"{written(name, shown[name])} there, {value_of(name, here[name])} here")
        for name in names[:MOST_SHOWN]
    ]
    more = [f"and {len(names) - MOST_SHOWN} more"] if len(names) > MOST_SHOWN else []
    return "; ".join(said + more)
