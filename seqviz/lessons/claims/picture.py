"""What a trial measured, as pictures and as a table."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import streamlit as st

from seqviz.claims.claim import PART, Claim, Condition, Part
from seqviz.claims.table import Table
from seqviz.claims.verdicts import ConditionVerdict, Verdict, judge_condition
from seqviz.claims.words import what_differs
from seqviz.figures.claims import ConditionRow, trial_picture
from seqviz.ui import frame

#: The look of an arm of which the claim says nothing.
BESIDE = "beside, not judged"


def pictures(claim: Claim, verdict: Verdict, table: Table, key: str) -> None:
    """Draw one picture for each part of a claim.

    Args:
        claim: that was tried.
        verdict: on it.
        table: what was measured, arms beside the claim's own included.
        key: unlike that of another trial on the page.
    """
    for number, part in enumerate(claim.parts):
        found = [one for one in verdict.conditions if one.condition[PART] == part.name]
        if found:
            _picture(claim, part, found, table, f"{key}:{number}")


def _picture(claim: Claim, part: Part, found: list[ConditionVerdict], table: Table, key: str) -> None:
    scale = 100 if part.measure.as_share or part.measure.relative else 1
    names = what_differs([one.condition for one in found])
    rows = [_row(one, name, scale) for one, name in zip(found, names, strict=True)]
    for arm in part.beside:
        rows += beside(claim, [one.condition for one in found], table, arm, scale)
    title = f"{part.name[0].upper()}{part.name[1:]}"
    if not any(row.differences for row in rows):
        st.caption(f"{title}: nothing to draw, for no seed has all that is compared.")
        return
    frame.figure(
        trial_picture(
            rows,
            title=title,
            x_title=x_title(part),
            margin=0 if claim.kind == "exact" else scale * part.measure.margin,
        ),
        key=key,
        how_to_read=how_to_read(claim, part),
    )


def beside(
    claim: Claim, conditions: list[Condition], table: Table, arm: str, scale: float
) -> list[ConditionRow]:
    """Return what an arm beside the claim's own comes to under each condition; nothing is judged of it."""
    found = [judge_condition(claim, table.differences(claim, each, beside=arm)) for each in conditions]
    named = zip(found, what_differs(conditions), strict=True)
    return [replace(_row(one, f"{name}: {arm}", scale), verdict=BESIDE) for one, name in named]


def _row(one: ConditionVerdict, name: str, scale: float) -> ConditionRow:
    ends = one.interval
    return ConditionRow(
        name or "the one condition",
        tuple(scale * value for value in one.differences.values),
        None if ends is None else (scale * ends.low, scale * ends.mean, scale * ends.high),
        one.word,
    )


def x_title(part: Part) -> str:
    """Name the axis in two lines, for a phone is narrow: the measure, which way it runs, the unit of the difference."""
    measure = part.measure
    unit = " (percent)" if measure.relative else " (points)" if measure.as_share else ""
    if isinstance(part.against, str):
        return f"{measure.name}:<br>how much {'more' if measure.higher_is_better else 'less'}{unit}"
    against = f"{part.against:.0%}" if measure.as_share else f"{part.against:g}"
    return f"{measure.name}:<br>how far {'above' if measure.higher_is_better else 'below'} {against}{unit}"


def how_to_read(claim: Claim, part: Part) -> str:
    """Say what points, bars, band and sides mean."""
    if claim.kind == "exact":
        return "Each mark is a ratio counted by formula, less the one that is claimed; at 0 the claim is exactly right."
    if isinstance(part.against, str):
        pairs = f"{part.arm} beside {part.against}, on the same data with the same seed"
    else:
        pairs = f"{part.arm} beside the value {part.against:g}"
    side = (
        "To the right of the grey band the claim is right"
        if part.expects_more
        else "The claim says: not to the right of the grey band"
    )
    return (
        f"Each small point is a seed: {pairs}. The large mark is their mean, its bar the 95% interval. {side}; within "
        "the band no difference matters."
    )


def download(claim: Claim, table: Table) -> None:
    """Offer the table as CSV."""
    measures = {part.name: part.measure.name for part in claim.parts}
    rows = [
        {**row.condition, "arm": row.arm, "seed": row.seed, "value": row.value, "state": row.state}
        | {"measure": measures[str(row.condition[PART])]}
        for row in table.rows
    ]
    st.download_button(
        "The table as CSV",
        pd.DataFrame(rows).to_csv(index=False),
        file_name=f"seqviz-claim-{claim.id}.csv",
        mime="text/csv",
        icon=":material/download:",
        key=f"csv:{claim.id}",
    )
