"""What two directions are, beside two layers, and whether they learn sooner: computed from nets at hand."""

from __future__ import annotations

from functools import cache

import torch

from seqviz.models.cells.registry import cell_named
from seqviz.models.stack import RecurrentStack
from seqviz.runs.history import History
from seqviz.ui.fill_in import FILL_IN
from seqviz.ui.runs.shown_run import shown_bundled

INPUTS, UNITS, TOKENS = 32, 64, 7
ONE_SIDE, BOTH = "left", "both"
KNOWN_TO_THE_LEFT = "country_accuracy"


def not_a_stack() -> str:
    """Say how two directions differ from two layers: who reads what, the parameters, and what a late word moves."""
    side, above = (cell_named("lstm").parameters(size, UNITS) for size in (INPUTS, UNITS))
    moved = {name: late_word_moves_first_state(name == "both") for name in ("both", "stack")}
    return (
        "They stand side by side: both read the tokens, one from each end, and their states are joined. In a stack "
        f"the second reads the first one's states. With {INPUTS} numbers per token and {UNITS} units, the second "
        f"direction has {side:,} parameters, the second layer {above:,}. Change the last of {TOKENS} tokens, and the "
        f"state at the first moves by up to {moved['both']:.3f} in a bidirectional layer (freshly drawn), by "
        f"{moved['stack']:g} in a stack of two."
    )


@cache
def late_word_moves_first_state(bidirectional: bool) -> float:
    """Return how far the last token moves the state at the first, at most: of two directions, or of two layers."""
    generator = torch.Generator().manual_seed(0)
    sizes = (UNITS,) if bidirectional else (UNITS, UNITS)
    net = RecurrentStack("lstm", INPUTS, sizes, bidirectional, generator=generator)
    text = torch.randn(1, TOKENS, INPUTS, generator=generator)
    changed = text.clone()
    changed[0, -1] = torch.randn(INPUTS, generator=generator)
    with torch.no_grad():
        one, other = (
            torch.cat(net(tokens)[-1], dim=-1)[0, 0] for tokens in (text, changed)
        )  # (output_size,)
    return float((one - other).abs().max())


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
