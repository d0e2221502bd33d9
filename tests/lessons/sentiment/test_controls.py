from __future__ import annotations

from seqviz.experiments.sentiment.presets import PRESETS
from tests.pages.open_page import open_page, texts, widget


def test_a_preset_sets_every_control():
    at = open_page("sentiment")
    at.selectbox(key="preset").set_value("stacked-lstm").run()
    at.run()
    wanted = PRESETS["stacked-lstm"].experiment
    assert at.slider(key="layers").value == 2
    assert (at.slider(key="units1").value, at.slider(key="units2").value) == wanted.hidden_sizes
    assert widget(at, "embedding_dim").value == wanted.embedding_dim
    assert widget(at, "dropout").value == wanted.dropout


COUNTS = {  # preset -> parameters in PyTorch and in Keras; tests/experiments/sentiment/test_presets.py builds the nets
    "simple-rnn": (326_337, 326_273),
    "bidirectional-simple-rnn": (332_673, 332_545),
    "stacked-lstm": (2_741_825, 2_741_057),
    "gru": (1_379_201, 1_379_201),
    "bidirectional-lstm": (386_689, 386_177),
    "bidirectional-lstm-dropout": (1_379_457, 1_378_945),
}


def test_a_preset_shows_its_own_numbers_and_the_click_to_its_data_where_they_are_missing(monkeypatch):
    monkeypatch.setattr("seqviz.corpora.imdb.find_imdb", lambda: None)
    at = open_page("sentiment")
    for name, (pytorch, keras) in COUNTS.items():
        at.selectbox(key="preset").set_value(name).run()
        assert at.selectbox(key="corpus").value == "imdb"
        assert next(shown for shown in at.metric if shown.value == f"{pytorch:,}").label == "Parameters"
        assert ("has as many" if keras == pytorch else f"In Keras it has {keras:,}") in texts(at)
        assert PRESETS[name].title in texts(at)
    assert "not on this computer yet" in texts(at)
    assert at.button(key="train").disabled
    assert at.button(key="needed:download:imdb").label == "Download"
    at.selectbox(key="preset").set_value("quick").run()
    assert not at.button(key="train").disabled and "not on this computer yet" not in texts(at)


def test_train_waits_while_a_box_holds_what_cannot_be_used():
    at = open_page("sentiment")
    at.number_input(key="num_epochs").set_value(100).run()
    assert any("100 cannot be used" in error.value for error in at.error)
    assert at.button(key="train").disabled
    assert any("Train* waits" in caption.value for caption in at.caption)
    at.number_input(key="num_epochs").set_value(3).run()
    assert not at.button(key="train").disabled
