"""Sessions whose browser has gone: kept for its return for a while, without descriptors, then ended on time.

Streamlit keeps a session for a browser that lost its connection, but looks at the time only when the next browser
goes; on an empty server the session, what it uploaded and its descriptors stay for good.
"""

from __future__ import annotations

import asyncio
import builtins
import logging
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress

from streamlit import config
from streamlit.runtime import Runtime, get_instance
from streamlit.runtime.session_manager import SessionInfo, SessionStorage

from seqviz.ui.server.gc_pauses import collect_everything, give_back_memory

MOST_KEPT = 400  # sessions: a class that loses the network for a moment
LOOK_EVERY = 5.0  # seconds

log = logging.getLogger(__name__)


class LeftSessions(SessionStorage):
    """Where Streamlit puts the session of a browser that has gone. Used in the server's event loop only.

    Args:
        seconds: how long a session is kept.
        most: how many are kept; the one that left first goes first.
        clock: the time now, in seconds.
    """

    def __init__(
        self, seconds: float, most: int = MOST_KEPT, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._seconds, self._most, self._clock = seconds, most, clock
        self._left: dict[str, tuple[float, SessionInfo]] = {}  # in the order of leaving

    def save(self, session_info: SessionInfo) -> None:
        """Keep a session, and close the event loop that Streamlit opened for its scripts: three descriptors."""
        session = session_info.session
        with suppress(
            RuntimeError
        ):  # a script that runs it itself; Streamlit closes it when the session ends
            session._script_event_loop.close()
        self._left[session.id] = (self._clock(), session_info)
        while len(self._left) > self._most:
            self._end(next(iter(self._left)))

    def get(self, session_id: str) -> SessionInfo | None:
        """Return a session that is kept, with a loop for its next script; None where there is none."""
        self.end_those_over()
        if session_id not in self._left:
            return None
        _, found = self._left[session_id]
        if found.session._script_event_loop.is_closed():
            found.session._script_event_loop = asyncio.new_event_loop()
        return found

    def delete(self, session_id: str) -> None:
        """Let go of a session without ending it: its browser is back."""
        self._left.pop(session_id, None)

    def list(self) -> builtins.list[SessionInfo]:
        """Return the sessions that are kept."""
        return [info for _, info in self._left.values()]

    def end_those_over(self) -> int:
        """End the sessions whose time is over; return how many."""
        over = [key for key, (left, _) in self._left.items() if self._clock() - left >= self._seconds]
        for session_id in over:
            self._end(session_id)
        return len(over)

    def _end(self, session_id: str) -> None:
        _, info = self._left.pop(session_id)
        info.session.shutdown()


@asynccontextmanager
async def sessions_end_on_time() -> AsyncIterator[None]:
    """Keep the server's left sessions in a `LeftSessions`, and look at the time while the server lives."""
    runtime = get_instance()
    kept = LeftSessions(config.get_option("server.disconnectedSessionTTL"))
    runtime._session_mgr._session_storage = kept  # type: ignore[attr-defined]
    looking = asyncio.create_task(_look_on(runtime, kept))
    try:
        yield
    finally:
        looking.cancel()


async def _look_on(runtime: Runtime, kept: LeftSessions) -> None:
    """End sessions on time, and give their memory back; what only a long collection finds, while nobody waits."""
    ended_since = 0
    while True:
        await asyncio.sleep(LOOK_EVERY)
        if not (ended := kept.end_those_over()) and not ended_since:
            continue
        ended_since += ended
        if not runtime._session_mgr.num_active_sessions():
            collect_everything()
            ended_since = 0
        give_back_memory()
