from __future__ import annotations

from dataclasses import replace

import sqlalchemy as sa

from seqviz.runs.store import schema
from seqviz.runs.workers.runner import run_in_process
from seqviz.ui.sentences.readers import names_with_the_app
from seqviz.ui.server.engine import store
from tests.pages.open_page import open_page
from tests.ui.runs.made_runs import QUICK, run_of


def test_the_inspector_lists_ones_own_nets_first_and_says_whose_and_when(finished):
    at = open_page(
        "sentiment", cell="RNN", units1="2", embedding_dim="2", num_epochs="1", batch_size="512", seed="71"
    )
    at.button(key="train").click().run()
    own = run_of(at)
    run_in_process(store(), own)
    later = store().submit(replace(QUICK, seed=72), "another session later")
    run_in_process(store(), later.id)
    at = at.run().switch_page("pages/gate_inspector.py").run()
    options = at.selectbox(key="run").options
    along = len(names_with_the_app()) + 1  # and the net of the generated reviews
    assert all("comes with the app" in option for option in options[:along])
    assert "yours, " in options[along]
    assert all("somebody else's, " in option for option in options[along + 1 :])
    assert len(set(options)) == len(options)
    assert not any(run_id in option for option in options for run_id in (own, later.id, finished.id))


def test_only_ones_own_nets_are_called_so_among_the_papers(tmp_path, monkeypatch):
    reviews = tmp_path / "imdb.csv"
    rows = [f"{'good' if k % 2 else 'bad'} film {k},{k % 2}" for k in range(80)]
    reviews.write_text("\n".join(["review,sentiment", *rows]))
    record = store().submit(replace(QUICK, corpus=str(reviews)), "another session")
    run_in_process(store(), record.id)
    measured = (store().run(record.id).result or {}) | {"test_accuracy": 0.5}  # as with IMDB's own test part
    with store().writing() as connection:
        table = schema.runs
        connection.execute(sa.update(table).where(table.c.id == record.id).values(result=measured))

    def titles():
        return [box.label for box in open_page("sentiment", run=record.id).expander if "papers" in box.label]

    assert titles() == ["Where papers of the LSTM era stand on IMDB"]
    monkeypatch.setattr("seqviz.lessons.sentiment.page.owner", lambda: "another session")
    assert titles() == ["Where papers of the LSTM era stand on IMDB, and your own nets among them"]
