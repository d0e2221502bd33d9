from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from scipy.stats import bootstrap, norm, permutation_test, t

from seqviz.claims.statistics import (
    RESAMPLES,
    bootstrap_interval,
    seeds_needed,
    sign_flip_p,
    tail_share,
)

DRAWN = np.random.default_rng(3).normal(0.4, 1.0, size=12)


def test_the_interval_is_scipys_percentile_bootstrap_at_the_share_that_is_cut_off():
    ours = bootstrap_interval(DRAWN)
    level = 1 - 2 * tail_share(len(DRAWN))
    theirs = bootstrap(
        (DRAWN,),
        np.mean,
        n_resamples=200_000,
        batch=20_000,
        confidence_level=level,
        method="percentile",
        rng=np.random.default_rng(1),
    ).confidence_interval
    assert (ours.low, ours.high) == pytest.approx((theirs.low, theirs.high), abs=0.05)


def test_the_interval_is_that_of_all_resamples_of_five_values():
    values = np.array([0.317, -0.109, 0.821, 0.533, 0.947])
    means = np.array([np.mean(chosen) for chosen in product(values, repeat=5)])  # all 3125
    found = bootstrap_interval(values, level=0.5)
    share = tail_share(5, 0.5)
    assert (found.low, found.high) == pytest.approx(tuple(np.quantile(means, (share, 1 - share))), abs=0.02)


def test_what_is_cut_off_makes_up_for_few_values():
    assert tail_share(5) == pytest.approx(norm.cdf(-np.sqrt(5 / 4) * t.ppf(0.975, 4)))
    assert tail_share(100_000) == pytest.approx(0.025, rel=1e-3)


def test_the_same_values_give_the_same_interval_and_the_mean_lies_in_it():
    assert bootstrap_interval(DRAWN) == bootstrap_interval(DRAWN)
    found = bootstrap_interval(DRAWN)
    assert found.mean == pytest.approx(DRAWN.mean())
    assert found.low < found.mean < found.high


@pytest.mark.parametrize("values", [[0.5], [0.5, float("nan")], [0.5, float("inf")]])
def test_an_interval_is_refused_where_there_is_none(values):
    with pytest.raises(ValueError, match="at least two finite values"):
        bootstrap_interval(values)


@pytest.mark.parametrize(
    ("distribution", "num_seeds"),
    [("normal", 5), ("a coin", 5), ("differences of accuracies", 5), ("heavy tails", 10)],
)
def test_a_difference_without_a_direction_is_called_supported_in_at_most_5_percent_of_2000_trials(
    distribution, num_seeds
):
    """All trials at once: they share the draws of the bootstrap, which do not depend on the values."""
    rng, size = np.random.default_rng(0), (2_000, num_seeds)
    trials = {
        "normal": lambda: rng.normal(size=size),
        "heavy tails": lambda: rng.standard_t(3, size=size),
        "a coin": lambda: rng.choice((-1.0, 1.0), size=size),
        "differences of accuracies": lambda: (
            (rng.binomial(400, 0.8, size) - rng.binomial(400, 0.8, size)) / 400
        ),
    }[distribution]()
    drawn = np.random.default_rng(0).integers(num_seeds, size=(RESAMPLES, num_seeds))
    counts = np.stack([(drawn == k).sum(axis=1) for k in range(num_seeds)]) / num_seeds
    means = trials.astype(np.float32) @ counts.astype(np.float32)  # (2000, resamples)
    low = np.quantile(means, tail_share(num_seeds), axis=1)
    assert low[0] == pytest.approx(bootstrap_interval(trials[0]).low, abs=1e-5)
    assert (low > 0).mean() <= 0.05


def test_flipped_signs_are_scipys_exact_permutation_test():
    theirs = permutation_test(
        (DRAWN,), np.mean, permutation_type="samples", n_resamples=np.inf, vectorized=True
    )
    assert sign_flip_p(DRAWN) == pytest.approx(theirs.pvalue)


def test_of_five_seeds_on_one_side_two_patterns_of_32_are_as_extreme():
    assert sign_flip_p([0.1, 0.2, 0.3, 0.4, 0.5]) == 2 / 32
    assert sign_flip_p([0.0, 0.0, 0.0]) == 1.0


def test_many_differences_are_answered_by_drawn_signs():
    many = np.random.default_rng(5).normal(0.3, 1.0, size=30)
    theirs = permutation_test(
        (many,), np.mean, permutation_type="samples", n_resamples=50_000, rng=np.random.default_rng(0)
    )
    assert sign_flip_p(many) == pytest.approx(theirs.pvalue, abs=0.01)


def test_the_seeds_needed_shrink_with_the_effect_and_grow_with_the_spread():
    noisy, clear = np.array([-1.0, 2.0, 0.5, 1.0, -0.5]), np.array([0.9, 1.1, 1.0, 1.2, 0.8])
    assert seeds_needed(noisy, 0.01) > 5 * seeds_needed(clear, 0.01)
    assert seeds_needed(clear, 0.01) == 5
    assert seeds_needed(noisy - noisy.mean(), 0.5) < seeds_needed(noisy - noisy.mean(), 0.1)


def test_no_number_of_seeds_decides_for_a_mean_on_the_margin():
    assert seeds_needed(np.array([0.4, 0.6]), 0.5) is None


def test_the_seeds_needed_would_have_decided():
    """A sample of that size, with this mean and spread, has a t interval that leaves 0."""
    values = np.array([-0.2, 0.5, 0.3, -0.1, 0.4])
    count = seeds_needed(values, 0.01)
    half = t.ppf(0.975, count - 1) * values.std(ddof=1) / np.sqrt(count)
    assert half < values.mean() <= 1.1 * t.ppf(0.975, count - 2) * values.std(ddof=1) / np.sqrt(count - 1)
