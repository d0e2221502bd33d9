from __future__ import annotations

import pytest

from seqviz.export.bundled_runs import claim_about
from seqviz.ui.opening import opening_of_bundled
from seqviz.ui.runs.trained import bundled_run


def test_a_bundled_run_opens_a_lesson_with_what_its_kind_claims_of_it():
    opening = opening_of_bundled("clipping")
    assert opening.claim is claim_about("clipping")
    assert opening.numbers() is bundled_run("clipping")


def test_a_bundled_run_of_which_nothing_is_claimed_opens_no_lesson():
    with pytest.raises(ValueError, match="no claim is declared about no_such_run"):
        opening_of_bundled("no_such_run")
