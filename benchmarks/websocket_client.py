"""A browser's side of Streamlit's protocol without a browser: opens a page, moves a control, waits for the answer."""

from __future__ import annotations

import time
from collections.abc import Callable
from types import TracebackType
from typing import Any

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.sync.client import connect

LONGEST_WAIT = 60.0  # seconds


class Session:
    """One browser session.

    Args:
        address: "127.0.0.1:8501".
        query: the page's address parameters, without "?".
    """

    def __init__(self, address: str, query: str = "") -> None:
        self._socket = connect(
            f"ws://{address}/_stcore/stream",
            subprotocols=["streamlit"],
            max_size=None,
            open_timeout=LONGEST_WAIT,
        )
        self._query = query
        self._page = ""
        self._fragments: dict[str, str] = {}
        self.widgets: dict[str, Any] = {}
        self.states: dict[str, WidgetState] = {}

    def __enter__(self) -> Session:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        self._socket.close()

    def open(self, page: str = "") -> float:
        """Open a page by its name in the address; return the seconds until its script has finished."""
        message = BackMsg()
        message.rerun_script.query_string = self._query
        message.rerun_script.page_name = page
        return self._send_and_wait(message)

    def change(self, key: str, set_value: Callable[[WidgetState], None]) -> float:
        """Move the control with this key; return the seconds until the last delta of the answer."""
        widget = self.widgets[key]
        state = self.states.setdefault(key, WidgetState(id=widget.id))
        set_value(state)
        message = BackMsg()
        message.rerun_script.query_string = self._query
        message.rerun_script.page_script_hash = self._page
        message.rerun_script.fragment_id = self._fragments.get(key, "")
        message.rerun_script.widget_states.widgets.extend(self.states.values())
        return self._send_and_wait(message)

    def _send_and_wait(self, message: BackMsg) -> float:
        started = last_delta = time.perf_counter()
        self._socket.send(message.SerializeToString())
        while True:
            answer = ForwardMsg.FromString(self._socket.recv(timeout=LONGEST_WAIT))  # type: ignore[arg-type]
            kind = answer.WhichOneof("type")
            if kind == "delta":
                last_delta = time.perf_counter()
                self._learn(answer)
            elif kind == "new_session":
                self._page = answer.new_session.page_script_hash
            elif kind == "script_finished":
                return last_delta - started

    def _learn(self, answer: ForwardMsg) -> None:
        if answer.delta.WhichOneof("type") != "new_element":
            return
        element = answer.delta.new_element
        kind = element.WhichOneof("type")
        if kind == "exception":
            raise RuntimeError(f"the page shows an exception: {element.exception.message}")
        widget = getattr(element, kind) if kind else None
        identity = getattr(widget, "id", "")
        if identity:
            key = identity.rsplit("-", 1)[-1]
            self.widgets[key] = widget
            self._fragments[key] = answer.delta.fragment_id
