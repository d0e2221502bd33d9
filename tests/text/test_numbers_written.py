"""Numbers are written with a minus sign, and say the same as Python's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seqviz.text.numbers_written import with_minus


@given(st.floats(allow_nan=False), st.sampled_from(["+.1f", ".3f", "g", ".3g", ",.1f"]))
def test_only_the_sign_differs_from_what_python_writes(value, spec):
    said = with_minus(value, spec)
    assert "-" not in said
    assert said.replace("−", "-") == format(value, spec)


@pytest.mark.parametrize(("value", "spec", "said"), [(-11.2, "+.1f", "−11.2"), (1e-5, "g", "1e−05")])
def test_a_sign_and_an_exponent_are_minus_signs(value, spec, said):
    assert with_minus(value, spec) == said
