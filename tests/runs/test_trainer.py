"""The trainer against PyTorch's own optimisers and clipping, on a net of one weight or two."""

from __future__ import annotations

import math

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch import nn

from seqviz.runs.clipping import clip_by_norm
from seqviz.runs.events import Diverged, Metrics, Progress
from seqviz.runs.trainer import EpochTrainer, Trainer, advice, weights_of


class Line(nn.Module):
    """y = w · x."""

    def __init__(self, weight):
        super().__init__()
        self.weight = nn.Parameter(torch.tensor(weight, dtype=torch.float64))


def trainer_of(weight=(1.0, 2.0), limit=0.0, loss=lambda net: (net.weight**2).sum(), base=Trainer, **more):
    class Small(base):
        def loss(self):
            return loss(self.net), {"weight": self.net.weight.detach().sum().item()}

        def measure(self):
            yield self.metrics(measured=1.0)

    net = Line(weight)
    optimizer = torch.optim.SGD(net.parameters(), 0.1)
    return Small(net, optimizer, clip_by_norm(limit), advice(0.1, limit), **more)


@given(st.lists(st.floats(-5, 5), min_size=1, max_size=4), st.sampled_from([0.0, 0.3, 100.0]))
def test_a_step_is_that_of_torchs_own_clipping_and_optimiser(weight, limit):
    trainer, twin = trainer_of(weight, limit), Line(weight)
    row = trainer.train_step()
    loss = (twin.weight**2).sum()
    loss.backward()
    norm = nn.utils.clip_grad_norm_(twin.parameters(), limit or math.inf).item()
    torch.optim.SGD(twin.parameters(), 0.1).step()
    assert row == {"train_loss": loss.item(), "gradient_norm": norm, "weight": pytest.approx(sum(weight))}
    torch.testing.assert_close(trainer.net.weight, twin.weight)


@pytest.mark.parametrize(
    ("loss", "what"),
    [
        (lambda net: net.weight.sum() * math.nan, "the loss became nan"),
        (lambda net: net.weight.sqrt().sum(), "the gradient became inf"),
    ],
)
def test_numbers_that_explode_end_the_training_before_the_weights_are_touched(loss, what):
    trainer = trainer_of((0.0, 0.0), loss=loss)
    with pytest.raises(Diverged, match=f"At step 1 {what}.*smaller learning rate than 0.1.*clip_norm 1"):
        trainer.train_step()
    assert trainer.step == 0
    assert trainer.weights()["weight"].tolist() == [0.0, 0.0]


def test_a_report_is_the_mean_since_the_last_one():
    trainer = trainer_of()
    rows = [trainer.train_step() for _ in range(3)]
    told = trainer.report().values
    assert told == {name: pytest.approx(sum(row[name] for row in rows) / 3) for name in rows[0]}
    last = trainer.train_step()
    assert trainer.report().values == pytest.approx(last)


def test_a_schedule_is_followed():
    trainer = trainer_of()
    trainer.schedule = torch.optim.lr_scheduler.LambdaLR(trainer.optimizer, lambda step: 0.5**step)
    rates = []
    for _ in range(3):
        rates.append(trainer.optimizer.param_groups[0]["lr"])
        trainer.train_step()
    assert rates == [0.1, 0.05, 0.025]


def epochs_of(**more):
    return trainer_of(base=EpochTrainer, **({"steps_per_epoch": 4, "num_epochs": 2} | more))


def test_reports_and_measurements_come_when_they_are_due_and_at_the_end():
    events = list(epochs_of().run(report_every=3, measure_every=5))
    told = [(e.step, sorted(e.values)[0]) for e in events if isinstance(e, Metrics)]
    reported, measured = "gradient_norm", "measured"
    assert told == [(0, measured), (3, reported), (5, measured), (6, reported), (8, reported), (8, measured)]
    assert [e.fraction for e in events if isinstance(e, Progress)] == [k / 8 for k in range(1, 9)]
    assert [e.epoch for e in events if isinstance(e, Metrics)] == [0, 0.75, 1.25, 1.5, 2, 2]


def test_the_budget_of_time_ends_a_training_and_is_told(monkeypatch):
    clock = iter(range(1_000))
    monkeypatch.setattr("seqviz.runs.stopwatch.time.perf_counter", lambda: float(next(clock)))
    trainer = epochs_of(time_budget=3.0, expected_seconds=50.0)
    assert trainer.progress().seconds_left == 3.0
    told = [e for e in trainer.run(100, 100) if isinstance(e, Progress)]
    assert [(e.fraction, e.seconds_left) for e in told] == [(k / 3, 3.0 - k) for k in (1, 2, 3)]
    assert trainer.summary()["ended_by"] == "time budget"
    assert (trainer.summary()["steps"], trainer.summary()["parameters"]) == (3, 2)


def test_weights_are_copies():
    net = Line((1.0,))
    kept = weights_of(net)
    with torch.no_grad():
        net.weight.zero_()
    assert kept["weight"].tolist() == [1.0]
