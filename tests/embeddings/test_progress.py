from __future__ import annotations

import numpy as np
import pytest

from seqviz.embeddings.progress import LARGEST_LOSS, Pace, VectorsDivergedError


@pytest.fixture
def clock(monkeypatch):
    now = [100.0]
    monkeypatch.setattr("seqviz.embeddings.progress.time.perf_counter", lambda: now[0])
    return now


def pace_of(clock):
    pace = Pace(interval=0.5)
    pace._resumed = clock[0]  # its default was made before the test's clock was put in
    return pace


def test_the_first_update_is_reported_and_then_one_after_each_interval(clock):
    pace, due = pace_of(clock), []
    for _ in range(8):
        clock[0] += 0.2
        due.append(pace.advance(10))
        if due[-1]:
            pace.report(0.1, 1.0, np.zeros(2))
            pace.resume()
    assert due == [True, False, False, True, False, False, True, False]


def test_the_speed_counts_the_time_of_the_work_alone(clock):
    pace = pace_of(clock)
    clock[0] += 2.0
    pace.advance(30)
    assert pace.report(0.5, 1.0, np.zeros(2)).words_per_second == 15.0
    clock[0] += 100.0  # somebody looks at the report
    pace.resume()
    clock[0] += 3.0
    pace.advance(20)
    last = pace.report(1.2, 1.0, np.zeros(2))
    assert (last.seconds, last.words_per_second, last.step, last.fraction) == (5.0, 10.0, 2, 1.0)


@pytest.mark.parametrize(
    ("loss", "vectors"), [(float("nan"), [0.0]), (2 * LARGEST_LOSS, [0.0]), (1.0, [float("inf"), 1.0])]
)
def test_what_has_blown_up_is_no_progress(clock, loss, vectors):
    with pytest.raises(VectorsDivergedError, match="learning rate is too high"):
        pace_of(clock).report(0.5, loss, np.array(vectors))
    assert pace_of(clock).report(0.5, LARGEST_LOSS, np.ones(3)).loss == LARGEST_LOSS
