"""How good a classifier is at its end, and how soon it got there."""

from __future__ import annotations

from seqviz.claims.outcome import NoValue, Outcome

MEASURE = "validation_accuracy"


def accuracy(outcome: Outcome) -> float:
    """Return the accuracy on the test part, or where there is none on the validation part."""
    return float(outcome.result.get("test_accuracy", outcome.result["accuracy"]))


def steps_to_share(outcome: Outcome, share: float) -> float:
    """Return the first step at which the validation accuracy has reached a share of its final value."""
    measured = [event for event in outcome.metrics if MEASURE in event.values]
    needed = share * measured[-1].values[MEASURE]
    return float(next(event.step for event in measured if event.values[MEASURE] >= needed))


def seconds_to(outcome: Outcome, accuracy: float) -> float:
    """Return the processor seconds of training until the validation accuracy first reached a value.

    Raises:
        NoValue: if it never did.
    """
    for event in outcome.metrics:
        if event.values.get(MEASURE, 0.0) >= accuracy and event.processor_seconds is not None:
            return event.processor_seconds
    raise NoValue("not so far")
