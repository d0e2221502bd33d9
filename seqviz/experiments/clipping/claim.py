"""What the three runs that come with the app are there to show."""

from __future__ import annotations

from seqviz.experiments.clipping.config import ARMS, ClippingExperiment
from seqviz.experiments.clipping.learned import have_learned
from seqviz.export.bundled_runs import BundledRun
from seqviz.runs.experiment import from_config
from seqviz.runs.picture_claim import PictureClaim


def _clipping_lets_it_learn(run: BundledRun) -> bool:
    learned = have_learned(from_config(ClippingExperiment, run.config), run.history)
    return ARMS[1] in learned and ARMS[0] not in learned


CLIPPING_LETS_IT_LEARN = PictureClaim(
    "The run whose gradients are clipped by norm learns to add; its twin without clipping does not.",
    _clipping_lets_it_learn,
)
