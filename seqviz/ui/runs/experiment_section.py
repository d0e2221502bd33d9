"""The part of a page that trains: controls, facts, button, the run as it goes, what came of it, code to take home."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

import streamlit as st

from seqviz.runs.experiment import ConfigError, Experiment, from_config
from seqviz.runs.registry import kind_named
from seqviz.runs.settings_name import settings_name
from seqviz.runs.store.records import RunRecord, StoreError
from seqviz.ui.course_links import lesson_link
from seqviz.ui.durations import in_words
from seqviz.ui.markdown import escaped
from seqviz.ui.runs import take_home
from seqviz.ui.runs.asking import ask_for, train_button
from seqviz.ui.runs.experiment_controls import ExperimentControls
from seqviz.ui.runs.memory import watched
from seqviz.ui.runs.panel import run_panel
from seqviz.ui.runs.settings import run_in_address, say_other_settings
from seqviz.ui.runs.shown_run import ShownRun, shown, shown_bundled
from seqviz.ui.runs.trained import BUNDLED, bundled_run
from seqviz.ui.runs.weights import say_whose_weights
from seqviz.ui.server.engine import store
from seqviz.ui.state import page_state
from seqviz.ui.syllabus import lessons_showing


def has_finished(record: RunRecord) -> bool:
    """Tell whether a run came to its end."""
    return record.state == "finished"


@dataclass(frozen=True)
class ExperimentSection:
    """One kind of experiment on a page: what its lesson declares, and all that follows from that.

    Attributes:
        controls: of the experiment.
        bundled: the name of the run that comes with the app; it is shown where no other is asked for.
        draw: draws what came of a run, finished or not; called again at every look at a live one.
        title: what is said of the bundled run before its name; "" to say nothing.
        shortcut: the key that presses *Train*, where this is what the page is about; "" where it is a part of a page
            that may train several kinds.
        above: drawn above the controls, where a person brings data of their own.
        facts: says what is known of an experiment before it is trained.
        missing: says what an experiment needs that is not at hand, and tells whether anything is.
        leaves_nets: tells whether the nets of a run can be used in what follows.
    """

    controls: ExperimentControls
    bundled: str
    draw: Callable[[ShownRun], None]
    title: str = ""
    shortcut: str = ""
    above: Callable[[], None] | None = None
    facts: Callable[[Any], None] | None = None
    missing: Callable[[Any], bool] | None = None
    leaves_nets: Callable[[RunRecord], bool] = has_finished

    @property
    def kind(self) -> str:
        """The kind of experiment."""
        return str(self.controls.experiment.kind)

    def settings(self) -> None:
        """Draw the controls and the button that trains. A fragment: moving a control redraws this part alone."""
        if self.above is not None:
            self.above()
        st.fragment(self._settings)(self.controls.are_changed())

    def _settings(self, are_changed: bool) -> None:
        with self._place(are_changed):
            try:
                experiment = self.controls.experiment(**self.controls.draw_all())
            except ConfigError as error:
                st.warning(escaped(str(error)), icon=":material/info:")
                return
            is_pressed = self._facts_and_button(experiment)
        if is_pressed:
            ask_for(experiment)
        say_other_settings(experiment, bundled_run(self.bundled).config, self.controls.values_of)
        take_home.settings_as_code(experiment, self._key("settings"))

    def _place(self, are_changed: bool) -> AbstractContextManager[Any]:
        """Return where the controls stand: in sight where the page is about them, else in a box."""
        if self.shortcut:
            return st.container()
        return st.expander("Train your own", icon=":material/tune:", expanded=are_changed)

    def _facts_and_button(self, experiment: Experiment) -> bool:
        """Say what is known beforehand; return whether *Train* was pressed."""
        if self.facts is not None:
            self.facts(experiment)
        is_missing = self.missing is not None and self.missing(experiment)
        with st.container(horizontal=True, vertical_alignment="center"):
            is_pressed = train_button(
                self.controls.settings(),
                self._key("train"),
                disabled=is_missing,
                shortcut=self.shortcut or None,
                help="The same settings asked for twice are one run: what the class has trained already opens at once, "
                "and can be trained again by you.",
            )
            st.caption(
                f"Expected time {in_words(experiment.expected_seconds())}.",
                width="content",
                help="Estimated from what was measured on one core; another computer, or a busy one, takes another "
                "time.",
            )
        return is_pressed

    def _key(self, name: str) -> str:
        return name if self.shortcut else f"{name}:{self.kind}"

    def on_screen(self) -> ShownRun:
        """Return the run that is shown now: the one in the address if it is of this kind, else the bundled one."""
        record = run_in_address(self.kind)
        return shown_bundled(self.bundled) if record is None else shown(record, watched(store(), record.id))

    def results(self) -> str:
        """Show the run in the address if it is of this kind, else the bundled one, and the code of what is shown.

        Returns:
            The id of the run whose nets are used in what follows, or BUNDLED.
        """
        run_id, record = page_state.value(page_state.RUN), None
        bundled = shown_bundled(self.bundled)
        if run_in_address(self.kind) is not None:
            record = run_panel(run_id, lambda record, run: self.draw(shown(record, run)))
        else:
            self._show_bundled(bundled)
        take_home.as_code_of_run(
            BUNDLED if record is None else record.id, from_config(self.controls.experiment, bundled.config)
        )
        net_id = record.id if record is not None and self.leaves_nets(record) else BUNDLED
        if kind_named(self.kind).trained is not None:
            say_whose_weights(net_id, self.kind)
        return net_id

    def _show_bundled(self, bundled: ShownRun) -> None:
        if self.title:
            name = settings_name(self.kind, bundled.config)
            st.markdown(f"**{self.title}: {escaped(name)}.** Press *Train* for one of your own.")
        st.fragment(self.draw)(bundled)


def say_lost_run(*sections: ExperimentSection) -> None:
    """Say when the address names a run that the store does not have or that is of none of the page's kinds.

    Args:
        sections: all that the page has; it says this once, before them.
    """
    run_id = page_state.value(page_state.RUN)
    try:
        if run_id and (kind := store().run(run_id).kind) not in {section.kind for section in sections}:
            st.info("This run is of another kind; open it on its own page.", icon=":material/info:")
            for lesson in lessons_showing(kind):
                lesson_link(lesson.page, "Open it in **{title}**", run=run_id)
    except StoreError as error:
        st.warning(
            f"{escaped(str(error))} It may have been deleted; what is shown comes with the app.",
            icon=":material/link_off:",
        )
