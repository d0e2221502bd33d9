"""Whether a net that reads from both ends learns sooner than one that reads from the left: from the nets at hand."""

from __future__ import annotations

from seqviz.runs.history import History
from seqviz.ui.fill_in import FILL_IN
from seqviz.ui.runs.shown_run import shown_bundled

ONE_SIDE, BOTH = "left", "both"
KNOWN_TO_THE_LEFT = "country_accuracy"


def sooner_or_not() -> str:
    """Say of the fill-in nets that come with the app which of them knew first what the left side tells."""
    history = shown_bundled(FILL_IN.bundled).history
    return sooner(history)


def sooner(history: History) -> str:
    """Compare one direction with two on what the left side alone tells.

    Args:
        history: of a finished run of the fill-in nets.
    """
    steps = {arm: first_all_right(history, arm) for arm in (ONE_SIDE, BOTH)}
    seconds = {arm: history.series(KNOWN_TO_THE_LEFT, arm).seconds[-1] for arm in (ONE_SIDE, BOTH)}
    said = {arm: "never" if step is None else f"after {step} steps" for arm, step in steps.items()}
    return (
        "It can know more: what stands to the right. It has more to learn, too. Of the fill-in nets that come with the "
        "app, which look every few steps at stories set aside, the one that reads from the left first names every "
        f"country {said[ONE_SIDE]}, the one that reads from both ends {said[BOTH]}; all its steps took "
        f"{seconds[BOTH]:.1f} seconds, those of the other {seconds[ONE_SIDE]:.1f}. {_who(steps)}"
    )


def _who(steps: dict[str, int | None]) -> str:
    one, both = (step if step is not None else float("inf") for step in (steps[ONE_SIDE], steps[BOTH]))
    if one == both:
        return "Neither was sooner."
    return "So two directions were not sooner here." if one < both else "So two directions were sooner here."


def first_all_right(history: History, arm: str) -> int | None:
    """Return the step at which an arm first named every country correctly, or None."""
    series = history.series(KNOWN_TO_THE_LEFT, arm)
    right = [int(step) for step, value in zip(series.steps, series.values, strict=True) if value >= 1]
    return right[0] if right else None
