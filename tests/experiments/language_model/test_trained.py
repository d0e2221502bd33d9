import numpy as np
import pytest
import torch

from seqviz.experiments.language_model.trained import LanguageReader
from seqviz.export.bundled_runs import load_bundled_run


@pytest.fixture(scope="module")
def reader():
    run = load_bundled_run("harbour_lstm")
    return LanguageReader.from_run(run.config, run.extras, run.weights)


def test_the_trace_holds_the_states_that_the_net_has(reader):
    text = 'The wind "was'
    trace = reader.trace(text)
    ids = torch.from_numpy(reader.vocabulary.ids(list(text)))
    with torch.no_grad():
        states = reader.net.recurrent(reader.net.embedding(ids).unsqueeze(0))[-1][0][0]
    assert trace.tokens == tuple(text)
    assert np.allclose(trace.layers[0].gates["hidden_state"], states.numpy(), atol=1e-6)


def test_unknown_pieces_are_named_once_and_an_empty_text_still_begins(reader):
    assert reader.unknown("ΩaΩ") == ["Ω"]
    assert reader.text(reader.ids("")) == "\n"
    assert reader.text(reader.ids("The")) == "The"


def test_its_n_grams_are_of_the_text_it_learned(reader):
    model = reader.ngrams(3)
    following = model.distribution(reader.ids("th"))
    assert reader.vocabulary.tokens[following.argmax()] == "e"
