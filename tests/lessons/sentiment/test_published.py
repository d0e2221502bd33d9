from __future__ import annotations

from types import SimpleNamespace

import pytest
from streamlit.testing.v1 import AppTest

from seqviz.corpora.published import IMDB_RESULTS
from seqviz.lessons.sentiment.published import own_results
from seqviz.ui.runs import names as run_names


def run(corpus, **result):
    return SimpleNamespace(id=f"{corpus} {result}", config={"corpus": corpus}, result=result or None)


def test_own_nets_stand_beside_papers_by_their_test_accuracy_alone(monkeypatch):
    monkeypatch.setattr(run_names, "names", lambda runs: {run.id: run.id for run in runs})
    runs = [
        run("imdb", accuracy=0.9, test_accuracy=0.8),
        run("/data/aclImdb", accuracy=0.9, test_accuracy=0.7),
        run("imdb", accuracy=0.9),  # no test part at hand
        run("reviews", accuracy=0.9, test_accuracy=0.97),
        run("imdb"),  # not finished
    ]
    assert own_results(runs) == [(runs[0].id, 0.8), (runs[1].id, 0.7)]


def page():
    from seqviz.lessons.sentiment.published import published_table

    published_table([("LSTM 4", 0.93)])


def test_the_table_is_sorted_and_links_every_paper():
    at = AppTest.from_function(page).run()
    (table,) = [frame.value for frame in at.dataframe]
    assert list(table["accuracy"]) == sorted(table["accuracy"], reverse=True)
    assert table["model"].tolist().index("LSTM 4") == sum(one.accuracy > 0.93 for one in IMDB_RESULTS)
    links = dict(zip(table["model"], table["paper"], strict=True))
    assert all(links[one.model].startswith("https://") for one in IMDB_RESULTS)
    assert "0.4 points by chance" in at.caption[0].value


@pytest.mark.parametrize("entry", IMDB_RESULTS, ids=lambda entry: entry.model)
def test_papers_are_of_the_years_that_the_caption_names(entry):
    assert entry.paper[-4:] in ("2016", "2017", "2018")
