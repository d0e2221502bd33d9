"""The nets that translate: those that come with the app, and that of the run on the page."""

from __future__ import annotations

from seqviz.experiments.translation.trained import TranslationReader
from seqviz.export.bundled_runs import BundledRun
from seqviz.models.seq2seq import SPECIALS
from seqviz.runs.settings_name import settings_name
from seqviz.runs.store.records import StoreError
from seqviz.text.intervals import share_interval
from seqviz.ui.durations import counted
from seqviz.ui.runs import net_choice
from seqviz.ui.runs.trained import BUNDLED, bundled_run, comes_with_the_app, trained
from seqviz.ui.server.engine import store
from seqviz.ui.state.address import Choice

KIND = "translation"
#: The net that the page opens with; it has learned from real sentences.
TATOEBA = "tatoeba-gru"
#: The net that BUNDLED stands for: what the defaults make of our own small French.
FRENCH = "french_gru"
SHOWN = "shown"
#: Who translates: the run that the page shows, where there is one, else the net that the page opens with; or by name.
NET = Choice("net", (SHOWN, TATOEBA, BUNDLED), SHOWN)


def reader(net_id: str) -> TranslationReader:
    """Return a net ready to translate.

    Args:
        net_id: a finished run, BUNDLED, or TATOEBA.

    Raises:
        StoreError: if the run or its weights are gone.
    """
    found: TranslationReader = trained(KIND, net_id, FRENCH)
    return found


def run_of(net_id: str) -> BundledRun:
    """Return the run of a net that comes with the app: TATOEBA or BUNDLED."""
    return bundled_run(FRENCH if net_id == BUNDLED else net_id)


def chosen_net(shown: str) -> str:
    """Let a person choose the net that translates; return its id.

    Args:
        shown: the run that the page shows, if it has left a net; else BUNDLED.
    """
    return net_choice.chosen_net(NET, shown, TATOEBA, _title, "The net that translates")


def net_on_screen(shown: str) -> str:
    """Return the net that is chosen, as `chosen_net` does, where the menu itself is drawn elsewhere."""
    return net_choice.net_on_screen(NET, shown, TATOEBA)


def learned_from(net_id: str) -> str:
    """Say what a net that comes with the app has learned from, and how it does on sentences that it has not seen."""
    run = run_of(net_id)
    corpus = next(note.content for note in run.notes if note.topic == "corpus")
    measured, share = run.result["measured"], run.result["exact_match"]
    within = share_interval(round(share * measured), measured)
    english, french = (corpus[side] - len(SPECIALS) for side in ("source_vocabulary", "target_vocabulary"))
    return (
        f"It learned from {counted(corpus['train'], 'pair')} of at most {run.config['max_length']} tokens a side, and "
        f"knows {counted(english, 'English one')} and {counted(french, 'French one')}. {corpus['source']} Of "
        f"{counted(measured, 'pair')} set aside, it writes **{share:.1%}** exactly as a translation given there (95% "
        f"interval: {within.low:.1%} to {within.high:.1%}); BLEU **{100 * run.result['bleu']:.1f}** of 100."
    )


def _title(net_id: str) -> str:
    """Name a net in a menu: "GRU 128, additive attention · Tatoeba's sentences · 12 epochs · comes with the app"."""
    if comes_with_the_app(net_id):
        return f"{settings_name(KIND, run_of(net_id).config)} · comes with the app"
    try:
        return f"The run on this page: {settings_name(KIND, store().run(net_id).config)}"
    except StoreError:  # deleted since the page was drawn
        return "The run on this page: deleted"
