"""The nets that write: those that come with the app, and that of the run on the page."""

from __future__ import annotations

from typing import Any

from seqviz.experiments.language_model.trained import LanguageReader
from seqviz.export.bundled_runs import BundledRun
from seqviz.runs.names import judged
from seqviz.runs.settings_name import settings_name
from seqviz.runs.store.records import StoreError
from seqviz.ui.durations import counted
from seqviz.ui.runs import net_choice
from seqviz.ui.runs.trained import BUNDLED, bundled_run, comes_with_the_app, trained
from seqviz.ui.server.engine import store
from seqviz.ui.state.address import Choice

KIND = "language-model"
#: The net that the page opens with; it has learned from a real book.
EMMA = "emma-lstm"
#: The net that BUNDLED stands for: what the defaults make of our own text.
HARBOUR = "harbour_lstm"
SHOWN = "shown"
#: Who writes: the run that the page shows, where there is one, else the net that the page opens with; or one by name.
NET = Choice("net", (SHOWN, EMMA, BUNDLED), SHOWN)


def reader(net_id: str) -> LanguageReader:
    """Return a net ready to write.

    Args:
        net_id: a finished run, BUNDLED, or EMMA.

    Raises:
        StoreError: if the run or its weights are gone.
    """
    found: LanguageReader = trained(KIND, net_id, HARBOUR)
    return found


def run_of(net_id: str) -> BundledRun:
    """Return the run of a net that comes with the app: EMMA or BUNDLED."""
    return bundled_run(HARBOUR if net_id == BUNDLED else net_id)


def chosen_net(shown: str) -> str:
    """Let a person choose the net that writes; return its id.

    Args:
        shown: the run that the page shows, if it has left a net; else BUNDLED.
    """
    return net_choice.chosen_net(NET, shown, EMMA, _title, "The net that writes")


def learned_from(net_id: str) -> str:
    """Say what a net that comes with the app has learned from, and how well it predicts what it has not."""
    run = run_of(net_id)
    corpus = noted(net_id, "corpus")
    bits, counting = run.result["bits_per_character"], run.result["ngram_bits_per_character"]
    order, source = run.result["ngram_order"], corpus["source"].rstrip(".")
    return (
        f"It learned from {counted(corpus['train'], 'character')} of *{corpus['name']}* ({source}). On "
        f"the last {counted(corpus['validation'], 'character')}, which it never learned, it needs "
        f"**{bits:.2f} bits per character**; counting {order}-grams needs {counting:.2f}."
    )


def _title(net_id: str) -> str:
    """Name a net in a menu: "Austen: Emma · LSTM 256 · 1.703 bits per character · comes with the app"."""
    if not comes_with_the_app(net_id):
        return f"The run on this page: {_settings_of(net_id)}"
    run = run_of(net_id)
    net = f"{run.config['cell'].upper()} {' + '.join(map(str, run.config['hidden_sizes']))}"
    quality = judged(KIND, run.result["bits_per_character"])
    return f"{noted(net_id, 'corpus')['name']} · {net} · {quality} · comes with the app"


def _settings_of(run_id: str) -> str:
    try:
        return settings_name(KIND, store().run(run_id).config)
    except StoreError:  # deleted since the page was drawn
        return "deleted"


def noted(net_id: str, topic: str) -> dict[str, Any]:
    """Return what a net that comes with the app has noted on a topic, last of all."""
    return next(note.content for note in reversed(run_of(net_id).notes) if note.topic == topic)
