import csv
import io

import numpy as np

from seqviz.figures.gate_tables import csv_table, npz_arrays
from seqviz.figures.gates import TraceView, widened

GATES = {"forget_gate": np.array([[0.1, 0.2], [0.3, 0.4]], np.float32)}
TRACE = TraceView("LSTM", ("not", "=good"), GATES, np.array([0.25, 0.75], np.float32))


def test_the_table_holds_every_value_to_the_last_bit():
    rows = list(csv.DictReader(io.StringIO(csv_table([TRACE]).decode())))
    assert len(rows) == 4
    assert [np.float32(row["forget_gate"]) for row in rows] == GATES["forget_gate"].ravel().tolist()
    assert (rows[0]["token"], rows[0]["unit"], rows[0]["positive_if_it_ended_here"]) == ("not", "0", "0.25")


def test_a_word_that_a_spreadsheet_would_run_is_defused():
    rows = list(csv.DictReader(io.StringIO(csv_table([TRACE]).decode())))
    assert rows[2]["token"] == "'=good"


def test_gates_that_a_trace_lacks_and_gaps_are_left_out():
    other = TraceView("GRU", ("good",), {"update_gate": np.array([[0.5]], np.float32)})
    rows = list(csv.DictReader(io.StringIO(csv_table([TRACE, widened(other, [None, 0])]).decode())))
    assert len(rows) == 5
    assert (rows[4]["forget_gate"], rows[4]["update_gate"], rows[4]["token_number"]) == ("", "0.5", "2")


def test_the_archive_gives_the_arrays_back():
    arrays = np.load(io.BytesIO(npz_arrays([TRACE])))
    np.testing.assert_array_equal(arrays["trace0.forget_gate"], GATES["forget_gate"])
    assert arrays["trace0.tokens"].tolist() == ["not", "=good"]
    assert str(arrays["trace0.title"]) == "LSTM"
