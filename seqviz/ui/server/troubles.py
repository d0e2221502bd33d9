"""What nobody's page is at fault for: said in a sentence on the page, and once in the log."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

import streamlit as st

from seqviz.runs.store.trouble import StoreUnavailable

ONCE_IN = 60.0  # seconds


def say(error: Exception) -> bool:
    """Say on the page that the store does not answer, where a script broke off at it.

    Returns:
        Whether that was it; anything else Streamlit shows as it does.
    """
    if not isinstance(error, StoreUnavailable):
        return False
    st.warning(str(error), icon=":material/database_off:")
    return True


class NotSaidAgain(logging.Filter):
    """Lets a message through once a minute, with how often it was held back; of the store's none.

    Streamlit writes a traceback of fifty lines for each script that breaks off, though the store has said why, and
    Python two thousand messages a second while there is no descriptor for another visitor.

    Args:
        clock: the time now, in seconds.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._clock = clock
        self._said: dict[str, tuple[float, int]] = {}  # what -> when it was said, how often it was not

    def filter(self, record: logging.LogRecord) -> bool:
        """Tell whether to write this."""
        error = record.exc_info[1] if record.exc_info else None
        if isinstance(error, StoreUnavailable):
            return False
        what = f"{record.name}: {record.getMessage().splitlines()[:1]} {error!r}"
        now = self._clock()
        said, held_back = self._said.get(what, (float("-inf"), 0))
        if now - said < ONCE_IN:
            self._said[what] = (said, held_back + 1)
            return False
        if held_back:
            record.msg, record.args = f"{record.getMessage()} (and {held_back:,} times more)", ()
        self._said = {key: entry for key, entry in self._said.items() if now - entry[0] < ONCE_IN}
        self._said[what] = (now, 0)
        return True


def say_once() -> None:
    """Keep the loggers that flood from flooding."""
    for name in ("asyncio", "streamlit.error_util", "seqviz.ui.server.entrance"):
        logging.getLogger(name).addFilter(NotSaidAgain())
