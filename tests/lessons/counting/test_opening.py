import pytest

from seqviz.lessons.counting.matrix import count_documents
from seqviz.lessons.counting.opening import SHARED_WEIGHS_NOTHING


@pytest.mark.parametrize(
    ("texts", "weighting", "holds"),
    [
        (("a b a c", "a d"), "textbook", True),
        (("a b a c", "a d"), "smooth", False),
        (("a b a c", "a d"), "counts", False),
        (("b b b a", "a d"), "textbook", False),
        (("a b", "c d"), "textbook", False),
    ],
)
def test_the_most_frequent_term_must_stand_everywhere_and_weigh_nothing(texts, weighting, holds):
    assert SHARED_WEIGHS_NOTHING.holds(count_documents(texts, weighting, 1, 1)) is holds
