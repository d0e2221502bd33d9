"""Two hundred people come, look at four pages each, and go: how much of their memory does the server keep?"""

from __future__ import annotations

import os
import sys
import threading
import time
from pathlib import Path

from benchmarks.harness import Result, UnavailableError
from benchmarks.served import ROOT, the_app_and_its_process
from benchmarks.websocket_client import Session

PEOPLE = 200
GROUPS = 4  # threads in which they come
SECONDS_KEPT = 10  # after they have gone; 300 where nothing else is said
NOTE = (
    f"resident memory of the server after {PEOPLE} sessions of four pages each have ended / before they came"
)


def measure() -> Result:
    """Let one person see every page, so that what all share is loaded; then let the others come and go."""
    if sys.platform != "linux":
        raise UnavailableError("memory_after reads /proc, which Linux alone has.")
    with the_app_and_its_process(STREAMLIT_SERVER_DISCONNECTED_SESSION_TTL=str(SECONDS_KEPT)) as (
        address,
        pid,
    ):
        pages = sorted(path.stem for path in (ROOT / "pages").glob("*.py"))
        pages[pages.index("home")] = ""
        _visit(address, [pages])
        before = _settled(pid)
        _visit(address, [[pages[(number + k) % len(pages)] for k in range(4)] for number in range(PEOPLE)])
        after = _settled(pid)
    return Result(after / before, after, before, "MB", NOTE)


def _visit(address: str, routes: list[list[str]]) -> None:
    """Open the pages of each route in a session of its own; the sessions go together, once all have come."""
    sessions: list[Session] = []
    errors: list[Exception] = []

    def come(group: int) -> None:
        try:
            for route in routes[group::GROUPS]:
                session = Session(address)
                sessions.append(session)
                for page in route:
                    session.open(page)
        except Exception as error:
            errors.append(error)

    threads = [threading.Thread(target=come, args=(group,)) for group in range(GROUPS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for session in sessions:
        session.__exit__(None, None, None)
    if errors:
        raise errors[0]


def _settled(pid: int) -> float:
    """Wait until the sessions that have gone are over; return the megabytes that are resident then."""
    time.sleep(SECONDS_KEPT + 15.0)
    resident_pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return resident_pages * os.sysconf("SC_PAGE_SIZE") / 1e6
