"""Accuracies on the IMDB test part that papers of the LSTM era report, to hang one's own result beside."""

from __future__ import annotations

from dataclasses import dataclass

NUM_TEST_REVIEWS = 25_000


@dataclass(frozen=True)
class PublishedResult:
    """One row of the table.

    Attributes:
        model: as its paper calls it.
        accuracy: share of the 25,000 test reviews classified correctly, 0 to 1.
        paper: authors and year.
        link: where the paper stands.
    """

    model: str
    accuracy: float
    paper: str
    link: str


IMDB_RESULTS = (
    PublishedResult("ULMFiT", 0.954, "Howard & Ruder 2018", "https://arxiv.org/abs/1801.06146"),
    PublishedResult(
        "Block-sparse LSTM",
        0.9499,
        "Gray, Radford & Kingma 2017",
        "https://openai.com/index/block-sparse-gpu-kernels",
    ),
    PublishedResult("oh-LSTM", 0.941, "Johnson & Zhang 2016", "https://arxiv.org/abs/1602.02373"),
    PublishedResult(
        "Virtual adversarial training",
        0.941,
        "Miyato, Dai & Goodfellow 2016",
        "https://arxiv.org/abs/1605.07725",
    ),
    PublishedResult("BCN+Char+CoVe", 0.918, "McCann et al. 2017", "https://arxiv.org/abs/1708.00107"),
)
