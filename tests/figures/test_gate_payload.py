import base64

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as npst

from seqviz.figures import gate_payload
from seqviz.figures.gate_payload import MOST_BYTES, most_columns
from seqviz.figures.gates import Moment, TraceView, UnitOrder


def payload(traces, orders=()):
    return gate_payload.payload([Moment("now", tuple(traces))], orders)


def view(values, tokens=None, name="cell_state", **more):
    return TraceView("LSTM", tuple(tokens or ("a",) * len(values)), {name: values}, **more)


def unpacked(packed, num_columns):
    raw = np.frombuffer(base64.b64decode(packed["base64"]), f"<i{packed['bits'] // 8}").astype(float)
    raw[raw == packed["missing"]] = np.nan
    return raw.reshape(-1, num_columns).T / 10.0 ** packed["decimals"]


@settings(max_examples=40, deadline=None)
@given(npst.arrays(np.float32, (3, 2), elements=st.floats(-900, 900, width=32)))
def test_every_sent_number_is_the_value_rounded_to_the_digits_that_are_shown(values):
    packed = payload([view(values)])["moments"][0]["traces"][0]["values"]["cell_state"]
    shown = unpacked(packed, 3)
    np.testing.assert_allclose(shown, np.round(values.astype(float), packed["decimals"]), atol=1e-9)


def test_gates_show_four_decimals():
    packed = payload([view(np.full((2, 2), 0.123456), name="forget_gate")])["moments"][0]["traces"][0][
        "values"
    ]["forget_gate"]
    assert packed["decimals"] == 4
    assert unpacked(packed, 2)[0, 0] == 0.1235


def test_a_state_that_has_grown_keeps_its_four_decimals():
    packed = payload([view(np.array([[41.23456, -3.3]]))])["moments"][0]["traces"][0]["values"]["cell_state"]
    assert (packed["bits"], packed["decimals"]) == (32, 4)
    assert unpacked(packed, 1).tolist() == [[41.2346, -3.3]]


def test_grown_states_give_up_decimals_where_four_would_take_too_much():
    values = np.full((1000, 1400), 9.0, np.float32)
    packed = payload([view(values)])["moments"][0]["traces"][0]["values"]["cell_state"]
    assert packed["bits"] == 8


def test_a_long_text_is_sent_with_fewer_digits_and_stays_within_bounds():
    values = np.random.default_rng(0).uniform(-1, 1, (1000, 2700)).astype(np.float32)
    data = payload([view(values, name="hidden_state")])
    packed = data["moments"][0]["traces"][0]["values"]["hidden_state"]
    assert (packed["bits"], packed["decimals"]) == (8, 2)
    assert len(base64.b64decode(packed["base64"])) <= MOST_BYTES
    np.testing.assert_allclose(unpacked(packed, 1000), np.round(values.astype(float), 2), atol=1e-9)


def test_more_than_fits_is_refused_in_a_sentence():
    with pytest.raises(ValueError, match="more than the 5,000,000 that one picture holds"):
        payload([view(np.zeros((5001, 1000), np.float32))])


def test_two_hundred_tokens_of_128_units_and_all_six_gates_take_under_half_a_megabyte():
    names = ("input_gate", "forget_gate", "candidate", "output_gate", "cell_state", "hidden_state")
    gates = {name: np.zeros((200, 128), np.float32) for name in names}
    data = payload([TraceView("LSTM", ("word",) * 200, gates)])
    assert (
        sum(len(packed["base64"]) for packed in data["moments"][0]["traces"][0]["values"].values()) < 500_000
    )


def test_gates_are_drawn_from_nought_to_one_and_states_on_a_symmetric_scale_that_all_traces_share():
    both = {"forget_gate": np.full((1, 1), 0.5), "hidden_state": np.full((1, 1), 0.5)}
    small = TraceView("small", ("a",), both | {"cell_state": np.full((1, 1), 0.7)})
    large = TraceView("large", ("a",), both | {"cell_state": np.full((1, 1), -2.2)})
    for trace in payload([small, large])["moments"][0]["traces"]:
        values = trace["values"]
        assert (values["forget_gate"]["signed"], values["forget_gate"]["bound"]) == (False, 1.0)
        assert (values["hidden_state"]["signed"], values["hidden_state"]["bound"]) == (True, 1.0)
        assert (values["cell_state"]["signed"], values["cell_state"]["bound"]) == (True, 3.0)


@given(st.floats(0.01, 1e4))
def test_a_state_never_lies_outside_its_scale(largest):
    packed = payload([view(np.array([[largest, -largest / 2]]))])["moments"][0]["traces"][0]["values"][
        "cell_state"
    ]
    assert packed["bound"] >= largest * (1 - 1e-6)


def test_traces_of_different_lengths_are_refused():
    with pytest.raises(ValueError, match="one and the same number of tokens"):
        payload([view(np.zeros((2, 1))), view(np.zeros((3, 1)))])


def test_orders_travel_as_plain_numbers():
    order = UnitOrder("variance", {"cell_state": np.array([1, 0])})
    assert payload([view(np.zeros((1, 2)))], [order])["orders"] == [
        {"label": "variance", "units": {"cell_state": [1, 0]}}
    ]


def test_as_many_columns_as_promised_fit():
    columns = most_columns(500, 1, 2)
    traces = [view(np.zeros((columns, 500), np.float32), name="hidden_state")] * 2
    assert payload(traces)["columns"] == columns == 5000


def test_all_moments_of_training_share_one_scale():
    early, late = (Moment(str(size), (view(np.full((1, 1), size)),)) for size in (0.4, 2.6))
    sent = gate_payload.payload([early, late])["moments"]
    assert [moment["label"] for moment in sent] == ["0.4", "2.6"]
    assert [moment["traces"][0]["values"]["cell_state"]["bound"] for moment in sent] == [3.0, 3.0]


def test_a_difference_is_sent_as_signed():
    sent = payload([view(np.zeros((1, 1)), name="forget_gate", is_difference=True)])["moments"][0]["traces"][
        0
    ]
    assert sent["values"]["forget_gate"]["signed"]
    assert sent["is_difference"]


def test_a_gap_is_sent_as_missing():
    values = payload([view(np.array([[np.nan], [1.5]]))])["moments"][0]["traces"][0]["values"]["cell_state"]
    sent = unpacked(values, 2)[:, 0]
    assert np.isnan(sent[0])
    assert sent[1] == 1.5


def test_a_thousand_tokens_of_two_of_the_largest_nets_and_their_difference_fit():
    assert most_columns(256, 6, 3) >= 1_000
