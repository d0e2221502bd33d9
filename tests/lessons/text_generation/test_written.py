from __future__ import annotations

import pytest

from seqviz.lessons.text_generation.written import Repetition, repetition


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a great deal of it of it of it of", Repetition(12, 6)),
        ("abababab", Repetition(0, 2)),
        ("xyaaaa", Repetition(2, 1)),
        ("abcabc", None),
        ("abcabcabd", None),
        ("ab", None),
        ("", None),
    ],
)
def test_the_loop_that_a_text_ends_with_is_found_from_its_first_symbol(text, found):
    assert repetition(tuple(text)) == found
