"""Prices that nobody can foretell, and two programs that try: each day's step is drawn at random."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import torch
from sklearn.linear_model import LinearRegression
from torch import Tensor, nn

from seqviz.models.initial import draw_weights

DAYS, ASKED, SEEN = (
    500,
    120,
    5,
)  # days of prices, the last of them that are asked for, prices seen before each
LINEAR, LSTM = "a linear model", "an LSTM"


@dataclass(frozen=True, eq=False)
class Forecast:
    """What was said of the days asked for.

    Attributes:
        prices: (ASKED,), what they were.
        before: (ASKED,), the price of the day before each.
        said: (ASKED,), what was predicted.
    """

    prices: np.ndarray
    before: np.ndarray
    said: np.ndarray

    @property
    def error(self) -> float:
        """Root mean square error of what was predicted."""
        return _rmse(self.said, self.prices)

    @property
    def error_of_copying(self) -> float:
        """Root mean square error of saying that each price is that of the day before."""
        return _rmse(self.before, self.prices)

    @property
    def num_directions_right(self) -> int:
        """How many of the moves, up or down, were predicted."""
        return int(((self.said > self.before) == (self.prices > self.before)).sum())


def _rmse(said: np.ndarray, true: np.ndarray) -> float:
    return float(np.sqrt(((said - true) ** 2).mean()))


def random_walk(seed: int) -> np.ndarray:
    """Return prices, (DAYS,): 100, and from day to day a step drawn from N(0, 1)."""
    steps = np.random.default_rng(seed).normal(size=DAYS)
    return 100 + steps.cumsum()


@lru_cache(maxsize=64)
def forecast(seed: int, forecaster: str) -> Forecast:
    """Learn from the first prices of a random walk, and predict the last ones day by day.

    Args:
        seed: of the walk.
        forecaster: LINEAR or LSTM.
    """
    prices = random_walk(seed)
    known = prices[:-ASKED]
    scaled = (prices - known.mean()) / known.std()
    windows = np.lib.stride_tricks.sliding_window_view(scaled, SEEN)[:-1]  # (DAYS - SEEN, SEEN)
    predict = _linear if forecaster == LINEAR else _lstm
    said = predict(windows, scaled[SEEN:]) * known.std() + known.mean()
    return Forecast(prices[-ASKED:], prices[-ASKED - 1 : -1], said)


def _linear(windows: np.ndarray, next_prices: np.ndarray) -> np.ndarray:
    """Fit on all windows but the last, and predict what follows those."""
    model = LinearRegression().fit(windows[:-ASKED], next_prices[:-ASKED])
    predicted: np.ndarray = model.predict(windows[-ASKED:])
    return predicted


class _Net(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.lstm = nn.LSTM(1, 8, batch_first=True)
        self.output = nn.Linear(8, 1)

    def forward(self, windows: Tensor) -> Tensor:
        states, _ = self.lstm(windows.unsqueeze(2))  # (batch, SEEN, 8)
        return self.output(states[:, -1]).squeeze(1)  # (batch,)


def _lstm(windows: np.ndarray, next_prices: np.ndarray) -> np.ndarray:
    inputs, wanted = (torch.tensor(each, dtype=torch.float32) for each in (windows, next_prices))
    net = draw_weights(_Net(), seed=0)
    optimizer = torch.optim.Adam(net.parameters(), lr=0.04)
    for _ in range(80):
        optimizer.zero_grad()
        nn.functional.mse_loss(net(inputs[:-ASKED]), wanted[:-ASKED]).backward()
        optimizer.step()
    return net(inputs[-ASKED:]).detach().double().numpy()
