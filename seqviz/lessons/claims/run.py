"""Run a trial from its card: with how many seeds, at which levels, and what it says while it runs."""

from __future__ import annotations

import contextlib
from collections.abc import Callable

import streamlit as st

from seqviz.claims.claim import PART, Claim, Dial, Level
from seqviz.claims.config import TrialExperiment
from seqviz.claims.levels import USUAL, read_levels, write_levels
from seqviz.claims.table import Table
from seqviz.claims.trial_notes import MEASURED, rows_of
from seqviz.claims.verdicts import FEWEST_SEEDS
from seqviz.claims.words import level_in_words
from seqviz.corpora.loading import known_corpora
from seqviz.runs.experiment import ConfigError
from seqviz.runs.store.records import RunRecord, StoreError
from seqviz.ui import controls
from seqviz.ui.durations import in_words
from seqviz.ui.markdown import escaped
from seqviz.ui.runs.asking import ask_for, train_button
from seqviz.ui.runs.memory import WatchedRun, watched
from seqviz.ui.runs.panel import run_panel
from seqviz.ui.runs.settings import run_in_address
from seqviz.ui.server.engine import store
from seqviz.ui.state import page_state
from seqviz.ui.state.address import Number, Setting, Text

SEEDS = Number("seeds", 1, 30, 5, 1)
#: "E3: lag=5,20"; levels of another claim than the one that is open stand for nothing.
LEVELS = Text("levels", "", longest=400, is_typed=False)
NOT_AT_HAND = (
    "Real IMDB reviews are not on this computer, so the bundled reviews are used; *Sentiment* fetches the real "
    "ones."
)
EARLIER = (
    "This trial is of an earlier version of the app, when the claim had other parts. Run it again below."
)
SETTINGS: tuple[Setting, ...] = (SEEDS, LEVELS, page_state.RUN)


def watched_part(claim: Claim, draw: Callable[[Table], None]) -> RunRecord | None:
    """Show the trial in the address as it goes, where it is one of this claim; return its run, or None."""
    run_id = page_state.value(page_state.RUN)
    if not run_id or not _is_of(run_id, claim):
        return None

    def draw_run(record: RunRecord, watched: WatchedRun) -> None:
        table = rows_of([note.content for note in watched.notes if note.topic == MEASURED])
        if not _is_still_asked(claim, table):
            st.warning(EARLIER, icon=":material/history:")
            return
        if record.is_live:
            st.markdown("**What it would say now**")
        draw(table)

    return run_panel(run_id, draw_run)


def trial_on_screen(claim: Claim) -> Table | None:
    """Return what the trial in the address has measured so far, where it is one of this claim; None where it is not."""
    record = run_in_address(TrialExperiment.kind)
    if record is None or record.config["claim"] != claim.id:
        return None
    table = rows_of([note.content for note in watched(store(), record.id).notes if note.topic == MEASURED])
    return table if _is_still_asked(claim, table) else None


def _is_still_asked(claim: Claim, table: Table) -> bool:
    """Tell whether the claim has every part that was measured: an earlier version of the app may have asked others."""
    return {each[PART] for each in table.conditions()} <= {part.name for part in claim.parts}


def levels_on_screen(claim: Claim) -> dict[str, tuple[Level, ...]]:
    """Return dial -> levels, as they are chosen at the moment for the next trial."""
    name, _, text = page_state.value(LEVELS).partition(":")
    held: dict[str, tuple[Level, ...]] = {}
    if name == claim.id:
        with contextlib.suppress(ConfigError):  # the page says it
            held = read_levels(claim, text)
    return {dial.name: held.get(dial.name, dial.usual) for dial in claim.dials}


def _is_of(run_id: str, claim: Claim) -> bool:
    try:
        record = store().run(run_id)
    except StoreError as error:
        st.warning(f"{escaped(str(error))} It may have been deleted.", icon=":material/link_off:")
        return False
    if record.kind != TrialExperiment.kind:
        st.info("This run is of another kind; open it on its own page.", icon=":material/info:")
    return record.kind == TrialExperiment.kind and record.config["claim"] == claim.id


def controls_part(claim: Claim) -> None:
    """Draw what a trial leaves to choose, say how long it takes, and start it."""
    with st.expander("Run it here", icon=":material/science:", expanded=False):
        seeds = controls.slider(SEEDS, "Seeds", help=f"A verdict needs at least {FEWEST_SEEDS}.")
        levels = _levels(claim)
        try:
            trial = TrialExperiment(claim.id, seeds, levels)
        except ConfigError as error:
            st.warning(escaped(str(error)), icon=":material/info:")
            return
        _say_beforehand(claim, trial)
        with st.container(horizontal=True, vertical_alignment="center"):
            is_pressed = train_button(SETTINGS, "train:trial", label="Run the trial", icon=":material/gavel:")
            st.caption(
                f"Expected time {in_words(trial.expected_seconds())} of one core, less what was run before.",
                width="content",
            )
    if is_pressed:
        ask_for(trial)


def _say_beforehand(claim: Claim, trial: TrialExperiment) -> None:
    if claim.kind == "seeds" and trial.num_seeds < FEWEST_SEEDS:
        st.caption(f"With fewer than {FEWEST_SEEDS} seeds it shows points and gives no verdict.")
    chosen = read_levels(claim, trial.levels)
    single = [
        dial.name for dial in claim.dials if len(chosen.get(dial.name, dial.usual)) == 1 < len(dial.levels)
    ]
    if single:
        st.caption(f"With one level of {', '.join(single)} it cannot tell whether that matters.")


def _levels(claim: Claim) -> str:
    """Draw a row of buttons for each dial; return the levels as the trial takes them, and keep them."""
    held = _held(claim)
    chosen: dict[str, tuple[Level, ...]] = {}
    for dial in claim.dials:
        at_hand = _at_hand(dial)
        picked = st.pills(
            dial.name[0].upper() + dial.name[1:],
            at_hand,
            selection_mode="multi",
            default=[level for level in held.get(dial.name, dial.usual) if level in at_hand] or dial.usual,
            format_func=level_in_words,
            key=f"levels:{claim.id}:{dial.name}",
        )
        chosen[dial.name] = tuple(level for level in dial.levels if level in picked) or dial.usual
        if len(at_hand) < len(dial.levels):
            st.caption(NOT_AT_HAND)
    written = write_levels(claim, chosen)
    page_state.put(LEVELS, "" if written == USUAL else f"{claim.id}: {written}")
    return written


def _at_hand(dial: Dial) -> tuple[Level, ...]:
    """Return the levels that can be tried on this computer: of corpora, those that are on it."""
    missing = {known.spec for known in known_corpora() if not known.available}
    return tuple(level for level in dial.levels if level not in missing)


def _held(claim: Claim) -> dict[str, tuple[Level, ...]]:
    """Return the levels that the address holds for this claim."""
    name, _, text = page_state.value(LEVELS).partition(":")
    if name != claim.id:
        return {}
    try:
        return read_levels(claim, text)
    except ConfigError as error:
        st.warning(escaped(str(error)), icon=":material/info:")
        return {}
