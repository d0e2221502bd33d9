from __future__ import annotations

from seqviz.experiments.sentiment.config import SentimentExperiment
from seqviz.runs.workers.runner import run_in_process
from seqviz.ui.server.engine import store
from tests.new_cell.cells import PEEPHOLE, known
from tests.pages.open_page import open_page


def test_the_guess_about_shut_forget_gates_is_answered_with_numbers():
    at = open_page("lstm_cell")
    at.radio(key="prediction").set_value("yes, blind").run()
    assert "It is: no, something still comes through" in at.info[-1].value
    said = next(text.value for text in at.markdown if "apart in the net as it is" in text.value)
    assert "**0.000**" not in said


def test_a_net_of_a_cell_that_is_shown_with_the_lstm_is_drawn_on_its_page_with_its_own_equations():
    with known(PEEPHOLE):
        experiment = SentimentExperiment(
            cell="peephole",
            hidden_sizes=(3,),
            num_epochs=1,
            embedding_dim=2,
            max_length=8,
            batch_size=512,
            seed=4,
        )
        run = store().submit(experiment, "a student")
        run_in_process(store(), run.id)
        at = open_page("lstm_cell", net=f"run {run.id}")
        assert not at.warning
        assert "p_o" in at.latex[0].value
        assert not any(run.id in net for net in open_page("gru_cell").selectbox(key="net").options)
    at = open_page("lstm_cell", net=f"run {run.id}")  # the cell is known no longer
    assert "net" in at.warning[0].value and "p_o" not in at.latex[0].value
