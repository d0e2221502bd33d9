"""Word2vec: what the window sees, what one update does, and what subsampling and noise do to words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import plotly.graph_objects as go

from seqviz.figures.labels import escape
from seqviz.figures.palette import SERIES, layout

#: The focus word and those in its window, in every picture of the two.
FOCUS, CONTEXT = SERIES[0], SERIES[1]
SEEN = [(0.0, "rgba(128,128,128,0.10)"), (0.5, CONTEXT), (1.0, FOCUS)]


def window_matrix(tokens: Sequence[str], contexts: Sequence[Sequence[int]], focus: int) -> go.Figure:
    """Draw which words each focus word sees: a row per focus word, a column per word of the sentence.

    Args:
        tokens: the sentence.
        contexts: for each position the positions in its window.
        focus: the row to mark.
    """
    seen = np.zeros((len(tokens), len(tokens)))
    for row, context in enumerate(contexts):
        seen[row, list(context)] = 0.5
        seen[row, row] = 1.0
    labels = [f"{escape(token)} ({k + 1})" for k, token in enumerate(tokens)]
    height = 170 + 26 * len(tokens)
    figure = go.Figure(
        layout=layout(
            title="What the window sees", x_title="word of the sentence", y_title="focus word", height=height
        )
    )
    figure.add_trace(
        go.Heatmap(
            z=seen, x=labels, y=labels, zmin=0, zmax=1, colorscale=SEEN, showscale=False, xgap=2, ygap=2,
            hovertemplate="focus %{y}, word %{x}<extra></extra>",
        )
    )  # fmt: skip
    figure.update_xaxes(showgrid=False)
    figure.update_yaxes(autorange="reversed", showgrid=False)
    figure.add_shape(
        type="rect", x0=-0.5, x1=len(tokens) - 0.5, y0=focus - 0.5, y1=focus + 0.5,
        line={"color": "#e0218a", "width": 3},
    )  # fmt: skip
    return figure


def decisions(words: Sequence[str], before: Sequence[float], after: Sequence[float] | None) -> go.Figure:
    """Draw the probabilities of one pair's yes-or-no questions, before and after the update.

    Args:
        words: the context word, then the noise words.
        before: sigmoid of each score before the update.
        after: the same after it, or None while it has not been taken.
    """
    names = [f"{'context' if k == 0 else 'noise'}: {escape(word)}" for k, word in enumerate(words)]
    title = "How likely each pair is a true one"
    figure = go.Figure(
        layout=layout(
            title=title, x_title="sigmoid of the dot product (0 no, 1 yes)", y_title="other word", height=340
        )
    )
    figure.add_trace(go.Bar(y=names, x=list(before), orientation="h", name="before"))
    if after is not None:
        figure.add_trace(go.Bar(y=names, x=list(after), orientation="h", name="after"))
    figure.update_xaxes(range=[0, 1])
    figure.update_yaxes(autorange="reversed")
    return figure


def loss_curve(
    epochs: np.ndarray,
    losses: np.ndarray,
    analogies: np.ndarray | None,
    *,
    loss: str = "loss per pair (nats)",
) -> go.Figure:
    """Draw the loss over a training, and the share of analogies that come out right.

    Args:
        epochs: (num_reports,).
        losses: (num_reports,).
        analogies: (num_reports,), 0 to 1, or None where the text has no questions of its own.
        loss: what the method's loss is, with its unit.
    """
    figure = go.Figure(
        layout=layout(title="Loss during training", x_title="epochs", y_title=loss, height=340)
    )
    figure.add_trace(go.Scatter(x=epochs, y=losses, name="loss", mode="lines+markers"))
    if analogies is not None:
        figure.add_trace(
            go.Scatter(x=epochs, y=analogies, name="analogies right", mode="lines+markers", yaxis="y2")
        )
        second = {
            "title": {"text": "share of analogies right"},
            "overlaying": "y",
            "dtick": 0.25,
            "showgrid": False,
            "side": "right",
            "range": [0, 1.05],
        }
        figure.update_layout(yaxis2=second)
    return figure


def keep_chart(
    words: Sequence[str], shares: np.ndarray, published: np.ndarray, c_code: np.ndarray
) -> go.Figure:
    """Draw how likely each word's occurrences are kept, by both formulas, frequent words first.

    Args:
        words: most frequent first.
        shares: (num_words,), each word's share of the text.
        published: (num_words,), 1 minus the published discard probability.
        c_code: (num_words,), as the C code keeps them.
    """
    title = "Chance that an occurrence is kept"
    figure = go.Figure(
        layout=layout(title=title, x_title="share of the text", y_title="chance to be kept", height=380)
    )
    texts = [escape(word) for word in words]
    for name, values, dash in (("word2vec.c", c_code, "solid"), ("published", published, "dash")):
        figure.add_trace(
            go.Scatter(
                x=shares, y=values, name=name, text=texts, mode="lines+markers", line={"dash": dash},
                hovertemplate="%{text}: %{y:.3f}<extra></extra>",
            )
        )  # fmt: skip
    figure.update_xaxes(type="log", dtick=1, exponentformat="none")
    figure.update_yaxes(range=[0, 1.05])
    return figure


def noise_chart(words: Sequence[str], distributions: dict[str, np.ndarray]) -> go.Figure:
    """Draw how often each word is drawn as noise, for several powers of its count.

    Args:
        words: most frequent first.
        distributions: name -> (num_words,) probabilities.
    """
    title = "Chance to be drawn as noise"
    figure = go.Figure(
        layout=layout(title=title, x_title="word", y_title="probability (log scale)", height=380)
    )
    for name, values in distributions.items():
        figure.add_trace(go.Bar(x=[escape(word) for word in words], y=values, name=name))
    figure.update_yaxes(type="log", dtick=1, exponentformat="none")
    return figure


def cost_chart(sizes: Sequence[int], seconds: Mapping[str, Sequence[float]]) -> go.Figure:
    """Draw the time of one update against the size of the vocabulary, both on log scales.

    Args:
        sizes: words in the vocabulary.
        seconds: method -> seconds per update at each size.
    """
    title = "Time of one update, measured here"
    figure = go.Figure(
        layout=layout(
            title=title, x_title="words in the vocabulary", y_title="microseconds per pair", height=380
        )
    )
    for name, values in seconds.items():
        figure.add_trace(
            go.Scatter(x=list(sizes), y=[1e6 * v for v in values], name=name, mode="lines+markers")
        )
    figure.update_xaxes(type="log", dtick=1)
    figure.update_yaxes(type="log", dtick=1, exponentformat="none")
    return figure
