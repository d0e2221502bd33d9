"""Several nets trained side by side: the arms of a comparison take turns, so that it draws as one."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from seqviz.runs.clipping import Clip
from seqviz.runs.events import Diverged, Event, Metrics, Note, Progress
from seqviz.runs.trainer import Trainer

#: Turns of a comparison whose arms make all their steps.
TURNS = 25
#: Gives the loss of a fresh batch, and further values of it to report.
Loss = Callable[[], tuple[Tensor, dict[str, float]]]


def clip_by_value(limit: float) -> Clip:
    """Cut each number of the gradient to at most `limit`, which also turns its direction."""

    def clip(net: nn.Module) -> float:
        norm = nn.utils.clip_grad_norm_(net.parameters(), math.inf).item()
        nn.utils.clip_grad_value_(net.parameters(), limit)
        return norm

    return clip


class Arm(Trainer):
    """One net of a comparison.

    Args:
        name: among the arms.
        net: changed in place.
        loss: gives the loss of a fresh batch.
        optimizer: of the net.
        clip: of the gradient.
        measure: values measured apart, after each turn.
        good_enough: tells from a turn's values whether the arm need not train on.

    Attributes:
        latest: what the last turn measured.
        is_over: whether the arm trains no more.
    """

    def __init__(
        self,
        name: str,
        net: nn.Module,
        loss: Loss,
        optimizer: torch.optim.Optimizer,
        clip: Clip,
        measure: Callable[[], dict[str, float]] = dict,
        good_enough: Callable[[dict[str, float]], bool] = lambda values: False,
    ) -> None:
        super().__init__(net, optimizer, clip, arm=name)
        self.name, self.draw_loss, self.measure, self.good_enough = name, loss, measure, good_enough
        self.is_over, self.latest = False, dict[str, float]()

    def loss(self) -> tuple[Tensor, dict[str, float]]:
        """Return the loss of a fresh batch, and further values of it to report."""
        return self.draw_loss()

    def train(self, num_steps: int) -> Metrics:
        """Make some steps; report the mean loss, the largest gradient norm, and what was measured.

        Raises:
            Diverged: if loss or gradient stop being finite.
        """
        try:
            for _ in range(num_steps):
                self.train_step()
        except Diverged:
            self.is_over = True
            raise
        finally:
            self._sum_up()
        self.latest |= self.measure()
        self.is_over = self.good_enough(self.latest)
        return self.metrics(**self.latest)

    def _sum_up(self) -> None:
        if self.rows:
            largest = max(row["gradient_norm"] for row in self.rows)
            self.latest = self.report().values | {"gradient_norm": largest}


def steps_in_a_turn(num_steps: int) -> int:
    """Return how many steps an arm makes before the next one's turn, where a comparison does not say it."""
    return max(1, num_steps // TURNS)


def _nothing_more(arm: Arm) -> Iterator[Event]:
    return iter(())


def take_turns(
    arms: Sequence[Arm],
    num_steps: int,
    steps_a_turn: int | None = None,
    after_turn: Callable[[Arm], Iterator[Event]] = _nothing_more,
) -> Iterator[Event]:
    """Train all arms, a few steps each in turn.

    Args:
        arms: of the comparison.
        num_steps: of each arm.
        steps_a_turn: before the next arm's turn; None for `steps_in_a_turn`.
        after_turn: what else is told of an arm after its turn.

    Yields:
        Metrics of each turn, Progress, a `Note("diverged", …)` for an arm whose numbers became infinite, which
        then stands still while the others go on.
    """
    steps_a_turn = steps_a_turn or steps_in_a_turn(num_steps)
    started, done = time.perf_counter(), 0
    for turn in range(math.ceil(num_steps / steps_a_turn)):
        for arm in arms:
            if not arm.is_over:
                yield from _turn(arm, min(steps_a_turn, num_steps - arm.step), after_turn)
        done = (turn + 1) * steps_a_turn
        if all(arm.is_over for arm in arms):
            break
        yield _progress(min(1.0, done / num_steps), time.perf_counter() - started)
    yield Progress(1.0, 0.0, "done")


def _turn(arm: Arm, num_steps: int, after_turn: Callable[[Arm], Iterator[Event]]) -> Iterator[Event]:
    try:
        yield arm.train(num_steps)
    except Diverged as explosion:
        if arm.latest:
            yield arm.metrics(**arm.latest)
        yield Note("diverged", {"arm": arm.name, "step": arm.step + 1, "message": str(explosion)})
        return
    yield from after_turn(arm)


def _progress(fraction: float, seconds: float) -> Progress:
    return Progress(fraction, seconds * (1 / fraction - 1), "the arms take turns")


def summary(arms: Sequence[Arm]) -> dict[str, Any]:
    """Return what came out of each arm, how many numbers each learned, and the seconds of all together."""
    return {
        "arms": {arm.name: arm.latest | {"steps": arm.step} for arm in arms},
        "parameters": {arm.name: arm.num_parameters() for arm in arms},
        "seconds": round(sum(arm.stopwatch.seconds for arm in arms), 3),
    }


def weights_of(arms: Sequence[Arm]) -> dict[str, np.ndarray]:
    """Return the weights of all arms; names begin with the arm's."""
    return {f"{arm.name}/{name}": value for arm in arms for name, value in arm.weights().items()}


def load_weights(net: nn.Module, weights: dict[str, np.ndarray], arm: str) -> None:
    """Put an arm's weights back into its net, which is then ready to read."""
    mine = {name.split("/", 1)[1]: value for name, value in weights.items() if name.split("/", 1)[0] == arm}
    net.load_state_dict({name: torch.from_numpy(value.copy()) for name, value in mine.items()})
    net.eval()
