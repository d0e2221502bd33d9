from seqviz.experiments.word_vectors.config import METHODS
from seqviz.ui.vectors.measures import LOSSES, speed_label
from tests.pages.open_page import open_page, texts


def test_every_method_says_what_its_own_loss_is():
    assert set(LOSSES) == set(METHODS)
    assert {method for method in METHODS if speed_label(method) == "Cells per second"} == {"glove"}
    assert "objective J" in texts(open_page("glove"))
    assert "objective J" not in texts(open_page("word2vec"))
