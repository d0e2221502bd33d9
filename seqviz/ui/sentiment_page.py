"""The parts of the Sentiment page: what a run will cost, the run itself, its results, and reading with it."""

from __future__ import annotations

import streamlit as st

from seqviz.recurrent.sentiment import ParameterCount, count_parameters
from seqviz.training.experiment import from_config
from seqviz.training.presets import PRESETS
from seqviz.training.sentiment import SentimentExperiment
from seqviz.training.store_records import RunRecord
from seqviz.ui import (
    baselines,
    page_state,
    readers,
    sentiment_published,
    sentiment_reading,
    sentiment_results,
    take_home,
)
from seqviz.ui.address import RunIds, Setting
from seqviz.ui.corpus_controls import distinct_words, is_filled, offer_missing
from seqviz.ui.durations import counted, in_words
from seqviz.ui.engine import store
from seqviz.ui.plain import escaped
from seqviz.ui.run_memory import WatchedRun, opened, watched
from seqviz.ui.run_panel import ask_for, run_panel
from seqviz.ui.sentiment_controls import sentiment_controls
from seqviz.ui.session import owner

MOST_BESIDE = 4
BESIDE = RunIds("beside", MOST_BESIDE)
SETTINGS: tuple[Setting, ...] = (sentiment_results.AGAINST, *sentiment_reading.SETTINGS, BESIDE)
MOST_LISTED = 40


@st.fragment
def settings_part() -> None:
    """Draw the controls, what they mean before anything is trained, and the button that trains.

    A fragment: moving a control redraws this part alone.
    """
    experiment = sentiment_controls()
    _say_preset(experiment)
    _facts(experiment)
    missing = offer_missing(experiment.corpus)
    if st.button(
        "Train",
        icon=":material/model_training:",
        type="primary",
        shortcut="t",
        key="train",
        disabled=missing,
        help="The same settings asked for twice are one run: what the class has trained already opens at once.",
    ):
        ask_for(experiment)
    take_home.settings_as_code(experiment)


def _say_preset(experiment: SentimentExperiment) -> None:
    """Name the preset whose settings these are, if they are one's."""
    for preset in PRESETS.values():
        if preset.experiment == experiment:
            st.caption(f"**{preset.title}.** {preset.about}")


def _facts(experiment: SentimentExperiment) -> None:
    pytorch, keras = (_parameters(experiment, library) for library in ("pytorch", "keras"))
    with st.container(horizontal=True):
        bound = "" if is_filled(experiment.corpus) else ", at most"
        st.metric(f"Parameters{bound}", f"{pytorch.total:,}", width="content")
        st.metric(
            "Expected time",
            in_words(experiment.expected_seconds()),
            width="content",
            help="Estimated from what was measured on one core; another computer, or a busy one, takes another time.",
        )
        baselines.metric(experiment.corpus)
    recurrent = " + ".join(f"{count:,}" for count in pytorch.recurrent)
    twin = "In Keras the same net has as many."
    if keras.total != pytorch.total:
        twin = (
            f"In Keras it has {keras.total:,}: SimpleRNN and LSTM have one bias there where PyTorch has two."
        )
    st.caption(
        f"{pytorch.embedding:,} of the parameters are word vectors, {experiment.embedding_dim} for each word, for "
        f"padding and for the unknown word; {recurrent} belong "
        f"to the recurrent layers, {pytorch.output:,} to the output. {twin}"
    )


def _parameters(experiment: SentimentExperiment, library: str) -> ParameterCount:
    return count_parameters(
        int(min(experiment.vocabulary_size, distinct_words(experiment.corpus))),
        experiment.embedding_dim,
        experiment.cell,
        experiment.hidden_sizes,
        experiment.bidirectional,
        experiment.pooling,
        library,
    )


def results() -> str:
    """Show the chosen run as it goes, or the bundled net before any click.

    Returns:
        The id of the net to read with: the run's once it has finished, else the bundled one's.
    """
    run_id = page_state.value(page_state.RUN)
    if not run_id:
        _show_bundled()
        return readers.BUNDLED
    record = run_panel(run_id, _draw_run)
    if record is None or not readers.is_readable(record):
        return readers.BUNDLED
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
    against = sentiment_results.against_control()
    sentiment_results.curves([("bundled", bundled.history)], against, baseline, key="bundled")
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
    corpus = run.note("corpus")
    if corpus:
        st.caption(
            f"{escaped(corpus['name'])}: {counted(corpus['train'], 'review')} to learn from, "
            f"{counted(corpus['validation'], 'review')} for validation. {corpus['note']} {corpus['source']}"
        )
        if said := sentiment_results.near_copies_said(corpus):
            st.warning(said, icon=":material/content_copy:")
    said = sentiment_results.overshot(run.history, experiment.learning_rate)
    if said and record.state != "diverged":  # such a run has its own sentence
        st.warning(said, icon=":material/trending_up:")
    baseline = baselines.accuracy(experiment.corpus)
    if record.result:
        sentiment_results.result_line(record.result, baseline)
    left, right = st.columns([1, 2])
    with left:
        against = sentiment_results.against_control()
    with right:
        beside = _beside(record)
    histories = [(readers.title_of(record), run.history)]
    histories += [(_name(other), watched(store(), other.id).history) for other in beside]
    sentiment_results.curves(histories, against, baseline, key="run")


def _beside(record: RunRecord) -> list[RunRecord]:
    """Let a person lay other runs over this one."""
    others = [r for r in _at_hand() if r.id != record.id and r.started is not None]
    by_id = {other.id: other for other in others}
    page_state.put(BESIDE, [run_id for run_id in page_state.value(BESIDE) if run_id in by_id])
    chosen = st.multiselect(
        "Lay other runs over it",
        list(by_id),
        format_func=lambda run_id: _name(by_id[run_id]),
        max_selections=MOST_BESIDE,
        key=BESIDE.name,
        persist_state="session",
        placeholder="none" if others else "there is no other run yet",
    )
    page_state.publish(BESIDE, chosen)
    return [by_id[run_id] for run_id in chosen if run_id in by_id]


def _at_hand() -> list[RunRecord]:
    """Return the session's runs and those it opened: of a class that asks for the same, one person owns the run."""
    own = store().runs(owner(), "sentiment", limit=MOST_LISTED)
    listed = {run.id for run in own}
    return own + [run for run in opened(store(), "sentiment") if run.id not in listed]


def _name(record: RunRecord) -> str:
    """Tell runs of the same net apart."""
    return f"{readers.title_of(record)} ({record.id})"


def _published() -> None:
    with st.expander(
        "Where papers of the LSTM era stand on IMDB, and your own nets among them",
        icon=":material/leaderboard:",
    ):
        sentiment_published.published_table(sentiment_published.own_results(_at_hand()))
