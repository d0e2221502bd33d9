"""The parts of the Sentiment page: what a run will cost, the run itself, its results, and reading with it."""

from __future__ import annotations

from typing import Any

import streamlit as st

from seqviz.experiments.sentiment.config import SentimentExperiment
from seqviz.lessons.sentiment import baselines
from seqviz.lessons.sentiment import curves as sentiment_curves
from seqviz.lessons.sentiment import published as sentiment_published
from seqviz.lessons.sentiment import results as sentiment_results
from seqviz.lessons.sentiment.controls import control_values, sentiment_controls, settings
from seqviz.lessons.sentiment.facts import facts, say_preset
from seqviz.runs.experiment import from_config, to_config
from seqviz.runs.store.records import RunRecord
from seqviz.ui.durations import counted
from seqviz.ui.markdown import escaped
from seqviz.ui.runs import names as run_names
from seqviz.ui.runs import take_home
from seqviz.ui.runs.asking import ask_for, train_button
from seqviz.ui.runs.memory import WatchedRun, opened, watched
from seqviz.ui.runs.menus import several_runs
from seqviz.ui.runs.panel import run_panel
from seqviz.ui.runs.settings import say_other_settings
from seqviz.ui.runs.trained import BUNDLED
from seqviz.ui.sentences import readers
from seqviz.ui.sentences import review as sentiment_reading
from seqviz.ui.server.engine import store
from seqviz.ui.state import page_state
from seqviz.ui.state.address import Setting
from seqviz.ui.state.address_lists import RunIds
from seqviz.ui.state.session import owner
from seqviz.ui.texts.corpora import offer_missing

MOST_BESIDE = 4
BESIDE = RunIds("beside", MOST_BESIDE)
SETTINGS: tuple[Setting, ...] = (sentiment_curves.AGAINST, *sentiment_reading.SETTINGS, BESIDE)
MOST_LISTED = 40


@st.fragment
def settings_part() -> None:
    """Draw the controls, what they mean before anything is trained, and the button that trains.

    A fragment: moving a control redraws this part alone.
    """
    experiment = sentiment_controls()
    say_preset(experiment)
    facts(experiment)
    missing = offer_missing(experiment.corpus)
    if train_button(
        settings(),
        shortcut="t",
        disabled=missing,
        help="The same settings asked for twice are one run: what the class has trained already opens at once, "
        "and can be trained again by you.",
    ):
        ask_for(experiment)
    say_other_settings(experiment, to_config(readers.bundled().reader.experiment), control_values)
    take_home.settings_as_code(experiment)


def results() -> str:
    """Show the chosen run as it goes, or the bundled net before any click.

    Returns:
        The id of the net to read with: the run's once it has finished, else the bundled one's.
    """
    run_id = page_state.value(page_state.RUN)
    if not run_id:
        _show_bundled()
        return BUNDLED
    record = run_panel(run_id, _draw_run)
    if record is None or not readers.is_readable(record):
        return BUNDLED
    if record.result:
        sentiment_results.confusion_and_mistakes(record.result)
    _published()
    return record.id


@st.fragment
def _show_bundled() -> None:
    bundled = readers.bundled()
    net = readers.describe(bundled.reader.experiment)
    st.markdown(f"**The net that comes with the app: {net}.** Press *Train* for one of your own.")
    baseline = baselines.accuracy(bundled.reader.experiment.corpus)
    sentiment_results.result_line(bundled.result, baseline)
    against = sentiment_curves.against_control()
    sentiment_curves.curves([("bundled", bundled.history)], against, baseline, key="bundled")
    st.caption(
        "These reviews were generated so that the order of the words decides. How far apart a net and a bag of words "
        "lie here is a property of this corpus; real reviews are another matter."
    )
    sentiment_results.confusion_and_mistakes(bundled.result)
    _published()


def _draw_run(record: RunRecord, run: WatchedRun) -> None:
    if record.kind != SentimentExperiment.kind:
        st.info("This run is of another kind; open it on its own page.", icon=":material/info:")
        return
    experiment = from_config(SentimentExperiment, record.config)
    _say_corpus(run.note("corpus"))
    said = sentiment_results.overshot(run.history, experiment.learning_rate)
    if said and record.state != "diverged":  # such a run has its own sentence
        st.warning(said, icon=":material/trending_up:")
    baseline = baselines.accuracy(experiment.corpus)
    if record.result:
        sentiment_results.result_line(record.result, baseline)
    left, right = st.columns([1, 2])
    with left:
        against = sentiment_curves.against_control()
    with right:
        beside = _beside(record)
    titles = run_names.names([record, *beside])
    histories = [(titles[record.id], run.history)]
    histories += [(titles[other.id], watched(store(), other.id).history) for other in beside]
    sentiment_curves.curves(histories, against, baseline, key="run")


def _say_corpus(corpus: dict[str, Any] | None) -> None:
    """Name what the run reads, once it is known, and warn of reviews that stand in both of its parts."""
    if not corpus:
        return
    st.caption(
        f"{escaped(corpus['name'])}: {counted(corpus['train'], 'review')} to learn from, "
        f"{counted(corpus['validation'], 'review')} for validation. {corpus['note']} {corpus['source']}"
    )
    if said := sentiment_results.near_copies_said(corpus):
        st.warning(said, icon=":material/content_copy:")


def _beside(record: RunRecord) -> list[RunRecord]:
    """Let a person compare other runs with this one."""
    others = [r for r in _at_hand() if r.id != record.id and r.started is not None]
    by_id, titles = {other.id: other for other in others}, run_names.names(others)
    chosen = several_runs(
        BESIDE,
        "Compare with other runs",
        list(by_id),
        titles.__getitem__,
        placeholder="none" if others else "there is no other run yet",
    )
    return [by_id[run_id] for run_id in chosen]


def _at_hand() -> list[RunRecord]:
    """Return one's own runs, other people's, and those opened by their address that are listed to nobody else."""
    shown = run_names.listed("sentiment", MOST_LISTED)
    ids = {run.id for run in shown}
    return shown + [run for run in opened(store(), "sentiment") if run.id not in ids]


def _published() -> None:
    own = sentiment_published.own_results(store().own_runs(owner(), "sentiment", limit=MOST_LISTED))
    among = ", and your own nets among them" if own else ""
    with st.expander(f"Where papers of the LSTM era stand on IMDB{among}", icon=":material/leaderboard:"):
        sentiment_published.published_table(own)
