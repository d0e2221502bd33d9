from __future__ import annotations

import pytest

from seqviz.runs.picture_claim import PictureClaim
from seqviz.ui.opening import Opening, opening_of_bundled


def test_a_claim_is_asked_of_what_is_drawn():
    rising = PictureClaim("It rises.", lambda curve: curve[-1] > curve[0])
    assert Opening(rising, lambda: [1, 2]).shows_its_claim()
    assert not Opening(rising, lambda: [2, 1]).shows_its_claim()


def test_a_bundled_run_of_which_nothing_is_claimed_opens_no_lesson():
    with pytest.raises(ValueError, match="no claim is declared about no_such_run"):
        opening_of_bundled("no_such_run")
