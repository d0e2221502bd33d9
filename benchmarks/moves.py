"""Another value for each kind of control, as a browser would send it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from streamlit.proto.WidgetStates_pb2 import WidgetState

#: Sets a control's state.
Move = Callable[[WidgetState], None]


def another_value(control: Any) -> Move | None:
    """Return what sets a control to another value than it begins with; None where it has no other.

    Args:
        control: Streamlit's message about it.
    """
    name = control.DESCRIPTOR.name
    if name not in _MOVES or control.disabled:
        return None
    return _MOVES[name](control)


def _slider(control: Any) -> Move | None:
    if control.options:  # a slider over words
        words = [option for k, option in enumerate(control.options) if k != control.default[0]]
        return _words(words[:1]) if words else None
    first = control.default[0]
    values = [_other_number(first, control.step, control.max), *control.default[1:]]

    def move(state: WidgetState) -> None:
        state.double_array_value.data[:] = values

    return move if values[0] >= control.min else None


def _number(control: Any) -> Move:
    most = control.max if control.has_max else float("inf")
    value = _other_number(control.default, control.step, most)

    def move(state: WidgetState) -> None:
        state.double_value = value

    return move


def _other_number(first: float, step: float, most: float) -> float:
    return first + step if first + step <= most else first - step


def _text(control: Any) -> Move:
    return _word(f"{control.default} good"[-(control.max_chars or 500) :])


def _menu(control: Any) -> Move | None:
    others = [option for k, option in enumerate(control.options) if k != control.default]
    return _word(others[0]) if others else None


def _buttons(control: Any) -> Move | None:
    others = [option.content for k, option in enumerate(control.options) if k not in control.default]
    return _words(others[:1]) if others else None


def _checkbox(control: Any) -> Move:
    def move(state: WidgetState) -> None:
        state.bool_value = not control.default

    return move


def _several(control: Any) -> Move | None:
    chosen = [control.options[k] for k in control.default]
    return _words(chosen[1:] or list(control.options[-1:])) if control.options else None


def _word(value: str) -> Move:
    def move(state: WidgetState) -> None:
        state.string_value = value

    return move


def _words(values: list[str]) -> Move:
    def move(state: WidgetState) -> None:
        state.string_array_value.data[:] = values

    return move


_MOVES: dict[str, Callable[[Any], Move | None]] = {
    "Slider": _slider,
    "NumberInput": _number,
    "TextInput": _text,
    "TextArea": _text,
    "Selectbox": _menu,
    "Radio": _menu,
    "ButtonGroup": _buttons,
    "Checkbox": _checkbox,
    "MultiSelect": _several,
}
