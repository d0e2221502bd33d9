from __future__ import annotations

import re
import tomllib
from itertools import combinations

import numpy as np
import plotly.graph_objects as go
import pytest

from seqviz.figures import directions, palette, reading, sequences, surgery
from seqviz.figures.vocabulary import CELLS as CELLS_OF_A_BATCH
from tests.conftest import ROOT
from tests.figures.colour_vision import DEFICIENCIES, contrast, lab, linear

CELLS = {
    "lstm": ("input_gate", "forget_gate", "candidate", "output_gate", "cell_state", "hidden_state"),
    "gru": ("reset_gate", "update_gate", "candidate", "hidden_state"),
}
LINES = [*palette.GATE_COLOURS.values(), palette.NEGATIVE, palette.POSITIVE, *palette.SERIES]


@pytest.mark.parametrize("colour", LINES)
@pytest.mark.parametrize("background", [palette.LIGHT_BACKGROUND, palette.DARK_BACKGROUND])
def test_a_line_stands_out_from_the_background(colour, background):
    assert contrast(colour, background) >= 3


def bars_with_numbers():
    """Every figure that may write a number inside a bar."""
    rows = {f"net {k}": {"a": 0.9, "b": 0.1} for k in range(len(palette.SERIES))}
    yield directions.label_bars(rows, title="t")
    yield directions.paired_accuracy(rows, title="t")
    yield sequences.answers_of_nets(["a", "b"], {name: list(row.values()) for name, row in rows.items()})
    yield surgery.answers_beside(0.9, 0.8, "positive")
    yield reading.class_probabilities(0.7)
    for k in range(len(palette.SERIES)):
        yield directions.candidate_bars(["a"], [0.9], title="t", colour=k)


@pytest.mark.parametrize("seen", [lambda figure: figure, palette.darken], ids=["light", "dark"])
def test_a_number_inside_a_bar_stands_out_from_it(seen):
    for figure in bars_with_numbers():
        for bar in seen(figure).data:
            grounds, inks = (
                [one] if isinstance(one, str) else list(one)
                for one in (bar.marker.color, bar.insidetextfont.color)
            )
            assert all(contrast(ink, ground) >= 4.5 for ground, ink in zip(grounds, inks, strict=True))


@pytest.mark.parametrize("colour", [*LINES, *CELLS_OF_A_BATCH.values()])
def test_ink_stands_out_from_every_colour_that_is_written_on(colour):
    assert contrast(palette.ink_on(colour), colour) >= 4.5


@pytest.mark.parametrize("deficiency", DEFICIENCIES)
@pytest.mark.parametrize("cell", CELLS)
def test_the_gates_of_a_cell_stay_apart_for_everyone(cell, deficiency):
    colours = [lab(palette.GATE_COLOURS[gate], deficiency) for gate in CELLS[cell]]
    assert min(np.linalg.norm(a - b) for a, b in combinations(colours, 2)) >= 20


@pytest.mark.parametrize("deficiency", DEFICIENCIES)
def test_the_two_classes_and_the_series_stay_apart_for_everyone(deficiency):
    for colours in ((palette.NEGATIVE, palette.POSITIVE), palette.SERIES):
        seen = [lab(colour, deficiency) for colour in colours]
        assert min(np.linalg.norm(a - b) for a, b in combinations(seen, 2)) >= 20


@pytest.mark.parametrize(("deficiency", "apart"), [("none", 30), *((name, 12) for name in DEFICIENCIES)])
def test_no_series_can_be_taken_for_the_blue_and_orange_of_a_sign(deficiency, apart):
    signs = [lab(colour, deficiency) for colour in (palette.NEGATIVE, palette.POSITIVE)]
    for colour in palette.SERIES:
        assert min(np.linalg.norm(lab(colour, deficiency) - sign) for sign in signs) >= apart


SIGN_LITERALS = (palette.POSITIVE, palette.NEGATIVE, "44, 123, 182", "230, 120, 20")
SIGNED_COMPONENTS = {"signed_ground.js"}  # contributions and a unit's state
#: Sentences that may name the two colours, as they tell of signed numbers.
TELL_OF_SIGNS = {
    "cells/page.py", "coloured_texts/coloured_texts.py", "home/first_look.py", "gate_inspector/inspector.py",
    "gate_inspector/units.py", "sentences/review.py", "text_tape/text_tape.py", "seq2seq/translating.py",
    "recurrent_neuron/reading.py", "directions/nets_drawn.py", "word_strip/word_strip.py",
}  # fmt: skip


def test_blue_and_orange_are_written_down_for_signed_numbers_alone():
    files = [path for path in (ROOT / "seqviz").rglob("*") if path.suffix in (".py", ".js", ".css")]
    guilty = [
        path.name
        for path in files
        if path.name not in SIGNED_COMPONENTS | {"palette.py"}
        and any(literal in path.read_text("utf-8") for literal in SIGN_LITERALS)
    ]
    assert guilty == []


def test_no_sentence_on_unsigned_numbers_speaks_of_blue_or_orange():
    files = [
        path for room in ("seqviz/ui", "seqviz/lessons", "pages") for path in (ROOT / room).rglob("*.py")
    ]
    speaks = re.compile(r"\b(?:blue|orange)\b(?!\",)", re.IGNORECASE)  # but for the names of badges
    speaking = [path for path in files if speaks.search(path.read_text("utf-8"))]
    assert {f"{path.parent.name}/{path.name}" for path in speaking} <= TELL_OF_SIGNS


def test_every_gate_has_a_colour_and_a_name():
    assert set(palette.GATE_COLOURS) == set(palette.GATE_NAMES)
    assert set(palette.GATE_COLOURS) == {gate for gates in CELLS.values() for gate in gates}


@pytest.mark.parametrize("scale", [palette.SIGNED, palette.SIGNED_DARK])
def test_a_signed_scale_runs_from_orange_through_a_neutral_middle_to_blue(scale):
    red, _, blue = linear(scale[0][1])
    assert red > blue
    red, _, blue = linear(scale[-1][1])
    assert blue > red
    middle = lab(scale[2][1])
    assert np.hypot(middle[1], middle[2]) < 8


def test_the_middle_of_a_signed_scale_is_near_its_background():
    assert contrast(palette.SIGNED[2][1], palette.LIGHT_BACKGROUND) < 1.3
    assert contrast(palette.SIGNED_DARK[2][1], palette.DARK_BACKGROUND) < 1.3


def test_the_sequential_scale_grows_ever_lighter():
    lightness = [lab(colour)[0] for _, colour in palette.SEQUENTIAL]
    steps = np.diff(lightness)
    assert steps.min() > 0.5 * steps.max()


def test_darkening_swaps_signed_scales_only_and_leaves_the_figure_alone():
    signed = go.Heatmap(z=[[0, 1]], colorscale=palette.SIGNED)
    plain = go.Heatmap(z=[[0, 1]], colorscale=palette.SEQUENTIAL)
    fig = go.Figure([signed, plain], layout={"coloraxis": {"colorscale": palette.SIGNED}})
    dark = palette.darken(fig)
    scales = [
        [tuple(stop) for stop in scale]
        for scale in (dark.data[0].colorscale, dark.layout.coloraxis.colorscale)
    ]
    assert scales == [palette.SIGNED_DARK, palette.SIGNED_DARK]
    assert dark.data[1].colorscale == plain.colorscale
    assert [tuple(stop) for stop in fig.data[0].colorscale] == palette.SIGNED


def test_a_layout_names_the_figure_and_both_axes():
    layout = palette.layout(title="Loss", x_title="epoch", y_title="loss (nats)")
    assert (layout.title.text, layout.xaxis.title.text, layout.yaxis.title.text) == (
        "Loss",
        "epoch",
        "loss (nats)",
    )


def test_the_title_stands_below_the_toolbar_and_costs_the_plot_no_room():
    layout = palette.layout(title="Loss", x_title="epoch", y_title="loss (nats)", height=300)
    assert layout.height - layout.margin.t == 300 - 48
    assert layout.margin.t - layout.title.font.size > layout.title.pad.t >= palette.TOOLBAR
    for path in (ROOT / "seqviz" / "figures").glob("*.py"):
        margins = re.findall(r'margin_t=[^,)]*|margin={[^}]*"t":[^,}]*', path.read_text(encoding="utf-8"))
        assert all("TOOLBAR" in margin for margin in margins), path.name


def test_backgrounds_and_series_are_those_of_the_theme():
    theme = tomllib.loads((ROOT / ".streamlit/config.toml").read_text(encoding="utf-8"))["theme"]
    assert theme["light"]["backgroundColor"] == palette.LIGHT_BACKGROUND
    assert theme["dark"]["backgroundColor"] == palette.DARK_BACKGROUND
    assert tuple(theme["chartCategoricalColors"]) == palette.SERIES


def test_a_reference_line_is_seen_on_a_dark_background():
    fig = go.Figure(go.Scatter(x=[0], y=[0]))
    fig.add_hline(0.5)
    fig.add_hline(0.7, line={"color": palette.NEGATIVE})
    plain, own = palette.darken(fig).layout.shapes
    assert contrast(plain.line.color, palette.DARK_BACKGROUND) > 4.5
    assert own.line.color == palette.NEGATIVE
    assert fig.layout.shapes[0].line.color is None


def test_the_name_of_a_reference_line_stands_on_the_ground_of_its_theme():
    fig = go.Figure(go.Scatter(x=[0], y=[0]))
    palette.add_level(fig, 0.25, "guessing")
    dark = palette.darken(fig)
    [line], [name] = dark.layout.shapes, dark.layout.annotations
    assert (line.y0, line.y1, name.y, name.text) == (0.25, 0.25, 0.25, "guessing")
    grounds = [one.layout.annotations[0].bgcolor for one in (fig, dark)]
    for ground, behind in zip(grounds, (palette.LIGHT_BACKGROUND, palette.DARK_BACKGROUND), strict=True):
        *colour, alpha = re.fullmatch(r"rgba\((\d+), (\d+), (\d+), (0\.\d+)\)", ground).groups()
        assert "#" + "".join(f"{int(part):02x}" for part in colour) == behind
        assert 0.8 <= float(alpha) < 1  # the name is read, and the curve under it not lost


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_main_button_can_be_read_in_both_themes(name):
    theme = tomllib.loads((ROOT / ".streamlit/config.toml").read_text(encoding="utf-8"))["theme"][name]
    assert contrast(theme["primaryColor"], "#ffffff") > 4
    assert contrast(theme["primaryColor"], theme["backgroundColor"]) > 4
