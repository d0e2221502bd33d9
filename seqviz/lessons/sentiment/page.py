"""The part of the Sentiment page that trains: what is known beforehand, curves, results, and what papers reached."""

from __future__ import annotations

from typing import Any

import streamlit as st

from seqviz.experiments.baseline.config import BaselineExperiment
from seqviz.experiments.sentiment.config import SentimentExperiment
from seqviz.lessons.sentiment import baselines
from seqviz.lessons.sentiment import curves as sentiment_curves
from seqviz.lessons.sentiment import published as sentiment_published
from seqviz.lessons.sentiment import results as sentiment_results
from seqviz.lessons.sentiment.controls import CONTROLS, preset_menu
from seqviz.lessons.sentiment.facts import facts
from seqviz.runs.experiment import from_config
from seqviz.runs.store.records import RunRecord
from seqviz.ui.durations import counted
from seqviz.ui.markdown import escaped
from seqviz.ui.runs import names as run_names
from seqviz.ui.runs import take_home
from seqviz.ui.runs.experiment_section import ExperimentSection
from seqviz.ui.runs.memory import opened, watched
from seqviz.ui.runs.menus import several_runs
from seqviz.ui.runs.shown_run import ShownRun
from seqviz.ui.sentences import readers
from seqviz.ui.server.engine import store
from seqviz.ui.state.address import Setting
from seqviz.ui.state.address_lists import RunIds
from seqviz.ui.state.session import owner
from seqviz.ui.texts.corpora import offer_missing, other_reviews

MOST_BESIDE = 4
BESIDE = RunIds("beside", MOST_BESIDE)
OF_RUNS: tuple[Setting, ...] = (sentiment_curves.AGAINST, BESIDE)
MOST_LISTED = 40


def _above() -> None:
    other_reviews()
    preset_menu()


def _missing(experiment: SentimentExperiment) -> bool:
    return offer_missing(experiment.corpus)


def _draw(run: ShownRun) -> None:
    experiment = from_config(SentimentExperiment, run.config)
    baseline = baselines.accuracy(baselines.beside(experiment))
    if run.record is not None:
        _remarks(run, run.record.state, experiment.learning_rate)
    if run.result:
        sentiment_results.result_line(run.result, baseline)
    _curves(run, baseline)
    if run.record is None:
        st.caption(
            "These reviews were generated so that the order of the words decides. How far apart a net and a bag of "
            "words lie here is a property of this corpus; real reviews are another matter."
        )
    if run.result:
        sentiment_results.confusion_and_mistakes(run.result)
    if not run.is_live:
        _baseline_as_code(run, baselines.beside(experiment))
        _published()


def _remarks(run: ShownRun, state: str, learning_rate: float) -> None:
    _say_corpus(run.latest("corpus"))
    said = sentiment_results.overshot(run.history, learning_rate)
    if said and state != "diverged":  # such a run has its own sentence
        st.warning(said, icon=":material/trending_up:")


def _curves(run: ShownRun, baseline: float | None) -> None:
    left, right = st.columns([1, 2])
    with left:
        against = sentiment_curves.against_control()
    runs = [("the net of the generated reviews", run.history)]
    if run.record is not None:
        with right:
            beside = _beside(run.record)
        titles = run_names.names([run.record, *beside])
        runs = [(titles[run.record.id], run.history)]
        runs += [(titles[other.id], watched(store(), other.id).history) for other in beside]
    sentiment_curves.curves(runs, against, baseline)


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


def _baseline_as_code(run: ShownRun, baseline: BaselineExperiment) -> None:
    with_data = run.record is None or take_home.may_give_away(run.record)
    take_home.settings_as_code(baseline, "baseline", what="The baseline", with_data=with_data)


def _published() -> None:
    own = sentiment_published.own_results(store().own_runs(owner(), "sentiment", limit=MOST_LISTED))
    among = ", and your own nets among them" if own else ""
    with st.expander(f"Where papers of the LSTM era stand on IMDB{among}", icon=":material/leaderboard:"):
        sentiment_published.published_table(own)


SENTIMENT = ExperimentSection(
    controls=CONTROLS,
    bundled=readers.LSTM,
    draw=_draw,
    title="A net that comes with the app and learned from generated reviews",
    shortcut="t",
    above=_above,
    facts=facts,
    missing=_missing,
    leaves_nets=readers.is_readable,
)
