"""*Set it up*: a task's settings put in place at once, and what that has changed shown where it is."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from seqviz.ui.durations import counted
from seqviz.ui.state import session
from seqviz.ui.state.set_together import can_undo, differing, set_together, undo
from seqviz.ui.widgets.set_up_notice.set_up_notice import set_up_notice


@dataclass
class _SetUp:
    """The task that was set up last.

    Attributes:
        page: of the lesson.
        number: of the task, from 1.
        changed: the keys of the controls that hold something else since.
        turn: tells one time from another, also for a browser that has seen another session.
    """

    page: str = ""
    number: int = 0
    changed: tuple[str, ...] = ()
    turn: str = ""


def set_up(number: int, values: Mapping[str, Any]) -> None:
    """Set the controls for a task; only from a callback.

    Args:
        number: of the task, from 1.
        values: control's key -> the value that it shall hold.
    """
    last = session.remember(_SetUp)
    last.page, last.number, last.turn = session.page(), number, secrets.token_hex(4)
    last.changed = tuple(differing(values))
    set_together(values)


def show_what_was_set_up() -> None:
    """Lead to what the last task has set up, as long as it can be taken back; after the page's controls."""
    last = session.remember(_SetUp)
    if last.page != session.page() or not last.number or not can_undo():
        return
    what = (
        counted(len(last.changed), "control") + " changed" if last.changed else "everything stood so already"
    )
    set_up_notice(
        f"Task {last.number} is set up: {what}.",
        last.changed,
        back_to=f"task:{last.number}",
        turn=last.turn,
        on_undo=undo,
    )
