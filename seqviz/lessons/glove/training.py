"""The training that the lesson's page shows."""

from __future__ import annotations

from seqviz.ui.vectors.training import training_section

TRAINING = training_section("world_glove")
