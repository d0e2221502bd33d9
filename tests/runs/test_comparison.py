"""One update of an arm, and the turns that the arms of a comparison take."""

from __future__ import annotations

import math
import re

import pytest
import torch
from torch import nn

from seqviz.runs.clipping import clip_by_norm
from seqviz.runs.comparison import TURNS, Arm, clip_by_value, steps_in_a_turn, take_turns
from seqviz.runs.events import Metrics, Note, Progress

INPUTS = torch.tensor([[1.0, 2.0], [-3.0, 0.5]], dtype=torch.float64)
WANTED = torch.tensor([[4.0], [-1.0]], dtype=torch.float64)


def arm_of(clip=None, *, name="arm", blows_up_at=math.inf, **settings):
    torch.manual_seed(2)
    net = nn.Linear(2, 1).double()
    steps = iter(range(1000))

    def loss():
        broken = math.nan if next(steps) >= blows_up_at else 1.0
        return broken * ((net(INPUTS) - WANTED) ** 2).mean(), {"extra": 3.0}

    optimizer = torch.optim.SGD(net.parameters(), 0.1)
    return Arm(name, net, loss, optimizer, clip or clip_by_norm(0.0), **settings)


def gradients_by_hand(weight, bias):
    """Of the mean squared error of a line: 2 / n times the sum of (y - t) x, and of (y - t)."""
    errors = (INPUTS * weight).sum(1) + bias - WANTED[:, 0]
    return 2 * (errors[:, None] * INPUTS).mean(0), 2 * errors.mean(), (errors**2).mean()


@pytest.mark.parametrize(
    ("clip", "clipped"),
    [
        (clip_by_norm(0.0), lambda g, length: g),
        (clip_by_norm(0.5), lambda g, length: g * 0.5 / length),
        (clip_by_norm(1e6), lambda g, length: g),
        (clip_by_value(0.5), lambda g, length: g.clamp(-0.5, 0.5)),
    ],
)
def test_a_whole_update_goes_down_the_gradient_clipped_as_asked(clip, clipped):
    arm = arm_of(clip)
    weight, bias = arm.net.weight.detach()[0].clone(), arm.net.bias.item()
    of_weight, of_bias, loss = gradients_by_hand(weight, bias)
    length = math.hypot(*of_weight.tolist(), of_bias.item())
    told = arm.train(1)
    assert told.values == pytest.approx({"train_loss": loss.item(), "gradient_norm": length, "extra": 3.0})
    torch.testing.assert_close(
        arm.net.weight.detach()[0], weight - 0.1 * clipped(of_weight, length), rtol=1e-5, atol=0
    )
    assert arm.net.bias.item() == pytest.approx(bias - 0.1 * clipped(of_bias, length).item(), rel=1e-5)
    assert told.step == arm.step == 1


def test_a_turn_tells_the_mean_loss_and_the_largest_gradient():
    one_by_one, together = arm_of(), arm_of()
    single = [one_by_one.train(1).values for _ in range(4)]
    told = together.train(4).values
    assert told["train_loss"] == pytest.approx(sum(v["train_loss"] for v in single) / 4)
    assert told["gradient_norm"] == pytest.approx(max(v["gradient_norm"] for v in single))


def test_the_arms_take_turns_until_all_have_made_their_steps():
    arms = [arm_of(name="a"), arm_of(name="b")]
    events = list(take_turns(arms, 7, 3))
    assert [(e.arm, e.step) for e in events if isinstance(e, Metrics)] == [
        ("a", 3), ("b", 3), ("a", 6), ("b", 6), ("a", 7), ("b", 7)]  # fmt: skip
    fractions = [e.fraction for e in events if isinstance(e, Progress)]
    assert fractions == pytest.approx([3 / 7, 6 / 7, 1.0, 1.0])


def test_there_are_as_many_turns_as_the_curves_have_points():
    assert [steps_in_a_turn(num_steps) * TURNS for num_steps in (TURNS, 5 * TURNS)] == [TURNS, 5 * TURNS]
    assert steps_in_a_turn(1) == 1


def test_the_time_that_is_left_follows_from_the_share_that_is_done(monkeypatch):
    now = [0.0]
    monkeypatch.setattr("seqviz.runs.comparison.time.perf_counter", lambda: now[0])

    def wait(arm):
        now[0] += 5.0
        return iter(())

    told = [e for e in take_turns([arm_of()], 20, 5, wait) if isinstance(e, Progress)]
    assert [e.seconds_left for e in told] == pytest.approx([15.0, 10.0, 5.0, 0.0, 0.0])


def test_an_arm_that_is_good_enough_rests_and_when_all_do_the_run_ends():
    quick = arm_of(name="quick", good_enough=lambda values: True)
    slow = arm_of(name="slow", measure=lambda: {"measured": 1.0})
    told = [e for e in take_turns([quick, slow], 6, 2) if isinstance(e, Metrics)]
    assert [e.arm for e in told] == ["quick", "slow", "slow", "slow"]
    assert told[1].values["measured"] == 1.0
    both = list(take_turns([arm_of(good_enough=lambda values: True)], 6, 2))
    assert sum(isinstance(e, Metrics) for e in both) == 1


def test_an_arm_that_blows_up_says_at_which_step_and_stands_still():
    arms = [arm_of(name="wild", blows_up_at=2), arm_of(name="calm")]
    events = list(take_turns(arms, 6, 3))
    [note] = [e.content for e in events if isinstance(e, Note)]
    assert (note["arm"], note["step"]) == ("wild", 3)
    assert re.fullmatch(r"wild: at step 3 the (loss|gradient) became (inf|nan)\.", note["message"])
    assert [(e.arm, e.step) for e in events if isinstance(e, Metrics)] == [
        ("wild", 2), ("calm", 3), ("calm", 6)]  # fmt: skip
