"""A browser's side of Streamlit's protocol without a browser: opens a page, moves a control, waits for the answer."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from contextlib import ExitStack
from types import TracebackType
from typing import Any
from urllib.parse import parse_qs

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.sync.client import connect
from websockets.typing import Subprotocol

from seqviz.ui.state.session import OWNER_COOKIE

LONGEST_WAIT = 60.0  # seconds


class Session:
    """One browser session, of a browser with a cookie of its own.

    Args:
        address: "127.0.0.1:8501".
        query: the page's address parameters, without "?".
    """

    def __init__(self, address: str, query: str = "") -> None:
        self._open = ExitStack()
        self._socket = self._open.enter_context(
            connect(
                f"ws://{address}/_stcore/stream",
                subprotocols=[Subprotocol("streamlit")],
                additional_headers={"Cookie": f"{OWNER_COOKIE}={secrets.token_urlsafe(24)}"},
                max_size=None,
                open_timeout=LONGEST_WAIT,
            )
        )
        self._page = ""
        self._fragments: dict[str, str] = {}
        self._due: dict[str, tuple[float, float]] = {}  # fragment -> (when it looks again, interval)
        self._states: dict[str, WidgetState] = {}
        self._widgets: dict[str, Any] = {}
        self.query = query

    def __enter__(self) -> Session:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        self._open.close()

    def parameter(self, name: str) -> str:
        """Return a parameter of the address as the page has left it."""
        return parse_qs(self.query)[name][0]

    def open(self, page: str = "") -> float:
        """Open a page by its name in the address; return the seconds until its last delta."""
        message = self._rerun()
        message.rerun_script.page_name, message.rerun_script.page_script_hash = page, ""
        return self._send_and_wait(message)

    def change(self, key: str, set_value: Callable[[WidgetState], None]) -> float:
        """Move the control with this key; return the seconds until the last delta of the answer."""
        state = self._states.setdefault(key, WidgetState(id=self._widgets[key].id))
        set_value(state)
        return self._send_and_wait(self._rerun(self._fragments.get(key, "")))

    def controls(self) -> dict[str, Any]:
        """Return the controls that the page has drawn: key -> Streamlit's message about it."""
        return dict(self._widgets)

    def has(self, key: str) -> bool:
        """Tell whether the page has drawn a control with this key."""
        return key in self._widgets

    def forget(self, key: str) -> None:
        """Let the page have a control's first value again, the next time it runs."""
        self._states.pop(key, None)

    def press(self, key: str) -> float:
        """Press the button with this key; return the seconds until the last delta of the answer."""
        message = self._rerun(self._fragments.get(key, ""))
        message.rerun_script.widget_states.widgets.add(id=self._widgets[key].id, trigger_value=True)
        return self._send_and_wait(message)

    def idle(self, seconds: float) -> None:
        """Leave the controls alone; the page's live parts look at the server as they were told to."""
        end = time.monotonic() + seconds
        while True:
            fragment, (due, interval) = min(
                self._due.items(), key=lambda entry: entry[1][0], default=("", (end, 0.0))
            )
            time.sleep(max(0.0, min(due, end) - time.monotonic()))
            if due >= end:
                return
            self._due[fragment] = (time.monotonic() + interval, interval)
            self._send_and_wait(self._rerun(fragment, is_auto_rerun=True))

    def _rerun(self, fragment: str = "", is_auto_rerun: bool = False) -> BackMsg:
        message = BackMsg()
        script = message.rerun_script
        script.query_string, script.page_script_hash = self.query, self._page
        script.fragment_id, script.is_auto_rerun = fragment, is_auto_rerun
        script.widget_states.widgets.extend(self._states.values())
        return message

    def _send_and_wait(self, message: BackMsg) -> float:
        started = last_delta = time.perf_counter()
        self._socket.send(message.SerializeToString())
        while True:
            answer = ForwardMsg.FromString(self._socket.recv(timeout=LONGEST_WAIT))
            kind = answer.WhichOneof("type")
            if kind == "delta":
                last_delta = time.perf_counter()
                self._learn(answer)
            elif kind == "new_session" and not answer.metadata.run.fragment_ids:
                self._due.clear()  # a run of the whole page, asked for by either side, starts its live parts anew
            elif kind == "navigation":
                self._page = answer.navigation.page_script_hash
            elif kind == "page_info_changed":
                self.query = answer.page_info_changed.query_string
            elif kind == "auto_rerun":
                interval = answer.auto_rerun.interval
                self._due[answer.auto_rerun.fragment_id] = (time.monotonic() + interval, interval)
            elif kind == "stop_auto_rerun":
                for fragment in answer.stop_auto_rerun.fragment_ids:
                    self._due.pop(fragment, None)
            elif kind == "script_finished" and answer.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                return last_delta - started

    def _learn(self, answer: ForwardMsg) -> None:
        if answer.delta.WhichOneof("type") != "new_element":
            return
        element = answer.delta.new_element
        kind = element.WhichOneof("type")
        if kind == "exception":
            raise RuntimeError(f"the page shows an exception: {element.exception.message}")
        widget = getattr(element, str(kind), None)
        identity = getattr(widget, "id", "")
        if identity:
            key = identity.rsplit("-", 1)[-1]
            self._widgets[key] = widget
            self._fragments[key] = answer.delta.fragment_id
