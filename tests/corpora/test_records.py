from __future__ import annotations

import numpy as np
import pytest

from seqviz.corpora.records import LabelledTexts


def labelled(*texts):
    return LabelledTexts(texts, np.zeros(len(texts), np.int64))


@pytest.mark.parametrize(
    "other", [("ab",), ("b", "a"), ("a", "b", ""), ("a", "1:b"), ("a1:b",), ("a", "\ud800")]
)
def test_the_digest_tells_texts_apart_and_nothing_else(other):
    assert labelled("a", "b").digest == labelled(*"ab").digest
    assert labelled("a", "b").digest != labelled(*other).digest
