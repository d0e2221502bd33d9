import pytest
import torch

from seqviz.runs.schedules import learning_rate_schedule


def rates(name, steps):
    first, second = (torch.nn.Parameter(torch.zeros(1)) for _ in range(2))
    optimizer = torch.optim.SGD([{"params": [first], "lr": 0.2}, {"params": [second], "lr": 0.1}])
    schedule = learning_rate_schedule(name, optimizer, steps)
    seen = []
    for _ in range(steps):
        seen.append([group["lr"] for group in optimizer.param_groups])
        optimizer.step()
        schedule.step()
    return seen


def test_constant_changes_no_groups_rate():
    assert rates("constant", 3) == [[0.2, 0.1]] * 3


def test_one_cycle_raises_the_learning_rate_and_lets_it_fall():
    seen = [second for _, second in rates("one-cycle", 20)]
    peak = seen.index(max(seen))
    assert max(seen) == pytest.approx(0.1, rel=0.01)
    assert 3 <= peak <= 7
    assert seen[-1] < seen[0] < 0.05


@pytest.mark.parametrize("name", ["constant", "one-cycle"])
def test_every_group_keeps_its_share(name):
    assert [first / second for first, second in rates(name, 8)] == pytest.approx([2.0] * 8)
