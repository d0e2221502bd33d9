"""The colours of seqviz: one colour means one gate, on every page, in light and in dark.

Every colour of a gate keeps a contrast of at least 3:1 on white and on the dark background, and stays apart
from the others of its cell for people who see no red, no green or no blue. `tests/figures/test_palette.py`
computes both. A gate also has its own line style, so that no figure needs colour alone.
"""

from __future__ import annotations

from typing import Any, Literal

import plotly.graph_objects as go

Gate = Literal[
    "input_gate",
    "forget_gate",
    "candidate",
    "output_gate",
    "cell_state",
    "hidden_state",
    "reset_gate",
    "update_gate",
]

GATE_COLOURS: dict[str, str] = {
    "input_gate": "#ff5493",
    "forget_gate": "#c26f34",
    "candidate": "#226f53",
    "output_gate": "#0a81f9",
    "cell_state": "#824ca2",
    "hidden_state": "#5c37ff",
    "reset_gate": "#ef4a2e",
    "update_gate": "#3e97db",
}

#: What people call each gate, with the letter of PyTorch's equations.
GATE_NAMES: dict[str, str] = {
    "input_gate": "input gate i",
    "forget_gate": "forget gate f",
    "candidate": "candidate",
    "output_gate": "output gate o",
    "cell_state": "cell state c",
    "hidden_state": "hidden state h",
    "reset_gate": "reset gate r",
    "update_gate": "update gate z (1 = keep)",
}

#: Below and above 0: the two classes of a review, and every signed number. Blue and orange mean nothing else.
NEGATIVE = "#d0661a"
POSITIVE = "#2f7fc9"

#: Runs, cells and groups that are compared (rnn, lstm, gru first), and before and after, in this order: green,
#: purple, red, pink, orchid and grey, none of which can be taken for the blue and orange of a sign.
SERIES: tuple[str, ...] = ("#23a774", "#9c3a9d", "#c01c34", "#e269b0", "#c76cea", "#69616c")

#: The backgrounds of `.streamlit/config.toml`, against which contrast is measured.
LIGHT_BACKGROUND = "#ffffff"
DARK_BACKGROUND = "#0f1318"

#: A reference line (a baseline, one half) on a dark background; Plotly's own is near black.
LINE_ON_DARK = "#b4bac2"

#: Under the name of such a line, which curves may cross: a little of them shows through.
LABEL_GROUND, LABEL_GROUND_DARK = "rgba(255, 255, 255, 0.85)", "rgba(15, 19, 24, 0.85)"

#: Pixels above a figure's title: a touch screen always shows the figure's toolbar there, and it covers no word.
TOOLBAR = 34

ColourScale = list[tuple[float, str]]

#: Signed values: orange below 0, a neutral middle, blue above. Set the range symmetric about 0.
SIGNED: ColourScale = [
    (0.0, "#8c3a05"),
    (0.25, "#e08a45"),
    (0.5, "#f5f4f1"),
    (0.75, "#6aa7dd"),
    (1.0, "#0f4c8a"),
]
#: The same for the dark background: the middle fades into it.
SIGNED_DARK: ColourScale = [
    (0.0, "#ffb472"),
    (0.25, "#b5591a"),
    (0.5, "#20252c"),
    (0.75, "#2a6fb0"),
    (1.0, "#8cc8ff"),
]
#: Magnitudes: Cividis, whose lightness grows evenly and which people without red or green see alike.
SEQUENTIAL: ColourScale = [
    (0.0, "#00224e"),
    (0.25, "#434e6c"),
    (0.5, "#7d7c78"),
    (0.75, "#bcae6c"),
    (1.0, "#fee838"),
]


def layout(*, title: str, x_title: str, y_title: str, height: int = 380) -> go.Layout:
    """Return the layout every figure starts from: its title, both axes' titles and room for them.

    Args:
        title: what the figure shows; it does not wrap, so at most about fifty characters.
        x_title: the horizontal axis, with its unit.
        y_title: the vertical axis, with its unit.
        height: pixels, without the line of the toolbar.
    """
    return go.Layout(
        title=title_below_toolbar(title),
        xaxis={"title": {"text": x_title}, "automargin": True},
        yaxis={"title": {"text": y_title}, "automargin": True},
        height=height + TOOLBAR,
        margin={"l": 8, "r": 8, "t": 48 + TOOLBAR, "b": 8},
        # At the figure's lower edge, which keeps as much room free for it as it needs, on a phone too.
        legend={"orientation": "h", "yref": "container", "yanchor": "bottom", "y": 0, "x": 0},
        colorway=list(SERIES),
    )


def title_below_toolbar(title: str) -> dict[str, Any]:
    """Return a figure's title as Plotly takes it: at the left, under the line of the toolbar."""
    place = {"x": 0, "xanchor": "left", "y": 1, "yref": "container", "yanchor": "top", "pad": {"t": TOOLBAR}}
    return {"text": title, "font": {"size": 16}} | place


def add_level(
    figure: go.Figure,
    height: float,
    name: str,
    *,
    dash: str = "dot",
    width: float = 1,
    position: str = "top right",
) -> None:
    """Add a horizontal line to compare with, whose name stays legible where curves cross it.

    Args:
        figure: to add to.
        height: of the line, in the units of the vertical axis.
        name: written at the line.
        dash: as Plotly names it.
        width: of the line, pixels.
        position: of the name, as Plotly names it.
    """
    figure.add_hline(
        height,
        line={"dash": dash, "width": width},
        annotation={"text": name, "bgcolor": LABEL_GROUND, "borderpad": 2},
        annotation_position=position,
    )


def ink_on(colour: str) -> str:
    """Return black or white, whichever stands out more from a colour: at least 4.5:1, which small text needs.

    Args:
        colour: the ground, "#rrggbb".

    Source: WCAG 2.2, relative luminance.
    """
    channels = (int(colour[k : k + 2], 16) / 255 for k in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return "#000000" if (luminance + 0.05) ** 2 > 1.05 * 0.05 else "#ffffff"


def darken(figure: go.Figure) -> go.Figure:
    """Return a copy for a dark background: signed scales get its middle, lines without a colour become light.

    The ground of a line's name becomes dark with them.
    """
    dark = go.Figure(figure)
    for trace in dark.data:
        if "colorscale" in trace and _is_signed(trace.colorscale):
            trace.colorscale = SIGNED_DARK
    for name in dark.layout:
        axis = dark.layout[name] if name.startswith("coloraxis") else None
        if axis is not None and _is_signed(axis.colorscale):
            axis.colorscale = SIGNED_DARK
    for shape in dark.layout.shapes:
        shape.line.color = shape.line.color or LINE_ON_DARK
    for annotation in dark.layout.annotations:
        if annotation.bgcolor == LABEL_GROUND:
            annotation.bgcolor = LABEL_GROUND_DARK
    return dark


def _is_signed(scale: object) -> bool:
    return isinstance(scale, tuple) and [tuple(stop) for stop in scale] == SIGNED
