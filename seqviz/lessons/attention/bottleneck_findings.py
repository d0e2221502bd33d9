"""What a bottleneck grid shows, from its numbers: long sequences, larger nets, and how sure one repetition is."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np

from seqviz.corpora.reversals import LETTERS
from seqviz.experiments.translation.config import BottleneckExperiment
from seqviz.ui.durations import counted

CLEARLY = 0.1  # of the sequences: a smaller difference counts for nothing
REPAIRED = 0.9  # of the longest sequences, by every size: so many right, and the long ones fail no more
BITS = 32  # of a number in the context vector


def verdict(experiment: BottleneckExperiment, without: np.ndarray, attending: np.ndarray) -> str:
    """Say what the grid shows: the longer half of the lengths, mean over the sizes.

    Args:
        experiment: of the grid.
        without: shares without a mistake, (num_seeds, num_sizes, num_lengths), NaN where nothing is measured.
        attending: the same with attention.
    """
    if np.isnan(without).any() or np.isnan(attending).any():
        return "The grid is still filling."
    long = [half[:, :, experiment.max_length // 2 :].mean(axis=(1, 2)) for half in (without, attending)]
    helped = int((long[1] > long[0] + CLEARLY).sum())
    longest = attending[:, :, -1]  # (num_seeds, num_sizes)
    finding = _finding(helped, experiment.num_seeds, is_repaired=bool((longest >= REPAIRED).all()))
    return (
        f"“A fixed context vector fails on long sentences; attention repairs it.” Over the longer half of the lengths, "
        f"{_spread(long[0])} are right without attention and {_spread(long[1])} with it: after "
        f"{experiment.num_epochs} epochs **{finding}**. Of those of {counted(experiment.max_length, 'letter')} it gets "
        f"right: {_by_size(experiment, longest)}. "
        f"{_larger(experiment, {'without attention': without, 'with it': attending})}"
    )


def _finding(helped: int, num_seeds: int, *, is_repaired: bool) -> str:
    """Say in how many repetitions attention helps, and whether the longest sequences then fail no more."""
    if not helped:
        return "attention does not help here"
    if helped < num_seeds:
        return f"attention helps in {helped} of {num_seeds} repetitions"
    where = "in this one repetition" if num_seeds == 1 else f"in all {num_seeds} repetitions"
    return f"attention helps {where}, and {'repairs it' if is_repaired else 'repairs it in part'}"


def _by_size(experiment: BottleneckExperiment, shares: np.ndarray) -> str:
    """Write shares, (num_seeds, num_sizes), with the sizes of their nets, smallest first."""
    sizes = experiment.context_sizes
    return ", ".join(f"{_spread(shares[:, k])} with {sizes[k]} units" for k in np.argsort(sizes))


def _spread(shares: np.ndarray) -> str:
    """Write a mean, and the least and the greatest where there are several."""
    return f"{shares.mean():.0%}" + (
        f" ({shares.min():.0%} to {shares.max():.0%})" if len(shares) > 1 else ""
    )


def _larger(experiment: BottleneckExperiment, halves: Mapping[str, np.ndarray]) -> str:
    """Say whether more units are better, and what so many repetitions are worth."""
    order = np.argsort(experiment.context_sizes)
    said, worse = [], []
    for kind, half in halves.items():
        means = half.mean(axis=2)[:, order]  # (num_seeds, num_sizes), smallest first
        sizes = [experiment.context_sizes[k] for k in order]
        said.append(
            f"{kind} {', '.join(f'{_spread(means[:, k])} with {size}' for k, size in enumerate(sizes))}"
        )
        down = [k for k in range(len(sizes) - 1) if means[:, k + 1].mean() < means[:, k].mean()]
        worse += [f"{sizes[k + 1]} units do worse than {sizes[k]} {kind}" for k in down]
    larger = f"; so {' and '.join(worse)}" if worse else ""
    alone = (
        "One repetition has no spread: whether that is the size or the luck of the first weights, it cannot tell. "
        "Train the grid with more."
        if experiment.num_seeds == 1
        else "The ranges are the least and the most of the repetitions."
    )
    return f"Units, over all lengths: {'; '.join(said)}{larger}. {alone}"


def room_in_the_vector(length: int, size: int) -> str:
    """Say how much a sequence of letters holds beside what a vector of some size could."""
    needed = math.ceil(length * math.log2(len(LETTERS)))
    return (
        f"The vector has room: {length} letters of {len(LETTERS)} are {needed} bits, and {size} numbers of {BITS} bits "
        f"are {size * BITS:,}. These nets have not learned to write them there and read them off again."
    )
