"""Another value for each kind of control is another, and one that the control can hold."""

from __future__ import annotations

import pytest
from streamlit.proto.ButtonGroup_pb2 import ButtonGroup
from streamlit.proto.Checkbox_pb2 import Checkbox
from streamlit.proto.MultiSelect_pb2 import MultiSelect
from streamlit.proto.NumberInput_pb2 import NumberInput
from streamlit.proto.Selectbox_pb2 import Selectbox
from streamlit.proto.Slider_pb2 import Slider
from streamlit.proto.TextInput_pb2 import TextInput
from streamlit.proto.WidgetStates_pb2 import WidgetState

from benchmarks.moves import another_value

TWO = [ButtonGroup.Option(content="a"), ButtonGroup.Option(content="b")]
CONTROLS = [
    (Slider(default=[3.0], min=0.0, max=4.0, step=1.0), "double_array_value", [4.0]),
    (Slider(default=[4.0], min=0.0, max=4.0, step=1.0), "double_array_value", [3.0]),
    (Slider(default=[1.0], options=["x", "y", "z"]), "string_array_value", ["x"]),
    (NumberInput(default=5.0, step=1.0, max=5.0, has_max=True), "double_value", 4.0),
    (NumberInput(default=5.0, step=0.5), "double_value", 5.5),
    (TextInput(default="a film", max_chars=8), "string_value", "ilm good"),
    (Selectbox(default=0, options=["x", "y"]), "string_value", "y"),
    (ButtonGroup(default=[0], options=TWO), "string_array_value", ["b"]),
    (Checkbox(default=True), "bool_value", False),
    (MultiSelect(default=[0, 1], options=["x", "y"]), "string_array_value", ["y"]),
    (MultiSelect(options=["x", "y"]), "string_array_value", ["y"]),
]


@pytest.mark.parametrize(("control", "field", "expected"), CONTROLS)
def test_it_is_another_value_that_the_control_can_hold(control, field, expected):
    state = WidgetState()
    another_value(control)(state)
    assert state.WhichOneof("value") == field
    found = getattr(state, field)
    assert (list(found.data) if hasattr(found, "data") else found) == expected


def test_what_is_disabled_or_has_no_other_value_is_left_alone():
    assert another_value(Checkbox(disabled=True)) is None
    assert another_value(Selectbox(default=0, options=["x"])) is None
    assert another_value(Slider(default=[0.0], min=0.0, max=0.0, step=1.0)) is None
