"""What to try: a lesson's tasks, each with a button that sets the controls for it and one that checks it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from seqviz.ui.frame.parts import PARTS
from seqviz.ui.frame.set_up import set_up
from seqviz.ui.frame.task import Result, Screen, Task
from seqviz.ui.progress import memory as progress
from seqviz.ui.state import session


@dataclass
class _Asked:
    """The tasks that were set up or checked in this session, by page and number: their results are shown."""

    tasks: set[tuple[str, int]] = field(default_factory=set)


def tasks(things_to_do: Sequence[Task[Screen]], on_screen: Callable[[], Screen]) -> None:
    """List things to try, each with its buttons, and with a tick where it was done.

    Args:
        things_to_do: the tasks.
        on_screen: returns what is on the screen at the moment, for the checks.
    """
    st.subheader(PARTS[0])
    _list(things_to_do, on_screen)


@st.fragment
def _list(things_to_do: Sequence[Task[Any]], on_screen: Callable[[], Any]) -> None:
    """Draw the tasks. A fragment: what is checked may have been changed in another one, so this draws itself again."""
    for number, task in enumerate(things_to_do, start=1):
        _row(_Look(task, on_screen, number, len(things_to_do)))


@dataclass(frozen=True)
class _Look:
    """A task's check, to be made when it is asked for."""

    task: Task[Any]
    on_screen: Callable[[], Any]
    number: int
    num_tasks: int

    def result(self) -> Result:
        """Check the task, and note it where it is done."""
        result = self.task.check(self.on_screen())
        if result.is_done:
            progress.note_task(self.number, self.num_tasks)
        return result


def _row(look: _Look) -> None:
    number, task = look.number, look.task
    with st.container(border=True):
        st.markdown(f"**{number}.** {task.sentence}")
        with st.container(horizontal=True):
            st.button(
                "Set it up",
                key=f"task:{number}",
                icon=":material/tune:",
                help="Sets the controls of this page for the task and leads to them; *Undo* takes it back.",
                on_click=_set_up,
                args=(number, task.values),
            )
            st.button(
                "Check",
                key=f"check:{number}",
                icon=":material/fact_check:",
                help="Looks at what is on the screen now, and says what it finds.",
                on_click=_check,
                args=(look,),
            )
        _say(look)


def _set_up(number: int, values: Mapping[str, Any]) -> None:
    session.remember(_Asked).tasks.add((session.page(), number))
    set_up(number, values)


def _check(look: _Look) -> None:
    session.remember(_Asked).tasks.add((session.page(), look.number))
    was_done = look.number in progress.marks_of(session.page()).tasks
    if look.result().is_done and not was_done:
        st.rerun()  # the whole page, whose end lets the browser keep it


def _say(look: _Look) -> None:
    """Say what the check finds, where it was asked for; else whether it once found the task done."""
    if (session.page(), look.number) in session.remember(_Asked).tasks:
        result = look.result()
        st.markdown(f"✔ {result.said} **Done.**" if result.is_done else f":material/pending: {result.said}")
    elif look.number in progress.marks_of(session.page()).tasks:
        st.markdown("✔ **Done** before.")
