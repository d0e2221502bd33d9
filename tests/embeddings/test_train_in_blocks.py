import numpy as np
import pytest
import torch

from seqviz.embeddings.blocks import FlatCorpus
from seqviz.embeddings.skipgram import train_skipgram
from seqviz.embeddings.train_in_blocks import SkipGramConfig, falling, train_in_blocks, update_size


def test_the_learning_rate_falls_in_a_line_to_a_hundredth():
    assert [falling(0.5, fraction) for fraction in (0, 0.25, 0.9, 0.995, 1)] == pytest.approx(
        [0.5, 0.375, 0.05, 0.005, 0.005]
    )


class Recorder:
    """Learns nothing, and keeps the windows and the learning rates that it was given."""

    def __init__(self):
        self.masks, self.rates = [], []

    def update(self, word_ids, mask, learning_rate, with_loss):
        self.masks.append(mask)
        self.rates.append(learning_rate)
        return 1.0 if with_loss else None

    def vectors(self):
        return np.zeros((1, 1), np.float32)


def test_every_word_draws_a_reach_from_one_to_the_window_alike_and_the_rate_falls():
    ids = np.arange(6000) % 50
    corpus = FlatCorpus(ids, np.zeros_like(ids), np.bincount(ids))
    recorder, config = Recorder(), SkipGramConfig(window=3, epochs=2, subsample=0.0, learning_rate=0.025)
    assert list(train_in_blocks(corpus, config, recorder))[-1].fraction == 1.0
    blocks = torch.cat(recorder.masks)
    place = 10  # of 32, so that no block's end is near
    reaches = blocks[:, place, :place].sum(1)
    whole = (blocks[:, place + 4].sum(1) > 0) & (blocks[:, place - 4].sum(1) > 0)  # not filled up
    counts = torch.bincount(reaches[whole].long(), minlength=5).tolist()
    assert counts[0] == counts[4] == 0
    assert min(counts[1:4]) > 0.7 * sum(counts) / 3
    expected = [falling(0.025, k / len(recorder.rates)) for k in range(len(recorder.rates))]
    np.testing.assert_allclose(recorder.rates, expected, rtol=0, atol=0.001)  # the last update is smaller


@pytest.mark.parametrize(
    ("setting", "message"),
    [({"dim": 0}, "dim"), ({"learning_rate": 0.0}, "learning_rate"), ({"subsample": -1.0}, "subsample")],
)
def test_settings_out_of_bounds_are_refused(setting, message):
    with pytest.raises(ValueError, match=message):
        SkipGramConfig(**setting)


def test_a_common_word_or_a_high_learning_rate_makes_updates_smaller():
    even, skewed = np.full(50, 10), np.array([900, 50, 50])
    assert update_size(even, np.ones(50), 32, 0.025) == (32, 25)
    assert update_size(even, np.ones(50), 32, 0.1) == (32, 6)
    assert update_size(skewed, np.ones(3), 32, 0.025) == (4, 1)


@pytest.mark.parametrize("num_words", [5, 200])
def test_every_word_of_the_corpus_is_counted_once_an_epoch(num_words):
    ids = np.arange(num_words) % 5
    config = SkipGramConfig(dim=3, epochs=4, subsample=0.0)
    *_, last = train_skipgram(ids, np.zeros_like(ids), np.bincount(ids), config)
    assert last.words_per_second * last.seconds == pytest.approx(4 * num_words)
