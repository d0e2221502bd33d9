"""What to try with the claims on trial, and by what it is seen that it was done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from seqviz.claims.claim import PART, Claim, Level
from seqviz.claims.finished import finished_verdict
from seqviz.claims.sentences import verdict_sentence
from seqviz.claims.table import Table
from seqviz.claims.turning import crossing, levels_by_side, turns_at
from seqviz.claims.verdicts import FEWEST_SEEDS, judge
from seqviz.claims.words import difference_in_words, level_in_words, listed
from seqviz.lessons.claims import card, run
from seqviz.lessons.claims.overview import CLAIM
from seqviz.ui.durations import counted
from seqviz.ui.frame.task import Result, Task, done, missing
from seqviz.ui.state.page_state import RUN


@dataclass(frozen=True)
class Screen:
    """What is on the screen.

    Attributes:
        claim: the one whose card is open.
        levels: dial -> levels that are chosen for the next trial.
        trial: what the trial on the card has measured; None where it is the one that comes with the app.
    """

    claim: Claim
    levels: Mapping[str, tuple[Level, ...]]
    trial: Table | None = None


def on_screen() -> Screen:
    """Return what is on the screen at the moment."""
    claim = card.chosen()
    return Screen(claim, run.levels_on_screen(claim), run.trial_on_screen(claim))


def where_it_turns(screen: Screen) -> Result:
    """Check that the two vocabularies are chosen between which the claim about time becomes true."""
    claim, verdict = screen.claim, finished_verdict(screen.claim.id)
    if claim.id != "E10":
        return missing(f"The card of {claim.id} is open: open E10.")
    dial = claim.dials[0].name
    between = turns_at(*levels_by_side(verdict, dial)) if verdict is not None else None
    if verdict is None or between is None:
        return missing("The trial that comes with the app shows no level at which it turns.")
    chosen = screen.levels[dial]
    if set(chosen) != set(between):
        return missing(f"Chosen for the next trial: {dial} {listed(list(map(level_in_words, chosen)))}.")
    at = crossing(verdict, dial)
    about = f", by interpolation at about {float(f'{at:.2g}'):,.10g}" if at is not None else ""
    return done(f"It turns between {dial} {between[0]:,.10g} and {between[1]:,.10g}{about}.")


def makes_it_true(screen: Screen) -> Result:
    """Check that levels are chosen at which an LSTM remembers longer than a GRU, all of them."""
    claim, verdict = screen.claim, finished_verdict(screen.claim.id)
    if claim.id != "E3" or verdict is None:
        return missing(f"The card of {claim.id} is open: open E3.")
    part = claim.parts[0]
    chosen = [
        one
        for one in verdict.conditions
        if one.condition[PART] == part.name
        and all(one.condition[dial] in levels for dial, levels in screen.levels.items())
    ]
    true = [one for one in chosen if one.word == "supported"]
    if len(true) < len(chosen):
        return missing(
            f"Of the {counted(len(chosen), 'condition')} chosen for the next trial, {len(true)} support *{part.name}*."
        )
    means = [one.interval.mean for one in true if one.interval is not None]
    least = difference_in_words(part.measure, min(means))
    levels = "; ".join(
        f"{dial} {listed(list(map(level_in_words, found)))}" for dial, found in screen.levels.items()
    )
    return done(f"At {levels}, every condition supports *{part.name}*: by {least} at least, on average.")


def enough_seeds(screen: Screen) -> Result:
    """Check that a trial of E4 has been run with seeds enough for a verdict; say it."""
    if screen.claim.id != "E4":
        return missing(f"The card of {screen.claim.id} is open: open E4.")
    if screen.trial is None:
        return missing("No trial of yours is on the card: run one.")
    verdict = judge(screen.claim, screen.trial)
    said = verdict_sentence(screen.claim, verdict)
    if verdict.word == "too few seeds":
        return missing(f"{said} Set the seeds to {FEWEST_SEEDS + 1}, and run it again.")
    return done(said)


TASKS = (
    Task(
        "A claim about time: open E10 and read off the two vocabularies between which it becomes true. Choose just "
        "these two under *Run it here*; then you can try it on this computer.",
        {CLAIM.name: CLAIM.default},
        where_it_turns,
    ),
    Task(
        "A claim that depends on settings: open E3. At which of the LSTM's forget biases, and at which lags, does an "
        "LSTM remember longer than a GRU? Choose such levels, and no others, under *Run it here*.",
        {CLAIM.name: CLAIM.default},
        makes_it_true,
    ),
    Task(
        "Too few seeds: open E4, set the seeds to 2, run it, and read why there is no verdict. Then set them to 6: the "
        "first two are not run again.",
        {CLAIM.name: "E4", run.SEEDS.name: 2, RUN.name: ""},
        enough_seeds,
    ),
)
