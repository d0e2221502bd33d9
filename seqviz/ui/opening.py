"""What a lesson's picture shows before anybody has touched anything."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Generic

from seqviz.export.bundled_runs import BundledRun, claim_about
from seqviz.runs.picture_claim import Numbers, PictureClaim
from seqviz.ui.runs.trained import bundled_run


@dataclass(frozen=True)
class Opening(Generic[Numbers]):
    """A picture that a page opens with. `seqviz/lessons/<name>/opening.py` lists those of a lesson as OPENINGS.

    Attributes:
        claim: what it is there to show.
        numbers: returns what the page draws with its settings as they are at first.
    """

    claim: PictureClaim[Numbers]
    numbers: Callable[[], Numbers]


def opening_of_bundled(name: str) -> Opening[BundledRun]:
    """Return the opening that draws a run that comes with the app.

    Args:
        name: the run's file; its kind of experiment declares the claim.

    Raises:
        ValueError: if its kind declares no claim about it.
    """
    claim = claim_about(name)
    if claim is None:
        raise ValueError(f"no claim is declared about {name}; its kind's `claims` names one")
    return Opening(claim, partial(bundled_run, name))
