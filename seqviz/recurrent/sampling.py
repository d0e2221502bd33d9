"""A trained language model read out one symbol at a time, in NumPy: several times faster than a torch layer.

Writing text needs one step of batch 1 at a time, where a torch layer spends its time on being called. Here the
first layer's W x + b is looked up, since there are only as many x as symbols; the rows of the sigmoid gates are
halved once, since sigmoid(x) = tanh(x / 2) / 2 + 1 / 2, so that one tanh serves all gates.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

import numpy as np

from seqviz.recurrent.trace import Cell

S = TypeVar("S")
#: What the layers hold, bottom first: hidden state, then the LSTM's cell state; each (hidden_size,).
States = tuple[tuple[np.ndarray, ...], ...]
#: (W x + b of the step, state) -> state.
_Step = Callable[[np.ndarray, tuple[np.ndarray, ...]], tuple[np.ndarray, ...]]


class NextSymbol(Protocol[S]):
    """Any model that reads symbols and scores what comes next: a recurrent net, an n-gram model."""

    def start(self) -> S:
        """Return the state before anything is read."""
        ...

    def step(self, state: S, symbol: int) -> tuple[np.ndarray, S]:
        """Read one symbol; return the scores of the next, (vocabulary_size,), and the new state."""
        ...


class NetStepper:
    """A language net's weights, arranged for single steps.

    Args:
        cell: "rnn", "lstm" or "gru".
        weights: by the state-dict names of `LanguageNet`.

    Raises:
        ValueError: if the weights are not those of a language net of this cell.
    """

    def __init__(self, cell: Cell, weights: Mapping[str, np.ndarray]) -> None:
        layers = [name for name in weights if name.startswith("recurrent.weight_hh_l")]
        if not layers or cell not in _LAYERS:
            raise ValueError(f"these are not the weights of a language net with the cell {cell!r}")
        self._steps: list[_Step] = []
        self._inputs: list[tuple[np.ndarray, np.ndarray]] = []
        for layer in range(len(layers)):
            ih, hh, bias_ih, bias_hh = (
                np.asarray(weights[f"recurrent.{name}_l{layer}"], np.float32)
                for name in ("weight_ih", "weight_hh", "bias_ih", "bias_hh")
            )
            weight, bias, step = _LAYERS[cell](ih, hh, bias_ih, bias_hh)
            self._steps.append(step)
            self._inputs.append((np.ascontiguousarray(weight), bias))
        embedding = np.asarray(weights["embedding.weight"], np.float32)
        self._table = list(embedding @ self._inputs[0][0].T + self._inputs[0][1])
        self._output = np.ascontiguousarray(weights["output.weight"], np.float32)
        self._output_bias = np.asarray(weights["output.bias"], np.float32)
        num_states = 2 if cell == "lstm" else 1
        sizes = [weights[name].shape[1] for name in sorted(layers)]
        self._start: States = tuple((np.zeros(size, np.float32),) * num_states for size in sizes)

    def start(self) -> States:
        """Return the zeros that a net starts from."""
        return self._start

    def step(self, state: States, symbol: int) -> tuple[np.ndarray, States]:
        """Read one symbol; return the logits of the next, (vocabulary_size,) float32, and the new state."""
        held = self._steps[0](self._table[symbol], state[0])
        if len(state) == 1:
            return self._output.dot(held[0]) + self._output_bias, (held,)
        new = [held]
        for layer in range(1, len(state)):
            weight, bias = self._inputs[layer]
            new.append(self._steps[layer](weight.dot(new[-1][0]) + bias, state[layer]))
        return self._output.dot(new[-1][0]) + self._output_bias, tuple(new)


_Layer = tuple[np.ndarray, np.ndarray, _Step]


def _rnn(ih: np.ndarray, hh: np.ndarray, bias_ih: np.ndarray, bias_hh: np.ndarray) -> _Layer:
    recurrent = np.ascontiguousarray(hh)

    def step(given: np.ndarray, state: tuple[np.ndarray, ...]) -> tuple[np.ndarray, ...]:
        return (np.tanh(recurrent.dot(state[0]) + given),)

    return ih, bias_ih + bias_hh, step


def _lstm(ih: np.ndarray, hh: np.ndarray, bias_ih: np.ndarray, bias_hh: np.ndarray) -> _Layer:
    """PyTorch's rows are i, f, g, o; here they are i, f, o, g, so that the three sigmoids are one slice."""
    size = hh.shape[1]
    order = np.r_[0 : 2 * size, 3 * size : 4 * size, 2 * size : 3 * size]
    scale = np.repeat(np.array([0.5, 0.5, 0.5, 1.0], np.float32), size)[:, None]
    recurrent = np.ascontiguousarray(hh[order] * scale)
    half = np.float32(0.5)

    def step(given: np.ndarray, state: tuple[np.ndarray, ...]) -> tuple[np.ndarray, ...]:
        gates = recurrent.dot(state[0])  # (4 * hidden_size,)
        gates += given
        np.tanh(gates, out=gates)
        sigmoids = gates[: 3 * size]
        sigmoids *= half
        sigmoids += half
        cell_state = gates[size : 2 * size] * state[1]
        cell_state += gates[:size] * gates[3 * size :]
        return gates[2 * size : 3 * size] * np.tanh(cell_state), cell_state

    return ih[order] * scale, (bias_ih + bias_hh)[order] * scale[:, 0], step


def _gru(ih: np.ndarray, hh: np.ndarray, bias_ih: np.ndarray, bias_hh: np.ndarray) -> _Layer:
    """The candidate's recurrent part is multiplied by the reset gate, so its bias stays apart."""
    size = hh.shape[1]
    scale = np.repeat(np.array([0.5, 0.5, 1.0], np.float32), size)
    recurrent = np.ascontiguousarray(hh * scale[:, None])
    candidate_bias = bias_hh[2 * size :].copy()
    half = np.float32(0.5)

    def step(given: np.ndarray, state: tuple[np.ndarray, ...]) -> tuple[np.ndarray, ...]:
        hidden = state[0]
        from_hidden = recurrent.dot(hidden)  # (3 * hidden_size,)
        gates = from_hidden[: 2 * size]
        gates += given[: 2 * size]
        np.tanh(gates, out=gates)
        gates *= half
        gates += half
        candidate = np.tanh(given[2 * size :] + gates[:size] * (from_hidden[2 * size :] + candidate_bias))
        return (candidate + gates[size:] * (hidden - candidate),)

    bias = np.concatenate([(bias_ih + bias_hh)[: 2 * size], bias_ih[2 * size :]]) * scale
    return ih * scale[:, None], bias, step


_LAYERS: dict[Cell, Callable[..., _Layer]] = {"rnn": _rnn, "lstm": _lstm, "gru": _gru}


@dataclass(frozen=True)
class SamplingRule:
    """How the next symbol is drawn from the model's scores.

    Attributes:
        temperature: the scores are divided by it: below 1 the likely gets likelier; 0 takes the likeliest.
        top_k: only the k likeliest symbols may be drawn; 0 keeps all.
        top_p: only the likeliest symbols that together have this much probability may be drawn; 1 keeps all.

    Raises:
        ValueError: on a value out of bounds.

    Source: top-k Fan et al. 2018; top-p ("nucleus") Holtzman et al. 2020.
    """

    temperature: float = 1.0
    top_k: int = 0
    top_p: float = 1.0

    def __post_init__(self) -> None:
        if self.temperature < 0 or self.top_k < 0 or not 0 < self.top_p <= 1:
            raise ValueError(f"temperature and top_k need 0 or more, top_p more than 0 up to 1, not {self}")

    def distribution(self, logits: np.ndarray) -> np.ndarray:
        """Return the probability of each symbol to be drawn, (vocabulary_size,), sum 1."""
        weights = self.weights(logits)
        return weights / weights.sum()

    def weights(self, logits: np.ndarray) -> np.ndarray:
        """Return what `distribution` returns before it is divided by its sum."""
        best = logits.argmax()
        if self.temperature == 0:
            return np.eye(len(logits), dtype=np.float32)[best]
        scaled = logits - logits[best]
        scaled *= np.float32(1 / self.temperature)
        weights = np.exp(scaled, out=scaled)
        return self._cut(weights) if self.top_k or self.top_p < 1 else weights

    def _cut(self, weights: np.ndarray) -> np.ndarray:
        order = np.argsort(-weights, kind="stable")
        kept = order[: self.top_k] if self.top_k else order
        if self.top_p < 1:
            before = np.cumsum(weights[order]) - weights[order]
            kept = kept[before[: len(kept)] < self.top_p * weights.sum()]
        cut = np.zeros_like(weights)
        cut[kept] = weights[kept]
        return cut


@dataclass(frozen=True)
class Writing:
    """A text as it was drawn.

    Attributes:
        symbols: (num_symbols,) int64, what was drawn; the prompt is not among them.
        distributions: (num_symbols, vocabulary_size) float32, what each was drawn from, after the rule.
        model: (num_symbols, vocabulary_size) float32, the model's own probabilities, before the rule.
    """

    symbols: np.ndarray
    distributions: np.ndarray
    model: np.ndarray


def draw(
    model: NextSymbol[S], prompt: Sequence[int], length: int, rule: SamplingRule, seed: int,
    forbidden: Sequence[int] = (),
) -> list[int]:  # fmt: skip
    """Draw symbols one after another and keep nothing but them: the fast way.

    Args:
        model: what scores the next symbol.
        prompt: at least one symbol that the model reads first.
        length: how many to draw.
        rule: how to draw.
        seed: start of the random numbers.
        forbidden: symbols that are never drawn.

    Raises:
        ValueError: if the prompt is empty.
    """
    logits, state = _read(model, prompt)
    penalty = _penalty(len(logits), forbidden)
    drawn: list[int] = []
    for chance in np.random.default_rng(seed).random(length, np.float32):  # below 1
        heap = rule.weights(logits + penalty).cumsum()
        symbol = int(heap.searchsorted(chance * heap[-1], side="right"))
        drawn.append(symbol if symbol < len(heap) else int(heap.argmax()))  # rounding may reach the very end
        logits, state = model.step(state, drawn[-1])
    return drawn


def write(
    model: NextSymbol[S], prompt: Sequence[int], length: int, rule: SamplingRule, seed: int,
    forbidden: Sequence[int] = (),
) -> Writing:  # fmt: skip
    """Draw symbols as `draw` does, the very same ones, and keep the distribution at each step."""
    symbols = draw(model, prompt, length, rule, seed, forbidden)
    logits, state = _read(model, prompt)
    penalty = _penalty(len(logits), forbidden)
    rows, raw = [], []
    for symbol in symbols:
        raw.append(SamplingRule().distribution(logits))
        rows.append(rule.distribution(logits + penalty))
        logits, state = model.step(state, symbol)
    return Writing(np.array(symbols, np.int64), np.array(rows, np.float32), np.array(raw, np.float32))


def _penalty(vocabulary_size: int, forbidden: Sequence[int]) -> np.ndarray:
    """What is added to the scores: 0, and minus infinity for what may not be drawn."""
    penalty = np.zeros(vocabulary_size, np.float32)
    penalty[list(forbidden)] = -np.inf
    return penalty


def _read(model: NextSymbol[S], prompt: Sequence[int]) -> tuple[np.ndarray, S]:
    if not len(prompt):
        raise ValueError("the model needs at least 1 symbol to begin with, but the prompt is empty")
    state = model.start()
    for symbol in prompt:
        logits, state = model.step(state, int(symbol))
    return logits, state
