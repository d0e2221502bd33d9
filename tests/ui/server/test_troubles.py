"""What is said when it is nobody's fault: on the page in a sentence, in the log once."""

from __future__ import annotations

import logging

import pytest
from streamlit.testing.v1 import AppTest

from seqviz.runs.store.trouble import StoreUnavailable
from seqviz.ui.server.troubles import ONCE_IN, NotSaidAgain, say


def told() -> None:
    from seqviz.runs.store.trouble import StoreUnavailable
    from seqviz.ui.server.troubles import say

    say(StoreUnavailable("Nothing can be saved in the store just now: the disk is full."))


def test_a_store_that_does_not_answer_is_a_sentence_and_no_error_box():
    page = AppTest.from_function(told).run()
    assert [element.value for element in page.warning] == [
        "Nothing can be saved in the store just now: the disk is full."
    ]
    assert not page.exception
    assert say(ValueError("another fault")) is False


@pytest.fixture
def said():
    """A logger that says once, the clock it looks at, and what it has said."""
    now, heard = [0.0], []
    logger = logging.Logger("flooding")
    logger.addFilter(NotSaidAgain(lambda: now[0]))
    handler = logging.Handler()
    handler.emit = lambda record: heard.append(record.getMessage())
    logger.addHandler(handler)
    return logger, now, heard


def test_a_flood_is_one_line_a_minute_that_counts_the_others(said):
    logger, now, heard = said
    for _ in range(1_000):
        logger.error("socket.accept() out of system resource\nsocket: %s", "<fd 3>")
    logger.error("something else")
    assert [line.splitlines()[0] for line in heard] == [
        "socket.accept() out of system resource",
        "something else",
    ]
    now[0] = ONCE_IN
    logger.error("socket.accept() out of system resource\nsocket: %s", "<fd 3>")
    assert heard[-1].endswith("(and 999 times more)")


def test_other_errors_keep_their_tracebacks_and_the_stores_have_been_logged_by_the_store(said):
    logger, _, heard = said
    for problem in (StoreUnavailable("full"), ValueError("a"), ValueError("b"), ValueError("a")):
        logger.error("Uncaught app execution", exc_info=problem)
    assert len(heard) == 2
