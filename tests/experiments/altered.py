"""Bundled runs with other numbers in them, to see that what is claimed of a run can be false."""

from __future__ import annotations

import copy
from dataclasses import replace

from seqviz.export.bundled_runs import load_bundled_run


def with_results(name, results):
    """Return a bundled run in which arms came out otherwise: arm -> the values that differ."""
    run = load_bundled_run(name)
    result = copy.deepcopy(run.result)
    for arm, values in results.items():
        result["arms"][arm] |= values
    return replace(run, result=result)
