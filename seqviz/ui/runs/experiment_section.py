"""One experiment on a page that may have several: its controls, its run or the bundled one, and its figures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import streamlit as st

from seqviz.runs.events import Note
from seqviz.runs.experiment import from_config
from seqviz.runs.history import History
from seqviz.runs.store.records import RunRecord, StoreError
from seqviz.ui.markdown import escaped
from seqviz.ui.runs import take_home
from seqviz.ui.runs.experiment_controls import ExperimentControls
from seqviz.ui.runs.memory import WatchedRun
from seqviz.ui.runs.panel import run_panel
from seqviz.ui.runs.settings import run_in_address
from seqviz.ui.runs.train_row import after_settings, train_row
from seqviz.ui.runs.trained import BUNDLED, bundled_run
from seqviz.ui.runs.weights import say_whose_weights
from seqviz.ui.server.engine import store
from seqviz.ui.state import page_state


@dataclass(frozen=True)
class ShownRun:
    """A run as far as it has come.

    Attributes:
        id: of the run, or BUNDLED.
        config: the experiment's fields as plain JSON data.
        result: what came out; empty while it runs.
        history: what was measured so far.
        notes: what was noted so far, in order.
    """

    id: str
    config: dict[str, Any]
    result: dict[str, Any]
    history: History
    notes: tuple[Note, ...]

    def about(self, topic: str) -> list[dict[str, Any]]:
        """Return the contents of the notes on a topic, in order."""
        return [note.content for note in self.notes if note.topic == topic]


@dataclass(frozen=True)
class ExperimentPart:
    """Where a page shows one kind of experiment.

    Attributes:
        controls: of the experiment.
        bundled: the name of the run that comes with the app.
        columns: of the controls.
    """

    controls: ExperimentControls
    bundled: str
    columns: int = 3

    @property
    def kind(self) -> str:
        """The kind of experiment."""
        return str(self.controls.experiment.kind)

    def settings(self) -> None:
        """Draw the controls and the button that trains. A fragment: moving a control redraws this part alone."""
        st.fragment(self._settings)(self.controls.are_changed())

    def _settings(self, is_open: bool) -> None:
        with st.expander("Train your own", icon=":material/tune:", expanded=is_open):
            values = self.controls.draw_many(tuple(self.controls.labels), self.columns)
            sizes = {"hidden_sizes": self.controls.draw_layers()} if self.controls.most_layers else {}
            experiment = self.controls.experiment(**values, **sizes)
            pressed = train_row(experiment, self.controls, key=f"train:{self.kind}")
        config = bundled_run(self.bundled).config
        after_settings(experiment, self.controls, config, pressed=pressed, key=f"settings:{self.kind}")

    def show(self, draw: Callable[[ShownRun], None]) -> str:
        """Show the run in the address if it is of this kind, else the bundled one.

        Args:
            draw: draws the figures; called again at every look at a live run.

        Returns:
            The id of the run whose weights are at hand: the finished one's, else BUNDLED.
        """
        run_id = page_state.value(page_state.RUN)
        bundled = shown_bundled(self.bundled)
        record = None
        if run_in_address(self.kind) is not None:
            record = run_panel(run_id, lambda record, run: draw(_of_run(record, run)))
        else:
            draw(bundled)
        shown = record.id if record is not None else BUNDLED
        take_home.as_code_of_run(shown, from_config(self.controls.experiment, bundled.config))
        return run_id if record is not None and record.state == "finished" else BUNDLED

    def show_nets(self, draw: Callable[[ShownRun], None]) -> str:
        """Do as `show` does before figures that look into the nets, and say whose nets those are."""
        run_id = self.show(draw)
        say_whose_weights(run_id, self.kind)
        return run_id


def say_lost_run(*parts: ExperimentPart) -> None:
    """Say when the address names a run that the store does not have or that is none of the page's parts'.

    Args:
        parts: all that the page has; it says this once, before them.
    """
    run_id = page_state.value(page_state.RUN)
    try:
        if run_id and store().run(run_id).kind not in {part.kind for part in parts}:
            st.info("This run is of another kind; open it on its own page.", icon=":material/info:")
    except StoreError as error:
        st.warning(
            f"{escaped(str(error))} It may have been deleted; what is shown comes with the app.",
            icon=":material/link_off:",
        )


def _of_run(record: RunRecord, run: WatchedRun) -> ShownRun:
    return ShownRun(record.id, record.config, record.result or {}, run.history, tuple(run.notes))


def shown_bundled(name: str) -> ShownRun:
    """Return a run that comes with the app, as a page shows it."""
    run = bundled_run(name)
    return ShownRun(BUNDLED, run.config, run.result, run.history, run.notes)
