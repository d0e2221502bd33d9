"""As for the tests of pages: less of a corpus to measure than a learner sees."""

from tests.pages.conftest import measure_less

__all__ = ["measure_less"]
